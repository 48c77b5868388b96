//! What a program is, and everything that is on record about programs. The lowest room: it knows no screen, clock,
//! environment or standard output, and no other room of this crate.
//!
//! A [`Catalog`] is read-only once loaded. Its programs stand in the order of their ids, so nothing that is computed
//! from it depends on the order of records in a file.

mod address;
mod brief;
mod cache;
mod citations;
mod comparable;
mod compile;
mod compiled;
mod complete;
mod container;
mod contradiction;
mod corruption;
mod diff;
mod distinct;
mod fact;
mod fact_text;
pub mod import;
mod info;
mod languages;
mod load;
mod money;
mod nearest;
mod parts;
mod price_words;
mod program;
mod rates;
mod records;
mod rounding;
mod shipped;
mod summary;
mod survival;
mod text;
mod texts;
mod value;
mod work;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, OnceLock};

use complete::Evidence;
use container::{Container, Fingerprint};
use load::{Checked, Store};
use records::Records;
use summary::Summary;

use crate::english::by_count;

pub use address::Address;
pub use brief::Brief;
pub use cache::Opened;
pub use comparable::Comparable;
pub use compile::{SectionBytes, Sections};
pub use complete::{Accuracy, AccuracyOf};
pub use contradiction::CheckReport;
pub use corruption::Corruption;
pub use diff::{Certainty, Change, Changed, Difference, Moved, Named, Renamed};
pub use distinct::Distinct;
pub use fact::{AsOf, Basis, Claim, Fact, Grade, SHOWN_RULE, SourceIx, month_of};
pub use fact_text::{Cell, FactKey, Origin, Preferred};
pub use info::{FactCount, Info};
pub use languages::{LANGUAGES, Language};
pub use load::{FORMAT, is_web_address};
pub use money::{Currency, Money, Price, PriceOf, Tax};
pub use nearest::{did_you_mean, nearest};
pub use parts::pack_parts;
pub use program::{
    Course, CourseIx, CourseUse, Institution, InstitutionIx, Pathway, Program, ProgramIx, Relocation, Source,
};
pub use rates::{Drift, ExchangeRate, Rates};
pub use summary::COUNTED;
pub use survival::{LISTED, Survival};
pub use text::{Text, has_unsafe_char, is_plain, is_unsafe_char, printable, printable_lines, sentence};
pub use texts::Texts;
pub use value::{
    Counts, Credit, Kind, Length, Level, Pacing, PathwayStatus, Range, Status, Strength, TimeUnit, TopicSet,
    WEEKS_A_MONTH,
};
pub use work::{CONTRADICTION, WorkConflict};

/// A rule that a record breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the record, or its place where it has none.
    pub record: String,
    /// The field, or the path to it.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.record, self.field, self.message)
    }
}

/// Why a catalogue could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The file could not be read.
    #[error("{} cannot be read: {source}", printable(&path.to_string_lossy()))]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file is not JSON, or not of the shape of a catalogue.
    #[error("line {line}, column {column}: {message}")]
    NotACatalogue {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// Records break rules.
    #[error("{} {} a rule of the format", .0.len(), by_count(.0.len(), "record entry breaks", "record entries break"))]
    Rejected(Vec<Problem>),
    /// A compiled catalogue is of no use.
    #[error("{} {reason}; `prospectus catalog compile` makes it again from the JSON", printable(&path.to_string_lossy()))]
    Compiled {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: CompiledError,
    },
    /// A compiled catalogue could not be written.
    #[error("{} cannot be written: {reason}", printable(&path.to_string_lossy()))]
    NotWritten {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
}

/// Why a compiled catalogue is of no use, as the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum CompiledError {
    /// It does not begin as one does.
    #[error("is no compiled catalogue")]
    Foreign,
    /// Another version made it.
    #[error("was compiled by another version")]
    OtherVersion,
    /// Bytes are missing or were changed.
    #[error("is damaged")]
    Damaged,
    /// Its JSON has changed.
    #[error("is not of this JSON any more")]
    Stale,
    /// Another user left it in the folder.
    #[error("was made by another user")]
    Stranger,
    /// The system says no.
    #[error("cannot be read: {0}")]
    System(#[from] std::io::Error),
}

/// Programs with everything on record about them.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// What it is a catalogue of.
    pub name: Text,
    /// The date of its newest list.
    pub as_of: AsOf,
    /// Where its claims come from.
    pub sources: Vec<Source>,
    /// Who offers its programs.
    pub institutions: Vec<Institution>,
    /// In which currency its prices are told; they are compared in US dollars whatever it is.
    pub currency: Currency,
    /// How well its estimates hold; nothing where too little is known to make any.
    pub accuracy: Vec<Accuracy>,
    /// The programs, in the order of their ids.
    programs: Records<Program>,
    /// What its programs are made of.
    courses: Records<Course>,
    /// The fingerprint of its JSON.
    json: Fingerprint,
    /// Where the records of a compiled one are.
    container: Option<Arc<Container>>,
    corruption: Corruption,
    /// Read when somebody first asks.
    distinct: OnceLock<Distinct>,
    /// Counted when somebody first asks.
    survival: OnceLock<Vec<Survival>>,
}

