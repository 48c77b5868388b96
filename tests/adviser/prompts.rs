//! What a line means that is typed at a question, and how answers that name several things are read.

use std::collections::BTreeSet;

use prospectus::advise::{Answers, Prompt, Question, Questionnaire, Reply, Strength};
use serde_json::{Value, json};

use crate::desk::Desk;

/// What a line typed at a question means, with no answers yet.
fn reply(desk: &Desk, question: Question, line: &str) -> Reply {
    let (adviser, catalog, settings) = (&desk.adviser, &desk.catalog, &desk.settings);
    let prompt = Prompt { adviser, catalog, answers: &Answers::new(), settings };
    prompt.understand(adviser.questionnaire().item(question), line)
}

/// The answer in JSON that a line stands for.
fn answered(desk: &Desk, question: Question, line: &str) -> String {
    match reply(desk, question, line) {
        Reply::Answer(answer) => answer.to_json().to_string(),
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn one_word_at_a_prompt_says_what_to_do_next() {
    let desk = Desk::open();
    let said = |line: &str| reply(&desk, Question::Field, line);
    for (lines, wanted) in [
        (["", "", ""], Reply::Keep),
        (["skip", "SKIP", "Skip"], Reply::Skip),
        (["back", "BACK", "Back"], Reply::Back),
        (["why", "?", "Why"], Reply::Why),
        (["names", "list", "LIST"], Reply::Names),
        (["review", "Review", "REVIEW"], Reply::Review),
        (["result", "done", "Done"], Reply::Result),
        (["quit", "exit", "Exit"], Reply::Quit),
    ] {
        assert!(lines.iter().all(|line| said(line) == wanted), "{lines:?} {wanted:?}");
    }
}

#[test]
fn a_number_at_a_prompt_is_a_choice_unless_amounts_are_asked_for() {
    let desk = Desk::open();
    assert_eq!(answered(&desk, Question::Goal, "2"), r#""first_job""#);
    assert_eq!(answered(&desk, Question::Hours, "2"), r#""4-7""#);
    assert_eq!(answered(&desk, Question::Hours, "6"), "6", "there are four choices");
    assert_eq!(answered(&desk, Question::Hours, "6 hours"), "6");
    for (question, line) in [(Question::Goal, "0"), (Question::Goal, "9"), (Question::Goal, "1, 2")] {
        let Reply::Misunderstood(why) = reply(&desk, question, line) else { panic!("{line}") };
        assert!(why.contains(&format!("`{line}`")) && why.contains("from 1 to 8"), "{why}");
    }
}

#[test]
fn numbers_and_names_at_a_prompt_may_be_several_and_a_limit() {
    let desk = Desk::open();
    let names = desk.adviser.names();
    let (first, third) = (&names.fields[0], &names.fields[2]);
    assert_eq!(answered(&desk, Question::Field, "1, 3"), json!([first, third]).to_string());
    assert_eq!(answered(&desk, Question::Field, "only 1"), json!({"only": [first]}).to_string());
    assert_eq!(answered(&desk, Question::Field, "only AI"), r#"{"only":["AI"]}"#);
    let must = r#"{"prefer":[],"must":["Massachusetts Institute of Technology"]}"#;
    assert_eq!(answered(&desk, Question::Institution, "only MIT"), must);
    assert_eq!(answered(&desk, Question::Level, "only beginner"), r#"{"is":"beginner","cannot_prepare":true}"#);
    assert_eq!(answered(&desk, Question::Level, "only 1"), r#"{"is":"beginner","cannot_prepare":true}"#);
    assert_eq!(answered(&desk, Question::Level, "beginner"), r#""beginner""#);
}

#[test]
fn a_question_says_how_to_answer_beyond_its_choices() {
    let desk = Desk::open();
    let (adviser, catalog, settings) = (&desk.adviser, &desk.catalog, &desk.settings);
    let prompt = Prompt { adviser, catalog, answers: &Answers::new(), settings };
    let item = |question| adviser.questionnaire().item(question);
    let lines = |question| prompt.question(item(question)).join("\n");
    for (question, hint) in [
        (Question::Level, "`only` before it means that you cannot prepare first."),
        (Question::Hours, "Or hours a week, such as `3h`."),
        (Question::Horizon, "Or a number of months, such as `9 months`, or a date, such as `2027-06-30`."),
        (Question::Budget, "Or an amount, such as `900 USD` or `€800`."),
    ] {
        assert!(lines(question).contains(hint), "{}", lines(question));
    }
    assert!(["`only`", "Or ", "Type "].iter().all(|hint| !lines(Question::Goal).contains(hint)));
    for question in [Question::Field, Question::Institution, Question::Language] {
        let (names, told) = (prompt.names(item(question)), lines(question));
        let is_listed = told.contains(&format!("1 of {}: {}", names.len(), names[0]));
        assert_eq!(is_listed, told.contains("Type numbers or names, with commas between them."), "{told}");
        assert_eq!(!is_listed, told.contains(&format!("`names` lists all {}.", names.len())), "{told}");
        let may_limit = told.contains("`only` before them leaves out all others.");
        assert_eq!(may_limit, item(question).can_limit, "{told}");
    }
}

#[test]
fn a_list_may_be_called_a_preference_but_not_a_limit_as_well() {
    let desk = Desk::open();
    assert_eq!(desk.answers(r#"{"field":{"prefer":["AI"]}}"#), desk.answers(r#"{"field":["AI"]}"#));
    assert_ne!(desk.answers(r#"{"field":{"only":["AI"]}}"#), desk.answers(r#"{"field":["AI"]}"#));
    for both in [r#"{"field":{"prefer":["AI"],"only":["AI"]}}"#, r#"{"field":{}}"#] {
        assert!(desk.adviser.parse_answers(both).is_err(), "{both}");
    }
}

#[test]
fn finished_courses_are_typed_between_commas_and_blanks_name_none() {
    let desk = Desk::open();
    let done = |typed: &str| {
        let answers = desk.adviser.with_setting(&Answers::new(), typed, desk.settings.as_of).expect("a setting");
        answers.done().to_vec()
    };
    assert_eq!(done("done= CS50 , ,Analytics,"), ["Analytics", "CS50"]);
    assert_eq!(done("done="), Vec::<String>::new());
}

#[test]
fn a_change_of_institutions_says_which_are_required_and_which_preferred() {
    let desk = Desk::open();
    let changes = |institutions: &str| {
        let rest = r#""goal":"deepen","credit":"no","depth":"balanced","level":"intermediate","budget":"lt500","horizon":"3m""#;
        let told = desk.told(&desk.advise(&format!(r#"{{{rest},"institution":{institutions}}}"#)));
        [told.flips, told.others].concat()
    };
    let only = changes(r#"{"must":["MIT"]}"#);
    let softer = "the school were preferably MIT";
    assert!(only.iter().any(|change| change.contains(softer)), "{only:?}");
    let is_wider =
        |change: &String| change.starts_with("school: only MIT or ") && change.contains(" instead of only MIT:");
    assert!(only.iter().any(is_wider), "{only:?}");
    let both = changes(r#"{"must":["MIT"],"prefer":["Harvard"]}"#);
    let softer = "the school were preferably Harvard or MIT";
    assert!(both.iter().any(|change| change.contains(softer)), "{both:?}");
}

#[test]
fn strength_grows_with_the_distance_of_the_lean_from_the_middle() {
    let desk = Desk::open();
    let thresholds = desk.adviser.questionnaire().verdict;
    let mut seen = BTreeSet::new();
    for goal in ["apply_now", "explore", "deepen", "bachelor", "masters"] {
        for credit in ["must", "nice", "no"] {
            for depth in ["practical", "balanced", "deep"] {
                let json = format!(r#"{{"goal":"{goal}","credit":"{credit}","depth":"{depth}"}}"#);
                let leaning = desk.adviser.glance(&desk.catalog, &desk.answers(&json), &desk.settings, 0).leaning;
                let far = leaning.lean.abs();
                seen.insert(far);
                let wanted = match far {
                    far if far <= thresholds.close => Strength::Close,
                    far if far < thresholds.strong => Strength::Moderate,
                    _ => Strength::Strong,
                };
                assert_eq!(leaning.strength, wanted, "{json}: {leaning:?}");
            }
        }
    }
    for edge in [thresholds.close, thresholds.close + 1, thresholds.strong - 1, thresholds.strong] {
        assert!(seen.contains(&edge), "{edge} is not tried: {seen:?}");
    }
}

#[test]
fn a_questionnaire_that_breaks_a_rule_is_refused_with_the_question() {
    let text = include_str!("../../assets/questionnaire.json");
    let problem = |question: &str, path: &str, value: Value| {
        let mut whole: Value = serde_json::from_str(text).expect("JSON");
        let items = whole["questions"].as_array_mut().expect("a list");
        let item = items.iter_mut().find(|item| item["id"] == question).expect(question);
        *item.pointer_mut(path).expect(path) = value;
        Questionnaire::parse(&whole.to_string()).map_or_else(|error| error.to_string(), |_| String::new())
    };
    for (question, path, value, part) in [
        ("goal", "/choices/1/value", json!("apply_now"), "has the choice `apply_now` twice"),
        (
            "goal",
            "/choices/1/also/0",
            json!("Career, break"),
            "`Career, break` names both `first_job` and `return_to_work`",
        ),
        ("goal", "/choices/0/also/0", json!("first job"), "`first job` names both `apply_now` and `first_job`"),
        ("hours", "/choices/1/hours/low", json!(6), "rise from low to likely to high"),
        ("hours", "/choices/1/hours/high", json!(5), "rise from low to likely to high"),
        ("hours", "/choices/1/hours/low", json!(0), "rise from low to likely to high"),
        ("budget", "/choices/1/budget/scale", json!(0), "needs a budget with a scale above 0"),
    ] {
        let told = problem(question, path, value);
        assert!(told.contains(part) && told.contains(&format!("`{question}`")), "{question} {path}: {told}");
    }
    assert_eq!(problem("hours", "/choices/1/hours/low", json!(5.5)), "", "the likely hours may be the fewest");
}

#[test]
fn an_answer_is_read_in_the_words_of_people() {
    let desk = Desk::open();
    for (question, line, wanted) in [
        (Question::Goal, "get back to work", json!("return_to_work")),
        (Question::Goal, "a promotion", json!("apply_now")),
        (Question::Goal, "for fun", json!("explore")),
        (Question::Education, "High school", json!("none")),
        (Question::Education, "B.Sc.", json!("bachelor")),
        (Question::Education, "PhD", json!("master")),
        (Question::Education, "dropped out of college", json!("some_college")),
        (Question::Level, "expert", json!("advanced")),
        (Question::Budget, "free", json!("nothing")),
        (Question::Budget, "my company pays", json!("employer")),
        (Question::Budget, "1500-2000", json!({"amount": 2000, "currency": "USD"})),
        (Question::Budget, "up to 900 euros", json!({"amount": 900, "currency": "EUR"})),
        (Question::Hours, "2 hours a day", json!(14)),
        (Question::Hours, "an hour", json!(1)),
        (Question::Hours, "5-6", json!("4-7")),
        (Question::Horizon, "half a year", json!("6m")),
        (Question::Horizon, "within two years", json!("24m")),
        (Question::Horizon, "no rush", json!("none")),
        (Question::Horizon, "30/06/2027", json!("2027-06-30")),
        (Question::Horizon, "end of June 2028", json!("2028-06-30")),
        (Question::Language, "french and english", json!(["English", "French"])),
    ] {
        assert_eq!(answered(&desk, question, line), wanted.to_string(), "{line}");
    }
    for (question, line) in
        [(Question::Language, "any"), (Question::Language, "any language"), (Question::Pacing, "doesn't matter")]
    {
        assert_eq!(reply(&desk, question, line), Reply::Skip, "{line}");
    }
    for (question, line) in [
        (Question::Hours, "weekends"),
        (Question::Hours, "3-9"),
        (Question::Horizon, "2027"),
        (Question::Horizon, "06/07/2027"),
        (Question::Education, "a diploma"),
        (Question::Budget, "at least 500"),
    ] {
        assert!(matches!(reply(&desk, question, line), Reply::Misunderstood(_)), "{line}");
    }
}

#[test]
fn a_setting_of_a_question_is_read_like_a_typed_line() {
    let desk = Desk::open();
    let set = |setting: &str| desk.adviser.with_setting(&Answers::new(), setting, desk.settings.as_of);
    let json = |setting: &str| set(setting).expect(setting).to_json().to_string();
    assert_eq!(json("horizon = half a year"), r#"{"horizon":"6m"}"#);
    assert_eq!(json("education=phd"), r#"{"education":"master"}"#);
    assert!(set("horizon=2020-01-01").expect_err("it has passed").to_string().contains("has passed"));
}
