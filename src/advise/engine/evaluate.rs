//! The evaluation: which limits each program fails, how it scores, and who is first. A change of answers is evaluated
//! from the previous evaluation by the same functions in the same order, so its result is identical to a full
//! evaluation, bit for bit.

use super::best::Best;
use super::criteria::{Middles, Values, middle, score};
use super::features::Features;
use super::groups::Groups;
use super::limits::{Checker, STATUS, bits_of, is_likely};
use super::on_record::Side;
use super::order::{Group, PlaceKey, Standing, bring_families_together, give_places, place_key};
use super::verdict::{Decision, Present, decide};
use crate::advise::advice::Outcome;
use crate::advise::preferences::{AnswerReader, Preferences, bit};
use crate::advise::question::{Answer, Answers, Choice, Criterion, Question};
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

    /// Like [`remaining`](Self::remaining), but while a deadline is set and the hours a week are open, also counts
    /// programs that pass with the most hours that can be chosen. Hours can bring forward what the listed months put
    /// past the deadline, so without this a choice of hours would leave more programs than were possible before it.
    pub(crate) fn possible(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> usize {
        let Some(with_hours) = self.with_most_hours(answers) else { return self.remaining(base, answers, changed) };
        let scope = Scope::of(&[changed, &[Question::Hours]].concat(), &self.reader).limits;
        let [listed, own] = [answers, &with_hours].map(|answers| self.reader.read(answers, Some(&base.preferences)));
        let passes = |row: &usize| {
            [&listed, &own].iter().any(|one| self.checker(one).fails(&self.programs[*row], *row, scope) == 0)
        };
        base.groups.failing_only(scope).filter(passes).count()
    }

    /// Returns the answers with the choice of the most hours a week; `None` if the hours are answered or, without a
    /// deadline, remove nothing that the listed months would not.
    fn with_most_hours(&self, answers: &Answers) -> Option<Answers> {
        let is_open = answers.get(Question::Hours).is_none() && answers.get(Question::Horizon).is_some();
        let choices = is_open.then(|| &self.reader.questionnaire.item(Question::Hours).choices)?;
        let high = |choice: &&Choice| choice.hours.map_or(0.0, |hours| hours.high);
        let most = choices.iter().max_by(|a, b| high(a).total_cmp(&high(b)))?;
        Some(answers.with(&[(Question::Hours, Answer::Choice(most.value.clone()))]))
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
        bring_families_together(&mut standings, self.programs);
        give_places(&mut standings);
        standings
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
