//! The order of programs: what puts one before another whatever the scores, the ranks, and which kinds an outcome
//! ranks.

use std::collections::HashMap;

use super::criteria::order_key;
use super::features::Features;
use super::on_record::Side;
use crate::advise::advice::Outcome;
use crate::advise::interval::Interval;
use crate::advise::preferences::Preferences;

/// A program with its rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Standing {
    pub(crate) row: usize,
    pub(crate) score: Interval,
    pub(crate) rank: usize,
    pub(crate) is_tie: bool,
    /// Whether it follows another member of its family.
    pub(crate) is_sibling: bool,
    /// How many earlier parts of its series are ranked too and come first.
    pub(crate) parts_before: usize,
    pub(super) group: Group,
}

impl Standing {
    pub(super) fn key(&self) -> PlaceKey {
        (self.group, -order_key(self.score.mid))
    }
}

/// Moves each program behind the best of its family.
pub(super) fn bring_families_together(standings: &mut [Standing], programs: &[Features]) {
    let family = |one: &Standing| programs[one.row].family as usize;
    let families = standings.iter().map(family).max().map_or(0, |last| last + 1);
    // For each family, the place of its best program, from 1; 0 until one is met.
    let mut best = vec![0_u32; families];
    for (place, one) in (1..).zip(standings.iter_mut()) {
        let best = &mut best[family(one)];
        one.is_sibling = *best > 0;
        *best = if one.is_sibling { *best } else { place };
    }
    if standings.iter().any(|one| one.is_sibling) {
        // The sort is stable, so the order by score is kept within a family.
        standings.sort_by_cached_key(|one| best[family(one)]);
    }
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

/// Gives equal programs the same rank and marks them as tied; siblings get the rank of the first of their family.
pub(super) fn give_places(standings: &mut [Standing]) {
    let firsts: Vec<usize> = (0..standings.len()).filter(|at| !standings[*at].is_sibling).collect();
    for (place, at) in firsts.iter().enumerate() {
        let is_like = |other: Option<&usize>| other.is_some_and(|other| is_equal(&standings[*other], &standings[*at]));
        let before = place.checked_sub(1).and_then(|before| firsts.get(before));
        let (ties_above, ties_below) = (is_like(before), is_like(firsts.get(place + 1)));
        let rank = before.filter(|_| ties_above).map_or(place + 1, |before| standings[*before].rank);
        (standings[*at].rank, standings[*at].is_tie) = (rank, ties_above || ties_below);
    }
    for at in 1..standings.len() {
        if standings[at].is_sibling {
            (standings[at].rank, standings[at].is_tie) = (standings[at - 1].rank, standings[at - 1].is_tie);
        }
    }
}

/// Whether nothing but the order of titles puts one program before the other. A later part of a series is never equal to
/// another program, because its place may be lower than its score says.
fn is_equal(one: &Standing, other: &Standing) -> bool {
    one.parts_before == 0 && other.parts_before == 0 && one.key() == other.key()
}

/// The key that puts one program before another; the smaller comes first. The group decides before the score.
pub(super) type PlaceKey = (Group, i64);

/// What puts one program before another whatever the scores, as bits: a smaller group comes first, so the bits are
/// compared from the highest down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Group(u8);

impl Group {
    const FINISHED: u8 = 1 << 6;
    const OTHER_STUDY: u8 = 1 << 5;
    const OTHER_LANGUAGE: u8 = 1 << 4;
    const FOR_PURPOSE: u8 = 1 << 3;
    const OF_ONE_FIELD: u8 = 1 << 2;
    const FOR_OTHERS: u8 = 1 << 1;
    const OTHER_WORDS: u8 = 1;

    pub(crate) fn of(row: usize, program: &Features, preferences: &Preferences) -> Self {
        let found = preferences.field.as_ref().map(|wanted| wanted.matches[row]);
        let named_in = &preferences.field_languages;
        let is_foreign = !named_in.is_empty() && !program.languages.iter().any(|own| named_in.contains(own));
        Self::default()
            .with(Self::FINISHED, preferences.done.leaves_nothing(row))
            .with(Self::OTHER_STUDY, program.is_of_other_study(preferences))
            .with(Self::OTHER_LANGUAGE, is_foreign)
            .with(Self::FOR_PURPOSE, found.is_some_and(|found| found.is_for_purpose))
            .with(Self::OF_ONE_FIELD, found.is_some_and(|found| !found.is_about_several))
            .with(Self::FOR_OTHERS, found.is_some_and(|found| !found.is_for_person))
            .with(Self::OTHER_WORDS, found.is_some_and(|found| !found.has_rare_words))
    }

    fn with(self, bit: u8, is_so: bool) -> Self {
        Self(if is_so { self.0 | bit } else { self.0 & !bit })
    }

    /// Returns the same for a program that lacks the undergraduate credit that is worth more to the user, or does not.
    pub(super) fn of_other_study(self, is_other: bool) -> Self {
        self.with(Self::OTHER_STUDY, is_other)
    }

    fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }

    /// Whether the user has finished all of its courses.
    pub(crate) fn is_finished(self) -> bool {
        self.has(Self::FINISHED)
    }

    /// Whether it lacks the undergraduate credit that is worth more to the user.
    pub(crate) fn is_other_study(self) -> bool {
        self.has(Self::OTHER_STUDY)
    }

    /// Whether it is in another language than that in which the field was named.
    pub(crate) fn is_other_language(self) -> bool {
        self.has(Self::OTHER_LANGUAGE)
    }

    /// Whether it is only about what the field is wanted for.
    pub(crate) fn is_for_purpose(self) -> bool {
        self.has(Self::FOR_PURPOSE)
    }

    /// Whether it is about no more than one of the wanted fields.
    pub(crate) fn is_of_one_field(self) -> bool {
        self.has(Self::OF_ONE_FIELD)
    }

    /// Whether it is not also about what the user is.
    pub(crate) fn is_for_others(self) -> bool {
        self.has(Self::FOR_OTHERS)
    }

    /// Whether its title lacks words of the field that few titles have.
    pub(crate) fn has_other_words(self) -> bool {
        self.has(Self::OTHER_WORDS)
    }
}

/// Returns how many programs share the first place, or 0 if no answer puts one before another yet.
pub(crate) fn first_place(standings: &[Standing], outcome: Outcome) -> usize {
    let first = in_first_place(standings);
    let all = standings.iter().filter(|one| !one.is_sibling && one.parts_before == 0).count();
    if outcome == Outcome::NotEnough && first == all && first > 1 { 0 } else { first }
}

/// Returns how many programs have the first place, counting each family once.
pub(crate) fn in_first_place(standings: &[Standing]) -> usize {
    standings.iter().filter(|one| one.rank == 1 && !one.is_sibling).count()
}

/// Whether an outcome ranks programs of a side.
pub(crate) fn ranks(outcome: Outcome, side: Side) -> bool {
    match outcome {
        Outcome::ProfessionalCertificate => side == Side::Certificate,
        Outcome::MicroMasters => side == Side::MicroMasters,
        Outcome::Close => side != Side::Neither,
        Outcome::Other => true,
        Outcome::None | Outcome::NoMatch | Outcome::NotEnough => false,
    }
}
