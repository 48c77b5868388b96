//! The span that an amount applies to: `per week`, `weekly`, `in der Woche`, or one of the parts of a program, in the
//! languages of catalogues.

use super::tokens::{Token, word_at};
use super::unit::{adverb, is_each_week, is_in, is_per};
use super::{Per, Unit, unit};

const ARTICLES: [&str; 6] = ["the", "la", "le", "der", "den", "einer"];

/// Reads `per week`, `a week`, `/wk`, `weekly`, `in der Woche` or `per course`.
pub(super) fn per_at(tokens: &[Token]) -> (Per, usize) {
    let (says_per, word) = match tokens.first() {
        Some(Token::Slash) => (true, ""),
        Some(Token::Word(word)) => (is_per(word) || is_in(word), word.as_str()),
        _ => (false, ""),
    };
    if let Some(unit) = adverb(word) {
        return (Per::Time(unit), 1);
    }
    let skipped = usize::from(word_at(tokens, 1).is_some_and(|word| ARTICLES.contains(&word)));
    let per = word;
    let Some(word) = word_at(tokens, 1 + skipped).filter(|_| says_per) else { return (Per::Whole, 0) };
    // `6 weeks in class` is not by the class.
    let is_by_part =
        matches!(tokens.first(), Some(Token::Slash)) || BY_PART.contains(&per) || word.starts_with("course");
    if is_by_part && is_part(word) {
        return (Per::Part, 2 + skipped);
    }
    let Some(unit) = unit(word) else { return (Per::Whole, 0) };
    // As in `3 hours per week per course`.
    match per_at(&tokens[2 + skipped..]) {
        (Per::Part, more) => (Per::Part, 2 + skipped + more),
        _ => (Per::Time(unit), 2 + skipped),
    }
}

/// Whether the words before an amount say that it is that of each week: `weekly 5 hours`, `pro Woche 5 Stunden`.
pub(super) fn is_of_week(before: &[Token]) -> bool {
    let word = |back: usize| before.len().checked_sub(back).and_then(|at| word_at(before, at));
    let is_week = |word: &str| unit(word) == Some(Unit::Week);
    word(1).is_some_and(|last| is_each_week(last) || (is_week(last) && word(2).is_some_and(is_per)))
}

/// Those that a part of a program may follow too, as in `per module`.
const BY_PART: [&str; 7] = ["per", "each", "every", "por", "par", "pro", "je"];

/// Whether a word names a part of a program.
pub(super) fn is_part(word: &str) -> bool {
    PARTS.iter().any(|start| word.starts_with(start))
}

/// Parts of a program, by beginning.
#[rustfmt::skip] // a table reads by its rows
const PARTS: [&str; 18] = [
    "course", "module", "modul", "módulo", "class", "lesson", "session", "unit", "kurs", "cours", "curso", "corso",
    "kurz", "předmět", "lección", "séance", "part", "level",
];
