//! Everything can be read on the smallest screen: no text is cut, the row under the cursor is visible, and
//! every key that is named works.

use prospectus::app::{Overlay, Screen};

use crate::script::Script;

/// Keys that lead to a recommendation.
const RESULT: &str = "g<Right>11<Right><Right><Right>1R";

#[test]
fn what_is_told_is_never_cut() {
    let script = Script::at(40, 12).press("/data<Enter> <Down> <Down> <Down> <Down> ");
    let notice = script.app.notice.clone().expect("the comparison is full");
    let lines = script.screen();
    let told: Vec<&str> = lines[9..11].iter().map(|line| line.trim_matches(['─', ' '])).collect();
    assert_eq!(told.join(" "), notice);
    assert!(lines[8].contains("Data"), "only as many rows as it needs are taken: {}", script.text());
}

#[test]
fn the_cursor_of_the_answers_is_in_sight_on_every_row() {
    for (cols, rows) in [(40, 12), (60, 14), (80, 24)] {
        let mut script = Script::at(cols, rows).press("g<C-o>");
        for _ in 0..14 {
            assert_eq!(script.text().matches('▌').count(), 1, "{}", script.text());
            script.type_keys("<Down>");
        }
        assert!(script.text().contains("▌ → Show the recommendation"), "{}", script.text());
    }
}

#[test]
fn what_tried_answers_lead_to_is_in_sight_beside_every_one_of_them() {
    for (cols, rows) in [(40, 12), (60, 20), (80, 24), (120, 40)] {
        let mut script = Script::at(cols, rows).press(RESULT).press("i");
        assert_eq!(script.app.screen, Screen::WhatIf);
        for _ in 0..13 {
            let text = script.text();
            assert!(text.contains("▌ ") && (text.contains("Nothing is changed yet") || rows == 12), "{text}");
            assert!(text.contains("MicroMasters"), "{text}");
            script.type_keys("<Down>");
        }
    }
}

#[test]
fn under_a_page_over_the_screen_no_key_is_named_that_does_not_work_there() {
    for keys in ["w", "l", "a"] {
        let script = Script::at(120, 40).press(RESULT).press("<Down>").press(keys);
        assert!(!script.app.overlays.is_empty(), "{keys}");
        let title = script.screen()[0].clone();
        // The first line of a result is its verdict and names no key.
        assert!(title.contains("look first at") && !title.contains("explore"), "{title}");
    }
}

#[test]
fn only_what_the_system_speaks_is_said_to_be_its_language() {
    let words = "The language of your system is marked";
    let script = Script::at(80, 24).press("g<Right>1<Right><Right><Right>");
    assert!(script.text().contains(words), "{}", script.text());
    assert!(!script.press("2").text().contains(words), "another one is marked too");
}

#[test]
fn a_long_address_begins_beside_its_mark() {
    let script = Script::at(80, 120).press("/harvard data science<Enter> <Down> ce");
    let line = script.screen().into_iter().find(|line| line.contains("Web page")).expect("a row of addresses");
    assert!(line.contains("https://"), "{line}");
}

#[test]
fn the_map_says_what_lies_on_a_line_by_construction() {
    let script = Script::at(120, 60).press("vea");
    assert!(script.text().contains("mostly from their"), "{}", script.text());
    assert!(!script.press("a").text().contains("mostly from their"), "price is not made from length");
}

#[test]
fn what_lies_behind_an_overlay_is_seen_in_more_than_a_strip_or_not_at_all() {
    for cols in (40..=220).step_by(3) {
        for (keys, overlay) in [
            ("?", Overlay::Help),
            ("G", Overlay::Guide),
            ("p", Overlay::Plan),
            (":", Overlay::Palette),
            ("/data<Enter>x", Overlay::RemoveFilter),
        ] {
            let script = Script::at(cols, 30).press(keys);
            let area = prospectus::app::page::overlay_area(&script.app, overlay);
            assert!(area.x == 0 || area.x >= 10, "{overlay:?} at {cols}: {area:?}");
        }
    }
}
