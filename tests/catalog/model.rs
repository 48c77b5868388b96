//! Properties of the price and the work of any program, whatever its claims, over generated catalogues.
#![expect(clippy::unwrap_used, reason = "a catalogue that cannot be read has to fail the test")]

use proptest::prelude::*;
use prospectus::catalog::{Basis, Catalog, Currency, Grade, Money, Program, Rates};
use prospectus::plan::{PlanSettings, SunkCostRule, plan};
use serde_json::{Value, json};

use crate::cases::cases;

/// The date of the generated catalogues.
const AS_OF: &str = "2026-05-15";

/// Currencies with a rate, and one without.
const CURRENCIES: [&str; 5] = ["USD", "GBP", "INR", "MXN", "CZK"];

#[derive(Clone, Debug)]
struct Said {
    amount: u32,
    currency: &'static str,
    year: u32,
    grade: &'static str,
    basis: &'static str,
}

fn said() -> impl Strategy<Value = Said> {
    let currency = proptest::sample::select(CURRENCIES.to_vec());
    let grade = proptest::sample::select(vec!["A", "B", "C"]);
    let basis = proptest::sample::select(vec!["stated", "derived", "estimated"]);
    (1..9_000_u32, currency, 2014..2027_u32, grade, basis).prop_map(|(amount, currency, year, grade, basis)| Said {
        amount,
        currency,
        year,
        grade,
        basis,
    })
}

impl Said {
    fn json(&self) -> Value {
        let Self { amount, currency, year, grade, basis } = self;
        let as_of = format!("{year}-05-15");
        json!({"value": amount, "currency": currency, "basis": basis, "source": "s", "as_of": as_of, "grade": grade})
    }

    fn is_estimate(&self) -> bool {
        self.basis == "estimated"
    }

    fn dollars(&self) -> Option<f64> {
        let currency = Currency::parse(self.currency).unwrap();
        let amount = f64::from(self.amount);
        if currency == Currency::USD {
            Some(amount)
        } else {
            Rates::shipped().of(currency).map(|rate| amount / rate.per_dollar)
        }
    }

    /// The range of today's price in dollars, with a margin for rounding.
    fn today(&self) -> Option<(f64, f64)> {
        let dollars = self.dollars()?;
        let years = f64::from(2026 - i32::try_from(self.year).unwrap());
        let [low, _, high] =
            if years > 3.0 && !self.is_estimate() { Rates::shipped().drift.over(years) } else { [1.0; 3] };
        Some((dollars * low * 0.95 - 1.0, dollars * high * 1.05 + 1.0))
    }
}

/// Twelve programs with all facts known, so that estimates can be made, and one program with the given facts.
fn catalogue(facts: &Value, courses: &[Value]) -> Catalog {
    let known = (0..12).map(|at| {
        program(
            &format!("known-{at}"),
            &json!({
                "price": [{"value": 100 + 40 * at, "currency": "USD", "source": "s"}],
                "effort": [{"value": 30 + 9 * at, "source": "s"}],
                "courses": [{"value": 2 + at % 5, "source": "s"}],
            }),
        )
    });
    let programs: Vec<Value> = known.chain([program("one", facts)]).collect();
    let text = json!({
        "format": "prospectus-catalog/1", "name": "made up", "as_of": AS_OF,
        "sources": [{"id": "s", "title": "a source", "as_of": AS_OF, "grade": "B", "licence": "none"}],
        "institutions": [{"key": "i", "name": "School", "short": "School", "aliases": []}],
        "courses": courses, "programs": programs,
    });
    Catalog::from_text(text.to_string()).unwrap()
}

fn program(id: &str, facts: &Value) -> Value {
    let mut program = json!({
        "id": id, "title": id,
        "kind": [{"value": "professional-certificate", "source": "s"}],
        "status": [{"value": "current", "source": "s"}],
        "institutions": [{"value": ["i"], "source": "s"}],
    });
    program.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    program
}

