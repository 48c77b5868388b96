//! The names that the records of a catalogue can cite: sources, institutions and courses by id or key.

use std::collections::HashMap;

use crate::catalog::{AsOf, CourseIx, Grade, InstitutionIx, SourceIx, Text, Texts};

/// Records indexed by the id or key under which others cite them.
pub(super) type ByName<T> = HashMap<Text, T, foldhash::fast::RandomState>;

/// The courses that a program can list.
#[derive(Clone, Debug)]
pub(super) enum Courses<'c> {
    /// As they are read.
    AsRead(ByName<CourseIx>),
    /// All of them, sorted by id.
    InOrder(&'c Texts),
}

impl Default for Courses<'_> {
    fn default() -> Self {
        Self::AsRead(ByName::default())
    }
}

impl Courses<'_> {
    pub(super) fn find(&self, id: &str) -> Option<CourseIx> {
        match self {
            Self::AsRead(courses) => courses.get(id).copied(),
            Self::InOrder(ids) => ids.find(id).map(CourseIx),
        }
    }

    /// Adds a course; does nothing if all courses are known.
    pub(super) fn add(&mut self, id: &Text, course: CourseIx) {
        if let Self::AsRead(courses) = self {
            courses.insert(id.clone(), course);
        }
    }

    /// All ids, in any order.
    pub(super) fn ids(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Self::AsRead(courses) => Box::new(courses.keys().map(Text::as_str)),
            Self::InOrder(ids) => Box::new(ids.iter()),
        }
    }
}

/// Everything that a record can cite.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'c> {
    pub(super) sources: ByName<(SourceIx, AsOf, Grade)>,
    /// The platform of each source that is the list of one platform.
    pub(super) platforms: HashMap<SourceIx, Text, foldhash::fast::RandomState>,
    pub(super) institutions: ByName<InstitutionIx>,
    pub(super) courses: Courses<'c>,
}
