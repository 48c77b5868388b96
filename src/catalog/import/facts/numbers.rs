//! Numbers, ranges, amounts of money and dates, as people and spreadsheets write them. Ambiguous text is refused; a
//! number is never guessed.

use super::row_error::RowError;
use crate::catalog::{AsOf, Currency, can_begin_groups, did_you_mean, has_unclear_point};

/// The bounds of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Whether the larger bound was written first.
    pub(super) is_reversed: bool,
}

impl Bounds {
    /// Sorts two bounds.
    pub(super) fn of(first: f64, second: f64) -> Self {
        Self { low: first.min(second), high: first.max(second), is_reversed: first > second }
    }
}

/// The separators between the bounds of a range.
const DASHES: [&str; 5] = ["–", "—", "..", " to ", "-"];

/// Parses `6`, `1,350.00`, `8-12`, `8 – 12` or `8 to 12`.
pub(super) fn bounds(text: &str) -> Result<Bounds, RowError> {
    for dash in DASHES {
        let Some((low, high)) = text.split_once(dash).filter(|(low, _)| !low.trim().is_empty()) else { continue };
        return Ok(Bounds::of(number(low)?, number(high)?));
    }
    number(text).map(|number| Bounds::of(number, number))
}

/// Parses a number with or without thousands separators.
pub(super) fn number(text: &str) -> Result<f64, RowError> {
    let text = text.trim();
    let not_a_number = || RowError::NotANumber(text.to_owned());
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect();
    let digits = bare.strip_prefix(['+', '-']).unwrap_or(&bare);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',') {
        return Err(not_a_number());
    }
    let whole_and_rest = plain(digits).ok_or_else(|| {
        if has_unclear_point(digits) { RowError::TwoNumbers(text.to_owned()) } else { not_a_number() }
    })?;
    let sign = if bare.starts_with('-') { -1.0 } else { 1.0 };
    whole_and_rest.parse::<f64>().map(|number| sign * number).map_err(|_| not_a_number())
}

/// Rewrites digits with a decimal point and no thousands separators; `None` if it is unclear which is which.
fn plain(digits: &str) -> Option<String> {
    let (commas, dots) = (digits.matches(',').count(), digits.matches('.').count());
    match (commas, dots) {
        (0, 0) => Some(digits.to_owned()),
        (0, 1) if !has_unclear_point(digits) => Some(digits.to_owned()),
        (1.., 0 | 1) if is_last(digits, '.', ',') && is_grouped(digits.split('.').next()?, ',') => {
            Some(digits.replace(',', ""))
        }
        (1, 1..) if is_last(digits, ',', '.') && is_grouped(digits.split(',').next()?, '.') => {
            Some(digits.replace('.', "").replace(',', "."))
        }
        (1, 0) => Some(digits.replace(',', ".")),
        (0, _) if dots > 1 && is_grouped(digits, '.') => Some(digits.replace('.', "")),
        _ => None,
    }
}

/// Whether every `mark` comes after every `other`, or one of them does not occur.
fn is_last(digits: &str, mark: char, other: char) -> bool {
    digits.rfind(mark).is_none_or(|at| digits.rfind(other).is_none_or(|other| other < at))
}

/// Whether a mark separates groups of three digits.
fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    groups.next().is_some_and(can_begin_groups) && groups.all(|group| group.len() == 3)
}

/// Currency signs. A bare `$` means the US dollar, as in the platform's own price lists.
const SIGNS: [(&str, &str); 7] =
    [("US$", "USD"), ("MX$", "MXN"), ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("₹", "INR"), ("¥", "JPY")];

/// The ISO 4217 codes in use.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
                     CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
                     GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT \
                     LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR \
                     NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
                     STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD \
                     XOF XPF YER ZAR ZMW ZWG";

/// Reads a currency from its code in either case, or from its sign.
pub(super) fn currency(text: &str) -> Result<Currency, RowError> {
    let sign = SIGNS.iter().find(|(sign, _)| *sign == text.trim());
    let code = sign.map_or_else(|| text.trim().to_uppercase(), |(_, code)| (*code).to_owned());
    let is_used = CODES.split_whitespace().any(|used| used == code);
    Currency::parse(&code).filter(|_| is_used).ok_or_else(|| {
        let hint = if code.len() <= 4 { did_you_mean(&code, CODES.split_whitespace()) } else { String::new() };
        RowError::NotACurrency { text: text.to_owned(), hint }
    })
}

/// Parses an amount, with its currency if the text names one: `1350`, `$1,350`, `1350 USD`, `£300–400`.
pub(super) fn amount(text: &str) -> Result<(Bounds, Option<Currency>), RowError> {
    let text = text.trim();
    let (front, rest) = text.split_at(text.find(|c: char| c.is_ascii_digit() || c == '-').unwrap_or(0));
    let end = rest.rfind(|c: char| c.is_ascii_digit()).map_or(rest.len(), |at| at + 1);
    let (numbers, back) = rest.split_at(end);
    let named = match (front.trim(), back.trim()) {
        ("", "") => None,
        (name, "") | ("", name) => Some(currency(name)?),
        _ => return Err(RowError::NotAnAmount(text.to_owned())),
    };
    Ok((bounds(&numbers.replace(front.trim(), ""))?, named))
}

