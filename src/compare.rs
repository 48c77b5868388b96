//! Programs side by side: one row for each fact, with what differs and, where less is plainly better, which is least.
//! Knows no screen. Values are compared by what they mean and never by how they are written; unknown equals nothing
//! that is known, two unknowns do not differ, and no best is named where an unknown or an overlap leaves it open.

mod meaning;
mod neighbours;
mod price;
mod similar;

use crate::catalog::{Catalog, Cell, FactKey, ProgramIx, Range};

use meaning::Meaning;
pub use neighbours::NEIGHBOURS;
pub use price::{CostPerHour, cost_per_hour, is_in_several_currencies};
pub use similar::{Containment, Overlap, Similar, similar};

/// How many programs fit side by side.
pub const MAX_PROGRAMS: usize = 4;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// A fact of the catalogue.
    Fact(FactKey),
    /// The price in US dollars, where the prices were claimed in several currencies.
    PriceInDollars,
    /// The price of an hour of work.
    CostPerHour,
}

impl RowKey {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Fact(key) => key.slug(),
            Self::PriceInDollars => "price_usd",
            Self::CostPerHour => "cost_per_hour",
        }
    }

    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Fact(key) => key.label(),
            Self::PriceInDollars => "In US$",
            Self::CostPerHour => "Price per hour",
        }
    }

    /// Whether less of it is plainly better for everybody.
    fn is_less_better(self) -> bool {
        matches!(self, Self::Fact(FactKey::Price | FactKey::Effort) | Self::PriceInDollars | Self::CostPerHour)
    }
}

/// How the values of a row stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// They mean the same, or nothing is known of any.
    Same,
    /// Two known values differ.
    Differs,
    /// What is known means the same, but it is known of some of the programs only.
    KnownForSome,
}

/// One fact of every program compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'c> {
    /// What the row is about.
    pub key: RowKey,
    /// The value of each program, in the order of the programs.
    pub cells: Vec<Cell<'c>>,
    /// How the values stand to each other.
    pub contrast: Contrast,
    /// The values on one scale, where they can be set on one: hours, weeks, or money of one currency.
    pub scale: Vec<Option<Range>>,
    /// The place of the program with the least, where that is certain and less is better.
    pub best: Option<usize>,
}

impl Row<'_> {
    /// The name for people.
    pub fn label(&self) -> &'static str {
        self.key.label()
    }

    /// Whether any two of the values differ in meaning; what is unknown differs from what is known.
    pub fn differs(&self) -> bool {
        self.contrast != Contrast::Same
    }

    /// Whether anything is known about any of the programs.
    pub fn is_known(&self) -> bool {
        self.cells.iter().any(Cell::is_known)
    }
}

/// Programs side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'c> {
    /// The programs, in the order of the columns.
    pub programs: Vec<ProgramIx>,
    /// The rows, in the order of a page of facts. A fact of which nothing is known stands only if its absence matters.
    pub rows: Vec<Row<'c>>,
}

impl Comparison<'_> {
    /// How many rows differ.
    pub fn differing(&self) -> usize {
        self.rows.iter().filter(|row| row.differs()).count()
    }
}

/// Sets programs side by side.
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

fn row<'c>(catalog: &'c Catalog, programs: &[ProgramIx], key: RowKey) -> Row<'c> {
    let (cells, meanings): (Vec<_>, Vec<_>) = match key {
        RowKey::Fact(fact) => programs.iter().map(|ix| fact_cell(catalog, *ix, fact)).unzip(),
        RowKey::PriceInDollars => programs.iter().map(|ix| price::dollar_cell(catalog.program(*ix))).unzip(),
        RowKey::CostPerHour => programs.iter().map(|ix| price::cost_cell(catalog.program(*ix))).unzip(),
    };
    let best = if key.is_less_better() { meaning::least(&meanings) } else { None };
    Row { key, cells, contrast: meaning::contrast(&meanings), scale: meaning::scale(&meanings), best }
}

fn fact_cell(catalog: &Catalog, ix: ProgramIx, key: FactKey) -> (Cell<'_>, Meaning) {
    let program = catalog.program(ix);
    (program.cell_in_full(key, catalog), meaning::of(program, key))
}

#[cfg(test)]
mod tests;
