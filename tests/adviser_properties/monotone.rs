//! A wider answer never removes a program, credit never counts against one, and a better
//! value never lowers a rank.

use proptest::prelude::*;
use prospectus::advise::{Answer, Question};
use prospectus::plan::{Pace, WeeklyHours};
use serde_json::{Value, json};

use crate::cases::cases;
use crate::made::{Made, Record, answers, claim, price, record, records, with};

/// The answers of each question, from the narrowest to the widest.
fn ladders() -> Vec<(&'static str, Vec<Value>)> {
    let plain = |values: &[&str]| values.iter().map(|value| json!(value)).collect::<Vec<_>>();
    vec![
        ("budget", plain(&["lt500", "500-1500", "1500-5000", "gt5000"])),
        ("budget", [100, 400, 900, 3000, 9000].iter().map(|n| json!({"amount": n, "currency": "EUR"})).collect()),
        ("hours", plain(&["lt4", "4-7", "8-12", "gt12"])),
        ("hours", [1, 3, 5, 8, 13, 30].iter().map(|n| json!(n)).collect()),
        ("horizon", plain(&["3m", "6m", "12m", "18m", "none"])),
        ("horizon", plain(&["2026-12-24", "2027-03-01", "2027-12-31", "2029-01-01", "none"])),
        ("exams", plain(&["avoid", "fine", "want"])),
        (
            "level",
            ["beginner", "intermediate", "advanced"].iter().map(|l| json!({"is": l, "cannot_prepare": true})).collect(),
        ),
        (
            "field",
            vec![json!({"only": ["Law"]}), json!({"only": ["Law", "data science"]}), json!(["Law", "data science"])],
        ),
        (
            "institution",
            vec![json!({"must": ["SPC"]}), json!({"must": ["SPC", "Northbridge"]}), json!({"prefer": ["SPC"]})],
        ),
        ("institution", vec![json!({"must": ["Northbridge"]}), json!({"must": ["SPC", "Northbridge"]})]),
        ("language", vec![json!(["Spanish"]), json!(["Spanish", "English"])]),
        ("credit", plain(&["must", "nice", "no"])),
        ("pacing", plain(&["self_only", "either"])),
    ]
}

/// A program that is better on one criterion and otherwise unchanged.
fn better(record: &Record, how: usize) -> Record {
    let mut better = record.clone();
    match how {
        0 => better.insert("price".to_owned(), json!([price(0, "USD"), price(0, "EUR")])),
        1 => better.insert("credit".to_owned(), claim(json!("included"))),
        2 => better.insert("length".to_owned(), json!([{"value": 1, "unit": "weeks", "source": "list"}])),
        _ => better.insert("effort".to_owned(), json!([{"value": 1, "source": "list"}])),
    };
    better
}

/// Two programs that differ in one fact only, ranked by answers of which that fact alone decides: their ranks.
fn ranks(key: &str, facts: &[Value; 2], answers: &Value) -> [usize; 2] {
    let record = |id: &str, fact: &Value| {
        let own = json!({
            "id": id, "title": id, "kind": claim(json!("professional-certificate")), "status": claim(json!("current")),
            "languages": claim(json!(["English"])),
        });
        let mut own = own.as_object().expect("an object").clone();
        own.insert(key.to_owned(), fact.clone());
        own
    };
    let made = Made::of(&[record("first", &facts[0]), record("second", &facts[1])]);
    let ranking = made.ranking(&made.advise(answers.as_object().expect("an object")));
    ["first", "second"].map(|id| ranking.iter().find(|line| line.0 == id).expect("it is ranked").1)
}

