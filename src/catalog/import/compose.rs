//! Composes groups of records into records of a catalogue: the claims about each fact, newest first, and the
//! contradictions between them. A record of the base catalogue is changed only if there is something new.

mod claim;

use serde_json::{Map, Value};

use claim::{Claim, add_claims, add_identifiers, as_written, placeless, tell_titles};

use super::draft::{Acceptance, Thing, quoted};
use super::format::{AS_WRITTEN, COURSE_FIELDS, FIELDS, PATHWAYS};
use super::gather::{Gathered, Held, Item};

use super::school::Resolved;
use super::source::{self, Cited};
use crate::catalog::Basis;

pub(super) use claim::Conflict;

/// Everything needed to compose records.
pub(super) struct Composer<'g> {
    pub(super) gathered: &'g Gathered,
    pub(super) schools: &'g Resolved,
    /// The citation of each document, by its number.
    pub(super) cited: &'g [Cited],
    /// The id of each course, by the number of its item; empty if the course has no title.
    pub(super) course_ids: &'g [String],
    /// The date of the base catalogue.
    pub(super) base_as_of: &'g str,
}

/// A record of the resulting catalogue.
#[derive(Debug)]
pub(super) struct Composed {
    pub(super) json: String,
    /// Whether it says more than the base catalogue.
    pub(super) is_news: bool,
    pub(super) conflicts: Vec<Conflict>,
}

