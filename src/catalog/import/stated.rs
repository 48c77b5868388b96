//! The value of a fact as a record states it. Readers compute with values only while they read a record; after that a
//! value is only compared and written into a claim, and nothing is parsed again.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::amount::What;
use crate::catalog::{Currency, Tax, Text, TimeUnit, number_json};

/// A number, or the bounds of one: the least and the most.
pub(super) type Band = (f64, f64);

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stated {
    /// One text.
    Text(Text),
    /// Texts, each once and in their order.
    Texts(Box<[Text]>),
    /// A number without a unit.
    Number(Band),
    /// A length in weeks or months as the value of a claim.
    Length(Band, TimeUnit),
    /// A price, what it is the price of, and whether it is stated with tax or without it.
    Money(Band, Currency, What, Option<Tax>),
    /// The members of a claim of a catalogue as they are written, with their own source and date.
    Written(Box<str>),
}

/// A text as the value of a claim; `None` if it is empty.
pub(super) fn text(text: &str) -> Option<Stated> {
    (!text.is_empty()).then(|| Stated::Text(text.to_owned().into()))
}

/// Texts as the value of a claim, in order and without repeats; `None` if all are empty.
pub(super) fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Option<Stated> {
    let mut unique: Vec<Text> = Vec::new();
    for text in texts {
        let text = text.as_ref();
        if !text.is_empty() && !unique.iter().any(|known| known == text) {
            unique.push(text.to_owned().into());
        }
    }
    (!unique.is_empty()).then(|| Stated::Texts(unique.into()))
}

/// A number or range above 0 as the value of a claim; `None` otherwise, because 0 means unknown in these sources.
pub(super) fn positive(low: f64, high: f64) -> Option<Stated> {
    sensible(low, high).map(Stated::Number)
}

/// A whole number above 0 as the value of a claim.
pub(super) fn count(number: f64) -> Option<Stated> {
    positive(number, number).filter(|_| number.fract() == 0.0)
}

/// A length in weeks or months as the value of a claim.
pub(super) fn length(low: f64, high: f64, unit: TimeUnit) -> Option<Stated> {
    sensible(low, high).map(|band| Stated::Length(band, unit))
}

/// A price as the value of a claim. It may be 0; the caller decides whether 0 means free.
pub(super) fn money(low: f64, high: f64, currency: Currency, what: What) -> Option<Stated> {
    let is_sensible = low >= 0.0 && high < 1e12 && low <= high;
    is_sensible.then(|| Stated::Money((hundredths(low), hundredths(high)), currency, what, None))
}

/// A price with what is stated of its tax.
pub(super) fn taxed(money: Option<Stated>, tax: Option<Tax>) -> Option<Stated> {
    match money {
        Some(Stated::Money(band, currency, what, _)) => Some(Stated::Money(band, currency, what, tax)),
        other => other,
    }
}

fn sensible(low: f64, high: f64) -> Option<Band> {
    let band = (hundredths(low), hundredths(high));
    // An amount that rounds to zero is not known.
    (band.0 > 0.0 && high < 1e9 && low <= high).then_some(band)
}

/// Rounded to hundredths, as fine as a catalogue is.
fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

impl Stated {
    /// The number, whatever it measures.
    pub(super) fn band(&self) -> Option<Band> {
        match self {
            Self::Number(band) | Self::Length(band, _) | Self::Money(band, ..) => Some(*band),
            Self::Text(_) | Self::Texts(_) | Self::Written(_) => None,
        }
    }

    /// The least number of weeks of a length.
    pub(super) fn weeks(&self) -> Option<f64> {
        const WEEKS_A_MONTH: f64 = 52.0 / 12.0;
        match self {
            Self::Length((low, _), TimeUnit::Weeks) => Some(*low),
            Self::Length((low, _), TimeUnit::Months) => Some(low * WEEKS_A_MONTH),
            _ => None,
        }
    }

    /// The currency of a price.
    pub(super) fn currency(&self) -> Option<Currency> {
        match self {
            Self::Money(_, currency, ..) => Some(*currency),
            _ => None,
        }
    }

