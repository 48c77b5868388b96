//! Words that a search leaves out, because nearly every title has them.

/// Words that say nothing about what is wanted, in English and Spanish.
const STOP_WORDS: [&str; 29] = [
    "a", "al", "an", "and", "at", "by", "con", "de", "del", "el", "en", "for", "from", "in", "la", "las", "los", "of",
    "on", "para", "por", "the", "to", "una", "with", "y", "your", "como", "sobre",
];

/// Whether a folded word says nothing about what is wanted.
pub fn is_stop_word(word: &str) -> bool {
    word.len() <= 5 && STOP_WORDS.contains(&word)
}
