//! The rows of the facet pane: a heading for each facet, its most frequent values, and a row that unfolds the rest.
//! The cursor names a value and not a row, so it stays where it is when counts change the order.

use super::App;
use crate::search::{Facet, FacetValue};

/// How many values a folded facet shows.
const FOLDED: usize = 6;

/// A row of the facet pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterRow {
    /// The name of a facet.
    Heading(Facet),
    /// One of its values.
    Value(Facet, FacetValue),
    /// So many values are hidden; opening the row shows them.
    More(Facet, usize),
    /// All values are shown; opening the row hides the rare ones.
    Less(Facet),
    /// Nothing, between facets.
    Gap,
}

/// Where the cursor of the facet pane is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterCursor {
    /// On a value of a facet.
    Value(Facet, String),
    /// On the row that unfolds or folds a facet.
    Fold(Facet),
}

impl FilterRow {
    /// The cursor position that this row is, if the cursor can stand on it.
    pub fn cursor(&self) -> Option<FilterCursor> {
        match self {
            Self::Value(facet, value) => Some(FilterCursor::Value(*facet, value.value.clone())),
            Self::More(facet, _) | Self::Less(facet) => Some(FilterCursor::Fold(*facet)),
            Self::Heading(_) | Self::Gap => None,
        }
    }
}

impl App {
    /// The row on which the cursor of the facets stands.
    pub fn filter_row(&self) -> Option<usize> {
        let cursor = self.filter_cursor.as_ref()?;
        self.filter_rows.iter().position(|row| row.cursor().as_ref() == Some(cursor))
    }

    /// The facets under the present view, row by row.
    pub(super) fn facet_rows(&self) -> Vec<FilterRow> {
        let mut rows = Vec::new();
        for (facet, values) in self.world.index.all_facets(self.catalog(), &self.view) {
            if values.is_empty() {
                continue;
            }
            if !rows.is_empty() {
                rows.push(FilterRow::Gap);
            }
            rows.push(FilterRow::Heading(facet));
            self.push_values(&mut rows, facet, values);
        }
        rows
    }

    fn push_values(&self, rows: &mut Vec<FilterRow>, facet: Facet, values: Vec<FacetValue>) {
        let is_long = values.len() > FOLDED + 1;
        let is_unfolded = self.unfolded.contains(&facet);
        let total = values.len();
        let mut shown = 0;
        for (place, value) in values.into_iter().enumerate() {
            if !is_long || is_unfolded || place < FOLDED || value.is_chosen || value.is_without {
                rows.push(FilterRow::Value(facet, value));
                shown += 1;
            }
        }
        if is_long && is_unfolded {
            rows.push(FilterRow::Less(facet));
        } else if shown < total {
            rows.push(FilterRow::More(facet, total - shown));
        }
    }
}
