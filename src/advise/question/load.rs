//! Reading a questionnaire, and checking it as a whole: the shipped one, or an edited copy.

use super::questionnaire::Questionnaire;
use super::rules::broken_rules;
use crate::catalog::printable;

/// The questionnaire that ships with the program.
static EMBEDDED: &str = include_str!("../../../assets/questionnaire.json");

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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advise::question::{QUESTIONNAIRE_FORMAT, Question};

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
