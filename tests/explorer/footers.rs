//! Every key that a footer names does something where it is named: the screen changes, or the world is asked for
//! something. A message that the key does nothing here is no change.

use prospectus::app::{Action, App, CompareAction, Context, Effect, why_impossible};
use prospectus::keys::{Hint, footer};
use prospectus::look::LookName;
use prospectus::ui::Look;

use crate::frames::{MARKETER, answered, kept_pages, pages};
use crate::script::Script;

/// What is seen, without the line of keys.
fn seen(script: &Script) -> Vec<String> {
    let (mut text, mut styles) = script.frame(Look::named(LookName::Mono));
    text.pop();
    styles.pop();
    text.extend(styles);
    text
}

/// Whether any action of a word in the footer changes what is seen or typed, or where letters go, or asks the world for
/// something: of two directions, one may be closed.
fn does_something(app: &App, hint: &Hint) -> bool {
    let before = seen(&Script { app: app.clone(), effect: Effect::None });
    let changes = |action: &Action| {
        let mut after = Script { app: app.clone(), effect: Effect::None };
        after.act(action.clone());
        let types =
            || after.app.overlays.prompt() != app.overlays.prompt() || after.app.interview.focus != app.interview.focus;
        why_impossible(app, action).is_none() && (after.effect != Effect::None || types() || seen(&after) != before)
    };
    std::iter::once(&hint.action).chain(&hint.others).any(changes)
}

/// The keys of the footer of a page that do nothing.
fn idle(name: &str, script: &Script) -> Vec<String> {
    let is_idle = |hint: &&Hint| !does_something(&script.app, hint);
    footer(&script.app).iter().filter(is_idle).map(|hint| format!("{name}: {} {}", hint.keys, hint.word)).collect()
}

/// States in which fewer keys do something than usual.
const THIN: [(&str, &str); 12] = [
    ("a list with nothing", "/zzqqx<Enter>"),
    ("the map with nothing", "/zzqqx<Enter>v"),
    ("the last program", "<End>"),
    ("the comparison of one", " c"),
    ("no shortlist", "K"),
    ("no decisions", "V"),
    ("no history", "H"),
    ("no courses", "C"),
    ("a plan as listed", "p"),
    ("similar to nothing", "/big<Enter>="),
    ("one choice", "gnurs"),
    ("the sources of the guide", "GS"),
];

#[test]
fn every_key_in_a_footer_does_something_where_it_is_shown() {
    let mut tried = Vec::new();
    for (name, script) in pages(80, 24).into_iter().chain(kept_pages(80, 24)) {
        // A key is tried once in each context; where it may have less to do, it is tried again below.
        let context = Context::of(&script.app);
        let is_new = |hint: &Hint| !tried.contains(&(context, hint.keys.clone(), hint.word));
        let new: Vec<Hint> = footer(&script.app).into_iter().filter(is_new).collect();
        let idle: Vec<&Hint> = new.iter().filter(|hint| !does_something(&script.app, hint)).collect();
        assert!(idle.is_empty(), "{name}: {idle:?}");
        tried.extend(new.into_iter().map(|hint| (context, hint.keys, hint.word)));
    }
}

#[test]
fn no_footer_names_a_key_that_has_nothing_to_do() {
    let idle: Vec<String> = THIN.iter().flat_map(|(name, keys)| idle(name, &Script::at(80, 24).press(keys))).collect();
    assert_eq!(idle, [""; 0], "{idle:#?}");
}

#[test]
fn every_key_in_the_footer_does_something_beside_each_program_of_a_result() {
    let mut script = Script { app: answered(false), effect: Effect::None }.press("R");
    assert!(!script.app.interview.result_rows().is_empty(), "{MARKETER}");
    for place in 0..script.app.interview.result_rows().len() {
        assert_eq!(idle(&format!("result, {place}"), &script), [""; 0]);
        script.type_keys("<Down>");
    }
}

#[test]
fn a_key_that_does_nothing_would_be_found() {
    let script = Script::at(80, 24);
    let nothing = Hint {
        keys: "x".to_owned(),
        word: "nothing",
        action: Action::Compare(CompareAction::Fold),
        others: Vec::new(),
    };
    assert!(!does_something(&script.app, &nothing));
}
