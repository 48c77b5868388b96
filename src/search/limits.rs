//! Limits on length, work, price and number of courses. A limit has two ends, each of which may be open. A range is
//! within a limit if any part of it is, because the true value may be there.

use std::fmt;
use std::ops::Bound;

use crate::catalog::{Comparable, Program, Range};
use crate::names;
use crate::numbers::{self, TwoReadings};

named! {
    /// A quantity that can be limited.
    Quantity {
        /// Stated calendar time, in months.
        Months = "months";
        /// Total work, in hours.
        Hours = "hours";
        /// Total price, in US dollars.
        Price = "price";
        /// Number of courses.
        Courses = "courses";
    }
}

impl Quantity {
    /// The name of the fact that it measures.
    pub fn fact(self) -> &'static str {
        match self {
            Self::Months => "length",
            Self::Hours => "work",
            Self::Price => "price in US dollars",
            Self::Courses => "number of courses",
        }
    }

    /// Returns the amount that a program has; `None` if it is unknown.
    pub fn of(self, program: &Program) -> Option<Range> {
        match self {
            Self::Months => program.length.value().map(crate::catalog::Length::months),
            Self::Hours => program.effort.value().copied(),
            Self::Price => program.comparable.as_ref().map(Comparable::units),
            Self::Courses => program.courses.value().map(|courses| Range::exactly(f64::from(*courses))),
        }
    }
}

/// An interval of amounts. It is displayed as it is typed: `<6`, `3..8`, `3..`, `5`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The lower end.
    pub low: Bound<f64>,
    /// The upper end.
    pub high: Bound<f64>,
}

impl Span {
    /// The interval without limits.
    pub const ANY: Self = Self { low: Bound::Unbounded, high: Bound::Unbounded };

    /// Returns the interval up to and including an amount.
    pub fn at_most(amount: f64) -> Self {
        Self { high: Bound::Included(amount), ..Self::ANY }
    }

    /// Returns the interval between two amounts, both included.
    pub fn between(low: f64, high: f64) -> Self {
        Self { low: Bound::Included(low), high: Bound::Included(high) }
    }

    /// Whether the interval has no limits.
    pub fn is_any(self) -> bool {
        self == Self::ANY
    }

    /// Whether any part of a range is within the interval.
    pub fn admits(self, range: Range) -> bool {
        let is_high_enough = match self.low {
            Bound::Included(low) => range.high >= low,
            Bound::Excluded(low) => range.high > low,
            Bound::Unbounded => true,
        };
        is_high_enough
            && match self.high {
                Bound::Included(high) => range.low <= high,
                Bound::Excluded(high) => range.low < high,
                Bound::Unbounded => true,
            }
    }

    /// The intersection of both intervals; if it is empty, the later one alone.
    pub(super) fn and(self, later: Self) -> Self {
        let low = if later.low == Bound::Unbounded { self.low } else { later.low };
        let high = if later.high == Bound::Unbounded { self.high } else { later.high };
        let leaves_nothing = match (low, high) {
            (Bound::Included(low), Bound::Included(high)) => low > high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low >= high,
            _ => false,
        };
        if leaves_nothing { later } else { Self { low, high } }
    }

    /// Parses a typed limit: `<6`, `<=6`, `>3`, `>=3`, `3..8`, `3..`, `..8`, `6` or `=6`.
    pub(super) fn typed(text: &str) -> Option<Self> {
        // An ellipsis folds to three dots.
        let text = names::plain(text).replace("...", "..");
        let bare = text.trim();
        let prefixed = |sign: &str| bare.strip_prefix(sign).map(amount);
        if let Some(high) = prefixed("<=").or_else(|| prefixed("≤")) {
            return Some(Self::at_most(high?));
        }
        if let Some(low) = prefixed(">=").or_else(|| prefixed("≥")) {
            return Some(Self { low: Bound::Included(low?), ..Self::ANY });
        }
        if let Some(high) = prefixed("<") {
            return Some(Self { high: Bound::Excluded(high?), ..Self::ANY });
        }
        if let Some(low) = prefixed(">") {
            return Some(Self { low: Bound::Excluded(low?), ..Self::ANY });
        }
        if let Some(high) = bare.strip_prefix("..") {
            return amount(high).map(Self::at_most);
        }
        if let Some((low, high)) = numbers::ends(bare) {
            return Self::from_ends(amount(low).map(Bound::Included)?, end(high)?);
        }
        let exactly = amount(bare.strip_prefix('=').unwrap_or(bare))?;
        Some(Self::between(exactly, exactly))
    }

    fn from_ends(low: Bound<f64>, high: Bound<f64>) -> Option<Self> {
        let is_upside_down = matches!((low, high), (Bound::Included(low), Bound::Included(high)) if low > high);
        let span = Self { low, high };
        (!is_upside_down && !span.is_any()).then_some(span)
    }
}

