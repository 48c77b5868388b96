//! Whole questionnaires up to their results: the scenarios of the guide in few keys, and each outcome at each size.

use prospectus::advise::Outcome;
use prospectus::app::{Overlay, Screen};

use crate::script::{Script, parse};

const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (120, 40), (160, 50), (200, 60)];

/// The greatest number of keys from the list to a result.
const MAX_KEYS: usize = 20;

/// The scenarios S1 to S6 of the guide: the person, the keys, the outcome, and words of a title
/// that is among the programs.
const SCENARIOS: [(&str, &str, Outcome, &str); 6] = [
    ("S1, from business to data science", "gdata sc<Enter>32432332R", Outcome::MicroMasters, "Data Science"),
    ("S2, a marketer who needs analysis", "gbusiness an<Enter>1322R", Outcome::ProfessionalCertificate, "Analytics"),
    ("S3, logistics, far from MIT", "gsupply<Enter>8143<Right>2343R", Outcome::MicroMasters, "Supply Chain Management"),
    ("S4, an engineer who turns to AI", "gai<Enter>3323<Right>2<Right><Right>1R", Outcome::ProfessionalCertificate, ""),
    (
        "S5, a slow introduction",
        "gdata sc<Enter>3351<Right>1<Right>32R",
        Outcome::ProfessionalCertificate,
        "Data Science",
    ),
    ("S6, theory and research", "gdata sc<Enter>6253<Right>3<Right><Right>33R", Outcome::MicroMasters, "Data Science"),
];

pub(crate) fn outcome(script: &Script) -> Outcome {
    script.app.interview.advice.as_ref().expect("a result").outcome
}

#[test]
fn the_scenarios_of_the_guide_come_out_as_it_says_in_few_keys() {
    for (who, keys, expected, title) in SCENARIOS {
        assert!(parse(keys).len() <= MAX_KEYS, "{who}: {} keys", parse(keys).len());
        let script = Script::at(120, 40).press(keys);
        assert_eq!((script.app.screen, outcome(&script)), (Screen::Result, expected), "{who}:\n{}", script.text());
        let programs = script.app.interview.result_programs();
        let has_it = programs.iter().any(|ix| script.app.catalog().program(*ix).title.contains(title));
        assert!(programs.len() >= 2 && has_it, "{who}:\n{}", script.text());
    }
}

#[test]
fn at_80x24_the_programs_and_the_reasons_of_one_are_seen_at_once() {
    for (who, keys, ..) in SCENARIOS {
        let mut script = Script::at(80, 24).press(keys);
        for place in 0..script.app.interview.result_programs().len() {
            let text = script.text();
            assert_eq!(script.app.tops.page, 0, "{who}: nothing is scrolled");
            let is_cut_number = |pair: (char, char)| pair.0.is_ascii_digit() && pair.1 == '…';
            assert!(!text.chars().zip(text.chars().skip(1)).any(is_cut_number), "{who}: a cut number\n{text}");
            for words in ["Kind: ", "Fit", "FOR"] {
                assert!(text.contains(words), "{who}, {place}: {words}\n{text}");
            }
            let says_what_would_change_it = text.contains("IF") || text.contains("WHAT WOULD CHANGE THIS");
            // That other answers would leave nothing is no reason to give them.
            let advice = script.app.interview.advice.as_ref().expect("a result");
            let has_change = advice.flips.iter().any(|flip| flip.is_likely && !flip.leaves_nothing());
            assert!(says_what_would_change_it || !has_change, "{who}, {place}:\n{text}");
            script.type_keys("<Down>");
        }
    }
}

#[test]
fn moving_the_cursor_changes_the_reasons() {
    let script = Script::at(120, 40).press(SCENARIOS[0].1);
    let first = script.text();
    let script = script.press("<Down>");
    let second = script.app.interview.selected_program().expect("a second one");
    let title = script.app.catalog().program(second).title.to_string();
    assert!(script.text().contains(&format!("── Why 2: {title}")), "{}", script.text());
    assert_ne!(first, script.text());
}

