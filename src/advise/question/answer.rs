//! The answer to one question, as JSON, as one line of a file, and as people read it.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Item, Question};
use crate::catalog::{Currency, Money, number_json};
use crate::english::{counted, hours_words};

/// The answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// One of its choices, by value.
    Choice(String),
    /// The level in the field, for a user who cannot prepare for a program that starts higher.
    CannotPrepare(String),
    /// The school at which the program should count toward a degree.
    CreditAt(String),
    /// Hours a week.
    Hours(f64),
    /// A deadline.
    Date(Date),
    /// A deadline in months from the date of the advice, if it is not one of the choices.
    Months(u32),
    /// The most that the user would pay.
    Money {
        /// The amount in hundredths.
        hundredths: i64,
        /// The currency of the amount.
        currency: Currency,
    },
    /// Languages, or fields in the catalogue's spelling if it has them.
    Names {
        /// The names; at least one.
        names: Vec<String>,
        /// Whether everything else is removed.
        only: bool,
    },
    /// Institutions by their full names; at least one in total.
    Institutions {
        /// The institutions that are preferred.
        prefer: Vec<String>,
        /// The institutions of which one is required.
        must: Vec<String>,
    },
}

/// `Hours` is never NaN, because only numbers within a range are read.
impl Eq for Answer {}

impl Answer {
    /// Returns the value of the choice, or `None` if the answer is not a choice.
    pub fn choice(&self) -> Option<&str> {
        match self {
            Self::Choice(value) | Self::CannotPrepare(value) => Some(value),
            _ => None,
        }
    }

    /// Whether a user can choose to give this answer. What they know, what they have completed, that they have no money
    /// and that an employer pays are facts about them.
    pub(crate) fn is_choosable(&self, question: Question) -> bool {
        match question {
            Question::Education | Question::Level => false,
            Question::Budget => !matches!(self.choice(), Some("employer" | "nothing")),
            _ => true,
        }
    }

    /// Returns the answer as JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Choice(value) => json!(value),
            Self::CannotPrepare(value) => json!({"is": value, "cannot_prepare": true}),
            Self::CreditAt(school) => json!({"at": school}),
            Self::Hours(hours) => number_json(*hours),
            Self::Date(date) => json!(date.to_string()),
            Self::Months(months) => json!(format!("{months}m")),
            Self::Money { hundredths, currency } => {
                json!({"amount": number_json(*hundredths as f64 / 100.0), "currency": currency.code()})
            }
            Self::Names { names, only: false } => json!(names),
            Self::Names { names, only: true } => json!({"only": names}),
            Self::Institutions { prefer, must } => json!({"prefer": prefer, "must": must}),
        }
    }

    /// Returns the answer to a question as people read it: the label of its choice, or a number with its unit.
    pub fn in_words(&self, item: &Item) -> String {
        let label = |value: &String| item.choice(value).map_or_else(|| value.clone(), |choice| choice.label.clone());
        match self {
            Self::Choice(value) => label(value),
            Self::CannotPrepare(value) => format!("{}; you cannot prepare first", label(value)),
            Self::Hours(hours) => format!("{} a week", hours_words(*hours)),
            Self::Months(months) => counted(*months as usize, "month"),
            Self::Money { hundredths, currency } => {
                let amount = *hundredths as f64 / 100.0;
                Money::from_units(amount, amount, *currency).to_string()
            }
            other => other.short(),
        }
    }

    /// Returns the answer on one line, as in a file: `8-12`, `2027-06-30`, `EUR 900`, `only English, Spanish`.
    pub fn short(&self) -> String {
        match self {
            Self::Choice(value) | Self::CannotPrepare(value) => value.clone(),
            Self::CreditAt(school) => format!("at {school}"),
            Self::Hours(hours) => number_json(*hours).to_string(),
            Self::Date(date) => date.to_string(),
            Self::Months(months) => format!("{months}m"),
            Self::Money { hundredths, currency } => {
                format!("{} {}", currency.code(), number_json(*hundredths as f64 / 100.0))
            }
            Self::Names { names, only } => format!("{}{}", if *only { "only " } else { "" }, names.join(", ")),
            Self::Institutions { prefer, must } if must.is_empty() => prefer.join(", "),
            Self::Institutions { prefer, must } if prefer.is_empty() => format!("must: {}", must.join(", ")),
            Self::Institutions { prefer, must } => {
                format!("must: {}; prefer: {}", must.join(", "), prefer.join(", "))
            }
        }
    }
}
