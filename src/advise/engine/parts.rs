//! The earlier parts of a series: the programs by the same school whose titles say that they come before another one. A
//! later part never comes before them, unless the user has taken them or starts above them.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::advise::preferences::Preferences;
use crate::names::SeriesPlace;

/// An earlier part of the series of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EarlierPart {
    /// The row of its program.
    pub(crate) row: u32,
    /// The level of a user who can leave it out, if the titles name levels; `None` if they number the parts.
    left_out_from: Option<u8>,
}

impl EarlierPart {
    fn new(row: u32, place: &SeriesPlace) -> Self {
        let level = u8::try_from(place.place()).unwrap_or(u8::MAX);
        Self { row, left_out_from: place.is_grade().then_some(level) }
    }

    /// Whether the user should still take it first.
    pub(crate) fn is_open(self, preferences: &Preferences) -> bool {
        let is_above = |from| preferences.level.is_some_and(|level| level.own >= usize::from(from));
        !self.left_out_from.is_some_and(is_above) && !preferences.done.leaves_nothing(self.row as usize)
    }
}

/// Returns, for each row that has any, its earlier parts in order. `is_same` says whether the same school offers two
/// rows as programs of one kind.
pub(super) fn earlier_parts(
    places: &[(u32, SeriesPlace)],
    is_same: impl Fn(u32, u32) -> bool,
) -> Vec<(u32, Vec<EarlierPart>)> {
    // Few titles state a position, and few of those share a word, so each title is compared only with these.
    let mut by_word: HashMap<&str, Vec<&(u32, SeriesPlace)>> = HashMap::new();
    for place in places {
        by_word.entry(place.1.word()).or_default().push(place);
    }
    let of = |(row, place): &(u32, SeriesPlace)| {
        let comes_before = |other: &&&(u32, SeriesPlace)| other.1.steps_to(place).is_some() && is_same(other.0, *row);
        let mut earlier: Vec<&(u32, SeriesPlace)> =
            by_word.get(place.word())?.iter().filter(comes_before).copied().collect();
        earlier.sort_by_key(|(row, place)| (place.place(), *row));
        let parts: Vec<EarlierPart> = earlier.into_iter().map(|(row, place)| EarlierPart::new(*row, place)).collect();
        (!parts.is_empty()).then_some((*row, parts))
    };
    places.iter().filter_map(of).collect()
}
