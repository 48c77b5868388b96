//! Text as the words in it, with what stands between them: what is only grammar is left out, and what parts one field from
//! another (`or`, `and`, commas) is noted. It knows no topics.

use std::ops::Range;

use crate::names::{Folded, each_word};

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// Nothing, or only grammar.
    None,
    /// What parts two fields, or two words of one: `and`, `or`, a comma.
    Parts,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands, in bytes.
    pub(super) place: Range<usize>,
    /// The word, folded.
    pub(super) word: String,
    pub(super) joint: Joint,
    /// Whether it is written in capitals.
    pub(super) is_capital: bool,
    /// Whether it stands behind `without`.
    pub(super) is_negated: bool,
}

/// Words of grammar in English, Spanish, French and Portuguese, folded.
const GRAMMAR: [&str; 64] = [
    "a", "al", "an", "as", "at", "au", "aux", "by", "com", "con", "d", "da", "das", "de", "del", "des", "do", "dos",
    "du", "el", "em", "en", "for", "from", "hacia", "in", "l", "la", "las", "le", "les", "lo", "los", "m", "my", "na",
    "no", "of", "off", "on", "os", "para", "pela", "pelo", "por", "pour", "s", "sobre", "su", "sur", "that", "the",
    "this", "through", "to", "um", "uma", "un", "una", "une", "uno", "using", "via", "with",
];

/// Words that part one field from another.
const PARTING: [&str; 12] = ["and", "or", "y", "e", "o", "u", "et", "ou", "und", "oder", "vs", "versus"];

/// Words behind which stands what is not wanted, up to the next comma, `and` or `or`.
const NEGATING: [&str; 8] = ["without", "except", "excluding", "not", "sin", "excepto", "sans", "sem"];

/// Signs that part one field from another.
const PARTING_SIGNS: [char; 14] = [',', ';', '/', '|', '&', '+', '\n', '،', '؛', '、', '，', '；', '·', '•'];

/// Signs that end a sentence where a blank follows.
const STOPS: [char; 6] = ['.', '!', '?', ':', '。', '？'];

/// The words of a text that say something.
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

/// Whether a folded word is only grammar.
pub(super) fn is_grammar(word: &str) -> bool {
    GRAMMAR.contains(&word)
}

/// `l'anglais` is two words; the apostrophe gives way to blanks, so that every place stays what it is.
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
    /// Where the last word ended.
    end: usize,
    joint: Joint,
    is_negated: bool,
    tokens: Vec<Token>,
}

impl Tokenizer<'_> {
    fn add(&mut self, word: &str, place: Range<usize>) {
        // One sign can be two words: what is read as `1/2` was typed as one character.
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
    /// Whether a hyphen ties a word to a neighbour: the `e` of `e-learning` is no Spanish `and`.
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
