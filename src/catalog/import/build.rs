//! Builds the resulting catalogue from everything that was gathered: groups of records, ids, and each record once,
//! sorted by id. The result depends on nothing but what was read.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::compose::{Composed, Composer, Conflict};
use super::draft::{FALLBACK, Thing};
use super::gather::{Gathered, Item};
use super::group::{Marks, groups};
use super::identity::Identity;
use super::own::{self, Own};
use super::school::Resolved;
use super::slug::{self, slug};
use super::source::{self, Cited, Origin};
use super::spool::Spool;
use super::{ImportError, alone, parallel};
use crate::catalog::CatalogError;
use crate::catalog::load::Inspector;

/// The number of records that are made in one job.
const AT_ONCE: usize = 256;

/// A catalogue as it is written, every record checked.
#[derive(Debug)]
pub(super) struct Built {
    pub(super) name: String,
    pub(super) as_of: String,
    /// As JSON.
    pub(super) sources: Vec<String>,
    /// As JSON.
    pub(super) institutions: Vec<String>,
    pub(super) courses: Spool,
    pub(super) programs: Spool,
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
    /// Records that only name programs, none of which another record describes.
    pub(super) nameless: Vec<u32>,
    /// Names that were taken apart into several institutions, each with the first record that has it.
    pub(super) joint: Vec<(u32, String)>,
}

/// Builds a catalogue from what was gathered and from `base`, the catalogue that is added to.
pub(super) fn build(gathered: &Gathered, origins: &[Origin], base: &Own, name: &str) -> Result<Built, ImportError> {
    let schools = gathered.mentions.resolve(base.institutions.clone());
    let (sources, cited) = source::sources(origins, gathered, &base.sources);
    let as_of = newest(&sources, &cited, &base.as_of);
    let name = if base.name.is_empty() { name.to_owned() } else { base.name.clone() };
    let mut settled = Settled::default();
    let source_of = |item: &Item| cited[gathered.records[item.record as usize].document as usize].source.as_str();
    let ((courses, unclear), (programs, more)) = parallel::both(
        || {
            let mut marks = course_marks(gathered, origins, &schools);
            alone::mark(&gathered.courses, &base.courses, source_of, &mut marks);
            Named::of(marks, &gathered.courses, &base.courses, &schools, "course")
        },
        || {
            let mut marks: Vec<Marks> = gathered.programs.iter().map(|item| item.marks(&schools)).collect();
            alone::mark(&gathered.programs, &base.programs, source_of, &mut marks);
            Named::of(marks, &gathered.programs, &base.programs, &schools, "program")
        },
    );
    settled.ambiguous = [unclear, more].concat();
    settled.nameless = [courses.nameless(&gathered.courses), programs.nameless(&gathered.programs)].concat();
    settled.joint = joint(gathered, &schools);
    let all: Vec<String> = sources.iter().map(|source| json!(source).to_string()).collect();
    let mut institutions = schools.institutions.clone();
    institutions.sort_by(|a, b| a.key.cmp(&b.key));
    let institutions: Vec<String> = institutions.iter().map(|school| json!(school).to_string()).collect();
    let ids = courses.groups.keys().map(String::as_str);
    let maker = Maker {
        composer: Composer {
            gathered,
            spellings: &gathered.spellings.unified(),
            schools: &schools,
            cited: &cited,
            course_ids: &courses.ids_of_items(gathered.courses.len()),
            base_as_of: &base.as_of,
            course_groups: &courses.groups,
            course_items: &courses.groups_of_items(gathered.courses.len()),
            base_courses: &base.courses,
            renewed: courses.renewed(&gathered.courses),
            fallback: gathered.words.find(FALLBACK),
        },
        inspector: Inspector::new((&name, &as_of), &all, &institutions, ids).map_err(ImportError::Broken)?,
    };
    let courses = maker.all(&courses, (&gathered.courses, &base.courses, Thing::Course), &mut settled)?;
    let programs = maker.all(&programs, (&gathered.programs, &base.programs, Thing::Program), &mut settled)?;
    let used = source::used(&sources, origins, &cited, &base.sources);
    let sources = used.map(|source| json!(source).to_string()).collect();
    Ok(Built { name, as_of, sources, institutions, courses, programs, settled })
}

/// The marks of all courses, also those by which programs find them in their list.
fn course_marks(gathered: &Gathered, origins: &[Origin], schools: &Resolved) -> Vec<Marks> {
    let marks = |item: &Item| {
        let mut marks = item.marks(schools);
        let document = gathered.records[item.record as usize].document;
        item.seek_title(&origins[document as usize].named, schools, &mut marks);
        marks
    };
    gathered.courses.iter().map(marks).collect()
}

