//! The input line of the query: every change searches at once and selects the best hit.

use tui_input::{Input, InputRequest};

use super::found::{search, start_facts};
use super::line::{MAX_QUERY_CHARS, change};
use super::{drawer, note_line, prompt};
use crate::app::{App, AskAbout, Edit, FieldFocus, NextSelected, Overlay, Pane, Screen, TextInput, Toward};
use crate::search::{Completions, Reading};

pub(super) fn start(app: &mut App) {
    app.screen = Screen::Explore;
    app.overlays.clear();
    app.focus = Pane::List;
    app.query.is_typing = true;
    app.selected_before = app.selected;
    begin_word(app);
    offer(app);
}

/// Puts a blank after the present query, so that what is typed next is a word of its own.
fn begin_word(app: &mut App) {
    let query = app.query.input.value();
    if !query.is_empty() && !query.ends_with(char::is_whitespace) && app.query.input.cursor() == query.chars().count() {
        app.query.input.handle(InputRequest::InsertChar(' '));
    }
}

pub(super) fn edit(app: &mut App, edit: Edit) {
    if is_sign_of_the_line(app, edit) {
        return;
    }
    if note_line::is_open(app) {
        return note_line::edit(app, edit);
    }
    prompt::prepare(app, Some(edit));
    if let Some(line) = line(app) {
        change(line, edit);
        changed(app);
        if matches!(edit, Edit::Insert(c) if c.is_whitespace()) {
            settle_finished(app);
        }
        offer(app);
    }
}

/// Whether `/` is typed at the start of the line of the field, out of habit from the search; it is ignored.
fn is_sign_of_the_line(app: &App, edit: Edit) -> bool {
    let is_at_line = app.screen == Screen::Question && app.overlays.is_empty() && app.interview.has_line;
    is_at_line && edit == Edit::Insert('/') && app.interview.typed().is_empty()
}

/// Inserts the next or previous completion. The others stay available, so that the key cycles through them. If there
/// was only one, the completions of what can follow it are offered next.
pub(super) fn complete(app: &mut App, toward: Toward) {
    let count = app.query.completions.all.len();
    if count == 0 {
        return;
    }
    let place = match (app.query.completions.taken, toward) {
        (None, Toward::Next) => 0,
        (None, Toward::Previous) => count - 1,
        (Some(taken), Toward::Next) => (taken + 1) % count,
        (Some(taken), Toward::Previous) => (taken + count - 1) % count,
    };
    let (at, text) = (app.query.completions.place.clone(), app.query.completions.all[place].text.clone());
    let mut query = app.query.input.value().to_owned();
    query.replace_range(at.clone(), &text);
    app.query.completions.place.end = at.start + text.len();
    app.query.completions.taken = Some(place);
    let cursor = query[..app.query.completions.place.end].chars().count();
    *app.query.input = Input::new(query).with_cursor(cursor);
    changed(app);
    if count == 1 {
        offer(app);
    }
}

/// Looks up the completions at the cursor. While a search is running there are none, because they need its counts.
pub(super) fn offer(app: &mut App) {
    if app.screen != Screen::Explore || !app.query.is_typing || app.overlays.is_typed_in() {
        return;
    }
    if app.is_searching() {
        app.query.completions = Completions::default();
        return;
    }
    let cursor: usize = app.query.input.value().chars().take(app.query.input.cursor()).map(char::len_utf8).sum();
    app.query.completions = app.found.completions(&app.world.catalog, cursor);
    let typed = &app.view.query[app.query.completions.place.clone()];
    if app.query.completions.all.len() == 1 && app.query.completions.all[0].text == typed {
        app.query.completions = Completions::default();
    }
}

/// The active input line; `None` if nothing is being typed.
fn line(app: &mut App) -> Option<&mut TextInput> {
    if app.overlays.is_typed_in() {
        return app.overlays.line_mut();
    }
    match app.screen {
        Screen::Question => app.interview.input.as_mut(),
        _ if drawer::is_typed_in(app) => Some(&mut app.drawer.narrowing),
        _ => app.query.is_typing.then_some(&mut app.query.input),
    }
}

/// Inserts text that was pasted or typed in a burst. Line breaks become blanks, and control characters are dropped.
pub(super) fn paste(app: &mut App, text: &str) {
    let text = if is_sign_of_the_line(app, Edit::Insert('/')) { text.trim_start_matches('/') } else { text };
    if note_line::is_open(app) {
        return note_line::paste(app, text);
    }
    prompt::prepare(app, None);
    let Some(line) = line(app) else { return };
    let clean = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    for c in clean.filter(|c| !crate::catalog::is_unsafe_char(*c)).take(MAX_QUERY_CHARS) {
        change(line, Edit::Insert(c));
    }
    changed(app);
    if text.contains(char::is_whitespace) {
        settle_finished(app);
    }
    offer(app);
}

pub(super) fn clear(app: &mut App) {
    if !app.view.query.is_empty() {
        app.query.input.reset();
        app.view.query.clear();
        search(app);
    }
}

/// Stops typing; every typed field becomes a filter.
pub(super) fn stop(app: &mut App) {
    settle(app);
    if app.query.input.value().trim_end() == app.view.query {
        *app.query.input = Input::new(app.view.query.clone());
    }
    app.query.is_typing = false;
    app.query.completions = Completions::default();
}

/// Turns every field in the line into a filter, so that each choice is in one place only.
pub(super) fn settle(app: &mut App) {
    let reading = app.view.read(app.catalog());
    take(app, reading);
}

/// Turns the fields in the line that are followed by a blank into filters; the last one may still be being typed.
fn settle_finished(app: &mut App) {
    if app.screen == Screen::Explore && !app.overlays.is_typed_in() {
        let reading = app.view.read_finished(app.catalog());
        take(app, reading);
    }
}

fn take(app: &mut App, reading: Reading) {
    if reading.removed.is_empty() {
        return;
    }
    let cursor = reading.place_after(&app.view.query, app.query.input.cursor());
    *app.query.input = Input::new(reading.view.query.clone()).with_cursor(cursor);
    app.view = reading.view;
    search(app);
}

/// Searches the rows of the overlay again after typing in it; the cursor goes to the best one.
fn find_rows(app: &mut App) {
    let about = match app.overlays.last() {
        Some(Overlay::AskAbout(choice)) => Some(AskAbout::find(app, choice.input.value())),
        _ => None,
    };
    match (app.overlays.topmost_mut().map(|layer| &mut layer.overlay), about) {
        (Some(Overlay::AskAbout(choice)), Some(found)) => choice.found = found,
        (Some(Overlay::Palette(palette)), _) => palette.find(),
        _ => return,
    }
    app.overlays.rewind();
}

fn changed(app: &mut App) {
    if app.overlays.is_typed_in() {
        return find_rows(app);
    }
    if drawer::is_typed_in(app) {
        return drawer::narrow(app);
    }
    if app.screen == Screen::Question {
        app.interview.cursor = 0;
        app.interview.focus = FieldFocus::Line;
        app.interview.look_ahead(&app.world);
        return;
    }
    if app.view.query == app.query.input.value() {
        return;
    }
    app.view.query = app.query.input.value().to_owned();
    app.next_selected = NextSelected::Best;
    // The list and the facts start from their first row again, so that they do not depend on which intermediate results
    // were shown.
    app.tops.list = 0;
    start_facts(app);
    if app.view.query.is_empty() {
        // The query is erased: the selection from before the search returns, not the best hit of the erased query.
        app.selected = app.selected_before.or(app.selected);
        app.next_selected = NextSelected::Same;
    }
    search(app);
}
