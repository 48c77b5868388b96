//! The comparison.

use prospectus::app::Screen;

use crate::script::Script;

#[test]
fn four_programs_fit_and_a_fifth_is_refused_in_words() {
    let script = Script::at(120, 40).press(" <Down> <Down> <Down> <Down> ");
    assert_eq!(script.app.basket.len(), 4);
    assert!(script.text().contains("The comparison holds 4 programs"), "{}", script.text());
}

#[test]
fn space_takes_a_program_out_again() {
    let script = Script::at(120, 40).press("  ");
    assert!(script.app.basket.is_empty());
}

#[test]
fn differing_rows_end_in_a_sign_and_equal_ones_fold() {
    let mut script = Script::at(120, 40).press("/data science<Enter> <Down> c");
    assert_eq!(script.app.screen, Screen::Compare);
    let lines = script.screen();
    let length = lines.iter().find(|line| line.starts_with(" Institution")).expect("a row");
    assert!(length.ends_with("≠ differs"), "{length}");
    let kind = lines.iter().find(|line| line.starts_with(" Status")).expect("a row");
    assert!(!kind.contains('≠'), "{kind}");
    script.type_keys("e");
    assert!(!script.text().contains("\n Status"), "{}", script.text());
    assert!(script.text().contains("e shows them"), "{}", script.text());
}

#[test]
fn what_is_unknown_is_called_unknown() {
    let script = Script::at(120, 50).press("/digital transformation playbook<Enter> <Esc>/ibm data science<Enter> c");
    assert!(script.text().contains(" unknown"), "{}", script.text());
}

#[test]
fn where_columns_do_not_fit_every_fact_becomes_a_block() {
    let script = Script::at(60, 40).press(" <Down> <Down> <Down> c");
    assert!(script.text().contains("≠ differs"), "{}", script.text());
    assert!(script.screen().iter().all(|line| line.chars().count() <= 60));
}

#[test]
fn an_empty_comparison_says_what_to_do() {
    let script = Script::at(80, 24).press("c");
    assert_eq!(script.app.screen, Screen::Explore);
    assert!(script.text().contains("Space puts the selected program in"), "{}", script.text());
}

#[test]
fn esc_leads_back_to_where_the_comparison_was_opened() {
    let script = Script::at(80, 24).press(" c<Esc>");
    assert_eq!(script.app.screen, Screen::Explore);
}
