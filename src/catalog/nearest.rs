//! "Did you mean": the nearest right name to a misspelt one.

use super::printable;

/// How close a candidate has to be.
const CLOSE: f64 = 0.6;
/// How much less common letters in their order say than few slips.
const HANDICAP: f64 = 0.15;

/// The candidate nearest to `word`, without regard to case, if any is near enough to be what was meant.
pub fn nearest<S: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = S>) -> Option<S> {
    let word = word.to_lowercase();
    let letters = Letters::of(&word);
    let mut best: Option<(f64, S)> = None;
    for candidate in candidates {
        let folded = candidate.as_ref().to_lowercase();
        let least = best.as_ref().map_or(CLOSE, |(close, _)| *close);
        // Most of a million candidates share too few letters with the word to be looked at any closer.
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

/// Whether one begins as the other: letters in common say little between short names, but what was cut short or written
/// on begins the same.
fn is_begun(word: &str, candidate: &str) -> bool {
    let starts = |longer: &str, shorter: &str| shorter.chars().nth(3).is_some() && longer.starts_with(shorter);
    starts(candidate, word) || starts(word, candidate)
}

/// A word and its letters, whatever their order.
struct Letters<'w> {
    word: &'w str,
    /// How often each stands, by the low byte of its number.
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

    /// As close as a candidate could be that has its letters in the best of orders.
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

/// ` Did you mean X?` with the leading blank, or nothing: the end of a message about a misspelt name.
pub fn did_you_mean<S: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = S>) -> String {
    // Candidates can come from a file that is just being refused.
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
