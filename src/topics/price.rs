//! A price stated in words: `under $300`, `menos de 200 dólares`, `bis 500 euro`. It limits the cost and says nothing
//! about the subject.

use std::ops::Range;

use crate::names::placed_words;

/// The minimum amount that is a price without a currency; smaller ones may count anything.
const MIN_BARE_AMOUNT: u64 = 100;

/// Folded words that set an upper bound; a phrase comes before the shorter ones that it begins with.
const AT_MOST: [&[&str]; 20] = [
    &["no", "more", "than"],
    &["not", "more", "than"],
    &["less", "than"],
    &["cheaper", "than"],
    &["up", "to"],
    &["at", "most"],
    &["menos", "de"],
    &["moins", "de"],
    &["weniger", "als"],
    &["no", "maximo"],
    &["como", "maximo"],
    &["under"],
    &["below"],
    &["max"],
    &["maximum"],
    &["maximo"],
    &["hasta"],
    &["jusqua"],
    &["unter"],
    &["bis"],
];

/// A currency written beside an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceCurrency {
    /// Dollars, or no currency at all.
    Dollar,
    /// Any other currency.
    Other,
}

/// The names and signs of currencies.
const CURRENCIES: [(PriceCurrency, &[&str]); 2] = [
    (PriceCurrency::Dollar, &["$", "usd", "us", "dollar", "dollars", "dolar", "dolares", "bucks"]),
    (
        PriceCurrency::Other,
        &["€", "£", "₹", "eur", "euro", "euros", "gbp", "pounds", "inr", "rupees", "pesos", "reais"],
    ),
];

/// The most that something may cost, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPrice {
    /// The byte range in the text.
    pub place: Range<usize>,
    /// The amount, in whole units.
    pub amount: u64,
    /// Its currency.
    pub currency: PriceCurrency,
}

/// Returns the price in a text; `None` if there is none.
pub fn price_named(text: &str) -> Option<NamedPrice> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let words = placed_words(text);
    (0..words.len()).find_map(|at| price_at(text, &words[at..]))
}

/// Returns the price at the beginning of some words of a text; `None` if there is none.
fn price_at(text: &str, words: &[(String, Range<usize>)]) -> Option<NamedPrice> {
    let begins = |phrase: &&&[&str]| phrase.len() < words.len() && phrase.iter().zip(words).all(|(a, (b, _))| a == b);
    let bound = AT_MOST.iter().find(begins)?.len();
    let (before, mut after) = (words[bound - 1].1.end, bound);
    // `under us$ 300` puts the currency first.
    let spoken = words.get(after).and_then(|(word, _)| currency(word));
    after += usize::from(spoken.is_some());
    let (number, mut place) = words.get(after)?.clone();
    let thousands =
        words.get(after + 1).filter(|(word, next)| is_group(word) && text.get(place.end..next.start) == Some(","));
    let digits = format!("{number}{}", thousands.map_or("", |(word, _)| word.as_str()));
    if let Some((_, group)) = thousands {
        place.end = group.end;
        after += 1;
    }
    let amount: u64 = digits.parse().ok()?;
    let sign_before = text.get(before..place.start)?.chars().find_map(sign);
    let sign_behind = text[place.end..].chars().next().and_then(|c| Some((sign(c)?, place.end + c.len_utf8())));
    let next = words.get(after + 1);
    let named = next.and_then(|(word, next)| Some((currency(word)?, next.end)));
    if let Some((_, end)) = named.or(sign_behind) {
        place.end = end;
    }
    let is_bare_price = next.is_none() && amount >= MIN_BARE_AMOUNT;
    let stated = spoken.or(sign_before).or(sign_behind.or(named).map(|(currency, _)| currency));
    let currency = stated.or(is_bare_price.then_some(PriceCurrency::Dollar))?;
    Some(NamedPrice { place: words[0].1.start..place.end, amount, currency })
}

/// Whether a word is the second group of digits of a number such as `1,500`.
fn is_group(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn currency(word: &str) -> Option<PriceCurrency> {
    CURRENCIES.iter().find(|(_, names)| names.contains(&word)).map(|(currency, _)| *currency)
}

fn sign(c: char) -> Option<PriceCurrency> {
    currency(c.encode_utf8(&mut [0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<(&str, u64, PriceCurrency)> {
        price_named(text).map(|price| (&text[price.place], price.amount, price.currency))
    }

    #[test]
    fn a_price_is_read_in_the_words_of_people() {
        use PriceCurrency::{Dollar, Other};
        for (text, place, amount, currency) in [
            ("welding below $250", "below $250", 250, Dollar),
            ("law max 90 usd please", "max 90 usd", 90, Dollar),
            ("música por menos de 150 dólares", "menos de 150 dólares", 150, Dollar),
            ("up to US$1,200 physics", "up to US$1,200", 1200, Dollar),
            ("droit moins de 80€", "moins de 80€", 80, Other),
            ("Chemie bis 400 Euro", "bis 400 Euro", 400, Other),
            ("chess under 700", "under 700", 700, Dollar),
        ] {
            assert_eq!(named(text), Some((place, amount, currency)), "{text}");
        }
    }

    #[test]
    fn what_counts_other_things_is_no_price() {
        for text in ["python under 3 months", "under 12", "max 100 hours", "windows 11", "up to date", "under water 1"]
        {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
