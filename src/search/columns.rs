//! The facets of the whole catalogue as columns of small numbers, so that filtering and counting touch no strings. The
//! meaning of a filter is defined by [`Filters::admit`]; the columns are only a fast way to the same result.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use crate::catalog::{Catalog, Level, Program, ProgramIx, Status, Texts};

use super::codec::{Decoder, Encoder, all_below, ends, lengths};
use super::filter::{CREDIT, Facet, Filters};
use super::limits::Quantity;
use super::order::Order;
use super::ranges::{self, Ranges, Within};
use super::topics::{self, Link, Postings};
use super::{FacetValue, Hit};
use crate::names::fold;
use crate::topics::Vocabulary;

/// The facet values of all programs, and the orders by title and institution.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    facets: Vec<FacetColumn>,
    /// For each topic of each program, in the order of the topic column, how the two are linked.
    links: Vec<Link>,
    /// The programs of each topic, built on first use.
    postings: OnceLock<Postings>,
    pub(super) ranges: Ranges,
    /// The programs by title, then id.
    pub(super) by_title: Order,
    /// For each program, whether it is still offered.
    offered: Vec<bool>,
    /// For each institution, its rank by short name.
    pub(super) institution_rank: Vec<u32>,
}

/// The column of one facet: its values, and which programs have them.
#[derive(Clone, Debug, Default)]
struct FacetColumn {
    values: Vec<Value>,
    /// For each program, the offset of its values in `ids`; one more entry at the end.
    starts: Vec<u32>,
    ids: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Value {
    slug: String,
    label: String,
    /// The rank of the value in facets with a natural order.
    order: usize,
}

impl FacetColumn {
    fn of_program(&self, program: ProgramIx) -> &[u32] {
        let at = program.0 as usize;
        &self.ids[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

impl FacetColumn {
    fn read(reader: &mut Decoder<'_>, facet: Facet, programs: usize) -> Option<Self> {
        let ((slugs, slug_at), (labels, label_at)) = (reader.texts()?, reader.texts()?);
        let values = slug_at.into_iter().zip(label_at).map(|(slug, label)| {
            let (slug, label) = (slugs[slug].to_owned(), labels[label].to_owned());
            Value { order: natural_order(facet, &slug), slug, label }
        });
        let values: Vec<Value> = values.collect();
        let (starts, ids) = (ends(&reader.numbers()?)?, reader.numbers()?);
        let is_whole =
            starts.len() == programs + 1 && *starts.last()? as usize == ids.len() && all_below(&ids, values.len());
        is_whole.then_some(Self { values, starts, ids })
    }
}

/// Builds a column program by program; equal values get equal ids.
#[derive(Default)]
struct FacetColumnBuilder {
    column: FacetColumn,
    ids: HashMap<String, u32>,
}

impl FacetColumnBuilder {
    /// Starts the next program.
    fn begin(&mut self) {
        self.column.starts.push(self.column.ids.len() as u32);
    }

    /// Adds a value to the current program.
    fn add(&mut self, facet: Facet, slug: &str) {
        let id = self.id(facet, slug);
        let own = self.column.starts.last().map_or(0, |start| *start as usize);
        if !self.column.ids[own..].contains(&id) {
            self.column.ids.push(id);
        }
    }

    fn id(&mut self, facet: Facet, slug: &str) -> u32 {
        if let Some(id) = self.ids.get(slug) {
            return *id;
        }
        let id = self.ids.len() as u32;
        let (label, order) = (facet.label_of(slug), natural_order(facet, slug));
        self.column.values.push(Value { slug: slug.to_owned(), label, order });
        self.ids.insert(slug.to_owned(), id);
        id
    }

    fn finish(mut self) -> FacetColumn {
        self.column.starts.push(self.column.ids.len() as u32);
        self.column
    }
}

/// Builds all columns, program by program in the order of their indices.
pub(super) struct ColumnsBuilder {
    titles: Texts,
    offered: Vec<bool>,
    ranges: ranges::RangesBuilder,
    facets: [FacetColumnBuilder; Facet::ALL.len()],
    links: Vec<Link>,
}

impl ColumnsBuilder {
    /// Returns a builder without programs.
    pub(super) fn new() -> Self {
        Self {
            titles: Texts::default(),
            offered: Vec::new(),
            ranges: ranges::RangesBuilder::default(),
            facets: Facet::ALL.map(|_| FacetColumnBuilder::default()),
            links: Vec::new(),
        }
    }

    /// Adds the next program.
    pub(super) fn add(&mut self, catalog: &Catalog, program: &Program) {
        self.titles.push(&sort_name(&program.title));
        self.offered.push(program.is_offered());
        self.ranges.add(program);
        for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Topic) {
            let column = &mut self.facets[facet as usize];
            column.begin();
            facet.each_value(catalog, program, |slug| column.add(facet, slug));
        }
        let column = &mut self.facets[Facet::Topic as usize];
        column.begin();
        topics::each_value(catalog, program, |id, link| {
            column.add(Facet::Topic, id);
            self.links.push(link);
        });
    }

    /// Returns the columns of all programs added.
    pub(super) fn finish(self, catalog: &Catalog) -> Columns {
        let mut institutions = Texts::default();
        catalog.institutions.iter().for_each(|institution| institutions.push(&sort_name(&institution.short)));
        Columns {
            facets: self.facets.map(FacetColumnBuilder::finish).into(),
            links: self.links,
            postings: OnceLock::new(),
            ranges: self.ranges.finish(),
            by_title: Order::of_ranks(ranks(&self.titles)),
            offered: self.offered,
            institution_rank: ranks(&institutions),
        }
    }
}

impl Columns {
    /// Builds the columns of a catalogue.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut builder = ColumnsBuilder::new();
        catalog.programs().for_each(|program| builder.add(catalog, &program));
        builder.finish(catalog)
    }

    /// Encodes the columns.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Encoder::default();
        writer.numbers(&self.by_title.ranks);
        writer.numbers(&self.institution_rank);
        writer.numbers(&self.offered.iter().map(|offered| u32::from(*offered)).collect::<Vec<u32>>());
        self.ranges.write(&mut writer);
        for column in &self.facets {
            writer.texts(column.values.iter().map(|value| value.slug.as_str()));
            writer.texts(column.values.iter().map(|value| value.label.as_str()));
            writer.numbers(&lengths(&column.starts));
            writer.numbers(&column.ids);
        }
        writer.numbers(&self.links.iter().map(|link| link.number()).collect::<Vec<u32>>());
        writer.numbers(&[Vocabulary::embedded_hash()]);
        writer.finish()
    }