/// Records that stay in memory, in the order of the file.
#[derive(Debug, Default)]
struct Held {
    evidence: Evidence,
    courses: Vec<Course>,
    programs: Vec<Program>,
}

impl Store for Held {
    fn course(&mut self, course: Course) -> Result<(), CatalogError> {
        self.evidence.course(&course);
        self.courses.push(course);
        Ok(())
    }

    fn program(&mut self, mut program: Program) -> Result<(), CatalogError> {
        self.evidence.program(&mut program);
        self.programs.push(program);
        Ok(())
    }
}

/// What a handle leads to that leads nowhere, which only a damaged compiled catalogue has.
static NO_SOURCE: LazyLock<Source> = LazyLock::new(|| Source {
    id: Text::default(),
    title: Text::default(),
    as_of: AsOf::undated(),
    licence: Text::default(),
    url: None,
});

/// The same for institutions.
static NO_INSTITUTION: LazyLock<Institution> = LazyLock::new(Institution::default);

impl Catalog {
    /// A catalogue from a JSON file.
    pub fn open(path: &Path) -> Result<Self, CatalogError> {
        let (checked, json) = load::file(path, Held::default())?;
        Ok(Self::held(checked, json))
    }

    /// A catalogue from JSON text.
    pub fn from_text(text: impl AsRef<str>) -> Result<Self, CatalogError> {
        let (checked, json) = load::text(text.as_ref(), Held::default())?;
        Ok(Self::held(checked, json))
    }

    /// What a JSON file that keeps every rule of the format holds, and where its facts contradict each other; none of its
    /// programs is kept.
    pub fn check(path: &Path) -> Result<CheckReport, CatalogError> {
        let checked = load::file(path, contradiction::Checking::default())?.0;
        Ok(CheckReport { programs: checked.order.len(), warnings: checked.store.warnings })
    }

    fn held(mut checked: Checked<Held>, json: Fingerprint) -> Self {
        let Held { evidence, courses, mut programs } = checked.store;
        let completion = evidence.finish(&checked.as_of, &mut checked.sources);
        for program in &mut programs {
            completion.fill(program);
        }
        let programs = checked.order.iter().map(|at| std::mem::take(&mut programs[*at as usize])).collect();
        Self {
            name: checked.name,
            as_of: checked.as_of,
            sources: checked.sources,
            institutions: checked.institutions,
            accuracy: completion.accuracy,
            currency: Currency::USD,
            courses: Records::Read(courses),
            programs: Records::Read(programs),
            json,
            container: None,
            corruption: Corruption::default(),
            distinct: OnceLock::new(),
            survival: OnceLock::new(),
        }
    }

    /// A fingerprint of the catalogue's JSON (XXH3, 128 bits, in hexadecimal): the same for the same bytes only.
    pub fn hash(&self) -> String {
        format!("{:032x}", self.json.hash)
    }

    /// How many bytes the catalogue has as JSON.
    pub fn size_bytes(&self) -> u64 {
        self.json.size
    }

    /// How many programs there are.
    pub fn len(&self) -> usize {
        self.programs.count()
    }

