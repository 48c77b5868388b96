//! Draws the list of programs: one per row, with the selected one marked and matches highlighted.
//!
//! The columns depend on the width and the order. A mark of doubt is part of its value's column, and an uncertain value
//! is never dimmer than a certain one.

use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

use super::{Look, paint};
use crate::app::layout::Area;
use crate::app::{App, Pane, page};
use crate::catalog::{Program, ProgramIx};
use crate::page::{Line, Role};
use crate::search::Sort;
use crate::width::{self, Cut};

/// A column after the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    School,
    Kind,
    Courses,
    Work,
    Length,
    Price,
}

/// The columns of a list of a given width.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Columns {
    title: usize,
    /// The columns after the title with their widths; a blank precedes each.
    others: Vec<(Column, usize)>,
}

/// Columns before the title: the mark of the selection, the number in the comparison, and the mark of what is kept.
const MARKS: usize = 3;

/// The mark of a program on the shortlist.
const KEPT: &str = "*";

/// The width of the names of the kinds in full, in columns.
const KIND_COLS: usize = 24;

/// The minimum width of a list with full names of kinds: nine of ten titles still fit beside them.
const ROOM_FOR_KINDS: usize = 125;

/// The columns that are dropped to make room for titles, in this order.
const DISPENSABLE: [Column; 4] = [Column::Length, Column::Kind, Column::School, Column::Price];

impl Column {
    /// Returns the column of the value that the list is ordered by.
    fn of_order(sort: Sort) -> Option<Self> {
        match sort {
            Sort::Match | Sort::Title | Sort::TitleDown => None,
            Sort::Institution | Sort::InstitutionDown => Some(Self::School),
            Sort::Length | Sort::LengthDown => Some(Self::Length),
            Sort::Courses | Sort::CoursesDown => Some(Self::Courses),
            Sort::Effort | Sort::EffortDown => Some(Self::Work),
            Sort::Price | Sort::PriceDown => Some(Self::Price),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::School => "School",
            Self::Kind => "Kind",
            Self::Courses => "Courses",
            Self::Work => "Work",
            Self::Length => "Length",
            Self::Price => "Price",
        }
    }

    /// The width of the column in a list `all` columns wide.
    fn cols(self, all: usize) -> usize {
        match self {
            Self::School if all < 77 => 10,
            Self::School if all < 96 => 12,
            Self::School => 16,
            Self::Kind if all < ROOM_FOR_KINDS => 4,
            Self::Kind => KIND_COLS,
            Self::Courses => 7,
            Self::Work => 11,
            Self::Length => 6,
            Self::Price => 12,
        }
    }

    /// Whether the column has numbers, which are aligned to the right.
    fn is_number(self) -> bool {
        !matches!(self, Self::School | Self::Kind)
    }

    fn aligned(self, text: &str, cols: usize) -> String {
        if self.is_number() { width::right(text, cols) } else { width::left(text, cols) }
    }

    /// Returns the value of a program in this many columns.
    fn text(self, app: &App, program: &Program, cols: usize) -> String {
        match self {
            Self::School => app.catalog().institution_shorts(program),
            Self::Kind if cols < KIND_COLS => program.kind().short().to_owned(),
            Self::Kind => program.kind().name().to_owned(),
            Self::Courses => program.brief_courses().to_string(),
            Self::Work => program.brief_work().to_string(),
            Self::Length => program.brief_length().to_string(),
            Self::Price => program.brief_price().to_string(),
        }
    }
}

/// Returns the minimum width of titles, for a list `cols` wide. Shorter ones could not be distinguished.
fn min_title(cols: usize) -> usize {
    match cols {
        0..44 => 20,
        44..50 => 28,
        50..76 => 31,
        _ => 36,
    }
}

fn columns(cols: usize, sort: Sort) -> Columns {
    let ordered = Column::of_order(sort);
    let all = [Column::School, Column::Kind, Column::Courses, Column::Work, Column::Length, Column::Price];
    let is_usual = |column: &Column| DISPENSABLE.contains(column) || Some(*column) == ordered;
    let mut others: Vec<(Column, usize)> =
        all.into_iter().filter(is_usual).map(|column| (column, column.cols(cols))).collect();
    let title =
        |others: &[(Column, usize)]| cols.saturating_sub(MARKS + others.iter().map(|(_, own)| own + 1).sum::<usize>());
    for column in DISPENSABLE.into_iter().filter(|column| Some(*column) != ordered) {
        if title(&others) >= min_title(cols) {
            break;
        }
        others.retain(|(other, _)| *other != column);
    }
    Columns { title: title(&others).max(8), others }
}

