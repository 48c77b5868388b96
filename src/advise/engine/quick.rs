//! The evaluation of a change of answers. Only programs that can still be the best of their kind are examined: for any
//! other, its score under the given answers shows that it stays behind, and similar programs are known to pass already.
//! The result is that of a full evaluation, bit for bit.

use std::sync::Arc;

use super::best::{Best, Class};
use super::criteria::order_key;
use super::evaluate::{Engine, Evaluation};
use super::features::Features;
use super::limits::{Checker, STATUS, bits_of};
use super::on_record::Side;
use crate::advise::advice::Outcome;
use crate::advise::preferences::{AnswerReader, Preferences, also_affected};
use crate::advise::question::{Answers, Criterion, Question};

/// The result of a change of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quick {
    pub(crate) outcome: Outcome,
    pub(crate) top: Option<usize>,
    /// The best of all programs that pass, whatever their kind.
    pub(crate) best: Option<usize>,
}

impl Engine<'_> {
    /// Evaluates answers that differ from those of `base` only in `changed`.
    pub(crate) fn quick(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> Quick {
        let preferences = self.reader.read(answers, Some(&base.preferences));
        let scope = self.scope(base, &preferences, changed);
        let checker = self.checker(&preferences);
        let outlook = Outlook::of(base, checker, &scope);
        let mut trial =
            Trial { programs: self.programs, base, checker, limits: scope.limits, outlook, best: Best::default() };
        for (fails, group) in base.groups.iter() {
            if fails & !scope.limits == 0 {
                group.rows.iter().for_each(|row| trial.add(*row as usize));
            } else {
                trial.best.miss(group.has_weighed, fails & !scope.limits);
            }
        }
        let best = trial.best;
        let decision = self.decide(&preferences, best.present());
        Quick { outcome: decision.outcome, top: best.top(decision.outcome), best: best.any() }
    }

    /// Returns what a change of answers to these questions can affect. While the field is the same, programs off it stay
    /// off it.
    pub(super) fn scope(&self, base: &Evaluation, after: &Preferences, changed: &[Question]) -> Scope {
        let scope = Scope::of(changed, &self.reader);
        let is_same = is_same_field(&base.preferences, after);
        Scope { limits: if is_same { scope.limits & !bits_of(Question::Field) } else { scope.limits }, ..scope }
    }
}

/// A change of answers, while the programs within its reach are added.
struct Trial<'t> {
    programs: &'t [Features],
    base: &'t Evaluation,
    checker: Checker<'t>,
    /// The limits that a program within reach can fail.
    limits: u16,
    outlook: Option<Outlook<'t>>,
    best: Best,
}

impl Trial<'_> {
    /// Adds a program to the best ones if it passes, as far as it can affect the result.
    fn add(&mut self, row: usize) {
        let program = &self.programs[row];
        let (class, part) = match &self.outlook {
            Some(outlook) => outlook.part(row, &self.best, || program.by_title),
            None => (Class::of(row, program, self.checker.preferences), Part::Either),
        };
        if part == Part::None {
            return;
        }
        match self.checker.fails(program, row, self.limits) {
            0 if part == Part::Limited => {}
            0 if self.is_behind(program) => self.best.met_one(class.traits),
            0 => {
                let key = (class.group, -order_key(self.checker.score(program, row)));
                self.best.meet(row, program, key, class.traits);
            }
            fails => self.best.miss(program.side != Side::Neither, fails),
        }
    }

    /// Whether an earlier part of the series of a program passes too, so that the program cannot be the first.
    fn is_behind(&self, program: &Features) -> bool {
        let passes = |row: usize| {
            let is_within_reach = self.base.fails[row] & !self.limits == 0;
            is_within_reach && self.checker.fails(&self.programs[row], row, self.limits) == 0
        };
        let open = program.earlier.iter().filter(|part| part.is_open(self.checker.preferences));
        open.map(|part| part.row as usize).any(passes)
    }
}

/// The part that a program can have in the result of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// It may pass and be the best of its side, or the first with its traits, or be the first that a limit removes.
    Either,
    /// It may only be the first that a limit removes.
    Limited,
    /// Whether it passes or not changes nothing.
    None,
}

