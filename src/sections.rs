//! The sections that the rooms add to a compiled catalogue, collected in one list. Each room reads its own sections;
//! without them it gives the same answers, only more slowly.

use crate::advise::FEATURES;
use crate::catalog::{COUNTED, Catalog, SectionBytes, Sections};
use crate::compare::NEIGHBOURS;
use crate::guide::GUIDE_MEASURED;
use crate::keep::notebook::KEPT_NAMES;
use crate::map::MAP_MEDIANS;
use crate::plan::LINKS;
use crate::search::Index;
use crate::topics::TOPICS_OF_PROGRAMS;

/// The sections of every room. Topics come first, because most other sections are built from them.
pub const ALL: &[Sections] = &[
    TOPICS_OF_PROGRAMS,
    COUNTED,
    NEIGHBOURS,
    LINKS,
    MAP_MEDIANS,
    GUIDE_MEASURED,
    FEATURES,
    KEPT_NAMES,
    Index::SECTIONS,
];

/// Builds all sections of a catalogue.
pub fn made(catalog: &Catalog) -> Vec<SectionBytes> {
    ALL.iter().flat_map(|room| (room.make)(catalog)).collect()
}
