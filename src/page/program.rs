//! Everything on record about a program: first what decides, then its courses and topics, every other fact with its date
//! and source, where it may count, and where what decides comes from. Nothing is said twice: what the first lines say is
//! not in the list of other facts.

mod courses;
mod record;

use crate::catalog::{Address, Catalog, Cell, Credit, FactKey, Pacing, Program, ProgramIx, Relocation, Strength};
use crate::plan::{PlanSettings, left_of, words};

use super::{Block, Deed, Field, Page, Part, Phrase, Target, topics};
use record::Numbers;

/// The facts that the first lines say.
const DECIDING: [FactKey; 7] = [
    FactKey::Length,
    FactKey::Effort,
    FactKey::Workload,
    FactKey::Pacing,
    FactKey::Price,
    FactKey::Credit,
    FactKey::Prerequisites,
];

/// The page of a program; its courses stand on the calendar as `settings` ask.
pub fn program(catalog: &Catalog, ix: ProgramIx, settings: &PlanSettings) -> Page {
    let program = catalog.program(ix);
    let address = program.page().map(ToString::to_string);
    let numbers: Numbers = program.citations(catalog).into_iter().zip(1..).collect();
    let mut page = Page::new(vec![
        Block::Title(Phrase::from(program.title.as_str()).address(address)),
        Block::Text(kind_school_level(catalog, program)),
        Block::fields(leading_fields(catalog, program, settings)),
    ]);
    page.section(Part::Courses, courses::heading(program), courses::blocks(catalog, program, settings));
    page.section(Part::Rest, "Topics", topic_blocks(catalog, program));
    let others = record::other_facts(catalog, program, &numbers);
    page.section(Part::Rest, "Every other fact", vec![others, Block::Legend, search_instead(program), sources_hint()]);
    page.section(Part::Credit, "Where it may count, if admitted", vec![record::pathways(program, &numbers)]);
    let deciding = record::deciding_facts(catalog, program, &numbers);
    page.section(Part::Sources, "Dates and sources of the first lines", vec![deciding]);
    page.section(Part::Sources, "Sources", vec![record::source_list(catalog, &numbers)]);
    page
}

/// What decides about a program in as few lines as possible: where it is taught, time, price, credit and the catch.
pub fn decisive(catalog: &Catalog, ix: ProgramIx, settings: &PlanSettings) -> Page {
    let [moved, time, _, price, credit, _, catch, _] = leading_fields(catalog, catalog.program(ix), settings);
    Page::new(vec![Block::fields([moved, time, price, credit, catch])])
}

/// Where a program without a page on record can be looked for; nothing where it has one.
fn search_instead(program: &Program) -> Block {
    match program.address() {
        Some(Address::Search(url)) => Block::Remark(format!("No page is on record; edX's search for the title: {url}")),
        _ => Block::Remark(String::new()),
    }
}

fn sources_hint() -> Block {
    Block::Hint(Deed::ShowSources, "shows every claim behind a fact".to_owned())
}

/// What it is about, and how to find what is like it.
fn topic_blocks(catalog: &Catalog, program: &Program) -> Vec<Block> {
    let field = |label: &str, strength| {
        let names = topics::of(catalog, program, strength)?;
        Some(Field { target: Some(Target::Facts(FactKey::Topics.alone())), ..Field::new(label, names) })
    };
    let fields = [field("About", Strength::About), field("In part", Strength::Part)];
    let hint = "lists programs that share courses or topics with it".to_owned();
    vec![Block::fields(fields), Block::Hint(Deed::ShowSimilar, hint)]
}

/// Kind, institution and level in a line.
fn kind_school_level(catalog: &Catalog, program: &Program) -> String {
    let institutions = match catalog.institution_names(program) {
        names if names.is_empty() => "institution unknown".to_owned(),
        names => names,
    };
    let level = program.cell(FactKey::Level, catalog);
    let level = if level.is_known() { level.text.to_lowercase() } else { "level unknown".to_owned() };
    format!("{} · {institutions} · {level}", program.kind().name())
}

