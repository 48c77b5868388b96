//! Money and prices: an amount of one currency, and what a price buys. Currencies are never mixed, and a price is never an
//! amount alone: what a month, an exam or a single course costs is not what a program costs.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Claim, Range};

/// An ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    /// US dollars.
    pub const USD: Self = Self(*b"USD");

    /// Reads three capital letters.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// What stands before an amount: `US$`, `£`, or the code and a space.
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

/// An amount, or a range of amounts, in hundredths of a unit of one currency. Currencies are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// The least, in hundredths.
    pub low: i64,
    /// The most, in hundredths; the same where the amount is exact.
    pub high: i64,
    /// The currency of both.
    pub currency: Currency,
}

impl Money {
    /// From whole and broken units of the currency, such as 1350.0.
    pub fn from_units(low: f64, high: f64, currency: Currency) -> Self {
        Self { low: (low * 100.0).round() as i64, high: (high * 100.0).round() as i64, currency }
    }

    /// The least and the most in units of the currency.
    pub fn units(&self) -> Range {
        Range::between(self.low as f64 / 100.0, self.high as f64 / 100.0)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.currency.sign())?;
        let cents = self.low % 100 != 0 || self.high % 100 != 0;
        f.write_str(&grouped(self.low, cents))?;
        if self.high != self.low {
            write!(f, "–{}", grouped(self.high, cents))?;
        }
        Ok(())
    }
}

/// Hundredths with a comma between thousands: `1,350` or `1,350.50`.
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
        /// A subscription that opens more than this program.
        Subscription = "subscription", "a subscription";
        /// Keeping the credential valid.
        Renewal = "renewal", "the renewal";
        /// The whole, for members of a body.
        Member = "member", "members of the body";
        /// The whole, for one region.
        Region = "region", "one region";
    }
}

impl PriceOf {
    /// What the price of a whole program can be.
    pub const WHOLE: &'static [Self] = &[Self::Program, Self::Courses, Self::Bundle];
    /// What is neither the whole program, nor a course, nor the exam.
    pub const OTHER: &'static [Self] = &[Self::Month, Self::Subscription, Self::Renewal, Self::Member, Self::Region];
}

named! {
    /// Whether a price holds the tax.
    #[derive(Serialize, Deserialize)]
    Tax, name {
        /// The tax is in it.
        Included = "in", "tax included";
        /// The tax comes on top.
        Excluded = "out", "before tax";
    }
}

/// An amount with what it buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Price {
    /// How much.
    pub money: Money,
    /// For what.
    pub what: PriceOf,
    /// Whether the tax is in it, where that is stated.
    pub tax: Option<Tax>,
}

impl Claim<Price> {
    /// The amount alone, with the same origin.
    pub fn money(&self) -> Claim<Money> {
        self.clone().map(|price| price.money)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_reads_like_money() {
        let usd = |low, high| Money::from_units(low, high, Currency::USD).to_string();
        assert_eq!(usd(1350.0, 1350.0), "US$1,350");
        assert_eq!(usd(1100.0, 1500.0), "US$1,100–1,500");
        assert_eq!(usd(49.5, 49.5), "US$49.50");
        let czk = Currency::parse("CZK").expect("a code");
        assert_eq!(Money::from_units(1_234_567.0, 1_234_567.0, czk).to_string(), "CZK 1,234,567");
        assert_eq!(Currency::parse("usd"), None);
    }
}