/// The limits and criteria that a change of answers can affect.
pub(super) struct Scope {
    pub(super) limits: u16,
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
            let (limits, criteria) = also_affected(*question);
            scope.limits |= limits.iter().fold(0, |all, question| all | bits_of(*question));
            scope.criteria.extend(criteria);
        }
        scope
    }
}

/// What the evaluation of the given answers implies for each program under the changed ones.
struct Outlook<'e> {
    base: &'e Evaluation,
    /// The sums of the weights, before and after the change.
    weight: (f64, f64),
    /// By side, the most that the weighted sum of a program's values can gain by the change.
    gain: [f64; Side::ALL.len()],
    /// Whether undergraduate credit is what counts after the change.
    is_undergraduate: bool,
    /// Whether a program within reach of the change can fail a limit.
    may_fail: bool,
}

/// An upper bound of the rounding error of a sum of a few values below 1.
const ROUNDING: f64 = 1e-12;

impl<'e> Outlook<'e> {
    /// Returns `None` if the change alters more than limits and the values in its scope, such as the field.
    fn of(base: &'e Evaluation, checker: Checker<'_>, scope: &Scope) -> Option<Self> {
        let (before, after) = (&base.preferences, checker.preferences);
        let is_outside = |criterion: &&Criterion| !scope.criteria.contains(criterion);
        let keeps_weight = |criterion: &Criterion| {
            let at = *criterion as usize;
            before.weights[at].to_bits() == after.weights[at].to_bits()
        };
        let weight = (before.weights.iter().sum(), after.weights.iter().sum());
        let is_bounded = weight.1 > 0.0
            && is_about_the_same(before, after)
            && Criterion::ALL.iter().filter(is_outside).all(keeps_weight);
        is_bounded.then(|| Self {
            base,
            weight,
            gain: Side::ALL.map(|side| gain(side, before, checker, scope)),
            is_undergraduate: after.is_undergraduate,
            may_fail: scope.limits & (after.removing() | STATUS) != 0,
        })
    }

    /// Returns the class of a program, and the part that it can have, given the best ones so far.
    fn part(&self, row: usize, best: &Best, by_title: impl FnOnce() -> u32) -> (Class, Part) {
        let class = self.base.classes[row].for_undergraduates(self.is_undergraduate);
        let side = class.traits.side();
        let most = (self.base.scores[row] * self.weight.0 + self.gain[side as usize]) / self.weight.1;
        let key = (class.group, -order_key(most + ROUNDING));
        let part = if !(best.has_met(class.traits) && best.is_ahead(side, key, || (by_title(), row))) {
            Part::Either
        } else if self.may_fail && !best.is_limited && side != Side::Neither {
            Part::Limited
        } else {
            Part::None
        };
        (class, part)
    }
}

/// Whether the properties of each program apart from its score depend on the same preferences.
fn is_about_the_same(before: &Preferences, after: &Preferences) -> bool {
    is_same_field(before, after)
        && before.field_languages == after.field_languages
        && Arc::ptr_eq(&before.done, &after.done)
}

fn is_same_field(before: &Preferences, after: &Preferences) -> bool {
    match (&before.field, &after.field) {
        (Some(before), Some(after)) => Arc::ptr_eq(before, after),
        (before, after) => before.is_none() && after.is_none(),
    }
}

/// The most that the weighted sum of the values of a program of this side can gain. The value of its kind is known; no
/// other value is above 1.
fn gain(side: Side, before: &Preferences, checker: Checker<'_>, scope: &Scope) -> f64 {
    let weight = |preferences: &Preferences, criterion: Criterion| preferences.weights[criterion as usize];
    let others = Criterion::ALL.iter().filter(|one| **one != Criterion::Type && scope.criteria.contains(one));
    let others: f64 = others.map(|one| weight(checker.preferences, *one)).sum();
    let of_kind = |lean_side: f64| {
        let value = |preferences| {
            Checker { preferences, ..checker }.type_value(lean_side).mid * weight(preferences, Criterion::Type)
        };
        value(checker.preferences) - value(before)
    };
    checker.lean_sides(side).map(of_kind).fold(f64::NEG_INFINITY, f64::max) + others
}
