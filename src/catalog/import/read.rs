//! Reads documents in the form they have, hands each record to the reader of its format, and accounts for
//! every record exactly once.

mod account;

use std::io::{self, BufRead, Cursor, Read};

use serde_json::{Map, Value};

use super::cut::{self, Piece};
use super::document::{Document, Lines};
use super::draft::Thing;
use super::found::Found;
use super::gather::{Gathered, Spot};
use super::linked::Graph;
use super::node::{Node, Remarks};
use super::own::{self, Own};
use super::report::{At, Outcome, Report};
use super::sheet::{self, Headings};
use super::sniff::{self, Form, Shape};
use super::source::Origin;
use super::{FactsFile, Format, ctdl, discovery, html, index, linked, mit, schema_org};

/// The number of bytes that are examined to detect the form of a document.
const SNIFFED: u64 = 64 << 10;
/// The largest document, in bytes, that is read as a whole.
const MAX_WHOLE: u64 = 256 << 20;
/// The greatest number of records that a run reads.
const MAX_RECORDS: usize = 5_000_000;
/// The number of records between two reports of progress.
const STEP: usize = 1000;

/// Reads the documents of a run and collects the results.
pub(super) struct DocumentReader<'r> {
    pub(super) gathered: Gathered,
    pub(super) report: Report,
    pub(super) origins: Vec<Origin>,
    /// The format of all documents; `None` to detect it.
    pub(super) format: Option<Format>,
    pub(super) progress: &'r mut dyn FnMut(usize),
    /// Input catalogues, whose sources and institutions the result takes over.
    pub(super) catalogs: Vec<Own>,
    /// Files of facts, which are merged after all programs have been read.
    pub(super) facts: Vec<FactsFile>,
    pub(super) seen: usize,
}

/// The document that is being read.
struct Current<'d> {
    name: &'d str,
    is_named: bool,
    number: u32,
    /// Whether a record of a known format has been found in it.
    has_known: bool,
    /// The text of the web page around the data; empty for other documents.
    page: String,
}

impl<'r> DocumentReader<'r> {
    /// Creates a reader that has read nothing yet.
    pub(super) fn new(format: Option<Format>, progress: &'r mut dyn FnMut(usize)) -> Self {
        Self {
            gathered: Gathered::default(),
            report: Report::default(),
            origins: Vec::new(),
            format,
            progress,
            catalogs: Vec::new(),
            facts: Vec::new(),
            seen: 0,
        }
    }

