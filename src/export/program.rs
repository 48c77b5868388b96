//! A program as JSON, and its claims as a sheet. A fact always carries its basis; if it is unknown, the basis is
//! `unknown` and there is no value.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::catalog::{
    AsOf, Basis, Catalog, Cell, Claim, CourseUse, Credit, Fact, FactKey, InstitutionIx, Level, Money, Pacing, Pathway,
    Price, Program, Range, Source, Text,
};
use crate::compare::{CostPerHour, cost_per_hour};
use crate::search::Hit;
use crate::topics::{ProgramTopic, Vocabulary, of_program, topics_of};

use super::Sheet;
use super::object::{Object, Part};

/// Returns the shown value of a fact: `value`, or `low` and `high`; `unit` or `currency`; `basis`, `source` and
/// `as_of`; `others` if there are more claims. An unknown fact has only a basis.
pub fn fact_json(catalog: &Catalog, program: &Program, key: FactKey) -> Value {
    fact(catalog, program, key).into()
}

fn fact<'a>(catalog: &'a Catalog, program: &'a Program, key: FactKey) -> Object<'a> {
    claims(catalog, program, key, Detail::Fact).pop().unwrap_or_else(unknown)
}

/// A program as an entry of `list --json`.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    catalog: &'a Catalog,
    program: Cow<'a, Program>,
    topics: Vec<ProgramTopic>,
    score: i32,
    matches: Vec<(usize, usize)>,
}

impl<'a> Listed<'a> {
    /// Creates an entry from a hit and the ranges of its title that matched.
    pub fn new(catalog: &'a Catalog, hit: Hit, matches: Vec<(usize, usize)>) -> Self {
        let program = catalog.program_once(hit.program);
        let topics = topics_of(catalog, hit.program, &program);
        Self { catalog, program, topics, score: hit.score, matches }
    }
}

impl Serialize for Listed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        listed(self.catalog, &self.program, &self.topics, self.score, &self.matches).serialize(serializer)
    }
}

/// Returns a program with everything on record: the keys of a list entry, then every fact, all claims, the courses, the
/// pathways and their sources.
pub fn program_json(catalog: &Catalog, program: &Program) -> Value {
    let topics = of_program(Vocabulary::embedded(), catalog, program);
    let mut object = listed(catalog, program, &topics, 0, &[]);
    let mut facts: Object<'_> =
        FactKey::ALL.into_iter().map(|key| (key.slug(), fact(catalog, program, key).into())).collect();
    facts.put("cost_per_hour", cost_object(catalog, cost_per_hour(program)));
    let claims = |key| claims(catalog, program, key, Detail::Claim).into_iter().collect::<Part<'_>>();
    object.put("facts", facts);
    object.put("claims", FactKey::ALL.into_iter().map(|key| (key.slug(), claims(key))).collect::<Object<'_>>());
    let mut object = match Value::from(object) {
        Value::Object(object) => object,
        _ => Map::new(),
    };
    let courses = program.course_list.iter().map(|course_use| course_json(catalog, *course_use));
    object.insert("course_list".to_owned(), courses.collect());
    object.insert("pathways".to_owned(), program.pathways.iter().map(|way| pathway_json(catalog, way)).collect());
    object.insert("sources".to_owned(), sources_json(catalog, program));
    Value::Object(object)
}

/// Returns the topics of a program, the main ones first: the topics on record, or else those found in its text.
fn topics_list(topics: &[ProgramTopic]) -> Part<'static> {
    let vocabulary = Vocabulary::embedded();
    let topics = topics.iter().map(|own| {
        let topic = vocabulary.topic(own.topic);
        let mut object = Object::of("id", topic.id.as_str());
        object.put("name", topic.name.en.as_str());
        object.put("strength", own.strength.slug());
        object.put("basis", own.basis.slug());
        object
    });
    topics.collect()
}

