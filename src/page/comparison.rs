//! The comparison page: programs side by side, first the facts that decide and the figures of their plans, then what
//! else differs. Rows that are the same, or known for only some programs, are folded into a list of names, or, if all
//! rows are shown, come last.
//!
//! Two cells count as different only if both values are known. A mark on every row says nothing, so only the rows that
//! decide are marked; the headings of the other rows say whether they differ.

use crate::catalog::{Basis, Catalog, Cell, CourseIx, Currency, FactKey, Program, ProgramIx, Range};
use crate::chart;
use crate::compare::{Comparison, Contrast, FactRow, RowKey, compare};
use crate::plan::{Plan, PlanSettings, plans, words};

use super::{Block, Column, Field, Mark, Page, PageAction, Part, Phrase, Role, Row, Spoken, Table, Target, topics};

/// Width of the bar of a value where the width of the page is not known, in columns.
const BAR_COLS: usize = 10;

/// The rows that a comparison shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// Only the rows that decide.
    Deciding,
    /// The rows that decide and the other rows that differ; the rest are only named.
    Differing,
    /// All rows.
    All,
}

/// The groups of rows. The rows that decide stay together; of all others, those that differ come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Decides,
    ExamAndEntry,
    Rest,
    KnownForSome,
    Same,
}

impl Group {
    const ALL: [Self; 5] = [Self::Decides, Self::ExamAndEntry, Self::Rest, Self::KnownForSome, Self::Same];

    /// The group of a row of several programs.
    fn of(key: RowKey, contrast: Contrast) -> Self {
        match (Self::of_subject(key), contrast) {
            (Self::Decides, _) => Self::Decides,
            (subject, Contrast::Differs) => subject,
            (_, Contrast::KnownForSome) => Self::KnownForSome,
            (_, Contrast::Same) => Self::Same,
        }
    }

    /// The group of a row by what it is about, which is that of a single program: nothing can differ from it.
    fn of_subject(key: RowKey) -> Self {
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

    /// The heading above the rows of this many programs.
    fn heading(self, programs: usize) -> &'static str {
        match self {
            Self::Decides => "Decides",
            Self::ExamAndEntry if programs == 1 => "Exam and entry",
            Self::Rest if programs == 1 => "Everything else",
            Self::ExamAndEntry => "Exam and entry: what differs",
            Self::Rest => "What else differs",
            Self::KnownForSome => "Known for some only",
            Self::Same => "The same",
        }
    }

    /// Sort key within a group: work comes first, as on the page of facts.
    fn place(key: RowKey) -> usize {
        usize::from(key != RowKey::Fact(FactKey::Effort))
    }
}

/// A row of the comparison, ready to be shown or folded.
struct Told {
    label: String,
    /// Whether the row holds web addresses, which always differ and are of no use in a comparison.
    is_address: bool,
    /// Whether its known values can be drawn as bars on a common scale.
    has_scale: bool,
    group: Group,
    contrast: Contrast,
    cells: Vec<Phrase>,
}

impl Told {
    /// The number of programs whose value is known.
    fn known(&self) -> usize {
        self.cells.iter().filter(|cell| cell.mark != Mark::Unknown).count()
    }
}

/// Returns the comparison of the programs. The figures of their plans are computed with `settings`. If there is only
/// one program, nothing can differ, so all its rows are shown.
pub fn comparison(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings, rows: Rows) -> Page {
    comparison_drawn(catalog, programs, settings, rows, BAR_COLS)
}

/// Returns the comparison for a screen of `cols` columns: bars as wide as there is room for, and where there is little,
/// no word beside the sign of a difference.
pub fn comparison_within(
    catalog: &Catalog,
    programs: &[ProgramIx],
    settings: &PlanSettings,
    rows: Rows,
    cols: usize,
) -> Page {
    let bar_cols = match cols / programs.len().max(1) {
        0..30 => 5,
        30..50 => BAR_COLS,
        _ => 2 * BAR_COLS,
    };
    let mut page = comparison_drawn(catalog, programs, settings, rows, bar_cols);
    if cols < ROOM_FOR_WORDS {
        let tables = page.sections.iter_mut().flat_map(|section| &mut section.blocks);
        tables.for_each(without_words_of_difference);
    }
    page
}

