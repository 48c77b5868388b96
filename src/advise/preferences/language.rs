//! The language in which a field was named, because programs in the user's own language come first. It knows only the
//! names of topics, not what is taught.

use std::collections::BTreeSet;

use crate::names::{is_stop_word, words};
use crate::topics::{Meaning, Part, TopicIx, TopicNames, Vocabulary};

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
