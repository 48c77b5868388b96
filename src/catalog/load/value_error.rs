//! The errors of one value, worded as the end of a sentence that begins with the field, with what to write instead.

use crate::catalog::{did_you_mean, printable};

/// Why a value is not allowed in a claim.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum ValueError {
    #[error("has no value")]
    Missing,
    #[error("holds control characters or escape sequences")]
    Unsafe,
    #[error("is empty; leave the fact out if the value is unknown")]
    Empty,
    #[error("is an empty list; leave the fact out if the value is unknown")]
    EmptyList,
    #[error("`{}` is not one of the allowed values.{}", printable(.slug), did_you_mean(.slug, .known))]
    NotKnown { slug: String, known: Vec<&'static str> },
    #[error(
        "`{slug}` is not a kind of credential.{} Write any other kind as `other:<name>`",
        did_you_mean(.slug, .known)
    )]
    NotAKind { slug: String, known: Vec<String> },
    #[error("names no topic; leave the fact out if the value is unknown")]
    NoTopic,
    #[error("`{}` is not a topic id; topic ids look like `social-work`", printable(.0))]
    NotATopic(String),
    #[error("names `{0}` twice")]
    Twice(String),
    #[error("is not an http or https address")]
    NotAWebAddress,
    #[error("has a low bound that is not below the high one")]
    Bounds,
    #[error("needs either `value` or both `low` and `high`")]
    ValueOrBounds,
    #[error("is not a number above 0; leave the fact out if the value is unknown")]
    NotPositive,
    #[error("is too large to be true")]
    TooLarge,
    #[error("is more than 100 per cent")]
    AbovePercent,
    #[error("is not a whole number")]
    NotWhole,
    #[error("has no unit; say `weeks` or `months`")]
    NoUnit,
    #[error("does not say `what` the price is for, such as `month` or `renewal`")]
    NoWhat,
    #[error("has no currency; a price needs one, such as USD")]
    NoCurrency,
    #[error("`{}` is not a currency code of three capital letters", printable(.0))]
    NotACurrency(String),
    #[error("is not an amount")]
    NotAnAmount,
}
