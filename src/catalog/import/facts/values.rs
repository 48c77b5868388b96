//! Converts the value of a field to the notation of the catalogue. A value that no claim can have is
//! an error that says why.

use serde_json::{Map, Value};

use crate::catalog::{
    Credit, Currency, Kind, LANGUAGES, Language, Level, Pacing, PriceOf, Status, Tax, TimeUnit, is_web_address,
    number_json,
};

use super::numbers::{self, Bounds};
use super::row_error::RowError;
use super::table::folded;

/// The largest number that is plausible as a fact.
const MAX_AMOUNT: f64 = 1e9;

/// Placeholders for an unknown value.
const PLACEHOLDERS: [&str; 13] =
    ["na", "n/a", "n.a.", "nan", "null", "nil", "unknown", "tbd", "tba", "?", "-", "--", "as above"];

/// Whether a text is a placeholder for an unknown value.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.to_lowercase().replace(['–', '—'], "-");
    PLACEHOLDERS.contains(&text.trim_start_matches('#'))
}

/// The members of a claim that make up its value.
pub(super) type Keys = Map<String, Value>;

/// A single value under the key `value`.
pub(super) fn one(value: impl Into<Value>) -> Keys {
    Keys::from_iter([("value".to_owned(), value.into())])
}

/// Splits a list at `;` or `|`, or at commas if it contains neither.
pub(super) fn list(text: &str) -> Vec<String> {
    let mark = |c: char| if text.contains([';', '|']) { c == ';' || c == '|' } else { c == ',' };
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(mark).map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|own| own == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

pub(super) fn kind(text: &str) -> Result<Keys, RowError> {
    let is = |kind: &&Kind| [kind.slug(), kind.name().to_owned()].iter().any(|name| folded(name) == folded(text));
    match Kind::NAMED.iter().find(is) {
        Some(kind) => Ok(one(kind.slug())),
        None if text.starts_with("other:") && text.len() > 6 => Ok(one(text)),
        None => Err(RowError::unknown(text, "a kind of credential", Kind::NAMED.iter().map(Kind::slug))),
    }
}

pub(super) fn levels(text: &str) -> Result<Keys, RowError> {
    let read = |part: &String| {
        let level = match folded(part).as_str() {
            "beginner" | "basic" => Some(Level::Introductory),
            "expert" => Some(Level::Advanced),
            name => Level::ALL.iter().copied().find(|level| level.slug() == name),
        };
        level.ok_or_else(|| RowError::unknown(part, "a level", Level::ALL.iter().map(|level| level.slug())))
    };
    let mut levels = list(text).iter().map(read).collect::<Result<Vec<Level>, RowError>>()?;
    levels.sort_unstable();
    levels.dedup();
    Ok(one(levels.into_iter().map(Level::slug).collect::<Vec<_>>()))
}

/// Languages by English name; also by another known name or a code.
pub(super) fn languages(text: &str) -> Result<Keys, RowError> {
    list(text).iter().map(|part| language(part)).collect::<Result<Vec<String>, RowError>>().map(one)
}

fn language(name: &str) -> Result<String, RowError> {
    if let Some(language) = Language::named(name) {
        return Ok(language.name.to_owned());
    }
    let is_name = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '(' | ')' | '\'');
    if name.chars().count() < 4 || !name.chars().all(is_name) {
        return Err(RowError::unknown(name, "the name of a language", LANGUAGES.iter().map(|language| language.name)));
    }
    Ok(name.to_owned())
}

pub(super) fn pacings(text: &str) -> Result<Keys, RowError> {
    let read = |part: &String| {
        let pacing = Pacing::ALL.iter().copied().find(|pacing| folded(pacing.slug()) == folded(part));
        pacing.ok_or_else(|| RowError::unknown(part, "a pacing", Pacing::ALL.iter().map(|pacing| pacing.slug())))
    };
    let pacings = list(text).iter().map(read).collect::<Result<Vec<Pacing>, RowError>>()?;
    Ok(one(pacings.into_iter().map(Pacing::slug).collect::<Vec<_>>()))
}

pub(super) fn credit(text: &str) -> Result<Keys, RowError> {
    let credit = Credit::ALL.iter().find(|credit| credit.slug() == folded(text));
    let reason = || RowError::unknown(text, "a word for credit", Credit::ALL.iter().map(|credit| credit.slug()));
    credit.map(|credit| one(credit.slug())).ok_or_else(reason)
}

/// The words that lists use for each status.
const STATUSES: [(Status, &[&str]); 3] = [
    (Status::Current, &["current", "active", "open", "live", "listed", "available"]),
    (Status::Moved, &["moved", "transferred", "relocated", "migrated"]),
    (Status::Older, &["older", "old", "retired", "archived", "closed", "ended", "unlisted", "discontinued"]),
];

