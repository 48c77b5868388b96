//! Tokens: the words of a text that carry meaning, with what separates them. Grammar words are dropped, and separators
//! between fields (`or`, `and`, commas) are recorded. This file knows no topics.

use std::ops::Range;

use crate::names::{Folded, each_word};

/// What separates a token from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// Nothing, or only grammar words.
    None,
    /// `and`, `or`, a comma or another separator, which may stand between two fields or inside the name of one.
    Parts,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// The byte range of the word in the text.
    pub(super) place: Range<usize>,
    /// The folded word.
    pub(super) word: String,
    pub(super) joint: Joint,
    /// Whether the word as typed has no lower-case letter.
    pub(super) is_capital: bool,
    /// Whether the word follows a negation such as `without`.
    pub(super) is_negated: bool,
}

/// Folded grammar words in English, Spanish, French and Portuguese.
const GRAMMAR: [&str; 64] = [
    "a", "al", "an", "as", "at", "au", "aux", "by", "com", "con", "d", "da", "das", "de", "del", "des", "do", "dos",
    "du", "el", "em", "en", "for", "from", "hacia", "in", "l", "la", "las", "le", "les", "lo", "los", "m", "my", "na",
    "no", "of", "off", "on", "os", "para", "pela", "pelo", "por", "pour", "s", "sobre", "su", "sur", "that", "the",
    "this", "through", "to", "um", "uma", "un", "una", "une", "uno", "using", "via", "with",
];

/// Words that separate fields.
const PARTING: [&str; 12] = ["and", "or", "y", "e", "o", "u", "et", "ou", "und", "oder", "vs", "versus"];

/// Words that negate what follows, up to the next separator.
const NEGATING: [&str; 8] = ["without", "except", "excluding", "not", "sin", "excepto", "sans", "sem"];

/// Characters that separate fields.
const PARTING_SIGNS: [char; 14] = [',', ';', '/', '|', '&', '+', '\n', '،', '؛', '、', '，', '；', '·', '•'];

/// Characters that end a sentence if a space follows.
const STOPS: [char; 6] = ['.', '!', '?', ':', '。', '？'];

/// Returns the words of a text that are neither grammar, negation nor separators.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = without_elisions(text);
    let folded = Folded::of(&text);
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut reader = Tokenizer { text: &text, end: 0, joint: Joint::None, is_negated: false, tokens: Vec::new() };
    each_word(&folded.text, |word, places| {
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
        let (start, end) = (folded.origin[*first as usize].0, folded.origin[*last as usize].1);
        reader.add(word, bytes[start as usize]..bytes[end as usize]);
    });
    reader.tokens
}

/// Whether a folded word is a grammar word.
pub(super) fn is_grammar(word: &str) -> bool {
    GRAMMAR.contains(&word)
}

/// Splits elisions such as `l'anglais`: the apostrophe is replaced by as many spaces as it has bytes, so that byte
/// offsets stay the same.
fn without_elisions(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut stem = String::new();
    for c in text.chars() {
        let is_apostrophe = matches!(c, '\'' | '’' | 'ʼ');
        if is_apostrophe && matches!(stem.as_str(), "l" | "d" | "j" | "n" | "s" | "c" | "m" | "t" | "qu") {
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            plain.push(c);
        }
        if c.is_alphanumeric() { stem.extend(c.to_lowercase()) } else { stem.clear() }
    }
    plain
}

struct Tokenizer<'t> {
    text: &'t str,
    /// The byte offset at which the last word ended.
    end: usize,
    joint: Joint,
    is_negated: bool,
    tokens: Vec<Token>,
}

impl Tokenizer<'_> {
    fn add(&mut self, word: &str, place: Range<usize>) {
        // One character can fold to two words (`½` gives `1` and `2`), so this range may be reversed.
        let between = self.text.get(self.end..place.start).unwrap_or_default();
        self.end = place.end;
        let is_parting_word = PARTING.contains(&word) && !self.is_hyphenated(&place);
        if is_parting(between) || is_parting_word {
            self.joint = Joint::Parts;
            self.is_negated = false;
        }
        self.is_negated |= NEGATING.contains(&word);
        if is_parting_word || NEGATING.contains(&word) || is_grammar(word) {
            return;
        }
        let is_capital = self.text[place.clone()].chars().all(|c| !c.is_lowercase());
        let token = |word, place, joint, is_negated| Token { place, word, joint, is_capital, is_negated };
        self.tokens.push(token(word.to_owned(), place, self.joint, self.is_negated));
        self.joint = Joint::None;
    }
}

impl Tokenizer<'_> {
    /// Whether a hyphen joins the word to a neighbour, so that the `e` of `e-learning` is not the Spanish `and`.
    fn is_hyphenated(&self, place: &Range<usize>) -> bool {
        self.text[..place.start].ends_with('-') || self.text[place.end..].starts_with('-')
    }
}

fn is_parting(between: &str) -> bool {
    let ends_sentence = between.trim_end() != between && between.trim_end().ends_with(STOPS);
    between.contains(PARTING_SIGNS) || ends_sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let word = |token: &Token| {
            let before = if token.joint == Joint::Parts { "| " } else { "" };
            format!("{before}{}{}", if token.is_negated { "-" } else { "" }, token.word)
        };
        tokens(text).iter().map(word).collect()
    }

    #[test]
    fn grammar_goes_and_what_parts_fields_is_kept() {
        assert_eq!(read("The history of art, and music"), ["history", "art", "| music"]);
        assert_eq!(read("marketing y finanzas/contabilidad"), ["marketing", "| finanzas", "| contabilidad"]);
        assert_eq!(read("I am a nurse. Data Science?"), ["i", "am", "nurse", "| data", "science"]);
        assert_eq!(read("apprendre l’anglais d'affaires"), ["apprendre", "anglais", "affaires"]);
        assert_eq!(read("data science without coding, please"), ["data", "science", "-coding", "| please"]);
        assert_eq!(read("C++ and Node.js"), ["c++", "| node", "js"]);
        assert_eq!(read("e-learning e historia"), ["e", "learning", "| historia"]);
    }

    #[test]
    fn a_word_stands_where_it_was_typed() {
        let text = "Émigré, École!";
        let places: Vec<&str> = tokens(text).iter().map(|token| &text[token.place.clone()]).collect();
        assert_eq!(places, ["Émigré", "École"]);
    }
}
