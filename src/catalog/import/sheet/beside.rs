//! Tables beside each other on one sheet: where the second one begins, and whether it is certainly a table of its own.

use csv::StringRecord;

use super::{Column, Headings};

/// The fewest columns of a table that has another one right beside it.
const MIN_WIDTH: usize = 2;
/// The fewest known columns of a table whose titles are called otherwise than those of the table beside it.
const MIN_KNOWN: usize = 3;

/// A table to the right of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Beside {
    /// The number of columns of the first table.
    pub(in super::super) width: usize,
    /// The column in which the second one begins.
    pub(in super::super) start: usize,
    /// Whether the second one can be read on its own.
    pub(in super::super) is_certain: bool,
}

impl Beside {
    /// Finds a table beside the first one by the headings and the first rows below them, and leaves the headings of the
    /// first one alone.
    pub(in super::super) fn of(headings: &mut Headings, rows: &[&StringRecord]) -> Option<Self> {
        let found = repeated(headings).or_else(|| behind_gap(headings, rows))?;
        headings.cut(found.width);
        Some(found)
    }

    /// The cells of the second table.
    pub(in super::super) fn cells(self, cells: &StringRecord) -> StringRecord {
        cells.iter().skip(self.start).collect()
    }
}

/// A table right beside one with the same headings in the same order.
fn repeated(headings: &Headings) -> Option<Beside> {
    let count = (0..headings.len()).rev().find(|at| !headings.is_blank(*at))? + 1;
    let is_same = |at: usize, other: usize| !headings.is_blank(at) && headings.name(at) == headings.name(other);
    let is_repeat = |width: &usize| count.is_multiple_of(*width) && (*width..count).all(|at| is_same(at, at % *width));
    let width = (MIN_WIDTH..=count / 2).find(is_repeat)?;
    headings.part(0..width).is_readable().then_some(Beside { width, start: width, is_certain: true })
}

/// A table behind a column without a heading.
fn behind_gap(headings: &Headings, rows: &[&StringRecord]) -> Option<Beside> {
    (1..headings.len()).filter(|at| headings.is_blank(*at)).find_map(|at| {
        let start = (at..headings.len()).find(|behind| !headings.is_blank(*behind))?;
        let (first, second) = (headings.part(0..at), headings.part(start..headings.len()));
        let is_empty = |cells: &&StringRecord| cells.iter().take(start).skip(at).all(|cell| cell.trim().is_empty());
        let is_certain = second.is_readable() && rows.iter().all(is_empty);
        let is_same = second.title()? == first.title()?;
        let is_beside = is_same || (is_certain && first.is_readable() && are_alike(&first, &second));
        is_beside.then_some(Beside { width: at, start, is_certain })
    })
}

/// Whether two parts are tables of the same things, or the second one names schools of its own: courses behind a gap may be
/// those of the programs before it.
fn are_alike(first: &Headings, second: &Headings) -> bool {
    let is_whole = |part: &Headings| part.is_readable() && part.known() >= MIN_KNOWN;
    let is_apart = first.is_of_courses() == second.is_of_courses() || second.has(Column::School);
    is_apart && is_whole(first) && is_whole(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(names: &str, rows: &[&str]) -> Option<(usize, usize, bool)> {
        let cells = |line: &str| line.split(',').collect::<StringRecord>();
        let rows: Vec<StringRecord> = rows.iter().map(|row| cells(row)).collect();
        let mut headings = Headings::of_row(&cells(names));
        let found = Beside::of(&mut headings, &rows.iter().collect::<Vec<_>>())?;
        assert_eq!(headings.len(), found.width);
        Some((found.width, found.start, found.is_certain))
    }

    #[test]
    fn a_table_begins_behind_a_gap_or_where_the_headings_repeat() {
        for (names, row, found) in [
            ("Title,School,,Title,School", "A,U,,B,V", Some((2, 3, true))),
            ("Title,School,,,Title,School", "A,U,,,B,V", Some((2, 4, true))),
            ("Title,School,Title,School", "A,U,B,V", Some((2, 2, true))),
            ("Title,School,Price,Title,School,Price,", "A,U,1,B,V,2,", Some((3, 3, true))),
            ("Title,School,Price,,Degree title,University,Fee", "A,U,1,,B,V,2", Some((3, 4, true))),
            ("Programme,School,Months,Price,,Short course,School,Weeks,Fee", "A,U,9,1,,B,V,2,3", Some((4, 5, true))),
            // The gap is not empty, or what is behind it says too little.
            ("Title,School,,Title,School", "A,U,x,B,V", Some((2, 3, false))),
            ("Title,School,,Title,Colour", "A,U,,B,red", Some((2, 3, false))),
            // One table.
            ("Title,School,,Price", "A,U,,1", None),
            ("Title,School,Price,,Name,Email,URL", "A,U,1,,Ada,a@b,https://a.example", None),
            ("Program,School,Price,,Course,Weeks,Level", "A,U,1,,C,6,Intro", None),
            ("Title,School,Price,Price", "A,U,1,2", None),
            ("Title,Title", "A,B", None),
        ] {
            assert_eq!(beside(names, &[row]), found, "{names}");
        }
    }
}
