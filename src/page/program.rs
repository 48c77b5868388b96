//! The page of a program: first the facts that decide, then its courses and topics, every other fact with date
//! and source, where it may count, and the sources of the deciding facts. Facts of the first lines are not
//! repeated in the list of other facts.

mod courses;
mod record;

use crate::catalog::{
    Address, Basis, Catalog, Cell, FactKey, Level, Pacing, Program, ProgramIx, Relocation, Strength, date_in_words,
};
use crate::compare::Similar;
use crate::english::in_a_line;
use crate::plan::{PlanSettings, left_of, words};

use super::{Block, Field, Mark, Page, PageAction, Part, Phrase, Section, Target, similar, topics};
pub(super) use record::{Numbers, number_of, source_list};

/// The number of similar programs that the page of a program shows.
const NEAREST: usize = 3;

/// The facts in the first lines.
const DECIDING: [FactKey; 7] = [
    FactKey::Length,
    FactKey::Effort,
    FactKey::Workload,
    FactKey::Pacing,
    FactKey::Price,
    FactKey::Credit,
    FactKey::Prerequisites,
];

/// Returns the page of a program. Its courses are scheduled with `settings`. `note` is the reader's own note on it, which
/// may be empty.
pub fn program(catalog: &Catalog, ix: ProgramIx, settings: &PlanSettings, note: &str) -> Page {
    let program = catalog.program(ix);
    let address = program.page().map(ToString::to_string);
    let numbers: Numbers = program.citations(catalog).into_iter().zip(1..).collect();
    let mut page = Page::new(vec![
        Block::Title(Phrase::from(program.title.as_str()).address(address)),
        Block::Text(kind_school_level(catalog, program)),
        Block::fields(leading_fields(catalog, program, settings).into_iter().chain([noted(note)])),
    ]);
    page.section(Part::Courses, courses::heading(program), courses::blocks(catalog, program, settings));
    page.section(Part::Rest, "Topics", topic_blocks(catalog, program));
    let others = record::other_facts(catalog, program, &numbers);
    let id = Block::fields([Some(Field::new("Id", program.id.as_str()))]);
    let rest = vec![others, Block::Legend, search_instead(program), sources_hint(), id];
    page.section(Part::Rest, "Every other fact", rest);
    page.section(Part::Credit, "Where it may count, if admitted", record::pathways(program, &numbers));
    let deciding = record::deciding_facts(catalog, program, &numbers);
    page.section(Part::Sources, "Dates and sources of the first lines", vec![deciding]);
    page.section(Part::Sources, "Sources", vec![source_list(catalog, &numbers)]);
    page
}

/// Returns the facts that decide about a program in as few lines as possible: where it is taught, time, price, credit and
/// the catch; then, for the lines that are left, what is needed beforehand and what it is about.
pub fn decisive(catalog: &Catalog, ix: ProgramIx, settings: &PlanSettings) -> Page {
    let program = catalog.program(ix);
    let [moved, time, _, price, credit, needed, catch] = leading_fields(catalog, program, settings);
    // There is no line to spare for what is not known.
    let needed = needed.filter(|_| program.prerequisites.is_known());
    let about = topics::of(catalog, program, Strength::About).map(|names| Field::new("About", names));
    Page::new(vec![Block::fields([moved, time, price, credit, catch, needed, about])])
}

/// Returns the page with the nearest of the similar programs after the topics. If there are more, the hint says how many.
#[must_use]
pub fn with_similar(mut page: Page, catalog: &Catalog, found: &[Similar]) -> Page {
    let is_hint = |block: &Block| matches!(block, Block::Hint(PageAction::ShowSimilar, _));
    let Some(at) = page.sections.iter().position(|own| own.blocks.iter().any(is_hint)) else { return page };
    if found.is_empty() {
        return page;
    }
    page.sections[at].blocks.retain(|block| !is_hint(block));
    let nearest = &found[..found.len().min(NEAREST)];
    let mut blocks = vec![Block::Table(similar(catalog, nearest))];
    if found.len() > nearest.len() {
        let hint = format!("lists all {} similar programs, the nearest first", found.len());
        blocks.push(Block::Hint(PageAction::ShowSimilar, hint));
    }
    let section = Section { part: Part::Rest, heading: "Similar programs".to_owned(), blocks };
    page.sections.insert(at + 1, section);
    page
}

/// The note on one line; `None` if there is none.
fn noted(note: &str) -> Option<Field> {
    let line = in_a_line(note);
    (!line.is_empty()).then(|| Field::new("Note", line))
}

/// Where to search for a program that has no page on record; empty if it has one.
fn search_instead(program: &Program) -> Block {
    match program.address() {
        Some(Address::Search(url)) => Block::Remark(format!("No page is on record; edX's search for the title: {url}")),
        _ => Block::Remark(String::new()),
    }
}

fn sources_hint() -> Block {
    Block::Hint(PageAction::ShowSources, "shows every claim behind a fact".to_owned())
}

/// The topics, and a hint how to find similar programs.
fn topic_blocks(catalog: &Catalog, program: &Program) -> Vec<Block> {
    let field = |label: &str, strength| {
        let names = topics::of(catalog, program, strength)?;
        Some(Field { target: Some(Target::Facts(FactKey::Topics.alone())), ..Field::new(label, names) })
    };
    let fields = [field("About", Strength::About), field("In part", Strength::Part)];
    let hint = "lists programs that share courses or topics with it".to_owned();
    vec![Block::fields(fields), Block::Hint(PageAction::ShowSimilar, hint)]
}

