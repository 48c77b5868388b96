//! Problems with answers, each worded with what would be accepted instead. The sentences are the same for files,
//! commands, line mode and screens.

use jiff::civil::Date;

use super::parse::TwoDates;
use super::{Item, Question};
use crate::catalog::{did_you_mean, printable, sentence};
use crate::english::or_list;
use crate::names::{NameError, quoted};
use crate::numbers::TwoReadings;

/// A problem with an answer, worded in one or two sentences.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// The text is not a JSON object.
    #[error("The answers are not a JSON object of questions and answers{}.", .0.as_ref().map_or_else(String::new, |why| format!(": {}", printable(why))))]
    NotAnObject(
        /// The message of the parser.
        Option<String>,
    ),
    /// A setting without an equals sign.
    #[error("`{}` is not of the form QUESTION=VALUE.", quoted(.0))]
    NotASetting(String),
    /// No question has this name.
    #[error("{}", unknown_question(.0))]
    Question(NameError),
    /// A question is answered twice.
    #[error("`{}` is answered twice; a question has one answer.", .0.slug())]
    Twice(Question),
    /// A name matches nothing, or several things.
    #[error("{}", sentence(&.0.to_string()))]
    Name(NameError),
    /// A name is not a language.
    #[error("{}{}", sentence(&error.to_string()), here(languages))]
    Language {
        /// Why the name was refused.
        error: NameError,
        /// The languages of the catalogue.
        languages: Vec<String>,
    },
    /// A name has no letters or digits.
    #[error("A name in `{}` is empty.", .0.slug())]
    EmptyName(Question),
    /// The value is neither a choice of the question nor anything else that it accepts.
    #[error("{} Use {}.", .0, .0.says())]
    NoChoice(Box<NoChoice>),
    /// The hours a week are out of range.
    #[error("`{0}` hours a week is not possible: use a number from 0.25 to 168.")]
    Hours(String),
    /// An amount can be read in two ways.
    #[error(transparent)]
    Amount(#[from] TwoReadings),
    /// An amount has no number.
    #[error("`budget` needs an `amount` that is a number, 0 or more.")]
    NoAmount,
    /// An amount has no currency.
    #[error("`budget` needs a `currency` of three capital letters, such as \"USD\".")]
    NoCurrency,
    /// Credit is wanted at a school that is not named.
    #[error("`at` of `credit` must be the name of a school.")]
    NoSchool,
    /// A flag is neither true nor false.
    #[error("`cannot_prepare` of `level` must be true or false.")]
    CannotPrepare,
    /// The answer has a part that the question does not have.
    #[error("`{question}` has no part called `{}`.{}", quoted(part), did_you_mean(part, known.iter().copied()))]
    Part {
        /// The question.
        question: &'static str,
        /// The unknown part.
        part: String,
        /// The parts that the question has.
        known: &'static [&'static str],
    },
    /// Names are given neither as a list nor as a limit.
    #[error("`{0}` must be either a list or {{\"only\": [...]}}.")]
    ListOrOnly(&'static str),
    /// The value is neither a name nor a list of names.
    #[error("`{0}` must be a list of names.")]
    NotNames(&'static str),
    /// The list has more names than an answer may have.
    #[error("`{question}` has {named} names; at most {most} are read.")]
    TooManyNames {
        /// The question.
        question: &'static str,
        /// The number of names in the list.
        named: usize,
        /// The most names that an answer may have.
        most: usize,
    },
    /// The day and the month of a deadline are ambiguous.
    #[error(transparent)]
    TwoDates(#[from] TwoDates),
    /// The deadline is before the date of the advice.
    #[error(transparent)]
    Passed(#[from] DeadlinePassed),
}

impl AnswerProblem {
    /// Returns the message for a user who has the question in sight. Choices go by their labels there: their names in
    /// files mean nothing to somebody who has never seen such a file.
    pub fn beside(&self, item: &Item) -> String {
        let label = |value: &String| item.choice(value).map_or_else(|| value.clone(), |choice| choice.label.clone());
        match self {
            Self::NoChoice(refused) => refused.beside(item),
            Self::Name(NameError::Ambiguous { typed, labels }) => {
                let labels = labels.iter().map(label).collect();
                sentence(&NameError::Ambiguous { typed: typed.clone(), labels }.to_string())
            }
            other => other.to_string(),
        }
    }
}

/// A deadline before the date of the advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The deadline {date} has passed: dates are counted from {as_of}. Use a later date.")]
pub struct DeadlinePassed {
    /// The deadline.
    pub date: Date,
    /// The date of the advice.
    pub as_of: Date,
}

/// A value that is not a choice of the question it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoChoice {
    question: Question,
    title: String,
    typed: String,
    nearest: Option<String>,
    choices: Vec<String>,
    or_else: &'static str,
}

impl NoChoice {
    /// Describes a refused value: what was typed, the nearest choice, and what the question accepts besides choices.
    pub(super) fn of(item: &Item, typed: String, nearest: Option<String>, or_else: &'static str) -> Self {
        let choices = item.choices.iter().map(|choice| choice.value.clone()).collect();
        Self { question: item.question, title: item.title.clone(), typed, nearest, choices, or_else }
    }

    /// Returns what can be answered, worded as the middle of a sentence.
    fn says(&self) -> String {
        self.or(self.choices.iter().map(|value| format!("`{value}`")).collect())
    }

    /// Returns the choices, as they are worded here, and what else the question accepts.
    fn or(&self, mut all: Vec<String>) -> String {
        all.extend((!self.or_else.is_empty()).then(|| self.or_else.to_owned()));
        or_list(&all)
    }

    /// Returns the message with the labels of the choices.
    fn beside(&self, item: &Item) -> String {
        let near = self.nearest.as_ref().and_then(|value| item.choice(value));
        let near = near.map_or_else(String::new, |choice| format!(" Did you mean “{}”?", choice.label));
        let labels = item.choices.iter().map(|choice| format!("“{}”", choice.label)).collect();
        format!("{}{near} Use {}.", self.refusal(""), self.or(labels))
    }

    /// Returns the sentence that what was typed is no answer. `name` follows the title of the question.
    fn refusal(&self, name: &str) -> String {
        let typed = quoted(&self.typed);
        match self.question {
            Question::Horizon => format!("`{typed}` is not a deadline."),
            Question::Hours => format!("`{typed}` is not a number of hours a week."),
            Question::Budget => format!("`{typed}` is not an amount of money."),
            _ => format!("`{typed}` is not an answer to “{}”{name}.", self.title),
        }
    }
}

impl std::fmt::Display for NoChoice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.refusal(&format!(" ({})", self.question.slug())))?;
        self.nearest.as_ref().map_or(Ok(()), |near| write!(f, " Did you mean `{near}`?"))
    }
}

