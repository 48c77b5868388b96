//! Little words in names. A word of grammar is first kept if it may be part of a name, such as the `a` of `a-levels` or
//! the `UN` of `jobs at the UN`, and dropped if the vocabulary has no such name.

use super::filler::{is_grammar, is_parting};
use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;

impl Token {
    /// Whether it is a word of grammar that was kept only because it may be part of a name.
    fn is_little(&self) -> bool {
        !self.is_negator && (is_grammar(&self.word) || is_parting(&self.word))
    }
}

impl Vocabulary {
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
        Vocabulary::embedded().settled(tokens(text)).into_iter().map(|token| token.word).collect()
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
