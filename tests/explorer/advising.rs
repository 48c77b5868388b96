//! The questionnaire and the recommendation.

use prospectus::advise::{Outcome, Question};
use prospectus::app::{Overlay, Screen};

use crate::outcomes::outcome;
use crate::script::Script;

/// A marketer who needs data analysis for campaigns: a skill, no credit, six months.
const MARKETER: &str = "gbusiness analytics<Enter>1333<Enter>1<Right><Right><Right>1<Right><Right><Right><Enter>";

#[test]
fn numbers_answer_and_the_arrow_skips() {
    let script = Script::at(120, 40).press("g<Right>3<Right><Right><Right><Right>3");
    assert!(script.text().contains("Question 8 of 13"), "{}", script.text());
    let answers = &script.app.interview.answers;
    assert_eq!(answers.get(Question::Goal).and_then(|answer| answer.choice()), Some("switch_career"));
    assert_eq!(answers.get(Question::Field), None);
    assert_eq!(answers.get(Question::Level).and_then(|answer| answer.choice()), Some("advanced"));
}

#[test]
fn a_question_says_why_it_is_asked_and_what_each_choice_would_leave() {
    let text = Script::at(120, 40).press("g<Right>1").text();
    assert!(text.contains("Why this is asked:"), "{text}");
    assert!(text.contains("programs still possible"), "{text}");
    let at_horizon = Script::at(120, 40).press("g<Right>13");
    assert_eq!(at_horizon.app.interview.item(&at_horizon.app.world).question, Question::Horizon);
    let leaves = &at_horizon.app.interview.leaves;
    assert!(leaves.is_sorted(), "a later deadline never leaves fewer: {leaves:?}");
}

#[test]
fn back_shows_the_answer_that_was_given() {
    let script = Script::at(120, 40).press("g<Right>3<Left>");
    assert_eq!(script.app.interview.cursor, 2);
    assert_eq!(script.app.interview.place, 1);
}

#[test]
fn the_language_of_the_system_is_marked_but_not_assumed() {
    let script = Script::at(120, 40).press("g<Right>1<Right><Right><Right>");
    assert_eq!(script.app.interview.marked, ["English"]);
    let skipped = script.press("<Right>");
    assert_eq!(skipped.app.interview.answers.get(Question::Language), None);
}

#[test]
fn own_words_are_a_field_and_a_key_makes_them_a_limit() {
    let script = Script::at(120, 40).press("gsmart contracts<C-l><Enter>");
    let answer = script.app.interview.answers.get(Question::Field).expect("an answer");
    assert_eq!(answer.short(), "only smart contracts");
}

#[test]
fn a_school_is_found_by_any_of_its_names() {
    for (typed, name) in
        [("mit", "Massachusetts Institute of Technology"), ("tu delft", "Delft University of Technology")]
    {
        for slash in ["/", ""] {
            let script = Script::at(120, 40).press(&format!("g{}{slash}{typed}<Enter>", "<Right>".repeat(12)));
            let answer = script.app.interview.answers.get(Question::Institution).expect("an answer");
            assert_eq!(answer.short(), name, "{slash}{typed}");
            assert_eq!(script.app.screen, Screen::Review, "Enter answers, as the footer says");
        }
    }
}

#[test]
fn the_line_of_the_question_about_schools_is_open_and_letters_are_text() {
    let at_schools = || Script::at(80, 24).press(&format!("gdata science<Enter>{}", "<Right>".repeat(11)));
    let script = at_schools();
    assert_eq!(script.app.interview.item(&script.app.world).question, Question::Institution);
    for typed in ["harv", "r", "mit", "q"] {
        let script = at_schools().press(typed);
        assert_eq!((script.app.screen, script.app.interview.typed()), (Screen::Question, typed));
    }
    let marked = at_schools().press("harv<Down> tu delft<Enter>");
    let answer = marked.app.interview.answers.get(Question::Institution).expect("an answer");
    assert_eq!(answer.short(), "Harvard University, Delft University of Technology");
    let empty = at_schools().press("<Enter>");
    assert!(empty.app.notice.as_ref().is_some_and(|notice| notice.contains("school")), "{:?}", empty.app.notice);
    let unheard = at_schools().press("xqzx<Enter>");
    assert!(unheard.app.notice.as_ref().is_some_and(|notice| notice.contains("xqzx")), "{:?}", unheard.app.notice);
}

