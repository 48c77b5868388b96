//! The compact form of a catalogue that keeps every rule: what the build makes of the shipped JSON, so that the program
//! starts without reading two megabytes of text. Only the version that packed it unpacks it; nothing is checked again,
//! because nothing gets here unchecked. The JSON stays the truth.

use serde::{Deserialize, Serialize};

use super::courses::Courses;
use super::{AsOf, Catalog, CourseIx, Institution, Program, Source, Text};

/// Everything that the first screen needs, and the courses as bytes of their own.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, B: Deserialize<'de>"))]
struct Compiled<B> {
    name: Text,
    as_of: AsOf,
    sources: Vec<Source>,
    institutions: Vec<Institution>,
    programs: Vec<Program>,
    courses: Vec<B>,
}

impl Catalog {
    /// The compact form of the catalogue, as the build makes it of the shipped one.
    pub fn pack(&self) -> Result<Vec<u8>, postcard::Error> {
        let courses = (0..self.course_count()).map(|ix| postcard::to_allocvec(self.course(CourseIx(ix as u32))));
        let catalog = self.clone();
        postcard::to_allocvec(&Compiled {
            courses: courses.collect::<Result<Vec<_>, _>>()?,
            name: catalog.name,
            as_of: catalog.as_of,
            sources: catalog.sources,
            institutions: catalog.institutions,
            programs: catalog.programs,
        })
    }

    /// The catalogue that was packed into these bytes, and the JSON that it was read from.
    pub(crate) fn unpack(bytes: &'static [u8], json: &'static str) -> Result<Self, postcard::Error> {
        let compiled: Compiled<&'static [u8]> = postcard::from_bytes(bytes)?;
        Ok(Self {
            name: compiled.name,
            as_of: compiled.as_of,
            sources: compiled.sources,
            institutions: compiled.institutions,
            programs: compiled.programs,
            courses: Courses::packed(compiled.courses),
            text: json,
        })
    }
}
