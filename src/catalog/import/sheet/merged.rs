//! Cells that a spreadsheet had merged: saved as CSV, the first row of a block has the value and the rows below it have
//! none. Such cells are filled where the whole column is written in this way. A column that repeats its values has no
//! merged cells, and what is empty in it stays unknown.

use csv::StringRecord;

use super::no_record::is_record;
use super::{Column, Headings, Row};
use crate::catalog::Basis;
use crate::catalog::import::draft::Draft;

/// What a table may be grouped by, wherever the column stands.
const GROUPS: [Column; 5] = [Column::School, Column::SchoolKey, Column::Kind, Column::Type, Column::ProgramName];
/// What it may be grouped by in the columns before the title.
const LEADING: [Column; 4] = [Column::Platform, Column::Fields, Column::Level, Column::Languages];
/// A leading column is taken as merged if at least one in this many of its cells is empty.
const MAX_ROWS_PER_EMPTY: usize = 4;

/// The columns of a table that had merged cells.
#[derive(Debug, Default)]
pub(in super::super) struct Merged {
    /// Outer columns first.
    columns: Vec<Filled>,
}

/// A column that had merged cells.
#[derive(Debug)]
struct Filled {
    at: usize,
    /// The value of the block; empty outside blocks.
    value: String,
    count: usize,
}

impl Merged {
    /// Finds the columns by the first rows of a table, each with whether an empty line is before it.
    pub(in super::super) fn of<'r>(headings: &Headings, rows: impl Iterator<Item = (&'r StringRecord, bool)>) -> Self {
        let places = headings.grouping();
        if places.is_empty() {
            return Self::default();
        }
        let rows: Vec<Option<&StringRecord>> = rows
            .flat_map(|(cells, is_apart)| {
                let cells = is_record(headings, cells).then_some(cells);
                // A row that is not a record ends a block, and so does an empty line.
                (is_apart && cells.is_some()).then_some(None).into_iter().chain([cells])
            })
            .collect();
        let mut columns: Vec<usize> = Vec::new();
        for (at, is_leading) in places {
            let is_leading = is_leading && (at == 0 || columns.contains(&(at - 1)) || is_first(headings, at));
            if Evidence::of(at, &columns, &rows).is_merged(is_leading) {
                columns.push(at);
            }
        }
        let filled = |at| Filled { at, value: String::new(), count: 0 };
        Self { columns: columns.into_iter().map(filled).collect() }
    }

    /// Fills the empty cells of a row from the rows above it; returns the columns that were filled.
    pub(in super::super) fn fill(
        &mut self,
        headings: &Headings,
        cells: &mut StringRecord,
        is_apart: bool,
    ) -> Vec<usize> {
        if self.columns.is_empty() {
            return Vec::new();
        }
        let is_record = is_record(headings, cells);
        if is_apart || !is_record {
            self.end_blocks(0);
        }
        if !is_record {
            return Vec::new();
        }
        let mut filled = Vec::new();
        for number in 0..self.columns.len() {
            let own = cells.get(self.columns[number].at).unwrap_or_default().trim();
            if own.is_empty() {
                filled.extend((!self.columns[number].value.is_empty()).then_some(number));
            } else {
                own.clone_into(&mut self.columns[number].value);
                // A new block of an outer column ends those within it.
                self.end_blocks(number + 1);
            }
        }
        self.put(cells, &filled)
    }

    /// The number of cells that were filled, by column.
    pub(in super::super) fn counts(&self) -> impl Iterator<Item = (usize, usize)> {
        self.columns.iter().filter(|column| column.count > 0).map(|column| (column.at, column.count))
    }

    fn end_blocks(&mut self, from: usize) {
        self.columns.iter_mut().skip(from).for_each(|column| column.value.clear());
    }

    fn put(&mut self, cells: &mut StringRecord, filled: &[usize]) -> Vec<usize> {
        let mut places = Vec::new();
        for number in filled {
            let column = &mut self.columns[*number];
            column.count += 1;
            places.push(column.at);
        }
        if !filled.is_empty() {
            let value = |at: usize| filled.iter().map(|number| &self.columns[*number]).find(|column| column.at == at);
            let all = (0..cells.len()).map(|at| value(at).map_or(&cells[at], |column| column.value.as_str()));
            *cells = all.collect();
        }
        places
    }
}

/// Whether nothing with a meaning is before a column.
fn is_first(headings: &Headings, at: usize) -> bool {
    (0..at).all(|before| headings.meaning_at(before).is_none_or(|column| column == Column::Ignored))
}

/// What the rows indicate for and against merged cells in a column.
#[derive(Default)]
struct Evidence {
    given: usize,
    empty: usize,
    /// The number of blocks with empty cells.
    blocks: usize,
    /// Whether a value is below an equal one, or the first cell is empty.
    is_against: bool,
}

