//! Preferences: answers turned into numbers, such as wanted fields, deadline and budget, and which of them remove
//! programs. This is the one place that knows what an answer means (`meaning`), and what several mean together
//! (`reader`); it knows no program.

pub(crate) mod done;
pub(crate) mod field;
mod language;
mod meaning;
mod reader;
mod school;

use std::sync::Arc;

use done::Done;
use field::WantedField;
pub(crate) use meaning::also_affected;
pub(crate) use reader::AnswerReader;

use super::question::{Criterion, Question};
use crate::catalog::{Currency, InstitutionIx, Level};
use crate::names::holds_phrase;
use crate::plan::WeeklyHours;
use crate::search::Relation;

/// The most that the user would pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Budget {
    pub(crate) currency: Currency,
    /// The limit in hundredths; `None` for no limit.
    pub(crate) limit: Option<i64>,
    /// The price whose value is 0, in hundredths.
    pub(crate) scale: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exams {
    Avoid,
    Want,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pacing {
    SelfOnly,
    ScheduledOnly,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    Practical,
    Balanced,
    Deep,
}

/// The user's level, and how well each level of a program suits it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LevelWish {
    /// The index of the user's level: 0 for a beginner, 2 for advanced.
    pub(crate) own: usize,
    pub(crate) fit: [f64; Level::ALL.len()],
}

/// What the answers amount to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Preferences {
    pub(crate) lean: i32,
    pub(crate) lean_answered: usize,
    /// The weight of each criterion; 0 if it plays no part.
    pub(crate) weights: [f64; Criterion::COUNT],
    /// One bit for each question whose answer removes programs and is not lifted.
    pub(crate) limits: u16,
    pub(crate) months: Option<f64>,
    pub(crate) hours: Option<WeeklyHours>,
    pub(crate) budget: Option<Budget>,
    /// The currency of a budget with which no price can be compared, so that it plays no part.
    pub(crate) unrated: Option<Currency>,
    pub(crate) level: Option<LevelWish>,
    pub(crate) depth: Option<Depth>,
    pub(crate) exams: Option<Exams>,
    pub(crate) pacing: Option<Pacing>,
    pub(crate) field: Option<Arc<WantedField>>,
    pub(crate) prefer: Vec<InstitutionIx>,
    pub(crate) prefer_names: Vec<String>,
    pub(crate) must: Vec<InstitutionIx>,
    pub(crate) languages: Vec<u16>,
    /// The languages in which the field may have been named, set only if the language question is skipped. Programs in
    /// one of them come first; empty for no preference.
    pub(crate) field_languages: Vec<u16>,
    /// The school at which credit is wanted, folded.
    pub(crate) credit_at: Option<String>,
    /// The finished courses.
    pub(crate) done: Arc<Done>,
    /// Whether undergraduate credit is worth more than graduate credit: credit is wanted and the user has
    /// no degree yet.
    pub(crate) is_undergraduate: bool,
}

/// Returns the bit of a question.
pub(crate) const fn bit(question: Question) -> u16 {
    1 << (question as u16)
}

/// The bits after those of the questions are failures of other kinds.
const _: () = assert!(Question::ALL.len() <= 13);

/// Returns the questions whose bits are set, in the order of the questionnaire.
pub(crate) fn questions_of(bits: u16) -> impl Iterator<Item = Question> {
    Question::ALL.into_iter().filter(move |question| bits & bit(*question) != 0)
}

impl Preferences {
    /// Whether a folded name is that of a school that the user prefers, or at which credit is wanted.
    pub(crate) fn names_school(&self, school: &str) -> bool {
        self.prefer_names.iter().chain(&self.credit_at).any(|name| holds_phrase(school, name))
    }

    /// Whether more than a part of a program is about the wanted field, if one is wanted.
    pub(crate) fn is_about(&self, row: usize) -> bool {
        let is_part =
            |wanted: &WantedField| wanted.matches[row].on.is_none_or(|(_, relation)| relation == Relation::Part);
        !self.field.as_deref().is_some_and(is_part)
    }

    /// Whether a program is also about what the user is, beside the wanted field.
    pub(crate) fn is_for_user(&self, row: usize) -> bool {
        self.field.as_deref().is_some_and(|wanted| wanted.matches[row].is_for_person)
    }

    /// Returns one bit for each question whose answer removes programs. A wanted field is always included: nothing off
    /// the field is ever recommended, even if the field is not a limit.
    pub(crate) fn removing(&self) -> u16 {
        let field = if self.field.is_some() { bit(Question::Field) } else { 0 };
        self.limits | field
    }
}
