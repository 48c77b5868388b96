//! Searching while the query is typed.

use prospectus::app::Pane;
use prospectus::search::Facet;

use crate::script::Script;

#[test]
fn the_program_that_is_meant_is_selected_in_under_ten_keys() {
    let script = Script::at(120, 40).press("/mit supp");
    assert_eq!(script.selected_id(), "mitx-supply-chain-management");
}

#[test]
fn letters_are_text_while_typing_and_commands_after() {
    let script = Script::at(120, 40).press("/qgc?");
    assert_eq!(script.app.view.query, "qgc?");
    assert!(script.app.overlays.is_empty());
    let script = Script::at(120, 40).press("/data<Enter>?");
    assert_eq!(script.app.view.query, "data");
    assert_eq!(script.app.overlays.len(), 1);
}

#[test]
fn esc_in_search_keeps_the_query_and_a_second_one_clears_it() {
    let mut script = Script::at(120, 40).press("/harvard data<Esc>");
    assert_eq!(script.app.view.query, "harvard data");
    assert_eq!(script.app.focus, Pane::List);
    assert!(!script.app.query.is_typing);
    script.type_keys("<Esc>");
    assert_eq!(script.app.view.query, "");
    script.type_keys("<Esc><Esc><Esc>");
    assert_eq!(script.effect, prospectus::app::Effect::None);
}

#[test]
fn point_23_the_selection_follows_its_program_when_a_filter_changes() {
    let mut script = Script::at(120, 40).press("<Down><Down><Down>");
    let before = script.selected_id();
    script.type_keys("f<Enter>");
    assert_eq!(script.selected_id(), before, "a Professional Certificate stays selected among its like");
    assert!(script.app.found.hits.len() < 626);
}

#[test]
fn point_24_accents_and_capitals_need_not_be_typed() {
    let programs = |query: &str| {
        let script = Script::at(120, 40).press(&format!("/{query}"));
        script.app.found.hits.iter().map(|hit| hit.program).collect::<Vec<_>>()
    };
    let plain = programs("gestion");
    assert!(!plain.is_empty());
    assert_eq!(programs("gestión"), plain);
    assert_eq!(programs("GESTIO\u{301}N"), plain, "the accent as a character of its own");
}

#[test]
fn point_40_an_emptied_search_gives_the_old_selection_back() {
    let mut script = Script::at(120, 40).press("<Down><Down><Down>");
    let before = script.selected_id();
    script.type_keys("/dat<Backspace><Backspace><Backspace>");
    assert_eq!((script.selected_id(), script.app.view.query.as_str()), (before.clone(), ""));
    script.type_keys("zzzzzz<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>");
    assert_eq!(script.selected_id(), before, "also where nothing was found on the way");
    script.type_keys("data<Down><Down>");
    let chosen = script.selected_id();
    script.type_keys("<Backspace><Backspace><Backspace><Backspace>");
    assert_eq!(script.selected_id(), chosen, "what was chosen among the hits stays chosen");
}

#[test]
fn matches_are_marked_in_the_titles() {
    let script = Script::at(120, 40).press("/supply chain<Esc><Down>");
    let (text, styles) = script.frame(prospectus::ui::Look::default());
    let row =
        text.iter().position(|line| line.contains("Supply Chain Management") && line.contains(" MM ")).expect("a row");
    assert!(styles[row].contains("UUUUUU UUUUU"), "{}\n{}", text[row], styles[row]);
}

#[test]
fn nothing_found_says_why_and_which_key_helps() {
    let script = Script::at(80, 24).press("/qqqq");
    assert_eq!(script.app.found.hits.len(), 0);
    assert!(script.text().contains("No word like `qqqq`."), "{}", script.text());
    assert!(script.text().contains("0 of 780 programs"));
    let script = script.press("<Esc>X");
    assert_eq!(script.app.found.hits.len(), 626);
}

#[test]
fn a_pasted_text_is_text() {
    let mut script = Script::at(80, 24);
    script.act(prospectus::app::Action::Paste("q\u{1b}[31m".to_owned()));
    assert_eq!(script.app.view.query, "", "outside the search a paste is nothing");
    script.type_keys("/");
    script.act(prospectus::app::Action::Paste("data\nscience\u{1b}q".to_owned()));
    assert_eq!(script.app.view.query, "data scienceq");
    assert!(script.app.query.is_typing);
}

#[test]
fn a_slip_is_said_aloud() {
    let script = Script::at(120, 40).press("/sceince");
    assert!(script.text().contains("No word `sceince`"), "{}", script.text());
}

