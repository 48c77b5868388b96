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
    let division = leading.as_ref().and_then(|whole| Division::of(whole, courses));
    let of_open = leading.as_ref().map(|whole| price_of(whole, division.as_ref(), (courses, open)));
    let sunk =
        division.as_ref().zip(of_open.as_ref()).map_or_else(Vec::new, |(division, rest)| division.sunk(rest, open));
    let sunk_cost_rule = division.filter(|_| !sunk.is_empty()).map(|division| division.rule);
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

/// Returns the part of the price that the open courses account for; `None` if the price is unknown.
pub(super) fn price_left(
    program: &Program,
    (courses, open): (&[CoursePlan], &[CoursePlan]),
    rates: &[Rate],
) -> Option<Claim<Money>> {
    let whole = leading_price(program, rates)?;
    Some(price_of(&whole, Division::of(&whole, courses).as_ref(), (courses, open)))
}

/// Returns the price of the open courses: their sum if course prices make up the whole, or else their share of it.
fn price_of(
    whole: &Claim<Money>,
    division: Option<&Division>,
    (courses, open): (&[CoursePlan], &[CoursePlan]),
) -> Claim<Money> {
    let Some(division) = division.filter(|_| courses.len() != open.len()) else { return whole.clone() };
    let sum = || sum_of(open.iter(), whole);
    if let Some(sum) = (division.rule == SunkCostRule::CoursePrices).then(sum).flatten() {
        return derived::from_one(sum, whole, "course prices added up");
    }
    let share = division.share(open);
    let part = |amount: i64| whole_units(amount as f64 * share);
    let money = Money { low: part(whole.value.low), high: part(whole.value.high), ..whole.value };
    Claim { basis: Basis::Estimated, ..derived::from_one(money, whole, "a share of the whole for the courses left") }
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

/// How the price of a program is divided among its courses. The division covers all courses, finished or not, so that
/// finishing one changes neither the method nor the share of another.
struct Division {
    rule: SunkCostRule,
    /// The number of each course and its part of the whole.
    parts: Vec<(usize, f64)>,
}

impl Division {
    /// Returns the division, or `None` if no courses are known. Course prices are used if they add up to the whole, or
    /// if they date from the same year: a bundle then costs less than its courses.
    fn of(total: &Claim<Money>, courses: &[CoursePlan]) -> Option<Self> {
        if courses.is_empty() {
            return None;
        }
        let prices: Vec<Option<&Claim<Money>>> = courses.iter().map(|course| price_in(course, total)).collect();
        let all: Option<Vec<&Claim<Money>>> = prices.iter().copied().collect();
        let is_sum = |prices: &Vec<&Claim<Money>>| adds_up(&summed(total, prices), total) || is_of_year(prices, total);
        let (rule, weights) = match all.filter(is_sum) {
            Some(_) => (SunkCostRule::CoursePrices, vec![1.0; courses.len()]),
            None => weights(total, &prices),
        };
        let sum: f64 = weights.iter().sum();
        let parts = courses.iter().zip(weights).map(|(course, weight)| (course.number, weight / sum)).collect();
        Some(Self { rule, parts })
    }

    /// Returns the part of the whole that these courses have together.
    fn share(&self, courses: &[CoursePlan]) -> f64 {
        courses.iter().map(|course| self.part(course)).sum()
    }

    fn part(&self, course: &CoursePlan) -> f64 {
        self.parts.iter().find(|(number, _)| *number == course.number).map_or(0.0, |(_, part)| *part)
    }

    /// Returns the money spent after each of the open courses, which cost `total` together. After the last it is the
    /// total, unless the courses have prices that add up to something else.
    fn sunk(&self, total: &Claim<Money>, open: &[CoursePlan]) -> Vec<SunkCost> {
        let prices: Option<Vec<&Claim<Money>>> = open.iter().map(|course| price_in(course, total)).collect();
        let sums = prices.filter(|_| self.rule == SunkCostRule::CoursePrices).map(|prices| summed(total, &prices));
        let amounts = sums.unwrap_or_else(|| self.in_shares(total, open));
        let spent = open.iter().zip(amounts).map(|(course, amount)| SunkCost { after_course: course.number, amount });
        spent.collect()
    }

    /// Returns the share of the total after each course.
    fn in_shares(&self, total: &Claim<Money>, open: &[CoursePlan]) -> Vec<Claim<Money>> {
        let note = match self.rule {
            SunkCostRule::EvenShares => "an even share of the whole",
            _ => "a share of the whole, by the course prices on record",
        };
        let whole = self.share(open);
        let mut taken = 0.0;
        let share_after = |(at, course): (usize, &CoursePlan)| {
            taken += self.part(course);
            // The fractions may not add up to exactly 1.
            let share = if at + 1 == open.len() { 1.0 } else { taken / whole };
            let part = |amount: i64| if share < 1.0 { whole_units(amount as f64 * share) } else { amount };
            let money = Money { low: part(total.value.low), high: part(total.value.high), ..total.value };
            Claim { basis: Basis::Estimated.max(total.basis), ..derived::from_one(money, total, note) }
        };
        open.iter().enumerate().map(share_after).collect()
    }
}

fn adds_up(sums: &[Claim<Money>], total: &Claim<Money>) -> bool {
    sums.last().is_some_and(|last| last.value == total.value)
}

/// Whether all prices date from the year of the total. Prices of another year say nothing about its parts.
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
    // Rounding and conversion explain the difference, so the last amount is set to the total.
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

/// Returns the weight of each course, and whether course prices decide how large it is.
fn weights(total: &Claim<Money>, prices: &[Option<&Claim<Money>>]) -> (SunkCostRule, Vec<f64>) {
    // The bounds of an old price are one amount divided and multiplied by a factor, so its middle is the geometric
    // mean.
    let likely = |price: &Claim<Money>| (price.value.units().low * price.value.units().high).sqrt();
    let known: Vec<f64> = prices.iter().flatten().map(|price| likely(price)).collect();
    let sum: f64 = known.iter().sum();
    if total.basis == Basis::Estimated || sum <= 0.0 {
        return (SunkCostRule::EvenShares, vec![1.0; prices.len()]);
    }
    let mean = sum / known.len() as f64;
    (SunkCostRule::PriceShares, prices.iter().map(|price| price.map_or(mean, likely)).collect())
}
