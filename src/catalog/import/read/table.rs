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
        let mut is_below = true;
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
                Some(upper) if std::mem::take(&mut is_below) && upper.has_row_below(&cells) => {
                    headings = Some(self.lower_headings(current, upper, &cells, line));
                }
                Some(headings) => {
                    let remarks = Remarks::default();
                    let found = sheet::row(&sheet::Row { headings, cells: &cells, delimiter, remarks: &remarks });
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
        self.remark_on_headings(current, &headings, line);
        headings
    }

    /// Reads a second row of headings.
    fn lower_headings(
        &mut self,
        current: &Current<'_>,
        upper: &Headings,
        cells: &csv::StringRecord,
        line: u64,
    ) -> Headings {
        let headings = upper.with_row_below(cells);
        self.remark(current, At::Line(line), None, "a second row of headings, read together with the first");
        self.remark_on_headings(current, &headings, line);
        headings
    }

    fn remark_on_headings(&mut self, current: &Current<'_>, headings: &Headings, line: u64) {
        let unknown = headings.unknown().join(", ");
        if !unknown.is_empty() {
            self.remark(current, At::Line(line), None, &format!("unknown columns were ignored: {unknown}"));
        }
        let repeated = headings.repeated().join(", ");
        if !repeated.is_empty() {
            let remark = format!("columns that repeat an earlier one were used only where that is empty: {repeated}");
            self.remark(current, At::Line(line), None, &remark);
        }
    }
}
