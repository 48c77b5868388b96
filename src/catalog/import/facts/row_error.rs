//! Why a row of a table of facts cannot be used, worded as the end of a sentence that begins with the position of the
//! row, with advice where possible.

use crate::catalog::{Basis, did_you_mean, printable};

/// The number of characters of a wrong value that a message repeats; a whole page may have been pasted into a cell.
const MAX_REPEATED: usize = 80;

/// Why a row, or a value in it, cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub(super) enum RowError {
    #[error("is empty")]
    EmptyTable,
    #[error("cannot be read: {0}")]
    Unreadable(String),
    #[error("is not text in UTF-8")]
    NotUtf8,
    #[error("has {has} cells, but the header has {header}")]
    Cells { has: usize, header: usize },
    #[error("has a cell of more than 20,000 bytes; a quote may be open")]
    LongCell,
    #[error("holds control characters or escape sequences")]
    Unsafe,
    #[error("names no program")]
    NoProgram,
    #[error("no program has the id `{}`.{hint}", printable(id))]
    Program { id: String, hint: String },
    #[error("names no field")]
    NoField,
    #[error("no field is called `{}`.{}", printable(.name), did_you_mean(.name, .known))]
    Field { name: String, known: Vec<&'static str> },
    #[error("names no source; every fact needs one")]
    NoSource,
    #[error("has no source id")]
    NoSourceId,
    #[error("`{0}` may contain only lower-case letters, digits, dots and hyphens")]
    NotAnId(String),
    #[error("`{}` is not a source id; it may contain only lower-case letters, digits, dots and hyphens", printable(.0))]
    NotASource(String),
    #[error("`{0}` is not a grade: A, B or C")]
    NotAGrade(String),
    #[error("`{}` is not a basis.{}", printable(.0), did_you_mean(.0, Basis::ALL.map(Basis::slug)))]
    NotABasis(String),
    #[error("`{}` is a placeholder; leave the row out if the value is unknown", printable(.0))]
    Placeholder(String),
    #[error("has no value")]
    NoValue,
    #[error("`{}` is not {what}.{hint}", printable(text))]
    NotKnown { text: String, what: &'static str, hint: String },
    #[error("`{}` is not an http or https address", printable(.0))]
    NotAWebAddress(String),
    #[error("`{}` is neither `yes` nor `no`", printable(.0))]
    NeitherYesNorNo(String),
    #[error("`{}` is not a number", printable(.0))]
    NotANumber(String),
    #[error("`{}` could be read in two ways; write it without a thousands separator", printable(.0))]
    TwoNumbers(String),
    #[error("`{}` is not a number of courses", printable(.0))]
    NotACount(String),
    #[error("`{}` is not an amount", printable(.0))]
    NotAnAmount(String),
    #[error("is not a number above 0; leave the row out if the value is unknown")]
    NotPositive,
    #[error("is negative")]
    Negative,
    #[error("is more than {0}")]
    Above(f64),
    #[error("is too large to be true")]
    TooLarge,
    #[error("has no unit; say `weeks` or `months`")]
    NoUnit,
    #[error("has no currency; a price needs one, such as USD")]
    NoCurrency,
    #[error("names two currencies, {0} and {1}")]
    TwoCurrencies(String, String),
    #[error("`{}` is not a currency code, such as USD.{hint}", printable(text))]
    NotACurrency { text: String, hint: String },
    #[error("`{}` is not a date such as 2026-05-15, 2026-05 or `undated`", printable(.0))]
    NotADate(String),
    #[error("`{}` is not the date of a fact: it is still to come", printable(.0))]
    StillToCome(String),
    #[error("`{}` is not the date of a fact: its year is a placeholder", printable(.0))]
    PlaceholderYear(String),
    #[error("has no upper bound in another row of the same program, source and date")]
    NoUpperBound,
    #[error("has no lower bound in another row of the same program, source and date")]
    NoLowerBound,
    #[error("has no amount in another row of the same program, source and date")]
    NoAmount,
}

impl RowError {
    /// The error for a text that is not `what`, with the nearest of the possible names.
    pub(super) fn unknown<S: AsRef<str>>(text: &str, what: &'static str, names: impl IntoIterator<Item = S>) -> Self {
        let text: String = text.chars().take(MAX_REPEATED).collect();
        let hint = did_you_mean(&text, names);
        Self::NotKnown { text, what, hint }
    }
}
