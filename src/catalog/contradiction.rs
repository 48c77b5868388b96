//! Facts that cannot be true, found while a catalogue is checked: facts of one program that contradict each other, and
//! facts dated in the future. They break no rule of the format: all claims stay, and the maintainer of the catalogue
//! gets warnings.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::load::Store;
use super::work::{self, CourseWork};
use super::{AsOf, CatalogError, Claim, Course, Grade, Institution, Kind, Problem, Program, Range, Source, printable};

/// The result of checking a catalogue that breaks no rule of the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// The number of programs.
    pub programs: usize,
    /// The facts that cannot be true.
    pub warnings: Vec<Problem>,
}

/// A [`Store`] that examines records and keeps none of them.
#[derive(Debug)]
pub(super) struct Checking {
    /// The latest date anywhere on Earth, as `yyyymmdd`.
    latest: u32,
    courses: Vec<CourseWork>,
    pub(super) warnings: Vec<Problem>,
}

impl Checking {
    /// Checks on this day.
    pub(super) fn on(today: Date) -> Self {
        Self { latest: day_number(today), courses: Vec::new(), warnings: Vec::new() }
    }

    /// Checks the dates of the catalogue and of its sources.
    pub(super) fn dates(&mut self, as_of: &AsOf, sources: &[Source]) {
        let sources = sources.iter().map(|source| (&*source.id, &source.as_of));
        for (record, as_of) in std::iter::once(("the catalogue", as_of)).chain(sources) {
            self.date(record, "as_of", as_of);
        }
    }

    fn date(&mut self, record: &str, field: &str, as_of: &AsOf) {
        if as_of.is_after(self.latest) {
            self.warn(record, field, format!("is dated {}, which is still to come", as_of.text()));
        }
    }

    /// Checks that what is called a school has a name.
    pub(super) fn names(&mut self, institutions: &[Institution]) {
        for school in institutions.iter().filter(|school| is_number(&school.name)) {
            self.warn(
                &school.key,
                "name",
                format!("`{}` has no letter and is the name of no school", printable(&school.name)),
            );
        }
    }

    /// Checks values that are possible in the format and impossible in a program.
    fn values(&mut self, program: &Program) {
        if let Some(count) = program.courses.value().filter(|count| **count > MAX_COURSES) {
            self.warn(&program.id, "courses", format!("{count} courses are more than any program has"));
        }
        if let Some(Kind::Other(name)) = program.kind.value().filter(|kind| is_number(kind.name())) {
            self.warn(&program.id, "kind", format!("`{}` has no letter and is no kind", printable(name)));
        }
    }

    fn warn(&mut self, record: &str, field: &str, message: String) {
        let record = super::printable(record).into_owned();
        let warning = Problem { record, field: field.to_owned(), message };
        // Several claims about a fact may have the same date.
        if self.warnings.last() != Some(&warning) {
            self.warnings.push(warning);
        }
    }
}

/// The most courses that a program can have.
const MAX_COURSES: u32 = 500;

/// Whether a name is no more than a number or an amount.
fn is_number(name: &str) -> bool {
    !name.chars().any(char::is_alphabetic)
}

/// Returns the latest date anywhere on Earth: in time zones ahead of this one, tomorrow may be today.
pub(super) fn last_begun(today: Date) -> Date {
    today.saturating_add(1.day())
}

/// Returns the latest date anywhere on Earth, as `yyyymmdd`.
pub fn day_number(today: Date) -> u32 {
    let latest = last_begun(today);
    let [year, month, day] = [i32::from(latest.year()), i32::from(latest.month()), i32::from(latest.day())];
    (year * 10_000 + month * 100 + day).unsigned_abs()
}

impl Store for Checking {
    fn course(&mut self, course: Course) -> Result<(), CatalogError> {
        self.courses.push(CourseWork::of(&course));
        Ok(())
    }

    fn program(&mut self, mut program: Program) -> Result<(), CatalogError> {
        for origin in program.origins() {
            self.date(&program.id, origin.field, origin.as_of);
        }
        self.values(&program);
        work::complete(&mut program, &self.courses);
        if let Some(conflict) = program.work_conflict() {
            let (shown, other) = (described(conflict.shown), described(conflict.other));
            let message = format!("{shown} is shown, and {other} differs by a factor of {:.1}", conflict.factor);
            self.warn(&program.id, "effort", message);
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
