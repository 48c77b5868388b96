//! The comparable price: the single figure in US dollars by which prices are compared. The budget, the ranking, the
//! map, the filters and the comparison all use it, so they cannot disagree.
//!
//! It is computed from the newest claim that is good enough, whatever its currency: converted at a dated exchange rate,
//! and widened by the drift of prices if it is more than three years old. An estimate is used only if there is no other
//! claim.

use serde::{Deserialize, Serialize};

use super::rates::{ExchangeRate, Rates};
use super::rounding;
use super::{AsOf, Basis, Claim, Currency, Grade, Money, Price, Range};

/// A price claim of up to this age, in years, is used unchanged.
pub(super) const FRESH_YEARS: f64 = 3.0;

/// The price of a program in US dollars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparable {
    /// The amount, or the range that holds it with 80 % probability.
    pub dollars: Money,
    /// The median of the price, in hundredths of a dollar.
    pub median: i64,
    /// The basis of the figure: at best derived if it was converted or widened.
    pub basis: Basis,
    /// The claimed amount that the figure was computed from, in its own currency.
    pub from: Money,
    /// The index of that claim among the price claims.
    pub(super) claim: u32,
    /// The index of the claim on the owner's own page; `None` unless the figure was computed from another source.
    pub(super) owner: Option<u32>,
    /// The age of the claim in years; `None` unless its age widened the figure into a range.
    pub aged_years: Option<f64>,
}

/// A claim that could be converted, and its amount in US dollars.
struct Candidate {
    at: usize,
    dollars: Money,
}

impl Comparable {
    /// Computes the figure from the claims of a price, given in display order, as of the date of the catalogue. Returns
    /// `None` if no claim can be converted.
    pub(super) fn of(claims: &[Claim<Price>], as_of: &AsOf, rates: &Rates) -> Option<Self> {
        let dollars = |claim: &Claim<Price>| rates.convert(claim.value.money, Currency::USD);
        let mut candidates =
            claims.iter().enumerate().filter_map(|(at, claim)| Some(Candidate { at, dollars: dollars(claim)? }));
        let Candidate { at, dollars } = candidates.next()?;
        // An estimate ranks behind every claim, even behind one that cannot be converted.
        let is_estimate = |claim: &Claim<Price>| !claim.basis.is_about_the_program();
        if is_estimate(&claims[at]) && !is_estimate(&claims[0]) {
            return None;
        }
        let claim = &claims[at];
        let years = claim.as_of.years_before(as_of).filter(|years| *years > FRESH_YEARS && !is_estimate(claim));
        let is_computed = years.is_some() || claim.value.money.currency != Currency::USD;
        let (dollars, median) = years.map_or_else(|| plain(dollars, claim), |years| aged(dollars, years, rates));
        let owner = claims.iter().position(|other| other.grade == Grade::A && !is_estimate(other));
        Some(Self {
            dollars,
            median,
            basis: if is_computed { claim.basis.max(Basis::Derived) } else { claim.basis },
            from: claim.value.money,
            claim: at as u32,
            owner: owner.filter(|owner| *owner != at && claim.grade != Grade::A).map(|owner| owner as u32),
            aged_years: years,
        })
    }

    /// The amount in whole currency units, with its median.
    pub fn units(&self) -> Range {
        Range { median: Some(self.median as f64 / 100.0), ..self.dollars.units() }
    }

    /// Returns the figure in another currency, with its median in hundredths; `None` if no rate is on record. A claim
    /// in that currency that was not widened is returned as it is, rather than converted to dollars and back.
    pub fn in_currency(&self, currency: Currency) -> Option<(Money, i64)> {
        if currency == Currency::USD {
            return Some((self.dollars, self.median));
        }
        if self.from.currency == currency && self.aged_years.is_none() {
            return Some((self.from, i64::midpoint(self.from.low, self.from.high)));
        }
        let converted = |low, high| {
            let money = Rates::shipped().convert(Money { low, high, currency: Currency::USD }, currency)?;
            Some(money.in_whole_units())
        };
        Some((converted(self.dollars.low, self.dollars.high)?, converted(self.median, self.median)?.low))
    }

    /// Explains how a figure was computed from a claim, for example
    /// `from £1,145 at GBP 0.776 to the dollar (2024-05..2024-08)`.
    pub(super) fn how(&self, claim: &Claim<Price>, currency: Currency) -> String {
        let rates = [self.from.currency, currency].into_iter().filter_map(|code| Rates::shipped().of(code));
        let at = |ExchangeRate { currency, per_dollar, as_of, .. }: &ExchangeRate| {
            format!(" at {} {per_dollar} to the dollar ({})", currency.code(), as_of.text())
        };
        let widened = self.aged_years.map(|years| {
            let since = claim.as_of.text();
            format!(" of {since}, widened by how prices of courses moved in {years:.0} years")
        });
        let parts: String = rates.map(at).chain(widened).collect();
        format!("from {}{parts}", self.from)
    }

    /// Explains in sentences how an old price became a range; `None` if its age did not widen it.
    pub fn ageing(&self, claim: &Claim<Price>) -> Option<String> {
        let years = self.aged_years?;
        let hundredths = |factor: f64| format!("{factor:.2}").trim_end_matches('0').trim_end_matches('.').to_owned();
        let [low, median, high] = Rates::shipped().drift.over(years).map(hundredths);
        let since = claim.as_of.year().map_or_else(String::new, |year| format!(" in {year}"));
        let median_now = Money { low: self.median, high: self.median, ..self.dollars };
        Some(format!(
            "It was {}{since}. In {years:.0} years, prices of the same courses changed to between {low} and {high} times \
             as much for eight of ten, and to {median} times in the middle. So today it may be {}, most likely about \
             {median_now}.",
            self.from, self.dollars
        ))
    }

    /// Whether it is a range computed from other prices: an estimate, or an old price widened by drift.
    pub fn is_vague(&self) -> bool {
        self.aged_years.is_some() || self.basis == Basis::Estimated
    }

    /// Whether the figure is the claim itself, neither converted nor widened.
    pub fn is_as_claimed(&self) -> bool {
        self.from == self.dollars
    }
}

/// Returns an unwidened claim, rounded to whole dollars if it was converted: the amount and its median in hundredths.
fn plain(dollars: Money, claim: &Claim<Price>) -> (Money, i64) {
    let is_converted = claim.value.money.currency != Currency::USD;
    let dollars = if is_converted { dollars.in_whole_units() } else { dollars };
    (dollars, i64::midpoint(dollars.low, dollars.high))
}

/// Returns a claim widened by the drift of prices over this many years: the range and its median in hundredths.
fn aged(dollars: Money, years: f64, rates: &Rates) -> (Money, i64) {
    let [low, median, high] = rates.drift.over(years);
    let middle = i64::midpoint(dollars.low, dollars.high) as f64;
    let low = rounding::down(dollars.low as f64 * low);
    let high = rounding::up(dollars.high as f64 * high);
    let median = rounding::near(middle * median).clamp(low, high);
    (Money { low: low as i64, high: high as i64, ..dollars }, median as i64)
}
