//! Turns the meanings of a query's words into scored programs. Every word must match somewhere. Whole words and titles
//! count most, then institutions, kinds and fields, then skills. A title that consists of little but the query comes
//! first, and programs in the latest list come before others.
//!
//! Only the catalogue and the query decide: neither popularity nor the order of records matters.

use std::sync::Arc;

use crate::catalog::{Catalog, ProgramIx};

use super::Hit;
use super::columns::Columns;
use super::lexicon::{Gists, IS_STOP_WORD, Lexicon, PhraseIx};
use super::query::{Phrase, Query};
use super::term_match::{TermMatches, WHOLE};
use super::wanted::{self, TopicReading, Wanted};

/// Bonus for the share of the title that the query covers. This bonus and those below are in per cent of a whole word
/// in a title, unless stated otherwise.
const COVERED_TITLE: u32 = 16;
/// Bonus for each pair of words that occur in the title in the order typed.
const IN_ORDER: u32 = 6;
/// Bonus for a title that starts like the query.
const AT_START: u32 = 3;
/// Bonus for a title that equals the query.
const IS_TITLE: u32 = 7;
/// Bonus for each word of a query of several words that equals a title: the title is meant, not a
/// topic that its words name.
const IS_TITLE_WORD: u32 = 70;
/// Deduction for a program that is not in the latest list.
const OLDER: u32 = 15;
/// Bonus, in points, for a query that equals the program's id.
const IS_ID: i32 = 10_000;

/// If fewer programs than this match, about a screenful, the titles of courses are searched too.
const FEW: usize = 20;

/// What queries are answered from.
pub(super) struct Sources<'s> {
    pub(super) catalog: &'s Catalog,
    pub(super) lexicon: &'s Lexicon,
    pub(super) columns: &'s Columns,
    /// The lexicon of course titles, built on first use.
    pub(super) courses: &'s dyn Fn() -> &'s Lexicon,
}

/// The meanings of the words of a query.
pub(super) type QueryMatches = Arc<[Arc<TermMatches>]>;

/// The answer to a query, regardless of filters.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) query: String,
    pub(super) meanings: QueryMatches,
    /// The hits, in the order of programs.
    pub(super) hits: Vec<Hit>,
    pub(super) notice: Option<String>,
    /// Whether the query asked for nothing.
    pub(super) is_of_everything: bool,
}

impl Answer {
    /// Answers a query. Meanings of words in the former query are reused.
    pub(super) fn to(query: &str, former: &[Arc<TermMatches>], sources: &Sources<'_>) -> Self {
        let asked = Query::of(query);
        if asked.is_blank() {
            return Self { query: query.to_owned(), is_of_everything: true, ..Self::default() };
        }
        let &Sources { lexicon, columns, catalog, .. } = sources;
        let topics = TopicReading::of(&asked, sources);
        let words = (0..asked.words.len()).map(|at| topics.meaning(at, &asked.words, lexicon, former));
        let phrases = asked.phrases.iter().map(|phrase| Arc::new(TermMatches::exactly(lexicon, phrase)));
        let meanings: QueryMatches = words.chain(phrases).collect();
        let (mut hits, tally, ignored) = found(sources, &meanings, &topics);
        if meanings.is_empty() {
            hits.extend(catalog.all().map(|program| Hit { program, score: 0 }));
        }
        topics.lift(&mut hits);
        topics.leave_out_denied(columns, &mut hits);
        let unheard = leave_out(sources, &asked.without, &mut hits);
        let mut titles = Titles::new(lexicon, &meanings);
        let is_offered = columns.offered();
        for hit in &mut hits {
            let older = if is_offered(hit.program) { 0 } else { OLDER * WHOLE / 100 };
            hit.score += titles.bonus(hit.program, &tally).cast_signed() - older.cast_signed();
        }
        let id = Some(query.trim()).filter(|id| !id.contains(char::is_whitespace));
        if let Some(program) = id.and_then(|id| catalog.find(id)) {
            put_first(&mut hits, program);
        }
        let telling = topics.telling(meanings.len());
        let is_answered = |at: usize| topics.is_topic(at) || !telling.contains(&at);
        let notices = notices(lexicon, &meanings, is_answered);
        let ignored = ignored.into_iter().map(|at| &meanings[at]).filter(|meaning| !meaning.is_nothing());
        let ignored = ignored.map(|meaning| format!("no program has `{}` beside the rest", meaning.word));
        let notices = topics.notices(columns, &meanings, hits.is_empty()).into_iter().chain(notices).chain(ignored);
        let notices = notices.chain(unheard);
        let notice = Some(notices.collect::<Vec<_>>().join("; ")).filter(|notice| !notice.is_empty());
        Self { query: query.to_owned(), meanings, hits, notice, is_of_everything: false }
    }
}

