//! Builds the columns, program by program: the values of each facet and quantity, and the bytes of the parts.

use std::collections::HashMap;

use super::super::codec::Encoder;
use super::super::filter::{Facet, natural_order};
use super::super::order::ranks;
use super::super::ranges::{self, RangesBuilder};
use super::super::topics::{self, Link};
use super::{Value, Values};
use crate::catalog::{Catalog, Program, ProgramIx, Texts};
use crate::names::fold;

/// Builds all columns, program by program in the order of their indices.
pub(in super::super) struct ColumnsBuilder {
    titles: Texts,
    offered: Vec<u32>,
    ranges: RangesBuilder,
    facets: [FacetColumnBuilder; Facet::ALL.len()],
    links: Vec<Link>,
}

/// Builds a column program by program; equal values get equal ids.
#[derive(Default)]
struct FacetColumnBuilder {
    values: Vec<Value>,
    /// For each program, the offset of its values in `ids`; one more entry at the end.
    starts: Vec<u32>,
    ids: Vec<u32>,
    id_of: HashMap<String, u32>,
}

impl FacetColumnBuilder {
    /// Starts the next program.
    fn begin(&mut self) {
        self.starts.push(self.ids.len() as u32);
    }

    /// Adds a value to the current program.
    fn add(&mut self, facet: Facet, slug: &str) {
        let id = self.id(facet, slug);
        let own = self.starts.last().map_or(0, |start| *start as usize);
        if !self.ids[own..].contains(&id) {
            self.ids.push(id);
        }
    }

    fn id(&mut self, facet: Facet, slug: &str) -> u32 {
        if let Some(id) = self.id_of.get(slug) {
            return *id;
        }
        let id = self.id_of.len() as u32;
        let (label, order) = (facet.label_of(slug), natural_order(facet, slug));
        self.values.push(Value { slug: slug.to_owned(), label, order });
        self.id_of.insert(slug.to_owned(), id);
        id
    }

    /// The lists of the column; the offsets are left out if each program has one value.
    fn to_bytes(&self) -> Vec<u8> {
        let has_one_each = self.starts.windows(2).all(|pair| pair[1] - pair[0] == 1);
        let mut writer = Encoder::default();
        writer.fast_numbers(if has_one_each { &[] } else { &self.starts });
        writer.fast_numbers(&self.ids);
        writer.finish()
    }

    /// The lists of the programs of each value.
    fn postings(&self, links: &[Link]) -> Vec<u8> {
        let mut starts = vec![0; self.values.len() + 1];
        self.ids.iter().for_each(|id| starts[*id as usize + 1] += 1);
        (1..starts.len()).for_each(|value| starts[value] += starts[value - 1]);
        let mut next = starts.clone();
        let (mut programs, mut of) = (vec![0; self.ids.len()], vec![0; self.ids.len()]);
        for (program, bounds) in (0u32..).zip(self.starts.windows(2)) {
            for at in bounds[0] as usize..bounds[1] as usize {
                let slot = &mut next[self.ids[at] as usize];
                (programs[*slot as usize], of[*slot as usize]) = (program, links[at].number());
                *slot += 1;
            }
        }
        let mut writer = Encoder::default();
        for list in [starts, programs, of] {
            writer.numbers(&list);
        }
        writer.finish()
    }
}

impl ColumnsBuilder {
    /// Returns a builder without programs.
    pub(in super::super) fn new() -> Self {
        Self {
            titles: Texts::default(),
            offered: Vec::new(),
            ranges: RangesBuilder::default(),
            facets: Facet::ALL.map(|_| FacetColumnBuilder::default()),
            links: Vec::new(),
        }
    }

    /// Returns a builder with all programs of a catalogue.
    pub(in super::super) fn of(catalog: &Catalog) -> Self {
        let mut builder = Self::new();
        catalog.all().zip(catalog.programs()).for_each(|(ix, program)| builder.add(catalog, ix, &program));
        builder
    }

    /// Adds the next program.
    pub(in super::super) fn add(&mut self, catalog: &Catalog, ix: ProgramIx, program: &Program) {
        self.titles.push(&sort_name(&program.title));
        self.offered.push(u32::from(program.is_offered()));
        self.ranges.add(program);
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Topic) {
            let column = &mut self.facets[facet as usize];
            column.begin();
            facet.each_value(catalog, program, |slug| column.add(facet, slug));
        }
        let column = &mut self.facets[Facet::Topic as usize];
        column.begin();
        topics::each_value(catalog, ix, program, |id, link| {
            column.add(Facet::Topic, id);
            self.links.push(link);
        });
    }

    /// Returns the values of all programs added, and the bytes of each part.
    pub(in super::super) fn finish(mut self, catalog: &Catalog) -> (Values, Vec<Vec<u8>>) {
        let mut institutions = Texts::default();
        catalog.institutions.iter().for_each(|institution| institutions.push(&sort_name(&institution.short)));
        self.facets.iter_mut().for_each(FacetColumnBuilder::begin);
        let by_title = self.titles.in_order();
        let mut parts = vec![bytes(&[&ranks(&by_title), &by_title]), bytes(&[&self.offered])];
        parts.extend(self.facets.iter().map(FacetColumnBuilder::to_bytes));
        parts.extend(self.ranges.finish().iter().map(|(distinct, places)| bytes(&[&ranges::bits(distinct), places])));
        parts.push(self.facets[Facet::Topic as usize].postings(&self.links));
        let values = Values {
            programs: self.offered.len(),
            facets: self.facets.map(|column| column.values).into(),
            institution_rank: ranks(&institutions.in_order()),
        };
        (values, parts)
    }
}

fn bytes(lists: &[&[u32]]) -> Vec<u8> {
    let mut writer = Encoder::default();
    for list in lists {
        writer.fast_numbers(list);
    }
    writer.finish()
}

/// A sort key for a name: folded, without leading punctuation.
fn sort_name(name: &str) -> String {
    let mut folded = fold(name);
    let signs = folded.len() - folded.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    folded.drain(..signs);
    folded
}