/// Kind, institutions in short and level in a line. The full names are among the facts below.
fn kind_school_level(catalog: &Catalog, program: &Program) -> String {
    format!("{} · {} · {}", program.kind().name(), catalog.school_in_words(program), levels(program))
}

/// The academic level, and how hard the courses are: two facts, of which either may be unknown.
fn levels(program: &Program) -> String {
    let name = |level: &Level| level.name().to_lowercase();
    let academic = program.academic_level().map(|(level, basis)| match basis {
        Basis::Stated => format!("{} level", name(&level)),
        basis => format!("{} level ({})", name(&level), basis.words()),
    });
    let of_courses: Vec<&Level> =
        program.levels().iter().filter(|level| !matches!(level, Level::Undergraduate | Level::Graduate)).collect();
    let of_courses = match of_courses.as_slice() {
        [] => None,
        [one] => Some(name(one)),
        [first, .., last] => Some(format!("{} to {}", name(first), name(last))),
    };
    match (academic, of_courses) {
        (Some(academic), Some(courses)) => format!("{academic}, courses {courses}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "level unknown".to_owned(),
    }
}

/// The fields that decide, one per line, each with the facts that it is made of.
fn leading_fields(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> [Option<Field>; 7] {
    use FactKey::{Effort, ExamPrice, Length, Pacing, Platform, Proctored, Status, StudyWeeks, Url, Workload};
    let of = |label: &str, facts: &'static [FactKey], value: Vec<Phrase>| {
        Field::of(label, value).map(|field| Field { target: Some(Target::Facts(facts)), ..field })
    };
    let moved = program.relocation().map(moved).into_iter().collect();
    let needed = program.cell(FactKey::Prerequisites, catalog);
    let unknown = || Phrase::marked("unknown; see the syllabus", Mark::Unknown);
    let needed = if needed.is_known() { Phrase::from(&needed) } else { unknown() };
    [
        of("Moved", &[Status, Platform, Url], moved),
        of("Time", &[Length, Effort, Workload, StudyWeeks, Pacing], time(catalog, program)),
        left_of(catalog, program, settings).map(|left| Field::new("Left for you", words::left(&left))),
        of("Price", FactKey::Price.alone(), price(catalog, program)),
        of("Credit", FactKey::Credit.alone(), credit(catalog, program)),
        of("Needed", FactKey::Prerequisites.alone(), vec![needed]),
        of("Catch", &[Status, Proctored, ExamPrice], catches(catalog, program)),
    ]
}

/// Length, total work, weekly work, and who sets the dates.
fn time(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let cell = |key| program.cell(key, catalog);
    let always = [cell(FactKey::Length), program.cell_in_full(FactKey::Effort, catalog)];
    let workload = Some(cell(FactKey::Workload)).filter(Cell::is_known);
    let pacing = Phrase::from(&cell(FactKey::Pacing));
    let pacing = program.pacing.value().and_then(|all| dates_words(all)).map(|text| Phrase { text, ..pacing });
    always.iter().chain(&workload).map(Phrase::from).chain(pacing).collect()
}

/// Who sets the dates; `None` if that is not known.
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

/// Where the program is taught now, and since when.
fn moved(relocation: Relocation<'_>) -> Phrase {
    let platform = relocation.platform.map_or("another platform", |platform| platform.as_str());
    let since = relocation.since.map_or_else(String::new, |since| format!(", moved there by {}", since.text()));
    Phrase::from(format!("enrol at {platform}{since}")).address(relocation.url.map(ToString::to_string))
}

/// Whether the program can count for credit, and how many schools on record may count it.
fn credit(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let routes = match program.open_routes() {
        0 => None,
        1 => Some(Phrase::from("1 route on record")),
        count => Some(Phrase::from(format!("{count} routes on record"))),
    };
    std::iter::once(Phrase::from(&program.cell(FactKey::Credit, catalog))).chain(routes).collect()
}

/// The catches that learners tend to find out too late, and that no other line of the page says.
fn catches(catalog: &Catalog, program: &Program) -> Vec<Phrase> {
    let mut catches = Vec::new();
    let mark = |key| Phrase::from(&program.cell(key, catalog)).mark;
    if !program.is_offered() {
        let cell = program.cell(FactKey::Status, catalog);
        let last =
            cell.origin.map_or_else(String::new, |origin| format!(", last seen {}", date_in_words(origin.as_of)));
        catches.push(Phrase { text: format!("not in the latest list{last}"), ..Phrase::from(&cell) });
    }
    if program.proctored.value() == Some(&true) {
        catches.push(Phrase::marked("proctored exam", mark(FactKey::Proctored)));
    }
    if program.exam_price.is_known() {
        let cell = program.cell(FactKey::ExamPrice, catalog);
        catches.push(Phrase { text: format!("the exam costs {}", cell.text), ..Phrase::from(&cell) });
    }
    catches
}

fn value<T: ToString>(value: Option<&T>) -> Phrase {
    value.map_or_else(Phrase::unknown, |value| value.to_string().into())
}
