//! Money and prices: an amount in one currency, and what a price buys. Currencies are never mixed, and a price always
//! says what it buys: the price of a month, an exam or a single course is not the price of a program.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Claim, Range};

/// An ISO 4217 currency code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    /// US dollars.
    pub const USD: Self = Self(*b"USD");

    /// Parses a code of three capital ASCII letters; `None` for anything else.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The three letters of the code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// The sign before an amount: `US$`, `£`, `€`, `MX$`, or the code and a space.
    fn sign(self) -> String {
        match self.code() {
            "USD" => "US$".to_owned(),
            "GBP" => "£".to_owned(),
            "EUR" => "€".to_owned(),
            "MXN" => "MX$".to_owned(),
            code => format!("{code} "),
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount, or a range of amounts, in hundredths of a unit of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The lower end, in hundredths.
    pub low: i64,
    /// The upper end, in hundredths; equal to `low` if the amount is exact.
    pub high: i64,
    /// The currency of both ends.
    pub currency: Currency,
}

impl Money {
    /// Converts amounts in units of the currency, such as 1350.0, to hundredths.
    pub fn from_units(low: f64, high: f64, currency: Currency) -> Self {
        Self { low: (low * 100.0).round() as i64, high: (high * 100.0).round() as i64, currency }
    }

    /// The lower and upper end in units of the currency.
    pub fn units(&self) -> Range {
        Range::between(self.low as f64 / 100.0, self.high as f64 / 100.0)
    }
}

impl Money {
    /// Whether to print a range in whole units, because cents would claim a precision that it does not have. Cents are
    /// printed below 10 units, and where both ends would round to the same amount.
    fn is_told_in_whole_units(&self) -> bool {
        let (low, high) = self.nearest_units();
        self.high >= WHOLE_FROM && low != high && self.low >= 100
    }

    fn nearest_units(&self) -> (i64, i64) {
        (nearest_unit(self.low as f64), nearest_unit(self.high as f64))
    }

    /// Returns the amount as a computed one is printed: [`whole_units`] of both ends.
    pub(super) fn in_whole_units(self) -> Self {
        Self { low: whole_units(self.low as f64), high: whole_units(self.high as f64), ..self }
    }
}

/// The minimum amount, in hundredths, that is printed in whole units.
const WHOLE_FROM: i64 = 1_000;

/// Rounds a computed amount to whole units, in hundredths: cents would claim a precision that it does not have. Below
/// [`WHOLE_FROM`] the cents are kept, so that nothing becomes free.
pub(crate) fn whole_units(hundredths: f64) -> i64 {
    let is_small = hundredths.abs() < WHOLE_FROM as f64;
    if is_small { hundredths.round() as i64 } else { nearest_unit(hundredths) }
}

/// Rounds hundredths to the nearest unit.
fn nearest_unit(hundredths: f64) -> i64 {
    (hundredths / 100.0).round() as i64 * 100
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.currency.sign())?;
        let (low, high) = if self.is_told_in_whole_units() { self.nearest_units() } else { (self.low, self.high) };
        let cents = low % 100 != 0 || high % 100 != 0;
        f.write_str(&grouped(low, cents))?;
        if high != low {
            write!(f, "–{}", grouped(high, cents))?;
        }
        Ok(())
    }
}

/// Formats hundredths with a comma between thousands: `1,350` or `1,350.50`.
fn grouped(hundredths: i64, cents: bool) -> String {
    let digits = (hundredths / 100).abs().to_string();
    let mut out = String::new();
    if hundredths < 0 {
        out.push('-');
    }
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if cents {
        out.push('.');
        out.push_str(&two_digits((hundredths % 100).unsigned_abs()));
    }
    out
}

fn two_digits(number: u64) -> String {
    format!("{number:02}")
}

named! {
    /// What a price buys.
    #[derive(Serialize, Deserialize)]
    PriceOf, name {
        /// The whole program, at its list price.
        Program = "program", "the program";
        /// All of its courses, bought one by one.
        Courses = "courses", "the sum of its courses";
        /// All of its courses, bought at once.
        Bundle = "bundle", "all courses bought at once";
        /// One of its courses.
        Course = "course", "a course";
        /// Its final exam.
        Exam = "exam", "the exam";
        /// A month of access.
        Month = "month", "a month";
        /// A subscription that gives access to more than this program.
        Subscription = "subscription", "a subscription";
        /// Keeping the credential valid.
        Renewal = "renewal", "the renewal";
        /// The whole program, for members of an organization.
        Member = "member", "members of the body";
        /// The whole program, for buyers in one region.
        Region = "region", "one region";
    }
}

impl PriceOf {
    /// The prices that are for the whole program.
    pub const WHOLE: &'static [Self] = &[Self::Program, Self::Courses, Self::Bundle];
    /// The prices that are neither for the whole program, nor for a course, nor for the exam.
    pub const OTHER: &'static [Self] = &[Self::Month, Self::Subscription, Self::Renewal, Self::Member, Self::Region];
}

named! {
    /// Whether a price includes tax.
    #[derive(Serialize, Deserialize)]
    Tax, name {
        /// The price includes tax.
        Included = "in", "tax included";
        /// Tax is added to the price.
        Excluded = "out", "before tax";
    }
}

/// An amount, with what it buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Price {
    /// The amount.
    pub money: Money,
    /// What it buys.
    pub what: PriceOf,
    /// Whether the amount includes tax; `None` if that is not stated.
    pub tax: Option<Tax>,
}

impl Claim<Price> {
    /// The amount without what it buys, with the same basis, source and date.
    pub fn money(&self) -> Claim<Money> {
        self.clone().map(|price| price.money)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computed_amount_has_no_cents_unless_it_is_small() {
        for (hundredths, told) in [
            (123_456.0, 123_500),
            (1_049.0, 1_000),
            (999.4, 999),
            (36.0, 36),
            (0.0, 0),
            (-36.0, -36),
            (-1_260.0, -1_300),
        ] {
            assert_eq!(whole_units(hundredths), told, "{hundredths}");
        }
        let money = Money { low: 36, high: 2_345, currency: Currency::USD }.in_whole_units();
        assert_eq!((money.low, money.high), (36, 2_300));
    }

    #[test]
    fn money_reads_like_money() {
        let usd = |low, high| Money::from_units(low, high, Currency::USD).to_string();
        assert_eq!(usd(1350.0, 1350.0), "US$1,350");
        assert_eq!(usd(1100.0, 1500.0), "US$1,100–1,500");
        assert_eq!(usd(49.5, 49.5), "US$49.50");
        assert_eq!(usd(8.2, 350.0), "US$8–350");
        assert_eq!(usd(90.8, 1178.4), "US$91–1,178");
        assert_eq!(usd(1.47, 9.06), "US$1.47–9.06");
        assert_eq!(usd(0.4, 12.0), "US$0.40–12.00", "nothing becomes free");
        assert_eq!(usd(49.1, 49.3), "US$49.10–49.30");
        let czk = Currency::parse("CZK").expect("a code");
        assert_eq!(Money::from_units(1_234_567.0, 1_234_567.0, czk).to_string(), "CZK 1,234,567");
        assert_eq!(Currency::parse("usd"), None);
    }
}
