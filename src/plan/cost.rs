//! Money: the total, what an hour and a month of it cost, and what is spent when one stops half way. Currencies are
//! never mixed: amounts are converted at a dated rate first, or stay apart.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalog::{Basis, Claim, Currency, Money, Program, Range};

use super::course::{CoursePlan, by_currency};
use super::pace::Finish;
use super::{PlanSettings, derived};

/// What one unit of a currency is worth in US dollars, as the user says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Which currency.
    pub from: Currency,
    /// US dollars for one unit.
    pub dollars: f64,
    /// The day of the rate.
    pub date: Date,
}

/// A rule of the platform that bears on money, with where it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The name in JSON.
    pub slug: &'static str,
    /// The rule.
    pub text: &'static str,
    /// Who says so.
    pub source: &'static str,
    /// As of when.
    pub as_of: &'static str,
}

/// How long money comes back.
pub const REFUND: Rule = Rule {
    slug: "refund",
    text: "edX gives a course's fee back up to 14 days after the payment or after the course starts, whichever is \
           later, and not later than 6 months after the payment.",
    source: "edX help, `Can I get a refund`, https://support.edx.org/hc/en-us/articles/206914947",
    as_of: "undated; recorded 2026-11-23",
};

/// How much less one may have to pay.
pub const ASSISTANCE: Rule = Rule {
    slug: "financial_assistance",
    text: "edX may take up to 90 % off a course's fee for those who apply and are approved: course by course, at most \
           5 approvals in 12 months, some courses excluded.",
    source: "edX help, `How do I apply for financial assistance`",
    as_of: "undated; recorded 2026-11-23",
};

/// Days in which money comes back.
const REFUND_DAYS: i32 = 14;

/// What has been spent by those who stop after a course.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// How many courses have been taken.
    pub after_course: usize,
    /// What they came to.
    pub amount: Claim<Money>,
}

/// How the money spent after each course is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LadderRule {
    /// The prices of the courses, added up.
    CoursePrices,
    /// Even shares of an estimate that is itself a number of courses times a price.
    EvenShares,
    /// At least the course prices on record, at most the whole.
    Bounds,
}

/// What a program costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The whole, as on record: the claim that the comparable price is made of.
    pub total: Option<Claim<Money>>,
    /// The whole in other currencies, as on record.
    pub others: Vec<Claim<Money>>,
    /// The price that everything else goes by, where it is another figure: in US dollars, at a rate that the user gave or
    /// that ships, and a range where the claim is old.
    pub converted: Option<Claim<Money>>,
    /// An hour of work.
    pub per_hour: Option<Claim<Money>>,
    /// A month of study, from the start to the finish.
    pub per_month: Option<Claim<Money>>,
    /// What is spent after each course.
    pub sunk: Vec<Rung>,
    /// How that was found.
    pub ladder: Option<LadderRule>,
    /// From all courses approved for assistance to none.
    pub with_assistance: Option<Claim<Money>>,
    /// The exam's price, which the total may or may not hold.
    pub exam: Option<Claim<Money>>,
    /// The last day on which the fee of a first course that is paid at the start comes back.
    pub refund_until: Date,
}

impl Cost {
    /// The price that everything else goes by.
    pub fn leading(&self) -> Option<&Claim<Money>> {
        self.converted.as_ref().or(self.total.as_ref())
    }
}

pub(super) fn cost(
    program: &Program,
    courses: &[CoursePlan],
    hours: Option<&Claim<Range>>,
    months: Option<Finish>,
    settings: &PlanSettings,
) -> Cost {
    let total = claimed_price(program);
    let leading = leading_price(program, &settings.rates);
    let mut others = by_currency(&program.price);
    others.retain(|claim| total.as_ref().is_some_and(|total| total.value.currency != claim.value.currency));
    let (ladder, sunk) = leading.as_ref().map_or((None, Vec::new()), |whole| ladder(whole, courses));
    Cost {
        per_hour: leading.as_ref().zip(hours).and_then(|(whole, hours)| per_hour(whole, hours)),
        per_month: leading.as_ref().zip(months).and_then(|(whole, months)| per_month(whole, months)),
        with_assistance: leading.as_ref().map(with_assistance),
        exam: program.exam_price.shown().map(Claim::money),
        refund_until: settings.start.saturating_add(REFUND_DAYS.days()),
        converted: leading.filter(|whole| total.as_ref().is_some_and(|total| total.value != whole.value)),
        total,
        others,
        sunk,
        ladder,
    }
}

/// The price that a plan goes by: at a rate that the user gave, the comparable one, or as on record where no rate is known.
pub(super) fn leading_price(program: &Program, rates: &[Rate]) -> Option<Claim<Money>> {
    let claimed = claimed_price(program)?;
    in_dollars(&claimed, rates).or_else(|| program.dollars()).or(Some(claimed))
}

