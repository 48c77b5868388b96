//! The evaluation: which limits each program fails, how it scores, and who is first. `quick` derives the result of a
//! change of answers from the previous evaluation.

use super::best::{Best, Class};
use super::criteria::{Values, score};
use super::features::Features;
use super::groups::Groups;
use super::limits::{Checker, ELSEWHERE, is_likely};
use super::on_record::Side;
use super::order::{Standing, bring_families_together, give_places, put_parts_in_order};

use super::verdict::{Decision, Present, decide};
use crate::advise::preferences::{AnswerReader, Preferences};
use crate::advise::question::{Answer, Answers, Choice, Question};
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
    /// The score of each row; infinite for one that is off the field or not considered, because no change of another
    /// answer admits it.
    pub(super) scores: Vec<f64>,
    /// The other properties of each row.
    pub(super) classes: Vec<Class>,
}

impl Evaluation {
    /// Returns which kinds pass all limits.
    pub(crate) fn present(&self) -> Present {
        let mut best = Best::default();
        for (fails, group) in self.groups.iter() {
            match fails {
                0 => group.rows.iter().for_each(|row| best.met_one(self.classes[*row as usize].traits)),
                fails => best.miss(group.has_weighed, fails),
            }
        }
        best.present()
    }
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

    pub(super) fn checker<'w>(&self, preferences: &'w Preferences) -> Checker<'w>
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
        let score =
            |(row, program)| if fails[row] & ELSEWHERE == 0 { checker.score(program, row) } else { f64::INFINITY };
        let scores = rows().map(score).collect();
        let classes = rows().map(|(row, program)| Class::of(row, program, &preferences)).collect();
        let groups = Groups::of(&fails, self.programs);
        Evaluation { preferences, fails, groups, scores, classes }
    }

    /// Returns the values of a row under the preferences of an evaluation.
    pub(crate) fn values(&self, preferences: &Preferences, row: usize) -> Values {
        self.checker(preferences).values(&self.programs[row], row)
    }

    /// Returns the score of a row under these preferences.
    pub(crate) fn score(&self, preferences: &Preferences, row: usize) -> f64 {
        self.checker(preferences).score(&self.programs[row], row)
    }

    /// Returns how many programs pass all limits under answers that differ from those of `base` only in `changed`.
    pub(crate) fn remaining(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> usize {
        let preferences = self.reader.read(answers, Some(&base.preferences));
        let checker = self.checker(&preferences);
        let limits = self.scope(base, &preferences, changed).limits;
        let passes = |row: &usize| checker.fails(&self.programs[*row], *row, limits) == 0;
        base.groups.failing_only(limits).filter(passes).count()
    }

    /// Like [`remaining`](Self::remaining), but while a deadline is set and the hours a week are open, also counts
    /// programs that pass with the most hours that can be chosen. More hours can bring the finish of a program forward
    /// to before the deadline, so without this, choosing hours could leave more programs than were counted before the
    /// choice.
    pub(crate) fn possible(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> usize {
        let Some(with_hours) = self.with_most_hours(answers) else { return self.remaining(base, answers, changed) };
        let [listed, own] = [answers, &with_hours].map(|answers| self.reader.read(answers, Some(&base.preferences)));
        let scope = self.scope(base, &own, &[changed, &[Question::Hours]].concat()).limits;
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
        let limits = self.scope(base, &preferences, changed).limits;
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

    pub(crate) fn decide(&self, preferences: &Preferences, present: Present) -> Decision {
        let is_off_field =
            preferences.field.as_ref().is_some_and(|wanted| !wanted.has_match(self.settings().include_older));
        decide(preferences, present, is_off_field, self.reader.questionnaire.verdict)
    }

    /// Returns the programs that pass all limits and whose side `wanted` accepts, in order and with ranks.
    pub(crate) fn rank(&self, evaluation: &Evaluation, wanted: impl Fn(Side) -> bool) -> Vec<Standing> {
        let preferences = &evaluation.preferences;
        let is_in = |row: &usize| wanted(self.programs[*row].side);
        let possible = evaluation.groups.failing_only(0);
        let mut standings: Vec<Standing> = possible
            .filter(is_in)
            .map(|row| Standing {
                row,
                score: score(&self.values(preferences, row), &preferences.weights),
                rank: 0,
                is_tie: false,
                is_sibling: false,
                parts_before: 0,
                group: evaluation.classes[row].group,
            })
            .collect();
        standings.sort_by_cached_key(|one| (one.key(), self.programs[one.row].by_title));
        put_parts_in_order(&mut standings, self.programs, preferences);
        bring_families_together(&mut standings, self.programs);
        give_places(&mut standings);
        standings
    }
}

pub(crate) fn handle(row: usize) -> ProgramIx {
    ProgramIx(row as u32)
}

/// Returns the row of a handle.
pub(crate) fn row_of(program: ProgramIx) -> usize {
    program.0 as usize
}
