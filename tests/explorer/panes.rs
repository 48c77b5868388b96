//! Panes, filters and chips.

use prospectus::app::layout::layout;
use prospectus::app::{Action, Effect, Nudge, Overlay, Pane, PaneAction};
use prospectus::search::Facet;

use crate::script::Script;

#[test]
fn what_is_still_taught_is_shown_at_first() {
    let script = Script::at(120, 40);
    assert_eq!(script.app.found.hits.len(), 626);
    assert!(script.text().contains("626 of 780 programs"));
    assert!(script.text().contains("In the May 2026 list ×"));
}

#[test]
fn several_values_of_a_facet_widen_and_another_facet_narrows() {
    let mut script = Script::at(120, 40).press("f<Down><Enter>");
    assert_eq!(script.app.found.hits.len(), 50, "MicroMasters");
    script.type_keys("<Down><Enter>");
    assert_eq!(script.app.found.hits.len(), 60, "and MicroBachelors");
    assert!(script.app.view.filters.is_chosen(Facet::Kind, "micromasters"));
    script.type_keys("<Up><Enter>");
    assert_eq!(script.app.found.hits.len(), 10);
}

#[test]
fn the_cursor_of_the_filters_stays_on_its_value_when_counts_change() {
    let script = Script::at(120, 40).press("f<Down><Enter>");
    assert!(script.text().contains("■ MicroMasters"), "{}", script.text());
    let cursor = script.app.filter_under_cursor();
    let script = script.press("<Enter><Enter>");
    assert_eq!(script.app.filter_under_cursor(), cursor);
}

#[test]
fn a_long_facet_unfolds_and_folds_again() {
    let mut script = Script::at(120, 60).press("f");
    let folded = script.app.filter_rows().len();
    while !matches!(script.app.filter_under_cursor(), Some(prospectus::app::FilterCursor::Fold(_))) {
        script.type_keys("<Down>");
    }
    script.type_keys("<Enter>");
    assert!(script.app.filter_rows().len() > folded + 10);
    script.type_keys("<Enter>");
    assert_eq!(script.app.filter_rows().len(), folded);
}

#[test]
fn each_chip_can_be_removed() {
    let mut script = Script::at(120, 40).press("f<Down><Enter><Esc>/data<Esc>x");
    assert_eq!(script.app.overlays.last(), Some(&Overlay::RemoveFilter));
    assert!(script.text().contains("MicroMasters ×"), "{}", script.text());
    script.type_keys("<Down><Enter>");
    assert_eq!(script.app.chips().len(), 2);
    script.type_keys("<Enter><Enter>");
    assert_eq!(script.app.chips().len(), 0);
    assert_eq!(script.app.found.hits.len(), 780, "without any filter the older ones are shown too");
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
    assert_eq!(seen, [Pane::Detail, Pane::List, Pane::Detail], "the filters are a drawer of their own");
    script.type_keys("<Tab> <BackTab>");
    assert_eq!(script.app.focus, Pane::Compare);
}

#[test]
fn a_text_scrolls_to_its_end_and_one_step_back_moves_it() {
    let mut script = Script::at(80, 24).press("/mit supply<Enter><Enter><End>");
    let end = script.app.tops.detail;
    assert!(end > 0);
    script.type_keys("<Down><Down><PgUp>");
    assert!(script.app.tops.detail < end);
    assert!(script.text().contains('↓'));
}

#[test]
fn detail_shows_pathways_with_their_conditions_and_marks_the_basis() {
    let script = Script::at(99, 130).press("/mit supply<Enter><Enter>");
    let text = script.text();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "WHERE IT MAY COUNT, IF ADMITTED",
        "separate",
        "CREDIT may count, if admitted · 6 routes on record",
        "TIME 18 months · ",
    ] {
        assert!(words.contains(said), "{said}:\n{text}");
    }
}