fn claimed_price(program: &Program) -> Option<Claim<Money>> {
    Some(program.compared_claim().or(program.price.shown())?.money())
}

/// The amount in US dollars, if a rate for its currency was given.
fn in_dollars(amount: &Claim<Money>, rates: &[Rate]) -> Option<Claim<Money>> {
    let rate = rates.iter().rev().find(|rate| rate.from == amount.value.currency)?;
    let units = amount.value.units().times(rate.dollars);
    let money = Money::from_units(units.low, units.high, Currency::USD);
    let note = format!("at US${} for 1 {} on {}, as you gave it", rate.dollars, rate.from.code(), rate.date);
    Some(derived::from_one(money, amount, note))
}

fn per_hour(total: &Claim<Money>, hours: &Claim<Range>) -> Option<Claim<Money>> {
    if hours.value.low <= 0.0 {
        return None;
    }
    let units = total.value.units();
    let money = Money::from_units(units.low / hours.value.high, units.high / hours.value.low, total.value.currency);
    Some(derived::from_two(money, total, hours, "price / work"))
}

fn per_month(total: &Claim<Money>, months: Finish) -> Option<Claim<Money>> {
    if months.earliest <= 0.0 {
        return None;
    }
    let units = total.value.units();
    let money = Money::from_units(units.low / months.latest, units.high / months.earliest, total.value.currency);
    Some(derived::from_one(money, total, "price / months from start to finish"))
}

/// All fees at a tenth, up to none reduced.
fn with_assistance(total: &Claim<Money>) -> Claim<Money> {
    let money = Money { low: total.value.low / 10, ..total.value };
    derived::from_one(money, total, "from 90 % off every course to none approved")
}

/// What is spent after each course, and how that is known.
fn ladder(total: &Claim<Money>, courses: &[CoursePlan]) -> (Option<LadderRule>, Vec<Rung>) {
    if courses.is_empty() {
        return (None, Vec::new());
    }
    let prices: Vec<Option<&Claim<Money>>> = courses.iter().map(|course| price_in(course, total)).collect();
    let all: Option<Vec<&Claim<Money>>> = prices.iter().copied().collect();
    if let Some(prices) = all {
        return (Some(LadderRule::CoursePrices), summed(&prices));
    }
    if total.basis == Basis::Estimated {
        return (Some(LadderRule::EvenShares), even(total, courses.len()));
    }
    (Some(LadderRule::Bounds), bounded(total, &prices))
}

fn price_in<'p>(course: &'p CoursePlan, total: &Claim<Money>) -> Option<&'p Claim<Money>> {
    course.prices.iter().find(|price| price.value.currency == total.value.currency)
}

fn summed(prices: &[&Claim<Money>]) -> Vec<Rung> {
    let mut rungs: Vec<Rung> = Vec::with_capacity(prices.len());
    for (price, after_course) in prices.iter().zip(1..) {
        let amount = match rungs.last() {
            None => derived::from_one(price.value, price, "course prices added up"),
            Some(before) => {
                let sum = plus(before.amount.value, price.value);
                derived::from_two(sum, &before.amount, price, "course prices added up")
            }
        };
        rungs.push(Rung { after_course, amount });
    }
    rungs
}

/// Two amounts of one currency.
pub(super) fn plus(a: Money, b: Money) -> Money {
    Money { low: a.low.saturating_add(b.low), high: a.high.saturating_add(b.high), currency: a.currency }
}

fn even(total: &Claim<Money>, courses: usize) -> Vec<Rung> {
    let whole = i64::try_from(courses).unwrap_or(i64::MAX).max(1);
    let share = |amount: i64, taken: usize| amount.saturating_mul(i64::try_from(taken).unwrap_or(i64::MAX)) / whole;
    let rung = |taken: usize| {
        let money = Money { low: share(total.value.low, taken), high: share(total.value.high, taken), ..total.value };
        Rung { after_course: taken, amount: derived::from_one(money, total, "an even share of the estimate") }
    };
    (1..=courses).map(rung).collect()
}

/// From what is surely spent to the whole; after the last course the whole.
fn bounded(total: &Claim<Money>, prices: &[Option<&Claim<Money>>]) -> Vec<Rung> {
    let mut known = 0_i64;
    let mut rungs = Vec::with_capacity(prices.len());
    for (price, after_course) in prices.iter().zip(1..) {
        known = known.saturating_add(price.map_or(0, |price| price.value.low));
        let is_last = after_course == prices.len();
        let low = if is_last { total.value.low } else { known.min(total.value.low) };
        let money = Money { low, ..total.value };
        let note = "from the course prices on record to the whole";
        rungs.push(Rung { after_course, amount: derived::from_one(money, total, note) });
    }
    rungs
}
