//! The rules of the format for a catalogue that is being written: each record is checked as it will be written, in any
//! order and on any thread, so that the file need not be read again.

use serde::de::DeserializeOwned;

use super::check::Checker;
use super::draft::Draft;
use super::names::{Courses, Names};
use super::raw::{Head, RawCourse, RawInstitution, RawProgram, RawSource};
use super::{FORMAT, Store};
use crate::catalog::{CatalogError, Course, Program, Texts, printable};

/// The names that the records of a catalogue can cite.
pub(in crate::catalog) struct Inspector<'c> {
    names: Names<'c>,
}

/// Discards all records.
struct Nowhere;

impl Store for Nowhere {
    fn course(&mut self, _: Course) -> Result<(), CatalogError> {
        Ok(())
    }

    fn program(&mut self, _: Program) -> Result<(), CatalogError> {
        Ok(())
    }
}

impl<'c> Inspector<'c> {
    /// Creates an inspector for a catalogue with this head, these sources and institutions as JSON, and courses with
    /// these ids in ascending order.
    pub(in crate::catalog) fn new(
        (name, as_of): (&str, &str),
        sources: &[String],
        institutions: &[String],
        courses: &'c Texts,
    ) -> Result<Self, CatalogError> {
        let mut draft = Draft::new(Nowhere);
        for source in sources {
            draft.source(parsed::<RawSource>(source)?);
        }
        for institution in institutions {
            draft.institution(parsed::<RawInstitution>(institution)?);
        }
        let mut names = draft.names();
        let text = |text: &str| text.to_owned().into();
        draft.finish(Head { format: FORMAT.into(), name: text(name), as_of: text(as_of) })?;
        names.courses = Courses::InOrder(courses);
        Ok(Self { names })
    }

    /// Checks a course.
    pub(in crate::catalog) fn course(&self, json: &str) -> Result<(), CatalogError> {
        let mut checker = Checker::new(&self.names, 0);
        checker.course(parsed::<RawCourse>(json)?);
        answer(checker)
    }

    /// Checks a program.
    pub(in crate::catalog) fn program(&self, json: &str) -> Result<(), CatalogError> {
        let mut checker = Checker::new(&self.names, 0);
        checker.program(parsed::<RawProgram>(json)?);
        answer(checker)
    }
}

fn answer(checker: Checker<'_>) -> Result<(), CatalogError> {
    if checker.problems.is_empty() { Ok(()) } else { Err(CatalogError::Rejected(checker.problems)) }
}

fn parsed<T: DeserializeOwned>(json: &str) -> Result<T, CatalogError> {
    serde_json::from_str(json).map_err(|error| CatalogError::NotACatalogue {
        line: error.line(),
        column: error.column(),
        message: printable(&error.to_string()).into_owned(),
    })
}
