//! A catalogue in the making: its arrays one after the other, each checked against what came before it. It holds the
//! problems of all records until the end, where a single one refuses the whole.

use std::sync::OnceLock;

use super::check::{ByName, Checker, Names};
use super::raw::{Head, RawCourse, RawInstitution, RawProgram, RawSource};
use crate::catalog::container::fingerprint;
use crate::catalog::records::{Damage, Records};
use crate::catalog::{
    Catalog, CatalogError, Course, CourseIx, Institution, InstitutionIx, Problem, Program, Source, SourceIx,
};

const ONE_ID: &str = "stands twice; an id is given once";
const ONE_RECORD: &str = "stands twice; an institution has one record";

/// What has been read of a catalogue so far.
#[derive(Default)]
pub(super) struct Draft {
    names: Names,
    sources: Vec<Source>,
    institutions: Vec<Institution>,
    courses: Vec<Course>,
    programs: Vec<Program>,
    problems: Vec<Problem>,
}

impl Draft {
    /// Checks the sources.
    pub(super) fn sources(&mut self, raws: Vec<RawSource>) {
        let mut checker = Checker::new(&self.names);
        let mut by_name = ByName::default();
        for (ix, raw) in raws.into_iter().enumerate() {
            let (source, grade) = checker.source(raw);
            if by_name.insert(source.id.clone(), (SourceIx(ix as u16), source.as_of.clone(), grade)).is_some() {
                checker.problem("id", ONE_ID);
            }
            self.sources.push(source);
        }
        self.problems.append(&mut checker.problems);
        self.names.sources = by_name;
    }

    /// Checks the institutions.
    pub(super) fn institutions(&mut self, raws: Vec<RawInstitution>) {
        let mut checker = Checker::new(&self.names);
        let mut by_name = ByName::default();
        for (ix, raw) in raws.into_iter().enumerate() {
            let institution = checker.institution(raw);
            if by_name.insert(institution.key.clone(), InstitutionIx(ix as u32)).is_some() {
                checker.problem("key", ONE_RECORD);
            }
            self.institutions.push(institution);
        }
        self.problems.append(&mut checker.problems);
        self.names.institutions = by_name;
    }

    /// Checks the courses, which cite sources and institutions.
    pub(super) fn courses(&mut self, raws: Vec<RawCourse>) {
        let mut checker = Checker::new(&self.names);
        let mut by_name = ByName::default();
        for (ix, raw) in raws.into_iter().enumerate() {
            let course = checker.course(raw);
            if by_name.insert(course.id.clone(), CourseIx(ix as u32)).is_some() {
                checker.problem("id", ONE_ID);
            }
            self.courses.push(course);
        }
        self.problems.append(&mut checker.problems);
        self.names.courses = by_name;
    }

    /// Checks the programs, which cite all the others.
    pub(super) fn programs(&mut self, raws: Vec<RawProgram>) {
        let mut checker = Checker::new(&self.names);
        self.programs = raws.into_iter().map(|raw| checker.program(raw)).collect();
        self.problems.append(&mut checker.problems);
    }

    /// The catalogue, if no record of it breaks a rule.
    pub(super) fn finish(mut self, head: Head, text: &str) -> Result<Catalog, CatalogError> {
        self.programs.sort_by(|a, b| a.id.cmp(&b.id));
        let mut checker = Checker::new(&self.names);
        checker.text("name", &head.name);
        let as_of = checker.as_of("as_of", &head.as_of);
        let mut problems = std::mem::take(&mut checker.problems);
        problems.append(&mut self.problems);
        for twins in self.programs.windows(2).filter(|pair| pair[0].id == pair[1].id) {
            checker.id(&twins[0].id);
            checker.problem("id", ONE_ID);
        }
        problems.append(&mut checker.problems);
        if !problems.is_empty() {
            return Err(CatalogError::Rejected(problems));
        }
        Ok(Catalog {
            name: head.name,
            as_of,
            sources: self.sources,
            institutions: self.institutions,
            courses: Records::Read(self.courses),
            programs: Records::Read(self.programs),
            hash: fingerprint(text.as_bytes()),
            size: text.len(),
            container: None,
            damage: Damage::default(),
            distinct: OnceLock::new(),
        })
    }
}
