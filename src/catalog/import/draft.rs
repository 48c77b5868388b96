//! What the readers of all formats produce: a program or a course with what a record says of it, before anybody has
//! decided which records are of the same one.

mod doubt;

use super::amount::{self, What};
use super::date::Moment;
use super::identity::Identity;
use super::measure;
use super::reference::{Described, Reference};
use super::stated::{Stated, short};
use crate::catalog::{Basis, Level, Tax};

pub(super) use super::stated::{count, length, money, positive, taxed, text, texts};

/// What a draft describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Thing {
    #[default]
    Program,
    Course,
}

/// What the courses of a program are to the record that names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Listing {
    /// All courses of the program, unless it states that there are more.
    #[default]
    Whole,
    /// Some of its courses, of which there may be more.
    Partial,
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
    pub(super) value: Stated,
    pub(super) basis: Basis,
    /// The JSON pointer to the value within the record.
    pub(super) at: String,
    /// How the value was obtained; `None` if it is simply stated.
    pub(super) note: Option<String>,
    /// When it was true, as a catalogue writes dates; `None` if it is as old as the record.
    pub(super) as_of: Option<String>,
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
    /// Why the schools are presumed; `None` if they are stated.
    pub(super) schools_note: Option<String>,
    pub(super) says: Vec<Said>,
    /// The courses of a program, in order.
    pub(super) courses: Vec<Draft>,
    pub(super) listing: Listing,
    /// Whether it is only likely a course of the program that names it.
    pub(super) is_likely: bool,
    pub(super) acceptances: Vec<Acceptance>,
    /// What it names and its own document does not describe.
    pub(super) references: Vec<Reference>,
    /// The courses that it describes, if their number depends on its references.
    pub(super) described: Option<Described>,
    /// When the record was made; `None` if it does not say.
    pub(super) as_of: Option<Moment>,
}

impl Draft {
    /// Starts a draft of a program.
    pub(super) fn program(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    /// Starts a draft of a program that is known by its uuid only. It is left out unless another record describes it.
    pub(super) fn known_by(uuid: &str) -> Option<Self> {
        Some(Self { identities: vec![Identity::uuid(uuid)?], ..Self::default() })
    }

    /// Starts a draft of a course.
    pub(super) fn course(title: String) -> Self {
        Self { thing: Thing::Course, title, ..Self::default() }
    }

    /// Starts a draft of a course that another document may describe; `None` if its node has no name outside its own.
    pub(super) fn referred_to(id: &str) -> Option<Self> {
        Some(Self { thing: Thing::Course, identities: vec![Identity::of_node(id)?], ..Self::default() })
    }

    /// Adds a stated value, if there is one.
    pub(super) fn say(&mut self, field: &'static str, value: Option<Stated>, at: impl Into<String>) {
        self.note(field, value, Basis::Stated, at, None);
    }

    /// Adds a value as a text has it. What the text calls a bound or a guess is no stated value: it is noted in the
    /// words of the text, and gives way to any value that is stated. `note` comes before these words.
    pub(super) fn read(
        &mut self,
        field: &'static str,
        value: Option<Stated>,
        at: impl Into<String>,
        text: &str,
        note: Option<String>,
    ) {
        let is_range = value.as_ref().and_then(Stated::band).is_some_and(|(low, high)| low < high);
        let words = measure::stated_as(text, is_range);
        self.note(field, value, basis_of(words.is_some()), at, note.or(words));
    }

    /// Adds a value computed from stated ones, with a note on how, if there is one.
    pub(super) fn derive(&mut self, field: &'static str, value: Option<Stated>, at: impl Into<String>, how: &str) {
        self.note(field, value, Basis::Derived, at, Some(how.to_owned()));
    }

    /// Adds a value with its basis and note, if there is one.
    pub(super) fn note(
        &mut self,
        field: &'static str,
        value: Option<Stated>,
        basis: Basis,
        at: impl Into<String>,
        note: Option<String>,
    ) {
        self.says.extend(value.map(|value| Said { field, value, basis, at: at.into(), note, as_of: None }));
    }

    /// Adds the academic credit of which a record names the amount, as in `60 ECTS`. A catalogue has no fact for the amount,
    /// so it is kept as a remark too.
    pub(super) fn say_credits(&mut self, credits: &str, at: impl Into<String>) {
        let at = at.into();
        self.note("credit", text("possible"), Basis::Stated, at.clone(), Some(format!("{credits} are named")));
        self.say("remark", text(&format!("named credit: {credits}")), at);
    }

    /// Dates all statements but the first `count`.
    pub(super) fn date_from(&mut self, count: usize, as_of: &str) {
        self.says.iter_mut().skip(count).for_each(|said| said.as_of = Some(as_of.to_owned()));
    }

    /// Adds the kind, and keeps its slug for grouping and ids.
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

    /// Whether the draft says anything about a fact.
    pub(super) fn has(&self, field: &str) -> bool {
        self.said(field).is_some()
    }
}

/// Levels as the value of a claim, from the lowest. A course has only one, so that of several stays unknown.
pub(super) fn levels(thing: Thing, mut levels: Vec<Level>) -> Option<Stated> {
    levels.sort();
    levels.dedup();
    match (thing, &levels[..]) {
        (Thing::Course, [level]) => text(level.slug()),
        (Thing::Course, _) => None,
        _ => texts(levels.iter().map(|level| level.slug())),
    }
}

/// Why a course has no level although a source names several.
pub(super) const SEVERAL_LEVELS: &str = "names several levels, and a course has one, so its level stays unknown";

/// A note on a fact of a program that counts only where its courses say nothing; see `compose::of_courses`.
pub(super) const FALLBACK: &str = "set for the program as a whole";

/// The basis of a value of which a source states a bound or a guess, or the value itself.
pub(super) fn basis_of(is_inexact: bool) -> Basis {
    if is_inexact { Basis::Inferred } else { Basis::Stated }
}

/// Notes on a range of which only one bound is stated.
pub(super) const AT_LEAST: &str = "at least; the most is not stated";
pub(super) const AT_MOST: &str = "at most; the least is not stated";

/// What is kept of something that is called free in no currency: 0 in another one would be made up.
const FREE: &str = "is called free, without a currency";

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
pub(super) fn say_price(draft: &mut Draft, price: &amount::Price, otherwise: What, at: impl Into<String>) {
    note_price(draft, price, None, otherwise, at, None);
}

/// Adds a price like [`say_price`], with what is known of its tax and a note on how it is stated.
pub(super) fn note_price(
    draft: &mut Draft,
    price: &amount::Price,
    tax: Option<Tax>,
    otherwise: What,
    at: impl Into<String>,
    note: Option<String>,
) {
    let what = price.what.unwrap_or(otherwise);
    let Some(currency) = price.currency else {
        let remark = if price.high == 0.0 {
            FREE.to_owned()
        } else {
            format!("a price of {} is named without its currency", short(price.low))
        };
        return draft.say("remark", text(&remark), at);
    };
    let is_course = draft.thing == Thing::Course;
    // A course has only one kind of price.
    if is_course && !matches!(what, What::Course | What::Program) {
        return;
    }
    let (field, what) = if is_course { ("price", What::Course) } else { (price_field(what), what) };
    draft.note(
        field,
        taxed(money(price.low, price.high, currency, what), tax),
        basis_of(price.words.is_some()),
        at,
        note.or_else(|| price.words.clone()),
    );
}
