//! Programs side by side: first what decides, with what a plan makes of it, then what else differs; what is the same, or
//! known of some only, is named and folded. The sign for a difference stands between known values alone.

use crate::catalog::{Basis, Catalog, Cell, CourseIx, FactKey, ProgramIx, Range};
use crate::chart;
use crate::compare::{Contrast, Row as Compared, RowKey, compare};
use crate::plan::{Plan, PlanSettings, plans, words};

use super::{Block, Column, Deed, Mark, Page, Part, Phrase, Role, Row, Spoken, Table, topics};

/// Columns of the bar of a value.
const BAR_COLS: usize = 10;

/// Which rows a comparison shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// What decides, and what else differs.
    Differing,
    /// All.
    All,
}

/// What rows are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Decides,
    ExamAndEntry,
    Rest,
}

impl Group {
    const ALL: [Self; 3] = [Self::Decides, Self::ExamAndEntry, Self::Rest];

    fn of(key: RowKey) -> Self {
        use FactKey::{
            Capstone, Credit, Effort, Exam, ExamPrice, Length, Level, PassMark, Prerequisites, Price, Proctored,
        };
        match key {
            RowKey::PriceInDollars | RowKey::Fact(Effort | Length | Price | Credit) => Self::Decides,
            RowKey::Fact(Exam | ExamPrice | Proctored | PassMark | Prerequisites | Capstone | Level) => {
                Self::ExamAndEntry
            }
            RowKey::CostPerHour | RowKey::Fact(_) => Self::Rest,
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Decides => "Decides",
            Self::ExamAndEntry => "Exam and entry",
            Self::Rest => "Everything else",
        }
    }

    /// The order of rows within the group: work before length before price, as a page of facts says them.
    fn place(key: RowKey) -> usize {
        usize::from(key != RowKey::Fact(FactKey::Effort))
    }
}

/// A row with its label and whether it is to be told.
struct Told {
    label: String,
    group: Group,
    contrast: Contrast,
    cells: Vec<Phrase>,
}

/// The programs side by side; what a plan makes of them goes by `settings`.
pub fn comparison(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings, rows: Rows) -> Page {
    let told = told(catalog, programs, settings);
    let (shown, folded): (Vec<&Told>, Vec<&Told>) = told
        .iter()
        .partition(|row| rows == Rows::All || row.group == Group::Decides || row.contrast == Contrast::Differs);
    let mut page = Page::new(vec![
        Block::Title("Comparison".into()),
        Block::Table(table(catalog, programs, &shown)),
        Block::Legend,
    ]);
    let common = courses_in_common(catalog, programs);
    page.section(Part::Courses, "Courses in common", common);
    page.section(Part::Rest, "Folded", folded_rows(&folded));
    page
}

fn told(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings) -> Vec<Told> {
    let mut compared = compare(catalog, programs);
    compared.rows.sort_by_key(|row| Group::place(row.key));
    let mut told: Vec<Told> = compared.rows.iter().map(|row| fact_row(catalog, programs, row)).collect();
    let plans = plans(catalog, programs, settings);
    let derived = Mark::Of(Basis::Derived);
    told.push(plan_row("Done by", &plans, derived, |plan| plan.finish.map(|dates| words::finish(Some(dates)))));
    if settings.deadline.is_some() {
        told.push(plan_row("Deadline", &plans, Mark::None, words::deadline));
    }
    told
}

/// The cells of a row; topics by their names.
fn named_topics<'c>(catalog: &'c Catalog, programs: &[ProgramIx], row: &Compared<'c>) -> Vec<Cell<'c>> {
    let mut cells = row.cells.clone();
    if row.key == RowKey::Fact(FactKey::Topics) {
        for (cell, ix) in cells.iter_mut().zip(programs) {
            if let Some(topics) = catalog.program(*ix).topics.value() {
                cell.text = topics::words(topics);
            }
        }
    }
    cells
}

fn fact_row(catalog: &Catalog, programs: &[ProgramIx], row: &Compared<'_>) -> Told {
    let group = Group::of(row.key);
    let cells = named_topics(catalog, programs, row);
    let cell = |(place, cell): (usize, &Cell<'_>)| {
        let is_best = row.best == Some(place);
        let phrase = Phrase::from(cell);
        let phrase = match (is_best, cell.is_known(), row.contrast) {
            (true, ..) => Phrase { text: format!("{} (least)", cell.text), ..phrase }.role(Role::Best),
            (false, true, Contrast::Differs) => phrase.role(Role::Differs),
            _ => phrase,
        };
        let bar = bar(&row.scale, place).filter(|_| group == Group::Decides);
        Phrase { drawing: bar, ..phrase }
    };
    let cells = cells.iter().enumerate().map(cell).collect();
    Told { label: row.label().to_owned(), group, contrast: row.contrast, cells }
}

