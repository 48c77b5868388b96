//! The heading of a column of prices, in the words by which it is read: names of fields in camel case and with underscores
//! say the same as words with blanks between them.

use super::column::{compact, words};
use super::loose::is_of_price;
use crate::catalog::import::{amount, measure};

/// The heading of a column of prices.
#[derive(Clone, Debug)]
pub(super) struct Label<'r> {
    /// As the file writes it.
    pub(super) name: &'r str,
    /// With blanks between its words.
    pub(super) words: String,
}

impl<'r> Label<'r> {
    pub(super) fn of(name: &'r str) -> Self {
        Self { name, words: spaced(name) }
    }

    /// Whether it is that of the price of everything together.
    pub(super) fn is_of_total(&self) -> bool {
        const TOTALS: [&str; 4] = ["total", "gesamt", "łączn", "celkov"];
        let begins = |word: &String| TOTALS.iter().any(|total| word.starts_with(total));
        begins(&compact(self.name)) || words(&self.words).iter().any(begins)
    }

    /// Whether it says more of the price than its currency, so that it is one of several variants.
    pub(super) fn is_qualified(&self) -> bool {
        let is_currency =
            |word: &String| amount::in_heading(word, None).or(amount::in_heading(&word.to_uppercase(), None)).is_some();
        let is_plain = |word: &String| is_of_price(word) || is_currency(word) || measure::is_per(word);
        !self.is_of_total() && !words(&self.words).iter().all(is_plain)
    }
}

/// Whether the name of a member in the object of a price is that of an amount: it says no more than that, or what the
/// amount is for, where it holds, or in which currency.
pub(super) fn names_amount(name: &str) -> bool {
    let label = Label::of(name);
    let is_place_or_purpose =
        || amount::names_place(&label.words) || amount::purpose_of_heading(&label.words).is_some();
    !label.is_qualified() || is_place_or_purpose()
}

/// A name with blanks between its words. A capital after a small letter begins one.
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut before = ' ';
    for c in name.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(if c == '_' { ' ' } else { c });
        before = c;
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_in_words_however_it_is_written() {
        for name in ["monthlyPrice", "monthly_price", "monthly price"] {
            assert_eq!(Label::of(name).words.to_lowercase(), "monthly price");
        }
        assert_eq!(Label::of("Price (US$)").words, "Price (US$)");
    }

    #[test]
    fn a_heading_that_names_a_variant_is_qualified() {
        for name in ["Price", "Price (USD)", "priceUsd", "Program fee", "Tuition fees in €", "total_cost", "List price"]
        {
            assert!(!Label::of(name).is_qualified(), "{name}");
        }
        for name in ["Fee 1", "Online price", "Price (premium)", "old_price", "verifiedPrice", "Price course 1"] {
            assert!(Label::of(name).is_qualified(), "{name}");
        }
    }
}