#[test]
fn a_school_without_a_possible_program_says_why() {
    let script = Script::at(80, 24).press(&format!("gnursing<Enter>{}", "<Right>".repeat(11)));
    assert!(script.text().contains("No school is on record for the 3 programs left. → goes on."), "{}", script.text());
    assert!(!script.text().contains("none possible"), "no row is a dead end: {}", script.text());
    let script = script.press("harvard<Down>");
    assert!(script.text().contains("leave out all its programs"), "{}", script.text());
    let possible = Script::at(80, 24).press(&format!("gdata science<Enter>{}<Down>", "<Right>".repeat(11)));
    assert!(!possible.text().contains("leave out") && !possible.text().contains("unknown"), "{}", possible.text());
}

#[test]
fn a_typed_language_is_the_answer_and_the_suggested_one_is_not() {
    let script = Script::at(80, 24).press("g<Right><Right><Right><Right><Right>/arab<Enter>");
    let answer = script.app.interview.answers.get(Question::Language).expect("an answer");
    assert_eq!(answer.short(), "Arabic");
}

#[test]
fn a_number_can_be_typed_and_nonsense_is_answered_in_words() {
    let mut script = Script::at(120, 40).press("g<Right><Right><Right><Right>");
    assert_eq!(script.app.interview.item(&script.app.world).question, Question::Hours);
    script.type_keys("/soon<Enter>");
    assert!(script.app.notice.is_some());
    assert!(script.app.interview.is_typing(), "what was typed is not lost");
    script.type_keys("<C-u>6<Enter>");
    assert_eq!(script.app.interview.answers.get(Question::Hours).expect("an answer").short(), "6");
}

#[test]
fn any_earlier_answer_can_be_changed_from_the_page_of_all_answers() {
    let mut script = Script::at(120, 40).press("g<Right>1r");
    assert_eq!(script.app.screen, Screen::Review);
    script.type_keys("<Home><Down><Enter>8");
    assert_eq!(script.app.screen, Screen::Review);
    assert!(script.text().contains("Start me toward a master's degree"), "{}", script.text());
}

#[test]
fn leaving_keeps_the_answers_and_g_returns_to_the_same_question() {
    let script = Script::at(120, 40).press("g<Right>1<Esc>/data<Esc>g");
    assert!(script.text().contains("Question 3 of 13"), "{}", script.text());
    assert!(script.app.interview.answers.get(Question::Goal).is_some());
}

#[test]
fn skipping_everything_gives_the_neutral_overview_and_the_questions_that_matter() {
    let mut script = Script::at(120, 60).press("g<C-r>");
    assert_eq!(outcome(&script), Outcome::NotEnough);
    assert!(script.app.interview.result_programs().is_empty());
    let text = script.text();
    for words in ["THE QUESTIONS THAT MATTER MOST", "Typical length", "What employers", "Not what was found"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    script.type_keys("d");
    assert_eq!(script.app.screen, Screen::Question, "the first of them is one key away");
    script.type_keys("1");
    assert_eq!(script.app.screen, Screen::Result, "and answering it leads back");
}

#[test]
fn a_result_names_three_programs_with_points_that_add_up() {
    let script = Script::at(120, 60).press(MARKETER);
    assert_eq!(outcome(&script), Outcome::ProfessionalCertificate, "{}", script.text());
    let advice = script.app.interview.advice.as_ref().expect("a result");
    assert_eq!(advice.programs.len(), 3);
    for ranked in &advice.programs {
        let sum: u32 = ranked.contributions.iter().map(|part| part.points).sum();
        assert_eq!(sum, ranked.score.mid);
    }
    let text = script.text();
    for words in ["A Professional Certificate fits you better; look first at ", "FOR  ", "Kind: "] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn the_result_opens_compares_and_leads_back() {
    let mut script = Script::at(120, 40).press(MARKETER).press("<Down><Enter>");
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Program(_))));
    let second = script.app.interview.result_programs()[1];
    let title = script.app.catalog().program(second).title.to_string();
    assert!(script.text().contains(&title), "{}", script.text());
    script.type_keys("<Esc>c");
    assert_eq!(script.app.screen, Screen::Compare);
    assert_eq!(script.app.basket, script.app.interview.result_programs());
    script.type_keys("<Esc>");
    assert_eq!(script.app.screen, Screen::Result);
    script.type_keys("r");
    assert_eq!(script.app.screen, Screen::Review);
}

#[test]
fn what_if_moves_programs_and_leaving_it_restores_the_answers() {
    let mut script = Script::at(120, 40).press(MARKETER);
    let before = script.app.interview.clone();
    script.type_keys("i<Down><Left><Left>");
    assert!(script.text().contains("was: Not needed"), "{}", script.text());
    assert!(script.text().contains("WHAT MOVES"), "{}", script.text());
    script.type_keys("<Esc>");
    assert_eq!(script.app.interview.answers, before.answers);
    assert_eq!(script.app.interview.advice, before.advice);
}

