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
    assert!(script.text().contains("Work  ≠"), "{}", script.text());
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
    assert!(script.text().contains("▌1 Supply Chain Management"), "{}", script.text());
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
    assert!(text.contains("Work ") && text.contains('≠'), "{text}");
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

#[test]
fn the_lines_of_a_title_begin_below_one_another_beside_their_number() {
    // Where each run of text without two blanks in it begins.
    let starts = |line: &str| -> Vec<usize> {
        let begins = |at: usize, c: char| c != ' ' && line[..at].ends_with("  ");
        let starts = line.char_indices().filter(|(at, c)| begins(*at, *c));
        starts.map(|(at, _)| prospectus::width::cols(&line[..at])).collect()
    };
    for (cols, others) in [(80, 1), (120, 2), (160, 3)] {
        for words in ["data science", "supply chain", "administr"] {
            let script = Script::at(cols, 40).press(&format!("/{words}<Enter> {}c", "<Down> ".repeat(others)));
            let screen = script.screen();
            let at = screen.iter().position(|line| line.starts_with(" Fact ")).expect("a heading");
            // The title follows its number and a blank; the mark of the cursor is before the first number.
            let numbers = starts(&screen[at]).into_iter().enumerate();
            let titles: Vec<usize> = numbers.map(|(place, col)| col + 2 + usize::from(place == 0)).collect();
            assert_eq!(titles.len(), others + 1, "{}", script.text());
            for line in screen[at + 1..].iter().take_while(|line| !line.trim().is_empty()) {
                assert!(starts(line).iter().all(|col| titles.contains(col)), "{words} at {cols}\n{}", script.text());
            }
        }
    }
}
