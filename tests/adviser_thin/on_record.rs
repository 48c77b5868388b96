//! Which fact about a program counts, and what is said of one that is not on record: exams, pacing, what it teaches,
//! and whether it was looked for.

use prospectus::advise::{Adviser, Answer, Caveat, LookReason, Note, Outcome, Question, Questionnaire};
use serde_json::{Value, json};

use crate::thin::{MM, PC, Thin, and, balanced, program};

fn claim(value: &Value, basis: &str) -> Value {
    json!([{"value": value, "basis": basis, "source": "list"}])
}

/// What is said about a program on a criterion.
fn reason(facts: Value, answers: &Value, criterion: &str) -> String {
    let thin = Thin::of(&[program("a", PC, facts)]);
    let advice = thin.advise(answers);
    let at = advice.programs[0].contributions.iter().position(|part| part.criterion.slug() == criterion);
    thin.told(answers).programs[0].reasons[at.expect("it has a weight")].clone()
}

#[test]
fn a_stated_exam_counts_before_proctoring_that_is_only_presumed() {
    const PROCTORED: &str = "It has a proctored exam.";
    const EXAM: &str = "Its exam: a final test.";
    let said = |proctored: Option<(bool, &str)>, exam: Option<&str>| {
        let mut facts = json!({});
        if let Some((is_proctored, basis)) = proctored {
            facts["proctored"] = claim(&json!(is_proctored), basis);
        }
        if let Some(basis) = exam {
            facts["exam"] = claim(&json!("a final test"), basis);
        }
        reason(facts, &and(&balanced(), &json!({"exams": "want"})), "exams")
    };
    assert_eq!(said(Some((true, "stated")), Some("stated")), PROCTORED);
    assert_eq!(said(Some((true, "presumed")), Some("stated")), EXAM);
    assert_eq!(said(Some((true, "presumed")), Some("presumed")), PROCTORED);
    assert_eq!(said(Some((true, "presumed")), None), PROCTORED);
    assert_eq!(said(Some((false, "stated")), Some("stated")), EXAM);
    assert_eq!(said(Some((false, "stated")), None), "Its exams are not proctored.");
    assert_eq!(said(None, Some("stated")), EXAM);
    assert_eq!(said(None, None), "Nothing is on record about its exams.");
}

#[test]
fn the_pacing_is_said_as_it_is_on_record() {
    let asked = and(&balanced(), &json!({"pacing": "self_only"}));
    let said = |value: Value| reason(json!({"pacing": claim(&value, "stated")}), &asked, "pacing");
    assert_eq!(said(json!(["self-paced"])), "It is self-paced.");
    assert!(said(json!(["self-paced", "instructor-paced"])).contains(" and "));
    assert_eq!(reason(json!({}), &asked, "pacing"), "Who sets its pace is unknown.");
}

#[test]
fn what_a_program_teaches_is_known_from_any_one_fact_about_it() {
    let list = |value: Value| claim(&value, "stated");
    let off = |facts: Value| {
        let thin = Thin::of(&[program("a", PC, facts), program("b", PC, json!({"title": "Nursing"}))]);
        let advice = thin.advise(&and(&balanced(), &json!({"field": {"only": ["nursing"]}})));
        let is_a = |program: prospectus::catalog::ProgramIx| thin.catalog.program(program).id == "a";
        let is_out = advice.knocked_out.iter().any(|out| is_a(out.program));
        let to_check = advice.to_check.iter().find(|one| is_a(one.program)).map(|one| one.question);
        (is_out, to_check)
    };
    let out = (true, None);
    assert_eq!(off(json!({"topics": list(json!({"about": ["art-history"], "part": []}))})), out);
    assert_eq!(off(json!({"fields": list(json!(["Law"]))})), out);
    assert_eq!(off(json!({"skills": list(json!(["Welding"]))})), out);
    assert_eq!(off(json!({})), (false, Some(Question::Field)), "nothing is on record, so it is looked up first");
}

#[test]
fn a_deadline_against_an_unknown_length_is_said_to_be_unchecked() {
    let thin = Thin::of(&[program("a", PC, json!({}))]);
    let warnings = &thin.told(&and(&balanced(), &json!({"horizon": "6m"}))).programs[0].warnings;
    let says = "How long it takes is not on record, so your deadline could not be checked.";
    assert!(warnings.iter().any(|one| one == says), "{warnings:?}");
}