#[test]
fn a_program_to_ask_about_is_found_over_the_result_which_stays_as_it_was() {
    let script = Script::at(120, 40).press(SCENARIOS[0].1).press("<Down>w");
    let selected = script.app.interview.selected_program();
    let Some(Overlay::AskAbout(choice)) = script.app.overlays.last() else { panic!("{:?}", script.app.overlays) };
    assert_eq!(choice.found.first().copied(), selected, "the selected one is offered first");
    let asked = Script::at(120, 40).press(SCENARIOS[0].1).press("<Down>wharvard data<Enter>");
    assert_eq!(asked.app.overlays.last(), Some(&Overlay::WhyNot));
    let back = asked.press("<Esc>");
    assert_eq!((back.app.screen, back.app.interview.result_cursor), (Screen::Result, 1));
    let left = script.press("x<Esc>");
    assert!(left.app.overlays.is_empty() && left.app.interview.result_cursor == 1);
    let unknown = Script::at(120, 40).press(SCENARIOS[0].1).press("wmichigan zzqx<Enter>");
    assert_eq!(unknown.app.overlays.last(), Some(&Overlay::WhyNot), "what nothing goes by is answered too");
}

#[test]
fn a_topic_near_to_what_nothing_is_about_is_one_key_away() {
    for key in ["<Enter>", "1"] {
        let script = Script::at(80, 24).advised(r#"{"field": ["dance"], "goal": "first_job"}"#);
        assert_eq!(outcome(&script), Outcome::NoMatch);
        assert!(script.text().contains("NEAREST TOPICS"), "{}", script.text());
        let script = script.press(key);
        assert_ne!(outcome(&script), Outcome::NoMatch, "{}", script.text());
        assert_eq!(outcome(&script.press("u")), Outcome::NoMatch, "and u takes it back");
    }
}

#[test]
fn with_too_few_answers_the_programs_on_the_subject_are_shown_unranked() {
    let script = Script::at(80, 24).press("gdata sc<Enter><Right>R");
    assert_eq!(outcome(&script), Outcome::NotEnough);
    assert!(script.text().contains("ON THE SUBJECT, NOT RANKED"), "{}", script.text());
    assert!(!script.app.interview.result_rows().is_empty());
    assert!(matches!(script.press("<Enter>").app.overlays.last(), Some(Overlay::Program(_))));
}

/// The results to draw: a name, and the answers that lead to it.
const RESULTS: [(&str, &str); 7] = [
    (
        "clear",
        r#"{"field": ["digital marketing"], "goal": "apply_now", "credit": "no", "horizon": "6m", "hours": "4-7",
            "language": ["English"], "level": "beginner", "budget": "lt500", "depth": "practical"}"#,
    ),
    (
        "close",
        r#"{"field": ["data science"], "goal": "deepen", "credit": "no", "horizon": "12m", "hours": "4-7",
            "language": ["English"], "level": "intermediate", "depth": "balanced"}"#,
    ),
    ("other", r#"{"field": ["psychology"], "goal": "bachelor", "credit": "must", "education": "none"}"#),
    ("none", r#"{"goal": "deepen", "credit": "must", "horizon": "3m", "hours": "lt4", "language": ["Arabic"]}"#),
    ("no_match", r#"{"field": ["dance"], "goal": "first_job"}"#),
    ("not_enough", r#"{"field": ["data science"]}"#),
    (
        "two_fields",
        r#"{"field": ["social work or HR"], "goal": "switch_career", "credit": "nice", "hours": "4-7",
            "language": ["English"], "depth": "practical"}"#,
    ),
];

#[test]
fn every_outcome_at_every_size() {
    for (name, answers) in RESULTS {
        for (cols, rows) in SIZES {
            let script = Script::at(cols, rows).advised(answers);
            insta::assert_snapshot!(format!("{name}_{cols}x{rows}"), script.text());
        }
    }
}
