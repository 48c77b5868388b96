//! Everything on record about a program: first what decides, then its courses, every fact with basis, date and source,
//! where it may count, and the sources themselves.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::catalog::{
    Catalog, Cell, Counts, Credit, FactKey, Pathway, PathwayStatus, Program, ProgramIx, Relocation, SourceIx,
};
use crate::chart;
use crate::plan::{PlanSettings, Slot, left_of, schedule_of, words};

use super::{Block, Column, Deed, Field, Mark, Page, Part, Phrase, Row, Spoken, Table, Target};

/// Columns of the line of weeks.
const WEEKS_COLS: usize = 24;

/// The numbers under which a page lists its sources.
type Numbers = BTreeMap<SourceIx, usize>;

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
    page.section(Part::Courses, courses_heading(program), courses(catalog, program, settings));
    page.section(Part::Rest, "Every fact", vec![facts(catalog, program, &numbers), Block::Legend, sources_hint()]);
    page.section(Part::Credit, "Where it may count, if admitted", vec![pathways(program, &numbers)]);
    page.section(Part::Sources, "Sources", vec![source_list(catalog, &numbers)]);
    page
}

/// What decides about a program in as few lines as possible: where it is taught, time, price, credit and the catch.
pub fn decisive(catalog: &Catalog, ix: ProgramIx, settings: &PlanSettings) -> Page {
    let [moved, time, _, price, credit, _, catch, _] = leading_fields(catalog, catalog.program(ix), settings);
    Page::new(vec![Block::fields([moved, time, price, credit, catch])])
}

