//! Builds the resulting catalogue from everything that was gathered: groups of records, ids, and each record once,
//! sorted by id. The result depends on nothing but what was read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::compose::{Composed, Composer, Conflict};
use super::gather::{Gathered, Item};
use super::group::{Marks, groups};
use super::own::{self, Own};
use super::school::{Institution, Resolved};
use super::slug::slug;
use super::source::{self, Origin};

/// A catalogue ready to be written, record by record.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub(super) name: String,
    pub(super) as_of: String,
    pub(super) sources: Vec<Map<String, Value>>,
    pub(super) institutions: Vec<Institution>,
    pub(super) courses: Vec<String>,
    pub(super) programs: Vec<String>,
    /// What became of each record that counts.
    pub(super) settled: Settled,
}

/// The number of records for each outcome, and what the report must say about them.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub(super) added: usize,
    pub(super) merged: usize,
    pub(super) already_there: usize,
    pub(super) conflicts: Vec<(String, Conflict)>,
    /// Records that could belong to more than one program.
    pub(super) ambiguous: Vec<u32>,
}

/// Builds a catalogue from what was gathered and from `base`, the catalogue that is added to.
pub(super) fn build(gathered: &Gathered, origins: &[Origin], base: &Own, name: &str) -> Built {
    let schools = gathered.mentions.resolve(base.institutions.clone());
    let (sources, cited) = source::sources(origins, gathered, &base.sources);
    let mut settled = Settled::default();
    let courses = Named::of(&gathered.courses, &base.courses, &schools, "course", &mut settled.ambiguous);
    let programs = Named::of(&gathered.programs, &base.programs, &schools, "program", &mut settled.ambiguous);
    let composer = Composer {
        gathered,
        schools: &schools,
        cited: &cited,
        course_ids: &courses.ids_of_items(gathered.courses.len()),
        base_as_of: &base.as_of,
    };
    let courses = courses
        .compose(&gathered.courses, &base.courses, &mut settled, |id, items, base| composer.course(id, items, base));
    let programs = programs
        .compose(&gathered.programs, &base.programs, &mut settled, |id, items, base| composer.program(id, items, base));
    // A source that only the base catalogue cites must not change the date of the catalogue.
    let is_cited = |source: &&Map<String, Value>| {
        source.get("id").and_then(Value::as_str).is_some_and(|id| cited.iter().any(|cited| cited.source == id))
    };
    let dates = sources.iter().filter(is_cited).filter_map(|source| source.get("as_of")?.as_str());
    let dates = dates.chain([base.as_of.as_str()]).filter(|date| source::day(date) > 0);
    let as_of = dates.max_by_key(|date| source::day(date)).unwrap_or("undated").to_owned();
    let mut institutions = schools.institutions;
    institutions.sort_by(|a, b| a.key.cmp(&b.key));
    let name = if base.name.is_empty() { name.to_owned() } else { base.name.clone() };
    Built { name, as_of, sources, institutions, courses, programs, settled }
}

/// The groups of one type of record, by id.
struct Named {
    /// Sorted by id. A group without any title gets no id and is omitted.
    groups: BTreeMap<String, Vec<u32>>,
}

impl Named {
    fn of(items: &[Item], base: &[Box<RawValue>], schools: &Resolved, what: &str, ambiguous: &mut Vec<u32>) -> Self {
        let marks: Vec<Marks> = items.iter().map(|item| item.marks(schools)).collect();
        let found = groups(&marks);
        ambiguous.extend(found.ambiguous.iter().map(|item| items[*item as usize].record));
        let mut named = BTreeMap::new();
        let mut wanted: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
        for members in found.members {
            // Records of the base catalogue come first in their group, in the order of that catalogue.
            let own = members.first().filter(|first| items[**first as usize].is_base);
            match own.and_then(|first| own::id_of(base.get(*first as usize)?)) {
                Some(id) => {
                    named.insert(id, members);
                }
                None => {
                    if let Some(id) = wanted_id(items, &members, schools, what) {
                        wanted.entry(id).or_default().push(members);
                    }
                }
            }
        }
        let taken: BTreeSet<String> = named.keys().cloned().collect();
        for (id, groups) in wanted {
            let is_alone = groups.len() == 1 && !taken.contains(&id);
            for members in groups {
                let id = if is_alone { id.clone() } else { own_id(&id, items, &members, &named) };
                named.insert(id, members);
            }
        }
        Self { groups: named }
    }

