//! Punctuation as people type it: the dashes, quotation marks, commas and colons of editors and other scripts, and
//! their keyboard equivalents. Parsers use it to recognize these signs; it has no grammar.

use super::fold;

/// Whether a character is a hyphen, a dash, a minus, or an East Asian range sign.
pub fn is_dash(c: char) -> bool {
    // The dash punctuation of Unicode, then signs that look like it.
    matches!(c, '-' | '\u{058a}' | '\u{05be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'..='\u{2015}' | '\u{2e17}')
        || matches!(c, '\u{2e1a}' | '\u{2e3a}' | '\u{2e3b}' | '\u{2e40}' | '\u{2e5d}' | '\u{301c}' | '\u{3030}')
        || matches!(c, '\u{30a0}' | '\u{fe31}' | '\u{fe32}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{10ead}')
        || matches!(c, '\u{02d7}' | '\u{2043}' | '\u{2212}' | '\u{223c}' | '\u{2796}' | '\u{ff5e}')
}

/// Whether a character is a double quotation mark.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂' | '「' | '」' | '『' | '』')
}

/// Whether a character is a comma between the parts of a list.
pub fn is_comma(c: char) -> bool {
    matches!(c, ',' | '،' | '՝' | '፣' | '߸' | '、' | '，' | '､' | '﹐' | '﹑' | '︐' | '︑')
}

/// Whether a character is a colon between a name and a value.
pub fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '︓' | '꞉' | '∶')
}

/// Whether a character is an equals sign between a name and a value.
pub fn is_equals_sign(c: char) -> bool {
    matches!(c, '=' | '＝' | '﹦' | '꞊')
}

/// Returns the folded text with every sign replaced by its keyboard equivalent. For numbers, dates and commands, but
/// not for names.
pub fn plain(original: &str) -> String {
    if original.is_ascii() {
        return original.to_ascii_lowercase();
    }
    fold(&original.chars().map(on_a_keyboard).collect::<String>())
}

fn on_a_keyboard(c: char) -> char {
    match c {
        c if is_dash(c) => '-',
        c if is_quote(c) => '"',
        c if is_comma(c) => ',',
        c if is_colon(c) => ':',
        c if is_equals_sign(c) => '=',
        // These include the Arabic thousands separator, which never begins a fraction.
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '٬' => '\'',
        '٫' => '.',
        '٪' => '%',
        // A superscript or subscript, which folding would turn into another digit of the number.
        '²' | '³' | '¹' | '\u{2070}'..='\u{2079}' | '\u{2080}'..='\u{2089}' => '^',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn point_51_signs_of_editors_and_other_scripts_are_those_of_a_keyboard() {
        for (typed, meant) in [
            ("1‐2‑3‒4–5—6―7−8", "1-2-3-4-5-6-7-8"),
            ("1〜3", "1-3"),
            ("1～3", "1-3"),
            ("1－3", "1-3"),
            ("“2”", "\"2\""),
            ("1، 2、3，4", "1, 2,3,4"),
            ("months：<６", "months:<6"),
            ("hours＝８", "hours=8"),
            ("٤٠٪", "40%"),
            ("１２％", "12%"),
            ("٣٫٥", "3.5"),
            ("1’500", "1'500"),
            ("10²", "10^"),
            ("guide—me", "guide-me"),
        ] {
            assert_eq!(plain(typed), meant, "{typed}");
        }
    }
}
