//! Drafts, the common output of all readers: a program or a course with what one record says about it, before records
//! are grouped. Values are in the notation of the catalogue format from the start, because nothing computes with them
//! until the catalogue is loaded and checked.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::amount::{self, What};
use super::identity::Identity;
use crate::catalog::{Basis, Currency};

/// What a draft describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Thing {
    #[default]
    Program,
    Course,
}

/// An institution as a record names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct School {
    /// The short name in course keys, such as `MITx`.
    pub(super) key: Option<String>,
    pub(super) name: Option<String>,
}

/// What a record says about one fact.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// The name of the fact in the format.
    pub(super) field: &'static str,
    /// The members of a claim that make up its value, such as `"value":6,"unit":"weeks"`.
    pub(super) value: String,
    pub(super) basis: Basis,
    /// The JSON pointer to the value within the record.
    pub(super) at: String,
    /// How the value was obtained; `None` if it is simply stated.
    pub(super) note: Option<String>,
}

/// A school that accepts a program, in the words of a record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Acceptance {
    pub(super) counts: &'static str,
    pub(super) school: String,
    pub(super) degree: Option<String>,
    pub(super) amount: Option<String>,
    pub(super) condition: Option<String>,
    pub(super) is_open: bool,
    pub(super) at: String,
}

/// A program or a course, as one record describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) thing: Thing,
    pub(super) title: String,
    pub(super) kind: Option<String>,
    pub(super) identities: Vec<Identity>,
    pub(super) schools: Vec<School>,
    pub(super) schools_at: String,
    pub(super) says: Vec<Said>,
    /// The courses of a program, in order.
    pub(super) courses: Vec<Draft>,
    pub(super) acceptances: Vec<Acceptance>,
    /// The date of the record as `yyyy-mm-dd`; `None` if it has none.
    pub(super) as_of: Option<String>,
}

impl Draft {
    /// Starts a draft of a program.
    pub(super) fn program(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    /// Starts a draft of a course.
    pub(super) fn course(title: String) -> Self {
        Self { thing: Thing::Course, title, ..Self::default() }
    }

    /// Adds a stated value, if there is one.
    pub(super) fn say(&mut self, field: &'static str, value: Option<String>, at: impl Into<String>) {
        self.note(field, value, Basis::Stated, at, None);
    }

    /// Adds a value computed from stated ones, with a note on how, if there is one.
    pub(super) fn derive(&mut self, field: &'static str, value: Option<String>, at: impl Into<String>, how: &str) {
        self.note(field, value, Basis::Derived, at, Some(how.to_owned()));
    }

    /// Adds a value with its basis and note, if there is one.
    pub(super) fn note(
        &mut self,
        field: &'static str,
        value: Option<String>,
        basis: Basis,
        at: impl Into<String>,
        note: Option<String>,
    ) {
        let at = at.into();
        self.says.extend(value.map(|value| Said { field, value, basis, at, note }));
    }

    /// Adds the kind, and keeps its slug for grouping and ids.
    pub(super) fn say_kind(&mut self, kind: &crate::catalog::Kind, basis: Basis, at: &str, note: Option<&str>) {
        let slug = kind.slug();
        self.note("kind", text(&slug), basis, at, note.map(str::to_owned));
        self.kind = Some(slug);
    }

    /// Whether the draft says anything about a fact.
    pub(super) fn has(&self, field: &str) -> bool {
        self.says.iter().any(|said| said.field == field)
    }
}

/// A text as the value of a claim; `None` if it is empty.
pub(super) fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("\"value\":{}", quoted(text)))
}

/// Texts as the value of a claim, in order and without repeats; `None` if all are empty.
pub(super) fn texts<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Option<String> {
    let mut unique: Vec<String> = Vec::new();
    for text in texts {
        let quoted = quoted(text.as_ref());
        if quoted.len() > 2 && !unique.contains(&quoted) {
            unique.push(quoted);
        }
    }
    (!unique.is_empty()).then(|| format!("\"value\":[{}]", unique.join(",")))
}

/// A number or range above 0 as the value of a claim; `None` otherwise, because 0 means unknown in these sources.
pub(super) fn positive(low: f64, high: f64) -> Option<String> {
    let is_sensible = low > 0.0 && high < 1e9 && low <= high;
    is_sensible.then(|| bounds(low, high))
}

/// A whole number above 0 as the value of a claim.
pub(super) fn count(number: f64) -> Option<String> {
    positive(number, number).filter(|_| number.fract() == 0.0)
}

/// A length in weeks or months as the value of a claim.
pub(super) fn length(low: f64, high: f64, unit: &str) -> Option<String> {
    positive(low, high).map(|bounds| format!("{bounds},\"unit\":{}", quoted(unit)))
}

/// A price as the value of a claim. It may be 0; the caller decides whether 0 means free.
pub(super) fn money(low: f64, high: f64, currency: Currency, what: What) -> Option<String> {
    let is_sensible = low >= 0.0 && high < 1e12 && low <= high;
    let what = if what == What::Program { String::new() } else { format!(",\"what\":{}", quoted(what.slug())) };
    is_sensible.then(|| format!("{},\"currency\":{}{what}", bounds(low, high), quoted(currency.code())))
}

fn bounds(low: f64, high: f64) -> String {
    let mut bounds = String::new();
    // Writing to a string cannot fail.
    let _ = if (high - low).abs() < f64::EPSILON {
        write!(bounds, "\"value\":{}", short(low))
    } else {
        write!(bounds, "\"low\":{},\"high\":{}", short(low), short(high))
    };
    bounds
}

/// Rounds to hundredths, and drops the fraction if it is zero.
fn short(number: f64) -> Value {
    let rounded = (number * 100.0).round() / 100.0;
    if rounded.fract() == 0.0 { json!(rounded as i64) } else { json!(rounded) }
}

/// A text as a JSON string.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// The fact to which a price of this type belongs.
pub(super) fn price_field(what: What) -> &'static str {
    match what {
        What::Program | What::Courses | What::Bundle => "price",
        What::Course => "course_price",
        What::Exam => "exam_price",
        What::Month | What::Subscription | What::Renewal | What::Member | What::Region => "other_price",
    }
}

/// Adds a price read from text to the fact that it belongs to. A price without a currency becomes a remark.
pub(super) fn say_price(draft: &mut Draft, price: &amount::Price, otherwise: What, at: &str) {
    let what = price.what.unwrap_or(otherwise);
    let Some(currency) = price.currency else {
        let amount = short(price.low);
        let remark = format!("a price of {amount} is named without its currency");
        return draft.say("remark", text(&remark), at);
    };
    let is_course = draft.thing == Thing::Course;
    // A course has only one kind of price.
    if is_course && !matches!(what, What::Course | What::Program) {
        return;
    }
    let (field, what) = if is_course { ("price", What::Course) } else { (price_field(what), what) };
    draft.say(field, money(price.low, price.high, currency, what), at);
}
