//! From what the words of a query mean to programs with scores. Every word must be found somewhere; whole words and
//! titles count most, then institutions, kinds and fields, skills; a title that is little else than the query comes
//! first, and what is in the latest list comes before what is not.
//!
//! Only the catalogue and the query decide: no popularity, no position in a file.

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalog::{Catalog, ProgramIx};

use super::Hit;
use super::columns::Columns;
use super::lexicon::{Lexicon, PhraseIx};
use super::meaning::{Meaning, WHOLE};
use super::query::{MAX_WORDS, Phrase, Query};

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
const IS_ID: i32 = 10_000;

/// The answer to a query, whatever the filters.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) query: String,
    pub(super) meanings: Arc<[Meaning]>,
    /// In no order.
    pub(super) hits: Vec<Hit>,
    pub(super) notice: Option<String>,
    /// Whether nothing was asked.
    pub(super) is_of_everything: bool,
}

impl Answer {
    /// The answer to a query.
    pub(super) fn to(query: &str, lexicon: &Lexicon, columns: &Columns, catalog: &Catalog) -> Self {
        let asked = Query::of(query);
        if asked.is_blank() {
            return Self { query: query.to_owned(), is_of_everything: true, ..Self::default() };
        }
        let words = (0..asked.words.len()).map(|at| Meaning::of(lexicon, &asked.words, at));
        let meanings: Arc<[Meaning]> =
            words.chain(asked.phrases.iter().map(|phrase| Meaning::exactly(lexicon, phrase))).collect();
        let mut hits = Tally::new(catalog.len()).hits(lexicon, &meanings);
        if meanings.is_empty() {
            hits.extend(catalog.all().map(|program| Hit { program, score: 0 }));
        }
        let unheard = leave_out(lexicon, &asked.without, &mut hits);
        let mut titles = Titles::new(lexicon, &meanings);
        for hit in &mut hits {
            let older = if columns.is_current(hit.program) { 0 } else { OLDER * WHOLE / 100 };
            hit.score += titles.bonus(hit.program).cast_signed() - older.cast_signed();
        }
        if let Some(program) = catalog.find(query.trim()) {
            put_first(&mut hits, program);
        }
        let notices = notices(lexicon, &meanings, catalog.len(), hits.is_empty()).into_iter().chain(unheard);
        let notice = Some(notices.collect::<Vec<_>>().join("; ")).filter(|notice| !notice.is_empty());
        Self { query: query.to_owned(), meanings, hits, notice, is_of_everything: false }
    }
}

/// Takes the programs away that have what is to be left out, and says what no program has anyway.
fn leave_out(lexicon: &Lexicon, without: &[Phrase], hits: &mut Vec<Hit>) -> Vec<String> {
    let mut unheard = Vec::new();
    for phrase in without {
        let meaning = match phrase.words.as_slice() {
            [word] => Meaning::plainly(lexicon, word),
            _ => Meaning::exactly(lexicon, phrase),
        };
        if meaning.is_nothing() {
            unheard.push(format!("nothing to leave out has `{}`", meaning.word));
        }
        let phrases = meaning.terms.iter().flat_map(|found| lexicon.phrases_of(found.term));
        let phrases = phrases.copied().chain(meaning.phrases.iter().map(|found| found.phrase));
        let gone: HashSet<u32> = phrases.flat_map(|phrase| lexicon.programs_of(phrase)).copied().collect();
        hits.retain(|hit| !gone.contains(&hit.program.0));
    }
    unheard
}

fn put_first(hits: &mut Vec<Hit>, program: ProgramIx) {
    match hits.iter_mut().find(|hit| hit.program == program) {
        Some(hit) => hit.score += IS_ID,
        None => hits.push(Hit { program, score: IS_ID }),
    }
}

/// What programs have of the words. The rarest word is looked for first and every other one only in what is left, so
/// that the work follows the answer and not the catalogue.
struct Tally {
    totals: Vec<u16>,
    /// By program, how many words have been found in it.
    found: Vec<u8>,
    /// By program, the best that the word which is being looked for finds; nothing between two words.
    best: Vec<u16>,
}

impl Tally {
    fn new(programs: usize) -> Self {
        Self { totals: vec![0; programs], found: vec![0; programs], best: vec![0; programs] }
    }

    /// The programs that have every word, in no order.
    fn hits(mut self, lexicon: &Lexicon, meanings: &[Meaning]) -> Vec<Hit> {
        let mut by_reach: Vec<(usize, &Meaning)> =
            meanings.iter().map(|meaning| (reach(lexicon, meaning), meaning)).collect();
        by_reach.sort_by_key(|(reach, _)| *reach);
        let mut left = Vec::new();
        for (stage, (_, meaning)) in (0u8..).zip(by_reach) {
            left = self.narrowed(lexicon, meaning, stage);
        }
        left.into_iter()
            .map(|program| Hit { program: ProgramIx(program), score: i32::from(self.totals[program as usize]) })
            .collect()
    }

