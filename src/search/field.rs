//! The fields of a query and their effect on the filters: `inst:mit` chooses an institution, `-lang:es` excludes a
//! language, `months:<6` sets a limit. An unknown field or value is reported with the nearest valid one and changes
//! nothing; the rest of the query still applies.

use std::ops::Range;

use crate::catalog::{Catalog, nearest};

use super::filter::{Facet, Filters};
use super::grammar::{self, Part, What};
use super::limits::{Quantity, Span, Unknowns};
use super::view::View;
use crate::names::{NameError, fold, is_quote, quoted};
use crate::numbers::TwoReadings;
use crate::topics::{PriceCurrency, price_named};

/// The subject of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The values of a facet.
    Facet(Facet),
    /// A limit.
    Quantity(Quantity),
    /// Whether programs whose limited fact is unknown are kept: `keep` or `drop`.
    Unknown,
}

/// The names of every field; the first is the one shown.
const NAMES: [(Field, &[&str]); 13] = [
    (Field::Facet(Facet::Institution), &["inst", "institution", "school", "institucion"]),
    (Field::Facet(Facet::Field), &["field", "subject", "campo", "tema"]),
    (Field::Facet(Facet::Topic), &["topic", "about"]),
    (Field::Facet(Facet::Kind), &["kind", "type", "tipo"]),
    (Field::Facet(Facet::Level), &["level", "nivel"]),
    (Field::Facet(Facet::Language), &["lang", "language", "idioma"]),
    (Field::Facet(Facet::Status), &["status", "estado"]),
    (Field::Facet(Facet::Credit), &["credit", "credito"]),
    (Field::Quantity(Quantity::Months), &["months", "length", "meses"]),
    (Field::Quantity(Quantity::Hours), &["hours", "work", "effort", "horas"]),
    (Field::Quantity(Quantity::Price), &["price", "cost", "precio"]),
    (Field::Quantity(Quantity::Courses), &["courses", "cursos"]),
    (Field::Unknown, &["unknown", "unknowns"]),
];

impl Field {
    /// Returns every field with its shown name, in the order of the help.
    pub fn all() -> impl Iterator<Item = (Self, &'static str)> {
        NAMES.into_iter().map(|(field, names)| (field, names[0]))
    }

    /// Returns the field with a name, ignoring case and accents; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        let name = fold(name);
        NAMES.into_iter().find(|(_, names)| names.contains(&name.as_str())).map(|(field, _)| field)
    }

    /// All names of the field, folded.
    pub(super) fn names(self) -> &'static [&'static str] {
        NAMES.into_iter().find(|(field, _)| *field == self).map_or(&[], |(_, names)| names)
    }

    /// Returns the shown name of the field.
    pub fn name(self) -> &'static str {
        Self::all().find(|(field, _)| *field == self).map_or("", |(_, name)| name)
    }
}

/// A view whose fields have been read into its filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The view with the fields added to its filters, and with the rest of the query.
    pub view: View,
    /// Sentences about what could not be read.
    pub complaints: Vec<String>,
    /// The byte ranges of the query that became filters.
    pub removed: Vec<Range<usize>>,
}

impl Reading {
    /// Maps a cursor position in the former query to the query without its fields, both in characters.
    pub fn place_after(&self, former: &str, cursor: usize) -> usize {
        let is_left = |at: usize| !self.removed.iter().any(|removed| removed.contains(&at));
        former.char_indices().take(cursor).filter(|(at, _)| is_left(*at)).count()
    }

    /// Turns a price named in words, such as `under $300`, into a limit, if `is_complete` accepts the text after it.
    fn with_price(mut self, is_complete: impl Fn(&str) -> bool) -> Self {
        let query = &self.view.query;
        let Some(price) = price_named(query).filter(|price| is_complete(&query[price.place.end..])) else {
            return self;
        };
        if price.currency == PriceCurrency::Other {
            let typed = quoted(&query[price.place]);
            self.complaints.push(format!("`{typed}` is not used, because prices are in US dollars; type `price:<300`"));
            return self;
        }
        let limits = &mut self.view.filters.limits;
        limits.set(Quantity::Price, limits.span(Quantity::Price).changed_to(Span::at_most(price.amount as f64)));
        let place = with_blank(&self.view.query, price.place);
        self.view.query.replace_range(place.clone(), "");
        self.removed.push(self.place_before(place));
        self.removed.sort_by_key(|removed| removed.start);
        self
    }

    /// Maps a byte range of the query without its fields to the range in the former query. The range contains no
    /// removed field.
    fn place_before(&self, place: Range<usize>) -> Range<usize> {
        let shift = self
            .removed
            .iter()
            .fold(0, |shift, removed| if removed.start <= place.start + shift { shift + removed.len() } else { shift });
        place.start + shift..place.end + shift
    }
}

impl View {
    /// Reads every field of the query into the filters, and a price that it states in words.
    pub fn read(&self, catalog: &Catalog) -> Reading {
        self.read_parts(catalog, |_| true).with_price(|_| true)
    }

