//! The guide to the kinds of credential, page by page.

use prospectus::app::Overlay;
use prospectus::guide::GuidePage;

use crate::script::Script;

#[test]
fn the_guide_has_a_page_for_each_topic_and_goes_round() {
    let mut script = Script::at(120, 40).press("G");
    for topic in GuidePage::ALL {
        assert_eq!((script.app.overlays.last(), script.app.overlays.len()), (Some(&Overlay::Guide(topic)), 1));
        assert_eq!(script.app.overlays.layers().last().map(|layer| layer.top), Some(0));
        script.type_keys("<Right>");
    }
    assert_eq!(script.app.overlays.last(), Some(&Overlay::Guide(GuidePage::Kinds)));
    assert_eq!(script.press("<Left>").app.overlays.last(), Some(&Overlay::Guide(GuidePage::Checks)));
}

#[test]
fn the_first_page_has_three_kinds_and_no_codes() {
    let script = Script::at(120, 60).press("G");
    let text = script.text();
    for words in ["MicroBachelors", "MicroMasters", "Professional Certificate", "CHECKED", "Not what was found"] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    for topic in GuidePage::ALL {
        let script = Script { app: script.app.clone(), effect: script.effect.clone() };
        let page = script.press(&"<Right>".repeat(GuidePage::ALL.iter().position(|own| *own == topic).unwrap_or(0)));
        let is_code = |word: &str| {
            let digits = word.trim_matches(|c: char| !c.is_alphanumeric());
            ["T", "X", "V", "R", "E", "FAQ"].iter().any(|letter| {
                digits
                    .strip_prefix(letter)
                    .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
            })
        };
        assert!(!page.text().split_whitespace().any(is_code), "{}", page.text());
    }
}

#[test]
fn the_trade_offs_end_in_the_questions_that_decide() {
    let script = Script::at(120, 60).press("G<Right>");
    let text = script.text();
    let [when, costs, decide] =
        ["WHEN TO CHOOSE WHICH", "WHAT EACH CHOICE COSTS YOU", "WHICH QUESTIONS DECIDE"].map(|words| text.find(words));
    assert!(when < costs && costs < decide && when.is_some(), "{text}");
    assert!(text.contains("Should it be able to count toward a degree?"), "{text}");
}

#[test]
fn s_shows_what_the_checks_found() {
    let script = Script::at(120, 40).press("GS");
    assert!(script.text().contains("WHAT THE CHECKS FOUND"), "{}", script.text());
}

#[test]
fn after_a_question_typed_as_a_search_the_guide_opens_where_it_answers() {
    for (question, page) in [
        ("is a micromasters worth it", GuidePage::Questions),
        ("how long does a micromasters take", GuidePage::Kinds),
        ("", GuidePage::Kinds),
    ] {
        let script = Script::at(120, 40).press(&format!("/{question}<Enter>G"));
        assert_eq!(script.app.overlays.last(), Some(&Overlay::Guide(page)), "{question}");
    }
}
