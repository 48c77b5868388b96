//! The palette: every action, found by typing and applied with Enter from everywhere.

use prospectus::app::{
    Action, App, Effect, Overlay, Palette, PaletteRow, Pane, ProgramAction, Screen, Spot, page, update,
};
use prospectus::keys::{BINDINGS, Context};
use prospectus::ui::pointer;

use crate::keys::WAYS;
use crate::script::{Script, world};

fn palette(app: &App) -> &Palette {
    match app.overlays.last() {
        Some(Overlay::Palette(palette)) => palette,
        other => panic!("{other:?}"),
    }
}

fn rows(app: &App) -> Vec<PaletteRow> {
    palette(app).found().cloned().collect()
}

fn named<'r>(rows: &'r [PaletteRow], name: &str) -> &'r PaletteRow {
    rows.iter().find(|row| row.action.name() == Some(name)).expect("every action is listed")
}

#[test]
fn every_action_that_a_key_causes_is_listed_with_its_keys_wherever_one_is_not_typing() {
    for (context, way) in WAYS.into_iter().filter(|(context, _)| !context.is_typing()) {
        let script = Script::at(120, 40).press(way).press(":");
        assert_eq!(Context::of(&script.app), Context::Palette, "{context:?}");
        let rows = rows(&script.app);
        for binding in BINDINGS.iter().filter(|binding| binding.contexts != [Context::Palette]) {
            let name = binding.action.name();
            assert!(name.is_some() && !binding.help.is_empty(), "{:?}", binding.action);
            let is_listed = rows.iter().any(|row| row.action.name() == name && row.help == binding.help);
            assert!(is_listed || name == Some("actions"), "{context:?}: {:?}", binding.action);
        }
        assert!(rows.iter().all(|row| !row.keys.is_empty()), "{context:?}");
    }
}

#[test]
fn what_can_be_done_comes_first_and_of_two_the_closer_one() {
    for (_, way) in WAYS.into_iter().filter(|(context, _)| !context.is_typing()) {
        for typed in ["", "plan", "filter"] {
            let script = Script::at(120, 40).press(way).press(":").press(typed);
            let rows = rows(&script.app);
            assert!(rows.is_sorted_by_key(|row| row.way.is_err()), "{way} {typed}");
            assert!(!rows.is_empty(), "{way} {typed}");
        }
    }
    let script = Script::at(120, 40).press(":plan");
    assert_eq!(rows(&script.app)[0].action, Action::ShowPlan);
}

#[test]
fn esc_closes_it_and_everything_is_as_it_was() {
    for (context, way) in WAYS.into_iter().filter(|(context, _)| !context.is_typing()) {
        let before = Script::at(120, 40).press(way).press("<Down>");
        let mut after = Script::at(120, 40).press(way).press("<Down>:forget<Down><PgDn><End><Up>");
        assert!(matches!(after.app.overlays.last(), Some(Overlay::Palette(_))));
        after.type_keys("<Esc>");
        assert_eq!(before.app.notice, None);
        assert_eq!(after.app, before.app, "{context:?}");
    }
}

#[test]
fn enter_does_what_is_under_the_cursor_as_its_key_would() {
    for (way, typed, keys) in [
        ("", "orders of the list", "t"),
        ("", "guide to the kinds", "G"),
        ("<Enter>", "zoom", "z"),
        ("/data<Enter>", "remove active", "x"),
        ("p", "hour more", "<Right>"),
        ("g<Right>1<Right><Right><Right><Right>1R", "what-if", "i"),
        ("?", "guide to the kinds", "<Esc>G"),
        ("<Enter>?", "guide to the kinds", "<Esc>G"),
        ("v", "sources", "S"),
        ("<Enter>", "every key", "?"),
        ("", "map points", "v"),
    ] {
        let by_key = Script::at(120, 40).press(way).press(keys);
        let by_name = Script::at(120, 40).press(way).press(":").press(typed).press("<Enter>");
        assert_eq!(by_name.app, by_key.app, "{way} : {typed}");
        assert_eq!(by_name.effect, by_key.effect, "{way} : {typed}");
    }
    assert_eq!(Script::at(120, 40).press("g<Right>:leave the program<Enter>").effect, Effect::Quit);
}

#[test]
fn an_action_of_the_list_is_done_from_a_page_that_lies_elsewhere() {
    let script = Script::at(120, 40).press("g<Right>1r:choose filters<Enter>");
    assert_eq!((script.app.screen, script.app.focus), (Screen::Explore, Pane::Filters));
    let script = Script::at(120, 40).press("?:all answers<Enter>");
    assert_eq!(script.app.screen, Screen::Review);
    let script = Script::at(120, 40).press("g<Right>1<Right><Right><Right><Right>1Rg:what-if<Enter>");
    assert_eq!(script.app.screen, Screen::WhatIf);
}

#[test]
fn taking_back_by_name_is_no_change_of_its_own() {
    let script = Script::at(120, 40).press("t<Down><Enter>t<Down><Enter>:undo<Enter>u");
    assert_eq!(script.app.view, Script::at(120, 40).app.view);
}

