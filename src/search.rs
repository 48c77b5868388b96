//! Search: finds programs by a query, facets and limits, and orders them. It knows no screen and no terminal, and is
//! the only room that uses fuzzy-matcher.
//!
//! An [`Index`] is built once from a catalogue, and a [`View`] says what is wanted. [`Index::find`] answers with
//! everything that follows from a view: the hits in order and the counts of every facet value, as one value that needs
//! no further access to the catalogue. [`Index::search`] returns only the hits, and [`Index::highlight`] the
//! characters of a title that matched.

mod abbreviation;
mod codec;
mod columns;
mod completion;
mod counts;
mod empty_reason;
mod field;
mod field_matches;
mod filter;
mod front;
mod fuzzy_score;
mod grammar;
mod highlight;
pub mod histogram;
mod hits;
mod lexicon;
mod limit_words;
mod limits;
mod narrow;
mod near_topics;
mod nearest;
mod order;
mod query;
mod ranges;
mod rank;
mod resolve;
mod results;
mod sort;
mod sorter;
mod tally;
mod taught_as;
mod term_match;
mod titles;
mod topics;
mod understand;
mod wanted;

use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub use completion::{Completion, Completions};
pub use empty_reason::{EmptyReason, Hiding};
pub use field::{Field, Reading};
pub use field_matches::{FieldMatch, FieldMatches, Reason};
pub use filter::{Chip, Choice, Facet, Filters};
pub use fuzzy_score::fuzzy_score;
pub use hits::{Hit, Hits};
pub use limits::{Limits, Quantity, Span, Unknowns, read_amount};
pub use narrow::Narrowed;
pub use nearest::Nearest;
pub use results::Results;
pub use sort::Sort;
pub use topics::Relation;
pub use understand::{Named, Understood, UnderstoodPart};

pub use histogram::Histogram;

use columns::{Columns, ColumnsBuilder, FilterPlan, Sifted};
use counts::{Counts, Tallies};
use front::{Front, everything};
use hits::List;
use lexicon::{Lexicon, LexiconBuilder};
use order::Orders;
use rank::{Answer, Sources};
use sorter::Unsorted;
use term_match::TermMatches;

use crate::catalog::{Catalog, ProgramIx, SectionBytes, Sections};

/// The sections of a compiled catalogue that an index is read from. A change of a section's format needs a new name.
const VALUES: &str = "search-values-1";
const FRONT: &str = "search-front-1";
const WORDS: &str = "search-words-6";
const COURSES: &str = "search-courses-3";

const OWN: [&str; 4] = [VALUES, FRONT, WORDS, COURSES];

/// The names of all sections: its own, and those of the columns.
const NAMES: [&str; OWN.len() + columns::SECTIONS.len()] = {
    let mut names = [""; OWN.len() + columns::SECTIONS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = if at < OWN.len() { OWN[at] } else { columns::SECTIONS[at - OWN.len()] };
        at += 1;
    }
    names
};

/// What is wanted of the catalogue: query, filters and order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct View {
    /// The query as typed.
    pub query: String,
    /// The chosen facet values and limits.
    pub filters: Filters,
    /// The order of the hits.
    pub sort: Sort,
}

/// A facet value with the number of programs that would be shown if it were the only value chosen of its facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The value as [`Filters`] names it: a slug for kind, level and status, a full name otherwise.
    pub value: String,
    /// The value as shown to people.
    pub label: String,
    /// The number of programs that have the value, under the query and the other facets.
    pub count: usize,
    /// Whether the value is chosen.
    pub is_chosen: bool,
    /// Whether the value is excluded.
    pub is_without: bool,
    /// Another name of the value, if it was found by that name.
    pub found_as: Option<String>,
}

/// The search index of one catalogue. It must be used only with the catalogue that it was built from.
#[derive(Clone, Debug)]
pub struct Index {
    columns: Arc<Columns>,
    /// The front page of a compiled catalogue.
    front: Option<Arc<Front>>,
    orders: Orders,
    /// Built for the first query, because an explorer starts without one.
    lexicon: OnceLock<Arc<Lexicon>>,
    /// The titles of courses, built when they are first needed; few queries need them.
    courses: OnceLock<Lexicon>,
    last: Memo,
}

impl Index {
    /// Builds the index of a catalogue, or reads it from the catalogue's compiled sections.
    pub fn new(catalog: &Catalog) -> Self {
        let compiled = section(catalog, VALUES).and_then(|bytes| Columns::stored(catalog, &bytes));
        let columns = compiled.unwrap_or_else(|| Columns::new(catalog));
        let front = section(catalog, FRONT).and_then(|bytes| Front::from_bytes(&bytes, &columns));
        Self {
            columns: Arc::new(columns),
            front: front.map(Arc::new),
            orders: Orders::default(),
            lexicon: OnceLock::new(),
            courses: OnceLock::new(),
            last: Memo::default(),
        }
    }

