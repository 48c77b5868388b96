//! The questionnaire as data: questions, effects of choices, weights of criteria, and the scales that facts are valued
//! on. It is read from one JSON file and checked as a whole (`rules`); the code contains nothing about a question except
//! its name. A user may edit a copy, and the same file drives the screens, the commands, the graph and the tests.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::item::Item;
use super::on_file::{Caution, Finding};
use super::rules::broken_rules;
use super::{Criterion, Question, Scales};
use crate::catalog::{Currency, Kind, printable};

/// The questionnaire that ships with the program.
static EMBEDDED: &str = include_str!("../../../assets/questionnaire.json");

/// The format that this version reads.
pub const QUESTIONNAIRE_FORMAT: &str = "prospectus-questionnaire/2";

/// Why a questionnaire could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum QuestionnaireError {
    /// The text is not JSON, or not of the shape of a questionnaire.
    #[error("the questionnaire cannot be read: {}", printable(.0))]
    NotAQuestionnaire(String),
    /// The questionnaire breaks rules; one message for each.
    #[error("the questionnaire breaks a rule: {}", printable(&.0.join("; ")))]
    Rejected(Vec<String>),
}

/// The thresholds of the lean for each verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// The fewest answers to the questions that weigh the kinds for which a verdict is given.
    pub least_answers: usize,
    /// The largest lean, in either direction, that is close.
    pub close: i32,
    /// The smallest lean, in either direction, that is strong.
    pub strong: i32,
}

/// The defaults for a kind of credential.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindDefaults {
    /// 1 on the side of a MicroMasters, -1 on the side of a Professional Certificate, 0 for neither.
    pub side: f64,
    /// What is presumed about its credit if nothing is on record.
    pub credit: PresumedCredit,
    /// How theoretical its programs usually are, from 0 to 1: the median of those whose level is on record. It bounds
    /// what a level gives that is only presumed from the kind. `None` if too few have a level on record.
    #[serde(default)]
    pub usual_depth: Option<f64>,
}

/// What is presumed about the credit of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresumedCredit {
    /// It gives no credit.
    None,
    /// Credit is possible; the school decides.
    Possible,
}

/// The whole questionnaire.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The format, which must be [`QUESTIONNAIRE_FORMAT`].
    pub(super) format: String,
    /// The questions in the order in which they are asked.
    #[serde(rename = "questions")]
    pub items: Vec<Item>,
    /// The thresholds of the lean.
    pub verdict: Thresholds,
    /// The weight of each criterion.
    pub weights: BTreeMap<Criterion, f64>,
    /// The defaults for each kind, by its slug.
    pub kinds: BTreeMap<String, KindDefaults>,
    /// The scales that facts are valued on.
    pub scales: Scales,
    /// The code of the currency of the budget's choices.
    pub budget_currency: String,
    /// How far a price may exceed the budget, with a warning, in per cent.
    pub stretch_percent: u32,
    /// Cautions about programs and institutions.
    pub cautions: Vec<Caution>,
    /// Findings about programs that are not in the catalogue.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

impl Questionnaire {
    /// Returns the shipped questionnaire.
    ///
    /// # Errors
    ///
    /// [`QuestionnaireError`] if it cannot be read.
    pub fn embedded() -> Result<Self, QuestionnaireError> {
        Self::parse(EMBEDDED)
    }

    /// Reads and checks a questionnaire.
    ///
    /// # Errors
    ///
    /// [`QuestionnaireError`] if the text has another shape or breaks rules; all broken rules are reported at once.
    pub fn parse(text: &str) -> Result<Self, QuestionnaireError> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let read: Self = serde_path_to_error::deserialize(&mut deserializer)
            .map_err(|error| QuestionnaireError::NotAQuestionnaire(printable(&error.to_string()).into_owned()))?;
        let problems = broken_rules(text, &read);
        if problems.is_empty() { Ok(read) } else { Err(QuestionnaireError::Rejected(problems)) }
    }

    /// Returns a question with its texts, choices and effects.
    pub fn item(&self, question: Question) -> &Item {
        let place = self.items.iter().position(|item| item.question == question);
        // The index exists: `parse` refuses a questionnaire that lacks a question.
        &self.items[place.unwrap_or_default()]
    }

    /// Returns the questions that weigh the kinds, in the order in which they are asked.
    pub fn lean_questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.lean)
    }

    /// Returns the weight of a criterion.
    pub fn weight(&self, criterion: Criterion) -> f64 {
        self.weights.get(&criterion).copied().unwrap_or_default()
    }

    /// Returns the defaults for a kind, or `None` if it is not listed.
    pub fn kind(&self, kind: &Kind) -> Option<KindDefaults> {
        self.kinds.get(&kind.slug()).copied()
    }

    /// Returns the currency of the budget's choices.
    pub fn currency(&self) -> Currency {
        Currency::parse(&self.budget_currency).unwrap_or(Currency::USD)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_without_the_characters_that_are_wrong() {
        let text = EMBEDDED.replacen(QUESTIONNAIRE_FORMAT, "a\\r\\u001b[2J", 1);
        let error = Questionnaire::parse(&text).expect_err("another format").to_string();
        assert!(error.contains("the format is") && !error.contains(char::is_control), "{error:?}");
    }

    #[test]
    fn the_shipped_questionnaire_has_thirteen_questions_and_keeps_its_rules() {
        let questionnaire = Questionnaire::embedded().expect("the shipped questionnaire");
        assert_eq!(questionnaire.items.len(), 13);
        assert_eq!(questionnaire.items[0].question, Question::Field);
        assert_eq!(questionnaire.items[1].question, Question::Goal);
        assert_eq!(questionnaire.lean_questions().count(), 8);
    }

    #[test]
    fn every_choice_has_an_effect_or_says_that_it_has_none() {
        let questionnaire = Questionnaire::embedded().expect("the shipped questionnaire");
        for item in &questionnaire.items {
            for choice in &item.choices {
                let weighs = item.criterion.is_some() && choice.weight > 0.0;
                let acts = choice.lean != 0 || choice.limit || weighs || choice.weight == 0.0;
                assert_ne!(
                    acts,
                    choice.effect_free.is_some() && choice.weight > 0.0,
                    "{:?} {}",
                    item.question,
                    choice.value
                );
            }
        }
    }

    #[test]
    fn a_questionnaire_with_a_slip_names_it() {
        let broken = EMBEDDED.replace("\"id\": \"goal\"", "\"id\": \"gaol\"");
        let message = Questionnaire::parse(&broken).expect_err("a slip").to_string();
        assert!(message.contains("gaol") && message.contains("Did you mean `goal`?"), "{message}");
        let twice = EMBEDDED.replace("\"id\": \"goal\"", "\"id\": \"depth\"");
        let message = Questionnaire::parse(&twice).expect_err("a question is missing").to_string();
        assert!(message.contains("`goal` occurs 0 times") && message.contains("`depth` occurs 2 times"), "{message}");
    }

    #[test]
    fn the_time_scale_is_read_between_its_points() {
        let scales = Questionnaire::embedded().expect("the shipped questionnaire").scales;
        assert!((scales.time(0.2) - 1.0).abs() < 1e-12);
        assert!((scales.time(1.25) - 0.375).abs() < 1e-12);
        assert!(scales.time(9.0).abs() < 1e-12);
    }
}
