//! The wanted field, understood in the same way as a search, and how each program matches it. A program is on the field
//! if it has a topic of the field, a narrower one, or its words. All other programs are off the field, or unknown if
//! nothing is on record about what they teach.

use super::language::{NAMED_LANGUAGES, NamedLanguage, language_of_words};
use super::school::{AtSchool, SchoolReader};
use crate::advise::interval::Interval;
use crate::advise::question::questionnaire::FieldScale;
use crate::catalog::{Catalog, InstitutionIx, ProgramIx};
use crate::english::or_list;
use crate::names::{is_stop_word, words};
use crate::search::{FieldMatch, Named, Relation, UnderstoodPart};
use crate::topics::TopicIx;
use crate::topics::Vocabulary;

/// One of the wanted fields.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedPart {
    /// What was understood.
    pub(crate) understood: UnderstoodPart,
    /// The schools typed with it.
    pub(crate) schools: Vec<InstitutionIx>,
    /// The nearest topics with their numbers of programs; empty if any current program is on the field.
    pub(crate) nearest: Vec<(TopicIx, usize)>,
}

/// How a program matches the wanted fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Match {
    /// The index of the field it matches best, and how; `None` if it is off all fields.
    pub(crate) on: Option<(u8, Relation)>,
    /// How much of its title names the field, from 0 to 1.
    pub(crate) in_title: f64,
    /// Whether anything is on record from which a match can be told.
    pub(crate) is_known: bool,
}

impl Match {
    /// Returns the value of the match on the scale.
    pub(crate) fn value(self, scale: &FieldScale) -> Interval {
        match (self.on, self.is_known) {
            (Some((_, relation)), _) => Interval::exactly(scale.of(relation, self.in_title)),
            (None, true) => Interval::exactly(0.0),
            (None, false) => Interval::UNKNOWN,
        }
    }
}

/// The wanted fields, with the match of every program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WantedField {
    /// The fields as the answer names them.
    pub(crate) names: Vec<String>,
    /// Whether everything off the fields is removed.
    pub(crate) only: bool,
    /// The fields that the names stand for.
    pub(crate) parts: Vec<WantedPart>,
    /// The match of each program, by row.
    pub(crate) matches: Vec<Match>,
}

impl WantedField {
    /// Understands names of fields. `is_known` reports for a row whether anything is on record about what
    /// the program teaches.
    pub(crate) fn of(names: &[String], only: bool, reader: SchoolReader<'_>, is_known: impl Fn(usize) -> bool) -> Self {
        let SchoolReader { index, catalog, .. } = reader;
        let understood = names.iter().flat_map(|name| index.understand(catalog, name).parts);
        let parts: Vec<WantedPart> = understood.flat_map(|part| WantedPart::all_of(part, reader)).collect();
        let blank = |row| Match { on: None, in_title: 0.0, is_known: is_known(row) };
        let mut matches: Vec<Match> = (0..catalog.len()).map(blank).collect();
        for (at, part) in (0u8..).zip(&parts) {
            let names = Phrases::of(&part.understood);
            for (program, found) in part.understood.matches.iter() {
                let own = &mut matches[program.0 as usize];
                let is_about = found.relation == Relation::About;
                let in_title = if is_about { names.share_of(&index.title_words(catalog, program)) } else { 0.0 };
                let key = |relation, in_title: f64| (relation, -(in_title * 1e6) as i64);
                if own.on.is_none_or(|(_, relation)| key(found.relation, in_title) < key(relation, own.in_title)) {
                    *own = Match { on: Some((at, found.relation)), in_title, ..*own };
                }
            }
        }
        Self { names: names.to_vec(), only, parts, matches }
    }

