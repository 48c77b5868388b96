//! What the rooms add to a compiled catalogue, put together: each reads its own sections by itself and answers the same
//! without them, only later.

use crate::advise::FEATURES;
use crate::catalog::{COUNTED, Catalog, SectionBytes, Sections};
use crate::compare::NEIGHBOURS;
use crate::guide::GUIDE_MEASURED;
use crate::map::MAP_MEDIANS;
use crate::plan::LINKS;
use crate::search::Index;
use crate::topics::TOPICS_OF_PROGRAMS;

/// The sections of every room.
pub const ALL: &[Sections] =
    &[COUNTED, TOPICS_OF_PROGRAMS, NEIGHBOURS, LINKS, MAP_MEDIANS, GUIDE_MEASURED, FEATURES, Index::SECTIONS];

/// All of them, made of a catalogue.
pub fn made(catalog: &Catalog) -> Vec<SectionBytes> {
    ALL.iter().flat_map(|room| (room.make)(catalog)).collect()
}
