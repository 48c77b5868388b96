//! Answers from files, settings and prompts: what is accepted, what is rejected, and which questions count.

use prospectus::advise::{Adviser, Answer, Answers, Outcome, Question, Questionnaire};
use prospectus::export::advice::result_json;

use crate::contract;
use crate::desk::Desk;
use crate::personas::PERSONAS;

#[test]
fn a_file_of_answers_reports_every_slip_at_once_with_the_nearest_name() {
    let desk = Desk::open();
    let wrong = r#"{"gaol":"masters","goal":"maters","hours":"8-13","horizon":"2027-13-01","language":["Englsh"],"institution":{"mustt":["MIT"]},
        "budget":{"amount":900},"level":7,"depth":"deep","depth":"deep"}"#;
    let problems = desk.adviser.parse_answers(wrong).expect_err("slips").sentences();
    let text = problems.join("\n");
    for part in [
        "`gaol`",
        "Did you mean `goal`?",
        "Did you mean `masters`?",
        "`8-13`",
        "`2027-13-01`",
        "Did you mean `English`?",
        "`mustt`",
        "currency",
        "`7`",
        "answered twice",
    ] {
        assert!(text.contains(part), "{part}:\n{text}");
    }
    assert_eq!(problems.len(), 9, "{text}");
    assert!(desk.adviser.parse_answers("[1]").is_err() && desk.adviser.parse_answers("{").is_err());
}

#[test]
fn a_list_of_more_names_than_a_person_has_is_refused() {
    let desk = Desk::open();
    for question in ["field", "done"] {
        let names = |count: usize| (0..count).map(|at| format!("python {at}")).collect::<Vec<_>>();
        let answers = |count| serde_json::json!({ (question): names(count) }).to_string();
        assert!(desk.adviser.parse_answers(&answers(200)).is_ok(), "{question}");
        let problems = desk.adviser.parse_answers(&answers(201)).expect_err("too many").sentences();
        assert_eq!(problems, [format!("`{question}` has 201 names; at most 200 are read.")]);
    }
}

#[test]
fn a_field_of_one_long_word_is_no_field() {
    let desk = Desk::open();
    for word in ["data", "supplychain", "mana", "é"] {
        for times in [16, 33, 130] {
            let answers = format!(r#"{{"goal":"apply_now","field":["{}"]}}"#, word.repeat(times));
            assert_eq!(desk.advise(&answers).outcome, Outcome::NoMatch, "{word} {times} times");
        }
    }
}

#[test]
fn answers_written_down_read_the_same() {
    let desk = Desk::open();
    let all = r#"{"goal":"switch_career","credit":"nice","education":"bachelor","horizon":"2027-06-30","hours":6.5,"budget":{"amount":900,"currency":"EUR"},
        "level":{"is":"beginner","cannot_prepare":true},"field":{"only":["AI","data analysis and statistics"]},"depth":"deep","exams":"fine","pacing":"either",
        "institution":{"prefer":["MIT"],"must":["harvard"]},"language":"English"}"#;
    let answers = desk.answers(all);
    assert_eq!(answers.len(), 13);
    assert_eq!(desk.answers(&answers.to_json().to_string()), answers);
    assert_eq!(answers.to_json()["institution"]["prefer"][0], "Massachusetts Institute of Technology");
    assert_eq!(answers.to_json()["field"]["only"][1], "Data Analysis & Statistics");
}

