//! What reaches the terminal, byte for byte: nothing that was not asked for, and as little as will do.

use std::time::Duration;

use crate::run::{Run, count, position};

#[test]
fn asks_the_terminal_nothing() {
    let mut run = Run::explorer(80, 24);
    run.send("/data\u{1b}");
    run.wait_for("Data Analyst");
    run.send("q");
    run.wait_for_end();
    let bytes = run.bytes();
    for question in ["\u{1b}[6n", "\u{1b}[c", "\u{1b}]11;?", "\u{1b}[?u", "\u{1b}[>c"] {
        assert_eq!(position(&bytes, question), None, "{question:?}");
    }
}

#[test]
fn without_colours_the_selected_row_still_shows() {
    let mut run = Run::start(80, 24, &[], &[("NO_COLOR", "1")]);
    run.wait_for("of 745");
    let screen = run.screen();
    let cells = (0..24).flat_map(|row| (0..80).map(move |col| (row, col)));
    let mut reversed = 0;
    for (row, col) in cells {
        let cell = screen.cell(row, col).expect("a cell");
        assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
        reversed += usize::from(cell.inverse());
    }
    assert!(reversed > 40, "{reversed} cells stand out");
}

#[test]
fn a_paste_is_text_and_no_key() {
    let mut run = Run::explorer(80, 24);
    run.send("/");
    run.send("\u{1b}[200~mit\nsupply q\u{1b}[201~");
    run.wait_for("mit supply q");
    run.send("\u{1b}");
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut run = Run::explorer(120, 40);
    run.wait_until("the first frame to end", |run| run.bytes().ends_with(b"\x1b[?2026l"));
    assert!(!run.wait_for_more(Duration::from_secs(2)), "something was written without a key");
}

#[test]
fn many_queued_keys_make_few_frames() {
    let mut run = Run::explorer(120, 40);
    run.wait_until("the first frame to end", |run| run.bytes().ends_with(b"\x1b[?2026l"));
    let before = count(&run.bytes(), "\u{1b}[?2026h");
    run.send(&"j".repeat(500));
    run.send("?");
    run.wait_for("EVERYWHERE");
    let frames = count(&run.bytes(), "\u{1b}[?2026h") - before;
    assert!(frames <= 100, "500 keys made {frames} frames");
}

#[test]
fn a_look_that_is_asked_for_keeps_its_colours_whatever_the_environment_says() {
    let mut run = Run::start(80, 24, &["--look", "dark"], &[("NO_COLOR", "1")]);
    run.wait_for("of 745");
    let screen = run.screen();
    let mut cells = (0..24).flat_map(|row| (0..80).map(move |col| (row, col)));
    assert!(cells.any(|(row, col)| screen.cell(row, col).expect("a cell").fgcolor() == vt100::Color::Idx(117)));
}
