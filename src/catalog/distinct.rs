//! The distinct kinds, fields and languages of a catalogue's programs, which are the values that a user may name. They
//! are stored with a compiled catalogue, or else collected on first use in one pass, which takes longer than a
//! keystroke should.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Catalog, Kind, Text};

/// The distinct values of all programs, sorted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Distinct {
    /// The kinds of credential.
    pub kinds: BTreeSet<Kind>,
    /// The fields.
    pub fields: BTreeSet<Text>,
    /// The languages of study.
    pub languages: BTreeSet<Text>,
}

impl Distinct {
    /// Collects the values in a pass over all programs.
    pub(super) fn read(catalog: &Catalog) -> Self {
        let mut distinct = Self::default();
        for program in catalog.programs() {
            distinct.kinds.insert(program.kind().clone());
            distinct.fields.extend(program.fields().iter().cloned());
            distinct.languages.extend(program.languages().iter().cloned());
        }
        distinct
    }
}
