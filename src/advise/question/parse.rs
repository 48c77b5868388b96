//! Parses amounts of money, hours and deadlines as people type them. It depends on neither questions nor a catalogue. A
//! text that can be read in two ways is refused, never guessed.

mod amount;
mod deadline;
mod hours;

pub use deadline::TwoDates;
pub(super) use deadline::{Deadline, date, deadline, months};
pub(super) use hours::{hours, without_unit};

use crate::catalog::Currency;
use crate::names;
use crate::numbers::{self, TwoReadings};

/// Signs and words before or after an amount. Where one begins with another, the longer comes first.
const CURRENCY_SIGNS: [(&str, &str); 13] = [
    ("US$", "USD"),
    ("CA$", "CAD"),
    ("A$", "AUD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("DOLLARS", "USD"),
    ("DOLLAR", "USD"),
    ("EUROS", "EUR"),
    ("EURO", "EUR"),
    ("POUNDS", "GBP"),
    ("RUPEES", "INR"),
];

/// Words before an upper limit.
const AT_MOST: [&str; 9] =
    ["up to", "under", "below", "less than", "at most", "no more than", "not more than", "maximum", "max"];

/// Parses the most that can be spent, with its currency: `900 USD`, `€800`, `2k`, `1,500`, `up to 900`, `500-900`.
/// Without a currency it is in US dollars. Returns `None` if the text is not an amount.
///
/// # Errors
///
/// [`TwoReadings`] if the amount can be read in two ways.
pub(crate) fn money(text: &str) -> Result<Option<(f64, Currency)>, TwoReadings> {
    let plain = names::plain(text.trim());
    let most = AT_MOST.iter().find_map(|words| plain.strip_prefix(words)).unwrap_or(&plain);
    let upper: String = most.to_uppercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (before, rest) = sign_before(&upper);
    let (after, number) = sign_after(rest);
    let code = match (before, after) {
        (Some(before), Some(after)) if before != after => return Ok(None),
        (before, after) => before.or(after).unwrap_or("USD"),
    };
    let number = upper_end(number);
    let (number, factor) = number.strip_suffix('K').map_or((number, 1.0), |number| (number, 1000.0));
    let number = numbers::read(number).map_err(|two| TwoReadings { typed: text.to_owned(), ..two })?;
    let amount = number.map(|amount| amount * factor).filter(|amount| *amount < 1e12);
    Ok(amount.zip(Currency::parse(code)))
}

/// The upper end of a range of amounts, or the text itself if it is no range.
fn upper_end(text: &str) -> &str {
    let amount = |end: &str| numbers::read(end).ok().flatten();
    let is_rising = |(low, high): &(&str, &str)| amount(low).zip(amount(high)).is_some_and(|(low, high)| low < high);
    numbers::ends(text).filter(is_rising).map_or(text, |(_, high)| high)
}

fn sign_before(text: &str) -> (Option<&str>, &str) {
    if let Some((sign, code)) = CURRENCY_SIGNS.iter().find(|(sign, _)| text.starts_with(sign)) {
        return (Some(code), &text[sign.len()..]);
    }
    match text.get(..3).filter(|code| is_code(code)) {
        Some(code) => (Some(code), &text[3..]),
        None => (None, text),
    }
}

fn sign_after(text: &str) -> (Option<&str>, &str) {
    if let Some((sign, code)) = CURRENCY_SIGNS.iter().find(|(sign, _)| text.ends_with(sign)) {
        return (Some(code), &text[..text.len() - sign.len()]);
    }
    let start = text.len().saturating_sub(3);
    match text.get(start..).filter(|code| is_code(code)) {
        Some(code) => (Some(code), &text[..start]),
        None => (None, text),
    }
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, amount, code) in [
            ("€800", 800.0, "EUR"),
            ("£300", 300.0, "GBP"),
            ("$900", 900.0, "USD"),
            ("US$900", 900.0, "USD"),
            ("us$ 900", 900.0, "USD"),
            ("2k", 2000.0, "USD"),
            ("€2.5k", 2500.0, "EUR"),
            ("1,500", 1500.0, "USD"),
            ("1,500.50 eur", 1500.5, "EUR"),
            ("1.500,50 €", 1500.5, "EUR"),
            ("1.500.000", 1_500_000.0, "USD"),
            ("12,5", 12.5, "USD"),
            ("1.50", 1.5, "USD"),
            ("800 EUR", 800.0, "EUR"),
            ("EUR 800", 800.0, "EUR"),
            ("900", 900.0, "USD"),
            ("up to 900 EUR", 900.0, "EUR"),
            ("Under $300", 300.0, "USD"),
            ("max 2k", 2000.0, "USD"),
            ("1500-2000", 2000.0, "USD"),
            ("€500–900", 900.0, "EUR"),
        ] {
            let read = money(typed).expect("clear").unwrap_or_else(|| panic!("{typed} is not read"));
            assert_eq!((read.0, read.1.code().to_owned()), (amount, code.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_not_read_and_what_could_be_two_is_refused() {
        for typed in [
            "",
            "much",
            "€800 USD",
            "1,50,0",
            "-5",
            "1e3",
            "12,34,567.8.9",
            "€",
            ",",
            "k",
            "900-500",
            "up to",
            "at least 500",
        ] {
            assert_eq!(money(typed), Ok(None), "{typed}");
        }
        let refused = money("1.500").expect_err("two ways").to_string();
        assert!(refused.contains("write 1500, or 1.50"), "{refused}");
        assert!(money("€2.000").is_err_and(|refused| refused.to_string().contains("write 2000, or 2.00")));
        assert!(money("1.234").is_err_and(|refused| refused.to_string().contains("write 1234, or 1.234")));
    }
}
