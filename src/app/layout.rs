//! The panes of a screen of a given size, and where they are. It is pure arithmetic on columns and rows. Drawing,
//! paging and the mouse all use it, so they cannot disagree.

use super::{App, Pane, Screen};

/// The least width of a usable terminal, in columns.
pub const MIN_COLS: u16 = 40;
/// The least height of a usable terminal, in rows.
pub const MIN_ROWS: u16 = 10;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Area {
    /// The distance from the left edge, in columns.
    pub x: u16,
    /// The distance from the top edge, in rows.
    pub y: u16,
    /// The width, in columns.
    pub cols: u16,
    /// The height, in rows.
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
    /// The list with a brief on the selected program under it; the facts or the filters take its place when needed.
    Two,
    /// The list and the facts; the filters open as a drawer, and the comparison is under the list.
    Three,
    /// The filters, the list and the facts. While programs are compared, the comparison is beside the list, and the
    /// facts are under it.
    All,
}

/// The areas of the explorer's panes; `None` for panes that are not on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Layout {
    /// The facets.
    pub filters: Option<Area>,
    /// The list of programs.
    pub list: Option<Area>,
    /// The facts of the selected program.
    pub detail: Option<Area>,
    /// The brief on the selected program under the list, if there is no room for all its facts.
    pub brief: Option<Area>,
    /// The comparison.
    pub compare: Option<Area>,
    /// The body between the head and the footer, including the lines between panes.
    pub body: Area,
}

/// Returns the part of the filter pane below its input line.
pub fn below_field(filters: Area) -> Area {
    let field = FIELD_ROWS.min(filters.rows);
    Area { y: filters.y + field, rows: filters.rows - field, ..filters }
}

/// The user's arrangement of the panes: whether one is zoomed, and by how many columns or rows each line between panes
/// is moved from its default place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// Whether the focused pane takes the whole body.
    pub is_zoomed: bool,
    /// How far the line right of the facets is moved to the right.
    pub filters: i16,
    /// How far the line left of the facts is moved to the left.
    pub detail: i16,
    /// How far the line left of or above the comparison is moved so that the comparison grows.
    pub compare: i16,
    /// How far the line between the list and the facts under it is moved down.
    pub list: i16,
}

/// The least width of a pane beside others, in columns.
const MIN_PANE_COLS: u16 = 20;
/// The least width of the list, in columns.
const MIN_LIST_COLS: u16 = 30;
/// The least height of a pane above or below another, in rows.
const MIN_PANE_ROWS: u16 = 4;
/// Width of the drawer of filters, in columns; it fits the kinds, the fields and the common topics with their counts.
const DRAWER_COLS: u16 = 34;
/// The least width at which the drawer and the list are both readable side by side, in columns.
const MIN_COLS_BESIDE_DRAWER: u16 = 80;
/// The width of a list that has all its usual columns and at least 36 columns for titles.
const LIST_COLS: u16 = 80;
/// Height of the input line of the filters and the blank row under it.
const FIELD_ROWS: u16 = 2;
/// Height of the brief on the selected program.
const BRIEF_ROWS: u16 = 5;
/// The least height of the body with which the list still has more rows than what is under it.
const MIN_ROWS_WITH_BRIEF: u16 = 13;

/// A size changed by `by`, but at least `least`, and leaving at least `rest` of `all`.
fn moved(size: u16, by: i16, least: u16, all: u16, rest: u16) -> u16 {
    let most = all.saturating_sub(rest + 1).max(least);
    size.saturating_add_signed(by).clamp(least, most)
}

/// Rows above the body: title, search line and rule.
pub const HEAD_ROWS: u16 = 3;
/// Rows below the body: rule and footer.
pub const FOOT_ROWS: u16 = 2;

/// Returns how much fits side by side.
pub fn breadth(cols: u16) -> Breadth {
    match cols {
        0..60 => Breadth::One,
        60..100 => Breadth::Two,
        100..160 => Breadth::Three,
        _ => Breadth::All,
    }
}

/// Whether a terminal is large enough to show anything.
pub fn is_large_enough(cols: u16, rows: u16) -> bool {
    cols >= MIN_COLS && rows >= MIN_ROWS
}

/// Returns the body of a screen: what is between the head and the footer.
pub fn body(cols: u16, rows: u16) -> Area {
    Area { x: 0, y: HEAD_ROWS, cols, rows: rows.saturating_sub(HEAD_ROWS + FOOT_ROWS) }
}

