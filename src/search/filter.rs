//! Filters: facet values that are chosen (any value of a facet, but all facets together) or excluded, and limits. A
//! limit never hides a program whose fact is unknown, unless the user asks for that.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Credit, Kind, Level, Program, Status};

use super::limits::{Limits, Quantity, Unknowns};
use super::topics;

named! {
    /// A property that programs can be filtered by.
    Facet, label {
        /// The kind of credential.
        Kind = "kind", "Kind";
        /// The edX subject.
        Field = "field", "Field";
        /// The topics, from the vocabulary.
        Topic = "topic", "Topic";
        /// The institutions that offer it.
        Institution = "institution", "School";
        /// The level of difficulty.
        Level = "level", "Level";
        /// The language.
        Language = "language", "Language";
        /// Whether it is in the latest list.
        Status = "status", "Status";
        /// What it can count for toward a degree.
        Credit = "credit", "Credit";
    }
}

impl Facet {
    /// Returns the label of a value.
    pub fn label_of(self, value: &str) -> String {
        let name = match self {
            Self::Kind => return Kind::from_slug(value).map_or(value.to_owned(), |kind| kind.name().to_owned()),
            Self::Level => Level::from_slug(value).map(Level::name),
            Self::Status => Status::from_slug(value).map(Status::name),
            Self::Credit => CreditValue::from_slug(value).map(CreditValue::label),
            Self::Topic => return topics::name_of(value).to_owned(),
            Self::Field | Self::Institution | Self::Language => None,
        };
        name.unwrap_or(value).to_owned()
    }

    /// Returns the label of a value for narrow places; institutions go by their short name.
    pub fn short_label_of(self, catalog: &Catalog, value: &str) -> String {
        let short = || catalog.institution_named(value);
        match self {
            Self::Institution => short().map_or_else(|| value.to_owned(), |institution| institution.short.to_string()),
            _ => self.label_of(value),
        }
    }

    /// Returns the values that a program has, as [`Filters`] names them: slugs for kind, level and status, full names
    /// otherwise. Empty if they are unknown.
    pub fn values(self, catalog: &Catalog, program: &Program) -> Vec<String> {
        let mut values = Vec::new();
        self.each_value(catalog, program, |value| values.push(value.to_owned()));
        values
    }

    /// Calls `each` with every value that a program has.
    pub(super) fn each_value(self, catalog: &Catalog, program: &Program, mut each: impl FnMut(&str)) {
        match self {
            Self::Kind => each(&program.kind().slug()),
            Self::Field => program.fields().iter().for_each(|field| each(field)),
            Self::Topic => {
                if let Some(ix) = catalog.find(&program.id) {
                    topics::each_value(catalog, ix, program, |id, _| each(id));
                }
            }
            Self::Institution => program.institutions().iter().for_each(|ix| each(&catalog.institution(*ix).name)),
            Self::Level => {
                let levels = program.levels();
                // The academic level counts also where how hard the courses are is the value shown.
                let academic = program.academic_level().map(|(level, _)| level).filter(|level| !levels.contains(level));
                for level in levels.iter().chain(&academic) {
                    each(level.slug());
                }
            }
            Self::Language => program.languages().iter().for_each(|language| each(language)),
            Self::Status => each(program.status().slug()),
            Self::Credit => each(CreditValue::of(program).slug()),
        }
    }
}

named! {
    /// A value of the credit facet. A presumption counts as the presumed value, which is `Possible` or `None`, never
    /// `OnRecord`. Unknown is a separate value.
    CreditValue, label {
        /// A named school or body accepts it.
        OnRecord = "yes", "On record";
        /// The kind allows it, but no school is on record.
        Possible = "maybe", "Possible";
        /// It gives none.
        None = "no", "None or presumed so";
        /// Nothing is on record.
        Unknown = "unknown", "Unknown";
    }
}

impl CreditValue {
    fn of(program: &Program) -> Self {
        match program.credit.value() {
            Some(Credit::Pathway | Credit::Included | Credit::Recommended) => Self::OnRecord,
            Some(Credit::Possible) => Self::Possible,
            Some(Credit::None) => Self::None,
            None => Self::Unknown,
        }
    }

    /// Returns other names of the value.
    pub(super) fn names(self) -> &'static [&'static str] {
        match self {
            Self::OnRecord => &["sí", "pathway", "included", "recommended"],
            Self::Possible => &["possible"],
            Self::None => &["none"],
            Self::Unknown => &[],
        }
    }
}

/// A single choice that can be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A chosen value of a facet, as [`Filters`] names it.
    Value(Facet, String),
    /// An excluded value of a facet.
    Without(Facet, String),
    /// A limit.
    Limit(Quantity),
    /// Dropping programs whose limited fact is unknown.
    Unknowns,
}

/// A choice as shown above a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The choice.
    pub choice: Choice,
    /// Its label.
    pub label: String,
}

