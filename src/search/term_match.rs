//! The matches of a typed word: the terms and phrases of the catalogue that it matches, each with a quality. A whole
//! word is better than a prefix, and a prefix better than a part or an abbreviation. Only if there are none of these is
//! the word taken for a misspelling; see `guess`.
//!
//! The matches of a word do not depend on the other words, except that adjacent words are also read as one. So a
//! further word never adds a program.

mod guess;
mod literal;
mod scattered;
mod variant;

use std::sync::Arc;

use super::abbreviation::{self, PhraseMatch};
use super::lexicon::{Lexicon, PhraseIx, TermIx};
use super::query::Phrase;
use crate::names::is_unspaced;
use crate::topics::stem;

use guess::Guesses;
use literal::Found;

pub(super) use scattered::scattered_places;

/// How a typed word matches a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It equals the term or a variant of it.
    Whole,
    /// The term starts with it.
    Start,
    /// The term contains it.
    Part,
    /// Its letters occur in the term in order.
    Scattered,
    /// It is the term with a typing error.
    Slip,
}

/// A term that a typed word matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TermMatch {
    pub(super) term: TermIx,
    /// The quality of the match, up to 1000.
    pub(super) quality: u32,
    pub(super) how: How,
}

/// A typed word with all its matches.
#[derive(Clone, Debug, Default)]
pub(super) struct TermMatches {
    pub(super) word: String,
    /// The terms that it forms together with an adjacent word.
    joined: Vec<TermIx>,
    /// The matching terms in order, without duplicates.
    pub(super) terms: Vec<TermMatch>,
    /// The matching phrases in order.
    pub(super) phrases: Vec<PhraseMatch>,
    /// The terms that it was taken for, the likeliest first; empty unless it was taken for a misspelling.
    pub(super) taken_for: Vec<TermIx>,
    /// The terms that it may have meant, the likeliest first, if it is more likely to be another word.
    pub(super) resembles: Vec<TermIx>,
    /// Whether it is a phrase that must match exactly.
    pub(super) is_phrase: bool,
    /// Whether its other matches were left out because its topic is known.
    is_left_out: bool,
}

/// The meanings of the words of a query.
pub(super) type QueryMatches = Arc<[Arc<TermMatches>]>;

/// Quality of a whole word.
pub(super) const WHOLE: u32 = 1000;
/// Quality of a whole word apart from a plural ending, a spelling variant or a blank.
const NEARLY_WHOLE: u32 = 950;
/// Shortest word that may be a misspelling or a variant, in characters.
const MIN_MISSPELT_CHARS: usize = 4;

impl TermMatches {
    /// Returns all matches of the word at index `at`. Those of the former query are reused.
    pub(super) fn of(lexicon: &Lexicon, words: &[String], at: usize, former: &[Arc<Self>]) -> Arc<Self> {
        let (word, joined) = (&words[at], joined_with_neighbours(lexicon, words, at));
        let is_same = |known: &&Arc<Self>| {
            !known.is_phrase && !known.is_left_out && known.word == *word && known.joined == joined
        };
        let known = former.iter().find(is_same).cloned();
        known.unwrap_or_else(|| Arc::new(Self::of_word(lexicon, word, joined)))
    }

    fn of_word(lexicon: &Lexicon, word: &str, joined: Vec<TermIx>) -> Self {
        let mut found = Found::new(lexicon, word);
        found.literal();
        found.spelt_otherwise();
        for term in &joined {
            found.add(*term, NEARLY_WHOLE, How::Whole);
        }
        let mut phrases = abbreviation::find(lexicon, word);
        let mut guesses = Guesses::default();
        if found.matches.is_empty() && phrases.iter().all(PhraseMatch::is_far_fetched) {
            guesses = found.guessed();
            if found.is_near() {
                phrases.clear();
            } else if !phrases.is_empty() {
                found.matches.clear();
                guesses = Guesses::default();
            }
        }
        let Guesses { taken_for, resembles } = guesses;
        Self {
            word: word.to_owned(),
            joined,
            terms: found.in_order(),
            phrases,
            taken_for,
            resembles,
            ..Self::default()
        }
    }

    /// Removes the terms that the word is a prefix of, other than its own forms (`program` is in `programming`, but
    /// `car` is not in `career`), and the phrases that it may abbreviate.
    pub(super) fn of_whole_words(self: Arc<Self>, lexicon: &Lexicon) -> Arc<Self> {
        let own = stem(&self.word);
        let is_other = |found: &TermMatch| {
            found.how == How::Start
                && own.as_ref().is_none_or(|own| stem(lexicon.term(found.term)).as_ref() != Some(own))
        };
        if !self.terms.iter().any(is_other) && self.phrases.iter().all(PhraseMatch::is_known) {
            return self;
        }
        let mut whole = Self { is_left_out: true, ..(*self).clone() };
        whole.terms.retain(|found| !is_other(found));
        whole.phrases.retain(PhraseMatch::is_known);
        Arc::new(whole)
    }

    /// Returns a word without matches.
    pub(super) fn nothing(word: &str) -> Arc<Self> {
        Arc::new(Self { word: word.to_owned(), is_left_out: true, ..Self::default() })
    }

