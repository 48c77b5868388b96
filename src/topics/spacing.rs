//! Words that are written apart or together by mistake: `semi conductors`, `supplychain`. Only the vocabulary and the
//! words of the catalogue decide what is one word and what is two; what they know as it was typed stays.

use super::filler::is_filler;
use super::phrases::How;
use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;
use crate::names::is_unspaced;

/// The shortest word that two are joined to; shorter ones are too often accidents.
const MIN_JOINED_CHARS: usize = 6;
/// The shortest word that is taken for two.
const MIN_PARTED_CHARS: usize = 7;
/// The shortest word that may be a part of one written together.
const MIN_PART_CHARS: usize = 2;

impl Vocabulary {
    /// Joins neighbours that are one word, and parts words that are two.
    pub(super) fn respaced(&self, text: &str, tokens: &[Token], is_known: &impl Fn(&str) -> bool) -> Vec<Token> {
        let mut found = Vec::with_capacity(tokens.len());
        let mut rest = tokens;
        while let [first, ..] = rest {
            let phrase = self.phrases().exact_start(rest);
            let joined = if phrase < 2 { self.joined(text, rest, is_known) } else { None };
            let (own, others) = rest.split_at(if joined.is_some() { 2 } else { phrase.max(1) });
            match joined {
                Some(joined) => found.push(joined),
                None if phrase == 0 => found.extend(self.parted_in_two(first, is_known)),
                None => found.extend_from_slice(own),
            }
            rest = others;
        }
        found
    }

    /// Returns the first two words as the one that they form; `None` if they form none.
    fn joined(&self, text: &str, tokens: &[Token], is_known: &impl Fn(&str) -> bool) -> Option<Token> {
        let [first, second, ..] = tokens else { return None };
        let is_between = |c: char| c.is_whitespace() || c == '-';
        let are_beside = text.get(first.place.end..second.place.start)?.chars().all(is_between);
        let is_plain = |token: &Token| !token.is_negator && !is_unspaced(&token.word);
        if !are_beside || second.joint != Joint::None || !is_plain(first) || !is_plain(second) {
            return None;
        }
        let word = format!("{}{}", first.word, second.word);
        let (phrases, halves) = (self.phrases(), [&first.word, &second.word]);
        // A half counts as it was typed: `press` is no French `presse`.
        let is_meant_alone = |half: &String| phrases.is_phrase_of(&[half], How::Exactly);
        let is_word = phrases.has_word(&word) && !halves.into_iter().all(is_meant_alone);
        let is_title_word = || halves.iter().all(|half| !phrases.has_form(half) && !is_known(half)) && is_known(&word);
        let is_one = word.chars().count() >= MIN_JOINED_CHARS && (is_word || is_title_word());
        is_one.then(|| Token { word, place: first.place.start..second.place.end, ..first.clone() })
    }

    /// Returns a word that nobody knows as the two that form a phrase of the vocabulary, or as it is.
    fn parted_in_two(&self, token: &Token, is_known: &impl Fn(&str) -> bool) -> Vec<Token> {
        let word = token.word.as_str();
        let is_one = word.len() < MIN_PARTED_CHARS
            || !word.is_ascii()
            || is_filler(word)
            || self.phrases().has_form(word)
            || is_known(word);
        let mut ends = MIN_PART_CHARS..(word.len() + 1).saturating_sub(MIN_PART_CHARS);
        let is_phrase =
            |end: &usize| self.phrases().is_phrase_of(&[&word[..*end], &word[*end..]], How::InAnotherNumber);
        let Some(end) = (if is_one { None } else { ends.find(is_phrase) }) else { return vec![token.clone()] };
        // Both keep the place of the whole, because letters as typed may be longer than folded ones.
        let first = Token { word: word[..end].to_owned(), ..token.clone() };
        let second = Token { word: word[end..].to_owned(), joint: Joint::None, ..token.clone() };
        vec![first, second]
    }

    /// Drops words of grammar that were kept because they might be part of a name, and are not.
    pub(super) fn settled(&self, tokens: Vec<Token>) -> Vec<Token> {
        if !tokens.iter().any(Token::is_little) {
            return tokens;
        }
        let (mut kept, mut joint) = (Vec::with_capacity(tokens.len()), Joint::None);
        let mut rest = tokens.as_slice();
        while let [first, ..] = rest {
            let phrase = self.phrases().exact_start(rest);
            let is_name = phrase > 1 || first.is_capital && self.phrases().is_capital(&first.word);
            let (own, others) = rest.split_at(phrase.max(1));
            rest = others;
            joint = joint.max(first.joint);
            if is_name || !first.is_little() {
                let at = kept.len();
                kept.extend_from_slice(own);
                kept[at].joint = std::mem::replace(&mut joint, Joint::None);
            }
        }
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let vocabulary = Vocabulary::embedded();
        let tokens = vocabulary.respaced(text, &tokens(text), &|word| word == "plughxit");
        vocabulary.settled(tokens).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn a_word_written_in_two_is_one() {
        assert_eq!(read("micro electronics"), ["microelectronics"]);
        assert_eq!(read("learn word press"), ["learn", "wordpress"]);
        assert_eq!(read("bit coin trading"), ["bitcoin", "trading"]);
        assert_eq!(read("e-books and photo graphy"), ["books", "photography"]);
        assert_eq!(read("plugh xit"), ["plughxit"], "a word of the catalogue");
    }

    #[test]
    fn two_words_written_in_one_are_two() {
        assert_eq!(read("projectmanagement"), ["project", "management"]);
        assert_eq!(read("supplychain for kids"), ["supply", "chain", "kids"]);
        assert_eq!(read("publichealth"), ["public", "health"]);
    }

    #[test]
    fn what_is_known_as_it_was_typed_stays() {
        assert_eq!(read("data science"), ["data", "science"]);
        assert_eq!(read("art history"), ["art", "history"]);
        assert_eq!(read("health care"), ["health", "care"]);
        assert_eq!(read("photo, graphy"), ["photo", "graphy"]);
        assert_eq!(read("cybersecurity"), ["cybersecurity"]);
    }

    #[test]
    fn a_little_word_stays_only_in_a_name() {
        assert_eq!(read("a-levels in math"), ["a", "levels", "math"]);
        assert_eq!(read("working at the UN"), ["working", "un"]);
        assert_eq!(read("un curso"), ["curso"]);
        assert_eq!(read("e learning"), ["e", "learning"]);
        assert_eq!(read("ventas e ingeniería"), ["ventas", "ingenieria"]);
    }
}
