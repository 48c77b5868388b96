//! Detects what a document is, from its content and never from its name, and below what a record is. Known formats that are not
//! accepted are named, so that a refusal says what the file seems to be.

mod named;
mod person;
mod record;
mod rows;
mod table;

use super::json::{Map, Value};
use super::vocabulary;
use table::table;

pub(super) use named::strange;
pub(super) use record::shape;
pub(super) use rows::{csv_reader, forced_table, is_row};

/// The accepted formats, to end every refusal.
pub(super) const ACCEPTED: &str = "accepted formats: saved pages of Open edX course-discovery, records of the edX \
                                   search indexes, schema.org or CTDL as JSON-LD, MITx Online, MIT Learn, tables as \
                                   CSV, facts files and catalogues of this program";

/// The form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A catalogue of this program.
    Own,
    /// JSON, with its records in lists or pages.
    Json,
    /// JSON Lines: one record on each line.
    JsonLines,
    /// A web page, with its data in scripts.
    Html,
    /// A table, with the byte between its cells and the number of its rows above the headings.
    Table(u8, usize),
    /// A table of facts about existing programs, or of the sources of facts.
    Facts,
    /// Not readable; with what it seems to be.
    Refused(&'static str),
}

/// The first bytes of binary formats.
const BINARY: [(&[u8], &str); 13] = [
    (b"PK\x03\x04", "a workbook or another ZIP archive; save its sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old workbook; save its sheet as CSV"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"prospectus/bin", "a compiled catalogue; name its JSON"),
    (b"PAR1", "a Parquet file"),
    (b"RIFF", "a picture or a sound"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "an archive inside an archive; unpack it once"),
];

/// The name of the binary format that begins with these bytes; `None` if it is none of them.
pub(super) fn binary(start: &[u8]) -> Option<&'static str> {
    BINARY.iter().find(|(magic, _)| start.starts_with(magic)).map(|(_, name)| *name)
}

/// The characters of a text for each zero byte that it may contain: some exports fill their cells with them.
const CHARS_PER_ZERO: usize = 16;

fn is_binary(text: &str) -> bool {
    let zeros = text.bytes().filter(|byte| *byte == 0).count();
    zeros * CHARS_PER_ZERO > text.len()
}

/// The form of a document that begins with this text.
pub(super) fn form(start: &str) -> Form {
    let text = start.trim_start();
    match text.chars().next() {
        None => Form::Refused("an empty file"),
        Some(_) if is_binary(text) => Form::Refused("a binary file"),
        Some('{') if is_own(text) => Form::Own,
        Some('{' | '[') => json(text),
        Some('"') if text.lines().next().is_some_and(|line| serde_json::from_str::<Value<'_>>(line).is_ok()) => {
            Form::Json
        }
        Some('<') => markup(text),
        Some(_) if is_web_archive(text) => Form::Refused("a web archive (MHTML); save the page as HTML"),
        Some(_) => table(text),
    }
}

/// Whether a text is a page as browsers save it in a single file, in the form of an e-mail.
fn is_web_archive(text: &str) -> bool {
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    head.contains("mime-version:") && head.contains("multipart/related")
}

fn is_own(text: &str) -> bool {
    let head: String = text.chars().take(4000).filter(|c| !c.is_whitespace()).collect();
    head.contains("\"format\":\"prospectus-catalog/")
}

/// A complete object on the first line and another one after it mean JSON Lines.
fn json(text: &str) -> Form {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let is_whole = serde_json::from_str::<Value<'_>>(first).is_ok_and(|value| value.as_object().is_some());
    let goes_on = lines.any(|line| line.trim_start().starts_with('{'));
    if is_whole && goes_on { Form::JsonLines } else { Form::Json }
}

fn markup(text: &str) -> Form {
    let head: String = text.chars().take(20_000).collect::<String>().to_lowercase();
    let says = |word: &str| head.contains(word);
    if says("<html") || says("<!doctype html") || says("<script") || says("<body") || is_fragment(&head) {
        Form::Html
    } else if says("xcri") {
        Form::Refused("an XCRI-CAP course catalogue")
    } else if says("europass") || says("data.europa.eu/snb") {
        Form::Refused("a credential in the European Learning Model, a person's award")
    } else {
        Form::Refused("XML of an unknown kind")
    }
}

/// Whether a text is a table that was copied out of a page.
fn is_fragment(head: &str) -> bool {
    !head.starts_with("<?xml") && head.contains("<table") && head.contains("<tr") && head.contains("<td")
}

/// The format and type of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    DiscoveryProgram,
    DiscoveryCourse,
    DiscoveryRun,
    DiscoveryPathway,
    /// A program of the service before course-discovery.
    ServiceProgram,
    PublicIndex,
    EnterpriseIndex,
    SchemaOrg,
    Ctdl,
    OnlineProgram,
    OnlineCourse,
    Learn,
    /// A page within a list, with the member that holds its records.
    Page(&'static str),
    /// Understood, but not part of a catalogue; with the reason.
    LeftOut(&'static str),
    /// Like the row of a table.
    Flat,
    /// Known but not accepted; with what it seems to be.
    Refused(&'static str),
    /// Not recognized.
    Unknown,
}

/// Whether an object names one of these as its own type.
fn calls_itself(map: &Map<'_>, names: &[&str]) -> bool {
    let says = |key: &str| names.contains(&vocabulary::folded(text(map, key)).as_str());
    says("type") || says("content_type")
}

/// The text of a member; empty if it has none.
fn text<'v>(map: &'v Map<'v>, key: &str) -> &'v str {
    map.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The context and types of an object, in lower case.
fn context(map: &Map<'_>) -> String {
    let members = ["@context", "@type", "type"].iter().filter_map(|key| map.get(key));
    members.map(ToString::to_string).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_told_by_what_they_hold() {
        for (text, form_of) in [
            ("", Form::Refused("an empty file")),
            (" \n{\"count\": 1}", Form::Json),
            ("{\"a\": 1}\n{\"b\": 2}\n", Form::JsonLines),
            ("{\n \"format\" : \"prospectus-catalog/1\"", Form::Own),
            ("<!DOCTYPE html><html>", Form::Html),
            (
                "<?xml version='1.0'?><catalog xmlns='http://xcri.org/profiles/1.2/catalog'>",
                Form::Refused("an XCRI-CAP course catalogue"),
            ),
            ("title,partner\nx,y", Form::Table(b',', 0)),
            ("Title;Program Type;Price\n", Form::Table(b';', 0)),
            ("Title\tPartner\n", Form::Table(b'\t', 0)),
            ("\"Title, long\"|Title|Partner\n", Form::Table(b'|', 0)),
            ("Our programs\n\"as of\n2026\",,\n;;\nTitle;Partner\n", Form::Table(b';', 2)),
            ("program_id,field,value,unit\n", Form::Facts),
            ("once upon a time", Form::Refused(table::NO_PROGRAMS)),
        ] {
            assert_eq!(form(text), form_of, "{text}");
        }
    }
}
