//! Prices side by side, converted to US dollars of the latest date, and the cost of an hour of work. An hour has a price
//! only if both price and hours are known; its basis is the weaker of the two.

use crate::catalog::{Basis, Catalog, Cell, Claim, Currency, FactKey, Money, Origin, Program, ProgramIx, Range};

use super::meaning::{self, Meaning};

/// The cost of an hour of work on a program.
#[derive(Clone, Debug, PartialEq)]
pub struct CostPerHour<'c> {
    /// From the lowest price over the most hours to the highest price over the fewest hours.
    pub money: Money,
    /// The weaker basis of the two; at best derived.
    pub basis: Basis,
    /// The price that was divided.
    pub price: Claim<Money>,
    /// The hours it was divided by.
    pub hours: &'c Claim<Range>,
    /// The date of the price.
    pub as_of: &'c str,
}

/// Returns the cost of an hour from the comparable price, or `None` if price or hours are unknown.
pub fn cost_per_hour(program: &Program) -> Option<CostPerHour<'_>> {
    let (price, claim) = (program.dollars()?, program.compared_claim()?);
    let hours = program.effort.shown()?;
    let units = price.value.units();
    if hours.value.low <= 0.0 {
        return None;
    }
    let money = Money::from_units(units.low / hours.value.high, units.high / hours.value.low, price.value.currency);
    let basis = price.basis.max(hours.basis).max(Basis::Derived);
    Some(CostPerHour { money, basis, price, hours, as_of: claim.as_of.text() })
}

pub(super) fn cost_cell(program: &Program) -> (Cell<'_>, Meaning) {
    let Some(cost) = cost_per_hour(program) else { return unknown() };
    let cell = Cell {
        text: cost.money.to_string(),
        origin: Some(Origin {
            basis: cost.basis,
            source: cost.price.source,
            as_of: cost.as_of,
            grade: cost.price.grade.max(cost.hours.grade),
            note: Some("price / work"),
        }),
        others: 0,
    };
    (cell, meaning::money(Some(&cost.money)))
}

pub(super) fn dollar_cell(program: &Program) -> (Cell<'_>, Meaning) {
    let known = program.comparable.as_ref().zip(program.dollar_cell());
    known.map_or_else(unknown, |(figure, cell)| (cell, meaning::money(Some(&figure.dollars))))
}

/// Whether a row has prices of parts, such as courses, in another currency than the catalogue, in which all other rows
/// are.
pub(super) fn needs_conversion(catalog: &Catalog, programs: &[ProgramIx], key: FactKey) -> bool {
    let currency = |ix: &ProgramIx| Some(catalog.program(*ix).part_price(key)?.value()?.money.currency);
    programs.iter().filter_map(currency).any(|currency| currency != catalog.currency)
}

/// Returns the price of a part in the catalogue's currency, followed by the claimed amount; only the claimed amount if
/// there is no rate on record.
pub(super) fn part_cell(catalog: &Catalog, ix: ProgramIx, key: FactKey) -> (Cell<'_>, Meaning) {
    match catalog.program(ix).part_price_in(key, catalog.currency) {
        Some((cell, money)) => (cell, meaning::money(Some(&money))),
        None => super::fact_cell(catalog, ix, key),
    }
}

/// Whether the prices of these programs were claimed in more than one currency.
pub fn is_in_several_currencies(catalog: &Catalog, programs: &[ProgramIx]) -> bool {
    let mut claimed = programs.iter().filter_map(|ix| claimed_currency(catalog.program(*ix)));
    let first = claimed.next();
    claimed.any(|currency| Some(currency) != first)
}

fn claimed_currency(program: &Program) -> Option<Currency> {
    let claim = program.compared_claim().or(program.price.shown())?;
    Some(claim.value.money.currency)
}

fn unknown<'c>() -> (Cell<'c>, Meaning) {
    (Cell { text: Cell::UNKNOWN.to_owned(), origin: None, others: 0 }, Meaning::Unknown)
}
