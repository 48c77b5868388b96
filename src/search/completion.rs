//! What could stand where the cursor is: names of fields, and the values of a field that programs of the rest of the
//! view have, with their counts.

use std::ops::Range;

use crate::catalog::Catalog;

use super::field::Field;
use super::grammar::{self, Part, What, is_quote};
use super::resolve::{begun_by, name_of};
use super::{Facet, Histogram, Quantity, Results, histogram};
use crate::names::fold;

/// The shortest start of a word that is taken for the start of a field.
const MIN_NAME_START: usize = 2;

/// One of the things that could stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What would be typed.
    pub text: String,
    /// How many programs would be shown, where that is counted.
    pub count: Option<usize>,
}

/// What could stand in a place of the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The bytes of the query in whose place it would stand.
    pub place: Range<usize>,
    /// The values with most programs first.
    pub all: Vec<Completion>,
    /// Which of them stands there now.
    pub taken: Option<usize>,
}

impl Results {
    /// What could end the part of the query that ends at `cursor`, in bytes.
    pub fn completions(&self, catalog: &Catalog, cursor: usize) -> Completions {
        let parts = grammar::parts(&self.view.query);
        let Some(part) = parts.iter().find(|part| part.place.end == cursor) else { return Completions::default() };
        match part.what {
            What::Words(word) => of_names(part, word),
            What::Field { name, values } => {
                let stem = &values[last_value(values)..];
                let all = match Field::named(name) {
                    Some(Field::Facet(facet)) => self.of_values(catalog, facet, stem),
                    Some(Field::Quantity(quantity)) => fitting(self.limits(quantity), stem),
                    Some(Field::Unknown) => fitting(["drop", "keep"].map(str::to_owned), stem),
                    None => Vec::new(),
                };
                Completions { place: cursor - stem.len()..cursor, all, taken: None }
            }
            What::Phrase { .. } => Completions::default(),
        }
    }

    fn limits(&self, quantity: Quantity) -> Vec<String> {
        self.histograms.iter().find(|own| own.quantity == quantity).map(|own| limits(own)).unwrap_or_default()
    }

    /// The values of a facet that begin like `stem` and that programs have under the rest of the view: a facet is
    /// counted whatever is chosen of it, so what stands there now changes nothing.
    fn of_values(&self, catalog: &Catalog, facet: Facet, stem: &str) -> Vec<Completion> {
        let stem = stem.trim_start_matches(is_quote);
        let begun = begun_by(catalog, facet, stem);
        let fitting = self.values(facet).iter().filter(|value| value.count > 0 && begun.contains(&value.value));
        fitting
            .map(|value| Completion { text: quoted(&name_of(catalog, facet, &value.value)), count: Some(value.count) })
            .collect()
    }
}

fn of_names(part: &Part<'_>, word: &str) -> Completions {
    let stem = fold(word);
    if stem.chars().count() < MIN_NAME_START {
        return Completions::default();
    }
    let fields = Field::all().filter(|(field, _)| field.names().iter().any(|name| name.starts_with(&stem)));
    let all = fields.map(|(_, name)| Completion { text: format!("{name}:"), count: None }).collect();
    Completions { place: part.place.end - word.len()..part.place.end, all, taken: None }
}

/// Where the last of some values starts.
fn last_value(values: &str) -> usize {
    let mut is_quoted = false;
    let mut start = 0;
    for (at, c) in values.char_indices() {
        match c {
            c if is_quote(c) => is_quoted = !is_quoted,
            ',' if !is_quoted => start = at + 1,
            _ => {}
        }
    }
    start
}

/// Limits that part the programs of the present view, as far as it is known: below and above the quarter, the half and
/// three quarters of them.
fn limits(histogram: &Histogram) -> Vec<String> {
    let known: usize = histogram.counts.iter().sum();
    let edge = |quarters: usize| {
        let mut upto = 0;
        let place = histogram.counts.iter().position(|count| {
            upto += count;
            upto * 4 >= known * quarters
        });
        (place.unwrap_or(0) + 1) as f64 * histogram::step(histogram.quantity)
    };
    if known == 0 {
        return Vec::new();
    }
    let [quarter, half, most] = [edge(1), edge(2), edge(3)];
    let below = [quarter, half, most].map(|edge| format!("<{edge}"));
    let mut limits: Vec<String> = below.into_iter().chain([format!("{quarter}..{most}"), format!(">{most}")]).collect();
    limits.dedup();
    limits
}

fn fitting(values: impl IntoIterator<Item = String>, stem: &str) -> Vec<Completion> {
    let fitting = values.into_iter().filter(|value| value.starts_with(stem) && *value != stem);
    fitting.map(|text| Completion { text, count: None }).collect()
}

fn quoted(value: &str) -> String {
    if value.contains([' ', ',']) { format!("\"{value}\"") } else { value.to_owned() }
}