#[test]
fn what_would_do_nothing_says_why_in_words_and_does_nothing() {
    let script = Script::at(120, 40).press(":");
    let rows = rows(&script.app);
    for (name, reason) in [
        ("comparison", "nothing is in the comparison"),
        ("undo", "there is nothing to undo"),
        ("why-not", "no question is answered yet"),
        ("what-if", "there is no result yet; R at a question shows it"),
        ("more-hours", "only in a plan"),
        ("map-axis", "only on the map"),
        ("mark", "only at a question"),
    ] {
        assert_eq!(named(&rows, name).way.as_ref().err().map(AsRef::as_ref), Some(reason), "{name}");
    }
    let script = Script::at(120, 40).press(":more hours");
    assert!(script.text().contains("(only in a plan)"), "{}", script.text());
    let script = script.press("<Enter>");
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Palette(_))));
    assert!(script.text().contains("Not possible now: only in a plan."), "{}", script.text());
}

#[test]
fn typing_pasting_and_deleting_change_what_is_found() {
    let mut script = Script::at(120, 40).press(":comparision");
    assert_eq!(palette(&script.app).count(), 0);
    assert!(script.text().contains("No action matches “"), "{}", script.text());
    script.type_keys("<Backspace><Backspace><Backspace><Backspace>");
    assert!(palette(&script.app).count() > 0);
    script.type_keys("<C-u>");
    script.act(Action::Paste("web\npage\u{1b}".to_owned()));
    assert_eq!(palette(&script.app).input.value(), "web page");
    assert_eq!(rows(&script.app)[0].action, Action::Program(ProgramAction::OpenPage));
    assert!(script.app.view.query.is_empty());
}

#[test]
fn the_keys_lead_to_all_actions_with_enter() {
    let script = Script::at(120, 40).press("?");
    assert!(script.text().contains("Enter all actions"), "{}", script.text());
    assert!(script.text().contains("Enter here, or : anywhere, lists all actions"), "{}", script.text());
    let script = script.press("<Enter>");
    assert_eq!(script.app.overlays.len(), 2);
    let under = Script::at(120, 40).press(":");
    assert_eq!(rows(&script.app), rows(&under.app), "it is about the place from which the keys were opened");
    let script = script.press("guide to the kinds<Enter>");
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Guide(_))));
}

#[test]
fn a_click_puts_the_cursor_on_a_row_and_a_second_one_does_it() {
    let mut script = Script::at(120, 40).press(":order");
    let text = page::overlay_text_area(&script.app, script.app.overlays.last().expect("the palette"));
    for _ in 0..2 {
        let action = pointer::click(&script.app, text.x + 3, text.y + 1).expect("a row");
        assert_eq!(action, Action::Point(Spot::Row(1)));
        script.act(action);
    }
    let row = rows(&Script::at(120, 40).press(":order").app)[1].clone();
    assert!(script.app.overlays.is_empty() || row.way.is_err(), "{row:?}");
}

#[test]
fn arrows_enter_and_the_key_for_keys_reach_every_action_that_is_possible() {
    for way in ["", "<Enter>", "g", "gdata", "g<Right>1", "g<Right>1<Right><Right><Right><Right>1R", " c", "v"] {
        let there = Script::at(80, 24).press(way);
        // Where text is typed, `?` is text, and another key shows the keys.
        let keys = if Context::of(&there.app).is_typing() { "<F1>" } else { "?" };
        let start = there.press(keys).press("<Enter>");
        let rows = rows(&start.app);
        assert!(rows.iter().any(|row| row.way.is_ok()), "{way}");
        for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.way.is_ok()) {
            let mut script = Script { app: start.app.clone(), effect: Effect::None };
            script.type_keys(&"<Down>".repeat(place));
            assert_eq!(script.app.overlays.cursor(), place, "{way}: {}", row.help);
            script.type_keys("<Enter>");
            assert!(
                !script.app.overlays.layers().iter().any(|layer| matches!(layer.overlay, Overlay::Palette(_))),
                "{way}: {}",
                row.help
            );
        }
    }
}

#[test]
fn the_list_of_actions_does_not_make_the_adviser() {
    let mut app = App::new(world(), (120, 40));
    update(&mut app, Action::ShowActions);
    assert!(palette(&app).count() > 100);
    assert!(!app.world.has_adviser(), "a large catalogue would be read as a whole");
}

#[test]
fn an_action_is_found_by_the_words_that_people_use_for_it() {
    for (typed, name) in [
        ("export", "share"),
        ("print", "share"),
        ("exit", "quit"),
        ("help", "keys"),
        ("sort", "order"),
        ("cheap", "order"),
        ("theme", "next-look"),
        ("colour", "next-look"),
        ("school", "filters"),
        ("calendar", "plan"),
        ("bookmark", "keep"),
        ("client", "profiles"),
    ] {
        let script = Script::at(120, 40).press(&format!("/data<Enter>:{typed}"));
        let rows = rows(&script.app);
        let first = rows.first().and_then(|row| row.action.name());
        assert_eq!(first, Some(name), "{typed}");
    }
    let script = Script::at(120, 40).press("/data<Enter> :compare");
    assert!(rows(&script.app).iter().take(3).any(|row| row.action.name() == Some("comparison")));
}
