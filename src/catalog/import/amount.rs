//! Numbers and prices as sources write them: numbers as text, amounts with a sign, a code or a word for the currency,
//! and what a price buys. An amount is read only if the text is unambiguous; nothing unknown becomes 0.

mod apart;
mod basis;
mod buyers;
mod currency;
mod each;
mod note;
mod piece;
mod place;
mod tax;

use super::digits::clear_number;
use super::json::Value;
use super::measure;

use crate::catalog::Currency;
pub(super) use crate::catalog::PriceOf as What;
pub(super) use basis::{
    Purpose, is_basis, is_for_each, is_of_part, may_be_beside, purpose_of_basis, purpose_of_heading, what,
};
pub(super) use currency::{currency, has_shared_sign, in_heading, of_script};
pub(super) use note::{purpose_of_note, purpose_of_remark};
pub(super) use place::names_place;
pub(super) use tax::tax;

use basis::purpose;
use currency::Sign;
use piece::{Piece, is_denied, is_negative, is_range, is_reduction, pieces};

/// A price as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Price {
    pub(super) low: f64,
    pub(super) high: f64,
    /// The currency; `None` if none is named.
    pub(super) currency: Option<Currency>,
    /// What the price buys; `None` if the text does not say.
    pub(super) what: Option<What>,
    /// The words of the text, if they call the amount a bound or a guess.
    pub(super) words: Option<String>,
}

impl Price {
    /// An amount that is stated as a number.
    pub(super) fn exactly(amount: f64, currency: Option<Currency>) -> Self {
        Self { low: amount, high: amount, currency, what: None, words: None }
    }
}

/// Why no price could be read from a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPrice {
    /// The text contains no amount.
    NoAmount,
    /// The text contains several amounts or currencies.
    SeveralAmounts,
    /// It contains an amount that can be read in two ways, such as `1.250`.
    Unclear,
    /// It contains the price of a part, or a price under a condition.
    NotWhole,
}

/// Reads a finite number, written as a JSON number or as text that can be read in one way only.
pub(super) fn number(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => clear_number(text.trim()).or_else(|| amount_alone(text)),
        _ => None,
    }
    .filter(|number| number.is_finite())
}

/// Whether a text names prices, and this amount is not among them: it speaks of another way to pay, as in `or 12
/// monthly instalments of $100`.
pub(super) fn names_other(text: &str, amount: f64) -> bool {
    let pieces = pieces(text);
    let is_money = |piece: &Piece| matches!(piece, Piece::Currency(_) | Piece::Sign(_));
    let named = pieces.windows(2).filter_map(|pair| match pair {
        [money, Piece::Amount(named)] | [Piece::Amount(named), money] if is_money(money) => Some(*named),
        _ => None,
    });
    let named: Vec<f64> = named.collect();
    !named.is_empty() && named.iter().all(|named| (named - amount).abs() > f64::EPSILON)
}

/// The amount of a text that names it with its currency and nothing else, such as `US$1,350.00`.
fn amount_alone(text: &str) -> Option<f64> {
    match pieces(text)[..] {
        [Piece::Currency(_) | Piece::Sign(_), Piece::Amount(amount)]
        | [Piece::Amount(amount), Piece::Currency(_) | Piece::Sign(_)] => Some(amount),
        _ => None,
    }
}

/// What a price of nothing is called, besides the words for free in the table of units.
const FREE: [&str; 4] = ["free of charge", "no cost", "no fee", "miễn phí"];

/// Reads the price in a text; `fallback` is the currency if the text names none.
pub(super) fn price(text: &str, fallback: Option<Currency>) -> Result<Price, NoPrice> {
    let text = &apart::without_rates(without_former(text));
    let lower = text.trim().to_lowercase();
    if FREE.contains(&lower.as_str()) || measure::is_free(&lower) {
        return Ok(Price::exactly(0.0, fallback));
    }
    let mut pieces = pieces(text);
    let is_unreadable = pieces.iter().any(|piece| matches!(piece, Piece::Unreadable));
    if is_unreadable || is_denied(&pieces) || is_negative(text) {
        return Err(NoPrice::NoAmount);
    }
    if is_reduction(&pieces) {
        return Err(NoPrice::NotWhole);
    }
    let currency = currency_of(&pieces, fallback)?;
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
    if high > 0.0 && begins_as_free(text) {
        return Err(NoPrice::SeveralAmounts);
    }
    let what = match purpose(text) {
        Some(Purpose::Part | Purpose::Conditional) => return Err(NoPrice::NotWhole),
        // What is free for some costs others the amount, or the other way round.
        Some(Purpose::Of(What::Member | What::Region)) if names_free(text) => return Err(NoPrice::SeveralAmounts),
        Some(Purpose::Of(what)) => Some(what),
        None => None,
    };
    let words = measure::stated_as(text.trim(), low < high);
    Ok(Price { low, high, currency, what, words })
}

