//! Scores how well a short text, such as the name of an action, matches typed words. It needs no catalogue. Every typed
//! word has to match a word of the text.

use super::query::{MAX_WORD_CHARS, MAX_WORDS};
use super::term_match::scattered_places;
use crate::names::{content_words, words};

/// Score of an equal word.
const WHOLE: usize = 4000;
/// Score of a prefix of a word.
const START: usize = 3000;
/// Score of a part of a word.
const PART: usize = 2000;
/// Score of letters that occur in a word in order, starting with its first.
const SCATTERED: usize = 1000;

/// Returns how well a text matches typed words; higher is better. `None` if a typed word does not match. If nothing is
/// typed, all texts score the same.
pub fn fuzzy_score(typed: &str, text: &str) -> Option<usize> {
    let wanted: Vec<String> = content_words(typed).take(MAX_WORDS).collect();
    let there = words(text);
    wanted.iter().map(|word| closest(word, &there)).sum()
}

/// The score of the best-matching word; of equal matches, the earlier word scores higher.
fn closest(typed: &str, there: &[String]) -> Option<usize> {
    let near = |(place, word): (usize, &String)| Some(nearness(typed, word)? - place.min(SCATTERED / 2));
    there.iter().enumerate().filter_map(near).max()
}

fn nearness(typed: &str, word: &str) -> Option<usize> {
    let is_bounded = |word: &str| (2..=MAX_WORD_CHARS).contains(&word.chars().count());
    if word == typed {
        Some(WHOLE)
    } else if word.starts_with(typed) {
        Some(START)
    } else if !is_bounded(typed) || !is_bounded(word) {
        None
    } else if word.contains(typed) {
        Some(PART)
    } else {
        let is_scattered = word.chars().next() == typed.chars().next() && !scattered_places(word, typed).is_empty();
        is_scattered.then_some(SCATTERED)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_WORD_CHARS, fuzzy_score};

    #[test]
    fn every_typed_word_is_found_and_letters_may_be_left_out() {
        let text = "remove-filter remove an active filter";
        for typed in ["filter", "act fil", "rmv fltr", "ACTÍVE", "the filter", "ilte"] {
            assert!(fuzzy_score(typed, text).is_some(), "{typed}");
        }
        for typed in ["filters", "active zebra", "lter x", "tlf"] {
            assert_eq!(fuzzy_score(typed, text), None, "{typed}");
        }
        assert_eq!(fuzzy_score("  ", text), Some(0));
    }

    #[test]
    fn a_single_letter_is_no_part_of_a_word_and_a_very_long_word_has_none() {
        assert!(fuzzy_score("b", "bar").is_some());
        assert_eq!(fuzzy_score("b", "abc"), None);
        let word = |letters: usize| format!("{}plan", "x".repeat(letters - 4));
        assert!(fuzzy_score("plan", &word(MAX_WORD_CHARS)).is_some());
        assert_eq!(fuzzy_score("plan", &word(MAX_WORD_CHARS + 1)), None);
    }

    #[test]
    fn a_whole_word_is_closer_than_its_start_and_an_earlier_one_closer_than_a_later() {
        let near = |text| fuzzy_score("plan", text);
        assert!(near("plan when you would be done") > near("plans of a program"));
        assert!(near("plans of a program") > near("explanation"));
        assert!(near("plan it") > near("hours of a plan"));
    }
}
