//! Programs whose titles contain the words of a topic with another name: they may be about exactly what was typed.
//! Lists and the interpretation of fields use the same rule.

use super::field_matches::{FieldMatch, Matches, Reason, in_order};
use super::lexicon::{Column, Lexicon, PhraseIx};
use super::term_match::TermMatches;
use super::topics::Relation;
use crate::catalog::ProgramIx;
use crate::names::{content_words, words};
use crate::topics::{Concept, Vocabulary};

/// The maximum number of titles with a word of a topic for which the programs count as meant by it.
pub(super) const MAX_TITLED: usize = 3;

/// Returns the programs whose titles contain the words of a topic. If they are few, and the words are neither the name
/// of the topic nor part of a phrase for something else, they are about what was typed; otherwise the programs on the
/// topic precede them.
pub(super) fn titled_as_typed(lexicon: &Lexicon, concept: &Concept) -> Matches {
    let wanted: Vec<String> = content_words(&concept.typed).collect();
    let is_read_as_typed = concept.corrected.is_none() && concept.is_understood();
    let Some(first) = wanted.first().filter(|_| is_read_as_typed) else { return Matches::new() };
    let meaning = TermMatches::wholly(lexicon, first);
    let has_all = |phrase: &PhraseIx| wanted.len() == 1 || holds_together(&said(lexicon, *phrase), &wanted);
    let mut found = in_order(titled_by(lexicon, meaning.all_phrases(lexicon).filter(has_all), &concept.typed));
    let is_only_said = found.len() > MAX_TITLED || is_name_of_own(concept, &wanted);
    for (program, found) in &mut found {
        // Titles are the first phrases, numbered like their programs.
        let title = || lexicon.tokens(program.0).iter().map(|term| lexicon.term(term)).collect::<Vec<_>>().join(" ");
        if is_only_said || Vocabulary::embedded().means_otherwise(&title(), &wanted, concept.topics()) {
            found.relation = Relation::Part;
        }
    }
    found
}

/// Returns the programs whose titles are among some phrases, as matches about `word`.
pub(super) fn titled_by(lexicon: &Lexicon, phrases: impl Iterator<Item = PhraseIx>, word: &str) -> Matches {
    let mut found = Matches::new();
    for phrase in phrases.filter(|phrase| lexicon.phrase(*phrase).column == Column::Title) {
        let named = || FieldMatch { relation: Relation::About, reason: Reason::Title(word.to_owned()) };
        lexicon.each_program_of(phrase, |program| found.push((ProgramIx(program), named())));
    }
    found
}

/// Whether words are the name of one of a concept's topics, or of a subject.
pub(super) fn is_name_of_own(concept: &Concept, wanted: &[String]) -> bool {
    let vocabulary = Vocabulary::embedded();
    concept.topics().is_empty()
        || concept.topics().iter().any(|topic| vocabulary.topic(*topic).name.all().any(|name| words(name) == wanted))
}

/// Whether a title, without stop words, has these words in a row.
fn holds_together(own: &[&str], wanted: &[String]) -> bool {
    own.windows(wanted.len()).any(|row| row.iter().zip(wanted).all(|(own, wanted)| own == wanted))
}

/// The words of a phrase without stop words.
pub(super) fn said(lexicon: &Lexicon, phrase: PhraseIx) -> Vec<&str> {
    let tokens = lexicon.tokens(phrase).iter().filter(|term| !lexicon.is_stop_word(*term));
    tokens.map(|term| lexicon.term(term)).collect()
}