impl Composer<'_> {
    /// The title of a group, from its newest titled record. `base` is the title in the base catalogue.
    pub(super) fn title<'i>(&self, items: &[&'i Item], base: Option<&'i str>) -> &'i str {
        let own = base.map(|title| (self.base_as_of.to_owned(), title));
        let titled = items.iter().filter(|item| !item.is_base && !item.title.is_empty());
        let dated = own.into_iter().chain(titled.map(|item| (self.as_of(item), &*item.title)));
        // Among equally old titles, the first wins.
        dated
            .reduce(|best, next| if source::later(&next.0, &best.0) { next } else { best })
            .map_or("", |(_, title)| title)
    }

    /// Composes a program. `base` is its record in the base catalogue, if it has one.
    pub(super) fn program(&self, id: &str, items: &[&Item], base: Option<&str>) -> Composed {
        let written = base.and_then(|text| serde_json::from_str::<Map<String, Value>>(text).ok());
        let base_title = written.as_ref().and_then(|map| map.get("title")?.as_str()).map(str::to_owned);
        let title = self.title(items, base_title.as_deref()).to_owned();
        let mut composed = self.record(id, &title, items, written, Thing::Program);
        tell_titles(&title, items, base_title.as_deref(), &mut composed.conflicts);
        composed
    }

    /// Composes a course. `base` is its record in the base catalogue, if it has one.
    pub(super) fn course(&self, id: &str, items: &[&Item], base: Option<&str>) -> Composed {
        let written = base.and_then(|text| serde_json::from_str::<Map<String, Value>>(text).ok());
        let base_title = written.as_ref().and_then(|map| map.get("title")?.as_str()).map(str::to_owned);
        let title = self.title(items, base_title.as_deref()).to_owned();
        self.record(id, &title, items, written, Thing::Course)
    }

    fn record(
        &self,
        id: &str,
        title: &str,
        items: &[&Item],
        base: Option<Map<String, Value>>,
        thing: Thing,
    ) -> Composed {
        let before = base.clone();
        let mut map = base.unwrap_or_default();
        map.insert("id".to_owned(), id.into());
        let former = map.insert("title".to_owned(), title.into());
        let mut conflicts = Vec::new();
        add_identifiers(items, &mut map);
        if thing == Thing::Course {
            self.of_course(items, &mut map);
        }
        let fields: &[&str] = if thing == Thing::Course { &COURSE_FIELDS } else { &FIELDS };
        for field in fields {
            let mut claims = self.claims(field, items);
            if *field == "former_name" {
                claims.extend(self.former_names(title, former.as_ref(), items));
            }
            add_claims(field, claims, &mut map, &mut conflicts);
        }
        if thing == Thing::Program {
            self.add_course_list(items, &mut map);
            self.add_pathways(items, &mut map);
        }
        let is_news = before.as_ref() != Some(&map);
        Composed { json: Value::Object(map).to_string(), is_news, conflicts }
    }

    /// All claims about a fact, newest first.
    fn claims(&self, field: &'static str, items: &[&Item]) -> Vec<Claim> {
        let mut claims: Vec<Claim> = Vec::new();
        for item in items.iter().filter(|item| !item.is_base) {
            if field == "institutions" {
                claims.extend(self.offered_by(item));
            }
            let said = item.says.iter().filter(|said| said.field == field);
            claims.extend(said.map(|said| self.claim(item, said)));
        }
        claims.sort_by(|a, b| {
            source::day(&b.as_of)
                .cmp(&source::day(&a.as_of))
                .then_with(|| (&a.source, &a.json).cmp(&(&b.source, &b.json)))
        });
        // If a source repeats a claim, one copy is enough.
        let mut unique: Vec<Claim> = Vec::with_capacity(claims.len());
        for claim in claims {
            let is_same = |other: &Claim| {
                (&other.source, &other.as_of, &other.value, other.basis)
                    == (&claim.source, &claim.as_of, &claim.value, claim.basis)
            };
            if !unique.iter().any(is_same) {
                unique.push(claim);
            }
        }
        unique
    }

    fn claim(&self, item: &Item, said: &Held) -> Claim {
        let at = self.gathered.words.text(said.at);
        if at == AS_WRITTEN {
            return as_written(item.record, &said.value);
        }
        let value = self.gathered.spellings.unified(said.field, &said.value).unwrap_or_else(|| said.value.to_string());
        let note = said.note.map(|note| self.gathered.words.text(note));
        self.dated(item, value, said.basis, note, at)
    }

    fn dated(&self, item: &Item, value: String, basis: Basis, note: Option<&str>, at: &str) -> Claim {
        let cited = self.cited_by(item);
        let as_of = self.as_of(item);
        let pointer = format!("{}{}", cited.prefix, self.gathered.records[item.record as usize].spot.pointer(at));
        let place = (!pointer.is_empty()).then_some(pointer.as_str());
        let note: Vec<&str> = note.into_iter().chain(place).collect();
        let mut json = format!("{{{value}");
        if basis != Basis::Stated {
            json = format!("{json},\"basis\":{}", quoted(basis.slug()));
        }
        json = format!("{json},\"source\":{},\"as_of\":{}", quoted(&cited.source), quoted(&as_of));
        if !note.is_empty() {
            json = format!("{json},\"note\":{}", quoted(&note.join("; at ")));
        }
        json.push('}');
        Claim { record: item.record, as_of, source: cited.source.clone(), value, basis, json }
    }

    /// The institutions that offer a program, as one claim.
    fn offered_by(&self, item: &Item) -> Option<Claim> {
        let mut keys: Vec<&str> = Vec::new();
        for mention in &item.schools {
            let key = self.schools.of(*mention).key.as_str();
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let value = super::draft::texts(&keys)?;
        Some(self.dated(item, value, Basis::Stated, None, self.gathered.words.text(item.schools_at)))
    }

    /// The date of a record: its own, or that of its source.
    fn as_of(&self, item: &Item) -> String {
        let own = item.as_of.map(|as_of| self.gathered.words.text(as_of).to_owned());
        own.unwrap_or_else(|| self.cited_by(item).as_of.clone())
    }

    fn cited_by(&self, item: &Item) -> &Cited {
        &self.cited[self.gathered.records[item.record as usize].document as usize]
    }

    /// Claims about former names: titles older than the one shown. `former` is the title in the base catalogue.
    fn former_names(&self, title: &str, former: Option<&Value>, items: &[&Item]) -> Vec<Claim> {
        let shown = items.iter().filter(|item| &*item.title == title).map(|item| self.as_of(item)).max();
        let mut names: Vec<Claim> = Vec::new();
        for item in items.iter().filter(|item| !item.is_base && &*item.title != title && !item.title.is_empty()) {
            let is_older = shown.as_ref().is_some_and(|shown| source::later(shown, &self.as_of(item)));
            let value = super::draft::text(&item.title).filter(|_| is_older);
            names.extend(value.map(|value| self.dated(item, value, Basis::Stated, Some("its title then"), "/title")));
        }
        let renaming = items.iter().find(|item| !item.is_base && &*item.title == title);
        if let (Some(former), Some(item)) = (former.and_then(Value::as_str).filter(|former| *former != title), renaming)
        {
            let value = super::draft::text(former);
            names.extend(
                value.map(|value| {
                    self.dated(item, value, Basis::Derived, Some("its title before this record"), "/title")
                }),
            );
        }
        names
    }

    /// Adds the school and the page of a course, which are plain values and not claims.
    fn of_course(&self, items: &[&Item], map: &mut Map<String, Value>) {
        let school =
            items.iter().find_map(|item| item.schools.first()).map(|mention| self.schools.of(*mention).key.clone());
        let mut urls = items.iter().flat_map(|item| item.says.iter().filter(|said| said.field == "url"));
        let url = urls
            .find_map(|said| serde_json::from_str::<Value>(&format!("{{{}}}", said.value)).ok()?.get("value").cloned());
        for (key, value) in [("institution", school.map(Value::String)), ("url", url)] {
            if let Some(value) = value
                && map.get(key).is_none_or(Value::is_null)
            {
                map.insert(key.to_owned(), value);
            }
        }
    }

    /// Sets the list of courses from the newest source that has one. All records of that source
    /// contribute, in their order.
    fn add_course_list(&self, items: &[&Item], map: &mut Map<String, Value>) {
        let listing: Vec<&&Item> = items.iter().filter(|item| !item.is_base && !item.courses.is_empty()).collect();
        let Some(newest) = listing
            .iter()
            .map(|item| self.as_of(item))
            .reduce(|best, next| if source::later(&next, &best) { next } else { best })
        else {
            return;
        };
        let has_list = map.get("course_list").and_then(Value::as_array).is_some_and(|list| !list.is_empty());
        if has_list && !source::later(&newest, self.base_as_of) {
            return;
        }
        let source = listing.iter().find(|item| self.as_of(item) == newest).map(|item| &self.cited_by(item).source);
        let mut ids: Vec<&str> = Vec::new();
        for item in listing.iter().filter(|item| Some(&self.cited_by(item).source) == source) {
            for course in &item.courses {
                let id = self.course_ids[*course as usize].as_str();
                if !id.is_empty() && !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        if !ids.is_empty() {
            let uses = ids.into_iter().map(|id| serde_json::json!({"course": id, "match": "certain"}));
            map.insert("course_list".to_owned(), uses.collect());
        }
    }

    fn add_pathways(&self, items: &[&Item], map: &mut Map<String, Value>) {
        let mut all = map.get(PATHWAYS).and_then(Value::as_array).cloned().unwrap_or_default();
        for item in items.iter().filter(|item| !item.is_base) {
            let new = item.acceptances.iter().map(|acceptance| self.pathway(item, acceptance));
            let written = item.says.iter().filter(|said| said.field == PATHWAYS);
            let written = written.filter_map(|said| serde_json::from_str(&format!("{{{}}}", said.value)).ok());
            for pathway in new.chain(written) {
                let key = placeless(&pathway);
                if !all.iter().any(|other| placeless(other) == key) {
                    all.push(pathway);
                }
            }
        }
        if !all.is_empty() {
            map.insert(PATHWAYS.to_owned(), Value::Array(all));
        }
    }

    fn pathway(&self, item: &Item, acceptance: &Acceptance) -> Value {
        let cited = self.cited_by(item);
        let mut map = Map::new();
        let mut put = |key: &str, value: Option<&str>| {
            if let Some(value) = value {
                map.insert(key.to_owned(), value.into());
            }
        };
        put("counts", Some(acceptance.counts));
        put("institution", Some(&acceptance.school));
        put("program", acceptance.degree.as_deref());
        put("amount", acceptance.amount.as_deref());
        put("condition", acceptance.condition.as_deref());
        put("status", Some(if acceptance.is_open { "active" } else { "retired" }));
        put("as_of", Some(&self.as_of(item)));
        put("source", Some(&cited.source));
        let pointer =
            format!("{}{}", cited.prefix, self.gathered.records[item.record as usize].spot.pointer(&acceptance.at));
        put("note", (!pointer.is_empty()).then_some(pointer.as_str()));
        Value::Object(map)
    }
}