/// Parses the upper end of an interval; an empty text is an open end.
fn end(text: &str) -> Option<Bound<f64>> {
    if text.trim().is_empty() { Some(Bound::Unbounded) } else { amount(text).map(Bound::Included) }
}

/// Reads an amount of 0 or more, ignoring dollar signs: `6,5`, `$1,500`. Returns `None` if the text is something else.
///
/// # Errors
///
/// [`TwoReadings`] if the amount can be read in two ways.
pub fn read_amount(text: &str) -> Result<Option<f64>, TwoReadings> {
    let lower = names::plain(text.trim());
    numbers::read(lower.trim_start_matches("us").trim_matches('$'))
        .map_err(|two| TwoReadings { typed: text.to_owned(), ..two })
}

fn amount(text: &str) -> Option<f64> {
    read_amount(text).ok().flatten()
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.low, self.high) {
            (Bound::Unbounded, Bound::Unbounded) => f.write_str("any"),
            (Bound::Unbounded, Bound::Included(high)) => write!(f, "<={high}"),
            (Bound::Unbounded, Bound::Excluded(high)) => write!(f, "<{high}"),
            (Bound::Included(low), Bound::Unbounded) => write!(f, ">={low}"),
            (Bound::Excluded(low), Bound::Unbounded) => write!(f, ">{low}"),
            (Bound::Included(low), Bound::Included(high)) if low.total_cmp(&high).is_eq() => write!(f, "{low}"),
            (Bound::Included(low), Bound::Included(high)) => write!(f, "{low}..{high}"),
            (low, high) => {
                let (lower, upper) = (Self { low, ..Self::ANY }, Self { high, ..Self::ANY });
                write!(f, "{lower} {upper}")
            }
        }
    }
}

/// What happens to programs whose limited fact is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unknowns {
    /// They are shown: an unknown value may be within the limit.
    #[default]
    Keep,
    /// They are hidden.
    Drop,
}

/// A limit for each quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    spans: [Span; Quantity::ALL.len()],
    /// What happens to programs whose limited fact is unknown.
    pub unknowns: Unknowns,
}

impl Default for Limits {
    fn default() -> Self {
        Self { spans: [Span::ANY; Quantity::ALL.len()], unknowns: Unknowns::Keep }
    }
}

impl Limits {
    /// Returns the limit of a quantity.
    pub fn span(&self, quantity: Quantity) -> Span {
        self.spans[quantity as usize]
    }

    /// Sets the limit of a quantity; [`Span::ANY`] removes it.
    pub fn set(&mut self, quantity: Quantity, span: Span) {
        self.spans[quantity as usize] = span;
    }

    /// Whether a program is within every limit.
    pub fn admit(&self, program: &Program) -> bool {
        Quantity::ALL.into_iter().all(|quantity| self.admit_amount(quantity, quantity.of(program)))
    }

    /// Whether an amount is within the limit of a quantity; `None` is an unknown amount.
    pub(super) fn admit_amount(&self, quantity: Quantity, amount: Option<Range>) -> bool {
        let span = self.span(quantity);
        match amount {
            _ if span.is_any() => true,
            Some(range) => span.admits(range),
            None => self.unknowns == Unknowns::Keep,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_reads_as_it_was_typed() {
        for typed in ["<6", "<=6", ">3", ">=3", "3..8", "6"] {
            assert_eq!(Span::typed(typed).map(|span| span.to_string()), Some(typed.to_owned()));
        }
        assert_eq!(Span::typed("3.."), Span::typed(">=3"));
        assert_eq!(Span::typed("..8"), Span::typed("<=8"));
        assert_eq!(Span::typed("=6"), Span::typed("6"));
        assert_eq!(Span::typed("<US$1,500"), Span::typed("<1500"));
        for range in ["3-8", "3–8", "3—8", "3～8", "3~8", "3…8", "３‐８", "٣..٨", "३−८"] {
            assert_eq!(Span::typed(range), Span::typed("3..8"), "{range}");
        }
        for wrong in ["", "<", "..", "8..3", "six", "<-1", "-1", "~6", "−6", "1e9", "inf", "6²"] {
            assert_eq!(Span::typed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_range_is_within_if_any_part_of_it_is() {
        let range = Range::between(4.0, 6.0);
        for (typed, is_within) in
            [("<4", false), ("<=4", true), (">6", false), (">=6", true), ("5", true), ("7..9", false)]
        {
            assert_eq!(Span::typed(typed).map(|span| span.admits(range)), Some(is_within), "{typed}");
        }
    }

    #[test]
    fn two_limits_hold_both_unless_nothing_is_between_them() {
        let both =
            |first, then| Span::typed(first).zip(Span::typed(then)).map(|(first, then)| first.and(then).to_string());
        assert_eq!(both(">3", "<9"), Some(">3 <9".into()));
        assert_eq!(both("<=6", ">=3"), Some("3..6".into()));
        assert_eq!(both("<3", ">9"), Some(">9".into()));
    }
}