#[test]
fn a_credit_recommendation_is_said_to_bind_no_school() {
    let facts = json!({"credit": claim(&json!("recommended"), "stated")});
    let thin = Thin::of(&[program("a", MM, facts)]);
    let warnings = &thin.told(&and(&balanced(), &json!({"credit": "nice"}))).programs[0].warnings;
    let says = "No school has to follow a credit recommendation: ask yours.";
    assert!(warnings.iter().any(|one| one == says), "{warnings:?}");
}

#[test]
fn a_series_without_credit_is_worth_a_look_only_to_who_wants_depth() {
    let series = |courses: u32, credit: &str| {
        program(
            "x",
            "xseries",
            json!({"courses": claim(&json!(courses), "stated"), "credit": claim(&json!(credit), "stated")}),
        )
    };
    let looks = |series: Value, answers: &Value| {
        let thin = Thin::of(&[program("a", PC, json!({})), program("b", MM, json!({})), series]);
        thin.advise(answers).also.iter().any(|also| matches!(also.reason, LookReason::Series(_)))
    };
    let practical = json!({"goal": "apply_now", "depth": "practical", "credit": "no"});
    assert!(looks(series(3, "none"), &balanced()), "the goal is to become a specialist");
    assert!(looks(series(3, "none"), &and(&practical, &json!({"depth": "deep"}))));
    assert!(!looks(series(3, "none"), &practical));
    assert!(!looks(series(1, "none"), &balanced()), "one course is no series");
    assert!(!looks(series(3, "possible"), &balanced()), "it is not without credit");
}

#[test]
fn the_smallest_change_that_makes_something_fit_makes_it_likely_and_not_just_possible() {
    let prices = json!({"price": [{"low": 400, "high": 5000, "currency": "USD", "source": "list"}]});
    let thin = Thin::of(&[program("a", PC, prices)]);
    let answers = and(&balanced(), &json!({"budget": "lt500"}));
    let change = thin.advise(&answers).caveats.into_iter().find_map(|caveat| match caveat {
        Caveat::HardlyPossible(change) => change,
        _ => None,
    });
    let [(question, answer)] = change.as_deref().expect("a change") else { panic!("{change:?}") };
    assert_eq!((*question, answer.choice()), (Question::Budget, Some("1500-5000")), "its middle is US$2,700");
}

#[test]
fn only_a_deadline_before_today_has_passed() {
    let thin = Thin::of(&[program("a", PC, json!({}))]);
    let passed = |date: &str| {
        let notes = thin.advise(&and(&balanced(), &json!({"horizon": date}))).notes;
        notes.iter().any(|note| matches!(note, Note::DeadlinePassed(_)))
    };
    assert_eq!(["2026-11-22", "2026-11-23", "2026-11-24"].map(passed), [true, false, false]);
}

#[test]
fn an_answer_that_another_answer_brings_in_counts_in_every_trial() {
    let text = include_str!("../../assets/questionnaire.json")
        .replace(r#""id": "horizon","#, r#""id": "horizon", "ask_if": {"question": "goal", "any_of": ["apply_now"]},"#);
    let long = || json!({"length": [{"value": 12, "unit": "months", "source": "list"}]});
    let mut thin = Thin::of(&[program("a", PC, long()), program("b", MM, long())]);
    thin.adviser = Adviser::new(&thin.catalog, Questionnaire::parse(&text).expect("it keeps the rules"));
    let idle = thin.advise(&and(&balanced(), &json!({"horizon": "3m"})));
    assert_eq!(idle.remaining, 2, "the deadline is not asked for with this goal");
    let goal = vec![(Question::Goal, Answer::Choice("apply_now".to_owned()))];
    let flip = idle.flips.iter().find(|flip| flip.set == goal).expect("then it is asked for");
    assert_eq!(flip.outcome, Outcome::None, "and nothing can be finished in 3 months");
    let passed = thin.advise(&and(&balanced(), &json!({"horizon": "2026-01-01"})));
    assert!(passed.notes.iter().all(|note| !matches!(note, Note::DeadlinePassed(_))), "it has no effect now");
}
