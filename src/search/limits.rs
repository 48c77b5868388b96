//! Limits on length, work, price and number of courses. A limit has two ends, each of which may be open. A range is
//! within a limit if any part of it is, because the true value may be there.

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

/// An interval of amounts.
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

    /// Returns the interval with the ends that a later one sets replaced; if that leaves nothing, the later one alone.
    #[must_use]
    pub fn changed_to(self, later: Self) -> Self {
        let low = if later.low == Bound::Unbounded { self.low } else { later.low };
        let high = if later.high == Bound::Unbounded { self.high } else { later.high };
        let leaves_nothing = match (low, high) {
            (Bound::Included(low), Bound::Included(high)) => low > high,
            (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low >= high,
            _ => false,
        };
        if leaves_nothing { later } else { Self { low, high } }
    }

    /// Parses a typed limit: `<6`, `<=6`, `>3`, `>=3`, `3..8`, `3..`, `..8`, `6` or `=6`. `None` if the text is
    /// something else.
    ///
    /// # Errors
    ///
    /// [`TwoReadings`] if an amount is ambiguous.
    pub(super) fn typed(text: &str) -> Result<Option<Self>, TwoReadings> {
        // An ellipsis folds to three dots.
        let text = names::plain(text).replace("...", "..");
        let bare = text.trim();
        let after = |signs: [&str; 2]| signs.into_iter().find_map(|sign| bare.strip_prefix(sign));
        let (low, high) = if let Some(high) = after(["<=", "≤"]).or_else(|| bare.strip_prefix("..")) {
            (Some(Bound::Unbounded), included(high)?)
        } else if let Some(low) = after([">=", "≥"]) {
            (included(low)?, Some(Bound::Unbounded))
        } else if let Some(high) = bare.strip_prefix('<') {
            (Some(Bound::Unbounded), read_amount(high)?.map(Bound::Excluded))
        } else if let Some(low) = bare.strip_prefix('>') {
            (read_amount(low)?.map(Bound::Excluded), Some(Bound::Unbounded))
        } else if let Some((low, high)) = numbers::ends(bare) {
            (included(low)?, if high.trim().is_empty() { Some(Bound::Unbounded) } else { included(high)? })
        } else {
            let exactly = included(bare.strip_prefix('=').unwrap_or(bare))?;
            (exactly, exactly)
        };
        Ok(low.zip(high).and_then(|(low, high)| Self::from_ends(low, high)))
    }

    fn from_ends(low: Bound<f64>, high: Bound<f64>) -> Option<Self> {
        let is_upside_down = matches!((low, high), (Bound::Included(low), Bound::Included(high)) if low > high);
        let span = Self { low, high };
        (!is_upside_down && !span.is_any()).then_some(span)
    }
}

/// Parses an amount of 0 or more, ignoring dollar signs: `6,5`, `$1,500`. Returns `None` if the text is something else.
///
/// # Errors
///
/// [`TwoReadings`] if the amount is ambiguous.
pub fn read_amount(text: &str) -> Result<Option<f64>, TwoReadings> {
    let lower = names::plain(text.trim());
    numbers::read(lower.trim_start_matches("us").trim_matches('$'))
        .map_err(|two| TwoReadings { typed: text.to_owned(), ..two })
}

fn included(amount: &str) -> Result<Option<Bound<f64>>, TwoReadings> {
    Ok(read_amount(amount)?.map(Bound::Included))
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

    fn typed_as(text: &str) -> Option<Span> {
        Span::typed(text).expect("one reading")
    }

    #[test]
    fn a_limit_can_be_typed_in_many_ways() {
        for (typed, low, high) in [
            ("<6", Bound::Unbounded, Bound::Excluded(6.0)),
            ("<=6", Bound::Unbounded, Bound::Included(6.0)),
            (">3", Bound::Excluded(3.0), Bound::Unbounded),
            (">=3", Bound::Included(3.0), Bound::Unbounded),
            ("3..8", Bound::Included(3.0), Bound::Included(8.0)),
            ("6", Bound::Included(6.0), Bound::Included(6.0)),
        ] {
            assert_eq!(typed_as(typed), Some(Span { low, high }), "{typed}");
        }
        assert_eq!(typed_as("3.."), typed_as(">=3"));
        assert_eq!(typed_as("..8"), typed_as("<=8"));
        assert_eq!(typed_as("=6"), typed_as("6"));
        assert_eq!(typed_as("<US$1,500"), typed_as("<1500"));
        for range in ["3-8", "3–8", "3—8", "3～8", "3~8", "3…8", "３‐８", "٣..٨", "३−८"] {
            assert_eq!(typed_as(range), typed_as("3..8"), "{range}");
        }
        for wrong in ["", "<", "..", "8..3", "six", "<-1", "-1", "~6", "−6", "1e9", "inf", "6²"] {
            assert_eq!(typed_as(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_range_is_within_if_any_part_of_it_is() {
        let range = Range::between(4.0, 6.0);
        for (typed, is_within) in
            [("<4", false), ("<=4", true), (">6", false), (">=6", true), ("5", true), ("7..9", false)]
        {
            assert_eq!(typed_as(typed).map(|span| span.admits(range)), Some(is_within), "{typed}");
        }
    }

    #[test]
    fn an_amount_with_two_readings_is_no_limit() {
        for typed in ["1.500", "<1.500", ">=1.500", "..1.500", "500..1.500", "1.500.."] {
            assert_eq!(Span::typed(typed).expect_err(typed).whole, "1500", "{typed}");
        }
    }

    #[test]
    fn a_later_limit_replaces_the_end_that_it_sets() {
        let both = |first, then| typed_as(first).zip(typed_as(then)).map(|(first, then)| first.changed_to(then));
        let (low, high) = (Bound::Excluded(3.0), Bound::Excluded(9.0));
        assert_eq!(both(">3", "<9"), Some(Span { low, high }));
        assert_eq!(both("<=6", ">=3"), typed_as("3..6"));
        assert_eq!(both("<3", ">9"), typed_as(">9"));
        assert_eq!(both("<3", "<9"), typed_as("<9"));
        assert_eq!(both("3..8", "<=5"), typed_as("3..5"));
    }
}
