//! The plan of a program.

use prospectus::app::Overlay;

use crate::script::Script;

#[test]
fn p_opens_the_plan_and_hours_change_the_finish_in_the_same_frame() {
    let mut script = Script::at(120, 60).press("/data science harvard<Enter>p<Right>");
    assert_eq!(script.app.overlays, [Overlay::Plan]);
    let finish =
        |script: &Script| script.screen().into_iter().find(|line| line.contains("FINISH ")).expect("a finish").clone();
    let slow = finish(&script);
    script.type_keys("<Right><Right>");
    assert_ne!(finish(&script), slow, "more hours finish a self-paced program earlier");
    script.type_keys(">");
    assert!(script.text().contains("start 2026-11-30"), "{}", script.text());
    script.type_keys("<<<");
    assert!(script.text().contains("start 2026-11-23"), "never before today: {}", script.text());
}

#[test]
fn the_plan_starts_with_the_hours_that_were_answered() {
    let script = Script::at(120, 60).press("g<Right><Right><Right><Right>/6<Enter><Esc>p");
    assert!(script.text().contains("hours a week 6"), "{}", script.text());
}

#[test]
fn the_comparison_shows_when_one_would_be_done_and_holds_the_deadline_against_it() {
    let script = Script::at(120, 60).press("/data science<Enter> <Down> c<End>");
    assert!(script.text().contains(" Done by "), "{}", script.text());
    assert!(!script.text().contains(" Deadline "), "no deadline was given");
    let way = format!("g{}1<Esc>/data science<Enter> <Down> c<End>", "<Right>".repeat(3));
    let script = Script::at(120, 60).press(&way);
    assert!(script.text().contains("2027-02-23: this plan"), "{}", script.text());
}
