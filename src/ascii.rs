//! Text and signs in ASCII, for terminals and readers that support nothing else. Signs have replacements, and accented
//! letters lose their accents. Letters of other scripts have no ASCII form and are left unchanged, because question
//! marks would make names unreadable. Screens and commands use the same table.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use crate::{chart, width};

/// The replacements of each sign: one of equal width, and a longer one for where there is room.
const SIGNS: [(char, &str, &str); 55] = [
    ('─', "-", "-"),
    ('│', "|", "|"),
    ('┌', "+", "+"),
    ('┐', "+", "+"),
    ('└', "+", "+"),
    ('┘', "+", "+"),
    ('├', "+", "+"),
    ('┤', "+", "+"),
    ('┬', "+", "+"),
    ('┴', "+", "+"),
    ('┼', "+", "+"),
    ('▌', ">", ">"),
    ('■', "X", "[x]"),
    ('□', "_", "[ ]"),
    ('⊘', "N", "[-]"),
    ('›', "|", "|"),
    ('‹', "<", "<"),
    ('◂', "<", "<"),
    ('▸', ">", ">"),
    ('←', "(", "<-"),
    ('→', ")", "->"),
    ('↑', "^", "^"),
    ('↓', "v", "v"),
    // In a single column it replaces the preceding letter as well, because one full stop looks like an abbreviation.
    ('…', ".", "..."),
    ('·', "|", "|"),
    ('•', "-", "-"),
    ('×', "x", "x"),
    ('÷', "/", "/"),
    ('±', "~", "+/-"),
    ('≠', "!", "!"),
    ('≤', "<", "<="),
    ('≥', ">", ">="),
    ('≈', "~", "~"),
    ('⁄', "/", "/"),
    ('‐', "-", "-"),
    ('‑', "-", "-"),
    ('–', "-", "-"),
    ('—', "-", "-"),
    ('−', "-", "-"),
    ('‘', "'", "'"),
    ('’', "'", "'"),
    ('“', "\"", "\""),
    ('”', "\"", "\""),
    ('«', "\"", "\""),
    ('»', "\"", "\""),
    ('\u{a0}', " ", " "),
    ('\u{202f}', " ", " "),
    ('¿', "?", "?"),
    ('¡', "!", "!"),
    ('£', "L", "GBP "),
    ('€', "E", "EUR "),
    ('¥', "Y", "JPY "),
    ('₹', "R", "INR "),
    ('®', "R", "(R)"),
    ('©', "C", "(C)"),
];

/// Letters that do not decompose into a letter and an accent.
const LETTERS: [(char, &str); 14] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('Æ', "AE"),
    ('œ', "oe"),
    ('Œ', "OE"),
    ('ø', "o"),
    ('Ø', "O"),
    ('ł', "l"),
    ('Ł', "L"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ı', "i"),
    ('™', "(TM)"),
];

/// Returns the text in ASCII where possible; it may become longer.
pub fn text(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { text.graphemes(true).map(long).collect() }
}

/// Returns the text in ASCII in at most `room` columns: with the longer replacements if blanks at its end or free room
/// make up for them, otherwise with those of equal width.
pub fn within(given: &str, room: usize) -> String {
    if given.is_ascii() {
        return given.to_owned();
    }
    let cols = width::cols(given).min(room);
    let longer = text(given);
    let longer = if width::cols(&longer) > cols { longer.trim_end() } else { &longer };
    if width::cols(longer) <= room {
        return width::left(longer, width::cols(longer).max(cols));
    }
    given.graphemes(true).fold(String::new(), |mut form, grapheme| {
        if grapheme == width::CUT && form.ends_with(|c: char| c.is_ascii_graphic()) {
            form.pop();
            form.push('.');
        }
        form + &sign(grapheme).unwrap_or_else(|| grapheme.to_owned())
    })
}

/// Returns the replacement of a sign or letter of equal width; `None` if it has no ASCII form.
pub fn sign(grapheme: &str) -> Option<String> {
    let mut chars = grapheme.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        if let Some((_, short, _)) = SIGNS.iter().find(|(sign, ..)| *sign == c) {
            return Some((*short).to_owned());
        }
        if let Some(picture) = chart::ascii(c) {
            return Some(picture.to_string());
        }
    }
    let form = long(grapheme);
    let cols = width::cols(grapheme);
    form.is_ascii().then(|| form.chars().take(cols).collect()).filter(|short: &String| width::cols(short) == cols)
}

fn long(grapheme: &str) -> String {
    let mut form = String::with_capacity(grapheme.len());
    for c in grapheme.chars() {
        push_char(&mut form, c);
    }
    if form.is_ascii() { form } else { grapheme.to_owned() }
}

fn push_char(form: &mut String, c: char) {
    if let Some((_, _, long)) = SIGNS.iter().find(|(sign, ..)| *sign == c) {
        form.push_str(long);
    } else if let Some((_, letters)) = LETTERS.iter().find(|(letter, _)| *letter == c) {
        form.push_str(letters);
    } else if let Some(picture) = chart::ascii(c) {
        form.push(picture);
    } else {
        form.extend(std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part)).map(plain));
    }
}

/// Replaces a decomposed character that is still not ASCII: the fraction slash.
fn plain(c: char) -> char {
    if c == '⁄' { '/' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn signs_have_a_form_and_letters_lose_their_accents_only() {
        assert_eq!(text("£300–500 École “x” …"), "GBP 300-500 Ecole \"x\" ...");
        assert_eq!(text("≠ Straße ½ Administración e\u{301}"), "! Strasse 1/2 Administracion e");
        assert_eq!(text("تحليل 数据"), "تحليل 数据", "what has no form there stays");
    }

    #[test]
    fn longer_forms_use_the_blanks_and_the_room_and_never_more() {
        assert_eq!(within("£300   ", 7), "GBP 300");
        assert_eq!(within("£300 ", 5), "L300 ", "no room: one column for one");
        assert_eq!(within("£300", 10), "GBP 300");
        assert_eq!(within("a≠b", 3), "a!b");
        assert_eq!(within("Supply Ch…", 10), "Supply C..", "a cut is no abbreviation");
    }

    #[test]
    fn every_short_form_takes_the_columns_of_its_sign() {
        for (sign, short, long) in SIGNS {
            assert_eq!(width::cols(short), width::cols(&sign.to_string()), "{sign}");
            assert!(short.is_ascii() && long.is_ascii());
        }
    }

    proptest! {
        #[test]
        fn nothing_grows_beyond_its_room(given in "[a-zé£≠→ß数ل’ ]{0,20}") {
            let cols = width::cols(&given);
            prop_assert!(width::cols(&within(&given, cols)) <= cols);
            for grapheme in given.graphemes(true) {
                if let Some(short) = sign(grapheme) {
                    prop_assert_eq!(width::cols(&short), width::cols(grapheme));
                }
            }
        }
    }
}