/// Returns the message for an unknown name of a question, with the nearest name, or with all names if none is near.
fn unknown_question(error: &NameError) -> String {
    match error {
        NameError::Unknown { typed, nearest: None, .. } => {
            let all: Vec<String> = Question::ALL.iter().map(|question| format!("`{}`", question.slug())).collect();
            format!("No question is called `{}`. The questions are {}.", quoted(typed), all.join(", "))
        }
        other => sentence(&other.to_string()),
    }
}

/// Returns a sentence that lists the languages of the catalogue; empty if there are none.
fn here(languages: &[String]) -> String {
    if languages.is_empty() { String::new() } else { format!(" The catalogue has {}.", languages.join(", ")) }
}

/// Everything in a set of answers that is not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentences().join("\n"))]
pub struct AnswersError(
    /// The problems, one for each thing that is not understood.
    pub Vec<AnswerProblem>,
);

impl AnswersError {
    /// Returns a message for each problem.
    pub fn sentences(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }

    /// Returns the message for a user who has the question in sight, with its choices by their labels.
    pub fn beside(&self, item: &Item) -> String {
        self.0.iter().map(|problem| problem.beside(item)).collect::<Vec<_>>().join(" ")
    }
}

impl From<AnswerProblem> for AnswersError {
    fn from(problem: AnswerProblem) -> Self {
        Self(vec![problem])
    }
}
