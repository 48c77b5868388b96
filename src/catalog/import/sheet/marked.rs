//! Columns that qualify other columns: how a value is known, as in `price_basis`, and amounts converted to another
//! currency, as in `price_usd` beside `price_currency`. What a table itself calls an estimate is not a stated fact, and
//! a conversion is not a second price, so neither is read.

use std::collections::BTreeMap;

use csv::StringRecord;

use super::Headings;
use super::meaning::words;
use crate::catalog::import::{amount, vocabulary};

/// What a column with the basis of others is called, after the name of what it is the basis of.
const BASIS: &str = "basis";

/// Words in a column of bases for a value that its source does not state.
#[rustfmt::skip] // a table reads by its rows
const NOT_STATED: [&str; 16] = [
    "estimated", "estimate", "presumed", "assumed", "inferred", "derived", "computed", "calculated", "imputed",
    "modelled", "modeled", "predicted", "guess", "guessed", "editorial", "unknown",
];

/// Words for a value that its source states.
const STATED: [&str; 4] = ["stated", "reported", "published", "actual"];

/// The marking columns of a table.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Marked {
    /// Each column with a basis, and the columns that it qualifies.
    bases: Vec<(usize, Vec<usize>)>,
    converted: Vec<usize>,
    /// The number of values that were not taken, by the column with their basis.
    dropped: BTreeMap<usize, usize>,
}

impl Marked {
    /// The marking columns among these headings.
    pub(in super::super) fn of(headings: &Headings) -> Self {
        let names: Vec<Vec<String>> = (0..headings.len()).map(|at| words(headings.name(at))).collect();
        let bases = names.iter().enumerate().filter_map(|(at, name)| match name.split_last() {
            Some((last, of)) if last == BASIS && !of.is_empty() => Some((at, of)),
            _ => None,
        });
        let bases: Vec<(usize, &[String])> = bases.collect();
        // Of `price` and `price usd`, the longer name qualifies `price_usd_low`.
        let nearest = |name: &[String]| {
            bases.iter().filter(|(_, of)| name.starts_with(of)).max_by_key(|(_, of)| of.len()).map(|(at, _)| *at)
        };
        let targets = |basis: usize| {
            let all = names.iter().enumerate().filter(|(at, name)| *at != basis && nearest(name) == Some(basis));
            all.map(|(at, _)| at).collect::<Vec<usize>>()
        };
        Self {
            bases: bases.iter().map(|(at, _)| (*at, targets(*at))).collect(),
            converted: converted(&names),
            dropped: BTreeMap::new(),
        }
    }

    /// Whether a column qualifies others.
    pub(in super::super) fn is_marking(&self, at: usize) -> bool {
        self.converted.contains(&at) || self.bases.iter().any(|(basis, _)| *basis == at)
    }

    /// Empties the cells of a row that are not to be read.
    pub(in super::super) fn clear(&mut self, cells: &mut StringRecord) {
        let mut cleared = self.converted.clone();
        for (basis, targets) in &self.bases {
            let word = vocabulary::folded(cells.get(*basis).unwrap_or_default());
            if NOT_STATED.contains(&word.as_str()) {
                let is_filled = |at: &&usize| cells.get(**at).is_some_and(|cell| !cell.trim().is_empty());
                if targets.iter().any(|at| is_filled(&at)) {
                    *self.dropped.entry(*basis).or_default() += 1;
                }
                cleared.extend(targets);
            }
            if NOT_STATED.contains(&word.as_str()) || STATED.contains(&word.as_str()) {
                cleared.push(*basis);
            }
        }
        if !cleared.is_empty() {
            let kept = cells.iter().enumerate().map(|(at, cell)| if cleared.contains(&at) { "" } else { cell });
            *cells = kept.collect();
        }
    }

    /// The columns because of which values were not taken, with the number of rows.
    pub(in super::super) fn counts(&self) -> impl Iterator<Item = (usize, usize)> {
        self.dropped.iter().map(|(at, count)| (*at, *count))
    }
}

/// The columns with amounts in a currency of their own, beside the same amounts in the currency of each row.
fn converted(names: &[Vec<String>]) -> Vec<usize> {
    let is_code = |word: &String| amount::in_heading(&word.to_uppercase(), None).is_some();
    let in_own = names.iter().filter_map(|name| name.strip_suffix(&["currency".to_owned()]));
    let amounts: Vec<&[String]> = in_own.filter(|amount| !amount.is_empty()).collect();
    let is_conversion = |name: &Vec<String>| {
        amounts.iter().any(|amount| name.strip_prefix(*amount).and_then(<[String]>::first).is_some_and(is_code))
    };
    let has_own = |amount: &&[String]| {
        let rest = |name: &'_ Vec<String>| name.strip_prefix(*amount).map(|rest| rest.first().cloned());
        names.iter().filter_map(rest).any(|next| {
            next.is_none_or(|next| !is_code(&next) && !["currency", BASIS, "as", "type"].contains(&next.as_str()))
        })
    };
    if !amounts.iter().any(has_own) {
        return Vec::new();
    }
    names.iter().enumerate().filter(|(_, name)| is_conversion(name)).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleared(headings: &str, row: &str) -> Vec<String> {
        let mut cells: StringRecord = row.split(',').collect();
        Marked::of(&Headings::of_row(headings.split(','))).clear(&mut cells);
        cells.iter().map(str::to_owned).collect()
    }

    #[test]
    fn values_that_are_not_stated_are_emptied_and_others_stay() {
        assert_eq!(cleared("Title,Cost,Cost basis,Weeks", "A,9,Estimated,3"), ["A", "", "", "3"]);
        assert_eq!(cleared("Title,Cost,Cost basis,Weeks", "A,9,stated,3"), ["A", "9", "", "3"]);
        assert_eq!(cleared("Title,Cost,Cost basis", "A,9,per month"), ["A", "9", "per month"]);
        let headings = "title,fee_low,fee_high,fee_basis,fee_usd,fee_usd_basis";
        assert_eq!(cleared(headings, "A,1,2,stated,3,presumed"), ["A", "1", "2", "", "", ""]);
    }

    #[test]
    fn conversions_beside_an_amount_in_its_own_currency_are_emptied() {
        let headings = "Title,Price,Price currency,Price USD,Price EUR";
        assert_eq!(cleared(headings, "A,900,GBP,1200,1100"), ["A", "900", "GBP", "", ""]);
        assert_eq!(cleared("Title,Price USD,Price EUR", "A,1200,1100"), ["A", "1200", "1100"]);
        assert_eq!(cleared("Title,Price USD,Price currency", "A,1200,USD"), ["A", "1200", "USD"]);
    }
}
