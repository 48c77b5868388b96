//! Numbers and prices as sources write them: numbers as text, amounts with a sign, a code or a word for the currency,
//! and what a price buys. An amount is read only if the text is unambiguous; nothing unknown becomes 0.

use super::json::Value;

use crate::catalog::Currency;
pub(super) use crate::catalog::PriceOf as What;

/// A price as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Price {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The currency; `None` if none is named.
    pub(super) currency: Option<Currency>,
    /// What the price buys; `None` if the text does not say.
    pub(super) what: Option<What>,
}

/// Why no price could be read from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPrice {
    /// The text contains no amount.
    NoAmount,
    /// The text contains several amounts or currencies.
    SeveralAmounts,
    /// It names one that can be read as two, such as `1.250`.
    Unclear,
}

/// Reads a finite number, written as a JSON number or as text.
pub(super) fn number(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => plain_number(text.trim()).or_else(|| amount_alone(text)),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

/// Parses `1350`, `1,350.00`, `1.350,00`, `1 350` or `2.16E+11`.
pub(super) fn plain_number(text: &str) -> Option<f64> {
    let is_number =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | 'e' | 'E' | ' ' | '\u{a0}' | '\'');
    if !text.chars().all(is_number) || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if text.contains(['e', 'E']) {
        return text.parse().ok();
    }
    let compact: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\'')).collect();
    normalised(&compact).parse().ok()
}

/// The amount of a text that names it with its currency and nothing else, such as `US$1,350.00`.
fn amount_alone(text: &str) -> Option<f64> {
    match pieces(text)[..] {
        [Piece::Currency(_), Piece::Amount(amount)] | [Piece::Amount(amount), Piece::Currency(_)] => Some(amount),
        _ => None,
    }
}

/// Rewrites digits with a point before the fraction and no thousands separators.
fn normalised(digits: &str) -> String {
    let fraction = |sign: char| digits.rfind(sign).map(|at| digits.len() - at - 1);
    let decimal = match (fraction(','), fraction('.')) {
        // If both signs occur, the last one is the decimal separator.
        (Some(comma), Some(point)) => Some(if comma < point { ',' } else { '.' }),
        // A comma before exactly three digits separates thousands, and so does a sign that occurs more than once.
        (Some(after), None) if after != 3 && digits.matches(',').count() == 1 => Some(','),
        (None, Some(_)) if digits.matches('.').count() == 1 => Some('.'),
        _ => None,
    };
    let parts = digits.rsplit_once(|c| Some(c) == decimal);
    let whole = |text: &str| text.replace([',', '.'], "");
    parts.map_or_else(|| whole(digits), |(before, after)| format!("{}.{after}", whole(before)))
}

