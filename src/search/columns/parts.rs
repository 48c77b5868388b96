//! The parts of the columns: lists with a number for each program. Each part is a separate section and is read on first
//! use, so that opening a catalogue costs the same at every size. If a part cannot be read, all parts are rebuilt from
//! the programs.
//!
//! The numbers of a part are not checked one by one. A number that is too large is read as the maximum, so no number
//! leads outside another list.

use std::sync::OnceLock;

use super::super::codec::{Decoder, Held, Numbers};
use super::super::filter::Facet;
use super::super::limits::Quantity;
use super::super::ranges::NUMBERS_OF_A_RANGE;
use super::{ColumnsBuilder, Values};
use crate::catalog::StoredSections;

/// A part of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum PartOf {
    /// For each program its rank by title, then id; and the programs in that order.
    Titles,
    /// For each program, whether it is still offered.
    Offered,
    /// For each program the offset of its values, with one more entry at the end; and the values. If each program has
    /// one value, there are no offsets.
    Facet(Facet),
    /// The distinct ranges in order, as numbers; and for each program the index of its range, or one past the last if
    /// it is unknown.
    Quantity(Quantity),
    /// For each topic the offset of its programs, with one more entry at the end; the programs; and their links.
    Topics,
}

/// The names of the sections, in the order of [`PartOf::all`].
pub(in super::super) const SECTIONS: [&str; COUNT] = [
    "search-titles-1",
    "search-offered-1",
    "search-kind-1",
    "search-field-1",
    "search-topic-1",
    "search-institution-1",
    "search-level-1",
    "search-language-1",
    "search-status-1",
    "search-credit-1",
    "search-months-1",
    "search-hours-1",
    "search-price-1",
    "search-courses-of-1",
    "search-topics-1",
];

const COUNT: usize = 3 + Facet::ALL.len() + Quantity::ALL.len();

impl PartOf {
    /// All parts.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let facets = Facet::ALL.into_iter().map(Self::Facet);
        let quantities = Quantity::ALL.into_iter().map(Self::Quantity);
        [Self::Titles, Self::Offered].into_iter().chain(facets).chain(quantities).chain([Self::Topics])
    }

    fn place(self) -> usize {
        match self {
            Self::Titles => 0,
            Self::Offered => 1,
            Self::Facet(facet) => 2 + facet as usize,
            Self::Quantity(quantity) => 2 + Facet::ALL.len() + quantity as usize,
            Self::Topics => COUNT - 1,
        }
    }

    /// Returns the maximum number in each of its lists.
    fn most(self, values: &Values) -> Vec<usize> {
        let program = values.programs.saturating_sub(1);
        match self {
            Self::Titles => vec![program; 2],
            Self::Offered => vec![1],
            Self::Facet(facet) => vec![usize::MAX, values.of(facet).len().saturating_sub(1)],
            Self::Quantity(_) => vec![usize::MAX; 2],
            Self::Topics => vec![usize::MAX, program, usize::MAX],
        }
    }

    /// Whether the lengths of its lists fit the catalogue.
    fn is_whole(self, lists: &[Numbers], values: &Values) -> bool {
        let programs = values.programs;
        match (self, lists) {
            (Self::Titles, [ranks, by_title]) => ranks.len() == programs && by_title.len() == programs,
            (Self::Offered, [each]) => each.len() == programs,
            (Self::Quantity(_), [bits, each]) => bits.len() % NUMBERS_OF_A_RANGE == 0 && each.len() == programs,
            (Self::Facet(_), [starts, ids]) if starts.is_empty() => ids.len() == programs,
            (Self::Facet(_), [starts, ids]) => {
                starts.len() == programs + 1 && starts.at(programs) as usize == ids.len()
            }
            (Self::Topics, [starts, all, links]) => {
                starts.len() == values.of(Facet::Topic).len() + 1 && all.len() == links.len()
            }
            _ => false,
        }
    }
}

/// The lists of a part.
pub(super) type Lists = Vec<Numbers>;

/// All parts, each read on first use.
#[derive(Debug)]
pub(super) struct Parts {
    stored: Option<StoredSections>,
    read: [OnceLock<Lists>; COUNT],
    /// The parts rebuilt from the programs, if one could not be read.
    made: OnceLock<Vec<Lists>>,
}

impl Parts {
    /// The parts of a compiled catalogue.
    pub(super) fn stored(stored: StoredSections) -> Self {
        Self { stored: Some(stored), read: Default::default(), made: OnceLock::new() }
    }

    /// Creates the parts from these bytes.
    pub(super) fn made(bytes: Vec<Vec<u8>>, values: &Values) -> Self {
        Self { stored: None, read: Default::default(), made: OnceLock::from(lists_of_all(bytes, values)) }
    }

    /// The lists of a part.
    pub(super) fn lists(&self, part: PartOf, values: &Values) -> &[Numbers] {
        self.read[part.place()].get_or_init(|| {
            let read = self.stored.as_ref().and_then(|stored| {
                let bytes = stored.read(SECTIONS[part.place()])?.ok()?;
                lists(part, bytes.into_owned(), values)
            });
            read.unwrap_or_else(|| self.again(values)[part.place()].clone())
        })
    }

    /// Returns all parts, rebuilt from the programs.
    fn again(&self, values: &Values) -> &[Lists] {
        self.made.get_or_init(|| {
            let catalog = self.stored.as_ref().and_then(|stored| stored.catalog().ok());
            let bytes = catalog.map_or_else(Vec::new, |catalog| ColumnsBuilder::of(&catalog).finish(&catalog).1);
            lists_of_all(bytes, values)
        })
    }
}

fn lists_of_all(bytes: Vec<Vec<u8>>, values: &Values) -> Vec<Lists> {
    let mut bytes = bytes.into_iter();
    let nothing = |part: PartOf| vec![Numbers::default(); part.most(values).len()];
    PartOf::all()
        .map(|part| bytes.next().and_then(|bytes| lists(part, bytes, values)).unwrap_or_else(|| nothing(part)))
        .collect()
}

/// Reads the lists of a part; `None` if the bytes are not such lists.
fn lists(part: PartOf, bytes: Vec<u8>, values: &Values) -> Option<Lists> {
    let held = Held::new(bytes);
    let mut reader = Decoder::new(held.bytes());
    let lists = part.most(values).into_iter().map(|most| held.list(&mut reader, most)).collect::<Option<Lists>>()?;
    reader.finish()?;
    part.is_whole(&lists, values).then_some(lists)
}
