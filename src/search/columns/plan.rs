//! Filters, prepared for testing many programs, and the programs grouped by the filters that hide them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::filter::{Facet, Filters};
use super::super::hit::Hit;
use super::super::limits::Quantity;
use super::within::Within;
use super::{Columns, FacetColumn, Value};
use crate::catalog::ProgramIx;

/// Filters, prepared for testing many programs.
pub(in super::super) struct FilterPlan<'a> {
    within: Within<'a>,
    tests: Vec<FacetTest<'a>>,
}

/// The filter of one facet.
struct FacetTest<'a> {
    facet: Facet,
    column: FacetColumn<'a>,
    /// For each value, whether it is chosen; `None` if no value of the facet is chosen.
    chosen: Option<Vec<bool>>,
    /// For each value, whether it is excluded.
    without: Vec<bool>,
    /// For each value, whether a program with this value alone passes.
    alone: Vec<bool>,
}

impl<'a> FacetTest<'a> {
    fn of(columns: &'a Columns, facet: Facet, filters: &Filters) -> Self {
        let has = |value: &Value, of: &BTreeMap<Facet, BTreeSet<String>>| {
            of.get(&facet).is_some_and(|values| values.contains(&value.slug))
        };
        let values = columns.values.of(facet);
        let chosen = filters.chosen.contains_key(&facet);
        let chosen: Option<Vec<bool>> =
            chosen.then(|| values.iter().map(|value| has(value, &filters.chosen)).collect());
        let without: Vec<bool> = values.iter().map(|value| has(value, &filters.without)).collect();
        let passes = |id: usize| chosen.as_ref().is_none_or(|chosen| chosen[id]) && !without[id];
        let alone = (0..values.len()).map(passes).collect();
        Self { facet, column: columns.facet(facet), chosen, without, alone }
    }

    #[inline]
    fn admits(&self, program: ProgramIx) -> bool {
        let is_among = |values: &[bool], id: u32| values.get(id as usize).copied().unwrap_or(false);
        if let Some(id) = self.column.only_of(program) {
            return is_among(&self.alone, id);
        }
        let ids = self.column.of_program(program);
        self.chosen.as_ref().is_none_or(|chosen| ids.iter().any(|id| is_among(chosen, id)))
            && !ids.iter().any(|id| is_among(&self.without, id))
    }
}

/// A filter that hides a program.
enum Obstacle {
    Facet(Facet),
    Limit(Quantity),
}

/// Programs grouped by the filters that hide them.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Sifted {
    /// Programs that are shown; they count for every facet and quantity.
    pub(in super::super) shown: Arc<Vec<Hit>>,
    /// For each facet, programs that only its filter hides; they count for this facet too.
    pub(in super::super) but_for_facet: [Vec<ProgramIx>; Facet::ALL.len()],
    /// For each quantity, programs that only its limit hides; they count for this quantity too.
    pub(in super::super) but_for_limit: [Vec<ProgramIx>; Quantity::ALL.len()],
}

impl Sifted {
    /// The programs that count for a facet.
    pub(super) fn each_for_facet(&self, facet: Facet) -> impl Iterator<Item = usize> + '_ {
        self.each(&self.but_for_facet[facet as usize])
    }

    /// The programs that count for a quantity.
    pub(in super::super) fn each_for_limit(&self, quantity: Quantity) -> impl Iterator<Item = usize> + '_ {
        self.each(&self.but_for_limit[quantity as usize])
    }

    fn each<'s>(&'s self, hidden: &'s [ProgramIx]) -> impl Iterator<Item = usize> + 's {
        let shown = self.shown.iter().map(|hit| hit.program.0 as usize);
        shown.chain(hidden.iter().map(|program| program.0 as usize))
    }
}

impl<'a> FilterPlan<'a> {
    pub(super) fn of(columns: &'a Columns, filters: &Filters) -> Self {
        let is_asked = |facet: &Facet| filters.chosen.contains_key(facet) || filters.without.contains_key(facet);
        let tests = Facet::ALL.into_iter().filter(is_asked).map(|facet| FacetTest::of(columns, facet, filters));
        Self { within: Within::of(columns, &filters.limits), tests: tests.collect() }
    }
}

impl FilterPlan<'_> {
    /// Whether a program passes all filters.
    pub(in super::super) fn admits(&self, program: ProgramIx) -> bool {
        self.tests.iter().all(|test| test.admits(program)) && self.within.admits(program)
    }

    /// The hits that pass all filters.
    pub(in super::super) fn admitted(&self, hits: impl Iterator<Item = Hit>) -> Vec<Hit> {
        hits.filter(|hit| self.admits(hit.program)).collect()
    }

    /// The hits that pass all filters, and those that a single filter hides.
    pub(in super::super) fn sift(&self, hits: impl Iterator<Item = Hit>) -> Sifted {
        let (mut sifted, mut shown) = (Sifted::default(), Vec::with_capacity(hits.size_hint().0));
        for hit in hits {
            // Most programs pass everything, which is cheaper to test than to search for obstacles.
            if self.admits(hit.program) {
                shown.push(hit);
                continue;
            }
            let mut obstacles = self.obstacles(hit.program);
            match (obstacles.next(), obstacles.next()) {
                (Some(Obstacle::Facet(facet)), None) => sifted.but_for_facet[facet as usize].push(hit.program),
                (Some(Obstacle::Limit(quantity)), None) => sifted.but_for_limit[quantity as usize].push(hit.program),
                _ => {}
            }
        }
        sifted.shown = Arc::new(shown);
        sifted
    }

    /// Every filter that hides a program.
    fn obstacles(&self, program: ProgramIx) -> impl Iterator<Item = Obstacle> {
        let facets =
            self.tests.iter().filter(move |test| !test.admits(program)).map(|test| Obstacle::Facet(test.facet));
        facets.chain(self.within.obstacles(program).map(Obstacle::Limit))
    }
}
