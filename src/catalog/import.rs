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
mod found;
mod gather;
mod group;
mod html;
mod identity;
mod index;
mod linked;
mod measure;
mod mit;
mod node;
mod own;
mod read;
mod report;
mod schema_org;
mod school;
mod sheet;
mod slug;
mod sniff;
mod source;
mod vocabulary;
mod write;

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::catalog::{CatalogError, printable};
use crate::files::{Pending, WriteError};

pub use document::Input;
pub use report::{At, Note, Outcome, Place, Report};

use build::Built;
use draft::Thing;
use own::Own;
use read::Reader;
use source::Origin;

named! {
    /// What a document is taken for, where it is not told by what it holds.
    Format {
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
    /// What was made breaks a rule of the format.
    #[error("what was read cannot be made a catalogue: {0}")]
    Broken(CatalogError),
}

/// What was taken in.
#[derive(Debug)]
pub struct Imported {
    /// What became of every record.
    pub report: Report,
    built: Built,
}

impl Imported {
    /// How many programs the catalogue has.
    pub fn programs(&self) -> usize {
        self.built.programs.len()
    }

    /// How many courses the catalogue has.
    pub fn courses(&self) -> usize {
        self.built.courses.len()
    }

    /// Whether there is anything to write.
    pub fn is_empty(&self) -> bool {
        self.built.programs.is_empty() && self.built.courses.is_empty()
    }

    /// The text of the catalogue.
    pub fn text(&self) -> String {
        let mut text = Vec::new();
        // Writing to memory cannot fail, and what is written is text.
        let _ = write::text(&self.built, &mut text);
        String::from_utf8_lossy(&text).into_owned()
    }

    /// Writes the catalogue to a file that was prepared for it, as a whole or not at all.
    pub fn write(&self, pending: Pending) -> Result<(), ImportError> {
        write::catalog(&self.built, pending)
    }
}

/// Reads documents, joins what is of the same program, and adds it to a catalogue, if one is given. `progress` is told
/// how many records have been read.
pub fn import(
    inputs: Vec<Input>,
    into: Option<&Path>,
    format: Option<Format>,
    progress: &mut dyn FnMut(usize),
) -> Result<Imported, ImportError> {
    let documents = document::all(inputs)?;
    let mut reader = Reader {
        gathered: gather::Gathered::default(),
        report: Report::default(),
        origins: Vec::new(),
        format,
        progress,
        catalogs: Vec::new(),
        facts: Vec::new(),
        seen: 0,
    };
    let mut base = into.map(read_own).transpose()?.unwrap_or_default();
    if into.is_some() {
        take_base(&mut reader, &base);
    }
    let name = name_of(&documents);
    for document in &documents {
        reader.document(document);
    }
    let Reader { gathered, mut report, origins, catalogs, .. } = reader;
    for catalog in catalogs {
        adopt(&mut base, catalog);
    }
    let built = build::build(&gathered, &origins, &base, &name);
    account(&mut report, &built, &gathered, &origins);
    Ok(Imported { report: report.in_order(), built })
}

/// A catalogue to add to, checked and as it is written.
fn read_own(path: &Path) -> Result<Own, ImportError> {
    crate::catalog::Catalog::check(path).map_err(ImportError::Into)?;
    let unreadable = |source| ImportError::Unreadable { name: path.to_string_lossy().into_owned(), source };
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    serde_json::from_str(text).map_err(|error| unreadable(io::Error::other(error)))
}

fn take_base(reader: &mut Reader<'_>, base: &Own) {
    reader.origins.push(Origin { named: String::new(), inner: String::new(), changed: None, format: "catalogue" });
    for (records, thing) in [(&base.courses, Thing::Course), (&base.programs, Thing::Program)] {
        for record in records {
            let draft = own::base(record, thing).unwrap_or_else(|| draft::Draft { thing, ..draft::Draft::default() });
            reader.gathered.take_base(0, draft);
        }
    }
}

/// Takes over what the records of a catalogue cite; where a name is taken the first keeps it.
fn adopt(base: &mut Own, catalog: Own) {
    if base.name.is_empty() {
        base.name = catalog.name;
    }
    if source::later(&catalog.as_of, &base.as_of) {
        base.as_of = catalog.as_of;
    }
    for source in catalog.sources {
        if !base.sources.iter().any(|known| known.get("id") == source.get("id")) {
            base.sources.push(source);
        }
    }
    for institution in catalog.institutions {
        if !base.institutions.iter().any(|known| known.key == institution.key) {
            base.institutions.push(institution);
        }
    }
}

/// What a catalogue is called that was made of these documents.
fn name_of(documents: &[document::Document]) -> String {
    let mut names: Vec<&str> = documents.iter().map(|document| source::stem(&document.origin)).collect();
    names.dedup();
    let joined = match names[..] {
        [] => "nothing".to_owned(),
        [one] => one.to_owned(),
        [one, two] => format!("{one} and {two}"),
        [one, two, ..] => format!("{one}, {two} and {} more", names.len() - 2),
    };
    clean::text(&joined).unwrap_or_else(|| "a catalogue".to_owned())
}

/// Settles the records that became part of the catalogue, and tells what contradicts what.
fn account(report: &mut Report, built: &Built, gathered: &gather::Gathered, origins: &[Origin]) {
    let settled = &built.settled;
    report.settle(Outcome::Added, settled.added);
    report.settle(Outcome::Merged, settled.merged);
    report.settle(Outcome::AlreadyThere, settled.already_there);
    let place = |record: u32| {
        let record = &gathered.records[record as usize];
        let origin = &origins[record.document as usize];
        let file =
            if origin.inner.is_empty() { origin.named.clone() } else { format!("{}/{}", origin.named, origin.inner) };
        let at = match &record.spot {
            gather::Spot::Whole => At::File,
            gather::Spot::Line(line) => At::Line(*line),
            spot => At::Pointer(spot.pointer("")),
        };
        Place { file, at }
    };
    for (id, conflict) in &settled.conflicts {
        let (program, field) = (Some(id.clone()), Some(conflict.field.to_owned()));
        report.conflict(Note {
            place: place(conflict.record),
            program,
            field,
            reason: printable(&conflict.reason).into_owned(),
        });
    }
    for record in &settled.ambiguous {
        let reason = "could be of more than one program, and was joined with none".to_owned();
        report.remark(Note { place: place(*record), program: None, field: None, reason });
    }
}
