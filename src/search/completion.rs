//! Completions at the cursor: names of fields, and values of a field with the number of programs that have them
//! under the rest of the view.

use std::ops::Range;

use crate::catalog::Catalog;

use super::field::Field;
use super::filter::Facet;
use super::grammar::{self, Part, What};
use super::histogram::{self, Histogram};
use super::limits::Quantity;
use super::resolve::{ShortNames, begun_by};
use super::results::Results;
use crate::names::{fold, is_comma, is_quote};

/// Minimum length of a prefix that is completed to the name of a field, in characters.
const MIN_NAME_START: usize = 2;

/// A possible completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The text that would be inserted.
    pub text: String,
    /// The number of programs that would be shown; `None` if it is not counted.
    pub count: Option<usize>,
}

/// The completions at a position of the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The bytes of the query that a completion would replace.
    pub place: Range<usize>,
    /// The completions; facet values are ordered by their number of programs.
    pub all: Vec<Completion>,
    /// The index of the completion that is inserted now; `None` if none is.
    pub taken: Option<usize>,
}

impl Results {
    /// Returns the completions of the part of the query that ends at byte `cursor`.
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
        self.histograms().iter().find(|own| own.quantity == quantity).map(|own| limits(own)).unwrap_or_default()
    }

    /// The values of a facet that begin with `stem` and that programs have under the rest of the view. Counts of a
    /// facet ignore its own filter, so the value typed so far does not affect them.
    fn of_values(&self, catalog: &Catalog, facet: Facet, stem: &str) -> Vec<Completion> {
        let stem = stem.trim_start_matches(is_quote);
        let begun = begun_by(catalog, facet, stem);
        let names = ShortNames::of(catalog, facet);
        let fitting = self.values(facet).iter().filter(|value| value.count > 0 && begun.contains(&value.value));
        fitting
            .map(|value| Completion { text: quoted(names.of_value(&value.value)), count: Some(value.count) })
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

/// The byte offset of the last of several values.
fn last_value(values: &str) -> usize {
    let mut is_quoted = false;
    let mut start = 0;
    for (at, c) in values.char_indices() {
        match c {
            c if is_quote(c) => is_quoted = !is_quoted,
            c if is_comma(c) && !is_quoted => start = at + c.len_utf8(),
            _ => {}
        }
    }
    start
}

/// Returns limits that divide the programs of the view: below and above the quartiles of the known values.
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