/// What decides, a line each, with the facts that each line says.
fn leading_fields(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> [Option<Field>; 8] {
    use FactKey::{Effort, ExamPrice, Length, Pacing, Platform, Proctored, Status, StudyWeeks, Url, Workload};
    let of = |label: &str, facts: &'static [FactKey], value: Vec<Phrase>| {
        Field::of(label, value).map(|field| Field { target: Some(Target::Facts(facts)), ..field })
    };
    let moved = program.relocation().map(moved).into_iter().collect();
    let needed = program.cell(FactKey::Prerequisites, catalog);
    let needed = Some(&needed).filter(|cell| cell.is_known()).map(Phrase::from).into_iter().collect();
    [
        of("Moved", &[Status, Platform, Url], moved),
        of("Time", &[Length, Effort, Workload, StudyWeeks, Pacing], time(catalog, program)),
        left_of(catalog, program, &settings.finished).map(|left| Field::new("Left for you", words::left(&left))),
        of("Price", FactKey::Price.alone(), price(catalog, program)),
        of("Credit", FactKey::Credit.alone(), credit(catalog, program)),
        of("Needed", FactKey::Prerequisites.alone(), needed),
        of("Catch", &[Status, Proctored, ExamPrice, FactKey::Credit], catches(catalog, program)),
        Some(Field::new("Id", program.id.as_str())),
    ]
}

/// How long, how much work, how much of it a week, and who sets the dates.
fn time(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let cell = |key| program.cell(key, catalog);
    let always = [cell(FactKey::Length), program.cell_in_full(FactKey::Effort, catalog)];
    let workload = Some(cell(FactKey::Workload)).filter(Cell::is_known);
    let pacing = Phrase::from(&cell(FactKey::Pacing));
    let pacing = program.pacing.value().and_then(|all| dates_words(all)).map(|text| Phrase { text, ..pacing });
    always.iter().chain(&workload).map(Phrase::from).chain(pacing).collect()
}

/// Who sets the dates.
fn dates_words(all: &[Pacing]) -> Option<String> {
    let words = match all {
        [] => return None,
        [Pacing::SelfPaced] => "at your own pace",
        [Pacing::InstructorPaced] => "the school sets the dates",
        _ => "partly at your own pace",
    };
    Some(words.to_owned())
}

fn price(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let cell = program.cell(FactKey::Price, catalog);
    let claims = (cell.others > 0).then(|| Phrase::from(format!("{} claims", cell.others + 1)));
    std::iter::once(Phrase::from(&cell)).chain(claims).collect()
}

/// Where it is taught now, and since when.
fn moved(relocation: Relocation<'_>) -> Phrase {
    let platform = relocation.platform.map_or("another platform", |platform| platform.as_str());
    let since = relocation.since.map_or_else(String::new, |since| format!(", moved there by {}", since.text()));
    Phrase::from(format!("enrol at {platform}{since}")).address(relocation.url.map(ToString::to_string))
}

/// Whether it can count, and how many schools are on record that may count it.
fn credit(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let routes = match program.open_routes() {
        0 => None,
        1 => Some(Phrase::from("1 route on record")),
        count => Some(Phrase::from(format!("{count} routes on record"))),
    };
    std::iter::once(Phrase::from(&program.cell(FactKey::Credit, catalog))).chain(routes).collect()
}

/// What people find out too late.
fn catches(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let mut catches = Vec::new();
    let mark = |key| Phrase::from(&program.cell(key, catalog)).mark;
    if !program.is_offered() {
        let cell = program.cell(FactKey::Status, catalog);
        let last = cell.origin.map_or_else(String::new, |origin| format!(", last seen {}", origin.as_of));
        catches.push(Phrase { text: format!("not in the latest list{last}"), ..Phrase::from(&cell) });
    }
    if program.proctored.value() == Some(&true) {
        catches.push(Phrase::marked("proctored exam", mark(FactKey::Proctored)));
    }
    if program.exam_price.is_known() {
        let cell = program.cell(FactKey::ExamPrice, catalog);
        catches.push(Phrase { text: format!("the exam costs {}", cell.text), ..Phrase::from(&cell) });
    }
    if program.credit.value() == Some(&Credit::None) {
        catches.push(Phrase::marked("no credit toward a degree", mark(FactKey::Credit)));
    }
    catches
}

fn value<T: ToString>(value: Option<&T>) -> Phrase {
    value.map_or_else(Phrase::unknown, |value| value.to_string().into())
}
