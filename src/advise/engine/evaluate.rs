//! The evaluation: which limits each program fails, how it scores, and who is first. A change of answers is evaluated
//! from the previous evaluation by the same functions in the same order, so its result is identical to a full
//! evaluation, bit for bit.

use super::best::Best;
use super::criteria::{Middles, Values, middle, order_key, score};
use super::features::{Features, Side, Study};
use super::groups::Groups;
use super::limits::{Checker, STATUS, bits_of, is_likely};
use super::verdict::{Decision, Present, decide};
use crate::advise::advice::Outcome;
use crate::advise::interval::Interval;
use crate::advise::preferences::{AnswerReader, Preferences, bit};
use crate::advise::question::{Answers, Criterion, Question};
use crate::advise::settings::Settings;
use crate::catalog::ProgramIx;

/// All programs under one set of answers.
#[derive(Clone, Debug)]
pub(crate) struct Evaluation {
    pub(crate) preferences: Preferences,
    /// For each row, the bits of failed limits and of required facts that are unknown; 0 if the program passes.
    pub(crate) fails: Vec<u16>,
    /// The rows grouped by `fails`.
    pub(crate) groups: Groups,
    /// The middles of the values of each row.
    pub(crate) middles: Vec<Middles>,
}

/// A program with its rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Standing {
    pub(crate) row: usize,
    pub(crate) score: Interval,
    pub(crate) rank: usize,
    pub(crate) is_tie: bool,
    /// Whether it follows another member of its family.
    pub(crate) is_sibling: bool,
    group: Group,
}

impl Standing {
    fn key(&self) -> PlaceKey {
        (self.group, -order_key(self.score.mid))
    }
}

/// The result of a change of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quick {
    pub(crate) outcome: Outcome,
    pub(crate) top: Option<usize>,
    /// The best of all programs that pass, whatever their kind.
    pub(crate) best: Option<usize>,
    pub(crate) remaining: usize,
}

/// The data needed for an evaluation.
#[derive(Clone, Copy)]
pub(crate) struct Engine<'a> {
    pub(crate) reader: AnswerReader<'a>,
    pub(crate) programs: &'a [Features],
}

