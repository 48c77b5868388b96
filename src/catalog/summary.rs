//! The counts of a pass over all programs, stored with a compiled catalogue so that a large one can be described
//! without reading all of it. Without the stored section, they are computed on first use.

use serde::{Deserialize, Serialize};

use super::compiled::packed;
use super::{Catalog, Distinct, Info, Sections, Survival, survival};

/// The name of the section; a new format needs a new name.
const COUNTS: &str = "catalog-counts-1";

/// The sections that this room adds to a compiled catalogue.
pub const COUNTED: Sections =
    Sections::of_catalog(&[COUNTS], |catalog| vec![(COUNTS, packed(&Summary::of(catalog)).unwrap_or_default())]);

/// All stored counts.
#[derive(Serialize, Deserialize)]
pub(super) struct Summary {
    pub(super) info: Info,
    pub(super) survivals: Vec<Survival>,
    pub(super) distinct: Distinct,
}

impl Summary {
    fn of(catalog: &Catalog) -> Self {
        Self { info: Info::count_all(catalog), survivals: survival::count(catalog), distinct: Distinct::read(catalog) }
    }

    /// The stored counts; `None` if the catalogue has none, or they cannot be read.
    pub(super) fn stored(catalog: &Catalog) -> Option<Self> {
        postcard::from_bytes(&catalog.section(COUNTS)?.ok()?).ok()
    }
}

impl Info {
    /// The statistics stored with a compiled catalogue, or else counted now.
    pub fn of(catalog: &Catalog) -> Self {
        Summary::stored(catalog).map_or_else(|| Self::count_all(catalog), |stored| stored.info)
    }
}

impl Catalog {
    /// The distinct kinds, fields and languages of all programs.
    pub fn distinct(&self) -> &Distinct {
        self.distinct
            .get_or_init(|| Summary::stored(self).map_or_else(|| Distinct::read(self), |stored| stored.distinct))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_counts_are_those_of_a_pass_over_all_programs() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let stored = Summary::stored(&catalog).expect("it is compiled with its counts");
        assert_eq!(stored.info, Info::count_all(&catalog));
        assert_eq!(stored.survivals, survival::count(&catalog));
        assert_eq!(stored.distinct, Distinct::read(&catalog));
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        assert!(Summary::stored(&bare).is_none());
        assert_eq!(Info::of(&bare), stored.info);
    }
}
