//! Limits, prepared for testing many programs.

use super::super::limits::{Limits, Quantity};
use super::super::ranges::RangeColumn;
use super::Columns;
use crate::catalog::ProgramIx;

/// Limits, prepared for testing many programs.
pub(super) struct Within<'a>(Vec<Limited<'a>>);

/// The limit of one quantity.
struct Limited<'a> {
    column: RangeColumn<'a>,
    /// For each range, and then for unknown, whether it is within the limit.
    admitted: Vec<bool>,
}

impl<'a> Within<'a> {
    /// Prepares limits.
    pub(super) fn of(columns: &'a Columns, limits: &Limits) -> Self {
        let limited = Quantity::ALL.into_iter().filter(|quantity| !limits.span(*quantity).is_any());
        let tests = limited.map(|quantity| {
            let column = columns.range(quantity);
            let ranges = column.distinct.iter().copied().map(Some).chain([None]);
            let admitted = ranges.map(|range| limits.admit_amount(quantity, range)).collect();
            Limited { column, admitted }
        });
        Self(tests.collect())
    }

    /// Whether a program is within every limit.
    #[inline]
    pub(super) fn admits(&self, program: ProgramIx) -> bool {
        self.0.is_empty() || self.obstacles(program).next().is_none()
    }

    /// The limits that hide a program.
    pub(super) fn obstacles(&self, program: ProgramIx) -> impl Iterator<Item = Quantity> {
        let hides = self.0.iter().filter(move |own| !own.admitted[own.column.place(program) as usize]);
        hides.map(|own| own.column.quantity)
    }
}
