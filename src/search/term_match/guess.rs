//! Guesses which term a misspelt word was meant to be. A correct word that the catalogue lacks is often only a letter
//! or two from another (`carrots`, *Carlos*), and must not be taken for it. Without a dictionary, three criteria
//! distinguish typing errors from other words: how much of the word is right, whether only the order of letters is
//! wrong, and whether it has a sequence of letters that occurs in no word.

use std::cmp::Reverse;

use super::literal::{Found, MIN_PART_CHARS};
use super::scattered::same_first_char;
use super::{How, MIN_MISSPELT_CHARS, TermMatch};
use crate::names::{TypedWord, letters, plain_slips};
use crate::search::lexicon::TermIx;
use crate::topics::Vocabulary;

/// Quality of one typing error; each further one costs 60.
const SLIP: u32 = 340;
/// Quality of one typing error in a word that is still being typed.
const SLIP_SO_FAR: u32 = 260;
/// The share of letters from which a match counts as near, in per cent.
const NEAR_SHARE: usize = 75;
/// Minimum length of a word that may be the misspelt start of a word, in characters.
const MIN_BEGUN_CHARS: usize = 5;
/// The minimum number of letters per typing error. In shorter words, every second slip makes another word.
const MIN_CHARS_OF_A_SLIP: usize = 6;
/// The length of a sequence of letters. Nearly all pairs of letters occur in some word, but few longer sequences do.
const RUN_CHARS: usize = 3;

/// What a word may be a misspelling of, the likeliest terms first.
#[derive(Default)]
pub(super) struct Guesses {
    /// The terms that it is taken for.
    pub(super) taken_for: Vec<TermIx>,
    /// The terms that are too doubtful to take it for.
    pub(super) resembles: Vec<TermIx>,
}

