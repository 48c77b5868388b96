//! What holds on every screen: in every look, in ASCII, beside text of any script, and at every small size.

use prospectus::app::Action;
use prospectus::look::LookName;
use prospectus::ui::Look;

use crate::keys::WAYS;
use crate::samples::one_in;
use crate::script::Script;

pub(crate) const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (120, 40), (160, 50), (200, 60)];

#[test]
fn point_08_without_colour_nothing_but_colour_is_lost() {
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
    let ways = [
        "",
        "f",
        "/data<Esc>",
        " <Down> c",
        "g",
        "g<Right>r",
        "g<Right>1<Right><Right><Right><Right>1R",
        "?",
        "S",
        "G",
        "p",
        "/zzz<Esc>",
    ];
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
fn point_26_the_ascii_screen_has_nothing_outside_ascii_but_letters_that_have_no_form_there() {
    let ways = [
        "",
        "f",
        "/administr<Esc>",
        "/data<Esc>",
        " <Down> c",
        "g",
        "g<Right>1<Right><Right><Right><Right>1R",
        "?",
        "G",
        "S",
        "p",
        "v",
    ];
    for (cols, rows) in [(60, 20), (120, 40), (200, 60)] {
        for keys in ways {
            let script = Script::in_ascii(cols, rows).press(keys);
            let text = script.signs(Look { is_ascii: true, ..Look::default() }).concat();
            let bad: String = text.chars().filter(|c| !c.is_ascii() && !is_of_another_script(*c)).collect();
            assert!(bad.is_empty(), "{keys}: {bad:?}");
        }
    }
}

/// Whether a character belongs to Arabic, Chinese and related scripts, or is the mark that ends right-to-left text.
fn is_of_another_script(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{2e80}'..='\u{9fff}' | '\u{200e}')
}

#[cfg(unix)]
#[test]
fn columns_stand_where_they_stand_beside_text_of_any_script() {
    for (cols, rows) in [(80, 24), (120, 40), (200, 60)] {
        let lines = columns(&Script::at(cols, rows).press("f"));
        assert!(lines.len() > 10, "there are lines between the panes");
        for query in ["/الأعمال", "/tsinghua english", "/administración"] {
            let script = Script::at(cols, rows).press(query).press("<Esc>f");
            assert!(!script.app.found.hits.is_empty(), "{query} finds something");
            assert_eq!(columns(&script), lines, "{query} on {cols} columns");
        }
    }
}

/// The positions at which a terminal shows the lines between the panes.
#[cfg(unix)]
fn columns(script: &Script) -> Vec<(u16, u16)> {
    let (cols, rows) = script.app.size;
    let mut terminal = vt100::Parser::new(rows.try_into().expect("rows"), cols.try_into().expect("columns"), 0);
    terminal.process(script.signs(Look::default()).join("\r\n").as_bytes());
    let places = (3..rows - 2).flat_map(|row| (0..cols).map(move |col| (row, col)));
    let is_line = |(row, col)| terminal.screen().cell(row, col).is_some_and(|cell| cell.contents() == "│");
    places.filter(|place| is_line(*place)).collect()
}

/// Keys that lead to every screen, pane and overlay.
fn ways() -> Vec<&'static str> {
    let more = [
        "/zz",
        "/data<Enter> <Down> <Down>c",
        "S",
        "G",
        "g<Right>11<Right><Right><Right>1Rl",
        "g<Right>11<Right><Right><Right>1Ra",
        "g<Right>11<Right><Right><Right>1Ri<Down><Right>",
        "g<Right>11<Right><Right><Right>1R<Down>w",
        "w",
        "f<End><Enter><Left><Left>",
        "va",
        "/zz<Enter>v",
        ":undo<Down>",
        "M",
    ];
    WAYS.into_iter().map(|(_, way)| way).chain(more).collect()
}

/// The number of threads that share the work, because this test would otherwise be the last to end.
const SWEEPERS: usize = 3;

#[test]
fn point_03_every_small_size_of_every_screen_is_drawn_without_fault() {
    std::thread::scope(|scope| {
        for part in 0..SWEEPERS {
            scope.spawn(move || ways().into_iter().enumerate().skip(part).step_by(SWEEPERS).for_each(sweep));
        }
    });
}

/// One in this many of the sizes is drawn for each way; they are others for the next one.
const SIZES_EVERY: usize = 5;

fn sweep((number, keys): (usize, &str)) {
    let mut script = Script::at(120, 40).press(keys);
    let every = one_in(SIZES_EVERY);
    for (cols, rows) in small_sizes(keys.is_empty()).into_iter().skip(number % every).step_by(every) {
        script.act(Action::Resize(cols, rows));
        script.buffer(Look::default());
    }
}

#[test]
fn point_03_a_view_that_comes_back_is_drawn_at_every_small_size() {
    let kept = Script::at(120, 40).press("/data<Enter> <Down> f<End><Enter><Left><Enter><Esc>z").kept();
    let (mut script, _) = Script::restored(120, 40, &kept);
    assert!(!script.app.basket.is_empty());
    for (cols, rows) in small_sizes(false) {
        script.act(Action::Resize(cols, rows));
        script.buffer(Look::default());
    }
}

/// Every size up to 60x25, and the sizes around each breakpoint. A screen that is too small shows the same sentence
/// whatever it is, so most of those sizes are drawn only once.
fn small_sizes(with_all_too_small: bool) -> Vec<(u16, u16)> {
    let is_wanted = |(cols, rows): &(u16, u16)| {
        with_all_too_small || (*cols >= 38 && *rows >= 8) || (cols % 9 == 0 && rows % 9 == 0)
    };
    let every = (0..=60).flat_map(|cols| (0..=25).map(move |rows| (cols, rows))).filter(is_wanted);
    let wide = [79, 80, 99, 100, 119, 120, 159, 160, 200].into_iter();
    every.chain(wide.flat_map(|cols| [10, 13, 18, 19, 25].map(|rows| (cols, rows)))).collect()
}

#[test]
fn point_05_no_screen_sets_a_background_or_more_than_the_basic_colours() {
    for keys in ways() {
        let mut script = Script::at(120, 40).press(keys);
        for (cols, rows) in SIZES {
            script.act(Action::Resize(cols, rows));
            // Reading the styles panics on any other colour.
            let (_, styles) = script.frame(Look::default());
            assert!(styles.join("").contains(['v', 'b', 'B', 'm', 'M']), "{keys}: nothing stands out");
        }
    }
}

#[test]
fn point_26_no_screen_needs_a_special_font() {
    for keys in ways() {
        let text = Script::at(120, 40).press(keys).text();
        let is_private = |c: &char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        assert_eq!(text.chars().find(is_private), None, "{keys}");
    }
}

#[test]
fn below_the_least_size_a_sentence_says_what_is_needed() {
    let script = Script::at(30, 8);
    assert_eq!(script.screen()[0].trim(), "Too small: needs 40x10, has");
    assert_eq!(script.screen()[1].trim(), "30x8.");
}
