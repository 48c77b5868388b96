//! Runs an import: reads the documents in the order of their names, joins the records of each program, merges facts
//! once all programs are there, and settles every record.

use std::collections::HashSet;
use std::io;
use std::path::Path;
use std::thread;

use jiff::civil::Date;

use super::build::{self, Built};
use super::document::Document as Source;
use super::draft::{Draft, Thing};
use super::facts::{Document, FactsFile, merge_facts};
use super::follow::{Loose, follow};
use super::gather::{Gathered, Record, Spot};
use super::own::{self, Own};
use super::read::DocumentReader;
use super::report::{At, Location, Note, Outcome, Report};
use super::source::{self, Origin};
use super::{Content, Format, ImportError, Imported, Input, clean, date, document, write};
use crate::catalog::{AsOf, Catalog, printable};
use crate::files::read_packed_text;

/// The longest base catalogue, in bytes. It is held in memory as text and as records at the same time.
const MAX_BASE_BYTES: u64 = 4 << 30;

/// Imports documents, and adds them to the catalogue `into`, if one is given. A record dated after `today` is not
/// believed. `progress` is called with the number of records read so far.
pub fn import(
    inputs: Vec<Input>,
    into: Option<&Path>,
    format: Option<Format>,
    today: Date,
    progress: &mut dyn FnMut(usize),
) -> Result<Imported, ImportError> {
    let documents = document::all(inputs)?;
    let mut reader = DocumentReader::new(format, today, progress);
    let mut base = into.map(|path| read_own(path, today)).transpose()?;
    // Without a base catalogue, the first catalogue among the inputs becomes the base, so that its
    // records stay as they are.
    let first =
        if base.is_none() { documents.iter().find_map(|document| reader.first_catalog(document)) } else { None };
    let first = first.map(|(name, catalog)| {
        reader.report.read(catalog.programs.len() + catalog.courses.len());
        reader.report.settle(Outcome::Added, catalog.programs.len() + catalog.courses.len());
        base = Some(catalog);
        name
    });
    let mut base = base.unwrap_or_default();
    take_base(&mut reader, &base);
    for document in documents.iter().filter(|document| Some(&document.name) != first.as_ref()) {
        reader.document(document);
    }
    reader.tell_missing_pages();
    let DocumentReader { mut gathered, mut report, origins, catalogs, facts, .. } = reader;
    let loose = follow(&mut gathered);
    for catalog in catalogs {
        adopt(&mut base, catalog);
    }
    disbelieve(&mut base, today, &mut report);
    if into.is_none() && is_folder(&documents) {
        base.name = name_of(&documents);
    }
    let built = build::build(&gathered, &origins, &base, &name_of(&documents))?;
    account(&mut report, &built, &gathered, &origins);
    tell_loose(&mut report, loose, &gathered, &origins);
    let (programs, courses) = (built.programs.count(), built.courses.count());
    // Millions of small values take a while to be freed, and nothing waits for it.
    drop(thread::Builder::new().spawn(move || drop(gathered)));
    let content = with_facts(built, &facts, today, &mut report)?;
    Ok(Imported { report: report.in_order(), programs, courses, content })
}

/// Merges the files of facts into the catalogue.
fn with_facts(mut built: Built, facts: &[FactsFile], today: Date, report: &mut Report) -> Result<Content, ImportError> {
    if facts.is_empty() {
        return Ok(Content::Built(Box::new(built)));
    }
    let unread =
        |error| ImportError::Unreadable { name: "the new catalogue".to_owned(), source: io::Error::other(error) };
    let text = write::in_memory(&mut built).map_err(ImportError::NotKept)?;
    let document = Document::parse(&text).map_err(unread)?;
    let merged = merge_facts(document, facts, today);
    Catalog::from_text(merged.document.text()).map_err(ImportError::Broken)?;
    report.join(merged.report);
    Ok(Content::Merged(merged.document))
}

/// Loads the base catalogue, checked and as it is written.
fn read_own(path: &Path, today: Date) -> Result<Own, ImportError> {
    Catalog::check(path, today).map_err(ImportError::Into)?;
    let unreadable = |source| ImportError::Unreadable { name: path.to_string_lossy().into_owned(), source };
    let text = read_packed_text(path, MAX_BASE_BYTES).map_err(|error| unreadable(error.into_io()))?;
    serde_json::from_str(&text).map_err(|error| unreadable(io::Error::other(error)))
}

/// Registers the records of the base catalogue for comparison.
fn take_base(reader: &mut DocumentReader<'_>, base: &Own) {
    reader.origins.push(Origin {
        named: String::new(),
        inner: String::new(),
        changed: None,
        format: source::CATALOGUE,
    });
    for (records, thing) in [(&base.courses, Thing::Course), (&base.programs, Thing::Program)] {
        for record in records {
            let draft = own::base(record, thing).unwrap_or_else(|| Draft { thing, ..Draft::default() });
            reader.gathered.take_base(0, draft);
        }
    }
}

