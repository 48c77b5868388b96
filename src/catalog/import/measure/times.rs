//! Measures that are only a part of the whole, because something else in the text multiplies them: `4 x 6 weeks`,
//! `6 weeks each`, `6 weeks of 5 hours`. The product is not computed.

use super::tokens::{Token, word_at};
use super::{Measure, Per, Unit, measure_at, unit};
use crate::catalog::import::signal_words::EACH;

/// Signs that multiply a measure by the number of something else in the text.
const TIMES: [&str; 3] = ["x", "×", "*"];

/// Words between a span and the amount in each part of it.
const OF: [&str; 7] = ["of", "à", "zu", "mit", "de", "da", "di"];

/// Whether a word multiplies: `6 weeks each`, but not `5 hours each week`.
pub(super) fn multiplies(tokens: &[Token], at: usize) -> bool {
    let Some(word) = word_at(tokens, at) else { return false };
    let is_of_time = || word_at(tokens, at + 1).is_some_and(|next| unit(next).is_some());
    TIMES.contains(&word) || (EACH.contains(&word) && !is_of_time()) || is_of_each(tokens, at)
}

/// Whether the word is between weeks and the hours of one of them. Hours a week are those of a week in any case.
fn is_of_each(tokens: &[Token], at: usize) -> bool {
    let is_of = word_at(tokens, at).is_some_and(|word| OF.contains(&word));
    let before = at.checked_sub(1).and_then(|before| word_at(tokens, before)).and_then(unit);
    let is_behind_span = before.is_some_and(|unit| unit != Unit::Hour);
    is_of && is_behind_span && measure_at(&tokens[at + 1..]).is_some_and(|(amount, _)| amount.hours().is_some())
}

/// Whether hours are those of some days in each week, as in `5 hours, 3 days a week`.
pub(super) fn is_schedule(found: &[Measure]) -> bool {
    let has_days = found.iter().any(|measure| measure.unit == Unit::Day && matches!(measure.per, Per::Time(_)));
    has_days && found.iter().any(|measure| measure.hours().is_some())
}
