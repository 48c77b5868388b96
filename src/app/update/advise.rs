//! The questionnaire: moving through it, answering, changing an answer, and the result. Moving to another
//! page never loses an answer.

use std::sync::Arc;

use super::{explore, field};
use crate::advise::{Answer, Question};
use crate::app::{Action, App, BASKET_SIZE, QuestionAction, Screen, Typed};
use crate::page::Target;
use crate::topics::Vocabulary;

/// Starts the questionnaire, or returns to where it was left.
pub(super) fn start(app: &mut App) {
    app.overlays.clear();
    app.is_typing = false;
    if app.interview.advice.is_some() {
        show_result(app);
    } else {
        go_to_place(app, app.interview.place);
    }
}

pub(super) fn perform(app: &mut App, action: QuestionAction) {
    match action {
        QuestionAction::Choose(number) => choose(app, number),
        QuestionAction::Mark => toggle_choice(app),
        QuestionAction::Limit => toggle_limit(app),
        QuestionAction::Type => type_answer(app),
        QuestionAction::Answer => answer(app),
        QuestionAction::Give(given) => give(app, given),
        QuestionAction::Skip => go_on(app),
        QuestionAction::Forget => forget(app),
        QuestionAction::Previous => previous(app),
    }
}

fn go_to_place(app: &mut App, place: usize) {
    app.screen = Screen::Question;
    app.interview.place = place.min(app.interview.items(&app.world).len() - 1);
    app.interview.arrive(&app.world);
    app.interview.look_ahead(&app.world);
}

/// Answers with the choice of a number, or marks it if several may be chosen.
pub(super) fn choose(app: &mut App, number: usize) {
    if app.screen == Screen::Result {
        let is_topic = |row: &Target| matches!(row, Target::Topic(_));
        if app.interview.result_rows().get(number.saturating_sub(1)).is_some_and(is_topic) {
            app.interview.result_cursor = number - 1;
            open_row(app);
        }
        return;
    }
    if number == 0 || number > app.interview.choice_count(&app.world) {
        return;
    }
    app.interview.cursor = number - 1;
    if app.interview.takes_many(&app.world) { toggle_choice(app) } else { answer(app) }
}

pub(super) fn toggle_choice(app: &mut App) {
    let offers = app.interview.offers(&app.world);
    if app.interview.has_line {
        return field::mark(app);
    }
    if !app.interview.takes_many(&app.world) {
        return;
    }
    if let Some(offer) = offers.get(app.interview.cursor) {
        mark(app, offer.value.clone());
        app.interview.look_ahead(&app.world);
    }
}

fn mark(app: &mut App, value: String) {
    let marked = &mut app.interview.marked;
    if marked.contains(&value) {
        marked.retain(|other| *other != value);
    } else {
        marked.push(value);
    }
}

/// Makes the marked choices a limit, or a preference again.
pub(super) fn toggle_limit(app: &mut App) {
    if app.interview.can_limit(&app.world) {
        app.interview.is_limit = !app.interview.is_limit;
        app.interview.look_ahead(&app.world);
    }
}

pub(super) fn type_answer(app: &mut App) {
    if app.interview.takes_text(&app.world) {
        app.interview.input = Some(Typed::default());
    }
}

/// Discards the typed text and shows all choices again.
pub(super) fn stop_typing(app: &mut App) {
    app.interview.input = app.interview.has_line.then(Typed::default);
    app.interview.cursor = 0;
    app.interview.look_ahead(&app.world);
}

/// Takes what is typed or chosen as the answer and goes on.
pub(super) fn answer(app: &mut App) {
    if app.interview.has_line {
        return field::answer(app);
    }
    if app.interview.is_typing() {
        return take_typed(app);
    }
    if let Some(answer) = app.interview.chosen(&app.world) {
        give(app, answer);
    }
}

