//! Which programs may be shown at all: facet values that are chosen (any of a facet, all facets together) or left out,
//! and limits. A limit never removes a program whose fact is unknown, unless the user asks for that.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Credit, Kind, Level, Program, Status};

use super::columns::natural_order;
use super::limits::{Limits, Quantity, Unknowns};
use super::topics;

named! {
    /// What programs can be filtered by.
    Facet, label {
        /// Kind of credential.
        Kind = "kind", "Kind";
        /// edX subject.
        Field = "field", "Field";
        /// What it is about, in the words of the vocabulary of topics.
        Topic = "topic", "Topic";
        /// Who offers it.
        Institution = "institution", "Institution";
        /// How advanced.
        Level = "level", "Level";
        /// In which language.
        Language = "language", "Language";
        /// In the latest list or not.
        Status = "status", "Status";
        /// What it can do for a degree, in short.
        Credit = "credit", "Credit";
    }
}

impl Facet {
    /// The name for people of one of its values.
    pub fn label_of(self, value: &str) -> String {
        let name = match self {
            Self::Kind => return Kind::from_slug(value).map_or(value.to_owned(), |kind| kind.name().to_owned()),
            Self::Level => Level::from_slug(value).map(Level::name),
            Self::Status => Status::from_slug(value).map(Status::name),
            Self::Credit => CREDIT.iter().find(|(slug, _)| *slug == value).map(|(_, label)| *label),
            Self::Topic => return topics::name_of(value).to_owned(),
            Self::Field | Self::Institution | Self::Language => None,
        };
        name.unwrap_or(value).to_owned()
    }

    /// The same where there is little room: a school goes by its short name.
    pub fn short_label_of(self, catalog: &Catalog, value: &str) -> String {
        let short = || catalog.institutions.iter().find(|institution| institution.name == value);
        match self {
            Self::Institution => short().map_or_else(|| value.to_owned(), |institution| institution.short.to_string()),
            _ => self.label_of(value),
        }
    }

    /// The values that a program has, as [`Filters`] names them: slugs for kind, level and status, full names
    /// otherwise. Empty where unknown.
    pub fn values(self, catalog: &Catalog, program: &Program) -> Vec<String> {
        let mut values = Vec::new();
        self.each_value(catalog, program, |value| values.push(value.to_owned()));
        values
    }

    /// The same, one after the other.
    pub(super) fn each_value(self, catalog: &Catalog, program: &Program, mut each: impl FnMut(&str)) {
        match self {
            Self::Kind => each(&program.kind().slug()),
            Self::Field => program.fields().iter().for_each(|field| each(field)),
            Self::Topic => topics::each_value(catalog, program, |id, _| each(id)),
            Self::Institution => program.institutions().iter().for_each(|ix| each(&catalog.institution(*ix).name)),
            Self::Level => program.levels().iter().for_each(|level| each(level.slug())),
            Self::Language => program.languages().iter().for_each(|language| each(language)),
            Self::Status => each(program.status().slug()),
            Self::Credit => each(credit(program)),
        }
    }
}

/// The values of the credit facet with their names for people, in their natural order: `yes` where a named school or
/// body accepts it, `maybe` where the kind allows it but no school is on record. What is presumed of a kind counts
/// as what it is: `maybe` and `no` hold presumptions, `yes` does not, and what is unknown is a value of its own.
pub(super) const CREDIT: [(&str, &str); 4] =
    [("yes", "On record"), ("maybe", "Possible"), ("no", "None or presumed so"), ("unknown", "Unknown")];

/// The value of the credit facet that a program has.
fn credit(program: &Program) -> &'static str {
    match program.credit.value() {
        Some(Credit::Pathway | Credit::Included | Credit::Recommended) => "yes",
        Some(Credit::Possible) => "maybe",
        Some(Credit::None) => "no",
        None => "unknown",
    }
}

/// One thing that was chosen and can be let go of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A value of a facet, as [`Filters`] names it.
    Value(Facet, String),
    /// A value of a facet that is left out.
    Without(Facet, String),
    /// A limit.
    Limit(Quantity),
    /// That programs go whose limited fact is unknown.
    Unknowns,
}

/// What was chosen, as it is shown above a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What was chosen.
    pub choice: Choice,
    /// The same for people.
    pub label: String,
}

/// Which programs may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Filters {
    /// The values chosen of each facet; a facet with nothing chosen lets everything pass.
    pub chosen: BTreeMap<Facet, BTreeSet<String>>,
    /// The values left out of each facet; a program that has one is not shown.
    pub without: BTreeMap<Facet, BTreeSet<String>>,
    /// How long, how much work, how dear, how many courses.
    pub limits: Limits,
}

impl Default for Filters {
    /// Only what is still taught, in the latest list or on the platform it has moved to. What is not taught is left out,
    /// and not the rest chosen, so that one chip lets it in again.
    fn default() -> Self {
        let without = BTreeMap::from([(Facet::Status, BTreeSet::from([Status::Older.slug().to_owned()]))]);
        Self { without, ..Self::none() }
    }
}