/// Returns the body of a question. It starts a row earlier, because the title of the question is in the first line.
pub fn question_body(cols: u16, rows: u16) -> Area {
    let body = body(cols, rows);
    Area { y: body.y - 1, rows: body.rows + 1, ..body }
}

/// Returns the body of the result. It takes the whole screen except the footer, because it starts with the verdict.
pub fn result_body(cols: u16, rows: u16) -> Area {
    Area { x: 0, y: 0, cols, rows: rows.saturating_sub(FOOT_ROWS) }
}

/// Returns the areas of the explorer's panes.
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

/// Whether the explorer shows a single pane, because there is no room for more or because it is zoomed.
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
        Pane::Filters if body.cols >= MIN_COLS_BESIDE_DRAWER => {
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

/// The drawer of filters to the left of the list.
fn with_drawer(body: Area, by: Arrangement) -> (Area, Area) {
    body.split_left(moved(DRAWER_COLS, by.filters, MIN_PANE_COLS, body.cols, MIN_LIST_COLS))
}

/// The list with the facts beside it. While filters are chosen, the drawer replaces the facts, so that the list keeps
/// its width and shows the effect.
fn three(app: &App, empty: Layout) -> Layout {
    let (body, by) = (empty.body, app.arrangement);
    if app.focus == Pane::Filters {
        let (filters, list) = with_drawer(body, by);
        return Layout { filters: Some(filters), list: Some(list), ..empty };
    }
    let beside = beside_facts(body, by, empty);
    let left = beside.list.unwrap_or_default();
    let (list, compare) = if !app.basket.is_empty() && left.rows >= 20 {
        let compare_rows = moved((left.rows / 3).clamp(9, 11), by.compare, MIN_PANE_ROWS, left.rows, MIN_PANE_ROWS);
        let (list, compare) = left.split_top(left.rows - compare_rows - 1);
        (list, Some(compare))
    } else {
        (left, None)
    };
    Layout { list: Some(list), compare, ..beside }
}

/// The width of the facts beside the list, in columns; the list first gets what its titles need.
fn detail_cols(cols: u16) -> u16 {
    match cols {
        0..120 => 36,
        120..130 => 40,
        _ => (40 + (cols - 130) / 2).min(70),
    }
}

/// The least width at which the filters fit beside the list and the comparison, in columns.
const COLS_FOR_ALL: u16 = 200;

fn all(app: &App, empty: Layout) -> Layout {
    let by = app.arrangement;
    let has_basket = !app.basket.is_empty();
    let has_drawer = !has_basket || app.focus == Pane::Filters || empty.body.cols >= COLS_FOR_ALL;
    let (filters, rest) = if has_drawer {
        let right = MIN_LIST_COLS + 2 * MIN_PANE_COLS + 2;
        let (filters, rest) =
            empty.body.split_left(moved(DRAWER_COLS, by.filters, MIN_PANE_COLS, empty.body.cols, right));
        (Some(filters), rest)
    } else {
        (None, empty.body)
    };
    let main = if has_basket { beside_comparison(rest, by, empty) } else { beside_facts(rest, by, empty) };
    Layout { filters, ..main }
}

/// The list with the facts beside it.
fn beside_facts(area: Area, by: Arrangement, empty: Layout) -> Layout {
    let detail_cols = moved(detail_cols(area.cols), by.detail, MIN_PANE_COLS, area.cols, MIN_LIST_COLS);
    let (list, detail) = area.split_left(area.cols.saturating_sub(detail_cols + 1));
    Layout { list: Some(list), detail: Some(detail), ..empty }
}

/// The list with the facts under it and the comparison beside both, so that titles and bars have room.
fn beside_comparison(area: Area, by: Arrangement, empty: Layout) -> Layout {
    let compare_cols =
        (area.cols - area.cols * 45 / 100).saturating_sub(1).min(area.cols.saturating_sub(LIST_COLS + 1));
    let compare_cols = moved(compare_cols, by.compare, MIN_PANE_COLS, area.cols, MIN_LIST_COLS);
    let (left, compare) = area.split_left(area.cols.saturating_sub(compare_cols + 1));
    let detail_rows = moved(left.rows * 2 / 5, by.detail, MIN_PANE_ROWS, left.rows, MIN_PANE_ROWS);
    let (list, detail) = left.split_top(left.rows.saturating_sub(detail_rows + 1));
    Layout { list: Some(list), detail: Some(detail), compare: Some(compare), ..empty }
}
