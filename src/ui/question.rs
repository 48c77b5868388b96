//! Draws a question, or the answers being tried: the choices on the left, and the outlook on the right or, on a narrow
//! screen, below.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::rules::Rules;
use super::{Look, paint};
use crate::app::layout::{Area, body, question_body};
use crate::app::{Action, App, Screen, TrialAction, page};
use crate::page::{Doc, Line, Role, Target};

/// Width of the area beside the choices, in columns.
const SIDE: u16 = 40;
/// Minimum width of the area beside tried answers, in columns: it has a table with the result before and after.
const SIDE_OF_TRIAL: u16 = 52;
/// Maximum width of that area: longer lines are hard to read.
const MAX_SIDE_OF_TRIAL: u16 = 96;
/// Width that a tried answer needs beside the one that was given, in columns.
const TRIED_COLS: u16 = 92;

/// Returns the area of the choices, and the area beside them if there is room. The effect of tried answers is always
/// shown: on a narrow screen it takes up to half of the rows, below the choices.
fn areas(app: &App) -> (Area, Option<Area>) {
    let (cols, rows) = app.size;
    let is_question = app.screen == Screen::Question;
    let whole = page::text_area(if is_question { question_body(cols, rows) } else { body(cols, rows) });
    let rest = whole.cols.saturating_sub(TRIED_COLS + 3);
    let side = if is_question { SIDE } else { rest.clamp(SIDE_OF_TRIAL, MAX_SIDE_OF_TRIAL) };
    if whole.cols < side + 60 {
        if app.screen != Screen::WhatIf {
            return (whole, None);
        }
        let needed = page::what_if_side(app, whole.cols).lines.len().max(usize::from(whole.rows / 3)) as u16;
        let rows = whole.rows - needed.min(whole.rows / 2) - 1;
        let below = Area { y: whole.y + rows + 1, rows: whole.rows - rows - 1, ..whole };
        return (Area { rows, ..whole }, Some(below));
    }
    let main = Area { cols: whole.cols - side - 3, ..whole };
    (main, Some(Area { x: whole.x + main.cols + 3, cols: side, ..whole }))
}

/// Returns the head of a question, which does not scroll, its area, and the area of the choices below it.
fn parts(app: &App) -> (Doc, Area, Area) {
    let (main, side) = areas(app);
    // Without an area beside the choices, the outlook gets its own lines below them.
    let said_rows = if side.is_some() || main.rows < MIN_ROWS { 0 } else { 2 };
    let head = page::question_head(app, main.cols);
    let head_rows = (head.lines.len() as u16).min(main.rows / 2);
    let above = Area { rows: head_rows, ..main };
    let below = Area { y: main.y + head_rows, rows: main.rows - head_rows - said_rows, ..main };
    (head, above, below)
}

/// The minimum number of rows for an outlook below the choices.
const MIN_ROWS: u16 = 8;

/// Draws the rules around both areas.
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

/// Draws the answers being tried, with their effect beside or below them.
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

/// The choices, their scroll offset, and their area.
pub(super) fn choices(app: &App) -> (Doc, usize, Area) {
    if app.screen == Screen::WhatIf {
        let (main, _) = areas(app);
        let cursor = app.interview.trial.as_ref().map_or(0, |trial| trial.cursor);
        return (page::what_if(app, main.cols), (cursor + 2).saturating_sub(usize::from(main.rows)), main);
    }
    let (_, _, below) = parts(app);
    let (doc, cursor) = page::question(app, below.cols, below.rows);
    // The choice under the cursor stays visible together with its explanation.
    (doc, (cursor + 3).saturating_sub(usize::from(below.rows)), below)
}

pub(super) fn question(app: &App, look: Look, buffer: &mut Buffer) {
    let (main, side) = areas(app);
    frame(app, look, buffer);
    let (head, above, _) = parts(app);
    paint::doc(&head, 0, above, look, buffer);
    let (doc, top, below) = choices(app);
    paint::doc(&doc, top, below, look, buffer);
    let end = below.y + below.rows;
    match side {
        Some(side) => paint::doc(&page::question_side(app, side.cols), 0, side, look, buffer),
        None if end < main.y + main.rows => {
            let said = Line::of(Role::Title, page::so_far(app));
            paint::line(&said, main.x, end + 1, main.cols, look, buffer);
        }
        None => {}
    }
}

/// The position of the text cursor while an answer is typed.
pub(super) fn cursor(app: &App) -> Option<Position> {
    if app.screen != Screen::Question {
        return None;
    }
    let (head, above, _) = parts(app);
    let (line, _) = head.lines_about(Target::Input)?;
    let row = Some(line).filter(|row| *row < usize::from(above.rows))?;
    let col = page::typing_column(app, above.cols)?;
    Some(Position { x: above.x + col as u16, y: above.y + row as u16 })
}
