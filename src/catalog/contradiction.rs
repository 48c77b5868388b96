//! Facts of one program that cannot both be true, found while a catalogue is checked. They break no rule of the format: all
//! claims stay, and whoever keeps the catalogue is told which to look at.

use super::load::Store;
use super::work::{self, CourseWork};
use super::{CatalogError, Claim, Course, Grade, Problem, Program, Range};

/// What a check of a catalogue that keeps every rule comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// How many programs there are.
    pub programs: usize,
    /// Facts that contradict each other.
    pub warnings: Vec<Problem>,
}

/// Records that are looked at and go nowhere.
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

/// A claim with its date and grade.
fn described(claim: &Claim<Range>) -> String {
    let weak = if claim.grade == Grade::C { ", grade C" } else { "" };
    let note = claim.note.as_deref().map(|note| format!(": {}", super::printable(note))).unwrap_or_default();
    format!("{} hours ({}{weak}{note})", claim.value, claim.as_of.text())
}
