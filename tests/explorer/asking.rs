//! The question about the field: an input line for the user's own words, and the suggestions for them.

use prospectus::advise::{Answer, Question};
use prospectus::app::Screen;

use crate::script::Script;

fn at_field(keys: &str) -> Script {
    Script::at(120, 40).press("g").press(keys)
}

/// The answer to the question about the field, as it is stored.
fn field(script: &Script) -> Vec<String> {
    match script.app.interview.answers.get(Question::Field) {
        Some(Answer::Names { names, .. }) => names.clone(),
        _ => Vec::new(),
    }
}

fn labels(script: &Script) -> Vec<String> {
    script.app.interview.offers(&script.app.world).into_iter().map(|offer| offer.label).collect()
}

#[test]
fn letters_are_text_and_enter_answers_with_them() {
    for typed in ["nurse", "rq?:3d", "social work"] {
        assert!(at_field(typed).text().contains(&format!(" / {typed}")), "{typed}");
    }
    let script = at_field("nurse<Enter>");
    assert_eq!(field(&script), ["nurse"]);
    assert!(script.text().contains("Question 2 of 13"), "{}", script.text());
}

#[test]
fn a_job_a_slip_another_language_and_two_fields_show_what_they_are_understood_as() {
    for (typed, label) in [
        ("nurse", "Nursing"),
        ("pyton", "Python"),
        ("contabilidad", "Accounting"),
        ("social work or HR", "Social work + Human resources"),
        ("welder or plumber or accountant", "Accounting"),
    ] {
        let script = at_field(typed);
        let first = labels(&script).first().cloned().unwrap_or_default();
        assert!(first.contains(label), "{typed}: {first}");
        assert!(script.text().contains(&format!("“{typed}”")), "{typed}: {}", script.text());
    }
}

#[test]
fn what_begins_like_the_text_stands_below_it_before_it_is_finished() {
    let script = at_field("nurs");
    assert_eq!(labels(&script)[0], "Nursing");
    assert_eq!(field(&script.press("<Enter>")), ["Nursing"]);
    let second = labels(&at_field("data"))[1].clone();
    assert_eq!(field(&at_field("data<Down><Enter>")), ["data"], "the first step goes into the rows");
    assert_eq!(field(&at_field("data<Down><Down><Enter>")), [second]);
}

#[test]
fn every_row_says_how_many_programs_it_would_leave_and_leaves_them() {
    for typed in ["nurs", "python", "harvard", ""] {
        let script = at_field(typed);
        let (offers, leaves) = (script.app.interview.offers(&script.app.world), &script.app.interview.leaves);
        assert_eq!(offers.len(), leaves.len(), "{typed}");
        for (place, offer) in offers.iter().enumerate().filter(|(_, offer)| offer.question == Question::Field).take(4) {
            let taken = at_field(typed).press(&format!("{}<Enter>", "<Down>".repeat(place + 1)));
            let left = taken.app.interview.glance.as_ref().map(|glance| glance.remaining);
            assert_eq!(left, Some(leaves[place]), "{typed}: {}", offer.label);
        }
    }
}

#[test]
fn blanks_are_text_in_the_line_and_mark_in_the_rows() {
    let script = at_field("nurse<Down><Up><Up> x");
    assert!(script.text().contains("/ nurse x"), "{}", script.text());
    let mut script = at_field("nursing<Down> ");
    assert_eq!(script.app.interview.typed(), "", "the line is free for the next");
    script.type_keys("accounting<Enter>");
    assert_eq!(field(&script).len(), 2, "{:?}", field(&script));
    assert_eq!(field(&script)[1], "accounting");
}

#[test]
fn what_is_marked_can_be_let_go_of_again() {
    let script = at_field("<Down> <Down><Down> ");
    assert_eq!(script.app.interview.marked.len(), 2);
    assert_eq!(script.press(" ").app.interview.marked.len(), 1);
}

#[test]
fn what_finds_nothing_is_said_and_is_no_answer() {
    for typed in ["hairdressing", "plumbing", "qzzq"] {
        let script = at_field(typed);
        assert!(script.text().contains(&format!("No program is about “{typed}”.")), "{}", script.text());
        let script = script.press("<Enter>");
        let said = script.text().matches(&format!("“{typed}”")).count();
        assert_eq!(said, 1, "what the page says is not said again: {}", script.text());
        assert!(script.text().contains("Question 1 of 13") && field(&script).is_empty(), "{typed}");
    }
    let script = at_field("dance<Down>");
    assert!(!labels(&script).is_empty(), "{}", script.text());
    assert_eq!(field(&script.press("<Enter>")).len(), 1, "a topic near to it is one key away");
}

