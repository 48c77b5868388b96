//! Programs side by side: one row for each fact, whether the values differ, and, where lower is clearly better, which
//! is lowest. It does not depend on the screen.
//!
//! Values are compared by meaning, not by spelling. An unknown value never equals a known one, two unknowns do not
//! differ, and no best value is named if an unknown value or overlapping ranges leave it open.

mod meaning;
mod neighbours;
mod price;
mod similar;

use crate::catalog::{Catalog, Cell, FactKey, ProgramIx, Range};

use meaning::Meaning;
pub use neighbours::NEIGHBOURS;
pub use price::{CostPerHour, cost_per_hour, is_in_several_currencies};
pub use similar::{Containment, Overlap, Similar, similar};

/// The maximum number of programs shown side by side.
pub const MAX_PROGRAMS: usize = 4;

/// The subject of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// A fact of the catalogue.
    Fact(FactKey),
    /// The price in US dollars, shown if the prices were claimed in several currencies.
    PriceInDollars,
    /// The price of an hour of work.
    CostPerHour,
}

impl RowKey {
    /// Returns the name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Fact(key) => key.slug(),
            Self::PriceInDollars => "price_usd",
            Self::CostPerHour => "cost_per_hour",
        }
    }

    /// Returns the label shown to people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Fact(key) => key.label(),
            Self::PriceInDollars => "In US$",
            Self::CostPerHour => "Price per hour",
        }
    }

    /// Whether a lower value is better for everyone.
    fn is_less_better(self) -> bool {
        matches!(self, Self::Fact(FactKey::Price | FactKey::Effort) | Self::PriceInDollars | Self::CostPerHour)
    }
}

/// How the values of a row relate to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// All values mean the same, or all are unknown.
    Same,
    /// Two known values differ.
    Differs,
    /// All known values mean the same, but some are unknown.
    KnownForSome,
}

/// One fact of all compared programs.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow<'c> {
    /// The subject of the row.
    pub key: RowKey,
    /// The values, in the order of the programs.
    pub cells: Vec<Cell<'c>>,
    /// How the values relate to each other.
    pub contrast: Contrast,
    /// The values on a common scale (hours, weeks or money of one currency); `None` for a value that cannot be placed
    /// on it.
    pub scale: Vec<Option<Range>>,
    /// The index of the program with the lowest value; `None` unless lower is better and the lowest is certain.
    pub best: Option<usize>,
}

impl FactRow<'_> {
    /// Returns the label shown to people.
    pub fn label(&self) -> &'static str {
        self.key.label()
    }

    /// Whether any two values differ in meaning; an unknown value differs from a known one.
    pub fn differs(&self) -> bool {
        self.contrast != Contrast::Same
    }

    /// Whether the value of any program is known.
    pub fn is_known(&self) -> bool {
        self.cells.iter().any(Cell::is_known)
    }
}

/// Programs side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'c> {
    /// The programs, in column order.
    pub programs: Vec<ProgramIx>,
    /// The rows, in the order of the fact page. A fact that is unknown for all programs has a row only if its absence
    /// matters.
    pub rows: Vec<FactRow<'c>>,
}

/// Compares programs.
pub fn compare<'c>(catalog: &'c Catalog, programs: &[ProgramIx]) -> Comparison<'c> {
    let mut rows = Vec::with_capacity(FactKey::ALL.len() + 2);
    for key in FactKey::ALL {
        rows.push(row(catalog, programs, RowKey::Fact(key)));
        if key == FactKey::Price && is_in_several_currencies(catalog, programs) {
            rows.push(row(catalog, programs, RowKey::PriceInDollars));
        }
        if key == FactKey::Price {
            rows.push(row(catalog, programs, RowKey::CostPerHour));
        }
    }
    rows.retain(|row| row.is_known() || is_expected(row.key));
    Comparison { programs: programs.to_vec(), rows }
}

fn is_expected(key: RowKey) -> bool {
    match key {
        RowKey::Fact(key) => key.is_expected(),
        RowKey::PriceInDollars | RowKey::CostPerHour => true,
    }
}

fn row<'c>(catalog: &'c Catalog, programs: &[ProgramIx], key: RowKey) -> FactRow<'c> {
    let (cells, meanings): (Vec<_>, Vec<_>) = match key {
        RowKey::Fact(fact) if price::needs_conversion(catalog, programs, fact) => {
            programs.iter().map(|ix| price::part_cell(catalog, *ix, fact)).unzip()
        }
        RowKey::Fact(fact) => programs.iter().map(|ix| fact_cell(catalog, *ix, fact)).unzip(),
        RowKey::PriceInDollars => programs.iter().map(|ix| price::dollar_cell(catalog.program(*ix))).unzip(),
        RowKey::CostPerHour => programs.iter().map(|ix| price::cost_cell(catalog.program(*ix))).unzip(),
    };
    let best = if key.is_less_better() { meaning::least(&meanings) } else { None };
    FactRow { key, cells, contrast: meaning::contrast(&meanings), scale: meaning::scale(&meanings), best }
}

fn fact_cell(catalog: &Catalog, ix: ProgramIx, key: FactKey) -> (Cell<'_>, Meaning) {
    let program = catalog.program(ix);
    (program.cell_in_full(key, catalog), meaning::of(program, key))
}

#[cfg(test)]
mod tests;
