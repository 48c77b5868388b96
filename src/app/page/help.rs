//! Every key by where it works, and the chips that can be removed.

use crate::app::App;
use crate::app::doc::{Doc, Line, Role};
use crate::width;

/// Columns of the names of keys.
const KEYS: usize = 18;

pub(super) fn help(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    for section in &app.world.help {
        doc.heading(section.title);
        for (keys, hint) in &section.keys {
            doc.hanging(Line::of(Role::Key, width::left(keys, KEYS)), Role::Plain, hint);
        }
    }
    doc.heading("MARKS BESIDE A VALUE");
    for line in super::LEGEND {
        doc.text(Role::Plain, line);
    }
    doc.text(Role::Dim, "No mark: stated by a provider or a list. +2: two more claims, S shows them.");
    doc
}

pub(super) fn chips(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    doc.text(Role::Dim, "Enter removes, Esc leaves.");
    doc.line(Line::blank());
    for (place, chip) in app.chips().into_iter().enumerate() {
        let is_under_cursor = place == app.overlay_cursor;
        let mark = if is_under_cursor { "▌ " } else { "  " };
        let role = if is_under_cursor { Role::Selected } else { Role::Plain };
        doc.line(
            Line::of(Role::Focus, mark).and(role, width::cut(&format!("{} ×", chip.label), width.saturating_sub(2))),
        );
    }
    doc
}
