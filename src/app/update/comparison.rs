//! The comparison: programs put in and taken out, and the column under the cursor.

use super::plan;
use crate::app::{Action, App, BASKET_SIZE, CompareAction, Pane, Screen, Side};
use crate::catalog::ProgramIx;

pub(super) fn perform(app: &mut App, action: CompareAction) {
    match action {
        CompareAction::Toggle => toggle(app),
        CompareAction::Open => open(app),
        CompareAction::Clear => clear(app),
        CompareAction::Fold => app.is_folded = !app.is_folded,
        CompareAction::Column(side) => go_to_column(app, side),
        CompareAction::TakeOut => take_out(app),
    }
}

pub(super) fn toggle(app: &mut App) {
    if let Some(program) = app.current() {
        toggle_in_basket(app, program);
    }
}

pub(super) fn toggle_in_basket(app: &mut App, program: ProgramIx) {
    if app.basket.contains(&program) {
        app.basket.retain(|other| *other != program);
    } else if app.basket.len() < BASKET_SIZE {
        app.basket.push(program);
        let key = app.key(&Action::Compare(CompareAction::Open));
        app.notice = Some(format!("{} of {BASKET_SIZE} in the comparison; {key} opens it.", app.basket.len()));
    } else {
        let key = app.key(&Action::Compare(CompareAction::Toggle));
        app.notice = Some(format!("The comparison holds {BASKET_SIZE} programs; take one out with {key} first."));
    }
    leave_if_empty(app);
}

pub(super) fn open(app: &mut App) {
    if app.basket.is_empty() {
        let key = app.key(&Action::Compare(CompareAction::Toggle));
        app.notice = Some(format!("Nothing to compare yet; {key} puts the selected program in."));
        return;
    }
    app.overlays.clear();
    plan::take_answers(app);
    app.interview.remember_screen(app.screen);
    app.screen = Screen::Compare;
    app.tops.compare = 0;
}

/// Moves the cursor to the adjacent column, if there is one.
fn go_to_column(app: &mut App, side: Side) {
    let Some(at) = column_at(app) else { return };
    let next = match side {
        Side::Left => at.saturating_sub(1),
        Side::Right => (at + 1).min(app.basket.len() - 1),
    };
    app.column = Some(app.basket[next]);
}

fn column_at(app: &App) -> Option<usize> {
    let own = app.column()?;
    app.basket.iter().position(|ix| *ix == own)
}

/// Takes the program under the cursor out; the cursor goes to the program that takes its place.
fn take_out(app: &mut App) {
    let Some(at) = column_at(app) else { return };
    let program = app.basket.remove(at);
    app.column = app.basket.get(at).or(app.basket.last()).copied();
    let undo = app.key(&Action::UndoChange);
    let title = &app.catalog().program(program).title;
    app.notice = Some(format!("{title} is out of the comparison; {undo} puts it back."));
    leave_if_empty(app);
}

pub(super) fn clear(app: &mut App) {
    app.basket.clear();
    app.notice = Some("The comparison is empty.".to_owned());
    leave_if_empty(app);
}

pub(super) fn leave_if_empty(app: &mut App) {
    if app.basket.is_empty() {
        if app.focus == Pane::Compare {
            app.focus = Pane::List;
        }
        if app.screen == Screen::Compare {
            app.screen = app.interview.screen_behind_compare();
        }
    }
}
