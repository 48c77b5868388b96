//! Whether a text calls its numbers a bound or an estimate, so that they are kept with the words around them.

/// Words that call the number after them a bound.
#[rustfmt::skip] // a table reads by its rows
const BEFORE: [&str; 21] = [
    "from", "over", "under", "above", "below", "starting", "starts", "ab", "desde", "à partir", "dès", "more than",
    "less than", "fewer than", "mehr als", "weniger als", "más de", "menos de", "plus de", "od", "da",
];

/// Words that call a number a bound, before or after it.
#[rustfmt::skip] // a table reads by its rows
const BOUNDS: [&str; 23] = [
    "up to", "at least", "at most", "or more", "or less", "minimum", "maximum", "max", "min.", "mindest", "höchstens",
    "bis zu", "jusqu", "hasta", "fino a", "até", "mínimo", "máximo", "au moins", "al menos", "almeno", "upwards",
    "onwards",
];

/// Words that call a number an estimate.
#[rustfmt::skip] // a table reads by its rows
const GUESSES: [&str; 15] = [
    "about", "approx", "around", "circa", "ca.", "roughly", "estimated", "etwa", "ungefähr", "environ", "aproximadamente",
    "unos", "około", "asi", "cerca de",
];

/// Whether a text calls its numbers a bound or an estimate, as `6+ months` and `approx. $900` do.
pub(in super::super) fn is_inexact(text: &str) -> bool {
    is_bound(text) || is_guess(text)
}

/// Whether a text names one bound of its number.
fn is_bound(text: &str) -> bool {
    // Plain numbers are what most cells of a table hold.
    if text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'.' | b',' | b'-')) {
        return false;
    }
    let lower = text.to_lowercase();
    let is_open = lower.match_indices('+').any(|(at, _)| {
        lower[..at].ends_with(|c: char| c.is_ascii_digit()) && !lower[at + 1..].starts_with(char::is_alphabetic)
    });
    let is_before_number = |words: &str| places(&lower, words).any(|(start, end)| is_of_number(&lower, start, end));
    is_open
        || lower.contains(['≥', '≤', '<', '>'])
        || BOUNDS.iter().any(|words| places(&lower, words).next().is_some())
        || BEFORE.iter().any(|words| is_before_number(words))
}

/// Whether a text calls its numbers an estimate. A tilde between two numbers makes them a range.
fn is_guess(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_tilde =
        lower.match_indices('~').any(|(at, _)| !lower[..at].trim_end().ends_with(|c: char| c.is_ascii_digit()));
    is_tilde || lower.contains('≈') || GUESSES.iter().any(|words| places(&lower, words).next().is_some())
}

/// The positions of words in a text, as whole words; longer ones may have endings.
fn places<'t>(lower: &'t str, words: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
    let ends = |c: Option<char>| !c.is_some_and(char::is_alphabetic);
    let spans = lower.match_indices(words).map(|(at, words)| (at, at + words.len()));
    spans.filter(move |(start, end)| {
        ends(lower[..*start].chars().next_back()) && (words.chars().count() > 4 || ends(lower[*end..].chars().next()))
    })
}

/// Whether the number after a word is the one that a text is about, and not a date beside it, as in
/// `6 months (from 2026)`.
fn is_of_number(lower: &str, start: usize, end: usize) -> bool {
    let behind = lower[end..].split_whitespace().take(4);
    let number = behind
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| word.contains(|c: char| c.is_ascii_digit()));
    let is_date = |word: &str| {
        let is_year = word.len() == 4 && word.parse().is_ok_and(|year: u32| (1990..2100).contains(&year));
        is_year || word.matches(['.', '-', '/']).count() == 2
    };
    number.is_some_and(|number| !(is_date(number) && lower[..start].contains(|c: char| c.is_ascii_digit())))
}

/// Whether a word is one of those that call a number a bound or an estimate.
pub(in super::super) fn is_guess_word(word: &str) -> bool {
    let all = BEFORE.iter().chain(&BOUNDS).chain(&GUESSES);
    let words = all.flat_map(|words| words.split(' ')).map(|word| word.trim_end_matches('.'));
    words.into_iter().any(|own| own == word || (own.chars().count() > 4 && word.starts_with(own)))
}

/// The text as the note of a value read from it, if it calls its numbers a bound or an estimate. Between the two ends
/// of a range, the words for a bound only join them, as in `from 6 to 9 months`.
pub(in super::super) fn stated_as(text: &str, is_range: bool) -> Option<String> {
    (is_guess(text) || (!is_range && is_bound(text))).then(|| words_of(text))
}

/// The words of a source as a note.
pub(in super::super) fn words_of(text: &str) -> String {
    format!("stated as “{text}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_and_a_guess_are_known() {
        for text in [
            "6+ months",
            "up to 6 months",
            "from $500",
            "approx. $900",
            "ca. 3 Monate",
            "ab 500 €",
            "~ 8 weeks",
            "from just $49 a month",
            "starting at 2000 EUR",
            "less than 3 months",
            "over 6 months",
            "6 months or more",
        ] {
            assert!(stated_as(text, false).is_some(), "{text}");
        }
        for text in ["from 6 to 9 months", "4~6 weeks", "$100 up to $200"] {
            assert_eq!(stated_as(text, true), None, "{text}");
        }
        assert!(stated_as("approx. 6-9 months", true).is_some());
        for text in [
            "6 months",
            "6-9 months",
            "C++ in 6 weeks",
            "Fromage, 3 weeks",
            "4 weeks per course",
            "€5 + VAT",
            "€5+VAT",
            "CA$500",
            "6 months (from 01.02.2026)",
            "6 months, from September 2026",
            "4~6 weeks",
            "5 weeks under supervision",
        ] {
            assert!(!is_inexact(text), "{text}");
        }
    }
}