/// Words and signs for currencies. A lone `$` means the US dollar on the sites that these lists come from.
const CURRENCIES: [(&str, &str); 34] = [
    ("us$", "USD"),
    ("usd", "USD"),
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("u.s. dollar", "USD"),
    ("united states dollar", "USD"),
    ("dollars", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("australian dollar", "AUD"),
    ("c$", "CAD"),
    ("ca$", "CAD"),
    ("canadian dollar", "CAD"),
    ("mx$", "MXN"),
    ("mexican peso", "MXN"),
    ("nz$", "NZD"),
    ("r$", "BRL"),
    ("s$", "SGD"),
    ("hk$", "HKD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("£", "GBP"),
    ("pound sterling", "GBP"),
    ("british pound", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("rs", "INR"),
    ("indian rupee", "INR"),
    ("zł", "PLN"),
    ("zl", "PLN"),
    ("kč", "CZK"),
    ("chf", "CHF"),
];

/// Currency codes that are recognized within a text; any other three capitals are an ordinary word.
const CODES: [&str; 34] = [
    "USD", "EUR", "GBP", "AUD", "CAD", "NZD", "MXN", "BRL", "INR", "JPY", "CNY", "CHF", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "ZAR", "KRW", "SGD", "HKD", "TWD", "THB", "IDR", "MYR", "PHP",
    "COP", "CLP",
];

/// Reads a currency from its code, sign or name.
pub(super) fn currency(text: &str) -> Option<Currency> {
    let text = text.trim();
    let code = CODES.iter().find(|code| code.eq_ignore_ascii_case(text)).copied();
    let named = || CURRENCIES.iter().find(|(name, _)| *name == text.to_lowercase()).map(|(_, code)| *code);
    // In a field that holds a currency, any three letters are a code.
    let any = || text.to_ascii_uppercase();
    code.or_else(named).map_or_else(|| Currency::parse(&any()), Currency::parse)
}

/// Whether a word is a currency code or sign that is recognized within a text.
pub(super) fn is_known_currency(word: &str) -> bool {
    CODES.contains(&word) || CURRENCIES.iter().any(|(name, _)| !name.is_ascii() && *name == word.to_lowercase())
}

/// Reads the price in a text; `fallback` is the currency if the text names none.
pub(super) fn price(text: &str, fallback: Option<Currency>) -> Result<Price, NoPrice> {
    if text.trim().eq_ignore_ascii_case("free") {
        return Ok(Price { low: 0.0, high: 0.0, currency: fallback, what: None });
    }
    let mut pieces = pieces(text);
    let named: Vec<Currency> = pieces.iter().filter_map(Piece::currency).collect();
    if named.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(NoPrice::SeveralAmounts);
    }
    let currency = named.first().copied().or(fallback);
    for piece in &mut pieces {
        piece.settle(currency)?;
    }
    let amounts: Vec<f64> = pieces.iter().filter_map(Piece::amount).collect();
    let (low, high) = match amounts[..] {
        [] => return Err(NoPrice::NoAmount),
        [one] => (one, one),
        [low, high] if is_range(&pieces) => (low.min(high), low.max(high)),
        _ => return Err(NoPrice::SeveralAmounts),
    };
    Ok(Price { low, high, currency, what: what(text) })
}

/// What an amount buys, according to the text around it or the heading above it; `None` if neither says.
pub(super) fn what(text: &str) -> Option<What> {
    let text = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["renew"]) {
        Some(What::Renewal)
    } else if says(&["subscri"]) {
        Some(What::Subscription)
    } else if says(&["/mo", "/mies", "per month", "a month", "monthly", "al mes", "par mois", "pro monat", "měsíčně"])
    {
        Some(What::Month)
    } else if says(&["non-member", "nonmember", "non member"]) {
        // A price for non-members is the price that everyone pays.
        None
    } else if says(&["member"]) {
        Some(What::Member)
    } else if says(&["resident", "in-state", "out-of-state", "in-district", "out-of-district"]) || names_group(&text) {
        Some(What::Region)
    } else if says(&["exam"]) {
        Some(What::Exam)
    } else if says(&["per course", "/course", "a course", "each course", "course price", "course fee"]) {
        Some(What::Course)
    } else if says(&["bundle"]) {
        Some(What::Bundle)
    } else {
        None
    }
}

/// Whether a text in lower case names the charge for a group of buyers by where they live, as in `Non-EU tuition`.
fn names_group(text: &str) -> bool {
    const GROUPS: [&str; 7] = ["eu", "eea", "international", "overseas", "domestic", "foreign", "home"];
    const CHARGES: [&str; 7] = ["tuition", "fee", "fees", "price", "student", "students", "citizens"];
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |all: &[&str]| words.iter().any(|word| all.contains(word));
    // A sentence may name a group without being about it.
    words.len() <= 8 && has(&GROUPS) && has(&CHARGES)
}

/// Whether a text says that an amount pays for a part of the whole, such as a year or a credit.
pub(super) fn is_of_part(text: &str) -> bool {
    const PARTS: [&str; 10] =
        ["year", "annum", "semester", "term", "quarter", "week", "hour", "credit", "module", "unit"];
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| matches!(word, "per" | "each" | "annual" | "yearly"))
        && (PARTS.iter().any(|part| text.contains(part)) || text.contains("annual"))
}

