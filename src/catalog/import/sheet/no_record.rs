//! Rows that are no records: sums below a table, footnotes, the titles of its parts, headings that are repeated, and
//! rows that an open quotation mark has swallowed.

use csv::StringRecord;

use super::{Column, Headings, Row, heading_row};
use crate::catalog::import::clean;
use crate::catalog::import::found::Found;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::vocabulary::folded;

/// What the row of a sum is called, folded, in the languages of headings.
#[rustfmt::skip] // a table reads by its rows
const TOTALS: [&str; 32] = [
    "total", "totals", "sum", "sums", "subtotal", "sub total", "grand total", "overall", "average", "mean", "median",
    "count", "gesamt", "summe", "insgesamt", "zwischensumme", "durchschnitt", "gesamtsumme", "somme", "total général",
    "total general", "sous total", "moyenne", "suma", "promedio", "totale", "somma", "media", "soma", "razem", "celkem",
    "součet",
];

/// Whether a row is a record: it has a title, and is none of those below.
pub(super) fn is_record(headings: &Headings, cells: &StringRecord) -> bool {
    let remarks = Remarks::default();
    let row = Row { headings, cells, delimiter: b',', filled: &[], remarks: &remarks };
    row.title().is_some() && no_record(&row).is_none()
}

/// What the row is if it is no record.
pub(super) fn no_record(row: &Row<'_>) -> Option<Found> {
    let left_out = |reason: &str| Some(Found::LeftOut(reason.to_owned()));
    if is_swallowed(row) {
        let reason = "a quotation mark is not closed, so the rows below it were read as part of this one";
        return Some(Found::Rejected(reason.to_owned()));
    }
    if heading_row::is_heading_row(row.cells) {
        return left_out("a row of headings");
    }
    if is_total(row) {
        return left_out("a row of totals");
    }
    if is_rule(row.cells) {
        return left_out("a line between rows");
    }
    let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    let lone = filled.next().filter(|_| filled.next().is_none());
    // A table of two columns may have a program of which nothing but the title is known.
    if lone.is_some() && row.headings.known() > 2 && row.title().is_some() {
        return left_out("a row with nothing but a title, as footnotes and the titles of sections are");
    }
    if lone.is_some_and(is_note) && row.title().is_none() {
        return left_out("a footnote");
    }
    None
}

/// Whether a text is a note below a table: it begins with a mark, or with the word for one.
fn is_note(text: &str) -> bool {
    const MARKS: [char; 6] = ['*', '†', '‡', '¹', '²', '³'];
    #[rustfmt::skip] // a table reads by its rows
    const WORDS: [&str; 13] = [
        "note", "notes", "source", "sources", "quelle", "hinweis", "anmerkung", "remarque", "nota", "fuente",
        "fonte", "źródło", "zdroj",
    ];
    let text = text.trim();
    let first = text.split_once(':').map(|(first, _)| folded(first));
    text.starts_with(MARKS) || first.is_some_and(|first| WORDS.contains(&first.as_str()))
}

/// Whether a row is the line that text tables draw below their headings.
fn is_rule(cells: &StringRecord) -> bool {
    let mut filled = cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | '=' | '_' | '–' | '—')))
}

fn is_total(row: &Row<'_>) -> bool {
    let identifies = [Column::School, Column::Kind, Column::Url, Column::Uuid, Column::Key];
    let title = row.title().or_else(|| row.cells.get(0).and_then(clean::known));
    let is_identified = identifies.into_iter().any(|column| row.has(column));
    // In a table of nothing but titles, `Total Quality Management` may be one.
    let could_be_identified = identifies.into_iter().any(|column| row.headings.has(column));
    // The word may stand before the title, where tables have the school.
    let first = row.cells.iter().find(|cell| !cell.trim().is_empty());
    let is_title = |cell: &str| row.title().is_some_and(|title| title == cell.trim());
    if first.is_some_and(|first| is_called_total(first) && !is_title(first)) {
        return true;
    }
    // Where the row has no title, the word may stand in any cell, before or behind the name of a group.
    let is_sum = |cell: &str| is_called_total(cell) || begins_as_total(cell) || ends_as_total(cell);
    if row.title().is_none() && row.cells.iter().any(is_sum) {
        return true;
    }
    let is_total = |title: String| is_called_total(&title) || (could_be_identified && begins_as_total(&title));
    !is_identified && title.is_some_and(is_total)
}

fn is_called_total(title: &str) -> bool {
    let folded = folded(title);
    let bare = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    TOTALS.contains(&bare)
}

/// Whether the name of a sum begins a title, as in `Subtotal MITx` and `Total: 3 programs`.
fn begins_as_total(title: &str) -> bool {
    let folded = folded(title);
    let is_begun = |total: &&str| folded.strip_prefix(*total).is_some_and(|rest| rest.starts_with(' '));
    TOTALS.iter().any(is_begun)
}

/// Whether the name of a sum ends a text, as in `Aalto Total`.
fn ends_as_total(text: &str) -> bool {
    let folded = folded(text);
    TOTALS.iter().any(|total| folded.strip_suffix(total).is_some_and(|rest| rest.ends_with(' ')))
}

/// Whether a cell contains the end of its row and more: a line break, and behind it or before it the delimiters of the
/// cells that the row lacks.
fn is_swallowed(row: &Row<'_>) -> bool {
    let delimiter = char::from(row.delimiter);
    let is_short = row.cells.len() < row.headings.len();
    row.cells.iter().enumerate().any(|(at, cell)| {
        let Some((first, _)) = cell.split_once(['\n', '\r']) else { return false };
        let behind = row.headings.len().saturating_sub(at + 1);
        let delimiters = first.matches(delimiter).count();
        let is_whole_row = behind >= 2 && delimiters == behind;
        if is_short { cell.contains(delimiter) } else { at == 0 && is_whole_row }
    })
}