    /// The sections that an index adds to a compiled catalogue.
    pub const SECTIONS: Sections = Sections::of_catalog(&NAMES, Self::sections);

    /// Returns the index as sections of a compiled catalogue. [`Index::new`] reads them instead of going through every
    /// program. They are only a copy: if they are missing or do not fit, the index is built from the programs.
    pub fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
        let (mut columns, mut words) = (ColumnsBuilder::new(), LexiconBuilder::new(catalog));
        let mut courses = LexiconBuilder::of_courses();
        for program in catalog.programs() {
            columns.add(catalog, &program);
            words.add(&program);
            courses.add_courses(catalog, &program);
        }
        let (words, courses) = (words.into_bytes(), courses.into_bytes());
        let (values, parts) = columns.finish(catalog);
        let mut sections = vec![(VALUES, values.to_bytes()), (WORDS, words), (COURSES, courses)];
        sections.extend(columns::SECTIONS.into_iter().zip(parts.clone()));
        sections.push((FRONT, Front::of(&Columns::made((values, parts))).to_bytes()));
        sections
    }

    /// Returns the programs that a view shows, in order.
    pub fn search(&self, catalog: &Catalog, view: &View) -> Hits {
        let reading = view.read(catalog);
        if let Some(front) = self.front_of(&reading.view) {
            return found(&reading, None, front.list(&self.columns), None);
        }
        let answer = self.answer(catalog, &reading.view.query);
        let plan = self.columns.filter_plan(&reading.view.filters);
        let shown = match &answer {
            Some(answer) => answer.admitted(&plan),
            None => plan.admitted(everything(catalog.len())).into(),
        };
        let nothing = shown.all.is_empty().then(|| {
            let sifted = sift(&plan, catalog, answer.as_deref());
            self.reason(catalog, &reading, answer.as_deref(), &sifted)
        });
        let list = self.listed(catalog, &reading, shown);
        found(&reading, answer.as_deref(), list, nothing)
    }

    /// Whether a facet value has a meaning in this catalogue. Levels, statuses and credit values always have; the
    /// others only if a program has them.
    pub fn has_value(&self, facet: Facet, value: &str) -> bool {
        self.columns.has_value(facet, value)
    }

    /// Returns everything that follows from a view: hits, facet counts, histograms and chips.
    pub fn find(&self, catalog: &Catalog, view: &View) -> Results {
        let reading = view.read(catalog);
        let filters = reading.view.filters.clone();
        let (hits, tallies) = match self.front_of(&reading.view) {
            Some(front) => (found(&reading, None, front.list(&self.columns), None), Tallies::Stored(Arc::clone(front))),
            None => self.sifted(catalog, &reading),
        };
        Results {
            view: view.clone(),
            chips: filters.chips(catalog),
            counts: Arc::new(Counts::of(&self.columns, filters, tallies)),
            hits,
            words: reading.view.query,
        }
    }

    /// The hits of a view, and the programs that count for it.
    fn sifted(&self, catalog: &Catalog, reading: &Reading) -> (Hits, Tallies) {
        let answer = self.answer(catalog, &reading.view.query);
        let plan = self.columns.filter_plan(&reading.view.filters);
        let sifted = sift(&plan, catalog, answer.as_deref());
        let nothing = || self.reason(catalog, reading, answer.as_deref(), &sifted);
        let nothing = sifted.shown.is_empty().then(nothing);
        let titles = answer.as_ref().and_then(|answer| answer.titles.clone());
        let shown = Unsorted { all: Arc::clone(&sifted.shown), titles };
        let list = self.listed(catalog, reading, shown);
        (found(reading, answer.as_deref(), list, nothing), Tallies::Of(Box::new(sifted)))
    }

    /// The stored front page, if the view is the one that it shows.
    fn front_of(&self, view: &View) -> Option<&Arc<Front>> {
        self.front.as_ref().filter(|_| Front::is_of(view))
    }

    /// Why nothing is shown, and what is nearest.
    fn reason(&self, catalog: &Catalog, reading: &Reading, answer: Option<&Answer>, sifted: &Sifted) -> EmptyReason {
        let reason = EmptyReason::of(catalog, reading, matching(answer), sifted);
        EmptyReason { nearest: self.nearest(catalog, reading, &reason), ..reason }
    }

    /// The hits in the order of the view. Without a query there is no match to order by.
    fn listed(&self, catalog: &Catalog, reading: &Reading, shown: Unsorted) -> List {
        let sort = match (&shown.titles, reading.view.sort) {
            (None, Sort::Match) => Sort::Title,
            (_, sort) => sort,
        };
        self.orders.listed(shown, catalog, &self.columns, sort)
    }

    /// Returns the characters of a program's title that matched the query, as half-open ranges of character positions:
    /// sorted, disjoint, not empty.
    pub fn highlight(&self, catalog: &Catalog, hits: &Hits, program: ProgramIx) -> Vec<(usize, usize)> {
        if hits.meanings.is_empty() {
            return Vec::new();
        }
        highlight::marks(self.lexicon(catalog), &hits.meanings, program.0, &catalog.program_once(program).title)
    }

    /// Returns the folded words of a program's title without decoding its record.
    pub fn title_words(&self, catalog: &Catalog, program: ProgramIx) -> Vec<&str> {
        let lexicon = self.lexicon(catalog);
        lexicon.tokens(program.0).iter().map(|term| lexicon.term(term)).collect()
    }

    /// Reads or builds what the first query needs ahead of time.
    pub fn prepare(&self, catalog: &Catalog) {
        self.lexicon(catalog);
        self.columns.prepare();
    }

    fn lexicon(&self, catalog: &Catalog) -> &Arc<Lexicon> {
        self.lexicon.get_or_init(|| {
            let compiled =
                section(catalog, WORDS).and_then(|bytes| Lexicon::from_bytes(bytes.into_owned(), catalog.len()));
            Arc::new(compiled.unwrap_or_else(|| Lexicon::new(catalog)))
        })
    }

    /// The index of course titles.
    fn courses(&self, catalog: &Catalog) -> &Lexicon {
        self.courses.get_or_init(|| {
            let compiled =
                section(catalog, COURSES).and_then(|bytes| Lexicon::from_bytes(bytes.into_owned(), catalog.len()));
            compiled.unwrap_or_else(|| Lexicon::of_courses(catalog))
        })
    }

    /// The answer to a query, regardless of filters; `None` if the query asks for nothing.
    fn answer(&self, catalog: &Catalog, query: &str) -> Option<Arc<Answer>> {
        if query.is_empty() {
            return None;
        }
        let answer = self.last.recall_or(query, |former| {
            let courses = || self.courses(catalog);
            let (lexicon, columns) = (self.lexicon(catalog), &self.columns);
            Answer::to(query, former, &Sources { catalog, lexicon, columns, courses: &courses })
        });
        (!answer.is_of_everything).then_some(answer)
    }
}

