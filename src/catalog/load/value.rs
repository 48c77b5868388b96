//! The rules for one value: which words, numbers, amounts, dates and addresses a claim may contain, and the error for a
//! value that breaks them.

use super::raw::{RawClaim, RawTopics};
use super::value_error::ValueError;
use crate::catalog::{
    Currency, Kind, Length, Money, Price, PriceOf, Range, Tax, Text, TimeUnit, TopicSet, has_unsafe_char,
    is_unsafe_char,
};

/// Whether a text is an `http` or `https` address without blanks and unsafe characters, so that it cannot be mistaken
/// for anything else.
pub fn is_web_address(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric()))
        && !url.contains(|c: char| c.is_whitespace() || is_unsafe_char(c))
}

pub(super) fn check_text(text: &str) -> Result<(), ValueError> {
    // Some control characters also count as white space; such a text must be reported as unsafe, not as empty.
    if !is_plain(text) && has_unsafe_char(text) {
        Err(ValueError::Unsafe)
    } else if text.trim().is_empty() {
        Err(ValueError::Empty)
    } else {
        Ok(())
    }
}

/// Whether a text is only printable ASCII. Testing every byte is faster than stopping at the first that is not.
fn is_plain(text: &str) -> bool {
    text.bytes().fold(true, |plain, byte| plain & (0x20..0x7f).contains(&byte))
}

pub(super) fn one_of<T: Copy + 'static>(
    slug: &str,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<T, ValueError> {
    let unknown =
        || ValueError::NotKnown { slug: slug.to_owned(), known: all.iter().map(|value| name(*value)).collect() };
    all.iter().copied().find(|value| name(*value) == slug).ok_or_else(unknown)
}

pub(super) fn named<T: Copy + 'static>(
    claim: &mut RawClaim<Text>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<T, ValueError> {
    one_of(claim.value.as_ref().ok_or(ValueError::Missing)?, all, name)
}

pub(super) fn all_named<T: Copy + 'static>(
    claim: &mut RawClaim<Vec<Text>>,
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> Result<Vec<T>, ValueError> {
    texts(claim)?.iter().map(|slug| one_of(slug, all, name)).collect()
}

pub(super) fn kind(claim: &mut RawClaim<Text>) -> Result<Kind, ValueError> {
    let slug = one_text(claim)?;
    let known = || Kind::NAMED.iter().map(Kind::slug).collect();
    Kind::from_slug(&slug).ok_or_else(|| ValueError::NotAKind { slug: slug.to_string(), known: known() })
}

pub(super) fn one_text(claim: &mut RawClaim<Text>) -> Result<Text, ValueError> {
    let text = claim.value.take().ok_or(ValueError::Missing)?;
    check_text(&text).map(|()| text)
}

pub(super) fn texts(claim: &mut RawClaim<Vec<Text>>) -> Result<Vec<Text>, ValueError> {
    let texts = claim.value.take().ok_or(ValueError::Missing)?;
    if texts.is_empty() {
        return Err(ValueError::EmptyList);
    }
    texts.iter().try_for_each(|text| check_text(text))?;
    Ok(texts)
}

/// Checks that topic ids are well-formed and occur once, but not whether the vocabulary has them.
pub(super) fn topics(claim: &mut RawClaim<RawTopics>) -> Result<TopicSet, ValueError> {
    let RawTopics { about, part } = claim.value.take().ok_or(ValueError::Missing)?;
    let topics = TopicSet { about, part };
    let ids: Vec<&Text> = topics.iter().map(|(_, id)| id).collect();
    if ids.is_empty() {
        return Err(ValueError::NoTopic);
    }
    let is_id =
        |id: &Text| !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if let Some(id) = ids.iter().find(|id| !is_id(id)) {
        return Err(ValueError::NotATopic(id.to_string()));
    }
    match (1..ids.len()).find(|at| ids[..*at].contains(&ids[*at])) {
        Some(at) => Err(ValueError::Twice(ids[at].to_string())),
        None => Ok(topics),
    }
}

pub(super) fn web_address(claim: &mut RawClaim<Text>) -> Result<Text, ValueError> {
    let url = one_text(claim)?;
    if is_web_address(&url) { Ok(url) } else { Err(ValueError::NotAWebAddress) }
}

/// The number or the bounds of a claim: either `value`, or `low` and `high` with `low < high`.
pub(super) fn range(claim: &mut RawClaim<f64>) -> Result<Range, ValueError> {
    match (claim.value, claim.low, claim.high) {
        (Some(value), None, None) => Ok(Range::exactly(value)),
        (None, Some(low), Some(high)) if low < high => Ok(Range::between(low, high)),
        (None, Some(_), Some(_)) => Err(ValueError::Bounds),
        _ => Err(ValueError::ValueOrBounds),
    }
}

pub(super) fn positive(claim: &mut RawClaim<f64>) -> Result<Range, ValueError> {
    let range = range(claim)?;
    if range.low <= 0.0 {
        return Err(ValueError::NotPositive);
    }
    if range.high < 1e9 { Ok(range) } else { Err(ValueError::TooLarge) }
}

pub(super) fn percent(claim: &mut RawClaim<f64>) -> Result<Range, ValueError> {
    let range = positive(claim)?;
    if range.high <= 100.0 { Ok(range) } else { Err(ValueError::AbovePercent) }
}

pub(super) fn count(claim: &mut RawClaim<f64>) -> Result<u32, ValueError> {
    let range = positive(claim)?;
    let is_whole = range.is_exact() && range.low.fract() == 0.0;
    if is_whole { Ok(range.low as u32) } else { Err(ValueError::NotWhole) }
}

pub(super) fn length(claim: &mut RawClaim<f64>) -> Result<Length, ValueError> {
    let unit = claim.unit.take().ok_or(ValueError::NoUnit)?;
    Ok(Length { amount: positive(claim)?, unit: one_of(&unit, &TimeUnit::ALL, TimeUnit::slug)? })
}

/// Returns a price for one of `whats`. If the claim does not say what the price is for, the first of them is assumed,
/// provided that it is the program, a course or the exam.
pub(super) fn price(claim: &mut RawClaim<f64>, whats: &'static [PriceOf]) -> Result<Price, ValueError> {
    let money = money(claim)?;
    let what = match (&claim.what, whats) {
        (Some(slug), _) => one_of(slug, whats, PriceOf::slug)?,
        (None, [first @ (PriceOf::Program | PriceOf::Course | PriceOf::Exam), ..]) => *first,
        (None, _) => return Err(ValueError::NoWhat),
    };
    let tax = claim.tax.as_ref().map(|slug| one_of(slug, &Tax::ALL, Tax::slug)).transpose()?;
    Ok(Price { money, what, tax })
}

fn money(claim: &mut RawClaim<f64>) -> Result<Money, ValueError> {
    let code = claim.currency.as_ref().ok_or(ValueError::NoCurrency)?;
    let currency = Currency::parse(code).ok_or_else(|| ValueError::NotACurrency(code.to_string()))?;
    let range = range(claim)?;
    if range.low < 0.0 {
        return Err(ValueError::NotAnAmount);
    }
    if range.high >= 1e12 {
        return Err(ValueError::TooLarge);
    }
    Ok(Money::from_units(range.low, range.high, currency))
}
