//! Turns the matches of a query's words into scored programs. Every word must match somewhere. Whole words and titles
//! count most, then institutions, kinds and fields, then skills. `titles` has what whole titles add to the scores.
//!
//! Only the catalogue and the query matter, not popularity or the order of records.

use std::sync::Arc;

use crate::catalog::ProgramIx;
use crate::english::{and_list, by_count, or_list};

use super::columns::FilterPlan;
use super::hit::Hit;
use super::lexicon::{Column, Lexicon, PhraseIx, TermIx};
use super::query::{Phrase, Query};
use super::sorter::Unsorted;
use super::sources::Sources;
use super::tally::Tally;
use super::term_match::{QueryMatches, TermMatches};
use super::titles::Titles;
use super::wanted::{self, TopicReading, Wanted};

/// Bonus, in points, for a query that equals the program's id.
const IS_ID: i32 = 1_000_000;

/// If fewer programs than this match, about a screenful, the titles of courses are searched too.
const FEW: usize = 20;

/// More than topics and titles add to a score, so that the programs about one thing stay above those about the next.
const BETWEEN_SIDES: i32 = 20_000;

/// The maximum number of words named in place of one.
const MAX_NAMED: usize = 3;

/// The answer to a query, regardless of filters.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    pub(super) query: String,
    pub(super) meanings: QueryMatches,
    /// The hits, in the order of programs, with scores that do not include their titles yet.
    pub(super) hits: Vec<Hit>,
    pub(super) titles: Option<Arc<Titles>>,
    pub(super) notice: Option<String>,
    /// Whether the query had no conditions.
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
        let Found { mut hits, covered, ignored, whole, apart } = found(sources, &meanings, &topics);
        if meanings.is_empty() {
            hits.extend(catalog.all().map(|program| Hit { program, score: 0 }));
        }
        topics.lift(&mut hits);
        topics.leave_out_denied(columns, &mut hits);
        topics.put_touching_last(columns, || (sources.courses)(), &mut hits);
        topics.put_for_person_first(columns, &mut hits);
        let unheard = leave_out(sources, &asked.without, &mut hits);
        let id = Some(query.trim()).filter(|id| !id.contains(char::is_whitespace));
        if let Some(program) = id.and_then(|id| catalog.find(id)) {
            put_first(&mut hits, program);
        }
        let telling = topics.telling(meanings.len());
        let is_answered = |at: usize| topics.is_topic(at) || !telling.contains(&at) || topics.only_denies();
        let notices = notices(lexicon, &meanings, is_answered);
        let ignored = ignored.into_iter().map(|at| &meanings[at]).filter(|meaning| !meaning.is_nothing());
        let ignored = ignored.map(|meaning| format!("no program has `{}` beside the rest", meaning.word));
        let fields = topics.notice_of_fields(columns, &whole, &hits);
        let notices = topics.notices(columns, &meanings, &hits).into_iter().chain(notices).chain(ignored);
        let notices = notices.chain(unheard).chain(fields).chain(notice_of_sides(&apart));
        let notice = Some(notices.collect::<Vec<_>>().join("; ")).filter(|notice| !notice.is_empty());
        let titles = Some(Arc::new(Titles::new(sources.lexicon, columns, Arc::clone(&meanings), covered)));
        Self { query: query.to_owned(), meanings, hits, titles, notice, is_of_everything: false }
    }

    /// The hits that pass all filters.
    pub(super) fn admitted(&self, plan: &FilterPlan<'_>) -> Unsorted {
        Unsorted { all: Arc::new(plan.admitted(self.hits.iter().copied())), titles: self.titles.clone() }
    }
}

/// What a query finds.
struct Found {
    hits: Vec<Hit>,
    /// For each program, the number of words that its title has.
    covered: Vec<u8>,
    /// The words that were ignored.
    ignored: Vec<usize>,
    /// The programs that match all words, in order.
    whole: Vec<ProgramIx>,
    /// The things that were named together, each with the number of programs about it, if no program is about all of
    /// them.
    apart: Vec<(String, usize)>,
}

