//! Stop words: words that a search ignores because nearly every title contains them.

use super::words;

/// English and Spanish words that carry no meaning for a search.
const STOP_WORDS: [&str; 29] = [
    "a", "al", "an", "and", "at", "by", "con", "de", "del", "el", "en", "for", "from", "in", "la", "las", "los", "of",
    "on", "para", "por", "the", "to", "una", "with", "y", "your", "como", "sobre",
];

/// Whether a folded word is a stop word.
pub fn is_stop_word(word: &str) -> bool {
    word.len() <= 5 && STOP_WORDS.contains(&word)
}

/// Returns the folded words of a text, apart from stop words.
pub fn content_words(text: &str) -> impl Iterator<Item = String> {
    words(text).into_iter().filter(|word| !is_stop_word(word))
}
