//! From what the words of a query mean to programs with scores. Every word must be found somewhere; whole words and
//! titles count most, then institutions, kinds and fields, skills; a title that is little else than the query comes
//! first, and what is in the latest list comes before what is not.
//!
//! Only the catalogue and the query decide: no popularity, no position in a file.

use crate::catalog::{Catalog, ProgramIx};

use super::Hit;
use super::lexicon::{Lexicon, PhraseIx};
use super::meaning::{Meaning, WHOLE};
use super::query::{is_stop_word, wanted_words};

/// Per cent of a whole word in a title, for the share of the title that was typed.
const COVERED_TITLE: u32 = 16;
/// For each pair of words that stand in the title as they were typed.
const IN_ORDER: u32 = 6;
/// For a title that starts as the query does.
const AT_START: u32 = 3;
/// For a title that is the query.
const IS_TITLE: u32 = 7;
/// Off for a program that is not in the latest list.
const OLDER: u32 = 15;
/// For a query that is the program's id.
const IS_ID: u32 = 10_000;

/// The answer to a query, whatever the filters.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) query: String,
    pub(super) meanings: Vec<Meaning>,
    /// In the order of programs.
    pub(super) hits: Vec<Hit>,
    pub(super) notice: Option<String>,
}

impl Answer {
    /// Whether anything was asked.
    pub(super) fn is_of_everything(&self) -> bool {
        self.meanings.is_empty()
    }

    /// The answer to a query.
    pub(super) fn to(query: &str, lexicon: &Lexicon, catalog: &Catalog) -> Self {
        let words = wanted_words(query);
        let meanings: Vec<Meaning> = (0..words.len()).map(|at| Meaning::of(lexicon, &words, at)).collect();
        let tally = Tally::of(lexicon, &meanings, catalog.len());
        let mut hits = tally.hits();
        let titles = Titles::new(lexicon, &meanings);
        for hit in &mut hits {
            let older = if catalog.program(hit.program).is_current() { 0 } else { OLDER * WHOLE / 100 };
            hit.score += i64::from(titles.bonus(hit.program)) - i64::from(older);
        }
        if let Some(program) = catalog.find(query.trim()) {
            put_first(&mut hits, program);
        }
        let notice = notice(lexicon, &meanings, &tally, hits.is_empty());
        Self { query: query.to_owned(), meanings, hits, notice }
    }
}

fn put_first(hits: &mut Vec<Hit>, program: ProgramIx) {
    match hits.binary_search_by_key(&program, |hit| hit.program) {
        Ok(at) => hits[at].score += i64::from(IS_ID),
        Err(at) => hits.insert(at, Hit { program, score: i64::from(IS_ID) }),
    }
}

/// What every program has of the words.
struct Tally {
    totals: Vec<u32>,
    found: Vec<u8>,
    /// For a program that lacks one word, which one that is.
    lacks: Vec<u8>,
    words: u8,
}

impl Tally {
    fn of(lexicon: &Lexicon, meanings: &[Meaning], programs: usize) -> Self {
        let (totals, found, lacks) = (vec![0; programs], vec![0; programs], vec![0; programs]);
        let mut tally = Self { totals, found, lacks, words: meanings.len() as u8 };
        let mut best = vec![0; programs];
        for (at, meaning) in (0u8..).zip(meanings) {
            best.fill(0);
            best_of_each(lexicon, meaning, &mut best);
            for (program, best) in best.iter().enumerate() {
                if *best > 0 {
                    tally.totals[program] += best;
                    tally.found[program] += 1;
                } else {
                    tally.lacks[program] = at;
                }
            }
        }
        tally
    }

    fn hits(&self) -> Vec<Hit> {
        let scores = self.totals.iter().zip(&self.found).zip(0u32..);
        scores
            .filter(|((_, found), _)| **found == self.words)
            .map(|((total, _), ix)| Hit { program: ProgramIx(ix), score: i64::from(*total) })
            .collect()
    }

