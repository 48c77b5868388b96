//! The facts of a program with another value in the new catalogue. A price is compared in its own currency. An estimate
//! counts as unknown, because no list states it, and a new date of the same value is no change.

use super::Change;
use crate::catalog::price_words::dated;
use crate::catalog::{Basis, Catalog, Cell, Claim, Fact, FactKey, Price, Program};

/// Returns all facts that differ, in the order of the fact page, and the id, unless the title is new: a renamed program
/// is listed with both ids.
pub(super) fn changes(old: (&Catalog, &Program), new: (&Catalog, &Program)) -> Vec<Change> {
    let facts = FactKey::ALL.into_iter().filter_map(|key| match key {
        FactKey::Price => price_of_program(old.1, new.1),
        key => fact(key, old, new),
    });
    let id = Change::of("id", "Id", old.1.id.to_string(), new.1.id.to_string());
    facts.chain(id.filter(|_| old.1.title == new.1.title)).collect()
}

fn fact(key: FactKey, old: (&Catalog, &Program), new: (&Catalog, &Program)) -> Option<Change> {
    let cell = |(catalog, program): (&Catalog, &Program)| {
        let Cell { text, origin, .. } = program.cell(key, catalog);
        worded(text, origin.map(|origin| origin.basis))
    };
    change_of(key.slug(), key.label(), cell(old), cell(new))
}

/// A value in words, and whether it is known.
type Worded = (String, bool);

/// Returns a value in words. It is unknown if it has no basis or is an estimate.
fn worded(text: String, basis: Option<Basis>) -> Worded {
    match basis {
        Some(Basis::Estimated) => (Cell::UNKNOWN.to_owned(), false),
        basis => (text, basis.is_some()),
    }
}

/// A claim in words; unknown if there is none.
fn worded_claim<T>(claim: Option<&Claim<T>>, words: impl Fn(&Claim<T>) -> String) -> Worded {
    match claim {
        Some(claim) => worded(words(claim), Some(claim.basis)),
        None => worded(Cell::UNKNOWN.to_owned(), None),
    }
}

fn change_of(fact: &'static str, label: &'static str, old: Worded, new: Worded) -> Option<Change> {
    Change::of(fact, label, old.0, new.0).filter(|_| old.1 || new.1)
}

fn price_of_program(old: &Program, new: &Program) -> Option<Change> {
    let [was, is] = [old, new].map(|program| program.compared_claim().or(program.price.shown()));
    price(FactKey::Price.slug(), FactKey::Price.label(), was, is)
}

/// The change of a price, with the percentage if both are exact and in one currency.
pub(super) fn price(
    fact: &'static str,
    label: &'static str,
    old: Option<&Claim<Price>>,
    new: Option<&Claim<Price>>,
) -> Option<Change> {
    let amount = |claim: Option<&Claim<Price>>| claim.map(|claim| (claim.value.money, claim.value.what));
    let change = change_of(fact, label, worded_claim(old, dated), worded_claim(new, dated))?;
    (amount(old) != amount(new)).then(|| Change { percent: percent(old, new), ..change })
}

fn percent(old: Option<&Claim<Price>>, new: Option<&Claim<Price>>) -> Option<i64> {
    let (was, is) = (old?.value.money, new?.value.money);
    let is_exact = was.low == was.high && is.low == is.high && was.currency == is.currency && was.low > 0;
    is_exact.then(|| (100.0 * (is.low - was.low) as f64 / was.low as f64).round() as i64)
}

/// The change of a fact of a course, worded by `words`.
pub(super) fn of_course<T>(
    fact: &'static str,
    label: &'static str,
    (old, new): (&Fact<T>, &Fact<T>),
    words: impl Fn(&T) -> String,
) -> Option<Change> {
    let worded = |fact: &Fact<T>| worded_claim(fact.shown(), |claim| words(&claim.value));
    change_of(fact, label, worded(old), worded(new))
}
