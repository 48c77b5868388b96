//! The phrase table: every name and synonym of every topic, in three forms: as written, with number and gender endings
//! removed, and as stems. The longest matching phrase wins; among matches of one length, the form closest to the typed
//! text wins.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::filler;
use super::inflection::{numbers, singular, stem};
use super::ordinary::is_ordinary;
use super::table::{Strings, Table};
use super::tokens::{Joint, Token, key, tokens, widest_joint};
use super::topic::{Topic, TopicIx};
use crate::names::{TypedWord, is_unspaced, letters, plain_slips};

/// The maximum number of topics of a stem; a stem of more is too vague and is ignored.
const MAX_TOPICS_OF_STEM: usize = 2;
/// The minimum length of a word that may be corrected; in shorter ones, a single edit produces another valid word just
/// as often.
const MIN_MISSPELT_CHARS: usize = 4;
/// The minimum length of a word that is corrected although it has the stem of a known one.
const MIN_PLAINLY_MISSPELT_CHARS: usize = 7;
/// The maximum length of abbreviations that count in a title only in capitals: `IT`, `HR`, `SOC`, but not `it`.
const MAX_CAPITALS: usize = 4;

/// How a phrase matched; closer matches come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// As written, apart from case and accents.
    Exactly,
    /// In another number.
    InAnotherNumber,
    /// In another gender, or with another last vowel: `cuentas` for *cuento*, which may be another word.
    InAnotherGender,
    /// By stem, as another form of the same words.
    ByStem,
}

/// A phrase that matches the beginning of a list of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The number of words in the phrase.
    pub(super) length: usize,
    /// The topics it stands for; empty for a phrase of filler.
    pub(super) topics: Vec<TopicIx>,
    pub(super) how: How,
}

/// All phrases of a vocabulary, in a form that can be stored, because building it takes longer than the rest of a
/// query.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Phrases {
    exact: Table,
    singular: Table,
    stems: Table,
    max_words: usize,
    /// The distinct words of all phrases.
    words: Strings,
    /// The distinct words without their number and gender endings, and their stems.
    forms: Strings,
    /// Phrases in scripts written without spaces, longest first.
    unspaced: Vec<String>,
    /// Abbreviations that must be in capitals to count in a title.
    capitals: Strings,
    /// The phrases, without number and gender endings, that are written with `and` or a sign between their words.
    joined: Strings,
    /// Those of them that are written with a sign such as a comma or a slash.
    apart: Strings,
    /// The shapes of `words`.
    #[serde(skip)]
    shapes: Shapes,
}

/// The letters and the length of each word, which rule out most candidates for a correction. They are derived from the
/// words when a word is misspelt, so that a start does not pay for them.
#[derive(Clone, Debug, Default)]
struct Shapes(OnceLock<Vec<(u32, u8)>>);

impl PartialEq for Shapes {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Phrases {
    /// Builds the table for these topics. A phrase that is the name of a topic is not accepted as a synonym
    /// for another.
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

    /// Returns the topics that exactly these words stand for; empty if there are none.
    pub(super) fn called(&self, text: &str) -> Vec<TopicIx> {
        self.exact.get(&key(&tokens(text))).unwrap_or_default()
    }

    /// Returns the longest phrase at the beginning of `tokens`, or `None` if no phrase matches.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<Found> {
        let words: Vec<&str> = tokens.iter().take(self.max_words.max(2)).map(|token| token.word.as_str()).collect();
        let written = |length: &usize| self.is_written_so(&tokens[..*length]);
        (1..=self.most_words(&words)).rev().filter(written).find_map(|length| self.found(&words[..length]))
    }

    /// Returns the maximum number of these words that a phrase can have, in any form. Most words of a text begin no
    /// phrase, so this saves nearly all lookups of longer ones.
    fn most_words(&self, words: &[&str]) -> usize {
        let as_written = self.exact.most_words(words.iter().map(|word| (*word).to_owned()));
        let in_singular = self.singular.most_words(words.iter().map(|word| singular(word)));
        let as_stems = self.stems.most_words(words.iter().map_while(|word| stem(word)));
        as_written.max(in_singular).max(as_stems)
    }

