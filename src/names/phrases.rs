//! Phrases in folded text, matched as whole words. Text and phrases are given "spaced": folded words separated by
//! single spaces.

use super::fold::{each_word, fold};
use super::stop_words::is_stop_word;

/// Returns the folded words of a text, separated by single spaces.
pub fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    each_word(&fold(text), |word, _| {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    });
    spaced
}

/// Returns the words of a spaced text that are not stop words.
pub fn telling_words(spaced: &str) -> impl Iterator<Item = &str> {
    spaced.split(' ').filter(|word| !word.is_empty() && !is_stop_word(word))
}

/// Whether a spaced text contains a spaced phrase as whole words. An empty phrase is never contained.
pub fn holds_phrase(text: &str, phrase: &str) -> bool {
    if phrase.is_empty() {
        return false;
    }
    text.match_indices(phrase).any(|(at, _)| {
        let begins = at == 0 || text.as_bytes()[at - 1] == b' ';
        let end = at + phrase.len();
        begins && (end == text.len() || text.as_bytes()[end] == b' ')
    })
}

/// Returns a spaced text with every whole-word occurrence of a spaced phrase removed.
pub fn without_phrase(text: &str, phrase: &str) -> String {
    let doubled = format!(" {} ", text.replace(' ', "  "));
    let phrase = format!(" {} ", phrase.replace(' ', "  "));
    doubled.replace(&phrase, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_as_whole_words_and_taken_out() {
        assert_eq!(spaced("  Économie & Master's: C++ "), "economie masters c++");
        assert!(holds_phrase("data science with python", "data science"));
        assert!(!holds_phrase("metadata sciences", "data science"));
        assert_eq!(without_phrase("mit data science mit", "mit"), "data science");
        assert_eq!(telling_words("a master of the arts").collect::<Vec<_>>(), ["master", "arts"]);
    }
}
