//! Small screens: which keys the footer keeps, what the first line says, and that nothing changes unseen.

use prospectus::app::{Action, Effect};
use prospectus::keys::{Context, HintKind, footer};

use crate::keys::WAYS;
use crate::script::Script;

fn last_line(script: &Script) -> String {
    script.screen().pop().expect("a last line")
}

#[test]
fn the_footer_keeps_the_first_key_and_the_way_out_in_40_columns() {
    for (context, way) in WAYS {
        let script = Script::at(40, 15).press(way);
        assert_eq!(Context::of(&script.app), context, "{way}");
        let (line, hints) = (last_line(&script), footer(&script.app));
        let first = hints.iter().find(|hint| hint.purpose() == HintKind::Acts);
        let out = hints.iter().find(|hint| hint.purpose() == HintKind::Leaves);
        for hint in first.into_iter().chain(out) {
            assert!(line.contains(&format!("{} ", hint.keys)), "{context:?}: {hint:?} in {line}");
        }
    }
}

#[test]
fn a_wider_footer_loses_no_key_that_a_narrower_one_shows() {
    for (context, way) in WAYS {
        let mut before: Vec<String> = Vec::new();
        for cols in [60, 80, 120, 200] {
            let script = Script::at(cols, 24).press(way);
            if Context::of(&script.app) != context {
                continue;
            }
            let line = last_line(&script);
            let now: Vec<String> = footer(&script.app).into_iter().map(|hint| hint.keys).collect();
            // A page that a wide window shows whole is not scrolled.
            let now = now.into_iter().filter(|keys| keys != "↑↓");
            let shown: Vec<String> = now.filter(|keys| line.contains(&format!("{keys} "))).collect();
            let said = script.screen().swap_remove(0);
            let lost = before.iter().find(|keys| !shown.contains(keys) && !said.contains(&format!("{keys} ")));
            assert_eq!(lost, None, "{context:?} at {cols}: {line}");
            before = shown;
        }
    }
}

#[test]
fn under_a_page_over_the_screen_the_panes_are_not_offered() {
    for way in ["p", "G", "n", "?", "K"] {
        let script = Script::at(40, 15).press(way);
        let head = script.screen().swap_remove(0);
        assert!(head.contains("prospectus") && !head.contains("List"), "{way}: {head}");
    }
    assert!(Script::at(40, 15).screen().swap_remove(0).contains("[List]"));
}

#[test]
fn while_the_screen_is_too_small_keys_change_nothing_and_q_ends_the_program() {
    for way in ["", "f", "g", "p"] {
        let mut script = Script::at(80, 24).press(way);
        let mut same = Script::at(80, 24).press(way);
        for script in [&mut script, &mut same] {
            script.act(Action::Resize(20, 5));
        }
        script.type_keys("s<Down>s <Enter>x/data");
        assert!(script.app == same.app, "{way}");
        assert_eq!(script.press("q").effect, Effect::Quit, "{way}");
    }
}
