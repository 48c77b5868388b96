//! How a title names a wanted field: by the words that were typed, by the name of the topic, or by an abbreviation; and
//! whether few titles do. It knows nothing about a program except its title.

use std::collections::HashSet;

use crate::catalog::ProgramIx;
use crate::names::{is_stop_word, words};
use crate::search::UnderstoodPart;
use crate::topics::{Vocabulary, is_filler, stem};

/// The most titles that have the words of a field for these words to be rare. A program that has them is the one that
/// was asked for; words of more titles only say what the field is.
pub(super) const MAX_RARE: usize = 3;

/// The longest abbreviation of a topic, in characters.
const MAX_ABBREVIATED: usize = 5;

/// The fewest phrases that the vocabulary must write with either of two words for these to mean the same.
const MIN_PHRASES: usize = 2;

/// A title that names a topic in passing is not called by it: the name is at least one in this many of its words.
const MIN_NAMED: usize = 3;

/// The phrases that name a field, as stems of words.
pub(super) struct Phrases {
    /// The words that were typed.
    typed: Vec<String>,
    /// Those that are in no name of its topics. A program on the topic whose title has them is meant, although its title
    /// does not name the topic.
    rest: Vec<String>,
    /// Filler among them and directly after them: `levels` of *game levels*. One in the title is enough.
    beside: Vec<String>,
    /// Whether these are a name of a topic. Another synonym, such as a narrower thing or a tool, is more specific.
    is_name: bool,
    /// The names of its topics, and their abbreviations with what these abbreviate: `GCP` and *Google Cloud Platform*.
    names: Vec<Vec<String>>,
    /// The names and synonyms of its topics.
    others: Vec<Vec<String>>,
}

/// The value of a topic's name in a title, relative to the words that were typed.
const OTHER_NAME: f64 = 0.6;
/// The least value of a title that has all the words that were typed, in any order, if these are not the name of a
/// topic: of all programs about SQL, the one that says `PostgreSQL` is for a user who typed that, however long its
/// title is.
const OWN_WORDS: f64 = 0.7;

impl Phrases {
    pub(super) fn of(field: &UnderstoodPart) -> Self {
        let vocabulary = Vocabulary::embedded();
        let topics = || field.part.topics().map(|topic| vocabulary.topic(topic));
        let all =
            topics().map(|topic| topic.name.all().chain(topic.also.iter().map(String::as_str)).collect::<Vec<_>>());
        let all: Vec<Vec<&str>> = all.collect();
        let names = topics().flat_map(|topic| topic.name.all()).chain(all.iter().flat_map(|own| abbreviated(own)));
        let names: Vec<Vec<String>> = names.map(telling).collect();
        let ignored: Vec<String> = field.matches.ignored.iter().flat_map(|typed| telling(typed)).collect();
        let mut typed = telling(&without_filler(&field.part.typed));
        typed.retain(|word| !ignored.contains(word));
        let official: Vec<Vec<String>> = topics().flat_map(|topic| topic.name.all()).map(telling).collect();
        let others: Vec<Vec<String>> = all.into_iter().flatten().map(telling).collect();
        typed = in_words_of(&official, &others, typed);
        let is_name = names.contains(&typed);
        let filler = words(&field.part.typed).into_iter().filter(|word| is_filler(word));
        let beside = field.part.beside.iter().cloned().chain(filler).flat_map(|word| telling(&word)).collect();
        let is_in_name = |word: &String| names.iter().any(|name| name.contains(word));
        let rest: Vec<String> = typed.iter().filter(|word| !is_in_name(word)).cloned().collect();
        let rest = if typed.iter().any(is_in_name) { rest } else { Vec::new() };
        Self { typed, rest, beside, is_name, names, others }
    }

    /// Returns how much of a title, given as stems, names the field; 1 if the title says nothing else.
    pub(super) fn share_of(&self, title: &[String]) -> f64 {
        let share = |phrase: &Vec<String>| {
            if stands_in(phrase, title) { phrase.len() as f64 / title.len() as f64 } else { 0.0 }
        };
        let other = self.others.iter().map(share).fold(0.0, f64::max);
        let own = if !self.typed.is_empty() && self.typed.iter().all(|word| title.contains(word)) {
            self.typed.len() as f64 / title.len() as f64
        } else {
            0.0
        };
        let least = if own > 0.0 && !self.is_name { OWN_WORDS } else { 0.0 };
        let named = if self.is_name { self.names.iter().map(share).fold(0.0, f64::max) } else { 0.0 };
        share(&self.typed).max(least + (1.0 - least) * own).max(named).max(OTHER_NAME * other)
    }

    /// Which words for the field a title, given as stems, has: those that were typed, or else the name of a topic.
    pub(super) fn are_in(&self, title: &[String]) -> Option<Said> {
        // In another order too: *Crop Production and Soil Management* is what `soil for crops` asks for.
        let has_all = self.typed.len() > 1 && self.typed.iter().all(|word| title.contains(word));
        let has_more = !self.rest.is_empty() || self.beside.iter().any(|word| title.contains(word));
        if has_more && self.rest.iter().all(|word| title.contains(word)) {
            return Some(Said::Beyond);
        }
        if has_all || stands_in(&self.typed, title) {
            return Some(Said::AsTyped);
        }
        let is_most = |name: &Vec<String>| stands_in(name, title) && MIN_NAMED * name.len() >= title.len();
        if self.names.iter().any(is_most) {
            return Some(Said::AsNamed);
        }
        let is_short = |name: &&Vec<String>| matches!(name.as_slice(), [one] if one.chars().count() <= MAX_ABBREVIATED);
        let mut abbreviations = self.others.iter().filter(is_short);
        abbreviations.any(|name| stands_in(name, title)).then_some(Said::Abbreviated)
    }
}

