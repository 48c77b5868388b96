//! What a pass over all programs counts, stored with a compiled catalogue: a large one is then described without being
//! read. Without it everything is counted when somebody first asks.

use serde::{Deserialize, Serialize};

use super::compiled::packed;
use super::{Catalog, Distinct, Info, Sections, Survival, survival};

/// The section of the counts; a new name for every new form.
const COUNTS: &str = "catalog-counts-1";

/// What a catalogue itself adds to its compiled form.
pub const COUNTED: Sections =
    Sections { names: &[COUNTS], make: |catalog| vec![(COUNTS, packed(&Summary::of(catalog)).unwrap_or_default())] };

/// Everything that is counted.
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

    /// What was stored; nothing where nothing was.
    pub(super) fn stored(catalog: &Catalog) -> Option<Self> {
        postcard::from_bytes(&catalog.section(COUNTS)?.ok()?).ok()
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