    /// Decodes the columns of a catalogue; `None` if the bytes do not fit the catalogue.
    pub(super) fn from_bytes(bytes: &[u8], catalog: &Catalog) -> Option<Self> {
        let mut reader = Decoder::new(bytes);
        let (title_rank, institution_rank) = (reader.numbers()?, reader.numbers()?);
        let offered: Vec<bool> = reader.numbers()?.into_iter().map(|offered| offered == 1).collect();
        let ranges = Ranges::read(&mut reader, catalog.len())?;
        let mut read = |facet| FacetColumn::read(&mut reader, facet, catalog.len());
        let facets = Facet::ALL.into_iter().map(&mut read).collect::<Option<Vec<FacetColumn>>>()?;
        let links = reader.numbers()?.into_iter().map(Link::numbered).collect::<Option<Vec<Link>>>()?;
        // Topics inferred with another vocabulary are of no use.
        let is_of_vocabulary = reader.numbers()? == [Vocabulary::embedded_hash()];
        reader.finish()?;
        let is_whole = is_of_vocabulary
            && links.len() == facets[Facet::Topic as usize].ids.len()
            && is_ranking(&title_rank, catalog.len())
            && is_ranking(&institution_rank, catalog.institutions.len())
            && offered.len() == catalog.len();
        is_whole.then(|| Self {
            by_title: Order::of_ranks(title_rank),
            facets,
            links,
            postings: OnceLock::new(),
            ranges,
            offered,
            institution_rank,
        })
    }