    /// Returns the language in which the fields were named: the one in which each is the name of its topic, or else the
    /// one that their words belong to. Returns `None` if that is not clear.
    pub(crate) fn language(&self) -> Option<&'static str> {
        let parts = || self.parts.iter().map(|part| part.understood.part.concepts.as_slice());
        let is_in = |language: &&NamedLanguage| {
            parts().all(|concepts| matches!(concepts, [only] if only.topics().iter().any(|ix| language.names(*ix, &only.typed))))
        };
        let has_parts = !self.parts.is_empty();
        let named = NAMED_LANGUAGES.iter().find(is_in).filter(|_| has_parts).map(|language| language.name);
        named.or_else(|| language_of_words(self.parts.iter().map(|part| &part.understood.part)))
    }

    /// Returns the schools that were typed with the fields, without duplicates.
    pub(crate) fn schools(&self) -> Vec<InstitutionIx> {
        let mut schools: Vec<InstitutionIx> = self.parts.iter().flat_map(|part| part.schools.iter().copied()).collect();
        schools.sort_unstable();
        schools.dedup();
        schools
    }

    /// Whether any current program is on one of the fields, or any program at all with `include_older`.
    pub(crate) fn has_match(&self, include_older: bool) -> bool {
        let has = |part: &WantedPart| part.understood.count > 0 || include_older && !part.understood.matches.is_empty();
        self.parts.iter().any(has)
    }

    /// Returns the field that a program matches best, and how it matches.
    pub(crate) fn found(&self, row: usize) -> Option<(&WantedPart, &FieldMatch)> {
        let part = &self.parts[usize::from(self.matches[row].on?.0)];
        Some((part, part.understood.matches.of(ProgramIx(row as u32))?))
    }

    /// Whether a program is on the field with this index.
    pub(crate) fn is_on(&self, row: usize, part: usize) -> bool {
        self.parts[part].understood.matches.of(ProgramIx(row as u32)).is_some()
    }
}

/// The phrases that name a field, as words.
struct Phrases {
    /// The words that were typed.
    typed: Vec<String>,
    /// The names and synonyms of its topics.
    others: Vec<Vec<String>>,
}

/// The value of a topic's name in a title, relative to the words that were typed.
const OTHER_NAME: f64 = 0.6;

impl Phrases {
    fn of(field: &UnderstoodPart) -> Self {
        let vocabulary = Vocabulary::embedded();
        let topics = field.part.topics().map(|topic| vocabulary.topic(topic));
        let others = topics.flat_map(|topic| topic.name.all().chain(topic.also.iter().map(String::as_str)));
        Self { typed: telling(&field.part.typed), others: others.map(telling).collect() }
    }

    /// Returns how much of a title names the field; 1 if the title says nothing else.
    fn share_of(&self, title: &[&str]) -> f64 {
        let title: Vec<&str> = title.iter().copied().filter(|word| !is_stop_word(word)).collect();
        let share = |phrase: &Vec<String>| {
            let stands = !phrase.is_empty() && title.windows(phrase.len()).any(|words| words == phrase);
            if stands { phrase.len() as f64 / title.len() as f64 } else { 0.0 }
        };
        let other = self.others.iter().map(share).fold(0.0, f64::max);
        share(&self.typed).max(OTHER_NAME * other)
    }
}

/// Returns the words of a text that are not stop words.
fn telling(text: &str) -> Vec<String> {
    words(text).into_iter().filter(|word| !is_stop_word(word)).collect()
}

impl WantedPart {
    /// Returns a typed field as it is, or the fields that remain after removing the names of schools.
    fn all_of(typed: UnderstoodPart, reader: SchoolReader<'_>) -> Vec<Self> {
        match reader.part(&typed) {
            Some(AtSchool { fields, schools }) => {
                fields.into_iter().map(|field| Self::of(field, schools.clone(), reader)).collect()
            }
            None => vec![Self::of(typed, Vec::new(), reader)],
        }
    }

    fn of(understood: UnderstoodPart, schools: Vec<InstitutionIx>, reader: SchoolReader<'_>) -> Self {
        let nearest = if understood.count == 0 { reader.index.nearest_topics(&understood) } else { Vec::new() };
        Self { understood, schools, nearest }
    }

    /// Returns what was understood: `data science: Data science, 137 programs, Harvard preferred`.
    pub(crate) fn sentence(&self, catalog: &Catalog) -> String {
        let shorts: Vec<String> = self.schools.iter().map(|ix| catalog.institution(*ix).short.to_string()).collect();
        let said = self.understood.sentence();
        if shorts.is_empty() { said } else { format!("{said}, {} preferred", or_list(&shorts)) }
    }

    /// Returns the programs whose name was typed.
    pub(crate) fn named(&self) -> &[ProgramIx] {
        match &self.understood.named {
            Some(Named::Programs(programs)) => programs,
            _ => &[],
        }
    }
}
