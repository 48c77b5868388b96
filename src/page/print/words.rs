//! Prints a page as lines of words: no columns, no signs, nothing cut. Commands use it for the plain format, and
//! line mode for its answers.

use crate::catalog::printable_lines;
use crate::page::table::{Column, Row, Spoken, Table};
use crate::page::{Block, Field, Page, Phrase};

use super::{Keys, needs_gap, printed};

/// Returns the page as lines of words, each ended by a line break. Blank lines separate blocks of different form.
pub fn in_words(page: &Page, keys: Keys<'_>) -> String {
    let mut text = String::new();
    for section in printed(page, keys) {
        if !text.is_empty() {
            text.push('\n');
        }
        if !section.heading.is_empty() {
            text.extend([section.heading.as_str(), "\n"]);
        }
        let mut before = None;
        for block in &section.blocks {
            let own = block_in_words(block, keys);
            if own.is_empty() {
                continue;
            }
            if before.is_some_and(|before| needs_gap(before, block)) {
                text.push('\n');
            }
            text.push_str(&own);
            before = Some(block);
        }
    }
    printable_lines(text)
}

fn block_in_words(block: &Block, keys: Keys<'_>) -> String {
    match block {
        Block::Title(phrase) => format!("{}\n", phrase.text),
        Block::Warning(text) => format!("Caution: {text}\n"),
        Block::Text(text) | Block::Remark(text) => format!("{text}\n"),
        Block::Legend => String::new(),
        Block::Fields(fields) => fields.iter().map(field).collect(),
        Block::Items(items) => items.iter().map(|(item, _)| item.in_words() + "\n").collect(),
        Block::Table(table) => rows_in_words(table),
        Block::Hint(action, text) => keys(*action).map_or_else(String::new, |key| format!("{key} {text}\n")),
    }
}

fn field(field: &Field) -> String {
    // Sentences get a line each, so that a screen reader does not have to read very long lines.
    let between = if field.is_prose() { "\n" } else { "; " };
    format!("{}: {}\n", field.label, joined(&field.value, between))
}

/// The parts of a value joined into one text.
pub(super) fn joined(parts: &[Phrase], between: &str) -> String {
    parts.iter().map(Phrase::in_words).collect::<Vec<_>>().join(between)
}

/// If the rows have headings, each row is one line. Otherwise each value is one line, and each row starts with its number
/// after a blank line.
fn rows_in_words(table: &Table) -> String {
    if table.columns.iter().any(|column| column.is_head) {
        let line = |row: &Row| {
            let group = row.group.as_ref().map_or_else(String::new, |group| format!("\n{group}\n"));
            group + &row_in_a_line(table, row) + "\n"
        };
        return named(table) + &table.rows.iter().map(line).collect::<String>();
    }
    let count = table.rows.len();
    let row = |(row, number): (&Row, usize)| {
        let lines = told(table, row).map(|(column, cell)| named_value(column, cell) + "\n");
        format!("{number} of {count}\n{}", lines.collect::<String>())
    };
    table.rows.iter().zip(1..).map(row).collect::<Vec<_>>().join("\n")
}

/// The full titles of numbered columns, one per line.
fn named(table: &Table) -> String {
    let line = |column: &Column| match &column.spoken {
        Spoken::Numbered(number) => Some(format!("{number}: {}\n", column.title)),
        _ => None,
    };
    table.columns.iter().filter_map(line).collect()
}

/// Returns a row as one line of words: its headings, or the first value if it has none, then the other values by name.
pub fn row_in_words(table: &Table, row: &Row) -> String {
    printable_lines(row_in_a_line(table, row))
}

fn row_in_a_line(table: &Table, row: &Row) -> String {
    let has_heads = table.columns.iter().any(|column| column.is_head);
    let (heads, values): (Vec<_>, Vec<_>) = told(table, row)
        .enumerate()
        .partition(|(place, (column, _))| if has_heads { column.is_head } else { *place == 0 });
    let head = heads.iter().map(|(_, (_, cell))| cell.in_words()).collect::<Vec<_>>().join(" ");
    let values = values.iter().map(|(_, (column, cell))| named_value(column, cell)).collect::<Vec<_>>().join("; ");
    match (head.is_empty(), values.is_empty()) {
        (true, _) => values,
        (false, true) => head,
        (false, false) => format!("{head}: {values}"),
    }
}

/// The cells of a row that are not empty or left out.
fn told<'t>(table: &'t Table, row: &'t Row) -> impl Iterator<Item = (&'t Column, &'t Phrase)> {
    let cells = table.columns.iter().zip(&row.cells);
    cells.filter(|(column, cell)| !cell.text.is_empty() && !matches!(column.spoken, Spoken::LeftOut | Spoken::Counted))
}

fn named_value(column: &Column, cell: &Phrase) -> String {
    match &column.spoken {
        Spoken::Silent => cell.in_words(),
        Spoken::As(name) => format!("{name}: {}", cell.in_words()),
        Spoken::Numbered(number) => format!("{number}: {}", cell.in_words()),
        _ => format!("{}: {}", column.title, cell.in_words()),
    }
}