fn listed<'a>(
    catalog: &'a Catalog,
    program: &'a Program,
    topics: &[ProgramTopic],
    score: i32,
    matches: &[(usize, usize)],
) -> Object<'a> {
    let fact = |key| Part::from(fact(catalog, program, key));
    let institutions = program.institutions().iter().map(|ix| catalog.institution(*ix).name.as_str());
    let pair = |(start, end): &(usize, usize)| [*start, *end].into_iter().collect::<Part<'_>>();
    let keys = [
        ("id", program.id.as_str().into()),
        ("title", program.title.as_str().into()),
        ("kind", program.kind().slug().into()),
        ("institutions", institutions.collect()),
        ("fields", strings(program.fields())),
        ("topics", topics_list(topics)),
        ("level", fact(FactKey::Level)),
        ("languages", strings(program.languages())),
        ("status", program.status().slug().into()),
        ("courses", fact(FactKey::Courses)),
        ("length", fact(FactKey::Length)),
        ("effort", fact(FactKey::Effort)),
        ("price", fact(FactKey::Price)),
        ("price_usd", comparable(catalog, program).into()),
        ("credit", fact(FactKey::Credit)),
        ("platform", program.platform.value().map(Text::as_str).into()),
        ("moved", moved(program).into()),
        ("url", program.page().map(Text::as_str).into()),
        ("score", score.into()),
        ("matches", matches.iter().map(pair).collect()),
        ("bases", bases(program).into()),
    ];
    keys.into_iter().collect()
}

/// Returns the bases of the facts that are written as bare values.
fn bases(program: &Program) -> Object<'static> {
    fn basis<T>(fact: &Fact<T>) -> Part<'static> {
        Basis::slug_of(fact.shown().map(|claim| claim.basis)).into()
    }
    let keys = [
        ("kind", basis(&program.kind)),
        ("institutions", basis(&program.institutions)),
        ("fields", basis(&program.fields)),
        ("languages", basis(&program.languages)),
        ("status", basis(&program.status)),
    ];
    keys.into_iter().collect()
}

/// Returns where a program has moved to.
pub(super) fn moved_json(program: &Program) -> Value {
    moved(program).map_or(Value::Null, Value::from)
}

fn moved(program: &Program) -> Option<Object<'_>> {
    let moved = program.relocation()?;
    let mut object = Object::of("to", moved.platform.map(Text::as_str));
    object.put("since", moved.since.map(AsOf::text));
    object.put("url", moved.url.map(Text::as_str));
    Some(object)
}

/// How a claim is written.
#[derive(Clone, Copy, PartialEq)]
enum Detail {
    /// As the value of a fact, with the number of other claims.
    Fact,
    /// As one of several claims, with its grade and note.
    Claim,
}

