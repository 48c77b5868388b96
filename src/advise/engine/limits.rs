//! Limits: which of them a program fails. An unknown fact never removes a program unless the user asks for that. The
//! one presumption, that a kind carries no credit, can be switched off. A wider answer never removes more programs.

use super::features::Features;
use super::on_record::CreditState;
use crate::advise::preferences::{Budget, Exams, Pacing, Preferences, bit, questions_of};
use crate::advise::question::{Question, Questionnaire};
use crate::advise::settings::Settings;
use crate::catalog::{Basis, Level};
use crate::plan::PaceKind;
use crate::search::Unknowns;

/// The bit of the rule that only the latest list counts.
pub(crate) const STATUS: u16 = 1 << 15;

/// The bit of a program whose institutions are unknown although one is required.
const CHECK_INSTITUTION: u16 = 1 << 14;

/// The bit of a program whose subject matter is unknown although a field is wanted.
const CHECK_FIELD: u16 = 1 << 13;

/// The bits that remove a program. Any other bit only keeps it out of the order until a fact is looked up.
pub(crate) const REMOVED: u16 = !(CHECK_INSTITUTION | CHECK_FIELD);

/// The bits that remove a program regardless of the limits: it is off the field, or only in an older list.
pub(crate) const ELSEWHERE: u16 = STATUS | bit(Question::Field);

/// Returns the bits that an answer to a question can affect.
pub(crate) fn bits_of(question: Question) -> u16 {
    match question {
        Question::Field => bit(question) | CHECK_FIELD,
        Question::Institution => bit(question) | CHECK_INSTITUTION,
        _ => bit(question),
    }
}

/// Returns the questions whose answers remove any of several programs, in the order of the questionnaire. `fails` are
/// the failed limits of each of them.
pub(crate) fn removing_questions(fails: impl Iterator<Item = u16>) -> Vec<Question> {
    questions_of(fails.fold(0_u16, |all, fails| all | fails) & REMOVED).collect()
}

/// The data that programs are checked against.
#[derive(Clone, Copy)]
pub(crate) struct Checker<'a> {
    pub(crate) preferences: &'a Preferences,
    pub(crate) settings: &'a Settings,
    pub(crate) questionnaire: &'a Questionnaire,
}

/// Whether a program meets a limit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Unknown,
}

fn holds_if(within: bool) -> Holds {
    if within { Holds::Yes } else { Holds::No }
}

