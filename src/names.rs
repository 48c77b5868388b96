//! Names and words as people type them: what counts as the same word, whatever its case, accents and script. Below it lies
//! only the catalogue; search, topics, answers and commands compare what was typed through this room, so that what one
//! accepts the others accept.

mod edit_distance;
mod fold;
mod stop_words;

pub use edit_distance::{Typed, letters};
pub use fold::{Folded, each_word, fold, fold_into, is_unspaced, words};
pub use stop_words::is_stop_word;
