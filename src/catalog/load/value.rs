//! The rules for one value: which words, numbers, amounts, dates and addresses may stand in a claim, and the sentence
//! that says which one does not.

use super::raw::{RawClaim, RawTopics};
use crate::catalog::{
    Currency, Kind, Length, Money, Price, PriceOf, Range, Tax, Text, TimeUnit, TopicSet, did_you_mean, has_unsafe_char,
    is_unsafe_char, printable,
};

pub(super) const NOT_A_WEB_ADDRESS: &str = "is not an http or https address";

/// Whether a text is an address of the web, and nothing that a program would take for anything else.
pub fn is_web_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric()))
        && !url.contains(|c: char| c.is_whitespace() || is_unsafe_char(c))
}

pub(super) fn check_text(text: &str) -> Result<(), String> {
    // Some control characters are blanks too: what is unsafe is told as that, and not as empty.
    if !is_plain(text) && has_unsafe_char(text) {
        Err("holds control characters or escape sequences".to_owned())
    } else if text.trim().is_empty() {
        Err("is empty; leave the fact out where nothing is known".to_owned())
    } else {
        Ok(())
    }
}

/// Whether there is nothing but printable ASCII. It looks at every byte, which is faster than stopping at the first.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & (0x20..0x7f).contains(&byte))
}

pub(super) fn no_value() -> String {
    "has no value".to_owned()
}

pub(super) fn one_of<T: Copy + 'static>(
    slug: &str,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    all.iter().copied().find(|value| name(*value) == slug).ok_or_else(|| {
        let hint = did_you_mean(slug, all.iter().map(|value| name(*value)));
        format!("`{}` is not known here.{hint}", printable(slug))
    })
}

pub(super) fn named<T: Copy + 'static>(
    claim: &mut RawClaim<Text>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<T, String> {
    one_of(claim.value.as_ref().ok_or_else(no_value)?, all, name)
}

pub(super) fn all_named<T: Copy + 'static>(
    claim: &mut RawClaim<Vec<Text>>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<Vec<T>, String> {
    texts(claim)?.iter().map(|slug| one_of(slug, all, name)).collect()
}

pub(super) fn kind(claim: &mut RawClaim<Text>) -> Result<Kind, String> {
    let slug = one_text(claim)?;
    Kind::from_slug(&slug).ok_or_else(|| {
        let slugs = Kind::NAMED.map(|kind| kind.slug());
        let hint = did_you_mean(&slug, slugs.iter().map(String::as_str));
        format!("`{slug}` is not a kind of credential.{hint} A kind without a name here is written `other:<name>`")
    })
}

pub(super) fn one_text(claim: &mut RawClaim<Text>) -> Result<Text, String> {
    let text = claim.value.take().ok_or_else(no_value)?;
    check_text(&text).map(|()| text)
}

pub(super) fn texts(claim: &mut RawClaim<Vec<Text>>) -> Result<Vec<Text>, String> {
    let texts = claim.value.take().ok_or_else(no_value)?;
    if texts.is_empty() {
        return Err("is an empty list; leave the fact out where nothing is known".to_owned());
    }
    texts.iter().try_for_each(|text| check_text(text))?;
    Ok(texts)
}

/// Topics by their ids, each once. Which ids there are is the business of the vocabulary.
pub(super) fn topics(claim: &mut RawClaim<RawTopics>) -> Result<TopicSet, String> {
    let RawTopics { about, part } = claim.value.take().ok_or_else(no_value)?;
    let topics = TopicSet { about, part };
    let ids: Vec<&Text> = topics.iter().map(|(_, id)| id).collect();
    if ids.is_empty() {
        return Err("names no topic; leave the fact out where nothing is known".to_owned());
    }
    let is_id =
        |id: &Text| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if let Some(id) = ids.iter().find(|id| !is_id(id)) {
        return Err(format!("`{}` is no topic; one is written like `social-work`", printable(id)));
    }
    match (1..ids.len()).find(|at| ids[..*at].contains(&ids[*at])) {
        Some(at) => Err(format!("names `{}` twice", ids[at])),
        None => Ok(topics),
    }
}

pub(super) fn web_address(claim: &mut RawClaim<Text>) -> Result<Text, String> {
    let url = one_text(claim)?;
    if is_web_address(&url) { Ok(url) } else { Err(NOT_A_WEB_ADDRESS.to_owned()) }
}

/// The number or the bounds of a claim: either `value`, or `low` and `high` with `low < high`.
pub(super) fn range(claim: &mut RawClaim<f64>) -> Result<Range, String> {
    match (claim.value, claim.low, claim.high) {
        (Some(value), None, None) => Ok(Range::exactly(value)),
        (None, Some(low), Some(high)) if low < high => Ok(Range::between(low, high)),
        (None, Some(_), Some(_)) => Err("has a low bound that is not below the high one".to_owned()),
        _ => Err("needs either `value` or both `low` and `high`".to_owned()),
    }
}

pub(super) fn positive(claim: &mut RawClaim<f64>) -> Result<Range, String> {
    let range = range(claim)?;
    if range.low <= 0.0 {
        return Err("is not a number above 0; leave the fact out where nothing is known".to_owned());
    }
    if range.high < 1e9 { Ok(range) } else { Err("is too large to be true".to_owned()) }
}

pub(super) fn percent(claim: &mut RawClaim<f64>) -> Result<Range, String> {
    let range = positive(claim)?;
    if range.high <= 100.0 { Ok(range) } else { Err("is more than 100 per cent".to_owned()) }
}

pub(super) fn count(claim: &mut RawClaim<f64>) -> Result<u32, String> {
    let range = positive(claim)?;
    let is_whole = range.is_exact() && range.low.fract() == 0.0;
    if is_whole { Ok(range.low as u32) } else { Err("is not a whole number".to_owned()) }
}

pub(super) fn length(claim: &mut RawClaim<f64>) -> Result<Length, String> {
    let unit = claim.unit.take().ok_or("has no unit; say `weeks` or `months`")?;
    Ok(Length { amount: positive(claim)?, unit: one_of(&unit, TimeUnit::ALL, TimeUnit::slug)? })
}

/// A price that buys one of `whats`: the first of them where the claim does not say.
pub(super) fn price(claim: &mut RawClaim<f64>, whats: &'static [PriceOf]) -> Result<Price, String> {
    let money = money(claim)?;
    let what = match (&claim.what, whats) {
        (Some(slug), _) => one_of(slug, whats, PriceOf::slug)?,
        (None, [first @ (PriceOf::Program | PriceOf::Course | PriceOf::Exam), ..]) => *first,
        (None, _) => return Err("does not say `what` it is the price of, such as `month` or `renewal`".to_owned()),
    };
    let tax = claim.tax.as_ref().map(|slug| one_of(slug, Tax::ALL, Tax::slug)).transpose()?;
    Ok(Price { money, what, tax })
}

fn money(claim: &mut RawClaim<f64>) -> Result<Money, String> {
    let code = claim.currency.as_ref().ok_or("has no currency; a price names one, such as USD")?;
    let currency = Currency::parse(code)
        .ok_or_else(|| format!("`{}` is not a currency code of three capital letters", printable(code)))?;
    let range = range(claim)?;
    if range.low < 0.0 {
        return Err("is not an amount".to_owned());
    }
    if range.high >= 1e12 {
        return Err("is too large to be true".to_owned());
    }
    Ok(Money::from_units(range.low, range.high, currency))
}
