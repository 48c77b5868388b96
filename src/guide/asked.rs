//! Recognizes questions about the kinds themselves, such as `is a micromasters worth it`, and answers them from the
//! guide. They are distinguished from a search for programs by their form and by the words the guide has answers to. A
//! question that names something to learn is not about the kinds. Works on words alone and knows no programs.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Guide, Row};
use crate::catalog::{Kind, sentence};
use crate::names::{Typed, fold, is_stop_word, words};
use crate::topics::{Concept, Vocabulary, is_filler, stem};

static EMBEDDED: &str = include_str!("../../assets/asked.json");

static WORDS: LazyLock<Asked> =
    LazyLock::new(|| serde_json::from_str(EMBEDDED).expect("a test reads the shipped words"));

/// The fewest words of a question that has no question mark.
const MIN_WORDS: usize = 3;
/// The shortest word that may contain a typing error.
const MIN_MISSPELT_CHARS: usize = 6;

/// The guide's answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideAnswer {
    /// The subject of the question.
    pub about: String,
    /// The answer, in entries of one or two sentences.
    pub sentences: Vec<String>,
}

/// The words that questions about the kinds consist of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// Folded words that a question begins with.
    openers: Vec<String>,
    /// Words for the kinds.
    kinds: Vec<KindWords>,
    /// The subjects of questions that the guide can answer.
    subjects: Vec<Subject>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindWords {
    /// The kind; `None` for words that mean any kind.
    kind: Option<String>,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    name: String,
    answers: Vec<Place>,
    words: Vec<String>,
}

/// An entry of the guide that answers a question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    /// The id of the entry.
    of: String,
    /// The kind that the entry is about; `None` if it is about all of them.
    kind: Option<String>,
}

/// Returns the shipped guide's answer, or `None` if `typed` is not a question about the kinds.
pub fn answer(typed: &str) -> Option<GuideAnswer> {
    let question = Question::read(typed)?;
    let subject = question.subject()?;
    Some(Guide::embedded().answer(&question, subject))
}

impl Guide {
    fn answer(&self, question: &Question<'_>, subject: &Subject) -> GuideAnswer {
        let is_meant = |place: &&Place| match &place.kind {
            Some(kind) if !question.kinds.is_empty() => question.kinds.contains(&kind.as_str()),
            _ => true,
        };
        let sentences = subject.answers.iter().filter(is_meant).flat_map(|place| self.says(&place.of)).collect();
        GuideAnswer { about: subject.name.clone(), sentences }
    }

    /// Returns the sentences of the entry with this id.
    fn says(&self, id: &str) -> Vec<String> {
        let row = self.rows.iter().filter(|row| row.id == id).flat_map(row_in_sentences);
        let rule = self.rules.iter().filter(|rule| rule.id == id);
        let rule = rule.map(|rule| sentence(&format!("when {}: {}", rule.when, rule.choose)));
        let cost = self.trade_offs.iter().filter(|cost| cost.id == id).map(|cost| cost.text.clone());
        let answer = self.questions.iter().filter(|question| question.id == id);
        let answer = answer.map(|question| question.answer.clone());
        let finding = self.flags.iter().filter(|flag| flag.id == id).map(|flag| sentence(&flag.finding));
        row.chain(rule).chain(cost).chain(answer).chain(finding).collect()
    }
}

fn row_in_sentences(row: &Row) -> Vec<String> {
    let kinds =
        [(Kind::ProfessionalCertificate, &row.professional_certificate), (Kind::MicroMasters, &row.micromasters)];
    let kinds = kinds.map(|(kind, says)| sentence(&format!("{}: {says}", kind.name())));
    kinds.into_iter().chain(row.note.as_deref().map(sentence)).collect()
}

/// Typed text, read as a question.
struct Question<'w> {
    /// The folded words that say what is asked.
    asked: Vec<String>,
    /// The kinds that are named.
    kinds: Vec<&'w str>,
    /// Whether the text names a kind or credentials in general.
    is_about_kinds: bool,
    /// Words that the guide knows nothing about.
    others: Vec<String>,
}

