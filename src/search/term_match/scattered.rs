//! Words with letters left out: `machne` for `machine`. This is the only file that uses fuzzy-matcher, and only on single
//! words: over a whole line, almost any letters would match in order.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::{SkimMatcherV2, SkimScoreConfig};

use super::How;
use super::literal::{Found, MIN_PART_CHARS};
use crate::names::letters;
use crate::search::lexicon::TermIx;

/// Quality of letters in order, and what is added the closer together they are.
const SCATTERED: (u32, u32) = (150, 200);
/// The minimum score of letters in order, in per cent of the best possible one; a lower one is probably accidental.
const SCATTERED_FLOOR: i64 = 62;
/// The minimum share of the term's letters that must be typed, in per cent.
const SCATTERED_SHARE: usize = 40;

impl Found<'_> {
    /// Matches words with letters left out: `machne` for `machine`.
    pub(super) fn scattered(&mut self) {
        if self.chars < MIN_PART_CHARS {
            return;
        }
        // A reused matcher scores some patterns differently. A fresh one for each word, applied to the terms in
        // alphabetical order, always gives the same scores.
        let matcher = matcher();
        let Some(best) = matcher.fuzzy_match(self.word, self.word) else { return };
        let wanted = letters(self.word);
        for term in 0..self.lexicon.len() as TermIx {
            let chars = self.lexicon.chars(term);
            let is_possible = self.lexicon.letters(term) & wanted == wanted
                && chars > self.chars
                && self.chars * 100 >= chars * SCATTERED_SHARE;
            if !is_possible || !same_first_char(self.lexicon.term(term), self.word) {
                continue;
            }
            let score = matcher.fuzzy_match(self.lexicon.term(term), self.word).unwrap_or(0);
            let percent = score * 100 / best;
            if percent >= SCATTERED_FLOOR {
                self.add(term, SCATTERED.0 + SCATTERED.1 * percent as u32 / 100, How::Scattered);
            }
        }
    }
}

pub(super) fn same_first_char(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}

fn matcher() -> SkimMatcherV2 {
    let config = SkimScoreConfig { penalty_case_mismatch: 0, ..SkimScoreConfig::default() };
    SkimMatcherV2::default().score_config(config).ignore_case()
}

/// The positions of a folded term at which the letters of a word occur in order.
pub(in crate::search) fn scattered_places(term: &str, word: &str) -> Vec<usize> {
    matcher().fuzzy_indices(term, word).map(|(_, places)| places).unwrap_or_default()
}
