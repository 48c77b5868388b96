//! A vaguer fact never improves the rank of a program, no program outside the wanted field is recommended, and
//! a field in the words of a person finds what its name finds.

use proptest::prelude::*;
use prospectus::advise::Outcome;
use prospectus::search::{Filters, Index, Sort, View};
use prospectus::topics::{TopicIx, Vocabulary, of_program};
use serde_json::{Value, json};

use crate::cases::cases;
use crate::made::{Made, answers, few_answers, records, with};

const FIELDS: [&str; 7] = ["data science", "Law", "law or finance", "supply chan", "abogado", "photography", "zzyzx"];

/// The name of a field, and the words of people for it: another language, a slip, a job.
const WORDS: [(&str, &str); 12] = [
    ("data science", "ciencia de datos"),
    ("data science", "data sceince"),
    ("data science", "data scientist"),
    ("law", "derecho"),
    ("law", "lawyer"),
    ("finance", "finanzas"),
    ("finance", "fiannce"),
    ("supply chain", "cadena de suministro"),
    ("supply chain", "suply chian"),
    ("accounting", "contabilidad"),
    ("accounting", "acounting"),
    ("accounting", "contador"),
];

/// The current programs that are on a field, where nothing else is answered.
fn on_field(made: &Made, field: &str) -> Vec<String> {
    let advice = made.advise(&with(&serde_json::Map::new(), "field", json!([field])));
    let out = advice.knocked_out.iter().map(|out| out.program);
    let off: Vec<_> = out.chain(advice.to_check.iter().map(|one| one.program)).collect();
    let on = made.catalog.all().filter(|ix| !off.contains(ix));
    on.map(|ix| made.catalog.program(ix).id.to_string()).collect()
}

/// The current programs that have the topic of this name, or a narrower one.
fn with_topic(made: &Made, name: &str) -> Vec<String> {
    let vocabulary = Vocabulary::embedded();
    let named = vocabulary.called(name);
    let is_named = |topic: TopicIx| {
        named.contains(&topic) || vocabulary.broader(topic).iter().any(|broader| named.contains(broader))
    };
    let has = |program: &prospectus::catalog::Program| {
        program.is_offered() && of_program(vocabulary, &made.catalog, program).iter().any(|own| is_named(own.topic))
    };
    made.catalog.programs().filter(|program| has(program)).map(|program| program.id.to_string()).collect()
}

/// An estimate that is a number, or a range around it.
fn around(middle: u32, spread: u32) -> Value {
    match spread {
        0 => json!({"value": middle, "basis": "estimated", "source": "list"}),
        spread => json!({"low": middle - spread, "high": middle + spread, "basis": "estimated", "source": "list"}),
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_vaguer_price_never_lifts_a_program(
        records in records(), answers in few_answers(&["budget"]), which in any::<prop::sample::Index>(), middle in 100_u32..6_000, wider in 1_u32..6_000,
    ) {
        let at = which.index(records.len());
        let id = format!("p{at:03}");
        let price = |spread: u32| {
            let mut claim = around(middle, spread);
            claim["currency"] = json!("USD");
            json!([claim])
        };
        let place = |spread: u32| {
            let mut records = records.clone();
            records[at].insert("price".to_owned(), price(spread));
            let made = Made::of(&records);
            made.ranking(&made.advise(&answers)).into_iter().find(|line| line.0 == id).map(|line| line.1)
        };
        let (Some(sharp), Some(vague)) = (place(0), place(wider.min(middle))) else {
            return Err(TestCaseError::reject("the program is not ranked"));
        };
        prop_assert!(sharp <= vague, "from {sharp} to {vague}");
    }

    #[test]
    fn vaguer_hours_never_lift_a_program(
        records in records(), answers in few_answers(&["horizon"]), which in any::<prop::sample::Index>(), middle in 20_u32..300, wider in 1_u32..300,
    ) {
        let at = which.index(records.len());
        let id = format!("p{at:03}");
        let place = |spread: u32| {
            let mut records = records.clone();
            records[at].remove("length");
            records[at].remove("study_weeks");
            records[at].insert("effort".to_owned(), json!([around(middle, spread)]));
            let made = Made::of(&records);
            made.ranking(&made.advise(&answers)).into_iter().find(|line| line.0 == id).map(|line| line.1)
        };
        let (Some(sharp), Some(vague)) = (place(0), place(wider.min(middle - 1))) else {
            return Err(TestCaseError::reject("the program is not ranked"));
        };
        prop_assert!(sharp <= vague, "from {sharp} to {vague}");
    }

    #[test]
    fn a_field_in_the_words_of_a_person_finds_what_its_name_and_a_search_for_it_find(
        records in records(), (name, words) in prop::sample::select(&WORDS[..]),
    ) {
        let made = Made::of(&records);
        let found = on_field(&made, words);
        for typed in [name, words] {
            let on = on_field(&made, typed);
            prop_assert!(with_topic(&made, name).iter().all(|id| on.contains(id)), "{typed}: {on:?}");
        }
        let view = View { query: words.to_owned(), filters: Filters::none(), sort: Sort::Match };
        let hits = Index::new(&made.catalog).search(&made.catalog, &view);
        let listed: Vec<String> = hits.iter().map(|hit| made.catalog.program(hit.program).id.to_string()).collect();
        prop_assert!(found.iter().all(|id| listed.contains(id)), "{}: {:?} {:?}", words, found, listed);
    }

    #[test]
    fn nothing_off_the_field_is_recommended_and_no_match_means_that_nothing_is_on_it(
        records in records(), answers in answers(), field in prop::sample::select(&FIELDS[..]),
    ) {
        let made = Made::of(&records);
        let advice = made.advise(&with(&answers, "field", json!([field])));
        let index = Index::new(&made.catalog);
        let parts = index.understand(&made.catalog, field).parts;
        let on: Vec<_> = parts.iter().map(|part| &part.matches).collect();
        let is_on = |program| on.iter().any(|found| found.of(program).is_some());
        prop_assert!(advice.ranking.iter().all(|place| is_on(place.program)));
        prop_assert!(advice.also.iter().all(|also| is_on(also.program)));
        let has_any = made.catalog.all().any(|ix| is_on(ix) && made.catalog.program(ix).is_offered());
        prop_assert_eq!(advice.outcome == Outcome::NoMatch, !has_any);
    }
}