    /// Whether a program is still offered.
    pub(super) fn is_offered(&self, program: ProgramIx) -> bool {
        self.offered[program.0 as usize]
    }

    /// Whether a value belongs to the natural order of its facet, or a program has it.
    pub(super) fn has_value(&self, facet: Facet, value: &str) -> bool {
        match facet {
            Facet::Level | Facet::Status | Facet::Credit => natural_order(facet, value) != usize::MAX,
            _ => self.facet(facet).values.iter().any(|own| own.slug == value),
        }
    }

    /// Returns a function from a program to the rank of its first institution by short name;
    /// programs without one come last.
    pub(super) fn institution_places(&self, catalog: &Catalog) -> impl Fn(ProgramIx) -> u32 {
        let column = self.facet(Facet::Institution);
        let mut ranks: HashMap<&str, u32> = HashMap::new();
        for (known, rank) in catalog.institutions.iter().zip(&self.institution_rank) {
            // The values of the column are full names, so institutions with the same name share the lowest rank.
            let least = ranks.entry(known.name.as_str()).or_insert(*rank);
            *least = (*least).min(*rank);
        }
        let place = |value: &Value| ranks.get(value.slug.as_str()).copied().unwrap_or(u32::MAX);
        let places: Vec<u32> = column.values.iter().map(place).collect();
        move |program| column.of_program(program).first().map_or(u32::MAX, |id| places[*id as usize])
    }

    /// The programs of a topic with their links, in the order of programs; empty if no program has it.
    pub(super) fn programs_of_topic(&self, id: &str) -> &[(ProgramIx, Link)] {
        let column = self.facet(Facet::Topic);
        let postings = self.postings.get_or_init(|| Postings::of(&column.starts, &column.ids, &self.links));
        column.values.iter().position(|value| value.slug == id).map_or(&[], |value| postings.of_value(value))
    }

    /// The values of a facet, in no particular order.
    pub(super) fn values_of(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.facet(facet).values.iter().map(|value| value.slug.as_str())
    }

    /// The programs that have a value, each with the value's index among the values of that program.
    pub(super) fn programs_with(&self, facet: Facet, value: &str) -> impl Iterator<Item = (ProgramIx, usize)> {
        let column = self.facet(facet);
        let wanted = column.values.iter().position(|own| own.slug == value).map(|id| id as u32);
        let programs = (0..self.offered.len() as u32).map(ProgramIx).filter(move |_| wanted.is_some());
        programs.filter_map(move |program| {
            Some((program, column.of_program(program).iter().position(|id| Some(*id) == wanted)?))
        })
    }

    fn facet(&self, facet: Facet) -> &FacetColumn {
        &self.facets[facet as usize]
    }

    /// Prepares filters for testing many programs.
    pub(super) fn filter_plan(&self, filters: &Filters) -> FilterPlan<'_> {
        let is_asked = |facet: &Facet| filters.chosen.contains_key(facet) || filters.without.contains_key(facet);
        let tests = Facet::ALL.into_iter().filter(is_asked).map(|facet| {
            let column = self.facet(facet);
            let has = |value: &Value, of: &BTreeMap<Facet, BTreeSet<String>>| {
                of.get(&facet).is_some_and(|values| values.contains(&value.slug))
            };
            let chosen = filters.chosen.contains_key(&facet);
            let chosen = chosen.then(|| column.values.iter().map(|value| has(value, &filters.chosen)).collect());
            let without = column.values.iter().map(|value| has(value, &filters.without)).collect();
            FacetTest { facet, column, chosen, without }
        });
        FilterPlan { within: self.ranges.within(&filters.limits), tests: tests.collect() }
    }