    /// Whether there is no program.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The handles of all programs, in the order of their ids.
    pub fn all(&self) -> impl ExactSizeIterator<Item = ProgramIx> + use<> {
        (0..self.len() as u32).map(ProgramIx)
    }

    /// Every program once, in the order of their ids, for what has to see all of them: a large catalogue reads them
    /// one after the other and keeps none, so what is wanted of a program has to be taken from it here.
    pub fn programs(&self) -> impl ExactSizeIterator<Item = Cow<'_, Program>> {
        self.programs.pass()
    }

    /// The ids of all programs in their order; nothing else is read of a program.
    pub fn ids(&self) -> impl Iterator<Item = Text> {
        self.programs.first_texts(|program| &program.id)
    }

    /// The id of a program; nothing else is read of it.
    pub fn id(&self, ix: ProgramIx) -> Text {
        self.programs.first_text(ix.0 as usize, |program| &program.id)
    }

    /// The program of a handle of this catalogue; once asked for it stays in memory.
    pub fn program(&self, ix: ProgramIx) -> &Program {
        self.programs.at(ix.0 as usize)
    }

    /// The program of a handle, for one look: unlike [`Catalog::program`] it is not kept in memory.
    pub fn program_once(&self, ix: ProgramIx) -> Cow<'_, Program> {
        self.programs.once(ix.0 as usize)
    }

    /// The program of that id.
    pub fn find(&self, id: &str) -> Option<ProgramIx> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.id(ProgramIx(middle as u32)).as_str().cmp(id) {
                Ordering::Equal => return Some(ProgramIx(middle as u32)),
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// How many programs of each kind that stood in an older list are still offered, in the order of kinds.
    pub fn survivals(&self) -> &[Survival] {
        self.survival
            .get_or_init(|| Summary::stored(self).map_or_else(|| survival::count(self), |stored| stored.survivals))
    }

    /// The same of one kind; nothing where too few programs stood in an older list.
    pub fn survival(&self, kind: &Kind) -> Option<&Survival> {
        self.survivals().iter().find(|survival| survival.kind == *kind)
    }

    /// The source of a claim of this catalogue.
    pub fn source(&self, ix: SourceIx) -> &Source {
        self.sources.get(ix.0 as usize).unwrap_or_else(|| {
            self.corruption.found();
            &NO_SOURCE
        })
    }

    /// The institution of a handle of this catalogue.
    pub fn institution(&self, ix: InstitutionIx) -> &Institution {
        self.institutions.get(ix.0 as usize).unwrap_or_else(|| {
            self.corruption.found();
            &NO_INSTITUTION
        })
    }

    /// The course of a handle of this catalogue.
    pub fn course(&self, ix: CourseIx) -> &Course {
        self.courses.at(ix.0 as usize)
    }

    /// The title of a course; for a pass over all programs, after which the courses of a large catalogue are not kept.
    pub fn course_title(&self, ix: CourseIx) -> Text {
        self.courses.once(ix.0 as usize).title.clone()
    }

    /// Every course.
    pub fn courses(&self) -> impl Iterator<Item = &Course> {
        (0..self.courses.count()).map(|at| self.courses.at(at))
    }

    /// How many courses its programs are made of.
    pub fn course_count(&self) -> usize {
        self.courses.count()
    }

    /// The full names of those who offer a program, joined; `unknown` where nobody is on record.
    pub fn institution_names(&self, program: &Program) -> String {
        self.joined(program, |institution| &institution.name)
    }

    /// The names by which people call those who offer a program, joined; `unknown` where nobody is on record.
    pub fn institution_shorts(&self, program: &Program) -> String {
        self.joined(program, |institution| &institution.short)
    }

    /// The title of a program and the short names of those who offer it.
    pub fn title_with_school(&self, ix: ProgramIx) -> String {
        let program = self.program(ix);
        format!("{} · {}", program.title, self.institution_shorts(program))
    }

    fn joined(&self, program: &Program, name: impl Fn(&Institution) -> &Text) -> String {
        if program.institutions().is_empty() {
            return "unknown".to_owned();
        }
        let names: Vec<&str> = program.institutions().iter().map(|ix| name(self.institution(*ix)).as_str()).collect();
        names.join(", ")
    }
}