impl Checker<'_> {
    /// Returns the bits of the limits in `among` that a program fails.
    pub(crate) fn fails(&self, program: &Features, row: usize, among: u16) -> u16 {
        let mut failed = 0;
        let mut left = among & self.preferences.removing();
        while left != 0 {
            let question = Question::ALL[left.trailing_zeros() as usize];
            failed |= self.failed(question, program, row);
            left &= left - 1;
        }
        let is_out_of_date = among & STATUS != 0 && !program.is_current && !self.settings.include_older;
        if is_out_of_date { failed | STATUS } else { failed }
    }

    fn failed(&self, question: Question, program: &Features, row: usize) -> u16 {
        match self.holds(question, program, row) {
            Holds::Yes => 0,
            Holds::No => bit(question),
            Holds::Unknown if self.settings.unknowns == Unknowns::Drop => bit(question),
            Holds::Unknown => bits_of(question) & !REMOVED,
        }
    }

    fn holds(&self, question: Question, program: &Features, row: usize) -> Holds {
        match question {
            Question::Credit => self.credit(program),
            Question::Horizon => self.horizon(program, row),
            Question::Hours => self.hours(program),
            Question::Budget => self.budget(program, row),
            Question::Level => self.level(program),
            Question::Field => self.field(row),
            Question::Exams => self.exams(program),
            Question::Pacing => self.pacing(program),
            Question::Institution => among(&program.institutions, &self.preferences.must),
            Question::Language => among(&program.languages, &self.preferences.languages),
            Question::Goal | Question::Education | Question::Depth => Holds::Yes,
        }
    }

    fn credit(&self, program: &Features) -> Holds {
        match program.credit {
            CreditState::None => Holds::No,
            CreditState::PresumedNone if self.settings.presume_no_credit => Holds::No,
            CreditState::PresumedNone | CreditState::Unknown => Holds::Unknown,
            _ => Holds::Yes,
        }
    }

    fn horizon(&self, program: &Features, row: usize) -> Holds {
        let Some(months) = self.preferences.months else { return Holds::Yes };
        match program.pace_of(row, self.preferences).finish(self.preferences.hours) {
            Some(finish) => holds_if(finish.earliest <= months + 1e-9),
            None => Holds::Unknown,
        }
    }

    fn hours(&self, program: &Features) -> Holds {
        let Some(hours) = self.preferences.hours else { return Holds::Yes };
        match (program.pace.kind, program.least_workload) {
            (PaceKind::SelfPaced | PaceKind::Mixed, _) => Holds::Yes,
            (PaceKind::Scheduled, Some(least)) => holds_if(least <= hours.high),
            (PaceKind::Unknown, Some(least)) if least <= hours.high => Holds::Yes,
            (PaceKind::Scheduled | PaceKind::Unknown, _) => Holds::Unknown,
        }
    }

    fn budget(&self, program: &Features, row: usize) -> Holds {
        let Some(Budget { limit: Some(limit), .. }) = self.preferences.budget else { return Holds::Yes };
        match program.price_of(row, self.preferences) {
            Some(price) => holds_if(self.questionnaire.is_within_stretch(price.low, limit)),
            None => Holds::Unknown,
        }
    }

    fn level(&self, program: &Features) -> Holds {
        let Some(level) = self.preferences.level else { return Holds::Yes };
        match least_step(program.levels) {
            Some(step) if step > level.own && program.level_basis == Some(Basis::Presumed) => Holds::Unknown,
            Some(step) => holds_if(step <= level.own),
            None => Holds::Unknown,
        }
    }

    fn field(&self, row: usize) -> Holds {
        let Some(wanted) = &self.preferences.field else { return Holds::Yes };
        let found = wanted.matches[row];
        match (found.on, found.is_known) {
            (Some(_), _) => Holds::Yes,
            (None, true) => Holds::No,
            (None, false) => Holds::Unknown,
        }
    }

    fn exams(&self, program: &Features) -> Holds {
        if self.preferences.exams != Some(Exams::Avoid) {
            return Holds::Yes;
        }
        match program.proctored {
            _ if program.has_stated_exam => Holds::No,
            // Presumed and estimated exams count toward the score but remove nothing.
            Some(_) => Holds::Yes,
            None => Holds::Unknown,
        }
    }

    fn pacing(&self, program: &Features) -> Holds {
        let Some(pacing) = self.preferences.pacing else { return Holds::Yes };
        let other = match pacing {
            Pacing::SelfOnly => PaceKind::Scheduled,
            Pacing::ScheduledOnly => PaceKind::SelfPaced,
        };
        match program.pace.kind {
            PaceKind::Unknown => Holds::Unknown,
            kind => holds_if(kind != other),
        }
    }
}

/// Whether a program fits by its likely finish and its median price, not just by the low end of an estimate.
pub(crate) fn is_likely(preferences: &Preferences, program: &Features, row: usize) -> bool {
    is_likely_in_time(preferences, program, row) != Some(false)
        && is_likely_within_budget(preferences, program, row) != Some(false)
}

/// Whether the likely finish of a program is within the deadline; `None` without a deadline or if the finish is unknown.
pub(crate) fn is_likely_in_time(preferences: &Preferences, program: &Features, row: usize) -> Option<bool> {
    let months = preferences.months?;
    let finish = program.pace_of(row, preferences).finish(preferences.hours)?;
    Some(finish.likely <= months + 1e-9)
}

/// Whether the median price of a program is within the budget; `None` without a limit or if the price is unknown.
pub(crate) fn is_likely_within_budget(preferences: &Preferences, program: &Features, row: usize) -> Option<bool> {
    let limit = preferences.budget?.limit?;
    Some(program.price_of(row, preferences)?.median <= limit)
}

/// Whether a program has any of the wanted values; unknown if it has no values.
fn among<T: PartialEq>(has: &[T], wanted: &[T]) -> Holds {
    if has.is_empty() {
        return Holds::Unknown;
    }
    holds_if(has.iter().any(|one| wanted.contains(one)))
}

/// Returns the step at which the lowest level of a program starts, from 0 for beginners to 2 for advanced, or `None` if
/// its levels are unknown.
pub(crate) fn least_step(levels: u8) -> Option<usize> {
    steps(levels).min()
}

/// Returns the steps of the levels of a program.
pub(crate) fn steps(levels: u8) -> impl Iterator<Item = usize> {
    let has = move |level: &Level| levels & super::on_record::level_bit(*level) != 0;
    Level::ALL.iter().copied().filter(has).map(step)
}

fn step(level: Level) -> usize {
    match level {
        Level::Introductory => 0,
        Level::Intermediate | Level::Undergraduate => 1,
        Level::Advanced | Level::Graduate => 2,
    }
}
