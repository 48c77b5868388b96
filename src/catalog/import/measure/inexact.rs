//! Whether a text calls its numbers a bound or a guess, so that they are kept with the words around them.

/// What makes a measure or a price a bound or a guess: words by which it begins or that stand in it, in the languages
/// of catalogues.
#[rustfmt::skip] // a table reads by its rows
const INEXACT: [&str; 36] = [
    "up to", "at least", "at most", "from", "about", "approx", "around", "circa", "ca.", "roughly", "estimated",
    "minimum", "maximum", "max", "min.", "mindest", "höchstens", "less than", "more than", "over", "under", "starting",
    "ab", "bis zu", "etwa", "ungefähr", "environ", "jusqu", "à partir", "hasta", "desde",
    "aproximadamente", "fino a", "até", "około", "asi",
];

/// Whether a text calls its numbers a bound or a guess, as `6+ months` and `approx. $900` do.
pub(in super::super) fn is_inexact(text: &str) -> bool {
    let lower = text.to_lowercase();
    let says = |words: &str| {
        lower.match_indices(words).any(|(at, _)| {
            let ends = |c: Option<char>| !c.is_some_and(char::is_alphabetic);
            ends(lower[..at].chars().next_back())
                && (words.chars().count() > 4 || ends(lower[at + words.len()..].chars().next()))
        })
    };
    let is_open = lower.match_indices('+').any(|(at, _)| {
        lower[..at].ends_with(|c: char| c.is_ascii_digit()) && !lower[at + 1..].starts_with(char::is_alphabetic)
    });
    is_open || lower.contains(['~', '≈', '≥', '≤', '<', '>']) || INEXACT.iter().any(|words| says(words))
}

/// Whether a word is one of those that call a number a bound or a guess.
pub(in super::super) fn is_guess_word(word: &str) -> bool {
    let words = INEXACT.iter().flat_map(|words| words.split(' ')).map(|word| word.trim_end_matches('.'));
    words.into_iter().any(|own| own == word || (own.chars().count() > 4 && word.starts_with(own)))
}

/// The text as the note of a value read from it, if it calls its numbers a bound or a guess.
pub(in super::super) fn stated_as(text: &str) -> Option<String> {
    is_inexact(text).then(|| format!("stated as “{text}”"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_and_a_guess_are_known() {
        for text in
            ["6+ months", "up to 6 months", "from $500", "approx. $900", "ca. 3 Monate", "ab 500 €", "~ 8 weeks"]
        {
            assert!(is_inexact(text), "{text}");
        }
        for text in [
            "6 months",
            "6-9 months",
            "C++ in 6 weeks",
            "Fromage, 3 weeks",
            "4 weeks per course",
            "€5 + VAT",
            "€5+VAT",
            "CA$500",
        ] {
            assert!(!is_inexact(text), "{text}");
        }
    }
}
