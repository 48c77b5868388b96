//! The data that queries are answered from.

use std::sync::Arc;

use crate::catalog::Catalog;

use super::columns::Columns;
use super::lexicon::Lexicon;

/// The data that queries are answered from.
pub(super) struct Sources<'s> {
    pub(super) catalog: &'s Catalog,
    pub(super) lexicon: &'s Arc<Lexicon>,
    pub(super) columns: &'s Arc<Columns>,
    /// The lexicon of course titles, built on first use.
    pub(super) courses: &'s dyn Fn() -> &'s Lexicon,
}
