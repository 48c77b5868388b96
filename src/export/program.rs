//! A program as JSON, and its claims as a sheet. A fact always carries its basis; if it is unknown, the basis is
//! `unknown` and there is no value.

use serde_json::{Map, Value, json};

use crate::catalog::{
    AsOf, Catalog, Cell, Claim, CourseUse, Credit, Fact, FactKey, Level, Money, Pacing, Pathway, Price, Program, Range,
    Source, Text,
};
use crate::compare::{CostPerHour, cost_per_hour};
use crate::search::Hit;
use crate::topics::{ProgramTopic, Vocabulary, of_program, topics_of};

use super::Sheet;

pub(super) type Object = Map<String, Value>;

/// Returns the shown value of a fact: `value`, or `low` and `high`; `unit` or `currency`; `basis`, `source` and
/// `as_of`; `others` if there are more claims. An unknown fact has only a basis.
pub fn fact_json(catalog: &Catalog, program: &Program, key: FactKey) -> Value {
    Value::Object(claims(catalog, program, key, Detail::Fact).into_iter().next().unwrap_or_else(unknown))
}

/// Returns a program as an entry of `list --json`.
pub fn listed_json(catalog: &Catalog, hit: Hit, matches: &[(usize, usize)]) -> Value {
    let program = catalog.program_once(hit.program);
    let topics = topics_of(catalog, hit.program, &program);
    Value::Object(listed(catalog, &program, &topics, hit.score, matches))
}

/// Returns a program with everything on record: the keys of a list entry, then every fact, all claims, the courses, the
/// pathways and their sources.
pub fn program_json(catalog: &Catalog, program: &Program) -> Value {
    let topics = of_program(Vocabulary::embedded(), catalog, program);
    let mut object = listed(catalog, program, &topics, 0, &[]);
    let mut facts = Object::new();
    let mut all_claims = Object::new();
    for key in FactKey::ALL {
        facts.insert(key.slug().to_owned(), fact_json(catalog, program, key));
        let claims = claims(catalog, program, key, Detail::Claim).into_iter().map(Value::Object);
        all_claims.insert(key.slug().to_owned(), claims.collect());
    }
    facts.insert("cost_per_hour".to_owned(), cost_json(catalog, cost_per_hour(program)));
    object.insert("facts".to_owned(), Value::Object(facts));
    object.insert("claims".to_owned(), Value::Object(all_claims));
    let courses = program.course_list.iter().map(|course_use| course_json(catalog, *course_use));
    object.insert("course_list".to_owned(), courses.collect());
    object.insert("pathways".to_owned(), program.pathways.iter().map(|way| pathway_json(catalog, way)).collect());
    object.insert("sources".to_owned(), sources_json(catalog, program));
    Value::Object(object)
}

/// The topics of a program, those it is about first. They are the topics on record, or else those named by its words.
fn topics_json(topics: &[ProgramTopic]) -> Value {
    let vocabulary = Vocabulary::embedded();
    let topics = topics.iter().map(|own| {
        let topic = vocabulary.topic(own.topic);
        json!({"id": topic.id, "name": topic.name.en, "strength": own.strength.slug(), "basis": own.basis.slug()})
    });
    topics.collect()
}

fn listed(
    catalog: &Catalog,
    program: &Program,
    topics: &[ProgramTopic],
    score: i32,
    matches: &[(usize, usize)],
) -> Object {
    let fact = |key| fact_json(catalog, program, key);
    let basis = |key| program.cell(key, catalog).basis();
    let institutions: Vec<&str> =
        program.institutions().iter().map(|ix| catalog.institution(*ix).name.as_str()).collect();
    let value = json!({
        "id": program.id.as_str(),
        "title": program.title.as_str(),
        "kind": program.kind().slug(),
        "institutions": institutions,
        "fields": strings(program.fields()),
        "topics": topics_json(topics),
        "level": fact(FactKey::Level),
        "languages": strings(program.languages()),
        "status": program.status().slug(),
        "courses": fact(FactKey::Courses),
        "length": fact(FactKey::Length),
        "effort": fact(FactKey::Effort),
        "price": fact(FactKey::Price),
        "price_usd": comparable_json(catalog, program),
        "credit": fact(FactKey::Credit),
        "platform": program.platform.value().map(Text::as_str),
        "moved": moved_json(program),
        "url": program.page().map(Text::as_str),
        "score": score,
        "matches": matches,
        "bases": {
            "kind": basis(FactKey::Kind),
            "institutions": basis(FactKey::Institutions),
            "fields": basis(FactKey::Fields),
            "languages": basis(FactKey::Languages),
            "status": basis(FactKey::Status),
        },
    });
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}

/// Where a program has moved to.
pub(super) fn moved_json(program: &Program) -> Value {
    program.relocation().map_or(Value::Null, |moved| {
        json!({
            "to": moved.platform.map(Text::as_str),
            "since": moved.since.map(AsOf::text),
            "url": moved.url.map(Text::as_str),
        })
    })
}

/// How a claim is written.
#[derive(Clone, Copy, PartialEq)]
enum Detail {
    /// As the value of a fact, with the number of other claims.
    Fact,
    /// As one of several claims, with its grade and note.
    Claim,
}