/// The least width, in columns, at which a word follows the sign of a difference.
const ROOM_FOR_WORDS: usize = 100;

/// Leaves the sign of a difference without its word.
fn without_words_of_difference(block: &mut Block) {
    let Block::Table(table) = block else { return };
    let cells = table.rows.iter_mut().filter_map(|row| row.cells.last_mut());
    cells.filter(|cell| cell.drawing.is_some()).for_each(|cell| cell.text.clear());
}

fn comparison_drawn(
    catalog: &Catalog,
    programs: &[ProgramIx],
    settings: &PlanSettings,
    rows: Rows,
    bar_cols: usize,
) -> Page {
    let rows = if programs.len() == 1 && rows == Rows::Differing { Rows::All } else { rows };
    let mut told = told(catalog, programs, settings, rows, bar_cols);
    align_with_bars(&mut told, bar_cols);
    let is_shown = |row: &&Told| match rows {
        Rows::All => true,
        Rows::Differing => row.group == Group::Decides || (row.contrast == Contrast::Differs && !row.is_address),
        Rows::Deciding => row.group == Group::Decides,
    };
    let (shown, folded): (Vec<&Told>, Vec<&Told>) = told.iter().partition(is_shown);
    let side_by_side = Block::Table(table(catalog, programs, &shown));
    if rows == Rows::Deciding {
        return Page::new(vec![at_a_glance(side_by_side)]);
    }
    let mut page = Page::new(vec![Block::Title("Comparison".into()), side_by_side, Block::Legend]);
    let common = courses_in_common(catalog, programs);
    page.section(Part::Courses, "Courses in common", common);
    page.section(Part::Rest, "Folded rows", folded_rows(&folded));
    page
}

/// Drops the group heading and limits titles to two lines: at a glance there is only one group, and the
/// space belongs to the facts.
fn at_a_glance(mut block: Block) -> Block {
    if let Block::Table(table) = &mut block {
        table.heading_lines = 2;
        table.rows.iter_mut().for_each(|row| row.group = None);
    }
    block
}

fn told(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings, rows: Rows, bar_cols: usize) -> Vec<Told> {
    let mut compared = compare(catalog, programs);
    in_one_currency(catalog, &mut compared);
    let in_full = if catalog.currency == Currency::USD { in_brief(catalog, &mut compared) } else { Vec::new() };
    compared.rows.sort_by_key(|row| Group::place(row.key));
    let mut told: Vec<Told> = compared.rows.iter().map(|row| fact_row(catalog, programs, row, bar_cols)).collect();
    if rows == Rows::All {
        told.extend(in_full.iter().map(|row| full_row(catalog, programs, row)));
    }
    let plans = plans(catalog, programs, settings);
    if plans.iter().any(|plan| plan.left.is_some()) {
        told.push(plan_row("Left for you", &plans, Mark::None, left));
    }
    let derived = Mark::Of(Basis::Derived);
    told.push(plan_row("Done by", &plans, derived, words::finish_in_short));
    if settings.deadline.is_some() {
        told.push(plan_row("Deadline", &plans, Mark::None, words::deadline));
    }
    told
}

/// What is left of a program of which some courses may be finished; `None` if its courses have no ids, so that none can
/// be marked.
fn left(plan: &Plan) -> Option<String> {
    let can_be_marked = plan.courses.iter().any(|course| course.id.is_some());
    let whole = can_be_marked.then(|| "all of it".to_owned());
    plan.left.as_ref().map(words::left).or(whole)
}

/// Puts blanks as wide as a bar before amounts that have none, so that all amounts are aligned.
fn align_with_bars(told: &mut [Told], bar_cols: usize) {
    if told.iter().flat_map(|row| &row.cells).all(|cell| cell.drawing.is_none()) {
        return;
    }
    let without_bar = told.iter_mut().filter(|row| row.has_scale).flat_map(|row| &mut row.cells);
    without_bar.filter(|cell| cell.drawing.is_none()).for_each(|cell| cell.drawing = Some(chart::blank(bar_cols)));
}

