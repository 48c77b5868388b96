//! Limits in words, with the unit of their quantity: `up to US$1,800`, `3–8 months`, `over 100 hours`. The words also
//! tell whether an end is inclusive.

use std::ops::Bound;

use super::{Quantity, Span};
use crate::catalog::Range;
use crate::english::by_count;

impl Span {
    /// Returns the limit in words; `any` if there is none.
    pub fn words(self, quantity: Quantity) -> String {
        let amounts = match (self.low, self.high) {
            (Bound::Included(low), Bound::Included(high)) => {
                vec![quantity.before() + &Range::between(low, high).to_string()]
            }
            (low, high) => [end(low, quantity, ["from", "over"]), end(high, quantity, ["up to", "under"])]
                .into_iter()
                .flatten()
                .collect(),
        };
        let (low, high) = (amount(self.low), amount(self.high));
        match low.or(high) {
            None => "any".to_owned(),
            // Between two amounts the unit is plural: 0–1 courses.
            Some(_) if low.is_some() && high.is_some() && low != high => amounts.join(" and ") + quantity.after(2.0),
            Some(only) => amounts.join(" and ") + quantity.after(only),
        }
    }
}

/// Returns an end of the limit, with a word that says whether it is inclusive.
fn end(bound: Bound<f64>, quantity: Quantity, [within, beyond]: [&str; 2]) -> Option<String> {
    let word = if matches!(bound, Bound::Included(_)) { within } else { beyond };
    amount(bound).map(|amount| format!("{word} {}{}", quantity.before(), Range::exactly(amount)))
}

fn amount(bound: Bound<f64>) -> Option<f64> {
    match bound {
        Bound::Included(amount) | Bound::Excluded(amount) => Some(amount),
        Bound::Unbounded => None,
    }
}

impl Quantity {
    /// The unit before an amount.
    fn before(self) -> String {
        if self == Self::Price { "US$".to_owned() } else { String::new() }
    }

    /// The unit after an amount.
    fn after(self, amount: f64) -> &'static str {
        // Only exactly one is singular in English: 0.5 months, 1 month, 1.5 months.
        let count = if (amount - 1.0).abs() < f64::EPSILON { 1 } else { 2 };
        match self {
            Self::Months => by_count(count, " month", " months"),
            Self::Hours => by_count(count, " hour", " hours"),
            Self::Price => "",
            Self::Courses => by_count(count, " course", " courses"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_said_in_words_with_its_unit_and_whether_its_ends_are_within() {
        for (quantity, typed, words) in [
            (Quantity::Price, "<=1800", "up to US$1,800"),
            (Quantity::Price, "<500", "under US$500"),
            (Quantity::Price, ">=1000000", "from US$1,000,000"),
            (Quantity::Price, "100..2500", "US$100–2,500"),
            (Quantity::Price, "0", "US$0"),
            (Quantity::Months, "3..8", "3–8 months"),
            (Quantity::Months, ">3", "over 3 months"),
            (Quantity::Months, "1", "1 month"),
            (Quantity::Months, "<=1", "up to 1 month"),
            (Quantity::Months, "<1.5", "under 1.5 months"),
            (Quantity::Courses, "1", "1 course"),
            (Quantity::Courses, "0..1", "0–1 courses"),
            (Quantity::Hours, ">=50", "from 50 hours"),
            (Quantity::Hours, "..1", "up to 1 hour"),
        ] {
            assert_eq!(Span::typed(typed).expect("one reading").expect("a limit").words(quantity), words, "{typed}");
        }
        let between = |low, high| Span { low, high }.words(Quantity::Months);
        assert_eq!(between(Bound::Excluded(3.0), Bound::Excluded(9.0)), "over 3 and under 9 months");
        assert_eq!(between(Bound::Included(3.0), Bound::Excluded(9.0)), "from 3 and under 9 months");
        assert_eq!(between(Bound::Excluded(3.0), Bound::Included(9.0)), "over 3 and up to 9 months");
        assert_eq!(Span::ANY.words(Quantity::Price), "any");
    }
}
