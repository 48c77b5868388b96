//! Letters that count as the same and have no decomposition that says so: ligatures and strokes of Latin, the final sigma of
//! Greek, the spellings of Arabic and Persian, and the digits of every script. Each letter is given in lower case.

/// Letters with what they are written as where the keyboard does not have them.
const LETTERS: [(char, &str); 22] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ŋ', "n"),
    ('ı', "i"),
    ('ȷ', "j"),
    ('ĸ', "k"),
    ('ƒ', "f"),
    // The sigma at the end of a word.
    ('ς', "σ"),
    // The ending of feminine nouns and the final ya, both often written without their dots or with them.
    ('ة', "ه"),
    ('ى', "ي"),
    ('ٱ', "ا"),
    // The ya, kaf and ha of Persian and Urdu keyboards.
    ('ی', "ي"),
    ('ک', "ك"),
    ('ہ', "ه"),
];

/// The noughts of scripts with digits of their own; the other nine follow each of them.
const NOUGHTS: [char; 13] = [
    '\u{0660}', '\u{06f0}', '\u{07c0}', '\u{0966}', '\u{09e6}', '\u{0a66}', '\u{0ae6}', '\u{0be6}', '\u{0c66}',
    '\u{0ce6}', '\u{0d66}', '\u{0e50}', '\u{17e0}',
];

/// Calls `emit` with what a letter in lower case is written as.
pub(super) fn each_plain(letter: char, emit: &mut impl FnMut(char)) {
    if letter.is_ascii() {
        return emit(letter);
    }
    match LETTERS.iter().find(|(own, _)| *own == letter) {
        Some((_, plain)) => plain.chars().for_each(emit),
        None => emit(digit(letter).unwrap_or(letter)),
    }
}

fn digit(c: char) -> Option<char> {
    let value = NOUGHTS.iter().find_map(|nought| (c as u32).checked_sub(*nought as u32).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// Whether a character adds nothing to a word: the stretching line of Arabic, marks of hyphenation and joining that
/// nobody sees, and trade marks, which would otherwise become letters of the word before them.
pub(super) fn is_silent(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{feff}' | '™' | '℠' | '®' | '©')
        || matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e007f}')
}