/// Takes the typed text: part of the name of a choice, another name, a number, a date or an amount.
fn take_typed(app: &mut App) {
    let typed = app.interview.typed().trim().to_owned();
    if typed.is_empty() {
        app.interview.input = None;
        return;
    }
    let item = app.interview.item(&app.world);
    if app.interview.takes_many(&app.world) {
        let offers = app.interview.offers(&app.world);
        let named = offers.get(app.interview.cursor).map(|offer| offer.value.clone());
        let Some(value) = named else {
            let key = app.key(&Action::Back);
            app.notice = Some(format!("Nothing here has “{typed}” in its name; {key} goes back to the choices."));
            return;
        };
        app.interview.input = None;
        return give_with_marked(app, value);
    }
    match Answer::read(item, &typed, app.world.adviser().names(), app.interview.settings.as_of) {
        Ok(Some(answer)) => give(app, answer),
        Ok(None) => app.interview.input = None,
        Err(error) => app.notice = Some(error.beside(item)),
    }
}

/// Takes the marked choices and one more as the answer. A language that only the system suggested is not meant.
fn give_with_marked(app: &mut App, value: String) {
    let (world, interview) = (&app.world, &mut app.interview);
    if !interview.is_answered(world) && interview.marked.iter().eq(&world.language) {
        interview.marked.clear();
    }
    if !interview.marked.contains(&value) {
        interview.marked.push(value);
    }
    let answer = interview.named(interview.item(world), interview.marked.clone());
    give(app, answer);
}

/// Takes an answer and goes on. The user is told if a question becomes relevant by it, or if
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

/// Removes the answer to the current question.
pub(super) fn forget(app: &mut App) {
    let question = app.interview.item(&app.world).question;
    if app.interview.answers.get(question).is_none() {
        return;
    }
    let before = asked(app);
    app.interview.answers.clear(question);
    app.interview.advice = None;
    announce(app, &before);
    app.interview.arrive(&app.world);
    app.interview.look_ahead(&app.world);
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

/// Asks the question that would settle a close result; afterwards the result is shown again.
pub(super) fn decide(app: &mut App) {
    let Some(question) = app.interview.deciding_question() else { return };
    let place = app.interview.items(&app.world).iter().position(|item| item.question == question);
    if let Some(place) = place {
        go_to_place(app, place);
        app.interview.returns_to = Some(Screen::Result);
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

/// Opens the question under the cursor of the page of all answers; the last row leads to the result.
pub(super) fn change_answer(app: &mut App) {
    let place = app.interview.review_cursor;
    if place >= app.interview.items(&app.world).len() {
        return show_result(app);
    }
    go_to_place(app, place);
    app.interview.returns_to = Some(Screen::Review);
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

/// Removes every answer; this can be undone.
pub(super) fn clear(app: &mut App) {
    start_anew(app);
    app.screen = Screen::Review;
    let key = app.key(&Action::UndoChange);
    app.notice = Some(format!("Every answer is forgotten; {key} undoes that."));
}

/// Resets the questionnaire.
pub(super) fn start_anew(app: &mut App) {
    app.interview = crate::app::Interview::new(app.world.settings.clone());
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

/// Opens the program under the cursor of the result, or makes the topic there the wanted field.
pub(super) fn open_row(app: &mut App) {
    match app.interview.selected_row() {
        Some(Target::Program(_)) => super::facts::show_program(app),
        Some(Target::Topic(topic)) => {
            let name = Vocabulary::embedded().topic(topic).name.en.clone();
            let key = app.key(&Action::UndoChange);
            app.interview.answers.set(Question::Field, Answer::Names { names: vec![name.clone()], only: false });
            renew(app);
            app.notice = Some(format!("You now want to learn {name}; {key} undoes that."));
        }
        _ => {}
    }
}

/// Replaces the comparison by the programs of the result and opens it.
pub(super) fn compare_result(app: &mut App) {
    let programs = app.interview.result_programs();
    app.basket = programs.into_iter().take(BASKET_SIZE).collect();
    explore::open_compare(app);
}
