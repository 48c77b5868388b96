//! What a pane says, as lines of words with roles. A document knows neither colours nor cells: it is made for a width
//! in columns, so the state can tell how far it scrolls, and painted elsewhere. What a line is about stands beside it as a
//! target, so that nobody has to read it off the signs.

use super::Target;
use crate::catalog::{has_unsafe_char, printable};
use crate::chart::{Row, Tone};
use crate::width;

/// What a piece of text is for; one table turns roles into looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// A title.
    Title,
    /// A heading within a pane.
    Heading,
    /// The name of a value.
    Label,
    /// Text that matters less.
    Dim,
    /// Characters that matched what was typed.
    Match,
    /// What is selected.
    Selected,
    /// What has the keyboard.
    Focus,
    /// A value that differs from its neighbours.
    Differs,
    /// The best of its row.
    Best,
    /// Something to look out for.
    Warning,
    /// A key that can be pressed.
    Key,
    /// The full part of a bar.
    Bar,
}

impl Role {
    /// Every role with its name in a look of one's own.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Plain, "plain"),
        (Self::Title, "title"),
        (Self::Heading, "heading"),
        (Self::Label, "label"),
        (Self::Dim, "dim"),
        (Self::Match, "match"),
        (Self::Selected, "selected"),
        (Self::Focus, "focus"),
        (Self::Differs, "differs"),
        (Self::Best, "best"),
        (Self::Warning, "warning"),
        (Self::Key, "key"),
        (Self::Bar, "bar"),
    ];
}

/// Text in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is for.
    pub role: Role,
    /// The text; never a line break.
    pub text: String,
    /// The web address that it leads to.
    pub address: Option<String>,
}

/// A line of a document.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// From left to right.
    pub spans: Vec<Span>,
    /// What it is about, if that can be chosen.
    pub target: Option<Target>,
}

impl Line {
    /// An empty line.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A line in one role.
    pub fn of(role: Role, text: impl Into<String>) -> Self {
        Self::blank().and(role, text)
    }

    /// The line with more text at its end.
    #[must_use]
    pub fn and(mut self, role: Role, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.spans.push(Span { role, text, address: None });
        }
        self
    }

    /// The line with text at its end that leads to an address, if there is one.
    #[must_use]
    pub fn leading(mut self, role: Role, text: impl Into<String>, address: Option<&str>) -> Self {
        self = self.and(role, text);
        if let Some(last) = self.spans.last_mut() {
            last.address = address.map(ToOwned::to_owned);
        }
        self
    }

    /// The line with a row of a picture at its end.
    #[must_use]
    pub fn and_picture(self, row: &Row) -> Self {
        let pieces = row.pieces.iter().map(|piece| (role_of(piece.tone), piece.text.as_str()));
        pieces.fold(self, |line, (role, text)| line.and(role, text))
    }

    /// How many columns it takes.
    pub fn cols(&self) -> usize {
        self.spans.iter().map(|span| width::cols(&span.text)).sum()
    }

    /// The line with `right` at its right end, `width` columns in all; the right part goes first where there is no
    /// room for both.
    #[must_use]
    pub fn with_right(self, right: Self, width: usize) -> Self {
        let used = self.cols() + right.cols();
        if used + 1 > width {
            return self;
        }
        let mut line = self.and(Role::Plain, " ".repeat(width - used));
        line.spans.extend(right.spans);
        line
    }

    /// The words without their roles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// What a tone of a picture is for on a page.
fn role_of(tone: Tone) -> Role {
    match tone {
        Tone::Full | Tone::Open => Role::Bar,
        Tone::Rest | Tone::Guide => Role::Dim,
        Tone::Mark => Role::Plain,
        Tone::Chosen => Role::Focus,
    }
}

/// Lines that are about one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What they are about.
    pub target: Target,
    /// The first of them.
    pub first: usize,
    /// The last of them.
    pub last: usize,
}

/// The lines of a pane.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Doc {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// Whether a value was cut or a column left out for want of room.
    pub is_cut: bool,
    /// The first and the last line under the cursor, which carry its mark at the edge.
    pub marked: Option<(usize, usize)>,
    width: usize,
}