/// The filters of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Filters {
    /// The chosen values of each facet. A facet without chosen values lets every program pass.
    pub chosen: BTreeMap<Facet, BTreeSet<String>>,
    /// The excluded values of each facet. A program that has one of them does not pass.
    pub without: BTreeMap<Facet, BTreeSet<String>>,
    /// The limits on length, work, price and number of courses.
    pub limits: Limits,
}

impl Default for Filters {
    /// Hides programs that are no longer offered. This is done by excluding their status, not by choosing the others,
    /// so that removing a single chip shows them again.
    fn default() -> Self {
        let without = BTreeMap::from([(Facet::Status, BTreeSet::from([Status::Older.slug().to_owned()]))]);
        Self { without, ..Self::none() }
    }
}

impl Filters {
    /// Returns filters that let every program pass.
    pub fn none() -> Self {
        Self { chosen: BTreeMap::new(), without: BTreeMap::new(), limits: Limits::default() }
    }

    /// Chooses a value; if it is chosen or excluded, removes that choice instead.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if !drop_value(&mut self.without, facet, value) && !drop_value(&mut self.chosen, facet, value) {
            self.chosen.entry(facet).or_default().insert(value.to_owned());
        }
    }

    /// Removes a choice.
    pub fn remove(&mut self, choice: &Choice) {
        match choice {
            Choice::Value(facet, value) => {
                drop_value(&mut self.chosen, *facet, value);
            }
            Choice::Without(facet, value) => {
                drop_value(&mut self.without, *facet, value);
            }
            Choice::Limit(quantity) => self.limits.set(*quantity, super::limits::Span::ANY),
            Choice::Unknowns => self.limits.unknowns = Unknowns::Keep,
        }
    }

    /// Whether these filters make a choice.
    pub fn has(&self, choice: &Choice) -> bool {
        match choice {
            Choice::Value(facet, value) => self.is_chosen(*facet, value),
            Choice::Without(facet, value) => self.is_without(*facet, value),
            Choice::Limit(quantity) => !self.limits.span(*quantity).is_any(),
            Choice::Unknowns => self.limits.unknowns == Unknowns::Drop,
        }
    }

    /// Whether a value is chosen.
    pub fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        holds(&self.chosen, facet, value)
    }

    /// Whether a value is excluded.
    pub fn is_without(&self, facet: Facet, value: &str) -> bool {
        holds(&self.without, facet, value)
    }

    /// Returns the choices as chips: chosen values facet by facet, in natural order or by label, then excluded values,
    /// then limits. Institutions go by their short name.
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
            label: self.limits.span(quantity).words(quantity),
        }));
        if self.limits.unknowns == Unknowns::Drop {
            chips.push(Chip { choice: Choice::Unknowns, label: "no unknowns".to_owned() });
        }
        chips
    }

    /// Whether a program passes all filters.
    pub fn admit(&self, catalog: &Catalog, program: &Program) -> bool {
        Facet::ALL.into_iter().all(|facet| self.admit_facet(facet, catalog, program)) && self.limits.admit(program)
    }

    /// Whether a program passes the filter of one facet.
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

/// Whether excluding this value is part of the default filters.
fn is_default(facet: Facet, value: &str) -> bool {
    facet == Facet::Status && value == Status::Older.slug()
}

/// The label of the default filter: the latest list, with its month if known.
fn in_the_list(catalog: &Catalog) -> String {
    catalog.as_of.month().map_or_else(|| "In the latest list".to_owned(), |month| format!("In the {month} list"))
}

type Values = BTreeMap<Facet, BTreeSet<String>>;

fn holds(values: &Values, facet: Facet, value: &str) -> bool {
    values.get(&facet).is_some_and(|values| values.contains(value))
}

/// Removes a value, and the facet's entry if it becomes empty. Returns whether the value was present.
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

/// The label of a value on a chip, where no heading names the facet.
fn short_label(catalog: &Catalog, facet: Facet, value: &str) -> String {
    if facet == Facet::Credit { format!("credit {value}") } else { facet.short_label_of(catalog, value) }
}

/// A facet value with the number of programs that would be shown if it were the only value chosen of its facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as [`Filters`] names it: a slug for kind, level and status, a full name otherwise.
    pub value: String,
    /// The value as shown to people.
    pub label: String,
    /// The number of programs that have the value, under the query and the other facets.
    pub count: usize,
    /// Whether the value is chosen.
    pub is_chosen: bool,
    /// Whether the value is excluded.
    pub is_without: bool,
    /// Another name of the value, if it was found by that name.
    pub found_as: Option<String>,
}

/// The rank of a value in the natural order of its facet; the same for all values of facets without one.
pub(super) fn natural_order(facet: Facet, slug: &str) -> usize {
    let place = match facet {
        Facet::Level => Level::ALL.iter().position(|level| level.slug() == slug),
        Facet::Status => Status::ALL.iter().position(|status| status.slug() == slug),
        Facet::Credit => CreditValue::ALL.iter().position(|value| value.slug() == slug),
        Facet::Kind | Facet::Field | Facet::Topic | Facet::Institution | Facet::Language => Some(0),
    };
    place.unwrap_or(usize::MAX)
}
