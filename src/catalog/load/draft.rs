//! A catalogue in the making: its arrays one after the other, each checked against what came before it. It holds the
//! problems of all records until the end, where a single one refuses the whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::check::{ByName, Checker, Names};
use super::raw::{Head, RawCourse, RawInstitution, RawProgram, RawSource};
use super::{helped, lines};
use crate::catalog::courses::Courses;
use crate::catalog::{Catalog, CatalogError, Institution, InstitutionIx, Problem, Program, Source, SourceIx};

const ONE_ID: &str = "stands twice; an id is given once";
const ONE_RECORD: &str = "stands twice; an institution has one record";

/// How many programs are checked at a time: few enough that two threads end at about the same time.
const A_PART: usize = 48;

/// What has been read of a catalogue so far.
#[derive(Default)]
pub(super) struct Draft {
    names: Arc<Names>,
    sources: Vec<Source>,
    institutions: Vec<Institution>,
    courses: Courses,
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
        Arc::make_mut(&mut self.names).sources = by_name;
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
        Arc::make_mut(&mut self.names).institutions = by_name;
    }

    /// Checks the courses, which cite sources and institutions.
    pub(super) fn courses(&mut self, raws: Vec<RawCourse>) {
        let mut checker = Checker::new(&self.names);
        let mut known = BTreeSet::new();
        let mut courses = Vec::with_capacity(raws.len());
        for raw in raws {
            let course = checker.course(raw);
            if !known.insert(course.id.clone()) {
                checker.problem("id", ONE_ID);
            }
            courses.push(course);
        }
        self.problems.append(&mut checker.problems);
        Arc::make_mut(&mut self.names).courses = Some(known);
        self.courses = Courses::read(courses);
    }

    /// Leaves the courses of these lines to be read when one is asked for.
    pub(super) fn courses_on_demand(&mut self, lines: &'static str) {
        self.courses = Courses::on_demand(lines);
    }

    /// Checks the programs, which cite all the others.
    pub(super) fn programs(&mut self, raws: Vec<RawProgram>) {
        let part = part(&self.names, raws.into_iter());
        self.add(part);
    }

    /// Checks the programs of lines. Nothing where a line is not a program.
    pub(super) fn programs_of_lines(&mut self, lines: Vec<&'static str>) -> Option<()> {
        let count = lines.len();
        let names = Arc::clone(&self.names);
        let part = move |place: usize| {
            let from = place * A_PART;
            part_of_lines(&names, &lines[from..lines.len().min(from + A_PART)])
        };
        self.programs.reserve_exact(count);
        helped::each(count.div_ceil(A_PART), part, |part| part.into_iter().for_each(|part| self.add(part)));
        (self.programs.len() == count).then_some(())
    }

    fn add(&mut self, mut part: Part) {
        self.programs.append(&mut part.programs);
        self.problems.append(&mut part.problems);
    }

    /// The catalogue, if no record of it breaks a rule.
    pub(super) fn finish(mut self, head: Head, text: &'static str) -> Result<Catalog, CatalogError> {
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
            courses: self.courses,
            programs: self.programs,
            names: self.names,
            text,
        })
    }
}

/// Some of the programs, and what is wrong with them.
struct Part {
    programs: Vec<Program>,
    problems: Vec<Problem>,
}

fn part(names: &Names, raws: impl Iterator<Item = RawProgram>) -> Part {
    let mut checker = Checker::new(names);
    let programs = raws.map(|raw| checker.program(raw)).collect();
    Part { programs, problems: checker.problems }
}

fn part_of_lines(names: &Names, lines: &[&'static str]) -> Option<Part> {
    let part = part(names, lines.iter().map_while(|line| lines::read(line)));
    (part.programs.len() == lines.len()).then_some(part)
}