/// A list of hits, with the notices about it.
fn found(reading: &Reading, answer: Option<&Answer>, list: List, nothing: Option<EmptyReason>) -> Hits {
    let notices = reading.complaints.iter().cloned();
    let notices = notices.chain(answer.and_then(|answer| answer.notice.clone()));
    let notices: Vec<String> = notices.chain(nothing.as_ref().and_then(EmptyReason::words)).collect();
    Hits {
        list: Arc::new(list),
        meanings: answer.map_or_else(Default::default, |answer| Arc::clone(&answer.meanings)),
        nothing: nothing.map(Arc::new),
        notice: (!notices.is_empty()).then(|| notices.join("; ")),
    }
}

/// The matching programs, grouped by what hides them.
fn sift(plan: &FilterPlan<'_>, catalog: &Catalog, answer: Option<&Answer>) -> Sifted {
    match answer {
        Some(answer) => plan.sift(answer.hits.iter().copied()),
        None => plan.sift(everything(catalog.len())),
    }
}

/// The number of programs that match the query; `None` without a query.
fn matching(answer: Option<&Answer>) -> Option<usize> {
    answer.map(|answer| answer.hits.len())
}

/// A section of a compiled catalogue; `None` if it is missing or damaged.
fn section<'c>(catalog: &'c Catalog, name: &str) -> Option<Cow<'c, [u8]>> {
    catalog.section(name)?.ok()
}

/// A cache of the last answer. Filters and orders often change under one query, and a query that grows by a letter
/// reuses most words. The cache never changes an answer.
#[derive(Debug, Default)]
struct Memo(Mutex<Option<Arc<Answer>>>);

impl Memo {
    fn recall_or(&self, query: &str, ask: impl FnOnce(&[Arc<TermMatches>]) -> Answer) -> Arc<Answer> {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref() {
            Some(answer) if answer.query == query => Arc::clone(answer),
            _ => {
                let former = last.take().map(|answer| Arc::clone(&answer.meanings)).unwrap_or_default();
                Arc::clone(last.insert(Arc::new(ask(&former))))
            }
        }
    }
}

impl Clone for Memo {
    fn clone(&self) -> Self {
        Self::default()
    }
}
