//! The best program of each kind that passes all limits, collected in one pass without sorting, and from it which kinds
//! are present.

use super::features::Features;
use super::limits::{STATUS, bits_of};
use super::on_record::{Side, Study};
use super::order::{Group, PlaceKey, ranks};
use super::verdict::Present;
use crate::advise::advice::Outcome;
use crate::advise::preferences::Preferences;
use crate::advise::question::Question;

/// What the verdict needs to know of a program, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Traits(u8);

impl Traits {
    const SIDE: u8 = 0b11;
    const UNDERGRADUATE: u8 = 1 << 2;
    /// It is about the field, and not just in part.
    const ABOUT: u8 = 1 << 3;
    /// It is in a language in which the field was named.
    const IN_LANGUAGE: u8 = 1 << 4;
    /// It is also about what the user is.
    const FOR_USER: u8 = 1 << 5;
    /// The number of combinations.
    const COUNT: u8 = 1 << 6;

    fn of(row: usize, program: &Features, preferences: &Preferences) -> Self {
        // Languages are known only if a field was named.
        let is_in_language = || program.languages.iter().any(|own| preferences.field_languages.contains(own));
        let bit = |is_so: bool, bit: u8| if is_so { bit } else { 0 };
        Self(
            program.side as u8
                | bit(program.study == Study::Undergraduate, Self::UNDERGRADUATE)
                | bit(preferences.is_about(row), Self::ABOUT)
                | bit(is_in_language(), Self::IN_LANGUAGE)
                | bit(preferences.is_for_user(row), Self::FOR_USER),
        )
    }

    pub(super) fn side(self) -> Side {
        Side::ALL[usize::from(self.0 & Self::SIDE)]
    }

    fn has(self, bits: u8) -> bool {
        self.0 & bits == bits
    }
}

/// What there is to know of a program besides its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    pub(super) group: Group,
    pub(super) traits: Traits,
}

impl Class {
    pub(super) fn of(row: usize, program: &Features, preferences: &Preferences) -> Self {
        Self { group: Group::of(row, program, preferences), traits: Traits::of(row, program, preferences) }
    }

    /// Returns the same where undergraduate credit counts, or does not.
    pub(super) fn for_undergraduates(self, is_undergraduate: bool) -> Self {
        let is_other_study = is_undergraduate && !self.traits.has(Traits::UNDERGRADUATE);
        Self { group: self.group.of_other_study(is_other_study), ..self }
    }
}

/// The full sort key of a program: group and score, position by title, row.
type Candidate = (PlaceKey, u32, usize);

/// The best program of each side, and what is known of all that pass or fail.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Best {
    by_side: [Option<Candidate>; Side::ALL.len()],
    /// One bit for each combination of traits that passes.
    met: u64,
    /// Whether a limit removed a program of a kind that the verdict weighs.
    pub(super) is_limited: bool,
}

impl Best {
    pub(super) fn meet(&mut self, row: usize, program: &Features, key: PlaceKey, traits: Traits) {
        self.met_one(traits);
        let best = &mut self.by_side[program.side as usize];
        let candidate = (key, program.by_title, row);
        if best.is_none_or(|best| candidate < best) {
            *best = Some(candidate);
        }
    }

    /// Notes that a program with these traits passes.
    pub(super) fn met_one(&mut self, traits: Traits) {
        self.met |= 1 << traits.0;
    }

    /// Counts programs that are out; `has_weighed` if one is of a kind that the verdict weighs. Programs that are off
    /// the field or only in an older list would be out whatever the limits are, so they do not count as limited.
    pub(super) fn miss(&mut self, has_weighed: bool, fails: u16) {
        self.is_limited |= has_weighed && fails & (STATUS | bits_of(Question::Field)) == 0;
    }

    /// Whether a program with these traits is known to pass.
    pub(super) fn has_met(&self, traits: Traits) -> bool {
        self.met & (1 << traits.0) != 0
    }

    /// Whether the best of a side comes before any program with this key or a later one. `tie` is asked only if the
    /// keys are equal: position by title, row.
    pub(super) fn is_ahead(&self, side: Side, key: PlaceKey, tie: impl FnOnce() -> (u32, usize)) -> bool {
        let is_before = |(best, by_title, row): Candidate| best < key || best == key && (by_title, row) < tie();
        self.by_side[side as usize].is_some_and(is_before)
    }

    /// A kind counts as absent if its programs only touch the field and those of the other kind are about it: the field
    /// comes before the kind. So does a kind without a program that is also about what the user is, if others have one, and
    /// a kind that is left only in other languages than that of the field if a program of
    /// another kind in that language is about the field: a person can seldom use the others.
    pub(super) fn present(&self) -> Present {
        let met = |is_one: &dyn Fn(Traits) -> bool| {
            (0..Traits::COUNT).map(Traits).any(|traits| self.has_met(traits) && is_one(traits))
        };
        let has = |side: Side, bits: u8| met(&|traits| traits.side() == side && traits.has(bits));
        let weighed = [Side::Certificate, Side::MicroMasters];
        let is_any_about = weighed.iter().any(|side| has(*side, Traits::ABOUT));
        let has_substitute = met(&|traits| traits.has(Traits::ABOUT | Traits::IN_LANGUAGE));
        let is_any_for_user = met(&|traits| traits.has(Traits::ABOUT | Traits::FOR_USER));
        let is_for_user = |side| !is_any_for_user || has(side, Traits::ABOUT | Traits::FOR_USER);
        let is_on_field = |side| has(side, 0) && (!is_any_about || has(side, Traits::ABOUT));
        let is_readable = |side| !has_substitute || has(side, Traits::IN_LANGUAGE);
        let on_field = weighed.map(is_on_field);
        let for_user = weighed.map(|side| is_on_field(side) && is_for_user(side));
        let [certificate, micromasters] = for_user;
        let is_certificate = certificate && is_readable(Side::Certificate);
        let is_micromasters = micromasters && is_readable(Side::MicroMasters);
        Present {
            is_limited: self.is_limited,
            certificate: is_certificate,
            micromasters: is_micromasters,
            is_by_user: on_field != for_user,
            is_by_language: (is_certificate, is_micromasters) != (certificate, micromasters),
            undergraduate: met(&|traits| traits.has(Traits::UNDERGRADUATE)),
            is_any: self.met != 0,
        }
    }

    pub(super) fn top(&self, outcome: Outcome) -> Option<usize> {
        let ranked = Side::ALL.into_iter().filter(|side| ranks(outcome, *side));
        ranked.filter_map(|side| self.by_side[side as usize]).min().map(|(_, _, row)| row)
    }

    pub(super) fn any(&self) -> Option<usize> {
        self.top(Outcome::Other)
    }
}
