//! The compiled form of a catalogue that keeps every rule: what the build makes of the shipped JSON and `catalog
//! compile` of any other, so that the program starts without reading all of its text. Only the version that made it
//! reads it; its records are not checked again by the rules of the format, because nothing gets here unchecked. The
//! JSON stays the truth.

use std::borrow::Cow;
use std::fs::File;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::container::{self, Bytes, Container, Origin};
use super::records::{self, Damage, Records, Stored};
use super::{
    AsOf, Basis, Catalog, Claim, CompiledError, Course, Fact, Grade, Institution, Kind, Program, Source, SourceIx, Text,
};

const HEAD: &str = "head";
const PROGRAMS: &str = "programs";
const COURSES: &str = "courses";

/// Everything but the records.
#[derive(Serialize, Deserialize)]
struct Head {
    name: Text,
    as_of: AsOf,
    sources: Vec<Source>,
    institutions: Vec<Institution>,
}

impl Catalog {
    /// The compiled form of the catalogue, with sections of other rooms by their names.
    pub fn pack(&self, others: Vec<(&str, Vec<u8>)>) -> Result<Vec<u8>, CompiledError> {
        self.pack_as_of(None, others)
    }

    pub(super) fn pack_as_of(
        &self,
        changed: Option<u128>,
        others: Vec<(&str, Vec<u8>)>,
    ) -> Result<Vec<u8>, CompiledError> {
        let head = Head {
            name: self.name.clone(),
            as_of: self.as_of.clone(),
            sources: self.sources.clone(),
            institutions: self.institutions.clone(),
        };
        let mut sections = vec![
            (HEAD, postcard::to_allocvec(&head)?),
            (PROGRAMS, records::write(self.programs())?),
            (COURSES, records::write(self.courses.pass())?),
        ];
        sections.extend(others);
        let origin = Origin { size: self.size as u64, changed, hash: self.hash };
        Ok(container::write(origin, &sections)?)
    }

    /// The catalogue that was packed into these bytes.
    pub fn unpack(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, CompiledError> {
        Self::of_container(Container::open(Bytes::Held(bytes.into()))?)
    }

    /// The catalogue that was packed into this file.
    pub(super) fn unpack_file(file: File) -> Result<Self, CompiledError> {
        Self::of_container(Container::open(Bytes::InFile(file))?)
    }

    fn of_container(container: Container) -> Result<Self, CompiledError> {
        let container = Arc::new(container);
        let section = container.find(HEAD).ok_or(CompiledError::Damaged)?;
        let head: Head = postcard::from_bytes(&container.whole(section)?).map_err(|_| CompiledError::Damaged)?;
        let damage = Damage::default();
        Ok(Self {
            programs: Records::Compiled(Stored::open(&container, PROGRAMS, unreadable_program(), &damage)?),
            courses: Records::Compiled(Stored::open(&container, COURSES, unreadable_course(), &damage)?),
            name: head.name,
            as_of: head.as_of,
            sources: head.sources,
            institutions: head.institutions,
            hash: container.origin.hash,
            size: usize::try_from(container.origin.size).unwrap_or(usize::MAX),
            container: Some(container),
            damage,
            distinct: OnceLock::new(),
        })
    }

    /// A section that another room put into the compiled form, compared with its checksum; nothing where there is none.
    pub fn section(&self, name: &str) -> Option<Result<Cow<'_, [u8]>, CompiledError>> {
        let container = self.container.as_ref()?;
        Some(container.whole(container.find(name)?))
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
    pub fn damage(&self) -> &Damage {
        &self.damage
    }
}

const UNREADABLE: &str = "unreadable";

/// What stands where a record is damaged: nothing is known of it.
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
