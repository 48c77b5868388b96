//! References from one document to what another one of the run describes: the schools and courses of a program that it
//! names by address only. They are followed after everything was read.

use std::collections::HashMap;

use super::identity::name_of_node;
use super::linked::{Graph, id_of};

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// The school that offers the record.
    School,
    /// A part of which the record is said to consist.
    Part,
    /// Something that the record requires, which may be a course.
    Required,
    /// The program that the record is a part of.
    Whole,
}

/// A reference that its own document does not resolve.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reference {
    pub(super) sought: Sought,
    /// The name of the node, as [`name_of_node`] writes it.
    pub(super) node: String,
    /// The JSON pointer to it within the record.
    pub(super) at: String,
}

impl Reference {
    /// A reference to a node with this address or identifier.
    pub(super) fn to(sought: Sought, id: &str, at: impl Into<String>) -> Self {
        Self { sought, node: name_of_node(id).unwrap_or_default(), at: at.into() }
    }

    /// Whether it leads to a part of the record, or to what may be one.
    pub(super) fn is_of_part(&self) -> bool {
        matches!(self.sought, Sought::Part | Sought::Required)
    }
}

/// The number of courses that a program describes, if it refers to others besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Described {
    pub(super) courses: usize,
    pub(super) at: String,
}

/// The names of organizations in linked data, by the names of their nodes.
pub(super) type Organizations = HashMap<String, String>;

/// Adds the organizations that a document describes. The first name of each counts.
pub(super) fn note_organizations(organizations: &mut Organizations, graph: &Graph<'_>) {
    for map in graph.organizations() {
        let Some(name) = map.get("name").and_then(|name| super::clean::known(name.as_str()?)) else { continue };
        let members = ["ctid", "url", "subjectWebpage"].iter().filter_map(|key| map.get(key)?.as_str());
        for node in id_of(map).into_iter().chain(members).filter_map(name_of_node) {
            organizations.entry(node).or_insert_with(|| name.clone());
        }
    }
}
