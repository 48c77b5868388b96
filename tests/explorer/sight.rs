//! Everything can be read on the smallest screen: no text is cut, the row under the cursor is visible, and
//! every key that is named works.

use prospectus::app::Screen;
use prospectus::look::LookName;
use prospectus::ui::Look;

use crate::screens::SIZES;
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
        assert!(script.text().contains("▌ Show the recommendation"), "{}", script.text());
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
            let first = script.app.interview.result_programs()[0];
            let title = script.app.catalog().program(first).title.to_string();
            assert!(text.contains(title.split(' ').next().expect("a word")), "{text}");
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
        assert!(!title.contains("explore"), "{title}");
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
fn nothing_is_seen_beside_a_page_over_the_screen() {
    for cols in (40..=220).step_by(3) {
        for keys in ["?", "G", "p", ":", "/data<Enter>x"] {
            let script = Script::at(cols, 30).press(keys);
            let overlay = script.app.overlays.last().expect("a page over the screen");
            let area = prospectus::app::page::overlay_area(&script.app, overlay);
            assert_eq!((area.x, area.cols), (0, cols), "{keys}");
        }
    }
}

#[test]
fn over_the_result_no_sentence_is_left_without_its_end() {
    for (cols, rows) in SIZES {
        for keys in ["w", "l", "a", "wsupply<Enter>"] {
            let script = Script::at(cols, rows).press(RESULT).press(keys);
            let verdict =
                script.app.interview.advice.as_ref().map(|advice| script.app.explainer(&advice.asked).headline(advice));
            let verdict = verdict.expect("a result");
            let screen = script.screen();
            let (start, end) =
                (verdict.split(' ').next().expect("a word"), verdict.rsplit(' ').next().expect("a word"));
            if screen[0].trim_start().starts_with(start) {
                assert!(screen.iter().any(|line| line.contains(end)), "{cols}x{rows} {keys}: {}", script.text());
            } else {
                assert!(screen[0].contains("Recommendation"), "{cols}x{rows} {keys}: {}", script.text());
            }
        }
    }
}

#[test]
fn a_bar_of_the_row_under_the_cursor_looks_like_every_other_bar() {
    for name in LookName::ALL {
        let script = Script::at(120, 40).press("gdata sc<Enter>32432332R");
        let buffer = script.buffer(Look::named(name));
        let bars: Vec<_> =
            buffer.content.iter().filter(|cell| cell.symbol() == "█").map(ratatui::buffer::Cell::style).collect();
        assert!(bars.len() > 10 && bars.iter().all(|style| *style == bars[0]), "{name:?}");
    }
}

#[test]
fn no_word_of_a_table_is_broken_where_there_is_room() {
    let result = Script::at(120, 40).press("gdata sc<Enter>32432332R");
    let text = result.press("i<Down><Down><Down><Right>").text();
    assert!(text.contains("Then") && text.contains("Before"), "{text}");
    for line in text.lines() {
        let cell = line.rsplit("  ").next().unwrap_or_default().trim_matches(['│', ' ']);
        assert!(cell.chars().count() != 1 || !cell.chars().all(char::is_alphabetic), "a letter alone: {text}");
    }
}

#[test]
fn a_query_is_shown_from_its_start_once_typing_has_ended() {
    let query = "is a micromasters worth it";
    for (cols, rows) in SIZES {
        let script = Script::at(cols, rows).press(&format!("/{query}<Enter>"));
        let line = script.screen()[1].clone();
        assert!(line.starts_with(" / is a micro"), "{line}");
        assert!(cols < 80 || line.contains(query), "{line}");
    }
}

#[test]
fn the_keys_for_help_are_named_once_at_every_size_and_the_first_line_ends_before_the_edge() {
    for (cols, rows) in SIZES.into_iter().filter(|(cols, _)| *cols >= 80) {
        let screen = Script::at(cols, rows).screen();
        let line = screen[0].clone();
        for words in ["g help me choose", "G kinds", ": actions"] {
            assert!(line.contains(words), "{cols}: {line}");
        }
        assert_eq!(screen.join("\n").matches("? keys").count(), 1, "{cols}");
        assert!(line.ends_with(' ') || line.trim_end().chars().count() < usize::from(cols), "{cols}: {line:?}");
    }
}

/// Each choice over the screen names what Enter does there, not only that it chooses.
#[test]
fn the_footer_says_what_enter_does_with_a_row() {
    let learner = r#"{"goal": "apply_now", "field": ["Data science"], "budget": "500", "hours": "4-7"}"#;
    for (cols, rows) in [(80, 24), (120, 40)] {
        let at = |keys: &str| Script::at(cols, rows).press(keys);
        let advised = |keys: &str| Script::at(cols, rows).advised(learner).press(keys);
        for (script, words) in [
            (at("/data<Enter>x"), "Enter remove"),
            (at("/mit supply<Enter>C"), "Enter mark or unmark"),
            (at("/mit supply<Enter>="), "Enter facts"),
            (at("t"), "Enter choose"),
            (advised("l"), "Enter lift or put back"),
            (advised("a"), "Enter use this answer"),
        ] {
            let foot = script.screen().pop().unwrap_or_default();
            assert!(foot.contains(words), "{words}\n{}", script.text());
        }
    }
}