#[derive(Debug)]
enum Piece {
    Amount(f64),
    /// Digits such as `1.250`, with what they are where the point stands between thousands.
    Unclear(f64),
    Currency(Currency),
    Dash,
    Other,
}

impl Piece {
    fn amount(&self) -> Option<f64> {
        match self {
            Self::Amount(amount) => Some(*amount),
            _ => None,
        }
    }

    /// Reads unclear digits as those write them who use the currency.
    fn settle(&mut self, currency: Option<Currency>) -> Result<(), NoPrice> {
        if let Self::Unclear(thousands) = *self {
            let is_point_between = currency.is_some_and(|currency| POINTS.contains(&currency.code()));
            *self = Self::Amount(if is_point_between { thousands } else { return Err(NoPrice::Unclear) });
        }
        Ok(())
    }

    fn currency(&self) -> Option<Currency> {
        match self {
            Self::Currency(currency) => Some(*currency),
            _ => None,
        }
    }
}

/// Whether the first two amounts are the ends of a range: separated by a dash, with nothing but currencies around them.
fn is_range(pieces: &[Piece]) -> bool {
    let bare: Vec<&Piece> = pieces.iter().filter(|piece| !matches!(piece, Piece::Currency(_))).collect();
    matches!(bare[..], [Piece::Amount(_), Piece::Dash, Piece::Amount(_), ..])
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if c.is_ascii_digit() {
            let end = end_of_amount(rest);
            let digits = rest[..end].trim_end_matches([',', '.', ' ', '\u{a0}']);
            pieces.extend(if is_unclear(digits) {
                digits.replace('.', "").parse().ok().map(Piece::Unclear)
            } else {
                plain_number(digits).map(Piece::Amount)
            });
            digits.len()
        } else if is_dash(c) || (c == 't' && rest.starts_with("to ")) {
            pieces.push(Piece::Dash);
            c.len_utf8()
        } else if c.is_whitespace() {
            c.len_utf8()
        } else {
            let end = rest.find(|c: char| c.is_ascii_digit() || c.is_whitespace() || is_dash(c) || c == '/');
            let word = &rest[..end.filter(|end| *end > 0).unwrap_or(c.len_utf8().max(end.unwrap_or(rest.len())))];
            pieces.push(sign(word.trim_end_matches(['.', ',', ')', ';'])).map_or(Piece::Other, Piece::Currency));
            word.len()
        };
        rest = &rest[end..];
    }
    pieces
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—')
}

/// Currencies of places where a point stands between thousands and a comma before the fraction.
const POINTS: [&str; 8] = ["EUR", "BRL", "CLP", "COP", "DKK", "IDR", "RON", "TRY"];

/// Whether digits have a point before exactly three of them, as thousands have and as fractions may.
fn is_unclear(digits: &str) -> bool {
    let is_whole = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    digits.split_once('.').is_some_and(|(before, after)| {
        is_whole(before)
            && matches!(before.len(), 1..=3)
            && !before.starts_with('0')
            && is_whole(after)
            && after.len() == 3
    })
}

