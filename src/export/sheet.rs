//! Sheets of rows as CSV. No cell can start a formula in a spreadsheet.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::catalog::printable_lines;
use crate::page::Table;

/// Rows with one cell for each title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The column titles, from left to right.
    pub titles: Vec<String>,
    /// The rows, from top to bottom.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Returns a sheet without rows.
    pub fn new(titles: &[&str]) -> Self {
        Self { titles: titles.iter().map(|title| (*title).to_owned()).collect(), rows: Vec::new() }
    }
}

/// Writes titles and rows as in RFC 4180, with lines that end in CR LF. Rows are written one at a time.
///
/// # Errors
/// If writing fails, or if a row has more or fewer cells than there are titles.
pub fn write_csv<T: AsRef<str>, R: IntoIterator<Item: AsRef<str>>>(
    titles: &[T],
    rows: impl Iterator<Item = R>,
    out: impl Write,
) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(titles.iter().map(|title| as_text(title.as_ref())))?;
    for row in rows {
        writer.write_record(row.into_iter().map(|cell| as_text(cell.as_ref())))?;
    }
    writer.flush()
}

impl From<&Table> for Sheet {
    /// Copies the text of a table, without its styles.
    fn from(table: &Table) -> Self {
        let titles = table.columns.iter().map(|column| column.title.clone()).collect();
        let row = |row: &crate::page::Row| row.cells.iter().map(|cell| cell.text.clone()).collect();
        Self { titles, rows: table.rows.iter().map(row).collect() }
    }
}

/// Characters that may start a formula: the operators, their full-width forms, which East Asian spreadsheets accept,
/// and the control characters that some spreadsheets skip first.
const FORMULA_STARTS: [char; 11] =
    ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\t', '\r', '\n'];

/// Returns a cell that is plain text to spreadsheets and terminals.
fn as_text(cell: &str) -> String {
    printable_lines(without_formula(cell).into_owned())
}

/// Returns a cell that no spreadsheet takes for a formula, with a leading apostrophe if needed.
fn without_formula(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches(' ').starts_with(FORMULA_STARTS) { format!("'{cell}").into() } else { cell.into() }
}

/// Undoes [`without_formula`]: returns the original text of a cell.
pub(super) fn without_apostrophe(cell: &str) -> &str {
    let bare = cell.strip_prefix('\'').filter(|bare| matches!(without_formula(bare), Cow::Owned(_)));
    bare.unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn point_55_signs_in_full_width_and_after_blanks_start_no_formula_either() {
        for cell in ["\u{ff1d}1", "\u{ff0b}1", "\u{ff0d}1", "\u{ff20}A1", "\t=1", "\n=1", "  =1"] {
            assert_eq!(without_formula(cell), format!("'{cell}"));
        }
        assert_eq!(without_formula("one = 1"), "one = 1");
    }

    #[test]
    fn csv_quotes_what_needs_it_and_starts_no_formula() {
        let mut sheet = Sheet::new(&["a", "b"]);
        let cells = ["=1+1", "one, \"two\"", "-5", "@x", "+1", "two\nlines"].map(str::to_owned);
        sheet.rows = cells.chunks(2).map(<[String]>::to_vec).collect();
        let mut csv = Vec::new();
        write_csv(&sheet.titles, sheet.rows.iter(), &mut csv).expect("a vector takes every byte");
        assert_eq!(
            String::from_utf8_lossy(&csv),
            "a,b\r\n'=1+1,\"one, \"\"two\"\"\"\r\n'-5,'@x\r\n'+1,\"two\nlines\"\r\n"
        );
    }
}
