//! Facts that follow from others: credit from the routes of a program, its work from its courses, estimates from other
//! programs, and the comparable price. They are computed whenever a catalogue is loaded or compiled, and are never
//! written into its JSON.

mod accuracy;
mod course_price;
mod estimates;

use crate::estimate::{AMOUNTS, Errors, Estimate, Profile, Sample};

use super::comparable::Comparable;
use super::rates::Rates;
use super::route_credit;
use super::work::{self, CourseWork, Method};
use super::{
    AsOf, Basis, Claim, Course, CourseIx, Currency, Fact, Grade, Kind, Money, Price, PriceOf, Program, Range, Source,
    SourceIx, Text, rounding,
};
use course_price::{CoursePrices, FreshPrices, is_fresh};
use estimates::{Estimates, TELLING};

pub use accuracy::{Accuracy, AccuracyOf};

/// The id of the source that estimates cite.
const SOURCE_ID: &str = "measured-estimates";

/// The maximum width, high over low, of a useful estimate. In a small catalogue, a few odd prices make every range so
/// wide that it covers any price.
const MAX_WIDTH: f64 = 10.0;

/// The names of the amounts from which hours are estimated, the most useful last.
const HOURS_BY: [&str; AMOUNTS] = ["months", "courses", "hours a week"];

/// The names of the amounts from which prices are estimated, the most useful last.
const PRICES_BY: [&str; AMOUNTS] = ["months", "courses", "price of its courses"];

/// The known hours and prices collected from the records read so far.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    courses: Vec<CourseWork>,
    hours: Vec<Sample>,
    course_prices: CoursePrices,
    prices: Vec<KnownPrice>,
}

/// A program with a known price in US dollars.
#[derive(Debug)]
struct KnownPrice {
    sample: Sample,
    as_of: AsOf,
    /// One of its courses with a known price; see [`CoursePrices::one_of`].
    course: Option<CourseIx>,
}

/// The fitted estimators, and the data needed to fill in a program.
#[derive(Debug)]
pub(super) struct Completion {
    hours: Estimates,
    prices: Estimates,
    course_prices: FreshPrices,
    as_of: AsOf,
    source: SourceIx,
    /// The measured accuracy of the estimates.
    pub(super) accuracy: Vec<Accuracy>,
}

impl Evidence {
    /// Records the hours of the next course.
    pub(super) fn course(&mut self, course: &Course) {
        self.courses.push(CourseWork::of(course));
        self.course_prices.push(course);
    }

    /// Completes the work of a program, and records its known values. All courses must have been recorded before.
    pub(super) fn program(&mut self, program: &mut Program) {
        route_credit::complete(program);
        let method = work::complete(program, &self.courses);
        let profile = profile(program);
        if let Some(value) = known_hours(program, method) {
            self.hours.push(Sample { profile, value });
        }
        self.prices.extend(known_price(&program.price).map(|(value, as_of)| {
            let sample = Sample { profile: profile.without(TELLING), value };
            KnownPrice { sample, as_of, course: self.course_prices.one_of(program) }
        }));
    }

    /// Fits the estimators for a catalogue of this date, and adds the source of its estimates to `sources`.
    pub(super) fn finish(self, as_of: &AsOf, sources: &mut Vec<Source>) -> Completion {
        let course_prices = self.course_prices.fresh(as_of);
        let known = self.prices.into_iter().filter(|known| is_fresh(&known.as_of, as_of));
        let prices = known.map(|KnownPrice { sample, course, .. }| {
            let price = course.and_then(|course| course_prices.of(course));
            Sample { profile: with_telling(&sample.profile, price), ..sample }
        });
        let hours = Estimates::new(self.hours, Errors::Together);
        let prices = Estimates::new(prices.collect(), Errors::ByGroup);
        let accuracy = accuracy::measure(&hours, &prices);
        Completion { hours, prices, course_prices, as_of: as_of.clone(), source: source(as_of, sources), accuracy }
    }
}

impl Completion {
    /// Adds the estimates and the comparable price to a program.
    pub(super) fn fill(&self, program: &mut Program) {
        let profile = profile(program);
        if !program.effort.is_known() {
            let claim = self
                .hours
                .estimate(&profile)
                .filter(|estimate| self.is_telling(estimate, AccuracyOf::hours(estimate)))
                .map(|estimate| self.claim(hours(&estimate), &estimate, AccuracyOf::hours(&estimate), HOURS_BY));
            program.effort = Fact::in_order(claim.into_iter().collect());
        }
        let estimate = if program.price.is_known() {
            None
        } else {
            self.price(&with_telling(&profile, self.course_prices.mean_of(program)))
        };
        if let Some((claim, _)) = &estimate {
            program.price = Fact::in_order(vec![claim.clone()]);
        }
        program.comparable = Comparable::of(program.price.claims(), &self.as_of, Rates::shipped());
        if let (Some(comparable), Some((_, median))) = (&mut program.comparable, estimate) {
            comparable.median = median;
        }
    }

