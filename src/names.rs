//! Names and words as people type them: what counts as the same word, whatever its case, accents and script, and which
//! thing is meant by a name. Below it lies only the catalogue; search, topics, answers, settings and commands compare and
//! resolve what was typed through this room, so that what one accepts the others accept.

mod edit_distance;
mod fold;
mod known;
mod phrases;
mod resolve;
mod schools;
mod series;
mod stop_words;

pub use edit_distance::{Typed, letters};
pub use fold::{Folded, each_word, fold, fold_into, is_unspaced, words};
pub use known::{field, institution, kind_names, kinds, language, levels, resolve_language, statuses};
pub use phrases::{holds_phrase, spaced, telling_words, without_phrase};
pub use resolve::{Candidate, NameError, exactly, one_of, resolve, signature};
pub use schools::SchoolNames;
pub use series::SeriesPlace;
pub use stop_words::is_stop_word;
