//! Words of scripts that are written without spaces: a run of them is split at the phrases of the vocabulary that occur
//! in it.

use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;
use crate::names::is_unspaced;

impl Vocabulary {
    /// Splits words of scripts without spaces at the phrases of the vocabulary that occur in them.
    pub(super) fn parted(&self, tokens: Vec<Token>) -> Vec<Token> {
        let part = |token: Token| if is_unspaced(&token.word) { self.parted_word(&token) } else { vec![token] };
        tokens.into_iter().flat_map(part).collect()
    }

    fn parted_word(&self, token: &Token) -> Vec<Token> {
        let mut parts: Vec<Token> = Vec::new();
        let mut rest = token.word.as_str();
        let mut unknown = String::new();
        let joint = |parts: &[Token]| if parts.is_empty() { token.joint } else { Joint::None };
        while let Some(c) = rest.chars().next() {
            let Some(phrase) = self.phrases().unspaced_start(rest) else {
                unknown.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            };
            if !unknown.is_empty() {
                let word = std::mem::take(&mut unknown);
                parts.push(Token { word, joint: joint(&parts), ..token.clone() });
            }
            parts.push(Token { word: phrase.to_owned(), joint: joint(&parts), ..token.clone() });
            rest = &rest[phrase.len()..];
        }
        if parts.iter().any(|part| self.phrases().has_form(&part.word)) {
            // Text around a known phrase in the same run is mostly grammar, as in `我想学习编程`.
            parts.retain(|part| self.phrases().has_form(&part.word));
            return parts;
        }
        vec![token.clone()]
    }
}
