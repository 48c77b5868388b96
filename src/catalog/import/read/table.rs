//! Reads tables row by row: what stands above the headings is told, each row below them is a record.

use std::io::BufRead;

use super::{Current, DocumentReader, MAX_RECORDS};
use crate::catalog::import::document::Lines;
use crate::catalog::import::gather::Spot;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::report::{At, Outcome};
use crate::catalog::import::sheet::{self, Headings};
use crate::catalog::import::sniff;

impl DocumentReader<'_> {
    /// Reads a table after skipping the rows above its headings.
    pub(super) fn table(&mut self, current: &mut Current<'_>, text: impl BufRead, delimiter: u8, mut above: usize) {
        let mut rows = sniff::csv_reader(delimiter, Lines::new(text));
        let mut headings: Option<Headings> = None;
        for cells in rows.records() {
            let cells = match cells {
                Ok(cells) => cells,
                Err(error) => {
                    self.settle(current, At::File, Outcome::Rejected, &format!("a row cannot be read: {error}"));
                    continue;
                }
            };
            let line = cells.position().map_or(0, csv::Position::line);
            match &headings {
                _ if !sniff::is_row(&cells) => {}
                None if above > 0 => {
                    above -= 1;
                    self.remark(current, At::Line(line), None, "stands above the headings and was not read");
                }
                None => headings = Some(self.headings(current, &cells, line)),
                Some(headings) => {
                    let remarks = Remarks::default();
                    let found = sheet::row(&sheet::Row { headings, cells: &cells, remarks: &remarks });
                    self.found(current, found, remarks, At::Line(line), Spot::Line(line));
                }
            }
            if self.seen >= MAX_RECORDS {
                break;
            }
        }
    }

    fn headings(&mut self, current: &Current<'_>, cells: &csv::StringRecord, line: u64) -> Headings {
        let headings = Headings::of_row(cells);
        let unknown = headings.unknown().join(", ");
        if !unknown.is_empty() {
            self.remark(current, At::Line(line), None, &format!("unknown columns were ignored: {unknown}"));
        }
        headings
    }
}