/// A text without what it says in brackets at its end of another price than the one before them, as in `$450 (was $600)`
/// and `$1,299 (save 10%)`.
fn without_former(text: &str) -> &str {
    const FORMER: [&str; 8] = ["was", "save", "saves", "statt", "instead", "au lieu", "antes", "reg"];
    let outside = text.trim_end().strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    let former = outside.filter(|(before, inside)| {
        let inside = inside.trim_start().to_lowercase();
        before.contains(|c: char| c.is_ascii_digit()) && FORMER.iter().any(|word| inside.starts_with(word))
    });
    former.map_or(text, |(before, _)| before)
}

/// Whether a text says first that something is free, as in `free (certificate $49)`: what it costs then is something else.
fn begins_as_free(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty());
    first.is_some_and(|word| measure::is_free(&word.to_lowercase()))
}

/// Whether a text says that something is free.
fn names_free(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| measure::is_free(&word.to_lowercase()))
}

/// Reads the price in a text that names its currency too; `None` for any other text, and for a price of 0.
pub(super) fn price_with_currency(text: &str) -> Option<Price> {
    price(text, None).ok().filter(|price| price.high > 0.0 && price.currency.is_some())
}

/// The one currency of a text: the one that it names, or what its sign means.
fn currency_of(pieces: &[Piece], fallback: Option<Currency>) -> Result<Option<Currency>, NoPrice> {
    let named: Vec<Currency> = pieces.iter().filter_map(Piece::currency).chain(dollar_of(pieces)).collect();
    let signs: Vec<&Sign> = pieces.iter().filter_map(Piece::sign).collect();
    let are_one = named.windows(2).all(|pair| pair[0] == pair[1]) && signs.windows(2).all(|pair| pair[0] == pair[1]);
    match (named.first(), signs.first()) {
        _ if !are_one => Err(NoPrice::SeveralAmounts),
        (Some(named), Some(sign)) if !sign.covers(*named) => Err(NoPrice::SeveralAmounts),
        (Some(named), _) => Ok(Some(*named)),
        (None, Some(sign)) => Ok(sign.settled(fallback)),
        (None, None) => Ok(fallback),
    }
}