    /// Returns the terms that a word equals, including singular, plural and spelling variants. In scripts without
    /// blanks the word may be part of a longer run. Nothing is guessed, and only such scripts need a scan of all terms.
    pub(super) fn wholly(lexicon: &Lexicon, word: &str) -> Self {
        let mut found = Found::new(lexicon, word);
        if let Some(term) = lexicon.find(word) {
            found.add(term, WHOLE, How::Whole);
        }
        found.spelt_otherwise();
        if is_unspaced(word) {
            let holds = |term: &TermIx| lexicon.term(*term).contains(word);
            (0..lexicon.len() as TermIx).filter(holds).for_each(|term| found.add(term, NEARLY_WHOLE, How::Part));
        }
        Self { word: word.to_owned(), terms: found.in_order(), ..Self::default() }
    }

    /// Whether all its matches are guesses.
    pub(super) fn is_guess(&self) -> bool {
        let is_guess = |found: &TermMatch| matches!(found.how, How::Slip | How::Scattered | How::Part);
        self.phrases.iter().all(PhraseMatch::is_far_fetched) && self.terms.iter().all(is_guess)
    }

    /// Returns the literal occurrences of a phrase; if it is still being typed, its last word may be a prefix.
    pub(super) fn exactly(lexicon: &Lexicon, phrase: &Phrase) -> Self {
        let firsts = match phrase.words.as_slice() {
            [only] if phrase.is_open => lexicon.starting_with(only),
            words => words.first().and_then(|first| lexicon.find(first)).map_or(0..0, |term| term..term + 1),
        };
        let mut tokens: Vec<TermIx> = Vec::new();
        let mut phrases: Vec<PhraseMatch> = firsts
            .flat_map(|term| lexicon.phrases_of(term).iter())
            .filter_map(|ix| {
                tokens.clear();
                tokens.extend(lexicon.tokens(ix).iter());
                let start = tokens.windows(phrase.words.len()).position(|row| is_row(lexicon, phrase, row))?;
                let mut lengths = vec![usize::MAX; phrase.words.len()];
                if let (true, Some(last)) = (phrase.is_open, phrase.words.last()) {
                    lengths[phrase.words.len() - 1] = last.chars().count();
                }
                Some(PhraseMatch { phrase: ix, start, lengths, quality: WHOLE })
            })
            .collect();
        phrases.sort_by_key(|found| (found.phrase, found.start));
        phrases.dedup_by_key(|found| found.phrase);
        Self { word: phrase.words.join(" "), phrases, is_phrase: true, ..Self::default() }
    }

    /// Returns the matches by which a word excludes programs: the terms that it equals, including variants, or else the
    /// phrases that it is known to abbreviate. Prefixes and misspellings exclude nothing, because they would be
    /// guesses.
    pub(super) fn plainly(lexicon: &Lexicon, word: &str) -> Self {
        let mut found = Found::new(lexicon, word);
        found.literal();
        found.spelt_otherwise();
        found.matches.retain(|found| found.how == How::Whole);
        let mut phrases = Vec::new();
        if found.matches.is_empty() {
            phrases = abbreviation::find(lexicon, word);
            phrases.retain(PhraseMatch::is_known);
        }
        Self { word: word.to_owned(), terms: found.in_order(), phrases, ..Self::default() }
    }

    /// Whether nothing in the catalogue matches.
    pub(super) fn is_nothing(&self) -> bool {
        self.terms.is_empty() && self.phrases.is_empty()
    }

    /// The phrases that match, or contain a term that matches. A phrase may occur several times.
    pub(super) fn all_phrases<'l>(&self, lexicon: &'l Lexicon) -> impl Iterator<Item = PhraseIx> + use<'_, 'l> {
        let of_terms = self.terms.iter().flat_map(|found| lexicon.phrases_of(found.term).iter());
        self.phrases.iter().map(|found| found.phrase).chain(of_terms)
    }

    /// How the word matches a term; `None` if it does not.
    pub(super) fn of_term(&self, term: TermIx) -> Option<&TermMatch> {
        self.terms.binary_search_by_key(&term, |found| found.term).ok().map(|at| &self.terms[at])
    }
}

fn is_row(lexicon: &Lexicon, phrase: &Phrase, row: &[TermIx]) -> bool {
    row.iter().zip(&phrase.words).enumerate().all(|(at, (term, word))| {
        let term = lexicon.term(*term);
        let may_begin = phrase.is_open && at + 1 == phrase.words.len();
        term == word || may_begin && term.starts_with(word.as_str())
    })
}

/// The terms formed with an adjacent word: `cyber security` is `cybersecurity`, and both words then mean it.
fn joined_with_neighbours(lexicon: &Lexicon, words: &[String], at: usize) -> Vec<TermIx> {
    let before = at.checked_sub(1).map(|before| format!("{}{}", words[before], words[at]));
    let after = words.get(at + 1).map(|after| format!("{}{after}", words[at]));
    before.into_iter().chain(after).filter_map(|joined| lexicon.find(&joined)).collect()
}
