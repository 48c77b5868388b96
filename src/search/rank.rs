//! From what the words of a query mean to programs with scores. Every word must be found somewhere; whole words and
//! titles count most, then institutions, kinds and fields, skills; a title that is little else than the query comes
//! first, and what is in the latest list comes before what is not.
//!
//! Only the catalogue and the query decide: no popularity, no position in a file.

use std::sync::Arc;

use crate::catalog::{Catalog, ProgramIx};

use super::Hit;
use super::columns::Columns;
use super::lexicon::{Column, IS_STOP_WORD, Lexicon, PhraseIx};
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

/// What the words of a query mean.
pub(super) type Meanings = Arc<[Arc<Meaning>]>;

/// The answer to a query, whatever the filters.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) query: String,
    pub(super) meanings: Meanings,
    /// In the order of programs.
    pub(super) hits: Vec<Hit>,
    pub(super) notice: Option<String>,
    /// Whether nothing was asked.
    pub(super) is_of_everything: bool,
}

impl Answer {
    /// The answer to a query; what the words of a former one mean is known.
    pub(super) fn to(
        query: &str,
        former: &[Arc<Meaning>],
        lexicon: &Lexicon,
        columns: &Columns,
        catalog: &Catalog,
    ) -> Self {
        let asked = Query::of(query);
        if asked.is_blank() {
            return Self { query: query.to_owned(), is_of_everything: true, ..Self::default() };
        }
        let words = (0..asked.words.len()).map(|at| Meaning::of(lexicon, &asked.words, at, former));
        let phrases = asked.phrases.iter().map(|phrase| Arc::new(Meaning::exactly(lexicon, phrase)));
        let meanings: Meanings = words.chain(phrases).collect();
        let mut tally = Tally::new(catalog.len());
        let mut hits = tally.hits(lexicon, &meanings);
        if meanings.is_empty() {
            hits.extend(catalog.all().map(|program| Hit { program, score: 0 }));
        }
        let unheard = leave_out(lexicon, &asked.without, catalog.len(), &mut hits);
        let mut titles = Titles::new(lexicon, &meanings);
        for hit in &mut hits {
            let older = if columns.is_offered(hit.program) { 0 } else { OLDER * WHOLE / 100 };
            hit.score += titles.bonus(hit.program, &tally).cast_signed() - older.cast_signed();
        }
        let id = Some(query.trim()).filter(|id| !id.contains(char::is_whitespace));
        if let Some(program) = id.and_then(|id| catalog.find(id)) {
            put_first(&mut hits, program);
        }
        let notices = notices(lexicon, &meanings, catalog.len(), hits.is_empty()).into_iter().chain(unheard);
        let notice = Some(notices.collect::<Vec<_>>().join("; ")).filter(|notice| !notice.is_empty());
        Self { query: query.to_owned(), meanings, hits, notice, is_of_everything: false }
    }
}

/// Takes the programs away that have what is to be left out, and says what no program has anyway.
fn leave_out(lexicon: &Lexicon, without: &[Phrase], programs: usize, hits: &mut Vec<Hit>) -> Vec<String> {
    let mut unheard = Vec::new();
    for phrase in without {
        let meaning = match phrase.words.as_slice() {
            [word] => Meaning::plainly(lexicon, word),
            _ => Meaning::exactly(lexicon, phrase),
        };
        if meaning.is_nothing() {
            unheard.push(format!("nothing to leave out has `{}`", meaning.word));
        }
        let phrases = meaning.terms.iter().flat_map(|found| lexicon.phrases_of(found.term).iter());
        let phrases = phrases.chain(meaning.phrases.iter().map(|found| found.phrase));
        let mut is_gone = vec![false; programs];
        phrases.for_each(|phrase| lexicon.each_program_of(phrase, |program| is_gone[program as usize] = true));
        hits.retain(|hit| !is_gone[hit.program.0 as usize]);
    }
    unheard
}

fn put_first(hits: &mut Vec<Hit>, program: ProgramIx) {
    match hits.binary_search_by_key(&program, |hit| hit.program) {
        Ok(at) => hits[at].score += IS_ID,
        Err(at) => hits.insert(at, Hit { program, score: IS_ID }),
    }
}

