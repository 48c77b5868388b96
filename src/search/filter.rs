//! Which programs may be shown at all: chosen facet values (any of a facet, all facets together) and limits. A limit
//! never removes a program whose fact is unknown, unless the user asks for that.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Currency, Kind, Level, Program, Status};

use super::columns::natural_order;

/// What programs can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Kind of credential.
    Kind,
    /// edX subject.
    Field,
    /// Who offers it.
    Institution,
    /// How advanced.
    Level,
    /// In which language.
    Language,
    /// In the latest list or not.
    Status,
}

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Kind, Self::Field, Self::Institution, Self::Level, Self::Language, Self::Status];

    /// The name in commands and JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Field => "field",
            Self::Institution => "institution",
            Self::Level => "level",
            Self::Language => "language",
            Self::Status => "status",
        }
    }

    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Kind => "Kind",
            Self::Field => "Field",
            Self::Institution => "Institution",
            Self::Level => "Level",
            Self::Language => "Language",
            Self::Status => "Status",
        }
    }

    /// The name for people of one of its values.
    pub fn label_of(self, value: &str) -> String {
        let name = match self {
            Self::Kind => return Kind::from_slug(value).map_or(value.to_owned(), |kind| kind.name().to_owned()),
            Self::Level => Level::from_slug(value).map(Level::name),
            Self::Status => Status::from_slug(value).map(Status::name),
            Self::Field | Self::Institution | Self::Language => None,
        };
        name.unwrap_or(value).to_owned()
    }

    /// The values that a program has, as [`Filters`] names them: slugs for kind, level and status, full names
    /// otherwise. Empty where unknown.
    pub fn values(self, catalog: &Catalog, program: &Program) -> Vec<String> {
        match self {
            Self::Kind => vec![program.kind().slug()],
            Self::Field => program.fields().iter().map(ToString::to_string).collect(),
            Self::Institution => {
                program.institutions().iter().map(|ix| catalog.institution(*ix).name.to_string()).collect()
            }
            Self::Level => program.levels().iter().map(|level| level.slug().to_owned()).collect(),
            Self::Language => program.languages().iter().map(ToString::to_string).collect(),
            Self::Status => vec![if program.is_current() { Status::Current } else { Status::Older }.slug().to_owned()],
        }
    }
}

/// What becomes of a program whose fact a limit cannot be held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unknowns {
    /// It stays: unknown is not too much.
    #[default]
    Keep,
    /// It goes.
    Drop,
}

/// Upper limits; a range is within a limit if its lower end is.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Limits {
    /// Stated calendar time in months.
    pub max_months: Option<f64>,
    /// Total hours of work.
    pub max_hours: Option<f64>,
    /// Price of the whole in US dollars.
    pub max_price: Option<f64>,
    /// What becomes of unknown facts.
    pub unknowns: Unknowns,
}

/// A chosen value, as it is shown above a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Of which facet.
    pub facet: Facet,
    /// The value as [`Filters`] names it.
    pub value: String,
    /// The value for people.
    pub label: String,
}

/// Which programs may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Filters {
    /// The values chosen of each facet; a facet with nothing chosen lets everything pass.
    pub chosen: BTreeMap<Facet, BTreeSet<String>>,
    /// Upper limits.
    pub limits: Limits,
}

impl Default for Filters {
    /// Only what stands in the latest list.
    fn default() -> Self {
        let mut filters = Self::none();
        filters.toggle(Facet::Status, Status::Current.slug());
        filters
    }
}

impl Filters {
    /// Nothing chosen: every program passes.
    pub fn none() -> Self {
        Self { chosen: BTreeMap::new(), limits: Limits::default() }
    }

    /// Chooses a value, or lets go of it.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let values = self.chosen.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.chosen.remove(&facet);
        }
    }

    /// Whether a value is chosen.
    pub fn is_chosen(&self, facet: Facet, value: &str) -> bool {
        self.chosen.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// The chosen values, facet by facet; levels and statuses in their natural order, the others by label. An
    /// institution is labelled as people call it.
    pub fn chips(&self, catalog: &Catalog) -> Vec<Chip> {
        let mut chips: Vec<Chip> = Vec::new();
        for (facet, values) in &self.chosen {
            let chip = |value: &String| {
                let short = catalog.institutions.iter().find(|institution| institution.name == value.as_str());
                let label = match short {
                    Some(institution) if *facet == Facet::Institution => institution.short.to_string(),
                    _ => facet.label_of(value),
                };
                Chip { facet: *facet, value: value.clone(), label }
            };
            let mut own: Vec<Chip> = values.iter().map(chip).collect();
            own.sort_by_cached_key(|chip| (natural_order(*facet, &chip.value), chip.label.clone()));
            chips.append(&mut own);
        }
        chips
    }

    /// Whether a program may be shown.
    pub fn admit(&self, catalog: &Catalog, program: &Program) -> bool {
        Facet::ALL.into_iter().all(|facet| self.admit_facet(facet, catalog, program)) && self.limits.admit(program)
    }

    /// Whether one facet lets a program pass.
    pub fn admit_facet(&self, facet: Facet, catalog: &Catalog, program: &Program) -> bool {
        self.chosen
            .get(&facet)
            .is_none_or(|chosen| facet.values(catalog, program).iter().any(|value| chosen.contains(value)))
    }
}

impl Limits {
    /// Whether a program is within every limit.
    pub fn admit(&self, program: &Program) -> bool {
        let months = program.length.value().map(|length| length.months().low);
        let hours = program.effort.value().map(|hours| hours.low);
        let price = program.price_in(Currency::USD).map(|claim| claim.value.units().low);
        self.is_within(self.max_months, months)
            && self.is_within(self.max_hours, hours)
            && self.is_within(self.max_price, price)
    }

    fn is_within(&self, limit: Option<f64>, least: Option<f64>) -> bool {
        match (limit, least) {
            (None, _) => true,
            (Some(limit), Some(least)) => least <= limit,
            (Some(_), None) => self.unknowns == Unknowns::Keep,
        }
    }
}
