//! Every key by where it works.

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