    /// The id of each item; empty if its group has none.
    fn ids_of_items(&self, count: usize) -> Vec<String> {
        let mut ids = vec![String::new(); count];
        for (id, members) in &self.groups {
            for member in members {
                ids[*member as usize].clone_from(id);
            }
        }
        ids
    }

    /// Composes all records, sorted by id.
    fn compose(
        self,
        items: &[Item],
        base: &[Box<RawValue>],
        settled: &mut Settled,
        compose: impl Fn(&str, &[&Item], Option<&str>) -> Composed,
    ) -> Vec<String> {
        let mut records = Vec::with_capacity(self.groups.len());
        for (id, members) in self.groups {
            let group: Vec<&Item> = members.iter().map(|member| &items[*member as usize]).collect();
            let written = members.first().filter(|first| items[**first as usize].is_base);
            let written = written.and_then(|first| base.get(*first as usize)).map(|record| record.get());
            let counted = group.iter().filter(|item| item.is_counted).count();
            if let Some(untouched) = written.filter(|_| group.len() == 1) {
                records.push(untouched.to_owned());
                continue;
            }
            let composed = compose(&id, &group, written);
            settled.settle(&composed, counted, written.is_some());
            settled.conflicts.extend(composed.conflicts.into_iter().map(|conflict| (id.clone(), conflict)));
            let kept = written.filter(|_| !composed.is_news).map(str::to_owned);
            records.push(kept.unwrap_or(composed.json));
        }
        records
    }
}

impl Settled {
    fn settle(&mut self, composed: &Composed, counted: usize, is_in_base: bool) {
        match (is_in_base, composed.is_news) {
            (true, true) => self.merged += counted,
            (true, false) => self.already_there += counted,
            (false, _) if counted > 0 => {
                self.added += 1;
                self.merged += counted - 1;
            }
            (false, _) => {}
        }
    }
}

/// The preferred id of a group: its school and title, as in the ids of this catalogue. `None` if no record has a title.
fn wanted_id(items: &[Item], members: &[u32], schools: &Resolved, what: &str) -> Option<String> {
    let titled = members.iter().map(|member| &items[*member as usize]).filter(|item| !item.title.is_empty());
    let title = titled.map(|item| &*item.title).min()?;
    let school = members.iter().find_map(|member| items[*member as usize].schools.first());
    let title = slug(title, what);
    Some(match school {
        Some(school) => format!("{}-{title}", schools.of(*school).key),
        None => title,
    })
}

/// An unused id: the wanted one with the kind appended, or the start of the identifier, or a number.
fn own_id(wanted: &str, items: &[Item], members: &[u32], taken: &BTreeMap<String, Vec<u32>>) -> String {
    let first = members.iter().map(|member| &items[*member as usize]);
    let kind = first.clone().find_map(|item| item.kind.as_deref()).map(|kind| slug(kind, "kind"));
    let mut identities: Vec<String> =
        first.flat_map(|item| item.identities.iter().filter_map(super::identity::Identity::written)).collect();
    identities.sort();
    let start = identities
        .first()
        .and_then(|id| id.split_once(':'))
        .map(|(_, id)| slug(id, "id").chars().take(8).collect::<String>());
    let endings = kind.into_iter().chain(start).map(|ending| format!("{wanted}-{}", ending.trim_matches('-')));
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut names = endings.chain(numbered);
    names.find(|name| !taken.contains_key(name)).unwrap_or_else(|| wanted.to_owned())
}
