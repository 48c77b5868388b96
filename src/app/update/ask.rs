//! Further questions about the result: why not, what if, which limits, which other answers. The answers change only
//! when the user adopts a change, and that can be undone.

use std::sync::Arc;

use super::{advise, questions};
use crate::advise::{Answer, Answers, Item};
use crate::app::{
    Action, AdviceAction, App, AskAbout, Context, Overlay, Screen, Toward, Trial, TrialAction, choices, why_impossible,
};

pub(super) fn perform(app: &mut App, action: AdviceAction) {
    match action {
        AdviceAction::Review => questions::review(app),
        AdviceAction::Result => questions::show_result(app),
        AdviceAction::Decide => advise::decide(app),
        AdviceAction::Clear => advise::clear(app),
        AdviceAction::Compare => advise::compare_result(app),
        AdviceAction::WhyNot => why_not(app),
        AdviceAction::AskAbout => find_program(app),
        AdviceAction::Limits => app.overlays.show(Overlay::Limits),
        AdviceAction::Changes => app.overlays.show(Overlay::Changes),
        AdviceAction::WhatIf => what_if(app),
    }
}

pub(super) fn trial(app: &mut App, action: TrialAction) {
    match action {
        TrialAction::Nudge(toward) => nudge(app, toward),
        TrialAction::Try(answers) => try_these(app, answers),
        TrialAction::Keep => keep_trial(app),
    }
}

/// Explains why the current program, or else the query, is not recommended.
pub(super) fn why_not(app: &mut App) {
    if why_impossible(app, &Action::Advice(AdviceAction::WhyNot)).is_some() {
        return;
    }
    let current = app.current().map(|ix| app.catalog().program(ix).id.to_string());
    let asked = current.unwrap_or_else(|| app.view.query.clone());
    explain(app, &asked);
}

/// Opens the choice of a program to ask about, over the result.
fn find_program(app: &mut App) {
    app.overlays.show(Overlay::AskAbout(AskAbout::of(app)));
}

/// Explains why the program under the cursor is not recommended, or not first; if nothing was
/// found, explains the typed text.
pub(super) fn ask_about(app: &mut App) {
    let Some(Overlay::AskAbout(choice)) = app.overlays.last() else { return };
    let found = choice.found.get(app.overlays.cursor()).map(|ix| app.catalog().program(*ix).id.to_string());
    let asked = found.unwrap_or_else(|| choice.input.value().to_owned());
    app.overlays.close(|open| matches!(open, Overlay::AskAbout(_)));
    explain(app, &asked);
}

fn explain(app: &mut App, asked: &str) {
    if asked.trim().is_empty() {
        return;
    }
    let (world, interview) = (&app.world, &app.interview);
    let why = world.adviser().why_not(&world.catalog, &interview.answers, &interview.settings, asked);
    app.interview.why_not = Some(Arc::new(why));
    app.overlays.show(Overlay::WhyNot);
}

/// Lifts the limit under the cursor, or restores it.
pub(super) fn toggle_limit(app: &mut App) {
    let Some(row) = choices::limit_rows(app).into_iter().nth(app.overlays.cursor()) else { return };
    let settings = &mut app.interview.settings;
    match row.limit {
        choices::Limit::Answer(question) => {
            if !settings.lifted.remove(&question) {
                settings.lifted.insert(question);
            }
        }
        choices::Limit::LatestList => settings.include_older = !settings.include_older,
        choices::Limit::PresumedNoCredit => settings.presume_no_credit = !settings.presume_no_credit,
    }
    questions::renew(app);
}

/// Adopts the change of answers under the cursor.
pub(super) fn take_change(app: &mut App) {
    let Some(change) = choices::changes(app).into_iter().nth(app.overlays.cursor()) else { return };
    let answers = app.interview.answers.with(&change);
    app.overlays.pop();
    take_over(app, answers);
}

fn take_over(app: &mut App, answers: Answers) {
    app.interview.answers = answers;
    questions::renew(app);
    let key = app.key(&Action::UndoChange);
    app.notice = Some(format!("Your answers are changed; {key} undoes that."));
}

/// Opens the page on which answers can be tried.
pub(super) fn what_if(app: &mut App) {
    if app.interview.advice.is_some() {
        // The cursor starts on an answer that its keys can change.
        let first = app.interview.items(&app.world).iter().position(|item| !item.choices.is_empty());
        try_answers(app, first.unwrap_or(0), app.interview.answers.clone());
        app.screen = Screen::WhatIf;
    }
}

/// Tries the next or previous choice of the question under the cursor; past either end, the question is unanswered.
pub(super) fn nudge(app: &mut App, toward: Toward) {
    let Some(trial) = &app.interview.trial else { return };
    let (cursor, mut answers) = (trial.cursor, trial.answers.clone());
    let items = app.interview.items(&app.world);
    let Some(item) = items.get(cursor) else { return };
    if item.choices.is_empty() {
        let [back, review] =
            [app.key(&Action::Back), app.world.keymap.name_of(Context::Result, &Action::Advice(AdviceAction::Review))];
        app.notice = Some(format!("This answer is typed, not chosen. To change it, press {back}, then {review}."));
        return;
    }
    match neighbour(item, answers.get(item.question), toward) {
        Some(answer) => answers.set(item.question, answer),
        None => answers.clear(item.question),
    }
    try_answers(app, cursor, answers);
}

/// The answer next to the present one among the choices; `None`, no answer, comes before the first and after the last.
fn neighbour(item: &Item, answer: Option<&Answer>, toward: Toward) -> Option<Answer> {
    let count = item.choices.len();
    let place = answer.and_then(Answer::choice).and_then(|value| item.position(value));
    let next = match (place, toward) {
        (None, Toward::Next) => 0,
        (None, Toward::Previous) => count - 1,
        (Some(place), Toward::Next) => place + 1,
        (Some(place), Toward::Previous) => place.checked_sub(1)?,
    };
    item.choices.get(next).map(|choice| Answer::Choice(choice.value.clone()))
}

/// Tries answers, keeping the cursor in place.
pub(super) fn try_these(app: &mut App, answers: Answers) {
    if let Some(trial) = &app.interview.trial {
        try_answers(app, trial.cursor, answers);
    }
}

fn try_answers(app: &mut App, cursor: usize, answers: Answers) {
    let (world, interview) = (&app.world, &app.interview);
    let what_if = world.adviser().what_if(&world.catalog, &interview.answers, &interview.settings, &answers);
    app.interview.trial = Some(Trial { cursor, answers, what_if: Arc::new(what_if) });
}

/// Adopts the tried answers.
pub(super) fn keep_trial(app: &mut App) {
    let Some(trial) = app.interview.trial.take() else { return };
    app.screen = Screen::Result;
    if trial.answers != app.interview.answers {
        take_over(app, trial.answers);
    }
}

/// Leaves the page without changing the answers.
pub(super) fn leave_trial(app: &mut App) {
    app.interview.trial = None;
    app.screen = Screen::Result;
}
