//! "Did you mean": finds the known name closest to a misspelt one.

use super::printable;

/// The minimum closeness, from 0 to 1, at which a candidate is suggested.
const CLOSE: f64 = 0.6;
/// Subtracted from the Jaro-Winkler similarity, which rates shared letters in order more highly
/// than edit distance does.
const HANDICAP: f64 = 0.15;

/// The candidate closest to `word`, ignoring case; `None` if no candidate is close enough.
pub fn nearest<S: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = S>) -> Option<S> {
    let word = word.to_lowercase();
    let letters = Letters::of(&word);
    let mut best: Option<(f64, S)> = None;
    for candidate in candidates {
        let folded = candidate.as_ref().to_lowercase();
        let least = best.as_ref().map_or(CLOSE, |(close, _)| *close);
        // Computing the edit distance is slow. Most of a million candidates share too few letters
        // with the word to need it.
        if letters.closest(&folded) < least {
            continue;
        }
        let close = closeness(&word, &folded);
        if best.as_ref().map_or(close >= CLOSE, |(least, _)| close > *least) {
            best = Some((close, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn closeness(word: &str, candidate: &str) -> f64 {
    let edits = strsim::normalized_damerau_levenshtein(word, candidate);
    if edits <= 0.5 && !is_begun(word, candidate) {
        return edits;
    }
    edits.max(strsim::jaro_winkler(word, candidate) - HANDICAP)
}

/// Whether one name is a prefix of the other, and the shorter has at least four letters. Shared letters mean little
/// between short names, but a shortened or extended name keeps its beginning.
fn is_begun(word: &str, candidate: &str) -> bool {
    let starts = |longer: &str, shorter: &str| shorter.chars().nth(3).is_some() && longer.starts_with(shorter);
    starts(candidate, word) || starts(word, candidate)
}

/// The letter counts of a word, regardless of order.
struct Letters<'w> {
    word: &'w str,
    /// The number of occurrences of each letter, indexed by the low byte of its code point.
    counts: [u16; 256],
    length: usize,
}

impl<'w> Letters<'w> {
    fn of(word: &'w str) -> Self {
        let mut letters = Self { word, counts: [0; 256], length: 0 };
        for c in word.chars() {
            let count = &mut letters.counts[usize::from(c as u8)];
            *count = count.saturating_add(1);
            letters.length += 1;
        }
        letters
    }

    /// An upper bound on the closeness of a candidate, reached if its letters were in the best possible order.
    fn closest(&self, candidate: &str) -> f64 {
        let mut left = self.counts;
        let (mut length, mut common) = (0usize, 0usize);
        for c in candidate.chars() {
            let left = &mut left[usize::from(c as u8)];
            common += usize::from(*left > 0);
            *left = left.saturating_sub(1);
            length += 1;
        }
        if length == 0 || self.length == 0 {
            return 1.0;
        }
        let (own, other, common) = (self.length as f64, length as f64, common as f64);
        let edits = common / own.max(other);
        if edits <= 0.5 && !is_begun(self.word, candidate) {
            return edits;
        }
        let jaro = (common / own + common / other + 1.0) / 3.0;
        let start = self.word.chars().zip(candidate.chars()).take(4).take_while(|(a, b)| a == b).count();
        edits.max(jaro + 0.1 * start as f64 * (1.0 - jaro) - HANDICAP)
    }
}

/// ` Did you mean X?` with a leading blank, to end a message about a misspelt name; empty if no
/// candidate is close enough.
pub fn did_you_mean<S: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = S>) -> String {
    // Candidates may come from a file that is being rejected, so they may not be safe to print.
    nearest(word, candidates).map(|name| format!(" Did you mean `{}`?", printable(name.as_ref()))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_is_closer_than_its_letters_allow(word in "[a-eéñ-]{0,9}", candidate in "[a-eéñ-]{0,9}") {
            prop_assert!(closeness(&word, &candidate) <= Letters::of(&word).closest(&candidate) + 1e-9);
        }
    }

    #[test]
    fn slips_find_their_word_and_nonsense_finds_none() {
        let names = ["goal", "credit", "horizon", "hours"];
        assert_eq!(nearest("horizn", names), Some("horizon"));
        assert_eq!(nearest("Credits", names), Some("credit"));
        assert_eq!(nearest("zzz", names), None);
        assert_eq!(nearest("Hogwarts", ["GW", "Wharton", "Harvard"]), None);
        assert_eq!(nearest("Princeton", ["Rice", "RiceX"]), None);
        assert_eq!(nearest("Mti", ["MIT", "RIT"]), Some("MIT"));
        assert_eq!(nearest(&"a".repeat(70_000), ["a"]), None);
    }
}