#[test]
fn settings_typed_at_a_prompt_are_read_like_a_file() {
    let desk = Desk::open();
    let read = |setting: &str| {
        desk.adviser
            .with_setting(&Answers::new(), setting, desk.settings.as_of)
            .map(|answers| answers.to_json().to_string())
    };
    assert_eq!(read("hours=6").as_deref(), Ok(r#"{"hours":6}"#));
    assert_eq!(read("budget=900 EUR").as_deref(), Ok(r#"{"budget":{"amount":900,"currency":"EUR"}}"#));
    assert_eq!(read("field=only: AI, blockchain").as_deref(), Ok(r#"{"field":{"only":["AI","blockchain"]}}"#));
    assert_eq!(read("credit=").as_deref(), Ok("{}"));
    assert!(read("hours=many").is_err() && read("hours").is_err() && read("hour=6").is_err());
}

#[test]
fn deadlines_and_amounts_are_read_as_people_type_them() {
    let desk = Desk::open();
    let as_of = desk.settings.as_of;
    let read = |question: Question, typed: &str| {
        let item = desk.adviser.questionnaire().item(question);
        Answer::read(item, typed, desk.adviser.names(), as_of)
            .map(|answer| answer.expect("an answer").to_json().to_string())
            .map_err(|error| error.to_string())
    };
    let deadline = |typed| read(Question::Horizon, typed);
    for (typed, wanted) in
        [("9 months", r#""9m""#), ("9m", r#""9m""#), ("12 months", r#""12m""#), ("2027-06", r#""2027-06-30""#)]
    {
        assert_eq!(deadline(typed).as_deref(), Ok(wanted), "{typed}");
    }
    let passed = deadline("2026-10").expect_err("it has passed");
    assert!(passed.contains("2026-10-31 has passed") && passed.contains("2026-11-23"), "{passed}");
    let soon = deadline("soon").expect_err("no deadline");
    assert!(soon.contains("`soon` is not a deadline") && soon.contains("2027-06-30"), "{soon}");
    let budget = |typed| read(Question::Budget, typed);
    assert_eq!(budget("€800").as_deref(), Ok(r#"{"amount":800,"currency":"EUR"}"#));
    assert!(budget("1.500").expect_err("two ways").contains("write 1500, or 1.50"));
    assert!(budget("little").expect_err("no amount").contains("`little` is not an amount of money"));
    let answers = desk.answers(r#"{"horizon":"9m","budget":"2k"}"#);
    assert_eq!(desk.answers(&answers.to_json().to_string()), answers);
}

#[test]
fn a_deadline_in_months_counts_like_the_date_it_comes_to() {
    let desk = Desk::open();
    let with = |deadline: &str| {
        desk.advise(&PERSONAS[0].1.replace(r#""horizon":"18m""#, &format!(r#""horizon":"{deadline}""#)))
    };
    let (months, date) = (with("9m"), with("2027-08-23"));
    assert_eq!((months.outcome, months.lean, months.remaining), (date.outcome, date.lean, date.remaining));
    assert!(desk.told(&months).answers.iter().any(|told| told == "It must be finished in 9 months."));
    let late = desk.told(&with("2020-01-01"));
    assert!(late.notes.iter().any(|note| note.contains("2020-01-01 has passed")), "{:?}", late.notes);
}

#[test]
fn a_question_that_depends_on_another_is_asked_and_counts_only_after_it() {
    let text = include_str!("../../assets/questionnaire.json").replace(
        r#""id": "education","#,
        r#""id": "education", "ask_if": {"question": "goal", "any_of": ["masters"]},"#,
    );
    let mut desk = Desk::open();
    desk.adviser = Adviser::new(&desk.catalog, Questionnaire::parse(&text).expect("it keeps the rules"));
    let questionnaire = desk.adviser.questionnaire();
    let education = questionnaire.item(Question::Education);
    let (idle, active) = (
        desk.answers(r#"{"goal":"deepen","education":"none"}"#),
        desk.answers(r#"{"goal":"masters","education":"none"}"#),
    );
    assert!(!Answers::new().is_active(education) && !idle.is_active(education) && active.is_active(education));
    assert_eq!((idle.inactive(questionnaire), active.inactive(questionnaire)), (vec![Question::Education], vec![]));
    let rest = r#""credit":"nice","depth":"deep","hours":"8-12""#;
    let with = desk.advise(&format!(r#"{{"goal":"deepen","education":"none",{rest}}}"#));
    let without = desk.advise(&format!(r#"{{"goal":"deepen",{rest}}}"#));
    assert_eq!((with.lean, &with.ranking, &with.told), (without.lean, &without.ranking, &without.told));
    let notes = desk.told(&with).notes;
    assert!(notes.iter().any(|note| note.contains("is kept but has no effect now")), "{notes:?}");
    let counted = desk.advise(&format!(r#"{{"goal":"masters","education":"none",{rest}}}"#));
    assert_eq!(counted.lean, without.lean + 1 - 1, "a master's leans one further, no degree one back");
    let unknown = text.replace(r#""any_of": ["masters"]"#, r#""any_of": ["doctorate"]"#);
    assert!(Questionnaire::parse(&unknown).expect_err("no such answer").to_string().contains("`education`"));
}

#[test]
fn the_keys_of_the_result_are_the_contract() {
    let desk = Desk::open();
    let advice = desk.advise(PERSONAS[2].1);
    let json = result_json(&advice, &desk.adviser.explainer(&desk.catalog, &advice.asked));
    let keys: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    let (fixed, last) = (contract::RESULT_KEYS, contract::LAST_RESULT_KEYS);
    assert_eq!(keys[..fixed.len()], fixed);
    assert_eq!(keys[keys.len() - last.len()..], last);
    let contribution = &json["programs"][0]["contributions"][0];
    for key in ["criterion", "points", "weight", "value", "basis", "reason"] {
        assert!(!contribution[key].is_null(), "{key}");
    }
    assert_eq!(json["as_of"], "2026-11-23");
    assert_eq!(json["decides"], serde_json::Value::Null);
    assert_eq!(json["on_subject"], serde_json::json!([]), "only where nothing can be ranked");
}

#[test]
fn programs_on_the_subject_are_named_in_json_where_too_little_is_answered_to_rank_them() {
    let desk = Desk::open();
    let advice = desk.advise(r#"{"field":["data science"],"goal":"explore"}"#);
    assert_eq!(advice.outcome, Outcome::NotEnough);
    let json = result_json(&advice, &desk.adviser.explainer(&desk.catalog, &advice.asked));
    let ids = json["on_subject"].as_array().expect("a list");
    let own: Vec<&str> = advice.on_subject.iter().map(|ix| &*desk.catalog.program(*ix).id).collect();
    assert!(own.len() > 1 && ids.iter().map(|id| id.as_str().expect("an id")).eq(own), "{ids:?}");
}

#[test]
fn sentences_read_as_sentences() {
    let mut desk = Desk::open();
    desk.settings.shown = 12;
    for (who, json, ..) in PERSONAS {
        let advice = desk.advise(json);
        let told = desk.told(&advice);
        for one in &told.programs {
            for text in one.pros.iter().chain(&one.cons).chain(&one.warnings) {
                assert!(!text.contains("beforehand: none"), "{who}: {text}");
                assert!(!text.contains("; A ") && !text.contains("; The ") && !text.contains("; It "), "{who}: {text}");
            }
            let levels = one.pros.iter().filter(|text| text.starts_with("Its level is")).count();
            assert!(levels <= 1, "{who}: {:?}", one.pros);
        }
        for flip in &told.flips {
            assert!(!flip.contains("of it must") && !flip.contains(": it must"), "{flip}");
        }
    }
}

/// What a result comes to, without the answers that it repeats.
fn comes_to(desk: &Desk, answers: &Answers) -> String {
    let advice = desk.adviser.advise(&desk.catalog, answers, &desk.settings);
    let shown = advice.programs.iter().map(|one| (&one.warnings, &one.pros, &one.cons)).collect::<Vec<_>>();
    let kind = (advice.outcome, advice.lean, &advice.lean_parts, &advice.ranking);
    format!("{kind:?} {:?} {:?} {:?} {shown:?}", advice.knocked_out, advice.notes, advice.also)
}

#[test]
fn every_choice_of_every_question_has_an_effect_or_a_weight_of_nothing() {
    let desk = Desk::open();
    for item in &desk.adviser.questionnaire().items {
        for choice in &item.choices {
            let has_effect = PERSONAS.iter().any(|(_, json, ..)| {
                let mut without = desk.answers(json);
                without.clear(item.question);
                let given = without.with(&[(item.question, Answer::Choice(choice.value.clone()))]);
                comes_to(&desk, &without) != comes_to(&desk, &given)
            });
            let is_declared = choice.weight == 0.0 && !item.lean;
            assert!(has_effect || is_declared, "{} {} changes nothing", item.question.slug(), choice.value);
        }
    }
}

#[test]
fn a_number_without_a_fraction_is_written_without_a_point() {
    let desk = Desk::open();
    let written = |json: &str| desk.answers(json).to_json().to_string();
    assert_eq!(written(r#"{"hours":8}"#), r#"{"hours":8}"#);
    assert_eq!(written(r#"{"hours":4.5}"#), r#"{"hours":4.5}"#);
    let budget = written(r#"{"budget":{"amount":900.5,"currency":"EUR"}}"#);
    assert!(budget.contains("900.5") && budget.contains("EUR"), "{budget}");
}

#[test]
fn a_deadline_may_be_today_but_not_yesterday() {
    let desk = Desk::open();
    let item = desk.adviser.questionnaire().item(Question::Horizon);
    let today = jiff::civil::date(2026, 11, 23);
    let read = |typed: &str| Answer::read(item, typed, desk.adviser.names(), today).is_ok();
    assert_eq!(["2026-11-22", "2026-11-23", "2027-03-01"].map(read), [false, true, true]);
}
