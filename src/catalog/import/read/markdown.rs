//! Tables in Markdown: rows of cells between bars, below headings that a line of dashes underlines. What a cell marks
//! as bold or as code is plain text, a bar after a backslash belongs to its cell, and text around the tables is not a
//! row.

use super::{Current, DocumentReader};
use crate::catalog::import::html::Row;
use crate::catalog::import::report::At;
use crate::english::{by_count, counted};

/// The tables of a text, and the number of lines that belong to none.
#[derive(Debug, Default)]
struct Tables {
    tables: Vec<Vec<Row>>,
    others: usize,
}

impl DocumentReader<'_> {
    /// Reads the tables of a text in Markdown.
    pub(super) fn markdown(&mut self, current: &mut Current<'_>, text: &str) {
        let Tables { tables, others } = tables(text);
        if others > 0 {
            let were = by_count(others, "was", "were");
            let remark = format!("{} around the tables {were} not read", counted(others, "line"));
            self.remark(current, At::File, None, &remark);
        }
        if !self.tables_of(current, &tables, None, "table in Markdown") {
            self.refuse(current, At::File, "text, or tables whose headings name no programs");
        }
    }
}

/// Whether a text has a table in Markdown.
pub(super) fn has_table(text: &str) -> bool {
    text.lines().zip(text.lines().skip(1)).any(|(line, next)| line.contains('|') && is_rule(next))
}

fn tables(text: &str) -> Tables {
    let mut found = Tables::default();
    let lines: Vec<&str> = text.lines().collect();
    let mut at = 0;
    while at < lines.len() {
        let is_heading = lines[at].contains('|') && lines.get(at + 1).is_some_and(|next| is_rule(next));
        if !is_heading {
            found.others += usize::from(!lines[at].trim().is_empty());
            at += 1;
            continue;
        }
        let below = lines.iter().enumerate().skip(at + 2).take_while(|(_, line)| line.contains('|'));
        let rows = std::iter::once((at, &lines[at])).chain(below).map(|(at, line)| (at, *line));
        let rows: Vec<Row> = rows.map(|(at, line)| Row { line: at as u64 + 1, cells: cells(line) }).collect();
        at += rows.len() + 1;
        found.tables.push(rows);
    }
    found
}

/// Whether a line underlines the headings of a table.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The cells of a row, as a web page would write them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut chars = line.trim().chars().peekable();
    while let Some(c) = chars.next() {
        let is_escape = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        match if is_escape { chars.next().unwrap_or(c) } else { c } {
            '|' if !is_escape => cells.push(String::new()),
            c => cells.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
    }
    // Bars at the ends of a row are its frame.
    let is_framed = |bar: bool, cell: Option<&String>| bar && cell.is_some_and(|cell| cell.trim().is_empty());
    if is_framed(cells.len() > 1, cells.last()) {
        cells.pop();
    }
    if is_framed(cells.len() > 1, cells.first()) {
        cells.remove(0);
    }
    cells.iter().map(|cell| with_links(&cell.replace("**", "").replace('`', ""))).collect()
}

/// A cell with its links as those of a web page.
fn with_links(cell: &str) -> String {
    let mut html = String::with_capacity(cell.len());
    let mut rest = cell.trim();
    while let Some((before, behind)) = rest.split_once('[') {
        let link = behind.split_once("](").and_then(|(text, behind)| Some((text, behind.split_once(')')?)));
        let Some((text, (address, behind))) = link else { break };
        for part in [before, "<a href=\"", address, "\">", text, "</a>"] {
            html.push_str(part);
        }
        rest = behind;
    }
    html + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_between_bars_and_nothing_else_is_one() {
        let text = "# Ours\n\n| Program | School |\n|---|:-:|\n| **A** \\| B | `S` |\n\nNote, with a comma.\n\nA | B\n--|--\n1 | 2\n";
        let found = tables(text);
        assert!(has_table(text) && !has_table("a|b\nc|d\n"));
        let rows = |table: &[Row]| table.iter().map(|row| (row.line, row.cells.join("/"))).collect::<Vec<_>>();
        assert_eq!(rows(&found.tables[0]), [(3, "Program/School".to_owned()), (5, "A | B/S".to_owned())]);
        assert_eq!(rows(&found.tables[1]), [(9, "A/B".to_owned()), (11, "1/2".to_owned())]);
        assert_eq!((found.tables.len(), found.others), (2, 2));
    }

    #[test]
    fn links_and_empty_cells_stay_what_they_are() {
        assert_eq!(cells("| [A](https://a.org/x) b | | |"), ["<a href=\"https://a.org/x\">A</a> b", "", ""]);
        assert_eq!(cells("| [1] | x"), ["[1]", "x"]);
    }
}
