//! Where the headings of a table stand: which byte parts its cells, and which rows of titles and remarks come first.

use std::io;

use super::Form;
use crate::catalog::import::sheet::Headings;

/// The greatest number of rows with titles and remarks above the headings of a table.
const MAX_ABOVE: usize = 20;

/// What may part the cells of a row, the most usual first.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Finds the headings of a table: the delimiter of its cells and the number of rows above them.
pub(super) fn headings(text: &str) -> Option<(u8, usize)> {
    headings_that(text, |headings| headings.is_readable() && headings.are_of_offers(true, true))
}

/// Finds the first row of headings of which this is true.
fn headings_that(text: &str, are_wanted: fn(&Headings) -> bool) -> Option<(u8, usize)> {
    let is_readable = |cells: &csv::StringRecord| are_wanted(&Headings::of_row(cells));
    // A cell can be several lines long, so rows are counted and not lines.
    let above = |delimiter: u8| {
        let mut reader = csv_reader(delimiter, text.as_bytes());
        let rows: Vec<csv::StringRecord> =
            reader.records().map_while(Result::ok).filter(is_row).take(MAX_ABOVE + 1).collect();
        let found = rows.iter().position(is_readable)?;
        let is_upper = found.checked_sub(1).is_some_and(|before| spans(&rows[before], &rows[found]));
        Some((delimiter, found - usize::from(is_upper)))
    };
    let mut lines = heading_lines(text).take(MAX_ABOVE + 1);
    match lines.find(|line| cells_of(line).is_some_and(|cells| is_readable(&cells))) {
        Some(line) => above(delimiter_of(line)),
        // The headings themselves have cells of several lines.
        None if text.contains('"') => DELIMITERS.into_iter().find_map(|delimiter| above(delimiter as u8)),
        None => None,
    }
}

/// Whether a row holds headings above those of another one: several short ones, of which some stand over empty cells.
fn spans(upper: &csv::StringRecord, lower: &csv::StringRecord) -> bool {
    const MAX_HEADING: usize = 40;
    let is_filled = |cell: &str| !cell.trim().is_empty();
    let filled: Vec<(usize, &str)> = upper.iter().enumerate().filter(|(_, cell)| is_filled(cell)).collect();
    let is_over_empty = |(at, _): &(usize, &str)| lower.get(*at).is_some_and(|cell| !is_filled(cell));
    filled.len() > 1 && filled.iter().all(|(_, cell)| cell.len() <= MAX_HEADING) && filled.iter().any(is_over_empty)
}

/// A table as forced: where no row is understood as headings the first counts as such.
pub(in super::super) fn forced_table(text: &str) -> Form {
    let first = || (delimiter_of(heading_lines(text).next().unwrap_or_default()), 0);
    let readable = || headings_that(text, Headings::is_readable);
    let (delimiter, above) = headings(text).or_else(readable).unwrap_or_else(first);
    Form::Table(delimiter, above)
}

/// Whether a row says anything that belongs to the table.
pub(in super::super) fn is_row(cells: &csv::StringRecord) -> bool {
    cells.iter().any(|cell| !cell.trim().is_empty()) && !cells.get(0).is_some_and(names_delimiter)
}

/// Spreadsheets may name the delimiter in the first line.
fn names_delimiter(start: &str) -> bool {
    start.trim_start_matches('\u{feff}').starts_with("sep=")
}

/// The lines that say anything.
pub(super) fn heading_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).filter(|line| !line.trim().is_empty() && !names_delimiter(line))
}

/// The cells of a line.
pub(super) fn cells_of(line: &str) -> Option<csv::StringRecord> {
    csv_reader(delimiter_of(line), line.as_bytes()).into_records().next()?.ok()
}

/// A reader of rows that need not be of one length.
pub(in super::super) fn csv_reader<R: io::Read>(delimiter: u8, from: R) -> csv::Reader<R> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(from)
}

/// The delimiter that occurs most often outside quotes; a comma if none occurs.
fn delimiter_of(line: &str) -> u8 {
    let count = |delimiter: char| {
        let mut in_quotes = false;
        line.chars()
            .filter(|c| {
                in_quotes ^= *c == '"';
                !in_quotes && *c == delimiter
            })
            .count()
    };
    // `max_by_key` returns the last maximum, so in reverse order the more usual delimiter wins a tie.
    let best = DELIMITERS.into_iter().rev().max_by_key(|delimiter| count(*delimiter));
    best.filter(|delimiter| count(*delimiter) > 0).map_or(b',', |delimiter| delimiter as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_with_cells_of_several_lines_are_found() {
        for text in [
            "Title,\"Price\n(EUR)\",School\nA,5,U\n",
            "\"Program\ntitle\",School,Weeks\nA,U,6\n",
            "List\n\"Program\ntitle\",School,Weeks\nA,U,6\n",
        ] {
            assert_eq!(headings(text), Some((b',', usize::from(text.starts_with("List")))), "{text}");
        }
        let spanned = "List\n;Degree;Price;\nTitle;;EUR;School\nA;MSc;5;U\n";
        assert_eq!(headings(spanned), Some((b';', 1)));
        assert_eq!(headings("Title;\"School\nname\";Price\n"), Some((b';', 0)));
    }
}