/// Finds the programs that match all words in titles, names and topics. Further programs are added below these: if the
/// words name several fields, or form a sentence that no program matches in full, those about one of the fields; if the
/// hits are few, those where only a course title matches.
fn found(sources: &Sources<'_>, meanings: &[Arc<TermMatches>], topics: &TopicReading<'_>) -> Found {
    let wanted: Vec<Wanted<'_>> = meanings.iter().enumerate().map(|(at, meaning)| topics.wanted(at, meaning)).collect();
    let (telling, programs) = (topics.telling(wanted.len()), sources.catalog.len());
    let all: Vec<&Wanted<'_>> = telling.iter().map(|at| &wanted[*at]).collect();
    let (mut hits, covered) = Tally::taken(programs, &all);
    if telling.len() < wanted.len() {
        lift_whole(&mut hits, of_all(programs, &wanted), topics);
    }
    let mut whole: Vec<ProgramIx> = hits.iter().map(|hit| hit.program).collect();
    let mut apart = Vec::new();
    if topics.misses_what_is_wanted(&hits) {
        let touched = std::mem::take(&mut hits);
        apart = add_sides(sources, &wanted, topics, &mut hits);
        add_below(&mut hits, touched);
    }
    add_of_fields(programs, &wanted, topics, &mut hits);
    // If no program has everything that a sentence names, those with one of these things are shown, as the adviser
    // does.
    if hits.is_empty() && topics.is_sentence() {
        apart = add_sides(sources, &wanted, topics, &mut hits);
    }
    if hits.len() < FEW && !meanings.is_empty() {
        let courses = (sources.courses)();
        let with_courses: Vec<Wanted<'_>> = telling.iter().map(|at| wanted[*at].with_courses(courses)).collect();
        let others = of_all(programs, &with_courses);
        whole.extend(others.iter().map(|hit| hit.program));
        whole.sort_unstable();
        add_below(&mut hits, others);
    }
    let mut ignored = Vec::new();
    // The name of a school, a kind or a language is not ignored, because it is an explicit condition.
    let may_not_ignore = topics.not_understood().iter().any(|at| wanted[*at].names_more_than_a_subject());
    if hits.is_empty() && !may_not_ignore {
        add_without_unknown(programs, &wanted, topics, &mut hits);
        ignored = if hits.is_empty() { Vec::new() } else { topics.not_understood() };
    }
    let is_offered = sources.columns.offered();
    if apart.is_empty() && !may_not_ignore && !hits.iter().any(|hit| is_offered(hit.program)) {
        apart = add_sides(sources, &wanted, topics, &mut hits);
        ignored = if apart.is_empty() { ignored } else { topics.not_understood() };
    }
    Found { hits, covered, ignored, whole, apart }
}

