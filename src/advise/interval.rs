//! Values that are known exactly or within bounds, and scores as they are printed. Numbers only.

/// A value from 0 to 1 that is known exactly or within bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least it can be.
    pub low: f64,
    /// What is counted with.
    pub mid: f64,
    /// The most it can be.
    pub high: f64,
}

impl Interval {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { low: 0.0, mid: 0.5, high: 1.0 };

    /// Known exactly.
    pub const fn exactly(value: f64) -> Self {
        Self { low: value, mid: value, high: value }
    }

    /// Whether it is one number.
    pub fn is_exact(self) -> bool {
        self.high - self.low < 1e-9
    }
}

/// A score as it is printed, in hundredths: the lower bound rounded down, the upper one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The least.
    pub low: u32,
    /// What the order goes by.
    pub mid: u32,
    /// The most.
    pub high: u32,
}
