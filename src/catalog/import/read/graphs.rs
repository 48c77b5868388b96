//! Reads the programs and courses in linked data. The blocks of a page are one graph: a program in one of them may name
//! its courses and its school by references to others.

use super::{Current, DocumentReader};
use crate::catalog::import::gather::Spot;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::linked::Graph;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::report::{At, Outcome};
use crate::catalog::import::sniff::Shape;
use crate::catalog::import::{ctdl, html, linked, reference, schema_org};

/// Why a document of linked data is left out.
const NOTHING: &str = "linked data without a program or a course";

/// A document of linked data, or a block of one.
pub(super) struct Part<'v> {
    pub(super) at: At,
    /// The JSON pointer to it.
    pub(super) place: String,
    /// Without prefixes and language maps.
    pub(super) document: Value<'v>,
}

impl DocumentReader<'_> {
    /// Reads all programs and courses in a document of linked data.
    pub(super) fn linked(&mut self, current: &mut Current<'_>, value: &Value<'_>, shape: Shape, at: At, spot: &Spot) {
        let envelope = ctdl::Envelope::of(value);
        let value = value.get("decoded_resource").unwrap_or(value);
        let part = Part { at, place: spot.pointer(""), document: linked::plain(value) };
        if shape == Shape::Ctdl {
            self.ctdl(current, &part, envelope);
        } else {
            self.schema_org(current, std::slice::from_ref(&part));
        }
    }

    /// Reads the blocks of a page. Those of schema.org are read as one graph, because they refer to each other.
    pub(super) fn blocks(&mut self, current: &mut Current<'_>, blocks: Vec<html::Block<'_>>) {
        let mut joined: Vec<(At, String, Value<'_>)> = Vec::new();
        for block in blocks {
            let place = format!("/script/{}", block.number);
            let at = At::Pointer(place.clone());
            let value = match block.data {
                Ok(Value::Array(items)) => Value::Object(Map::of([("@graph".into(), Value::Array(items))], |_, _| {})),
                Ok(value) => value,
                Err(error) => {
                    self.settle(current, at, Outcome::Rejected, &error.to_string());
                    continue;
                }
            };
            let shape = value.as_object().map(|map| super::shape(map, self.format));
            if shape == Some(Shape::SchemaOrg) {
                joined.push((at, place, value));
            } else {
                self.value(current, &value, at, Spot::Path(place.into()));
            }
        }
        let part = |(at, place, value)| Part { at, place, document: linked::plain(value) };
        let parts: Vec<Part<'_>> =
            joined.iter().map(|(at, place, value)| part((at.clone(), place.clone(), value))).collect();
        self.schema_org(current, &parts);
    }

    fn ctdl(&mut self, current: &mut Current<'_>, part: &Part<'_>, envelope: ctdl::Envelope) {
        let graph = Graph::of([&part.document]);
        reference::note_organizations(&mut self.gathered.organizations, &graph);
        let contents = ctdl::contents(&part.document, &graph);
        if contents.is_empty() {
            return self.settle(current, part.at.clone(), Outcome::LeftOut, NOTHING);
        }
        self.begin(current, "CTDL");
        for (inner, reason) in contents.left_out {
            self.settle(current, At::Pointer(format!("{}{inner}", part.place)), Outcome::LeftOut, &reason);
        }
        for entry in contents.entries {
            let remarks = Remarks::default();
            let found = ctdl::entry(entry.map, &graph, (envelope, self.today), &remarks);
            let path = format!("{}{}", part.place, entry.at);
            self.found(current, found, remarks, At::Pointer(path.clone()), Spot::Path(path.into()));
        }
    }

    fn schema_org(&mut self, current: &mut Current<'_>, parts: &[Part<'_>]) {
        let graph = Graph::of(parts.iter().map(|part| &part.document));
        reference::note_organizations(&mut self.gathered.organizations, &graph);
        let documents = parts.iter().map(|part| (part.place.as_str(), &part.document));
        let (contents, empty) = schema_org::contents(documents, &graph);
        for number in empty {
            self.settle(current, parts[number].at.clone(), Outcome::LeftOut, NOTHING);
        }
        if contents.is_empty() {
            return;
        }
        self.begin(current, "schema.org");
        for (place, reason) in contents.left_out {
            self.settle(current, At::Pointer(place), Outcome::LeftOut, &reason);
        }
        for entry in contents.entries {
            let remarks = Remarks::default();
            let found = schema_org::entry(&entry, &graph, (current.page.as_str(), self.today), &remarks);
            let spot = Spot::Path(entry.at.as_str().into());
            self.found(current, found, remarks, At::Pointer(entry.at), spot);
        }
    }

    fn begin(&mut self, current: &mut Current<'_>, format: &'static str) {
        self.origins[current.number as usize].format = format;
        current.has_known = true;
    }
}