#[test]
fn o_opens_the_page_on_the_new_platform_or_else_a_search_for_the_title() {
    let script = Script::at(120, 40).press("/mitx-supply-chain-management<Esc>o");
    assert_eq!(script.effect, Effect::OpenUrl("https://learn.mit.edu/programs/program-v1:MITxT+SCM".to_owned()));
    let script = Script::at(120, 40).press("/microsoft-az-400-devops-engineer<Esc>o");
    let search = "https://www.edx.org/search?q=AZ-400%20DevOps%20Engineer";
    assert_eq!(script.effect, Effect::OpenSearch(search.to_owned()));
    let script = script.press("y");
    assert_eq!(script.effect, Effect::None, "a search is no address");
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

#[test]
fn z_gives_the_body_to_the_pane_and_gives_it_back() {
    for (cols, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        let mut script = Script::at(cols, rows).press(" ");
        let before = layout(&script.app);
        for _ in 0..3 {
            script.type_keys("z");
            let zoomed = layout(&script.app);
            let panes = [zoomed.filters, zoomed.list, zoomed.detail, zoomed.compare];
            assert_eq!(panes.into_iter().flatten().collect::<Vec<_>>(), [zoomed.body], "{cols}x{rows}");
            assert!(script.screen()[0].contains("Facts"), "{}", script.screen()[0]);
            script.type_keys("z<Tab>");
        }
        assert_eq!(script.app.focus, Pane::List, "Tab went round");
        assert_eq!(layout(&script.app), before);
        assert!(!script.press("z<Esc>").app.arrangement.is_zoomed, "Esc is one step back");
    }
}

#[test]
fn a_pane_grows_and_shrinks_within_bounds_and_answers_the_first_key_that_turns_it_back() {
    for (cols, rows) in [(80, 24), (120, 40), (200, 60)] {
        for way in ["", "f", "<Enter>", " <BackTab><BackTab>"] {
            let mut script = Script::at(cols, rows).press(way);
            let panes = |script: &Script| {
                let layout = layout(&script.app);
                [layout.filters, layout.list, layout.detail, layout.brief, layout.compare]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
            };
            if panes(&script).len() == 1 {
                continue;
            }
            for (way_there, back) in [(Nudge::More, Nudge::Less), (Nudge::Less, Nudge::More)] {
                for _ in 0..150 {
                    script.act(Action::Panes(PaneAction::Resize(way_there)));
                }
                assert!(script.text().contains("The pane cannot be"), "{cols} {way} {way_there:?}");
                let far = panes(&script);
                assert!(
                    far.iter().all(|area| area.cols >= 20 && area.rows >= 4),
                    "{cols} {way} {way_there:?}: {far:?}"
                );
                assert!(far.iter().all(|area| area.x + area.cols <= cols && area.y + area.rows <= rows - 2), "{far:?}");
                script.act(Action::Panes(PaneAction::Resize(back)));
                assert_ne!(panes(&script), far, "{cols} {way} {way_there:?}");
            }
        }
    }
}

#[test]
fn moved_lines_survive_every_change_of_size() {
    let mut script = Script::at(200, 60).press(" ");
    for way in ["f", "<Esc>", "<Tab>", "<Tab>"] {
        script.type_keys(way);
        for _ in 0..60 {
            script.act(Action::Panes(PaneAction::Resize(Nudge::More)));
        }
    }
    let wide = layout(&script.app);
    for cols in (0..=210).step_by(3) {
        for rows in [0, 1, 9, 10, 14, 19, 25, 60] {
            script.act(Action::Resize(cols, rows));
            script.screen();
        }
    }
    script.act(Action::Resize(200, 60));
    assert_eq!(layout(&script.app), wide);
}

#[test]
fn titles_have_36_columns_from_120_on_and_what_is_compared_takes_none_of_them() {
    for cols in (120..=240).step_by(5) {
        for keys in ["", " ", " <Down> <Down> "] {
            let script = Script::at(cols, 50).press(keys);
            let head = script.screen().into_iter().find(|line| line.contains("Program ")).expect("a heading");
            let (from, to) = (head.find("Program").expect("it is there"), head.find("School").expect("a column"));
            assert!(to - from > 36, "{cols} after {keys:?}: {head}");
        }
    }
}

#[test]
fn beside_the_list_two_programs_are_compared_with_bars() {
    for cols in [160, 180, 200, 240] {
        let script = Script::at(cols, 50).press("/data science<Enter> <Down> ");
        assert!(layout(&script.app).compare.is_some() && layout(&script.app).detail.is_some());
        let work = script.screen().into_iter().find(|line| line.contains("Work  ")).expect("a row");
        assert!(work.contains('█'), "{cols}: {work}");
    }
}

#[test]
fn filters_take_the_screen_where_the_list_beside_them_could_not_be_read() {
    for (cols, has_list) in [(60, false), (79, false), (80, true), (120, true)] {
        let script = Script::at(cols, 24).press("f");
        let layout = layout(&script.app);
        assert_eq!((layout.filters.is_some(), layout.list.is_some()), (true, has_list), "{cols}");
        assert!(script.screen()[1].contains("626"), "how many are left is seen: {}", script.screen()[1]);
    }
}

#[test]
fn kinds_fields_and_common_topics_are_whole_in_the_filters() {
    for cols in [60, 80, 120, 160, 200] {
        let script = Script::at(cols, 60).press("f");
        for name in ["Professional Certificate ", "Data Analysis & Statistics ", "Artificial intelligence "] {
            assert!(script.text().contains(name), "{name} at {cols}:\n{}", script.text());
        }
    }
}
