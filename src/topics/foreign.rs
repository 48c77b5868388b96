//! Words of languages that the vocabulary hardly covers. A word with a letter that none of its main languages has is
//! not misspelt English, so it is never corrected: `chcę` is not `chic`.

/// The letters with marks of English, Spanish, French, Portuguese, German and Italian.
const MARKED: &str = "áàâäãåæçéèêëíìîïñóòôöõœßúùûüÿ";

/// Whether a word as typed has a Latin letter that is in none of these languages.
pub(super) fn is_of_other_language(typed: &str) -> bool {
    let is_latin = |c: &char| matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic();
    let is_mark = |c: char| {
        matches!(c, '\u{306}' | '\u{307}' | '\u{309}' | '\u{30b}' | '\u{30c}' | '\u{31b}' | '\u{323}' | '\u{328}')
    };
    let mut letters = typed.chars().flat_map(char::to_lowercase);
    letters.any(|c| is_mark(c) || is_latin(&c) && !MARKED.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_other_languages_tell() {
        for typed in ["kế", "chcę", "księgowość", "yazılım", "řízení", "mācīties", "lập", "învățare", "o\u{323}"]
        {
            assert!(is_of_other_language(typed), "{typed}");
        }
        for typed in ["contabilidad", "gestão", "Führung", "économie", "perché", "señal", "toán", "编程", "программист"]
        {
            assert!(!is_of_other_language(typed), "{typed}");
        }
    }
}
