//! Reads free text about what to learn: splits it into parts, each a field of its own, and each part into concepts that
//! belong together. It reports what was understood and how; finding programs for it is left to other rooms.

use std::ops::Range;

use super::denial::{is_wanting, shuns};
use super::filler::{is_filler, is_grammar};
use super::phrases::{Found, How};
use super::price::price_named;
use super::tokens::{Joint, Token, key, tokens, widest_joint};
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::catalog::is_unsafe_char;
use crate::names::words;

/// The most characters that are read. A wish is a sentence, and the limit bounds the work that any input can cause.
const MAX_CHARS: usize = 512;
/// The most words that are read.
const MAX_WORDS: usize = 64;
/// The longest word in capitals that is taken for an abbreviation, and so not corrected.
const MAX_ABBREVIATION_CHARS: usize = 5;

/// A text taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The fields that were named, in order.
    pub parts: Vec<Part>,
    /// Whether one of the fields is enough: `law or medicine`.
    pub is_choice: bool,
    /// What is not wanted, in order.
    pub denied: Vec<Concept>,
    /// Whether any filler, grammar or negated words were left out, as in a full sentence.
    pub has_filler: bool,
}

/// One field named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The byte range in the text, from its first concept to its last.
    pub place: Range<usize>,
    /// The text in that range, as typed.
    pub typed: String,
    /// The concepts of the field; a program about the field matches all of them.
    pub concepts: Vec<Concept>,
}

/// Words that mean one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// The byte range of the words in the text.
    pub place: Range<usize>,
    /// The words as typed.
    pub typed: String,
    /// The corrected words; `None` if they were not misspelt.
    pub corrected: Option<String>,
    /// What the words mean.
    pub meaning: Meaning,
    /// Whether the words matched by stem only. `speak` is a form of `speaking`, but may just be the verb of the words
    /// that follow.
    pub is_other_form: bool,
}

/// The meaning of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Any of these topics, or the subject of the same name if there is one.
    Topics {
        /// The topics; at least one.
        topics: Vec<TopicIx>,
        /// The subject that the same words name; `None` if they name no subject.
        subject: Option<String>,
    },
    /// A subject of the catalogue.
    Subject(String),
    /// A folded word that is neither a topic nor a subject.
    Word(String),
}

impl Concept {
    /// Returns the topics meant; empty if the concept is a subject or a plain word.
    pub fn topics(&self) -> &[TopicIx] {
        match &self.meaning {
            Meaning::Topics { topics, .. } => topics,
            Meaning::Subject(_) | Meaning::Word(_) => &[],
        }
    }

    /// Returns the words with corrected spelling.
    fn words(&self) -> &str {
        self.corrected.as_deref().unwrap_or(&self.typed)
    }

    /// Whether the words mean a topic or a subject.
    pub fn is_understood(&self) -> bool {
        !matches!(self.meaning, Meaning::Word(_))
    }
}

impl Part {
    /// Returns the topics of all concepts.
    pub fn topics(&self) -> impl Iterator<Item = TopicIx> + '_ {
        self.concepts.iter().flat_map(|concept| concept.topics().iter().copied())
    }

    /// Returns the words that are neither topic nor subject.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.concepts.iter().filter_map(|concept| match &concept.meaning {
            Meaning::Word(word) => Some(word.as_str()),
            Meaning::Topics { .. } | Meaning::Subject(_) => None,
        })
    }
}

/// Returns the character as it may be printed: a control becomes a space, and what is invisible is dropped.
fn harmless(c: char) -> Option<char> {
    if c.is_control() { Some(' ') } else { (!is_unsafe_char(c)).then_some(c) }
}

/// Returns a text with the price that it names replaced by blanks: the price is no part of the subject.
fn without_price(text: &str) -> String {
    let mut subject = text.to_owned();
    if let Some(price) = price_named(text) {
        let blanks = " ".repeat(price.place.len());
        subject.replace_range(price.place, &blanks);
    }
    subject
}

