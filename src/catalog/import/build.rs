//! Builds the resulting catalogue from everything that was gathered: groups of records, ids, and each record once,
//! sorted by id. The result depends on nothing but what was read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::HashSet;
use std::ops::Range;

use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::compose::{Composed, Composer, Conflict};
use super::disputed::Disputed;
use super::draft::{FALLBACK, Thing};
use super::gather::Gathered;
use super::group::Marks;
use super::ids::Ids;
use super::item::Item;
use super::own::Own;
use super::school::Resolved;
use super::source::{self, Cited, Origin};
use super::spool::Spool;
use super::{ImportError, alone};
use crate::catalog::CatalogError;
use crate::catalog::load::Inspector;
use crate::parallel;

/// The number of records that are made in one job.
const AT_ONCE: u32 = 256;

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
    /// Records of courses whose program no record describes.
    pub(super) without_program: Vec<u32>,
    /// Names that were taken apart into several institutions, each with the first record that has it.
    pub(super) joint: Vec<(u32, String)>,
    /// Records that share an address or a key with others and are not joined with them, each with the reason.
    pub(super) apart: Vec<(u32, String)>,
}

/// Builds a catalogue from what was gathered and from `base`, the catalogue that is added to.
pub(super) fn build(gathered: &Gathered, origins: &[Origin], base: &Own, name: &str) -> Result<Built, ImportError> {
    let schools = gathered.mentions.resolve(base.institutions.clone());
    let (sources, cited) = source::sources(origins, gathered, &base.sources);
    let as_of = newest(&sources, &cited, &base.as_of);
    let name = if base.name.is_empty() { name.to_owned() } else { base.name.clone() };
    let mut settled = Settled::default();
    let disputed = parallel::both(|| Disputed::of(gathered, Thing::Course), || Disputed::of(gathered, Thing::Program));
    let (courses, programs, ambiguous) = ids(gathered, origins, base, (&schools, &disputed), &cited);
    settled.ambiguous = ambiguous;
    settled.nameless = [courses.nameless(&gathered.courses), programs.nameless(&gathered.programs)].concat();
    settled.without_program = programs.without_program(&gathered.programs);
    settled.joint = joint(gathered, &schools);
    settled.apart = [disputed.0.told, disputed.1.told, apart(gathered, &schools)].concat();
    let all: Vec<String> = sources.iter().map(|source| json!(source).to_string()).collect();
    let mut institutions = schools.institutions.clone();
    institutions.sort_by(|a, b| a.key.cmp(&b.key));
    let institutions: Vec<String> = institutions.iter().map(|school| json!(school).to_string()).collect();
    let maker = Maker {
        composer: Composer {
            gathered,
            spellings: &gathered.spellings.unified(),
            schools: &schools,
            cited: &cited,
            course_ids: &courses,
            base_as_of: &base.as_of,
            base_dates: base.dates(),
            base_courses: &base.courses,
            renewed: courses.renewed(&gathered.courses),
            fallback: gathered.words.find(FALLBACK),
        },
        inspector: Inspector::new((&name, &as_of), &all, &institutions, courses.texts())
            .map_err(ImportError::Broken)?,
    };
    let courses = maker.all(&courses, (&gathered.courses, &base.courses, Thing::Course), &mut settled)?;
    let programs = maker.all(&programs, (&gathered.programs, &base.programs, Thing::Program), &mut settled)?;
    let used = source::used(&sources, origins, &cited, &base.sources);
    let sources = used.map(|source| json!(source).to_string()).collect();
    Ok(Built { name, as_of, sources, institutions, courses, programs, settled })
}

/// The ids of the courses and of the programs, and the records that could belong to more than one of them.
fn ids(
    gathered: &Gathered,
    origins: &[Origin],
    base: &Own,
    (schools, disputed): (&Resolved, &(Disputed, Disputed)),
    cited: &[Cited],
) -> (Ids, Ids, Vec<u32>) {
    let (of_courses, of_programs) = disputed;
    let source_of = |item: &Item| cited[gathered.records[item.record as usize].document as usize].source.as_str();
    let ((courses, unclear), (programs, more)) = parallel::both(
        || {
            let alone = alone::marks(&gathered.courses, &base.courses, &gathered.words, source_of);
            let marks = alone::added(course_marks(gathered, origins, schools, of_courses), &alone);
            Ids::of(marks, (gathered, Thing::Course), &base.courses, schools)
        },
        || {
            let alone = alone::marks(&gathered.programs, &base.programs, &gathered.words, source_of);
            let marks = gathered
                .programs
                .iter()
                .map(|item| item.marks(schools, &gathered.words, |id| of_programs.key(id, item)));
            let marks = alone::added(marks, &alone);
            Ids::of(marks, (gathered, Thing::Program), &base.programs, schools)
        },
    );
    (courses, programs, [unclear, more].concat())
}

/// The marks of all courses, also those by which programs find them in their list.
fn course_marks(
    gathered: &Gathered,
    origins: &[Origin],
    schools: &Resolved,
    disputed: &Disputed,
) -> impl Iterator<Item = Marks> {
    let marks = move |item: &Item| {
        let mut marks = item.marks(schools, &gathered.words, |id| disputed.key(id, item));
        let document = gathered.records[item.record as usize].document;
        item.seek_title(&origins[document as usize].named, schools, &mut marks);
        marks
    };
    gathered.courses.iter().map(marks)
}

/// The names of several institutions, each with the first record that has it.
fn joint(gathered: &Gathered, schools: &Resolved) -> Vec<(u32, String)> {
    first_records(gathered, &schools.joint)
}

/// Why schools with the key of another one are schools of their own, each with the first record that names it.
fn apart(gathered: &Gathered, schools: &Resolved) -> Vec<(u32, String)> {
    first_records(gathered, &schools.apart)
}

/// Texts about mentions of schools, each with the first record that makes the mention.
fn first_records(gathered: &Gathered, texts: &BTreeMap<u32, String>) -> Vec<(u32, String)> {
    let mut first: BTreeMap<&str, u32> = BTreeMap::new();
    for item in gathered.programs.iter().chain(&gathered.courses) {
        for text in item.schools.iter().filter_map(|mention| texts.get(mention)) {
            let record = first.entry(text).or_insert(item.record);
            *record = item.record.min(*record);
        }
    }
    first.into_iter().map(|(text, record)| (record, text.to_owned())).collect()
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
    inspector: Inspector<'m>,
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
    fn all(&self, ids: &Ids, kind: Kind<'_>, settled: &mut Settled) -> Result<Spool, ImportError> {
        let mut spool = Ok(Spool::default());
        parallel::in_order(
            |numbers: Range<u32>| {
                let made = numbers.map(|number| self.one(ids.text(number), ids.members(number), kind));
                made.collect::<Result<Vec<Made<'_>>, CatalogError>>()
            },
            |made| {
                if let Ok(records) = &mut spool
                    && let Err(error) = keep(made, records, settled)
                {
                    spool = Err(error);
                }
            },
            |hand_out| {
                let count = ids.texts().len() as u32;
                (0..count).step_by(AT_ONCE as usize).for_each(|at| hand_out(at..count.min(at + AT_ONCE)));
            },
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
