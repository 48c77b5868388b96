//! The facets of a whole catalogue as columns of small numbers: filtering and counting read these and no strings.
//! The meaning of a filter is [`Filters::admit`]'s; this is only the fast way to the same answer.

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

/// What the programs of a catalogue have of each facet, and their order by title.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    facets: Vec<FacetColumn>,
    /// By value of a program among its topics, what ties it to the program.
    links: Vec<Link>,
    /// By topic its programs, made when somebody first asks for one.
    postings: OnceLock<Postings>,
    pub(super) ranges: Ranges,
    /// The programs by title, then id.
    pub(super) by_title: Order,
    /// By program, whether it stands in the latest list.
    offered: Vec<bool>,
    /// By institution, its place in the list by the name that people call it.
    pub(super) institution_rank: Vec<u32>,
}

/// One facet: its values and who has them.
#[derive(Clone, Debug, Default)]
struct FacetColumn {
    values: Vec<Value>,
    /// By program, where its values start in `ids`; one more at the end.
    starts: Vec<u32>,
    ids: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Value {
    slug: String,
    label: String,
    /// The place of a value in a facet that has a natural order.
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
    /// Begins the next program.
    fn begin(&mut self) {
        self.column.starts.push(self.column.ids.len() as u32);
    }

    /// Adds a value to the program that was begun last.
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

/// Columns in the making, program by program in the order of their handles.
pub(super) struct ColumnsBuilder {
    titles: Texts,
    offered: Vec<bool>,
    ranges: ranges::RangesBuilder,
    facets: [FacetColumnBuilder; Facet::ALL.len()],
    links: Vec<Link>,
}

impl ColumnsBuilder {
    /// The columns of no program yet.
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

    /// The columns of all programs of the catalogue.
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
    /// Reads a catalogue once.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut builder = ColumnsBuilder::new();
        catalog.programs().for_each(|program| builder.add(catalog, &program));
        builder.finish(catalog)
    }

    /// The columns as bytes.
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

    /// The columns of a catalogue that these bytes were made of; nothing if they cannot be.
    pub(super) fn from_bytes(bytes: &[u8], catalog: &Catalog) -> Option<Self> {
        let mut reader = Decoder::new(bytes);
        let (title_rank, institution_rank) = (reader.numbers()?, reader.numbers()?);
        let offered: Vec<bool> = reader.numbers()?.into_iter().map(|offered| offered == 1).collect();
        let ranges = Ranges::read(&mut reader, catalog.len())?;
        let mut read = |facet| FacetColumn::read(&mut reader, facet, catalog.len());
        let facets = Facet::ALL.into_iter().map(&mut read).collect::<Option<Vec<FacetColumn>>>()?;
        let links = reader.numbers()?.into_iter().map(Link::numbered).collect::<Option<Vec<Link>>>()?;
        // Topics that were inferred with other words are of no use.
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

    /// Whether a program is still taught.
    pub(super) fn is_offered(&self, program: ProgramIx) -> bool {
        self.offered[program.0 as usize]
    }

    /// Whether a value has a place in the natural order of its facet, or a program.
    pub(super) fn has_value(&self, facet: Facet, value: &str) -> bool {
        match facet {
            Facet::Level | Facet::Status | Facet::Credit => natural_order(facet, value) != usize::MAX,
            _ => self.facet(facet).values.iter().any(|own| own.slug == value),
        }
    }

    /// By program, the place of its first institution in the list by the names that people call them; those without one
    /// are last.
    pub(super) fn institution_places(&self, catalog: &Catalog) -> impl Fn(ProgramIx) -> u32 {
        let column = self.facet(Facet::Institution);
        let mut ranks: HashMap<&str, u32> = HashMap::new();
        for (known, rank) in catalog.institutions.iter().zip(&self.institution_rank) {
            // The values of the column are names: namesakes have one place.
            let least = ranks.entry(known.name.as_str()).or_insert(*rank);
            *least = (*least).min(*rank);
        }
        let place = |value: &Value| ranks.get(value.slug.as_str()).copied().unwrap_or(u32::MAX);
        let places: Vec<u32> = column.values.iter().map(place).collect();
        move |program| column.of_program(program).first().map_or(u32::MAX, |id| places[*id as usize])
    }

    /// The programs of a topic with what ties them to it, in their order; none where no program has it.
    pub(super) fn programs_of_topic(&self, id: &str) -> &[(ProgramIx, Link)] {
        let column = self.facet(Facet::Topic);
        let postings = self.postings.get_or_init(|| Postings::of(&column.starts, &column.ids, &self.links));
        column.values.iter().position(|value| value.slug == id).map_or(&[], |value| postings.of_value(value))
    }

    /// The values of a facet, in no particular order.
    pub(super) fn values_of(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.facet(facet).values.iter().map(|value| value.slug.as_str())
    }

    /// The programs that have a value, and its place among their values.
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

    /// The filters, ready to be asked about many programs.
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
            // FacetColumn by column: what is read next lies beside what was read last.
            let column = self.facet(facet);
            let mut counts = vec![0; column.values.len()];
            let mut add = |program| column.of_program(program).iter().for_each(|id| counts[*id as usize] += 1);
            sifted.shown.iter().for_each(|hit| add(hit.program));
            sifted.but_for_facet[facet as usize].iter().for_each(|program| add(*program));
            (facet, self.listed(facet, filters, &counts))
        });
        counted.into()
    }

    /// The values of a facet that are worth showing, in the order in which they are shown.
    fn listed(&self, facet: Facet, filters: &Filters, counts: &[usize]) -> Vec<FacetValue> {
        let values = &self.facet(facet).values;
        let mut shown: Vec<(usize, FacetValue)> = values
            .iter()
            .zip(counts)
            .filter(|(value, count)| **count > 0 || is_named(filters, facet, &value.slug))
            .map(|(value, count)| (value.order, facet_value(filters, facet, &value.slug, value.label.clone(), *count)))
            .collect();
        shown.extend(self.strangers(facet, filters));
        shown.sort_by(|(a_order, a), (b_order, b)| {
            a_order.cmp(b_order).then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label))
        });
        shown.into_iter().map(|(_, value)| value).collect()
    }

    /// Values chosen or left out that no program has: they must be seen to be let go of.
    fn strangers<'a>(&'a self, facet: Facet, filters: &'a Filters) -> impl Iterator<Item = (usize, FacetValue)> + 'a {
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

/// Filters that are asked about many programs.
pub(super) struct FilterPlan<'a> {
    within: Within<'a>,
    tests: Vec<FacetTest<'a>>,
}