/// The cells of a row, with topics by name and credit with its number of routes.
fn cells_of<'c>(catalog: &'c Catalog, programs: &[ProgramIx], row: &FactRow<'c>) -> Vec<Cell<'c>> {
    let mut cells = row.cells.clone();
    if row.key == RowKey::Fact(FactKey::Topics) {
        for (cell, ix) in cells.iter_mut().zip(programs) {
            if let Some(topics) = catalog.program(*ix).topics.value() {
                cell.text = topics::words(topics);
            }
        }
    }
    if row.key == RowKey::Fact(FactKey::Credit) {
        for (cell, ix) in cells.iter_mut().zip(programs) {
            cell.text.extend(routes(catalog.program(*ix)));
        }
    }
    cells
}

/// Keeps one row of prices, in the currency of the catalogue. The row in US dollars stays only beside another currency.
fn in_one_currency(catalog: &Catalog, comparison: &mut Comparison<'_>) {
    comparison.rows.retain(|row| row.key != RowKey::PriceInDollars || catalog.currency != Currency::USD);
}

/// Words the amounts that decide as the list does: short enough for bars beside them. Returns the rows in full for which
/// that leaves something out: a year, another claim.
fn in_brief<'c>(catalog: &'c Catalog, comparison: &mut Comparison<'c>) -> Vec<FactRow<'c>> {
    let mut in_full = Vec::new();
    for row in &mut comparison.rows {
        let full = row.clone();
        for (cell, ix) in row.cells.iter_mut().zip(&comparison.programs) {
            let program = catalog.program(*ix);
            let brief = match row.key {
                RowKey::Fact(FactKey::Effort) => program.brief_work(),
                RowKey::Fact(FactKey::Length) => program.brief_length(),
                RowKey::Fact(FactKey::Price) => program.brief_price(),
                _ => continue,
            };
            let is_the_same_claim = brief.basis() == cell.origin.as_ref().map(|origin| origin.basis);
            if let Some(text) = brief.text().filter(|_| is_the_same_claim) {
                text.clone_into(&mut cell.text);
            }
        }
        // What is behind a comma, such as the likely hours, is left out in brief, and so are the years of prices.
        let says_more = full.cells.iter().any(|cell| cell.text.contains(", "));
        let is_price = row.key == RowKey::Fact(FactKey::Price);
        if row.cells != full.cells && (is_price || says_more) {
            in_full.push(full);
        }
    }
    in_full
}

/// A row in full of a fact that is in brief among the rows that decide.
fn full_row(catalog: &Catalog, programs: &[ProgramIx], row: &FactRow<'_>) -> Told {
    let mut full = fact_row(catalog, programs, row, 0);
    full.label.push_str(" in full");
    full.has_scale = false;
    full.group = if row.contrast == Contrast::Same { Group::Same } else { Group::Rest };
    for (cell, from) in full.cells.iter_mut().zip(&row.cells) {
        // The least and the bar are said where the row decides.
        *cell = Phrase::from(from);
    }
    full
}

/// The number of routes to a degree on record, in words; `None` if there are none.
fn routes(program: &Program) -> Option<String> {
    match program.open_routes() {
        0 => None,
        1 => Some(" (1 route)".to_owned()),
        count => Some(format!(" ({count} routes)")),
    }
}

fn fact_row(catalog: &Catalog, programs: &[ProgramIx], row: &FactRow<'_>, bar_cols: usize) -> Told {
    let group = if programs.len() == 1 { Group::of_subject(row.key) } else { Group::of(row.key, row.contrast) };
    let cells = cells_of(catalog, programs, row);
    let cell = |(place, cell): (usize, &Cell<'_>)| {
        let is_best = row.best == Some(place);
        let phrase = Phrase::from(cell);
        let phrase = match (is_best, cell.is_known(), row.contrast) {
            (true, ..) => Phrase { text: format!("{} (least)", cell.text), ..phrase }.role(Role::Best),
            (false, true, Contrast::Differs) => phrase.role(Role::Differs),
            _ => phrase,
        };
        let bar = bar(&row.scale, place, bar_cols).filter(|_| group == Group::Decides);
        Phrase { drawing: bar, ..phrase }
    };
    let cells = cells.iter().enumerate().map(cell).collect();
    let is_address = row.key == RowKey::Fact(FactKey::Url);
    let has_scale = group == Group::Decides && row.scale.iter().any(Option::is_some);
    Told { label: row.label().to_owned(), is_address, has_scale, group, contrast: row.contrast, cells }
}