    /// The name of a document and the catalogue in it, if the document is a catalogue that keeps every rule.
    pub(super) fn first_catalog(&self, document: &Document) -> Option<(String, Own)> {
        let (mut text, _) = document.text().ok()?;
        let mut start = Vec::new();
        text.by_ref().take(SNIFFED).read_to_end(&mut start).ok()?;
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
            changed: document.changed.clone(),
            format: "of no known format",
        });
        let mut current = Current {
            name: &document.name,
            is_named: document.is_named,
            number,
            has_known: false,
            page: String::new(),
        };
        if let Err(error) = self.read(document, &mut current) {
            self.settle(&current, At::File, Outcome::Rejected, &format!("cannot be read: {error}"));
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
        let (mut text, encoding) = document.text()?;
        let mut start = Vec::new();
        text.by_ref().take(SNIFFED).read_to_end(&mut start)?;
        let form = self.form(&String::from_utf8_lossy(&start));
        if encoding != encoding_rs::UTF_8 {
            self.remark(current, At::File, None, &format!("was read as {}", encoding.name()));
        }
        let text = io::BufReader::with_capacity(256 << 10, Cursor::new(start).chain(text));
        self.origins[current.number as usize].format = name_of(form);
        match form {
            Form::Refused(name) => self.refuse(current, At::File, name),
            Form::Json => cut::records(text, &mut |piece| self.piece(current, &piece))?,
            Form::JsonLines => cut::lines(text, &mut |piece| self.piece(current, &piece))?,
            Form::Html => self.page(current, &whole(text)?),
            Form::Table(delimiter) => self.table(current, text, delimiter),
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
            Some(Format::Csv) => Form::Table(sniff::delimiter_of(sniff::heading_line(start).unwrap_or_default())),
            Some(Format::Facts) => Form::Facts,
            Some(Format::Own) => Form::Own,
            _ => found,
        }
    }

    fn piece(&mut self, current: &mut Current<'_>, piece: &Piece<'_>) -> bool {
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
        match serde_json::from_slice(text) {
            Ok(value) => self.value(current, &value, at, spot),
            Err(error) => {
                let line = At::Line(piece.line + (error.line() as u64).saturating_sub(1));
                self.settle(current, line, Outcome::Rejected, &error.to_string());
                self.may_go_on(current)
            }
        }
    }

    /// Reads a value as a record; returns whether to go on with the document.
    fn value(&mut self, current: &mut Current<'_>, value: &Value, at: At, spot: Spot) -> bool {
        let Value::Object(map) = value else {
            let (outcome, reason) = match value {
                Value::String(_) => (Outcome::LeftOut, "an identifier alone, without any fact"),
                _ => (Outcome::Rejected, "is neither a program nor a course"),
            };
            self.settle(current, at, outcome, reason);
            return self.may_go_on(current);
        };
        match self.shape(map) {
            Shape::Page(list) => return self.inner_page(current, map, list, &spot),
            Shape::Refused(name) if !current.has_known => {
                self.refuse(current, at, name);
                return false;
            }
            Shape::Unknown if !current.has_known => {
                self.refuse(current, at, "JSON of no known format");
                return false;
            }
            Shape::Refused(name) => self.settle(current, at, Outcome::Rejected, &format!("seems to be {name}")),
            Shape::Unknown => self.settle(current, at, Outcome::Rejected, "is a record of no known format"),
            Shape::LeftOut(reason) => {
                current.has_known = true;
                self.settle(current, at, Outcome::LeftOut, reason);
            }
            shape @ (Shape::SchemaOrg | Shape::Ctdl) => self.linked(current, value, shape, at, &spot),
            shape => self.record(current, map, shape, at, spot),
        }
        self.may_go_on(current)
    }

    fn shape(&self, map: &Map<String, Value>) -> Shape {
        let found = sniff::shape(map);
        if matches!(found, Shape::Refused(_) | Shape::Page(_)) {
            return found;
        }
        let is_course = map.contains_key("course_runs");
        match self.format {
            Some(Format::Discovery)
                if matches!(
                    found,
                    Shape::Unknown | Shape::Learn | Shape::OnlineProgram | Shape::OnlineCourse | Shape::PublicIndex
                ) =>
            {
                if is_course {
                    Shape::DiscoveryCourse
                } else {
                    Shape::DiscoveryProgram
                }
            }
            Some(Format::Index) if found != Shape::EnterpriseIndex => Shape::PublicIndex,
            Some(Format::SchemaOrg) => Shape::SchemaOrg,
            Some(Format::Ctdl) => Shape::Ctdl,
            Some(Format::MitLearn) => Shape::Learn,
            Some(Format::MitxOnline) if found != Shape::OnlineCourse => Shape::OnlineProgram,
            _ => found,
        }
    }

    fn inner_page(&mut self, current: &mut Current<'_>, map: &Map<String, Value>, list: &str, spot: &Spot) -> bool {
        let mut prefix = format!("{}/{list}", spot.pointer(""));
        let mut inner = map.get(list);
        if let Some(objects) = inner.and_then(Value::as_object) {
            inner = objects.get("results");
            prefix.push_str("/results");
        }
        let items = inner.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        items.iter().enumerate().all(|(number, item)| {
            let path = format!("{prefix}/{number}");
            let is_page = item.as_object().is_some_and(|map| matches!(self.shape(map), Shape::Page(_)));
            // Without a limit, pages nested in pages could make this recursion exhaust the stack.
            if is_page && prefix.matches('/').count() > 8 {
                self.settle(current, At::Pointer(path), Outcome::Rejected, "is nested too deep");
                return true;
            }
            self.value(current, item, At::Pointer(path.clone()), Spot::Path(path.into()))
        })
    }

    fn record(&mut self, current: &mut Current<'_>, map: &Map<String, Value>, shape: Shape, at: At, spot: Spot) {
        let remarks = Remarks::default();
        let node = Node::new(map, &remarks);
        let (found, format) = match shape {
            Shape::DiscoveryProgram => (discovery::program(&node), "Open edX course-discovery"),
            Shape::DiscoveryCourse => (discovery::course::course(&node), "Open edX course-discovery"),
            Shape::DiscoveryRun => (discovery::course::run(&node), "Open edX course-discovery"),
            Shape::DiscoveryPathway => (discovery::pathway(&node), "Open edX course-discovery"),
            Shape::PublicIndex => (index::public(&node), "edX search index"),
            Shape::EnterpriseIndex => (index::enterprise(&node), "edX enterprise index"),
            Shape::OnlineProgram => (mit::online_program(&node), "MITx Online"),
            Shape::OnlineCourse => (mit::online_course(&node), "MITx Online"),
            _ => (mit::learn(&node), "MIT Learn"),
        };
        self.origins[current.number as usize].format = format;
        self.found(current, found, remarks, at, spot);
    }

    /// Reads all programs and courses in a document of linked data.
    fn linked(&mut self, current: &mut Current<'_>, value: &Value, shape: Shape, at: At, spot: &Spot) {
        let value = value.get("decoded_resource").unwrap_or(value);
        let document = linked::plain(value);
        let graph = Graph::of(&document);
        let is_ctdl = shape == Shape::Ctdl;
        let entries = if is_ctdl { ctdl::entries(&document, &graph) } else { schema_org::entries(&document, &graph) };
        if entries.is_empty() {
            let reason = "linked data without a program or a course";
            return self.settle(current, at, Outcome::LeftOut, reason);
        }
        self.origins[current.number as usize].format = if is_ctdl { "CTDL" } else { "schema.org" };
        for entry in entries {
            let remarks = Remarks::default();
            let found = if is_ctdl {
                ctdl::entry(entry.map, &graph, &remarks)
            } else {
                schema_org::entry(&entry, &graph, &current.page, &remarks)
            };
            let path = format!("{}{}", spot.pointer(""), entry.at);
            self.found(current, found, remarks, At::Pointer(path.clone()), Spot::Path(path.into()));
        }
    }

    fn page(&mut self, current: &mut Current<'_>, page: &str) {
        let blocks = html::blocks(page);
        if blocks.is_empty() {
            return self.refuse(current, At::File, "a web page without data for machines (JSON-LD)");
        }
        current.page = html::words(page);
        for block in blocks {
            let at = At::Pointer(format!("/script/{}", block.number));
            match block.data {
                Ok(Value::Array(items)) => {
                    let joined = Value::Object(Map::from_iter([("@graph".to_owned(), Value::Array(items))]));
                    self.linked_block(current, &joined, at, block.number);
                }
                Ok(value) => self.linked_block(current, &value, at, block.number),
                Err(error) => self.settle(current, at, Outcome::Rejected, &error.to_string()),
            }
        }
    }

    fn linked_block(&mut self, current: &mut Current<'_>, value: &Value, at: At, number: usize) {
        self.value(current, value, at, Spot::Path(format!("/script/{number}").into()));
    }

    fn table(&mut self, current: &mut Current<'_>, text: impl BufRead, delimiter: u8) {
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Lines::new(text));
        let mut headings: Option<Headings> = None;
        for cells in rows.records() {
            let cells = match cells {
                Ok(cells) => cells,
                Err(error) => {
                    self.settle(current, At::File, Outcome::Rejected, &format!("a row cannot be read: {error}"));
                    continue;
                }
            };
            let line = cells.position().map_or(0, csv::Position::line);
            let is_empty = cells.iter().all(|cell| cell.trim().is_empty());
            let names_delimiter = headings.is_none() && cells.get(0).is_some_and(|cell| cell.starts_with("sep="));
            match &headings {
                _ if is_empty || names_delimiter => {}
                None => headings = Some(self.headings(current, &cells, line)),
                Some(headings) => {
                    let remarks = Remarks::default();
                    let found = sheet::row(&sheet::Row { headings, cells: &cells, remarks: &remarks });
                    self.found(current, found, remarks, At::Line(line), Spot::Line(line));
                }
            }
            if self.seen >= MAX_RECORDS {
                break;
            }
        }
    }

    fn headings(&mut self, current: &Current<'_>, cells: &csv::StringRecord, line: u64) -> Headings {
        let headings = Headings::of_row(cells);
        let unknown = headings.unknown().join(", ");
        if !unknown.is_empty() {
            self.remark(
                current,
                At::Line(line),
                None,
                &format!("these columns have no meaning here and were not read: {unknown}"),
            );
        }
        headings
    }

    fn own(&mut self, current: &mut Current<'_>, text: &str) {
        let checked = crate::catalog::Catalog::from_text(text);
        let read = serde_json::from_str::<Own>(text);
        let (Ok(_), Ok(catalog)) = (&checked, read) else {
            let reasons = checked.err().map_or_else(|| vec!["is no catalogue".to_owned()], |error| explained(&error));
            for reason in reasons {
                self.settle(current, At::File, Outcome::Rejected, &reason);
            }
            return;
        };
        current.has_known = true;
        for (list, thing) in [("courses", Thing::Course), ("programs", Thing::Program)] {
            let records = if thing == Thing::Course { &catalog.courses } else { &catalog.programs };
            for (number, record) in records.iter().enumerate() {
                let found = own::draft(record, thing)
                    .map_or_else(|| Found::Rejected("cannot be read".to_owned()), Found::draft);
                let path = format!("/{list}/{number}");
                self.found(current, found, Remarks::default(), At::Pointer(path.clone()), Spot::Path(path.into()));
            }
        }
        self.catalogs.push(catalog);
    }
}

/// Reads the text of a document as a whole; an error if it is larger than [`MAX_WHOLE`].
fn whole(text: impl Read) -> io::Result<String> {
    let mut whole = String::new();
    text.take(MAX_WHOLE + 1).read_to_string(&mut whole)?;
    if whole.len() as u64 > MAX_WHOLE {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 256 MiB"));
    }
    Ok(whole)
}

fn explained(error: &crate::catalog::CatalogError) -> Vec<String> {
    match error {
        crate::catalog::CatalogError::Rejected(problems) => problems.iter().map(ToString::to_string).collect(),
        error => vec![error.to_string()],
    }
}

fn name_of(form: Form) -> &'static str {
    match form {
        Form::Own => "catalogue",
        Form::Json | Form::JsonLines => "JSON",
        Form::Html => "schema.org in a web page",
        Form::Table(_) => "table",
        Form::Facts => "facts",
        Form::Refused(_) => "of no known format",
    }
}
