//! Draws an overlay in a frame over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::rules::Rules;
use super::{Look, paint};
use crate::app::layout::Area;
use crate::app::{App, Overlay, Typed, page};
use crate::page::{Line, Role};

pub(super) fn overlay(app: &App, which: Overlay, look: Look, buffer: &mut Buffer) {
    let area = page::overlay_area(app, which);
    if area.cols < 8 || area.rows < 3 {
        return;
    }
    paint::dim(look, buffer);
    paint::clear(with_margin(app, area), look, buffer);
    let mut frame = Rules::default();
    frame.across(area.x, area.y, area.cols);
    frame.across(area.x, area.y + area.rows - 1, area.cols);
    frame.down(area.x, area.y, area.rows);
    frame.down(area.x + area.cols - 1, area.y, area.rows);
    frame.draw(look.style(Role::Dim), buffer);
    let title = match which {
        Overlay::Kept => "Shortlist",
        Overlay::Decisions => "Decisions",
        Overlay::Decision => "A decision",
        Overlay::History => "History",
        Overlay::Courses => "Courses",
        Overlay::Profiles => "Profiles",
        Overlay::Prompt => &page::prompt_title(app),
        Overlay::Help => "Keys",
        Overlay::Sources => "Claims",
        Overlay::Similar => "Similar programs",
        Overlay::Guide => "Guide",
        Overlay::RemoveFilter => "Remove which filter?",
        Overlay::Orders => "Order of the list",
        Overlay::Program => "Facts",
        Overlay::WhyNot => "Why not",
        Overlay::AskAbout => "Why not? Choose a program",
        Overlay::Plan => "Plan",
        Overlay::Notice => "Note",
        Overlay::Limits => "Limits",
        Overlay::Palette => "All actions",
        Overlay::Changes => "Answers that would change this",
    };
    paint::line(&Line::of(Role::Title, format!(" {title} ")), area.x + 2, area.y, area.cols - 4, look, buffer);
    match which {
        Overlay::Palette => {
            let noun = if app.palette.count() == 1 { " action" } else { " actions" };
            let line = TypedLine { mark: ": ", input: &app.palette.input, empty: "type what you want to do" };
            typed(&line, Some((app.palette.count(), noun)), area, look, buffer);
        }
        Overlay::AskAbout => {
            let line =
                TypedLine { mark: "/ ", input: &app.interview.ask_about.input, empty: "type the name of a program" };
            typed(&line, None, area, look, buffer);
        }
        Overlay::Prompt => written(app, area, look, buffer),
        _ => {}
    }
    let text = page::overlay_text_area(app, which);
    paint::doc(&page::overlay(app, which, text.cols), app.tops.overlay, text, look, buffer);
}

/// An overlay's area with a blank column at each side, so that no text behind it touches the frame.
fn with_margin(app: &App, area: Area) -> Area {
    let left = area.x.min(1);
    let right = (app.size.0 - area.x - area.cols).min(1);
    Area { x: area.x - left, cols: area.cols + left + right, ..area }
}

/// An input line for finding something.
struct TypedLine<'a> {
    /// The prompt.
    mark: &'static str,
    /// The typed text.
    input: &'a Typed,
    /// The text shown while nothing is typed.
    empty: &'static str,
}

/// Draws the input line, with the number of matches if it is given.
fn typed(typed: &TypedLine<'_>, count: Option<(usize, &str)>, area: Area, look: Look, buffer: &mut Buffer) {
    let cols = area.cols.saturating_sub(4);
    let count =
        count.map_or_else(Line::blank, |(count, noun)| Line::of(Role::Title, count.to_string()).and(Role::Dim, noun));
    let (words, role) = match typed.input.in_sight(typed_room(cols)).0 {
        "" => (typed.empty, Role::Dim),
        words => (words, Role::Plain),
    };
    let line = Line::of(Role::Focus, typed.mark).and(role, words).with_right(count, usize::from(cols));
    paint::line(&line, area.x + 2, area.y + 1, cols, look, buffer);
}

/// The visible width of the typed text, in columns.
fn typed_room(cols: u16) -> usize {
    usize::from(cols).saturating_sub(16)
}

/// Draws the input line of a note or name.
fn written(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    let Some(prompt) = &app.personal.prompt else { return };
    let cols = area.cols.saturating_sub(4);
    let line = Line::of(Role::Plain, prompt.input.in_sight(usize::from(cols).saturating_sub(1)).0);
    paint::line(&line, area.x + 2, area.y + 1, cols, look, buffer);
}

/// The position of the text cursor in the input line of a note or name.
fn cursor_of_prompt(app: &App) -> Option<Position> {
    let area = page::overlay_area(app, Overlay::Prompt);
    let room = usize::from(area.cols.saturating_sub(4)).saturating_sub(1);
    let (_, col) = app.personal.prompt.as_ref()?.input.in_sight(room);
    Some(Position { x: area.x + 2 + col as u16, y: area.y + 1 })
}

/// The position of the text cursor in the topmost overlay; `None` if it has no input line.
pub(super) fn cursor(app: &App) -> Option<Position> {
    if app.overlays.last() == Some(&Overlay::Prompt) {
        return cursor_of_prompt(app);
    }
    let overlay = *app.overlays.last()?;
    let input = match overlay {
        Overlay::Palette => &app.palette.input,
        Overlay::AskAbout => &app.interview.ask_about.input,
        _ => return None,
    };
    let area = page::overlay_area(app, overlay);
    let (_, col) = input.in_sight(typed_room(area.cols.saturating_sub(4)));
    Some(Position { x: area.x + 4 + col as u16, y: area.y + 1 })
}
