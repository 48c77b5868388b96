//! What is asked and answered: the names of the questions and of the criteria, which files, commands and the code share;
//! the questionnaire as data; answers and how they are read. It knows names of a catalogue, but no program and no result.

pub(crate) mod answers;
pub(crate) mod names;
pub(crate) mod parse;
mod problem;
pub(crate) mod questionnaire;
mod read;

pub use answers::{Answer, Answers, AnswersError};
pub use names::Names;
pub use problem::{AnswerProblem, DeadlinePassed, NoChoice, TwoAmounts};
pub use questionnaire::{
    AnswerKind, AskIf, Caution, Choice, ChoicesFrom, Finding, Item, KindDefaults, QUESTIONNAIRE_FORMAT, Questionnaire,
    QuestionnaireError, Scales, Thresholds,
};

use crate::catalog::did_you_mean;
use crate::names::{Candidate, NameError, one_of};

/// Reading of enumerations by their names, with the nearest one where none fits.
macro_rules! read_by_slug {
    ($type:ident) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let slug = String::deserialize(deserializer)?;
                Self::from_slug(&slug).ok_or_else(|| {
                    let hint = did_you_mean(&slug, Self::ALL.map(Self::slug));
                    serde::de::Error::custom(format!("`{slug}` is not known here.{hint}"))
                })
            }
        }
    };
}

read_by_slug!(Question);
read_by_slug!(Criterion);

named! {
    /// A question that can be answered. The order in which they are asked is data.
    Question {
        /// What the credential should do first.
        Goal = "goal";
        /// In which languages one can study.
        Language = "language";
        /// In which fields.
        Field = "field";
        /// Where one stands in the field.
        Level = "level";
        /// Whether it should be able to count toward a degree.
        Credit = "credit";
        /// The highest completed study.
        Education = "education";
        /// When it must be finished.
        Horizon = "horizon";
        /// Hours a week.
        Hours = "hours";
        /// The most that the person would pay.
        Budget = "budget";
        /// Practical or theoretical.
        Depth = "depth";
        /// Whether exams are welcome.
        Exams = "exams";
        /// Self-paced or scheduled.
        Pacing = "pacing";
        /// Whose program.
        Institution = "institution";
    }
}

named! {
    /// What programs are scored by.
    Criterion {
        /// Whether the kind is the one that the answers lean to.
        Type = "type";
        /// Whether it is about what is wanted.
        Field = "field";
        /// What it can do for a degree.
        Credit = "credit";
        /// How well it fits before the deadline.
        Time = "time";
        /// How much of the budget it takes.
        Cost = "cost";
        /// Whether its level is the right one.
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
    /// The question that people call that: by its name or another word for it, in whatever spelling.
    pub fn called(typed: &str) -> Result<Self, NameError> {
        let candidate = |question: Self| Candidate::new(question.slug(), question.slug(), question.others());
        one_of("question", typed, &Self::ALL, candidate)
    }

    /// What people read for it; one of the names that it can be typed by.
    pub fn label(self) -> &'static str {
        match self {
            Self::Horizon => "deadline",
            Self::Institution => "school",
            other => other.slug(),
        }
    }

    /// What else it is called.
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
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The name for people, at most ten columns.
    pub fn label(self) -> &'static str {
        match self {
            Self::Type => "goal",
            Self::Brand => "school",
            Self::Fit => "level",
            other => other.slug(),
        }
    }
}
