//! Words that lead from what is wanted to what it is wanted for: *English for nurses*, *matemáticas para ingeniería*,
//! *maths to get into medicine*. What follows them is a field too, but it only says which programs on the first come
//! before others. This file knows words only; [`tokens`](super::tokens) applies it to a text.

use super::filler::is_filler;

/// Words that mean *for* or *before*, folded.
const FOR: [&str; 8] = ["for", "before", "para", "pour", "avant", "fur", "per", "для"];

/// Words that say that the noun after them is the object of the verb before them: *design a drone*.
const DETERMINERS: [&str; 8] = ["a", "an", "the", "my", "our", "your", "some", "his"];

/// Whether a folded word, typed after `before`, leads to what something is wanted for.
pub(super) fn leads_to_purpose(before: &str, word: &str) -> bool {
    FOR.contains(&word) || before == "to" && is_filler(word)
}

/// Whether a folded word tells that the word before it is a verb.
pub(super) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word)
}