/// The names of several institutions, each with the first record that has it.
fn joint(gathered: &Gathered, schools: &Resolved) -> Vec<(u32, String)> {
    let mut first: BTreeMap<&str, u32> = BTreeMap::new();
    for item in gathered.programs.iter().chain(&gathered.courses) {
        for name in item.schools.iter().filter_map(|mention| schools.joint.get(mention)) {
            let record = first.entry(name).or_insert(item.record);
            *record = item.record.min(*record);
        }
    }
    first.into_iter().map(|(name, record)| (record, name.to_owned())).collect()
}

/// The date of the newest source; one that was there already dates nothing anew.
fn newest(sources: &[Map<String, Value>], cited: &[Cited], base: &str) -> String {
    let ids: HashSet<&str> = cited.iter().map(|cited| cited.source.as_str()).collect();
    let is_cited =
        |source: &&Map<String, Value>| source.get("id").and_then(Value::as_str).is_some_and(|id| ids.contains(id));
    let dates = sources.iter().filter(is_cited).filter_map(|source| source.get("as_of")?.as_str());
    let dates = dates.chain([base]).filter(|date| source::day(date) > 0);
    dates.max_by_key(|date| source::day(date)).unwrap_or("undated").to_owned()
}

/// Makes the records of a catalogue, each checked by the rules of the format.
struct Maker<'m> {
    composer: Composer<'m>,
    inspector: Inspector,
}

/// The records of one kind: what was gathered, and what is added to.
type Kind<'r> = (&'r [Item], &'r [Box<RawValue>], Thing);

/// A record that was made.
struct Made<'m> {
    id: &'m str,
    json: Cow<'m, str>,
    /// What became of the records that it was made of; nothing where none was added.
    outcome: Option<(Composed, usize, bool)>,
}

impl Maker<'_> {
    /// Composes all records, sorted by id.
    fn all(&self, named: &Named, kind: Kind<'_>, settled: &mut Settled) -> Result<Spool, ImportError> {
        let groups: Vec<(&String, &Vec<u32>)> = named.groups.iter().collect();
        let mut spool = Ok(Spool::default());
        parallel::in_order(
            |groups: &[(&String, &Vec<u32>)]| {
                let made = groups.iter().map(|(id, members)| self.one(id, members, kind));
                made.collect::<Result<Vec<Made<'_>>, CatalogError>>()
            },
            |made| {
                if let Ok(records) = &mut spool
                    && let Err(error) = keep(made, records, settled)
                {
                    spool = Err(error);
                }
            },
            |hand_out| groups.chunks(AT_ONCE).for_each(hand_out),
        );
        spool
    }

    fn one<'m>(&self, id: &'m str, members: &[u32], (items, base, thing): Kind<'m>) -> Result<Made<'m>, CatalogError> {
        let group: Vec<&Item> = members.iter().map(|member| &items[*member as usize]).collect();
        let written = members.first().filter(|first| items[**first as usize].is_base);
        let written = written.and_then(|first| base.get(*first as usize)).map(|record| record.get());
        let is_alone = group.len() == 1;
        if let Some(untouched) = written.filter(|record| is_alone && !self.composer.lists_a_renewed_course(record)) {
            return Ok(Made { id, json: untouched.into(), outcome: None });
        }
        let counted = group.iter().filter(|item| item.is_counted).count();
        let mut composed = self.composer.record(id, &group, written, thing);
        let kept = written.filter(|_| !composed.is_news);
        let json = kept.map_or_else(|| Cow::Owned(std::mem::take(&mut composed.json)), Cow::Borrowed);
        match thing {
            Thing::Course => self.inspector.course(&json)?,
            Thing::Program => self.inspector.program(&json)?,
        }
        Ok(Made { id, json, outcome: Some((composed, counted, written.is_some())) })
    }
}

/// Keeps records for writing and settles what they were made of.
fn keep(
    made: Result<Vec<Made<'_>>, CatalogError>,
    records: &mut Spool,
    settled: &mut Settled,
) -> Result<(), ImportError> {
    for record in made.map_err(ImportError::Broken)? {
        records.add(&record.json).map_err(ImportError::NotKept)?;
        if let Some((composed, counted, is_in_base)) = record.outcome {
            settled.settle(&composed, counted, is_in_base);
            let id = record.id;
            settled.conflicts.extend(composed.conflicts.into_iter().map(|conflict| (id.to_owned(), conflict)));
        }
    }
    Ok(())
}

/// The groups of one type of record, by id.
struct Named {
    /// Sorted by id. A group without any title gets no id and is omitted.
    groups: BTreeMap<String, Vec<u32>>,
}

