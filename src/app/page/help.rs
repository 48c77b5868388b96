//! Every key by where it works.

use crate::app::doc::{Doc, Line, Role};
use crate::app::{App, HelpSection};
use crate::width;

/// Columns of the names of keys.
const KEYS: usize = 18;

pub(super) fn help(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let is_here = |section: &&HelpSection| section.title == app.help_place;
    let here = app.world.help.iter().filter(is_here);
    for section in here.chain(app.world.help.iter().filter(|section| !is_here(section))) {
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
