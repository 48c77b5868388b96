//! The same session on terminals of every size and type: search, filter, compare, ask, read the result and the help,
//! find an action by name, choose a range, see the map along both axes, use the mouse, quit, and come back to the same
//! view. The output must be well-formed throughout, and the terminal must be restored.

use portable_pty::PtySize;

use crate::run::{ENTER_SCREEN, ESC, Run, assert_given_back, assert_leaves, position};

const NAMES: [&str; 4] = ["xterm-256color", "screen", "tmux", "linux"];

/// Keys, and the text that must appear after them at every size.
const VISIT: [(&str, &str); 17] = [
    ("/data", "data"),
    ("\u{1b}[27uf", "KIND"),
    ("\r", "■"),
    ("\u{1b}[27u j c", "Comparison"),
    ("q", "of 780"),
    ("g", "What do you want to learn?"),
    ("\u{1b}[C1\u{1b}[C\u{1b}[C\u{1b}[C1R", "Too few"),
    ("?", "THE RECOMMENDATION"),
    ("\u{1b}[27ug", "of 780"),
    (":zoom", "1 action"),
    ("\u{1b}[27uf\u{1b}[F\r", "PRICE · upper end"),
    ("\u{1b}[D\u{1b}[D\r", "up to US$"),
    ("\u{1b}[27uv", "Map"),
    ("a", "Map"),
    (ESC, "of 780"),
    ("M", "The mouse works"),
    // A click on the list, which is there at every size.
    ("\u{1b}[<0;36;6M\u{1b}[<0;36;6m", "of 780"),
];

fn visit_at(cols: u16, rows: u16) {
    for name in NAMES {
        let mut run = Run::start(cols, rows, &[], &[("TERM", name)]);
        run.wait_for("of 780");
        for (keys, seen) in VISIT {
            run.send(keys);
            run.wait_for(seen);
            let text = run.text();
            assert!(!text.contains("[?") && !text.contains('\u{fffd}'), "{name} after {keys:?}:\n{text}");
        }
        run.send("q");
        assert_eq!(run.wait_for_end().exit_code(), 0, "{name}");
        assert_given_back(&run.bytes());
        let mut again = Run::start_at(run.take_home(), cols, rows, &[], &[("TERM", name)]);
        again.wait_for("/ data");
        again.send("q");
        assert_eq!(again.wait_for_end().exit_code(), 0, "{name}");
        assert_given_back(&again.bytes());
    }
}

#[test]
fn a_visit_on_the_smallest_terminal() {
    visit_at(40, 12);
}

#[test]
fn a_visit_on_a_small_terminal() {
    visit_at(60, 20);
}

#[test]
fn a_visit_on_the_usual_terminal() {
    visit_at(80, 24);
}

#[test]
fn a_visit_on_a_large_terminal() {
    visit_at(120, 40);
}

#[test]
fn a_visit_on_the_largest_terminal() {
    visit_at(200, 60);
}

#[test]
fn a_terminal_that_can_only_print_gets_plain_lines() {
    for (cols, rows) in [(40, 12), (80, 24), (200, 60)] {
        let mut run = Run::start(cols, rows, &[], &[("TERM", "dumb")]);
        run.wait_until("a line", |run| run.bytes().contains(&b'\n'));
        assert_eq!(position(&run.bytes(), ENTER_SCREEN), None);
        assert!(!run.bytes().contains(&0x1b), "{:?}", run.text());
        run.send("search supply chain\n1\nactions\nquit\n");
        run.wait_for_end();
        let text = String::from_utf8(run.bytes()).expect("text");
        assert!(text.contains("Supply Chain Management") && text.contains("All actions; a number does one."), "{text}");
        assert!(!text.contains(['\u{1b}', '│', '─']), "{text}");
    }
}

#[test]
fn a_storm_of_sizes_ends_at_the_last_one() {
    let mut run = Run::explorer(80, 24);
    for step in 0..100 {
        let (cols, rows) = (1 + step * 37 % 200, 1 + step * 23 % 60);
        run.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a new size");
    }
    run.size = (100, 30);
    run.heard.0.lock().expect("the listener lives").bytes.clear();
    run.master.resize(PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 }).expect("a new size");
    run.send("?");
    run.wait_for("THE LIST");
    run.send(ESC);
    run.wait_for("of 780");
    assert_leaves(&mut run);
}

#[test]
fn a_huge_paste_is_cut_and_leaves_the_keyboard_alive() {
    let mut run = Run::explorer(80, 24);
    run.send("/");
    run.send(&format!("\u{1b}[200~{}\u{1b}[201~", "data \u{7}q".repeat(10_000)));
    run.send("\u{15}supply chain");
    run.wait_for("Supply Chain");
    run.send(ESC);
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
}
