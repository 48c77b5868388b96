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
use crate::catalog::import::sheet::{self, Beside, Headings, Hierarchy, Marked, Merged};
use crate::catalog::import::sniff::is_row;
use crate::english::{by_count, counted};
use crate::parallel;

/// The number of rows by which it is told which columns had merged cells.
const LOOKED_AT: usize = 1000;

/// The most tables beside each other that are read.
const MAX_BESIDE: usize = 16;

/// The number of rows that are read at a time, on several threads.
const AT_ONCE: usize = 4096;

/// The number of rows that a thread takes at a time.
const OF_THREAD: usize = 256;

/// A table below its headings.
struct Table {
    headings: Headings,
    /// The line of the headings.
    line: u64,
    /// The columns that had merged cells; `None` before the first record.
    merged: Option<Merged>,
    marked: Marked,
    /// Another table beside this one, with its rows so far.
    beside: Option<(Beside, Vec<Line>)>,
    hierarchy: Option<Hierarchy>,
    /// Whether its headings name nothing that is read, so that its rows are left out.
    is_passed_over: bool,
    delimiter: u8,
    /// The rows that are still to be read.
    waiting: Vec<Waiting>,
}

/// A row that needs no other one any more to be read.
struct Waiting {
    number: u64,
    cells: StringRecord,
    /// The places of the cells that were given the values of merged cells above them.
    filled: Vec<usize>,
    /// The rows of the courses that belong to the program in this row; `None` if the table has no such order.
    below: Option<Vec<StringRecord>>,
}

impl Waiting {
    fn read(&self, headings: &Headings, delimiter: u8) -> (Found, Remarks) {
        let remarks = Remarks::default();
        let Self { cells, filled, .. } = self;
        let mut found = sheet::row(&sheet::Row { headings, cells, delimiter, filled, remarks: &remarks });
        if let (Found::Drafts(drafts), Some(below)) = (&mut found, &self.below) {
            sheet::list_courses(drafts, headings, delimiter, below);
        }
        (found, remarks)
    }
}

