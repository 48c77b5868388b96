//! Reads catalogues of this program, either as the base that is added to or as one of the inputs. Their records stay as
//! they are written, so that whatever is not changed comes out as it went in.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::amount::What;
use super::draft::{Draft, Said, School, Thing};
use super::format::{AS_WRITTEN, COURSE_FIELDS, FIELDS, PATHWAYS};
use super::identity::Identity;
use super::school::Institution;
use super::stated::{self, Stated};
use crate::catalog::{Basis, Catalog, CatalogError, Currency, Problem, Tax};

/// A catalogue file whose records are not parsed any further.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Own {
    format: String,
    pub(super) name: String,
    pub(super) as_of: String,
    pub(super) sources: Vec<Map<String, Value>>,
    pub(super) institutions: Vec<Institution>,
    pub(super) courses: Vec<Box<RawValue>>,
    pub(super) programs: Vec<Box<RawValue>>,
}

/// The reason why each broken record is rejected, by the id of the record.
pub(super) type Broken = BTreeMap<String, String>;

/// The greatest number of times that a catalogue is checked again: leaving out a record may break another one, as a
/// program that cites the course that was left out.
const MAX_ROUNDS: usize = 4;

/// Finds the records that break a rule. Returns `None` if the catalogue is not valid without them either.
pub(super) fn broken(catalog: &Own, mut problems: Vec<Problem>) -> Option<Broken> {
    let mut rest = catalog.clone();
    let mut broken = Broken::new();
    for _ in 0..MAX_ROUNDS {
        for problem in problems {
            let reason = format!("{}: {}", problem.field, problem.message);
            broken.entry(problem.record).or_insert(reason);
        }
        let count = rest.programs.len() + rest.courses.len();
        rest = rest.without(&broken);
        if rest.programs.len() + rest.courses.len() == count {
            return None;
        }
        problems = match Catalog::from_text(serde_json::to_string(&rest).ok()?) {
            Ok(_) => return Some(broken),
            Err(CatalogError::Rejected(problems)) => problems,
            Err(_) => return None,
        };
    }
    None
}

impl Own {
    /// The date of each source.
    pub(super) fn dates(&self) -> Dates<'_> {
        let dated = self.sources.iter();
        dated.filter_map(|source| Some((source.get("id")?.as_str()?, source.get("as_of")?.as_str()?))).collect()
    }

    /// Returns the catalogue without its broken records.
    pub(super) fn without(mut self, broken: &Broken) -> Self {
        for records in [&mut self.programs, &mut self.courses] {
            records.retain(|record| id_of(record).is_none_or(|id| !broken.contains_key(&id)));
        }
        self
    }
}

/// The members by which a record is recognized.
#[derive(Deserialize)]
struct Known {
    id: String,
    title: String,
    #[serde(default)]
    identifiers: Vec<String>,
    #[serde(default)]
    kind: Vec<Claimed>,
    #[serde(default)]
    institutions: Vec<Claimed>,
    institution: Option<String>,
    #[serde(default)]
    url: Value,
}

#[derive(Deserialize)]
struct Claimed {
    value: Value,
}

/// A record of the base catalogue, as far as others are compared with it; `None` if it cannot be parsed.
pub(super) fn base(record: &RawValue, thing: Thing) -> Option<Draft> {
    let known: Known = serde_json::from_str(record.get()).ok()?;
    let mut draft = Draft { thing, title: known.title, ..Draft::default() };
    draft.identities.push(Identity::of_own(&known.id));
    draft.identities.extend(known.identifiers.iter().filter_map(|written| Identity::read(written)));
    draft.kind = known.kind.first().and_then(|claim| claim.value.as_str()).map(str::to_owned);
    let offered = known.institutions.first().and_then(|claim| claim.value.as_array()).into_iter().flatten();
    let keys = offered.filter_map(Value::as_str).map(str::to_owned).chain(known.institution);
    draft.schools = keys.map(|key| School { key: Some(key), name: None }).collect();
    let claims = known.url.as_array().into_iter().flatten().filter_map(|claim| claim.get("value"));
    for url in claims.chain([&known.url]).filter_map(Value::as_str) {
        draft.identities.extend(Identity::address(url).into_iter().chain(Identity::of_node(url)));
    }
    Some(draft)
}

/// The source of what a record is first said to be: of the kind of a program, or else of the first fact of a course;
/// `None` if it says nothing.
pub(super) fn source_of(record: &RawValue) -> Option<String> {
    let map: Map<String, Value> = serde_json::from_str(record.get()).ok()?;
    let claim = ["kind"].into_iter().chain(COURSE_FIELDS).find_map(|field| map.get(field)?.as_array()?.first());
    claim?.get("source")?.as_str().map(str::to_owned)
}