/// The words in which a title names a field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Those that were typed beyond the name of the topic, which the program is about.
    Beyond,
    /// Those that were typed.
    AsTyped,
    /// The name of the topic, where something else was typed: `recruiter` for *Human resources*.
    AsNamed,
    /// An abbreviation for it: `AWS` says no less than *Amazon Web Services*, so both are counted.
    Abbreviated,
}

/// The programs whose titles have words that few titles have: those that were typed beyond the name of the topic, those
/// that were typed, or, if no title has these, the name of the topic or an abbreviation for it. If a name was typed, all
/// of these say the same and count together. `title` is `None` for programs that are not on offer. Programs of one title
/// count once, so that a namesake changes nothing for the others. Of many programs, only the first few are read.
pub(super) fn rare(
    names: &Phrases,
    said: &[(Said, ProgramIx)],
    title: impl Fn(ProgramIx) -> Option<String>,
) -> Vec<ProgramIx> {
    let of = |wanted: &[Said]| -> Option<Vec<ProgramIx>> {
        let (mut found, mut titles) = (Vec::new(), HashSet::new());
        for (words, program) in said.iter().filter(|(words, _)| wanted.contains(words)) {
            let Some(title) = title(*program) else { continue };
            found.extend((*words != Said::Abbreviated).then_some(*program));
            titles.insert(title);
            if titles.len() > MAX_RARE {
                return None;
            }
        }
        Some(found)
    };
    let beyond = of(&[Said::Beyond]).unwrap_or_default();
    if !beyond.is_empty() {
        return beyond;
    }
    if names.is_name {
        return of(&[Said::AsTyped, Said::AsNamed, Said::Abbreviated]).unwrap_or_default();
    }
    match of(&[Said::AsTyped]) {
        Some(found) if found.is_empty() => of(&[Said::AsNamed, Said::Abbreviated]).unwrap_or_default(),
        found => found.unwrap_or_default(),
    }
}

/// The words typed for a topic with those of its name in place of others that mean the same there: *electric cars* are
/// *electric vehicles*. Two words mean the same if the vocabulary writes several phrases with either.
fn in_words_of(official: &[Vec<String>], all: &[Vec<String>], typed: Vec<String>) -> Vec<String> {
    let Some(name) = official.iter().find(|name| name.len() == typed.len()) else { return typed };
    let mut apart = typed.iter().zip(name).filter(|(own, named)| own != named);
    let (Some((own, named)), None) = (apart.next(), apart.next()) else { return typed };
    let with = |phrase: &&Vec<String>| phrase.len() > 1 && phrase.contains(own);
    let other = |phrase: &Vec<String>| -> Vec<String> {
        phrase.iter().map(|word| if word == own { named.clone() } else { word.clone() }).collect()
    };
    let both: HashSet<Vec<String>> = all.iter().filter(with).map(other).filter(|phrase| all.contains(phrase)).collect();
    if both.len() >= MIN_PHRASES { name.clone() } else { typed }
}

/// The initials of the words of a name.
fn initials(name: &str) -> String {
    words(name).iter().filter_map(|word| word.chars().next()).collect()
}

/// The abbreviations among the names of a topic that are the initials of others, with these others.
fn abbreviated<'n>(names: &[&'n str]) -> Vec<&'n str> {
    let is_short = |name: &&&str| name.chars().count() <= MAX_ABBREVIATED && words(name).len() == 1;
    let short: Vec<String> = names.iter().filter(is_short).flat_map(|name| words(name)).collect();
    let long: Vec<&str> = names.iter().copied().filter(|name| short.contains(&initials(name))).collect();
    let is_of = |name: &&&str| long.iter().any(|long| words(name) == [initials(long)]);
    names.iter().filter(is_of).copied().chain(long.iter().copied()).collect()
}

/// The stems of the words that are not stop words; a word without a stem is its own.
pub(super) fn stems<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<String> {
    let telling = words.into_iter().filter(|word| !is_stop_word(word));
    telling.map(|word| stem(word).unwrap_or_else(|| word.to_owned())).collect()
}

/// Whether a title contains the words of a phrase one after the other.
fn stands_in(phrase: &[String], title: &[String]) -> bool {
    !phrase.is_empty() && title.windows(phrase.len()).any(|words| words == phrase)
}

/// A text without the words that say nothing beside others: *PMP certification* asks for PMP.
fn without_filler(text: &str) -> String {
    let telling: Vec<String> = words(text).into_iter().filter(|word| !is_filler(word)).collect();
    if telling.is_empty() { text.to_owned() } else { telling.join(" ") }
}

/// The stems of the words of a text that are not stop words.
fn telling(text: &str) -> Vec<String> {
    stems(words(text).iter().map(String::as_str))
}
