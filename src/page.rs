//! What a person reads, before anybody has decided where: pages as values, and the forms in which they are printed.
//! It knows no screen and no state of the explorer; it decides nothing that the core has not decided.

mod columns;
mod doc;
mod table;

pub use columns::Columns;
pub use doc::{Doc, Line, Role, Span};
pub use table::{Align, Column, Table, escaped};