    /// The names in it: its text, or its texts.
    pub(super) fn names(&self) -> Vec<Text> {
        match self {
            Self::Text(name) => vec![name.clone()],
            Self::Texts(names) => names.to_vec(),
            Self::Written(_) => match self.map().get("value") {
                Some(Value::String(name)) => vec![name.clone().into()],
                Some(Value::Array(names)) => {
                    names.iter().filter_map(Value::as_str).map(|name| name.to_owned().into()).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Writes the members of a claim that make the value, such as `"value":6,"unit":"weeks"`.
    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => {
                out.push_str("\"value\":");
                push_quoted(out, text);
            }
            Self::Texts(texts) => {
                out.push_str("\"value\":");
                push_list(out, texts, |out, text| push_quoted(out, text));
            }
            Self::Number(band) => push_band(out, *band),
            Self::Length(band, unit) => {
                push_band(out, *band);
                push_member(out, "unit", unit.slug());
            }
            Self::Money(band, currency, what, tax) => push_money(out, *band, *currency, *what, *tax),
            Self::Written(members) => out.push_str(members),
        }
    }

    /// The members that make the value.
    pub(super) fn map(&self) -> Map<String, Value> {
        let mut json = "{".to_owned();
        self.write(&mut json);
        json.push('}');
        serde_json::from_str(&json).unwrap_or_default()
    }
}

fn push_band(out: &mut String, (low, high): Band) {
    // Writing to a string cannot fail.
    let _ = if (high - low).abs() < f64::EPSILON {
        write!(out, "\"value\":{}", short(low))
    } else {
        write!(out, "\"low\":{},\"high\":{}", short(low), short(high))
    };
}

fn push_money(out: &mut String, band: Band, currency: Currency, what: What, tax: Option<Tax>) {
    push_band(out, band);
    push_member(out, "currency", currency.code());
    if what != What::Program {
        push_member(out, "what", what.slug());
    }
    if let Some(tax) = tax {
        push_member(out, "tax", tax.slug());
    }
}

/// Without a fraction if there is none.
pub(super) fn short(number: f64) -> Value {
    number_json(hundredths(number))
}

/// Writes another member of an object.
pub(super) fn push_member(out: &mut String, key: &str, text: &str) {
    out.push_str(",\"");
    out.push_str(key);
    out.push_str("\":");
    push_quoted(out, text);
}

pub(super) fn push_list<T>(out: &mut String, items: &[T], write: impl Fn(&mut String, &T)) {
    out.push('[');
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}

/// Writes a JSON string.
pub(super) fn push_quoted(out: &mut String, text: &str) {
    // Tested as a whole, because processors can test many bytes at once.
    let escaped = text.bytes().filter(|byte| *byte < 0x20 || matches!(byte, b'"' | b'\\')).count();
    if escaped == 0 {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        // Writing to a string cannot fail.
        let _ = write!(out, "{}", json!(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(stated: Option<Stated>) -> String {
        let mut out = String::new();
        stated.expect("a value").write(&mut out);
        out
    }

    #[test]
    fn values_are_written_as_the_format_has_them() {
        for (stated, members) in [
            (text("a \"b\" \u{7}"), r#""value":"a \"b\" \u0007""#),
            (texts(["a", "b", "a", ""]), r#""value":["a","b"]"#),
            (positive(6.0, 6.0), r#""value":6"#),
            (positive(1.234, 2.0), r#""low":1.23,"high":2"#),
            (length(6.0, 9.0, TimeUnit::Weeks), r#""low":6,"high":9,"unit":"weeks""#),
            (money(39.5, 39.5, Currency::USD, What::Month), r#""value":39.5,"currency":"USD","what":"month""#),
            (money(0.0, 0.0, Currency::USD, What::Program), r#""value":0,"currency":"USD""#),
            (
                taxed(money(5.0, 5.0, Currency::USD, What::Program), Some(Tax::Excluded)),
                r#""value":5,"currency":"USD","tax":"out""#,
            ),
        ] {
            assert_eq!(written(stated), members);
        }
    }

    #[test]
    fn nothing_unknown_becomes_a_value() {
        assert_eq!([text(""), texts([""; 2]), positive(0.0, 0.0), positive(3.0, 2.0)], [const { None }; 4]);
        assert_eq!([positive(0.004, 0.004), length(0.001, 6.0, TimeUnit::Weeks)], [None, None]);
        assert_eq!([count(1.5), length(-1.0, 1.0, TimeUnit::Weeks)], [None, None]);
        assert_eq!(money(-1.0, 1.0, Currency::USD, What::Program), None);
    }
}
