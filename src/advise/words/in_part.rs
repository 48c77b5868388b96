//! Whether a wish was met as a whole. It affects the headline and how certain the kind is.

use crate::advise::engine::View;
use crate::advise::preferences::field::WantedPart;

/// Returns the end of the headline for a wish that was met only in part; empty for any other.
pub(super) fn not_all(view: &View<'_>) -> &'static str {
    let Some(wanted) = &view.preferences.field else { return "" };
    let is_partial = |part: &WantedPart| part.understood.matches.is_partial && part.understood.count > 0;
    if wanted.ignored().next().is_some() {
        ", though only part of what you typed was understood"
    } else if wanted.taken_apart().next().is_some() || wanted.parts.iter().any(is_partial) {
        ", though no program is about all of what you typed"
    } else {
        ""
    }
}
