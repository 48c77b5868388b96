//! Costs: the total, the price of an hour and of a month, and the money spent when stopping part-way. Currencies are
//! never mixed: an amount is first converted at a dated rate, or else kept separate.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalog::{Basis, Claim, Currency, Money, Program, Range, whole_units};

use super::course::{CoursePlan, by_currency};
use super::pace::Finish;
use super::{PlanSettings, derived};

/// An exchange rate to US dollars, as given by the user.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// The currency converted from.
    pub from: Currency,
    /// US dollars for one unit of the currency.
    pub dollars: f64,
    /// The date of the rate.
    pub date: Date,
}

/// Days from the start of a course during which its fee is refunded.
const REFUND_DAYS: i32 = 14;

/// The money spent by someone who stops after a given course.
#[derive(Clone, Debug, PartialEq)]
pub struct SunkCost {
    /// The number of the course in the program, counted from 1. Finished courses are left out.
    pub after_course: usize,
    /// The amount spent so far.
    pub amount: Claim<Money>,
}

/// The method by which the money spent after each course is determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SunkCostRule {
    /// Course prices are summed.
    CoursePrices,
    /// The total is split in proportion to the course prices on record. Courses without a price count as their mean.
    PriceShares,
    /// The total is split evenly, because it is itself an estimate or no course has a price.
    EvenShares,
}

/// What a program costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The total as on record: the claim that the comparable price is derived from.
    pub total: Option<Claim<Money>>,
    /// The total in other currencies, as on record.
    pub others: Vec<Claim<Money>>,
    /// The price that all other figures use, if it differs from `total`: converted to US dollars at the user's rate or
    /// the shipped one, and a range if the claim is old.
    pub converted: Option<Claim<Money>>,
    /// The price of an hour of work; `None` if price or hours are unknown.
    pub per_hour: Option<Claim<Money>>,
    /// The price of a month from start to finish, without finished courses; `None` if price or duration are unknown.
    pub per_month: Option<Claim<Money>>,
    /// The money spent after each course; empty if the price or the number of courses is unknown.
    pub sunk: Vec<SunkCost>,
    /// The method behind `sunk`; `None` if `sunk` is empty.
    pub sunk_cost_rule: Option<SunkCostRule>,
    /// The price of the exam, which the total may or may not include.
    pub exam: Option<Claim<Money>>,
    /// What edX's rules mean for this program; `None` unless edX is on record as its platform, because the rules of
    /// others are not known.
    pub edx_rules: Option<EdxRules>,
}

/// edX's rules about money, applied to one program.
#[derive(Clone, Debug, PartialEq)]
pub struct EdxRules {
    /// The last day on which the fee of a first course is refunded if it is paid at the start.
    pub refund_until: Date,
    /// What is left to pay, as a range from assistance approved for all courses to none; `None` if it is unknown.
    pub with_assistance: Option<Claim<Money>>,
}

impl EdxRules {
    fn of(program: &Program, total: Option<&Claim<Money>>, start: Date) -> Option<Self> {
        program.is_at_edx().then(|| Self {
            refund_until: start.saturating_add(REFUND_DAYS.days()),
            with_assistance: total.map(with_assistance),
        })
    }
}

impl Cost {
    /// Returns the price that all other figures use, or `None` if the price is unknown.
    pub fn leading(&self) -> Option<&Claim<Money>> {
        self.converted.as_ref().or(self.total.as_ref())
    }
}