/// What programs have of the words. The rarest word is looked for first and every other one only in what is left, so
/// that the work follows the answer and not the catalogue.
struct Tally(Vec<Cell>);

/// What a program has.
#[derive(Clone, Copy, Default)]
struct Cell {
    total: u16,
    /// The best that the word which is being looked for finds; nothing between two words.
    best: u16,
    /// How many words have been found.
    found: u8,
    /// How many words of its title stand for the first word that was looked for, stop words apart.
    covered: u8,
}

impl Tally {
    fn new(programs: usize) -> Self {
        Self(vec![Cell::default(); programs])
    }

    /// The programs that have every word, in their order.
    fn hits(&mut self, lexicon: &Lexicon, meanings: &[Arc<Meaning>]) -> Vec<Hit> {
        let mut by_reach: Vec<(usize, &Arc<Meaning>)> =
            meanings.iter().map(|meaning| (reach(lexicon, meaning), meaning)).collect();
        by_reach.sort_by_key(|(reach, _)| *reach);
        let mut left = Vec::new();
        for (stage, (_, meaning)) in (0u8..).zip(&by_reach) {
            left = self.narrowed(lexicon, meaning, stage);
        }
        let hit = |program: u32, cell: Cell| Hit { program: ProgramIx(program), score: i32::from(cell.total) };
        if left.len() * MANY > self.0.len() {
            let all = (0u32..).zip(&self.0).filter(|(_, cell)| usize::from(cell.found) == meanings.len());
            return all.map(|(program, cell)| hit(program, *cell)).collect();
        }
        left.sort_unstable();
        left.into_iter().map(|program| hit(program, self.0[program as usize])).collect()
    }

    /// The programs that have this word too, among those in which `stage` words have been found.
    fn narrowed(&mut self, lexicon: &Lexicon, meaning: &Meaning, stage: u8) -> Vec<u32> {
        let mut left = Vec::new();
        each_find(lexicon, meaning, |program, worth, is_in_title| {
            let cell = &mut self.0[program as usize];
            cell.covered = cell.covered.saturating_add(u8::from(is_in_title && stage == 0));
            if cell.found == stage {
                if cell.best == 0 {
                    left.push(program);
                }
                cell.best = cell.best.max(worth);
            }
        });
        for program in &left {
            let cell = &mut self.0[*program as usize];
            cell.total += std::mem::take(&mut cell.best);
            cell.found += 1;
        }
        left
    }
}

/// A share of all programs, 1 of so many, from which on it is quicker to look at all of them than to sort a list.
const MANY: usize = 32;

/// Calls `find` with every program in which a word is found and what that is worth, never nothing, and whether that is a
/// word of its title that says something; with one in which it is found several times as often.
fn each_find(lexicon: &Lexicon, meaning: &Meaning, mut find: impl FnMut(u32, u16, bool)) {
    let in_title = Column::Title.weight(0);
    for found in &meaning.terms {
        let (titles, others) = lexicon.titles_and_others(found.term);
        let worth = (found.quality * in_title / 100) as u16;
        let says_something = !lexicon.is_stop_word(found.term);
        titles.iter().for_each(|program| find(program, worth, says_something));
        for phrase in others.iter().map(|phrase| lexicon.phrase(phrase)) {
            let worth = (found.quality * phrase.weight / 100) as u16;
            lexicon.members_of(phrase).iter().for_each(|program| find(program, worth, false));
        }
    }
    for found in &meaning.phrases {
        let worth = (found.quality * lexicon.phrase(found.phrase).weight / 100) as u16;
        lexicon.each_program_of(found.phrase, |program| find(program, worth, false));
    }
}

/// About how many programs a word is found in.
fn reach(lexicon: &Lexicon, meaning: &Meaning) -> usize {
    meaning.terms.iter().map(|found| lexicon.phrases_of(found.term).len()).sum::<usize>() + meaning.phrases.len()
}

