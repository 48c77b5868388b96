//! Draws the last two lines: a rule with the notice, and the keys that work now.

use ratatui::buffer::Buffer;

use super::head::{found_notice, said};
use super::{Look, paint};
use crate::app::layout::Area;
use crate::app::{Action, App, Overlay, Screen};
use crate::keys::{self, Hint, HintKind};
use crate::page::{Line, Role};
use crate::width;

pub(super) fn foot(app: &App, look: Look, buffer: &mut Buffer) {
    let (cols, rows) = app.size;
    if let Some(notice) = notice(app) {
        tell(&notice, app.size, look, buffer);
    }
    paint::line(&footer(app).line(usize::from(cols)), 0, rows - 1, cols, look, buffer);
}

/// Returns the notice about the last action, or else about the query; `None` while an overlay shows it.
fn notice(app: &App) -> Option<String> {
    // A notice about the query belongs to the list.
    let is_at_the_list = app.screen == Screen::Explore && app.overlays.is_empty() && !app.query.is_typing;
    let found = || found_notice(app).filter(|_| is_at_the_list);
    let is_over_the_screen = app.overlays.last() == Some(&Overlay::Notice);
    app.notice.clone().or_else(found).filter(|_| !is_over_the_screen)
}

/// Draws the notice in the rule; a long one continues in lines below the rule.
fn tell(notice: &str, (cols, rows): (u16, u16), look: Look, buffer: &mut Buffer) {
    let lines = width::wrap(notice, usize::from(cols).saturating_sub(4));
    let most = usize::from(rows / 2);
    let (lines, mut y) = (&lines[..lines.len().min(most)], rows - 1 - lines.len().min(most) as u16);
    for (place, text) in lines.iter().enumerate() {
        // A rule behind the words would look like a break in them.
        if lines.len() > 1 {
            paint::clear(Area { x: 0, y, cols, rows: 1 }, look, buffer);
        }
        if lines.len() > 1 && place == 0 {
            paint::line(&Line::of(Role::Dim, "─"), 0, y, 1, look, buffer);
        }
        paint::line(&Line::of(Role::Title, format!(" {text} ")), 1, y, cols - 2, look, buffer);
        y += 1;
    }
}

/// The last line: at the left the keys of the page; at the right the keys to leave it, for help and to quit.
struct Footer {
    left: Vec<Hint>,
    right: Vec<Hint>,
    words: Words,
}

/// The length of the key labels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Whole,
    /// Without the part in parentheses.
    Short,
}

impl Words {
    fn of(self, hint: &Hint) -> &'static str {
        match self {
            Self::Whole => hint.word,
            Self::Short => hint.word.split(" (").next().unwrap_or_default(),
        }
    }

    fn cols(self, hint: &Hint) -> usize {
        width::cols(&hint.keys) + 1 + width::cols(self.of(hint))
    }
}

/// Columns between two hints.
const BETWEEN: usize = 2;

/// Returns the footer. It always has the first key of the page and the key to leave it, and as many others as fit.
fn footer(app: &App) -> Footer {
    let cols = usize::from(app.size.0);
    let (mut own, mut right): (Vec<Hint>, Vec<Hint>) =
        keys::footer(app).into_iter().partition(|hint| hint.purpose() == HintKind::Acts);
    right.sort_by_key(Hint::purpose);
    // Keys in the first line are not repeated.
    if super::has_head(app) {
        let said = said(app);
        own.retain(|hint| !said.contains(&&hint.action));
    }
    let mut footer = Footer { left: own, right, words: Words::Whole };
    if footer.cols() <= cols {
        return footer;
    }
    footer.words = Words::Short;
    let rest = footer.left.split_off(footer.left.len().min(1));
    while footer.cols() > cols && footer.right.len() > 1 {
        footer.right.pop();
    }
    for hint in rest {
        footer.left.push(hint);
        if footer.cols() > cols {
            footer.left.pop();
        }
    }
    footer
}

impl Footer {
    /// The minimum width that shows everything, with a blank at each end.
    fn cols(&self) -> usize {
        let hints = self.left.iter().chain(&self.right);
        hints.map(|hint| self.words.cols(hint) + BETWEEN).sum::<usize>() + 2 - BETWEEN
    }

    fn line(&self, cols: usize) -> Line {
        let left = self.in_a_row(Line::of(Role::Plain, " "), &self.left);
        left.with_right(self.in_a_row(Line::default(), &self.right).and(Role::Plain, " "), cols)
    }

    fn in_a_row(&self, start: Line, hints: &[Hint]) -> Line {
        hints.iter().enumerate().fold(start, |line, (place, hint)| {
            let gap = if place == 0 { "" } else { "  " };
            let word = format!(" {}", self.words.of(hint));
            line.and(Role::Plain, gap).and(Role::Key, hint.keys.as_str()).and(Role::Dim, word)
        })
    }

    /// The hint at a column; `None` if there is none.
    fn hint_at(&self, x: usize, cols: usize) -> Option<&Hint> {
        let start_of_right = cols.saturating_sub(self.in_a_row(Line::default(), &self.right).cols() + 1);
        self.hint_from(&self.left, 1, x).or_else(|| self.hint_from(&self.right, start_of_right, x))
    }

    fn hint_from<'h>(&self, hints: &'h [Hint], start: usize, x: usize) -> Option<&'h Hint> {
        let mut next = start;
        hints.iter().find(|hint| {
            let (start, end) = (next, next + self.words.cols(hint));
            next = end + BETWEEN;
            (start..end).contains(&x)
        })
    }
}

/// The action of the hint at a column of the footer; `None` if there is none.
pub(super) fn action_at(app: &App, x: u16) -> Option<Action> {
    footer(app).hint_at(usize::from(x), usize::from(app.size.0)).map(|hint| hint.action.clone())
}
