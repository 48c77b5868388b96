//! The comparison.

use prospectus::app::{Effect, Screen};

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
fn deciding_rows_that_differ_end_in_a_sign_and_equal_ones_fold() {
    let mut script = Script::at(120, 60).press("/data science<Enter> <Down> c");
    assert_eq!(script.app.screen, Screen::Compare);
    let place = |script: &Script, start: &str| script.screen().iter().position(|line| line.starts_with(start));
    let lines = script.screen();
    let length = lines.iter().find(|line| line.starts_with(" Length")).expect("a row");
    assert!(length.ends_with("≠ differs"), "{length}");
    assert_eq!(place(&script, " Status"), None, "{}", script.text());
    script.type_keys("e");
    let (differs, same) = (place(&script, " WHAT ELSE DIFFERS"), place(&script, " THE SAME"));
    let (school, status) = (place(&script, " School"), place(&script, " Status"));
    assert!(differs < school && school < same && same < status && status.is_some(), "{}", script.text());
}

#[test]
fn what_is_unknown_is_called_unknown() {
    let script = Script::at(120, 50).press("/digital transformation playbook<Enter> <Esc>/ibm data science<Enter> ce");
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

#[test]
fn three_rivals_are_compared_and_one_is_taken_out_by_its_column() {
    let script = Script::at(120, 40).press("/supply chain<Enter> <Down> <Down> c");
    let rivals = script.app.basket.clone();
    assert_eq!(rivals.len(), 3);
    assert!(script.text().contains("▌1  Supply Chain Management"), "{}", script.text());
    let script = script.press("<Right>x");
    assert_eq!(script.app.basket, [rivals[0], rivals[2]]);
    assert_eq!(script.app.column(), Some(rivals[2]), "the cursor is on what came into its place");
    assert!(script.text().contains("is out of the comparison; u puts it back."), "{}", script.text());
    assert_eq!(script.press("u").app.basket, rivals);
}

#[test]
fn keys_act_on_the_program_of_the_column() {
    let script = Script::at(120, 40).press("/supply chain<Enter> <Down> c<Right><Right><Right>");
    let second = script.app.basket[1];
    assert_eq!(script.app.current(), Some(second), "the cursor stops at the last column");
    let title = script.app.catalog().program(second).title.to_string();
    for keys in ["<Enter>", "S", "p", "="] {
        let mut over = Script { app: script.app.clone(), effect: script.effect.clone() };
        over.type_keys(keys);
        assert!(over.text().contains(&title) && !over.app.overlays.is_empty(), "{keys}:\n{}", over.text());
        over.type_keys("<Esc>");
        assert_eq!(over.app.screen, Screen::Compare, "{keys}");
    }
    assert!(matches!(script.press("o").effect, Effect::OpenUrl(_) | Effect::OpenSearch(_)));
}

#[test]
fn the_strip_below_the_list_shows_what_decides_and_nothing_else() {
    let script = Script::at(120, 40).press("/supply chain<Enter> <Down> ");
    let text = script.text();
    assert!(text.contains("Work ") && text.contains("≠ differs"), "{text}");
    assert!(!text.contains("DECIDES") && !text.contains("FOLDED ROWS"), "{text}");
}

#[test]
fn a_single_program_is_compared_with_nothing_so_nothing_is_folded() {
    let script = Script::at(120, 60).press("/mit supply<Enter> c");
    assert!(script.text().contains("School") && !script.text().contains("The same"), "{}", script.text());
}

#[test]
fn how_many_programs_a_fact_is_known_for_is_no_number_of_a_program() {
    for (keys, all) in [("/supply<Enter> <Down> <Down> c<End>", "three"), ("/supply<Enter> <Down> c<End>", "two")] {
        let text = Script::at(120, 60).press(keys).text();
        assert!(text.contains(&format!("Known for one of {all}")), "{text}");
        assert!(!text.contains("Known for 1") && !text.contains("Known for 2"), "{text}");
    }
}
