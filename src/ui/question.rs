//! One question, or answers that are tried: choices on the left, what can be said so far on the right or, on a narrow screen, below.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::rules::Rules;
use super::{Look, paint};
use crate::app::layout::{Area, Breadth, body, breadth};
use crate::app::{Action, App, Screen, TrialAction, page};
use crate::page::{Doc, Line, Role, Target};

/// Columns of what stands beside the choices.
const SIDE: u16 = 40;

/// The choices and what stands beside them, if there is room. What tried answers lead to always has room: on a narrow
/// screen below them, up to half of the rows.
fn areas(app: &App) -> (Area, Option<Area>) {
    let whole = page::text_area(body(app.size.0, app.size.1));
    if whole.cols < SIDE + 60 {
        if app.screen != Screen::WhatIf {
            return (whole, None);
        }
        let needed = page::what_if_side(app, whole.cols).lines.len().max(usize::from(whole.rows / 3)) as u16;
        let rows = whole.rows - needed.min(whole.rows / 2) - 1;
        let below = Area { y: whole.y + rows + 1, rows: whole.rows - rows - 1, ..whole };
        return (Area { rows, ..whole }, Some(below));
    }
    let main = Area { cols: whole.cols - SIDE - 3, ..whole };
    (main, Some(Area { x: whole.x + main.cols + 3, cols: SIDE, ..whole }))
}

/// The first line shown: the choice under the cursor stays in sight.
fn top(app: &App, area: Area) -> usize {
    let cursor = page::question_cursor_line(app, area.cols);
    (cursor + 3).saturating_sub(usize::from(area.rows))
}

/// The rules around both areas.
fn frame(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    let (main, side) = areas(app);
    let mut rules = Rules::default();
    rules.across(0, main.y - 1, cols);
    rules.across(0, rows - 2, cols);
    match side {
        Some(side) if side.x > main.x => rules.down(side.x - 2, side.y - 1, side.rows + 2),
        Some(side) => rules.across(0, side.y - 1, cols),
        None => {}
    }
    rules.draw(look.style(Role::Dim), buffer);
}

/// The answers that are tried, and beside them or below what they lead to.
pub(super) fn what_if(app: &App, look: Look, buffer: &mut Buffer) {
    let (_, side) = areas(app);
    frame(app, look, buffer);
    let words =
        format!(" {} keeps, {} restores yours", app.key(&Action::Trial(TrialAction::Keep)), app.key(&Action::Back));
    paint::line(&Line::of(Role::Dim, words), 0, 1, app.size.0, look, buffer);
    if let Some(side) = side {
        paint::doc(&page::what_if_side(app, side.cols), 0, side, look, buffer);
    }
    let (doc, top, area) = choices(app);
    paint::doc(&doc, top, area, look, buffer);
}

/// The rows that can be chosen, with the first line shown and where they stand.
pub(super) fn choices(app: &App) -> (Doc, usize, Area) {
    let (main, _) = areas(app);
    if app.screen == Screen::WhatIf {
        let cursor = app.interview.trial.as_ref().map_or(0, |trial| trial.cursor);
        return (page::what_if(app, main.cols), (cursor + 2).saturating_sub(usize::from(main.rows)), main);
    }
    (page::question(app, main.cols), top(app, main), main)
}

pub(super) fn question(app: &App, look: Look, buffer: &mut Buffer) {
    let cols = app.size.0;
    let (main, side) = areas(app);
    frame(app, look, buffer);
    paint::line(&progress(app, cols), 0, 1, cols, look, buffer);
    paint::doc(&page::question(app, main.cols), top(app, main), main, look, buffer);
    if let Some(side) = side {
        paint::doc(&page::question_side(app, side.cols), 0, side, look, buffer);
    }
}

/// A mark for each question: answered, open, and where we are.
fn progress(app: &App, cols: u16) -> Line {
    let mut line = Line::of(Role::Plain, " ");
    for (place, item) in app.interview.items(&app.world).iter().enumerate() {
        let is_answered = app.interview.answers.get(item.question).is_some();
        let role = if place == app.interview.place { Role::Focus } else { Role::Dim };
        let sign = match (place == app.interview.place, is_answered) {
            (true, _) => "▌",
            (false, true) => "●",
            (false, false) => "○",
        };
        line = line.and(role, sign).and(Role::Plain, " ");
    }
    let line = if breadth(cols) == Breadth::One { line } else { line.and(Role::Dim, "  ● answered  ○ open") };
    // Where there is room beside the choices, it is said there.
    let leaning = if areas(app).1.is_some() { String::new() } else { page::leaning(app) };
    line.with_right(Line::of(Role::Dim, leaning).and(Role::Plain, " "), usize::from(cols))
}

/// Where the terminal's cursor is while an answer is typed.
pub(super) fn cursor(app: &App) -> Option<Position> {
    let input = app.interview.input.as_ref().filter(|_| app.screen == Screen::Question)?;
    let (main, _) = areas(app);
    let doc = page::question(app, main.cols);
    let (line, _) = doc.lines_about(Target::Input)?;
    let row = line.checked_sub(top(app, main)).filter(|row| *row < usize::from(main.rows))?;
    let x = usize::from(main.x) + 2 + input.visual_cursor();
    let last = usize::from(main.x + main.cols.saturating_sub(1));
    Some(Position { x: x.min(last) as u16, y: main.y + row as u16 })
}
