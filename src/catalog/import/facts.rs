//! Files of facts, whose rows each add a claim to a program of a catalogue. Nothing is replaced and nothing is guessed:
//! a row that cannot be used is reported with its line and the reason. The resulting catalogue does not depend on the
//! order of files and rows, or on how often they are merged.

mod claims;
mod contradict;
mod document;
mod fields;
mod merge;
mod numbers;
mod row_error;
mod sources;
mod table;
mod values;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub use document::Document;

use jiff::civil::Date;

use crate::catalog::{Basis, day_number, did_you_mean, printable};

use super::{At, Location, Note, Outcome, Report, slug};
use claims::{Draft, FactRow, Groups, basis_by_note};
use fields::{Column, Field};
use row_error::RowError;
use sources::Sources;
use table::{Row, Table};

/// At most this many unknown ids get a suggestion, because searching a large catalogue for the nearest one is slow.
const MAX_SUGGESTIONS: usize = 100;

/// A file of facts, read into memory.
#[derive(Clone, Debug)]
pub struct FactsFile {
    /// The name used in the report.
    pub name: String,
    /// The contents of the file.
    pub bytes: Vec<u8>,
}

/// A catalogue with facts merged into it.
#[derive(Debug)]
pub struct Merged {
    /// The resulting catalogue.
    pub document: Document,
    /// What became of every row.
    pub report: Report,
}

/// Merges the facts of all files into a catalogue. Files may also be tables that describe the new sources. Facts
/// and sources dated after `today` are rejected.
pub fn merge_facts(document: Document, files: &[FactsFile], today: Date) -> Merged {
    let latest = day_number(today);
    let (sources, hints) = (Sources::before(latest), HashMap::new());
    let mut run = Run { document, report: Report::default(), sources, hints, latest };
    let mut facts = Vec::new();
    for file in files {
        match Table::open(&file.bytes, Column::named, |column| column == Column::Repeated) {
            Ok(table) if is_of_facts(&table) => facts.push((file, table)),
            Ok(table) => run.other_table(file, &table),
            Err(error) => run.refuse(file, &error.to_string()),
        }
    }
    let mut drafts = Vec::new();
    for (file, table) in facts {
        run.facts(file, table, &mut drafts);
    }
    // A claim that two files share must be credited to the same file, whatever their order.
    drafts.sort_by(|(file, a), (other, b)| {
        (&a.program, a.key, file, &a.lines).cmp(&(&b.program, b.key, other, &b.lines))
    });
    run.add(drafts);
    Merged { document: run.document, report: run.report.in_order() }
}

fn is_of_facts(table: &Table<'_, Column>) -> bool {
    Column::NEEDED.iter().all(|column| table.has(*column)) && (table.has(Column::Value) || table.has(Column::Low))
}

/// Says why a file is not a file of facts, as the end of a sentence that begins with its name.
fn lacks(table: &Table<'_, Column>) -> String {
    let missing = Column::NEEDED.iter().chain([&Column::Value]).filter(|column| !table.has(**column));
    let missing: Vec<String> = missing.map(|column| format!("`{}`", column.name())).collect();
    let others: Vec<String> = table.passed_over.iter().map(|name| format!("`{}`", printable(name))).collect();
    let others = match others.join(", ") {
        others if others.is_empty() => String::new(),
        others => format!("; its unknown columns are {others}"),
    };
    format!("is not a file of facts: it has no column {}{others}", missing.join(", "))
}

/// The state of a merge.
struct Run {
    document: Document,
    report: Report,
    sources: Sources,
    /// The suggestion for each unknown program id.
    hints: HashMap<String, String>,
    /// The last day, as `yyyymmdd`, that a fact can be from.
    latest: u32,
}

impl Run {
    fn refuse(&mut self, file: &FactsFile, reason: &str) {
        self.report.read(1);
        let place = Location { file: file.name.clone(), at: At::File };
        let note = Note { place, program: None, field: None, reason: reason.to_owned() };
        self.report.explain(Outcome::Rejected, note);
    }