#[test]
fn of_two_programs_that_differ_in_price_only_the_cheaper_is_first_and_the_vaguer_is_not() {
    let answers = json!({"goal": "apply_now", "credit": "no", "depth": "practical", "budget": {"amount": 1000, "currency": "USD"}});
    let [cheap, dear] = ranks("price", &[json!([price(100, "USD")]), json!([price(300, "USD")])], &answers);
    assert!(cheap < dear, "{cheap} {dear}");
    // A price a little over the budget is within the stretch; a range around it may be within the budget.
    let range = json!([{"low": 700, "high": 1400, "currency": "USD", "basis": "estimated", "source": "list"}]);
    let [sharp, vague] = ranks("price", &[json!([price(1050, "USD")]), range], &answers);
    assert!(sharp <= vague, "{sharp} {vague}");
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn a_wider_answer_only_lets_more_programs_pass(records in records(), answers in answers()) {
        let made = Made::of(&records);
        for (question, steps) in ladders() {
            for pair in steps.windows(2) {
                let narrow = made.possible(&with(&answers, question, pair[0].clone()));
                let wide = made.possible(&with(&answers, question, pair[1].clone()));
                prop_assert!(narrow.is_subset(&wide), "{question}: {} lets more pass than {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn no_choice_of_an_open_question_leaves_more_than_are_possible_before_it(
        records in records(), answers in answers(), horizon in prop::sample::select(vec!["3m", "6m", "12m"]),
    ) {
        let made = Made::of(&records);
        let (adviser, catalog) = (&made.adviser, &made.catalog);
        // With a deadline and open hours, programs count that only some hours finish in time.
        for answers in [answers.clone(), with(&answers, "horizon", json!(horizon))] {
            let given = made.answers(&answers);
            let before = adviser.glance(catalog, &given, &made.settings, 3).remaining;
            for question in Question::ALL.into_iter().filter(|question| given.get(*question).is_none()) {
                let languages = ["English", "Spanish"].map(|name| Answer::Names { names: vec![name.to_owned()], only: false });
                let left = match question {
                    Question::Language => {
                        let changes = languages.map(|answer| (question, answer));
                        adviser.remaining_with(catalog, &given, &made.settings, &changes)
                    }
                    question => adviser.remaining_if(catalog, &given, &made.settings, question),
                };
                prop_assert!(left.iter().all(|left| *left <= before), "{question:?}: {left:?} of {before}");
                // What a choice leaves is what is possible once it is taken.
                for (choice, left) in adviser.questionnaire().item(question).choices.iter().zip(left) {
                    let taken = made.answers(&with(&answers, question.slug(), json!(choice.value)));
                    prop_assert_eq!(left, adviser.glance(catalog, &taken, &made.settings, 3).remaining);
                }
            }
        }
    }

    #[test]
    fn wanting_credit_never_lowers_the_lean_nor_lifts_a_program_without_it(
        records in records(), answers in answers(), twin in record(), state in prop::sample::select(vec!["recommended", "pathway", "included"]),
    ) {
        let (mut without, mut having) = (twin.clone(), twin);
        without.insert("id".to_owned(), json!("twin-a-without"));
        having.insert("id".to_owned(), json!("twin-b-with"));
        without.insert("credit".to_owned(), claim(json!("none")));
        having.insert("credit".to_owned(), claim(json!(state)));
        let made = Made::of(&[records, vec![without, having]].concat());
        let results: Vec<_> = ["no", "nice", "must"].iter().map(|credit| made.advise(&with(&answers, "credit", json!(credit)))).collect();
        prop_assert!(results[0].lean <= results[1].lean && results[1].lean <= results[2].lean);
        for advice in &results {
            let rank = |id: &str| made.ranking(advice).into_iter().find(|line| line.0 == id).map(|line| line.1);
            if let (Some(without), Some(having)) = (rank("twin-a-without"), rank("twin-b-with")) {
                prop_assert!(having <= without);
            }
        }
    }

    #[test]
    fn more_hours_never_finish_later(record in record(), low in 0.5_f64..40.0, more in 0.0_f64..30.0) {
        let mut record = record;
        record.insert("id".to_owned(), json!("p"));
        let made = Made::of(&[record]);
        let pace = Pace::of(made.catalog.program(prospectus::catalog::ProgramIx(0)));
        let (slow, fast) = (pace.finish(Some(WeeklyHours::exactly(low))), pace.finish(Some(WeeklyHours::exactly(low + more))));
        prop_assert_eq!(slow.is_some(), fast.is_some());
        if let (Some(slow), Some(fast)) = (slow, fast) {
            prop_assert!(fast.earliest <= slow.earliest && fast.likely <= slow.likely && fast.latest <= slow.latest);
            prop_assert!(fast.earliest <= fast.likely + 1e-9 && fast.likely <= fast.latest + 1e-9);
        }
    }

    #[test]
    fn a_better_program_never_ranks_lower(records in records(), answers in answers(), which in any::<prop::sample::Index>(), how in 0_usize..4) {
        let at = which.index(records.len());
        let id = format!("p{at:03}");
        let mut changed = records.clone();
        changed[at] = better(&records[at], how);
        let (before, after) = (Made::of(&records), Made::of(&changed));
        let place = |made: &Made| made.ranking(&made.advise(&answers)).into_iter().find(|line| line.0 == id).map(|line| line.1);
        if let Some(old) = place(&before) {
            let new = place(&after);
            // Learning the hours for the first time is no improvement by itself.
            let was_known = how != 3 || records[at].contains_key("effort");
            prop_assert!(!was_known || new.is_some_and(|new| new <= old), "from {old} to {new:?}");
        }
    }
}
