//! The facets of the whole catalogue as columns of small numbers, so that filtering and counting touch no strings. The
//! meaning of a filter is defined by [`Filters::admit`]; the columns are only a faster way to the same result. `parts`
//! reads the columns one by one; this file has the values that their numbers index.

mod build;
mod parts;
mod plan;
mod within;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::catalog::{Catalog, ProgramIx, Range};
use crate::topics::{TopicIx, Vocabulary};

use super::codec::{Decoder, Encoder, Numbers, Slice};
use super::counters::Counters;
use super::filter::{Facet, FacetValue, Filters, natural_order};
use super::histogram::Histogram;
use super::limits::{Limits, Quantity};
use super::order::Order;
use super::ranges::{self, RangeColumn};
use super::topics::Posting;

pub(super) use build::ColumnsBuilder;
pub(super) use parts::SECTIONS;
use parts::{PartOf, Parts};
pub(super) use plan::{FilterPlan, Sifted};

/// The facet values of all programs, and the order by title.
#[derive(Debug)]
pub(super) struct Columns {
    values: Values,
    parts: Parts,
    /// The distinct ranges of each quantity, in order.
    ranges: [OnceLock<Vec<Range>>; Quantity::ALL.len()],
}

/// The values that the numbers in the columns index. Their size depends on the vocabulary of a catalogue, not on its
/// programs.
#[derive(Debug)]
pub(super) struct Values {
    /// The number of programs.
    programs: usize,
    /// The values of each facet.
    facets: Vec<Vec<Value>>,
    /// For each institution, its rank by short name.
    institution_rank: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Value {
    slug: String,
    label: String,
    /// The rank of the value in facets with a natural order.
    order: usize,
}

impl Values {
    fn of(&self, facet: Facet) -> &[Value] {
        &self.facets[facet as usize]
    }

    /// Encodes the values.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Encoder::default();
        writer.numbers(&[Vocabulary::embedded_hash(), self.programs as u32]);
        writer.numbers(&self.institution_rank);
        for values in &self.facets {
            writer.texts(values.iter().map(|value| value.slug.as_str()));
            writer.texts(values.iter().map(|value| value.label.as_str()));
        }
        writer.finish()
    }

    /// Decodes the values of a catalogue; `None` if the bytes do not fit the catalogue.
    fn from_bytes(bytes: &[u8], catalog: &Catalog) -> Option<Self> {
        let mut reader = Decoder::new(bytes);
        // Topics inferred with another vocabulary are useless.
        let is_of_it = reader.numbers()? == [Vocabulary::embedded_hash(), catalog.len() as u32];
        let institution_rank = reader.numbers()?;
        let facets = Facet::ALL.into_iter().map(|facet| values(&mut reader, facet)).collect::<Option<Vec<_>>>()?;
        reader.finish()?;
        let is_whole = is_of_it && institution_rank.len() == catalog.institutions.len();
        is_whole.then_some(Self { programs: catalog.len(), facets, institution_rank })
    }
}

/// Reads the values of a facet.
fn values(reader: &mut Decoder<'_>, facet: Facet) -> Option<Vec<Value>> {
    let ((slugs, slug_at), (labels, label_at)) = (reader.texts()?, reader.texts()?);
    let values = slug_at.iter().zip(&label_at).map(|(slug, label)| {
        let (slug, label) = (slugs[slug.clone()].to_owned(), labels[label.clone()].to_owned());
        Value { order: natural_order(facet, &slug), slug, label }
    });
    (slug_at.len() == label_at.len()).then(|| values.collect())
}

/// The column of one facet: which programs have which of its values.
#[derive(Clone, Copy)]
struct FacetColumn<'c> {
    /// For each program, the offset of its values in `ids`; one more entry at the end. Empty if each has one value.
    starts: Slice<'c>,
    ids: Slice<'c>,
}

impl<'c> FacetColumn<'c> {
    #[inline]
    fn of_program(&self, program: ProgramIx) -> Slice<'c> {
        let at = program.0;
        let range = if self.has_one_each() { at..at + 1 } else { self.starts.range_at(at as usize) };
        self.ids.within(range)
    }

    /// The value of a program, if each program has one.
    #[inline]
    fn only_of(&self, program: ProgramIx) -> Option<u32> {
        self.has_one_each().then(|| self.ids.at(program.0 as usize))
    }

    #[inline]
    fn has_one_each(&self) -> bool {
        self.starts.len() == 0
    }

    /// Counts each value among these programs.
    fn count(&self, programs: impl Iterator<Item = usize>, values: usize) -> Vec<u32> {
        let mut counters = Counters::of(values);
        if self.has_one_each() {
            self.ids.each_at(programs, |id| counters.add(id));
        } else {
            for program in programs {
                let range = self.starts.range_at(program);
                self.ids.each_at(range.start as usize..range.end as usize, |id| counters.add(id));
            }
        }
        counters.sums()
    }
}

