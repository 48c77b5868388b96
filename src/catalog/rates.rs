//! Exchange rates to the US dollar, and the drift of course prices over time: dated figures with their sources, from a
//! file compiled into the program. A currency without a rate there is not converted.

use std::sync::OnceLock;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::{AsOf, Currency, Money, Text, has_unsafe_char};

static SHIPPED: &str = include_str!("../../assets/rates.json");

/// The exchange rate of a currency to the US dollar.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExchangeRate {
    /// The currency.
    #[serde(deserialize_with = "currency")]
    pub currency: Currency,
    /// The units of the currency per US dollar, above 0.
    #[serde(deserialize_with = "above_zero")]
    pub per_dollar: f64,
    /// The date of the rate.
    pub as_of: AsOf,
    /// The source of the rate, or the method that it was determined by.
    #[serde(deserialize_with = "source")]
    pub source: Text,
}

fn above_zero<'de, D: serde::Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    let number = f64::deserialize(from)?;
    let is_rate = number > 0.0 && number.is_finite();
    is_rate.then_some(number).ok_or_else(|| serde::de::Error::custom("a rate is a number above 0"))
}

/// How the prices of the same courses changed over a period, as factors.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drift {
    /// The length of the period in years.
    pub years: f64,
    /// The 10th percentile of the factors.
    pub low: f64,
    /// The median of the factors.
    pub median: f64,
    /// The 90th percentile of the factors.
    pub high: f64,
    /// The start and end of the period.
    pub as_of: AsOf,
    /// The method that the factors were determined by.
    #[serde(deserialize_with = "source")]
    pub source: Text,
}

/// The figures that make prices in different currencies and of different years comparable.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rates {
    rates: Vec<ExchangeRate>,
    /// How prices have changed.
    pub drift: Drift,
}

impl Rates {
    /// The shipped figures.
    ///
    /// # Panics
    ///
    /// If the shipped file cannot be parsed, which a test rules out.
    pub fn shipped() -> &'static Self {
        static RATES: OnceLock<Rates> = OnceLock::new();
        RATES.get_or_init(|| serde_json::from_str(SHIPPED).expect("the shipped rates are read in a test"))
    }

    /// All exchange rates, in the order of the file.
    pub fn all(&self) -> &[ExchangeRate] {
        &self.rates
    }

    /// The rate of a currency; `None` for US dollars, which need none, and for a currency without a rate on record.
    pub fn of(&self, currency: Currency) -> Option<&ExchangeRate> {
        self.rates.iter().find(|rate| rate.currency == currency)
    }

    /// Converts an amount to another currency. Returns `None` if a rate is missing.
    pub fn convert(&self, money: Money, to: Currency) -> Option<Money> {
        if money.currency == to {
            return Some(money);
        }
        let factor = self.per_dollar(to)? / self.per_dollar(money.currency)?;
        // A price above 0 must not become free in another currency.
        let converted = |hundredths: i64| ((hundredths as f64 * factor).round() as i64).max(i64::from(hundredths > 0));
        Some(Money { low: converted(money.low), high: converted(money.high), currency: to })
    }

    fn per_dollar(&self, currency: Currency) -> Option<f64> {
        if currency == Currency::USD { Some(1.0) } else { self.of(currency).map(|rate| rate.per_dollar) }
    }
}

/// Deserializes a currency from its code. The derived form, which compiled catalogues use, is different.
fn currency<'de, D: Deserializer<'de>>(json: D) -> Result<Currency, D::Error> {
    let code = Text::deserialize(json)?;
    Currency::parse(&code).ok_or_else(|| D::Error::custom(format!("`{code}` is not a currency code")))
}

/// Deserializes a text that is shown to people, with the characters that a catalogue may contain.
fn source<'de, D: Deserializer<'de>>(json: D) -> Result<Text, D::Error> {
    let text = Text::deserialize(json)?;
    if has_unsafe_char(&text) {
        Err(D::Error::custom("a source holds control or invisible characters"))
    } else {
        Ok(text)
    }
}

impl Drift {
    /// The factors for a price that is `years` old: 10th percentile, median and 90th percentile. The logarithm of each
    /// factor is proportional to the years.
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
    fn a_source_that_nobody_could_read_is_refused() {
        let rates = |source: &str| {
            let json = serde_json::json!({"rates": [{"currency": "EUR", "per_dollar": 0.9, "as_of": "2026-01-01", "source": source}],
                "drift": {"years": 1.0, "low": 0.9, "median": 1.0, "high": 1.1, "as_of": "2026-01-01", "source": "x"}});
            serde_json::from_str::<Rates>(&json.to_string()).is_ok()
        };
        assert!(rates("European Central Bank") && !rates("European\u{2060}Bank") && !rates("\u{1b}[2J"));
    }

    #[test]
    fn nothing_becomes_free_in_another_currency() {
        for rate in Rates::shipped().all() {
            for amount in [1, 30, 100, 3_000] {
                let money = Money { low: amount, high: amount, currency: rate.currency };
                let dollars = Rates::shipped().convert(money, Currency::USD).map(Money::in_whole_units);
                assert!(dollars.is_some_and(|dollars| dollars.low > 0), "{money} is {dollars:?}");
                let back = Money { currency: Currency::USD, ..money };
                let back = Rates::shipped().convert(back, rate.currency).map(Money::in_whole_units);
                assert!(back.is_some_and(|back| back.low > 0), "{money}");
            }
        }
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
