//! Every claim about a program with its basis, source, date and grade; the one shown elsewhere first.

use crate::catalog::{Catalog, Cell, FactKey, Program, SHOWN_RULE};
use crate::page::{Doc, Line, Role};
use crate::width;

/// Columns of a label.
const LABEL: usize = 12;

pub(super) fn sources(catalog: &Catalog, program: &Program, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    doc.text(Role::Title, &format!("Where the facts of {} come from", program.title));
    doc.text(Role::Dim, SHOWN_RULE);
    doc.gap();
    for key in FactKey::ALL {
        for (place, cell) in program.claims(key, catalog).iter().enumerate() {
            claim(&mut doc, catalog, key, cell, place == 0);
        }
    }
    doc.heading("PATHWAYS");
    for pathway in &program.pathways {
        let source = catalog.source(pathway.source);
        let text = format!("{} ({})", source.title, pathway.as_of.text());
        doc.hanging(
            Line::of(Role::Label, width::left(&pathway.institution, 24)).and(Role::Plain, " "),
            Role::Dim,
            &text,
        );
    }
    if program.pathways.is_empty() {
        doc.text(Role::Dim, "None on record.");
    }
    doc
}

fn claim(doc: &mut Doc, catalog: &Catalog, key: FactKey, cell: &Cell<'_>, is_shown: bool) {
    let Some(origin) = cell.origin else { return };
    let label = if is_shown { key.label() } else { "" };
    let role = if is_shown { Role::Plain } else { Role::Dim };
    let head = Line::of(Role::Label, width::left(label, LABEL)).and(Role::Dim, cell.mark()).and(Role::Plain, " ");
    doc.hanging(head, role, &cell.text);
    let note = origin.note.map(|note| format!("; {note}")).unwrap_or_default();
    let source = catalog.source(origin.source);
    let text = format!("{}, {}, grade {}: {}{note}", origin.basis.slug(), origin.as_of, origin.grade, source.title);
    doc.hanging(Line::of(Role::Plain, " ".repeat(LABEL + 2)), Role::Dim, &text);
}