/// The meaning of a text about a status.
pub(super) enum StatusText {
    /// The text names a status.
    Is(Status),
    /// The text says that the program has moved, in a sentence worth keeping.
    Tells(Status),
    /// The text describes what was seen of the page, which is not a current status.
    Seen,
}

/// A status is a single word. A sentence with a word for a move means that; any other sentence describes what was seen.
pub(super) fn status(text: &str) -> Result<StatusText, RowError> {
    let called = |word: &str| STATUSES.iter().find(|(_, names)| names.contains(&word)).map(|(status, _)| *status);
    if let Some(status) = called(&folded(text)) {
        return Ok(StatusText::Is(status));
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    if lower.contains(' ') {
        let moves = words.any(|word| called(word) == Some(Status::Moved));
        return Ok(if moves { StatusText::Tells(Status::Moved) } else { StatusText::Seen });
    }
    Err(RowError::unknown(text, "a status", Status::ALL.iter().map(|status| status.slug())))
}

pub(super) fn web_address(text: &str) -> Result<Keys, RowError> {
    if is_web_address(text) { Ok(one(text)) } else { Err(RowError::NotAWebAddress(text.to_owned())) }
}

pub(super) fn yes_or_no(text: &str) -> Result<Keys, RowError> {
    match folded(text).as_str() {
        "yes" | "true" | "1" => Ok(one(true)),
        "no" | "false" | "0" => Ok(one(false)),
        _ => Err(RowError::NeitherYesNorNo(text.to_owned())),
    }
}

pub(super) fn count(text: &str) -> Result<Keys, RowError> {
    match numbers::number(text) {
        Ok(count) if (1.0..1000.0).contains(&count) && count.fract() == 0.0 => Ok(one(number_json(count))),
        Ok(_) => Err(RowError::NotACount(text.to_owned())),
        Err(reason) => Err(reason),
    }
}

/// A number above 0, or its bounds, up to `most`.
pub(super) fn amount(bounds: Bounds, most: f64) -> Result<Keys, RowError> {
    if bounds.low <= 0.0 {
        return Err(RowError::NotPositive);
    }
    if bounds.high > most {
        return Err(if most < MAX_AMOUNT { RowError::Above(most) } else { RowError::TooLarge });
    }
    Ok(range(bounds))
}

/// A number above 0, or its bounds, up to [`MAX_AMOUNT`].
pub(super) fn any_amount(bounds: Bounds) -> Result<Keys, RowError> {
    amount(bounds, MAX_AMOUNT)
}

fn range(bounds: Bounds) -> Keys {
    if (bounds.high - bounds.low).abs() < f64::EPSILON {
        return one(number_json(bounds.low));
    }
    let pair = [("low", bounds.low), ("high", bounds.high)];
    pair.into_iter().map(|(key, bound)| (key.to_owned(), number_json(bound))).collect()
}

/// The unit of time, from a column or from the words after the number.
pub(super) fn time_unit(text: &str) -> Result<TimeUnit, RowError> {
    match folded(text).as_str() {
        "week" | "weeks" | "wk" | "wks" => Ok(TimeUnit::Weeks),
        "month" | "months" => Ok(TimeUnit::Months),
        _ => Err(RowError::unknown(text, "a unit of time", TimeUnit::ALL.iter().map(|unit| unit.slug()))),
    }
}

/// What a price says besides its bounds.
pub(super) struct PriceWords {
    pub(super) currency: Currency,
    pub(super) what: PriceOf,
    pub(super) tax: Option<Tax>,
}

pub(super) fn price(bounds: Bounds, words: &PriceWords) -> Result<Keys, RowError> {
    if bounds.low < 0.0 {
        return Err(RowError::Negative);
    }
    if bounds.high >= MAX_AMOUNT {
        return Err(RowError::TooLarge);
    }
    let mut keys = range(bounds);
    keys.insert("currency".to_owned(), words.currency.code().into());
    if !matches!(words.what, PriceOf::Program | PriceOf::Course | PriceOf::Exam) {
        keys.insert("what".to_owned(), words.what.slug().into());
    }
    if let Some(tax) = words.tax {
        keys.insert("tax".to_owned(), tax.slug().into());
    }
    Ok(keys)
}

/// Reads what a price buys.
pub(super) fn price_of(text: &str) -> Result<PriceOf, RowError> {
    let what = PriceOf::ALL.iter().copied().find(|what| what.slug() == folded(text));
    what.ok_or_else(|| RowError::unknown(text, "what a price buys", PriceOf::ALL.iter().map(|what| what.slug())))
}

/// Reads whether a price includes tax.
pub(super) fn tax(text: &str) -> Result<Tax, RowError> {
    match folded(text).as_str() {
        "in" | "included" | "incl" | "inclusive" => Ok(Tax::Included),
        "out" | "excluded" | "excl" | "exclusive" => Ok(Tax::Excluded),
        _ => Err(RowError::unknown(text, "a word about tax", Tax::ALL.iter().map(|tax| tax.slug()))),
    }
}
