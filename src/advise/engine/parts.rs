//! The earlier parts of a series: the programs by the same school whose titles say that they come before another one. A
//! later part never comes before them, unless the user has taken them or starts above them.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::features::Features;
use super::order::Standing;
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
    // Few titles state a position, and fewer share a word: each is compared only with these.
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

/// Moves each later part of a series behind those earlier parts that are ranked and still open, and behind what ties with
/// them, so that ties stay together.
pub(super) fn put_parts_in_order(standings: &mut [Standing], programs: &[Features], preferences: &Preferences) {
    if standings.iter().all(|one| programs[one.row].earlier.is_empty()) {
        return;
    }
    let places: HashMap<usize, usize> = standings.iter().enumerate().map(|(place, one)| (one.row, place)).collect();
    let ends = ends_of_ties(standings);
    let mut behind: HashMap<usize, usize> = places.clone();
    for one in standings.iter_mut() {
        let open = programs[one.row].earlier.iter().filter(|part| part.is_open(preferences));
        let ranked: Vec<usize> = open.filter_map(|part| places.get(&(part.row as usize)).copied()).collect();
        one.parts_before = ranked.len();
        let own = places[&one.row];
        behind.insert(one.row, ranked.into_iter().map(|place| ends[place]).fold(own, usize::max));
    }
    standings.sort_by_key(|one| (behind[&one.row], one.parts_before));
}

/// Returns, for each place, the last place with the same key.
fn ends_of_ties(standings: &[Standing]) -> Vec<usize> {
    let mut ends: Vec<usize> = (0..standings.len()).collect();
    for place in (1..standings.len()).rev() {
        if standings[place - 1].key() == standings[place].key() {
            ends[place - 1] = ends[place];
        }
    }
    ends
}