fn claims(catalog: &Catalog, program: &Program, key: FactKey, detail: Detail) -> Vec<Object> {
    let name = |ix: &crate::catalog::InstitutionIx| catalog.institution(*ix).name.to_string();
    match key {
        FactKey::Kind => all(catalog, &program.kind, detail, |kind| one(kind.slug())),
        FactKey::Institutions => {
            all(catalog, &program.institutions, detail, |ixs| one(ixs.iter().map(name).collect::<Vec<_>>()))
        }
        FactKey::Fields => all(catalog, &program.fields, detail, |texts| one(strings(texts))),
        FactKey::Topics => all(catalog, &program.topics, detail, |topics| {
            one(json!({"about": strings(&topics.about), "part": strings(&topics.part)}))
        }),
        FactKey::Level => all(catalog, &program.level, detail, |levels| {
            one(levels.iter().map(|level: &Level| level.slug()).collect::<Vec<_>>())
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
            one(all.iter().map(|pacing: &Pacing| pacing.slug()).collect::<Vec<_>>())
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

fn all<T>(catalog: &Catalog, fact: &Fact<T>, detail: Detail, value: impl Fn(&T) -> Object) -> Vec<Object> {
    let count = if detail == Detail::Fact { 1 } else { usize::MAX };
    fact.claims()
        .iter()
        .take(count)
        .map(|claim| {
            let mut object = value(&claim.value);
            add_origin(&mut object, catalog, claim);
            match detail {
                Detail::Fact if fact.others() > 0 => put(&mut object, "others", fact.others()),
                Detail::Fact => {}
                Detail::Claim => {
                    put(&mut object, "grade", claim.grade.letter());
                    put(&mut object, "note", claim.note.as_deref());
                }
            }
            object
        })
        .collect()
}

pub(super) fn add_origin<T>(object: &mut Object, catalog: &Catalog, claim: &Claim<T>) {
    put(object, "basis", claim.basis.slug());
    put(object, "source", catalog.source(claim.source).id.as_str());
    put(object, "as_of", claim.as_of.text());
}

pub(super) fn put(object: &mut Object, key: &str, value: impl Into<Value>) {
    object.insert(key.to_owned(), value.into());
}

pub(super) fn unknown() -> Object {
    Object::from_iter([("basis".to_owned(), Value::from(Cell::UNKNOWN))])
}

fn one(value: impl Into<Value>) -> Object {
    Object::from_iter([("value".to_owned(), value.into())])
}

fn text(text: &Text) -> Object {
    one(text.as_str())
}

pub(super) fn range(range: Range, unit: Option<&str>) -> Object {
    let mut object = if range.is_exact() {
        one(number(range.low))
    } else {
        Object::from_iter([("low".to_owned(), number(range.low)), ("high".to_owned(), number(range.high))])
    };
    if let Some(median) = range.median {
        put(&mut object, "median", number(median));
    }
    if let Some(unit) = unit {
        put(&mut object, "unit", unit);
    }
    object
}

pub(super) fn money(money: &Money) -> Object {
    let mut object = range(money.units(), None);
    put(&mut object, "currency", money.currency.code());
    object
}

/// A price with what it buys.
fn price(price: &Price) -> Object {
    let mut object = money(&price.money);
    put(&mut object, "what", price.what.slug());
    if let Some(tax) = price.tax {
        put(&mut object, "tax", tax.slug());
    }
    object
}

/// A JSON number, written without a fraction if it is whole.
pub(super) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e15 { Value::from(value as i64) } else { Value::from(value) }
}

fn strings(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(Text::as_str).collect()
}

/// The cost of an hour, as a fact.
pub(super) fn cost_json(catalog: &Catalog, cost: Option<CostPerHour<'_>>) -> Value {
    let Some(cost) = cost else { return Value::Object(unknown()) };
    let mut object = money(&cost.money);
    put(&mut object, "unit", "hour");
    put(&mut object, "basis", cost.basis.slug());
    put(&mut object, "source", catalog.source(cost.price.source).id.as_str());
    put(&mut object, "as_of", cost.as_of);
    Value::Object(object)
}

/// The comparable price in US dollars, as a fact: with its median, and with the claimed price if it was converted.
pub(super) fn comparable_json(catalog: &Catalog, program: &Program) -> Value {
    let (Some(figure), Some(claim)) = (&program.comparable, program.compared_claim()) else {
        return Value::Object(unknown());
    };
    let mut object = money(&figure.dollars);
    put(&mut object, "median", number(figure.units().middle()));
    add_origin(&mut object, catalog, claim);
    put(&mut object, "basis", figure.basis.slug());
    if !figure.is_as_claimed() {
        put(&mut object, "from", price(&claim.value));
    }
    if let Some(years) = figure.aged_years {
        put(&mut object, "aged_years", number((years * 10.0).round() / 10.0));
    }
    if let Some(owner) = program.owners_claim() {
        let mut said = price(&owner.value);
        add_origin(&mut said, catalog, owner);
        put(&mut object, "owner", said);
    }
    Value::Object(object)
}

fn course_json(catalog: &Catalog, course_use: CourseUse) -> Value {
    let course = catalog.course(course_use.course);
    let fact = |claims: Vec<Object>| Value::Object(claims.into_iter().next().unwrap_or_else(unknown));
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

/// A source with its date and licence note.
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
                origin.grade.to_owned(),
                origin.note.unwrap_or_default().to_owned(),
            ]);
        }
    }
    sheet
}