    /// An estimated price, with its median in hundredths of a dollar.
    fn price(&self, profile: &Profile) -> Option<(Claim<Price>, i64)> {
        let estimate = self.prices.estimate(profile)?;
        if !self.is_telling(&estimate, AccuracyOf::prices(&estimate)) {
            return None;
        }
        let range = range(&estimate);
        let money = Money::from_units(range.low, range.high, Currency::USD);
        let price = Price { money, what: PriceOf::Program, tax: None };
        let median = (range.middle() * 100.0).round() as i64;
        Some((self.claim(price, &estimate, AccuracyOf::prices(&estimate), PRICES_BY), median))
    }

    /// Whether an estimate is narrow enough, or the median of its class is.
    fn is_telling(&self, estimate: &Estimate, class: AccuracyOf) -> bool {
        let is_narrow = |accuracy: &Accuracy| accuracy.of == class && accuracy.width <= MAX_WIDTH;
        estimate.high / estimate.low <= MAX_WIDTH || self.accuracy.iter().any(is_narrow)
    }

    fn claim<T>(&self, value: T, estimate: &Estimate, class: AccuracyOf, by: [&str; AMOUNTS]) -> Claim<T> {
        let measured = self.accuracy.iter().find(|accuracy| accuracy.of == class);
        Claim {
            value,
            basis: Basis::Estimated,
            source: self.source,
            as_of: self.as_of.clone(),
            grade: Grade::C,
            note: Some(Text::from(note(estimate, measured, by))),
        }
    }
}

/// Describes the method and the measured accuracy of an estimate.
fn note(estimate: &Estimate, measured: Option<&Accuracy>, amounts: [&str; AMOUNTS]) -> String {
    let mut by = vec!["kind"];
    by.extend((estimate.in_group > 0).then_some("school"));
    by.extend(amounts.iter().zip(estimate.uses).filter_map(|(name, is_used)| is_used.then_some(*name)));
    let others = estimate.others;
    let measured = measured
        .map(|Accuracy { count, inside, .. }| format!("; {inside} of {count} known ones were inside when left out"));
    let by = by.join(", ");
    format!("a range for four of five, from {others} other programs by {by}{}", measured.unwrap_or_default())
}

/// Returns the range of an estimate, rounded outward so that it still covers the promised share.
fn range(estimate: &Estimate) -> Range {
    let (low, high) = (rounding::down(estimate.low), rounding::up(estimate.high));
    Range { low, high, median: Some(rounding::near(estimate.median).clamp(low, high)) }
}

/// The range of an estimate of hours, rounded outward to whole hours. A figure below one hour stays as it is.
fn hours(estimate: &Estimate) -> Range {
    let Range { low, high, median } = range(estimate);
    let whole = |value: f64, round: fn(f64) -> f64| if value < 1.0 { value } else { round(value) };
    Range {
        low: whole(low, f64::floor),
        high: whole(high, f64::ceil),
        median: median.map(|value| whole(value, f64::round)),
    }
}

fn profile(program: &Program) -> Profile {
    let weekly =
        program.workload.shown().filter(|claim| claim.basis.is_about_the_program()).map(|claim| claim.value.middle());
    let amounts = [
        program.length.value().map(|length| length.months().middle()),
        program.courses.value().map(|count| f64::from(*count)),
        weekly,
    ];
    Profile { group: program.institutions().first().map(|ix| ix.0), kind: kind(program.kind()), amounts }
}

/// The profile with its most useful amount set.
fn with_telling(profile: &Profile, amount: Option<f64>) -> Profile {
    let mut amounts = profile.amounts;
    amounts[TELLING] = amount;
    Profile { amounts, ..*profile }
}

/// Returns the index of a kind; all kinds without a variant share one.
fn kind(kind: &Kind) -> u32 {
    Kind::NAMED.iter().position(|named| named == kind).unwrap_or(Kind::NAMED.len()) as u32
}

/// The hours of a program, if reliable enough to estimate others from: stated, or based on all of its courses.
fn known_hours(program: &Program, method: Option<Method>) -> Option<f64> {
    let claim = program.effort.shown().filter(|claim| claim.grade != Grade::C)?;
    let is_known = matches!(method?, Method::Stated | Method::Sum | Method::CourseWeeks);
    is_known.then(|| claim.value.middle())
}

/// A price in US dollars with its date, if reliable enough to estimate others from.
fn known_price(price: &Fact<Price>) -> Option<(f64, AsOf)> {
    let dollars = |claim: &Claim<Price>| Rates::shipped().convert(claim.value.money, Currency::USD);
    let (money, claim) = price.claims().iter().find_map(|claim| Some((dollars(claim)?, claim)))?;
    let is_known = claim.basis.is_about_the_program() && claim.grade != Grade::C && money.high > 0;
    is_known.then(|| (money.units().middle(), claim.as_of.clone()))
}

/// The handle of the source of estimates, which is added if it is missing.
fn source(as_of: &AsOf, sources: &mut Vec<Source>) -> SourceIx {
    let known = sources.iter().position(|source| source.id.as_str() == SOURCE_ID);
    let at = known.unwrap_or_else(|| {
        sources.push(Source {
            id: SOURCE_ID.into(),
            title: "Estimates from the other programs of this catalogue, measured by leaving each known one out".into(),
            as_of: as_of.clone(),
            licence: "computed here".into(),
            url: None,
            platform: None,
        });
        sources.len() - 1
    });
    // Loading limits the number of sources so that there is room for this one.
    SourceIx::at(at).unwrap_or(SourceIx(u16::MAX))
}
