//! Notices, which every part of the update uses.

use crate::app::{App, Overlay};

/// The notice if the thing that an input line was opened for was deleted meanwhile, by another running explorer.
pub(super) const GONE: &str = "This is no longer kept, so nothing has changed.";

/// Shows a notice in the line above the footer, or over the screen if it is too long for a line.
pub(super) fn tell(app: &mut App, text: String) {
    let room = usize::from(app.size.0).saturating_sub(8);
    let is_long = crate::width::cols(&text) > room;
    app.notice = Some(text);
    if is_long {
        app.overlays.show(Overlay::Notice);
    }
}

/// The notice on an action that is not possible for this reason.
pub(super) fn not_possible(reason: &str) -> String {
    format!("Not possible now: {reason}.")
}
