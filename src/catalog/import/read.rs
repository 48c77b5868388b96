//! Reads documents in the form they have, hands each record to the reader of its format, and accounts for
//! every record exactly once.

mod account;
mod batch;
mod catalogue;
mod envelope;
mod foreign;
mod graphs;
mod markdown;
mod page;
mod pages;
mod reading;
mod rows;
mod table;
mod wrapper;

use std::cell::{Cell, RefCell};
use std::io::{self, BufRead, Cursor, Read};

use jiff::civil::Date;

use super::cut::{self, Piece};
use super::document::Document;
use super::gather::{Gathered, Spot};
use super::json::{Map, Value};
use super::own::Own;
use super::report::{At, Outcome, Report};
use super::sniff::{self, Form, Shape};
use super::source::{self, Origin};
use super::{FactsFile, Format, date};
use crate::files::{ReadError, whole_text};
use crate::parallel;
use batch::Batch;
pub use foreign::is_foreign;
use pages::Page;
use reading::{Reading, shape};

/// The number of bytes that are examined to detect the form of a document.
const SNIFFED: u64 = 64 << 10;
/// The largest document, in bytes, that is read as a whole.
const MAX_WHOLE: u64 = 256 << 20;
/// The greatest number of records that a run reads.
const MAX_RECORDS: usize = 5_000_000;
/// The number of records in unknown formats after which a document without any other is given up.
const MAX_UNKNOWN: usize = 10_000;
/// The deepest place of a wrapper in wrappers.
const MAX_WRAPPED: usize = 12;
/// The number of records between two reports of progress.
const STEP: usize = 1000;

/// Reads the documents of a run and collects the results.
pub(super) struct DocumentReader<'r> {
    pub(super) gathered: Gathered,
    pub(super) report: Report,
    pub(super) origins: Vec<Origin>,
    /// The format of all documents; `None` to detect it.
    pub(super) format: Option<Format>,
    /// The day of the run.
    pub(super) today: Date,
    pub(super) progress: &'r mut dyn FnMut(usize),
    /// Input catalogues, whose sources and institutions the result takes over.
    pub(super) catalogs: Vec<Own>,
    /// Files of facts, which are merged after all programs have been read.
    pub(super) facts: Vec<FactsFile>,
    pub(super) seen: usize,
    /// The pages of longer lists.
    pages: Vec<Page>,
}

/// The document that is being read.
struct Current<'d> {
    name: &'d str,
    is_named: bool,
    number: u32,
    /// Whether a record of a known format has been found in it.
    has_known: bool,
    /// The number of its records in other formats.
    unknown: usize,
    /// The text of the web page around the data; empty for other documents.
    page: String,
}

impl<'r> DocumentReader<'r> {
    /// Creates a reader that has read nothing yet.
    pub(super) fn new(format: Option<Format>, today: Date, progress: &'r mut dyn FnMut(usize)) -> Self {
        Self {
            gathered: Gathered::default(),
            report: Report::default(),
            origins: Vec::new(),
            format,
            today,
            progress,
            catalogs: Vec::new(),
            facts: Vec::new(),
            seen: 0,
            pages: Vec::new(),
        }
    }

    /// The name of a document and the catalogue in it, if the document is a catalogue that keeps every rule.
    pub(super) fn first_catalog(&self, document: &Document) -> Option<(String, Own)> {
        let (mut text, _) = document.text().ok()?;
        let start = start_of(&mut text).ok()?;
        if self.form(&String::from_utf8_lossy(&start)) != Form::Own {
            return None;
        }
        let text = whole(Cursor::new(start).chain(text)).ok()?;
        crate::catalog::Catalog::from_text(&text).ok()?;
        Some((document.name.clone(), serde_json::from_str(&text).ok()?))
    }
}