/// Takes over the name, date, sources and institutions of an input catalogue. For ids in both, the base wins.
fn adopt(base: &mut Own, catalog: Own) {
    if base.name.is_empty() {
        base.name = catalog.name;
    }
    if source::later(&catalog.as_of, &base.as_of) {
        base.as_of = catalog.as_of;
    }
    let id_of = |source: &serde_json::Map<String, serde_json::Value>| source.get("id").map(ToString::to_string);
    let mut ids: HashSet<Option<String>> = base.sources.iter().map(id_of).collect();
    base.sources.extend(catalog.sources.into_iter().filter(|source| ids.insert(id_of(source))));
    let mut keys: HashSet<_> = base.institutions.iter().map(|known| known.key.clone()).collect();
    base.institutions.extend(catalog.institutions.into_iter().filter(|own| keys.insert(own.key.clone())));
}

/// Removes the date of a catalogue that is dated in the future, because no catalogue can be that new.
fn disbelieve(base: &mut Own, today: Date, report: &mut Report) {
    if date::is_to_come(&base.as_of, today) {
        let place = Location { file: printable(&base.name).into_owned(), at: At::File };
        let reason = format!("the catalogue is dated {}, which is still to come; the date was not used", base.as_of);
        report.remark(Note { place, program: None, field: None, reason });
        AsOf::undated().text().clone_into(&mut base.as_of);
    }
}

/// Whether the documents are several of one folder.
fn is_folder(documents: &[Source]) -> bool {
    documents.len() > 1 && documents.iter().all(|document| !document.is_named && document.origin == documents[0].origin)
}

/// The name of a catalogue made from these documents.
fn name_of(documents: &[Source]) -> String {
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

/// Settles the records that became part of the catalogue, and reports contradictions and ambiguous records.
fn account(report: &mut Report, built: &Built, gathered: &Gathered, origins: &[Origin]) {
    let settled = &built.settled;
    report.settle(Outcome::Added, settled.added);
    report.settle(Outcome::Merged, settled.merged);
    report.settle(Outcome::AlreadyThere, settled.already_there);
    let place = |record: u32| place_of(&gathered.records[record as usize], "", origins);
    for (id, conflict) in &settled.conflicts {
        let (program, field) = (Some(id.clone()), Some(conflict.field.to_owned()));
        report.conflict(Note {
            place: place(conflict.record),
            program,
            field,
            reason: printable(&conflict.reason).into_owned(),
        });
    }
    for record in &settled.nameless {
        let reason = "names no program but by an identifier that no other record has".to_owned();
        report.explain(Outcome::LeftOut, Note { place: place(*record), program: None, field: None, reason });
    }
    let unclear = "could belong to more than one program, so it was joined with none";
    let unclear = settled.ambiguous.iter().map(|record| (*record, unclear.to_owned()));
    let joint = settled.joint.iter().map(|(record, name)| {
        (*record, format!("`{}` names several institutions that are known, so each is listed", printable(name)))
    });
    let without = "belongs to a program that no file describes, so only the course was taken";
    let without = settled.without_program.iter().map(|record| (*record, without.to_owned()));
    let apart = settled.apart.iter().map(|(record, reason)| (*record, printable(reason).into_owned()));
    for (record, reason) in unclear.chain(joint).chain(without).chain(apart) {
        report.remark(Note { place: place(record), program: None, field: None, reason });
    }
}

/// Reports references that lead nowhere.
fn tell_loose(report: &mut Report, loose: Vec<Loose>, gathered: &Gathered, origins: &[Origin]) {
    for Loose { record, title, at, reason } in loose {
        let place = place_of(&gathered.records[record as usize], &at, origins);
        let fields = at.rsplit('/').filter(|part| !part.bytes().all(|byte| byte.is_ascii_digit()));
        let field = fields.map(str::to_owned).next();
        let program = Some(printable(&title).into_owned());
        report.remark(Note { place, program, field, reason: reason.to_owned() });
    }
}

/// The place of something within a record, by its JSON pointer there.
fn place_of(record: &Record, inner: &str, origins: &[Origin]) -> Location {
    let origin = &origins[record.document as usize];
    let file =
        if origin.inner.is_empty() { origin.named.clone() } else { format!("{}/{}", origin.named, origin.inner) };
    let at = match &record.spot {
        Spot::Whole if inner.is_empty() => At::File,
        Spot::Line(line) => At::Line(*line),
        spot => At::Pointer(spot.pointer(inner)),
    };
    Location { file, at }
}
