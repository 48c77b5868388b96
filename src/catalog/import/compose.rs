//! Composes groups of records into records of a catalogue: the claims about each fact, newest first, and the
//! contradictions between them. A record of the base catalogue is changed only if there is something new.

mod claim;
mod members;
mod of_courses;

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use claim::{Claim, Standing, claims_of, contradictions, identifiers, new_claims, placeless, tell_titles};
use members::Members;

use super::draft::{Acceptance, School, Thing};
use super::format::{AS_WRITTEN, COURSE_FIELDS, FIELDS, PATHWAYS};
use super::gather::Gathered;
use super::ids::Ids;
use super::item::{Held, Item};
use super::names::plain;
use super::own::Dates;
use super::school::Resolved;
use super::source::{self, Cited};
use super::spelling::Unified;
use super::stated::{self, Stated, push_list, push_member, push_quoted};
use super::words::Word;
use crate::catalog::Basis;

pub(super) use claim::Conflict;

/// Everything needed to compose records.
pub(super) struct Composer<'g> {
    pub(super) gathered: &'g Gathered,
    pub(super) spellings: &'g Unified,
    pub(super) schools: &'g Resolved,
    /// The citation of each document, by its number.
    pub(super) cited: &'g [Cited],
    /// The ids of the courses, and the items of each.
    pub(super) course_ids: &'g Ids,
    /// The date of the base catalogue.
    pub(super) base_as_of: &'g str,
    /// The date of each source of the base catalogue.
    pub(super) base_dates: Dates<'g>,
    /// The courses of the base catalogue, which are the first items.
    pub(super) base_courses: &'g [Box<RawValue>],
    /// The ids of the courses of the base catalogue that a new record describes.
    pub(super) renewed: HashSet<&'g str>,
    /// The note on a value that counts only where the courses say nothing; `None` if no value has it.
    pub(super) fallback: Option<Word>,
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
    fn title<'i>(&'i self, items: &[&'i Item], base: Option<&'i str>) -> &'i str {
        let own = base.map(|title| ((source::day(self.base_as_of), 0), title));
        let titled = items.iter().filter(|item| !item.is_base && !item.title.is_empty());
        let dated = own.into_iter().chain(titled.map(|item| (self.when(item), &*item.title)));
        // Among equally old titles, the first wins.
        dated.reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or("", |(_, title)| title)
    }

    /// A record of these items; `base` is how it stands in the catalogue that is added to.
    pub(super) fn record(&self, id: &str, items: &[&Item], base: Option<&str>, thing: Thing) -> Composed {
        let written: Option<Map<String, Value>> = base.and_then(|text| serde_json::from_str(text).ok());
        let former = written.as_ref().and_then(|map| map.get("title")?.as_str()).map(str::to_owned);
        let title = self.title(items, former.as_deref());
        let mut members = Members::of(written);
        let mut conflicts = Vec::new();
        members.put_text("id", id);
        members.put_text("title", title);
        members.put("identifiers", identifiers(items, members.list("identifiers")));
        if thing == Thing::Course {
            self.of_course(items, &mut members);
        }
        let fields: &[&str] = if thing == Thing::Course { &COURSE_FIELDS } else { &FIELDS };
        let mut of_courses = if thing == Thing::Program { self.of_courses(items, &members) } else { Vec::new() };
        for field in fields {
            let worked_out = of_courses.extract_if(.., |(of, _)| of == field).map(|(_, claim)| claim);
            let mut claims = self.claims(field, items, worked_out);
            if *field == "former_name" {
                claims.extend(self.former_names(title, former.as_deref(), items));
            }
            // Claims that the catalogue already has are not reported as contradictions again.
            let claims = new_claims(members.list(field), claims);
            conflicts.extend(contradictions(field, members.list(field), &claims));
            members.put(field, claims_of(members.list(field), claims));
        }
        if thing == Thing::Program {
            members.put("course_list", self.course_list(items, members.list("course_list")));
            members.put(PATHWAYS, self.pathways(items, members.list(PATHWAYS)));
            tell_titles(title, items, former.as_deref(), &mut conflicts);
        }
        let is_news = members.is_news();
        Composed { json: members.into_json(), is_news, conflicts }
    }

    /// All claims about a fact, newest first. Those of one moment and source stand in the order in which the source
    /// makes them, an amount in the currency of comparisons before its conversions. What is stated comes before what
    /// was worked out from courses on the same day.
    fn claims<'i>(
        &'i self,
        field: &'static str,
        items: &[&'i Item],
        worked_out: impl Iterator<Item = Claim<'i>>,
    ) -> Vec<Claim<'i>> {
        let mut claims: Vec<Claim<'i>> = Vec::new();
        for item in items.iter().filter(|item| !item.is_base) {
            let count = claims.len();
            let said = item.says.iter().filter(|said| said.field() == field);
            claims.extend(said.map(|said| self.claim(item, said)));
            if field == "institutions" && claims.len() == count {
                claims.extend(self.offered_by(item));
            }
        }
        claims.extend(worked_out);
        if claims.len() < 2 {
            return claims;
        }
        claims.sort_by(|a, b| {
            let newer = source::day(&b.as_of).cmp(&source::day(&a.as_of)).then(a.standing.cmp(&b.standing));
            newer.then(b.second.cmp(&a.second)).then_with(|| a.place().cmp(&b.place()))
        });
        // If a source repeats a claim, one copy is enough.
        let mut unique: Vec<Claim<'i>> = Vec::with_capacity(claims.len());
        for claim in claims {
            if !unique.iter().any(|other| other.says_the_same(&claim)) {
                unique.push(claim);
            }
        }
        unique
    }

    fn claim<'i>(&'i self, item: &'i Item, said: &'i Held) -> Claim<'i> {
        let at = self.gathered.words.text(said.at);
        if at == AS_WRITTEN && matches!(said.value, Stated::Written(_)) {
            let rekeyed = if said.field() == "institutions" { self.rekeyed(&said.value) } else { None };
            return Claim::as_written(item.record, rekeyed.map_or(Cow::Borrowed(&said.value), Cow::Owned));
        }
        let value = self.spelled(said);
        let note = said.note.map(|note| self.gathered.words.text(note));
        let claim = match said.as_of.map(|as_of| self.gathered.words.text(as_of)) {
            Some(as_of) => self.claim_of(item, (as_of, 0), value, said.basis, note, at),
            None => self.dated(item, value, said.basis, note, at),
        };
        let standing = if self.is_fallback(said) { Standing::Fallback } else { Standing::OfRecord };
        Claim { standing, ..claim }
    }

    /// Whether a value counts only where the courses say nothing.
    fn is_fallback(&self, said: &Held) -> bool {
        self.fallback.is_some() && said.note == self.fallback
    }

    /// A value in the spelling that is used for it everywhere.
    fn spelled<'i>(&self, said: &'i Held) -> Cow<'i, Stated> {
        self.spellings.of(said.field(), &said.value).map_or(Cow::Borrowed(&said.value), Cow::Owned)
    }

    /// A claim about institutions under the keys that they have here; `None` if these are the same.
    fn rekeyed(&self, written: &Stated) -> Option<Stated> {
        let mut map = written.map();
        let mut is_other = false;
        for key in map.get_mut("value").and_then(Value::as_array_mut).into_iter().flatten() {
            let school = School { key: key.as_str().map(str::to_owned), name: None };
            let mention = self.gathered.mentions.find(&school);
            let here = mention.and_then(|mention| self.schools.of(mention).next()).map(|school| &school.key);
            if let Some(here) = here.filter(|here| Some(here.as_str()) != key.as_str()) {
                *key = here.clone().into();
                is_other = true;
            }
        }
        let json = Value::Object(map).to_string();
        is_other.then(|| Stated::Written(json[1..json.len() - 1].into()))
    }

    /// A claim as old as its record.
    fn dated<'i>(
        &'i self,
        item: &'i Item,
        value: Cow<'i, Stated>,
        basis: Basis,
        note: Option<&str>,
        at: &str,
    ) -> Claim<'i> {
        self.claim_of(item, (self.as_of(item), item.second), value, basis, note, at)
    }

    fn claim_of<'i>(
        &'i self,
        item: &'i Item,
        (as_of, second): (&str, u32),
        value: Cow<'i, Stated>,
        basis: Basis,
        note: Option<&str>,
        at: &str,
    ) -> Claim<'i> {
        let cited = self.cited_by(item);
        cited.cite();
        let mut json = String::with_capacity(160);
        json.push('{');
        value.write(&mut json);
        if basis != Basis::Stated {
            push_member(&mut json, "basis", basis.slug());
        }
        push_member(&mut json, "source", &cited.source);
        push_member(&mut json, "as_of", as_of);
        let place = self.pointer(item, at);
        match (note, place.as_str()) {
            (None, "") => {}
            (Some(one), "") | (None, one) => push_member(&mut json, "note", one),
            (Some(note), place) => push_member(&mut json, "note", &[note, "; at ", place].concat()),
        }
        json.push('}');
        let source = (&*cited.source).into();
        let as_of = Cow::Owned(as_of.to_owned());
        Claim { record: item.record, second, as_of, source, value, basis, standing: Standing::OfRecord, json }
    }

    /// Where in its source an item says something.
    fn pointer(&self, item: &Item, at: &str) -> String {
        let spot = &self.gathered.records[item.record as usize].spot;
        let prefix = &self.cited_by(item).prefix;
        if prefix.is_empty() { spot.pointer(at) } else { [prefix, spot.pointer(at).as_str()].concat() }
    }

    /// The institutions that offer a program, as one claim.
    fn offered_by<'i>(&'i self, item: &'i Item) -> Option<Claim<'i>> {
        let keys = item.schools.iter().flat_map(|mention| self.schools.of(*mention)).map(|school| school.key.as_str());
        let value = stated::texts(keys)?;
        let note = item.schools_note.map(|note| self.gathered.words.text(note));
        let basis = if note.is_some() { Basis::Presumed } else { Basis::Stated };
        Some(self.dated(item, Cow::Owned(value), basis, note, self.gathered.words.text(item.schools_at)))
    }

    /// The date of a record: its own, or that of its source.
    fn as_of(&self, item: &Item) -> &str {
        item.as_of.map_or(&self.cited_by(item).as_of, |as_of| self.gathered.words.text(as_of))
    }

    /// When a record was made, for comparison: the day, and the second of that day.
    fn when(&self, item: &Item) -> (u32, u32) {
        (source::day(self.as_of(item)), item.second)
    }

    fn cited_by(&self, item: &Item) -> &Cited {
        &self.cited[self.gathered.records[item.record as usize].document as usize]
    }

    /// Claims about former names: titles older than the one shown. `former` is the title in the base catalogue.
    fn former_names<'i>(&'i self, title: &str, former: Option<&str>, items: &[&'i Item]) -> Vec<Claim<'i>> {
        let shown = items.iter().filter(|item| &*item.title == title).map(|item| self.when(item)).max();
        let mut names: Vec<Claim<'i>> = Vec::new();
        // Names that differ in case and punctuation alone are one name.
        let is_other = |name: &str| !name.is_empty() && plain(name) != plain(title);
        for item in items.iter().filter(|item| !item.is_base && is_other(&item.title)) {
            let is_older = shown.is_some_and(|shown| shown > self.when(item));
            let value = stated::text(&item.title).filter(|_| is_older).map(Cow::Owned);
            names.extend(value.map(|value| self.dated(item, value, Basis::Stated, Some("its title then"), "/title")));
        }
        let renaming = items.iter().find(|item| !item.is_base && &*item.title == title);
        if let (Some(former), Some(item)) = (former.filter(|former| is_other(former)), renaming) {
            let value = stated::text(former).map(Cow::Owned);
            let note = Some("its title before this record");
            names.extend(value.map(|value| self.dated(item, value, Basis::Derived, note, "/title")));
        }
        names
    }

    /// Adds the school and the page of a course, which are plain values and not claims.
    fn of_course(&self, items: &[&Item], members: &mut Members) {
        let mention = items.iter().find_map(|item| item.schools.first());
        let school = mention.and_then(|mention| self.schools.of(*mention).next()).map(|school| &school.key);
        let url = items.iter().flat_map(|item| item.urls()).next();
        for (key, value) in [("institution", school.map(String::as_str)), ("url", url.as_deref())] {
            if let Some(value) = value
                && !members.has(key)
            {
                members.put_text(key, value);
            }
        }
    }

    /// Sets the list of courses from the newest source that has one. All records of that source
    /// contribute, in their order.
    fn course_list(&self, items: &[&Item], written: &[Value]) -> Option<String> {
        let listing: Vec<&&Item> = items.iter().filter(|item| !item.is_base && !item.courses().is_empty()).collect();
        let dates = listing.iter().map(|item| self.as_of(item));
        let newest = dates.reduce(|best, next| if source::later(next, best) { next } else { best })?;
        if !written.is_empty() && !source::later(newest, self.base_as_of) {
            return None;
        }
        let source = listing.iter().find(|item| self.as_of(item) == newest).map(|item| &self.cited_by(item).source);
        let mut uses: Vec<(&str, &str)> = Vec::new();
        for item in listing.iter().filter(|item| Some(&self.cited_by(item).source) == source) {
            for course in item.courses() {
                let id = self.course_ids.of_item(*course);
                if !id.is_empty() && !uses.iter().any(|(known, _)| *known == id) {
                    let is_likely = self.gathered.courses[*course as usize].is_likely;
                    uses.push((id, if is_likely { "likely" } else { "certain" }));
                }
            }
        }
        let mut list = String::new();
        push_list(&mut list, &uses, |out, (id, quality)| {
            out.push_str("{\"course\":");
            push_quoted(out, id);
            push_member(out, "match", quality);
            out.push('}');
        });
        (!uses.is_empty()).then_some(list)
    }

    /// Where a program is accepted: what is written and what is new.
    fn pathways(&self, items: &[&Item], written: &[Value]) -> Option<String> {
        let mut all = written.to_vec();
        for item in items.iter().filter(|item| !item.is_base) {
            let new = item.acceptances().iter().map(|acceptance| self.pathway(item, acceptance));
            let handed_on = item.says.iter().filter(|said| said.field() == PATHWAYS);
            for pathway in new.chain(handed_on.map(|said| Value::Object(said.value.map()))) {
                let key = placeless(&pathway);
                if !all.iter().any(|other| placeless(other) == key) {
                    all.push(pathway);
                }
            }
        }
        (all.len() > written.len()).then(|| json!(all).to_string())
    }

    fn pathway(&self, item: &Item, acceptance: &Acceptance) -> Value {
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
        put("as_of", Some(self.as_of(item)));
        self.cited_by(item).cite();
        put("source", Some(&self.cited_by(item).source));
        let pointer = self.pointer(item, &acceptance.at);
        put("note", (!pointer.is_empty()).then_some(pointer.as_str()));
        Value::Object(map)
    }
}