#[test]
fn what_if_can_be_kept_and_taken_back() {
    let mut script = Script::at(120, 40).press(MARKETER);
    let before = script.app.interview.answers.clone();
    script.type_keys("i<Down><Right><Enter>");
    assert_eq!(script.app.screen, Screen::Result);
    assert_ne!(script.app.interview.answers, before);
    script.type_keys("u");
    assert_eq!(script.app.interview.answers, before);
}

#[test]
fn why_not_names_the_limit_the_fact_and_what_would_change_it() {
    let script = Script::at(120, 40).press(MARKETER).press("<Down>wmit supply<Enter>");
    assert_eq!(script.app.overlays.last(), Some(&Overlay::WhyNot));
    let text = script.text();
    assert!(text.contains("Supply Chain Management (MIT) is ruled out"), "{text}");
    assert!(text.contains("THE NEAREST CHANGE"), "{text}");
    let back = script.press("<Esc>");
    assert_eq!((back.app.screen, back.app.interview.result_cursor), (Screen::Result, 1), "and the result is as it was");
}

#[test]
fn a_limit_can_be_lifted_and_put_back() {
    let mut script = Script::at(120, 40).press(MARKETER);
    let remaining = |script: &Script| script.app.interview.advice.as_ref().expect("a result").remaining;
    let before = remaining(&script);
    script.type_keys("l<Enter>");
    assert!(script.text().contains("lifted:"), "{}", script.text());
    assert!(remaining(&script) > before, "lifting a limit lets programs in");
    script.type_keys("<Enter><Esc>");
    assert_eq!(remaining(&script), before);
}

#[test]
fn an_answer_that_would_change_the_result_can_be_taken_over() {
    let mut script = Script::at(120, 40).press(MARKETER);
    script.type_keys("a");
    assert_eq!(script.app.overlays.last(), Some(&Overlay::Changes));
    let comes_to = |script: &Script| (outcome(script), script.app.interview.result_programs().first().copied());
    let (before, came_to) = (script.app.interview.answers.clone(), comes_to(&script));
    script.type_keys("<Enter>");
    assert!(script.app.overlays.is_empty());
    assert_ne!(script.app.interview.answers, before);
    assert_ne!(comes_to(&script), came_to);
}

#[test]
fn esc_leads_from_the_answers_back_to_the_result_they_were_opened_from() {
    let mut script = Script::at(120, 40).press(MARKETER).press("r<Home><Enter><Esc>");
    assert_eq!(script.app.screen, Screen::Review, "from the question to the answers");
    script.type_keys("<Esc>");
    assert_eq!(script.app.screen, Screen::Result, "from the answers to the result");
    script.type_keys("<Esc>");
    assert_eq!(script.app.screen, Screen::Explore);
}

#[test]
fn skipping_keeps_an_answer_and_x_takes_it_back() {
    let mut script = Script::at(120, 40).press("g<Right>2<Left><Right>");
    assert!(script.app.interview.answers.get(Question::Goal).is_some());
    script.type_keys("<Left>x");
    assert!(script.app.interview.answers.get(Question::Goal).is_none());
    script.type_keys("u");
    assert!(script.app.interview.answers.get(Question::Goal).is_some(), "and u gives it again");
}

#[test]
fn the_line_of_certainties_and_what_holds_for_all_do_not_change_with_the_cursor() {
    for answers in [
        r#"{"goal": "apply_now", "field": ["Business analytics"], "hours": "4-7", "budget": "lt500"}"#,
        r#"{"goal": "switch_career", "field": ["Data science"], "hours": "8-12", "credit": "nice"}"#,
        r#"{"goal": "deepen", "field": ["Supply chain"], "hours": "8-12", "credit": "must"}"#,
    ] {
        let mut script = Script::at(80, 24).advised(answers);
        let lines = |script: &Script| {
            let screen = script.screen();
            let told = screen.iter().filter(|line| line.contains("Order: ") || line.trim_start().starts_with("ALL "));
            told.cloned().collect::<Vec<_>>()
        };
        let first = lines(&script);
        assert!(!first.is_empty(), "{}", script.text());
        for _ in 1..script.app.interview.result_programs().len() {
            script.type_keys("<Down>");
            assert_eq!(lines(&script), first, "{answers}");
        }
    }
}

#[test]
fn trying_answers_begins_where_its_keys_work_and_offers_them_nowhere_else() {
    let script = Script::at(120, 40).advised(r#"{"goal": "apply_now", "field": ["Data science"], "hours": "4-7"}"#);
    let script = script.press("i");
    assert!(script.text().contains("other answer"), "{}", script.text());
    let script = script.press("<Home>");
    assert!(!script.text().contains("other answer"), "{}", script.text());
    let script = script.press("<Right>");
    assert!(script.app.notice.as_deref().is_some_and(|told| told.starts_with("This answer is typed, not chosen.")));
}
