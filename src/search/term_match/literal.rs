//! The terms that a typed word equals, begins or is part of, and those that it is another form of. Nothing is guessed.

use super::variant::{numbers, spellings};
use super::{How, MIN_MISSPELT_CHARS, NEARLY_WHOLE, TermMatch, WHOLE};
use crate::names::letters;
use crate::search::lexicon::{Lexicon, TermIx};

/// Quality of a prefix, and what is added in proportion to the share of the term that it covers.
const START: (u32, u32) = (600, 250);
/// Quality of a part of a word, and what is added in proportion to the share of the term that it covers.
const PART: (u32, u32) = (350, 150);
/// Minimum length of a word that is matched inside a term, in characters. A word of exactly this length must be at the
/// start or end of the term: `sql` matches `postgresql`, but `mit` does not match `smith`.
pub(super) const MIN_PART_CHARS: usize = 3;

/// A typed word with the terms matched so far.
pub(super) struct Found<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) word: &'a str,
    pub(super) chars: usize,
    pub(super) matches: Vec<TermMatch>,
}

impl<'a> Found<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, word: &'a str) -> Self {
        Self { lexicon, word, chars: word.chars().count(), matches: Vec::new() }
    }

    pub(super) fn add(&mut self, term: TermIx, quality: u32, how: How) {
        self.matches.push(TermMatch { term, quality, how });
    }

    /// The share of a term that the word covers, scaled to `most`.
    fn share(&self, term: TermIx, most: u32) -> u32 {
        most * self.chars as u32 / self.lexicon.chars(term).max(1) as u32
    }

    pub(super) fn literal(&mut self) {
        let starting = self.lexicon.starting_with(self.word);
        for term in starting.clone() {
            if self.lexicon.chars(term) == self.chars {
                self.add(term, WHOLE, How::Whole);
            } else {
                self.add(term, START.0 + self.share(term, START.1), How::Start);
            }
        }
        if self.chars < MIN_PART_CHARS {
            return;
        }
        let wanted = letters(self.word);
        for term in 0..self.lexicon.len() as TermIx {
            let is_possible = self.lexicon.letters(term) & wanted == wanted && !starting.contains(&term);
            if is_possible && self.is_part_of(self.lexicon.term(term)) {
                self.add(term, PART.0 + self.share(term, PART.1), How::Part);
            }
        }
    }

    fn is_part_of(&self, term: &str) -> bool {
        if self.chars == MIN_PART_CHARS { term.ends_with(self.word) } else { term.contains(self.word) }
    }

    /// Matches variants: `certificates` for `certificate`, `behavior` for `behaviour`, and the reverse.
    pub(super) fn spelt_otherwise(&mut self) {
        if self.chars < MIN_MISSPELT_CHARS {
            return;
        }
        for other in numbers(self.word).chain(spellings(self.word)) {
            // `Andes` is not the plural of `and`, which occurs in nearly every title.
            if let Some(term) = self.lexicon.find(&other).filter(|term| !self.lexicon.is_stop_word(*term)) {
                self.add(term, NEARLY_WHOLE, How::Whole);
            }
        }
    }

    /// The matches in the order of terms, the best of each.
    pub(super) fn in_order(mut self) -> Vec<TermMatch> {
        self.matches.sort_by_key(|found| (found.term, std::cmp::Reverse(found.quality)));
        self.matches.dedup_by_key(|found| found.term);
        self.matches
    }
}
