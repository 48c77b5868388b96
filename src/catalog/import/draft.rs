//! What the readers of all formats produce: a program or a course with what a record says of it, before anybody has
//! decided which records are of the same one.

use super::amount::{self, What};
use super::identity::Identity;
use super::stated::{Stated, short};
use crate::catalog::Basis;

pub(super) use super::stated::{count, length, money, positive, text, texts};

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
    pub(super) value: Stated,
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
    pub(super) fn say(&mut self, field: &'static str, value: Option<Stated>, at: impl Into<String>) {
        self.note(field, value, Basis::Stated, at, None);
    }

    /// Notes what is computed from what is stated, and how.
    pub(super) fn derive(&mut self, field: &'static str, value: Option<Stated>, at: impl Into<String>, how: &str) {
        self.note(field, value, Basis::Derived, at, Some(how.to_owned()));
    }

    /// Notes a claim, where there is a value.
    pub(super) fn note(
        &mut self,
        field: &'static str,
        value: Option<Stated>,
        basis: Basis,
        at: impl Into<String>,
        note: Option<String>,
    ) {
        self.says.extend(value.map(|value| Said { field, value, basis, at: at.into(), note }));
    }

    /// Notes the kind, by which it is also known.
    pub(super) fn say_kind(
        &mut self,
        kind: &crate::catalog::Kind,
        basis: Basis,
        at: impl Into<String>,
        note: Option<&str>,
    ) {
        let slug = kind.slug();
        self.note("kind", text(&slug), basis, at, note.map(str::to_owned));
        self.kind = Some(slug);
    }

    /// What is said of a fact first.
    pub(super) fn said(&self, field: &str) -> Option<&Stated> {
        self.says.iter().find(|said| said.field == field).map(|said| &said.value)
    }

    /// Whether a fact has been said.
    pub(super) fn has(&self, field: &str) -> bool {
        self.said(field).is_some()
    }
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
pub(super) fn say_price(draft: &mut Draft, price: &amount::Price, otherwise: What, at: impl Into<String>) {
    let what = price.what.unwrap_or(otherwise);
    let Some(currency) = price.currency else {
        // Nothing is nothing in every currency.
        if price.high == 0.0 {
            return;
        }
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
