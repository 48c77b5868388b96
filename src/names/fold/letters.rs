//! Letters that count as equal although Unicode does not decompose them: Latin ligatures and stroked letters, the Greek
//! final sigma, Arabic and Persian variants, and the digits of other scripts. All letters are lower case.

/// Letters and their replacements: what people type on a keyboard without these letters.
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
    // Teh marbuta and alef maksura, which are often typed without their dots, and alef wasla.
    ('ة', "ه"),
    ('ى', "ي"),
    ('ٱ', "ا"),
    // Yeh, keheh and heh goal of Persian and Urdu keyboards.
    ('ی', "ي"),
    ('ک', "ك"),
    ('ہ', "ه"),
];

/// The zero of each script that has digits, in Unicode order; the digits 1 to 9 follow it. Compatibility forms of ASCII
/// digits are not listed, because decomposition replaces them.
const ZEROS: [char; 65] = [
    '\u{0660}',
    '\u{06f0}',
    '\u{07c0}',
    '\u{0966}',
    '\u{09e6}',
    '\u{0a66}',
    '\u{0ae6}',
    '\u{0b66}',
    '\u{0be6}',
    '\u{0c66}',
    '\u{0ce6}',
    '\u{0d66}',
    '\u{0de6}',
    '\u{0e50}',
    '\u{0ed0}',
    '\u{0f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{10d40}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{116d0}',
    '\u{116da}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11bf0}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{11f50}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e4f0}',
    '\u{1e5f1}',
    '\u{1e950}',
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
    let below = ZEROS.partition_point(|zero| *zero <= c);
    let value = c as u32 - ZEROS[below.checked_sub(1)?] as u32;
    char::from_digit(value, 10)
}

/// Whether a character adds nothing to a word: the Arabic tatweel, invisible characters for hyphenation, joining and
/// direction, variation selectors, and trademark signs, which decomposition would otherwise turn into letters.
pub(super) fn is_silent(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{feff}' | '™' | '℠' | '®' | '©')
        || matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e007f}')
}
