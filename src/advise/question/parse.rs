//! Parses amounts, months and dates as people type them. It knows no question and no catalogue. A text that can be read
//! in two ways is refused, never guessed.

use jiff::civil::Date;

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

/// The words for hours a week. Where one ends with another, the longer comes first.
const HOURS: [&str; 6] = ["hours a week", "hours per week", "hours", "hour", "hrs", "h"];

/// The longest deadline in months: fifty years.
const MAX_MONTHS: u32 = 600;

/// Parses hours a week: `6`, `6.5 h`, `6 hours a week`. Returns `None` if the text is something else or can be read in
/// two ways.
pub(crate) fn hours(text: &str) -> Option<f64> {
    numbers::read(&without_unit(text)).ok().flatten()
}

/// The text without a word for hours a week at its end: `8-12` for `8–12 hours`.
pub(crate) fn without_unit(text: &str) -> String {
    let text = names::plain(text.trim());
    HOURS.into_iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(&text).trim().to_owned()
}

/// Parses a number of months: `9m`, `9 months`, `2 yrs`. Returns `None` if the text is something else.
pub(crate) fn months(text: &str) -> Option<u32> {
    let text = names::plain(text.trim());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let factor = match unit.trim() {
        "m" | "mo" | "mos" | "mth" | "mths" | "month" | "months" => 1,
        "y" | "yr" | "yrs" | "year" | "years" => 12,
        _ => return None,
    };
    let months = number.parse::<u32>().ok()?.checked_mul(factor)?;
    (1..=MAX_MONTHS).contains(&months).then_some(months)
}

/// Parses a date: `2027-06-30`, or `2027-06` for the last day of that month. Returns `None` if the text is
/// something else.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text = names::plain(text.trim());
    let is_month = text.len() == 7 && text.as_bytes()[4] == b'-';
    if is_month {
        return format!("{text}-01").parse::<Date>().ok().map(Date::last_of_month);
    }
    numbers::date(&text)
}

/// Parses an amount with its currency: `900 USD`, `€800`, `2k`, `1,500`. Without a currency it is in US dollars.
/// Returns `None` if the text is not an amount.
///
/// # Errors
///
/// [`TwoReadings`] if the amount can be read in two ways.
pub(crate) fn money(text: &str) -> Result<Option<(f64, Currency)>, TwoReadings> {
    let upper: String = names::plain(text).to_uppercase().chars().filter(|c| !c.is_whitespace()).collect();
    let (before, rest) = sign_before(&upper);
    let (after, number) = sign_after(rest);
    let code = match (before, after) {
        (Some(before), Some(after)) if before != after => return Ok(None),
        (before, after) => before.or(after).unwrap_or("USD"),
    };
    let (number, factor) = number.strip_suffix('K').map_or((number, 1.0), |number| (number, 1000.0));
    let number = numbers::read(number).map_err(|two| TwoReadings { typed: text.to_owned(), ..two })?;
    let amount = number.map(|amount| amount * factor).filter(|amount| *amount < 1e12);
    Ok(amount.zip(Currency::parse(code)))
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
        ] {
            let read = money(typed).expect("clear").unwrap_or_else(|| panic!("{typed} is not read"));
            assert_eq!((read.0, read.1.code().to_owned()), (amount, code.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_not_read_and_what_could_be_two_is_refused() {
        for typed in ["", "much", "€800 USD", "1,50,0", "-5", "1e3", "12,34,567.8.9", "€", ",", "k"] {
            assert_eq!(money(typed), Ok(None), "{typed}");
        }
        let refused = money("1.500").expect_err("two ways").to_string();
        assert!(refused.contains("write 1500, or 1.50"), "{refused}");
        assert!(money("€2.000").is_err_and(|refused| refused.to_string().contains("write 2000, or 2.00")));
        assert!(money("1.234").is_err_and(|refused| refused.to_string().contains("write 1234, or 1.234")));
    }

    #[test]
    fn hours_are_read_with_their_unit_and_without() {
        for typed in ["6", "6h", "6 h", "6 Hours", "6 hours a week", "６ｈ", "٦ hours", "6.0 hrs", "1 hour"] {
            assert!(hours(typed).is_some_and(|hours| hours > 0.0), "{typed}");
        }
        assert_eq!(hours("6,5 h"), Some(6.5));
        for typed in ["", "h", "hours", "-6 h", "6 weeks", "4-7", "6²"] {
            assert_eq!(hours(typed), None, "{typed}");
        }
    }

    #[test]
    fn months_and_dates_are_read_as_people_write_them() {
        for (typed, wanted) in [("9m", 9), ("9 months", 9), ("1 month", 1), ("2 Years", 24)] {
            assert_eq!(months(typed), Some(wanted), "{typed}");
        }
        for typed in ["9", "m", "0m", "9 weeks", "99999999999m", "-3m"] {
            assert_eq!(months(typed), None, "{typed}");
        }
        assert_eq!(date("2027-06"), Some(jiff::civil::date(2027, 6, 30)));
        assert_eq!(date("2028-02"), Some(jiff::civil::date(2028, 2, 29)));
        assert_eq!(date("2027-06-12"), Some(jiff::civil::date(2027, 6, 12)));
        assert!(["2027-13", "2027", "20é7-1", "soon"].iter().all(|typed| date(typed).is_none()));
    }
}