impl Question<'static> {
    /// Returns `None` if the text does not have the form of a question.
    fn read(typed: &str) -> Option<Self> {
        let all = words(typed);
        let has_sign = fold(typed).contains(['?', '¿', '？', '؟']);
        let is_opened = all.first().is_some_and(|first| WORDS.openers.contains(first));
        let has_grammar = all.iter().any(|word| is_stop_word(word));
        let is_long = all.len() >= MIN_WORDS;
        if !has_sign && !(is_long && (is_opened || has_grammar)) {
            return None;
        }
        let mut question = Self { asked: Vec::new(), kinds: Vec::new(), is_about_kinds: false, others: Vec::new() };
        for word in all {
            question.add(word);
        }
        (has_sign || is_opened || question.is_about_kinds).then_some(question)
    }

    fn add(&mut self, word: String) {
        let kind = WORDS.kinds.iter().find(|kind| kind.words.contains(&word));
        if let Some(kind) = kind {
            self.is_about_kinds = true;
            self.kinds.extend(kind.kind.as_deref().filter(|kind| !self.kinds.contains(kind)));
        }
        let is_subject = WORDS.subjects.iter().any(|subject| subject.has(&word));
        if is_subject {
            self.asked.push(word);
        } else if kind.is_none() && !is_stop_word(&word) && !is_filler(&word) && !WORDS.openers.contains(&word) {
            self.others.push(word);
        }
    }
}

impl Question<'_> {
    /// Returns the subject of the question, or `None` if it names something to learn or nothing that the guide knows.
    fn subject(&self) -> Option<&'static Subject> {
        let vocabulary = Vocabulary::embedded();
        let is_topic = |word: &String| {
            let reading = vocabulary.read(word, std::iter::empty(), |_| false);
            reading.parts.iter().flat_map(|part| &part.concepts).any(Concept::is_understood)
        };
        if self.others.iter().any(is_topic) || !self.others.is_empty() && !self.is_about_kinds {
            return None;
        }
        // A word of few subjects says more, so it counts for more. On a tie, the first subject wins.
        let said = |subject: &Subject| -> f64 {
            let own = self.asked.iter().filter(|word| subject.has(word));
            own.map(|word| 1.0 / WORDS.subjects.iter().filter(|other| other.has(word)).count().max(1) as f64).sum()
        };
        let best = WORDS.subjects.iter().map(|subject| (subject, said(subject))).filter(|(_, said)| *said > 0.0);
        best.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(subject, _)| subject)
    }
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
        is_long && Typed::new(word).slips(own, usize::MAX, 1).is_some()
    };
    is_one || is_slip(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(typed: &str) -> Option<String> {
        answer(typed).map(|answer| answer.about)
    }

    #[test]
    fn every_place_that_is_named_says_something() {
        let guide = Guide::embedded();
        for place in WORDS.subjects.iter().flat_map(|subject| &subject.answers) {
            assert!(!guide.says(&place.of).is_empty(), "{}", place.of);
            assert!(place.kind.as_deref().is_none_or(|kind| Kind::from_slug(kind).is_some()));
        }
    }

    #[test]
    fn every_word_is_folded() {
        let of_subjects = WORDS.subjects.iter().flat_map(|subject| &subject.words);
        for word in of_subjects.chain(WORDS.kinds.iter().flat_map(|kind| &kind.words)).chain(&WORDS.openers) {
            assert_eq!(words(word), [word.as_str()], "{word}");
        }
    }

    #[test]
    fn questions_about_the_kinds_are_answered_in_english_and_spanish() {
        for (typed, subject) in [
            ("is a micromasters worth it", "Is it worth it?"),
            ("¿vale la pena un micromasters?", "Is it worth it?"),
            ("will employers accept it", "What employers make of it"),
            ("do companies recognise these certificates", "What employers make of it"),
            ("¿las empresas reconocen estos certificados?", "What employers make of it"),
            ("can I get credit for this certificate", "Credit toward a degree"),
            ("does it count toward a master's degree", "Credit toward a degree"),
            ("how much does a professional certificate cost", "What it costs"),
            ("¿cuánto cuesta un micromasters?", "What it costs"),
            ("how long does it take", "How long it takes"),
            ("cuánto tiempo dura un micromasters", "How long it takes"),
            ("what are the requirements to enrol", "What is needed beforehand"),
            ("what is the difference between a micromasters and a professional certificate", "The kinds compared"),
            ("how hard is it to finish", "Finishing"),
        ] {
            assert_eq!(about(typed).as_deref(), Some(subject), "{typed}");
        }
    }

    #[test]
    fn what_names_something_to_learn_is_a_search() {
        for typed in [
            "how do I become a nurse",
            "what is machine learning",
            "can I learn python in a month",
            "is a certificate in nursing worth it",
            "credit risk management",
            "learn to speak mandarin",
            "quiero aprender a programar",
            "supply chain",
            "micromasters",
            "",
        ] {
            assert_eq!(about(typed), None, "{typed}");
        }
    }

    #[test]
    fn of_an_answer_for_each_kind_the_one_that_was_asked_for_is_said() {
        let said = |typed: &str| answer(typed).map_or(0, |answer| answer.sentences.len());
        assert!(said("is a micromasters worth it") < said("is it worth it"));
    }
}
