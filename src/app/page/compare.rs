//! The basket side by side. Where the columns do not fit, each fact becomes a block with a line for each program.

use crate::app::App;
use crate::app::doc::{Doc, Line, Role};
use crate::compare::{Comparison, Row, compare};
use crate::width;

/// Columns of the labels, with the blank behind them.
const LABEL: usize = 12;
/// The least columns a program needs: a mark and a few words.
const LEAST: usize = 18;
/// The sign at the end of a row whose values differ.
const DIFFERS: &str = " ≠";

pub(super) fn comparison(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    if app.basket.is_empty() {
        doc.text(Role::Title, "Nothing to compare yet.");
        doc.text(Role::Dim, "Space puts the selected program in the comparison, up to four.");
        return doc;
    }
    let comparison = compare(app.catalog(), &app.basket);
    let column = width.saturating_sub(LABEL + width::cols(DIFFERS)) / app.basket.len();
    if column >= LEAST {
        table(app, &mut doc, &comparison, column.min(48));
    } else {
        blocks(app, &mut doc, &comparison);
    }
    folded_note(app, &mut doc, &comparison);
    doc
}

fn is_shown(app: &App, row: &Row<'_>) -> bool {
    !app.is_folded || row.differs
}

fn folded_note(app: &App, doc: &mut Doc, comparison: &Comparison<'_>) {
    let equal = comparison.rows.len() - comparison.differing();
    if app.is_folded && equal > 0 {
        doc.gap();
        doc.text(Role::Dim, &format!("{equal} equal rows are folded; e shows them."));
    }
}

fn table(app: &App, doc: &mut Doc, comparison: &Comparison<'_>, column: usize) {
    let titles: Vec<(String, Role)> = comparison
        .programs
        .iter()
        .enumerate()
        .map(|(place, ix)| (format!("{} {}", place + 1, app.catalog().program(*ix).title), Role::Title))
        .collect();
    row_lines(doc, "", &titles, "", column);
    for row in comparison.rows.iter().filter(|row| is_shown(app, row)) {
        let cells: Vec<(String, Role)> = row
            .cells
            .iter()
            .enumerate()
            .map(|(place, cell)| {
                (format!("{} {}{}", cell.mark(), cell.text, best_sign(row, place)), cell_role(row, place))
            })
            .collect();
        row_lines(doc, row.label(), &cells, if row.differs { DIFFERS } else { "" }, column);
    }
}

fn best_sign(row: &Row<'_>, place: usize) -> &'static str {
    if row.best == Some(place) { " (least)" } else { "" }
}

fn cell_role(row: &Row<'_>, place: usize) -> Role {
    match row {
        row if row.best == Some(place) => Role::Best,
        row if !row.cells[place].is_known() => Role::Dim,
        row if row.differs => Role::Differs,
        _ => Role::Plain,
    }
}

/// A row of a table whose cells are wrapped within their column; the sign stands at the end of its first line.
fn row_lines(doc: &mut Doc, label: &str, cells: &[(String, Role)], sign: &str, column: usize) {
    let wrapped: Vec<Vec<String>> = cells.iter().map(|(text, _)| wrap_cell(text, column - 1)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for number in 0..height {
        let mut line = Line::of(Role::Label, width::left(if number == 0 { label } else { "" }, LABEL));
        for (lines, (_, role)) in wrapped.iter().zip(cells) {
            let text = lines.get(number).map_or("", String::as_str);
            line = line.and(*role, width::left(text, column));
        }
        if number == 0 {
            line = line.and(Role::Differs, sign);
        }
        doc.line(line);
    }
}

/// Wraps the text of a cell, keeping what follows the mark under the value and not under the mark.
fn wrap_cell(text: &str, width: usize) -> Vec<String> {
    let lines = width::wrap(text, width.saturating_sub(2).max(4));
    lines.into_iter().enumerate().map(|(place, line)| if place == 0 { line } else { format!("  {line}") }).collect()
}

fn blocks(app: &App, doc: &mut Doc, comparison: &Comparison<'_>) {
    for (place, ix) in comparison.programs.iter().enumerate() {
        let head = Line::of(Role::Label, format!("{} ", place + 1));
        doc.hanging(head, Role::Title, &app.catalog().program(*ix).title);
    }
    for row in comparison.rows.iter().filter(|row| is_shown(app, row)) {
        doc.gap();
        doc.line(Line::of(Role::Heading, row.label()).and(Role::Differs, if row.differs { "  ≠ differs" } else { "" }));
        for (place, cell) in row.cells.iter().enumerate() {
            let head =
                Line::of(Role::Label, format!("{} ", place + 1)).and(Role::Dim, cell.mark()).and(Role::Plain, " ");
            doc.hanging(head, cell_role(row, place), &format!("{}{}", cell.text, best_sign(row, place)));
        }
    }
}
