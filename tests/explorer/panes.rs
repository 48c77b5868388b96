//! Panes, filters and chips.

use prospectus::app::{Effect, Overlay, Pane};
use prospectus::search::Facet;

use crate::script::Script;

#[test]
fn only_programs_of_the_latest_list_are_shown_at_first() {
    let script = Script::at(120, 40);
    assert_eq!(script.app.hits.hits.len(), 626);
    assert!(script.text().contains("626 of 745 programs"));
    assert!(script.text().contains("[Current×]"));
}

#[test]
fn several_values_of_a_facet_widen_and_another_facet_narrows() {
    let mut script = Script::at(120, 40).press("f<Down><Enter>");
    assert_eq!(script.app.hits.hits.len(), 50, "MicroMasters");
    script.type_keys("<Down><Enter>");
    assert_eq!(script.app.hits.hits.len(), 60, "and MicroBachelors");
    assert!(script.app.view.filters.is_chosen(Facet::Kind, "micromasters"));
    script.type_keys("<Up><Enter>");
    assert_eq!(script.app.hits.hits.len(), 10);
}

#[test]
fn the_cursor_of_the_filters_stays_on_its_value_when_counts_change() {
    let script = Script::at(120, 40).press("f<Down><Enter>");
    assert!(script.text().contains("■ MicroMasters"), "{}", script.text());
    let cursor = script.app.filter_cursor.clone();
    let script = script.press("<Enter><Enter>");
    assert_eq!(script.app.filter_cursor, cursor);
}

#[test]
fn a_long_facet_unfolds_and_folds_again() {
    let mut script = Script::at(120, 60).press("f");
    let folded = script.app.filter_rows.len();
    while !matches!(script.app.filter_cursor, Some(prospectus::app::FilterCursor::Fold(_))) {
        script.type_keys("<Down>");
    }
    script.type_keys("<Enter>");
    assert!(script.app.filter_rows.len() > folded + 10);
    script.type_keys("<Enter>");
    assert_eq!(script.app.filter_rows.len(), folded);
}

#[test]
fn each_chip_can_be_removed() {
    let mut script = Script::at(120, 40).press("f<Down><Enter>f/data<Esc>x");
    assert_eq!(script.app.overlays, [Overlay::RemoveFilter]);
    assert!(script.text().contains("MicroMasters ×"), "{}", script.text());
    script.type_keys("<Down><Enter>");
    assert_eq!(script.app.chips().len(), 2);
    script.type_keys("<Enter><Enter>");
    assert_eq!(script.app.chips().len(), 0);
    assert_eq!(script.app.hits.hits.len(), 745, "without any filter the older ones are shown too");
    assert!(script.app.overlays.is_empty(), "nothing is left to remove");
}

#[test]
fn tab_goes_round_and_back() {
    let mut script = Script::at(120, 40);
    let mut seen = Vec::new();
    for _ in 0..3 {
        script.type_keys("<Tab>");
        seen.push(script.app.focus);
    }
    assert_eq!(seen, [Pane::Detail, Pane::Filters, Pane::List]);
    script.type_keys("<BackTab>");
    assert_eq!(script.app.focus, Pane::Filters);
}

#[test]
fn a_text_scrolls_to_its_end_and_one_step_back_moves_it() {
    let mut script = Script::at(80, 24).press("/mit supply<Enter><Enter><End>");
    let end = script.app.tops.detail;
    assert!(end > 0);
    script.type_keys("<Down><Down><Up>");
    assert_eq!(script.app.tops.detail, end - 1);
    assert!(script.text().contains('↓'));
}

#[test]
fn detail_shows_pathways_with_their_conditions_and_marks_the_basis() {
    let script = Script::at(100, 60).press("/mit supply<Enter><Enter>");
    let text = script.text();
    assert!(text.contains("WHERE IT LEADS"), "{text}");
    assert!(text.contains("separate admission"), "{text}");
    assert!(text.contains("Credit        may count, if admitted"), "{text}");
    assert!(text.contains("Length        18 months as listed"), "{text}");
}

#[test]
fn the_address_of_a_program_without_one_is_said_to_be_unknown() {
    let script = Script::at(120, 40).press("/mit supply<Esc>o");
    match &script.effect {
        Effect::OpenUrl(url) => assert!(url.starts_with("https://")),
        _ => assert!(script.text().contains("No web address is on record"), "{}", script.text()),
    }
    let script = Script::at(120, 40).press("/ibm data science<Esc>y");
    assert!(
        matches!(&script.effect, Effect::Copy(url) if url.starts_with("https://www.edx.org/")),
        "{:?}",
        script.effect
    );
}

#[test]
fn a_page_over_the_screen_closes_with_esc_and_with_q() {
    for close in ["<Esc>", "q"] {
        for open in ["?", "S", "G"] {
            let script = Script::at(80, 24).press(open);
            assert_eq!(script.app.overlays.len(), 1, "{open}");
            let script = script.press(close);
            assert!(script.app.overlays.is_empty(), "{open} {close}");
            assert_eq!(script.effect, Effect::None);
        }
    }
}