    /// The word whose absence would bring most programs, with their number.
    fn most_in_the_way(&self) -> Option<(usize, usize)> {
        let mut counts = vec![0usize; usize::from(self.words)];
        for (found, lacks) in self.found.iter().zip(&self.lacks) {
            if found + 1 == self.words {
                counts[usize::from(*lacks)] += 1;
            }
        }
        counts.into_iter().enumerate().filter(|(_, count)| *count > 0).reduce(|a, b| if b.1 > a.1 { b } else { a })
    }
}

/// For every program the best that one word finds in it.
fn best_of_each(lexicon: &Lexicon, meaning: &Meaning, best: &mut [u32]) {
    let mut raise = |phrase: PhraseIx, quality: u32| {
        let worth = quality * lexicon.phrase(phrase).weight / 100;
        for program in lexicon.programs_of(phrase) {
            let best = &mut best[*program as usize];
            *best = worth.max(*best);
        }
    };
    for found in &meaning.terms {
        lexicon.phrases_of(found.term).iter().for_each(|phrase| raise(*phrase, found.quality));
    }
    for found in &meaning.phrases {
        raise(found.phrase, found.quality);
    }
}

/// How near titles are to the whole query.
struct Titles<'a> {
    lexicon: &'a Lexicon,
    meanings: &'a [Meaning],
    /// By term, a bit for each word of the query that means it.
    words_of: Vec<u16>,
}

impl<'a> Titles<'a> {
    fn new(lexicon: &'a Lexicon, meanings: &'a [Meaning]) -> Self {
        let mut words_of = vec![0; lexicon.len()];
        for (at, meaning) in meanings.iter().enumerate() {
            for found in &meaning.terms {
                words_of[found.term as usize] |= 1 << at;
            }
        }
        Self { lexicon, meanings, words_of }
    }

    fn bonus(&self, program: ProgramIx) -> u32 {
        // Titles are the first phrases, numbered as their programs are.
        let title: PhraseIx = program.0;
        let tokens = self.lexicon.tokens(title);
        let sets: Vec<u16> = tokens.iter().map(|term| self.words_of[*term as usize]).collect();
        let mut sets = self.with_phrases(title, sets);
        let mut says_something = tokens.iter().map(|term| !is_stop_word(self.lexicon.term(*term)));
        sets.retain(|_| says_something.next().unwrap_or(true));
        let covered = sets.iter().filter(|set| **set != 0).count();
        let in_order = sets.windows(2).filter(|pair| (pair[0] << 1) & pair[1] != 0).count();
        let at_start = sets.first().is_some_and(|set| set & 1 != 0);
        let is_title = at_start && sets.len() == self.meanings.len() && in_order + 1 == sets.len();
        let percent = COVERED_TITLE * covered as u32 / sets.len().max(1) as u32
            + IN_ORDER * in_order as u32
            + if at_start { AT_START } else { 0 }
            + if is_title { IS_TITLE } else { 0 };
        percent * WHOLE / 100
    }

    /// Adds the words that stand for several words of the title.
    fn with_phrases(&self, title: PhraseIx, mut sets: Vec<u16>) -> Vec<u16> {
        for (at, meaning) in self.meanings.iter().enumerate() {
            if let Ok(found) = meaning.phrases.binary_search_by_key(&title, |found| found.phrase) {
                let found = &meaning.phrases[found];
                sets[found.start..].iter_mut().take(found.lengths.len()).for_each(|set| *set |= 1 << at);
            }
        }
        sets
    }
}

/// What was done about words that the catalogue does not have.
fn notice(lexicon: &Lexicon, meanings: &[Meaning], tally: &Tally, is_empty: bool) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for meaning in meanings {
        let taken_for: Vec<&str> = meaning.taken_for.iter().take(3).map(|term| lexicon.term(*term)).collect();
        if meaning.is_nothing() {
            parts.push(format!("no word like `{}`", meaning.word));
        } else if !taken_for.is_empty() {
            parts.push(format!("no word `{}`; showing {}", meaning.word, taken_for.join(" or ")));
        }
    }
    if is_empty && meanings.len() > 1 {
        parts.extend(tally.most_in_the_way().map(|(word, count)| {
            format!("no program has all of these words; {count} without `{}`", meanings[word].word)
        }));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}
