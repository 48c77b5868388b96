//! What currencies are worth in US dollars and how prices of courses have moved: dated figures with their sources, read from
//! a file that ships. A currency without a figure there is not converted.

use std::sync::OnceLock;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::{AsOf, Currency, Money, Text};

/// What ships.
static SHIPPED: &str = include_str!("../../assets/rates.json");

/// What a US dollar is worth in a currency.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRate {
    /// Which currency.
    #[serde(deserialize_with = "currency")]
    pub currency: Currency,
    /// Units per US dollar.
    pub per_dollar: f64,
    /// As of when.
    pub as_of: AsOf,
    /// Who says so, or how it was found.
    pub source: Text,
}

/// How prices of the same courses have moved over a time: what they were multiplied by.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    /// Over how many years.
    pub years: f64,
    /// One of ten by less.
    pub low: f64,
    /// Half by less.
    pub median: f64,
    /// One of ten by more.
    pub high: f64,
    /// From when to when.
    pub as_of: AsOf,
    /// How it was found.
    pub source: Text,
}

/// The figures by which prices of several currencies and years are compared.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    rates: Vec<ExchangeRate>,
    /// How prices have moved.
    pub drift: Drift,
}

impl Rates {
    /// The figures that ship.
    ///
    /// # Panics
    ///
    /// Where the file is none of rates, which a test rules out.
    pub fn shipped() -> &'static Self {
        static RATES: OnceLock<Rates> = OnceLock::new();
        RATES.get_or_init(|| serde_json::from_str(SHIPPED).expect("the shipped rates are read in a test"))
    }

    /// Every rate, in the order of the file.
    pub fn all(&self) -> &[ExchangeRate] {
        &self.rates
    }

    /// The rate of a currency; nothing for US dollars, which need none, and where no dated one is on record.
    pub fn of(&self, currency: Currency) -> Option<&ExchangeRate> {
        self.rates.iter().find(|rate| rate.currency == currency)
    }

    /// The same amount in another currency; nothing where a rate is missing.
    pub fn convert(&self, money: Money, to: Currency) -> Option<Money> {
        if money.currency == to {
            return Some(money);
        }
        let factor = self.per_dollar(to)? / self.per_dollar(money.currency)?;
        let converted = |hundredths: i64| (hundredths as f64 * factor).round() as i64;
        Some(Money { low: converted(money.low), high: converted(money.high), currency: to })
    }

    fn per_dollar(&self, currency: Currency) -> Option<f64> {
        if currency == Currency::USD { Some(1.0) } else { self.of(currency).map(|rate| rate.per_dollar) }
    }
}

/// A currency by its code: the form of a compiled catalogue is another.
fn currency<'de, D: Deserializer<'de>>(json: D) -> Result<Currency, D::Error> {
    let code = Text::deserialize(json)?;
    Currency::parse(&code).ok_or_else(|| D::Error::custom(format!("`{code}` is not a currency code")))
}

impl Drift {
    /// The factor for a price that is `years` old: at least, half-way, at most. The logarithm of each figure grows
    /// with the years.
    pub fn over(&self, years: f64) -> [f64; 3] {
        [self.low, self.median, self.high].map(|factor| factor.powf(years / self.years))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rates_are_dated_sourced_and_given_once() {
        let rates = Rates::shipped();
        for (at, rate) in rates.all().iter().enumerate() {
            assert!(rate.per_dollar > 0.0 && rate.as_of.newest() > 0 && !rate.source.is_empty(), "{rate:?}");
            assert_eq!(rates.all().iter().position(|other| other.currency == rate.currency), Some(at));
        }
        assert_eq!(rates.of(Currency::USD), None);
        assert!(rates.drift.low < 1.0 && rates.drift.median > 1.0 && rates.drift.high > rates.drift.median);
    }

    #[test]
    fn a_currency_without_a_rate_is_not_converted() {
        let czk = Currency::parse("CZK").expect("a code");
        let money = Money::from_units(1000.0, 1000.0, czk);
        assert_eq!(Rates::shipped().convert(money, Currency::USD), None);
        assert_eq!(Rates::shipped().convert(money, czk), Some(money));
    }

    #[test]
    fn what_has_moved_for_no_time_has_not_moved_and_twice_the_time_squares_it() {
        let drift = &Rates::shipped().drift;
        assert!(drift.over(0.0).iter().all(|factor| (factor - 1.0).abs() < 1e-12));
        let (once, twice) = (drift.over(drift.years), drift.over(2.0 * drift.years));
        assert!(once.iter().zip(twice).all(|(once, twice)| (once * once - twice).abs() < 1e-9));
    }
}
