//! Interprets free text about what to learn: splits it into parts, each a separate field, and each part into concepts
//! that belong together. Finding programs is left to other rooms. [`wish_reader`](super::wish_reader) turns words into
//! concepts and concepts into parts.

use std::ops::Range;

use super::concept::Reading;
use super::denial::{is_unable, shuns};
use super::filler::{is_filler, is_grammar};
use super::foreign::is_of_other_language;
use super::phrases::How;
use super::price::price_named;
use super::question::asks_how_or_why;
use super::tokens::{Token, tokens};
use super::vocabulary::Vocabulary;
use super::wish_reader::WishReader;
use crate::catalog::is_unsafe_char;
use crate::names::words;

/// The maximum number of characters that are read. A wish is a sentence, and the limit bounds the work for any input.
const MAX_CHARS: usize = 512;
/// The maximum number of characters of a word that are read.
const MAX_WORD_CHARS: usize = 64;
/// The maximum number of words that are read.
const MAX_WORDS: usize = 64;

/// Returns the character as it may be printed: control characters become spaces, and invisible ones are dropped.
fn harmless(c: char) -> Option<char> {
    if c.is_control() { Some(' ') } else { (!is_unsafe_char(c)).then_some(c) }
}

/// Returns a text with its price replaced by blanks, because the price is not part of the subject.
fn without_price(text: &str) -> String {
    let mut subject = text.to_owned();
    if let Some(price) = price_named(text) {
        blank(&mut subject, price.place);
    }
    subject
}

/// Replaces a range of a text by blanks, so that places in it stay the same.
fn blank(text: &mut String, place: Range<usize>) {
    let blanks = " ".repeat(place.len());
    text.replace_range(place, &blanks);
}

/// Returns a range of a text with blanks in place of the rest.
fn only(text: &str, place: Range<usize>) -> String {
    let mut own = text.to_owned();
    blank(&mut own, place.end..text.len());
    blank(&mut own, 0..place.start);
    own
}

impl Vocabulary {
    /// Interprets a text. `subjects` are the subjects of the catalogue. `is_known` says whether a folded word occurs in
    /// the catalogue; such a word is not corrected.
    pub fn read<'s>(
        &self,
        text: &str,
        subjects: impl Iterator<Item = &'s str>,
        is_known: impl Fn(&str) -> bool,
    ) -> Reading {
        let end = text.char_indices().nth(MAX_CHARS).map_or(text.len(), |(at, _)| at);
        // The text is quoted in messages, so it must be printable.
        let text: String = text[..end].chars().filter_map(harmless).collect();
        let text = text.as_str();
        let mut subject = self.without_place(&self.without_non_role(&without_price(text)));
        let taught_in = self.taught_in(&subject);
        let taught_in = taught_in.map(|(place, language)| {
            blank(&mut subject, place);
            language
        });
        let origin = self.origin(&subject);
        let who = origin.as_ref().filter(|own| !own.is_left).map(|own| only(&subject, own.place.clone()));
        if let Some(origin) = origin {
            blank(&mut subject, origin.place);
        }
        let tokens_of = |subject: &str| {
            let tokens = self.respaced(text, &self.parted(self.spelled_out(&bounded(tokens(subject)))), &is_known);
            self.settled(tokens)
        };
        let mut tokens = tokens_of(&subject);
        tokens.truncate(MAX_WORDS);
        let all = tokens.len();
        let (mut tokens, mut denied) = self.told_apart(tokens);
        let subjects = subjects.map(|subject| (super::tokens::tokens(subject), subject)).collect();
        let reader = WishReader { vocabulary: self, text, subjects, is_known: &is_known };
        let is_settled = |token: &Token| is_of_other_language(&text[token.place.clone()]) || is_known(&token.word);
        let correct = |tokens: &mut [Token]| self.correct(tokens, &is_settled);
        let corrections: Vec<bool> = correct(&mut tokens);
        let (concepts, has_empty) = reader.concepts(&tokens, &corrections);
        let corrections: Vec<bool> = correct(&mut denied);
        let denied = reader.denied(&denied, &corrections, &concepts);
        let who = who.map(|who| reader.who(&tokens_of(&who))).unwrap_or_default();
        let has_grammar = *text != subject || words(text).iter().any(|word| is_grammar(word));
        let read = reader.reading(concepts, denied, has_grammar || has_empty || all > tokens.len());
        Reading { who, taught_in, is_question: asks_how_or_why(&words(text)), ..read }
    }

    /// Returns the words that are wanted, and those that are negated. A negation that is part of a name is wanted:
    /// `no code`, `sin fines de lucro`. Nothing is negated after such a name.
    fn told_apart(&self, tokens: Vec<Token>) -> (Vec<Token>, Vec<Token>) {
        let is_wanted = |token: &Token| !token.is_negated && !token.is_negator && !is_filler(&token.word);
        let tokens: Vec<Token> = if tokens.iter().any(is_wanted) { tokens } else { without_shunning(tokens) };
        if !tokens.iter().any(|token| token.is_negator) {
            return (tokens, Vec::new());
        }
        if let [only] = tokens.as_slice() {
            // A negation alone negates nothing, and may be an abbreviation: `sem`.
            return (vec![Token { is_negator: false, is_negated: false, ..only.clone() }], Vec::new());
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

    /// Returns the number of words of a name that begins here and contains a negation; 0 if there is none. A single
    /// negation is a name only in capitals: `SEM`, not `sem`.
    fn denial(&self, tokens: &[Token]) -> usize {
        let found = self.phrases().longest(tokens).filter(|found| found.how == How::Exactly);
        let length = found.map_or(0, |found| found.length);
        let has_denial = tokens[..length].iter().any(|token| token.is_negator && (length > 1 || token.is_capital));
        if has_denial { length } else { 0 }
    }
}

/// Cuts words to [`MAX_WORD_CHARS`], because the time to look for the parts of a word grows with its length.
fn bounded(mut tokens: Vec<Token>) -> Vec<Token> {
    for token in &mut tokens {
        if let Some((end, _)) = token.word.char_indices().nth(MAX_WORD_CHARS) {
            token.word.truncate(end);
        }
    }
    tokens
}

/// Returns all words as wanted, without those of avoiding, for a text in which nothing else is wanted.
fn without_shunning(tokens: Vec<Token>) -> Vec<Token> {
    let is_shunning = |token: &Token| token.is_negator && (shuns(&token.word) || is_unable(&token.word));
    if !tokens.iter().any(is_shunning) {
        return tokens;
    }
    let kept = tokens.into_iter().filter(|token| !is_shunning(token) && !shuns(&token.word));
    kept.map(|token| Token { is_negated: false, is_negator: false, ..token }).collect()
}