/// What one facet lets pass.
struct FacetTest<'a> {
    facet: Facet,
    column: &'a FacetColumn,
    /// By value, whether it is chosen; nothing where everything is.
    chosen: Option<Vec<bool>>,
    /// By value, whether it is left out.
    without: Vec<bool>,
}

impl FacetTest<'_> {
    fn admits(&self, program: ProgramIx) -> bool {
        let ids = self.column.of_program(program);
        self.chosen.as_ref().is_none_or(|chosen| ids.iter().any(|id| chosen[*id as usize]))
            && !ids.iter().any(|id| self.without[*id as usize])
    }
}

/// What hides a program.
enum Bar {
    Facet(Facet),
    Limit(Quantity),
}

/// Programs by what hides them.
#[derive(Default)]
pub(super) struct Sifted {
    /// Those that are shown: every facet and every quantity counts them.
    pub(super) shown: Vec<Hit>,
    /// By facet, those that its choices alone hide: it counts them too.
    pub(super) but_for_facet: [Vec<ProgramIx>; Facet::ALL.len()],
    /// By quantity, those that its limit alone hides: it counts them too.
    pub(super) but_for_limit: [Vec<ProgramIx>; Quantity::ALL.len()],
}

impl FilterPlan<'_> {
    /// Whether a program may be shown.
    pub(super) fn admits(&self, program: ProgramIx) -> bool {
        self.tests.iter().all(|test| test.admits(program)) && self.within.admits(program)
    }

    /// The programs of `hits` that may be shown.
    pub(super) fn admitted(&self, hits: impl Iterator<Item = Hit>) -> Vec<Hit> {
        hits.filter(|hit| self.admits(hit.program)).collect()
    }

    /// The programs of `hits` that may be shown, and those that only one thing hides.
    pub(super) fn sift(&self, hits: impl Iterator<Item = Hit>) -> Sifted {
        let mut sifted = Sifted::default();
        for hit in hits {
            let mut bars = self.bars(hit.program);
            match (bars.next(), bars.next()) {
                (None, _) => sifted.shown.push(hit),
                (Some(Bar::Facet(facet)), None) => sifted.but_for_facet[facet as usize].push(hit.program),
                (Some(Bar::Limit(quantity)), None) => sifted.but_for_limit[quantity as usize].push(hit.program),
                _ => {}
            }
        }
        sifted
    }

    /// Everything that hides a program.
    fn bars(&self, program: ProgramIx) -> impl Iterator<Item = Bar> {
        let facets = self.tests.iter().filter(move |test| !test.admits(program)).map(|test| Bar::Facet(test.facet));
        facets.chain(self.within.bars(program).map(Bar::Limit))
    }
}

/// A name as it is put in order: folded, and without the signs that it starts with.
fn sort_name(name: &str) -> String {
    let mut folded = fold(name);
    let signs = folded.len() - folded.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    folded.drain(..signs);
    folded
}

/// The place of every name in the order of them; equal names keep their order.
fn ranks(names: &Texts) -> Vec<u32> {
    let mut ranks = vec![0; names.len()];
    for (rank, at) in (0u32..).zip(names.in_order()) {
        ranks[at as usize] = rank;
    }
    ranks
}

/// Is a permutation of `0..count`.
fn is_ranking(ranks: &[u32], count: usize) -> bool {
    let mut is_taken = vec![false; count];
    let mut take = |rank: &u32| is_taken.get_mut(*rank as usize).is_some_and(|taken| !std::mem::replace(taken, true));
    ranks.len() == count && ranks.iter().all(&mut take)
}

/// The place of a level or a status among its like; the same for all values of facets without a natural order.
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
