//! A key that can do nothing says why, on every page: nothing is worse than a key that seems broken.

use crate::script::Script;

/// The notice after these keys.
fn told(keys: &str) -> String {
    Script::at(120, 40).press(keys).app.notice.unwrap_or_default()
}

#[test]
fn on_an_empty_list_every_key_for_a_program_says_why_it_does_nothing() {
    for key in ["<Enter>", " ", "s", "=", "p", "o", "n", "y", "S", "m", "C", "w"] {
        assert!(!told(&format!("/qzx<Enter>{key}")).is_empty(), "{key}");
    }
}

#[test]
fn at_the_end_of_what_can_be_set_a_key_says_so() {
    for (keys, why) in [
        ("/mit supply<Enter>p<", "a plan cannot start in the past"),
        ("t<Home><Left>", "this order has no reverse"),
        ("/data<Enter>x<Left>", "the orders of the list are not shown"),
    ] {
        assert_eq!(told(keys), format!("Not possible now: {why}."), "{keys}");
    }
    let mut plan = Script::at(120, 40).press("/mit supply<Enter>p");
    for _ in 0..170 {
        plan.type_keys("<Right>");
    }
    assert_eq!(plan.app.notice.as_deref(), Some("Not possible now: a week has no more hours."));
}

#[test]
fn hours_that_are_not_known_cannot_be_fewer() {
    let mut script = Script::at(120, 40);
    let catalog = script.app.catalog();
    let is_unknown = |ix: &_| prospectus::plan::listed_hours(catalog.program(*ix)).is_none();
    let program = catalog.all().find(is_unknown).expect("a program of unknown hours a week");
    script.app.selected = Some(program);
    let script = script.press("p<Left>");
    assert_eq!(script.app.notice.as_deref(), Some("Not possible now: the listed hours of this program are unknown."));
}

#[test]
fn at_a_question_a_key_that_does_not_apply_says_why() {
    for (keys, why) in [
        ("g<Right>9", "there is no choice of that number"),
        ("g<Right> ", "this question takes only one choice"),
        ("g<Right>x", "this question is not answered"),
        ("g<Right>/", "this answer is chosen, not typed"),
        ("g<BackTab>", "this is the first question"),
    ] {
        assert_eq!(told(keys), format!("Not possible now: {why}."), "{keys}");
    }
}

#[test]
fn what_does_something_is_not_refused() {
    for keys in
        ["<Down>", "/data<Enter><Esc>", "s", " ", "t<Down><Left>", "/mit supply<Enter>p<Right><Left>", "g<Right>1"]
    {
        assert!(!told(keys).starts_with("Not possible"), "{keys}: {}", told(keys));
    }
}