fn sources_hint() -> Block {
    Block::Hint(Deed::ShowSources, "shows every claim behind them".to_owned())
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

/// What decides, a line each.
fn leading_fields(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> [Option<Field>; 8] {
    let cell = |key| program.cell(key, catalog);
    let known = |key| Some(cell(key)).filter(Cell::is_known);
    let time = [FactKey::Length, FactKey::Effort].map(cell);
    let time = time
        .iter()
        .map(Phrase::from)
        .chain([FactKey::Workload, FactKey::Pacing].into_iter().filter_map(known).map(|cell| Phrase::from(&cell)));
    let price = cell(FactKey::Price);
    let claims = (price.others > 0).then(|| Phrase::from(format!("{} claims", price.others + 1)));
    [
        program.relocation().map(|relocation| Field::new("Moved", moved(relocation))),
        Field::of("Time", time.collect()),
        left_of(catalog, program, &settings.finished).map(|left| Field::new("Left for you", words::left(&left))),
        Field::of("Price", std::iter::once(Phrase::from(&price)).chain(claims).collect()),
        Field::of("Credit", credit(catalog, program)),
        known(FactKey::Prerequisites).map(|cell| Field::new("Needed", &cell)),
        Field::of("Catch", catches(catalog, program)),
        Some(Field::new("Id", program.id.as_str())),
    ]
}

/// Where it is taught now, and since when.
fn moved(relocation: Relocation<'_>) -> Phrase {
    let platform = relocation.platform.map_or("another platform", |platform| platform.as_str());
    let since = relocation.since.map_or_else(String::new, |since| format!(" since {}", since.text()));
    Phrase::from(format!("enrol at {platform}{since}")).address(relocation.url.map(ToString::to_string))
}

/// Whether it can count, and how many schools are on record that may count it.
fn credit(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let routes = program.pathways.iter().filter(|pathway| is_open(pathway)).count();
    let routes = match routes {
        0 => None,
        1 => Some(Phrase::from("1 route on record, if admitted")),
        count => Some(Phrase::from(format!("{count} routes on record, if admitted"))),
    };
    std::iter::once(Phrase::from(&program.cell(FactKey::Credit, catalog))).chain(routes).collect()
}

fn is_open(pathway: &Pathway) -> bool {
    pathway.counts == Counts::Credit && pathway.status != PathwayStatus::Retired
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

fn courses_heading(program: &Program) -> String {
    let known = program.course_list.len();
    match program.courses.value() {
        Some(all) if (*all as usize) > known => format!("Courses, {known} of {all} known"),
        _ => "Courses".to_owned(),
    }
}

/// The courses in their order, and when each runs after the first day.
fn courses(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> Vec<Block> {
    let schedule = schedule_of(catalog, program, settings)
        .filter(|schedule| schedule.slots.len() > 1 && schedule.slots.iter().any(|slot| !slot.is_assumed));
    let mut table = Table::new(
        "The courses of the program",
        vec![
            Column::new("No.").right().least(3).spoken(Spoken::Silent).head(),
            Column::new("Course").least(26).wrapping().spoken(Spoken::Silent),
            Column::new("Weeks").right().least(5).goes(5),
            Column::new("Hours a week").right().goes(4),
            Column::new("Price").goes(2),
            Column::new("Match").goes(1),
            Column::new("In weeks").least(WEEKS_COLS + 6).goes(3),
        ],
    );
    for (course_use, number) in program.course_list.iter().zip(1..) {
        let course = catalog.course(course_use.course);
        let slot = schedule.as_ref().and_then(|schedule| schedule.slots.iter().find(|slot| slot.course == number));
        table.push([
            Phrase::from(number.to_string()),
            course.title.as_str().into(),
            value(course.weeks.value()),
            value(course.workload.value()),
            value(course.price.value().map(|price| &price.money)),
            if course_use.is_certain { "certain" } else { "likely" }.into(),
            slot.zip(schedule.as_ref())
                .map_or_else(Phrase::default, |(slot, schedule)| weeks(slot, settings.start, schedule.end)),
        ]);
    }
    let rule = schedule.map(|schedule| {
        if schedule.follows_calendar {
            "Weeks over the length as listed."
        } else {
            "Weeks at the hours a week of your plan."
        }
    });
    let assumed = table.rows.iter().filter_map(|row| row.cells.last()).any(|cell| cell.mark == Mark::Unknown);
    let assumed = assumed.then_some("A course of unknown length is taken to be as long as the average of the others.");
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(rule.into_iter().chain(assumed).map(|text| Block::Remark(text.to_owned())));
    if program.course_list.is_empty() { Vec::new() } else { blocks }
}

/// From which week to which a course runs.
fn weeks(slot: &Slot, start: Date, end: Date) -> Phrase {
    let days = |to: Date| f64::from(start.until(to).map_or(0, |span| span.get_days()));
    let (from, until, whole) = (days(slot.from), days(slot.until), days(end).max(1.0));
    let draw = if slot.is_assumed { chart::dotted } else { chart::stretch };
    let text = format!("{}–{}", (from / 7.0) as u32 + 1, ((until / 7.0).ceil() as u32).max(1));
    let mark = if slot.is_assumed { Mark::Unknown } else { Mark::None };
    Phrase::marked(text, mark).drawn(draw(from / whole, until / whole, WEEKS_COLS))
}

fn value<T: ToString>(value: Option<&T>) -> Phrase {
    value.map_or_else(Phrase::unknown, |value| value.to_string().into())
}

/// Every fact with its date, the number of its source and how many claims there are of it.
fn facts(catalog: &Catalog, program: &Program, numbers: &Numbers) -> Block {
    let mut table = Table::new(
        "Every fact with its date and source",
        vec![
            Column::new("Fact").head(),
            Column::new("Value").least(28).wrapping().spoken(Spoken::Silent),
            Column::new("As of").goes(2).spoken(Spoken::As("as of".to_owned())),
            Column::new("Source").right().goes(3).spoken(Spoken::As("source".to_owned())),
            Column::new("Claims").right().goes(1).spoken(Spoken::As("claims".to_owned())),
        ],
    );
    for key in FactKey::ALL {
        let cell = program.cell_in_full(key, catalog);
        if cell.is_known() || key.is_expected() {
            table.rows.push(fact_row(numbers, key, &cell));
        }
    }
    Block::Table(table)
}

fn fact_row(numbers: &Numbers, key: FactKey, cell: &Cell<'_>) -> Row {
    let address = (key == FactKey::Url && cell.is_known()).then(|| cell.text.clone());
    let origin = |text: &dyn Fn(crate::catalog::Origin<'_>) -> String| cell.origin.map_or_else(String::new, text);
    let cells = vec![
        key.label().into(),
        Phrase::from(cell).address(address),
        origin(&|origin| origin.as_of.to_owned()).into(),
        origin(&|origin| number_of(numbers, origin.source)).into(),
        if cell.others > 0 { (cell.others + 1).to_string() } else { String::new() }.into(),
    ];
    Row { cells, target: Some(Target::Fact(key)), group: None }
}

/// Where the program is accepted, for what and on which condition.
fn pathways(program: &Program, numbers: &Numbers) -> Block {
    let mut table = Table::new(
        "Where the program may count toward a degree, if admitted",
        vec![
            Column::new("School").least(14).wrapping().head(),
            Column::new("Degree").least(12).wrapping(),
            Column::new("What for").least(8).wrapping(),
            Column::new("How much").least(8).wrapping().goes(3),
            Column::new("Condition").least(12).wrapping().goes(2),
            Column::new("Status").least(8).wrapping(),
            Column::new("Source").right().goes(1),
        ],
    );
    for pathway in &program.pathways {
        table.push([
            Phrase::from(pathway.institution.as_str()),
            value(pathway.program.as_ref()),
            pathway.counts.name().into(),
            value(pathway.amount.as_ref()),
            value(pathway.condition.as_ref()),
            format!("{} ({})", pathway.status.name(), pathway.as_of.text()).into(),
            number_of(numbers, pathway.source).into(),
        ]);
    }
    Block::Table(table)
}

/// What the claims about a program rest on.
fn source_list(catalog: &Catalog, numbers: &Numbers) -> Block {
    let mut table = Table::new(
        "The sources by number",
        vec![
            Column::new("No.").right().least(3).spoken(Spoken::Silent).head(),
            Column::new("Source").least(16).wrapping().spoken(Spoken::Silent),
            Column::new("As of").goes(1),
            Column::new("Title").least(24).wrapping().spoken(Spoken::Silent),
            Column::new("Address").least(34).wrapping().goes(2).spoken(Spoken::Silent),
        ],
    );
    for (ix, number) in numbers {
        let source = catalog.source(*ix);
        let address = source.url.as_ref().map(ToString::to_string);
        table.push([
            Phrase::from(number.to_string()),
            source.id.as_str().into(),
            source.as_of.text().into(),
            source.title.as_str().into(),
            Phrase::from(address.clone().unwrap_or_default()).address(address),
        ]);
    }
    Block::Table(table)
}

fn number_of(numbers: &Numbers, source: SourceIx) -> String {
    numbers.get(&source).map(ToString::to_string).unwrap_or_default()
}
