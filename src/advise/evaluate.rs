//! The arithmetic of a result: which limits every program fails, what it is worth, who is first. A changed answer is
//! worked out from the former evaluation, by the same functions and in the same order, so that its result is the same
//! to the last bit as if it had been worked out anew.

use super::criteria::{Values, order_key, score};
use super::limits::{Checker, STATUS};
use super::traits::{Side, Traits};
use super::verdict::{Decision, decide};
use super::wishes::{Reader, Wishes, bit};
use super::{Answers, Criterion, Interval, Outcome, Question, Settings};
use crate::catalog::ProgramIx;

/// Every program under one set of answers.
#[derive(Clone, Debug)]
pub(super) struct Evaluation {
    pub(super) wishes: Wishes,
    /// The limits that each program fails; 0 for what is still possible.
    pub(super) fails: Vec<u16>,
    pub(super) values: Vec<Values>,
}

/// A program with its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Standing {
    pub(super) row: usize,
    pub(super) score: Interval,
    pub(super) rank: usize,
    pub(super) is_tie: bool,
}

/// What a change of answers comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quick {
    pub(super) outcome: Outcome,
    pub(super) top: Option<usize>,
    /// The best of all that are possible, whatever its kind.
    pub(super) best: Option<usize>,
    pub(super) remaining: usize,
}

/// What an evaluation is worked out with.
#[derive(Clone, Copy)]
pub(super) struct Engine<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) programs: &'a [Traits],
}

impl<'a> Engine<'a> {
    pub(super) fn settings(&self) -> &'a Settings {
        self.reader.settings
    }

    fn checker<'w>(&self, wishes: &'w Wishes) -> Checker<'w>
    where
        'a: 'w,
    {
        Checker { wishes, settings: self.reader.settings, questionnaire: self.reader.questionnaire }
    }

    /// Every program under a set of answers.
    pub(super) fn evaluate(&self, answers: &Answers) -> Evaluation {
        let wishes = self.reader.read(answers, None);
        let checker = self.checker(&wishes);
        let rows = || self.programs.iter().enumerate();
        let fails = rows().map(|(row, program)| checker.fails(program, row, u16::MAX)).collect();
        let values = rows().map(|(row, program)| checker.values(program, row)).collect();
        Evaluation { wishes, fails, values }
    }

    /// What some answers come to that differ from those of `base` in `changed` only.
    pub(super) fn quick(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> Quick {
        let wishes = self.reader.read(answers, Some(&base.wishes));
        let checker = self.checker(&wishes);
        let scope = Scope::of(changed, self.reader);
        let mut best = Best::default();
        for (row, program) in self.programs.iter().enumerate() {
            let kept = base.fails[row] & !scope.limits;
            if kept != 0 || checker.fails(program, row, scope.limits) != 0 {
                best.miss(program, kept);
                continue;
            }
            let mut values = base.values[row];
            for criterion in &scope.criteria {
                if wishes.weights[*criterion as usize] > 0.0 {
                    values[*criterion as usize] = checker.value(*criterion, program, row);
                }
            }
            best.meet(row, program, order_key(score(&values, &wishes.weights).mid));
        }
        let decision = self.decide(&wishes, &best.present());
        Quick { outcome: decision.outcome, top: best.top(decision.outcome), best: best.any(), remaining: best.count }
    }

    /// How many programs pass every limit under some answers that differ from those of `base` in `changed` only.
    pub(super) fn remaining(&self, base: &Evaluation, answers: &Answers, changed: &[Question]) -> usize {
        let wishes = self.reader.read(answers, Some(&base.wishes));
        let checker = self.checker(&wishes);
        let limits = Scope::of(changed, self.reader).limits;
        let passes = |(row, program): &(usize, &Traits)| {
            base.fails[*row] & !limits == 0 && checker.fails(program, *row, limits) == 0
        };
        self.programs.iter().enumerate().filter(passes).count()
    }

    /// The limits that one program fails under some answers.
    pub(super) fn fails_of(&self, row: usize, answers: &Answers, base: &Wishes) -> u16 {
        let wishes = self.reader.read(answers, Some(base));
        self.checker(&wishes).fails(&self.programs[row], row, u16::MAX)
    }

    /// Which kinds pass every limit.
    pub(super) fn present(&self, evaluation: &Evaluation) -> Present {
        let mut best = Best::default();
        for (row, program) in self.programs.iter().enumerate() {
            match evaluation.fails[row] {
                0 => best.meet(row, program, 0),
                fails => best.miss(program, fails),
            }
        }
        best.present()
    }

    pub(super) fn decide(&self, wishes: &Wishes, present: &Present) -> Decision {
        decide(wishes, present, self.reader.questionnaire.verdict)
    }

    /// The programs of the sides that `wanted` takes and that pass every limit, in order, with their places.
    pub(super) fn rank(&self, evaluation: &Evaluation, wanted: impl Fn(Side) -> bool) -> Vec<Standing> {
        let weights = &evaluation.wishes.weights;
        let is_in = |row: &usize| evaluation.fails[*row] == 0 && wanted(self.programs[*row].side);
        let mut standings: Vec<Standing> = (0..self.programs.len())
            .filter(is_in)
            .map(|row| Standing { row, score: score(&evaluation.values[row], weights), rank: 0, is_tie: false })
            .collect();
        standings.sort_by_key(|one| (std::cmp::Reverse(order_key(one.score.mid)), self.programs[one.row].by_title));
        for at in 0..standings.len() {
            let key = |other: &Standing| order_key(other.score.mid);
            let mine = key(&standings[at]);
            let ties_above = at > 0 && key(&standings[at - 1]) == mine;
            let ties_below = standings.get(at + 1).is_some_and(|next| key(next) == mine);
            standings[at].rank = if ties_above { standings[at - 1].rank } else { at + 1 };
            standings[at].is_tie = ties_above || ties_below;
        }
        standings
    }
}

