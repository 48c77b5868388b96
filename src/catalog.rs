//! What a program is, and everything on record about programs. This room knows no screen, clock, environment or
//! standard output, and uses only rooms below it: `named`, `english`, `files` and `estimate`.
//!
//! A [`Catalog`] is read-only once loaded. Its programs are sorted by id, so nothing computed from it depends on the
//! order of the records in a file.

mod address;
mod brief;
mod by_name;
mod cache;
mod cell;
mod census;
mod citations;
mod claim;
mod claim_order;
mod comparable;
mod compile;
mod compiled;
mod complete;
mod container;
mod contradiction;
mod corruption;
mod diff;
mod distinct;
mod error;
mod fact;
mod fact_key;
mod fact_text;
pub mod import;
mod info;
mod languages;
mod load;
mod money;
mod nearest;
mod parts;
mod preferred;
mod prerequisites;
mod price;
mod price_words;
mod program;
mod rates;
mod records;
mod rounding;
mod route_credit;
mod separator;
mod shipped;
mod summary;
mod survival;
mod text;
mod texts;
mod value;
mod work;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use jiff::civil::Date;

use complete::Evidence;
use container::{Container, Fingerprint};
use contradiction::Checking;
use load::{Checked, Store};
use records::Records;
use summary::Summary;

pub use address::Address;
pub use brief::Brief;
pub use cache::Opened;
pub use cell::{Cell, Origin};
pub use census::{Census, keep_fuller};
pub use claim::{AsOf, Basis, Claim, Grade, MAX_SOURCES, SourceIx, date_in_words, month_of};
pub use claim_order::{Preferred, SHOWN_RULE};
pub use comparable::Comparable;
pub use compile::{SectionBytes, Sections};
pub use compiled::StoredSections;
pub use complete::{Accuracy, AccuracyOf};
pub use contradiction::{CheckReport, day_number};
pub use corruption::Corruption;
pub use diff::{Certainty, Change, Changed, Difference, Moved, Named, Renamed};
pub use distinct::Distinct;
pub use error::{CatalogError, CompiledError, Problem};
pub use fact::Fact;
pub use fact_key::FactKey;
pub use info::{FactCount, Info};
pub use languages::{LANGUAGES, Language};
pub use load::{FORMAT, is_web_address};
pub(crate) use money::whole_units;
pub use money::{Currency, Money, Price, PriceOf, Tax};
pub use nearest::{did_you_mean, nearest};
pub use parts::pack_parts;
pub use prerequisites::Prerequisites;
pub use program::{
    Course, CourseIx, CourseUse, Institution, InstitutionIx, Pathway, Program, ProgramIx, Relocation, Source,
};
pub use rates::{Drift, ExchangeRate, Rates};
pub use separator::{can_begin_groups, has_unclear_point};
pub use summary::COUNTED;
pub use survival::{LISTED, Survival};
pub use text::{
    Text, has_unsafe_char, is_plain, is_unsafe_char, printable, printable_lines, sentence, without_escapes,
};
pub use texts::Texts;
pub use value::{
    Counts, Credit, Kind, Length, Level, Pacing, PathwayStatus, Range, Status, Strength, TimeUnit, TopicSet,
    WEEKS_A_MONTH, number_json,
};
pub use work::{CONTRADICTION, WorkConflict};

/// All programs, with everything on record about them.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The title of the catalogue.
    pub name: Text,
    /// The date of its newest list.
    pub as_of: AsOf,
    /// The sources that its claims cite.
    pub sources: Vec<Source>,
    /// The institutions that offer its programs.
    pub institutions: Vec<Institution>,
    /// The currency in which prices are displayed. Comparisons always use US dollars.
    pub currency: Currency,
    /// The measured accuracy of its estimates; empty if too little is known to make estimates.
    pub accuracy: Vec<Accuracy>,
    /// The programs, sorted by id.
    programs: Records<Program>,
    /// The courses that programs consist of.
    courses: Records<Course>,
    /// The fingerprint of the JSON text that this catalogue was read or compiled from.
    json: Fingerprint,
    /// The file or bytes that hold the records; `None` if the catalogue was read from JSON.
    container: Option<Arc<Container>>,
    corruption: Corruption,
    /// Collected on first use.
    distinct: OnceLock<Distinct>,
    /// Collected on first use.
    places_by_name: OnceLock<HashMap<Text, usize>>,
    /// Counted on first use.
    survival: OnceLock<Vec<Survival>>,
}

/// Records held in memory, in the order of the file.
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

/// Replaces a source whose handle is out of range, which only a damaged compiled catalogue can contain.
static NO_SOURCE: LazyLock<Source> = LazyLock::new(|| Source {
    id: Text::default(),
    title: Text::default(),
    as_of: AsOf::undated(),
    licence: Text::default(),
    url: None,
    platform: None,
});

/// The same replacement for institutions.
static NO_INSTITUTION: LazyLock<Institution> = LazyLock::new(Institution::default);

impl Catalog {
    /// Reads a catalogue from a JSON file.
    pub fn open(path: &Path) -> Result<Self, CatalogError> {
        let (checked, json) = load::file(path, Held::default())?;
        Ok(Self::held(checked, json))
    }

    /// Reads a catalogue from JSON text.
    pub fn from_text(text: impl AsRef<str>) -> Result<Self, CatalogError> {
        let (checked, json) = load::text(text.as_ref(), Held::default())?;
        Ok(Self::held(checked, json))
    }

    /// Checks a JSON file without keeping its records. Returns the number of programs and the facts that cannot be true
    /// on this day; a file that breaks a rule of the format is an error.
    pub fn check(path: &Path, today: Date) -> Result<CheckReport, CatalogError> {
        Ok(Self::checked(load::file(path, Checking::on(today))?.0))
    }

