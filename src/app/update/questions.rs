//! The way through the questionnaire: from question to question, to the page of all answers, and to the result. Moving
//! to another page never loses an answer.

use std::sync::Arc;

use crate::advise::{Answer, Question};
use crate::app::{App, Interview, Screen};

/// Asks the question at this place.
pub(super) fn go_to_place(app: &mut App, place: usize) {
    app.screen = Screen::Question;
    app.interview.place = place.min(app.interview.items(&app.world).len() - 1);
    app.interview.arrive(&app.world);
    app.interview.look_ahead(&app.world);
}

/// Records an answer and continues. The user is told if a question becomes relevant by it, or if
/// an answer no longer counts.
pub(super) fn give(app: &mut App, answer: Answer) {
    let question = app.interview.item(&app.world).question;
    let before = asked(app);
    app.interview.answers.set(question, answer);
    app.interview.advice = None;
    announce(app, &before);
    go_on(app);
}

pub(super) fn asked(app: &App) -> Vec<Question> {
    app.interview.items(&app.world).iter().map(|item| item.question).collect()
}

pub(super) fn announce(app: &mut App, before: &[Question]) {
    let questionnaire = app.world.adviser().questionnaire();
    let now = asked(app);
    let title = |question: &Question| questionnaire.item(*question).title.clone();
    let new = now.iter().find(|question| !before.contains(question) && app.interview.answers.get(**question).is_none());
    let gone =
        before.iter().find(|question| !now.contains(question) && app.interview.answers.get(**question).is_some());
    app.notice = match (new, gone) {
        (Some(question), _) => Some(format!("This answer leads to one more question: {}", title(question))),
        (None, Some(question)) => Some(format!("Kept, but it has no effect now: {}", title(question))),
        (None, None) => None,
    };
}

/// Goes on without changing the answer.
pub(super) fn go_on(app: &mut App) {
    let is_last = app.interview.place + 1 >= app.interview.items(&app.world).len();
    match app.interview.returns_to {
        Some(Screen::Result) => renew(app),
        Some(_) => {
            app.interview.review_cursor = app.interview.place;
            review(app);
        }
        None if is_last => {
            app.interview.review_cursor = app.interview.items(&app.world).len();
            review(app);
        }
        None => {
            let notice = app.notice.take();
            go_to_place(app, app.interview.place + 1);
            app.notice = notice;
        }
    }
}

pub(super) fn previous(app: &mut App) {
    match app.interview.returns_to {
        Some(Screen::Result) => show_result(app),
        Some(_) => review(app),
        None if app.interview.place > 0 => go_to_place(app, app.interview.place - 1),
        None => {}
    }
}

pub(super) fn review(app: &mut App) {
    match app.screen {
        Screen::Result => app.interview.is_review_of_result = true,
        Screen::Question if app.interview.returns_to.is_some() => {}
        _ => app.interview.is_review_of_result = false,
    }
    app.interview.input = None;
    app.interview.returns_to = None;
    app.screen = Screen::Review;
}

pub(super) fn show_result(app: &mut App) {
    if app.interview.advice.is_none() {
        let (world, interview) = (&app.world, &app.interview);
        let advice = world.adviser().advise(&world.catalog, &interview.answers, &interview.settings);
        app.interview.advice = Some(Arc::new(advice));
        app.interview.result_cursor = 0;
        app.tops.page = 0;
    }
    app.interview.input = None;
    app.interview.returns_to = None;
    app.screen = Screen::Result;
}

/// Computes the result again.
pub(super) fn renew(app: &mut App) {
    app.interview.advice = None;
    show_result(app);
}

/// Resets the questionnaire.
pub(super) fn start_anew(app: &mut App) {
    app.interview = Interview::new(app.world.settings.clone());
}

/// Updates the current screen after answers were restored by undo.
pub(super) fn come_back(app: &mut App) {
    match app.screen {
        Screen::Result | Screen::WhatIf => renew(app),
        _ => {
            let last = app.interview.items(&app.world).len();
            app.interview.advice = None;
            app.interview.place = app.interview.place.min(last - 1);
            app.interview.review_cursor = app.interview.review_cursor.min(last);
            app.interview.arrive(&app.world);
            app.interview.look_ahead(&app.world);
        }
    }
}
