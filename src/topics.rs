//! What people want to learn: the vocabulary of topics, and the interpretation of free text with it. A topic links what
//! a person says (`nurse`, `contabilidad`) to a program, which is filed under a broad subject. This room has words and
//! topics but no list of programs; only [`of_program`] derives the topics of a single program, and [`topics_of`] looks
//! them up in a compiled catalogue.
//!
//! [`Vocabulary::read`] splits text into parts, one per field, and each part into concepts. A concept means topics, a
//! subject, or a word that is neither. Only typing errors are corrected, and each correction is recorded so that it can
//! be shown.

mod activity;
mod asides;
mod chat;
mod clipped;
mod common;
mod completion;
mod compound;
mod concept;
mod correction;
mod denial;

mod everyday;
mod filler;
mod foreign;
mod hollow;
mod inflection;
mod little;
mod non_role;
mod ordinary;
mod origin;
mod partial;
mod person;
mod persons;
mod phrases;
mod place;
mod price;
mod program;
mod proper;
mod purpose;
mod question;
mod reading;
mod spacing;
mod stored;
mod table;
mod taught_in;
#[cfg(test)]
mod tests;
mod tokens;
mod topic;
mod unspaced;
mod vocabulary;
mod wish_reader;

pub use asides::{Aside, asides};
pub use common::{is_common, is_correct};
pub use completion::Completion;
pub use concept::{Concept, Meaning, Part, Reading};
pub use filler::{is_filler, language_of, languages_of};
pub use inflection::stem;
pub use price::{NamedPrice, PriceCurrency, price_named};
pub use program::{ProgramTopic, of_program};
pub use stored::{TOPICS_OF_PROGRAMS, topics_of};
pub use tokens::names_fields_apart;
pub use topic::{Topic, TopicIx, TopicNames};
pub use vocabulary::{FORMAT, Vocabulary, VocabularyError};
