//! Undoes the last change of what the screen shows, and says in words what it was.

use super::found::search;
use super::{comparison, questions};
use crate::advise::{Answers, Settings};
use crate::app::undo::Before;
use crate::app::{App, TextInput};
use crate::catalog::ProgramIx;
use crate::search::View;

pub(super) fn undo(app: &mut App) {
    match app.last_change() {
        Some(Before::View(view)) => back_to_view(app, view),
        Some(Before::Basket(basket)) => back_to_basket(app, basket),
        Some(Before::Answers(both)) => back_to_answers(app, *both),
        None => app.notice = Some("There is nothing to undo here.".to_owned()),
    }
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
    (app.interview.answers, app.interview.settings) = (answers, settings);
    questions::come_back(app);
    app.notice = Some("Your earlier answers are back.".to_owned());
}
