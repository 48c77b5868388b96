//! Combining marks: in Latin, Greek, Cyrillic, Hebrew and Arabic they are accents and points that people leave out; in
//! other scripts, such as Devanagari, they are vowels and change the word.

use unicode_normalization::char::{compose, is_combining_mark};

/// Whether a character is a mark that folding drops.
pub(super) fn is_accent(c: char) -> bool {
    is_combining_mark(c)
        && matches!(c,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}'
            | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{2de0}'..='\u{2dff}'
            | '\u{fb1e}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{a66f}'..='\u{a69f}'
            | '\u{e0100}'..='\u{e01ef}')
}

/// Returns the composition of the last character of a folded text with the next one: kana with its mark, or the letters
/// of a Korean syllable.
pub(super) fn composed(text: &str, next: char) -> Option<char> {
    let is_medial_or_final = matches!(next, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}');
    if !is_medial_or_final && !is_combining_mark(next) {
        return None;
    }
    compose(text.chars().next_back()?, next)
}