impl Columns {
    /// Builds the columns of a catalogue.
    pub(super) fn new(catalog: &Catalog) -> Self {
        Self::made(ColumnsBuilder::of(catalog).finish(catalog))
    }

    /// Creates the columns with these values and parts.
    pub(super) fn made((values, parts): (Values, Vec<Vec<u8>>)) -> Self {
        Self { parts: Parts::made(parts, &values), values, ranges: Default::default() }
    }

    /// Opens the columns of a compiled catalogue, reading only the values; `None` if they do not fit it.
    pub(super) fn stored(catalog: &Catalog, values: &[u8]) -> Option<Self> {
        let values = Values::from_bytes(values, catalog)?;
        Some(Self { values, parts: Parts::stored(catalog.stored_sections()?), ranges: Default::default() })
    }

    fn lists(&self, part: PartOf) -> &[Numbers] {
        self.parts.lists(part, &self.values)
    }

    /// Reads the parts that the first query needs.
    pub(super) fn prepare(&self) {
        self.by_title();
        self.lists(PartOf::Offered);
        self.filter_plan(&Filters::default());
    }

    /// The number of programs.
    pub(super) fn programs(&self) -> usize {
        self.values.programs
    }

    /// The programs by title, then id.
    pub(super) fn by_title(&self) -> Order {
        let lists = self.lists(PartOf::Titles);
        Order { ranks: lists[0].clone(), programs: lists[1].clone() }
    }