    /// The values of every facet with their counts, under the filters of the other facets.
    pub(super) fn count(&self, filters: &Filters, sifted: &Sifted) -> Vec<(Facet, Vec<FacetValue>)> {
        let counted = Facet::ALL.map(|facet| {
            // Column by column, so that consecutive reads are close together in memory.
            let column = self.facet(facet);
            let mut counts = vec![0; column.values.len()];
            let mut add = |program| column.of_program(program).iter().for_each(|id| counts[*id as usize] += 1);
            sifted.shown.iter().for_each(|hit| add(hit.program));
            sifted.but_for_facet[facet as usize].iter().for_each(|program| add(*program));
            (facet, self.listed(facet, filters, &counts))
        });
        counted.into()
    }

    /// The values of a facet that are shown, in display order.
    fn listed(&self, facet: Facet, filters: &Filters, counts: &[usize]) -> Vec<FacetValue> {
        let values = &self.facet(facet).values;
        let mut shown: Vec<(usize, FacetValue)> = values
            .iter()
            .zip(counts)
            .filter(|(value, count)| **count > 0 || is_named(filters, facet, &value.slug))
            .map(|(value, count)| (value.order, facet_value(filters, facet, &value.slug, value.label.clone(), *count)))
            .collect();
        shown.extend(self.unlisted(facet, filters));
        shown.sort_by(|(a_order, a), (b_order, b)| {
            a_order.cmp(b_order).then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label))
        });
        shown.into_iter().map(|(_, value)| value).collect()
    }

    /// Chosen or excluded values that no program has. They are shown so that the user can remove them.
    fn unlisted<'a>(&'a self, facet: Facet, filters: &'a Filters) -> impl Iterator<Item = (usize, FacetValue)> + 'a {
        let values = &self.facet(facet).values;
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
    FacetValue { value: value.to_owned(), label, count, is_chosen, is_without }
}

/// Filters, prepared for testing many programs.
pub(super) struct FilterPlan<'a> {
    within: Within<'a>,
    tests: Vec<FacetTest<'a>>,
}

/// The filter of one facet.
struct FacetTest<'a> {
    facet: Facet,
    column: &'a FacetColumn,
    /// For each value, whether it is chosen; `None` if no value of the facet is chosen.
    chosen: Option<Vec<bool>>,
    /// For each value, whether it is excluded.
    without: Vec<bool>,
}

impl FacetTest<'_> {
    fn admits(&self, program: ProgramIx) -> bool {
        let ids = self.column.of_program(program);
        self.chosen.as_ref().is_none_or(|chosen| ids.iter().any(|id| chosen[*id as usize]))
            && !ids.iter().any(|id| self.without[*id as usize])
    }
}

/// A filter that hides a program.
enum Obstacle {
    Facet(Facet),
    Limit(Quantity),
}

/// Programs grouped by what hides them.
#[derive(Default)]
pub(super) struct Sifted {
    /// Programs that are shown; they count for every facet and quantity.
    pub(super) shown: Vec<Hit>,
    /// For each facet, programs that only its filter hides; they count for this facet too.
    pub(super) but_for_facet: [Vec<ProgramIx>; Facet::ALL.len()],
    /// For each quantity, programs that only its limit hides; they count for this quantity too.
    pub(super) but_for_limit: [Vec<ProgramIx>; Quantity::ALL.len()],
}

