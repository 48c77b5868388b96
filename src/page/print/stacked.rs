//! Prints a table row by row, for widths at which its columns would break words. Nothing is left out: a row begins with
//! its heading, and its values follow with the names of their columns.

use super::fit::longest_piece;
use super::row::{CURSOR, add_row, marks, role_of};
use crate::page::table::Spoken;
use crate::page::{Column, Doc, Line, Phrase, Role, Row, Table, Target};
use crate::width;

/// The separator between the values of a row.
const BETWEEN: &str = " · ";

/// Adds the rows to the document, with the cursor on a row or on a numbered column.
pub(super) fn table(doc: &mut Doc, table: &Table, cursor: Option<Target>) {
    let mark = marks(table, cursor);
    numbered_titles(doc, table, cursor);
    for row in &table.rows {
        if table.stacks {
            doc.gap();
        }
        if let Some(group) = &row.group {
            doc.gap();
            doc.text(if table.stacks { Role::Title } else { Role::Heading }, group);
        }
        let mark = mark(row.target);
        let mut own = doc.narrower(width::cols(mark));
        if table.stacks {
            one_to_a_line(&mut own, table, row);
        } else {
            one_after_another(&mut own, table, row);
        }
        add_row(doc, row, mark, own.lines);
    }
}

/// The titles of numbered columns, one below the other; the rows refer to them by number.
fn numbered_titles(doc: &mut Doc, table: &Table, cursor: Option<Target>) {
    for column in &table.columns {
        if let Spoken::Numbered(number) = column.spoken {
            let has_cursor = cursor.is_some() && column.target == cursor;
            let role = if has_cursor { Role::Selected } else { Role::Title };
            let mark = CURSOR[usize::from(!has_cursor)].trim_end();
            let head = Line::of(Role::Focus, width::left(mark, 1)).and(Role::Label, format!("{number}  "));
            doc.hanging(head, role, &column.title);
        }
    }
}

/// The heading of a row, and under it one value per line after the name of its column. All values begin at the same
/// column. Values of unnamed columns go beside the heading.
fn one_to_a_line(doc: &mut Doc, table: &Table, row: &Row) {
    doc.line(heading_with_remarks(table, row));
    let names = table.columns.iter().filter_map(name);
    let indent = names.map(|name| width::cols(&name)).max().unwrap_or(0).min(doc.width() / 2);
    for (column, cell) in told(table, row) {
        let Some(name) = name(column) else { continue };
        let blanks = indent.saturating_sub(width::cols(&name)) + 2;
        let mut head = Line::of(Role::Label, name + &" ".repeat(blanks));
        let text = cell.with_sign();
        if head.cols() + longest_piece(&text) > doc.width() {
            doc.line(head);
            head = Line::of(Role::Plain, "  ");
        }
        doc.hanging_link(head, role_of(column, cell), &text, cell.address.as_deref());
    }
}

fn heading_with_remarks(table: &Table, row: &Row) -> Line {
    let mut line = Line::blank();
    for (column, cell) in table.columns.iter().zip(&row.cells) {
        let is_empty = cell.text.is_empty() && cell.drawing.is_none();
        let is_beside = !column.is_head && column.spoken == Spoken::Silent && !is_empty;
        if column.is_head {
            line = line.and(Role::Heading, cell.text.as_str());
        } else if is_beside {
            line = line.and(Role::Plain, "  ").and_picture(&cell.drawing.clone().unwrap_or_default());
            line = line.and(Role::Plain, " ").and(role_of(column, cell), cell.with_sign());
        }
    }
    line
}

/// The heading of a row, and under it its values one after another. If the heading is only a number, the values follow
/// on its line. A value with a link has a line of its own, because a link is not broken.
fn one_after_another(doc: &mut Doc, table: &Table, row: &Row) {
    let heads = table.columns.iter().zip(&row.cells).filter(|(column, cell)| column.is_head && !cell.text.is_empty());
    let head = heads.map(|(_, cell)| cell.with_sign()).collect::<Vec<_>>().join(BETWEEN);
    let values = pieces(table, row);
    let is_number = !head.is_empty() && head.chars().all(|c| c.is_ascii_digit());
    let mut first = Line::of(Role::Plain, "  ");
    if is_number && !values.is_empty() {
        first = Line::of(Role::Label, format!("{head}  "));
    } else if !head.is_empty() {
        doc.text(Role::Heading, &head);
    }
    let indent = " ".repeat(first.cols());
    for (text, address) in values {
        let before = std::mem::replace(&mut first, Line::of(Role::Plain, indent.as_str()));
        doc.hanging_link(before, Role::Plain, &text, address);
    }
}

/// The values of a row: those without a link joined, those with one apart.
fn pieces<'r>(table: &'r Table, row: &'r Row) -> Vec<(String, Option<&'r str>)> {
    let mut pieces: Vec<(String, Option<&str>)> = Vec::new();
    for (column, cell) in told(table, row).filter(|(column, _)| !column.is_head) {
        let text = match name(column) {
            Some(name) => format!("{name}: {}", cell.with_sign()),
            None => cell.with_sign(),
        };
        match pieces.last_mut().filter(|(_, address)| address.is_none() && cell.address.is_none()) {
            Some((joined, _)) => joined.extend([BETWEEN, &text]),
            None => pieces.push((text, cell.address.as_deref())),
        }
    }
    pieces
}

/// The cells of a row that have a text and whose columns are not left out.
fn told<'t>(table: &'t Table, row: &'t Row) -> impl Iterator<Item = (&'t Column, &'t Phrase)> {
    let cells = table.columns.iter().zip(&row.cells);
    cells.filter(|(column, cell)| !cell.text.is_empty() && column.spoken != Spoken::LeftOut)
}

/// The name before a value of the column; `None` if the value needs none.
fn name(column: &Column) -> Option<String> {
    match &column.spoken {
        _ if column.is_head => None,
        Spoken::Silent | Spoken::LeftOut => None,
        Spoken::As(name) => Some(name.clone()),
        Spoken::Numbered(number) => Some(number.to_string()),
        Spoken::Title | Spoken::Counted => Some(column.title.clone()),
    }
}
