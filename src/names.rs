//! Names and words as people type them: which spellings count as the same word (ignoring case, accents and script
//! variants), and which value a typed name refers to.
//!
//! This room depends only on the catalogue. Search, topics, answers, settings and commands all compare and resolve
//! typed text through it, so a name that one of them accepts is accepted by all.

mod edit_distance;
mod fold;
mod known;
mod phrases;
mod quoted;
mod resolve;
mod schools;
mod series;
mod signs;
mod slip;
mod stop_words;

pub use edit_distance::{TypedWord, letters};
pub use fold::{Folded, each_word, fold, fold_into, is_unspaced, placed_words, words};
pub use known::{field, institution, kind_names, kinds, language, levels, resolve_language, statuses};
pub use phrases::{holds_phrase, spaced, telling_words, without_phrase};
pub use quoted::quoted;
pub use resolve::{Candidate, NameError, exactly, one_of, resolve, signature};
pub use schools::SchoolNames;
pub use series::SeriesPlace;
pub use signs::{is_colon, is_comma, is_dash, is_equals_sign, is_quote, plain};
pub use slip::plain_slips;
pub use stop_words::{content_words, is_stop_word};
