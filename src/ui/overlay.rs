//! Draws an overlay between two rules over the screen.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::rules::Rules;
use super::{Look, paint};
use crate::app::layout::Area;
use crate::app::{App, Layer, Overlay, Prompt, TextInput, page};
use crate::english::by_count;
use crate::page::{Line, Role};

pub(super) fn overlay(app: &App, layer: &Layer, look: Look, buffer: &mut Buffer) {
    let which = &layer.overlay;
    let area = page::overlay_area(app, which);
    if area.cols < 8 || area.rows < 3 {
        return;
    }
    paint::clear(area, look, buffer);
    let mut rules = Rules::default();
    rules.across(area.x, area.y, area.cols);
    rules.across(area.x, area.y + area.rows - 1, area.cols);
    let facts = page::facts_beside(app, layer);
    if let Some((_, beside)) = &facts {
        rules.down(beside.x - 2, area.y, area.rows);
    }
    rules.draw(look.style(Role::Dim), buffer);
    if let Some((facts, beside)) = &facts {
        paint::doc(facts, 0, *beside, look, buffer);
    }
    let title = title(app, which);
    paint::line(&Line::of(Role::Title, format!(" {title} ")), area.x + 1, area.y, area.cols - 2, look, buffer);
    let text = page::overlay_text_area(app, which);
    match which {
        Overlay::Palette(palette) => {
            let noun = by_count(palette.count(), " action", " actions");
            let line = TypedLine { mark: ": ", input: &palette.input, empty: "type what you want to do" };
            typed(&line, Some((palette.count(), noun)), input_area(app, which), look, buffer);
        }
        Overlay::AskAbout(choice) => {
            let line = TypedLine { mark: "/ ", input: &choice.input, empty: "type the name of a program" };
            typed(&line, None, input_area(app, which), look, buffer);
        }
        Overlay::Prompt(prompt) => written(prompt, input_area(app, which), look, buffer),
        _ => {}
    }
    // The scroll arrows are at the edge of the screen, however narrow the text is.
    let edge = if facts.is_some() { text.cols } else { page::text_area(area).cols };
    let shown = Area { cols: edge, ..text };
    paint::doc(&page::overlay(app, layer, text.cols), layer.top, shown, look, buffer);
}

/// The name of an overlay, shown in the rule above it.
fn title(app: &App, which: &Overlay) -> Cow<'static, str> {
    Cow::Borrowed(match which {
        Overlay::Kept => "Shortlist",
        Overlay::Decisions => "Decisions",
        Overlay::Decision(_) => "A decision",
        Overlay::History => "History",
        Overlay::Courses => "Courses",
        Overlay::Profiles => "Profiles",
        Overlay::Prompt(prompt) => return Cow::Owned(page::prompt_title(app, &prompt.purpose)),
        Overlay::Help(_) => "Keys",
        Overlay::Sources(_) => "Claims",
        Overlay::Similar { .. } => "Similar programs",
        Overlay::Guide(_) => "Guide to the kinds",
        Overlay::RemoveFilter => "Remove which filter?",
        Overlay::Orders => "Order of the list",
        Overlay::Program(_) => "Facts",
        Overlay::WhyNot => "Why not",
        Overlay::AskAbout(_) => "Why not? Choose a program",
        Overlay::Plan { .. } => "Plan",
        Overlay::Notice => "Note",
        Overlay::Limits => "Limits",
        Overlay::Palette(_) => "All actions",
        Overlay::Changes => "Answers that would change this",
    })
}

/// The row of an overlay's input line.
fn input_area(app: &App, which: &Overlay) -> Area {
    let (whole, text) = (page::overlay_area(app, which), page::overlay_text_area(app, which));
    let rows = if matches!(which, Overlay::Prompt(_)) { whole.rows.saturating_sub(2) } else { 1 };
    Area { y: whole.y + 1, rows, ..text }
}

/// Columns before the typed text.
const PROMPT: u16 = 2;

/// An input line for a search.
struct TypedLine<'a> {
    /// The prompt.
    mark: &'static str,
    /// The typed text.
    input: &'a TextInput,
    /// The text shown while nothing is typed.
    empty: &'static str,
}

/// Draws the input line, with the number of matches if it is given.
fn typed(typed: &TypedLine<'_>, count: Option<(usize, &str)>, area: Area, look: Look, buffer: &mut Buffer) {
    let cols = area.cols;
    let count =
        count.map_or_else(Line::blank, |(count, noun)| Line::of(Role::Title, count.to_string()).and(Role::Dim, noun));
    let (words, role) = match typed.input.in_sight(typed_room(cols)).0 {
        "" => (typed.empty, Role::Dim),
        words => (words, Role::Plain),
    };
    let line = Line::of(Role::Focus, typed.mark).and(role, words).with_right(count, usize::from(cols));
    paint::line(&line, area.x, area.y, cols, look, buffer);
}

/// The visible width of the typed text, in columns.
fn typed_room(cols: u16) -> usize {
    usize::from(cols).saturating_sub(16)
}

/// Draws the input line of a note or name.
fn written(prompt: &Prompt, area: Area, look: Look, buffer: &mut Buffer) {
    if prompt.is_note() && prompt.input.value().is_empty() {
        paint::line(&Line::of(Role::Dim, "your words"), area.x, area.y, area.cols, look, buffer);
        return;
    }
    if prompt.is_note() {
        let (rows, (cursor, _)) = prompt.input.laid_out(usize::from(area.cols));
        let seen = rows.iter().skip(first_row(cursor, area)).take(usize::from(area.rows));
        for (text, y) in seen.zip(area.y..) {
            paint::line(&Line::of(Role::Plain, text.as_str()), area.x, y, area.cols, look, buffer);
        }
        return;
    }
    // A value that typing will replace is marked as selected.
    let role = if prompt.is_replaced { Role::Selected } else { Role::Plain };
    let line = Line::of(role, prompt.input.in_sight(usize::from(area.cols).saturating_sub(1)).0);
    paint::line(&line, area.x, area.y, area.cols, look, buffer);
}

/// Returns the first visible row of a note, so that the cursor's row is at most the last one.
fn first_row(cursor: usize, area: Area) -> usize {
    (cursor + 1).saturating_sub(usize::from(area.rows))
}

/// The position of the text cursor in the input line of a note or name.
fn cursor_of_prompt(prompt: &Prompt, area: Area) -> Position {
    if prompt.is_note() {
        let (_, (row, col)) = prompt.input.laid_out(usize::from(area.cols));
        return Position { x: area.x + col as u16, y: area.y + (row - first_row(row, area)) as u16 };
    }
    let (_, col) = prompt.input.in_sight(usize::from(area.cols).saturating_sub(1));
    Position { x: area.x + col as u16, y: area.y }
}

/// The position of the text cursor in the topmost overlay; `None` if it has no input line.
pub(super) fn cursor(app: &App) -> Option<Position> {
    let overlay = app.overlays.last()?;
    let area = input_area(app, overlay);
    let input = match overlay {
        Overlay::Prompt(prompt) => return Some(cursor_of_prompt(prompt, area)),
        Overlay::Palette(palette) => &palette.input,
        Overlay::AskAbout(choice) => &choice.input,
        _ => return None,
    };
    let (_, col) = input.in_sight(typed_room(area.cols));
    Some(Position { x: area.x + PROMPT + col as u16, y: area.y })
}
