//! Finding programs: what was typed, which facets are chosen, in which order. The only room that names fuzzy-matcher.
//! It knows no screen and no terminal.
//!
//! An [`Index`] is built once from a catalogue; a [`View`] says what is wanted; [`Index::search`] answers with the hits
//! in order, [`Index::facets`] with the counts beside every facet value, and [`Index::highlight`] with the characters
//! of a title that matched.

mod abbreviation;
mod amounts;
mod choose;
mod columns;
mod field;
mod filter;
mod fold;
mod grammar;
pub mod histogram;
mod lexicon;
mod limits;
mod mark;
mod meaning;
mod offer;
mod order;
mod query;
mod rank;
mod sections;

use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub use field::{Field, Reading};
pub use filter::{Chip, Choice, Facet, Filters};
pub use limits::{Limits, Quantity, Span, Unknowns};
pub use offer::{Offer, Offers};

pub use histogram::Histogram;

use columns::Columns;
use lexicon::Lexicon;
use order::Orders;
use rank::Answer;

use crate::catalog::{Catalog, ProgramIx};

/// The sections of a compiled catalogue that an index is read from; a new name for every new form.
const COLUMNS: &str = "search-columns-1";
const WORDS: &str = "search-words-1";

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

impl Sort {
    /// Every order, in the order in which a key goes through them.
    pub const ALL: [Self; 7] =
        [Self::Match, Self::Title, Self::Institution, Self::Length, Self::Courses, Self::Effort, Self::Price];
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
    /// Whether it is left out.
    pub is_without: bool,
}

/// What a catalogue is searched by. It belongs to the catalogue that it was built from.
#[derive(Clone, Debug)]
pub struct Index {
    columns: Columns,
    orders: Orders,
    /// Built for the first query: an explorer that starts asks nothing yet.
    lexicon: OnceLock<Lexicon>,
    last: Memo,
}

impl Index {
    /// Reads a catalogue once, or what was compiled of it.
    pub fn new(catalog: &Catalog) -> Self {
        let compiled = section(catalog, COLUMNS).and_then(|bytes| Columns::from_bytes(&bytes, catalog));
        Self {
            columns: compiled.unwrap_or_else(|| Columns::new(catalog)),
            orders: Orders::default(),
            lexicon: OnceLock::new(),
            last: Memo::default(),
        }
    }

    /// The index as sections of a compiled catalogue: [`Index::new`] reads them there instead of every program. It is
    /// only a copy: without them, or with others than these, the index is built of the programs.
    pub fn sections(catalog: &Catalog) -> Vec<(&'static str, Vec<u8>)> {
        vec![(COLUMNS, Columns::new(catalog).to_bytes()), (WORDS, Lexicon::new(catalog).to_bytes())]
    }

    /// The programs that a view shows, in order.
    pub fn search(&self, catalog: &Catalog, view: &View) -> Hits {
        let reading = view.read(catalog);
        let mut hits = self.find(catalog, &reading.view);
        let notices: Vec<String> = reading.complaints.into_iter().chain(hits.notice).collect();
        hits.notice = (!notices.is_empty()).then(|| notices.join("; "));
        hits
    }

    /// The answer to a view without fields.
    fn find(&self, catalog: &Catalog, view: &View) -> Hits {
        let gate = self.columns.gate(&view.filters);
        let Some(answer) = self.answer(catalog, &view.query) else {
            let mut hits =
                gate.admitted(self.columns.by_title.iter().map(|program| Hit { program: *program, score: 0 }));
            let sort = if view.sort == Sort::Match { Sort::Title } else { view.sort };
            self.orders.arrange(&mut hits, catalog, &self.columns, sort);
            return Hits { hits, notice: None };
        };
        let mut hits = gate.admitted(answer.hits.iter().copied());
        self.orders.arrange(&mut hits, catalog, &self.columns, view.sort);
        let hidden = (hits.is_empty() && !answer.hits.is_empty()).then(|| hidden_notice(answer.hits.len()));
        let notices: Vec<String> = answer.notice.iter().cloned().chain(hidden).collect();
        Hits { hits, notice: (!notices.is_empty()).then(|| notices.join("; ")) }
    }

    /// Every value of a facet with its count under the query and the other facets, the most frequent first, then by
    /// label; levels and statuses in their natural order. Values that no program has are left out unless chosen.
    pub fn facets(&self, catalog: &Catalog, view: &View, facet: Facet) -> Vec<FacetValue> {
        self.count(catalog, view, &[facet]).into_iter().flat_map(|(_, values)| values).collect()
    }

