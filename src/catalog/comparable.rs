//! The one figure by which prices are compared: what is known of a program's price, in US dollars of the newest evidence. The
//! budget, the ranking, the map, the filters and the comparison all use it, so that none of them can say another price.
//!
//! It is made of the newest claim that is good enough, whatever its currency: converted at a dated rate, and widened by how
//! prices have moved where it is older than three years. An estimate is used only where there is no claim.

use serde::{Deserialize, Serialize};

use super::rates::{ExchangeRate, Rates};
use super::rounding;
use super::{AsOf, Basis, Claim, Course, Currency, Grade, Money, Price, Program, Range};

/// A price is taken as it stands for this many years.
pub(super) const FRESH_YEARS: f64 = 3.0;

/// The price of a program in US dollars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparable {
    /// The amount, or a range that holds four of five.
    pub dollars: Money,
    /// In hundredths: half of what it can be is less.
    pub median: i64,
    /// How sure it is: at best derived where it was converted or widened.
    pub basis: Basis,
    /// The amount that it was made of, as claimed.
    pub from: Money,
    /// Which claim of the price that is.
    claim: u32,
    /// Which claim of the owner's own page stands beside it, where it was made of another's.
    owner: Option<u32>,
    /// How old the claim is, where that made it a range.
    pub aged_years: Option<f64>,
}

/// A claim that can be compared, and what it comes to.
struct Candidate {
    at: usize,
    dollars: Money,
}

impl Comparable {
    /// The figure of the claims of a price, in the order in which they are shown, as of the date of their catalogue. Nothing
    /// where no claim can be converted.
    pub(super) fn of(claims: &[Claim<Price>], as_of: &AsOf, rates: &Rates) -> Option<Self> {
        let dollars = |claim: &Claim<Price>| rates.convert(claim.value.money, Currency::USD);
        let mut candidates =
            claims.iter().enumerate().filter_map(|(at, claim)| Some(Candidate { at, dollars: dollars(claim)? }));
        let Candidate { at, dollars } = candidates.next()?;
        // An estimate stands behind every claim, even one that cannot be converted.
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

    /// The amount in units, with its median.
    pub fn units(&self) -> Range {
        Range { median: Some(self.median as f64 / 100.0), ..self.dollars.units() }
    }

    /// The same figure in another currency, with its median in hundredths; nothing where no rate is on record. What was
    /// claimed in that currency and stands as it is, is not converted there and back.
    pub fn in_currency(&self, currency: Currency) -> Option<(Money, i64)> {
        if currency == Currency::USD {
            return Some((self.dollars, self.median));
        }
        if self.from.currency == currency && self.aged_years.is_none() {
            return Some((self.from, i64::midpoint(self.from.low, self.from.high)));
        }
        let converted = |low, high| {
            let money = Rates::shipped().convert(Money { low, high, currency: Currency::USD }, currency)?;
            Some(Money { low: whole(money.low), high: whole(money.high), currency })
        };
        Some((converted(self.dollars.low, self.dollars.high)?, converted(self.median, self.median)?.low))
    }

    /// How a figure in a currency was made of a claim: `£1,145 at GBP 0.776 to the dollar (2024-05..2024-08)`.
    fn how(&self, claim: &Claim<Price>, currency: Currency) -> String {
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

    /// Whether the figure is the claim itself, neither converted nor widened.
    pub fn is_as_claimed(&self) -> bool {
        self.from == self.dollars
    }
}

impl Program {
    /// The claim that the comparable price was made of.
    pub fn compared_claim(&self) -> Option<&Claim<Price>> {
        self.price.claims().get(self.comparable.as_ref()?.claim as usize)
    }

    /// What the owner's own page said, where the comparable price was made of what somebody else says.
    pub fn owners_claim(&self) -> Option<&Claim<Price>> {
        self.price.claims().get(self.comparable.as_ref()?.owner? as usize)
    }

    /// The comparable price in US dollars as a claim, with the source and the date of what it was made of.
    pub fn dollars(&self) -> Option<Claim<Money>> {
        self.price_in(Currency::USD)
    }

    /// The comparable price in a currency, likewise. Where no rate of that currency is on record, what is claimed in it.
    pub fn price_in(&self, currency: Currency) -> Option<Claim<Money>> {
        let compared = self.comparable.as_ref().zip(self.compared_claim());
        let converted = compared.and_then(|(figure, claim)| Some((figure.in_currency(currency)?.0, figure, claim)));
        let Some((money, figure, claim)) = converted else {
            return self.price.claims().iter().find(|claim| claim.value.money.currency == currency).map(Claim::money);
        };
        if money == figure.from {
            return Some(claim.money());
        }
        let note = figure.how(claim, currency);
        Some(Claim { value: money, basis: claim.basis.max(Basis::Derived), note: Some(note.into()), ..claim.money() })
    }
}

impl Course {
    /// The price of a course in US dollars of the newest evidence, by the same rule, as of a date.
    pub fn dollars(&self, as_of: &AsOf) -> Option<Claim<Money>> {
        let figure = Comparable::of(self.price.claims(), as_of, Rates::shipped())?;
        let claim = self.price.claims().get(figure.claim as usize)?;
        let note =
            if figure.is_as_claimed() { claim.note.clone() } else { Some(figure.how(claim, Currency::USD).into()) };
        Some(Claim { value: figure.dollars, basis: figure.basis, note, ..claim.money() })
    }
}

/// A claim as it stands: whole dollars where it was converted.
fn plain(dollars: Money, claim: &Claim<Price>) -> (Money, i64) {
    let is_converted = claim.value.money.currency != Currency::USD;
    let shown = |hundredths: i64| if is_converted { whole(hundredths) } else { hundredths };
    let dollars = Money { low: shown(dollars.low), high: shown(dollars.high), ..dollars };
    (dollars, i64::midpoint(dollars.low, dollars.high))
}

/// A claim that is this many years old.
fn aged(dollars: Money, years: f64, rates: &Rates) -> (Money, i64) {
    let [low, median, high] = rates.drift.over(years);
    let middle = i64::midpoint(dollars.low, dollars.high) as f64;
    let low = rounding::down(dollars.low as f64 * low);
    let high = rounding::up(dollars.high as f64 * high);
    let median = rounding::near(middle * median).clamp(low, high);
    (Money { low: low as i64, high: high as i64, ..dollars }, median as i64)
}

fn whole(hundredths: i64) -> i64 {
    (hundredths as f64 / 100.0).round() as i64 * 100
}
