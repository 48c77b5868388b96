//! From words to topics: every name and other word of every topic, as its words stand, without the endings of numbers, and
//! as stems. The longest phrase counts; of one length the one that is nearest to what was typed.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::filler;
use super::inflection::{singular, stem};
use super::table::{Strings, Table};
use super::tokens::{Token, tokens};
use super::vocabulary::{Topic, TopicIx};
use crate::names::{Typed, is_unspaced, letters};

/// A stem that stands for more topics than this says too little.
const MAX_TOPICS_OF_STEM: usize = 2;
/// The shortest word that is taken for misspelt; below it a slip makes another word as often.
const MIN_MISSPELT_CHARS: usize = 4;
/// Shorter words are not taken for a word that begins with another letter: `curse` is not `nurse`.
const MIN_CHARS_OF_OTHER_FIRST: usize = 7;
/// The longest abbreviation that has to be in capitals in running text: `IT`, `HR`, `SOC`, not `it`.
const MAX_CAPITALS: usize = 4;

/// How a phrase was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// As its words stand, but for case and accents.
    Exactly,
    /// In another number or gender.
    InAnotherNumber,
    /// As another form of the same words.
    ByStem,
}

/// A phrase at the start of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// How many words it has.
    pub(super) length: usize,
    /// What it stands for; nothing for one that says nothing.
    pub(super) topics: Vec<TopicIx>,
    pub(super) how: How,
}

/// Every phrase of a vocabulary, in a form that is stored: to make it takes longer than all that a query asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Phrases {
    exact: Table,
    singular: Table,
    stems: Table,
    max_words: usize,
    /// The distinct words.
    words: Strings,
    /// Those without their endings, and their stems.
    forms: Strings,
    /// Phrases of scripts without blanks, the longest first.
    unspaced: Vec<String>,
    /// Abbreviations that running text has in capitals.
    capitals: Strings,
}

impl Phrases {
    /// The phrases of these topics. A word that is the name of a topic stands for no other.
    pub(super) fn of(topics: &[Topic]) -> Self {
        let mut collected = Collected::default();
        for filler in filler::PHRASES {
            collected.exact.insert(filler.to_owned(), Vec::new());
        }
        let all = || (0u16..).map(TopicIx).zip(topics);
        for (ix, topic) in all() {
            topic.name.all().for_each(|name| collected.add(ix, &tokens(name)));
        }
        let names: HashSet<String> = collected.exact.keys().cloned().collect();
        for (ix, topic) in all() {
            let others = topic.also.iter().map(|word| tokens(word)).filter(|tokens| !names.contains(&key(tokens)));
            others.for_each(|tokens| collected.add(ix, &tokens));
        }
        for (ix, topic) in all() {
            topic.name.all().flat_map(halves).for_each(|half| collected.add_if_new(ix, half));
        }
        collected.stored()
    }

    /// What exactly these words stand for.
    pub(super) fn called(&self, text: &str) -> Vec<TopicIx> {
        self.exact.get(&key(&tokens(text))).unwrap_or_default()
    }

    /// The longest phrase at the start of some words.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<Found> {
        let words: Vec<&str> = tokens.iter().take(self.max_words.max(2)).map(|token| token.word.as_str()).collect();
        (1..=words.len()).rev().find_map(|length| self.found(&words[..length]))
    }

    fn found(&self, words: &[&str]) -> Option<Found> {
        let found = |topics, how| Found { length: words.len(), topics, how };
        if let Some(topics) = self.exact.get(&words.join(" ")) {
            return Some(found(topics, How::Exactly));
        }
        let by_number = keyed(words, |word| Some(singular(word))).and_then(|key| self.singular.get(&key));
        if let Some(topics) = by_number {
            return Some(found(topics, How::InAnotherNumber));
        }
        let by_stem = keyed(words, stem).and_then(|key| self.stems.get(&key));
        let by_stem = by_stem.filter(|topics| topics.len() <= MAX_TOPICS_OF_STEM)?;
        Some(found(by_stem, How::ByStem))
    }

    /// Whether a phrase of one word is an abbreviation that has to be in capitals where it is one.
    pub(super) fn is_capital(&self, word: &str) -> bool {
        self.capitals.has(word)
    }

    /// Whether a word, or another form of it, is in any phrase.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.has(word) || self.forms.has(&singular(word)) || stem(word).is_some_and(|stem| self.forms.has(&stem))
    }

    /// The word of a phrase that was meant by a misspelt one: of those with fewest slips the one that begins and ends like
    /// it, because fingers seldom miss the first letter.
    pub(super) fn corrected(&self, word: &str) -> Option<&str> {
        let chars = word.chars().count();
        if chars < MIN_MISSPELT_CHARS || word.chars().any(|c| c.is_ascii_digit()) || is_unspaced(word) {
            return None;
        }
        let mut typed = Typed::new(word);
        let is_other_end =
            |other: &str| (word.chars().next() != other.chars().next(), word.chars().last() != other.chars().last());
        let (most, own) = (max_slips(chars), letters(word));
        // Each slip brings one letter at most and takes one away at most.
        let is_possible =
            |other: &u32| [other & !own, own & !other].iter().all(|letters| letters.count_ones() <= u32::from(most));
        let long = self.words.iter().filter(|other| other.chars().count() >= MIN_MISSPELT_CHARS);
        let near = long.filter(|other| is_possible(&letters(other))).filter_map(|other| {
            let slips = typed.slips(other, usize::MAX, most)?;
            Some((slips, is_other_end(other), letters_apart(word, other), other))
        });
        let (_, (is_other_first, _), _, nearest) = near.min()?;
        (chars >= MIN_CHARS_OF_OTHER_FIRST || !is_other_first).then_some(nearest)
    }

    /// Every phrase, its words with a blank between them, with the topics that it stands for.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Vec<TopicIx>)> {
        self.exact.iter()
    }

    /// The longest phrase of a script without blanks that a text starts with.
    pub(super) fn unspaced_start(&self, text: &str) -> Option<&str> {
        self.unspaced.iter().map(String::as_str).find(|phrase| text.starts_with(phrase))
    }
}

