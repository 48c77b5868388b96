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
    /// The list with what decides about the selected program under it; facts and filters come instead.
    Two,
    /// List and facts; the filters come as a drawer, the comparison stands under the list.
    Three,
    /// Filters, list and facts; the comparison beside them.
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
    /// Where there is no room for all facts: what decides about the selected program, under the list.
    pub brief: Option<Area>,
    /// The basket side by side.
    pub compare: Option<Area>,
    /// The body between the head lines and the footer, with every line between panes.
    pub body: Area,
}

/// The rows of a pane of filters under the field that narrows them.
pub fn below_field(filters: Area) -> Area {
    let field = FIELD_ROWS.min(filters.rows);
    Area { y: filters.y + field, rows: filters.rows - field, ..filters }
}

/// How a person has arranged the panes: whether one has the whole body, and by how many columns or rows the lines
/// between them are moved from where they stand by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Whether the pane that has the keyboard takes the whole body.
    pub is_zoomed: bool,
    /// The line to the right of the facets, to the right.
    pub filters: i16,
    /// The line to the left of the facts, to the left.
    pub detail: i16,
    /// The line to the left of the comparison, or above it, away from it.
    pub compare: i16,
    /// The line under a list that has the facts under it, downward.
    pub list: i16,
}

/// The least columns that are left to a pane beside others, however its lines are moved.
const MIN_PANE_COLS: u16 = 20;
/// The least columns that are left to the list.
const MIN_LIST_COLS: u16 = 30;
/// The least rows that are left to a pane above or below another.
const MIN_PANE_ROWS: u16 = 4;
/// Columns of the drawer of filters: the longest short names of schools and their counts.
const DRAWER_COLS: u16 = 30;
/// Rows of the field that narrows the filters, with the blank one under it.
const FIELD_ROWS: u16 = 2;
/// Rows of what decides about the selected program under the list.
const BRIEF_ROWS: u16 = 5;
/// Rows of a body in which the list keeps more rows than what stands under it.
const MIN_ROWS_WITH_BRIEF: u16 = 13;

/// A size moved by so much, but neither below `least` nor so far that less than `rest` of `all` is left.
fn moved(size: u16, by: i16, least: u16, all: u16, rest: u16) -> u16 {
    let most = all.saturating_sub(rest + 1).max(least);
    size.saturating_add_signed(by).clamp(least, most)
}

/// Rows above the body: title, search line, rule.
pub const HEAD_ROWS: u16 = 3;
/// Rows below the body: rule, footer.
pub const FOOT_ROWS: u16 = 2;