/// If the words name several fields, or form a sentence that no program matches, adds the programs about one of the
/// fields, or else about the part of one that is understood.
fn add_of_fields(programs: usize, wanted: &[Wanted<'_>], topics: &TopicReading<'_>, hits: &mut Vec<Hit>) {
    let needs_fields = topics.has_several_fields() || hits.is_empty() && topics.is_sentence();
    for words in topics.fields().filter(|_| needs_fields) {
        // In a sentence, a word that matches nothing, such as the name of a place, must not prevent the
        // other words from matching.
        let known = words.iter().filter(|at| !topics.may_be_left_out(**at) || !wanted[**at].is_nothing());
        add_below(hits, of_all(programs, known.map(|at| &wanted[*at])));
    }
    if hits.is_empty() {
        let of_sentence = topics.understood().filter(|_| topics.is_sentence());
        for words in of_sentence.chain(topics.objects()) {
            add_below(hits, of_all(programs, words.iter().map(|at| &wanted[*at])));
            if !hits.is_empty() {
                break;
            }
        }
    }
}

/// Adds the programs about one of the things that a field names together, those about the first one first. Quoted
/// phrases still apply. Returns the words for each thing with the number of its programs that are still offered; none
/// if there are no such programs.
fn add_sides(
    sources: &Sources<'_>,
    wanted: &[Wanted<'_>],
    topics: &TopicReading<'_>,
    hits: &mut Vec<Hit>,
) -> Vec<(String, usize)> {
    let is_offered = sources.columns.offered();
    let mut counts = Vec::new();
    let before = hits.len();
    for side in topics.sides() {
        let words = side.words.iter().copied().chain(topics.words()..wanted.len());
        let words: Vec<Wanted<'_>> = words.map(|at| wanted[at].of_subject()).collect();
        let found = of_all(sources.catalog.len(), &words);
        counts.push((side.typed.clone(), found.iter().filter(|hit| is_offered(hit.program)).count()));
        add_far_below(hits, found, BETWEEN_SIDES);
    }
    if hits.len() == before { Vec::new() } else { counts }
}

/// Adds the programs about what is understood in a field, if no program has the other words with it. The adviser
/// ignores the same words. Quoted phrases still apply.
fn add_without_unknown(programs: usize, wanted: &[Wanted<'_>], topics: &TopicReading<'_>, hits: &mut Vec<Hit>) {
    for words in topics.understood() {
        let phrases = topics.words()..wanted.len();
        let known = words.iter().copied().chain(phrases).map(|at| &wanted[at]);
        add_below(hits, of_all(programs, known));
    }
}

/// Returns the programs that match all of these words.
fn of_all<'w, 'l: 'w>(programs: usize, wanted: impl IntoIterator<Item = &'w Wanted<'l>>) -> Vec<Hit> {
    Tally::taken(programs, &wanted.into_iter().collect::<Vec<_>>()).0
}

/// Raises the score of programs that are about the topic and also match the words around it to their score for all
/// words.
fn lift_whole(hits: &mut [Hit], whole: Vec<Hit>, topics: &TopicReading<'_>) {
    for other in whole.into_iter().filter(|hit| topics.is_on(hit.program)) {
        if let Ok(at) = hits.binary_search_by_key(&other.program, |hit| hit.program) {
            hits[at].score = hits[at].score.max(other.score);
        }
    }
}

/// Adds programs that are not hits yet, with scores below those that are.
fn add_below(hits: &mut Vec<Hit>, others: Vec<Hit>) {
    add_far_below(hits, others, 1);
}

/// Adds programs below the hits, with a gap between their scores.
fn add_far_below(hits: &mut Vec<Hit>, mut others: Vec<Hit>, gap: i32) {
    if hits.is_empty() {
        *hits = others;
        return;
    }
    let worst = hits.iter().map(|hit| hit.score).min().unwrap_or(0);
    let best = others.iter().map(|hit| hit.score).max().unwrap_or(0);
    others.retain(|hit| hits.binary_search_by_key(&hit.program, |own| own.program).is_err());
    for hit in &mut others {
        hit.score += (worst - best - gap).min(0);
    }
    hits.append(&mut others);
    hits.sort_unstable_by_key(|hit| hit.program);
}

/// Removes the programs that contain or are about an excluded phrase. The name of a program's field does not count:
/// `-management` removes no program on logistics in *Business & Management*. Returns notices about exclusions that
/// match nothing.
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
        let mut is_gone = vec![false; programs];
        if let [word] = phrase.words.as_slice() {
            wanted::about(sources.columns, word).for_each(|program| is_gone[program.0 as usize] = true);
        }
        let is_own = |phrase: &PhraseIx| lexicon.phrase(*phrase).column != Column::Field;
        for phrase in meaning.all_phrases(lexicon).filter(is_own) {
            lexicon.each_program_of(phrase, |program| is_gone[program as usize] = true);
        }
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

/// Returns the notice about a list without a program about everything that the query names together.
fn notice_of_sides(apart: &[(String, usize)]) -> Option<String> {
    let count = |(typed, count): &(String, usize)| match count {
        0 => format!("none about `{typed}`"),
        count => format!("{count} about `{typed}`"),
    };
    let counts: Vec<String> = apart.iter().map(count).collect();
    let all = match apart.len() {
        0 => return None,
        2 => "both",
        _ => "all of what you typed",
    };
    Some(format!("no program on offer is about {all}: {}", and_list(&counts)))
}

/// The notices about words that the catalogue does not have. Words that are topics, or only part
/// of a sentence, need none.
fn notices(lexicon: &Lexicon, meanings: &[Arc<TermMatches>], is_answered: impl Fn(usize) -> bool) -> Vec<String> {
    let told = meanings.iter().enumerate().filter(|(at, meaning)| {
        // The interpretation of the word is reported elsewhere.
        let is_reported = meaning.is_nothing() && !meaning.is_phrase && is_answered(*at);
        !is_reported
    });
    told.filter_map(|(_, meaning)| notice(lexicon, meaning)).collect()
}

/// The notice about a word or phrase; `None` if the catalogue has it.
fn notice(lexicon: &Lexicon, meaning: &TermMatches) -> Option<String> {
    let (word, named) = (&meaning.word, |terms: &[TermIx]| -> Vec<String> {
        terms.iter().take(MAX_NAMED).map(|term| lexicon.term(*term).to_owned()).collect()
    });
    let (taken_for, near) = (named(&meaning.taken_for), named(&meaning.resembles));
    match meaning.is_nothing() {
        true if meaning.is_phrase => Some(format!("no program has `{word}` word for word")),
        true if near.is_empty() => Some(format!("no word like `{word}`")),
        true => Some(format!(
            "no program has `{word}`, the nearest {} {}",
            by_count(near.len(), "word is", "words are"),
            or_list(&near)
        )),
        false if taken_for.is_empty() => None,
        false => Some(format!("no word `{word}`; showing {}", or_list(&taken_for))),
    }
}
