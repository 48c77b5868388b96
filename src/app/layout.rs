//! Which panes there are on a screen of a given size and where. Pure arithmetic on columns and rows: drawing, paging
//! and the mouse all ask here, so they cannot disagree.

use super::{App, Pane, Screen};

/// The least columns on which anything can be read.
pub const MIN_COLS: u16 = 40;
/// The least rows on which anything can be read.
pub const MIN_ROWS: u16 = 10;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Area {
    /// Columns from the left edge.
    pub x: u16,
    /// Rows from the top edge.
    pub y: u16,
    /// Columns.
    pub cols: u16,
    /// Rows.
    pub rows: u16,
}

impl Area {
    /// The left `cols` columns and the rest, with one column between them for a line.
    fn split_left(self, cols: u16) -> (Self, Self) {
        let cols = cols.min(self.cols);
        let rest = self.cols.saturating_sub(cols + 1);
        (Self { cols, ..self }, Self { x: self.x + self.cols - rest, cols: rest, ..self })
    }

    /// The upper `rows` rows and the rest, with one row between them for a line.
    fn split_top(self, rows: u16) -> (Self, Self) {
        let rows = rows.min(self.rows);
        let rest = self.rows.saturating_sub(rows + 1);
        (Self { rows, ..self }, Self { y: self.y + self.rows - rest, rows: rest, ..self })
    }
}

/// How much fits side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breadth {
    /// One pane at a time.
    One,
    /// The list with the detail under it.
    Two,
    /// Filters, list and detail; the comparison under the list.
    Three,
    /// Everything side by side.
    All,
}

/// The panes of the explorer; those that are not on the screen are `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Layout {
    /// The facets.
    pub filters: Option<Area>,
    /// The programs.
    pub list: Option<Area>,
    /// The facts of the selected program.
    pub detail: Option<Area>,
    /// The basket side by side.
    pub compare: Option<Area>,
    /// The body between the head lines and the footer, with every line between panes.
    pub body: Area,
}

/// Rows above the body: title, search line, rule.
pub const HEAD_ROWS: u16 = 3;
/// Rows below the body: rule, footer.
pub const FOOT_ROWS: u16 = 2;

/// How much fits side by side on so many columns.
pub fn breadth(cols: u16) -> Breadth {
    match cols {
        0..60 => Breadth::One,
        60..120 => Breadth::Two,
        120..180 => Breadth::Three,
        _ => Breadth::All,
    }
}

/// Whether a screen is large enough to show anything.
pub fn is_large_enough(cols: u16, rows: u16) -> bool {
    cols >= MIN_COLS && rows >= MIN_ROWS
}

/// The body of any screen: what is between the head lines and the footer.
pub fn body(cols: u16, rows: u16) -> Area {
    Area { x: 0, y: HEAD_ROWS, cols, rows: rows.saturating_sub(HEAD_ROWS + FOOT_ROWS) }
}

/// Where the panes of the explorer are.
pub fn layout(app: &App) -> Layout {
    let (cols, rows) = app.size;
    let body = body(cols, rows);
    let empty = Layout { body, ..Layout::default() };
    if app.screen != Screen::Explore {
        return empty;
    }
    match breadth(cols) {
        Breadth::One => one(app.focus, empty),
        Breadth::Two => two(app.focus, empty),
        Breadth::Three => three(!app.basket.is_empty(), empty),
        Breadth::All => all(!app.basket.is_empty(), empty),
    }
}

fn one(focus: Pane, empty: Layout) -> Layout {
    let whole = Some(empty.body);
    match focus {
        Pane::Filters => Layout { filters: whole, ..empty },
        Pane::List => Layout { list: whole, ..empty },
        Pane::Detail => Layout { detail: whole, ..empty },
        Pane::Compare => Layout { compare: whole, ..empty },
    }
}

fn two(focus: Pane, empty: Layout) -> Layout {
    match focus {
        Pane::Filters => {
            let (filters, list) = empty.body.split_left(30);
            Layout { filters: Some(filters), list: Some(list), ..empty }
        }
        Pane::List if empty.body.rows >= 14 => {
            let (list, detail) = empty.body.split_top(empty.body.rows / 2);
            Layout { list: Some(list), detail: Some(detail), ..empty }
        }
        other => one(other, empty),
    }
}

fn three(has_basket: bool, empty: Layout) -> Layout {
    let (left, detail) = empty.body.split_left(empty.body.cols - 46);
    let (panes, compare) = if has_basket && left.rows >= 20 {
        let (panes, compare) = left.split_top(left.rows - 10);
        (panes, Some(compare))
    } else {
        (left, None)
    };
    let (filters, list) = panes.split_left(24);
    Layout { filters: Some(filters), list: Some(list), detail: Some(detail), compare, ..empty }
}

fn all(has_basket: bool, empty: Layout) -> Layout {
    let (filters, rest) = empty.body.split_left(30);
    let list_cols = if has_basket { 62 } else { rest.cols - 72 };
    let (list, rest) = rest.split_left(list_cols);
    if !has_basket {
        return Layout { filters: Some(filters), list: Some(list), detail: Some(rest), ..empty };
    }
    let (detail, compare) = rest.split_left(rest.cols * 45 / 100);
    Layout { filters: Some(filters), list: Some(list), detail: Some(detail), compare: Some(compare), ..empty }
}
