//! Finding programs: what was typed, which facets are chosen, in which order. The only room that names fuzzy-matcher.
//! It knows no screen and no terminal.
//!
//! An [`Index`] is built once from a catalogue; a [`View`] says what is wanted; [`Index::search`] answers with the hits
//! in order, [`Index::facets`] with the counts beside every facet value, and [`Index::highlight`] with the characters
//! of a title that matched.

mod filter;

pub use filter::{Facet, Filters, Limits, Unknowns};

use crate::catalog::{Catalog, ProgramIx};

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Sort {
    /// The best match first; with nothing typed, by title.
    #[default]
    Match,
    /// By title.
    Title,
    /// By institution, those without one last.
    Institution,
    /// The shortest first, unknown last.
    Length,
    /// The fewest courses first, unknown last.
    Courses,
    /// The least work first, unknown last.
    Effort,
    /// The lowest price in US dollars first, those without one last.
    Price,
}

/// What is wanted of the catalogue.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct View {
    /// What was typed.
    pub query: String,
    /// Which facet values and limits are chosen.
    pub filters: Filters,
    /// In which order.
    pub sort: Sort,
}

/// A program that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Which program.
    pub program: ProgramIx,
    /// How well it matches; 0 where nothing was typed. Only the order of scores means anything.
    pub score: i64,
}

/// The answer to a view.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Hits {
    /// The programs that match, in order.
    pub hits: Vec<Hit>,
    /// What was done about words that the catalogue does not have, as a sentence: ``no word `sceince`; showing science``.
    pub notice: Option<String>,
}

/// A value of a facet with the number of programs that would be shown if it were the only one chosen of its facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as [`Filters`] names it: a slug for kind, level and status, a full name otherwise.
    pub value: String,
    /// The value for people.
    pub label: String,
    /// How many programs have it, under the query and the other facets.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What a catalogue is searched by.
#[derive(Clone, Debug)]
pub struct Index {}

impl Index {
    /// Reads a catalogue once.
    pub fn new(_catalog: &Catalog) -> Self {
        Self {}
    }

    /// The programs that a view shows, in order.
    pub fn search(&self, catalog: &Catalog, view: &View) -> Hits {
        let query = view.query.to_lowercase();
        let matches = |ix: &ProgramIx| {
            let program = catalog.program(*ix);
            view.filters.admit(catalog, program)
                && query.split_whitespace().all(|word| program.title.to_lowercase().contains(word))
        };
        let hits = catalog.all().filter(matches).map(|program| Hit { program, score: 0 }).collect();
        Hits { hits, notice: None }
    }

    /// Every value of a facet with its count under the query and the other facets, the most frequent first, then by
    /// label; levels and statuses in their natural order.
    pub fn facets(&self, _catalog: &Catalog, _view: &View, _facet: Facet) -> Vec<FacetValue> {
        Vec::new()
    }

    /// The characters of a program's title that matched what was typed, as half-open ranges of character positions.
    pub fn highlight(&self, _catalog: &Catalog, _query: &str, _program: ProgramIx) -> Vec<(usize, usize)> {
        Vec::new()
    }
}
