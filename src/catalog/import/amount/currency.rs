//! The currencies that a text names: by code, by name, or by a sign that several currencies share. Such a sign is
//! settled by what else is stated, and means its most usual currency only if nothing is.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::catalog::Currency;

/// A sign of several currencies.
#[derive(Debug, PartialEq)]
pub(super) struct Sign {
    signs: &'static [&'static str],
    /// The currency that it means if nothing else is stated; empty if it could be any of them.
    usual: &'static str,
    codes: &'static [&'static str],
}

impl Sign {
    /// The currency that the sign means where another one is stated beside it; `None` if it could be several.
    pub(super) fn settled(&self, stated: Option<Currency>) -> Option<Currency> {
        stated.filter(|stated| self.covers(*stated)).or_else(|| Currency::parse(self.usual))
    }

    /// Whether the sign is one of this currency.
    pub(super) fn covers(&self, currency: Currency) -> bool {
        self.codes.contains(&currency.code())
    }
}

const SIGNS: [Sign; 6] = [
    Sign {
        signs: &[
            "$",
            "dollar",
            "dollars",
            "dólar",
            "dólares",
            "dollari",
            "dolar",
            "dolarów",
            "доллар",
            "долларов",
            "δολάρια",
        ],
        usual: "USD",
        codes: &["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "MXN", "COP", "CLP", "ARS", "UYU", "JMD", "TTD"],
    },
    Sign { signs: &["¥", "￥"], usual: "", codes: &["JPY", "CNY"] },
    Sign { signs: &["£", "pound", "pounds"], usual: "GBP", codes: &["GBP", "EGP", "GIP"] },
    Sign { signs: &["kr", "kronor", "kroner"], usual: "", codes: &["SEK", "NOK", "DKK", "ISK"] },
    Sign { signs: &["rs", "₨", "rupees"], usual: "INR", codes: &["INR", "PKR", "LKR", "NPR", "MUR"] },
    Sign { signs: &["peso", "pesos"], usual: "", codes: &["MXN", "COP", "CLP", "ARS", "PHP", "UYU"] },
];

/// The currencies that are recognized within a text, by code, name and sign. Any other three capitals are an ordinary
/// word there.
struct Known {
    codes: Vec<&'static str>,
    /// By their names and signs, in small letters.
    names: HashMap<&'static str, &'static str>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let table = include_str!("../../../../assets/currencies.tsv");
    let rows = || table.lines().skip(1).filter_map(|row| row.split_once('\t'));
    Known {
        codes: rows().map(|(code, _)| code).collect(),
        names: rows()
            .flat_map(|(code, names)| names.split('|').map(move |name| (name, code)))
            .filter(|(name, _)| !name.is_empty())
            .collect(),
    }
});

/// Countries behind the sign of a dollar.
#[rustfmt::skip] // a table reads by its rows
const DOLLARS: [(&str, &str); 12] = [
    ("us", "USD"), ("usa", "USD"), ("ca", "CAD"), ("can", "CAD"), ("cdn", "CAD"), ("canadian", "CAD"), ("au", "AUD"),
    ("aus", "AUD"), ("nz", "NZD"), ("sg", "SGD"), ("hk", "HKD"), ("mx", "MXN"),
];

/// The dollar of a country.
pub(super) fn dollar_of(country: &str) -> Option<Currency> {
    let lower = country.to_lowercase();
    DOLLARS.iter().find(|(name, _)| *name == lower).and_then(|(_, code)| Currency::parse(code))
}

/// The currency of the sign that Chinese and Japanese share, by the words around an amount: their script or the language
/// that they name; `None` if they are of neither, or of both.
pub(in super::super) fn of_script<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Currency> {
    let (mut is_chinese, mut is_japanese) = (false, false);
    for text in texts {
        let has_kana = text.contains(|c: char| ('\u{3040}'..='\u{30ff}').contains(&c));
        let has_han = text.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let lower = text.to_lowercase();
        let names_japan = lower.contains("japan") || lower.contains("日本");
        let names_china = ["chin", "mandarin", "中文", "汉语", "普通话"].iter().any(|word| lower.contains(word));
        is_japanese |= has_kana || names_japan;
        is_chinese |= names_china || (has_han && !has_kana && !names_japan);
    }
    match (is_chinese, is_japanese) {
        (true, false) => Currency::parse("CNY"),
        // Japanese is written with the characters of Chinese as well.
        (_, true) => Currency::parse("JPY"),
        (false, false) => None,
    }
}

/// Whether a text has that sign.
pub(in super::super) fn has_shared_sign(text: &str) -> bool {
    text.contains(['¥', '￥'])
}

