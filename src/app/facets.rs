//! The rows of the facet pane: for each facet a heading, its most frequent values, and a row that unfolds the rest. The
//! cursor is stored as a value, not as a row, so that it stays in place when counts change the order.

use super::{App, TextInput};
use std::sync::{Arc, OnceLock};

use crate::search::{Facet, FacetValue, Histogram, Quantity, Span};

/// The number of values that a folded facet shows.
const FOLDED: usize = 6;

/// A row of the facet pane.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterRow {
    /// The name of a facet.
    Heading(Facet),
    /// A value of a facet.
    Value(Facet, FacetValue),
    /// The number of hidden values; opening the row shows them.
    More(Facet, usize),
    /// All values are shown; opening the row hides the less frequent ones.
    Less(Facet),
    /// A row of the histogram of a quantity.
    Measure(MeasurePart, Arc<Histogram>),
    /// An empty row between facets.
    Gap,
}

/// A part of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasurePart {
    /// The name of the quantity.
    Heading,
    /// The columns.
    Columns,
    /// The amounts under the columns.
    Axis,
    /// The limit in words; opening the row changes it.
    Limit,
    /// The number of programs that are shown although their amount is unknown.
    Unknown,
}

/// A range being chosen on a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RangeControl {
    /// The quantity.
    pub quantity: Quantity,
    /// Whether the upper end is active; otherwise the lower end is.
    pub is_upper: bool,
    /// What is typed for the active end; `None` if it was moved.
    pub typed: Option<TypedEnd>,
    /// The limit before the choice began.
    pub before: Span,
}

/// An end of a range while it is typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypedEnd {
    /// The amount so far.
    pub amount: u32,
    /// The limit when typing began. Every digit starts from it again, because the digits before the last may be beyond
    /// the other end: 1 and 15 are typed on the way to 1500.
    pub from: Span,
}

/// The position of the cursor in the facet pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterCursor {
    /// On a value of a facet.
    Value(Facet, String),
    /// On the row that unfolds or folds a facet.
    Fold(Facet),
    /// On the limit of a quantity.
    Limit(Quantity),
}

/// The rows of the facet pane. They are computed when they are first asked for, because counting everything at each
/// keystroke is wasted work while the counts are not on the screen.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows(OnceLock<Vec<FilterRow>>);

/// Always equal: the rows are derived from the rest of the state.
impl PartialEq for Rows {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The pane of the facets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawer {
    rows: Rows,
    /// The range being chosen on a histogram; `None` if there is none.
    pub range: Option<RangeControl>,
    /// The input line that narrows the values of all facets.
    pub narrowing: TextInput,
    /// The position of the cursor; `None` for the first row that it can stop on. If its row is gone, the cursor is on that
    /// row too.
    pub cursor: Option<FilterCursor>,
    /// The facets that show all their values.
    pub unfolded: Vec<Facet>,
}

impl FilterRow {
    /// Returns the cursor position of this row; `None` if the cursor cannot be on it.
    pub fn cursor(&self) -> Option<FilterCursor> {
        match self {
            Self::Value(facet, value) => Some(FilterCursor::Value(*facet, value.value.clone())),
            Self::More(facet, _) | Self::Less(facet) => Some(FilterCursor::Fold(*facet)),
            Self::Measure(MeasurePart::Limit, histogram) => Some(FilterCursor::Limit(histogram.quantity)),
            Self::Heading(_) | Self::Measure(..) | Self::Gap => None,
        }
    }
}

impl App {
    /// Returns the rows of the facet pane.
    pub fn filter_rows(&self) -> &[FilterRow] {
        self.drawer.rows.0.get_or_init(|| self.facet_rows())
    }

    /// Drops the rows, so that they are computed again when they are next asked for.
    pub(super) fn forget_filter_rows(&mut self) {
        self.drawer.rows = Rows::default();
    }

    /// Returns the row under the cursor; `None` if the cursor can stop on no row.
    pub fn filter_row(&self) -> Option<usize> {
        let rows = self.filter_rows();
        let at = |cursor| rows.iter().position(|row| row.cursor().as_ref() == Some(cursor));
        self.drawer.cursor.as_ref().and_then(at).or_else(|| self.first_filter_stop())
    }

    /// The first row that the cursor can stop on; `None` if there is none.
    pub(super) fn first_filter_stop(&self) -> Option<usize> {
        self.filter_rows().iter().position(|row| row.cursor().is_some())
    }

    /// Returns the position of the cursor; `None` if it can stop on no row.
    pub fn filter_under_cursor(&self) -> Option<FilterCursor> {
        self.filter_rows().get(self.filter_row()?)?.cursor()
    }

    /// The rows for the current results.
    fn facet_rows(&self) -> Vec<FilterRow> {
        let typed = self.drawer.narrowing.value();
        if !typed.trim().is_empty() {
            return self.narrowed_rows(typed);
        }
        let mut rows = Vec::new();
        let histograms = self.found.histograms();
        for (facet, values) in self.found.facets() {
            let facet = *facet;
            if values.is_empty() {
                continue;
            }
            if !rows.is_empty() {
                rows.push(FilterRow::Gap);
            }
            rows.push(FilterRow::Heading(facet));
            self.push_values(&mut rows, facet, values);
            if facet == Facet::Institution {
                push_measures(&mut rows, histograms, &[Quantity::Months, Quantity::Courses]);
            }
        }
        push_measures(&mut rows, histograms, &[Quantity::Hours, Quantity::Price]);
        rows
    }

    /// The rows of the values and quantities that match the typed text.
    fn narrowed_rows(&self, typed: &str) -> Vec<FilterRow> {
        let mut rows = Vec::new();
        let narrowed = self.found.narrowed(&self.world.catalog, typed);
        for (facet, values) in narrowed.values {
            rows.extend((!rows.is_empty()).then_some(FilterRow::Gap));
            rows.push(FilterRow::Heading(facet));
            rows.extend(values.into_iter().map(|value| FilterRow::Value(facet, value)));
        }
        push_measures(&mut rows, self.found.histograms(), &narrowed.quantities);
        rows
    }

    fn push_values(&self, rows: &mut Vec<FilterRow>, facet: Facet, values: &[FacetValue]) {
        let is_long = values.len() > FOLDED + 1;
        let is_unfolded = self.drawer.unfolded.contains(&facet);
        let total = values.len();
        let mut shown = 0;
        for (place, value) in values.iter().enumerate() {
            if !is_long || is_unfolded || place < FOLDED || value.is_chosen || value.is_without {
                rows.push(FilterRow::Value(facet, value.clone()));
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

/// Adds the histograms of some quantities, except those of which nothing is known or limited.
fn push_measures(rows: &mut Vec<FilterRow>, histograms: &[Arc<Histogram>], wanted: &[Quantity]) {
    let is_shown = |own: &&Arc<Histogram>| wanted.contains(&own.quantity) && (own.is_known() || !own.span.is_any());
    for histogram in histograms.iter().filter(is_shown) {
        let keeps_unknown = histogram.unknown > 0 && !histogram.span.is_any();
        rows.extend((!rows.is_empty()).then_some(FilterRow::Gap));
        let parts = [MeasurePart::Heading, MeasurePart::Columns, MeasurePart::Axis, MeasurePart::Limit];
        rows.extend(parts.map(|part| FilterRow::Measure(part, Arc::clone(histogram))));
        rows.extend(keeps_unknown.then(|| FilterRow::Measure(MeasurePart::Unknown, Arc::clone(histogram))));
    }
}