#[test]
fn a_field_that_is_typed_becomes_a_chip_and_leaves_the_line() {
    let mut script = Script::at(120, 40).press("/inst:mit");
    assert_eq!(script.app.query.input.value(), "inst:mit");
    assert!(script.app.chips().iter().any(|chip| chip.label == "MIT"), "it holds before it is typed to its end");
    let count = script.app.found.hits.len();
    script.type_keys("<Space>supp");
    assert_eq!(script.app.query.input.value(), "supp");
    assert!(script.app.view.filters.is_chosen(Facet::Institution, "Massachusetts Institute of Technology"));
    assert!(script.app.found.hits.len() < count);
    assert_eq!(script.selected_id(), "mitx-supply-chain-management");
    assert!(script.text().contains("MIT ×"), "{}", script.text());
}

#[test]
fn every_way_out_of_the_line_makes_chips_of_its_fields() {
    for keys in ["<Enter>", "<Esc>", "<Tab>"] {
        let script = Script::at(120, 40).press("/data -kind:mm months:<6").press(keys);
        assert_eq!(script.app.view.query.trim(), "data", "{keys}");
        let labels: Vec<String> = script.app.chips().into_iter().map(|chip| chip.label).collect();
        assert_eq!(labels, ["“data”", "not MicroMasters", "under 6 months", "In the May 2026 list"], "{keys}");
    }
}

#[test]
fn a_field_that_nobody_knows_stays_in_the_line_and_is_told() {
    let script = Script::at(120, 40).press("/inst:nowhere data<Enter>");
    assert_eq!(script.app.view.query, "inst:nowhere data");
    assert!(script.app.found.hits.len() > 20);
    assert!(script.text().contains("No institution is called `nowhere`"), "{}", script.text());
}

#[test]
fn what_is_wrong_with_a_query_is_said_below_it_while_it_is_typed_and_above_the_footer_after() {
    let script = Script::at(80, 24).press("/inst:nowhere data");
    let line = |script: &Script, row: usize| script.text().lines().nth(row).unwrap_or_default().to_owned();
    assert!(line(&script, 2).contains("No institution is called `nowhere`"), "{}", script.text());
    assert!(!line(&script, 22).contains("nowhere"), "{}", script.text());
    let script = script.press("<Enter>");
    assert!(line(&script, 22).contains("No institution is called `nowhere`"), "{}", script.text());
}

#[test]
fn amounts_on_offer_are_those_that_part_the_programs_of_the_view() {
    let offered = |query: &str| {
        let script = Script::at(120, 40).press(query);
        script.app.query.completions.all.iter().map(|offer| offer.text.clone()).collect::<Vec<_>>()
    };
    let (long, short) = (offered("/kind:mm months:"), offered("/kind:pc months:"));
    assert!(long[0].starts_with('<') && long.len() > 2, "{long:?}");
    assert_ne!(long, short, "MicroMasters are longer");
    let shown = |query: &str| Script::at(120, 40).press(query).app.found.hits.len();
    let all = shown("/unknown:drop kind:pc <Enter>");
    let some = shown(&format!("/unknown:drop kind:pc months:{} <Enter>", short[0]));
    assert!(0 < some && some < all, "{} leaves {some} of {all}", short[0]);
}

#[test]
fn a_limit_that_was_typed_is_removed_like_any_filter() {
    let script = Script::at(120, 40).press("/status:all months:<2<Enter>x");
    assert_eq!(script.app.view.filters, prospectus::search::Filters::none());
    assert_eq!(script.app.found.hits.len(), 780);
}

#[test]
fn tab_completes_names_and_values_and_goes_round() {
    let mut script = Script::at(120, 40).press("/ins<Tab>");
    assert_eq!(script.app.query.input.value(), "inst:");
    assert!(script.text().contains("IBM "), "the values follow the name: {}", script.text());
    script.type_keys("mass<Tab>");
    assert_eq!(script.app.query.input.value(), "inst:MIT");
    script.type_keys("<C-u>le<Tab>");
    assert_eq!(script.app.query.input.value(), "level:");
    script.type_keys("<C-u>data field:<Tab>");
    let first = script.app.query.input.value().to_owned();
    assert!(first.starts_with("data field:"), "{first}");
    script.type_keys("<Tab>");
    assert_ne!(script.app.query.input.value(), first);
    script.type_keys("<BackTab>");
    assert_eq!(script.app.query.input.value(), first);
    script.type_keys("<BackTab><Tab>");
    assert_eq!(script.app.query.input.value(), first, "it goes round");
    assert!(script.app.query.is_typing);
}

