//! What people want to learn: the vocabulary of topics, and text read by it. A topic is the word between a person, who says
//! `nurse` or `contabilidad`, and a program, which is filed under a subject. This room knows words and topics; it does not
//! know which programs there are, except that [`of_program`] says which topics one of them has, and [`topics_of`] what of that is stored.
//!
//! [`Vocabulary::read`] takes text apart: several fields into parts, each part into concepts, each of which is topics, a
//! subject or a word that is neither. Nothing that was typed is guessed at beyond slips of the finger, and every
//! correction is kept, so that it can be said.

mod completion;
mod filler;
mod inflection;
mod partial;
mod phrases;
mod program;
mod proper;
mod reading;
mod stored;
mod table;
#[cfg(test)]
mod tests;
mod tokens;
mod vocabulary;

pub use completion::Completion;
pub use filler::{is_filler, language_of};
pub use inflection::stem;
pub use program::{INFERENCE_RULE, ProgramTopic, of_program};
pub use reading::{Concept, Meaning, Part, Reading};
pub use stored::{TOPICS_OF_PROGRAMS, topics_of};
pub use vocabulary::{FORMAT, Topic, TopicIx, TopicNames, Vocabulary, VocabularyError};
