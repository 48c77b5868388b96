//! Properties over catalogues of programs that are alike but for one fact. Of programs that differ in everything, hardly
//! any change its place when one fact changes; of these, all do.

use proptest::prelude::*;
use prospectus::advise::Order;
use serde_json::{Map, Value, json};

use crate::cases::cases;
use crate::made::{Made, Record, claim, few_answers, price, record_known, with};

/// A program that every answer leaves in, as far as it is known.
fn alike() -> impl Strategy<Value = Record> {
    record_known(0.9).prop_map(|mut record| {
        for (key, value) in [("kind", json!("professional-certificate")), ("status", json!("current"))] {
            record.insert(key.to_owned(), claim(value));
        }
        record.insert("languages".to_owned(), claim(json!(["English"])));
        record.insert("title".to_owned(), json!("Data Science"));
        record
    })
}

/// A catalogue of copies of a program, each with another claim of one fact; the first has the id `p000`.
fn copies(record: &Record, key: &str, claims: &[Value]) -> Vec<Record> {
    let copy = |(at, claims): (usize, &Value)| {
        let mut copy = record.clone();
        copy.insert(key.to_owned(), claims.clone());
        copy.insert("id".to_owned(), json!(format!("p{at:03}")));
        // Copies of one school and title would share a place.
        copy.insert("title".to_owned(), json!(format!("Data Science {at}")));
        copy
    };
    claims.iter().enumerate().map(copy).collect()
}

/// The place of the first copy; `None` if it is not ranked.
fn place(records: &[Record], answers: &Map<String, Value>) -> Option<usize> {
    let made = Made::of(records);
    let ranking = made.ranking(&made.advise(answers));
    ranking.into_iter().find(|line| line.0 == "p000").map(|line| line.1)
}

/// An estimate of a fact, and the same with a range around it.
fn sharp_and_vague(middle: u32, spread: u32, unit: Option<&str>) -> [Value; 2] {
    let claim = |low: u32, high: u32| {
        let mut claim = json!({"basis": "estimated", "source": "list"});
        let ends: &[(&str, u32)] = if low == high { &[("value", low)] } else { &[("low", low), ("high", high)] };
        for (key, end) in ends {
            claim[*key] = json!(end);
        }
        if let Some(unit) = unit {
            claim["currency"] = json!(unit);
        }
        json!([claim])
    };
    [claim(middle, middle), claim(middle - spread, middle + spread)]
}

/// Values below a number that are not far from it.
fn below(middle: u32) -> [u32; 4] {
    [95, 85, 70, 50].map(|percent| middle * percent / 100)
}

/// The facts of which each may settle an order, each with the question that asks for it.
const FACTS: [(&str, &str); 6] = [
    ("price", "budget"),
    ("effort", "horizon"),
    ("level", "level"),
    ("proctored", "exams"),
    ("pacing", "pacing"),
    ("credit", "credit"),
];

/// An answer for which a fact counts.
fn counting(question: &str) -> Value {
    match question {
        "budget" => json!({"amount": 6000, "currency": "USD"}),
        "horizon" => json!("18m"),
        "level" => json!("intermediate"),
        "exams" => json!("want"),
        "pacing" => json!("either"),
        _ => json!("nice"),
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_vaguer_price_lifts_a_program_above_none_like_it(
        record in alike(), answers in few_answers(&[]), middle in 200_u32..3_000, percent in 30_u32..95, budget in 12_u32..40,
    ) {
        let answers = with(&answers, "budget", json!({"amount": middle * budget / 10, "currency": "USD"}));
        let rivals = below(middle).map(|amount| json!([price(amount, "USD")]));
        let [sharp, vague] = sharp_and_vague(middle, middle * percent / 100, Some("USD")).map(|own| {
            place(&copies(&record, "price", &[&[own], rivals.as_slice()].concat()), &answers)
        });
        prop_assume!(sharp.is_some() && vague.is_some());
        prop_assert!(sharp <= vague, "from {sharp:?} to {vague:?}");
    }

    #[test]
    fn vaguer_hours_lift_a_program_above_none_like_it(
        record in alike(), answers in few_answers(&[]), middle in 60_u32..200, percent in 30_u32..95,
    ) {
        let mut record = record;
        for key in ["length", "study_weeks", "workload"] {
            record.remove(key);
        }
        let answers = with(&with(&answers, "horizon", json!("12m")), "hours", json!("4-7"));
        let rivals = below(middle).map(|hours| json!([{"value": hours, "source": "list"}]));
        let [sharp, vague] = sharp_and_vague(middle, middle * percent / 100, None).map(|own| {
            place(&copies(&record, "effort", &[&[own], rivals.as_slice()].concat()), &answers)
        });
        prop_assume!(sharp.is_some() && vague.is_some());
        prop_assert!(sharp <= vague, "from {sharp:?} to {vague:?}");
    }

    #[test]
    fn a_cheaper_program_comes_after_none_like_it(
        record in alike(), answers in few_answers(&[]), amount in 100_u32..3_000, less in 1_u32..90, budget in 10_u32..40,
    ) {
        let answers = with(&answers, "budget", json!({"amount": amount * budget / 10, "currency": "USD"}));
        let at = |own: u32| {
            let amounts = [own, amount, amount * 3 / 4, amount * 9 / 8].map(|amount| json!([price(amount, "USD")]));
            place(&copies(&record, "price", &amounts), &answers)
        };
        let (dear, cheap) = (at(amount), at(amount * (100 - less) / 100));
        prop_assume!(dear.is_some() && cheap.is_some());
        prop_assert!(cheap <= dear, "from {dear:?} to {cheap:?}");
    }

    #[test]
    fn an_order_that_is_called_certain_outlives_every_fact_that_is_learnt(
        record in alike(), answers in few_answers(&[]), learnt in record_known(0.99), other in record_known(0.99),
        (key, question) in prop::sample::select(&FACTS[..]), is_first in any::<bool>(),
    ) {
        let (Some(new), Some(known)) = (learnt.get(key), other.get(key)) else { return Ok(()) };
        let answers = with(&answers, question, counting(question));
        let of = |first: Option<&Value>| {
            let pair = if is_first { [first, Some(known)] } else { [Some(known), first] };
            let mut records = copies(&record, key, &pair.map(|own| own.cloned().unwrap_or_default()));
            for (record, _) in records.iter_mut().zip(pair).filter(|(_, own)| own.is_none()) {
                record.remove(key);
            }
            records
        };
        let (before, after) = (Made::of(&of(None)), Made::of(&of(Some(new))));
        let advice = before.advise(&answers);
        prop_assume!(advice.ranking.len() > 1 && advice.order == Order::Certain);
        let (old, new) = (before.ranking(&advice), after.ranking(&after.advise(&answers)));
        let rank = |id: &str| new.iter().find(|line| line.0 == id).map(|line| line.1);
        let (first, second) = (rank(&old[0].0), rank(&old[1].0));
        let is_reversed = matches!((first, second), (Some(first), Some(second)) if first > second);
        prop_assert!(!is_reversed, "{key}: {old:?}, then {new:?}");
    }
}