#[test]
fn a_completed_value_with_blanks_is_quoted_and_becomes_a_chip() {
    let script = Script::at(120, 40).press("/field:anal<Tab>");
    assert_eq!(script.app.query.input.value(), "field:\"Data Analysis & Statistics\"");
    let script = script.press("<Space>");
    assert_eq!(script.app.query.input.value(), "");
    assert!(script.app.view.filters.is_chosen(Facet::Field, "Data Analysis & Statistics"));
}

#[test]
fn the_counts_of_offers_are_those_of_the_present_view() {
    let mut script = Script::at(120, 40).press("/python inst:<Tab>");
    let offers = script.app.query.completions.clone();
    for offer in offers.all.iter().take(5) {
        assert_eq!(script.app.query.input.value(), format!("python inst:{}", offer.text));
        assert_eq!(Some(script.app.found.hits.len()), offer.count, "{}", offer.text);
        script.type_keys("<Tab>");
    }
}

#[test]
fn tab_with_nothing_to_complete_goes_to_the_next_pane() {
    let script = Script::at(120, 40).press("/data<Tab>");
    assert!(!script.app.query.is_typing);
    assert_eq!(script.app.focus, Pane::Detail);
}

#[test]
fn what_the_search_has_to_say_is_said_only_where_the_list_is() {
    let script = Script::at(80, 24).press("/inst:nowhere data<Enter>");
    assert!(script.screen()[22].contains("nowhere"), "{}", script.text());
    assert!(!script.press("g").text().contains("nowhere"));
}

#[test]
fn what_narrows_the_list_is_named_before_any_hint_in_place_of_a_query() {
    for (cols, rows, keys) in [(60, 20, ""), (80, 24, "f<Down><Enter><Esc>"), (120, 40, "f<Down><Enter><Esc>")] {
        let script = Script::at(cols, rows).press(keys);
        let line = script.screen()[1].clone();
        assert!(line.contains("In the May 2026 list ×"), "{cols}: {line}");
        assert!(!line.contains(" +"), "all chips fit once the hint gives way: {line}");
        assert!(line.starts_with(" / "), "{line}");
    }
    let line = Script::at(120, 40).screen()[1].clone();
    assert!(line.contains("a skill, a school or a title"), "where there is room the hint is whole: {line}");
}

#[test]
fn if_not_every_chip_fits_there_is_no_hint_and_as_many_chips_as_possible() {
    let script = Script::at(80, 24).press("f<Enter><Down><Down><Down><Down><Down><Down><Down><Down><Enter><Esc>");
    let line = script.screen()[1].clone();
    assert!(script.app.chips().len() > 2 && line.contains(" +"), "{line}");
    assert!(line.contains(" ×") && !line.contains("search") && !line.contains("a skill"), "{line}");
}

#[test]
fn words_typed_after_a_search_are_words_of_their_own() {
    let script = Script::at(120, 40).press("/supply chain<Enter>/python<Enter>");
    assert_eq!(script.app.view.query, "supply chain python");
    let script = Script::at(120, 40).press("/supply chain<Enter>/<Enter>");
    assert_eq!((script.app.view.query.as_str(), script.app.query.input.value()), ("supply chain", "supply chain"));
    let script = Script::at(120, 40).press("/supply chain<Enter>/<Backspace><Backspace><Enter>");
    assert_eq!(script.app.view.query, "supply chai", "one Backspace takes the blank, the next a letter");
}

#[test]
fn what_a_person_has_chosen_is_shown_before_the_default_filter() {
    for (cols, typed, own) in [
        (80, "inst:mit inst:harvard price:<500", "under US$500"),
        (80, "kind:mm months:<12", "under 12 months"),
        (60, "lang:es", "Spanish"),
    ] {
        let script = Script::at(cols, 24).press(&format!("/{typed}<Enter>"));
        let line = script.screen().swap_remove(1);
        assert!(line.contains(own), "{cols} {typed}: {line}");
    }
}

#[test]
fn the_academic_level_is_found_where_the_courses_are_rated_otherwise() {
    let script = Script::at(80, 24).press("/supply chain kind:mm level:graduate <Enter><Enter>");
    assert_eq!(script.selected_id(), "mitx-supply-chain-management");
    assert!(script.text().contains("graduate level, courses introductory to advanced"), "{}", script.text());
    let script = Script::at(80, 24).press("/supply chain kind:mm level:introductory <Enter>");
    assert_eq!(script.selected_id(), "mitx-supply-chain-management", "how hard the courses are is found as before");
}
