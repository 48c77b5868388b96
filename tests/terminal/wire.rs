//! The bytes that reach the terminal: none that were not asked for, and as few as possible.

use std::time::Duration;

use rustix::process::Signal;

use crate::run::{ESC, Run, count, position};

const BEGIN_FRAME: &str = "\u{1b}[?2026h";
const END_FRAME: &str = "\u{1b}[?2026l";

/// A move of the selection redraws two rows and the facts beside them: a fraction of the screen.
const MAX_BYTES_OF_A_MOVE: usize = 2_000;

#[test]
fn point_13_asks_the_terminal_nothing() {
    let mut run = Run::explorer(80, 24);
    run.send("/data\u{1b}[27u");
    run.wait_for("/ data");
    run.send("q");
    run.wait_for_end();
    let bytes = run.bytes();
    for question in ["\u{1b}[6n", "\u{1b}[c", "\u{1b}]11;?", "\u{1b}[?u", "\u{1b}[>c"] {
        assert_eq!(position(&bytes, question), None, "{question:?}");
    }
}

#[test]
fn point_07_without_colours_the_selected_row_still_shows() {
    let mut run = Run::start(80, 24, &[], &[("NO_COLOR", "1")]);
    run.wait_for("of 780");
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
fn point_21_a_paste_is_text_and_no_key() {
    let mut run = Run::explorer(80, 24);
    run.send("/");
    run.send("\u{1b}[200~mit\nsupply q\u{1b}[201~");
    run.wait_for("mit supply q");
    run.send(ESC);
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
}

/// An explorer whose first frame is completely written.
fn settled(cols: u16, rows: u16) -> Run {
    let mut run = Run::explorer(cols, rows);
    run.wait_until("the first frame to end", |run| run.bytes().ends_with(END_FRAME.as_bytes()));
    run
}

#[test]
fn point_06_no_terminal_is_thought_to_have_more_than_the_basic_colours() {
    let mut run = Run::start(120, 40, &[], &[("COLORTERM", "truecolor")]);
    run.wait_for("of 780");
    run.send("/data\u{1b}[27u");
    run.wait_for("/ data");
    run.send(" c");
    run.wait_for("Comparison");
    run.send("q");
    run.send("q");
    run.wait_for_end();
    for sequence in ["38;2;", "48;2;", "58;2;", "[4:"] {
        assert_eq!(position(&run.bytes(), sequence), None, "{sequence:?}");
    }
    // The basic colours have the numbers 0 to 15 when written as numbers.
    let text = String::from_utf8_lossy(&run.bytes()).into_owned();
    for part in text.split("38;5;").skip(1) {
        let number: String = part.chars().take_while(char::is_ascii_digit).collect();
        assert!(number.parse::<u8>().is_ok_and(|number| number < 16), "colour {number}");
    }
}

#[test]
fn point_10_many_queued_keys_make_one_frame() {
    let mut run = settled(120, 40);
    let before = count(&run.bytes(), BEGIN_FRAME);
    run.kill(Signal::STOP);
    run.wait_until("the process to stop", |run| run.state() == 'T');
    run.send(&"j".repeat(500));
    run.kill(Signal::CONT);
    run.wait_until("a frame", |run| count(&run.bytes(), END_FRAME) > before);
    run.send("?");
    run.wait_for("THE LIST");
    let frames = count(&run.bytes(), BEGIN_FRAME) - before;
    assert!(frames <= 3, "{frames}: one for being called back, one for 500 keys, one for the help");
}

#[test]
fn point_11_each_frame_is_one_update_and_none_clears_the_screen() {
    let mut run = settled(120, 40);
    let begin = run.bytes().len();
    for (key, seen) in [("j", ""), ("/data", "/ data"), (ESC, ""), ("?", "THE LIST"), (ESC, "of 780")] {
        let before = count(&run.bytes(), END_FRAME);
        run.send(key);
        run.wait_until("a frame", |run| count(&run.bytes(), END_FRAME) > before && run.text().contains(seen));
    }
    let later = run.bytes()[begin..].to_vec();
    assert_eq!(position(&later, "\u{1b}[2J"), None, "a cleared screen flickers");
    let text = String::from_utf8(later).expect("text");
    for frame in text.split_inclusive(END_FRAME).filter(|frame| frame.ends_with(END_FRAME)) {
        assert!(frame.starts_with(BEGIN_FRAME), "something is written outside a frame: {frame:?}");
        assert_eq!(frame.matches(BEGIN_FRAME).count(), 1);
    }
}

#[test]
fn point_12_nothing_is_done_while_nothing_happens() {
    let run = settled(120, 40);
    // Work on the first frame may still be counted for a moment.
    run.wait_for_more(Duration::from_millis(500));
    let before = run.work();
    assert!(!run.wait_for_more(Duration::from_secs(2)), "something was written without a key");
    assert_eq!(run.work(), before, "a thread woke up without a key");
}

#[test]
fn point_16_the_mouse_is_left_to_the_terminal_unless_it_is_asked_for() {
    let mut run = Run::explorer(120, 40);
    run.send("q");
    run.wait_for_end();
    for mode in ["?9h", "?1000h", "?1002h", "?1003h", "?1006h", "?1015h"] {
        assert_eq!(position(&run.bytes(), mode), None, "{mode}");
    }
}

#[test]
fn point_19_words_for_those_without_a_screen_are_free_of_boxes_and_sequences() {
    let commands: [&[&str]; 5] = [
        &["list", "supply chain"],
        &["show", "mitx-supply-chain-management"],
        &["compare", "mitx-supply-chain-management", "ibm-data-science"],
        &["guide"],
        &["facets"],
    ];
    for words in commands {
        let mut run = Run::start(80, 24, words, &[("TERM", "dumb")]);
        assert_eq!(run.wait_for_end().exit_code(), 0, "{words:?}");
        let text = String::from_utf8(run.bytes()).expect("text");
        assert!(text.len() > 40, "{words:?}");
        assert!(!text.contains(|c| c == '\u{1b}' || ('\u{2500}'..='\u{28ff}').contains(&c)), "{words:?}: {text}");
    }
}

#[test]
fn point_19_the_cursor_rests_on_the_row_that_has_the_keyboard() {
    let mut run = settled(120, 40);
    // The list and a question, each with the mark of the row under the cursor.
    for (keys, seen) in [("jj", "▌"), ("g\u{1b}[C", "▌")] {
        let before = run.bytes().len();
        run.send(keys);
        run.wait_until("a frame", |run| run.bytes().len() > before && run.bytes().ends_with(END_FRAME.as_bytes()));
        while run.wait_for_more(Duration::from_millis(300)) {}
        let screen = run.screen();
        let (row, col) = screen.cursor_position();
        assert_eq!(screen.cell(row, col).expect("a cell").contents(), seen, "at {row}, {col} after {keys}");
        assert!(screen.hide_cursor(), "nothing is typed");
    }
}

#[test]
fn moving_the_selection_writes_little() {
    for (what, key) in [("down", "j"), ("up", "k"), ("to the next pane", "\t")] {
        let mut run = settled(120, 40);
        run.send("jjjjj");
        run.wait_until("frames", |run| run.bytes().ends_with(END_FRAME.as_bytes()));
        while run.wait_for_more(Duration::from_millis(300)) {}
        let before = run.bytes().len();
        run.send(key);
        run.wait_until("a frame", |run| run.bytes().len() > before && run.bytes().ends_with(END_FRAME.as_bytes()));
        let written = run.bytes().len() - before;
        assert!(written < MAX_BYTES_OF_A_MOVE, "{what} writes {written} bytes");
    }
}

#[test]
fn the_mouse_is_the_terminals_until_it_is_asked_for_and_is_given_back_with_it() {
    let (on, off) = ("\u{1b}[?1000h", "\u{1b}[?1000l");
    let mut run = Run::explorer(120, 40);
    run.send("jj");
    run.wait_until("a frame", |run| run.bytes().ends_with(b"\x1b[?2026l"));
    assert_eq!((count(&run.bytes(), on), count(&run.bytes(), off)), (0, 0), "nothing is said of a mouse");
    run.send("M");
    run.wait_for("The mouse works here now");
    assert_eq!(count(&run.bytes(), on), 1);
    for motion in ["?1002h", "?1003h"] {
        assert_eq!(position(&run.bytes(), motion), None, "nobody wants to hear of a mouse that only moves");
    }
    // A click on the third program of the list; rows are counted from 1.
    run.send("\u{1b}[<0;30;7M\u{1b}[<0;30;7m");
    run.wait_for("▌  Actuarial Science");
    run.send("M");
    run.wait_for("left to the terminal");
    assert_eq!(count(&run.bytes(), off), 1);
    run.send("q");
    run.wait_for_end();
    assert_eq!(count(&run.bytes(), off), 1, "what is off is not switched off again");
    let mut run = Run::start(120, 40, &["--mouse"], &[]);
    run.wait_for("of 780");
    run.send("q");
    run.wait_for_end();
    assert_eq!((count(&run.bytes(), on), count(&run.bytes(), off)), (1, 1));
}

#[test]
fn a_look_that_is_asked_for_keeps_its_colours_whatever_the_environment_says() {
    let mut run = Run::start(80, 24, &["--look", "dark"], &[("NO_COLOR", "1")]);
    let is_colored = |run: &Run| {
        let screen = run.screen();
        let mut cells = (0..24).flat_map(|row| (0..80).map(move |col| (row, col)));
        cells.any(|(row, col)| screen.cell(row, col).expect("a cell").fgcolor() == vt100::Color::Idx(117))
    };
    run.wait_until("a colour of the look", is_colored);
}