/// The word whose absence would bring most programs, with their number, where no program has all of the words.
fn most_in_the_way(lexicon: &Lexicon, meanings: &[Arc<Meaning>], programs: usize) -> Option<(usize, usize)> {
    let mut has = vec![0u16; programs];
    for (at, meaning) in meanings.iter().enumerate() {
        each_find(lexicon, meaning, |program, _, _| has[program as usize] |= 1 << at);
    }
    let all = u16::MAX >> (MAX_WORDS - meanings.len());
    let counts = (0..meanings.len()).map(|at| (at, has.iter().filter(|has| **has == all & !(1 << at)).count()));
    counts.filter(|(_, count)| *count > 0).reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// How near titles are to the whole query; they are asked for in their order.
struct Titles<'a> {
    lexicon: &'a Lexicon,
    meanings: &'a [Arc<Meaning>],
    /// By term, a bit for each word of the query that means it.
    words_of: Vec<u16>,
    /// By word of the query, how many of its phrases have been passed.
    passed: Vec<usize>,
}

impl<'a> Titles<'a> {
    fn new(lexicon: &'a Lexicon, meanings: &'a [Arc<Meaning>]) -> Self {
        let mut words_of = vec![0; lexicon.len()];
        for (at, meaning) in meanings.iter().enumerate() {
            for found in &meaning.terms {
                words_of[found.term as usize] |= 1 << at;
            }
        }
        Self { lexicon, meanings, words_of, passed: vec![0; meanings.len()] }
    }

    fn bonus(&mut self, program: ProgramIx, tally: &Tally) -> u32 {
        // Titles are the first phrases, numbered as their programs are.
        let title: PhraseIx = program.0;
        let has_stretch = self.go_to(title);
        if let ([_], false, Some((words, first))) = (self.meanings, has_stretch, self.lexicon.gist_of_title(title)) {
            // What one word covers has been counted, and there is no order to look at.
            let first = if words == 0 { 0 } else { self.words_of[first as usize] };
            let covered = u32::from(tally.0[title as usize].covered);
            return Seen { words, covered, first, ..Seen::default() }.percent(1) * WHOLE / 100;
        }
        let mut seen = Seen::default();
        for (place, (term, code)) in self.lexicon.tokens_and_codes(title).enumerate() {
            if code & IS_STOP_WORD == 0 {
                let stretches = if has_stretch { self.stretches_over(title, place) } else { 0 };
                seen.add(self.words_of[term as usize] | stretches);
            }
        }
        seen.percent(self.meanings.len()) * WHOLE / 100
    }

    /// Passes the phrases before a title; says whether any of them is the title.
    fn go_to(&mut self, title: PhraseIx) -> bool {
        let mut is_any = false;
        for (meaning, passed) in self.meanings.iter().zip(&mut self.passed) {
            while meaning.phrases.get(*passed).is_some_and(|found| found.phrase < title) {
                *passed += 1;
            }
            is_any |= meaning.phrases.get(*passed).is_some_and(|found| found.phrase == title);
        }
        is_any
    }

    /// The words of the query that stand for several words of the title, this one among them.
    fn stretches_over(&self, title: PhraseIx, place: usize) -> u16 {
        let mut words = 0;
        for (at, (meaning, passed)) in self.meanings.iter().zip(&self.passed).enumerate() {
            let found = meaning.phrases.get(*passed).filter(|found| found.phrase == title);
            let is_over = found.is_some_and(|found| (found.start..found.start + found.lengths.len()).contains(&place));
            words |= u16::from(is_over) << at;
        }
        words
    }
}

/// What has been seen of a title: for each of its words, but for stop words, the words of the query that it stands for.
#[derive(Default)]
struct Seen {
    words: u32,
    covered: u32,
    in_order: u32,
    first: u16,
    last: u16,
}

impl Seen {
    fn add(&mut self, set: u16) {
        if self.words == 0 {
            self.first = set;
        }
        self.words += 1;
        self.covered += u32::from(set != 0);
        self.in_order += u32::from((self.last << 1) & set != 0);
        self.last = set;
    }

    fn percent(&self, asked: usize) -> u32 {
        let at_start = self.first & 1 != 0;
        let is_title = at_start && self.words as usize == asked && self.in_order + 1 == self.words;
        COVERED_TITLE * self.covered / self.words.max(1)
            + IN_ORDER * self.in_order
            + if at_start { AT_START } else { 0 }
            + if is_title { IS_TITLE } else { 0 }
    }
}

/// What was done about words that the catalogue does not have.
fn notices(lexicon: &Lexicon, meanings: &[Arc<Meaning>], programs: usize, is_empty: bool) -> Vec<String> {
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
