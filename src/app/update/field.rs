//! The questions about the field and the school: an input line for the user's own words, with suggestions below. The
//! marked choices and the typed or selected one become one answer; a school among fields answers the question about
//! schools.

use super::questions::{announce, asked, give, go_on};
use super::typing;
use crate::advise::{Answer, Question};
use crate::app::interview::{FieldFocus, Offer};
use crate::app::{Action, App, Edit, QuestionAction, Step};
use crate::names::quoted;

/// Takes the marked choices and the row under the cursor as the answer and goes on. If the typed text matches
/// nothing, the user is told.
pub(super) fn answer(app: &mut App) {
    let interview = &app.interview;
    let is_empty = interview.typed().trim().is_empty();
    let is_marked = !interview.marked.is_empty() || !interview.marked_schools.is_empty();
    // If something is marked, the row under the cursor counts only while text is being typed.
    let row = under_cursor(app).filter(|_| !is_empty || !is_marked);
    if row.is_none() && !(is_empty && is_marked) {
        app.notice = nothing_to_take(app);
        return;
    }
    let mut offers = marked(app);
    offers.extend(row.filter(|row| !app.interview.is_marked(row, &app.world)));
    take(app, &offers);
}

/// The row that Enter or Space refers to.
fn under_cursor(app: &App) -> Option<Offer> {
    let interview = &app.interview;
    let is_meant = interview.focus == FieldFocus::Rows || interview.has_cursor();
    interview.offers(&app.world).get(interview.cursor).filter(|_| is_meant).cloned()
}

fn marked(app: &App) -> Vec<Offer> {
    if asks_for_schools(app) {
        return app.interview.marked.iter().map(|name| Offer::school(name)).collect();
    }
    let fields = app.interview.marked.iter().map(|name| Offer::field(name));
    fields.chain(app.interview.marked_schools.iter().map(|name| Offer::school(name))).collect()
}

fn asks_for_schools(app: &App) -> bool {
    app.interview.item(&app.world).asks_for_schools()
}

/// What to do instead; `None` if the page says it already.
fn nothing_to_take(app: &App) -> Option<String> {
    let typed = quoted(app.interview.typed().trim());
    let skip = app.key(&Action::Question(QuestionAction::Skip));
    let down = app.key(&Action::Move(Step::Down));
    if asks_for_schools(app) {
        return Some(if typed.is_empty() {
            format!("Type the name of a school, or {down} to choose one; {skip} goes on without.")
        } else {
            format!("No school here has “{typed}” in its name.")
        });
    }
    match (typed.is_empty(), app.interview.suggestions.rows.is_empty()) {
        (true, _) => {
            Some(format!("Type what you want to learn, or {down} to choose a subject; {skip} goes on without."))
        }
        (false, true) => None,
        (false, false) => Some(format!("{down} chooses one of the nearest topics.")),
    }
}

/// Answers the question about schools, or the one about the field and with it that about schools if one was chosen.
fn take(app: &mut App, offers: &[Offer]) {
    if asks_for_schools(app) {
        let names = offers.iter().map(|offer| offer.value.clone()).collect();
        let answer = app.interview.named(app.interview.item(&app.world), names);
        return give(app, answer);
    }
    let (schools, fields): (Vec<&Offer>, Vec<&Offer>) =
        offers.iter().partition(|offer| offer.question == Question::Institution);
    let before = asked(app);
    let names: Vec<String> = fields.into_iter().map(|offer| offer.value.clone()).collect();
    let answers = &mut app.interview.answers;
    if names.is_empty() {
        answers.clear(Question::Field);
    } else {
        answers.set(Question::Field, Answer::Names { names, only: app.interview.is_limit });
    }
    let schools: Vec<String> = schools.into_iter().map(|offer| offer.value.clone()).collect();
    if !schools.is_empty() {
        answers.set(Question::Institution, Answer::Institutions { prefer: schools.clone(), must: Vec::new() });
    }
    app.interview.advice = None;
    announce(app, &before);
    if !schools.is_empty() {
        app.notice = Some(format!("Noted as the school that you want: {}.", schools.join(", ")));
    }
    go_on(app);
}

/// Marks the row under the cursor, or removes its mark, and clears the input line for the next field. While text is
/// being typed, Space types a blank.
pub(super) fn mark(app: &mut App) {
    if app.interview.is_blank_text() {
        return typing::edit(app, Edit::Insert(' '));
    }
    let Some(row) = under_cursor(app) else { return };
    let is_beside_fields = row.question == Question::Institution && !asks_for_schools(app);
    let interview = &mut app.interview;
    let marked = if is_beside_fields { &mut interview.marked_schools } else { &mut interview.marked };
    if marked.contains(&row.value) {
        marked.retain(|other| *other != row.value);
    } else {
        marked.push(row.value.clone());
    }
    interview.input = Some(crate::app::TextInput::default());
    interview.focus = FieldFocus::Rows;
    interview.look_ahead(&app.world);
    let is_it = |offer: &Offer| offer.value == row.value && offer.question == row.question;
    interview.cursor = interview.offers(&app.world).iter().position(is_it).unwrap_or(0);
}

/// Moves the keyboard focus from the line down to the rows, whose first one it stops on, or from the first row up to the
/// line. Returns whether that was the whole movement.
pub(super) fn go(app: &mut App, step: Step) -> bool {
    let interview = &mut app.interview;
    let goes_up = matches!(step, Step::Up | Step::PageUp | Step::First);
    match interview.focus {
        FieldFocus::Line if goes_up => true,
        FieldFocus::Line => {
            interview.focus = FieldFocus::Rows;
            step == Step::Down
        }
        FieldFocus::Rows if step == Step::Up && interview.cursor == 0 => {
            interview.focus = FieldFocus::Line;
            true
        }
        FieldFocus::Rows => false,
    }
}
