//! Parses typed text as a question about the kinds: which of its words name a kind, which name a subject, and which
//! name something else. Decides between an answer, a question without an answer, and a search.

use super::{Subject, WORDS};
use crate::catalog::Catalog;
use crate::names::{TypedWord, fold, is_stop_word, words};
use crate::topics::{Vocabulary, is_filler, stem};

/// The minimum number of words of a question without a question mark.
const MIN_WORDS: usize = 3;
/// The minimum length of a word that may contain a typing error.
const MIN_MISSPELT_CHARS: usize = 6;
/// Words that separate two kinds: `certificate or degree`.
const BETWEEN: [&str; 5] = ["or", "vs", "versus", "o", "ou"];
/// Prepositions before a subject to learn: `a course on auditing`.
const BEFORE_SUBJECT: [&str; 6] = ["on", "about", "in", "of", "sobre", "en"];

/// What a text is about.
pub(super) enum Asking {
    /// Programs: it names something to learn, or does not have the form of a question.
    Search,
    /// Something about the kinds or about taking a program for which the guide has no answer.
    Unknown,
    /// A subject of the guide.
    About(&'static Subject),
}

/// Typed text, read as a question.
pub(super) struct Question {
    /// All its words, folded.
    words: Vec<String>,
    /// The kinds that are named.
    kinds: Vec<&'static str>,
    /// Whether the text names a kind or credentials in general.
    is_about_kinds: bool,
    /// Whether it has an opening word or a question mark, so that it cannot be a list of keywords.
    is_plain: bool,
}

impl Question {
    /// Returns `None` if the text does not have the form of a question.
    pub(super) fn read(typed: &str) -> Option<Self> {
        let words = words(typed);
        let has_sign = fold(typed).contains(['?', '¿', '？', '؟']);
        let is_opened = words.first().is_some_and(|first| WORDS.openers.contains(first));
        let has_grammar = words.iter().any(|word| is_stop_word(word) || BETWEEN.contains(&word.as_str()));
        if !has_sign && (words.len() < MIN_WORDS || !is_opened && !has_grammar) {
            return None;
        }
        let named = WORDS.kinds.iter().filter(|kind| kind.words.iter().any(|own| words.contains(own)));
        let is_about_kinds = named.clone().next().is_some();
        let kinds = named.filter_map(|kind| kind.kind.as_deref()).collect();
        let is_plain = has_sign || is_opened;
        (is_plain || is_about_kinds).then_some(Self { words, kinds, is_about_kinds, is_plain })
    }

    /// Whether the kind with this slug is named.
    pub(super) fn names(&self, kind: &str) -> bool {
        self.kinds.contains(&kind)
    }

    /// Whether the question is about the kind with this slug: it names the kind, or none at all.
    pub(super) fn is_about(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.names(kind)
    }

    pub(super) fn asking(&self, catalog: &Catalog) -> Asking {
        let subject = self.subject();
        let others = self.others(subject);
        // `A job in Canada` is about a job; `a certificate in beekeeping` is about something to learn.
        let holds_for_all = subject.is_some_and(|subject| subject.holds_for_all);
        if self.names_something_to_learn(&others, catalog)
            || !holds_for_all && self.has_subject_behind_preposition(&others)
        {
            return Asking::Search;
        }
        let is_unanswered = self.words.iter().any(|word| WORDS.unanswered.contains(word));
        match subject {
            Some(subject) if others.is_empty() && !is_unanswered => Asking::About(subject),
            Some(subject) if subject.holds_for_all && self.is_plain => Asking::About(subject),
            _ if !self.is_plain => Asking::Search,
            _ if is_unanswered || self.is_about_kinds || others.is_empty() => Asking::Unknown,
            _ => Asking::Search,
        }
    }