impl Evidence {
    /// Of a column within the blocks of outer ones. `None` among the rows ends all blocks.
    fn of(at: usize, outer: &[usize], rows: &[Option<&StringRecord>]) -> Self {
        let mut evidence = Self::default();
        let mut block: Option<(&str, usize)> = None;
        for row in rows {
            let Some(cells) = row else {
                block = None;
                continue;
            };
            let cell = |at: usize| cells.get(at).unwrap_or_default().trim();
            if outer.iter().any(|at| !cell(*at).is_empty()) {
                block = None;
            }
            match (cell(at), &mut block) {
                ("", None) => evidence.is_against |= evidence.given == 0,
                ("", Some((_, empty))) => {
                    evidence.blocks += usize::from(*empty == 0);
                    evidence.empty += 1;
                    *empty += 1;
                }
                (value, _) => {
                    evidence.is_against |= block.is_some_and(|(above, _)| above == value);
                    evidence.given += 1;
                    block = Some((value, 0));
                }
            }
        }
        evidence
    }

    /// A column before the title is read as a person reads it. Elsewhere, most cells must be empty, in several blocks.
    fn is_merged(&self, is_leading: bool) -> bool {
        let is_enough = if is_leading {
            self.empty * MAX_ROWS_PER_EMPTY >= self.empty + self.given
        } else {
            self.blocks >= 2 && self.empty >= self.given
        };
        self.empty > 0 && is_enough && !self.is_against
    }
}

/// A note on a value that is further up.
const MERGED: &str = "from the cell above, which was merged with this one";

impl Row<'_> {
    /// Marks what a draft takes from cells above the row as presumed.
    pub(super) fn mark_filled(&self, draft: &mut Draft) {
        let names: Vec<&str> = self.filled.iter().map(|at| self.headings.name(*at)).collect();
        if names.contains(&draft.schools_at.as_str()) {
            draft.schools_note.get_or_insert_with(|| MERGED.to_owned());
        }
        for said in draft.says.iter_mut().filter(|said| names.contains(&said.at.as_str())) {
            said.basis = Basis::Presumed;
            said.note.get_or_insert_with(|| MERGED.to_owned());
        }
    }
}

impl Headings {
    /// The columns that a table may be grouped by, and whether each is before the title.
    fn grouping(&self) -> Vec<(usize, bool)> {
        let title = (0..self.len()).find(|at| matches!(self.meaning_at(*at), Some(Column::Title | Column::Name)));
        let is_before = |at: usize| title.is_some_and(|title| at < title);
        // Where rows are programs and courses, the kind of a program does not apply to the courses below it.
        let is_mixed = self.has(Column::Record);
        let is_grouping = |at: usize| {
            let column = self.meaning_at(at);
            let is_kind = is_mixed && matches!(column, Some(Column::Kind | Column::Type));
            !is_kind
                && column.is_some_and(|column| GROUPS.contains(&column) || (LEADING.contains(&column) && is_before(at)))
        };
        (0..self.len()).filter(|at| is_grouping(*at)).map(|at| (at, is_before(at))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first column of a table after it was filled.
    fn filled(headings: &str, rows: &[&str], at: usize) -> Vec<String> {
        let split = |row: &str| row.split(',').collect::<StringRecord>();
        let headings = Headings::of_row(headings.split(','));
        let rows: Vec<StringRecord> = rows.iter().map(|row| split(row)).collect();
        let mut merged = Merged::of(&headings, rows.iter().map(|row| (row, false)));
        rows.into_iter()
            .map(|mut row| {
                merged.fill(&headings, &mut row, false);
                row[at].to_owned()
            })
            .collect()
    }

    #[test]
    fn a_column_given_once_for_a_block_is_filled() {
        let rows = ["U,A,3", ",B,4", "V,C,5", ",D,6", ",E,7"];
        assert_eq!(filled("School,Title,Weeks", &rows, 0), ["U", "U", "V", "V", "V"]);
        let rows = ["A,U,3", "B,,4", "C,V,5", "D,,6", "E,,7"];
        assert_eq!(filled("Title,School,Weeks", &rows, 1), ["U", "U", "V", "V", "V"]);
    }

    #[test]
    fn a_column_that_repeats_its_values_is_not_filled() {
        let rows = ["U,A,3", ",B,4", "V,C,5", "V,D,6", ",E,7"];
        assert_eq!(filled("School,Title,Weeks", &rows, 0), ["U", "", "V", "V", ""]);
        let rows = [",A,3", "U,B,4", ",C,5"];
        assert_eq!(filled("School,Title,Weeks", &rows, 0), ["", "U", ""]);
    }

    #[test]
    fn behind_the_title_a_few_empty_cells_are_empty() {
        let rows = ["A,XSeries,3", "B,,4", "C,MicroMasters,5", "D,Certificate,6"];
        assert_eq!(filled("Title,Kind,Weeks", &rows, 1), ["XSeries", "", "MicroMasters", "Certificate"]);
    }

    #[test]
    fn an_outer_block_ends_an_inner_one() {
        let rows = ["U,XSeries,A,3", ",,B,4", "V,XSeries,C,5", ",,D,6", "W,,E,7", ",,F,8"];
        assert_eq!(filled("School,Kind,Title,Weeks", &rows, 1), ["XSeries", "XSeries", "XSeries", "XSeries", "", ""]);
        assert_eq!(filled("School,Kind,Title,Weeks", &rows, 0), ["U", "U", "V", "V", "W", "W"]);
    }

    #[test]
    fn a_total_ends_a_block() {
        let rows = ["U,A,3", ",B,4", "Total,,7", ",C,5", "V,D,6", ",E,1"];
        assert_eq!(filled("School,Title,Weeks", &rows, 0), ["U", "U", "Total", "", "V", "V"]);
    }
}
