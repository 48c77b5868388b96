//! Questions and answers: the names of questions and criteria, shared by files, commands and code; the questionnaire as
//! data; answers and how they are read. It depends on the names in a catalogue, but not on programs or results.

mod answer;
pub(crate) mod answers;
mod item;
mod load;
pub(crate) mod names;
mod on_file;
pub(crate) mod parse;
mod problem;
pub(crate) mod questionnaire;
mod read;
mod rules;
pub(crate) mod scales;

pub use answer::Answer;
pub use answers::Answers;
pub use item::{AnswerKind, AskIf, Choice, ChoicesFrom, Item};
pub use load::QuestionnaireError;
pub use names::Names;
pub use on_file::{Caution, Finding};
pub use parse::TwoDates;
pub use problem::{AnswerProblem, AnswersError, DeadlinePassed, NoChoice};
pub use questionnaire::{KindDefaults, QUESTIONNAIRE_FORMAT, Questionnaire, Thresholds};
pub use scales::Scales;

use crate::catalog::did_you_mean;
use crate::names::{Candidate, NameError, one_of};

/// Implements `Deserialize` for an enumeration by name; an error suggests the nearest name.
macro_rules! read_by_slug {
    ($type:ident) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let slug = String::deserialize(deserializer)?;
                Self::from_slug(&slug).ok_or_else(|| {
                    let hint = did_you_mean(&slug, Self::ALL.map(Self::slug));
                    serde::de::Error::custom(format!("`{slug}` is not one of the allowed values.{hint}"))
                })
            }
        }
    };
}

read_by_slug!(Question);
read_by_slug!(Criterion);

named! {
    /// A question that can be answered. The order in which they are asked is part of the questionnaire.
    Question {
        /// What the credential should do first.
        Goal = "goal";
        /// The languages the user can study in.
        Language = "language";
        /// The fields the user wants to learn.
        Field = "field";
        /// The user's level in the field.
        Level = "level";
        /// Whether it should be able to count toward a degree.
        Credit = "credit";
        /// The highest completed education.
        Education = "education";
        /// When it must be finished.
        Horizon = "horizon";
        /// The hours a week for study.
        Hours = "hours";
        /// The most that the user would pay.
        Budget = "budget";
        /// Practical or theoretical.
        Depth = "depth";
        /// Whether exams are welcome.
        Exams = "exams";
        /// Self-paced or scheduled.
        Pacing = "pacing";
        /// Which institutions are preferred or required.
        Institution = "institution";
    }
}

named! {
    /// A criterion by which programs are scored.
    Criterion {
        /// Whether the kind is the one the answers lean to.
        Type = "type";
        /// Whether it is about the wanted field.
        Field = "field";
        /// How far it can count toward a degree.
        Credit = "credit";
        /// How well it fits before the deadline.
        Time = "time";
        /// How much of the budget it takes.
        Cost = "cost";
        /// Whether its level suits the user.
        Fit = "fit";
        /// Practical or theoretical.
        Depth = "depth";
        /// Graded and proctored exams.
        Exams = "exams";
        /// Who sets the pace.
        Pacing = "pacing";
        /// Whether a preferred institution offers it.
        Brand = "brand";
    }
}

impl Question {
    /// Returns the question with this name or synonym, in any spelling.
    ///
    /// # Errors
    ///
    /// [`NameError`] if no question has the name.
    pub fn called(typed: &str) -> Result<Self, NameError> {
        let candidate = |question: Self| Candidate::new(question.slug(), question.slug(), question.others());
        one_of("question", typed, &Self::ALL, candidate)
    }

    /// Returns the label shown to people, which can also be typed as a name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Horizon => "deadline",
            Self::Institution => "school",
            other => other.slug(),
        }
    }

    /// Returns the synonyms of the question.
    fn others(self) -> &'static [&'static str] {
        match self {
            Self::Language => &["languages"],
            Self::Field => &["fields", "topic", "topics", "subject"],
            Self::Horizon => &["deadline"],
            Self::Budget => &["price", "cost"],
            Self::Institution => &["institutions", "school", "university"],
            _ => &[],
        }
    }
}

impl Criterion {
    /// The number of criteria.
    pub const COUNT: usize = Self::ALL.len();

    /// Returns the label shown to people, at most ten columns wide.
    pub fn label(self) -> &'static str {
        match self {
            Self::Type => "goal",
            Self::Brand => "school",
            Self::Fit => "level",
            other => other.slug(),
        }
    }
}