/// The phrases of a vocabulary while they are gathered.
#[derive(Default)]
struct Collected {
    exact: BTreeMap<String, Vec<TopicIx>>,
    singular: BTreeMap<String, Vec<TopicIx>>,
    stems: BTreeMap<String, Vec<TopicIx>>,
    max_words: usize,
    words: BTreeSet<String>,
    forms: BTreeSet<String>,
    unspaced: Vec<String>,
    capitals: BTreeSet<String>,
}

impl Collected {
    fn add(&mut self, ix: TopicIx, tokens: &[Token]) {
        if tokens.is_empty() {
            return;
        }
        self.max_words = self.max_words.max(tokens.len());
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        let exact = words.join(" ");
        let is_capital = words.len() == 1 && exact.len() <= MAX_CAPITALS && tokens[0].is_capital;
        if is_capital {
            self.capitals.insert(exact.clone());
        }
        if is_unspaced(&exact) && words.len() == 1 {
            self.unspaced.push(exact.clone());
        }
        put(&mut self.singular, keyed(&words, |word| Some(singular(word))), ix);
        put(&mut self.stems, keyed(&words, stem), ix);
        self.forms.extend(words.iter().flat_map(|word| [Some(singular(word)), stem(word)]).flatten());
        self.words.extend(words.iter().map(|word| (*word).to_owned()));
        put(&mut self.exact, Some(exact), ix);
    }

    /// Adds a phrase that stands for no topic yet.
    fn add_if_new(&mut self, ix: TopicIx, phrase: &str) {
        let tokens = tokens(phrase);
        if !self.exact.contains_key(&key(&tokens)) {
            self.add(ix, &tokens);
        }
    }

    fn stored(mut self) -> Phrases {
        self.unspaced.sort_by_key(|phrase| (std::cmp::Reverse(phrase.chars().count()), phrase.clone()));
        Phrases {
            exact: Table::of(&self.exact),
            singular: Table::of(&self.singular),
            stems: Table::of(&self.stems),
            max_words: self.max_words,
            words: Strings::of(&self.words),
            forms: Strings::of(&self.forms),
            unspaced: self.unspaced,
            capitals: Strings::of(&self.capitals),
        }
    }
}

/// What stands on either side of the `and` of a name, if it is a name by itself: both words of `Astronomy and space`, the
/// first two of `Chinese history and culture`, but not the first one of `Civil and structural engineering`.
fn halves(name: &str) -> Vec<&str> {
    let Some((first, second)) = [" and ", " y ", " et "].iter().find_map(|and| name.split_once(and)) else {
        return Vec::new();
    };
    match (first.contains(' '), second.contains(' ')) {
        (false, false) => vec![first, second],
        (true, _) => vec![first],
        (false, true) => Vec::new(),
    }
}

/// What some words are looked up by.
pub(super) fn key(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ")
}

/// How many letters one of two words has and the other has not: letters are swapped more often than mistaken.
fn letters_apart(a: &str, b: &str) -> usize {
    let mut left: Vec<char> = b.chars().collect();
    let missing = a.chars().filter(|c| left.iter().position(|own| own == c).map(|at| left.swap_remove(at)).is_none());
    missing.count() + left.len()
}

fn keyed(words: &[&str], form: impl Fn(&str) -> Option<String>) -> Option<String> {
    Some(words.iter().map(|word| form(word)).collect::<Option<Vec<_>>>()?.join(" "))
}

fn put(map: &mut BTreeMap<String, Vec<TopicIx>>, key: Option<String>, ix: TopicIx) {
    let Some(key) = key else { return };
    let topics = map.entry(key).or_default();
    if !topics.contains(&ix) {
        topics.push(ix);
    }
}

/// How many slips a word of that length may hold.
fn max_slips(chars: usize) -> u8 {
    match chars {
        0..=6 => 1,
        7..=10 => 2,
        _ => 3,
    }
}
