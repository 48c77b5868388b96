//! The horizontal axis of the map, and a program's value on it.

use crate::catalog::{Basis, Comparable, Length, Program, Range};

named! {
    /// The horizontal axis of the map; the vertical one is always hours of work.
    #[derive(Default)]
    Axis {
        /// The calendar time as listed, in months.
        #[default]
        Months = "months";
        /// The comparable price of the whole program, in US dollars.
        Price = "price";
    }
}

impl Axis {
    /// Returns the unit, which is also the label of the axis.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Months => "listed months",
            Self::Price => "price in US$",
        }
    }

    /// Returns the name of the fact that the axis shows, for messages about programs without it.
    pub(super) fn fact(self) -> &'static str {
        match self {
            Self::Months => "length",
            Self::Price => "price in US dollars",
        }
    }

    /// Returns the other axis.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Months => Self::Price,
            Self::Price => Self::Months,
        }
    }

    /// Returns the basis of a program's value on the axis; `None` if the value is unknown.
    pub(super) fn basis(self, program: &Program) -> Option<Basis> {
        match self {
            Self::Months => program.length.shown().map(|claim| claim.basis),
            Self::Price => program.comparable.as_ref().map(|price| price.basis),
        }
    }

    /// Returns a program's value on the axis; `None` if it is unknown.
    pub(super) fn value(self, program: &Program) -> Option<Range> {
        match self {
            Self::Months => program.length.value().map(Length::months),
            Self::Price => program.comparable.as_ref().map(Comparable::units),
        }
    }
}
