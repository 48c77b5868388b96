//! Facts of one program that cannot both be true, found while a catalogue is checked. They break no rule of the format:
//! all claims stay, and the maintainer of the catalogue is told which facts to look at.

use super::load::Store;
use super::work::{self, CourseWork};
use super::{CatalogError, Claim, Course, Grade, Problem, Program, Range};

/// The result of checking a catalogue that keeps every rule of the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// The number of programs.
    pub programs: usize,
    /// The facts that contradict each other.
    pub warnings: Vec<Problem>,
}

/// A [`Store`] that examines records and keeps none of them.
#[derive(Debug, Default)]
pub(super) struct Checking {
    courses: Vec<CourseWork>,
    pub(super) warnings: Vec<Problem>,
}

impl Store for Checking {
    fn course(&mut self, course: Course) -> Result<(), CatalogError> {
        self.courses.push(CourseWork::of(&course));
        Ok(())
    }

    fn program(&mut self, mut program: Program) -> Result<(), CatalogError> {
        work::complete(&mut program, &self.courses);
        if let Some(conflict) = program.work_conflict() {
            let (shown, other) = (described(conflict.shown), described(conflict.other));
            self.warnings.push(Problem {
                record: super::printable(&program.id).into_owned(),
                field: "effort".to_owned(),
                message: format!("{shown} is shown, and {other} differs by a factor of {:.1}", conflict.factor),
            });
        }
        Ok(())
    }
}

/// A claim with its date, and with its grade and note where they matter.
fn described(claim: &Claim<Range>) -> String {
    let weak = if claim.grade == Grade::C { ", grade C" } else { "" };
    let note = claim.note.as_deref().map(|note| format!(": {}", super::printable(note))).unwrap_or_default();
    format!("{} hours ({}{weak}{note})", claim.value, claim.as_of.text())
}