impl DocumentReader<'_> {
    /// Reads the tables of a document after skipping the rows above their headings.
    pub(super) fn table(&mut self, current: &mut Current<'_>, text: impl BufRead, delimiter: u8, above: usize) {
        self.tables_below(current, &mut Rows::new(delimiter, Lines::new(text)), above);
    }

    /// Reads the tables in rows that were read before, after skipping those above the headings.
    pub(super) fn table_of_lines(&mut self, current: &mut Current<'_>, lines: Vec<Line>, above: usize) {
        self.tables_below(current, &mut Rows::of_lines(b'\t', lines), above);
    }

    fn tables_below(&mut self, current: &mut Current<'_>, rows: &mut Rows<impl Read>, mut above: usize) {
        while above > 0
            && let Some(line) = rows.next()
        {
            if let Some(line) = self.readable(current, line) {
                above -= 1;
                self.remark_above(current, &line);
            }
        }
        self.tables(current, rows, MAX_BESIDE);
    }

    /// Reads tables below each other. Of those beside each other, at most `width` are read.
    fn tables(&mut self, current: &mut Current<'_>, rows: &mut Rows<impl Read>, width: usize) {
        let mut table: Option<Table> = None;
        while let Some(line) = rows.next() {
            let Some(line) = self.readable(current, line) else { continue };
            match &mut table {
                None => table = Some(self.below(current, Headings::of_row(&line.cells), &line, rows)),
                Some(upper) if upper.merged.is_none() && upper.headings.has_row_below(&line.cells) => {
                    let headings = upper.headings.with_row_below(&line.cells);
                    let remark = "a second row of headings, read together with the first";
                    self.remark(current, At::Line(line.number), None, remark);
                    upper.join_beside(&line.cells);
                    let beside = upper.beside.take();
                    table = Some(Table { beside, ..self.below(current, headings, &line, rows) });
                }
                Some(former) if former.headings.give_way_to(&line.cells) => {
                    self.end(current, table.take(), width);
                    self.remark(current, At::Line(line.number), None, "other headings, so another table begins here");
                    let next = self.below(current, Headings::of_row(&line.cells), &line, rows);
                    table = Some(Table { is_passed_over: !next.headings.is_readable(), ..next });
                }
                Some(table) if table.is_passed_over => {
                    let reason = "a row of a table whose headings name nothing that is known of programs";
                    self.settle(current, At::Line(line.number), Outcome::LeftOut, reason);
                }
                Some(table) if is_title_of_next(table, &line, rows) => {
                    self.records(current, table);
                    self.remark_above(current, &line);
                }
                Some(table) => {
                    table.wait(line, rows);
                    if table.waiting.len() >= AT_ONCE {
                        self.records(current, table);
                    }
                }
            }
            if self.seen >= MAX_RECORDS {
                break;
            }
        }
        self.end(current, table, width);
    }

    /// The row, unless it cannot be read.
    fn readable(&mut self, current: &Current<'_>, line: csv::Result<Line>) -> Option<Line> {
        let unread = |error| format!("a row cannot be read: {error}");
        line.map_err(|error| self.settle(current, At::File, Outcome::Rejected, &unread(error))).ok()
    }

    /// Reports what was done with the cells of a table, and reads the one beside it.
    fn end(&mut self, current: &mut Current<'_>, table: Option<Table>, width: usize) {
        let Some(mut table) = table else { return };
        self.records(current, &mut table);
        self.tell_cells(current, &table);
        let Some((beside, lines)) = table.beside else { return };
        let is_read = beside.is_certain && width > 1;
        let what = if is_read { "read on its own" } else { "not read: save it as a file of its own" };
        let remark = format!("another table is beside this one, from column {} on, and was {what}", beside.start + 1);
        self.remark(current, At::Line(table.line), None, &remark);
        if is_read {
            self.tables(current, &mut Rows::of_lines(table.delimiter, lines), width - 1);
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
        let ahead = rows.ahead(LOOKED_AT).map(|line| &line.cells);
        let ahead: Vec<&StringRecord> = ahead.take_while(|cells| !headings.give_way_to(cells)).collect();
        let beside = Beside::of(&mut headings, &ahead).map(|beside| (beside, Vec::new()));
        headings.settle_by(&ahead);
        let hierarchy = Hierarchy::of(&mut headings, ahead.into_iter());
        headings.note_dates(rows.ahead(LOOKED_AT).map(|line| &line.cells));
        headings.note_currency(rows.ahead(LOOKED_AT).map(|line| &line.cells));
        let marked = Marked::of(&headings);
        self.remark_on_headings(current, &headings, &marked, line.number);
        let (number, delimiter) = (line.number, rows.delimiter);
        let mut table = Table {
            headings,
            line: number,
            merged: None,
            marked,
            beside,
            hierarchy,
            is_passed_over: false,
            delimiter,
            waiting: Vec::new(),
        };
        table.split(line.clone());
        table
    }

    /// Reads the rows that wait on several threads, and takes in their records in order.
    fn records(&mut self, current: &mut Current<'_>, table: &mut Table) {
        let waiting = std::mem::take(&mut table.waiting);
        let read = |rows: &[Waiting]| rows.iter().map(|row| row.read(&table.headings, table.delimiter)).collect();
        let mut numbers = waiting.iter().map(|row| row.number);
        parallel::in_order(
            read,
            |all: Vec<(Found, Remarks)>| {
                for ((found, remarks), number) in all.into_iter().zip(&mut numbers) {
                    self.found(current, found, remarks, At::Line(number), Spot::Line(number));
                }
            },
            |hand_out| waiting.chunks(OF_THREAD).for_each(hand_out),
        );
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

impl Table {
    /// Prepares a row for being read: it gets what depends on the rows around it.
    fn wait(&mut self, line: Line, rows: &mut Rows<impl Read>) {
        let Some(Line { mut cells, number, is_apart }) = self.split(line) else { return };
        let Self { headings, merged, marked, hierarchy, waiting, .. } = self;
        marked.clear(&mut cells);
        let merged = merged.get_or_insert_with(|| {
            let below = rows.ahead(LOOKED_AT).take_while(|line| !headings.give_way_to(&line.cells));
            let all = std::iter::once((&cells, is_apart)).chain(below.map(|line| (&line.cells, line.is_apart)));
            Merged::of(headings, all)
        });
        let filled = merged.fill(headings, &mut cells, is_apart);
        let ahead = rows.ahead(LOOKED_AT).map(|line| &line.cells);
        let below = hierarchy.map(|hierarchy| hierarchy.below(&cells, ahead));
        waiting.push(Waiting { number, cells, filled, below });
    }

    /// Joins a second row of headings to those of the table beside this one.
    fn join_beside(&mut self, cells: &StringRecord) {
        let Some((beside, lines)) = &mut self.beside else { return };
        if let Some(upper) = lines.first_mut() {
            let joined = Headings::of_row(&upper.cells).with_row_below(&beside.cells(cells));
            upper.cells = joined.names().collect();
        }
    }

    /// What is of this table in a row, if anything; the rest is kept for the table beside it.
    fn split(&mut self, line: Line) -> Option<Line> {
        let Some((beside, lines)) = &mut self.beside else { return Some(line) };
        let Line { cells, number, is_apart } = line;
        let of = |cells: StringRecord| is_row(&cells).then_some(Line { cells, number, is_apart });
        lines.extend(of(beside.cells(&cells)).filter(|_| beside.is_certain));
        of(cells.iter().take(beside.width).collect())
    }
}

/// Whether a row is the title of the table that begins below it.
fn is_title_of_next(table: &Table, line: &Line, rows: &mut Rows<impl Read>) -> bool {
    let is_lone = || line.cells.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    line.is_apart && is_lone() && rows.ahead(1).any(|next| table.headings.give_way_to(&next.cells))
}
