//! Prices side by side: the same currency or none, and what an hour of work costs. Currencies are never converted; an
//! hour has a price only where price and hours are both known, and its basis is the weaker of theirs.

use crate::catalog::{Basis, Catalog, Cell, Claim, Currency, FactKey, Money, Origin, Price, Program, ProgramIx, Range};

use super::meaning::{self, Meaning};

/// What an hour of work on a program costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostPerHour<'c> {
    /// From the least price over the most hours to the most price over the least hours.
    pub money: Money,
    /// The weaker basis of the two; a quotient is at best derived.
    pub basis: Basis,
    /// The price that was divided.
    pub price: &'c Claim<Price>,
    /// The hours it was divided by.
    pub hours: &'c Claim<Range>,
}

/// The cost of an hour, from the price in `currency`, or from the price shown if none is asked for. Nothing where the
/// price or the hours are unknown.
pub fn cost_per_hour(program: &Program, currency: Option<Currency>) -> Option<CostPerHour<'_>> {
    let price = match currency {
        Some(currency) => program.price_in(currency)?,
        None => program.price.shown()?,
    };
    let hours = program.effort.shown()?;
    let units = price.value.money.units();
    if hours.value.low <= 0.0 {
        return None;
    }
    let money =
        Money::from_units(units.low / hours.value.high, units.high / hours.value.low, price.value.money.currency);
    let basis = price.basis.max(hours.basis).max(Basis::Derived);
    Some(CostPerHour { money, basis, price, hours })
}

pub(super) fn cost_cell(program: &Program, currency: Option<Currency>) -> (Cell<'_>, Meaning) {
    let Some(cost) = cost_per_hour(program, currency) else { return unknown() };
    let cell = Cell {
        text: cost.money.to_string(),
        origin: Some(Origin {
            basis: cost.basis,
            source: cost.price.source,
            as_of: cost.price.as_of.text(),
            grade: cost.price.grade.max(cost.hours.grade).letter(),
            note: Some("price / work"),
        }),
        others: 0,
    };
    (cell, meaning::money(Some(&cost.money)))
}

/// The price in US dollars, whichever price is shown; unknown where there is none in that currency.
pub fn price_in_dollars<'c>(catalog: &'c Catalog, program: &'c Program) -> Cell<'c> {
    let claims = program.price.claims();
    match claims.iter().position(|claim| claim.value.money.currency == Currency::USD) {
        Some(place) => program.claims(FactKey::Price, catalog).swap_remove(place),
        None => unknown().0,
    }
}

pub(super) fn dollar_cell<'c>(catalog: &'c Catalog, program: &'c Program) -> (Cell<'c>, Meaning) {
    let amount = program.price_in(Currency::USD).map(|claim| &claim.value.money);
    (price_in_dollars(catalog, program), meaning::money(amount))
}

/// Whether the prices shown of these programs stand in more than one currency.
pub fn is_in_several_currencies(catalog: &Catalog, programs: &[ProgramIx]) -> bool {
    let mut shown = shown_currencies(catalog, programs);
    let first = shown.next();
    shown.any(|currency| Some(currency) != first)
}

/// The currency to reckon in so that the programs can be held against each other: the one in which all prices are
/// shown, else US dollars.
pub(super) fn shared_currency(catalog: &Catalog, programs: &[ProgramIx]) -> Option<Currency> {
    if is_in_several_currencies(catalog, programs) { Some(Currency::USD) } else { None }
}

fn shown_currencies<'c>(catalog: &'c Catalog, programs: &'c [ProgramIx]) -> impl Iterator<Item = Currency> + 'c {
    programs.iter().filter_map(|ix| catalog.program(*ix).price.value()).map(|price| price.money.currency)
}

fn unknown<'c>() -> (Cell<'c>, Meaning) {
    (Cell { text: Cell::UNKNOWN.to_owned(), origin: None, others: 0 }, Meaning::Unknown)
}
