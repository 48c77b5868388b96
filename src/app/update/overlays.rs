//! Pages over the screen and notices, which every part of the update uses. It knows none of them.

use crate::app::{App, Overlay};

/// Opens an overlay. If it is already open, it comes to the top instead of being shown twice.
pub(super) fn show(app: &mut App, overlay: Overlay) {
    app.overlays.retain(|open| *open != overlay);
    app.overlays.push(overlay);
    app.tops.overlay = 0;
    app.overlay_cursor = 0;
}

/// Shows a notice in the line above the footer, or over the screen if it is too long for a line.
pub(super) fn tell(app: &mut App, text: String) {
    let room = usize::from(app.size.0).saturating_sub(8);
    let is_long = crate::width::cols(&text) > room;
    app.notice = Some(text);
    if is_long {
        show(app, Overlay::Notice);
    }
}

/// The notice on an action that is not possible for this reason.
pub(super) fn not_possible(reason: &str) -> String {
    format!("Not possible now: {reason}.")
}