/// The end of an amount: digits and separators, with a blank only before a group of three digits.
fn end_of_amount(text: &str) -> usize {
    let is_group = |rest: &str| rest.len() >= 3 && rest.bytes().take_while(u8::is_ascii_digit).count() == 3;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let belongs = match c {
            ' ' | '\u{a0}' => is_group(&text[at + c.len_utf8()..]),
            c => c.is_ascii_digit() || matches!(c, ',' | '.'),
        };
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn sign(word: &str) -> Option<Currency> {
    let word = word.trim_matches(['(', '"', '“', '”', '\'']);
    if CODES.contains(&word) {
        return Currency::parse(word);
    }
    let lower = word.to_lowercase();
    CURRENCIES.iter().find(|(name, _)| *name == lower).and_then(|(_, code)| Currency::parse(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, f64, String, Option<What>)> {
        let price = price(text, None).ok()?;
        let code = price.currency.map_or_else(String::new, |currency| currency.code().to_owned());
        Some((price.low, price.high, code, price.what))
    }

    #[test]
    fn prices_are_read_as_they_are_written() {
        for (text, low, high, code, what) in [
            ("1,350.00", 1350.0, 1350.0, "", None),
            ("$1,350", 1350.0, 1350.0, "USD", None),
            ("\"$1870\"", 1870.0, 1870.0, "USD", None),
            ("1350 USD", 1350.0, 1350.0, "USD", None),
            ("US$ 1,350.50", 1350.5, 1350.5, "USD", None),
            ("€1.350,00", 1350.0, 1350.0, "EUR", None),
            ("1 350 €", 1350.0, 1350.0, "EUR", None),
            ("£79.20", 79.2, 79.2, "GBP", None),
            ("595 zł/mies.", 595.0, 595.0, "PLN", Some(What::Month)),
            ("$39 per month", 39.0, 39.0, "USD", Some(What::Month)),
            ("$100-$150", 100.0, 150.0, "USD", None),
            ("Renewal fee: $60", 60.0, 60.0, "USD", Some(What::Renewal)),
            ("A$500", 500.0, 500.0, "AUD", None),
            ("0", 0.0, 0.0, "", None),
            ("1.250 €", 1250.0, 1250.0, "EUR", None),
            ("R$ 1.250 - 2.500", 1250.0, 2500.0, "BRL", None),
            ("0.125 EUR", 0.125, 0.125, "EUR", None),
        ] {
            assert_eq!(read(text), Some((low, high, code.to_owned(), what)), "{text}");
        }
    }

    #[test]
    fn several_amounts_are_never_one_number() {
        for text in ["$300 members, $450 others", "US 500, EU 400, Asia 300", "£500 or $600", "$10 - £20"] {
            assert_eq!(price(text, None), Err(NoPrice::SeveralAmounts), "{text}");
        }
        for text in ["1.250", "$1.250", "£1.250 to £2.000"] {
            assert_eq!(price(text, None), Err(NoPrice::Unclear), "{text}");
        }
        for text in ["", "contact us", "varies"] {
            assert_eq!(price(text, None), Err(NoPrice::NoAmount), "{text}");
        }
    }

    #[test]
    fn numbers_are_read_from_text_and_nothing_else_is_one() {
        for (text, number) in
            [("5", 5.0), ("1,350.00", 1350.0), ("1.350,00", 1350.0), ("4,5", 4.5), ("2.16E+11", 2.16e11)]
        {
            assert_eq!(plain_number(text), Some(number), "{text}");
        }
        for text in ["", "x", "1x", "-", "NaN", "inf", "1.2.3-4"] {
            assert_eq!(plain_number(text), None, "{text}");
        }
        assert_eq!(number(&Value::Bool(true)), None);
        for text in ["1350.00", "US$1,350.00", "1350 USD"] {
            assert_eq!(number(&serde_json::json!(text).into()), Some(1350.0), "{text}");
        }
        for text in ["5 weeks", "$5 or $6", "$1.250"] {
            assert_eq!(number(&serde_json::json!(text).into()), None, "{text}");
        }
    }

    #[test]
    fn currencies_are_known_by_code_sign_and_name() {
        for (text, code) in [("US Dollar", "USD"), ("usd", "USD"), ("€", "EUR"), ("XAF", "XAF")] {
            assert_eq!(currency(text).map(|currency| currency.code().to_owned()).as_deref(), Some(code), "{text}");
        }
        assert_eq!(currency("dubloons"), None);
    }
}
