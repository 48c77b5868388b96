//! What to take first, if the recommended program starts above the user's level: a program that prepares for it by the
//! rule that plans use too. It never counts as credit.

use super::evaluate::{handle, row_of};
use super::limits::bits_of;
use super::view::Case;
use super::warnings::starts_within;
use crate::advise::advice::Stack;
use crate::advise::preferences::bit;
use crate::advise::question::Question;
use crate::plan::{Ground, Preparation, preparing};

/// Returns the first program that prepares for one above the user's level, is still possible and starts at the user's
/// level. `None` if there is no level gap or no such program.
pub(crate) fn stack(case: &Case<'_>, top: usize) -> Option<Stack> {
    if !case.view.has_level_gap(top) {
        return None;
    }
    let is_within_reach = |one: &Preparation| starts_within(&case.view, row_of(one.first)) && is_possible(case, one);
    let Preparation { first, ground } = preparing(case.view.catalog, handle(top)).into_iter().find(is_within_reach)?;
    Some(Stack { first, then: handle(top), ground })
}

/// Whether a preparatory program passes the limits and has courses left to take. It need not carry credit itself, nor be
/// on the field if it is about what is asked for beforehand.
fn is_possible(case: &Case<'_>, one: &Preparation) -> bool {
    let row = row_of(one.first);
    let spared = match one.ground {
        Ground::Asked(_) => bit(Question::Credit) | bits_of(Question::Field),
        Ground::Shared(_) => bit(Question::Credit),
    };
    case.evaluation.fails[row] & !spared == 0 && !case.view.preferences.done.leaves_nothing(row)
}