/// The years that a fact can be from; others are placeholders of the systems that wrote them.
const YEARS: std::ops::RangeInclusive<u32> = 2000..=2099;

/// Parses a date in any form of the catalogue, and in a few forms of spreadsheets: `2024/05/13`, a day with a time, a
/// span followed by `(undated)`. A date after `latest` is in the future and rejected.
pub(super) fn as_of(text: &str, latest: u32) -> Result<AsOf, RowError> {
    let text = text.trim();
    let bare = text.strip_suffix("(undated)").filter(|bare| !bare.is_empty()).unwrap_or(text);
    let bare = bare.strip_prefix("undated, ").unwrap_or(bare).trim();
    let bare = bare.replace('/', "-").replace(" .. ", "..");
    let day = bare.split(['T', ' ']).next().filter(|_| !bare.starts_with("c. ") && !bare.starts_with("undated"));
    let as_of =
        AsOf::parse(day.unwrap_or(&bare).to_owned().into()).ok_or_else(|| RowError::NotADate(text.to_owned()))?;
    match as_of.year() {
        Some(year) if !YEARS.contains(&year) => Err(RowError::PlaceholderYear(text.to_owned())),
        _ if as_of.is_after(latest) => Err(RowError::StillToCome(text.to_owned())),
        _ => Ok(as_of),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("6", 6.0),
            ("398.00", 398.0),
            ("1,350.00", 1350.0),
            ("1 350", 1350.0),
            ("1.350,50", 1350.5),
            ("985.5", 985.5),
            ("1,350", 1350.0),
            ("4,5", 4.5),
            ("1.234.567", 1_234_567.0),
            ("0.375", 0.375),
        ] {
            assert_eq!(number(text), Ok(wanted), "{text}");
        }
        for text in ["", "-", "six", "1.350", "1,35,0", "1..2", "12a", "0x10", "1e5", "NaN", "inf"] {
            assert!(number(text).is_err(), "{text}");
        }
    }

    #[test]
    fn ranges_are_read_and_told_where_they_are_reversed() {
        for text in ["8-12", "8 – 12", "8 to 12", "8..12"] {
            assert_eq!(bounds(text), Ok(Bounds { low: 8.0, high: 12.0, is_reversed: false }), "{text}");
        }
        assert_eq!(bounds("7 to 5"), Ok(Bounds { low: 5.0, high: 7.0, is_reversed: true }));
        assert_eq!(bounds("-5").map(|bounds| bounds.low), Ok(-5.0));
        assert!(bounds("8-12-16").is_err());
    }

    #[test]
    fn an_amount_has_the_currency_that_stands_beside_it() {
        let read = |text: &str| {
            amount(text).map(|(bounds, currency)| (bounds.low, bounds.high, currency.map(|c| c.code().to_owned())))
        };
        assert_eq!(read("1350"), Ok((1350.0, 1350.0, None)));
        for text in ["$1,350", "US$1350", "1350 USD", "usd 1,350.00"] {
            assert_eq!(read(text), Ok((1350.0, 1350.0, Some("USD".into()))), "{text}");
        }
        assert_eq!(read("£300–£400"), Ok((300.0, 400.0, Some("GBP".into()))));
        for text in ["free", "$1,350 USD", "from 300 to 400", "1350 Dollar"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_currency_is_one_that_there_is() {
        assert_eq!(currency("eur").map(|currency| currency.code().to_owned()), Ok("EUR".into()));
        assert!(currency("ZZZ").is_err());
        assert!(currency("EURO").expect_err("no code").to_string().contains("Did you mean `EUR`?"));
    }

    #[test]
    fn dates_are_read_in_the_forms_of_spreadsheets() {
        let read = |text: &str| as_of(text, 20_261_231).map(|as_of| as_of.text().to_owned());
        for (text, wanted) in [
            ("2024-05-13", "2024-05-13"),
            ("2024/05/13", "2024-05-13"),
            ("2024-05-13T08:00:00Z", "2024-05-13"),
            ("2024-05", "2024-05"),
            ("c. 2024..2026 (undated)", "c. 2024..2026"),
            ("undated", "undated"),
            ("undated, c. 2023-12..2024-06", "c. 2023-12..2024-06"),
            ("2022-06-11..2022-06-27", "2022-06-11..2022-06-27"),
        ] {
            assert_eq!(read(text), Ok(wanted.to_owned()), "{text}");
        }
        for text in ["13.05.2024", "05/13/2024", "yesterday", "1900-01-01", "2123-01-01", "2024-13", "(undated)"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