/// A value as a share of the greatest of its row.
fn bar(scale: &[Option<Range>], place: usize) -> Option<chart::Row> {
    let greatest = scale.iter().flatten().map(|range| range.high).fold(0.0, f64::max);
    let range = scale[place]?;
    let share = |value: f64| value / greatest;
    let is_alone = scale.iter().flatten().count() < 2 || greatest <= 0.0;
    (!is_alone).then(|| chart::range(share(range.low), share(range.middle()), share(range.high), BAR_COLS))
}

fn plan_row(label: &str, plans: &[Plan], mark: Mark, text: impl Fn(&Plan) -> Option<String>) -> Told {
    let texts: Vec<Option<String>> = plans.iter().map(text).collect();
    let known: Vec<&String> = texts.iter().flatten().collect();
    let contrast = match (known.windows(2).any(|pair| pair[0] != pair[1]), known.len()) {
        (true, _) => Contrast::Differs,
        (false, count) if count == 0 || count == texts.len() => Contrast::Same,
        (false, _) => Contrast::KnownForSome,
    };
    let cells = texts.into_iter().map(|text| text.map_or_else(Phrase::unknown, |text| Phrase::marked(text, mark)));
    Told { label: label.to_owned(), group: Group::Decides, contrast, cells: cells.collect() }
}

fn table(catalog: &Catalog, programs: &[ProgramIx], rows: &[&Told]) -> Table {
    let mut columns = vec![Column::new("Fact").least(8).head()];
    for (ix, number) in programs.iter().zip(1..) {
        let title = catalog.program(*ix).title.as_str();
        columns.push(Column::new(title).least(18).wrapping().spoken(Spoken::Numbered(number)));
    }
    columns.push(Column::new("").least(9).spoken(Spoken::Silent));
    let mut table = Table::new("The programs side by side", columns);
    table.stacks = true;
    for group in Group::ALL {
        let own = rows.iter().filter(|row| row.group == group);
        table.rows.extend(own.enumerate().map(|(place, row)| table_row(row, (place == 0).then_some(group))));
    }
    table
}

fn table_row(row: &Told, begins: Option<Group>) -> Row {
    let sign = match row.contrast {
        Contrast::Differs => Phrase::from("differs").role(Role::Differs).drawn(sign_of_difference()),
        Contrast::Same | Contrast::KnownForSome => Phrase::default(),
    };
    let head = Phrase::from(row.label.as_str());
    let cells = std::iter::once(head).chain(row.cells.iter().cloned()).chain([sign]).collect();
    Row { cells, target: None, group: begins.map(|group| group.heading().to_owned()) }
}

fn sign_of_difference() -> chart::Row {
    let mut sign = chart::Row::default();
    sign.push(chart::Tone::Chosen, "≠");
    sign
}

/// The courses that more than one of the programs has, each with the numbers of the programs.
fn courses_in_common(catalog: &Catalog, programs: &[ProgramIx]) -> Vec<Block> {
    let mut shared: Vec<(CourseIx, Vec<usize>)> = Vec::new();
    for (ix, number) in programs.iter().zip(1..) {
        for course_use in &catalog.program(*ix).course_list {
            match shared.iter_mut().find(|(course, _)| *course == course_use.course) {
                Some((_, numbers)) => numbers.push(number),
                None => shared.push((course_use.course, vec![number])),
            }
        }
    }
    shared.retain(|(_, numbers)| numbers.len() > 1);
    let sentence = |(course, numbers): &(CourseIx, Vec<usize>)| {
        let numbers = numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ");
        format!("{} (in {numbers})", catalog.course(*course).title)
    };
    vec![Block::items(shared.iter().map(sentence))]
}

/// What is not shown, by name.
fn folded_rows(folded: &[&Told]) -> Vec<Block> {
    if folded.is_empty() {
        return Vec::new();
    }
    let labels = |contrast: Contrast| {
        let own = folded.iter().filter(|row| row.contrast == contrast);
        own.map(|row| row.label.as_str()).collect::<Vec<_>>().join(", ")
    };
    let line = |label: &str, names: String| (!names.is_empty()).then(|| super::Field::new(label, names));
    let lines = [line("Known for some only", labels(Contrast::KnownForSome)), line("The same", labels(Contrast::Same))];
    vec![Block::fields(lines), Block::Hint(Deed::ShowEqualRows, "shows them".to_owned())]
}
