//! The language in which a field was named, because programs in the user's own language come first. It knows only the
//! names of topics, not what is taught.

use std::collections::{BTreeSet, HashSet};

use crate::names::{is_stop_word, words};
use crate::topics::{Meaning, Part, TopicIx, TopicNames, Vocabulary, language_of};

/// A language in which topics have names.
pub(super) struct NamedLanguage {
    /// The name of the language in the catalogue.
    pub(super) name: &'static str,
    /// Returns the name of a topic in this language.
    name_of: fn(&TopicNames) -> Option<&String>,
}

/// In the order of [`Vocabulary::languages_of_word`].
pub(super) const NAMED_LANGUAGES: [NamedLanguage; 3] = [
    NamedLanguage { name: "English", name_of: |names| Some(&names.en) },
    NamedLanguage { name: "Spanish", name_of: |names| Some(&names.es) },
    NamedLanguage { name: "French", name_of: |names| names.fr.as_ref() },
];

impl NamedLanguage {
    /// Whether the text is the name of the topic in this language and in no other.
    pub(super) fn names(&self, topic: TopicIx, typed: &str) -> bool {
        let names = &Vocabulary::embedded().topic(topic).name;
        let is_typed = |name: &String| words(name) == words(typed);
        (self.name_of)(names).is_some_and(is_typed)
            && names.all().filter(|name| words(name) == words(typed)).count() == 1
    }
}

/// What the words of a sentence say of its language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    Only(&'static str),
    Several,
}

/// The language of the sentence around some fields. The words of the fields themselves may be a loan: `community manager`
/// is asked for in Spanish.
pub(super) fn little_words<'p>(texts: &[String], fields: impl Iterator<Item = &'p Part>) -> Told {
    let understood = fields.flat_map(|field| &field.concepts).filter(|concept| concept.is_understood());
    let own: HashSet<String> = understood.flat_map(|concept| words(&concept.typed)).collect();
    let around = texts.iter().flat_map(|text| words(text)).filter(|word| !own.contains(word));
    around.filter_map(|word| language_of(&word)).fold(Told::Nothing, |told, language| match told {
        Told::Nothing => Told::Only(language),
        Told::Only(other) if other != language => Told::Several,
        _ => told,
    })
}

/// Endings of words in languages other than English, in which topics are named too.
const FOREIGN_ENDINGS: [&str; 27] = [
    "a", "o", "i", "u", "as", "os", "ao", "cion", "dad", "tad", "ez", "dor", "dores", "ero", "eros", "agem", "em",
    "eur", "eurs", "euse", "ier", "iers", "ique", "isme", "able", "ung", "keit",
];

/// Abbreviations of other languages, which have no ending.
const FOREIGN: [&str; 5] = ["drh", "rh", "rrhh", "sig", "tic"];

/// Whether all words of the fields look English: they have no ending of another language, or are the English name of a
/// topic. What may as well be a word of another language leaves the language open.
pub(super) fn looks_english<'p>(fields: impl Iterator<Item = &'p Part>) -> bool {
    let is_foreign = |word: &String| {
        !word.is_ascii() || FOREIGN.contains(&word.as_str()) || FOREIGN_ENDINGS.iter().any(|end| word.ends_with(end))
    };
    let is_english_name = |field: &Part| {
        let vocabulary = Vocabulary::embedded();
        field.topics().any(|topic| words(&vocabulary.topic(topic).name.en) == words(&field.typed))
    };
    let mut fields = fields.peekable();
    fields.peek().is_some()
        && fields.all(|field| {
            is_english_name(field) || field.typed.is_ascii() && !words(&field.typed).iter().any(is_foreign)
        })
}

/// Returns the only language that the words of the fields belong to, judged by the names of topics, or `None` if there
/// is no such language. A subject of the catalogue indicates no language, because it is often chosen from a list.
pub(super) fn language_of_words<'p>(fields: impl Iterator<Item = &'p Part>) -> Option<&'static str> {
    let vocabulary = Vocabulary::embedded();
    let mut of_one = BTreeSet::new();
    for field in fields {
        if field.concepts.iter().any(|concept| matches!(concept.meaning, Meaning::Subject(_))) {
            return None;
        }
        for word in words(&field.typed).iter().filter(|word| !is_stop_word(word)) {
            let languages = vocabulary.languages_of_word(word);
            if languages.iter().filter(|has| **has).count() == 1 {
                of_one.extend(languages.iter().position(|has| *has));
            }
        }
    }
    match Vec::from_iter(of_one)[..] {
        [only] => Some(NAMED_LANGUAGES[only].name),
        _ => None,
    }
}