impl Vocabulary {
    /// Takes a text apart. `subjects` are the subjects of the catalogue. `is_known` reports whether a folded word
    /// occurs in the catalogue; such a word is not corrected.
    pub fn read<'s>(
        &self,
        text: &str,
        subjects: impl Iterator<Item = &'s str>,
        is_known: impl Fn(&str) -> bool,
    ) -> Reading {
        let end = text.char_indices().nth(MAX_CHARS).map_or(text.len(), |(at, _)| at);
        // The text is quoted in messages.
        let text: String = text[..end].chars().filter_map(harmless).collect();
        let text = text.as_str();
        let subject = without_price(text);
        let tokens = self.respaced(text, &self.parted(self.spelled_out(&tokens(&subject))), &is_known);
        let mut tokens = self.settled(tokens);
        tokens.truncate(MAX_WORDS);
        let all = tokens.len();
        let (mut tokens, mut denied) = self.told_apart(tokens);
        let subjects = subjects.map(|subject| (super::tokens::tokens(subject), subject)).collect();
        let reader = WishReader { vocabulary: self, text, subjects, is_known: &is_known };
        let correct = |tokens: &mut [Token]| tokens.iter_mut().map(|token| self.correct(token, &is_known)).collect();
        let corrections: Vec<bool> = correct(&mut tokens);
        let (concepts, has_empty) = reader.concepts(&tokens, &corrections);
        let corrections: Vec<bool> = correct(&mut denied);
        let denied = reader.denied(&denied, &corrections, &concepts);
        let has_grammar = *text != subject || words(text).iter().any(|word| is_grammar(word));
        reader.reading(concepts, denied, has_grammar || has_empty || all > tokens.len())
    }

    /// Returns the words that are wanted, and those that are denied. A denial that is part of a name is wanted: `no
    /// code`, `sin fines de lucro`. Nothing is denied after such a name.
    fn told_apart(&self, tokens: Vec<Token>) -> (Vec<Token>, Vec<Token>) {
        let is_wanted = |token: &Token| !token.is_negated && !token.is_negator && !is_filler(&token.word);
        let tokens: Vec<Token> = if tokens.iter().any(is_wanted) { tokens } else { without_shunning(tokens) };
        if !tokens.iter().any(|token| token.is_negator) {
            return (tokens, Vec::new());
        }
        let (mut kept, mut denied, mut is_lifted) = (Vec::new(), Vec::new(), false);
        let mut rest = tokens.as_slice();
        while let [first, ..] = rest {
            let named = self.denial(rest);
            is_lifted = named > 0 || is_lifted && first.is_negated && !first.is_negator;
            let (own, others) = rest.split_at(named.max(1));
            if is_lifted || !first.is_negated && !first.is_negator {
                kept.extend_from_slice(own);
            } else if !first.is_negator {
                denied.extend_from_slice(own);
            }
            rest = others;
        }
        (kept, denied)
    }

    /// Returns the number of words of a name that begins here and contains a denial; 0 if there is none. A single word
    /// that denies is a name only if it is written in capitals: `SEM`, not `sem`.
    fn denial(&self, tokens: &[Token]) -> usize {
        let found = self.phrases().longest(tokens).filter(|found| found.how == How::Exactly);
        let length = found.map_or(0, |found| found.length);
        let has_denial = tokens[..length].iter().any(|token| token.is_negator && (length > 1 || token.is_capital));
        if has_denial { length } else { 0 }
    }

    /// Corrects a misspelt word in place and returns whether it did.
    fn correct(&self, token: &mut Token, is_known: &impl Fn(&str) -> bool) -> bool {
        let word = token.word.as_str();
        let is_abbreviation = token.is_capital && word.chars().count() <= MAX_ABBREVIATION_CHARS;
        if is_abbreviation || is_filler(word) || self.phrases().has_word(word) || is_known(word) {
            return false;
        }
        let is_form = self.phrases().has_stem(word);
        let corrected = if is_form { self.phrases().plainly_corrected(word) } else { self.phrases().corrected(word) };
        let Some(corrected) = corrected else { return false };
        token.word = corrected.to_owned();
        true
    }
}

/// A concept with what separates it from the one before.
struct Read {
    concept: Concept,
    joint: Joint,
    is_filler: bool,
}

/// Whether a word is a number that is part of no name.
fn is_number(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Word(word) if word.chars().all(char::is_numeric))
}

struct WishReader<'r> {
    vocabulary: &'r Vocabulary,
    text: &'r str,
    subjects: Vec<(Vec<Token>, &'r str)>,
    is_known: &'r dyn Fn(&str) -> bool,
}

