//! What is wanted, understood by the engine of words that search uses too, and how every program of a catalogue meets it.
//! A program is on the field if it has a topic of it, a narrower one, or its words; everything else is off the field, or,
//! where nothing is on record about what a program teaches, unknown.

use crate::advise::interval::Interval;
use crate::advise::question::questionnaire::FieldScale;
use crate::catalog::{Catalog, ProgramIx};
use crate::names::{is_stop_word, words};
use crate::search::{FieldMatch, FieldMatches, Index, Named, Relation, UnderstoodPart};
use crate::topics::{TopicIx, TopicNames, Vocabulary};

/// One field of what was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedPart {
    /// What was understood.
    pub(crate) understood: UnderstoodPart,
    /// How programs are about it.
    matches: FieldMatches,
    /// What is near to it, where nothing is on it, with the number of programs.
    pub(crate) nearest: Vec<(TopicIx, usize)>,
}

/// How a program meets what is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    /// The field that it is most about, and how.
    pub(crate) on: Option<(u8, Relation)>,
    /// How much of its title names the field, from 0 to 1.
    pub(crate) in_title: f64,
    /// Whether anything is on record by which that can be told.
    pub(crate) is_known: bool,
}

impl Match {
    /// The value of the match on the scale.
    pub(crate) fn value(self, scale: &FieldScale) -> Interval {
        match (self.on, self.is_known) {
            (Some((_, relation)), _) => Interval::exactly(scale.of(relation, self.in_title)),
            (None, true) => Interval::exactly(0.0),
            (None, false) => Interval::UNKNOWN,
        }
    }
}

/// What is wanted, with the match of every program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedField {
    /// The names as they were given.
    pub(crate) names: Vec<String>,
    /// Whether nothing else will do.
    pub(crate) only: bool,
    /// The fields that the names stand for.
    pub(crate) parts: Vec<WantedPart>,
    /// By row.
    pub(crate) matches: Vec<Match>,
}

impl WantedField {
    /// Understands names of fields; `is_known` says of a row whether anything is on record about what it teaches.
    pub(crate) fn of(
        names: &[String],
        only: bool,
        index: &Index,
        catalog: &Catalog,
        is_known: impl Fn(usize) -> bool,
    ) -> Self {
        let understood = names.iter().flat_map(|name| index.understand(catalog, name).parts);
        let parts: Vec<WantedPart> = understood.map(|part| WantedPart::of(part, index, catalog)).collect();
        let blank = |row| Match { on: None, in_title: 0.0, is_known: is_known(row) };
        let mut matches: Vec<Match> = (0..catalog.len()).map(blank).collect();
        for (at, part) in (0u8..).zip(&parts) {
            let names = Phrases::of(&part.understood);
            for (program, found) in part.matches.iter() {
                let own = &mut matches[program.0 as usize];
                let is_about = found.relation == Relation::About;
                let in_title = if is_about { names.share_of(&catalog.program(program).title) } else { 0.0 };
                let key = |relation, in_title: f64| (relation, -(in_title * 1e6) as i64);
                if own.on.is_none_or(|(_, relation)| key(found.relation, in_title) < key(relation, own.in_title)) {
                    *own = Match { on: Some((at, found.relation)), in_title, ..*own };
                }
            }
        }
        Self { names: names.to_vec(), only, parts, matches }
    }

    /// The language in which the fields were named, where that is not English: each of them by the name of its topic in that
    /// language, which its English name is not.
    pub(crate) fn language(&self) -> Option<&'static str> {
        let parts = || self.parts.iter().map(|part| part.understood.part.concepts.as_slice());
        let is_in = |language: &&NamedLanguage| {
            parts().all(|concepts| matches!(concepts, [only] if only.topics().iter().any(|ix| language.names(*ix, &only.typed))))
        };
        let has_parts = !self.parts.is_empty();
        NAMED_LANGUAGES.iter().find(is_in).filter(|_| has_parts).map(|language| language.name)
    }

    /// Whether any program is on one of the fields: of those still taught, or of all.
    pub(crate) fn has_match(&self, include_older: bool) -> bool {
        let has = |part: &WantedPart| part.understood.count > 0 || include_older && !part.matches.is_empty();
        self.parts.iter().any(has)
    }

    /// How a program is on the field that it is most about.
    pub(crate) fn found(&self, row: usize) -> Option<(&WantedPart, &FieldMatch)> {
        let part = &self.parts[usize::from(self.matches[row].on?.0)];
        Some((part, part.matches.of(ProgramIx(row as u32))?))
    }

    /// Whether a program is about one of the fields.
    pub(crate) fn is_on(&self, row: usize, part: usize) -> bool {
        self.parts[part].matches.of(ProgramIx(row as u32)).is_some()
    }
}

/// A language in which topics have names, besides English.
struct NamedLanguage {
    /// What the catalogue calls it.
    name: &'static str,
    /// The name of a topic in it.
    name_of: fn(&TopicNames) -> Option<&String>,
}

const NAMED_LANGUAGES: [NamedLanguage; 2] = [
    NamedLanguage { name: "Spanish", name_of: |names| Some(&names.es) },
    NamedLanguage { name: "French", name_of: |names| names.fr.as_ref() },
];

impl NamedLanguage {
    /// Whether that is the name of a topic in this language and in no other.
    fn names(&self, topic: TopicIx, typed: &str) -> bool {
        let names = &Vocabulary::embedded().topic(topic).name;
        let is_typed = |name: &String| words(name) == words(typed);
        (self.name_of)(names).is_some_and(is_typed)
            && names.all().filter(|name| words(name) == words(typed)).count() == 1
    }
}

/// What a field is called, by words.
struct Phrases {
    /// The words that were typed.
    typed: Vec<String>,
    /// The names of its topics, and other words for them.
    others: Vec<Vec<String>>,
}

/// What a name of the topic in a title counts beside the very words that were typed.
const OTHER_NAME: f64 = 0.6;

impl Phrases {
    fn of(field: &UnderstoodPart) -> Self {
        let vocabulary = Vocabulary::embedded();
        let topics = field.part.topics().map(|topic| vocabulary.topic(topic));
        let others = topics.flat_map(|topic| topic.name.all().chain(topic.also.iter().map(String::as_str)));
        Self { typed: telling(&field.part.typed), others: others.map(telling).collect() }
    }

    /// How much of a title names the field: a title that says nothing else, wholly.
    fn share_of(&self, title: &str) -> f64 {
        let title = telling(title);
        let share = |phrase: &Vec<String>| {
            let stands = !phrase.is_empty() && title.windows(phrase.len()).any(|words| words == phrase.as_slice());
            if stands { phrase.len() as f64 / title.len() as f64 } else { 0.0 }
        };
        let other = self.others.iter().map(share).fold(0.0, f64::max);
        share(&self.typed).max(OTHER_NAME * other)
    }
}

/// The words of a text that say something.
fn telling(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|word| !is_stop_word(word)).collect()
}

impl WantedPart {
    fn of(understood: UnderstoodPart, index: &Index, catalog: &Catalog) -> Self {
        let matches = index.field_matches(catalog, &understood);
        let nearest = if understood.count == 0 { index.nearest_topics(&understood) } else { Vec::new() };
        Self { understood, matches, nearest }
    }

    /// The programs whose name was typed.
    pub(crate) fn named(&self) -> &[ProgramIx] {
        match &self.understood.named {
            Some(Named::Programs(programs)) => programs,
            _ => &[],
        }
    }
}
