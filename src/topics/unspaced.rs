//! Words of scripts that are written without spaces: a run of them is split at the phrases of the vocabulary in it.

use super::denial::{denial_within, turns_within};
use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;
use crate::names::is_unspaced;

/// Words that join fields in Chinese and Japanese.
const JOINING: [&str; 8] = ["和", "与", "與", "及", "以及", "跟", "と", "や"];
/// Words between fields of which one is enough.
const CHOOSING: [&str; 6] = ["或", "或者", "还是", "還是", "か", "または"];

/// Returns how the text between two phrases separates them.
fn joint_of(text: &str) -> Joint {
    match text {
        own if CHOOSING.contains(&own) => Joint::Choice,
        own if JOINING.contains(&own) => Joint::Joined,
        _ => Joint::None,
    }
}

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
        let (mut joint, mut is_negated) = (token.joint, token.is_negated);
        while let Some(c) = rest.chars().next() {
            let Some(phrase) = self.phrases().unspaced_start(rest) else {
                unknown.push(c);
                rest = &rest[c.len_utf8()..];
                continue;
            };
            if !unknown.is_empty() {
                joint = joint.max(joint_of(&unknown));
                let word = std::mem::take(&mut unknown);
                let denial = denial_within(&word);
                if denial.is_some() || turns_within(&word) {
                    (is_negated, joint) = (denial.is_some(), joint.max(Joint::Apart));
                }
                let deny = |word: &str| Token { word: word.to_owned(), is_negator: true, ..token.clone() };
                parts.extend(denial.map(deny));
                parts.push(Token { word, joint: Joint::None, ..token.clone() });
            }
            let joint = std::mem::replace(&mut joint, Joint::None);
            parts.push(Token { word: phrase.to_owned(), joint, is_negated, ..token.clone() });
            rest = &rest[phrase.len()..];
        }
        if parts.iter().any(|part| self.phrases().has_form(&part.word)) {
            // Text around a known phrase in the same run is mostly grammar, as in `我想学习编程`.
            parts.retain(|part| part.is_negator || self.phrases().has_form(&part.word));
            return parts;
        }
        vec![token.clone()]
    }
}
