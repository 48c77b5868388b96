//! Draws the last two lines: a rule that carries the notice, and the keys that work now.

use ratatui::buffer::Buffer;

use super::head::{found_notice, said};
use super::rules::Rules;
use super::{Look, paint};
use crate::app::{App, Overlay, Screen};
use crate::keys;
use crate::page::{Line, Role};
use crate::width;

pub(super) fn foot(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    if let Some(notice) = notice(app) {
        tell(&notice, app.size, look, buffer);
    }
    paint::line(&hints(app, usize::from(cols)), 0, rows - 1, cols, look, buffer);
}

/// The notice about the last action, or else about the query; `None` while it is shown over the screen.
fn notice(app: &App) -> Option<String> {
    // A notice about the query belongs to the list.
    let is_at_the_list = app.screen == Screen::Explore && app.overlays.is_empty() && !app.is_typing;
    let found = || found_notice(app).filter(|_| is_at_the_list);
    let is_over_the_screen = app.overlays.last() == Some(&Overlay::Notice);
    app.notice.clone().or_else(found).filter(|_| !is_over_the_screen)
}

/// Draws the notice in the rule; if it is too long, in further rules above it.
fn tell(notice: &str, (cols, rows): (u16, u16), look: Look, buffer: &mut Buffer) {
    let lines = width::wrap(notice, usize::from(cols).saturating_sub(4));
    let most = usize::from(rows / 2);
    let (lines, mut y) = (&lines[..lines.len().min(most)], rows - 1 - lines.len().min(most) as u16);
    for text in lines {
        if y + 2 < rows {
            let mut rules = Rules::default();
            rules.across(0, y, cols);
            rules.draw(look.style(Role::Dim), buffer);
        }
        paint::line(&Line::of(Role::Title, format!(" {text} ")), 1, y, cols - 2, look, buffer);
        y += 1;
    }
}

/// The word of the key that leaves a pane for the list.
const TO_THE_LIST: &str = "to the list";

/// The footer; the last hints, for help and the way out, are at the right.
fn hints(app: &App, cols: usize) -> Line {
    let mut first = shown(app, cols);
    let last = split_last(&mut first);
    in_a_row(&first).with_right(in_a_row(&last), cols)
}

fn in_a_row(hints: &[(String, &str)]) -> Line {
    hints.iter().fold(Line::of(Role::Plain, " "), |line, (keys, word)| {
        line.and(Role::Key, keys.as_str()).and(Role::Dim, format!(" {word}")).and(Role::Plain, "  ")
    })
}

/// Splits off the hints at the end, which are always shown: those for help and for the way out, which may be two.
fn split_last(hints: &mut Vec<(String, &'static str)>) -> Vec<(String, &'static str)> {
    let ends_pane = hints.iter().rev().nth(2).is_some_and(|(_, word)| *word == TO_THE_LIST);
    let last = if ends_pane { 3 } else { 2 };
    hints.split_off(hints.len().saturating_sub(last))
}

/// The width of a hint with the blanks around it, in columns.
fn hint_cols((keys, word): &(String, &str)) -> usize {
    width::cols(keys) + width::cols(word) + 3
}

/// As many hints as fit. The last ones, help and quit, are always included.
fn shown(app: &App, cols: usize) -> Vec<(String, &'static str)> {
    let mut hints = keys::footer(app);
    let last = split_last(&mut hints);
    // What the first line says is not said twice.
    if super::has_head(app) {
        let said = said(app);
        hints.retain(|(_, word)| !said.contains(word));
    }
    let mut end = 3 + last.iter().map(hint_cols).sum::<usize>();
    let fits = |hint: &&(String, &str)| {
        end += hint_cols(hint);
        end <= cols
    };
    let fitting = hints.iter().take_while(fits).count();
    hints.truncate(fitting);
    hints.extend(last);
    hints
}

/// The word of the hint at a column of the footer; `None` if there is none.
pub(super) fn word_at(app: &App, x: u16) -> Option<&'static str> {
    let (x, cols) = (usize::from(x), usize::from(app.size.0));
    let mut first = shown(app, cols);
    let last = split_last(&mut first);
    let start_of_last = cols.saturating_sub(in_a_row(&last).cols());
    word_from(&first, 1, x).or_else(|| word_from(&last, start_of_last + 1, x))
}

fn word_from(hints: &[(String, &'static str)], start: usize, x: usize) -> Option<&'static str> {
    let mut end = start;
    hints.iter().find_map(|hint| {
        let start = end;
        end += hint_cols(hint);
        (start..end - 2).contains(&x).then_some(hint.1)
    })
}