/// The ids of the courses of a program; `None` if it lists none, or one that is only likely its course.
pub(super) fn courses_of(program: &str) -> Option<Vec<String>> {
    #[derive(Deserialize)]
    struct Listing {
        #[serde(default)]
        course_list: Vec<Value>,
    }
    let listing: Listing = serde_json::from_str(program).ok()?;
    Some(certain_courses(&listing.course_list)?.into_iter().map(str::to_owned).collect())
}

/// The ids in a list of courses; `None` if it is empty, or one of them is only likely a course of the program.
pub(super) fn certain_courses(list: &[Value]) -> Option<Vec<&str>> {
    let is_likely = |entry: &Value| entry.get("match").is_some_and(|quality| quality == "likely");
    let ids = list.iter().map(|entry| if is_likely(entry) { None } else { entry.get("course")?.as_str() });
    ids.collect::<Option<Vec<&str>>>().filter(|ids| !ids.is_empty())
}

/// What a catalogue writes for a date that is not known.
const UNDATED: &str = "undated";

/// The date of each source of a catalogue.
pub(super) type Dates<'s> = HashMap<&'s str, &'s str>;

/// What a course of a catalogue is said to be, each with its date: what is not a mere guess, in the order of the record.
/// A claim without a date of its own is as old as its source.
pub(super) fn claims_of_course(record: &str, dates: &Dates<'_>) -> Vec<(&'static str, Stated, Basis, String)> {
    let map: Map<String, Value> = serde_json::from_str(record).unwrap_or_default();
    let claims = COURSE_FIELDS.into_iter().flat_map(|field| {
        map.get(field).and_then(Value::as_array).into_iter().flatten().map(move |claim| (field, claim))
    });
    let read = |(field, claim): (&'static str, &Value)| {
        let member = |key: &str| claim.get(key).and_then(Value::as_str);
        let basis = member("basis").map_or(Some(Basis::Stated), Basis::from_slug)?;
        let of_source = || member("source").and_then(|source| dates.get(source).copied());
        let as_of = member("as_of").or_else(of_source).unwrap_or(UNDATED);
        let is_about_it = basis.is_about_the_program();
        Some((field, value_of_course(claim).filter(|_| is_about_it)?, basis, as_of.to_owned()))
    };
    claims.filter_map(read).collect()
}

/// The value of a claim about a course.
fn value_of_course(claim: &Value) -> Option<Stated> {
    let member = |key: &str| claim.get(key).and_then(Value::as_str);
    if let Some(text) = member("value") {
        return stated::text(text);
    }
    let number = |key: &str| claim.get(key).and_then(Value::as_f64);
    let (low, high) = number("low").zip(number("high")).or_else(|| number("value").map(|value| (value, value)))?;
    match member("currency") {
        Some(code) => {
            let price = stated::money(low, high, Currency::parse(code)?, What::Course);
            Some(stated::taxed(price, member("tax").and_then(Tax::from_slug))?)
        }
        None => stated::positive(low, high),
    }
}

/// The id of a record; `None` if it cannot be parsed.
pub(super) fn id_of(record: &RawValue) -> Option<String> {
    serde_json::from_str::<Known>(record.get()).ok().map(|known| known.id)
}

/// A record of an input catalogue with its claims as they are written; `None` if it cannot be parsed.
pub(super) fn draft(record: &RawValue, thing: Thing) -> Option<Draft> {
    let mut draft = base(record, thing)?;
    let map: Map<String, Value> = serde_json::from_str(record.get()).ok()?;
    for (key, value) in &map {
        let Some(field) = field(key) else { continue };
        for claim in value.as_array().into_iter().flatten().filter(|claim| claim.is_object()) {
            let claim = claim.to_string();
            let value = Stated::Written(claim[1..claim.len() - 1].into());
            draft.says.push(Said {
                field,
                value,
                basis: Basis::Stated,
                at: AS_WRITTEN.to_owned(),
                note: None,
                as_of: None,
            });
        }
    }
    let offered = draft.says.iter().filter(|said| said.field == "institutions").flat_map(|said| said.value.names());
    for key in offered {
        let school = School { key: Some(key.to_string()), name: None };
        if !draft.schools.contains(&school) {
            draft.schools.push(school);
        }
    }
    let uses = map.get("course_list").and_then(Value::as_array).into_iter().flatten();
    let courses = uses.filter_map(|entry| {
        let identities = vec![Identity::of_own(entry.get("course")?.as_str()?)];
        let is_likely = entry.get("match").is_some_and(|quality| quality == "likely");
        Some(Draft { thing: Thing::Course, identities, is_likely, ..Draft::default() })
    });
    draft.courses = courses.collect();
    Some(draft)
}

/// The name of a fact whose claims are passed on unchanged; `None` for any other key.
fn field(key: &str) -> Option<&'static str> {
    FIELDS.iter().copied().chain([PATHWAYS, "weeks"]).find(|field| *field == key)
}