/// A bar for a value as a share of the greatest in its row; `None` if fewer than two values are known or all are 0.
fn bar(scale: &[Option<Range>], place: usize, cols: usize) -> Option<chart::ChartRow> {
    let greatest = scale.iter().flatten().map(|range| range.high).fold(0.0, f64::max);
    let range = scale[place]?;
    let share = |value: f64| value / greatest;
    let is_alone = scale.iter().flatten().count() < 2 || greatest <= 0.0;
    (!is_alone).then(|| chart::range(share(range.low), share(range.middle()), share(range.high), cols))
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
    let (group, cells) = (Group::Decides, cells.collect());
    Told { label: label.to_owned(), is_address: false, has_scale: false, group, contrast, cells }
}

fn table(catalog: &Catalog, programs: &[ProgramIx], rows: &[&Told]) -> Table {
    let mut columns = vec![Column::new("Fact").least(8).wrapping().head()];
    for (ix, number) in programs.iter().zip(1..) {
        let column = Column::new(catalog.title_with_school(*ix)).least(16).wrapping();
        columns.push(column.spoken(Spoken::Numbered(number)).about(Target::Program(*ix)));
    }
    columns.push(Column::new("").least(9).spoken(Spoken::Silent));
    let mut table = Table::new("The programs side by side", columns);
    table.stacks = true;
    for group in Group::ALL {
        let own = rows.iter().filter(|row| row.group == group);
        let heading = |place: usize| (place == 0).then(|| group.heading(programs.len()).to_owned());
        table.rows.extend(own.enumerate().map(|(place, row)| table_row(row, heading(place))));
    }
    table
}

fn table_row(row: &Told, group: Option<String>) -> Row {
    let sign = match (row.group, row.contrast) {
        (Group::Decides, Contrast::Differs) => Phrase::from("differs").role(Role::Differs).drawn(sign_of_difference()),
        _ => Phrase::default(),
    };
    let head = Phrase::from(row.label.as_str());
    let cells = std::iter::once(head).chain(row.cells.iter().cloned()).chain([sign]).collect();
    Row { cells, target: None, group }
}

fn sign_of_difference() -> chart::ChartRow {
    let mut sign = chart::ChartRow::default();
    sign.push(chart::Tone::Mark, "≠");
    sign
}

/// The courses shared by at least two of the programs, each with the numbers of those programs.
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
    if shared.is_empty() {
        let is_on_record = |ix: &ProgramIx| !catalog.program(*ix).course_list.is_empty();
        let none =
            if programs.iter().all(is_on_record) { "None." } else { "None on record; some courses are unknown." };
        return if programs.len() > 1 { vec![Block::Text(none.to_owned())] } else { Vec::new() };
    }
    vec![Block::items(shared.iter().map(sentence))]
}

/// For how many of the programs something is known. The number is a word, because digits name programs here.
fn known_for(count: usize, all: usize) -> String {
    const WORDS: [&str; 5] = ["none", "one", "two", "three", "four"];
    let word = |number: usize| WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned());
    format!("Known for {} of {}", word(count), word(all))
}

/// The names of the rows that are not shown: those known for only some programs, by how many,
/// then those that are the same.
fn folded_rows(folded: &[&Told]) -> Vec<Block> {
    let labels = |wanted: &dyn Fn(&Told) -> bool| {
        let own = folded.iter().filter(|row| wanted(row)).map(|row| row.label.as_str());
        own.collect::<Vec<_>>().join(", ")
    };
    let line = |label: String, names: String| (!names.is_empty()).then(|| Field::new(label, names));
    let most = folded.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let known = |count: usize| {
        let is_known = |row: &Told| row.contrast == Contrast::KnownForSome && row.known() == count;
        line(known_for(count, most), labels(&is_known))
    };
    let same = line("The same".to_owned(), labels(&|row| row.contrast == Contrast::Same));
    let lines: Vec<Option<Field>> = (1..most).map(known).chain([same]).collect();
    if lines.iter().all(Option::is_none) {
        return Vec::new();
    }
    vec![Block::fields(lines), Block::Hint(PageAction::ShowEqualRows, "shows them".to_owned())]
}
