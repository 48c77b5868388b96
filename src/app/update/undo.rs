//! Undoes the last change of what the screen shows, and says in words what it was.

use super::found::search;
use super::{comparison, questions};
use crate::advise::{Answers, Settings};
use crate::app::undo::Before;
use crate::app::{App, Effect, TextInput};
use crate::catalog::ProgramIx;
use crate::keep::StoreRequest;
use crate::search::View;

/// Undoes the last change of what the screen shows. What is kept is undone by the store, which also says so.
pub(super) fn undo(app: &mut App) -> Effect {
    match app.last_change() {
        Some(Before::Kept(act)) => return undo_act(app, act),
        Some(Before::View(view)) => back_to_view(app, view),
        Some(Before::Basket(basket)) => back_to_basket(app, basket),
        Some(Before::Answers(both)) => back_to_answers(app, *both),
        None => app.notice = Some("There is nothing to undo here.".to_owned()),
    }
    Effect::None
}

/// Undoes the last change of what is kept, whenever it was made.
pub(super) fn undo_kept(app: &mut App) -> Effect {
    let last = app.last_act();
    last.map_or(Effect::None, |act| undo_act(app, act))
}

fn undo_act(app: &mut App, act: String) -> Effect {
    app.history.forget_act(&act);
    Effect::Store(StoreRequest::Undo(act))
}

fn back_to_view(app: &mut App, view: View) {
    let words = app.words_of_view(&view);
    app.query.input = TextInput::of(&view.query);
    app.view = view;
    search(app);
    app.notice = Some(words);
}

fn back_to_basket(app: &mut App, basket: Vec<ProgramIx>) {
    app.notice = Some(app.words_of_basket(&basket));
    app.basket = basket;
    comparison::leave_if_empty(app);
}

fn back_to_answers(app: &mut App, (answers, settings): (Answers, Settings)) {
    let words = app.words_of_answers(&answers, &settings);
    (app.interview.answers, app.interview.settings) = (answers, settings);
    // Finished courses are kept with the profile and may have changed since.
    app.take_up_finished_courses();
    questions::come_back(app);
    app.notice = Some(words);
}
