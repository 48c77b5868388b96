//! The questionnaire as data: questions, effects of choices, weights of criteria, and the scales that facts are valued
//! on. It is read from one JSON file and checked as a whole; the code contains nothing about a question except its
//! name. A user may edit a copy, and the same file drives the screens, the commands, the graph and the tests.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Criterion, Question, Scales};
use crate::catalog::{Currency, Kind, Level, has_unsafe_char, printable};
use crate::names::{holds_phrase, spaced};
use crate::plan::WeeklyHours;

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
    /// The wording within a sentence.
    pub phrase: String,
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

/// A recorded caution about a program, or about a kind or a field at an institution.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// The id of the program; `None` if the caution is about an institution.
    pub program: Option<String>,
    /// The key of the institution; `None` if the caution is about a program.
    pub institution: Option<String>,
    /// The kind at the institution, as a slug.
    pub kind: Option<String>,
    /// The field at the institution. Such a caution is shown to users who prefer the institution and want the field.
    pub field: Option<String>,
    /// The text of the caution.
    pub says: String,
    /// The date of the caution.
    pub as_of: String,
    /// The id of the guide's flag behind it.
    pub flag: String,
    /// Whether it is shown only to users who want credit.
    #[serde(default)]
    pub when_goal_or_credit: bool,
}

/// What is known about a program that people ask for and that is not in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The words that identify it: the request must contain one word of each list.
    pub all: Vec<Vec<String>>,
    /// The kind it is said to be, as a slug; programs of this kind are suggested first.
    pub kind: Option<String>,
    /// What to search for instead if the words themselves find nothing.
    pub near: Option<String>,
    /// The id of the guide's flag that tells what was found.
    pub flag: String,
    /// Further text; may be empty.
    #[serde(default)]
    pub says: String,
}

impl Finding {
    /// Whether a folded text names it.
    pub(crate) fn is_about(&self, folded: &str) -> bool {
        let stands = |word: &String| holds_phrase(folded, &spaced(word));
        !self.all.is_empty() && self.all.iter().all(|words| words.iter().any(stands))
    }
}

/// The whole questionnaire.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The format, which must be [`QUESTIONNAIRE_FORMAT`].
    format: String,
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

/// Finds texts with control characters, which a terminal could execute.
fn unsafe_texts(text: &str) -> Vec<String> {
    fn walk(value: &Value, path: &str, problems: &mut Vec<String>) {
        match value {
            Value::String(text) if has_unsafe_char(text) => {
                problems.push(format!("{path} holds control characters or escape sequences"));
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(at, value)| walk(value, &format!("{path}[{at}]"), problems));
            }
            Value::Object(values) => {
                values.iter().for_each(|(name, value)| walk(value, &format!("{path}.{name}"), problems));
            }
            _ => {}
        }
    }
    let mut problems = Vec::new();
    if let Ok(whole) = serde_json::from_str(text) {
        walk(&whole, "the questionnaire", &mut problems);
    }
    problems
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
        let mut problems = unsafe_texts(text);
        problems.extend(read.problems());
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

    fn problems(&self) -> Vec<String> {
        let mut problems = Vec::new();
        if self.format != QUESTIONNAIRE_FORMAT {
            problems.push(format!("the format is `{}`; this version reads `{QUESTIONNAIRE_FORMAT}`", self.format));
        }
        for question in &Question::ALL {
            let times = self.items.iter().filter(|item| item.question == *question).count();
            if times != 1 {
                problems.push(format!(
                    "the question `{}` occurs {times} times; it must occur exactly once",
                    question.slug()
                ));
            }
        }
        for item in &self.items {
            self.check_item(item, &mut problems);
        }
        for criterion in &Criterion::ALL {
            let is_weight = self.weights.get(criterion).is_some_and(|weight| weight.is_finite() && *weight >= 0.0);
            if !is_weight {
                problems.push(format!("the criterion `{}` needs a weight of 0 or more", criterion.slug()));
            }
        }
        self.check_scales(&mut problems);
        problems
    }

    fn check_item(&self, item: &Item, problems: &mut Vec<String>) {
        let id = item.question.slug();
        let has_choices = !item.choices.is_empty();
        if (item.kind == AnswerKind::Many) == has_choices
            || (item.kind == AnswerKind::Many) != item.choices_from.is_some()
        {
            problems.push(format!("`{id}` needs choices of its own, or, if it takes many, `choices_from`"));
        }
        for choice in &item.choices {
            let value = &choice.value;
            if item.choices.iter().filter(|other| other.value == *value).count() > 1 {
                problems.push(format!("`{id}` has the choice `{value}` twice"));
            }
            if !item.lean && choice.lean != 0 {
                problems.push(format!("`{id}`: `{value}` has a lean, but the question is not marked `lean`"));
            }
            if item.question == Question::Hours && !choice.hours.is_some_and(is_rising) {
                problems.push(format!("`{id}`: `{value}` needs hours above 0 that rise from low to likely to high"));
            }
            if item.question == Question::Budget && !choice.budget.is_some_and(|budget| budget.scale > 0.0) {
                problems.push(format!("`{id}`: `{value}` needs a budget with a scale above 0"));
            }
            if !(choice.weight >= 0.0 && choice.weight.is_finite()) {
                problems.push(format!("`{id}`: the weight of `{value}` is below 0"));
            }
        }
        if let Some(ask_if) = &item.ask_if {
            let known = |value: &String| self.item(ask_if.question).choice(value).is_some();
            if ask_if.question == item.question || !ask_if.any_of.iter().all(known) {
                problems
                    .push(format!("`{id}` is asked after an answer that `{}` does not offer", ask_if.question.slug()));
            }
        }
    }

    fn check_scales(&self, problems: &mut Vec<String>) {
        let is_falling = self.scales.time.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 >= pair[1].1);
        if self.scales.time.is_empty() || !is_falling {
            problems.push("the scale `time` needs shares that rise and values that fall".to_owned());
        }
        for level in &Level::ALL {
            let has_fit = self.item(Question::Level).choices.iter().all(|choice| {
                self.scales.level_fit.get(&choice.value).is_some_and(|row| row.contains_key(level.slug()))
            });
            if !has_fit || !self.scales.depth.contains_key(level.slug()) {
                problems.push(format!("the scales `level_fit` and `depth` need a value for `{}`", level.slug()));
            }
        }
        if Currency::parse(&self.budget_currency).is_none() {
            problems.push("`budget_currency` is not a code of three capital letters".to_owned());
        }
    }
}

fn is_rising(hours: WeeklyHours) -> bool {
    0.0 < hours.low && hours.low <= hours.likely && hours.likely <= hours.high
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
