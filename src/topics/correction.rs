//! Correction of misspelt words. A word that the vocabulary or the catalogue has as typed is left alone, unless it and
//! its neighbour are a phrase of the vocabulary in another spelling: `artifical inteligence`.

use super::filler::is_filler;
use super::phrases::How;
use super::tokens::{Joint, Token};
use super::vocabulary::Vocabulary;

/// The maximum length of a word in capitals that is taken for an abbreviation, and so not corrected.
const MAX_ABBREVIATION_CHARS: usize = 5;

impl Vocabulary {
    /// Corrects misspelt words in place, other than those that are settled, and returns for each whether it did.
    pub(super) fn correct(&self, tokens: &mut [Token], is_settled: &impl Fn(&Token) -> bool) -> Vec<bool> {
        let mut is_corrected = vec![false; tokens.len()];
        for at in 1..tokens.len() {
            let Some(pair) = self.corrected_pair(&tokens[at - 1], &tokens[at]) else { continue };
            for (place, word) in (at - 1..=at).zip(pair) {
                is_corrected[place] |= tokens[place].word != word;
                tokens[place].word = word;
            }
        }
        for (token, is_corrected) in tokens.iter_mut().zip(&mut is_corrected) {
            *is_corrected = *is_corrected || self.correct_word(token, is_settled);
        }
        is_corrected
    }

    /// Two words as they are spelt in a phrase of the vocabulary; `None` if they are a phrase as typed, or if neither is
    /// misspelt.
    fn corrected_pair(&self, first: &Token, second: &Token) -> Option<[String; 2]> {
        let phrases = self.phrases();
        let is_word = |token: &Token| phrases.has_exact_word(&token.word);
        let is_phrase = |one: &str, other: &str, how| phrases.is_phrase_of(&[one, other], how);
        let is_spelt = is_word(first) && is_word(second) || is_phrase(&first.word, &second.word, How::ByStem);
        let is_apart = second.joint > Joint::None || first.is_negator || second.is_negator;
        if is_spelt || is_apart || is_filler(&first.word) || is_filler(&second.word) {
            return None;
        }
        let corrected = |token: &Token| phrases.corrected(&token.word).map(str::to_owned);
        let meant = |token: &Token| if is_word(token) { Some(token.word.clone()) } else { corrected(token) };
        let (one, other) = (meant(first)?, meant(second)?);
        is_phrase(&one, &other, How::Exactly).then_some([one, other])
    }

    /// Corrects a misspelt word in place, unless it `is_settled`, and returns whether it did.
    fn correct_word(&self, token: &mut Token, is_settled: &impl Fn(&Token) -> bool) -> bool {
        let word = token.word.as_str();
        let is_abbreviation = token.is_capital && word.chars().count() <= MAX_ABBREVIATION_CHARS;
        if is_abbreviation || is_filler(word) || self.phrases().has_word(word) || is_settled(token) {
            return false;
        }
        let is_form = self.phrases().has_stem(word);
        let corrected = if is_form { self.phrases().plainly_corrected(word) } else { self.phrases().corrected(word) };
        let Some(corrected) = corrected else { return false };
        token.word = corrected.to_owned();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<bool>) {
        let mut tokens = tokens(text);
        let is_corrected = Vocabulary::embedded().correct(&mut tokens, &|token| token.word == "artifical");
        (tokens.into_iter().map(|token| token.word).collect(), is_corrected)
    }

    #[test]
    fn neighbours_are_corrected_to_the_phrase_that_they_form() {
        for (typed, words, is_corrected) in [
            ("artifical inteligence", ["artificial", "intelligence"], [true, true]),
            ("suply chian", ["supply", "chain"], [true, true]),
            ("data science", ["data", "science"], [false, false]),
            ("artifical flowers", ["artifical", "flowers"], [false, false]),
        ] {
            assert_eq!(read(typed), (words.map(str::to_owned).to_vec(), is_corrected.to_vec()), "{typed}");
        }
    }
}