/// How many panes fit side by side.
pub fn breadth(cols: u16) -> Breadth {
    match cols {
        0..60 => Breadth::One,
        60..100 => Breadth::Two,
        100..160 => Breadth::Three,
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

/// The body of a question, whose title stands in the first line: it begins a row earlier.
pub fn question_body(cols: u16, rows: u16) -> Area {
    let body = body(cols, rows);
    Area { y: body.y - 1, rows: body.rows + 1, ..body }
}

/// The body of the result, which begins with the verdict itself: the whole screen but for the footer.
pub fn result_body(cols: u16, rows: u16) -> Area {
    Area { x: 0, y: 0, cols, rows: rows.saturating_sub(FOOT_ROWS) }
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
        _ if shows_one_pane(app) => one(app.focus, empty),
        Breadth::One | Breadth::Two => two(app.focus, app.arrangement, empty),
        Breadth::Three => three(app, empty),
        Breadth::All => all(app, empty),
    }
}

/// Whether the explorer shows one pane at a time: because there is no room for more, or because it was asked for.
pub fn shows_one_pane(app: &App) -> bool {
    app.arrangement.is_zoomed || breadth(app.size.0) == Breadth::One
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

fn two(focus: Pane, by: Arrangement, empty: Layout) -> Layout {
    let body = empty.body;
    match focus {
        Pane::Filters => {
            let (filters, list) = with_drawer(body, by);
            Layout { filters: Some(filters), list: Some(list), ..empty }
        }
        Pane::List if body.rows >= MIN_ROWS_WITH_BRIEF => {
            let list_rows = body.rows.saturating_sub(BRIEF_ROWS + 1);
            let (list, brief) = body.split_top(moved(list_rows, by.list, MIN_PANE_ROWS, body.rows, MIN_PANE_ROWS));
            Layout { list: Some(list), brief: Some(brief), ..empty }
        }
        other => one(other, empty),
    }
}

/// The filters as a drawer at the left of the list.
fn with_drawer(body: Area, by: Arrangement) -> (Area, Area) {
    body.split_left(moved(DRAWER_COLS, by.filters, MIN_PANE_COLS, body.cols, MIN_LIST_COLS))
}

/// The list with the facts beside it. While filters are chosen, the drawer takes the place of the facts: the list keeps
/// its columns, and what is chosen is seen in it.
fn three(app: &App, empty: Layout) -> Layout {
    let (body, by) = (empty.body, app.arrangement);
    if app.focus == Pane::Filters {
        let (filters, list) = with_drawer(body, by);
        return Layout { filters: Some(filters), list: Some(list), ..empty };
    }
    let detail_cols = moved(detail_cols(body.cols), by.detail, MIN_PANE_COLS, body.cols, MIN_LIST_COLS);
    let (left, detail) = body.split_left(body.cols - detail_cols - 1);
    let (list, compare) = if !app.basket.is_empty() && left.rows >= 20 {
        let compare_rows = moved((left.rows / 3).clamp(9, 11), by.compare, MIN_PANE_ROWS, left.rows, MIN_PANE_ROWS);
        let (list, compare) = left.split_top(left.rows - compare_rows - 1);
        (list, Some(compare))
    } else {
        (left, None)
    };
    Layout { list: Some(list), detail: Some(detail), compare, ..empty }
}

/// Width of the facts pane beside the list; the list first gets what its titles need.
fn detail_cols(cols: u16) -> u16 {
    match cols {
        0..120 => 36,
        120..130 => 41,
        _ => (41 + (cols - 130) / 2).min(71),
    }
}

/// From this width the filters and the comparison fit side by side.
const COLS_FOR_ALL: u16 = 200;

fn all(app: &App, empty: Layout) -> Layout {
    let by = app.arrangement;
    let has_basket = !app.basket.is_empty();
    let right = MIN_LIST_COLS + 2 * MIN_PANE_COLS + 2;
    let has_drawer = !has_basket || app.focus == Pane::Filters || empty.body.cols >= COLS_FOR_ALL;
    let (filters, rest) = if has_drawer {
        let cols = moved(DRAWER_COLS, by.filters, MIN_PANE_COLS, empty.body.cols, right);
        let (filters, rest) = empty.body.split_left(cols);
        (Some(filters), rest)
    } else {
        (None, empty.body)
    };
    if !has_basket {
        let detail_cols = moved(detail_cols(rest.cols), by.detail, MIN_PANE_COLS, rest.cols, MIN_LIST_COLS);
        let (list, detail) = rest.split_left(rest.cols - detail_cols - 1);
        return Layout { filters, list: Some(list), detail: Some(detail), ..empty };
    }
    let list_cols =
        moved(rest.cols * 45 / 100, by.detail.saturating_neg(), MIN_LIST_COLS, rest.cols, 2 * MIN_PANE_COLS + 1);
    let (list, rest) = rest.split_left(list_cols);
    let compare_cols = moved(rest.cols - rest.cols * 45 / 100 - 1, by.compare, MIN_PANE_COLS, rest.cols, MIN_PANE_COLS);
    let (detail, compare) = rest.split_left(rest.cols - compare_cols - 1);
    Layout { filters, list: Some(list), detail: Some(detail), compare: Some(compare), ..empty }
}
