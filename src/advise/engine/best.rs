//! The best program of each kind that passes all limits, collected in one pass without sorting, and from it which kinds
//! are present.

use super::features::Features;
use super::limits::{STATUS, bits_of};
use super::on_record::{Side, Study};
use super::order::{PlaceKey, ranks};
use super::verdict::Present;
use crate::advise::advice::Outcome;
use crate::advise::preferences::Preferences;
use crate::advise::question::Question;

/// The full sort key of a program: group and score, position by title, row.
type Candidate = (PlaceKey, u32, usize);

/// The best program of each side.
pub(super) struct Best<'p> {
    preferences: &'p Preferences,
    certificate: Option<Candidate>,
    micromasters: Option<Candidate>,
    neither: Option<Candidate>,
    /// The sides with a program in a language in which the field was named.
    in_language: Vec<Side>,
    /// Whether one of these programs is about the field, and not just in part.
    has_substitute: bool,
    /// The sides with a program about the field, and not just in part.
    about: Vec<Side>,
    undergraduate: usize,
    pub(super) count: usize,
    is_limited: bool,
}

impl<'p> Best<'p> {
    pub(super) fn of(preferences: &'p Preferences) -> Self {
        Self {
            preferences,
            certificate: None,
            micromasters: None,
            neither: None,
            in_language: Vec::new(),
            has_substitute: false,
            about: Vec::new(),
            undergraduate: 0,
            count: 0,
            is_limited: false,
        }
    }

    /// Counts a program that only comes behind an earlier part of its series, which passes too.
    pub(super) fn meet_behind(&mut self, row: usize, program: &Features) {
        self.count += 1;
        self.undergraduate += usize::from(program.study == Study::Undergraduate);
        self.note_field(row, program);
    }

    pub(super) fn meet(&mut self, row: usize, program: &Features, key: PlaceKey) {
        self.meet_behind(row, program);
        let best = match program.side {
            Side::Certificate => &mut self.certificate,
            Side::MicroMasters => &mut self.micromasters,
            Side::Neither => &mut self.neither,
        };
        let candidate = (key, program.by_title, row);
        if best.is_none_or(|best| candidate < best) {
            *best = Some(candidate);
        }
    }

    /// Notes whether a program is about the field and in the language in which it was named.
    fn note_field(&mut self, row: usize, program: &Features) {
        let is_about = self.preferences.is_about(row);
        if is_about {
            add(&mut self.about, program.side);
        }
        // Languages are known only if a field was named.
        if program.languages.iter().any(|own| self.preferences.field_languages.contains(own)) {
            add(&mut self.in_language, program.side);
            self.has_substitute |= is_about;
        }
    }

    /// Counts programs that are out; `has_weighed` if one is of a kind that the verdict weighs. Programs that are off
    /// the field or only in an older list would be out whatever the limits are, so they do not count as limited.
    pub(super) fn miss(&mut self, has_weighed: bool, fails: u16) {
        self.is_limited |= has_weighed && fails & (STATUS | bits_of(Question::Field)) == 0;
    }

    /// A kind counts as absent if its programs only touch the field and those of the other kind are about it: the field
    /// comes before the kind. So does a kind that is left only in other languages than that of the field if a program of
    /// another kind in that language is about the field: a person can seldom use the others.
    pub(super) fn present(&self) -> Present {
        let weighed = [Side::Certificate, Side::MicroMasters];
        let is_any_about = weighed.iter().any(|side| self.about.contains(side));
        let is_on_field = |side| !is_any_about || self.about.contains(&side);
        let is_readable = |side| !self.has_substitute || self.in_language.contains(&side);
        let certificate = self.certificate.is_some() && is_on_field(Side::Certificate);
        let micromasters = self.micromasters.is_some() && is_on_field(Side::MicroMasters);
        let is_certificate = certificate && is_readable(Side::Certificate);
        let is_micromasters = micromasters && is_readable(Side::MicroMasters);
        Present {
            is_limited: self.is_limited,
            certificate: is_certificate,
            micromasters: is_micromasters,
            is_by_language: (is_certificate, is_micromasters) != (certificate, micromasters),
            undergraduate: self.undergraduate,
            count: self.count,
        }
    }

    pub(super) fn top(&self, outcome: Outcome) -> Option<usize> {
        let sides = [
            (Side::Certificate, self.certificate),
            (Side::MicroMasters, self.micromasters),
            (Side::Neither, self.neither),
        ];
        let ranked = sides.into_iter().filter(|(side, _)| ranks(outcome, *side));
        ranked.filter_map(|(_, best)| best).min().map(|(_, _, row)| row)
    }

    pub(super) fn any(&self) -> Option<usize> {
        self.top(Outcome::Other)
    }
}

fn add(sides: &mut Vec<Side>, side: Side) {
    if !sides.contains(&side) {
        sides.push(side);
    }
}
