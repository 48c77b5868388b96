//! Taking in what comes from elsewhere: files of facts, and catalogues in other formats. What comes in is checked entry
//! by entry and accounted for in a [`Report`]; what is in the catalogue already is added to and never replaced.
//!
//! A run reads documents ([`Input`]) record by record into drafts, joins the drafts that are of the same program, and
//! writes a catalogue in which every claim cites its file and its place. The outcome depends on what was read, never on
//! the order in which it was given; nothing is fetched, and nothing unknown becomes a number.

mod amount;
mod build;
mod clean;
mod compose;
mod ctdl;
mod cut;
mod date;
mod discovery;
mod document;
mod draft;
mod facts;
mod format;
mod found;
mod gather;
mod group;
mod html;
mod identity;
mod index;
mod json;
mod linked;
mod measure;
mod mit;
mod node;
mod own;
mod parallel;
mod read;
mod report;
mod run;
mod schema_org;
mod school;
mod sheet;
mod slug;
mod sniff;
mod source;
mod spelling;
mod spool;
mod stated;
mod vocabulary;
mod write;

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::catalog::{CatalogError, printable};
use crate::files::{Pending, WriteError};

pub use document::Input;
pub use facts::{Document, FactsFile, Merged, merge_facts};
pub use report::{At, Note, Outcome, Place, Report};
pub use run::import;

use build::Built;

named! {
    /// What a document is taken for, where it is not told by what it holds.
    #[derive(Serialize, Deserialize)]
    Format, name {
        /// Open edX course-discovery.
        Discovery = "discovery", "Open edX course-discovery";
        /// Records of the search indexes of edX.
        Index = "index", "edX search index";
        /// schema.org.
        SchemaOrg = "schema-org", "schema.org";
        /// The language of the Credential Registry.
        Ctdl = "ctdl", "CTDL";
        /// MITx Online.
        MitxOnline = "mitx-online", "MITx Online";
        /// MIT Learn.
        MitLearn = "mit-learn", "MIT Learn";
        /// A table.
        Csv = "csv", "table";
        /// Facts about programs that exist.
        Facts = "facts", "facts";
        /// A catalogue of this program.
        Own = "own", "catalogue";
    }
}

/// Why nothing could be taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file or folder cannot be read.
    #[error("{} cannot be read: {source}", printable(name))]
    Unreadable {
        /// Which one.
        name: String,
        /// What the system says.
        source: io::Error,
    },
    /// The catalogue to add to is none.
    #[error(transparent)]
    Into(CatalogError),
    /// What was made cannot be written.
    #[error("{} {source}", printable(&path.to_string_lossy()))]
    Unwritten {
        /// Where to.
        path: PathBuf,
        /// Why not.
        source: WriteError,
    },
    /// What was made cannot be kept until it is written.
    #[error("what was read cannot be put aside: {0}")]
    NotKept(io::Error),
    /// What was made breaks a rule of the format.
    #[error("what was read cannot be made a catalogue: {0}")]
    Broken(CatalogError),
}

/// What was taken in.
#[derive(Debug)]
pub struct Imported {
    /// What became of every record.
    pub report: Report,
    /// How many programs the catalogue has.
    pub programs: usize,
    /// How many courses the catalogue has.
    pub courses: usize,
    content: Content,
}

/// A catalogue that can be written.
#[derive(Debug)]
enum Content {
    /// Record by record.
    Built(Built),
    /// With facts merged into it.
    Merged(Document),
}

impl Imported {
    /// Whether there is anything to write.
    pub fn is_empty(&self) -> bool {
        self.programs == 0 && self.courses == 0
    }

    /// The text of the catalogue.
    pub fn text(&mut self) -> Result<String, ImportError> {
        match &mut self.content {
            Content::Built(built) => write::in_memory(built).map_err(ImportError::NotKept),
            Content::Merged(document) => Ok(document.text()),
        }
    }

    /// Writes the catalogue to a file that was prepared for it, as a whole or not at all.
    pub fn write(&mut self, pending: Pending) -> Result<(), ImportError> {
        write::catalog(&mut self.content, pending)
    }
}
