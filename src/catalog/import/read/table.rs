//! Reads tables row by row: what stands above the headings is told, each row below them is a record, and other headings
//! further down begin a table of their own.

use std::io::{BufRead, Read};

use csv::StringRecord;

use super::rows::{Line, Rows};
use super::{Current, DocumentReader, MAX_RECORDS};
use crate::catalog::import::document::Lines;
use crate::catalog::import::found::Found;
use crate::catalog::import::gather::Spot;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::report::{At, Outcome};
use crate::catalog::import::sheet::{self, Headings, Hierarchy, Marked, Merged};
use crate::english::{by_count, counted};

/// The number of rows by which it is told which columns had merged cells.
const LOOKED_AT: usize = 1000;

/// A table below its headings.
struct Table {
    headings: Headings,
    /// The line of the headings.
    line: u64,
    /// The columns that had merged cells; `None` before the first record.
    merged: Option<Merged>,
    marked: Marked,
    /// The number of columns that are read, if another table is beside this one.
    width: Option<usize>,
    hierarchy: Option<Hierarchy>,
}

impl DocumentReader<'_> {
    /// Reads a table after skipping the rows above its headings.
    pub(super) fn table(&mut self, current: &mut Current<'_>, text: impl BufRead, delimiter: u8, mut above: usize) {
        let mut rows = Rows::new(delimiter, Lines::new(text));
        let mut table: Option<Table> = None;
        while let Some(line) = rows.next() {
            let line = match line {
                Ok(line) => line,
                Err(error) => {
                    self.settle(current, At::File, Outcome::Rejected, &format!("a row cannot be read: {error}"));
                    continue;
                }
            };
            match &mut table {
                None if above > 0 => {
                    above -= 1;
                    self.remark_above(current, &line);
                }
                None => table = Some(self.below(current, Headings::of_row(&line.cells), &line, &mut rows)),
                Some(upper) if upper.merged.is_none() && upper.headings.has_row_below(&line.cells) => {
                    let headings = upper.headings.with_row_below(&line.cells);
                    let remark = "a second row of headings, read together with the first";
                    self.remark(current, At::Line(line.number), None, remark);
                    table = Some(self.below(current, headings, &line, &mut rows));
                }
                Some(former) if former.headings.give_way_to(&line.cells) => {
                    self.tell_cells(current, former);
                    self.remark(current, At::Line(line.number), None, "other headings, so another table begins here");
                    table = Some(self.below(current, Headings::of_row(&line.cells), &line, &mut rows));
                }
                Some(table) if is_title_of_next(table, &line, &mut rows) => self.remark_above(current, &line),
                Some(table) => self.record(current, table, line, &mut rows),
            }
            if self.seen >= MAX_RECORDS {
                break;
            }
        }
        if let Some(table) = &table {
            self.tell_cells(current, table);
        }
    }

    /// Begins to read what stands below these headings.
    fn below(
        &mut self,
        current: &Current<'_>,
        mut headings: Headings,
        line: &Line,
        rows: &mut Rows<impl Read>,
    ) -> Table {
        let width = headings.cut_table_beside();
        if let Some(width) = width {
            let remark = format!(
                "another table is beside this one, from column {} on, and was not read: save it as a file of its own",
                width + 1
            );
            self.remark(current, At::Line(line.number), None, &remark);
        }
        let ahead = rows.ahead(LOOKED_AT).map(|line| &line.cells);
        let ahead: Vec<&StringRecord> = ahead.take_while(|cells| !headings.give_way_to(cells)).collect();
        let hierarchy = Hierarchy::of(&mut headings, ahead.into_iter());
        let marked = Marked::of(&headings);
        self.remark_on_headings(current, &headings, &marked, line.number);
        Table { headings, line: line.number, merged: None, marked, width, hierarchy }
    }

    fn record(&mut self, current: &mut Current<'_>, table: &mut Table, line: Line, rows: &mut Rows<impl Read>) {
        let Line { mut cells, number, is_apart } = line;
        let Table { headings, merged, marked, width, hierarchy, .. } = table;
        if let Some(width) = *width {
            cells.truncate(width);
        }
        marked.clear(&mut cells);
        let merged = merged.get_or_insert_with(|| {
            let below = rows.ahead(LOOKED_AT).take_while(|line| !headings.give_way_to(&line.cells));
            let all = std::iter::once((&cells, is_apart)).chain(below.map(|line| (&line.cells, line.is_apart)));
            Merged::of(headings, all)
        });
        let filled = merged.fill(headings, &mut cells, is_apart);
        let remarks = Remarks::default();
        let row = sheet::Row { headings, cells: &cells, delimiter: rows.delimiter, filled: &filled, remarks: &remarks };
        let mut found = sheet::row(&row);
        if let (Found::Drafts(drafts), Some(hierarchy)) = (&mut found, hierarchy) {
            let below = hierarchy.below(&cells, rows.ahead(LOOKED_AT).map(|line| &line.cells));
            sheet::list_courses(drafts, headings, rows.delimiter, &below);
        }
        self.found(current, found, remarks, At::Line(number), Spot::Line(number));
    }

    fn remark_above(&mut self, current: &Current<'_>, line: &Line) {
        self.remark(current, At::Line(line.number), None, "stands above the headings and was not read");
    }

    /// Reports the cells of a table that were filled, and those that were not taken.
    fn tell_cells(&mut self, current: &Current<'_>, table: &Table) {
        for (at, count) in table.marked.counts() {
            let rows = counted(count, "row");
            let remark = format!("in {rows} it says that a value is not a stated one, so the value was not taken");
            self.remark(current, At::Line(table.line), Some(table.headings.name(at).to_owned()), &remark);
        }
        for (at, count) in table.merged.iter().flat_map(Merged::counts) {
            let cells = counted(count, "empty cell");
            let were = by_count(count, "was", "were");
            let remark = format!("{cells} {were} taken as merged with the cell above and given its value");
            self.remark(current, At::Line(table.line), Some(table.headings.name(at).to_owned()), &remark);
        }
    }

    fn remark_on_headings(&mut self, current: &Current<'_>, headings: &Headings, marked: &Marked, line: u64) {
        let unknown = headings.unknown().filter(|(at, _)| !marked.is_marking(*at)).map(|(_, name)| name);
        let unknown = unknown.collect::<Vec<_>>().join(", ");
        if !unknown.is_empty() {
            self.remark(current, At::Line(line), None, &format!("unknown columns were ignored: {unknown}"));
        }
        let repeated = headings.repeated().filter(|(at, _)| !marked.is_marking(*at)).map(|(_, name)| name);
        let repeated = repeated.collect::<Vec<_>>().join(", ");
        if !repeated.is_empty() {
            let remark = format!("columns that repeat an earlier one were used only where that is empty: {repeated}");
            self.remark(current, At::Line(line), None, &remark);
        }
    }
}

/// Whether a row is the title of the table that begins below it.
fn is_title_of_next(table: &Table, line: &Line, rows: &mut Rows<impl Read>) -> bool {
    let is_lone = || line.cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    line.is_apart && is_lone() && rows.ahead(1).any(|next| table.headings.give_way_to(&next.cells))
}