/// Whether a word in small letters is the name, the code or the sign of a currency.
pub(super) fn is_currency(word: &str) -> bool {
    named(word).or_else(|| named(&word.to_uppercase())).is_some() || sign(word).is_some()
}

/// Codes that are words of English or Spanish in small letters.
const WORDS: [&str; 5] = ["TRY", "COP", "RON", "PEN", "GEL"];

/// Reads a currency from its code, sign or name, in a field that holds nothing else.
pub(in super::super) fn currency(text: &str) -> Option<Currency> {
    let text = text.trim();
    let code = KNOWN.codes.iter().find(|code| code.eq_ignore_ascii_case(text)).and_then(|code| Currency::parse(code));
    let usual = || sign(text).and_then(|sign| sign.settled(None));
    // Such a field may explain itself, as in `USD (US dollar)`; any three letters are a code there.
    let first = || text.split([' ', '(', '/', '-']).next().and_then(named);
    let any = || Currency::parse(&text.to_ascii_uppercase());
    code.or_else(|| named(text)).or_else(usual).or_else(first).or_else(any)
}

/// The currency that the words of a heading name, settled by what is stated elsewhere.
pub(in super::super) fn in_heading(heading: &str, stated: Option<Currency>) -> Option<Currency> {
    let is_of_word = |c: char| c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace()) || c == '$';
    let words = || heading.split(move |c| !is_of_word(c)).filter(|word| !word.is_empty());
    // A short word such as `rm` says little in a heading.
    let is_telling = |word: &&str| word.chars().count() > 2 || !word.bytes().all(|byte| byte.is_ascii_lowercase());
    let exact = words().filter(is_telling).find_map(named);
    exact.or_else(|| words().find_map(sign).and_then(|sign| sign.settled(stated)))
}

/// The currency with exactly this code, name or sign.
pub(super) fn named(word: &str) -> Option<Currency> {
    let is_code = |code: &&&str| code.eq_ignore_ascii_case(word) && (**code == word || !WORDS.contains(code));
    // Some write both, as in `USD$`.
    let bare = word.trim_matches('$');
    let codes = &KNOWN.codes;
    let code = codes.iter().find(is_code).or_else(|| codes.iter().find(|code| **code == bare && bare != word));
    let lower = word.to_lowercase();
    let name = || KNOWN.names.get(lower.as_str());
    code.or_else(name).and_then(|code| Currency::parse(code))
}

/// The sign of several currencies that a word is.
pub(super) fn sign(word: &str) -> Option<&'static Sign> {
    let lower = word.to_lowercase();
    SIGNS.iter().find(|sign| sign.signs.contains(&lower.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(currency: Option<Currency>) -> Option<String> {
        currency.map(|currency| currency.code().to_owned())
    }

    #[test]
    fn currencies_are_known_by_code_sign_and_name() {
        for (text, expected) in [
            ("US Dollar", "USD"),
            ("usd", "USD"),
            ("€", "EUR"),
            ("XAF", "XAF"),
            ("$", "USD"),
            ("USD (US dollar)", "USD"),
            ("Php", "PHP"),
            ("RMB", "CNY"),
        ] {
            assert_eq!(code(currency(text)).as_deref(), Some(expected), "{text}");
        }
        for (text, expected) in [("евро", "EUR"), ("ユーロ", "EUR"), ("złotych", "PLN"), ("원", "KRW"), ("GEL", "GEL")]
        {
            assert_eq!(code(currency(text)).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(currency("dubloons"), None);
        assert_eq!(currency("kr"), None, "that could be four currencies");
    }

    #[test]
    fn every_name_is_that_of_one_currency() {
        let all = KNOWN.codes.iter().filter(|code| Currency::parse(code).is_none());
        assert_eq!(all.count(), 0);
        let table = include_str!("../../../../assets/currencies.tsv");
        let names =
            table.lines().skip(1).flat_map(|row| row.split(['\t', '|']).skip(1)).filter(|name| !name.is_empty());
        assert_eq!(names.count(), KNOWN.names.len(), "every name is in the table once");
    }

    #[test]
    fn a_heading_names_its_currency() {
        for (heading, stated, expected) in [
            ("Price (GBP)", None, Some("GBP")),
            ("price_usd", None, Some("USD")),
            ("Price ($)", None, Some("USD")),
            ("Price ($)", Currency::parse("CAD"), Some("CAD")),
            ("Prix en €", None, Some("EUR")),
            ("Exam fee", Currency::parse("CAD"), None),
            ("Price to try", None, None),
        ] {
            assert_eq!(code(in_heading(heading, stated)).as_deref(), expected, "{heading}");
        }
    }
}