fn claims<'a>(catalog: &'a Catalog, program: &'a Program, key: FactKey, detail: Detail) -> Vec<Object<'a>> {
    let name = |ix: &InstitutionIx| catalog.institution(*ix).name.as_str();
    match key {
        FactKey::Kind => all(catalog, &program.kind, detail, |kind| one(kind.slug())),
        FactKey::Institutions => {
            all(catalog, &program.institutions, detail, |ixs| one(ixs.iter().map(name).collect::<Part<'_>>()))
        }
        FactKey::Fields => all(catalog, &program.fields, detail, |texts| one(strings(texts))),
        FactKey::Topics => all(catalog, &program.topics, detail, |topics| {
            let mut object = Object::of("about", strings(&topics.about));
            object.put("part", strings(&topics.part));
            one(object)
        }),
        FactKey::Level => all(catalog, &program.level, detail, |levels| {
            one(levels.iter().map(|level: &Level| level.slug()).collect::<Part<'_>>())
        }),
        FactKey::Languages => all(catalog, &program.languages, detail, |texts| one(strings(texts))),
        FactKey::Status => all(catalog, &program.status, detail, |status| one(status.slug())),
        FactKey::Platform => all(catalog, &program.platform, detail, text),
        FactKey::Seen => all(catalog, &program.seen, detail, text),
        FactKey::Successors => all(catalog, &program.successors, detail, |texts| one(strings(texts))),
        FactKey::Courses => all(catalog, &program.courses, detail, |count| one(*count)),
        FactKey::Length => {
            all(catalog, &program.length, detail, |length| range(length.amount, Some(length.unit.slug())))
        }
        FactKey::Effort => all(catalog, &program.effort, detail, |hours| range(*hours, Some("hours"))),
        FactKey::Workload => all(catalog, &program.workload, detail, |hours| range(*hours, Some("hours a week"))),
        FactKey::StudyWeeks => all(catalog, &program.study_weeks, detail, |weeks| range(*weeks, Some("weeks"))),
        FactKey::Pacing => all(catalog, &program.pacing, detail, |all| {
            one(all.iter().map(|pacing: &Pacing| pacing.slug()).collect::<Part<'_>>())
        }),
        FactKey::Price => all(catalog, &program.price, detail, price),
        FactKey::CoursePrice => all(catalog, &program.course_price, detail, price),
        FactKey::ExamPrice => all(catalog, &program.exam_price, detail, price),
        FactKey::OtherPrice => all(catalog, &program.other_price, detail, price),
        FactKey::Credit => all(catalog, &program.credit, detail, |credit: &Credit| one(credit.slug())),
        FactKey::Proctored => all(catalog, &program.proctored, detail, |yes| one(*yes)),
        FactKey::PassMark => all(catalog, &program.pass_mark, detail, |percent| range(*percent, Some("percent"))),
        FactKey::Skills => all(catalog, &program.skills, detail, |texts| one(strings(texts))),
        FactKey::Exam => all(catalog, &program.exam, detail, text),
        FactKey::Prerequisites => all(catalog, &program.prerequisites, detail, text),
        FactKey::Capstone => all(catalog, &program.capstone, detail, text),
        FactKey::FormerName => all(catalog, &program.former_name, detail, text),
        FactKey::Remark => all(catalog, &program.remark, detail, text),
        FactKey::Url => all(catalog, &program.url, detail, text),
    }
}

fn all<'a, T>(
    catalog: &'a Catalog,
    fact: &'a Fact<T>,
    detail: Detail,
    value: impl Fn(&'a T) -> Object<'a>,
) -> Vec<Object<'a>> {
    let count = if detail == Detail::Fact { 1 } else { usize::MAX };
    fact.claims()
        .iter()
        .take(count)
        .map(|claim| {
            let mut object = value(&claim.value);
            add_origin(&mut object, catalog, claim);
            match detail {
                Detail::Fact if fact.others() > 0 => object.put("others", fact.others()),
                Detail::Fact => {}
                Detail::Claim => {
                    object.put("grade", claim.grade.letter());
                    object.put("note", claim.note.as_deref());
                }
            }
            object
        })
        .collect()
}

pub(super) fn add_origin<'a, T>(object: &mut Object<'a>, catalog: &'a Catalog, claim: &'a Claim<T>) {
    object.put("basis", claim.basis.slug());
    object.put("source", catalog.source(claim.source).id.as_str());
    object.put("as_of", claim.as_of.text());
}

pub(super) fn unknown<'a>() -> Object<'a> {
    Object::of("basis", Cell::UNKNOWN)
}

fn one<'a>(value: impl Into<Part<'a>>) -> Object<'a> {
    Object::of("value", value)
}

fn text(text: &Text) -> Object<'_> {
    one(text.as_str())
}

pub(super) fn range(range: Range, unit: Option<&str>) -> Object<'_> {
    let mut object = if range.is_exact() { one(range.low) } else { Object::of("low", range.low) };
    if !range.is_exact() {
        object.put("high", range.high);
    }
    if let Some(median) = range.median {
        object.put("median", median);
    }
    if let Some(unit) = unit {
        object.put("unit", unit);
    }
    object
}

pub(super) fn money(money: &Money) -> Object<'_> {
    let mut object = range(money.units(), None);
    object.put("currency", money.currency.code());
    object
}

/// Returns an amount and what it buys.
fn price(price: &Price) -> Object<'_> {
    let mut object = money(&price.money);
    object.put("what", price.what.slug());
    if let Some(tax) = price.tax {
        object.put("tax", tax.slug());
    }
    object
}

fn strings(texts: &[Text]) -> Part<'_> {
    texts.iter().map(Text::as_str).collect()
}

/// Returns the cost of an hour, as a fact.
pub(super) fn cost_json(catalog: &Catalog, cost: Option<CostPerHour<'_>>) -> Value {
    cost_object(catalog, cost).into()
}

fn cost_object<'a>(catalog: &'a Catalog, cost: Option<CostPerHour<'a>>) -> Object<'a> {
    let Some(cost) = cost else { return unknown() };
    let mut object = range(cost.money.units(), None);
    object.put("currency", cost.money.currency.code().to_owned());
    object.put("unit", "hour");
    object.put("basis", cost.basis.slug());
    object.put("source", catalog.source(cost.price.source).id.as_str());
    object.put("as_of", cost.as_of);
    object
}