    /// Whether words may be one phrase despite their separators: `hospitality and tourism` because the vocabulary
    /// writes it in this way, but not `business or law`.
    fn is_written_so(&self, tokens: &[Token]) -> bool {
        let has = |phrases: &Strings| {
            let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
            keyed(&words, |word| Some(singular(word))).is_some_and(|key| phrases.has(&key))
        };
        match widest_joint(tokens) {
            Joint::None => true,
            Joint::Joined => has(&self.joined),
            Joint::Apart | Joint::Choice => has(&self.apart),
        }
    }

    fn found(&self, words: &[&str]) -> Option<Found> {
        let found = |topics, how| Found { length: words.len(), topics, how };
        if let Some(topics) = self.exact.get(&words.join(" ")) {
            return Some(found(topics, How::Exactly));
        }
        let by_number = keyed(words, |word| Some(singular(word))).and_then(|key| self.singular.get(&key));
        if let Some(topics) = by_number {
            let how = if self.is_in_another_number(words) { How::InAnotherNumber } else { How::InAnotherGender };
            return Some(found(topics, how));
        }
        let by_stem = keyed(words, stem).and_then(|key| self.stems.get(&key));
        let by_stem = by_stem.filter(|topics| topics.len() <= MAX_TOPICS_OF_STEM)?;
        Some(found(by_stem, How::ByStem))
    }

    /// Whether words differ from a phrase by the number of the last word only.
    fn is_in_another_number(&self, words: &[&str]) -> bool {
        let Some((last, rest)) = words.split_last() else { return false };
        numbers(last).any(|last| self.exact.get(&[rest, &[last.as_str()]].concat().join(" ")).is_some())
    }

    /// Whether a word is an abbreviation that counts in a title only if it is in capitals.
    pub(super) fn is_capital(&self, word: &str) -> bool {
        self.capitals.has(word)
    }

    /// Whether a word occurs in any phrase as it is.
    pub(super) fn has_exact_word(&self, word: &str) -> bool {
        self.words.has(word)
    }

    /// Whether a word of any phrase contains this sequence of letters.
    pub(super) fn has_run(&self, run: &str) -> bool {
        self.words.has_part(run)
    }