    /// Checks the text of a catalogue like [`Self::check`].
    pub fn check_text(text: &str, today: Date) -> Result<CheckReport, CatalogError> {
        Ok(Self::checked(load::text(text, Checking::on(today))?.0))
    }

    fn checked(mut checked: Checked<Checking>) -> CheckReport {
        checked.store.dates(&checked.as_of, &checked.sources);
        checked.store.names(&checked.institutions);
        CheckReport { programs: checked.order.len(), warnings: checked.store.warnings }
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
            places_by_name: OnceLock::new(),
            survival: OnceLock::new(),
        }
    }

    /// The fingerprint of the catalogue's JSON: XXH3, 128 bits, in hexadecimal.
    pub fn hash(&self) -> String {
        format!("{:032x}", self.json.hash)
    }

    /// The size of the catalogue's JSON in bytes.
    pub fn size_bytes(&self) -> u64 {
        self.json.size
    }

    /// The number of programs.
    pub fn len(&self) -> usize {
        self.programs.count()
    }

    /// Whether the catalogue has no programs.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The handles of all programs, in the order of their ids.
    pub fn all(&self) -> impl ExactSizeIterator<Item = ProgramIx> + use<> {
        (0..self.len() as u32).map(ProgramIx)
    }

    /// Iterates over all programs in the order of their ids, for computations that must see every one of them. Those of
    /// a compiled file are decoded in batches and not kept, so the caller must copy what it needs.
    pub fn programs(&self) -> impl ExactSizeIterator<Item = Cow<'_, Program>> {
        self.programs.pass()
    }

    /// The ids of all programs, in order. Only the id of each record is decoded.
    pub fn ids(&self) -> impl Iterator<Item = Text> {
        self.programs.first_texts(|program| &program.id)
    }

    /// The id of a program. The rest of its record is not decoded.
    pub fn id(&self, ix: ProgramIx) -> Text {
        self.programs.first_text(ix.0 as usize, |program| &program.id)
    }

    /// The program with this handle. Once requested, it stays in memory.
    pub fn program(&self, ix: ProgramIx) -> &Program {
        self.programs.at(ix.0 as usize)
    }

    /// The program with this handle for a single use: unlike [`Catalog::program`], this does not keep it in memory.
    pub fn program_once(&self, ix: ProgramIx) -> Cow<'_, Program> {
        self.programs.once(ix.0 as usize)
    }

    /// Finds a program by its exact id with a binary search.
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

    /// Returns, for each kind of program, how many programs of an older list are still offered.
    pub fn survivals(&self) -> &[Survival] {
        self.survival
            .get_or_init(|| Summary::stored(self).map_or_else(|| survival::count(self), |stored| stored.survivals))
    }

    /// The survival counts of one kind; `None` if too few of its programs appeared in an older list.
    pub fn survival(&self, kind: &Kind) -> Option<&Survival> {
        self.survivals().iter().find(|survival| survival.kind == *kind)
    }

    /// The source with this handle.
    pub fn source(&self, ix: SourceIx) -> &Source {
        self.sources.get(ix.0 as usize).unwrap_or_else(|| {
            self.corruption.found();
            &NO_SOURCE
        })
    }

    /// The institution with this handle.
    pub fn institution(&self, ix: InstitutionIx) -> &Institution {
        self.institutions.get(ix.0 as usize).unwrap_or_else(|| {
            self.corruption.found();
            &NO_INSTITUTION
        })
    }

    /// The course with this handle. Once requested, it stays in memory.
    pub fn course(&self, ix: CourseIx) -> &Course {
        self.courses.at(ix.0 as usize)
    }

    /// The title of a course, for passes over all programs: unlike [`Catalog::course`], this keeps no course in memory.
    pub fn course_title(&self, ix: CourseIx) -> Text {
        self.courses.once(ix.0 as usize).title.clone()
    }

    /// All courses.
    pub fn courses(&self) -> impl Iterator<Item = &Course> {
        (0..self.courses.count()).map(|at| self.courses.at(at))
    }

    /// The number of courses.
    pub fn course_count(&self) -> usize {
        self.courses.count()
    }

    /// The full names of the institutions that offer a program, joined by commas; `unknown` if none is on record.
    pub fn institution_names(&self, program: &Program) -> String {
        self.joined(program, |institution| &institution.name)
    }

    /// The short names of the institutions that offer a program, joined by commas; `unknown` if none is on record.
    pub fn institution_shorts(&self, program: &Program) -> String {
        self.joined(program, |institution| &institution.short)
    }

    /// Returns the short names of the institutions within a longer text, where nothing else says that they are schools.
    pub fn school_in_words(&self, program: &Program) -> String {
        let school = if program.institutions().is_empty() { "school " } else { "" };
        format!("{school}{}", self.institution_shorts(program))
    }

    /// The title of a program with the short names of its institutions.
    pub fn title_with_school(&self, ix: ProgramIx) -> String {
        let program = self.program(ix);
        format!("{} · {}", program.title, self.school_in_words(program))
    }

    /// Returns the title of a program for use in a sentence: with the short names of its institutions in parentheses,
    /// if any is on record.
    pub fn title_in_sentence(&self, ix: ProgramIx) -> String {
        let program = self.program(ix);
        if program.institutions().is_empty() {
            return program.title.to_string();
        }
        format!("{} ({})", program.title, self.institution_shorts(program))
    }

    fn joined(&self, program: &Program, name: impl Fn(&Institution) -> &Text) -> String {
        if program.institutions().is_empty() {
            return "unknown".to_owned();
        }
        let names: Vec<&str> = program.institutions().iter().map(|ix| name(self.institution(*ix)).as_str()).collect();
        names.join(", ")
    }
}
