//! Letters that count as equal although Unicode does not decompose them: Latin ligatures and stroked letters, the Greek
//! final sigma, Arabic and Persian variants, and the digits of other scripts. All letters are lower case.

/// Letters and their replacements, which are what people type on a keyboard that lacks them.
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
    // Final sigma.
    ('ς', "σ"),
    // Teh marbuta and alef maksura, often typed with or without their dots, and alef wasla.
    ('ة', "ه"),
    ('ى', "ي"),
    ('ٱ', "ا"),
    // Yeh, keheh and heh goal of Persian and Urdu keyboards.
    ('ی', "ي"),
    ('ک', "ك"),
    ('ہ', "ه"),
];

/// The zero of each script with its own digits; the digits 1 to 9 follow it in Unicode order.
const NOUGHTS: [char; 13] = [
    '\u{0660}', '\u{06f0}', '\u{07c0}', '\u{0966}', '\u{09e6}', '\u{0a66}', '\u{0ae6}', '\u{0be6}', '\u{0c66}',
    '\u{0ce6}', '\u{0d66}', '\u{0e50}', '\u{17e0}',
];

/// Calls `emit` with the replacement of a lower-case letter, or with the letter itself if it has none.
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

/// Whether a character adds nothing to a word: the Arabic tatweel, invisible characters for hyphenation, joining and
/// direction, variation selectors, and trademark signs, which decomposition would otherwise turn into letters.
pub(super) fn is_silent(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{feff}' | '™' | '℠' | '®' | '©')
        || matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e007f}')
}