    /// Reads a table of sources, or reports that a file is neither that nor a file of facts.
    fn other_table(&mut self, file: &FactsFile, of_facts: &Table<'_, Column>) {
        let table = Table::open(&file.bytes, sources::Column::named, |_| false);
        let is_of_sources = |table: &Table<'_, sources::Column>| {
            sources::Column::NEEDED.iter().all(|column| table.has(*column)) && !of_facts.has(Column::Field)
        };
        let Some(mut table) = table.ok().filter(is_of_sources) else { return self.refuse(file, &lacks(of_facts)) };
        let report = &mut self.report;
        self.sources.read(&mut table, |line, settled| {
            report.read(1);
            let place = Location { file: file.name.clone(), at: At::Line(line) };
            if let Err(reason) = settled {
                let note = Note { place: place.clone(), program: None, field: None, reason: reason.to_string() };
                report.explain(Outcome::Rejected, note);
            }
            place
        });
    }

    /// Reads the rows of a file of facts, and groups those that together make one claim.
    fn facts<'f>(&mut self, file: &'f FactsFile, mut table: Table<'_, Column>, drafts: &mut Vec<(&'f str, Draft)>) {
        for name in std::mem::take(&mut table.passed_over) {
            let reason = format!("the unknown column `{}` was ignored.{}", printable(&name), Column::suggestion(&name));
            self.report.remark(note(file, At::Line(1), None, None, reason));
        }
        let mut groups = Groups::default();
        while let Some(row) = table.next_row() {
            self.report.read(1);
            match row {
                Err(unread) => {
                    let note = note(file, At::Line(unread.line), None, None, unread.reason.to_string());
                    self.report.explain(Outcome::Rejected, note);
                }
                Ok(row) => match self.fact_row(&row) {
                    Ok(fact) => groups.add(fact),
                    Err(error) => self.reject(file, &row, &error),
                },
            }
        }
        let (claims, refused) = groups.claims();
        for refused in refused {
            for row in refused.rows {
                let note = note(
                    file,
                    At::Line(row.line),
                    Some(&row.program),
                    row.cells.get(&Column::Field),
                    refused.reason.to_string(),
                );
                self.report.explain(Outcome::Rejected, note);
            }
        }
        drafts.extend(claims.into_iter().map(|claim| (file.name.as_str(), claim)));
    }

    fn reject(&mut self, file: &FactsFile, row: &Row<Column>, error: &RowError) {
        let (program, field) = (row.cells.get(&Column::Program), row.cells.get(&Column::Field));
        let note = note(file, At::Line(row.line), program, field, error.to_string());
        self.report.explain(Outcome::Rejected, note);
    }

    /// Reads the cells that every claim needs, whatever its field.
    fn fact_row(&mut self, row: &Row<Column>) -> Result<FactRow, RowError> {
        let cell = |column| row.cells.get(&column).map(String::as_str);
        let program = cell(Column::Program).ok_or(RowError::NoProgram)?;
        self.check_program(program)?;
        let field = Field::named(cell(Column::Field).ok_or(RowError::NoField)?)?;
        let source = cell(Column::Source).ok_or(RowError::NoSource)?;
        if !slug::is_id(source) {
            return Err(RowError::NotASource(source.to_owned()));
        }
        let given = [Column::Value, Column::Low, Column::High].into_iter().find_map(cell).ok_or(RowError::NoValue)?;
        if values::is_placeholder(given) {
            return Err(RowError::Placeholder(given.to_owned()));
        }
        let note = cell(Column::Note).unwrap_or_default();
        let basis = match cell(Column::Basis) {
            None => basis_by_note(note),
            Some(text) => Basis::from_slug(&text.to_lowercase()).ok_or_else(|| RowError::NotABasis(text.to_owned()))?,
        };
        Ok(FactRow {
            line: row.line,
            program: program.to_owned(),
            field,
            source: source.to_owned(),
            as_of: cell(Column::AsOf).map(|text| numbers::as_of(text, self.latest)).transpose()?,
            grade: cell(Column::Grade).map(sources::grade).transpose()?,
            basis,
            cells: row.cells.clone(),
        })
    }

    fn check_program(&mut self, id: &str) -> Result<(), RowError> {
        if self.document.program(id).is_some() {
            return Ok(());
        }
        if !self.hints.contains_key(id) && self.hints.len() < MAX_SUGGESTIONS {
            let hint = did_you_mean(id, self.document.program_ids());
            self.hints.insert(id.to_owned(), hint);
        }
        Err(RowError::Program { id: id.to_owned(), hint: self.hints.get(id).cloned().unwrap_or_default() })
    }

    /// Adds each claim to its program.
    fn add(&mut self, drafts: Vec<(&str, Draft)>) {
        let before = self.document.clone();
        self.add_sources(&drafts);
        let inherited = merge::inherited(&self.document);
        let mut addresses = Addresses::of(&before);
        for (file, draft) in drafts {
            let claim = merge::claim(&draft, &inherited);
            let Some(record) = self.document.program_mut(&draft.program) else { continue };
            let known = before.program(&draft.program);
            let (outcome, against) = merge::add(record, known, draft.key, claim, &inherited);
            self.settle(file, &draft, outcome, against);
            if let Some(other) = addresses.owner(&draft) {
                let reason = format!("`{other}` has the same address");
                self.report.remark(remark(file, &draft, reason));
            }
        }
    }

    /// Adds the sources that claims cite and the catalogue lacks. If rows give several addresses for a source, the one
    /// that sorts first is taken.
    fn add_sources(&mut self, drafts: &[(&str, Draft)]) {
        let mut cited: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for (_, draft) in drafts {
            let address = draft.address.as_deref();
            let known = cited.entry(&draft.source).or_insert(address);
            *known = [*known, address].into_iter().flatten().min();
        }
        let ids = self.document.sources().filter_map(|source| source.get("id")?.as_str());
        let mut known: BTreeSet<String> = ids.map(str::to_owned).collect();
        let mut added = BTreeSet::new();
        let missing = cited.into_iter().filter(|(id, _)| known.insert((*id).to_owned()) && added.insert(*id));
        let records: Vec<_> = missing.map(|(id, address)| self.sources.record(id, address)).collect();
        self.document.add_sources(records);
        for (id, place) in self.sources.places() {
            if known.contains(id.as_str()) {
                self.report.settle(if added.remove(id.as_str()) { Outcome::Added } else { Outcome::AlreadyThere }, 1);
            } else {
                let reason = "no fact cites this source; it is added with the first fact that does".to_owned();
                self.report
                    .explain(Outcome::LeftOut, Note { place: place.clone(), program: None, field: None, reason });
            }
        }
    }

    /// Accounts for all rows that made up a claim.
    fn settle(&mut self, file: &str, draft: &Draft, outcome: Outcome, against: Option<String>) {
        match against {
            None => self.report.settle(outcome, draft.lines.len()),
            Some(shown) => {
                self.report.settle(outcome, draft.lines.len() - 1);
                self.report.explain(outcome, remark(file, draft, format!("the catalogue shows {shown}")));
            }
        }
        if let Some(reason) = &draft.remark {
            self.report.remark(remark(file, draft, reason.clone()));
        }
    }
}