/// Returns the costs. Totals cover all courses; what is still to be paid covers only the `open` ones, which are not
/// finished yet: the price of a month until `months`, what is spent when stopping, and the price with assistance.
pub(super) fn cost(
    program: &Program,
    (courses, open): (&[CoursePlan], &[CoursePlan]),
    hours: Option<&Claim<Range>>,
    months: Option<Finish>,
    settings: &PlanSettings,
) -> Cost {
    let total = claimed_price(program);
    let leading = leading_price(program, &settings.rates);
    let mut others = by_currency(&program.price);
    others.retain(|claim| total.as_ref().is_some_and(|total| total.value.currency != claim.value.currency));
    let of_open = leading.as_ref().map(|whole| price_of(whole, courses, open));
    let (sunk_cost_rule, sunk) = of_open.as_ref().map_or((None, Vec::new()), |whole| sunk_costs(whole, open));
    Cost {
        per_hour: leading.as_ref().zip(hours).and_then(|(whole, hours)| per_hour(whole, hours)),
        per_month: of_open.as_ref().zip(months).and_then(|(rest, months)| per_month(rest, months)),
        edx_rules: EdxRules::of(program, of_open.as_ref(), settings.start),
        exam: program.exam_price.shown().map(Claim::money),
        converted: leading.filter(|whole| total.as_ref().is_some_and(|total| total.value != whole.value)),
        total,
        others,
        sunk,
        sunk_cost_rule,
    }
}

/// Returns the price that a plan uses: converted at the user's rate, or else the comparable price in US dollars, or
/// else as on record. `None` if no price is known.
pub(super) fn leading_price(program: &Program, rates: &[Rate]) -> Option<Claim<Money>> {
    let claimed = claimed_price(program)?;
    in_dollars(&claimed, rates).or_else(|| program.dollars()).or(Some(claimed))
}

fn claimed_price(program: &Program) -> Option<Claim<Money>> {
    Some(program.compared_claim().or(program.price.shown())?.money())
}

/// Returns the amount in US dollars, or `None` if the user gave no rate for its currency.
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

/// Returns the price of the open courses: their sum, or else the whole without the finished ones, or else an even share
/// of the whole.
fn price_of(whole: &Claim<Money>, courses: &[CoursePlan], open: &[CoursePlan]) -> Claim<Money> {
    if courses.len() == open.len() {
        return whole.clone();
    }
    let is_done = |course: &&CoursePlan| !open.iter().any(|other| other.number == course.number);
    if let Some(sum) = sum_of(open.iter(), whole) {
        return derived::from_one(sum, whole, "course prices added up");
    }
    if let Some(done) = sum_of(courses.iter().filter(is_done), whole) {
        let rest = |whole: i64, part: i64| whole.saturating_sub(part).max(0);
        let (low, high) = (rest(whole.value.low, done.low), rest(whole.value.high, done.high));
        return derived::from_one(Money { low, high: high.max(low), ..whole.value }, whole, "without finished courses");
    }
    let share = |amount: i64| whole_units(amount as f64 * open.len() as f64 / courses.len() as f64);
    let money = Money { low: share(whole.value.low), high: share(whole.value.high), ..whole.value };
    Claim { basis: Basis::Estimated, ..derived::from_one(money, whole, "an even share for the courses left") }
}

/// Returns the sum of the prices of courses, or `None` if one has none in the currency of the whole.
fn sum_of<'p>(courses: impl Iterator<Item = &'p CoursePlan>, whole: &Claim<Money>) -> Option<Money> {
    let none = Money { low: 0, high: 0, ..whole.value };
    courses.map(|course| Some(price_in(course, whole)?.value)).try_fold(none, |sum, price| Some(plus(sum, price?)))
}

/// Returns the range from 90 % off every course to no reduction.
fn with_assistance(total: &Claim<Money>) -> Claim<Money> {
    let money = Money { low: whole_units(total.value.low as f64 / 10.0), ..total.value };
    derived::from_one(money, total, "from 90 % off every course to none approved")
}

/// Returns the money spent after each course and the method by which it was determined. After the last course it is the
/// total, unless the courses have prices of the same year that add up to something else, as they do beside a bundle.
fn sunk_costs(total: &Claim<Money>, courses: &[CoursePlan]) -> (Option<SunkCostRule>, Vec<SunkCost>) {
    if courses.is_empty() {
        return (None, Vec::new());
    }
    let prices: Vec<Option<&Claim<Money>>> = courses.iter().map(|course| price_in(course, total)).collect();
    let all: Option<Vec<&Claim<Money>>> = prices.iter().copied().collect();
    let sums = all.map(|prices| (summed(total, &prices), prices));
    let (rule, amounts) = match sums.filter(|(sums, prices)| adds_up(sums, total) || is_of_year(prices, total)) {
        Some((sums, _)) => (SunkCostRule::CoursePrices, sums),
        None => in_shares(total, &prices),
    };
    let spent = courses.iter().zip(amounts).map(|(course, amount)| SunkCost { after_course: course.number, amount });
    (Some(rule), spent.collect())
}