impl<'a> Engine<'a> {
    pub(crate) fn settings(&self) -> &'a Settings {
        self.reader.settings
    }

    fn checker<'w>(&self, preferences: &'w Preferences) -> Checker<'w>
    where
        'a: 'w,
    {
        Checker { preferences, settings: self.reader.settings, questionnaire: self.reader.questionnaire }
    }

    /// Evaluates all programs under a set of answers.
    pub(crate) fn evaluate(&self, answers: &Answers) -> Evaluation {
        let preferences = self.reader.read(answers, None);
        let checker = self.checker(&preferences);
        let rows = || self.programs.iter().enumerate();
        let fails: Vec<u16> = rows().map(|(row, program)| checker.fails(program, row, u16::MAX)).collect();
        let middles = rows().map(|(row, program)| checker.middles(program, row)).collect();
        let groups = Groups::of(&fails, self.programs);
        Evaluation { preferences, fails, groups, middles }
    }

    /// Evaluates answers that differ from those of `base` only in `changed`.
    pub(crate) fn quick(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> Quick {
        let preferences = self.reader.read(answers, Some(&base.preferences));
        let checker = self.checker(&preferences);
        let scope = Scope::of(changed, &self.reader);
        let mut best = Best::of(&preferences);
        for (fails, group) in base.groups.iter() {
            if fails & !scope.limits != 0 {
                best.miss(group.has_weighed, fails & !scope.limits);
                continue;
            }
            for row in group.rows.iter().map(|row| *row as usize) {
                let program = &self.programs[row];
                match checker.fails(program, row, scope.limits) {
                    0 => {
                        let key = self.changed_key(base, row, &checker, &scope.criteria);
                        best.meet(row, program, key);
                    }
                    fails => best.miss(program.side != Side::Neither, fails),
                }
            }
        }
        let decision = self.decide(&preferences, &best.present());
        Quick { outcome: decision.outcome, top: best.top(decision.outcome), best: best.any(), remaining: best.count }
    }

    /// Returns the sort key of a program whose values differ from those of `base` only in some criteria.
    fn changed_key(&self, base: &Evaluation, row: usize, checker: &Checker<'_>, criteria: &[Criterion]) -> PlaceKey {
        let (program, preferences) = (&self.programs[row], checker.preferences);
        let mut middles = base.middles[row];
        for criterion in criteria {
            if preferences.weights[*criterion as usize] > 0.0 {
                middles[*criterion as usize] = checker.value(*criterion, program, row).mid;
            }
        }
        place_key(row, program, preferences, middle(&middles, &preferences.weights))
    }

    /// Returns the values of a row under the preferences of an evaluation.
    pub(crate) fn values(&self, preferences: &Preferences, row: usize) -> Values {
        self.checker(preferences).values(&self.programs[row], row)
    }

    /// Returns how many programs pass all limits under answers that differ from those of `base` only in `changed`.
    pub(crate) fn remaining(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> usize {
        let preferences = self.reader.read(answers, Some(&base.preferences));
        let checker = self.checker(&preferences);
        let limits = Scope::of(changed, &self.reader).limits;
        let passes = |row: &usize| checker.fails(&self.programs[*row], *row, limits) == 0;
        base.groups.failing_only(limits).filter(passes).count()
    }

    /// Like [`remaining`](Self::remaining), but counts only programs that pass by their likely values, not just by the
    /// low end of an estimate.
    pub(crate) fn likely(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> usize {
        let preferences = self.reader.read(answers, Some(&base.preferences));
        let checker = self.checker(&preferences);
        let limits = Scope::of(changed, &self.reader).limits;
        let passes = |row: &usize| {
            let program = &self.programs[*row];
            checker.fails(program, *row, limits) == 0 && is_likely(&preferences, program, *row)
        };
        base.groups.failing_only(limits).filter(passes).count()
    }

    /// Returns the bits of the limits that one program fails under some answers.
    pub(crate) fn fails_of(&self, row: usize, answers: &Answers, base: &Preferences) -> u16 {
        let preferences = self.reader.read(answers, Some(base));
        self.checker(&preferences).fails(&self.programs[row], row, u16::MAX)
    }

    /// Returns which kinds pass all limits.
    pub(crate) fn present(&self, evaluation: &Evaluation) -> Present {
        let mut best = Best::of(&evaluation.preferences);
        for (fails, group) in evaluation.groups.iter() {
            match fails {
                0 => group
                    .rows
                    .iter()
                    .for_each(|row| best.meet(*row as usize, &self.programs[*row as usize], PlaceKey::default())),
                fails => best.miss(group.has_weighed, fails),
            }
        }
        best.present()
    }

    pub(crate) fn decide(&self, preferences: &Preferences, present: &Present) -> Decision {
        let is_off_field =
            preferences.field.as_ref().is_some_and(|wanted| !wanted.has_match(self.settings().include_older));
        decide(preferences, present, is_off_field, self.reader.questionnaire.verdict)
    }

    /// Returns the programs that pass all limits and whose side `wanted` accepts, in order and with ranks.
    pub(crate) fn rank(&self, evaluation: &Evaluation, wanted: impl Fn(Side) -> bool) -> Vec<Standing> {
        self.rank_sparing(0, evaluation, wanted)
    }

    /// Like [`rank`](Self::rank), but ignores the limits in `spared`.
    pub(crate) fn rank_sparing(
        &self,
        spared: u16,
        evaluation: &Evaluation,
        wanted: impl Fn(Side) -> bool,
    ) -> Vec<Standing> {
        let preferences = &evaluation.preferences;
        let is_in = |row: &usize| wanted(self.programs[*row].side);
        let possible = evaluation.groups.failing_only(spared);
        let mut standings: Vec<Standing> = possible
            .filter(is_in)
            .map(|row| Standing {
                row,
                score: score(&self.values(preferences, row), &preferences.weights),
                rank: 0,
                is_tie: false,
                is_sibling: false,
                group: Group::of(row, &self.programs[row], preferences),
            })
            .collect();
        standings.sort_by_cached_key(|one| (one.key(), self.programs[one.row].by_title));
        self.bring_families_together(&mut standings);
        give_places(&mut standings);
        standings
    }

    /// Moves each program behind the best of its family.
    fn bring_families_together(&self, standings: &mut [Standing]) {
        let family = |one: &Standing| self.programs[one.row].family as usize;
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
}

/// Gives equal programs the same rank and marks them as tied; siblings get the rank of the first of their family.
fn give_places(standings: &mut [Standing]) {
    let firsts: Vec<usize> = (0..standings.len()).filter(|at| !standings[*at].is_sibling).collect();
    for (place, at) in firsts.iter().enumerate() {
        let is_like =
            |other: Option<&usize>| other.is_some_and(|other| standings[*other].key() == standings[*at].key());
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

/// The key that puts one program before another; the smaller comes first. The group decides before the score.
pub(super) type PlaceKey = (Group, i64);

/// What puts one program before another whatever the scores: a smaller group comes first, and its fields are compared
/// in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own, and they are compared in order")]
pub(crate) struct Group {
    /// Whether the user has finished all of its courses.
    pub(crate) is_finished: bool,
    /// Whether it lacks the undergraduate credit that is worth more to the user.
    pub(crate) is_other_study: bool,
    /// Whether it is in another language than that in which the field was named.
    pub(crate) is_other_language: bool,
    /// Whether it is only about what the field is wanted for.
    pub(crate) is_for_purpose: bool,
    /// Whether it is about no more than one of the wanted fields.
    pub(crate) is_of_one_field: bool,
    /// Whether its title lacks words of the field that few titles have.
    pub(crate) has_other_words: bool,
}

impl Group {
    pub(crate) fn of(row: usize, program: &Features, preferences: &Preferences) -> Self {
        let found = preferences.field.as_ref().map(|wanted| wanted.matches[row]);
        let named_in = &preferences.field_languages;
        Self {
            is_finished: preferences.done.leaves_nothing(row),
            is_other_study: preferences.is_undergraduate && program.study != Study::Undergraduate,
            is_other_language: !named_in.is_empty() && !program.languages.iter().any(|own| named_in.contains(own)),
            is_for_purpose: found.is_some_and(|found| found.is_for_purpose),
            is_of_one_field: found.is_some_and(|found| !found.is_about_several),
            has_other_words: found.is_some_and(|found| !found.has_rare_words),
        }
    }
}

fn place_key(row: usize, program: &Features, preferences: &Preferences, mid: f64) -> PlaceKey {
    (Group::of(row, program, preferences), -order_key(mid))
}

/// Returns how many programs share the first place, or 0 if no answer puts one before another yet.
pub(crate) fn first_place(standings: &[Standing], outcome: Outcome) -> usize {
    let first = in_first_place(standings);
    let all = standings.iter().filter(|one| !one.is_sibling).count();
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

/// The limits and criteria that a change of answers can affect.
struct Scope {
    limits: u16,
    criteria: Vec<Criterion>,
}

impl Scope {
    fn of(changed: &[Question], reader: &AnswerReader<'_>) -> Self {
        if reader.questionnaire.items.iter().any(|item| item.ask_if.is_some()) {
            return Self { limits: !STATUS, criteria: Criterion::ALL.to_vec() };
        }
        let mut scope = Self { limits: 0, criteria: vec![Criterion::Type] };
        for question in changed {
            scope.limits |= bits_of(*question);
            scope.criteria.extend(reader.questionnaire.item(*question).criterion);
            match question {
                Question::Hours => {
                    scope.limits |= bit(Question::Horizon);
                    scope.criteria.push(Criterion::Time);
                }
                Question::Institution => scope.criteria.push(Criterion::Credit),
                // A field is taken apart if no program in the languages is about all of it.
                Question::Language => {
                    scope.limits |= bits_of(Question::Field);
                    scope.criteria.push(Criterion::Field);
                }
                _ => {}
            }
        }
        scope
    }
}

/// Returns the handle of a row.
pub(crate) fn handle(row: usize) -> ProgramIx {
    ProgramIx(row as u32)
}

/// Returns the row of a handle.
pub(crate) fn row_of(program: ProgramIx) -> usize {
    program.0 as usize
}
