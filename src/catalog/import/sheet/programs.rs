//! The programs that the row of a course names, each with its kind: exports of courses list them in two cells.

use super::cell::list;
use super::row_names::is_of_program;
use super::{Column, Row, discovery};
use crate::catalog::import::draft::Draft;
use crate::catalog::import::vocabulary;
use crate::catalog::{Basis, Kind};

impl Row<'_> {
    /// The programs of a course. Several are distinguished only if there are as many kinds as names.
    pub(super) fn programs_of(&self, course: &Draft) -> Vec<Draft> {
        let Some((names, at)) = self.cell(Column::ProgramName) else {
            return self.program_by_id(course).into_iter().collect();
        };
        let of_kind = self.headings.of(Column::Kind).chain(self.headings.of(Column::Type));
        let mut kinds = of_kind.filter_map(|(at, heading)| Some((self.text(at)?, heading)));
        let is_kind = |kind: &str| !vocabulary::is_course(kind) && vocabulary::paces(kind).is_empty();
        let Some((kind, kind_at)) = kinds.find(|(kind, _)| is_kind(kind)) else {
            self.remarks.add(&at, format!("`{names}` has no kind beside it, so only the course was taken"));
            return Vec::new();
        };
        let Some(pairs) = pairs(&names, &kind) else {
            let reason =
                format!("`{names}` are not as many programs as `{kind}` are kinds, so only the course was taken");
            self.remarks.add(&at, reason);
            return Vec::new();
        };
        let cells = self.only(is_of_program);
        let of_program = Row { cells: &cells, ..*self };
        let is_only = pairs.len() == 1;
        let program = |(name, kind): (String, String)| {
            let mut program = Draft::program(name);
            program.say_kind(&vocabulary::kind(&kind), Basis::Stated, kind_at, None);
            if is_only {
                of_program.say_common(&mut program);
                of_program.say_words(&mut program);
            }
            if program.schools.is_empty() {
                program.schools.clone_from(&course.schools);
                program.schools_at.clone_from(&at);
            }
            discovery::without_status(&mut program);
            program.courses.push(course.clone());
            program
        };
        pairs.into_iter().map(program).collect()
    }
}

impl Row<'_> {
    /// The program that the row of a course names by nothing but an identifier, which the table of the programs has too.
    fn program_by_id(&self, course: &Draft) -> Option<Draft> {
        let cells = self.only(is_of_program);
        let of_program = Row { cells: &cells, ..*self };
        let (id, at) = of_program.cell(Column::Id).or_else(|| of_program.cell(Column::Uuid))?;
        // A plain number identifies a program only together with its school.
        let mut program = Draft { schools: course.schools.clone(), ..Draft::default() };
        of_program.identify(&mut program);
        if program.identities.is_empty() {
            let reason =
                format!("`{id}` identifies no program without a school beside it, so only the course was taken");
            self.remarks.add(&at, reason);
            return None;
        }
        program.schools.clear();
        program.courses.push(course.clone());
        Some(program)
    }
}

/// Each program with its kind; `None` if it is unclear which kind is that of which program. A comma separates names only
/// if it separates as many known kinds, because a name may contain one.
fn pairs(names: &str, kinds: &str) -> Option<Vec<(String, String)>> {
    let listed = list(kinds);
    let are_known = listed.len() > 1 && listed.iter().all(|kind| !matches!(vocabulary::kind(kind), Kind::Other(_)));
    let is_list = names.contains([';', '|']);
    if !are_known && !is_list {
        return Some(vec![(names.to_owned(), kinds.to_owned())]);
    }
    let names = list(names);
    let kinds = if are_known { listed } else { vec![kinds.to_owned(); names.len()] };
    (names.len() == kinds.len()).then(|| names.into_iter().zip(kinds).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_kinds_as_names_are_as_many_programs() {
        let number = |names, kinds| pairs(names, kinds).map(|pairs| pairs.len());
        assert_eq!(number("Law, Ethics", "XSeries, MicroMasters"), Some(2));
        assert_eq!(number("Law, Ethics", "XSeries"), Some(1));
        assert_eq!(number("Law; Ethics", "XSeries"), Some(2));
        assert_eq!(number("Law", "Certificate, advanced"), Some(1));
        assert_eq!(number("Law, Ethics, Art", "XSeries, MicroMasters"), None);
    }
}
