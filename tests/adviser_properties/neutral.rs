//! Irrelevant differences change nothing, and indistinguishable programs tie.

use proptest::prelude::*;
use prospectus::advise::Note;
use serde_json::{Map, Value, json};

use crate::cases::cases;
use crate::made::{Made, answers, claim, price, records};

/// The result without the hash of the catalogue, which changes with its bytes.
fn told(made: &Made, answers: &Map<String, Value>) -> Value {
    let mut json = made.json(answers);
    json["catalog"] = Value::Null;
    json
}

#[test]
fn a_tie_is_listed_by_title_then_by_id() {
    let record = |id: &str, title: &str| {
        let own = json!({
            "id": id, "title": title, "kind": claim(json!("professional-certificate")), "status": claim(json!("current")),
            "level": claim(json!(["introductory"])),
        });
        own.as_object().expect("an object").clone()
    };
    let made = Made::of(&[record("a", "Zoology"), record("c", "Anatomy"), record("b", "Anatomy")]);
    let answers = json!({"goal": "apply_now", "credit": "no", "depth": "practical", "level": "beginner"});
    let ranking = made.ranking(&made.advise(answers.as_object().expect("an object")));
    let listed: Vec<(&str, usize)> = ranking.iter().map(|line| (line.0.as_str(), line.1)).collect();
    assert_eq!(listed, [("b", 1), ("c", 1), ("a", 1)]);
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn the_order_of_records_and_of_answers_makes_no_difference(records in records(), answers in answers()) {
        let turned: Vec<_> = records.iter().rev().cloned().collect();
        let backwards: Map<String, Value> = answers.iter().rev().map(|(key, value)| (key.clone(), value.clone())).collect();
        prop_assert_eq!(told(&Made::of(&records), &answers), told(&Made::of(&turned), &backwards));
    }

    #[test]
    fn the_same_question_gives_the_same_bytes(records in records(), answers in answers()) {
        let text = || {
            let made = Made::of(&records);
            made.json(&answers).to_string()
        };
        prop_assert_eq!(text(), text());
    }

    #[test]
    fn an_answer_taken_back_leaves_no_trace(records in records(), answers in answers()) {
        let made = Made::of(&records);
        let given = made.answers(&answers);
        for question in &prospectus::advise::Question::ALL {
            let mut changed = given.clone();
            let old = changed.get(*question).cloned();
            let item = made.adviser.questionnaire().item(*question);
            if let (None, Some(choice)) = (&old, item.choices.first()) {
                changed.set(*question, prospectus::advise::Answer::Choice(choice.value.clone()));
                changed.clear(*question);
                prop_assert_eq!(&changed, &given);
            }
        }
        let mut nulls = answers.clone();
        for question in &prospectus::advise::Question::ALL {
            nulls.entry(question.slug()).or_insert(Value::Null);
        }
        prop_assert_eq!(made.answers(&nulls), given);
    }

    #[test]
    fn a_dominated_newcomer_reorders_nobody(records in records(), answers in answers(), which in any::<prop::sample::Index>()) {
        let before = Made::of(&records);
        let ranking = before.ranking(&before.advise(&answers));
        // Where nothing is ranked, nothing can be reordered; rejecting so many cases would end the run.
        if ranking.is_empty() {
            return Ok(());
        }
        let id = &ranking[which.index(ranking.len())].0;
        let mut worse = records.iter().find(|record| record["id"] == json!(id)).expect("a ranked program is on record").clone();
        worse.insert("id".to_owned(), json!("q-newcomer"));
        worse.insert("credit".to_owned(), claim(json!("none")));
        // Dearer than any scale of prices, because a price that is only high may fit better than one that is not known.
        // The newcomer shares title and school, so the one that it is made from would move up with it.
        worse.insert("price".to_owned(), json!([price(65_000, "USD"), price(65_000, "EUR")]));
        let after = Made::of(&[records, vec![worse]].concat());
        let order = |ranking: Vec<(String, usize, u32, u32)>| -> Vec<String> {
            ranking.into_iter().map(|line| line.0).filter(|id| id != "q-newcomer").collect()
        };
        prop_assert_eq!(order(ranking), order(after.ranking(&after.advise(&answers))));
    }

    #[test]
    fn what_is_not_a_printed_criterion_moves_nobody(records in records(), answers in answers()) {
        let mut changed = records.clone();
        for (at, record) in changed.iter_mut().enumerate() {
            record.insert("url".to_owned(), claim(json!(format!("https://example.org/{at}"))));
            record.insert("remark".to_owned(), claim(json!("more than 35,000 enrolments")));
            record.insert("former_name".to_owned(), claim(json!("Data Science")));
            record.insert("capstone".to_owned(), claim(json!("a project")));
        }
        let (one, two) = (Made::of(&records), Made::of(&changed));
        prop_assert_eq!(one.ranking(&one.advise(&answers)), two.ranking(&two.advise(&answers)));
    }

    #[test]
    fn twins_share_a_place_and_the_word_tie(records in records(), answers in answers(), which in any::<prop::sample::Index>()) {
        let mut records = records;
        let at = which.index(records.len());
        // With the same title and the same school, the two records would be one program, not a tie.
        records[at].remove("institutions");
        let mut twin = records[at].clone();
        let id = twin["id"].as_str().expect("an id").to_owned();
        twin.insert("id".to_owned(), json!(format!("{id}-twin")));
        let made = Made::of(&[records, vec![twin]].concat());
        let advice = made.advise(&answers);
        let of = |id: &str| advice.ranking.iter().find(|place| made.catalog.program(place.program).id == *id);
        let twins = (of(&id), of(&format!("{id}-twin")));
        prop_assert_eq!(twins.0.is_some(), twins.1.is_some());
        if let (Some(one), Some(two)) = twins {
            prop_assert_eq!(one.rank, two.rank);
            prop_assert!(one.is_tie && two.is_tie);
            let has_note = advice.notes.iter().any(|note| matches!(note, Note::Ties { .. }));
            prop_assert!(has_note);
        }
        for (at, place) in advice.ranking.iter().enumerate() {
            let shares = advice.ranking.iter().filter(|other| other.rank == place.rank).count();
            prop_assert!(!place.is_tie || shares > 1);
            prop_assert!(place.rank <= at + 1);
        }
    }
}
