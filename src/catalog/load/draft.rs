//! A catalogue that is being loaded. Its records arrive one after another; each is checked against the preceding ones
//! and handed to the store at once. Only what the rules need is kept: names, ids and the problems of all records. A
//! single problem makes [`Draft::finish`] reject the file.

use super::Store;
use super::check::Checker;
use super::names::Names;
use super::raw::{Array, Head, RawCourse, RawInstitution, RawProgram, RawSource};
use crate::catalog::{
    AsOf, CatalogError, CourseIx, Institution, InstitutionIx, MAX_SOURCES, Problem, Source, SourceIx, Text, Texts,
};

const ONE_ID: &str = "occurs twice; every id must be unique";
const ONE_RECORD: &str = "occurs twice; an institution has only one record";

/// What has been read of a catalogue so far.
pub(super) struct Draft<S> {
    pub(super) head: Option<Head>,
    /// Which arrays have been read, by [`Array`].
    done: [bool; Array::ALL.len()],
    names: Names<'static>,
    sources: Vec<Source>,
    institutions: Vec<Institution>,
    courses: u32,
    ids: Texts,
    problems: Vec<Problem>,
    store: S,
    /// The error that the store returned for the last record.
    pub(super) failure: Option<CatalogError>,
}

/// The result of loading a catalogue that breaks no rule.
#[derive(Debug)]
pub(in super::super) struct Checked<S> {
    pub(in super::super) name: Text,
    pub(in super::super) as_of: AsOf,
    pub(in super::super) sources: Vec<Source>,
    pub(in super::super) institutions: Vec<Institution>,
    /// The positions of the programs in the file, sorted by id.
    pub(in super::super) order: Vec<u32>,
    pub(in super::super) store: S,
}

impl<S: Store> Draft<S> {
    /// Creates an empty draft that hands its records to `store`.
    pub(super) fn new(store: S) -> Self {
        Self {
            head: None,
            done: Default::default(),
            names: Names::default(),
            sources: Vec::new(),
            institutions: Vec::new(),
            courses: 0,
            ids: Texts::default(),
            problems: Vec::new(),
            store,
            failure: None,
        }
    }

    /// Returns the names that its records can cite.
    pub(super) fn names(&self) -> Names<'static> {
        self.names.clone()
    }

    /// Whether every array has been read.
    pub(super) fn is_whole(&self) -> bool {
        self.done.iter().all(|done| *done)
    }

    /// Whether an array can be read now: it has not been read yet, and all arrays that it cites have been.
    pub(super) fn is_due(&self, array: Array) -> bool {
        !self.done[array as usize] && array.cites().iter().all(|cited| self.done[*cited as usize])
    }

    /// Marks an array as read.
    pub(super) fn end(&mut self, array: Array) {
        self.done[array as usize] = true;
    }

    /// Checks and keeps a source.
    pub(super) fn source(&mut self, raw: RawSource) {
        let mut checker = Checker::new(&self.names, self.problems.len());
        let (source, grade) = checker.source(raw);
        if self.names.sources.contains_key(&source.id) {
            checker.problem("id", ONE_ID);
        }
        // One report is enough for all sources beyond the limit.
        if self.sources.len() == MAX_SOURCES {
            checker.problem("id", format!("is one source more than the {MAX_SOURCES} that a catalogue can hold"));
        }
        self.problems.append(&mut checker.problems);
        let ix = SourceIx::at(self.sources.len()).unwrap_or(SourceIx(u16::MAX));
        self.names.sources.insert(source.id.clone(), (ix, source.as_of.clone(), grade));
        self.names.platforms.extend(source.platform.clone().map(|platform| (ix, platform)));
        self.sources.push(source);
    }

    /// Checks and keeps an institution.
    pub(super) fn institution(&mut self, raw: RawInstitution) {
        let mut checker = Checker::new(&self.names, self.problems.len());
        let institution = checker.institution(raw);
        if self.names.institutions.contains_key(&institution.key) {
            checker.problem("key", ONE_RECORD);
        }
        self.problems.append(&mut checker.problems);
        let ix = InstitutionIx(self.institutions.len() as u32);
        self.names.institutions.insert(institution.key.clone(), ix);
        self.institutions.push(institution);
    }

    /// Checks a course, which may cite sources and institutions, and hands it to the store.
    pub(super) fn course(&mut self, raw: RawCourse) {
        let mut checker = Checker::new(&self.names, self.problems.len());
        let course = checker.course(raw);
        if self.names.courses.find(&course.id).is_some() {
            checker.problem("id", ONE_ID);
        }
        self.problems.append(&mut checker.problems);
        self.names.courses.add(&course.id, CourseIx(self.courses));
        self.courses += 1;
        self.failure = self.store.course(course).err();
    }

    /// Checks a program, which may cite records of all other kinds, and hands it to the store.
    pub(super) fn program(&mut self, raw: RawProgram) {
        let mut checker = Checker::new(&self.names, self.problems.len());
        let program = checker.program(raw);
        self.problems.append(&mut checker.problems);
        self.ids.push(&program.id);
        self.failure = self.store.program(program).err();
    }

    /// Ends the draft. Returns an error with all problems if any record breaks a rule.
    pub(super) fn finish(mut self, head: Head) -> Result<Checked<S>, CatalogError> {
        let order = self.ids.in_order();
        let mut checker = Checker::new(&self.names, self.problems.len());
        checker.text("name", &head.name);
        let as_of = checker.as_of("as_of", &head.as_of);
        let mut problems = std::mem::take(&mut checker.problems);
        problems.append(&mut self.problems);
        for twin in order.windows(2).map(|pair| (self.ids.at(pair[0]), self.ids.at(pair[1]))) {
            if twin.0 == twin.1 {
                checker.id(&twin.0.to_owned().into());
                checker.problem("id", ONE_ID);
            }
        }
        problems.append(&mut checker.problems);
        if !problems.is_empty() {
            return Err(CatalogError::Rejected(problems));
        }
        let Self { sources, institutions, store, .. } = self;
        Ok(Checked { name: head.name, as_of, sources, institutions, order, store })
    }
}
