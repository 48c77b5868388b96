//! An unknown value never removes a program, never counts as zero or as the best value, and never reverses
//! an order that was called certain.

use proptest::prelude::*;
use prospectus::advise::Unknowns;
use serde_json::{Map, Value, json};

use crate::cases::cases;
use crate::made::{Made, Record, answers, few_answers, record_known, records, records_known, with};

/// Every answer that removes programs, at its narrowest.
fn narrow() -> Map<String, Value> {
    let all = json!({
        "goal": "deepen", "depth": "deep", "horizon": "3m", "hours": "lt4", "budget": "lt500", "exams": "avoid", "pacing": "self_only",
        "level": {"is": "beginner", "cannot_prepare": true}, "institution": {"must": ["SPC"]}, "language": ["Spanish"],
        "field": {"only": ["Law"]},
    });
    all.as_object().expect("an object").clone()
}

#[test]
fn a_program_of_which_nothing_is_known_passes_every_limit_but_a_presumed_one() {
    let blank = |id: &str, kind: &str| {
        let record = json!({
            "id": id, "title": "Blank", "kind": [{"value": kind, "source": "list"}], "status": [{"value": "current", "source": "list"}],
        });
        record.as_object().expect("an object").clone()
    };
    let records = [blank("a", "professional-certificate"), blank("b", "micromasters"), blank("c", "other:Nanodegree")];
    let mut made = Made::of(&records);
    assert!(["a", "b", "c"].iter().all(|id| made.possible(&narrow()).contains(*id)));
    let must = with(&narrow(), "credit", json!("must"));
    let possible = made.possible(&must);
    assert!(!possible.contains("a") && possible.contains("b") && possible.contains("c"), "{possible:?}");
    let advice = made.advise(&must);
    let out = advice.knocked_out.iter().find(|out| made.catalog.program(out.program).id == "a").expect("it is out");
    let words = made.adviser.explainer(&made.catalog, &advice.asked);
    let mut removals = words.removals(*out);
    assert!(removals.any(
        |removal| removal.basis == Some(prospectus::catalog::Basis::Presumed) && removal.fact.contains("presumed")
    ));
    made.settings.presume_no_credit = false;
    assert!(made.possible(&must).contains("a"));
    made.settings.unknowns = Unknowns::Drop;
    assert!(made.possible(&narrow()).is_empty());
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn what_is_unknown_counts_neither_as_nothing_nor_as_the_best(records in records(), answers in answers()) {
        let made = Made::of(&records);
        for ranked in made.advise(&answers).programs {
            for one in ranked.contributions.iter().filter(|one| one.basis.is_none()) {
                prop_assert!(one.value.mid > 0.0 && one.value.mid < 1.0, "{:?}", one);
                prop_assert!(one.value.low < one.value.high);
            }
        }
    }

    #[test]
    fn learning_a_fact_never_overturns_a_certain_order(
        records in records_known(0.97), answers in few_answers(&[]), learnt in record_known(0.99), which in any::<prop::sample::Index>(),
        key in prop::sample::select(vec![
            "price", "length", "effort", "workload", "study_weeks", "level", "pacing", "credit", "proctored", "exam", "fields", "institutions", "skills",
        ]),
    ) {
        prop_assert_eq!(overturned(records, &answers, &learnt, which, key), None);
    }

    #[test]
    fn learning_how_long_a_program_takes_never_overturns_a_certain_order(
        records in records_known(0.97), answers in few_answers(&["horizon"]), learnt in record_known(0.99), which in any::<prop::sample::Index>(),
        key in prop::sample::select(vec!["length", "effort", "pacing", "workload"]),
    ) {
        prop_assert_eq!(overturned(records, &answers, &learnt, which, key), None);
    }
}

/// Two programs whose order was certain before one fact of a program was learnt, and is reversed afterwards. A program
/// that shares its place with another of its title moves with it and is left out. So is work that is only estimated
/// where the fact lets it be worked out: that replaces a known value and tells nothing new about an unknown one.
fn overturned(
    mut records: Vec<Record>,
    answers: &Map<String, Value>,
    learnt: &Record,
    which: prop::sample::Index,
    key: &str,
) -> Option<String> {
    let at = which.index(records.len());
    if ["length", "workload", "study_weeks"].contains(&key) && is_estimated(&records[at], "effort") {
        return None;
    }
    records[at].remove(key);
    let mut changed = records.clone();
    changed[at].extend(learnt.get(key).map(|value| (key.to_owned(), value.clone())));
    let (before, after) = (Made::of(&records), Made::of(&changed));
    let old = before.ranking(&before.advise(answers));
    let new: Vec<String> = after.ranking(&after.advise(answers)).into_iter().map(|line| line.0).collect();
    let place = |id: &str| new.iter().position(|other| other == id);
    let is_alone = |line: &&(String, usize, u32, u32)| !before.has_sibling(&line.0);
    let old: Vec<_> = old.iter().filter(is_alone).collect();
    for (at, one) in old.iter().enumerate() {
        for other in old[at + 1..].iter().filter(|other| one.2 > other.3) {
            if matches!((place(&one.0), place(&other.0)), (Some(first), Some(second)) if first > second) {
                return Some(format!("{key}: {one:?} stood certainly before {other:?}"));
            }
        }
    }
    None
}

/// Whether a fact of a record is an estimate.
fn is_estimated(record: &Record, key: &str) -> bool {
    record.get(key).is_some_and(|claims| claims[0]["basis"] == "estimated")
}
