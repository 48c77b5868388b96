//! What was typed, as words. A query is bounded here, so that nothing behind it can be made to work for long.

use super::fold::{each_word, fold};

/// Characters of a query that are read.
const MAX_CHARS: usize = 256;
/// Words of a query that are read: one bit each, see `rank`.
pub(super) const MAX_WORDS: usize = 16;
/// Characters of a word that are read: the matrix of the fuzzy matcher grows with them and never shrinks.
pub(super) const MAX_WORD_CHARS: usize = 64;

/// Words that say nothing about what is wanted, in English and Spanish.
const STOP_WORDS: [&str; 29] = [
    "a", "al", "an", "and", "at", "by", "con", "de", "del", "el", "en", "for", "from", "in", "la", "las", "los", "of",
    "on", "para", "por", "the", "to", "una", "with", "y", "your", "como", "sobre",
];

/// Whether a folded word says nothing about what is wanted.
pub(super) fn is_stop_word(word: &str) -> bool {
    word.len() <= 5 && STOP_WORDS.contains(&word)
}

/// Whether a query asks nothing.
pub(super) fn is_blank(query: &str) -> bool {
    !query.chars().take(MAX_CHARS).any(char::is_alphanumeric)
}

/// The distinct words that every hit must have, in the order in which they were typed. Stop words are not among them:
/// a query of nothing else asks nothing.
pub(super) fn wanted_words(query: &str) -> Vec<String> {
    let bounded: String = query.chars().take(MAX_CHARS).collect();
    let mut all: Vec<String> = Vec::new();
    each_word(&fold(&bounded), |word, _| {
        let word: String = word.chars().take(MAX_WORD_CHARS).collect();
        if all.len() < MAX_WORDS && !is_stop_word(&word) && !all.contains(&word) {
            all.push(word);
        }
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_ask_nothing() {
        assert_eq!(wanted_words("Statistics AND the data"), ["statistics", "data"]);
        assert_eq!(wanted_words(" the "), Vec::<String>::new());
        assert_eq!(wanted_words(" \t\u{1b} "), Vec::<String>::new());
    }

    #[test]
    fn a_query_of_any_length_is_bounded() {
        let words = wanted_words(&"x".repeat(100_000));
        assert_eq!(words.iter().map(String::len).collect::<Vec<_>>(), [MAX_WORD_CHARS]);
        let many: Vec<String> = (0..500).map(|number| number.to_string()).collect();
        assert_eq!(wanted_words(&many.join(" ")).len(), MAX_WORDS);
    }
}
