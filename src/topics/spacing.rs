//! Words that are split or joined by mistake: `semi conductors`, `supplychain`. Only the vocabulary and the words of
//! the catalogue decide what is one word and what is two; words that they have as typed are not changed.

use super::filler::is_filler;
use super::phrases::How;
use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;
use crate::names::is_unspaced;

/// The minimum length of a joined word; shorter ones are too often accidental.
const MIN_JOINED_CHARS: usize = 6;
/// The minimum length of a word that is split in two.
const MIN_SPLIT_CHARS: usize = 7;
/// The minimum length of a part of a word.
const MIN_PART_CHARS: usize = 2;

impl Vocabulary {
    /// Joins neighbours that are one word, and splits words that are two.
    pub(super) fn respaced(&self, text: &str, tokens: &[Token], is_known: &impl Fn(&str) -> bool) -> Vec<Token> {
        let mut found = Vec::with_capacity(tokens.len());
        let mut rest = tokens;
        while let [first, ..] = rest {
            let phrase = self.phrases().exact_start(rest);
            let joined = if phrase < 2 { self.joined(text, rest, is_known) } else { None };
            let (own, others) = rest.split_at(if joined.is_some() { 2 } else { phrase.max(1) });
            match joined {
                Some(joined) => found.push(joined),
                None if phrase == 0 => found.extend(self.split_in_two(first, is_known)),
                None => found.extend_from_slice(own),
            }
            rest = others;
        }
        found
    }

    /// Returns the first two words as one; `None` if they do not form a word.
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
        // A half must be a phrase exactly as typed: `press` is not the French `presse`.
        let is_meant_alone = |half: &String| phrases.is_phrase_of(&[half], How::Exactly);
        // `nano` means the same as `nanotechnology`, so nothing is lost.
        let is_in_whole = || {
            let whole = phrases.called(&word);
            halves.iter().any(|half| !whole.is_empty() && phrases.called(half) == whole)
        };
        // A single letter may be the ending of another form: the `e` of *cross-border e-commerce* does not make
        // `bordere`.
        let is_letter = |half: &String| half.chars().count() == 1;
        let has_word =
            if halves.into_iter().any(is_letter) { phrases.has_exact_word(&word) } else { phrases.has_word(&word) };
        let is_word = has_word && (!halves.into_iter().all(is_meant_alone) || is_in_whole());
        let is_title_word = || halves.iter().all(|half| !phrases.has_form(half) && !is_known(half)) && is_known(&word);
        let is_one = word.chars().count() >= MIN_JOINED_CHARS && (is_word || is_title_word());
        is_one.then(|| Token { word, place: first.place.start..second.place.end, ..first.clone() })
    }

    /// Splits a word that neither the vocabulary nor the catalogue has into the two words of a phrase of the
    /// vocabulary. Returns it unchanged if it has no such parts.
    fn split_in_two(&self, token: &Token, is_known: &impl Fn(&str) -> bool) -> Vec<Token> {
        let word = token.word.as_str();
        let is_one = word.len() < MIN_SPLIT_CHARS
            || !word.is_ascii()
            || is_filler(word)
            || self.phrases().has_form(word)
            || is_known(word);
        if is_one {
            return vec![token.clone()];
        }
        let is_phrase =
            |end: &usize| self.phrases().is_phrase_of(&[&word[..*end], &word[*end..]], How::InAnotherGender);
        let in_two = (MIN_PART_CHARS..=word.len() - MIN_PART_CHARS).find(is_phrase);
        let in_two = in_two.map(|end| vec![word[..end].to_owned(), word[end..].to_owned()]);
        let Some(parts) = in_two.or_else(|| self.parts_of_compound(word)) else { return vec![token.clone()] };
        // All parts have the range of the whole word, because folded letters may be shorter than typed ones.
        let part = |(at, word)| Token { word, joint: if at == 0 { token.joint } else { Joint::None }, ..token.clone() };
        parts.into_iter().enumerate().map(part).collect()
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
        assert_eq!(read("nano technology"), ["nanotechnology"]);
        assert_eq!(
            read("cross-border e-learning"),
            ["cross", "border", "e", "learning"],
            "`e` is no ending of `border`"
        );
        assert_eq!(read("plugh xit"), ["plughxit"], "a word of the catalogue");
    }

    #[test]
    fn two_words_written_in_one_are_two() {
        assert_eq!(read("supplychain for kids"), ["supply", "chain", "kids"]);
        assert_eq!(read("publichealth"), ["public", "health"]);
        assert_eq!(read("Marketingmanagement"), ["marketing", "management"]);
    }

    #[test]
    fn what_is_known_as_it_was_typed_stays() {
        assert_eq!(read("data science"), ["data", "science"]);
        assert_eq!(read("art history"), ["art", "history"]);
        assert_eq!(read("health care"), ["health", "care"]);
        assert_eq!(read("photo, graphy"), ["photo", "graphy"]);
        assert_eq!(read("cybersecurity"), ["cybersecurity"]);
    }
}
