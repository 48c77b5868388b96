//! Documents: the content of a pane as lines of spans with roles.
//!
//! A document knows neither colours nor cells. It is laid out for a width in columns, so that the state can tell how
//! far it scrolls, and it is painted elsewhere. A line carries its target, so that no code has to find out from the
//! text what the line is about.

use super::phrase::Target;
use super::role::Role;
use crate::catalog::{has_unsafe_char, printable};
use crate::chart::{ChartRow, Tone};
use crate::width;

/// Text in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The role.
    pub role: Role,
    /// The text, without line breaks.
    pub text: String,
    /// The web address that it links to.
    pub address: Option<String>,
    /// Whether it is a piece of a picture.
    pub is_picture: bool,
}

/// A line of a document.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// The spans, from left to right.
    pub spans: Vec<Span>,
    /// What opens when the line is chosen.
    pub target: Option<Target>,
}

impl Line {
    /// Returns an empty line.
    pub fn blank() -> Self {
        Self::default()
    }

    /// Returns a line in one role.
    pub fn of(role: Role, text: impl Into<String>) -> Self {
        Self::blank().and(role, text)
    }

    /// Returns the line with text appended.
    #[must_use]
    pub fn and(mut self, role: Role, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.spans.push(Span { role, text, address: None, is_picture: false });
        }
        self
    }

    /// Returns the line with text appended that links to `address`, if there is one.
    #[must_use]
    pub fn leading(mut self, role: Role, text: impl Into<String>, address: Option<&str>) -> Self {
        self = self.and(role, text);
        if let Some(last) = self.spans.last_mut() {
            last.address = address.map(ToOwned::to_owned);
        }
        self
    }

    /// Returns the line with a row of a picture appended.
    #[must_use]
    pub fn and_picture(self, row: &ChartRow) -> Self {
        row.pieces.iter().fold(self, |mut line, piece| {
            let (role, text) = (role_of(piece.tone), piece.text.clone());
            line.spans.push(Span { role, text, address: None, is_picture: true });
            line
        })
    }

    /// Shows the line as selected over `cols` columns, so that the lines of a row are one block. Its pictures stay as
    /// they are, because reversed, a full bar would look empty; and so does a blank before a picture, because reversed,
    /// it would look like a part of the bar.
    pub fn select(&mut self, cols: usize) {
        let missing = cols.saturating_sub(self.cols());
        if missing > 0 {
            let blanks = " ".repeat(missing);
            self.spans.push(Span { role: Role::Plain, text: blanks, address: None, is_picture: false });
        }
        for place in 0..self.spans.len() {
            let is_picture = |place: usize| self.spans.get(place).is_some_and(|span| span.is_picture);
            let leads_to_one = self.spans[place].text.trim().is_empty() && is_picture(place + 1);
            if !is_picture(place) && !leads_to_one {
                self.spans[place].role = Role::Selected;
            }
        }
    }

    /// The width of the line, in columns.
    pub fn cols(&self) -> usize {
        self.spans.iter().map(|span| width::cols(&span.text)).sum()
    }

    /// Returns the line with `right` aligned to the right end of `width` columns. If the two do not
    /// fit, `right` is left out.
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

    /// The text of the line without roles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// The role in which a page shows a tone of a picture.
fn role_of(tone: Tone) -> Role {
    match tone {
        Tone::Full | Tone::Open => Role::Bar,
        Tone::Rest | Tone::Guide => Role::Dim,
        Tone::Mark => Role::Plain,
        Tone::Chosen => Role::Focus,
        Tone::Selected => Role::Selected,
    }
}

/// A run of lines with one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The target.
    pub target: Target,
    /// The index of the first line.
    pub first: usize,
    /// The index of the last line.
    pub last: usize,
}

/// The content of a pane, laid out for a width.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Doc {
    /// The lines, from top to bottom.
    pub lines: Vec<Line>,
    /// Whether a value was cut to fit the width.
    pub is_cut: bool,
    /// Whether a column was left out to fit the width.
    pub lacks_columns: bool,
    /// The first and last line under the cursor, which are marked at the edge; `None` if the cursor is elsewhere.
    pub marked: Option<(usize, usize)>,
    width: usize,
    /// Whether addresses that are wider than the document stay whole, on a line of their own.
    keeps_addresses: bool,
    /// The width of sentences, in columns; at most that of the document.
    prose: usize,
}

impl Doc {
    /// Returns the document with characters replaced that a terminal could take for control sequences.
    pub(super) fn printable(mut self) -> Self {
        for span in self.lines.iter_mut().flat_map(|line| &mut line.spans) {
            if has_unsafe_char(&span.text) {
                span.text = printable(&span.text).into_owned();
            }
        }
        self
    }

    /// Returns an empty document for a width in columns.
    pub fn new(width: usize) -> Self {
        Self { width: width.max(1), prose: width.max(1), ..Self::default() }
    }

    /// Returns the document with its sentences in at most `cols` columns.
    #[must_use]
    pub fn with_prose(self, cols: usize) -> Self {
        Self { prose: cols.clamp(1, self.width), ..self }
    }

    /// Returns the document with addresses kept whole even if they are wider than it: a terminal wraps them, and from a
    /// file they can be copied.
    #[must_use]
    pub fn with_whole_addresses(self) -> Self {
        Self { keeps_addresses: true, ..self }
    }

