//! The language in which a field was named, because programs in the user's own language come first. It depends only on
//! words and the names of topics, not on what is taught.

use std::collections::HashSet;

use crate::names::{is_stop_word, words};
use crate::topics::{Meaning, Part, TopicIx, TopicNames, Vocabulary, language_of, languages_of};

/// A language in which topics have names.
struct NamedLanguage {
    /// The name of the language in the catalogue.
    name: &'static str,
    /// Returns the name of a topic in this language.
    name_of: fn(&TopicNames) -> Option<&String>,
}

/// In the order of [`Vocabulary::languages_of_word`].
const NAMED_LANGUAGES: [NamedLanguage; 3] = [
    NamedLanguage { name: "English", name_of: |names| Some(&names.en) },
    NamedLanguage { name: "Spanish", name_of: |names| Some(&names.es) },
    NamedLanguage { name: "French", name_of: |names| names.fr.as_ref() },
];

/// The index of English among them.
const ENGLISH: usize = 0;

impl NamedLanguage {
    /// Whether the text is the name of the topic in this language.
    fn names(&self, topic: TopicIx, typed: &str) -> bool {
        let names = &Vocabulary::embedded().topic(topic).name;
        (self.name_of)(names).is_some_and(|name| words(name) == words(typed))
    }
}

/// The languages that words may be in, in the order of [`NAMED_LANGUAGES`]: `nutrition` is English and French.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Possible([bool; NAMED_LANGUAGES.len()]);

impl Possible {
    const NONE: Self = Self([false; NAMED_LANGUAGES.len()]);

    /// Whether any language is possible.
    pub(super) fn is_any(self) -> bool {
        self != Self::NONE
    }

    fn is_one(self) -> bool {
        self.0.iter().filter(|is_possible| **is_possible).count() == 1
    }

    /// Returns the languages that are possible according to both.
    fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] && other.0[at]))
    }

    /// Returns the names of the languages in the catalogue.
    pub(super) fn names(self) -> Vec<&'static str> {
        let named = NAMED_LANGUAGES.iter().zip(self.0);
        named.filter(|(_, is_possible)| *is_possible).map(|(language, _)| language.name).collect()
    }
}

/// The languages in which every field is the name of a topic; none if one of them is no such name.
pub(super) fn languages_of_names<'p>(fields: impl Iterator<Item = &'p Part>) -> Possible {
    let of_field = |field: &Part| match field.concepts.as_slice() {
        [only] => Possible(
            NAMED_LANGUAGES
                .each_ref()
                .map(|language| only.topics().iter().any(|topic| language.names(*topic, &only.typed))),
        ),
        _ => Possible::NONE,
    };
    fields.map(of_field).reduce(Possible::and).unwrap_or(Possible::NONE)
}

/// What the words of a sentence indicate about its language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    Only(&'static str),
    Several,
}

/// The language of the sentence around some fields. The words of the fields themselves may be loanwords: Spanish
/// speakers also say `community manager`.
pub(super) fn language_around<'p>(texts: &[String], fields: impl Iterator<Item = &'p Part>) -> Told {
    let understood = fields.flat_map(|field| &field.concepts).filter(|concept| concept.is_understood());
    let own: HashSet<String> = understood.flat_map(|concept| words(&concept.typed)).collect();
    let around = texts.iter().flat_map(|text| words(text)).filter(|word| !own.contains(word));
    let around: Vec<String> = around.collect();
    let told = around.iter().filter_map(|word| language_of(word)).fold(Told::Nothing, |told, language| match told {
        Told::Nothing => Told::Only(language),
        Told::Only(other) if other != language => Told::Several,
        _ => told,
    });
    if told == Told::Nothing && is_spanish_at_least(&around) { Told::Only("Spanish") } else { told }
}

/// Whether words that several languages have are all Spanish, and some are not English: `aprender` is Spanish and
/// Portuguese, and a reader of one can mostly read the other.
fn is_spanish_at_least(words: &[String]) -> bool {
    let mut shared = words.iter().map(|word| languages_of(word)).filter(|languages| !languages.is_empty()).peekable();
    let is_foreign = |languages: &&[&str]| !languages.contains(&"English");
    shared.clone().any(|languages| is_foreign(&languages)) && shared.all(|languages| languages.contains(&"Spanish"))
}

/// Endings of words in languages other than English, in which topics are named too.
const FOREIGN_ENDINGS: [&str; 27] = [
    "a", "o", "i", "u", "as", "os", "ao", "cion", "dad", "tad", "ez", "dor", "dores", "ero", "eros", "agem", "em",
    "eur", "eurs", "euse", "ier", "iers", "ique", "isme", "able", "ung", "keit",
];

/// Abbreviations of other languages, which have no ending.
const FOREIGN: [&str; 5] = ["drh", "rh", "rrhh", "sig", "tic"];

/// The longest abbreviation, such as `SEO`, which has no ending.
const MAX_ABBREVIATED: usize = 3;

/// Whether all words of the fields look English: `is_used` in English, without an ending of another language, or in the
/// English name of a topic. What may as well be a word of another language leaves the language open.
pub(super) fn looks_english<'p>(fields: impl Iterator<Item = &'p Part>, is_used: impl Fn(&str) -> bool) -> bool {
    let is_named = |word: &str| Vocabulary::embedded().languages_of_word(word)[ENGLISH];
    let has_ending = |word: &String| {
        let is_foreign = word.len() > MAX_ABBREVIATED && FOREIGN_ENDINGS.iter().any(|ending| word.ends_with(ending));
        is_foreign && !is_used(word) && !is_named(word)
    };
    let is_foreign = |word: &String| FOREIGN.contains(&word.as_str()) || has_ending(word);
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

/// Returns the languages that the words of the fields may be in, judged by the names of topics. Words of a single
/// language decide; words of several languages only do if there are no others. A subject of the catalogue indicates no
/// language, because it is often chosen from a list.
pub(super) fn languages_of_words<'p>(fields: impl Iterator<Item = &'p Part>) -> Possible {
    let mut known = Vec::new();
    for field in fields {
        if field.concepts.iter().any(|concept| matches!(concept.meaning, Meaning::Subject(_))) {
            return Possible::NONE;
        }
        let telling = words(&field.typed).into_iter().filter(|word| !is_stop_word(word));
        known.extend(telling.map(|word| Possible(Vocabulary::embedded().languages_of_word(&word))));
    }
    known.retain(|languages| languages.is_any());
    if known.iter().any(|languages| languages.is_one()) {
        known.retain(|languages| languages.is_one());
    }
    known.into_iter().reduce(Possible::and).unwrap_or(Possible::NONE)
}
