//! The courses of a catalogue. Those of the compact form stay packed until somebody asks for one: only the page of a
//! program, its plan and its export show them, a few at a time.

use std::sync::OnceLock;

use super::{Course, CourseIx};

/// The courses, in the order of the file.
#[derive(Clone, Debug)]
pub(super) enum Courses {
    /// Read with the catalogue.
    Read(Vec<Course>),
    /// To be unpacked one by one.
    Packed(Vec<Packed>),
}

/// A course of the compact form, and the course itself once somebody asked for it.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    bytes: &'static [u8],
    course: OnceLock<Box<Course>>,
}

impl Courses {
    /// Courses of the compact form.
    pub(super) fn packed(courses: Vec<&'static [u8]>) -> Self {
        Self::Packed(courses.into_iter().map(|bytes| Packed { bytes, course: OnceLock::new() }).collect())
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Read(courses) => courses.len(),
            Self::Packed(courses) => courses.len(),
        }
    }

    /// The course at a place.
    pub(super) fn at(&self, ix: CourseIx) -> &Course {
        match self {
            Self::Read(courses) => &courses[ix.0 as usize],
            Self::Packed(courses) => courses[ix.0 as usize].course(),
        }
    }
}

impl Packed {
    fn course(&self) -> &Course {
        self.course.get_or_init(|| postcard::from_bytes(self.bytes).expect("the build packed a course here"))
    }
}