    /// Whether a word occurs in any phrase, in any number.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.has(word) || self.forms.has(&singular(word))
    }

    /// Whether some words stand for topics, matched at least as closely as `how`.
    pub(super) fn is_phrase_of(&self, words: &[&str], how: How) -> bool {
        self.found(words).is_some_and(|found| !found.topics.is_empty() && found.how <= how)
    }

    /// Iterates over the phrases that begin with this text, with the topics they stand for.
    pub(super) fn starting_with<'p>(&'p self, start: &'p str) -> impl Iterator<Item = (&'p str, Vec<TopicIx>)> {
        self.exact.starting_with(start)
    }

    /// Whether a word has the stem of a word of any phrase.
    pub(super) fn has_stem(&self, word: &str) -> bool {
        stem(word).is_some_and(|stem| self.forms.has(&stem))
    }

    /// Whether a word, or another form of it, occurs in any phrase.
    pub(super) fn has_form(&self, word: &str) -> bool {
        self.has_word(word) || self.has_stem(word)
    }

    /// Returns the number of words of the longest phrase that these words begin with, compared word for word and not by
    /// stem; 0 if there is none.
    pub(super) fn exact_start(&self, tokens: &[Token]) -> usize {
        let words: Vec<&str> = tokens.iter().take(self.max_words).map(|token| token.word.as_str()).collect();
        let is_phrase = |length: &usize| {
            self.is_written_so(&tokens[..*length]) && self.exact.get(&words[..*length].join(" ")).is_some()
        };
        (1..=words.len()).rev().find(is_phrase).unwrap_or(0)
    }

    /// Returns the word that a long one misspells by a single slip, with the same first and last letter. Only such a
    /// correction is more reliable than a stem: `procurment` is `procurement`, not a form of `procurador`.
    pub(super) fn plainly_corrected(&self, word: &str) -> Option<&str> {
        let is_long = word.chars().count() >= MIN_PLAINLY_MISSPELT_CHARS;
        let corrected = self.corrected(word).filter(|_| is_long)?;
        (other_ends(word, corrected) == (false, false)
            && TypedWord::new(word).distance(corrected, usize::MAX, 1).is_some())
        .then_some(corrected)
    }

    /// Returns the word that a misspelt one was meant to be, or `None` if no word is close enough or the difference is
    /// not a plausible slip. Among words at the smallest edit distance, those with the same first and last letter win,
    /// because people seldom mistype the first letter.
    pub(super) fn corrected(&self, word: &str) -> Option<&str> {
        let chars = word.chars().count();
        let is_word = is_ordinary(word) || word.chars().any(|c| c.is_ascii_digit()) || is_unspaced(word);
        if chars < MIN_MISSPELT_CHARS || is_word {
            return None;
        }
        let mut typed = TypedWord::new(word);
        let (most, own) = (max_slips(chars), letters(word));
        // One edit adds at most one letter and removes at most one, so comparing letter sets and lengths rules out most
        // words cheaply.
        let is_possible = |(other, length): &(u32, u8)| {
            let length = usize::from(*length);
            length >= MIN_MISSPELT_CHARS
                && length.abs_diff(chars) <= usize::from(most)
                && [other & !own, own & !other].iter().all(|letters| letters.count_ones() <= u32::from(most))
        };
        let possible = self.shapes().iter().enumerate().filter(|(_, shape)| is_possible(shape));
        let near = possible.map(|(at, _)| self.words.at(at)).filter_map(|other| {
            typed.distance(other, usize::MAX, most)?;
            let slips = plain_slips(word, other, most)?;
            // In a word of four letters, a different first letter makes another word: `toan` is not `otan`.
            let is_other_word = chars == MIN_MISSPELT_CHARS && other_ends(word, other).0;
            (!is_other_word).then_some(())?;
            Some((slips, other_ends(word, other), letters_apart(word, other), other))
        });
        near.min().map(|(_, _, _, nearest)| nearest)
    }

    fn shapes(&self) -> &[(u32, u8)] {
        let shape = |word: &str| (letters(word), u8::try_from(word.chars().count()).unwrap_or(u8::MAX));
        self.shapes.0.get_or_init(|| self.words.iter().map(shape).collect())
    }

    /// Iterates over the phrases that contain all of these letters, words separated by single spaces, with the topics
    /// they stand for.
    pub(super) fn containing<'p>(&'p self, all: &'p [String]) -> impl Iterator<Item = (&'p str, Vec<TopicIx>)> {
        self.exact.containing(all)
    }

    /// Returns the longest phrase of a script without spaces that `text` starts with.
    pub(super) fn unspaced_start(&self, text: &str) -> Option<&str> {
        self.unspaced.iter().map(String::as_str).find(|phrase| text.starts_with(phrase))
    }
}

/// The phrases of a vocabulary while they are being collected.
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
    joined: BTreeSet<String>,
    apart: BTreeSet<String>,
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
        let in_singular = keyed(&words, |word| Some(singular(word)));
        let joint = widest_joint(tokens);
        self.joined.extend(in_singular.clone().filter(|_| joint > Joint::None));
        self.apart.extend(in_singular.clone().filter(|_| joint > Joint::Joined));
        put(&mut self.singular, in_singular, ix);
        put(&mut self.stems, keyed(&words, stem), ix);
        self.forms.extend(words.iter().flat_map(|word| [Some(singular(word)), stem(word)]).flatten());
        self.words.extend(words.iter().map(|word| (*word).to_owned()));
        put(&mut self.exact, Some(exact), ix);
    }

    /// Adds a phrase unless it is already in the table.
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
            joined: Strings::of(&self.joined),
            apart: Strings::of(&self.apart),
            shapes: Shapes::default(),
        }
    }
}

/// Returns the sides of a name joined by `and` that are names on their own: both words of `Astronomy and space`, the
/// first two words of `Chinese history and culture`, but nothing of `Civil and structural engineering`.
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

/// Whether the first letters of two words differ, and whether the last ones do.
fn other_ends(a: &str, b: &str) -> (bool, bool) {
    (a.chars().next() != b.chars().next(), a.chars().last() != b.chars().last())
}

/// Returns the number of letters that occur in only one of the two words. It breaks ties in favour of transposed
/// letters, which are more common than wrong ones.
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

/// Returns the maximum number of slips in a word of this length. Two in a short word, or three in any, make another
/// word more often than not: `directly` is no slip for `directory`.
fn max_slips(chars: usize) -> u8 {
    if chars <= 8 { 1 } else { 2 }
}
