//! The rows of a table, each with the line on which it begins and whether an empty line is before it. Rows can be read
//! ahead: what a table contains may be clear only further down.

use std::collections::VecDeque;
use std::io::{Chain, Read};

use csv::StringRecord;

use crate::catalog::import::sniff;

/// A row that is not empty.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) cells: StringRecord,
    /// The number of the line, counted from 1.
    pub(super) number: u64,
    /// Whether an empty line is before it.
    pub(super) is_apart: bool,
}

/// The rows of a table.
pub(super) struct Rows<R> {
    /// The byte between the cells.
    pub(super) delimiter: u8,
    reader: csv::Reader<Chain<R, &'static [u8]>>,
    ahead: VecDeque<csv::Result<Line>>,
    /// Whether the last line that was read is an empty one.
    is_apart: bool,
    is_done: bool,
}

impl Rows<&'static [u8]> {
    /// Rows that were read before.
    pub(super) fn of_lines(delimiter: u8, lines: Vec<Line>) -> Self {
        Self { ahead: lines.into_iter().map(Ok).collect(), is_done: true, ..Self::new(delimiter, &[]) }
    }
}

impl<R: Read> Rows<R> {
    /// Starts at the first row.
    pub(super) fn new(delimiter: u8, text: R) -> Self {
        // The last row too ends with its line, so that every row is counted alike.
        let reader = sniff::csv_reader(delimiter, text.chain(&b"\n"[..]));
        Self { delimiter, reader, ahead: VecDeque::new(), is_apart: false, is_done: false }
    }

    /// At most this many of the rows that follow.
    pub(super) fn ahead(&mut self, count: usize) -> impl Iterator<Item = &Line> {
        while self.ahead.len() < count
            && let Some(line) = self.read()
        {
            self.ahead.push_back(line);
        }
        self.ahead.iter().take(count).map_while(|line| line.as_ref().ok())
    }

    /// Reads the next row that is not empty.
    fn read(&mut self) -> Option<csv::Result<Line>> {
        while !self.is_done {
            let mut cells = StringRecord::new();
            let start = self.reader.position().line();
            match self.reader.read_record(&mut cells) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    // An error of the file itself would occur again at every attempt.
                    self.is_done = error.is_io_error();
                    return Some(Err(error));
                }
            }
            let empty = self.empty_lines(start, &cells);
            self.is_apart |= empty > 0;
            if sniff::is_row(&cells) {
                let is_apart = std::mem::take(&mut self.is_apart);
                return Some(Ok(Line { cells, number: start + empty, is_apart }));
            }
            self.is_apart = true;
        }
        self.is_done = true;
        None
    }

    /// The number of empty lines between `start` and the row that was read from there, which the reader passes over.
    fn empty_lines(&self, start: u64, cells: &StringRecord) -> u64 {
        let inner: usize = cells.iter().map(|cell| cell.matches('\n').count()).sum();
        self.reader.position().line().saturating_sub(start + inner as u64 + 1)
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = csv::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        self.ahead.pop_front().or_else(|| self.read())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, bool)> {
        Rows::new(b',', text.as_bytes()).flatten().map(|line| (line.number, line.is_apart)).collect()
    }

    #[test]
    fn a_row_has_the_line_on_which_it_begins() {
        assert_eq!(lines("a,b\nc,d\n"), [(1, false), (2, false)]);
        assert_eq!(lines("a,b\n\n\nc,d\n"), [(1, false), (4, true)]);
        assert_eq!(lines("a,b\n\nc,d"), [(1, false), (3, true)]);
        assert_eq!(lines("a,b\n,\nc,d\n"), [(1, false), (3, true)]);
        assert_eq!(lines("a,\"b\nx\"\n\nc,d\ne,f\n"), [(1, false), (4, true), (5, false)]);
    }

    #[test]
    fn rows_that_were_looked_at_still_come() {
        let mut rows = Rows::new(b',', "a,b\nc,d\ne,f\n".as_bytes());
        assert_eq!(rows.ahead(2).count(), 2);
        assert_eq!(rows.flatten().map(|line| line.number).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
