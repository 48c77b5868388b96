//! The compiled form of a catalogue that keeps every rule: what the build makes of the shipped JSON and `catalog
//! compile` of any other, so that the program starts without reading all of its text. Only the version that made it
//! reads it; its records are not checked again by the rules of the format, because nothing gets here unchecked. The
//! JSON stays the truth.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::container::{Bytes, Container, Origin, Writer};
use super::corruption::Corruption;
use super::records::{Packer, Records, Stored};
use super::{
    Accuracy, AsOf, Basis, Catalog, Claim, CompiledError, Course, Currency, Fact, Grade, Institution, Kind, Program,
    Source, SourceIx, Text,
};

const HEAD: &str = "head";
const PROGRAMS: &str = "programs";
const COURSES: &str = "courses";

/// Everything but the records.
#[derive(Serialize, Deserialize)]
pub(super) struct Head {
    name: Text,
    as_of: AsOf,
    sources: Vec<Source>,
    institutions: Vec<Institution>,
    accuracy: Vec<Accuracy>,
    programs: u64,
    courses: u64,
}

impl Head {
    /// Without its numbers of records.
    pub(super) fn new(
        name: Text,
        as_of: AsOf,
        sources: Vec<Source>,
        institutions: Vec<Institution>,
        accuracy: Vec<Accuracy>,
    ) -> Self {
        Self { name, as_of, sources, institutions, accuracy, programs: 0, courses: 0 }
    }
}

/// A compiled form that is being written: the courses, then the programs in the order of their ids, then the rest.
pub(super) struct Packing<W> {
    out: Writer<W>,
    courses: Packer,
    programs: Packer,
}

impl<W: Write> Packing<W> {
    /// Nothing yet.
    pub(super) fn new(out: W) -> io::Result<Self> {
        let mut out = Writer::new(out)?;
        out.begin(COURSES);
        Ok(Self { out, courses: Packer::default(), programs: Packer::default() })
    }

    /// Adds a course.
    pub(super) fn course(&mut self, course: &Course) -> io::Result<()> {
        self.courses.add(&packed(course)?, &mut self.out)
    }

    /// After the last course.
    pub(super) fn end_courses(&mut self) -> io::Result<()> {
        self.courses.finish(&mut self.out)?;
        self.out.begin(PROGRAMS);
        Ok(())
    }

    /// Adds a program that is packed already.
    pub(super) fn program(&mut self, packed: &[u8]) -> io::Result<()> {
        self.programs.add(packed, &mut self.out)
    }

    /// After the last program.
    pub(super) fn end_programs(mut self, mut head: Head) -> io::Result<Writer<W>> {
        self.programs.finish(&mut self.out)?;
        (head.courses, head.programs) = (self.courses.count(), self.programs.count());
        self.out.begin(HEAD);
        self.out.write_all(&packed(&head)?)?;
        Ok(self.out)
    }
}

/// The packed form of a record.
pub(super) fn packed<T: Serialize>(record: &T) -> io::Result<Vec<u8>> {
    postcard::to_allocvec(record).map_err(io::Error::other)
}

impl<W: Write> Writer<W> {
    /// Adds sections of other rooms.
    pub(super) fn add(&mut self, others: Vec<(&str, Vec<u8>)>) -> io::Result<()> {
        for (name, bytes) in others {
            self.begin(name);
            self.write_all(&bytes)?;
        }
        Ok(())
    }
}

impl Catalog {
    /// The compiled form of the catalogue, with sections of other rooms by their names.
    pub fn pack(&self, others: Vec<(&str, Vec<u8>)>) -> io::Result<Vec<u8>> {
        let mut packing = Packing::new(Vec::new())?;
        self.courses.pass().try_for_each(|course| packing.course(&course))?;
        packing.end_courses()?;
        self.programs().try_for_each(|program| packing.program(&packed(program.as_ref())?))?;
        let (name, as_of) = (self.name.clone(), self.as_of.clone());
        let head = Head::new(name, as_of, self.sources.clone(), self.institutions.clone(), self.accuracy.clone());
        let mut out = packing.end_programs(head)?;
        out.add(others)?;
        out.finish(Origin { json: self.json, length: self.json.size, changed: None })
    }

    /// The catalogue that was packed into these bytes.
    pub fn unpack(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, CompiledError> {
        Self::of_container(Container::open(Bytes::Held(bytes.into()))?)
    }

    /// The catalogue that was packed into this file.
    pub(super) fn unpack_file(file: File) -> Result<Self, CompiledError> {
        Self::of_container(Container::open(Bytes::InFile(file))?)
    }

    pub(super) fn of_container(container: Container) -> Result<Self, CompiledError> {
        let container = Arc::new(container);
        let section = container.find(HEAD).ok_or(CompiledError::Damaged)?;
        let head: Head = postcard::from_bytes(&container.whole(section)?).map_err(|_| CompiledError::Damaged)?;
        let corruption = Corruption::default();
        Ok(Self {
            programs: Records::Compiled(Stored::open(
                &container,
                PROGRAMS,
                head.programs,
                unreadable_program(),
                &corruption,
            )?),
            courses: Records::Compiled(Stored::open(
                &container,
                COURSES,
                head.courses,
                unreadable_course(),
                &corruption,
            )?),
            name: head.name,
            as_of: head.as_of,
            sources: head.sources,
            institutions: head.institutions,
            accuracy: head.accuracy,
            currency: Currency::USD,
            json: container.origin.json,
            container: Some(container),
            corruption,
            distinct: OnceLock::new(),
            survival: OnceLock::new(),
        })
    }

    /// A section that another room put into the compiled form, compared with its checksum; nothing where there is none.
    pub fn section(&self, name: &str) -> Option<Result<Cow<'_, [u8]>, CompiledError>> {
        let container = self.container.as_ref()?;
        let whole = container.whole(container.find(name)?);
        if matches!(whole, Err(CompiledError::Damaged)) {
            self.corruption.found_in_a_copy();
        }
        Some(whole)
    }

    /// Whether the compiled form has a section of that name.
    pub(super) fn has_section(&self, name: &str) -> bool {
        self.container.as_ref().is_some_and(|container| container.find(name).is_some())
    }

    /// Whether it was opened in its compiled form.
    pub fn is_compiled(&self) -> bool {
        self.container.is_some()
    }

    /// The JSON that it was compiled of, as it was then.
    pub(super) fn origin(&self) -> Option<Origin> {
        self.container.as_ref().map(|container| container.origin)
    }

    /// Whether a record that was asked for turned out to be damaged, which a compiled catalogue finds out late: what
    /// has been computed since is not to be shown.
    pub fn corruption(&self) -> &Corruption {
        &self.corruption
    }
}

const UNREADABLE: &str = "unreadable";

/// The placeholder for a damaged record, about which nothing is known.
fn unreadable_program() -> Program {
    let kind = Claim {
        value: Kind::Other(UNREADABLE.into()),
        basis: Basis::Presumed,
        source: SourceIx(0),
        as_of: AsOf::undated(),
        grade: Grade::C,
        note: None,
    };
    Program { id: UNREADABLE.into(), title: UNREADABLE.into(), kind: Fact::new(vec![kind]), ..Program::default() }
}

fn unreadable_course() -> Course {
    Course { id: UNREADABLE.into(), title: UNREADABLE.into(), ..Course::default() }
}
