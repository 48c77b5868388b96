//! Whole screens, as text and as styles, at four sizes, in colour and without; and every screen at every small size.

use prospectus::app::Action;
use prospectus::look::LookName;
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
        let color = dump(&script, Look::default());
        insta::assert_snapshot!(format!("{name}_{cols}x{rows}_color"), color);
        let mono = dump(&script, Look::named(LookName::Mono));
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
fn the_map() {
    check("map", "/data<Enter>v");
}

#[test]
fn without_colour_nothing_but_colour_is_lost() {
    for keys in ["", "/data<Esc>", " <Down> c", "g", "?"] {
        let script = Script::at(120, 40).press(keys);
        let (color, _) = script.frame(Look::default());
        let (mono, styles) = script.frame(Look::named(LookName::Mono));
        assert_eq!(color, mono);
        assert!(!styles.join("").contains(['m', 'r', 'g', 'M', 'R', 'G', 'u', 'U']), "{keys}");
    }
}

#[test]
fn every_look_shows_the_same_signs_on_every_screen() {
    let ways = ["", "f", "/data<Esc>", " <Down> c", "g", "gr", "g1<Right><Right>1R", "?", "S", "G", "p", "/zzz<Esc>"];
    for (cols, rows) in [(120, 40), (60, 20)] {
        for keys in ways {
            let script = Script::at(cols, rows).press(keys);
            let expected = script.signs(Look::default());
            for name in LookName::ALL {
                assert_eq!(script.signs(Look::named(name)), expected, "{name:?} after {keys}");
            }
        }
    }
}

#[test]
fn the_key_for_looks_goes_round_and_says_where_it_is() {
    let mut script = Script::at(80, 24).press("L");
    assert_eq!(script.app.look, LookName::Dark);
    assert!(script.text().contains("The dark look; L for the next."), "{}", script.text());
    script.type_keys("LLLL");
    assert_eq!(script.app.look, LookName::Default);
}

#[test]
fn the_ascii_screen_has_no_sign_of_ours_outside_ascii() {
    for keys in ["", "/data<Esc>", " <Down> c", "g", "?", "G", "S", "v", "g1<Right><Right>1R"] {
        let script = Script::at(120, 40).press(keys);
        let (text, _) = script.frame(Look { is_ascii: true, ..Look::default() });
        // Letters of the catalogue stay: accents, currency signs, other scripts.
        let ours = "─│┌┐└┘├┤┬┴┼▌■□●○█▒░›‹·…–—×≠→←↑↓“”’◂▸▲◆◇▼△╌╎▓▏▎▍▋▊▉┄▁▂▃▄▅▆▇";
        let bad: Vec<char> = text.join("").chars().filter(|c| ours.contains(*c)).collect();
        assert!(bad.is_empty(), "{keys}: {bad:?}");
    }
}

#[test]
fn every_small_size_of_every_screen_is_drawn_without_fault() {
    let ways =
        ["", "f", "/zz", "<Enter>", " <Down> c", "g", "gr", "g1<Right><Right>1R", "v", "?", "S", "G", "/da<Esc>x"];
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
