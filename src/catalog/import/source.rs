//! The sources that claims cite: every file or folder that was named becomes one source, whose id derives from its
//! name. The date of a source is that of its newest record, or else of the file.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Map, Value};

use super::gather::Gathered;
use super::slug::slug;
use crate::catalog::claim::latest_day;

/// The format of a document that is a catalogue of this program.
pub(super) const CATALOGUE: &str = "catalogue";

/// How the claims of a document cite it.
#[derive(Debug, Default)]
pub(super) struct Cited {
    /// The id of the source.
    pub(super) source: String,
    /// Whether anything cites it: the claims of a catalogue keep their own sources.
    pub(super) is_used: AtomicBool,
    /// The date of the document, for records without their own.
    pub(super) as_of: String,
    /// The prefix of JSON pointers within the source; empty if the source is a single file.
    pub(super) prefix: String,
}

impl Cited {
    /// Notes that a claim cites the document.
    pub(super) fn cite(&self) {
        self.is_used.store(true, Ordering::Relaxed);
    }
}

/// A document as far as citations need it.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// The file or folder that was named.
    pub(super) named: String,
    /// The path of the document within the folder; empty if the file itself was named.
    pub(super) inner: String,
    /// The day of its last modification; `None` if unknown.
    pub(super) changed: Option<String>,
    /// Its format, in words.
    pub(super) format: &'static str,
}

/// Adds sources for the documents to those of the base catalogue. Returns all sources, and how each document is cited.
pub(super) fn sources(
    origins: &[Origin],
    gathered: &Gathered,
    base: &[Map<String, Value>],
) -> (Vec<Map<String, Value>>, Vec<Cited>) {
    let mut register = Register::of(base);
    let newest = newest(origins, gathered);
    let mut by_name: HashMap<&str, String> = HashMap::new();
    let mut cited: Vec<Cited> = Vec::with_capacity(origins.len());
    for (origin, newest) in origins.iter().zip(newest) {
        let as_of = origin.changed.clone().unwrap_or_else(|| "undated".to_owned());
        let prefix = if origin.inner.is_empty() { String::new() } else { format!("{}#", origin.inner) };
        // A document without records is not cited.
        let Some(newest) = newest else {
            cited.push(Cited { as_of, prefix, ..Cited::default() });
            continue;
        };
        let source = by_name.entry(&origin.named).or_insert_with(|| register.id_for(origin)).clone();
        register.note(&source, origin, latest(&newest, &as_of));
        cited.push(Cited { source, as_of, prefix, ..Cited::default() });
    }
    register.all.sort_by(|a, b| id_of(a).cmp(id_of(b)));
    (register.all, cited)
}

/// Sources that are found by their id.
struct Register {
    all: Vec<Map<String, Value>>,
    places: HashMap<String, usize>,
}

impl Register {
    fn of(base: &[Map<String, Value>]) -> Self {
        let places = base.iter().enumerate().rev().map(|(place, source)| (id_of(source).to_owned(), place)).collect();
        Self { all: base.to_vec(), places }
    }

    /// The id of the source for a document: an existing source of the same file, or else an unused id.
    fn id_for(&self, origin: &Origin) -> String {
        let wanted = slug(stem(&origin.named), "source");
        let title = title_of(origin);
        let is_other = |id: &str| {
            let known = self.places.get(id).map(|place| &self.all[*place]);
            known.is_some_and(|source| source.get("title").and_then(Value::as_str) != Some(title.as_str()))
        };
        let mut id = wanted.clone();
        let mut number = 1;
        while is_other(&id) {
            number += 1;
            id = format!("{wanted}-{number}");
        }
        id
    }

    /// Adds a source, or updates the date of an existing one.
    fn note(&mut self, id: &str, origin: &Origin, date: &str) {
        if let Some(place) = self.places.get(id) {
            let known = &mut self.all[*place];
            if later(date, known.get("as_of").and_then(Value::as_str).unwrap_or_default()) {
                known.insert("as_of".to_owned(), date.into());
            }
            return;
        }
        let members = [
            ("id", id.to_owned()),
            ("title", title_of(origin)),
            ("as_of", date.to_owned()),
            ("grade", "B".to_owned()),
            ("licence", "not stated".to_owned()),
        ];
        self.places.insert(id.to_owned(), self.all.len());
        self.all.push(members.into_iter().map(|(key, value)| (key.to_owned(), value.into())).collect());
    }
}

/// The sources without those of catalogues that nothing cites.
pub(super) fn used<'s>(
    sources: &'s [Map<String, Value>],
    origins: &[Origin],
    cited: &[Cited],
    base: &[Map<String, Value>],
) -> impl Iterator<Item = &'s Map<String, Value>> {
    let is_idle = |(cited, origin): &(&Cited, &Origin)| {
        origin.format == CATALOGUE && !cited.is_used.load(Ordering::Relaxed) && !cited.source.is_empty()
    };
    let idle = cited.iter().zip(origins).filter(is_idle).map(|(cited, _)| cited.source.as_str());
    let idle: BTreeSet<String> =
        idle.filter(|id| !base.iter().any(|source| id_of(source) == *id)).map(str::to_owned).collect();
    sources.iter().filter(move |source| !idle.contains(id_of(source)))
}

fn id_of(source: &Map<String, Value>) -> &str {
    source.get("id").and_then(Value::as_str).unwrap_or_default()
}

/// The date of the newest record of each document; `None` if it has no records, empty if none is dated.
fn newest(origins: &[Origin], gathered: &Gathered) -> Vec<Option<String>> {
    let mut newest: Vec<Option<String>> = vec![None; origins.len()];
    for item in gathered.programs.iter().chain(&gathered.courses).filter(|item| !item.is_base) {
        let document = gathered.records[item.record as usize].document as usize;
        let own = item.as_of.map_or("", |as_of| gathered.words.text(as_of));
        let entry = newest[document].get_or_insert_default();
        if later(own, entry) {
            own.clone_into(entry);
        }
    }
    newest
}

/// The name of a file without its folder and extensions.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    if stem.is_empty() || stem == "-" { "standard-input" } else { stem }
}

fn title_of(origin: &Origin) -> String {
    let name = origin.named.rsplit(['/', '\\']).next().unwrap_or(&origin.named);
    let name = if name == "-" { "standard input" } else { name };
    crate::catalog::printable(&format!("{name} ({})", origin.format)).into_owned()
}

/// The date of the records, or else that of the file.
fn latest<'d>(own: &'d str, of_file: &'d str) -> &'d str {
    if own.is_empty() { of_file } else { own }
}

/// Whether a date is later than another; text that is not a date comes before all dates.
pub(super) fn later(date: &str, than: &str) -> bool {
    day(date) > day(than)
}

/// A date as a number for comparison; 0 if it is undated or no date.
pub(super) fn day(text: &str) -> u32 {
    latest_day(text).unwrap_or(0)
}