fn note(file: &FactsFile, at: At, program: Option<&String>, field: Option<&String>, reason: String) -> Note {
    let place = Location { file: file.name.clone(), at };
    Note { place, program: program.cloned(), field: field.cloned(), reason }
}

fn remark(file: &str, draft: &Draft, reason: String) -> Note {
    let at = At::Line(draft.lines.first().copied().unwrap_or_default());
    let place = Location { file: file.to_owned(), at };
    Note { place, program: Some(draft.program.clone()), field: Some(draft.key.to_owned()), reason }
}

/// The program that owns each address, to report an address that appears under several ids.
struct Addresses(HashMap<String, String>);

impl Addresses {
    fn of(document: &Document) -> Self {
        let mut owners = HashMap::new();
        for program in document.programs() {
            let id = program.get("id").and_then(serde_json::Value::as_str).unwrap_or_default();
            for address in program.get("url").and_then(serde_json::Value::as_array).into_iter().flatten() {
                if let Some(address) = address.get("value").and_then(serde_json::Value::as_str) {
                    owners.entry(address.to_owned()).or_insert_with(|| id.to_owned());
                }
            }
        }
        Self(owners)
    }

    /// The other program that owns the address of a claim; `None` if there is none.
    fn owner(&mut self, draft: &Draft) -> Option<String> {
        let address = draft.keys.get("value").filter(|_| draft.key == "url")?.as_str()?;
        let owner = self.0.entry(address.to_owned()).or_insert_with(|| draft.program.clone());
        (*owner != draft.program).then(|| owner.clone())
    }
}