/// How many programs share the first place; 0 where nothing is answered yet that puts one before another.
pub(super) fn first_place(standings: &[Standing], outcome: Outcome) -> usize {
    let first = standings.iter().filter(|one| one.rank == 1).count();
    if outcome == Outcome::NotEnough && first == standings.len() && first > 1 { 0 } else { first }
}

/// Whether an outcome ranks programs of a side.
pub(super) fn ranks(outcome: Outcome, side: Side) -> bool {
    match outcome {
        Outcome::ProfessionalCertificate => side == Side::Certificate,
        Outcome::MicroMasters => side == Side::MicroMasters,
        Outcome::Close => side != Side::Neither,
        Outcome::Other => true,
        Outcome::None | Outcome::NotEnough => false,
    }
}

/// Which kinds pass every limit, and how many programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Present {
    pub(super) certificate: bool,
    pub(super) micromasters: bool,
    pub(super) count: usize,
    /// Whether a limit removed a program of one of the two kinds.
    pub(super) is_limited: bool,
}

/// The best program of each side.
#[derive(Default)]
struct Best {
    certificate: Option<(i64, u32, usize)>,
    micromasters: Option<(i64, u32, usize)>,
    neither: Option<(i64, u32, usize)>,
    count: usize,
    is_limited: bool,
}

impl Best {
    fn meet(&mut self, row: usize, program: &Traits, key: i64) {
        self.count += 1;
        let best = match program.side {
            Side::Certificate => &mut self.certificate,
            Side::MicroMasters => &mut self.micromasters,
            Side::Neither => &mut self.neither,
        };
        let candidate = (-key, program.by_title, row);
        if best.is_none_or(|best| candidate < best) {
            *best = Some(candidate);
        }
    }

    /// A program that is out. One that is only in an older list would be out whatever the limits are.
    fn miss(&mut self, program: &Traits, fails: u16) {
        self.is_limited |= program.side != Side::Neither && fails & STATUS == 0;
    }

    fn present(&self) -> Present {
        Present {
            is_limited: self.is_limited,
            certificate: self.certificate.is_some(),
            micromasters: self.micromasters.is_some(),
            count: self.count,
        }
    }

    fn top(&self, outcome: Outcome) -> Option<usize> {
        let sides = [
            (Side::Certificate, self.certificate),
            (Side::MicroMasters, self.micromasters),
            (Side::Neither, self.neither),
        ];
        let ranked = sides.into_iter().filter(|(side, _)| ranks(outcome, *side));
        ranked.filter_map(|(_, best)| best).min().map(|(_, _, row)| row)
    }

    fn any(&self) -> Option<usize> {
        self.top(Outcome::Other)
    }
}

/// What a change of answers can touch.
struct Scope {
    limits: u16,
    criteria: Vec<Criterion>,
}

impl Scope {
    fn of(changed: &[Question], reader: &Reader<'_>) -> Self {
        if reader.questionnaire.items.iter().any(|item| item.ask_if.is_some()) {
            return Self { limits: !STATUS, criteria: Criterion::ALL.to_vec() };
        }
        let mut scope = Self { limits: 0, criteria: vec![Criterion::Type] };
        for question in changed {
            scope.limits |= bit(*question);
            scope.criteria.extend(reader.questionnaire.item(*question).criterion);
            match question {
                Question::Hours => {
                    scope.limits |= bit(Question::Horizon);
                    scope.criteria.push(Criterion::Time);
                }
                Question::Institution => scope.criteria.push(Criterion::Credit),
                _ => {}
            }
        }
        scope
    }
}

/// The handle of a row.
pub(super) fn handle(row: usize) -> ProgramIx {
    ProgramIx(row as u32)
}
