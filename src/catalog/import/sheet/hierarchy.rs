//! Tables whose rows say themselves whether they are a program or a course, under any heading. The courses below a program
//! are its courses, if the table is written in this way.

use csv::StringRecord;

use super::no_record::is_record;
use super::{Column, Headings};
use crate::catalog::Kind;
use crate::catalog::import::vocabulary::{self, folded};

/// Words for a program and for a course, in the languages of headings.
#[rustfmt::skip] // a table reads by its rows
const PROGRAMS: [&str; 10] = [
    "program", "programs", "programme", "programmes", "programm", "programa", "programma", "program of study", "prog",
    "programu",
];
#[rustfmt::skip] // a table reads by its rows
const COURSES: [&str; 12] = [
    "course", "courses", "kurs", "cours", "curso", "corso", "kurz", "module", "modul", "módulo", "class", "single course",
];

/// Whether the cell of a row says that it is a course.
pub(super) fn is_course(cell: &str) -> bool {
    COURSES.contains(&folded(cell).as_str())
}

fn is_program(cell: &str) -> bool {
    PROGRAMS.contains(&folded(cell).as_str())
}

/// How the type of each row of a table is recognized.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Hierarchy {
    at: usize,
    /// Whether courses follow the program that they belong to.
    is_nested: bool,
}

impl Hierarchy {
    /// Finds the column that says what each row is, by the first rows of a table, and notes it among the headings.
    pub(in super::super) fn of<'r>(
        headings: &mut Headings,
        rows: impl Iterator<Item = &'r StringRecord>,
    ) -> Option<Self> {
        let rows: Vec<&StringRecord> = rows.filter(|cells| is_record(headings, cells)).collect();
        let Some(at) = (0..headings.len()).find(|at| tells(headings, *at, &rows)) else {
            if let Some(at) = (0..headings.len()).find(|at| holds_kinds(headings, *at, &rows)) {
                headings.tell_kinds_by(at);
            }
            return None;
        };
        headings.tell_records_by(at);
        let are_courses: Vec<bool> = rows.iter().map(|cells| is_course(&cells[at])).collect();
        let is_nested = !headings.has(Column::ProgramName) && is_nested(&are_courses);
        Some(Self { at, is_nested })
    }

    /// The rows of courses that belong to the program in this row.
    pub(in super::super) fn below<'r>(
        self,
        program: &StringRecord,
        rows: impl Iterator<Item = &'r StringRecord>,
    ) -> Vec<StringRecord> {
        let is_of_course = |cells: &&StringRecord| cells.get(self.at).is_some_and(is_course);
        let has_below = self.is_nested && program.get(self.at).is_some_and(is_program);
        rows.take_while(|cells| has_below && is_of_course(cells)).cloned().collect()
    }
}

/// Whether every cell of a column is a word for a program or a course, and both occur.
fn tells(headings: &Headings, at: usize, rows: &[&StringRecord]) -> bool {
    let is_name = matches!(
        headings.meaning_at(at),
        Some(Column::Title | Column::Name | Column::School | Column::ProgramName | Column::CourseCount)
    );
    let cells = || rows.iter().map(|cells| cells.get(at).unwrap_or_default());
    !is_name
        && cells().all(|cell| is_course(cell) || is_program(cell))
        && cells().any(is_course)
        && cells().any(is_program)
}

/// Whether every cell of a column without a known heading is a kind of credential or a word for a course, in a table that
/// has no kinds otherwise.
fn holds_kinds(headings: &Headings, at: usize, rows: &[&StringRecord]) -> bool {
    let is_kind = |cell: &str| !matches!(vocabulary::kind(cell), Kind::Other(_));
    let cells = || rows.iter().map(|cells| cells.get(at).unwrap_or_default());
    rows.len() > 1
        && headings.meaning_at(at).is_none()
        && !headings.has(Column::Kind)
        && !headings.has(Column::Type)
        && cells().any(is_kind)
        && cells().all(|cell| is_kind(cell) || vocabulary::is_course(cell))
}

/// Whether courses follow their program: a program comes first, and either it is the only one, or more than one program
/// is followed by courses. In a list of all programs and then all courses, nothing shows which belong together.
fn is_nested(are_courses: &[bool]) -> bool {
    let programs = are_courses.iter().filter(|is_course| !**is_course).count();
    let followed = are_courses.windows(2).filter(|pair| !pair[0] && pair[1]).count();
    are_courses.first() == Some(&false) && (programs == 1 || followed > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn courses_are_nested_where_each_program_stands_above_its_own() {
        let of = |rows: &str| is_nested(&rows.chars().map(|c| c == 'c').collect::<Vec<_>>());
        for (rows, expected) in
            [("pccpc", true), ("pcc", true), ("ppccc", false), ("ccp", false), ("cpcpc", false), ("ppcpc", true)]
        {
            assert_eq!(of(rows), expected, "{rows}");
        }
    }
}