fn one(catalog: &Catalog) -> &Program {
    catalog.program(catalog.find("one").unwrap())
}

fn priced(claims: &[Said]) -> Catalog {
    let claims: Vec<Value> = claims.iter().map(Said::json).collect();
    catalogue(&json!({ "price": claims }), &[])
}

fn course(at: usize, weeks: u32, (low, high): (u32, u32), price: Option<(&str, u32)>) -> Value {
    let mut course = json!({
        "id": format!("c{at}"), "title": format!("course {at}"),
        "weeks": [{"value": weeks, "source": "s"}],
        "workload": [if low == high { json!({"value": low, "source": "s"}) } else { json!({"low": low, "high": high, "source": "s"}) }],
    });
    if let Some((currency, amount)) = price {
        course["price"] = json!([{"value": amount, "currency": currency, "source": "s"}]);
    }
    course
}

fn uses(count: usize) -> Value {
    (0..count)
        .map(|at| json!({"course": format!("c{at}"), "match": if at % 2 == 0 { "certain" } else { "likely" }}))
        .collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn converting_there_and_back_loses_no_more_than_the_rounding(hundredths in 0..2_000_000_000_i64, at in 0..64_usize) {
        let rates = Rates::shipped();
        let rate = &rates.all()[at % rates.all().len()];
        let money = Money { low: hundredths, high: hundredths + 500, currency: rate.currency };
        let dollars = rates.convert(money, Currency::USD).unwrap();
        let back = rates.convert(dollars, rate.currency).unwrap();
        // Half a cent on the way there, half of a hundredth on the way back.
        let room = 0.5 * rate.per_dollar + 0.5 + 1e-6;
        prop_assert!(((back.low - money.low) as f64).abs() <= room, "{money:?} {dollars:?} {back:?}");
        prop_assert!(((back.high - money.high) as f64).abs() <= room);
        prop_assert!((dollars.low as f64 * rate.per_dollar - hundredths as f64).abs() <= room);
    }

    #[test]
    fn an_estimate_never_leads_where_a_claim_exists(claims in proptest::collection::vec(said(), 0..6)) {
        let catalog = priced(&claims);
        let program = one(&catalog);
        let is_claimed = claims.iter().any(|claim| !claim.is_estimate());
        let leads = program.comparable.as_ref().is_some_and(|figure| figure.basis == Basis::Estimated);
        prop_assert!(!(is_claimed && leads), "{claims:?}");
        prop_assert!(!(is_claimed && program.price.shown().unwrap().basis == Basis::Estimated));
        // Without any claim, the other programs provide an estimate.
        prop_assert_eq!(leads, !is_claimed && (claims.is_empty() || claims.iter().any(|claim| claim.dollars().is_some())));
    }

    #[test]
    fn the_comparable_figure_lies_within_the_claims_it_is_made_from(claims in proptest::collection::vec(said(), 1..6)) {
        let catalog = priced(&claims);
        let bounds: Vec<(f64, f64)> = claims.iter().filter_map(Said::today).collect();
        let figure = one(&catalog).comparable.as_ref();
        let is_claimed = claims.iter().any(|claim| !claim.is_estimate() && claim.dollars().is_some());
        prop_assert!(figure.is_some() || !is_claimed, "{claims:?}");
        if let Some(figure) = figure {
            let units = figure.units();
            let low = bounds.iter().map(|bound| bound.0).fold(f64::MAX, f64::min);
            let high = bounds.iter().map(|bound| bound.1).fold(0.0, f64::max);
            prop_assert!(low <= units.low && units.high <= high, "{units:?} of {claims:?}");
            prop_assert!(units.low <= units.middle() && units.middle() <= units.high);
        }
    }

    #[test]
    fn a_newer_claim_of_equal_grade_wins_in_any_currency(
        old in said(), new in said(), grade in proptest::sample::select(vec!["A", "B"])
    ) {
        let old = Said { grade, basis: "stated", year: old.year.min(2025), ..old };
        let new = Said { grade, basis: "stated", year: old.year + 1, ..new };
        prop_assume!(new.dollars().is_some());
        for claims in [[old.clone(), new.clone()], [new.clone(), old.clone()]] {
            let catalog = priced(&claims);
            let claim = one(&catalog).compared_claim().unwrap();
            prop_assert_eq!(claim.value.money.currency.code(), new.currency);
            prop_assert_eq!(claim.as_of.year(), Some(new.year));
        }
    }

    #[test]
    fn a_weak_claim_never_leads_before_a_good_one(claims in proptest::collection::vec(said(), 1..6)) {
        let catalog = priced(&claims);
        let is_good = |claim: &&Said| claim.grade != "C" && !claim.is_estimate() && claim.dollars().is_some();
        if claims.iter().any(|claim| is_good(&claim)) {
            prop_assert!(one(&catalog).compared_claim().unwrap().grade < Grade::C, "{claims:?}");
        }
    }

    #[test]
    fn hours_are_never_below_what_the_known_courses_come_to(
        known in proptest::collection::vec((1..20_u32, 1..10_u32, 0..10_u32), 0..6),
        unknown in 0..4_usize,
        stated in proptest::option::of((1..400_u32, 0..400_u32)),
        listed in proptest::option::of((1..24_u32, 1..12_u32)),
        weeks in proptest::option::of(1..120_u32),
    ) {
        let courses: Vec<Value> =
            known.iter().enumerate().map(|(at, (weeks, low, more))| course(at, *weeks, (*low, low + more), None)).collect();
        let mut facts = json!({"course_list": uses(known.len())});
        if known.len() + unknown > 0 {
            facts["courses"] = json!([{"value": known.len() + unknown, "source": "s"}]);
        }
        if let Some((low, more)) = stated {
            let hours = if more == 0 { json!({"value": low, "source": "s"}) } else { json!({"low": low, "high": low + more, "source": "s"}) };
            facts["effort"] = json!([hours]);
        }
        if let Some((months, weekly)) = listed {
            facts["length"] = json!([{"value": months, "unit": "months", "source": "s"}]);
            facts["workload"] = json!([{"value": weekly, "source": "s"}]);
        }
        if let Some(weeks) = weeks {
            facts["study_weeks"] = json!([{"value": weeks, "basis": "derived", "source": "s"}]);
        }
        let catalog = catalogue(&facts, &courses);
        let shown = one(&catalog).effort.shown().unwrap();
        let least: u32 = known.iter().map(|(weeks, low, _)| weeks * low).sum();
        prop_assert!(shown.value.low + 1e-9 >= f64::from(least), "{shown:?} of at least {least}");
        let is_known = stated.is_some() || listed.is_some() || !known.is_empty();
        prop_assert_eq!(shown.basis == Basis::Estimated, !is_known);
    }

    #[test]
    fn no_sum_is_made_over_currencies(
        prices in proptest::collection::vec((proptest::sample::select(CURRENCIES.to_vec()), 10..900_u32), 1..6)
    ) {
        let courses: Vec<Value> =
            prices.iter().enumerate().map(|(at, price)| course(at, 4, (3, 3), Some(*price))).collect();
        let facts = json!({
            "course_list": uses(prices.len()),
            "courses": [{"value": prices.len(), "source": "s"}],
            "price": [{"value": 5000, "currency": "USD", "source": "s"}],
        });
        let catalog = catalogue(&facts, &courses);
        let settings = PlanSettings::new(jiff::civil::date(2026, 11, 26));
        let cost = plan(&catalog, catalog.find("one").unwrap(), &settings).cost;
        let currencies: Vec<Currency> = cost.sunk.iter().map(|spent| spent.amount.value.currency).collect();
        prop_assert!(currencies.iter().all(|currency| *currency == Currency::USD));
        // Courses are added up only if each has a price in dollars.
        let dollars: Option<Vec<f64>> = prices.iter().map(|(currency, amount)| {
            Said { amount: *amount, currency, year: 2026, grade: "B", basis: "stated" }.dollars()
        }).collect();
        prop_assert_eq!(cost.sunk_cost_rule == Some(SunkCostRule::CoursePrices), dollars.is_some());
        if let Some(dollars) = dollars {
            let whole: f64 = dollars.iter().sum();
            let summed = cost.sunk.last().unwrap().amount.value.units().middle();
            let is_the_price = (summed - 5000.0).abs() < 0.01 && (whole - 5000.0).abs() <= 101.0;
            prop_assert!(is_the_price || (whole - summed).abs() <= 0.5 * prices.len() as f64 + 0.01, "{whole} {summed}");
        }
    }
}