    /// Returns a function that says whether a program is still offered.
    pub(super) fn offered(&self) -> impl Fn(ProgramIx) -> bool + Copy + '_ {
        let offered = self.lists(PartOf::Offered)[0].as_bytes().unwrap_or_default();
        move |program| offered.get(program.0 as usize) == Some(&1)
    }

    pub(super) fn range(&self, quantity: Quantity) -> RangeColumn<'_> {
        let lists = self.lists(PartOf::Quantity(quantity));
        let distinct = self.ranges[quantity as usize].get_or_init(|| ranges::of_bits(lists[0].all()));
        RangeColumn { quantity, distinct, places: lists[1].all().clamped(distinct.len()) }
    }

    /// Whether a value belongs to the natural order of its facet, or a program has it.
    pub(super) fn has_value(&self, facet: Facet, value: &str) -> bool {
        match facet {
            Facet::Level | Facet::Status | Facet::Credit => natural_order(facet, value) != usize::MAX,
            _ => self.id_of(facet, value).is_some(),
        }
    }

    fn id_of(&self, facet: Facet, value: &str) -> Option<u32> {
        self.values.of(facet).iter().position(|own| own.slug == value).map(|id| id as u32)
    }

    /// Returns a function from a program to the rank of its first institution by short name;
    /// programs without one come last.
    pub(super) fn institution_places(&self, catalog: &Catalog) -> impl Fn(ProgramIx) -> u32 {
        let column = self.facet(Facet::Institution);
        let mut ranks: HashMap<&str, u32> = HashMap::new();
        for (known, rank) in catalog.institutions.iter().zip(&self.values.institution_rank) {
            // The values of the column are full names, so institutions with the same name share the lowest rank.
            let least = ranks.entry(known.name.as_str()).or_insert(*rank);
            *least = (*least).min(*rank);
        }
        let place = |value: &Value| ranks.get(value.slug.as_str()).copied().unwrap_or(u32::MAX);
        let places: Vec<u32> = self.values.of(Facet::Institution).iter().map(place).collect();
        move |program| {
            let first = column.of_program(program).iter().next();
            first.and_then(|id| places.get(id as usize)).copied().unwrap_or(u32::MAX)
        }
    }

    /// The programs of a topic with their links, in the order of programs; empty if no program has it.
    pub(super) fn programs_of_topic(&self, topic: TopicIx) -> Posting<'_> {
        let slug = &Vocabulary::embedded().topic(topic).id;
        let Some(id) = self.id_of(Facet::Topic, slug) else { return Posting::default() };
        let lists = self.lists(PartOf::Topics);
        let range = lists[0].all().range_at(id as usize);
        Posting::of(lists[1].slice(range.clone()), lists[2].slice(range))
    }

    /// The values of a facet, in no particular order.
    pub(super) fn values_of(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.values.of(facet).iter().map(|value| value.slug.as_str())
    }

    /// The programs that have a value, each with the value's index among the values of that program.
    pub(super) fn programs_with(&self, facet: Facet, value: &str) -> impl Iterator<Item = (ProgramIx, usize)> {
        let wanted = self.id_of(facet, value);
        let column = self.facet(facet);
        let programs = (0..self.programs() as u32).map(ProgramIx).filter(move |_| wanted.is_some());
        programs.filter_map(move |program| {
            Some((program, column.of_program(program).iter().position(|id| Some(id) == wanted)?))
        })
    }

    fn facet(&self, facet: Facet) -> FacetColumn<'_> {
        let lists = self.lists(PartOf::Facet(facet));
        FacetColumn { starts: lists[0].all(), ids: lists[1].all() }
    }

    /// Prepares filters for testing many programs.
    pub(super) fn filter_plan(&self, filters: &Filters) -> FilterPlan<'_> {
        FilterPlan::of(self, filters)
    }

    /// For each value of a facet, the number of programs that have it.
    pub(super) fn count(&self, facet: Facet, sifted: &Sifted) -> Vec<u32> {
        self.facet(facet).count(sifted.each_for_facet(facet), self.values.of(facet).len())
    }

    /// For each range of a quantity, and then for unknown, the number of programs.
    pub(super) fn count_ranges(&self, quantity: Quantity, sifted: &Sifted) -> Vec<u32> {
        self.range(quantity).count(sifted.each_for_limit(quantity))
    }

    /// The distribution of a quantity, from the number of programs of each range.
    pub(super) fn histogram(&self, quantity: Quantity, limits: &Limits, counts: &[u32]) -> Histogram {
        ranges::histogram(quantity, self.range(quantity).distinct, limits, counts)
    }

    /// The values of a facet that are shown, in display order.
    pub(super) fn listed(&self, facet: Facet, filters: &Filters, counts: &[u32]) -> Vec<FacetValue> {
        let values = self.values.of(facet);
        let mut shown: Vec<(usize, FacetValue)> = values
            .iter()
            .zip(counts)
            .filter(|(value, count)| **count > 0 || is_named(filters, facet, &value.slug))
            .map(|(value, count)| {
                let count = *count as usize;
                (value.order, facet_value(filters, facet, &value.slug, value.label.clone(), count))
            })
            .collect();
        shown.extend(self.unlisted(facet, filters));
        shown.sort_by(|(a_order, a), (b_order, b)| {
            a_order.cmp(b_order).then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label))
        });
        shown.into_iter().map(|(_, value)| value).collect()
    }

    /// Every value of a facet, as if no program had it.
    pub(super) fn uncounted(&self, facet: Facet, filters: &Filters) -> Vec<FacetValue> {
        let values = self.values.of(facet).iter();
        values.map(|value| facet_value(filters, facet, &value.slug, value.label.clone(), 0)).collect()
    }

    /// Chosen or excluded values that no program has. They are shown so that the user can remove them.
    fn unlisted<'a>(&'a self, facet: Facet, filters: &'a Filters) -> impl Iterator<Item = (usize, FacetValue)> + 'a {
        let values = self.values.of(facet);
        let named = [&filters.chosen, &filters.without].into_iter().filter_map(move |of| of.get(&facet)).flatten();
        named.filter(|named| !values.iter().any(|value| value.slug == **named)).map(move |named| {
            (natural_order(facet, named), facet_value(filters, facet, named, facet.label_of(named), 0))
        })
    }
}

fn is_named(filters: &Filters, facet: Facet, value: &str) -> bool {
    filters.is_chosen(facet, value) || filters.is_without(facet, value)
}

fn facet_value(filters: &Filters, facet: Facet, value: &str, label: String, count: usize) -> FacetValue {
    let (is_chosen, is_without) = (filters.is_chosen(facet, value), filters.is_without(facet, value));
    FacetValue { value: value.to_owned(), label, count, is_chosen, is_without, found_as: None }
}

#[cfg(test)]
mod tests;