fn adds_up(sums: &[Claim<Money>], total: &Claim<Money>) -> bool {
    sums.last().is_some_and(|last| last.value == total.value)
}

/// Whether prices are of the same year as the total. Those of other years are not what the courses cost beside it.
fn is_of_year(prices: &[&Claim<Money>], total: &Claim<Money>) -> bool {
    prices.iter().all(|price| price.as_of.year() == total.as_of.year())
}

fn price_in<'p>(course: &'p CoursePlan, total: &Claim<Money>) -> Option<&'p Claim<Money>> {
    course.prices.iter().find(|price| price.value.currency == total.value.currency)
}

fn summed(total: &Claim<Money>, prices: &[&Claim<Money>]) -> Vec<Claim<Money>> {
    let mut spent: Vec<Claim<Money>> = Vec::with_capacity(prices.len());
    for price in prices {
        spent.push(match spent.last() {
            None => derived::from_one(price.value, price, "course prices added up"),
            Some(before) => derived::from_two(plus(before.value, price.value), before, price, "course prices added up"),
        });
    }
    // A difference of roundings and conversions would only raise questions.
    if let Some(last) = spent.last_mut().filter(|last| is_about(last.value, total.value)) {
        last.value = total.value;
    }
    spent
}

/// Whether two amounts differ by no more than rounding and conversion can explain.
fn is_about(sum: Money, whole: Money) -> bool {
    const ROUNDING: f64 = 0.02;
    let is_about = |a: i64, b: i64| (a - b).abs() as f64 <= ROUNDING * b as f64;
    is_about(sum.low, whole.low) && is_about(sum.high, whole.high)
}

/// Adds two amounts of the same currency.
pub(super) fn plus(a: Money, b: Money) -> Money {
    Money { low: a.low.saturating_add(b.low), high: a.high.saturating_add(b.high), currency: a.currency }
}

/// Returns the share of the total after each course, and whether course prices decide how large it is.
fn in_shares(total: &Claim<Money>, prices: &[Option<&Claim<Money>>]) -> (SunkCostRule, Vec<Claim<Money>>) {
    // The bounds of an old price are factors of one amount, whose middle is their geometric mean.
    let likely = |price: &Claim<Money>| (price.value.units().low * price.value.units().high).sqrt();
    let known: Vec<f64> = prices.iter().flatten().map(|price| likely(price)).collect();
    let sum: f64 = known.iter().sum();
    let (rule, note) = if total.basis == Basis::Estimated || sum <= 0.0 {
        (SunkCostRule::EvenShares, "an even share of the whole")
    } else {
        (SunkCostRule::PriceShares, "a share of the whole, by the course prices on record")
    };
    let mean = sum / known.len().max(1) as f64;
    let weight = |price: Option<&Claim<Money>>| match rule {
        SunkCostRule::EvenShares => 1.0,
        _ => price.map_or(mean, likely),
    };
    let weights: Vec<f64> = prices.iter().copied().map(weight).collect();
    let whole: f64 = weights.iter().sum();
    let mut taken = 0.0;
    let share_after = |(at, weight): (usize, &f64)| {
        taken += weight;
        // Sums of fractions may miss the whole by a little.
        let share = if at + 1 == weights.len() { 1.0 } else { taken / whole };
        let part = |amount: i64| if share < 1.0 { whole_units(amount as f64 * share) } else { amount };
        let money = Money { low: part(total.value.low), high: part(total.value.high), ..total.value };
        Claim { basis: Basis::Estimated.max(total.basis), ..derived::from_one(money, total, note) }
    };
    (rule, weights.iter().enumerate().map(share_after).collect())
}