/// Returns the comparable price in US dollars, as a fact: with its median, and with the claimed price if it was
/// converted.
pub(super) fn comparable_json(catalog: &Catalog, program: &Program) -> Value {
    comparable(catalog, program).into()
}

fn comparable<'a>(catalog: &'a Catalog, program: &'a Program) -> Object<'a> {
    let (Some(figure), Some(claim)) = (&program.comparable, program.compared_claim()) else { return unknown() };
    let mut object = money(&figure.dollars);
    object.put("median", figure.units().middle());
    add_origin(&mut object, catalog, claim);
    object.put("basis", figure.basis.slug());
    if !figure.is_as_claimed() {
        object.put("from", price(&claim.value));
    }
    if let Some(years) = figure.aged_years {
        object.put("aged_years", (years * 10.0).round() / 10.0);
    }
    if let Some(owner) = program.owners_claim() {
        let mut said = price(&owner.value);
        add_origin(&mut said, catalog, owner);
        object.put("owner", said);
    }
    object
}

fn course_json(catalog: &Catalog, course_use: CourseUse) -> Value {
    let course = catalog.course(course_use.course);
    let fact = |mut claims: Vec<Object<'_>>| Value::from(claims.pop().unwrap_or_else(unknown));
    json!({
        "id": course.id.as_str(),
        "title": course.title.as_str(),
        "institution": course.institution.map(|ix| catalog.institution(ix).name.as_str()),
        "match": if course_use.is_certain { "certain" } else { "likely" },
        "weeks": fact(all(catalog, &course.weeks, Detail::Fact, |weeks| range(*weeks, Some("weeks")))),
        "workload": fact(all(catalog, &course.workload, Detail::Fact, |hours| range(*hours, Some("hours a week")))),
        "price": fact(all(catalog, &course.price, Detail::Fact, price)),
        "pacing": fact(all(catalog, &course.pacing, Detail::Fact, |pacing| one(pacing.slug()))),
        "level": fact(all(catalog, &course.level, Detail::Fact, |level| one(level.slug()))),
        "url": course.url.as_ref().map(Text::as_str),
    })
}

fn pathway_json(catalog: &Catalog, pathway: &Pathway) -> Value {
    json!({
        "counts": pathway.counts.slug(),
        "institution": pathway.institution.as_str(),
        "program": pathway.program.as_deref(),
        "amount": pathway.amount.as_deref(),
        "condition": pathway.condition.as_deref(),
        "status": pathway.status.slug(),
        "source": catalog.source(pathway.source).id.as_str(),
        "as_of": pathway.as_of.text(),
        "note": pathway.note.as_deref(),
    })
}

/// Returns a source with its date and licence note.
pub(super) fn source_json(source: &Source) -> Value {
    json!({
        "id": source.id.as_str(),
        "title": source.title.as_str(),
        "as_of": source.as_of.text(),
        "licence": source.licence.as_str(),
        "url": source.url.as_ref().map(Text::as_str),
    })
}

fn sources_json(catalog: &Catalog, program: &Program) -> Value {
    program.citations(catalog).iter().map(|ix| source_json(catalog.source(*ix))).collect()
}

/// Returns every claim about a program as a sheet, one per row. The first claim of a fact is the one shown elsewhere.
pub fn claims_sheet(catalog: &Catalog, program: &Program) -> Sheet {
    let mut sheet = Sheet::new(&["fact", "value", "basis", "source", "as_of", "grade", "note"]);
    for key in FactKey::ALL {
        let cells = program.claims(key, catalog);
        if cells.is_empty() {
            let mut row = vec![key.slug().to_owned(), String::new(), Cell::UNKNOWN.to_owned()];
            row.resize(sheet.titles.len(), String::new());
            sheet.rows.push(row);
        }
        for cell in cells {
            let Some(origin) = cell.origin else { continue };
            sheet.rows.push(vec![
                key.slug().to_owned(),
                cell.text.clone(),
                origin.basis.slug().to_owned(),
                catalog.source(origin.source).id.to_string(),
                origin.as_of.to_owned(),
                origin.grade.letter().to_owned(),
                origin.note.unwrap_or_default().to_owned(),
            ]);
        }
    }
    sheet
}