pub(super) fn list(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    // The last columns are for the scroll arrow and a blank before it.
    let cols = usize::from(area.cols).saturating_sub(2);
    let columns = columns(cols, app.view.sort);
    let rows = Area { y: area.y + 1, rows: area.rows.saturating_sub(1), cols: cols as u16, ..area };
    if app.found.hits.is_empty() {
        let text = page::nothing_found(app, cols.saturating_sub(4));
        let within = Area { x: rows.x + 3, cols: rows.cols.saturating_sub(4), ..rows };
        paint::doc(&text, 0, within, look, buffer);
        return;
    }
    paint::line(&head(&columns), area.x, area.y, area.cols, look, buffer);
    let top = app.tops.list;
    let shown: Vec<ProgramIx> =
        app.found.hits.iter().skip(top).take(usize::from(rows.rows)).map(|hit| hit.program).collect();
    let titles: Vec<String> = shown.iter().map(|ix| full_title(app.catalog().program(*ix))).collect();
    let cuts = width::cut_apart(&titles, columns.title);
    for (row, (ix, title)) in shown.into_iter().zip(&cuts).enumerate() {
        let text = program_row(app, ix, title, &columns);
        paint::line(&text, rows.x, rows.y + row as u16, rows.cols, look, buffer);
    }
    let inner = Area { cols: area.cols.saturating_sub(1), ..rows };
    paint::more(top > 0, top + usize::from(rows.rows) < app.found.hits.len(), inner, look, buffer);
}

/// The names of the columns.
fn head(columns: &Columns) -> Line {
    let title = Line::of(Role::Plain, " ".repeat(MARKS)).and(Role::Label, width::left("Program", columns.title));
    columns
        .others
        .iter()
        .fold(title, |line, (column, cols)| line.and(Role::Label, format!(" {}", column.aligned(column.name(), *cols))))
}

fn program_row(app: &App, ix: ProgramIx, cut: &Cut, columns: &Columns) -> Line {
    let program = app.catalog().program(ix);
    let is_selected = app.selected == Some(ix);
    let is_reversed = is_selected && app.focus == Pane::List;
    let role = if is_reversed { Role::Selected } else { Role::Plain };
    let basket =
        app.basket.iter().position(|other| *other == ix).map_or(" ".to_owned(), |place| (place + 1).to_string());
    let kept = if app.is_kept(ix) { KEPT } else { " " };
    // While filters are being chosen, keys act only on the drawer, so the cursor mark is shown there.
    let has_cursor = is_selected && app.focus != Pane::Filters;
    let line = Line::of(Role::Focus, if has_cursor { "▌" } else { " " }).and(Role::Focus, basket).and(role, kept);
    let line = title(app, ix, cut, columns.title, role, line);
    columns.others.iter().fold(line, |line, (column, cols)| {
        line.and(role, format!(" {}", column.aligned(&column.text(app, program, *cols), *cols)))
    })
}

/// Returns the title of a program, with the year of the last list that had it.
fn full_title(program: &Program) -> String {
    let older = program.last_seen_year().map_or_else(String::new, |year| format!(" ({year})"));
    format!("{}{older}", program.title)
}

/// Returns the title in its column, with the matching characters in a separate role.
fn title(app: &App, ix: ProgramIx, cut: &Cut, cols: usize, plain: Role, line: Line) -> Line {
    let text = width::left(&format!("{}{}", cut.head, cut.tail), cols);
    let matching = if plain == Role::Selected { Role::SelectedMatch } else { Role::Match };
    let matched = app.world.index.highlight(app.catalog(), &app.found.hits, ix);
    if matched.is_empty() {
        return line.and(plain, text);
    }
    let mut line = line;
    let mut piece = String::new();
    let mut piece_role = plain;
    let mut end = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if at == cut.head.len() {
            end = cut.before_tail;
        }
        let chars = end..end + grapheme.chars().count();
        end = chars.end;
        let is_match = grapheme != "…" && matched.iter().any(|(start, end)| *start < chars.end && chars.start < *end);
        let role = if is_match { matching } else { plain };
        if role != piece_role {
            line = line.and(piece_role, std::mem::take(&mut piece));
            piece_role = role;
        }
        piece.push_str(grapheme);
    }
    line.and(piece_role, piece)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Kind;

    #[test]
    fn at_120_columns_a_title_has_36_and_every_column_is_there() {
        let Columns { title, others } = columns(77, Sort::Match);
        assert_eq!((title, others.len()), (36, 4));
    }

    #[test]
    fn a_wider_list_never_has_shorter_titles_than_36_columns() {
        for cols in 77..200 {
            let Columns { title, others } = columns(cols, Sort::Match);
            assert!(title >= 36 && others.len() == 4, "{cols}: {title} {others:?}");
        }
    }

    #[test]
    fn kinds_have_their_full_names_where_titles_keep_60_columns() {
        assert!(Kind::NAMED.iter().all(|kind| width::cols(kind.name()) <= KIND_COLS));
        for cols in 77..200 {
            let Columns { title, others } = columns(cols, Sort::Match);
            let kind = others.iter().find(|(column, _)| *column == Column::Kind).map(|(_, cols)| *cols);
            assert_eq!(kind, Some(if cols < ROOM_FOR_KINDS { 4 } else { KIND_COLS }), "{cols}");
            assert!(kind != Some(KIND_COLS) || title >= 60, "{cols}: {title}");
        }
    }

    #[test]
    fn what_the_list_is_ordered_by_is_shown_at_any_width() {
        for cols in 36..200 {
            for sort in Sort::ALL {
                let Columns { title, others } = columns(cols, sort);
                let shown = Column::of_order(sort);
                assert!(shown.is_none_or(|wanted| others.iter().any(|(own, _)| *own == wanted)), "{cols} {sort:?}");
                let all = MARKS + title + others.iter().map(|(_, own)| own + 1).sum::<usize>();
                assert!(all <= cols && title >= 8, "{cols} {sort:?}: {title} {others:?}");
            }
        }
    }
}
