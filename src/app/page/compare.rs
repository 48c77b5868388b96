//! The basket side by side: the facts, and what a plan makes of them. Where the columns do not fit, each row becomes a
//! block with a line for each program.

use crate::app::{Action, App, CompareAction};
use crate::catalog::Cell;
use crate::compare::{Row, compare};
use crate::page::{Doc, Line, Role};
use crate::plan::{Plan, plans, words};
use crate::width;

/// Columns of the labels, with the blank behind them.
const LABEL: usize = 12;
/// The least columns a program needs: a mark and a few words.
const LEAST: usize = 18;
/// The sign at the end of a row whose values differ.
const DIFFERS: &str = " ≠";
/// Its columns, also in its longer form in ASCII.
const DIFFERS_COLS: usize = 3;

/// A row as it is shown.
struct Shown {
    label: &'static str,
    cells: Vec<Value>,
    differs: bool,
}

/// The value of one program in a row.
struct Value {
    mark: &'static str,
    text: String,
    role: Role,
}

pub(super) fn comparison(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    if app.basket.is_empty() {
        super::nothing::no_comparison(app, &mut doc);
        return doc;
    }
    let rows = rows(app);
    let shown: Vec<&Shown> = rows.iter().filter(|row| !app.is_folded || row.differs).collect();
    let column = width.saturating_sub(LABEL + DIFFERS_COLS) / app.basket.len();
    if column >= LEAST {
        table(app, &mut doc, &shown, column.min(48));
    } else {
        blocks(app, &mut doc, &shown);
    }
    let folded = rows.len() - shown.len();
    if folded > 0 {
        doc.gap();
        doc.text(
            Role::Dim,
            &format!("{folded} equal rows are folded; {} shows them.", app.key(&Action::Compare(CompareAction::Fold))),
        );
    }
    doc
}

/// The facts, then what a plan with the hours and the start of the plan page makes of them.
fn rows(app: &App) -> Vec<Shown> {
    let comparison = compare(app.catalog(), &app.basket);
    let plans = plans(app.catalog(), &app.basket, &app.plan);
    let mut rows: Vec<Shown> = comparison.rows.iter().map(fact_row).collect();
    rows.push(plan_row("Finish", &plans, |plan| plan.finish.map(|dates| words::finish(Some(dates)))));
    if app.plan.deadline.is_some() {
        rows.push(plan_row("Deadline", &plans, words::deadline));
    }
    rows
}

/// The comparison in lines of words, each program by its number.
pub(super) fn in_words(app: &App) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, ix) in app.basket.iter().enumerate() {
        lines.push(format!("Program {}: {}", place + 1, app.catalog().program(*ix).title));
    }
    for row in rows(app).iter().filter(|row| !app.is_folded || row.differs) {
        lines.push(format!("{}: {}", row.label, if row.differs { "differs" } else { "equal" }));
        for (place, value) in row.cells.iter().enumerate() {
            lines.push(format!("Program {}: {}", place + 1, spoken(value)));
        }
    }
    lines
}

/// A value with its basis as a word in place of the mark.
fn spoken(value: &Value) -> String {
    let basis = match value.mark {
        "~" => "; derived or estimated",
        "p" => "; presumed",
        "i" => "; inferred",
        "e" => "; set by hand",
        _ => "",
    };
    format!("{}{basis}", value.text)
}

fn fact_row(row: &Row<'_>) -> Shown {
    let value = |(place, cell): (usize, &Cell<'_>)| {
        let is_best = row.best == Some(place);
        let role = match (is_best, cell.is_known(), row.differs) {
            (true, ..) => Role::Best,
            (false, false, _) => Role::Dim,
            (false, true, true) => Role::Differs,
            (false, true, false) => Role::Plain,
        };
        let sign = if is_best { " (least)" } else { "" };
        Value { mark: cell.mark(), text: format!("{}{sign}", cell.text), role }
    };
    Shown { label: row.label(), cells: row.cells.iter().enumerate().map(value).collect(), differs: row.differs }
}

fn plan_row(label: &'static str, plans: &[Plan], words: impl Fn(&Plan) -> Option<String>) -> Shown {
    let texts: Vec<Option<String>> = plans.iter().map(words).collect();
    let differs = texts.windows(2).any(|pair| pair[0] != pair[1]);
    let value = |text: Option<String>| match text {
        Some(text) => Value { mark: "~", text, role: if differs { Role::Differs } else { Role::Plain } },
        None => Value { mark: "?", text: Cell::UNKNOWN.to_owned(), role: Role::Dim },
    };
    Shown { label, cells: texts.into_iter().map(value).collect(), differs }
}

fn table(app: &App, doc: &mut Doc, rows: &[&Shown], column: usize) {
    let title = |(place, ix): (usize, &crate::catalog::ProgramIx)| {
        (wrap_cell(&(place + 1).to_string(), &app.catalog().program(*ix).title, column), Role::Title)
    };
    row_lines(doc, "", &app.basket.iter().enumerate().map(title).collect::<Vec<_>>(), "", column);
    for row in rows {
        let cells: Vec<(Vec<String>, Role)> =
            row.cells.iter().map(|value| (wrap_cell(value.mark, &value.text, column), value.role)).collect();
        row_lines(doc, row.label, &cells, if row.differs { DIFFERS } else { "" }, column);
    }
}

/// A row of a table whose cells are wrapped within their column; the sign stands at the end of its first line.
fn row_lines(doc: &mut Doc, label: &str, cells: &[(Vec<String>, Role)], sign: &str, column: usize) {
    let height = cells.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    for number in 0..height {
        let mut line = Line::of(Role::Label, width::left(if number == 0 { label } else { "" }, LABEL));
        for (lines, role) in cells {
            let text = lines.get(number).map_or("", String::as_str);
            line = line.and(*role, width::left(text, column));
        }
        if number == 0 {
            line = line.and(Role::Differs, sign);
        }
        doc.line(line);
    }
}

/// Wraps the text of a cell within its column, behind its mark and under itself.
fn wrap_cell(mark: &str, text: &str, column: usize) -> Vec<String> {
    let lines = width::wrap(text, column.saturating_sub(3).max(4)).into_iter().enumerate();
    lines.map(|(place, line)| format!("{} {line}", if place == 0 { mark } else { " " })).collect()
}

fn blocks(app: &App, doc: &mut Doc, rows: &[&Shown]) {
    for (place, ix) in app.basket.iter().enumerate() {
        let head = Line::of(Role::Label, format!("{} ", place + 1));
        doc.hanging(head, Role::Title, &app.catalog().program(*ix).title);
    }
    for row in rows {
        doc.gap();
        doc.line(Line::of(Role::Heading, row.label).and(Role::Differs, if row.differs { "  ≠ differs" } else { "" }));
        for (place, value) in row.cells.iter().enumerate() {
            let number = Line::of(Role::Label, format!("{} ", place + 1));
            doc.hanging(number.and(Role::Dim, value.mark).and(Role::Plain, " "), value.role, &value.text);
        }
    }
}