/// The dollar of the country that is named behind its sign, as in `$900 NZ` and `1200 $ CA`.
fn dollar_of(pieces: &[Piece]) -> Option<Currency> {
    pieces.windows(3).chain(pieces.windows(2)).find_map(|pieces| match pieces {
        [Piece::Sign(_), Piece::Country(dollar)] | [Piece::Sign(_), Piece::Amount(_), Piece::Country(dollar)] => {
            Some(*dollar)
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::import::digits::plain_number;

    fn read(text: &str) -> Option<(f64, f64, String, Option<What>)> {
        let price = price(text, None).ok()?;
        let code = price.currency.map_or_else(String::new, |currency| currency.code().to_owned());
        Some((price.low, price.high, code, price.what))
    }

    #[test]
    fn an_amount_below_zero_is_no_price() {
        for text in ["-50", "-$50", "$-50", "EUR -50", "−50 €"] {
            assert_eq!(price(text, Some(Currency::USD)), Err(NoPrice::NoAmount), "{text}");
        }
        for text in ["$50", "- $50", "Price: $50", "$50 - $60", "EUR 50-60", "(from $50)", "€50,-", "co-working $50"]
        {
            assert!(price(text, Some(Currency::USD)).is_ok(), "{text}");
        }
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
            ("$450 (was $600)", 450.0, 450.0, "USD", None),
            ("US$ 1,299 (save 10%)", 1299.0, 1299.0, "USD", None),
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
            ("CHF 1'250.00", 1250.0, 1250.0, "CHF", None),
            ("CHF 7’900.–", 7900.0, 7900.0, "CHF", None),
            ("1200.- CHF", 1200.0, 1200.0, "CHF", None),
            ("€ 1.250,-", 1250.0, 1250.0, "EUR", None),
            ("2500 RMB", 2500.0, 2500.0, "CNY", None),
            ("Php 5000", 5000.0, 5000.0, "PHP", None),
            ("₹1,25,000", 125_000.0, 125_000.0, "INR", None),
            ("US$ 1.2k", 1200.0, 1200.0, "USD", None),
            ("$1,500 (CAD)", 1500.0, 1500.0, "CAD", None),
            ("US $1,200", 1200.0, 1200.0, "USD", None),
            ("from $100 to $200", 100.0, 200.0, "USD", None),
            ("1 200 $ CA", 1200.0, 1200.0, "CAD", None),
            ("1200 $ can.", 1200.0, 1200.0, "CAD", None),
            ("$900 NZ", 900.0, 900.0, "NZD", None),
            ("900 $ US", 900.0, 900.0, "USD", None),
            ("~$1350", 1350.0, 1350.0, "USD", None),
            ("1.5 lakh INR", 150_000.0, 150_000.0, "INR", None),
            ("2 Mio. EUR", 2_000_000.0, 2_000_000.0, "EUR", None),
            ("12 tys. zł", 12_000.0, 12_000.0, "PLN", None),
            ("12 000 000 VND", 12_000_000.0, 12_000_000.0, "VND", None),
            ("INR 1,50,000", 150_000.0, 150_000.0, "INR", None),
            ("1 200 руб", 1200.0, 1200.0, "RUB", None),
            ("1200 лв", 1200.0, 1200.0, "BGN", None),
        ] {
            assert_eq!(read(text), Some((low, high, code.to_owned(), what)), "{text}");
        }
    }

    #[test]
    fn another_way_to_pay_is_told_apart() {
        assert!(names_other("or 12 monthly instalments of $100", 1200.0));
        assert!(!names_other("$1,200 a month", 1200.0) && !names_other("12 courses", 1200.0));
    }

    #[test]
    fn several_amounts_are_never_one_number() {
        for text in [
            "free for members, $500",
            "kostenlos (Zertifikat 49 €)",
            "kostenlos für Mitglieder, sonst 500 €",
            "$300 members, $450 others",
            "US 500, EU 400, Asia 300",
            "£500 or $600",
            "$10 - £20",
            "100, 200 USD",
        ] {
            assert_eq!(price(text, None), Err(NoPrice::SeveralAmounts), "{text}");
        }
        for text in ["1.250", "$1.250", "£1.250 to £2.000"] {
            assert_eq!(price(text, None), Err(NoPrice::Unclear), "{text}");
        }
        for text in
            ["", "contact us", "varies", "1.2m USD", "10% EUR", "1,350.00.00 USD", "not $500", "nicht 500 €", "No $500"]
        {
            assert_eq!(price(text, None), Err(NoPrice::NoAmount), "{text}");
        }
        for text in [
            "$99 deposit",
            "€400 per credit",
            "500 €/semestre",
            "$300 early bird",
            "$500 off",
            "Save US$ 500",
            "500 € sparen",
        ] {
            assert_eq!(price(text, None), Err(NoPrice::NotWhole), "{text}");
        }
    }

    #[test]
    fn a_sign_of_several_currencies_means_the_one_that_is_stated() {
        let code = |text: &str, stated: &str| {
            let price = price(text, Currency::parse(stated)).ok();
            price.and_then(|price| price.currency).map(|currency| currency.code().to_owned())
        };
        for (text, stated, expected) in [
            ("$1,200", "CAD", Some("CAD")),
            ("$4,500", "AUD", Some("AUD")),
            ("$4,500", "EUR", Some("USD")),
            ("US$4,500", "AUD", Some("USD")),
            ("¥300", "CNY", Some("CNY")),
            ("500 kr", "SEK", Some("SEK")),
            ("500 kr", "USD", None),
            ("Rs. 25 000", "", Some("INR")),
            ("$5", "", Some("USD")),
        ] {
            assert_eq!(code(text, stated).as_deref(), expected, "{text} {stated}");
        }
    }

    #[test]
    fn numbers_are_read_from_text_and_nothing_else_is_one() {
        for (text, number) in [
            ("5", 5.0),
            ("1,350.00", 1350.0),
            ("1.350,00", 1350.0),
            ("4,5", 4.5),
            ("0,500", 0.5),
            ("-1,350", -1350.0),
            ("2.16E+11", 2.16e11),
        ] {
            assert_eq!(plain_number(text), Some(number), "{text}");
        }
        for text in ["", "x", "1x", "-", "NaN", "inf", "1.2.3-4"] {
            assert_eq!(plain_number(text), None, "{text}");
        }
        assert_eq!(number(&Value::Bool(true)), None);
        for text in ["1350.00", "US$1,350.00", "1350 USD"] {
            assert_eq!(number(&serde_json::json!(text).into()), Some(1350.0), "{text}");
        }
        for text in ["5 weeks", "$5 or $6", "$1.250", "1.250", "25.000"] {
            assert_eq!(number(&serde_json::json!(text).into()), None, "{text}");
        }
    }
}
