//! Why an answer is not understood, each with what would be. It knows the words of the questions; the sentences are the
//! same for files, commands, lines and screens.

use jiff::civil::Date;

use super::{Item, Question};
use crate::catalog::{did_you_mean, printable, sentence};
use crate::english::or_list;
use crate::names::NameError;

/// One thing about answers that is not understood; its words are one or two sentences.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// The whole is something else.
    #[error("The answers are not a JSON object of questions and answers{}.", .0.as_ref().map_or_else(String::new, |why| format!(": {}", printable(why))))]
    NotAnObject(
        /// What the parser says.
        Option<String>,
    ),
    /// A setting without a sign of equality.
    #[error("`{}` is not of the form QUESTION=VALUE.", printable(.0))]
    NotASetting(String),
    /// No question has that name.
    #[error("{}", unknown_question(.0))]
    Question(NameError),
    /// A question stands twice.
    #[error("`{}` is answered twice; a question has one answer.", .0.slug())]
    Twice(Question),
    /// A name that means none, or several.
    #[error("{}", sentence(&.0.to_string()))]
    Name(NameError),
    /// A name that is no language.
    #[error("{}{}", sentence(&error.to_string()), here(languages))]
    Language {
        /// Why not.
        error: NameError,
        /// The languages of the catalogue.
        languages: Vec<String>,
    },
    /// A name without a letter.
    #[error("A name in `{}` is empty.", .0.slug())]
    EmptyName(Question),
    /// What stands at a question is no choice of it and nothing else that it takes.
    #[error("{} Say {}.", .0, .0.says())]
    NoChoice(Box<NoChoice>),
    /// More hours than a week has, or hardly any.
    #[error("`{0}` hours a week cannot be: say a number from 0.25 to 168.")]
    Hours(String),
    /// An amount that could be two.
    #[error(transparent)]
    Amount(#[from] TwoAmounts),
    /// A sum without a number.
    #[error("`budget` needs an `amount` that is a number, 0 or more.")]
    NoAmount,
    /// A sum without a currency.
    #[error("`budget` needs a `currency` of three capital letters, such as \"USD\".")]
    NoCurrency,
    /// Credit at a school that is not named.
    #[error("`at` of `credit` is the name of a school.")]
    NoSchool,
    /// A part that is neither true nor false.
    #[error("`cannot_prepare` of `level` is true or false.")]
    CannotPrepare,
    /// A part that the answer to the question does not have.
    #[error("`{question}` has no part called `{}`.{}", printable(part), did_you_mean(part, known.iter().copied()))]
    Part {
        /// The question.
        question: &'static str,
        /// What was given.
        part: String,
        /// What it has.
        known: &'static [&'static str],
    },
    /// Names that are neither a list nor a limit.
    #[error("`{0}` is either a list or {{\"only\": [...]}}.")]
    ListOrOnly(&'static str),
    /// Something that is no name and no list.
    #[error("`{0}` is a list of names.")]
    NotNames(&'static str),
    /// A deadline before the day reckoned from.
    #[error(transparent)]
    Passed(#[from] DeadlinePassed),
}

/// A deadline that lies before the day reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("The deadline {date} has passed: the day reckoned from is {as_of}. Say a later date.")]
pub struct DeadlinePassed {
    /// The deadline.
    pub date: Date,
    /// The day reckoned from.
    pub as_of: Date,
}

/// An amount that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` can be read in two ways: write {whole}, or {small} for the small amount.", printable(typed))]
pub struct TwoAmounts {
    /// What was typed.
    pub typed: String,
    /// The large one.
    pub whole: String,
    /// The small one.
    pub small: String,
}

/// What was said to a question that offers choices.
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
    /// What was typed to a question, the choice that is nearest to it, and what would do besides a choice.
    pub(super) fn of(item: &Item, typed: String, nearest: Option<String>, or_else: &'static str) -> Self {
        let choices = item.choices.iter().map(|choice| choice.value.clone()).collect();
        Self { question: item.question, title: item.title.clone(), typed, nearest, choices, or_else }
    }

    /// What can be said, as the middle of a sentence.
    fn says(&self) -> String {
        let mut all: Vec<String> = self.choices.iter().map(|value| format!("`{value}`")).collect();
        all.extend((!self.or_else.is_empty()).then(|| self.or_else.to_owned()));
        or_list(&all)
    }
}

impl std::fmt::Display for NoChoice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let typed = printable(&self.typed);
        match self.question {
            Question::Horizon => write!(f, "`{typed}` is no deadline.")?,
            Question::Hours => write!(f, "`{typed}` is no number of hours a week.")?,
            Question::Budget => write!(f, "`{typed}` is no amount of money.")?,
            other => write!(f, "`{typed}` is no answer to “{}” ({}).", self.title, other.slug())?,
        }
        self.nearest.as_ref().map_or(Ok(()), |near| write!(f, " Did you mean `{near}`?"))
    }
}

/// A name that no question has, with the nearest one, or all where none is near.
fn unknown_question(error: &NameError) -> String {
    match error {
        NameError::Unknown { typed, nearest: None, .. } => {
            let all: Vec<String> = Question::ALL.iter().map(|question| format!("`{}`", question.slug())).collect();
            format!("No question is called `{}`. The questions are {}.", printable(typed), all.join(", "))
        }
        other => sentence(&other.to_string()),
    }
}

/// The languages that there are, as a sentence after another.
fn here(languages: &[String]) -> String {
    if languages.is_empty() { String::new() } else { format!(" The catalogue has {}.", languages.join(", ")) }
}
