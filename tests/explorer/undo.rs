//! Undo: what is restored, and the message that says so.

use prospectus::app::Effect;

use crate::script::Script;

#[test]
fn a_filter_that_was_chosen_is_let_go_again_and_named() {
    let script = Script::at(120, 40).press("f<Down><Enter><Esc>u");
    assert_eq!(script.app.found.hits.len(), 626);
    assert!(script.text().contains("Undone: Kind MicroMasters no longer chosen."), "{}", script.text());
}

#[test]
fn a_filter_that_was_removed_is_chosen_again_and_named() {
    let script = Script::at(120, 40).press("xu");
    assert_eq!(script.app.found.hits.len(), 626);
    assert!(script.text().contains("Undone: Status Older left out again."), "{}", script.text());
}

#[test]
fn a_search_is_taken_back_as_a_whole_with_what_stands_in_its_line() {
    let script = Script::at(120, 40).press("/data<Esc>/ sci<Esc>u");
    assert_eq!((script.app.view.query.as_str(), script.app.query.input.value()), ("data", "data"));
    assert!(script.text().contains("Undone: “data” is searched for again."), "{}", script.text());
    let script = script.press("u");
    assert_eq!(script.app.view.query, "");
}

#[test]
fn several_steps_go_back_one_by_one_and_then_nothing_happens() {
    let start = Script::at(120, 40);
    let script = Script::at(120, 40).press("t<Down><Enter> <Down> X");
    assert_eq!(script.app.basket.len(), 2);
    let script = script.press("uuuu");
    assert_eq!((&script.app.view, &script.app.basket), (&start.app.view, &start.app.basket));
    let script = script.press("u");
    assert_eq!(script.effect, Effect::None);
    assert!(script.text().contains("There is nothing to undo here."), "{}", script.text());
}

#[test]
fn an_emptied_comparison_comes_back() {
    let script = Script::at(120, 40).press(" <Down> cCu");
    assert_eq!(script.app.basket.len(), 2);
    assert!(script.text().contains("Undone: the comparison is as it was."), "{}", script.text());
}

#[test]
fn the_explorer_takes_no_answer_back_and_the_questions_take_no_filter_back() {
    let script = Script::at(120, 40).press("f<Down><Enter><Esc>g<Right>1");
    assert!(script.app.interview.has_answers());
    let script = script.press("u");
    assert!(!script.app.interview.has_answers(), "the answer is taken back");
    assert_eq!(script.app.found.hits.len(), 50, "the filter is not");
    let script = script.press("<Left>1gu");
    assert!(script.app.interview.has_answers());
    assert_eq!(script.app.found.hits.len(), 626);
}

#[test]
fn a_search_is_taken_back_also_where_typing_began_with_a_move_of_the_cursor() {
    let script = Script::at(120, 40).press("/<Left>data<Enter>u");
    assert_eq!(script.app.view.query, "");
}

#[test]
fn a_range_that_was_moved_in_many_steps_is_taken_back_as_a_whole() {
    let start = Script::at(120, 60);
    let script = Script::at(120, 60).press("fprice<Enter><Left><Left><Left><Tab><Right><Enter><Esc>");
    assert_ne!(script.app.view.filters, start.app.view.filters);
    let script = script.press("u");
    assert_eq!(script.app.view.filters, start.app.view.filters);
    assert!(!script.app.can_undo());
}

#[test]
fn a_range_that_was_put_back_as_it_was_leaves_nothing_to_take_back() {
    let script = Script::at(120, 60).press("fprice<Enter><Left><Left><Esc><Esc>");
    assert!(!script.app.can_undo(), "{:?}", script.app.history);
}
