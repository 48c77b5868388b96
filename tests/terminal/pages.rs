//! Opening the web page of a program, copying its address, and long output in a pager, as seen
//! outside the real program.

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::program::Home;
use crate::run::{Run, position};

/// A browser that records what it is asked to open, and the file of that record.
fn browser(home: &Home) -> (String, PathBuf) {
    std::fs::create_dir_all(home.path()).expect("a home");
    let (script, asked) = (home.path().join("browser"), home.path().join("asked"));
    let text = format!("#!/bin/sh\nprintf '%s\\n' \"$#\" \"$1\" > '{0}.new' && mv '{0}.new' '{0}'\n", asked.display());
    std::fs::write(&script, text).expect("a script");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("a script");
    (script.display().to_string(), asked)
}

/// The explorer at a program with a page.
fn at_a_page(home: Home, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let mut run = Run::start_at(home, 120, 40, arguments, variables);
    run.wait_for("of 780");
    run.send("/mit supply\r");
    run.wait_for("Supply Chain Management");
    run
}

const PAGE: &str = "https://learn.mit.edu/programs/program-v1:MITxT+SCM";

#[test]
fn o_asks_the_browser_that_the_person_names() {
    let home = Home::new();
    let (script, asked) = browser(&home);
    let mut run = at_a_page(home, &[], &[("BROWSER", &script)]);
    run.send("o");
    run.wait_for("Asked the browser to open https://learn.mit.edu/");
    run.wait_until("the browser to be asked", |_| asked.exists());
    assert_eq!(std::fs::read_to_string(&asked).expect("what was asked"), format!("1\n{PAGE}\n"));
}

#[test]
fn over_ssh_and_without_a_browser_o_says_the_address() {
    let home = Home::new();
    let (script, asked) = browser(&home);
    let variables = [("BROWSER", script.as_str()), ("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")];
    let mut run = at_a_page(home, &[], &variables);
    run.send("o");
    run.wait_for("No browser here; the address is https://learn.mit.edu/");
    assert!(!asked.exists());
    for browser in ["", "/no/such/browser"] {
        let mut run = at_a_page(Home::new(), &[], &[("BROWSER", browser)]);
        run.send("o");
        run.wait_for("No browser here; the address is https://learn.mit.edu/");
    }
}

#[test]
fn line_by_line_o_asks_the_same_browser() {
    let home = Home::new();
    let (script, asked) = browser(&home);
    let mut run = Run::start_at(home, 120, 40, &["--accessible"], &[("BROWSER", &script)]);
    run.wait_for("626 of 780");
    run.send("search mit supply\r1\ro\r");
    run.wait_for("Asked the browser to open");
    run.wait_until("the browser to be asked", |_| asked.exists());
    assert!(std::fs::read_to_string(&asked).expect("what was asked").contains(PAGE));
}

#[test]
fn y_sends_the_address_to_the_terminal_and_claims_no_more() {
    let mut run = at_a_page(Home::new(), &[], &[]);
    run.send("y");
    run.wait_for("Sent to the terminal's clipboard");
    // The start of the address in base 64, after the clipboard sequence.
    let code = "\u{1b}]52;c;aHR0cHM6Ly9sZWFybi5taXQuZWR1L3Byb2dyYW1zL3Byb2dyYW0tdjE6TUlUeFQrU0NN";
    assert!(position(&run.bytes(), code).is_some());
}

/// A pager that runs this shell script.
fn pager(home: &Home, text: &str) -> String {
    std::fs::create_dir_all(home.path()).expect("a home");
    let script = home.path().join("pager");
    std::fs::write(&script, format!("#!/bin/sh\n{text}\n")).expect("a script");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("a script");
    script.display().to_string()
}

#[test]
fn what_is_longer_than_the_terminal_goes_to_the_pager() {
    for (arguments, is_paged) in [
        (&["list", "data"][..], true),
        (&["list", "data", "--no-pager"], false),
        (&["list", "data", "--no-input"], false),
        (&["list", "data", "--accessible"], false),
        (&["list", "data", "--json"], false),
        (&["list", "mit supply", "--limit", "1"], false),
    ] {
        let home = Home::new();
        let paged = home.path().join("paged");
        let script = pager(&home, &format!("cat > '{}'", paged.display()));
        let mut run = Run::start_at(home, 100, 24, arguments, &[("PAGER", &script)]);
        assert_eq!(run.wait_for_end().exit_code(), 0);
        assert_eq!(paged.exists(), is_paged, "{arguments:?}");
        if is_paged {
            let text = std::fs::read_to_string(&paged).expect("what was shown");
            assert!(text.contains("Title") && text.lines().count() > 24, "{text}");
            assert!(!run.text().contains("Title  "), "{}", run.text());
        }
    }
}

#[test]
fn a_pager_that_is_left_early_or_that_is_not_there_is_no_failure() {
    let home = Home::new();
    let script = pager(&home, "head -n 1");
    let mut run = Run::start_at(home, 100, 24, &["show", "mitx-supply-chain-management"], &[("PAGER", &script)]);
    assert_eq!(run.wait_for_end().exit_code(), 0);
    let mut run = Run::start(100, 24, &["list", "data"], &[("PAGER", "/no/such/pager")]);
    assert_eq!(run.wait_for_end().exit_code(), 0);
    assert!(run.text().contains("of 780 programs."), "{}", run.text());
}

#[test]
fn an_interrupt_is_for_the_pager_as_long_as_there_is_one() {
    let home = Home::new();
    // It sleeps in short steps: a shell that waits for input would miss an interrupt that comes just before it waits.
    let script = pager(&home, "trap 'echo INTERRUPTED; exit 0' INT\necho READY\nwhile :; do sleep 0.1; done");
    let mut run = Run::start_at(home, 100, 24, &["list", "data"], &[("PAGER", &script)]);
    run.wait_for("READY");
    run.send("\u{3}");
    assert_eq!(run.wait_for_end().exit_code(), 0);
    assert!(run.text().contains("INTERRUPTED"), "{}", run.text());
}