/// Finds the programs that match all words in titles, names and topics. Further programs are added below these: if the
/// words name several fields, or form a sentence that no program matches in full, those about one of the fields; if the
/// hits are few, those where only a course title matches. Also returns the words that had to be ignored.
fn found(
    sources: &Sources<'_>,
    meanings: &[Arc<TermMatches>],
    topics: &TopicReading<'_>,
) -> (Vec<Hit>, Tally, Vec<usize>) {
    let wanted: Vec<Wanted<'_>> = meanings.iter().enumerate().map(|(at, meaning)| topics.wanted(at, meaning)).collect();
    let telling = topics.telling(wanted.len());
    let all: Vec<&Wanted<'_>> = telling.iter().map(|at| &wanted[*at]).collect();
    let (mut hits, tally) = Tally::taken(sources, &all);
    if telling.len() < wanted.len() {
        let all: Vec<&Wanted<'_>> = wanted.iter().collect();
        lift_whole(&mut hits, Tally::taken(sources, &all).0, topics);
    }
    let needs_fields = topics.has_several_fields() || hits.is_empty() && topics.is_sentence();
    for words in topics.fields().filter(|_| needs_fields) {
        // In a sentence, a word that matches nothing, such as the name of a place, must not prevent the
        // other words from matching.
        let known: Vec<&Wanted<'_>> =
            words.iter().map(|at| &wanted[*at]).filter(|wanted| !wanted.is_nothing()).collect();
        add_below(&mut hits, Tally::taken(sources, &known).0);
    }
    if hits.is_empty() {
        let of_sentence = topics.understood().filter(|_| topics.is_sentence());
        for words in of_sentence.chain(topics.objects()) {
            let known: Vec<&Wanted<'_>> = words.iter().map(|at| &wanted[*at]).collect();
            add_below(&mut hits, Tally::taken(sources, &known).0);
            if !hits.is_empty() {
                break;
            }
        }
    }
    // If no program has everything that a sentence names, those with one of these things are shown, as by the adviser.
    let sides = if hits.is_empty() && topics.is_sentence() { topics.sides() } else { &[] };
    for words in sides {
        let side: Vec<&Wanted<'_>> = words.iter().map(|at| &wanted[*at]).collect();
        add_below(&mut hits, Tally::taken(sources, &side).0);
    }
    if hits.len() < FEW && !meanings.is_empty() {
        let courses = (sources.courses)();
        let with_courses: Vec<Wanted<'_>> = telling.iter().map(|at| wanted[*at].with_courses(courses)).collect();
        let all: Vec<&Wanted<'_>> = with_courses.iter().collect();
        add_below(&mut hits, Tally::taken(sources, &all).0);
    }
    let ignored = if hits.is_empty() { add_without_unknown(sources, &wanted, topics, &mut hits) } else { Vec::new() };
    (hits, tally, ignored)
}