impl Doc {
    /// The document without what a terminal could take for a command.
    pub(super) fn printable(mut self) -> Self {
        for span in self.lines.iter_mut().flat_map(|line| &mut line.spans) {
            if has_unsafe_char(&span.text) {
                span.text = printable(&span.text).into_owned();
            }
        }
        self
    }

    /// An empty document of a width in columns.
    pub fn new(width: usize) -> Self {
        Self { width: width.max(1), ..Self::default() }
    }

    /// How many columns it may take.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Adds a line as it is.
    pub fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Adds an empty line, unless the document is empty or ends in one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::blank());
        }
    }

    /// Adds a heading after a gap.
    pub fn heading(&mut self, text: &str) {
        self.gap();
        self.lines.push(Line::of(Role::Heading, width::cut(text, self.width)));
    }

    /// Adds a text, broken between words.
    pub fn text(&mut self, role: Role, text: &str) {
        self.hanging(Line::blank(), role, text);
    }

    /// Adds a text that starts behind `head` and goes on under itself.
    pub fn hanging(&mut self, head: Line, role: Role, text: &str) {
        self.hanging_link(head, role, text, None);
    }

    /// The same for a text that leads to an address, if there is one.
    pub fn hanging_link(&mut self, head: Line, role: Role, text: &str, address: Option<&str>) {
        let indent = head.cols();
        let room = self.width.saturating_sub(indent).max(8);
        let mut head = Some(head);
        for piece in width::wrap(text, room) {
            let start = head.take().unwrap_or_else(|| Line::of(Role::Plain, " ".repeat(indent)));
            self.lines.push(start.leading(role, piece, address));
        }
    }

    /// Adds parts beside each other, as many a line as fit.
    pub fn beside(&mut self, parts: impl IntoIterator<Item = Line>) {
        let mut line = Line::blank();
        for part in parts {
            if !line.spans.is_empty() && line.cols() + 3 + part.cols() > self.width {
                self.lines.push(std::mem::take(&mut line));
            }
            let gap = if line.spans.is_empty() { "" } else { "   " };
            line = line.and(Role::Plain, gap);
            line.spans.extend(part.spans);
        }
        self.lines.push(line);
    }

    /// Adds another document after a gap.
    pub fn append(&mut self, other: Self) {
        self.gap();
        self.is_cut |= other.is_cut;
        self.lines.extend(other.lines);
    }

    /// Adds the lines of another document right under the last one.
    pub fn extend(&mut self, other: Self) {
        self.is_cut |= other.is_cut;
        self.lines.extend(other.lines);
    }

    /// Adds lines that are all about the same.
    pub fn about(&mut self, target: Target, add: impl FnOnce(&mut Self)) {
        let first = self.lines.len();
        add(self);
        self.lines[first..].iter_mut().for_each(|line| line.target = Some(target));
    }

    /// The lines that are about something: the first and the last of them.
    pub fn lines_about(&self, target: Target) -> Option<(usize, usize)> {
        let is_about = |line: &Line| line.target == Some(target);
        Some((self.lines.iter().position(is_about)?, self.lines.iter().rposition(is_about)?))
    }

    /// Everything that lines are about, from top to bottom, with the lines that are about it.
    pub fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            let Some(target) = line.target else { continue };
            match stops.last_mut().filter(|stop| stop.target == target && stop.last + 1 == place) {
                Some(stop) => stop.last = place,
                None => stops.push(Stop { target, first: place, last: place }),
            }
        }
        stops
    }

    /// The row to choose that a line belongs to.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)?.target? {
            Target::Row(row) => Some(row),
            _ => None,
        }
    }

    /// How far it can be scrolled in a pane of `rows` rows.
    pub fn last_top(&self, rows: usize) -> usize {
        self.lines.len().saturating_sub(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hanging_text_goes_on_under_itself() {
        let mut doc = Doc::new(20);
        doc.hanging(Line::of(Role::Label, "Credit  "), Role::Plain, "may count, if admitted");
        let lines: Vec<String> = doc.lines.iter().map(Line::text).collect();
        assert_eq!(lines, ["Credit  may count,", "        if admitted"]);
    }

    #[test]
    fn the_right_part_gives_way_first() {
        let line = |width| Line::of(Role::Plain, "left").with_right(Line::of(Role::Dim, "right"), width).text();
        assert_eq!(line(12), "left   right");
        assert_eq!(line(9), "left");
    }
}