    /// Returns an empty document that breaks lines as this one does, but is `cols` columns narrower.
    #[must_use]
    pub fn narrower(&self, cols: usize) -> Self {
        let less = |width: usize| width.saturating_sub(cols).max(1);
        Self {
            width: less(self.width),
            prose: less(self.prose),
            keeps_addresses: self.keeps_addresses,
            ..Self::default()
        }
    }

    /// The width for which the document is laid out, in columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The width of its sentences, in columns.
    pub fn prose_width(&self) -> usize {
        self.prose
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

    /// Adds a text, wrapped between words.
    pub fn text(&mut self, role: Role, text: &str) {
        self.hanging(Line::blank(), role, text);
    }

    /// Adds a text after `head`; its further lines are indented to the same column.
    pub fn hanging(&mut self, head: Line, role: Role, text: &str) {
        self.hanging_link(head, role, text, None);
    }

    /// Adds a text like [`Doc::hanging`] that links to `address`, if there is one.
    pub fn hanging_link(&mut self, head: Line, role: Role, text: &str, address: Option<&str>) {
        let indent = head.cols();
        let room = self.prose.saturating_sub(indent).max(8);
        let mut head = Some(head);
        let pieces = if self.keeps_addresses { around_addresses(text, room) } else { width::wrap(text, room) };
        for piece in pieces {
            let start = head.take().unwrap_or_else(|| Line::of(Role::Plain, " ".repeat(indent)));
            self.lines.push(start.leading(role, piece, address));
        }
    }

    /// Adds parts next to each other, as many to a line as fit.
    pub fn beside(&mut self, parts: impl IntoIterator<Item = Line>) {
        self.beside_with(parts, 3);
    }

    /// Adds parts next to each other with `gap` columns between them, as many to a line as fit.
    pub fn beside_with(&mut self, parts: impl IntoIterator<Item = Line>, gap: usize) {
        let mut line = Line::blank();
        for part in parts {
            if !line.spans.is_empty() && line.cols() + gap + part.cols() > self.width {
                self.lines.push(std::mem::take(&mut line));
            }
            let gap = if line.spans.is_empty() { 0 } else { gap };
            line = line.and(Role::Plain, " ".repeat(gap));
            line.spans.extend(part.spans);
        }
        self.lines.push(line);
    }

    /// Adds another document after a gap.
    pub fn append(&mut self, other: Self) {
        self.gap();
        self.is_cut |= other.is_cut;
        self.lacks_columns |= other.lacks_columns;
        self.lines.extend(other.lines);
    }

    /// Adds the lines of another document without a gap.
    pub fn extend(&mut self, other: Self) {
        self.is_cut |= other.is_cut;
        self.lacks_columns |= other.lacks_columns;
        self.lines.extend(other.lines);
    }

    /// Adds lines and gives all of them the same target.
    pub fn about(&mut self, target: Target, add: impl FnOnce(&mut Self)) {
        let first = self.lines.len();
        add(self);
        self.lines[first..].iter_mut().for_each(|line| line.target = Some(target));
    }

    /// The first and last line with this target; `None` if there is none.
    pub fn lines_about(&self, target: Target) -> Option<(usize, usize)> {
        let is_about = |line: &Line| line.target == Some(target);
        Some((self.lines.iter().position(is_about)?, self.lines.iter().rposition(is_about)?))
    }

    /// The runs of lines with a target, from top to bottom.
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

    /// The list row that a line belongs to; `None` if its target is something else.
    pub fn row_at(&self, line: usize) -> Option<usize> {
        match self.lines.get(line)?.target? {
            Target::Row(row) => Some(row),
            _ => None,
        }
    }

    /// The greatest scroll offset in a pane of `rows` rows.
    pub fn last_top(&self, rows: usize) -> usize {
        self.lines.len().saturating_sub(rows)
    }
}

/// Wraps a text between words, with each address that is too wide whole on a line of its own.
fn around_addresses(text: &str, room: usize) -> Vec<String> {
    let is_too_wide = |word: &str| word.starts_with("http") && word.contains("://") && width::cols(word) > room;
    let Some(address) = text.split_whitespace().find(|word| is_too_wide(word)) else { return width::wrap(text, room) };
    let (before, after) = text.split_once(address).unwrap_or((text, ""));
    let mut pieces = if before.trim().is_empty() { Vec::new() } else { width::wrap(before.trim(), room) };
    pieces.push(address.to_owned());
    if !after.trim().is_empty() {
        pieces.extend(around_addresses(after.trim(), room));
    }
    pieces
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

    #[test]
    fn an_address_that_is_too_wide_stays_whole_on_a_line_of_its_own() {
        let text = "Look at https://example.org/a-long-path-of-a-page-name, and at https://e.org too.";
        let mut doc = Doc::new(20).with_whole_addresses();
        doc.text(Role::Plain, text);
        let lines: Vec<String> = doc.lines.iter().map(Line::text).collect();
        assert_eq!(
            lines,
            ["Look at", "https://example.org/a-long-path-of-a-page-name,", "and at https://e.org", "too."]
        );
        let mut doc = Doc::new(20);
        doc.text(Role::Plain, text);
        assert!(doc.lines.iter().all(|line| line.cols() <= 20));
    }
}
