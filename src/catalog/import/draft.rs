//! What the readers of all formats produce: a program or a course with what a record says of it, before anybody has
//! decided which records are of the same one. A value stands in the words of the catalogue format from the start,
//! because nothing is computed with it any more until the catalogue is read and checked.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::amount::{self, What};
use super::identity::Identity;
use crate::catalog::{Basis, Currency};

/// A program or a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Thing {
    #[default]
    Program,
    Course,
}

/// Who offers something, as a record names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct School {
    /// The short name in course keys, such as `MITx`.
    pub(super) key: Option<String>,
    pub(super) name: Option<String>,
}

/// What a record says of one fact.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    /// The name of the fact in the format.
    pub(super) field: &'static str,
    /// The members of a claim that make its value, such as `"value":6,"unit":"weeks"`.
    pub(super) value: String,
    pub(super) basis: Basis,
    /// Where in the record.
    pub(super) at: String,
    /// How it came to be, where it is not simply stated.
    pub(super) note: Option<String>,
}

/// Where a program is accepted, in the words of a record.
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

/// A program or a course as one record describes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) thing: Thing,
    pub(super) title: String,
    pub(super) kind: Option<String>,
    pub(super) identities: Vec<Identity>,
    pub(super) schools: Vec<School>,
    pub(super) schools_at: String,
    pub(super) says: Vec<Said>,
    /// What it is made of, in order.
    pub(super) courses: Vec<Draft>,
    pub(super) acceptances: Vec<Acceptance>,
    /// As of when, as `yyyy-mm-dd`, where the record says so.
    pub(super) as_of: Option<String>,
}

impl Draft {
    /// A program of that title.
    pub(super) fn program(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    /// A course of that title.
    pub(super) fn course(title: String) -> Self {
        Self { thing: Thing::Course, title, ..Self::default() }
    }

    /// Notes what is stated.
    pub(super) fn say(&mut self, field: &'static str, value: Option<String>, at: impl Into<String>) {
        self.note(field, value, Basis::Stated, at, None);
    }

    /// Notes what is computed from what is stated, and how.
    pub(super) fn derive(&mut self, field: &'static str, value: Option<String>, at: impl Into<String>, how: &str) {
        self.note(field, value, Basis::Derived, at, Some(how.to_owned()));
    }

    /// Notes a claim, where there is a value.
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

    /// Notes the kind, by which it is also known.
    pub(super) fn say_kind(&mut self, kind: &crate::catalog::Kind, basis: Basis, at: &str, note: Option<&str>) {
        let slug = kind.slug();
        self.note("kind", text(&slug), basis, at, note.map(str::to_owned));
        self.kind = Some(slug);
    }

    /// Whether a fact has been said.
    pub(super) fn has(&self, field: &str) -> bool {
        self.says.iter().any(|said| said.field == field)
    }
}

/// One text as a value.
pub(super) fn text(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("\"value\":{}", quoted(text)))
}

/// Texts as one value, each once and in their order.
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

/// A number above 0, or a range; 0 and less mean that nothing is known.
pub(super) fn positive(low: f64, high: f64) -> Option<String> {
    let is_sensible = low > 0.0 && high < 1e9 && low <= high;
    is_sensible.then(|| bounds(low, high))
}

/// A whole number above 0.
pub(super) fn count(number: f64) -> Option<String> {
    positive(number, number).filter(|_| number.fract() == 0.0)
}

/// A length in weeks or months.
pub(super) fn length(low: f64, high: f64, unit: &str) -> Option<String> {
    positive(low, high).map(|bounds| format!("{bounds},\"unit\":{}", quoted(unit)))
}

/// A price, 0 included: whether 0 means free is for those to say who read it.
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

/// Rounded to hundredths, and without a fraction where there is none.
fn short(number: f64) -> Value {
    let rounded = (number * 100.0).round() / 100.0;
    if rounded.fract() == 0.0 { json!(rounded as i64) } else { json!(rounded) }
}

/// A JSON string.
pub(super) fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

/// The fact under which a price of that kind stands.
pub(super) fn price_field(what: What) -> &'static str {
    match what {
        What::Program | What::Courses | What::Bundle => "price",
        What::Course => "course_price",
        What::Exam => "exam_price",
        What::Month | What::Subscription | What::Renewal | What::Member | What::Region => "other_price",
    }
}

/// A price that was read from text, under the fact where it belongs; one without a currency is kept as a remark.
pub(super) fn say_price(draft: &mut Draft, price: &amount::Price, otherwise: What, at: &str) {
    let what = price.what.unwrap_or(otherwise);
    let Some(currency) = price.currency else {
        let amount = short(price.low);
        let remark = format!("a price of {amount} is named without its currency");
        return draft.say("remark", text(&remark), at);
    };
    let is_course = draft.thing == Thing::Course;
    // A course has no other prices than its own.
    if is_course && !matches!(what, What::Course | What::Program) {
        return;
    }
    let (field, what) = if is_course { ("price", What::Course) } else { (price_field(what), what) };
    draft.say(field, money(price.low, price.high, currency, what), at);
}
