//! Values known exactly or within bounds, and scores as they are printed.

/// A value from 0 to 1, known exactly or within bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower bound.
    pub low: f64,
    /// The value used in calculations.
    pub mid: f64,
    /// The upper bound.
    pub high: f64,
}

impl Interval {
    /// The interval of an unknown value.
    pub const UNKNOWN: Self = Self { low: 0.0, mid: 0.5, high: 1.0 };

    /// Returns the interval of an exactly known value.
    pub const fn exactly(value: f64) -> Self {
        Self { low: value, mid: value, high: value }
    }

    /// Whether the bounds coincide.
    pub fn is_exact(self) -> bool {
        self.high - self.low < 1e-9
    }
}

/// A score as it is printed, in hundredths. The lower bound is rounded down, the upper one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The lower bound.
    pub low: u32,
    /// The score that decides the order.
    pub mid: u32,
    /// The upper bound.
    pub high: u32,
}
