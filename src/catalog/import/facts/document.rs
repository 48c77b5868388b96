//! A catalogue as a JSON document to which claims are added; everything else is written back as it was read. It checks
//! nothing: its text comes from a file that the loader accepted, and the loader must accept the result.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// The arrays of a catalogue, in the order of the file.
const ARRAYS: [&str; 4] = ["sources", "institutions", "courses", "programs"];

/// A record of the document.
pub(in crate::catalog) type Record = Map<String, Value>;

/// A catalogue as a JSON document.
#[derive(Clone, Debug)]
pub struct Document {
    root: Record,
    /// The index of each program, by id.
    programs: HashMap<String, usize>,
}

impl Document {
    /// Parses the text of a catalogue.
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        let root: Record = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
        let mut document = Self { root, programs: HashMap::new() };
        let ids = document.records("programs").iter().enumerate();
        document.programs = ids.filter_map(|(at, program)| Some((id_of(program)?.to_owned(), at))).collect();
        Ok(document)
    }

    /// The text of the document, one record per line, so that a change in a record changes one line.
    pub fn text(&self) -> String {
        let about = self.root.iter().filter(|(key, _)| !ARRAYS.contains(&key.as_str()));
        let about: Vec<String> = about.map(|(key, value)| format!("{}:{value},", Value::from(key.as_str()))).collect();
        let array = |array: &str| {
            let records: Vec<String> = self.records(array).iter().map(Value::to_string).collect();
            format!("\n\"{array}\":[\n{}\n]", records.join(",\n"))
        };
        format!("{{{}{}}}\n", about.concat(), ARRAYS.map(array).join(","))
    }

    /// The ids of all programs, in order.
    pub(in crate::catalog) fn program_ids(&self) -> impl Iterator<Item = &str> {
        self.records("programs").iter().filter_map(id_of)
    }

    /// The program with this id; `None` if there is none.
    pub(in crate::catalog) fn program(&self, id: &str) -> Option<&Record> {
        self.records("programs").get(*self.programs.get(id)?)?.as_object()
    }

    /// The program with this id, for adding claims; `None` if there is none.
    pub(in crate::catalog) fn program_mut(&mut self, id: &str) -> Option<&mut Record> {
        let at = *self.programs.get(id)?;
        self.root.get_mut("programs")?.as_array_mut()?.get_mut(at)?.as_object_mut()
    }

    /// All programs.
    pub(in crate::catalog) fn programs(&self) -> impl Iterator<Item = &Record> {
        self.records("programs").iter().filter_map(Value::as_object)
    }

    /// All sources.
    pub(in crate::catalog) fn sources(&self) -> impl Iterator<Item = &Record> {
        self.records("sources").iter().filter_map(Value::as_object)
    }

    /// Adds sources. All are kept sorted by id, so that the result does not depend on the order of additions.
    pub(in crate::catalog) fn add_sources(&mut self, more: Vec<Record>) {
        if let Some(Value::Array(sources)) = self.root.get_mut("sources") {
            sources.extend(more.into_iter().map(Value::Object));
            sources.sort_by(|a, b| id_of(a).cmp(&id_of(b)));
        }
    }

    fn records(&self, array: &str) -> &[Value] {
        self.root.get(array).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }
}

fn id_of(record: &Value) -> Option<&str> {
    record.get("id")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_that_nothing_is_added_to_is_written_as_it_was_read() {
        let shipped = include_str!("../../../../assets/catalog.json");
        let document = Document::parse(shipped).expect("the shipped catalogue");
        assert!(document.text() == shipped, "the layout of the shipped catalogue is that of `text`");
    }
}