    /// The programs that have this word too, among those in which `stage` words have been found.
    fn narrowed(&mut self, lexicon: &Lexicon, meaning: &Meaning, stage: u8) -> Vec<u32> {
        let mut left = Vec::new();
        each_find(lexicon, meaning, |programs, worth| {
            for program in programs {
                let at = *program as usize;
                if self.found[at] == stage {
                    if self.best[at] == 0 {
                        left.push(*program);
                    }
                    self.best[at] = self.best[at].max(worth);
                }
            }
        });
        for program in &left {
            let at = *program as usize;
            self.totals[at] += std::mem::take(&mut self.best[at]);
            self.found[at] += 1;
        }
        left
    }
}

/// Calls `find` with the programs in which a word is found and what that is worth, never nothing.
fn each_find(lexicon: &Lexicon, meaning: &Meaning, mut find: impl FnMut(&[u32], u16)) {
    let mut raise = |phrase: PhraseIx, quality: u32| {
        let worth = quality * lexicon.phrase(phrase).weight / 100;
        find(lexicon.programs_of(phrase), worth as u16);
    };
    for found in &meaning.terms {
        lexicon.phrases_of(found.term).iter().for_each(|phrase| raise(*phrase, found.quality));
    }
    for found in &meaning.phrases {
        raise(found.phrase, found.quality);
    }
}

/// About how many programs a word is found in.
fn reach(lexicon: &Lexicon, meaning: &Meaning) -> usize {
    meaning.terms.iter().map(|found| lexicon.phrases_of(found.term).len()).sum::<usize>() + meaning.phrases.len()
}

/// The word whose absence would bring most programs, with their number, where no program has all of the words.
fn most_in_the_way(lexicon: &Lexicon, meanings: &[Meaning], programs: usize) -> Option<(usize, usize)> {
    let mut has = vec![0u16; programs];
    for (at, meaning) in meanings.iter().enumerate() {
        each_find(lexicon, meaning, |programs, _| {
            for program in programs {
                has[*program as usize] |= 1 << at;
            }
        });
    }
    let all = u16::MAX >> (MAX_WORDS - meanings.len());
    let counts = (0..meanings.len()).map(|at| (at, has.iter().filter(|has| **has == all & !(1 << at)).count()));
    counts.filter(|(_, count)| *count > 0).reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// How near titles are to the whole query.
struct Titles<'a> {
    lexicon: &'a Lexicon,
    meanings: &'a [Meaning],
    /// By term, a bit for each word of the query that means it.
    words_of: Vec<u16>,
    /// The words of the query that each word of the title in hand stands for.
    sets: Vec<u16>,
}

impl<'a> Titles<'a> {
    fn new(lexicon: &'a Lexicon, meanings: &'a [Meaning]) -> Self {
        let mut words_of = vec![0; lexicon.len()];
        for (at, meaning) in meanings.iter().enumerate() {
            for found in &meaning.terms {
                words_of[found.term as usize] |= 1 << at;
            }
        }
        Self { lexicon, meanings, words_of, sets: Vec::new() }
    }

    fn bonus(&mut self, program: ProgramIx) -> u32 {
        // Titles are the first phrases, numbered as their programs are.
        let title: PhraseIx = program.0;
        let tokens = self.lexicon.tokens(title);
        self.sets.clear();
        self.sets.extend(tokens.iter().map(|term| self.words_of[*term as usize]));
        self.add_phrases(title);
        let mut says_something = tokens.iter().map(|term| !self.lexicon.is_stop_word(*term));
        self.sets.retain(|_| says_something.next().unwrap_or(true));
        let sets = &self.sets;
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
    fn add_phrases(&mut self, title: PhraseIx) {
        for (at, meaning) in self.meanings.iter().enumerate() {
            if let Ok(found) = meaning.phrases.binary_search_by_key(&title, |found| found.phrase) {
                let found = &meaning.phrases[found];
                self.sets[found.start..].iter_mut().take(found.lengths.len()).for_each(|set| *set |= 1 << at);
            }
        }
    }
}

/// What was done about words that the catalogue does not have.
fn notices(lexicon: &Lexicon, meanings: &[Meaning], programs: usize, is_empty: bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for meaning in meanings {
        let taken_for: Vec<&str> = meaning.taken_for.iter().take(3).map(|term| lexicon.term(*term)).collect();
        if meaning.is_nothing() && meaning.is_phrase {
            parts.push(format!("nothing has `{}` word for word", meaning.word));
        } else if meaning.is_nothing() {
            parts.push(format!("no word like `{}`", meaning.word));
        } else if !taken_for.is_empty() {
            parts.push(format!("no word `{}`; showing {}", meaning.word, taken_for.join(" or ")));
        }
    }
    if is_empty && meanings.len() > 1 {
        parts.extend(most_in_the_way(lexicon, meanings, programs).map(|(word, count)| {
            format!("no program has all of these words; {count} without `{}`", meanings[word].word)
        }));
    }
    parts
}