/// Three courses of which two are known, of four weeks at three hours each, with further facts of the program.
fn hours_of_two_of_three(facts: &Value) -> (f64, f64, String) {
    let courses: Vec<Value> = (0..2).map(|at| course(at, 4, (3, 3), None)).collect();
    let mut all = json!({"course_list": uses(2), "courses": [{"value": 3, "source": "s"}]});
    all["course_list"][1]["match"] = json!("certain");
    all.as_object_mut().unwrap().extend(facts.as_object().unwrap().clone());
    let catalog = catalogue(&all, &courses);
    let shown = one(&catalog).effort.shown().unwrap();
    (shown.value.low, shown.value.high, shown.note.as_deref().unwrap().to_owned())
}

#[test]
fn courses_of_unknown_hours_take_the_weeks_that_are_left_of_the_program() {
    let weeks = |weeks: u32| json!({"study_weeks": [{"value": weeks, "basis": "derived", "source": "s"}]});
    let hours = |facts: &Value| {
        let (low, high, note) = hours_of_two_of_three(facts);
        (low, high, note.split_once(" hours").unwrap().1.to_owned())
    };
    assert_eq!(hours(&json!({})), (36.0, 36.0, "; the others at their mean".to_owned()));
    assert_eq!(hours(&weeks(10)), (30.0, 30.0, " in 8 of its 10 weeks; the others at the same pace".to_owned()));
    assert_eq!(hours(&weeks(8)), (24.0, 24.0, " and take all of its 8 weeks".to_owned()));
    // The two known courses alone take longer: the weeks are of another time.
    assert_eq!(hours(&weeks(7)), (36.0, 36.0, "; the others at their mean".to_owned()));
}

#[test]
fn the_weeks_of_all_courses_go_before_the_listed_length_and_behind_the_courses() {
    let mut facts = json!({
        "length": [{"value": 10, "unit": "weeks", "source": "s"}],
        "workload": [{"low": 2, "high": 4, "source": "s"}],
    });
    let shown = |facts: &Value| {
        let catalog = catalogue(facts, &[]);
        let claim = one(&catalog).effort.shown().unwrap().clone();
        (claim.value.low.round(), claim.value.high.round(), claim.basis)
    };
    // 10 weeks at 2 to 4 hours, times 0.68 to 1.
    assert_eq!(shown(&facts), (14.0, 40.0, Basis::Derived));
    facts["study_weeks"] = json!([{"value": 12, "basis": "derived", "source": "s"}]);
    assert_eq!(shown(&facts), (24.0, 48.0, Basis::Derived));
    // A guess that comes to the same does not make the figure a guess.
    facts["effort"] = json!([{"low": 24, "high": 48, "basis": "inferred", "source": "s"}]);
    assert_eq!(shown(&facts), (24.0, 48.0, Basis::Derived));
    let (low, high, _) = hours_of_two_of_three(&facts);
    assert_eq!((low, high), (36.0, 36.0));
}
