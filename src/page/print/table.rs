//! Prints a table, on a screen or in a terminal: in columns if they fit without breaking a word, or else row by row.

use super::{columns, fit, row, stacked};
use crate::page::{Doc, Table, Target};
use crate::width;

/// Adds the table to the document, with the cursor on a row or a column.
pub(super) fn table(doc: &mut Doc, table: &Table, cursor: Option<Target>) {
    let room = doc.width().saturating_sub(width::cols(row::marks(table, cursor)(None)));
    match fit::in_columns(table, room) {
        Some(places) => columns::table(doc, table, &places, cursor),
        None => stacked::table(doc, table, cursor),
    }
}