impl Named {
    fn of(
        marks: Vec<Marks>,
        items: &[Item],
        base: &[Box<RawValue>],
        schools: &Resolved,
        what: &str,
    ) -> (Self, Vec<u32>) {
        let found = groups(marks);
        let ambiguous = found.ambiguous.iter().map(|item| items[*item as usize].record).collect();
        let mut named = BTreeMap::new();
        let mut wanted: Vec<(String, Vec<u32>)> = Vec::with_capacity(found.members.len());
        for members in found.members {
            // Records of the base catalogue come first in their group, in the order of that catalogue.
            let own = members.first().filter(|first| items[**first as usize].is_base);
            match own.and_then(|first| own::id_of(base.get(*first as usize)?)) {
                Some(id) => {
                    named.insert(id, members);
                }
                None => wanted.extend(wanted_id(items, &members, schools, what).map(|id| (id, members))),
            }
        }
        wanted.sort_unstable();
        let (alone, clashing): (Vec<_>, Vec<_>) = wanted
            .chunk_by_mut(|a, b| a.0 == b.0)
            .partition(|groups| groups.len() == 1 && !named.contains_key(&groups[0].0));
        // Those whose ids nobody else wants come first, so that no id made up for another group takes theirs.
        named.extend(alone.into_iter().flatten().map(std::mem::take));
        for groups in clashing {
            name_apart(items, groups, &mut named);
        }
        (Self { groups: named }, ambiguous)
    }

    /// The records that count and whose items have no id.
    fn nameless(&self, items: &[Item]) -> Vec<u32> {
        let ids = self.ids_of_items(items.len());
        let nameless = items.iter().zip(ids).filter(|(item, id)| id.is_empty() && item.is_counted);
        nameless.map(|(item, _)| item.record).collect()
    }

    /// The group of each item; empty if its group has no id.
    fn groups_of_items(&self, count: usize) -> Vec<&[u32]> {
        let mut groups: Vec<&[u32]> = vec![&[]; count];
        for members in self.groups.values() {
            for member in members {
                groups[*member as usize] = members;
            }
        }
        groups
    }

    /// The ids of the groups of the base catalogue that have new items.
    fn renewed(&self, items: &[Item]) -> HashSet<&str> {
        let is_renewed =
            |members: &[u32]| members.len() > 1 && members.first().is_some_and(|first| items[*first as usize].is_base);
        self.groups.iter().filter(|(_, members)| is_renewed(members)).map(|(id, _)| id.as_str()).collect()
    }

    /// The id of each item; empty if its group has none.
    fn ids_of_items(&self, count: usize) -> Vec<&str> {
        let mut ids = vec![""; count];
        for (id, members) in &self.groups {
            for member in members {
                ids[*member as usize] = id;
            }
        }
        ids
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

/// The preferred id of a group: the one that it has in a catalogue of this program, or else one of its school and title.
/// `None` if no record has a title.
fn wanted_id(items: &[Item], members: &[u32], schools: &Resolved, what: &str) -> Option<String> {
    let titled = members.iter().map(|member| &items[*member as usize]).filter(|item| !item.title.is_empty());
    let title = titled.map(|item| &*item.title).min()?;
    let identities = members.iter().flat_map(|member| &items[*member as usize].identities);
    if let Some(own) = identities.filter_map(Identity::own).filter(|id| slug::is_id(id)).min() {
        return Some(own.to_owned());
    }
    let school = members.iter().find_map(|member| items[*member as usize].schools.first());
    let school = school.and_then(|mention| schools.of(*mention).next());
    let title = slug(title, what);
    Some(match school {
        Some(school) => format!("{}-{title}", school.key),
        None => title,
    })
}

/// Gives groups that want the same id one each that no other group has: by the kind, by the start of an identifier,
/// else by a number.
fn name_apart(items: &[Item], groups: &mut [(String, Vec<u32>)], named: &mut BTreeMap<String, Vec<u32>>) {
    let mut number = 2;
    for (wanted, members) in groups.iter_mut().map(std::mem::take) {
        let endings = endings(items, &members).into_iter();
        let free = endings.map(|ending| format!("{wanted}-{ending}")).find(|name| !named.contains_key(name));
        let id = free.unwrap_or_else(|| {
            // Numbers only grow: what was taken for one group is taken for the next.
            while named.contains_key(&format!("{wanted}-{number}")) {
                number += 1;
            }
            format!("{wanted}-{number}")
        });
        named.insert(id, members);
    }
}

/// What tells a group from another with the same title and school.
fn endings(items: &[Item], members: &[u32]) -> Vec<String> {
    let all = members.iter().map(|member| &items[*member as usize]);
    let kind = all.clone().find_map(|item| item.kind.as_deref()).map(|kind| slug(kind, "kind"));
    let mut identities: Vec<String> =
        all.flat_map(|item| item.identities.iter().filter_map(Identity::written)).collect();
    identities.sort();
    let start = identities
        .first()
        .and_then(|id| id.split_once(':'))
        .map(|(_, id)| slug(id, "id").chars().take(8).collect::<String>());
    kind.into_iter().chain(start).map(|ending| ending.trim_matches('-').to_owned()).collect()
}