/// Finds the programs about what is understood in a field, where no program has the other words beside it; the adviser
/// leaves the same words out. Quoted phrases still count. Returns the words that were ignored.
fn add_without_unknown(
    sources: &Sources<'_>,
    wanted: &[Wanted<'_>],
    topics: &TopicReading<'_>,
    hits: &mut Vec<Hit>,
) -> Vec<usize> {
    // A school, a kind or a language is no unknown word: what lacks it is not what was asked for.
    if topics.not_understood().iter().any(|at| wanted[*at].names_more_than_a_subject()) {
        return Vec::new();
    }
    for words in topics.understood() {
        let phrases = topics.words()..wanted.len();
        let known: Vec<&Wanted<'_>> = words.iter().copied().chain(phrases).map(|at| &wanted[at]).collect();
        add_below(hits, Tally::taken(sources, &known).0);
    }
    if hits.is_empty() { Vec::new() } else { topics.not_understood() }
}

/// Raises the score of programs that are about what is wanted and also match the words around it to
/// their score for all words.
fn lift_whole(hits: &mut [Hit], whole: Vec<Hit>, topics: &TopicReading<'_>) {
    for other in whole.into_iter().filter(|hit| topics.is_on(hit.program)) {
        if let Ok(at) = hits.binary_search_by_key(&other.program, |hit| hit.program) {
            hits[at].score = hits[at].score.max(other.score);
        }
    }
}

/// Adds programs that are not hits yet, with scores below those that are.
fn add_below(hits: &mut Vec<Hit>, mut others: Vec<Hit>) {
    if hits.is_empty() {
        *hits = others;
        return;
    }
    let worst = hits.iter().map(|hit| hit.score).min().unwrap_or(0);
    let best = others.iter().map(|hit| hit.score).max().unwrap_or(0);
    others.retain(|hit| hits.binary_search_by_key(&hit.program, |own| own.program).is_err());
    for hit in &mut others {
        hit.score += (worst - best - 1).min(0);
    }
    hits.append(&mut others);
    hits.sort_unstable_by_key(|hit| hit.program);
}

/// Removes the programs that contain or are about an excluded phrase. Returns notices about
/// exclusions that match nothing.
fn leave_out(sources: &Sources<'_>, without: &[Phrase], hits: &mut Vec<Hit>) -> Vec<String> {
    let (lexicon, programs) = (sources.lexicon, sources.catalog.len());
    let mut unheard = Vec::new();
    for phrase in without {
        let meaning = match phrase.words.as_slice() {
            [word] => TermMatches::plainly(lexicon, word),
            _ => TermMatches::exactly(lexicon, phrase),
        };
        if meaning.is_nothing() {
            unheard.push(format!("no program has `{}`, so nothing is left out", meaning.word));
        }
        let phrases = meaning.terms.iter().flat_map(|found| lexicon.phrases_of(found.term).iter());
        let phrases = phrases.chain(meaning.phrases.iter().map(|found| found.phrase));
        let mut is_gone = vec![false; programs];
        if let [word] = phrase.words.as_slice() {
            wanted::about(sources.columns, word).for_each(|program| is_gone[program.0 as usize] = true);
        }
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

/// Scores programs word by word. The rarest word comes first, and every further word is matched only against the
/// remaining programs, so that the work depends on the size of the answer, not of the catalogue.
struct Tally(Vec<Cell>);

/// The state of one program.
#[derive(Clone, Copy, Default)]
struct Cell {
    total: u16,
    /// The best score for the current word; 0 between words.
    best: u16,
    /// The number of words matched.
    found: u8,
    /// The number of title words, without stop words, that the first word matched.
    covered: u8,
}

impl Tally {
    fn new(programs: usize) -> Self {
        Self(vec![Cell::default(); programs])
    }

    /// Returns the programs that match every word, in order and with their scores.
    fn taken(sources: &Sources<'_>, wanted: &[&Wanted<'_>]) -> (Vec<Hit>, Self) {
        let mut tally = Self::new(sources.catalog.len());
        let hits = tally.hits(wanted);
        (hits, tally)
    }

    fn hits(&mut self, wanted: &[&Wanted<'_>]) -> Vec<Hit> {
        let mut by_reach: Vec<(usize, &Wanted<'_>)> = wanted.iter().map(|wanted| (wanted.reach(), *wanted)).collect();
        by_reach.sort_by_key(|(reach, _)| *reach);
        let mut left = Vec::new();
        for (stage, (_, wanted)) in (0u8..).zip(&by_reach) {
            left = self.narrowed(wanted, stage);
        }
        let hit = |program: u32, cell: Cell| Hit { program: ProgramIx(program), score: i32::from(cell.total) };
        if left.len() * MANY > self.0.len() {
            let all = (0u32..).zip(&self.0).filter(|(_, cell)| usize::from(cell.found) == wanted.len());
            return all.map(|(program, cell)| hit(program, *cell)).collect();
        }
        left.sort_unstable();
        left.into_iter().map(|program| hit(program, self.0[program as usize])).collect()
    }

    /// Returns the programs that match this word too, among those that have matched `stage` words.
    fn narrowed(&mut self, wanted: &Wanted<'_>, stage: u8) -> Vec<u32> {
        let mut left = Vec::new();
        wanted.each_find(|program, worth, is_in_title| {
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

/// If more than one program in this many matches, walking all programs is faster than sorting the matches.
const MANY: usize = 32;

/// Scores how well titles match the whole query. Titles must be asked for in ascending order.
struct Titles<'a> {
    lexicon: &'a Lexicon,
    gists: Gists<'a>,
    meanings: &'a [Arc<TermMatches>],
    /// For each term, a bit for each word of the query that means it.
    words_of: Vec<u16>,
    /// For each word of the query, the number of its phrases already passed.
    passed: Vec<usize>,
}

impl<'a> Titles<'a> {
    fn new(lexicon: &'a Lexicon, meanings: &'a [Arc<TermMatches>]) -> Self {
        let mut words_of = vec![0; lexicon.len()];
        for (at, meaning) in meanings.iter().enumerate() {
            for found in &meaning.terms {
                words_of[found.term as usize] |= 1 << at;
            }
        }
        Self { lexicon, gists: lexicon.gists(), meanings, words_of, passed: vec![0; meanings.len()] }
    }

    fn bonus(&mut self, program: ProgramIx, tally: &Tally) -> u32 {
        // Titles are the first phrases, numbered like their programs.
        let title: PhraseIx = program.0;
        let has_stretch = self.go_to(title);
        if let ([_], false, Some((words, first))) = (self.meanings, has_stretch, self.gists.of_title(title)) {
            // With a single word the coverage is already counted, and there is no word order to check.
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

    /// Skips the phrases before a title. Returns whether any of the phrases is this title.
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

    /// The words of the query that stand for several words of the title including this one, as a bit set.
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

/// What has been seen of a title. For each of its words except stop words, `add` gets the set of
/// query words that match it.
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
        // A word that occurs twice in the title is typed only once.
        let is_title = at_start
            && self.covered == self.words
            && (asked..=asked + 1).contains(&(self.words as usize))
            && self.in_order as usize + 1 >= asked;
        let of_words = if asked > 1 { IS_TITLE_WORD * asked as u32 } else { 0 };
        COVERED_TITLE * self.covered / self.words.max(1)
            + IN_ORDER * self.in_order
            + if at_start { AT_START } else { 0 }
            + if is_title { IS_TITLE + of_words } else { 0 }
    }
}

/// The notices about words that the catalogue does not have. Words that are topics, or only part
/// of a sentence, need none.
fn notices(lexicon: &Lexicon, meanings: &[Arc<TermMatches>], is_answered: impl Fn(usize) -> bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for (at, meaning) in meanings.iter().enumerate() {
        let taken_for: Vec<&str> = meaning.taken_for.iter().take(3).map(|term| lexicon.term(*term)).collect();
        if meaning.is_nothing() && meaning.is_phrase {
            parts.push(format!("no program has `{}` word for word", meaning.word));
        } else if meaning.is_nothing() && is_answered(at) {
            // What the word was understood as is reported elsewhere.
        } else if meaning.is_nothing() {
            parts.push(format!("no word like `{}`", meaning.word));
        } else if !taken_for.is_empty() {
            parts.push(format!("no word `{}`; showing {}", meaning.word, taken_for.join(" or ")));
        }
    }
    parts
}
