//! The numbers of a measure: one number or a range, and halves and minutes after them.

use super::per::is_part;
use super::tokens::{Token, word_at};
use super::{joins, unit};

/// Words between the years and the months of one length.
pub(super) const ANDS: [&str; 7] = ["and", "und", "et", "y", "e", "i", "a"];

/// Words for a half.
#[rustfmt::skip] // a table reads by its rows
const HALVES: [&str; 13] = [
    "half", "halb", "halbes", "demi", "demie", "medio", "media", "mezzo", "mezza", "meio", "meia", "pół", "půl",
];

/// `and a half`, `y medio`: how many tokens it takes, and the half.
pub(super) fn half_at(tokens: &[Token]) -> (usize, f64) {
    let is_and = word_at(tokens, 0).is_some_and(|word| ANDS.contains(&word));
    let article = usize::from(word_at(tokens, 1) == Some("a"));
    let is_half = word_at(tokens, 1 + article).is_some_and(|word| HALVES.contains(&word));
    if is_and && is_half { (2 + article, 0.5) } else { (0, 0.0) }
}

/// Reads one number or a range: `6`, `6-9`, `6 to 9`, `6 a 9`, `6 bis 9`.
pub(super) fn numbers_at(tokens: &[Token]) -> Option<((f64, f64), usize)> {
    let Some(Token::Number(first)) = tokens.first() else { return None };
    match tokens.get(2) {
        Some(Token::Number(second)) if is_range_at(tokens, 1) => Some(((*first, *second), 3)),
        _ => Some(((*first, *first), 1)),
    }
}

/// Whether the ends of a range may stand around this token.
pub(super) fn is_range_at(tokens: &[Token], at: usize) -> bool {
    match tokens.get(at) {
        Some(Token::Dash) => true,
        Some(Token::Word(word)) => joins(word),
        _ => false,
    }
}

/// Words for minutes, by beginning.
const MINUTES: [&str; 2] = ["minut", "mins"];
/// Words for minutes as a whole.
const MINUTE: [&str; 2] = ["min", "mn"];

/// Whether a word names minutes.
pub(super) fn is_minutes(word: &str) -> bool {
    MINUTES.iter().any(|start| word.starts_with(start)) || MINUTE.contains(&word)
}

/// The minutes after hours, as in `4 hrs 30 min` and `2h30`: how many tokens they take, and the part of an hour.
pub(super) fn minutes_at(tokens: &[Token], hour: &str) -> (usize, f64) {
    let Some(Token::Number(minutes)) = tokens.first() else { return (0, 0.0) };
    let is_named = word_at(tokens, 1).is_some_and(is_minutes);
    let is_glued = hour == "h" && tokens.get(1).is_none_or(|next| matches!(next, Token::Slash | Token::Word(_)));
    let is_other = word_at(tokens, 1).is_some_and(|word| unit(word).is_some() || is_part(word));
    if *minutes >= 60.0 || is_other || !(is_named || is_glued) {
        return (0, 0.0);
    }
    (1 + usize::from(is_named), minutes / 60.0)
}
