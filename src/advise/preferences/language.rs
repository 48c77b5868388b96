//! The language in which a field was named: people are shown first what is taught in the language that they used. Only the
//! names of topics are known here, not what is taught.

use std::collections::BTreeSet;

use crate::names::{is_stop_word, words};
use crate::topics::{Meaning, Part, TopicIx, TopicNames, Vocabulary};

/// A language in which topics have names.
pub(super) struct NamedLanguage {
    /// What the catalogue calls it.
    pub(super) name: &'static str,
    /// The name of a topic in it.
    name_of: fn(&TopicNames) -> Option<&String>,
}

/// In the order of [`Vocabulary::languages_of_word`].
pub(super) const NAMED_LANGUAGES: [NamedLanguage; 3] = [
    NamedLanguage { name: "English", name_of: |names| Some(&names.en) },
    NamedLanguage { name: "Spanish", name_of: |names| Some(&names.es) },
    NamedLanguage { name: "French", name_of: |names| names.fr.as_ref() },
];

impl NamedLanguage {
    /// Whether that is the name of a topic in this language and in no other.
    pub(super) fn names(&self, topic: TopicIx, typed: &str) -> bool {
        let names = &Vocabulary::embedded().topic(topic).name;
        let is_typed = |name: &String| words(name) == words(typed);
        (self.name_of)(names).is_some_and(is_typed)
            && names.all().filter(|name| words(name) == words(typed)).count() == 1
    }
}

/// The only language of which the words of fields are, going by the names of topics. A subject of the catalogue says nothing:
/// it is chosen from a list as often as it is typed.
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
