//! Imports: files of facts, and catalogues in other formats. Every record that comes in is checked and accounted for in
//! a [`Report`]; existing claims of a catalogue are added to and never replaced.
//!
//! A run reads documents ([`Input`]) record by record into drafts, groups the drafts that describe the same program,
//! and writes a catalogue in which every claim cites its file and its place in it. The result depends on what was read,
//! never on the order in which it was given. Nothing is fetched, and nothing unknown becomes a number.

mod alone;
mod amount;
mod build;
mod camel;
mod clean;
mod compose;
mod ctdl;
mod cut;
mod date;
mod digits;
mod discovery;
mod disputed;
mod document;
mod draft;
mod facts;
mod flat;
mod follow;
mod format;
mod found;
mod gather;
mod group;
mod html;
mod identity;
mod ids;
mod index;
mod item;
mod json;
mod linked;
mod measure;
mod mit;
mod names;
mod node;
mod own;
mod packed;
mod read;
mod reference;
mod report;
mod run;
mod schema_org;
mod school;
mod sheet;
mod signal_words;
mod slug;
mod sniff;
mod source;
mod spelling;
mod spool;
mod stated;
mod tracking;
mod vocabulary;
mod words;
mod write;

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::catalog::{CatalogError, printable};
use crate::files::{Pending, WriteError};

pub use document::{Input, extent};
pub use facts::{Document, FactsFile, Merged, merge_facts};
pub use read::is_foreign;
pub use report::{At, List, Location, Note, Outcome, Report};
pub use run::import;

use build::Built;

named! {
    /// The format of a document, for callers that set it rather than have it detected from the content.
    #[derive(Serialize, Deserialize)]
    Format, name {
        /// Open edX course-discovery.
        Discovery = "discovery", "Open edX course-discovery";
        /// Records of the edX search indexes.
        Index = "index", "edX search index";
        /// schema.org.
        SchemaOrg = "schema-org", "schema.org";
        /// CTDL, the language of the Credential Registry.
        Ctdl = "ctdl", "CTDL";
        /// MITx Online.
        MitxOnline = "mitx-online", "MITx Online";
        /// MIT Learn.
        MitLearn = "mit-learn", "MIT Learn";
        /// A table.
        Csv = "csv", "table";
        /// Facts about existing programs.
        Facts = "facts", "facts";
        /// A catalogue of this program.
        Own = "own", "catalogue";
    }
}

/// Why an import failed as a whole.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file or folder cannot be read.
    #[error("{} cannot be read: {source}", printable(name))]
    Unreadable {
        /// The name of the file or folder.
        name: String,
        /// The error of the operating system.
        source: io::Error,
    },
    /// The catalogue to be added to cannot be loaded.
    #[error(transparent)]
    Into(CatalogError),
    /// The resulting catalogue cannot be written.
    #[error("{} {source}", printable(&path.to_string_lossy()))]
    Unwritten {
        /// The file that was to be written.
        path: PathBuf,
        /// Why it cannot be written.
        source: WriteError,
    },
    /// What was made cannot be kept until it is written.
    #[error("what was read cannot be put aside: {0}")]
    NotKept(io::Error),
    /// The resulting catalogue breaks a rule of the format.
    #[error("what was read does not make a valid catalogue: {0}{first}", first = first_problem(.0))]
    Broken(CatalogError),
}

/// The first of the broken rules, with the entry that breaks it.
fn first_problem(error: &CatalogError) -> String {
    match error {
        CatalogError::Rejected(problems) => {
            problems.first().map(|problem| format!(", first {problem}")).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// The result of an import.
#[derive(Debug)]
pub struct Imported {
    /// What became of every record.
    pub report: Report,
    /// The number of programs in the resulting catalogue.
    pub programs: usize,
    /// The number of courses in the resulting catalogue.
    pub courses: usize,
    content: Content,
}

/// The resulting catalogue.
#[derive(Debug)]
enum Content {
    /// Composed from the records that were read.
    Built(Box<Built>),
    /// An existing catalogue with facts merged into it.
    Merged(Document),
}

impl Imported {
    /// Whether the result holds neither programs nor courses.
    pub fn is_empty(&self) -> bool {
        self.programs == 0 && self.courses == 0
    }

    /// The text of the catalogue as JSON.
    pub fn text(&mut self) -> Result<String, ImportError> {
        match &mut self.content {
            Content::Built(built) => write::in_memory(built).map_err(ImportError::NotKept),
            Content::Merged(document) => Ok(document.text()),
        }
    }

    /// Writes the catalogue to a stream.
    pub fn copy(&mut self, out: &mut impl io::Write) -> io::Result<()> {
        write::copy(&mut self.content, out)
    }

    /// Writes the catalogue atomically to a pending file.
    pub fn write(&mut self, pending: Pending) -> Result<(), ImportError> {
        write::catalog(&mut self.content, pending)
    }
}
