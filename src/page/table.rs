//! Tables of phrases, before they are laid out for a width.

use super::phrase::{Phrase, Target};

/// The alignment of values within their column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// To the left, for words.
    Left,
    /// To the right, for numbers.
    Right,
}

/// What is done with a value that is wider than its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// It is cut, and the document says so.
    Cut,
    /// It is wrapped over several lines.
    Wrap,
    /// It is printed whole on a line of its own, so that it can be copied.
    OwnLine,
    /// It is wrapped, or, if the column has no room, printed under its row over the whole width.
    WrapOrBelow,
}

/// How a column is named when a row is printed in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// By its title.
    Title,
    /// By this name.
    As(String),
    /// By this number; the titles are listed before the rows.
    Numbered(usize),
    /// Not at all: the value is clear without a name.
    Silent,
    /// The column is left out: its value is the number of the row, which is said before it.
    Counted,
    /// The column is left out: it only draws what other columns say.
    LeftOut,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// The alignment of its values.
    pub align: Align,
    /// The least width, in columns; other columns are dropped before it becomes narrower.
    pub least: usize,
    /// What is done with a value that is too wide.
    pub overflow: Overflow,
    /// How the column is named in words.
    pub spoken: Spoken,
    /// Whether its values are the headings of their rows.
    pub is_head: bool,
    /// What the column refers to; the heading is marked when the cursor is on that target.
    pub target: Option<Target>,
    /// The order in which columns are dropped if space is short: the lowest number first, 0 never.
    pub goes: u8,
}

impl Column {
    /// Returns a column of words that is never dropped.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            align: Align::Left,
            least: 8,
            overflow: Overflow::Cut,
            spoken: Spoken::Title,
            is_head: false,
            target: None,
            goes: 0,
        }
    }

    /// Returns the column with its values aligned to the right.
    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    /// Returns the column with another least width.
    #[must_use]
    pub fn least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// Returns the column with values that wrap.
    #[must_use]
    pub fn wrapping(self) -> Self {
        Self { overflow: Overflow::Wrap, ..self }
    }

    /// Returns the column with values that wrap, or go under their rows if the column has no room.
    #[must_use]
    pub fn wrapping_or_below(self) -> Self {
        Self { overflow: Overflow::WrapOrBelow, ..self }
    }

    /// Returns the column with values that are never cut.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { overflow: Overflow::OwnLine, ..self }
    }

    /// Returns the column with another name in words.
    #[must_use]
    pub fn spoken(self, spoken: Spoken) -> Self {
        Self { spoken, ..self }
    }

    /// Returns the column with values that are the headings of their rows.
    #[must_use]
    pub fn head(self) -> Self {
        Self { is_head: true, ..self }
    }

    /// Returns the column with a target.
    #[must_use]
    pub fn about(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The title, after the column's number if it has one.
    pub fn heading(&self) -> String {
        match self.spoken {
            Spoken::Numbered(number) => format!("{number} {}", self.title),
            _ => self.title.clone(),
        }
    }

    /// Whether its values are aligned to the right.
    pub fn is_right(&self) -> bool {
        self.align == Align::Right
    }

    /// Returns the column with another place in the order in which columns are dropped.
    #[must_use]
    pub fn goes(self, goes: u8) -> Self {
        Self { goes, ..self }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Row {
    /// The cells, one for each column.
    pub cells: Vec<Phrase>,
    /// What opens when the row is chosen.
    pub target: Option<Target>,
    /// The heading of the group that starts with this row; `None` within a group.
    pub group: Option<String>,
}

/// Columns and rows; each row has one cell for each column.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows, for readers who cannot see its surroundings: the heading above it, or a short description.
    pub caption: String,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// Whether, if the columns do not fit, the values of a row are compared one below the other; otherwise they then
    /// follow one after another.
    pub stacks: bool,
    /// The greatest number of lines for the headings; a longer heading is cut.
    pub heading_lines: usize,
}

impl Table {
    /// Returns a table without rows.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { caption: caption.into(), columns, rows: Vec::new(), stacks: false, heading_lines: usize::MAX }
    }

    /// Adds a row of phrases.
    pub fn push<P: Into<Phrase>>(&mut self, cells: impl IntoIterator<Item = P>) {
        self.rows.push(Row { cells: cells.into_iter().map(Into::into).collect(), ..Row::default() });
    }

    /// Returns the table with a row added for each item.
    #[must_use]
    pub fn rows<P: Into<Phrase>, R: IntoIterator<Item = P>>(mut self, rows: impl IntoIterator<Item = R>) -> Self {
        rows.into_iter().for_each(|row| self.push(row));
        self
    }

    /// Applies `change` to every text.
    pub(super) fn map_text(&mut self, change: &impl Fn(&str) -> String) {
        self.caption = change(&self.caption);
        self.columns.iter_mut().for_each(|column| column.title = change(&column.title));
        for row in &mut self.rows {
            row.cells.iter_mut().for_each(|cell| cell.map_text(change));
            row.group = row.group.take().map(|group| change(&group));
        }
    }
}
