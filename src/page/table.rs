//! A table of phrases, before anybody has decided how wide it may be.

use super::{Phrase, Target};

/// On which side of its column a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// What becomes of a value that is wider than its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// It is cut, and that is told.
    Cut,
    /// It goes over several lines.
    Wrap,
    /// It stands whole on a line of its own, because people copy it.
    OwnLine,
}

/// How a column is named where a row is said in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// By its title.
    Title,
    /// By this.
    As(String),
    /// By this number; which title it stands for is said before the rows.
    Numbered(usize),
    /// Not at all: the value speaks for itself.
    Silent,
    /// The column is left out: it only draws what others say.
    LeftOut,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// On which side its values stand.
    pub align: Align,
    /// How narrow it may become before other columns have to go.
    pub least: usize,
    /// What becomes of a value that is too wide.
    pub overflow: Overflow,
    /// How it is named in words.
    pub spoken: Spoken,
    /// Whether its values are the headings of their rows.
    pub is_head: bool,
    /// What it is about, and so what has the cursor with it.
    pub target: Option<Target>,
    /// The order in which columns go where there is no room: the lowest first, 0 never.
    pub goes: u8,
}

impl Column {
    /// A column of words that never goes.
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

    /// The same, with values on the right.
    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    /// The same, at least so wide.
    #[must_use]
    pub fn least(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// The same, with values over several lines.
    #[must_use]
    pub fn wrapping(self) -> Self {
        Self { overflow: Overflow::Wrap, ..self }
    }

    /// The same, with values that are never cut.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { overflow: Overflow::OwnLine, ..self }
    }

    /// The same, with another name in words.
    #[must_use]
    pub fn spoken(self, spoken: Spoken) -> Self {
        Self { spoken, ..self }
    }

    /// The same, with values that are the headings of their rows.
    #[must_use]
    pub fn head(self) -> Self {
        Self { is_head: true, ..self }
    }

    /// The same, about something.
    #[must_use]
    pub fn about(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    /// Its title, after its number if it has one.
    pub fn heading(&self) -> String {
        match self.spoken {
            Spoken::Numbered(number) => format!("{number}  {}", self.title),
            _ => self.title.clone(),
        }
    }

    /// Whether its values stand on the right.
    pub fn is_right(&self) -> bool {
        self.align == Align::Right
    }

    /// The same, to go as number `goes` where there is no room.
    #[must_use]
    pub fn goes(self, goes: u8) -> Self {
        Self { goes, ..self }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Row {
    /// As many phrases as the table has columns.
    pub cells: Vec<Phrase>,
    /// What it is about.
    pub target: Option<Target>,
    /// The heading of the group of rows that begins with it.
    pub group: Option<String>,
}

/// Rows of as many phrases as there are columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it shows, for those who cannot see where it stands; as a heading above it says it, or else shorter.
    pub caption: String,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// Whether its rows stand under each other where its columns do not fit.
    pub stacks: bool,
    /// Over how many lines its headings go at most; what is longer is cut.
    pub heading_lines: usize,
}

impl Table {
    /// A table without rows.
    pub fn new(caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { caption: caption.into(), columns, rows: Vec::new(), stacks: false, heading_lines: usize::MAX }
    }

    /// Adds a row of phrases.
    pub fn push<P: Into<Phrase>>(&mut self, cells: impl IntoIterator<Item = P>) {
        self.rows.push(Row { cells: cells.into_iter().map(Into::into).collect(), ..Row::default() });
    }

    /// The table with a row for each of the items.
    #[must_use]
    pub fn rows<P: Into<Phrase>, R: IntoIterator<Item = P>>(mut self, rows: impl IntoIterator<Item = R>) -> Self {
        rows.into_iter().for_each(|row| self.push(row));
        self
    }

    /// Changes every text.
    pub(super) fn map_text(&mut self, change: &impl Fn(&str) -> String) {
        self.caption = change(&self.caption);
        self.columns.iter_mut().for_each(|column| column.title = change(&column.title));
        for row in &mut self.rows {
            row.cells.iter_mut().for_each(|cell| cell.map_text(change));
            row.group = row.group.take().map(|group| change(&group));
        }
    }
}
