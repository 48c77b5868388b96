//! The keys of the questionnaire: choosing, marking and typing an answer, and what the result leads to.

use super::questions::{announce, asked, give, go_on, go_to_place, previous, renew, show_result, start_anew};
use super::{comparison, facts, field};
use crate::advise::{Answer, Question};
use crate::app::{Action, App, BASKET_SIZE, QuestionAction, Screen, TextInput};
use crate::names::quoted;
use crate::page::Target;
use crate::topics::Vocabulary;

/// Starts the questionnaire, or returns to where it was left.
pub(super) fn start(app: &mut App) {
    app.overlays.clear();
    app.query.is_typing = false;
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
        app.interview.input = Some(TextInput::default());
    }
}

/// Discards the typed text and shows all choices again.
pub(super) fn stop_typing(app: &mut App) {
    app.interview.input = app.interview.has_line.then(TextInput::default);
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
            app.notice =
                Some(format!("Nothing here has “{}” in its name; {key} goes back to the choices.", quoted(&typed)));
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

/// Asks the question that would settle a close result; afterwards the result is shown again.
pub(super) fn decide(app: &mut App) {
    let Some(question) = app.interview.deciding_question() else { return };
    let place = app.interview.items(&app.world).iter().position(|item| item.question == question);
    if let Some(place) = place {
        go_to_place(app, place);
        app.interview.returns_to = Some(Screen::Result);
    }
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

/// Removes every answer; this can be undone.
pub(super) fn clear(app: &mut App) {
    start_anew(app);
    app.screen = Screen::Review;
    let key = app.key(&Action::UndoChange);
    app.notice = Some(format!("Every answer is forgotten; {key} undoes that."));
}

/// Opens the program under the cursor of the result, or makes the topic there the wanted field.
pub(super) fn open_row(app: &mut App) {
    match app.interview.selected_row() {
        Some(Target::Program(_)) => facts::show_program(app),
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
    if programs.len() < 2 {
        return;
    }
    app.basket = programs.into_iter().take(BASKET_SIZE).collect();
    comparison::open(app);
}
