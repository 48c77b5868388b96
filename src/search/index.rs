//! The index of a catalogue: how it is built, how it is stored in a compiled catalogue, and the answer to a query
//! regardless of filters. `find` derives the results of a view from it.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::catalog::{Catalog, ProgramIx, SectionBytes, Sections};

use super::columns::{self, Columns, ColumnsBuilder};
use super::filter::Facet;
use super::front::Front;
use super::highlight;
use super::hits::Hits;
use super::lexicon::{Lexicon, LexiconBuilder};
use super::orders::Orders;
use super::rank::Answer;
use super::sources::Sources;
use super::term_match::TermMatches;

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

/// The search index of one catalogue. It must be used only with the catalogue that it was built from.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) columns: Arc<Columns>,
    /// The front page of a compiled catalogue.
    pub(super) front: Option<Arc<Front>>,
    pub(super) orders: Orders,
    /// Built for the first query; the explorer starts without one.
    lexicon: OnceLock<Arc<Lexicon>>,
    /// The titles of courses, built on first use; few queries need them.
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

    /// Returns the index as sections of a compiled catalogue. [`Index::new`] reads them instead of every program. They
    /// are only a copy: if they are missing or do not fit, the index is built from the programs.
    pub fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
        let (mut columns, mut words) = (ColumnsBuilder::new(), LexiconBuilder::new(catalog));
        let mut courses = LexiconBuilder::of_courses();
        for (ix, program) in catalog.all().zip(catalog.programs()) {
            columns.add(catalog, ix, &program);
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

    /// Whether a facet value is valid in this catalogue. Levels, statuses and credit values always are; the others only
    /// if a program has them.
    pub fn has_value(&self, facet: Facet, value: &str) -> bool {
        self.columns.has_value(facet, value)
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

    /// Reads or builds in advance what the first query needs.
    pub fn prepare(&self, catalog: &Catalog) {
        self.lexicon(catalog);
        self.columns.prepare();
    }

    pub(super) fn lexicon(&self, catalog: &Catalog) -> &Arc<Lexicon> {
        self.lexicon.get_or_init(|| {
            let compiled =
                section(catalog, WORDS).and_then(|bytes| Lexicon::from_bytes(bytes.into_owned(), catalog.len()));
            Arc::new(compiled.unwrap_or_else(|| Lexicon::new(catalog)))
        })
    }

    /// The index of course titles.
    pub(super) fn courses(&self, catalog: &Catalog) -> &Lexicon {
        self.courses.get_or_init(|| {
            let compiled =
                section(catalog, COURSES).and_then(|bytes| Lexicon::from_bytes(bytes.into_owned(), catalog.len()));
            compiled.unwrap_or_else(|| Lexicon::of_courses(catalog))
        })
    }

    /// Returns the answer to a query, regardless of filters; `None` if the query has no conditions.
    pub(super) fn answer(&self, catalog: &Catalog, query: &str) -> Option<Arc<Answer>> {
        if query.is_empty() {
            return None;
        }
        let answer = self.last.recall_or(query, |former| self.answer_to(catalog, query, former));
        (!answer.is_of_everything).then_some(answer)
    }

    /// Computes the answer to a query. Meanings of words in the former query are reused.
    pub(super) fn answer_to(&self, catalog: &Catalog, query: &str, former: &[Arc<TermMatches>]) -> Answer {
        let courses = || self.courses(catalog);
        let (lexicon, columns) = (self.lexicon(catalog), &self.columns);
        Answer::to(query, former, &Sources { catalog, lexicon, columns, courses: &courses })
    }
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
