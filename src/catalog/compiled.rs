//! The compiled form of a catalogue, which lets the program start without parsing the JSON. The shipped catalogue has
//! this form, and `catalog compile` produces it from any other. Only the version that wrote a compiled catalogue can
//! read it. The format rules are not checked again on reading, because only a checked catalogue is ever compiled. The
//! JSON stays authoritative.

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

/// Everything except the records and the sections of other rooms.
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
    /// A head whose record counts are still zero; [`Packing::end_programs`] fills them in.
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

/// A compiled catalogue that is being written: first the courses, then the programs in the order of
/// their ids, then the rest.
pub(super) struct Packing<W> {
    out: Writer<W>,
    courses: Packer,
    programs: Packer,
}

impl<W: Write> Packing<W> {
    /// Starts a compiled catalogue with an empty section of courses.
    pub(super) fn new(out: W) -> io::Result<Self> {
        let mut out = Writer::new(out)?;
        out.begin(COURSES);
        Ok(Self { out, courses: Packer::default(), programs: Packer::default() })
    }

    /// Adds a course.
    pub(super) fn course(&mut self, course: &Course) -> io::Result<()> {
        self.courses.add(&packed(course)?, &mut self.out)
    }

    /// Ends the section of courses and begins that of programs.
    pub(super) fn end_courses(&mut self) -> io::Result<()> {
        self.courses.finish(&mut self.out)?;
        self.out.begin(PROGRAMS);
        Ok(())
    }

    /// Adds a program that is already packed.
    pub(super) fn program(&mut self, packed: &[u8]) -> io::Result<()> {
        self.programs.add(packed, &mut self.out)
    }

    /// Ends the section of programs and writes the head.
    pub(super) fn end_programs(mut self, mut head: Head) -> io::Result<Writer<W>> {
        self.programs.finish(&mut self.out)?;
        (head.courses, head.programs) = (self.courses.count(), self.programs.count());
        self.out.begin(HEAD);
        self.out.write_all(&packed(&head)?)?;
        Ok(self.out)
    }
}

/// Serializes a record.
pub(super) fn packed<T: Serialize>(record: &T) -> io::Result<Vec<u8>> {
    postcard::to_allocvec(record).map_err(io::Error::other)
}

impl<W: Write> Writer<W> {
    /// Adds the sections of other rooms.
    pub(super) fn add(&mut self, others: Vec<(&str, Vec<u8>)>) -> io::Result<()> {
        for (name, bytes) in others {
            self.begin(name);
            self.write_all(&bytes)?;
        }
        Ok(())
    }
}

impl Catalog {
    /// Packs the catalogue into its compiled form, with the given sections of other rooms.
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

    /// Opens a catalogue from the bytes of its compiled form.
    pub fn unpack(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, CompiledError> {
        Self::of_container(Container::open(Bytes::Held(bytes.into()))?)
    }

    /// Opens a catalogue from a compiled file.
    pub(super) fn unpack_file(file: File) -> Result<Self, CompiledError> {
        Self::of_container(Container::open(Bytes::InFile(file))?)
    }

    pub(super) fn of_container(container: Container) -> Result<Self, CompiledError> {
        Self::of_shared(Arc::new(container), Corruption::default())
    }

    fn of_shared(container: Arc<Container>, corruption: Corruption) -> Result<Self, CompiledError> {
        let section = container.find(HEAD).ok_or(CompiledError::Damaged)?;
        let head: Head = postcard::from_bytes(&container.whole(section)?).map_err(|_| CompiledError::Damaged)?;
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
            places_by_name: OnceLock::new(),
            survival: OnceLock::new(),
        })
    }

    /// The section that another room added under this name, verified against its checksum; `None` if
    /// there is no such section.
    pub fn section(&self, name: &str) -> Option<Result<Cow<'_, [u8]>, CompiledError>> {
        section(self.container.as_ref()?, name, &self.corruption)
    }

    /// The sections, for a room that reads some of them later; `None` unless the catalogue was compiled.
    pub fn stored_sections(&self) -> Option<StoredSections> {
        let container = Arc::clone(self.container.as_ref()?);
        Some(StoredSections { container, corruption: self.corruption.clone() })
    }

    /// Whether the compiled form has a section of this name.
    pub(super) fn has_section(&self, name: &str) -> bool {
        self.container.as_ref().is_some_and(|container| container.find(name).is_some())
    }

    /// Returns the catalogue without the records in memory, for a pass that frees what it has read; `None` if all
    /// records are in memory anyway.
    pub fn unread(&self) -> Option<Self> {
        let container = self.container.as_ref().filter(|container| !container.is_held())?;
        Some(Self {
            programs: self.programs.unread()?,
            courses: self.courses.unread()?,
            name: self.name.clone(),
            as_of: self.as_of.clone(),
            sources: self.sources.clone(),
            institutions: self.institutions.clone(),
            accuracy: self.accuracy.clone(),
            currency: self.currency,
            json: self.json,
            container: Some(Arc::clone(container)),
            corruption: self.corruption.clone(),
            distinct: OnceLock::new(),
            places_by_name: OnceLock::new(),
            survival: OnceLock::new(),
        })
    }

    /// Whether the catalogue was opened from its compiled form.
    pub fn is_compiled(&self) -> bool {
        self.container.is_some()
    }

    /// Returns the JSON file that it was compiled from, as it was then; `None` if it was read from JSON.
    pub(super) fn origin(&self) -> Option<Origin> {
        self.container.as_ref().map(|container| container.origin)
    }

    /// Returns the flag for damage. A compiled catalogue is verified lazily, so damage may be found late; nothing
    /// computed from it may then be shown.
    pub fn corruption(&self) -> &Corruption {
        &self.corruption
    }
}

/// The sections of a compiled catalogue, independent of its [`Catalog`].
#[derive(Clone, Debug)]
pub struct StoredSections {
    container: Arc<Container>,
    corruption: Corruption,
}

impl StoredSections {
    /// The section that another room added under this name, as [`Catalog::section`] returns it.
    pub fn read(&self, name: &str) -> Option<Result<Cow<'_, [u8]>, CompiledError>> {
        section(&self.container, name, &self.corruption)
    }

    /// Opens the catalogue again, to rebuild a damaged section.
    pub fn catalog(&self) -> Result<Catalog, CompiledError> {
        Catalog::of_shared(Arc::clone(&self.container), self.corruption.clone())
    }
}

fn section<'c>(
    container: &'c Container,
    name: &str,
    corruption: &Corruption,
) -> Option<Result<Cow<'c, [u8]>, CompiledError>> {
    let whole = container.whole(container.find(name)?);
    if matches!(whole, Err(CompiledError::Damaged)) {
        corruption.found_in_a_copy();
    }
    Some(whole)
}

const UNREADABLE: &str = "unreadable";

/// The placeholder for a damaged program. It keeps the record well-formed and claims nothing.
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
