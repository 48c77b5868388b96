//! Fifty-seven common complaints about terminal programs, and for each the tests that show that this one avoids it. The
//! number in the name of a test is the number of the complaint.

use std::path::Path;

/// A complaint, and the files with the tests that carry its number.
const POINTS: [(&str, &[&str]); 57] = [
    ("a panic leaves the terminal broken", &["tests/terminal/given_back.rs"]),
    ("an error while starting leaves it half set up", &["tests/terminal/given_back.rs"]),
    ("it crashes at some size", &["tests/explorer/screens.rs"]),
    ("columns run askew with other scripts", &["tests/terminal/columns.rs"]),
    ("it cannot be read on my background", &["tests/explorer/screens.rs"]),
    ("it takes true colour for granted", &["tests/terminal/wire.rs"]),
    ("NO_COLOR is ignored, or hides the selected row", &["tests/terminal/wire.rs"]),
    ("something is said by colour alone", &["tests/explorer/screens.rs"]),
    ("every key counts twice on Windows", &["src/term/input.rs"]),
    ("a held key goes on after it is let go", &["tests/terminal/wire.rs"]),
    ("it flickers", &["tests/terminal/wire.rs"]),
    ("it works while nothing happens", &["tests/terminal/wire.rs"]),
    ("it asks the terminal and waits before it shows anything", &["tests/terminal/wire.rs"]),
    ("Ctrl-Z and fg do not work", &["tests/terminal/given_back.rs"]),
    ("it outlives its window", &["tests/terminal/given_back.rs"]),
    ("text cannot be selected with the mouse", &["tests/terminal/wire.rs"]),
    ("Esc quits, q is no letter, Ctrl-C is caught", &["tests/explorer/keys.rs"]),
    ("keys cannot be found", &["tests/explorer/keys.rs"]),
    ("a screen reader hears nothing of use", &["tests/terminal/wire.rs"]),
    ("two copies of crossterm race for keys", &["tests/architecture/main.rs"]),
    ("a paste is taken for commands", &["tests/terminal/wire.rs"]),
    ("without a terminal there is a stack of calls", &["tests/commands/streams.rs"]),
    ("the selection stays on a row and not on its program", &["tests/explorer/searching.rs"]),
    ("accents must be typed", &["tests/explorer/searching.rs"]),
    ("what is obviously meant does not come first", &["tests/search/quality.rs"]),
    ("it needs a special font", &["tests/explorer/screens.rs"]),
    ("a misspelt key in a file is ignored", &["tests/commands/catalog.rs"]),
    ("an old Windows console fails at underlines in colour", &["tests/architecture/main.rs"]),
    ("what the terminal answers is taken for keys", &["src/term/decode/tests.rs"]),
    ("Alt and a key is Esc and the key", &["src/term/decode/tests.rs", "src/term/queue.rs"]),
    ("letters with AltGr cannot be typed", &["src/term/input.rs"]),
    ("the other Backspace deletes nothing", &["src/term/decode/tests.rs"]),
    ("a key that comes in pieces is two keys", &["src/term/decode/tests.rs"]),
    ("a paste without an end swallows everything", &["src/term/decode/tests.rs"]),
    ("stopped from outside it leaves the terminal as it is", &["tests/terminal/given_back.rs"]),
    ("a stream that does not block is an error", &["src/stream.rs"]),
    ("files that can be read only once are refused", &["tests/robustness.rs"]),
    ("letters of other scripts are not found", &["src/names/fold.rs"]),
    ("the same thing is told again and again", &["tests/robustness.rs"]),
    ("an emptied search loses the place", &["tests/explorer/searching.rs"]),
    ("a key on nothing opens a blank page", &["tests/explorer/empty.rs"]),
    ("COLUMNS is ignored where there is no terminal", &["tests/robustness.rs"]),
    ("a pager shows codes in place of colours", &["src/cli/pager.rs"]),
    ("signs are garbled where the locale is not UTF-8", &["src/look.rs"]),
    ("a linked file is replaced by another one", &["src/files/tests.rs"]),
    ("an option twice is an error", &["tests/robustness.rs"]),
    ("help into a full disk succeeds", &["tests/robustness.rs"]),
    ("completion offers files where none is meant", &["tests/commands/shell.rs"]),
    ("the manual has no date", &["tests/commands/shell.rs"]),
    ("dates stop at the end of the calendar without a word", &["tests/plan/main.rs"]),
    ("quotes that an editor made mean nothing", &["src/search/grammar.rs"]),
    ("a variable that is 0 turns colours on", &["src/look.rs"]),
    ("with nowhere to write to it succeeds", &["tests/robustness.rs"]),
    ("a pipe in place of a small file hangs it", &["tests/robustness.rs"]),
    ("signs in full width start formulas", &["src/export/sheet.rs"]),
    ("shifted keys of newer terminals are small letters", &["src/term/decode/tests.rs"]),
    ("Enter of the keypad is none", &["src/term/decode/tests.rs"]),
];

#[test]
fn every_point_of_the_checklist_has_a_test_that_bears_its_number() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (place, (complaint, files)) in POINTS.iter().enumerate() {
        let start = format!("fn point_{:02}_", place + 1);
        for file in *files {
            let text = std::fs::read_to_string(root.join(file)).expect("a file of tests");
            assert!(text.contains(&start), "{file} has no test of point {}: {complaint}", place + 1);
        }
    }
}
