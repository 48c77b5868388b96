//! Finds the characters of a title that matched. Positions refer to the title as written, not as folded, so that
//! accents, apostrophes and ligatures are marked correctly.

use std::sync::Arc;

use super::abbreviation::PhraseMatch;
use super::lexicon::{Lexicon, PhraseIx, TermIx};
use super::term_match::{How, TermMatch, TermMatches, scattered_places};
use crate::names::{Folded, each_word};

/// The ranges of a title that the words of a query match, as half-open ranges of character positions:
/// sorted, merged, not empty.
pub(super) fn marks(
    lexicon: &Lexicon,
    meanings: &[Arc<TermMatches>],
    phrase: PhraseIx,
    title: &str,
) -> Vec<(usize, usize)> {
    let words = written_words(title);
    let tokens: Vec<TermIx> = lexicon.tokens(phrase).iter().collect();
    let mut ranges = Vec::new();
    for meaning in meanings {
        for (term, word) in tokens.iter().zip(&words) {
            if let Some(found) = meaning.of_term(*term) {
                mark_word(word, lexicon.term(*term), meaning, found, &mut ranges);
            }
        }
        if let Ok(at) = meaning.phrases.binary_search_by_key(&phrase, |found| found.phrase) {
            mark_stretch(&words, &meaning.phrases[at], &mut ranges);
        }
    }
    merged(ranges)
}

/// For each character of one folded word, its range of characters in the title as written.
type Written = Vec<(u32, u32)>;

fn written_words(title: &str) -> Vec<Written> {
    let folded = Folded::of(title);
    let mut words = Vec::new();
    each_word(&folded.text, |_, places| {
        words.push(places.iter().map(|place| folded.origin[*place as usize]).collect());
    });
    words
}

fn mark_word(word: &Written, term: &str, meaning: &TermMatches, found: &TermMatch, ranges: &mut Vec<(usize, usize)>) {
    let typed = meaning.word.chars().count();
    match found.how {
        How::Whole | How::Slip => mark(word, 0, word.len(), ranges),
        How::Start => mark(word, 0, typed, ranges),
        How::Part => {
            let at = term.rfind(&meaning.word).map_or(0, |byte| term[..byte].chars().count());
            mark(word, at, at + typed, ranges);
        }
        How::Scattered => {
            for at in scattered_places(term, &meaning.word) {
                mark(word, at, at + 1, ranges);
            }
        }
    }
}

fn mark_stretch(words: &[Written], found: &PhraseMatch, ranges: &mut Vec<(usize, usize)>) {
    for (word, length) in words.iter().skip(found.start).zip(&found.lengths) {
        mark(word, 0, *length, ranges);
    }
}

/// Marks the characters `from..to` of a word, with everything between them.
fn mark(word: &Written, from: usize, to: usize, ranges: &mut Vec<(usize, usize)>) {
    let to = to.min(word.len());
    if from < to {
        ranges.push((word[from].0 as usize, word[to - 1].1 as usize));
    }
}

fn merged(mut ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    ranges.sort_unstable();
    let mut merged: Vec<(usize, usize)> = Vec::with_capacity(ranges.len());
    for (start, end) in ranges {
        match merged.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => merged.push((start, end)),
        }
    }
    merged
}
