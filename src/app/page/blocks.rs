//! A page of the commands as a document of the explorer: the same headings, sentences, lists and tables.

use crate::export::{Block, beside};
use crate::page::{Columns, Table};
use crate::page::{Doc, Line, Role};
use crate::width;

/// Adds the parts of a page.
pub(super) fn blocks(doc: &mut Doc, page: &[Block]) {
    for block in page {
        match block {
            Block::Title(text) => doc.text(Role::Title, text),
            Block::Heading(text) => doc.heading(&text.to_uppercase()),
            Block::Text(text) => doc.text(Role::Plain, text),
            Block::Items(items) => {
                for item in items {
                    doc.hanging(Line::of(Role::Label, "- "), Role::Plain, item);
                }
            }
            Block::Table(table) => sheet(doc, table),
            Block::Drawn { parts, .. } => {
                for line in beside(parts, doc.width()) {
                    doc.line(Line::of(Role::Plain, line));
                }
            }
        }
    }
}

fn sheet(doc: &mut Doc, table: &Table) {
    let laid = Columns::of(table, doc.width());
    for line in laid.head {
        doc.line(Line::of(Role::Label, width::cut(&line, doc.width())));
    }
    for line in laid.rows.into_iter().flatten() {
        doc.line(Line::of(Role::Plain, width::cut(&line, doc.width())));
    }
}