    /// Returns the subject that the words name; `None` if they name none.
    fn subject(&self) -> Option<&'static Subject> {
        let named = WORDS.subjects.iter().map(|subject| (subject, self.says(subject))).filter(|(_, said)| *said > 0.0);
        // On a tie, the first subject wins.
        named.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(subject, _)| subject)
    }

    /// Returns how clearly the words name a subject. A word counts for more the fewer subjects share it, and a phrase
    /// counts for more the more words it has.
    fn says(&self, subject: &Subject) -> f64 {
        let single = self.words.iter().filter(|word| subject.has(word));
        let sharers = |word: &String| WORDS.subjects.iter().filter(|other| other.has(word)).count().max(1) as f64;
        let single: f64 = single.map(|word| 1.0 / sharers(word)).sum();
        let phrase = subject.phrases.iter().filter(|phrase| self.has_phrase(phrase));
        let phrase = phrase.map(|phrase| phrase.split(' ').count()).max().unwrap_or(0);
        single + phrase as f64
    }

    fn has_phrase(&self, phrase: &str) -> bool {
        phrase.split(' ').all(|own| self.words.iter().any(|word| word == own || is_form(own, word)))
    }

    /// Returns the words that are neither grammar nor known to the guide.
    fn others(&self, subject: Option<&Subject>) -> Vec<&str> {
        let phrases = subject.iter().flat_map(|subject| &subject.phrases).filter(|phrase| self.has_phrase(phrase));
        let together: Vec<&str> = phrases.flat_map(|phrase| phrase.split(' ')).collect();
        let is_known = |word: &String| {
            let lists = [&WORDS.openers, &WORDS.little, &WORDS.offering, &WORDS.unanswered];
            lists.iter().any(|list| list.contains(word))
                || WORDS.kinds.iter().any(|kind| kind.words.contains(word))
                || WORDS.subjects.iter().any(|subject| subject.has(word))
                || together.iter().any(|own| own == word || is_form(own, word))
                || is_stop_word(word)
                || is_filler(word)
        };
        self.words.iter().filter(|word| !is_known(word)).map(String::as_str).collect()
    }

    /// Whether the text names a topic, an institution, or something that it asks the catalogue for.
    fn names_something_to_learn(&self, others: &[&str], catalog: &Catalog) -> bool {
        let is_offer = self.words.iter().any(|word| WORDS.offering.contains(word));
        let is_place =
            |word: &&str| catalog.institutions.iter().any(|own| words(&own.name).iter().any(|own| own == word));
        is_topic(&others.join(" "))
            || others.iter().any(|word| is_topic(word))
            || others.iter().any(is_place)
            || !others.is_empty() && is_offer
    }

    /// Whether a kind is named and followed by something that may be taught: `a course on auditing`.
    fn has_subject_behind_preposition(&self, others: &[&str]) -> bool {
        let is_subject = |word: &String| others.contains(&word.as_str()) || is_gerund(word);
        let follows = |pair: &[String]| BEFORE_SUBJECT.contains(&pair[0].as_str()) && is_subject(&pair[1]);
        self.is_about_kinds && self.words.windows(2).any(follows)
    }
}

/// The minimum length of a gerund in bytes, which excludes `thing`.
const MIN_GERUND_BYTES: usize = 6;

/// Whether a word names an activity, as `auditing` in `a course on auditing`.
fn is_gerund(word: &str) -> bool {
    word.ends_with("ing") && word.len() >= MIN_GERUND_BYTES
}

/// Whether the vocabulary recognizes some of the words as they are spelled. A corrected word is no evidence, because a
/// question may contain any word.
fn is_topic(text: &str) -> bool {
    let reading = Vocabulary::embedded().read(text, std::iter::empty(), |_| false);
    let mut concepts = reading.parts.iter().flat_map(|part| &part.concepts);
    concepts.any(|concept| concept.is_understood() && concept.corrected.is_none())
}

impl Subject {
    /// Whether a folded word is one of its words, another form of one, or a misspelling of one.
    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word) || self.words.iter().any(|own| is_form(own, word))
    }
}

/// Whether two words are forms of one word or differ by one typing error.
fn is_form(own: &str, word: &str) -> bool {
    let is_one = stem(own).is_some_and(|own| stem(word) == Some(own));
    let is_slip = |own: &str| {
        let is_long = word.chars().count() >= MIN_MISSPELT_CHARS && own.chars().count() >= MIN_MISSPELT_CHARS;
        is_long && TypedWord::new(word).distance(own, usize::MAX, 1).is_some()
    };
    is_one || is_slip(own)
}