impl Found<'_> {
    /// Matches what the word may be a misspelling of: the whole of a term, or else the start of one.
    pub(super) fn guessed(&mut self) -> Guesses {
        self.scattered();
        let (count, slips) = self.slips();
        let is_odd = self.is_oddly_spelt();
        let (sure, doubtful): (Vec<TermIx>, Vec<TermIx>) =
            slips.into_iter().partition(|term| is_odd || self.is_plainly_meant(*term, count));
        let (matches, left): (Vec<TermMatch>, Vec<TermMatch>) =
            std::mem::take(&mut self.matches).into_iter().partition(|found| is_odd || sure.contains(&found.term));
        self.matches = matches;
        let taken_for = self.take(sure, count);
        if !self.matches.is_empty() {
            return Guesses { taken_for, ..Guesses::default() };
        }
        let left = left.into_iter().map(|found| found.term).filter(|term| self.is_most_of(*term));
        let near: Vec<TermIx> = doubtful.into_iter().chain(left).collect();
        let resembles = if near.is_empty() { self.slips_so_far() } else { self.likeliest(near) };
        if !is_odd {
            return Guesses { resembles, ..Guesses::default() };
        }
        for term in &resembles {
            self.add(*term, SLIP_SO_FAR, How::Slip);
        }
        Guesses { taken_for: resembles, ..Guesses::default() }
    }

    /// Whether one of the matches is close enough to rule out all others.
    pub(super) fn is_near(&self) -> bool {
        self.matches.iter().any(|found| match found.how {
            How::Slip => found.quality == SLIP,
            _ => self.is_most_of(found.term),
        })
    }

    /// Whether the word has most of a term's letters, if it has no others.
    fn is_most_of(&self, term: TermIx) -> bool {
        self.chars * 100 >= self.lexicon.chars(term) * NEAR_SHARE
    }

    /// Returns the terms with the fewest typing errors in the word (letters swapped, doubled, wrong or missing), and
    /// the number of errors: `sceince` for `science`.
    fn slips(&self) -> (u8, Vec<TermIx>) {
        if self.chars < MIN_MISSPELT_CHARS || self.word.bytes().all(|byte| byte.is_ascii_digit()) {
            return (0, Vec::new());
        }
        let mut fewest = if self.matches.is_empty() { most_slips(self.chars) } else { 1 };
        let mut typed = TypedWord::new(self.word);
        let mut slips: Vec<TermIx> = Vec::new();
        for term in 0..self.lexicon.len() as TermIx {
            let Some(count) = self.slips_from(term, &mut typed, fewest) else { continue };
            if count < fewest {
                slips.clear();
                fewest = count;
            }
            slips.push(term);
        }
        (fewest, slips)
    }

    /// Returns the number of typing errors between a term and the word; `None` if there are more than `most`.
    fn slips_from(&self, term: TermIx, typed: &mut TypedWord, most: u8) -> Option<u8> {
        let (own, letters) = (letters(self.word), self.lexicon.letters(term));
        // Each typing error adds at most one letter and removes at most one.
        let is_possible = (letters & !own).count_ones() <= u32::from(most)
            && (own & !letters).count_ones() <= u32::from(most)
            && self.lexicon.chars(term).abs_diff(self.chars) <= usize::from(most)
            && self.lexicon.chars(term) >= MIN_PART_CHARS;
        let meant = self.lexicon.term(term);
        let count = if is_possible { typed.distance(meant, usize::MAX, most) } else { None };
        count.and_then(|_| plain_slips(self.word, meant, most))
    }

    /// Whether the kind and number of typing errors alone show that the word means this term: its letters are only
    /// reordered or doubled, most of them match from the start, or the first matches and the word is long for its errors.
    fn is_plainly_meant(&self, term: TermIx, slips: u8) -> bool {
        let meant = self.lexicon.term(term);
        let is_long = self.chars >= MIN_CHARS_OF_A_SLIP * usize::from(slips);
        let begun = self.word.chars().zip(meant.chars()).take_while(|(own, other)| own == other).count();
        let is_begun = begun * 100 >= self.chars * NEAR_SHARE;
        is_long && begun > 0 || is_begun || in_order(meant) == in_order(self.word)
    }

    /// Whether the word has a sequence of letters that occurs in no word of the catalogue or the vocabulary.
    fn is_oddly_spelt(&self) -> bool {
        let chars: Vec<char> = self.word.chars().collect();
        let is_in_catalogue =
            |run: &str| (0..self.lexicon.len() as TermIx).any(|term| self.lexicon.term(term).contains(run));
        chars.windows(RUN_CHARS).any(|run| {
            let run: String = run.iter().collect();
            !Vocabulary::embedded().has_run(&run) && !is_in_catalogue(&run)
        })
    }

    /// Matches the terms that the word is taken for. Terms with a missing letter have matched already, because the
    /// letters of the word occur in them in order.
    fn take(&mut self, slips: Vec<TermIx>, count: u8) -> Vec<TermIx> {
        let (mut taken_for, others): (Vec<TermIx>, Vec<TermIx>) =
            slips.into_iter().partition(|term| self.matches.iter().any(|found| found.term == *term));
        let others = self.likeliest(others);
        for term in &others {
            self.add(*term, SLIP.saturating_sub(60 * u32::from(count).saturating_sub(1)), How::Slip);
        }
        taken_for.extend(others);
        taken_for
    }

    /// Returns the likeliest terms of which the word is a misspelt prefix: `anlay` for `analytics`.
    fn slips_so_far(&self) -> Vec<TermIx> {
        if self.chars < MIN_BEGUN_CHARS {
            return Vec::new();
        }
        let own = letters(self.word);
        let mut typed = TypedWord::new(self.word);
        let mut is_begun = |term: &TermIx| {
            let is_possible = (own & !self.lexicon.letters(*term)).count_ones() <= 1
                && self.lexicon.chars(*term) > self.chars
                && same_first_char(self.lexicon.term(*term), self.word);
            let meant = self.lexicon.term(*term);
            let is_near = is_possible && typed.distance(meant, self.chars, 1) == Some(1);
            let begun = || meant.chars().take(self.chars).collect::<String>();
            is_near && plain_slips(self.word, &begun(), 1).is_some()
        };
        self.likeliest((0..self.lexicon.len() as TermIx).filter(&mut is_begun).collect())
    }

    /// Returns the terms in order of likelihood. The first letter is rarely wrong: terms with another first letter are
    /// kept only if there are no others.
    fn likeliest(&self, mut slips: Vec<TermIx>) -> Vec<TermIx> {
        let has_first = |term: TermIx| same_first_char(self.lexicon.term(term), self.word);
        if slips.iter().any(|term| has_first(*term)) {
            slips.retain(|term| has_first(*term));
        }
        slips.sort_by_key(|term| (Reverse(self.lexicon.phrases_of(*term).len()), *term));
        slips.dedup();
        slips
    }
}

/// The letters of a word in alphabetical order, doubled ones once.
fn in_order(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.sort_unstable();
    letters
}

/// The number of typing errors allowed in a word of this length.
fn most_slips(chars: usize) -> u8 {
    match chars {
        0..=6 => 1,
        7..=10 => 2,
        _ => 3,
    }
}