impl WishReader<'_> {
    /// Returns the concepts, and whether any phrase without meaning was skipped.
    fn concepts(&self, tokens: &[Token], is_corrected: &[bool]) -> (Vec<Read>, bool) {
        let (mut found, mut has_empty) = (Vec::new(), false);
        let mut at = 0;
        while at < tokens.len() {
            let (length, meaning, how) = self.longest(&tokens[at..]);
            let own = &tokens[at..at + length];
            has_empty |= meaning.is_none();
            if let Some(meaning) = meaning {
                let place = own[0].place.start..own[length - 1].place.end;
                let corrected = is_corrected[at..at + length].contains(&true).then(|| key(own));
                let is_other_form = how == How::ByStem;
                let typed = self.text[place.clone()].to_owned();
                let is_filler =
                    is_number(&meaning) || length == 1 && is_filler(&own[0].word) && !self.is_abbreviation(&own[0]);
                let concept = Concept { place, typed, corrected, meaning, is_other_form };
                // Who wants something and what is wanted are two fields: `electrician wants to do solar panels`.
                let joint =
                    if is_filler && is_wanting(&own[0].word) { own[0].joint.max(Joint::Apart) } else { own[0].joint };
                found.push(Read { concept, joint, is_filler });
            }
            at += length;
        }
        (found, has_empty)
    }

    /// Whether a word is an abbreviation by its capitals: `IT` of `something in IT`, unless all of the text is in
    /// capitals.
    fn is_abbreviation(&self, token: &Token) -> bool {
        let is_told_apart = self.text.chars().any(char::is_lowercase);
        token.is_capital && is_told_apart && self.vocabulary.phrases().is_capital(&token.word)
    }

    /// Reads the longest phrase or subject at the beginning of `tokens`. Returns its number of words, its meaning
    /// (`None` for a phrase of filler), and how it matched. A phrase wins over a shorter subject, and over both a longer
    /// clipped phrase, or an activity said as a verb with its object.
    fn longest(&self, tokens: &[Token]) -> (usize, Option<Meaning>, How) {
        // A word of the catalogue is no other form of a word that means a topic: `modelling` is not about models.
        let is_own_word = |found: &Found| found.how == How::ByStem && (self.is_known)(&tokens[0].word);
        let topics = self.vocabulary.phrases().longest(tokens).filter(|found| found.length > 1 || !is_own_word(found));
        let subject = self.subject(tokens);
        let known = topics.as_ref().map(|found| found.length).max(subject.map(|(length, _)| length));
        let known = known.unwrap_or(0);
        let meant = self.vocabulary.clipped(tokens, known).or_else(|| self.vocabulary.activity(tokens, known));
        if let Some((length, topics)) = meant {
            return (length, Some(Meaning::Topics { topics, subject: None }), How::InAnotherNumber);
        }
        match (topics, subject) {
            (Some(found), subject) if subject.is_none_or(|(length, _)| length <= found.length) => {
                let subject = subject.filter(|(length, _)| *length == found.length && found.how == How::Exactly);
                let subject = subject.map(|(_, subject)| subject.to_owned());
                let topics = found.topics;
                (found.length, (!topics.is_empty()).then_some(Meaning::Topics { topics, subject }), found.how)
            }
            (_, Some((length, subject))) => (length, Some(Meaning::Subject(subject.to_owned())), How::Exactly),
            _ => (1, Some(Meaning::Word(tokens[0].word.clone())), How::Exactly),
        }
    }

    /// Returns the longest subject that the words begin with, and its number of words.
    fn subject(&self, tokens: &[Token]) -> Option<(usize, &str)> {
        let begins = |words: &[Token]| {
            !words.is_empty()
                && words.len() <= tokens.len()
                && words.iter().zip(tokens).all(|(own, typed)| own.word == typed.word)
                && widest_joint(&tokens[..words.len()]) <= widest_joint(words)
        };
        let fitting = self.subjects.iter().filter(|(words, _)| begins(words));
        fitting.map(|(words, subject)| (words.len(), *subject)).max_by_key(|(length, _)| *length)
    }

    /// Groups concepts into parts. Filler is dropped if any other concept remains; if everything is filler, only the
    /// words that are understood are kept, if there are any.
    fn reading(&self, mut concepts: Vec<Read>, denied: Vec<Concept>, is_shortened: bool) -> Reading {
        let all = concepts.len();
        if !denied.is_empty() && !concepts.iter().any(|read| read.concept.is_understood() || !read.is_filler) {
            // `anything except business` names nothing that is wanted.
            concepts.clear();
        }
        if concepts.iter().any(|read| !read.is_filler) {
            drop_filler(&mut concepts, |read| read.is_filler);
        } else if concepts.iter().any(|read| read.concept.is_understood()) {
            drop_filler(&mut concepts, |read| !read.concept.is_understood());
        } else if is_shortened || concepts.iter().any(|read| !is_number(&read.concept.meaning)) {
            // An age or a year says nothing about what is wanted.
            drop_filler(&mut concepts, |read| is_number(&read.concept.meaning));
        }
        let has_filler = is_shortened || concepts.len() < all;
        let is_choice = concepts.iter().skip(1).any(|read| read.joint == Joint::Choice);
        let mut parts: Vec<Part> = Vec::new();
        for read in concepts {
            match parts.last_mut().filter(|_| read.joint == Joint::None) {
                Some(part) => part.concepts.push(read.concept),
                None => parts.push(Part { place: 0..0, typed: String::new(), concepts: vec![read.concept] }),
            }
        }
        for part in &mut parts {
            self.complete(part);
            part.place = place_of(&part.concepts);
            self.text[part.place.clone()].clone_into(&mut part.typed);
            part.concepts.dedup_by(|b, a| a.meaning == b.meaning);
        }
        Reading { parts, is_choice, denied, has_filler }
    }

    /// Reads what is denied. Words that are not understood are dropped if others are. A word that names no topic alone
    /// may name one together with what is wanted: `marketing, not digital` denies digital marketing.
    fn denied(&self, tokens: &[Token], is_corrected: &[bool], wanted: &[Read]) -> Vec<Concept> {
        let (read, _) = self.concepts(tokens, is_corrected);
        let mut denied: Vec<Concept> =
            read.into_iter().filter(|read| !read.is_filler).map(|read| read.concept).collect();
        for concept in &mut denied {
            if let Meaning::Word(word) = &concept.meaning
                && let Some(meaning) = wanted.iter().find_map(|read| self.together(word, read.concept.words()))
            {
                concept.meaning = meaning;
            }
        }
        if denied.iter().any(Concept::is_understood) {
            denied.retain(Concept::is_understood);
        }
        denied.dedup_by(|b, a| a.meaning == b.meaning);
        denied
    }

    /// What two words name together, in either order; `None` if that is nothing.
    fn together(&self, one: &str, other: &str) -> Option<Meaning> {
        let topics = |text: String| Some(self.vocabulary.phrases().called(&text)).filter(|topics| !topics.is_empty());
        let topics = topics(format!("{one} {other}")).or_else(|| topics(format!("{other} {one}")))?;
        Some(Meaning::Topics { topics, subject: None })
    }

    /// Reads a part that is not a single understood concept as one topic, if its words are some of the words of that
    /// topic's name. The topic must be one of those the part already means, or narrower than all of them.
    fn complete(&self, part: &mut Part) {
        if matches!(part.concepts.as_slice(), [only] if only.is_understood()) {
            return;
        }
        let words: Vec<Token> = part.concepts.iter().flat_map(|concept| tokens(concept.words())).collect();
        let meant = self.vocabulary.meant_by_some(words.iter().map(|token| token.word.as_str()));
        let is_within = |topic: TopicIx| {
            let above = self.vocabulary.broader(topic);
            part.topics().any(|known| known == topic) || part.topics().all(|known| above.contains(&known))
        };
        let Some(topic) = meant.filter(|topic| is_within(*topic)) else { return };
        let place = place_of(&part.concepts);
        let typed = self.text[place.clone()].to_owned();
        let meaning = Meaning::Topics { topics: vec![topic], subject: None };
        part.concepts = vec![Concept { place, typed, corrected: None, meaning, is_other_form: false }];
    }
}

/// Returns the words without those of shunning, and all of them as wanted, for a text in which nothing else is wanted.
fn without_shunning(tokens: Vec<Token>) -> Vec<Token> {
    if !tokens.iter().any(|token| token.is_negator && shuns(&token.word)) {
        return tokens;
    }
    let kept = tokens.into_iter().filter(|token| !shuns(&token.word));
    kept.map(|token| Token { is_negated: false, is_negator: false, ..token }).collect()
}

/// Drops concepts. A separator before a dropped concept is passed on to the next one that is kept.
fn drop_filler(concepts: &mut Vec<Read>, is_dropped: impl Fn(&Read) -> bool) {
    let mut joint = Joint::None;
    concepts.retain_mut(|read| {
        joint = joint.max(read.joint);
        if is_dropped(read) {
            return false;
        }
        read.joint = std::mem::replace(&mut joint, Joint::None);
        true
    });
}

fn place_of(concepts: &[Concept]) -> Range<usize> {
    let start = concepts.first().map_or(0, |concept| concept.place.start);
    start..concepts.last().map_or(start, |concept| concept.place.end)
}
