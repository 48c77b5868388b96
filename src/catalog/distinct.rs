//! The distinct kinds, fields and languages of a catalogue's programs: what people may name. They are read in one pass when
//! somebody first asks, because a pass over a large catalogue outlasts a keystroke.

use std::collections::BTreeSet;

use super::{Catalog, Kind, Text};

/// What the programs of a catalogue have, each value once, in order.
#[derive(Clone, Debug, Default)]
pub struct Distinct {
    /// Their kinds.
    pub kinds: BTreeSet<Kind>,
    /// Their fields.
    pub fields: BTreeSet<Text>,
    /// Their languages.
    pub languages: BTreeSet<Text>,
}

impl Catalog {
    /// The distinct kinds, fields and languages of all programs.
    pub fn distinct(&self) -> &Distinct {
        self.distinct.get_or_init(|| {
            let mut distinct = Distinct::default();
            for program in self.programs() {
                distinct.kinds.insert(program.kind().clone());
                distinct.fields.extend(program.fields().iter().cloned());
                distinct.languages.extend(program.languages().iter().cloned());
            }
            distinct
        })
    }
}