#[test]
fn enter_with_nothing_said_asks_for_words_and_the_arrow_goes_on() {
    let script = at_field("<Enter>");
    assert!(script.app.notice.is_some() && script.text().contains("Question 1 of 13"));
    assert!(at_field("<Right>").text().contains("Question 2 of 13"));
    assert!(at_field("nurse<Tab>").text().contains("Question 2 of 13"));
}

#[test]
fn esc_clears_the_text_and_then_leaves() {
    let script = at_field("nurse<Esc>");
    assert_eq!((script.app.screen, script.app.interview.typed()), (Screen::Question, ""));
    assert_eq!(script.press("<Esc>").app.screen, Screen::Explore);
}

#[test]
fn a_school_is_noted_beside_the_field() {
    let script = at_field("massachusetts institute<Enter>");
    assert!(field(&script).is_empty());
    let school = script.app.interview.answers.get(Question::Institution).map(Answer::short);
    assert!(school.is_some_and(|school| school.contains("Massachusetts")), "{}", script.text());
    assert!(script.app.notice.is_some_and(|notice| notice.contains("Massachusetts")));
}

#[test]
fn a_change_from_the_page_of_answers_shows_what_was_said_and_leads_back() {
    let mut script = at_field("nurse<Enter>r<Home><Enter>");
    assert!(script.text().contains("■ nurse"), "{}", script.text());
    script.type_keys("accounting<Enter>");
    assert_eq!(
        (script.app.screen, field(&script)),
        (Screen::Review, vec!["nurse".to_owned(), "accounting".to_owned()])
    );
}

#[test]
fn the_side_says_that_it_is_too_early_until_the_order_says_something() {
    let script = Script::at(120, 40).press("g");
    assert!(script.text().contains("Too early to rank: 626 fit equally."), "{}", script.text());
    let script = script.press("nurse<Enter>1<Right><Right><Right><Right>1");
    let first = script.app.interview.glance.as_ref().and_then(|glance| glance.top.first().copied()).expect("a first");
    let title = script.app.catalog().program(first).title.to_string();
    assert!(script.text().contains(&title[..20]), "{}", script.text());
}

#[test]
fn after_five_answers_the_result_is_offered_and_not_before() {
    let words = "R shows the result";
    for (cols, rows) in [(80, 24), (120, 40)] {
        let four = Script::at(cols, rows).press("gdata sc<Enter>131");
        assert!(!four.text().contains(words), "{}", four.text());
        let five = four.press("2");
        assert!(five.text().contains(words), "{}", five.text());
    }
}

#[test]
fn when_the_result_shows_every_program_that_is_left_the_question_says_so_and_counts_nothing_twice() {
    for (cols, rows) in [(80, 24), (120, 40)] {
        let text = Script::at(cols, rows).press("gnurse<Enter>").text();
        assert!(text.contains("3 programs are left; R shows them."), "{text}");
        assert_eq!(text.matches("3 programs").count(), 2, "in the head and at the end: {text}");
    }
}

#[test]
fn a_choice_that_leaves_nothing_says_so_before_and_the_limit_is_named_after() {
    // Japanese is taught, but by no program that carries credit.
    let script = Script::at(120, 40).press("gjapanese language<Enter>1");
    let place = script.app.interview.leaves.iter().position(|left| *left == 0).expect("a choice that leaves nothing");
    assert!(script.text().contains("leaves nothing"), "{}", script.text());
    let script = script.press(&(place + 1).to_string());
    assert!(script.text().contains("No program is left: the limit is"), "{}", script.text());
    assert!(script.text().contains("must” (credit)"), "{}", script.text());
}

#[test]
fn schools_are_offered_with_their_programs_and_those_without_any_come_last() {
    let answers = r#"{"field": {"only": ["Data science"]}}"#;
    let mut script = Script::at(120, 60);
    script.app.interview.answers = script.app.world.adviser().parse_answers(answers).expect("answers");
    script.type_keys("g");
    while script.app.interview.schools.is_none() {
        script.type_keys("<Right>");
    }
    let interview = &script.app.interview;
    let offers = interview.offers(&script.app.world);
    assert_eq!(interview.leaves.len(), offers.len());
    let with_programs = interview.leaves.iter().take_while(|count| **count > 0).count();
    assert!(with_programs > 5 && interview.leaves[with_programs..].iter().all(|count| *count == 0));
    for part in [&offers[..with_programs], &offers[with_programs..]] {
        let names: Vec<String> = part.iter().map(|offer| prospectus::names::fold(&offer.label)).collect();
        assert!(names.is_sorted(), "{names:?}");
    }
    assert!(script.text().contains(" programs") && !script.text().contains("leaves nothing"), "{}", script.text());
}