    /// [`Index::facets`] of every facet, in their order, counted in one go.
    pub fn all_facets(&self, catalog: &Catalog, view: &View) -> Vec<(Facet, Vec<FacetValue>)> {
        self.count(catalog, view, &Facet::ALL)
    }

    fn count(&self, catalog: &Catalog, view: &View, wanted: &[Facet]) -> Vec<(Facet, Vec<FacetValue>)> {
        let view = &view.read(catalog).view;
        match self.answer(catalog, &view.query) {
            Some(answer) => {
                let programs = answer.hits.iter().map(|hit| hit.program);
                self.columns.count(&view.filters, wanted, programs)
            }
            None => self.columns.count(&view.filters, wanted, catalog.all()),
        }
    }

    /// How many programs have how much of each quantity, under what was typed and every filter but its own limit.
    pub fn histograms(&self, catalog: &Catalog, view: &View) -> Vec<Histogram> {
        let view = view.read(catalog).view;
        let is_limited = |quantity: &Quantity| !view.filters.limits.span(*quantity).is_any();
        let (limited, free): (Vec<Quantity>, Vec<Quantity>) = Quantity::ALL.into_iter().partition(is_limited);
        let mut found = self.measured(catalog, &view, &view.filters, &free);
        for quantity in limited {
            let mut others = view.filters.clone();
            others.limits.set(quantity, Span::ANY);
            found.extend(self.measured(catalog, &view, &others, &[quantity]));
        }
        found.sort_by_key(|histogram| histogram.quantity);
        found
    }

    fn measured(&self, catalog: &Catalog, view: &View, filters: &Filters, wanted: &[Quantity]) -> Vec<Histogram> {
        let gate = self.columns.gate(filters);
        let span = |quantity: Quantity| view.filters.limits.span(quantity);
        let mut found: Vec<Histogram> = wanted.iter().map(|own| Histogram::empty(*own, span(*own))).collect();
        let mut count = |program: ProgramIx| {
            if gate.admits(program) {
                for own in &mut found {
                    own.add(self.columns.amounts.get(own.quantity, program).map(|amount| amount.middle()));
                }
            }
        };
        match self.answer(catalog, &view.query) {
            Some(answer) => answer.hits.iter().for_each(|hit| count(hit.program)),
            None => catalog.all().for_each(count),
        }
        found
    }

    /// The characters of a program's title that matched what was typed, as half-open ranges of character positions:
    /// sorted, apart from each other, none empty.
    pub fn highlight(&self, catalog: &Catalog, query: &str, program: ProgramIx) -> Vec<(usize, usize)> {
        let Some(answer) = self.answer(catalog, query) else { return Vec::new() };
        mark::marks(self.lexicon(catalog), &answer.meanings, program.0, &catalog.program(program).title)
    }

    fn lexicon(&self, catalog: &Catalog) -> &Lexicon {
        self.lexicon.get_or_init(|| {
            let compiled = section(catalog, WORDS).and_then(|bytes| Lexicon::from_bytes(&bytes, catalog.len()));
            compiled.unwrap_or_else(|| Lexicon::new(catalog))
        })
    }

    /// The answer to a query whatever the filters; nothing where nothing was asked.
    fn answer(&self, catalog: &Catalog, query: &str) -> Option<Arc<Answer>> {
        if query.is_empty() {
            return None;
        }
        let answer = self.last.recall_or(query, || Answer::to(query, self.lexicon(catalog), &self.columns, catalog));
        (!answer.is_of_everything).then_some(answer)
    }
}

/// A section of a compiled catalogue that is whole.
fn section<'c>(catalog: &'c Catalog, name: &str) -> Option<Cow<'c, [u8]>> {
    catalog.section(name)?.ok()
}

fn hidden_notice(count: usize) -> String {
    match count {
        1 => "1 program matches, but the filters hide it".to_owned(),
        count => format!("{count} programs match, but the filters hide them"),
    }
}

/// The last answer: the list, the facets and every title of one frame ask the same query. It changes no answer.
#[derive(Debug, Default)]
struct Memo(Mutex<Option<Arc<Answer>>>);

impl Memo {
    fn recall_or(&self, query: &str, ask: impl FnOnce() -> Answer) -> Arc<Answer> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref() {
            Some(answer) if answer.query == query => Arc::clone(answer),
            _ => Arc::clone(last.insert(Arc::new(ask()))),
        }
    }
}

impl Clone for Memo {
    fn clone(&self) -> Self {
        Self::default()
    }
}
