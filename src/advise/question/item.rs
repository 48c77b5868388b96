//! A question of the questionnaire with its texts, choices and their effects, as read from the file.

use serde::Deserialize;

use super::{Criterion, Question};
use crate::plan::WeeklyHours;

/// How a question can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// One of its choices.
    Choice,
    /// One of its choices or a number.
    ChoiceOrNumber,
    /// One of its choices or a date.
    ChoiceOrDate,
    /// One of its choices or an amount of money.
    ChoiceOrMoney,
    /// Any number of names from the catalogue.
    Many,
}

/// The amount that a choice stands for, in units of the questionnaire's currency.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetBound {
    /// The most; `None` for no limit.
    pub limit: Option<f64>,
    /// The price whose value is 0.
    pub scale: f64,
}

/// A choice that a question offers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The name in a file of answers.
    pub value: String,
    /// The label on the screen.
    pub label: String,
    /// Other words for it that people type.
    #[serde(default)]
    pub also: Vec<String>,
    /// The wording within a sentence.
    pub phrase: String,
    /// The answer as the condition of a sentence, after `if`; `None` where [`Item::supposed`] says it with the phrase.
    pub supposed: Option<String>,
    /// What choosing it means; may be empty.
    #[serde(default)]
    pub help: String,
    /// The answer as a sentence.
    pub told: String,
    /// The effect on the lean; positive toward a MicroMasters.
    #[serde(default)]
    pub lean: i32,
    /// A factor on the weight of the question's criterion; 0 removes the criterion.
    #[serde(default = "one")]
    pub weight: f64,
    /// Whether the choice removes programs.
    #[serde(default)]
    pub limit: bool,
    /// The deadline in months, for a choice of `horizon`.
    pub months: Option<f64>,
    /// The hours a week, for a choice of `hours`.
    pub hours: Option<WeeklyHours>,
    /// The amount, for a choice of `budget`.
    pub budget: Option<BudgetBound>,
    /// Why the choice has no effect; `None` if it has one.
    pub effect_free: Option<String>,
}

fn one() -> f64 {
    1.0
}

/// The condition under which a question is asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskIf {
    /// The question that decides.
    pub question: Question,
    /// The answers to it with which this question is asked.
    pub any_of: Vec<String>,
}

/// The part of the catalogue that supplies the names for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChoicesFrom {
    /// The fields.
    Field,
    /// The institutions.
    Institution,
    /// The languages.
    Language,
}

/// A question with its texts, choices and effects.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The question.
    #[serde(rename = "id")]
    pub question: Question,
    /// The wording of the question.
    pub title: String,
    /// Another answer as the condition of a sentence, after `if`, with `{}` for the answer: `you had {} a week`.
    pub supposed: String,
    /// Why it is asked.
    pub why: String,
    /// How to answer it.
    pub help: String,
    /// How it can be answered.
    pub kind: AnswerKind,
    /// What it acts as, in words: `lean`, `limit`, `weight`.
    pub acts_as: String,
    /// Whether it weighs the kinds.
    #[serde(default)]
    pub lean: bool,
    /// The fixed choices.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// The source of its names; `None` if it takes only fixed choices.
    pub choices_from: Option<ChoicesFrom>,
    /// Whether words that are not a name in the catalogue are accepted.
    #[serde(default)]
    pub free_words: bool,
    /// Whether the answer can be made a limit.
    #[serde(default)]
    pub can_limit: bool,
    /// The criterion that it feeds; `None` if it feeds none.
    pub criterion: Option<Criterion>,
    /// The condition under which it is asked; `None` for always.
    pub ask_if: Option<AskIf>,
}

impl Item {
    /// Returns the choice with this value, or `None` if there is no such choice.
    pub fn choice(&self, value: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.value == value)
    }

    /// Whether it is answered with schools.
    pub fn asks_for_schools(&self) -> bool {
        self.choices_from == Some(ChoicesFrom::Institution)
    }

    /// Returns the index of a choice. Neighbouring choices are adjacent answers.
    pub fn position(&self, value: &str) -> Option<usize> {
        self.choices.iter().position(|choice| choice.value == value)
    }
}