    /// Reads only the fields that are followed by a blank, so that no field is taken while it is being typed.
    pub fn read_finished(&self, catalog: &Catalog) -> Reading {
        self.read_parts(catalog, |part| part.is_finished).with_price(|rest| rest.starts_with(char::is_whitespace))
    }

    fn read_parts(&self, catalog: &Catalog, is_wanted: impl Fn(&Part<'_>) -> bool) -> Reading {
        let mut reading = Reading { view: self.clone(), complaints: Vec::new(), removed: Vec::new() };
        let mut filters = self.filters.clone();
        // The first status in the query replaces the status chosen before; further ones are added.
        let mut is_status_typed = false;
        for part in grammar::parts(&self.query).iter().filter(|part| is_wanted(part)) {
            let What::Field { name, values } = part.what else { continue };
            let Some(field) = Field::named(name) else {
                reading.complaints.extend(unknown_field(name, values));
                continue;
            };
            if values.is_empty() {
                continue;
            }
            let mut tried = filters.clone();
            if field == Field::Facet(Facet::Status) && !part.is_without && !is_status_typed {
                tried.chosen.remove(&Facet::Status);
                tried.without.remove(&Facet::Status);
            }
            match apply(&mut tried, catalog, field, values, part.is_without) {
                Ok(()) => {
                    is_status_typed |= field == Field::Facet(Facet::Status);
                    filters = tried;
                    reading.removed.push(with_blank(&self.query, part.place.clone()));
                }
                Err(error) => reading.complaints.push(error.to_string()),
            }
        }
        reading.view.filters = filters;
        for removed in reading.removed.iter().rev() {
            reading.view.query.replace_range(removed.clone(), "");
        }
        reading
    }
}

/// A range extended by the blank after it.
fn with_blank(query: &str, place: Range<usize>) -> Range<usize> {
    let blank = query[place.end..].chars().next().filter(|c| c.is_whitespace());
    place.start..place.end + blank.map_or(0, char::len_utf8)
}

fn apply(
    filters: &mut Filters,
    catalog: &Catalog,
    field: Field,
    typed: &str,
    is_without: bool,
) -> Result<(), FieldError> {
    match field {
        Field::Facet(facet) => grammar::values(typed).iter().try_for_each(|value| {
            let done = if is_without {
                filters.leave_out(catalog, facet, value)
            } else {
                filters.choose(catalog, facet, value)
            };
            done.map_err(FieldError::Value)
        }),
        _ if is_without => Err(FieldError::LeftOut { name: field.name(), example: example(field) }),
        Field::Quantity(quantity) => limit(filters, quantity, typed),
        Field::Unknown => {
            filters.limits.unknowns = match fold(typed).as_str() {
                "keep" | "all" => Unknowns::Keep,
                "drop" => Unknowns::Drop,
                _ => return Err(FieldError::Unknowns(typed.to_owned())),
            };
            Ok(())
        }
    }
}

/// Why the value of a field cannot be used, with a valid example.
#[derive(Debug, thiserror::Error)]
enum FieldError {
    #[error(transparent)]
    Value(NameError),
    #[error("`{name}` cannot be left out; say what it may be, such as `{name}:{example}`")]
    LeftOut { name: &'static str, example: &'static str },
    #[error("`unknown` is `keep` or `drop`, not `{}`", quoted(.0))]
    Unknowns(String),
    #[error("`{name}` takes a number or a range, not `{}`: `{name}:<6`, `{name}:3..8`, `{name}:3..`", quoted(typed))]
    Limit { name: &'static str, typed: String },
    #[error(transparent)]
    Amount(#[from] TwoReadings),
}

fn example(field: Field) -> &'static str {
    if field == Field::Unknown { "drop" } else { ">=6" }
}

fn limit(filters: &mut Filters, quantity: Quantity, typed: &str) -> Result<(), FieldError> {
    let bare = typed.trim_matches(is_quote);
    let span = match fold(bare).as_str() {
        "all" | "any" => Some(Span::ANY),
        _ => Span::typed(bare)?.map(|span| filters.limits.span(quantity).changed_to(span)),
    };
    let span = span.ok_or_else(|| FieldError::Limit { name: quantity.slug(), typed: typed.to_owned() })?;
    filters.limits.set(quantity, span);
    Ok(())
}

/// The message about an unknown field. `None` if there is nothing after the colon, because then it only ends a word.
fn unknown_field(name: &str, values: &str) -> Option<String> {
    if values.is_empty() {
        return None;
    }
    let names = NAMES.iter().flat_map(|(_, names)| names.iter().copied());
    let near = nearest(name, names).map_or_else(
        || format!("the fields are {}", Field::all().map(|(_, name)| name).collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean `{near}:`?"),
    );
    Some(format!("`{}:` is not a field; {near}", quoted(name)))
}
