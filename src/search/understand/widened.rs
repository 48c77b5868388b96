//! Words that were read as a topic although they occur in no program: what was typed is narrower than the results, and
//! the user must be told.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, ProgramIx};
use crate::names::{content_words, words};
use crate::search::index::Index;
use crate::search::term_match::TermMatches;
use crate::topics::{Concept, Vocabulary, is_filler, stem};

impl Index {
    /// Whether a word of a concept is neither in a name of its topics nor in any offered program: `hydrogen` means
    /// energy, but programs about energy may not mention hydrogen.
    pub(super) fn is_widened(&self, catalog: &Catalog, concept: &Concept) -> bool {
        if concept.topics().is_empty() || concept.corrected.is_some() || !concept.typed.is_ascii() {
            return false;
        }
        let vocabulary = Vocabulary::embedded();
        let names = concept.topics().iter().flat_map(|topic| vocabulary.topic(*topic).name.all()).flat_map(words);
        let names: BTreeSet<String> = names.filter_map(|word| stem(&word)).collect();
        let is_name = |word: &String| stem(word).is_none_or(|stem| names.contains(&stem));
        let wanted = content_words(&concept.typed).filter(|word| !is_filler(word));
        wanted.filter(|word| !is_name(word)).any(|word| !self.is_said(catalog, &word))
    }

    /// Whether a program that is taught has a word in its title, a skill or a course.
    fn is_said(&self, catalog: &Catalog, word: &str) -> bool {
        let is_offered = self.columns.offered();
        [self.lexicon(catalog), self.courses(catalog)].into_iter().any(|lexicon| {
            TermMatches::wholly(lexicon, word).all_phrases(lexicon).any(|phrase| {
                let mut is_any = false;
                lexicon.each_program_of(phrase, |program| is_any |= is_offered(ProgramIx(program)));
                is_any
            })
        })
    }
}
