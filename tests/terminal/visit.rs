//! Short sessions in the explorer on real screens.

use portable_pty::PtySize;

use crate::run::{Run, assert_leaves};

#[test]
fn starts_shows_programs_and_quits() {
    let mut run = Run::explorer(80, 24);
    assert!(run.text().contains("prospectus"), "{}", run.text());
    assert_leaves(&mut run);
}

#[test]
fn finds_a_program_and_compares_it() {
    let mut run = Run::explorer(120, 40);
    run.send("/mit supply");
    run.wait_for("may count, if admitted");
    run.send("\r /");
    run.send("\u{15}digital transformation playbook\r ");
    run.wait_for("2 Digital Transformation");
    run.send("c");
    run.wait_for("2 programs; ≠ marks the deciding facts that differ");
    run.send("q");
    run.wait_for("of 780");
}

#[test]
fn the_questionnaire_leads_to_a_recommendation() {
    let mut run = Run::explorer(120, 40);
    run.send("g");
    run.wait_for("Question 1 of 13");
    for question in 2..=13 {
        // The goal, the credit and the deadline are answered; the rest is skipped.
        run.send(if matches!(question, 3..=5) { "1" } else { "\u{1b}[C" });
        run.wait_for(&format!("Question {question} of 13"));
    }
    run.send("\u{1b}[C");
    run.wait_for("Your answers");
    run.send("\r");
    run.wait_for("Kind: ");
    run.wait_for("Professional Certificate");
}

#[test]
fn follows_every_change_of_size() {
    let mut run = Run::explorer(80, 24);
    for (cols, rows, seen) in
        [(120, 40, "EVERY OTHER FACT"), (30, 8, "Too small"), (60, 20, "of 780"), (200, 60, "KIND")]
    {
        run.size = (cols, rows);
        run.heard.0.lock().expect("the listener lives").bytes.clear();
        run.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a new size");
        run.wait_for(seen);
    }
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
}