impl DocumentReader<'_> {
    /// Reads a document.
    pub(super) fn document(&mut self, document: &Document) {
        let number = self.origins.len() as u32;
        let inner = document.name.strip_prefix(&document.origin).unwrap_or_default().trim_start_matches('/').to_owned();
        self.origins.push(Origin {
            named: document.origin.clone(),
            inner,
            changed: document.changed.clone().filter(|changed| !date::is_to_come(changed, self.today)),
            format: "of no known format",
        });
        let mut current = Current {
            name: &document.name,
            is_named: document.is_named,
            number,
            has_known: false,
            unknown: 0,
            page: String::new(),
        };
        if let Some(changed) = document.changed.as_deref().filter(|changed| date::is_to_come(changed, self.today)) {
            let remark = format!("was changed on {changed}, which is still to come; the date was not used");
            self.remark(&current, At::File, None, &remark);
        }
        if let Err(error) = self.read(document, &mut current) {
            self.settle(&current, At::File, Outcome::Rejected, &format!("cannot be read: {error}"));
        }
        if current.unknown > 0 && !current.has_known {
            self.remark(&current, At::File, None, &format!("nothing in it could be used; {}", sniff::ACCEPTED));
        }
    }

    fn read(&mut self, document: &Document, current: &mut Current<'_>) -> io::Result<()> {
        let start = {
            let mut bytes = document.bytes()?;
            bytes.fill_buf()?.iter().take(16).copied().collect::<Vec<u8>>()
        };
        if let Some(name) = sniff::binary(&start) {
            self.refuse(current, At::File, name);
            return Ok(());
        }
        let (mut text, detected) = document.text()?;
        let mut start = start_of(&mut text)?;
        let skipped = envelope::before_json(&String::from_utf8_lossy(&start)).filter(|end| *end <= start.len());
        // Blanks in its place, so that lines are counted as they are in the file.
        start[..skipped.unwrap_or_default()].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        let head = String::from_utf8_lossy(&start).into_owned();
        let form = self.form(&head);
        if skipped.is_some() {
            self.remark(current, At::File, None, "what stands before its JSON was skipped");
        }
        if let Some(remark) = detected.remark() {
            self.remark(current, At::File, None, &remark);
        }
        let text = io::BufReader::with_capacity(256 << 10, Cursor::new(start).chain(text));
        self.origins[current.number as usize].format = name_of(form);
        match form {
            Form::Refused(name) => self.refuse(current, At::File, name),
            Form::Json => self.json(current, |each| cut::records(text, each))?,
            Form::JsonLines => self.json(current, |each| cut::lines(text, each))?,
            Form::Html => self.page(current, &whole(text)?),
            Form::Table(..) if markdown::has_table(&head) => self.markdown(current, &whole(text)?),
            Form::Table(delimiter, above) => self.table(current, text, delimiter, above),
            Form::Own => self.own(current, &whole(text)?),
            Form::Facts => {
                let bytes = whole(text)?.into_bytes();
                self.facts.push(FactsFile { name: current.name.to_owned(), bytes });
            }
        }
        Ok(())
    }

    fn form(&self, start: &str) -> Form {
        let found = sniff::form(start);
        match self.format {
            Some(Format::Csv) => sniff::forced_table(start),
            Some(Format::Facts) => Form::Facts,
            Some(Format::Own) => Form::Own,
            Some(_) if matches!(found, Form::Table(..) | Form::Facts) => {
                Form::Refused("a table, though `--format` names another format")
            }
            _ => found,
        }
    }

    /// Reads records on several threads, and processes the results in the order of the records.
    fn json(
        &mut self,
        current: &mut Current<'_>,
        cut: impl FnOnce(&mut dyn FnMut(Piece<&[u8]>) -> bool) -> io::Result<()>,
    ) -> io::Result<()> {
        let goes_on = Cell::new(true);
        let format = self.format;
        let mut outcome = Ok(());
        // Used again, because large blocks are costly to get and to give back.
        let spare: RefCell<Vec<Batch>> = RefCell::default();
        parallel::in_order(
            |batch: Batch| {
                let readings = batch.read(format);
                (batch, readings)
            },
            |(batch, readings)| {
                for (piece, reading) in batch.pieces().zip(readings) {
                    goes_on.set(goes_on.get() && self.piece(current, piece, reading));
                }
                spare.borrow_mut().push(batch.emptied());
            },
            |hand_out| {
                let mut batch = Batch::default();
                outcome = cut(&mut |piece| {
                    batch.add(piece);
                    if batch.is_full() {
                        let next = spare.borrow_mut().pop().unwrap_or_default();
                        hand_out(std::mem::replace(&mut batch, next));
                    }
                    goes_on.get()
                });
                hand_out(batch);
            },
        );
        outcome
    }

    /// Processes a piece; returns whether to continue with the document.
    fn piece(&mut self, current: &mut Current<'_>, piece: Piece<&[u8]>, reading: Option<Reading>) -> bool {
        if piece.list == cut::PAGE {
            let around = piece.text.ok().and_then(|text| serde_json::from_slice::<Value<'_>>(text).ok());
            if let (Some(Value::Object(around)), Some(held)) = (around, piece.number) {
                self.note_page(current, &around, held);
            }
            return true;
        }
        let (at, spot) = match (piece.number, piece.list) {
            (Some(number), list) => (At::Pointer(format!("{list}/{number}")), Spot::Item(list, number)),
            (None, cut::LINES) => (At::Line(piece.line), Spot::Line(piece.line)),
            (None, _) => (At::Pointer(String::new()), Spot::Whole),
        };
        let text = match piece.text {
            Ok(text) => text,
            Err(reason) => {
                self.settle(current, At::Line(piece.line), Outcome::Rejected, reason);
                return self.may_go_on(current);
            }
        };
        if let Some(reading) = reading {
            self.reading(current, reading, at, spot);
            return self.may_go_on(current);
        }
        match serde_json::from_slice(text) {
            Ok(value) => self.value(current, &value, at, spot),
            Err(error) => {
                let line = At::Line(piece.line + (error.line() as u64).saturating_sub(1));
                self.settle(current, line, Outcome::Rejected, &format!("is not valid JSON: {error}"));
                self.may_go_on(current)
            }
        }
    }

    /// Reads a value as a record; returns whether to go on with the document.
    fn value(&mut self, current: &mut Current<'_>, value: &Value<'_>, at: At, spot: Spot) -> bool {
        let Value::Object(map) = value else {
            let (outcome, reason) = match value {
                Value::String(_) => (Outcome::LeftOut, ONLY_IDENTIFIER),
                _ => (Outcome::Rejected, "is neither a program nor a course"),
            };
            self.settle(current, at, outcome, reason);
            return self.may_go_on(current);
        };
        let shape = shape(map, self.format);
        let reading = Reading::in_camel_case(map, self.format).or_else(|| Reading::of(map, shape));
        if let Some(reading) = reading {
            self.reading(current, reading, at, spot);
            return self.may_go_on(current);
        }
        match shape {
            Shape::Page(list) => return self.inner_page(current, map, list, &spot),
            Shape::Refused(name) if spot == Spot::Whole => {
                self.refuse(current, at, name);
                return false;
            }
            Shape::Unknown => return self.wrapper(current, map, at, &spot),
            Shape::Refused(name) => return self.unknown(current, at, &format!("seems to be {name}")),
            Shape::LeftOut(reason) => {
                current.has_known = true;
                self.settle(current, at, Outcome::LeftOut, reason);
            }
            shape => self.linked(current, value, shape, at, &spot),
        }
        self.may_go_on(current)
    }

    /// Reads the records in an object that is of no known shape itself; returns whether to go on with the document.
    fn wrapper(&mut self, current: &mut Current<'_>, map: &Map<'_>, at: At, spot: &Spot) -> bool {
        let inner = match wrapper::source(map, self.format) {
            Some(source) => vec![source],
            None if *spot == Spot::Whole => wrapper::records(map, self.format),
            None if is_identifier(map) => {
                self.settle(current, at, Outcome::LeftOut, ONLY_IDENTIFIER);
                return self.may_go_on(current);
            }
            None => return self.unknown(current, at, "the record is in an unknown format"),
        };
        if inner.is_empty() {
            self.refuse(current, at, "JSON in an unknown format");
            return false;
        }
        inner.into_iter().all(|(inner, value)| {
            let path = format!("{}{inner}", spot.pointer(""));
            // Without a limit, wrappers in wrappers could make this recursion exhaust the stack.
            if wrapper::is_entry(value) && path.matches('/').count() > MAX_WRAPPED {
                self.settle(current, At::Pointer(path), Outcome::Rejected, "is nested too deep");
                return true;
            }
            self.value(current, value, At::Pointer(path.clone()), Spot::Path(path.into()))
        })
    }

    fn inner_page(&mut self, current: &mut Current<'_>, map: &Map<'_>, list: &str, spot: &Spot) -> bool {
        let mut prefix = format!("{}/{list}", spot.pointer(""));
        let (mut inner, mut around) = (map.get(list), map);
        if let Some(objects) = inner.and_then(Value::as_object) {
            (inner, around) = (objects.get("results"), objects);
            prefix.push_str("/results");
        }
        let items = inner.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        self.note_page(current, around, items.len() as u64);
        items.iter().enumerate().all(|(number, item)| {
            let path = format!("{prefix}/{number}");
            let is_page = item.as_object().is_some_and(|map| matches!(shape(map, self.format), Shape::Page(_)));
            // Without a limit, pages nested in pages could make this recursion exhaust the stack.
            if is_page && prefix.matches('/').count() > 8 {
                self.settle(current, At::Pointer(path), Outcome::Rejected, "is nested too deep");
                return true;
            }
            self.value(current, item, At::Pointer(path.clone()), Spot::Path(path.into()))
        })
    }

    /// Processes what a single record states.
    fn reading(&mut self, current: &mut Current<'_>, reading: Reading, at: At, spot: Spot) {
        self.origins[current.number as usize].format = reading.format;
        self.found(current, reading.found, reading.remarks, at, spot);
    }
}

/// Why a record without anything else is left out.
const ONLY_IDENTIFIER: &str = "only an identifier, without any facts";

/// Whether a record has nothing but identifiers.
fn is_identifier(map: &Map<'_>) -> bool {
    map.len() > 0 && map.keys().all(|key| matches!(key, "uuid" | "id" | "key" | "objectID" | "aggregation_key"))
}

/// Reads the bytes by which the form of a document is detected.
fn start_of(text: impl Read) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    text.take(SNIFFED).read_to_end(&mut start)?;
    Ok(start)
}

/// Reads the text of a document as a whole; an error if it is larger than [`MAX_WHOLE`].
fn whole(text: impl Read) -> io::Result<String> {
    whole_text(text, MAX_WHOLE).map_err(|error| match error {
        ReadError::TooLong(_) => io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 256 MiB"),
        error => error.into_io(),
    })
}

fn name_of(form: Form) -> &'static str {
    match form {
        Form::Own => source::CATALOGUE,
        Form::Json | Form::JsonLines => "JSON",
        Form::Html => "schema.org in a web page",
        Form::Table(..) => "table",
        Form::Facts => "facts",
        Form::Refused(_) => "of no known format",
    }
}