impl FilterPlan<'_> {
    /// Whether a program passes all filters.
    pub(super) fn admits(&self, program: ProgramIx) -> bool {
        self.tests.iter().all(|test| test.admits(program)) && self.within.admits(program)
    }

    /// The hits that pass all filters.
    pub(super) fn admitted(&self, hits: impl Iterator<Item = Hit>) -> Vec<Hit> {
        hits.filter(|hit| self.admits(hit.program)).collect()
    }

    /// The hits that pass all filters, and those that a single filter hides.
    pub(super) fn sift(&self, hits: impl Iterator<Item = Hit>) -> Sifted {
        let mut sifted = Sifted::default();
        for hit in hits {
            let mut obstacles = self.obstacles(hit.program);
            match (obstacles.next(), obstacles.next()) {
                (None, _) => sifted.shown.push(hit),
                (Some(Obstacle::Facet(facet)), None) => sifted.but_for_facet[facet as usize].push(hit.program),
                (Some(Obstacle::Limit(quantity)), None) => sifted.but_for_limit[quantity as usize].push(hit.program),
                _ => {}
            }
        }
        sifted
    }

    /// Every filter that hides a program.
    fn obstacles(&self, program: ProgramIx) -> impl Iterator<Item = Obstacle> {
        let facets =
            self.tests.iter().filter(move |test| !test.admits(program)).map(|test| Obstacle::Facet(test.facet));
        facets.chain(self.within.obstacles(program).map(Obstacle::Limit))
    }
}

/// A sort key for a name: folded, without leading punctuation.
fn sort_name(name: &str) -> String {
    let mut folded = fold(name);
    let signs = folded.len() - folded.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    folded.drain(..signs);
    folded
}

/// The rank of every name in sorted order; equal names keep their order.
fn ranks(names: &Texts) -> Vec<u32> {
    let mut ranks = vec![0; names.len()];
    for (rank, at) in (0u32..).zip(names.in_order()) {
        ranks[at as usize] = rank;
    }
    ranks
}

/// Whether the ranks are a permutation of `0..count`.
fn is_ranking(ranks: &[u32], count: usize) -> bool {
    let mut is_taken = vec![false; count];
    let mut take = |rank: &u32| is_taken.get_mut(*rank as usize).is_some_and(|taken| !std::mem::replace(taken, true));
    ranks.len() == count && ranks.iter().all(&mut take)
}

/// The rank of a value in the natural order of its facet; the same for all values of facets without one.
pub(super) fn natural_order(facet: Facet, slug: &str) -> usize {
    let place = match facet {
        Facet::Level => Level::ALL.iter().position(|level| level.slug() == slug),
        Facet::Status => Status::ALL.iter().position(|status| status.slug() == slug),
        Facet::Credit => CREDIT.iter().position(|(value, _)| *value == slug),
        Facet::Kind | Facet::Field | Facet::Topic | Facet::Institution | Facet::Language => Some(0),
    };
    place.unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shipped() -> (Catalog, Vec<u8>) {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bytes = Columns::new(&catalog).to_bytes();
        (catalog, bytes)
    }

    #[test]
    fn the_bytes_of_columns_make_the_same_again() {
        let (catalog, bytes) = shipped();
        let again = Columns::from_bytes(&bytes, &catalog).expect("columns");
        assert_eq!(again.to_bytes(), bytes);
        assert_eq!(again.by_title, Columns::new(&catalog).by_title);
        assert!(Columns::from_bytes(&bytes[..bytes.len() - 1], &catalog).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn damaged_columns_are_refused_or_can_be_counted(changes in proptest::collection::vec((0usize..1_000_000, 1u8..), 1..4)) {
            let (catalog, mut bytes) = shipped();
            let length = bytes.len();
            for (at, by) in changes {
                bytes[at % length] ^= by;
            }
            if let Some(columns) = Columns::from_bytes(&bytes, &catalog) {
                let filters = Filters::default();
                let all = catalog.all().map(|program| Hit { program, score: 0 });
                let sifted = columns.filter_plan(&filters).sift(all);
                let shown = sifted.shown.len();
                prop_assert!(columns.count(&filters, &sifted).into_iter().flat_map(|(_, values)| values).all(|value| value.count <= catalog.len()));
                prop_assert!(shown <= catalog.len());
                prop_assert!(columns.by_title.programs.iter().all(|program| (program.0 as usize) < catalog.len()));
            }
        }
    }
}
