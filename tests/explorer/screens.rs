//! Whole screens, as text and as styles, at four sizes, in colour and without; and every screen at every small size.

use prospectus::app::Action;
use prospectus::ui::Look;

use crate::script::Script;

const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 40), (200, 60)];

/// Text and styles as one thing to compare.
fn dump(script: &Script, look: Look) -> String {
    let (text, styles) = script.frame(look);
    format!("{}\n--- styles\n{}\n", text.join("\n"), styles.join("\n"))
}

fn check(name: &str, keys: &str) {
    for (cols, rows) in SIZES {
        let script = Script::at(cols, rows).press(keys);
        let color = dump(&script, Look { has_color: true, is_ascii: false });
        insta::assert_snapshot!(format!("{name}_{cols}x{rows}_color"), color);
        let mono = dump(&script, Look { has_color: false, is_ascii: false });
        insta::assert_snapshot!(format!("{name}_{cols}x{rows}_mono"), mono);
    }
}

#[test]
fn the_explorer_at_its_start() {
    check("start", "");
}

#[test]
fn a_search_with_a_filter() {
    check("search", "f<Down><Enter>f/data sci<Esc>");
}

#[test]
fn the_comparison() {
    check("compare", "/data science<Enter> <Down> c");
}

#[test]
fn a_question() {
    check("question", "g2<Enter>");
}

#[test]
fn without_colour_nothing_but_colour_is_lost() {
    for keys in ["", "/data<Esc>", " <Down> c", "g", "?"] {
        let script = Script::at(120, 40).press(keys);
        let (color, _) = script.frame(Look { has_color: true, is_ascii: false });
        let (mono, styles) = script.frame(Look { has_color: false, is_ascii: false });
        assert_eq!(color, mono);
        assert!(!styles.join("").contains(['m', 'r', 'g', 'M', 'R', 'G', 'u', 'U']), "{keys}");
    }
}

#[test]
fn the_ascii_screen_has_no_sign_of_ours_outside_ascii() {
    for keys in ["", "/data<Esc>", " <Down> c", "g", "?", "G", "S"] {
        let script = Script::at(120, 40).press(keys);
        let (text, _) = script.frame(Look { has_color: false, is_ascii: true });
        // Letters of the catalogue stay: accents, currency signs, other scripts.
        let ours = "─│┌┐└┘├┤┬┴┼▌■□●○█▒░›‹·…–—×≠→←↑↓“”’◂▸";
        let bad: Vec<char> = text.join("").chars().filter(|c| ours.contains(*c)).collect();
        assert!(bad.is_empty(), "{keys}: {bad:?}");
    }
}

#[test]
fn every_small_size_of_every_screen_is_drawn_without_fault() {
    let ways = ["", "f", "/zz", "<Enter>", " <Down> c", "g", "gr", "g1<Right><Right>1R", "?", "S", "G", "/da<Esc>x"];
    for keys in ways {
        let mut script = Script::at(120, 40).press(keys);
        for cols in (0..62).chain([79, 80, 119, 120, 121, 179, 180]) {
            for rows in [0, 1, 2, 5, 9, 10, 11, 13, 18, 19, 20, 24, 25] {
                script.act(Action::Resize(cols, rows));
                script.screen();
            }
        }
    }
}

#[test]
fn below_the_least_size_a_sentence_says_what_is_needed() {
    let script = Script::at(30, 8);
    assert_eq!(script.screen()[0].trim(), "Too small: needs 40x10, has");
    assert_eq!(script.screen()[1].trim(), "30x8.");
}
