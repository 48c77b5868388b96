//! What titles add to the scores of hits. A title that consists of little more than the query comes first, as does one
//! that has its words in order; programs in the latest list precede others.
//!
//! This is computed for single hits on demand. For most hits of a common word, a cheap upper bound already shows that
//! they come too far down the list: what a title of that length adds if it matches in full.

use std::sync::Arc;

use super::columns::Columns;
use super::hit::Hit;
use super::lexicon::{IS_STOP_WORD, Lexicon, MANY_WORDS, PhraseIx};
use super::term_match::{QueryMatches, TermMatches, WHOLE};
use crate::catalog::ProgramIx;

/// Bonus for the share of the title that the query covers. This bonus and those below are in per cent of a whole word
/// in a title.
const COVERED_TITLE: u32 = 16;
/// Bonus for each pair of words that occur in the title in the order typed.
const IN_ORDER: u32 = 6;
/// Bonus for a title that starts like the query.
const AT_START: u32 = 3;
/// Bonus for a title that equals the query.
const IS_TITLE: u32 = 7;
/// Bonus for each word of a query of several words with which a title begins: then the title is meant, not a topic of
/// the same words.
const IS_TITLE_WORD: u32 = 70;
/// Deduction for a program that is not in the latest list.
const OLDER: u32 = 15;

/// What the title of each program adds for one query.
#[derive(Debug)]
pub(super) struct Titles {
    lexicon: Arc<Lexicon>,
    columns: Arc<Columns>,
    meanings: QueryMatches,
    /// For each term, a bit for each word of the query that means it.
    words_of: Vec<u16>,
    /// For each program, the number of title words that the rarest word matches.
    covered: Vec<u8>,
    /// For each number of words, the most that such a title can add.
    bounds: Vec<i32>,
}

impl Titles {
    /// Titles for the words of a query with these meanings.
    pub(super) fn new(
        lexicon: &Arc<Lexicon>,
        columns: &Arc<Columns>,
        meanings: QueryMatches,
        covered: Vec<u8>,
    ) -> Self {
        let mut words_of = vec![0; lexicon.len()];
        for (at, meaning) in meanings.iter().enumerate() {
            for found in &meaning.terms {
                words_of[found.term as usize] |= 1 << at;
            }
        }
        let in_full = |words| Seen::in_full(words, meanings.len()).percent(meanings.len());
        let bounds = (0..MANY_WORDS).map(|words| points(in_full(words))).collect();
        let (lexicon, columns) = (Arc::clone(lexicon), Arc::clone(columns));
        Self { lexicon, columns, meanings, words_of, covered, bounds }
    }

    /// A hit with its whole score.
    pub(super) fn whole(&self, hit: Hit) -> Hit {
        let is_offered = self.columns.offered()(hit.program);
        Hit { score: hit.score + points(self.percent(hit.program)) - if is_offered { 0 } else { points(OLDER) }, ..hit }
    }

    /// Returns an upper bound of the whole score of a hit.
    #[inline]
    pub(super) fn bound(&self, hit: Hit) -> i32 {
        let bound = self.bounds.get(self.lexicon.words_of_title(hit.program.0));
        bound.map_or(i32::MAX, |bound| hit.score + bound)
    }

    fn percent(&self, program: ProgramIx) -> u32 {
        // Titles are the first phrases, numbered like their programs.
        let title: PhraseIx = program.0;
        let has_stretch = self.meanings.iter().any(|meaning| stretch(meaning, title).is_some());
        let gist = self.lexicon.gists().of_title(title);
        if let ([_], false, Some((words, first))) = (&*self.meanings, has_stretch, gist) {
            // With a single word the coverage is already counted, and there is no word order to check.
            let first = if words == 0 { 0 } else { self.words_of[first as usize] };
            let covered = u32::from(self.covered[program.0 as usize]);
            return Seen { words, covered, first, ..Seen::default() }.percent(1);
        }
        let mut seen = Seen::default();
        for (place, (term, code)) in self.lexicon.tokens_and_codes(title).enumerate() {
            if code & IS_STOP_WORD == 0 {
                let stretches = if has_stretch { self.stretches_over(title, place) } else { 0 };
                seen.add(self.words_of[term as usize] | stretches);
            }
        }
        seen.percent(self.meanings.len())
    }

    /// Returns the words of the query that abbreviate several words of the title including this one, as a bit set.
    fn stretches_over(&self, title: PhraseIx, place: usize) -> u16 {
        let is_over = |meaning: &TermMatches| {
            stretch(meaning, title).is_some_and(|(start, words)| (start..start + words).contains(&place))
        };
        let words = self.meanings.iter().enumerate();
        words.fold(0, |words, (at, meaning)| words | u16::from(is_over(meaning)) << at)
    }
}

/// Returns the part of a title that a word of the query abbreviates: its first word and its number of words.
fn stretch(meaning: &TermMatches, title: PhraseIx) -> Option<(usize, usize)> {
    let at = meaning.phrases.binary_search_by_key(&title, |found| found.phrase).ok()?;
    Some((meaning.phrases[at].start, meaning.phrases[at].lengths.len()))
}

/// A share of a whole word in a title, in points.
fn points(percent: u32) -> i32 {
    (percent * WHOLE / 100).cast_signed()
}

/// The words of a title processed so far. For each of them except stop words, `add` gets the set of query words that
/// match it.
#[derive(Default)]
struct Seen {
    words: u32,
    covered: u32,
    in_order: u32,
    first: u16,
    last: u16,
    /// The number of words at the start that are those of the query, in order.
    begun: u32,
}

impl Seen {
    /// A title of `words` words that are all matched by one of `asked` words, and all in order.
    fn in_full(words: u32, asked: usize) -> Self {
        let in_order = if asked > 1 { words.saturating_sub(1) } else { 0 };
        Self { words, covered: words, in_order, first: 1, last: 0, begun: words }
    }

    fn add(&mut self, set: u16) {
        if self.words == 0 {
            self.first = set;
        }
        self.begun += u32::from(self.begun == self.words && self.begun < u16::BITS && 1 << self.begun & set != 0);
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
        let begins = asked > 1 && self.begun as usize >= asked;
        COVERED_TITLE * self.covered / self.words.max(1)
            + IN_ORDER * self.in_order
            + if at_start { AT_START } else { 0 }
            + if begins || asked > 1 && is_title { IS_TITLE_WORD * asked as u32 } else { 0 }
            + if is_title { IS_TITLE } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::search::Index;

    #[test]
    fn no_title_adds_more_than_its_bound_and_some_add_as_much() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let index = Index::new(&catalog);
        for query in ["s", "data", "supply chain management", "c s", "scm", "\"data science\"", "mit", "ai for", "-mit"]
        {
            let answer = index.answer(&catalog, query).expect("it asks for something");
            let titles = answer.titles.as_ref().expect("it has words");
            let room = |hit: &Hit| titles.bound(*hit) - titles.whole(*hit).score;
            assert_eq!(answer.hits.iter().find(|hit| room(hit) < 0), None, "{query}");
            let is_reached = answer.hits.iter().any(|hit| room(hit) == 0);
            assert!(is_reached || !["s", "supply chain management"].contains(&query), "{query}");
        }
    }
}