impl Filters {
    /// Nothing chosen: every program passes.
    pub fn none() -> Self {
        Self { chosen: BTreeMap::new(), without: BTreeMap::new(), limits: Limits::default() }
    }

    /// Chooses a value, or lets go of it, whether it was chosen or left out.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if !drop_value(&mut self.without, facet, value) && !drop_value(&mut self.chosen, facet, value) {
            self.chosen.entry(facet).or_default().insert(value.to_owned());
        }
    }

    /// Lets go of something that was chosen.
    pub fn remove(&mut self, choice: &Choice) {
        match choice {
            Choice::Value(facet, value) => {
                drop_value(&mut self.chosen, *facet, value);
            }
            Choice::Without(facet, value) => {
                drop_value(&mut self.without, *facet, value);
            }
            Choice::Limit(quantity) => self.limits.set(*quantity, super::Span::ANY),
            Choice::Unknowns => self.limits.unknowns = Unknowns::Keep,
        }
    }

    /// Whether a value is chosen.
    pub fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        holds(&self.chosen, facet, value)
    }

    /// Whether a value is left out.
    pub fn is_without(&self, facet: Facet, value: &str) -> bool {
        holds(&self.without, facet, value)
    }

    /// What was chosen, facet by facet; levels and statuses in their natural order, the others by label; then what was
    /// left out, then limits. An institution is labelled as people call it.
    pub fn chips(&self, catalog: &Catalog) -> Vec<Chip> {
        let value = |facet, value: &str, label| Chip { choice: Choice::Value(facet, value.to_owned()), label };
        let without = |facet, value: &str, label: String| Chip {
            choice: Choice::Without(facet, value.to_owned()),
            label: if is_default(facet, value) { in_the_list(catalog) } else { format!("not {label}") },
        };
        let mut chips = chips_of(&self.chosen, catalog, value);
        chips.extend(chips_of(&self.without, catalog, without));
        let limited = Quantity::ALL.into_iter().filter(|quantity| !self.limits.span(*quantity).is_any());
        chips.extend(limited.map(|quantity| Chip {
            choice: Choice::Limit(quantity),
            label: format!("{} {}", quantity.slug(), self.limits.span(quantity)),
        }));
        if self.limits.unknowns == Unknowns::Drop {
            chips.push(Chip { choice: Choice::Unknowns, label: "no unknowns".to_owned() });
        }
        chips
    }

    /// Whether a program may be shown.
    pub fn admit(&self, catalog: &Catalog, program: &Program) -> bool {
        Facet::ALL.into_iter().all(|facet| self.admit_facet(facet, catalog, program)) && self.limits.admit(program)
    }

    /// Whether one facet lets a program pass.
    pub fn admit_facet(&self, facet: Facet, catalog: &Catalog, program: &Program) -> bool {
        let (chosen, without) = (self.chosen.get(&facet), self.without.get(&facet));
        if chosen.is_none() && without.is_none() {
            return true;
        }
        let values = facet.values(catalog, program);
        chosen.is_none_or(|chosen| values.iter().any(|value| chosen.contains(value)))
            && without.is_none_or(|without| !values.iter().any(|value| without.contains(value)))
    }
}

/// Whether leaving this value out is what every start does.
fn is_default(facet: Facet, value: &str) -> bool {
    facet == Facet::Status && value == Status::Older.slug()
}

/// What is left where older programs are left out.
fn in_the_list(catalog: &Catalog) -> String {
    catalog.as_of.month().map_or_else(|| "In the latest list".to_owned(), |month| format!("In the {month} list"))
}

type Values = BTreeMap<Facet, BTreeSet<String>>;

fn holds(values: &Values, facet: Facet, value: &str) -> bool {
    values.get(&facet).is_some_and(|values| values.contains(value))
}

/// Takes a value out; a facet without values goes. Whether it was there.
fn drop_value(values: &mut Values, facet: Facet, value: &str) -> bool {
    let Some(own) = values.get_mut(&facet) else { return false };
    let was_there = own.remove(value);
    if own.is_empty() {
        values.remove(&facet);
    }
    was_there
}

fn chips_of(values: &Values, catalog: &Catalog, chip: impl Fn(Facet, &str, String) -> Chip) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (facet, values) in values {
        let mut own: Vec<(usize, String, &String)> = values
            .iter()
            .map(|value| (natural_order(*facet, value), short_label(catalog, *facet, value), value))
            .collect();
        own.sort();
        chips.extend(own.into_iter().map(|(_, label, value)| chip(*facet, value, label)));
    }
    chips
}

/// A value as a chip names it, where no heading tells the facet.
fn short_label(catalog: &Catalog, facet: Facet, value: &str) -> String {
    if facet == Facet::Credit { format!("credit {value}") } else { facet.short_label_of(catalog, value) }
}
