//! Leaving the explorer and coming back: what is restored, and the message about what is gone.

use prospectus::app::{Action, App, Pane, page, update};
use prospectus::keep::{CatalogView, Workspace};
use prospectus::look::LookName;

use crate::script::{Script, world};

/// The kept state after writing it to JSON and reading it back.
fn through_the_file(workspace: &Workspace) -> Workspace {
    Workspace::from_json(&workspace.to_json()).expect("it was written here")
}

fn again(script: &Script) -> Script {
    let (cols, rows) = script.app.size;
    let (again, told) = Script::restored(cols, rows, &through_the_file(&script.kept()));
    assert_eq!(told, None);
    again
}

#[test]
fn a_start_without_anything_kept_is_the_first_start() {
    let (script, told) = Script::restored(120, 40, &Workspace::default());
    assert_eq!(script.screen(), Script::at(120, 40).screen());
    assert_eq!(told, None);
}

/// The screen without its footer, because changes of the former session cannot be undone.
fn panes(script: &Script) -> Vec<String> {
    let mut screen = script.screen();
    screen.pop();
    screen
}

#[test]
fn the_same_screen_comes_back() {
    for (cols, rows) in [(40, 12), (80, 24), (120, 40), (200, 60)] {
        for keys in [
            "/supply<Enter><Down><Down>",
            "/-python inst:ibm <Enter><End>",
            "f<Down><Enter><Esc>t<Down><Enter>",
            " <Down> <Down> <Tab>>>",
            "<Down>z",
            "X<Tab>>>>",
            "/xyzzy<Enter>",
        ] {
            // A key that changes nothing removes the notice.
            let script = Script::at(cols, rows).press(keys).press("<C-z>");
            let again = again(&script);
            assert_eq!(panes(&again), panes(&script), "{keys} at {cols}x{rows}");
        }
    }
}

#[test]
fn a_view_of_a_large_catalogue_is_searched_for_beside_the_screen_when_it_comes_back() {
    let workspace = Script::at(120, 40).press("/supply<Enter><Down><Down>").kept();
    let (at_once, _) = App::restored(world(), (120, 40), &workspace);
    let mut large = world();
    large.searches_beside = true;
    let (mut beside, _) = App::restored(large, (120, 40), &workspace);
    assert!(beside.is_searching() && beside.found.hits.is_empty(), "the first frame does not wait");
    assert!(page::nothing_found(&beside, 60).lines[0].text().contains("Searching"), "nothing is said to be missing");
    let found = beside.world.index.find(beside.catalog(), &beside.view);
    update(&mut beside, Action::Found(Box::new(found)));
    beside.world = at_once.world.clone();
    assert!(beside == at_once);
}

#[test]
fn folded_and_unfolded_come_back_and_so_does_the_place_of_the_keyboard() {
    let mut script = Script::at(120, 40).press("<Space><Down><Space>ce<Esc><Tab>");
    script.app.focus = Pane::Filters;
    let fold = script
        .app
        .filter_rows()
        .iter()
        .filter_map(prospectus::app::FilterRow::cursor)
        .find(|cursor| matches!(cursor, prospectus::app::FilterCursor::Fold(_)));
    script.app.drawer.cursor = fold;
    let script = script.press("<Enter>");
    let again = again(&script);
    assert!(!again.app.is_folded, "`e` unfolded it");
    assert_eq!(again.app.focus, Pane::Filters);
    assert_eq!(
        (&again.app.drawer.unfolded, again.app.filter_rows()),
        (&script.app.drawer.unfolded, script.app.filter_rows())
    );
    assert_eq!(again.app.drawer.unfolded.len(), 1);
}

#[test]
fn a_field_that_was_still_being_typed_comes_back_as_a_filter() {
    let again = again(&Script::at(120, 40).press("/data inst:ibm"));
    assert!(!again.app.query.is_typing);
    assert_eq!(again.app.view.query, "data ");
    assert!(again.text().contains("IBM ×"), "{}", again.text());
}

#[test]
fn a_look_is_kept_only_where_it_was_chosen() {
    let script = Script::at(80, 24);
    assert_eq!(script.kept().look, None);
    assert_eq!(script.press("L").kept().look, Some(LookName::Dark));
    let mut noted = Script::at(80, 24).press("L").kept();
    Script::at(80, 24).app.keep(LookName::default(), &mut noted);
    assert_eq!(noted.look, None, "once round is as if nothing had been chosen");
    let mut workspace = Workspace { look: Some(LookName::Light), ..Workspace::default() };
    workspace.take_over(Script::at(80, 24).kept());
    assert_eq!(workspace.look, Some(LookName::Light), "a session that chose none leaves it as it was");
}

#[test]
fn another_catalogue_starts_afresh_and_takes_nothing_away() {
    let foreign = CatalogView {
        catalog: "another".to_owned(),
        basket: vec!["ibm-data-science".to_owned()],
        ..CatalogView::default()
    };
    let workspace = Workspace { views: vec![foreign.clone()], ..Workspace::default() };
    let (script, told) = Script::restored(120, 40, &workspace);
    assert!(script.app.basket.is_empty() && told.is_none());
    let mut after = workspace;
    after.take_over(script.kept());
    assert_eq!(after.view_of("another"), Some(&foreign));
}

#[test]
fn what_the_catalogue_no_longer_has_is_let_go_of_in_one_sentence() {
    let mut workspace = Script::at(120, 40).press("<Space><Down><Space>f<Enter>").kept();
    let own = workspace.views.last_mut().expect("a view");
    own.basket[0] = "no-such-program".to_owned();
    let (script, told) = Script::restored(120, 40, &workspace);
    assert_eq!(told.as_deref(), Some("1 program of the comparison is no longer in this catalogue."));
    assert_eq!(script.app.basket.len(), 1);

    let own = workspace.views.last_mut().expect("a view");
    own.selected = Some("no-such-program".to_owned());
    own.view.filters.chosen.entry(prospectus::search::Facet::Field).or_default().insert("Alchemy".to_owned());
    let (script, told) = Script::restored(120, 40, &workspace);
    let sentence = "1 program of the comparison, 1 filter and the program that was selected are no longer in this \
                    catalogue.";
    assert_eq!(told.as_deref(), Some(sentence));
    assert!(!script.app.found.hits.is_empty(), "a filter that means nothing hides nothing");
    assert!(script.app.selected.is_some());
}

#[test]
fn what_nobody_could_have_left_does_no_harm() {
    let id = world().catalog.program(prospectus::catalog::ProgramIx(0)).id.to_string();
    let mut workspace = Script::at(120, 40).kept();
    workspace.panes.filters = i16::MIN;
    workspace.panes.list = i16::MAX;
    let own = workspace.views.last_mut().expect("a view");
    own.view.query = format!("\u{1b}[2J{}", "x".repeat(10_000));
    own.basket = vec![id; 9];
    own.focus = "nowhere".to_owned();
    own.unfolded = vec![prospectus::search::Facet::Field; 3];
    let (script, told) = Script::restored(120, 40, &workspace);
    assert_eq!(told, None);
    assert_eq!((script.app.basket.len(), script.app.focus), (1, Pane::List));
    assert_eq!(script.app.drawer.unfolded.len(), 1);
    assert!(script.app.view.query.len() <= 200 && !script.app.view.query.contains('\u{1b}'));
    assert!(!script.text().is_empty());
}
