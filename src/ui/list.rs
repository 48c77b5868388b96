//! The list of programs: one a row, the selected one marked, what matched highlighted.

use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

use super::{Look, paint};
use crate::app::layout::Area;
use crate::app::{App, Pane, page};
use crate::catalog::{Program, ProgramIx, TimeUnit};
use crate::page::{Line, Role};
use crate::width;

/// The widths of the columns in a list of so many columns; 0 for a column that has no room.
#[derive(Clone, Copy, Debug)]
struct Columns {
    title: usize,
    institution: usize,
    kind: usize,
    months: usize,
}

/// Columns before the title: the mark of the selection and the number in the comparison.
const MARKS: usize = 3;

fn columns(cols: usize) -> Columns {
    let months = 4;
    let kind = 3;
    let institution = match cols {
        0..46 => 0,
        46..56 => 13,
        56..76 => 15,
        _ => 17,
    };
    Columns { title: cols.saturating_sub(MARKS + institution + kind + months).max(8), institution, kind, months }
}

pub(super) fn list(app: &App, area: Area, look: Look, buffer: &mut Buffer) {
    let cols = usize::from(area.cols).saturating_sub(1);
    let columns = columns(cols);
    let head = Line::of(Role::Plain, " ".repeat(MARKS))
        .and(Role::Label, width::left("Program", columns.title))
        .and(Role::Label, width::left(" Institution", columns.institution))
        .and(Role::Label, width::left("", columns.kind))
        .and(Role::Label, width::right("Mo", columns.months));
    paint::line(&head, area.x, area.y, area.cols, look, buffer);
    let rows = Area { y: area.y + 1, rows: area.rows.saturating_sub(1), cols: cols as u16, ..area };
    if app.found.hits.is_empty() {
        let text = page::nothing_found(app, cols.saturating_sub(4));
        let within = Area { x: rows.x + 3, cols: rows.cols.saturating_sub(4), ..rows };
        paint::doc(&text, 0, within, look, buffer);
        return;
    }
    let top = app.tops.list;
    for (row, hit) in app.found.hits.iter().skip(top).take(usize::from(rows.rows)).enumerate() {
        let text = program_row(app, hit.program, columns);
        paint::line(&text, rows.x, rows.y + row as u16, rows.cols, look, buffer);
    }
    paint::more(top > 0, top + usize::from(rows.rows) < app.found.hits.len(), rows, look, buffer);
}

fn program_row(app: &App, ix: ProgramIx, columns: Columns) -> Line {
    let program = app.catalog().program(ix);
    let is_selected = app.selected == Some(ix);
    let is_reversed = is_selected && app.focus == Pane::List;
    let role = |role: Role| if is_reversed { Role::Selected } else { role };
    let basket =
        app.basket.iter().position(|other| *other == ix).map_or(" ".to_owned(), |place| (place + 1).to_string());
    let mut line =
        Line::of(Role::Focus, if is_selected { "▌" } else { " " }).and(Role::Key, basket).and(role(Role::Plain), " ");
    line = title(app, program, ix, columns.title, is_reversed, line);
    if columns.institution > 0 {
        let institution = app.catalog().institution_shorts(program);
        line = line.and(role(Role::Dim), format!(" {}", width::left(&institution, columns.institution - 1)));
    }
    line.and(role(Role::Dim), format!(" {}", width::left(program.kind().short(), columns.kind - 1)))
        .and(role(Role::Plain), width::right(&months(program), columns.months))
}

/// The title in its column, with the characters that matched in their own role.
fn title(app: &App, program: &Program, ix: ProgramIx, cols: usize, is_reversed: bool, line: Line) -> Line {
    let plain = match (is_reversed, app.is_searching()) {
        (true, _) => Role::Selected,
        (false, true) => Role::Dim,
        (false, false) => Role::Plain,
    };
    let older = if program.is_offered() { String::new() } else { " (2021)".replace("2021", &last_seen_year(program)) };
    let text = width::left(&format!("{}{older}", program.title), cols);
    if is_reversed || app.is_searching() || app.view.query.trim().is_empty() {
        return line.and(plain, text);
    }
    let matched = app.world.index.highlight(app.catalog(), &app.found.hits, ix);
    let mut line = line;
    let mut piece = String::new();
    let mut piece_role = plain;
    let mut end = 0;
    for grapheme in text.graphemes(true) {
        let chars = end..end + grapheme.chars().count();
        end = chars.end;
        let is_match = grapheme != "…" && matched.iter().any(|(start, end)| *start < chars.end && chars.start < *end);
        let role = if is_match { Role::Match } else { plain };
        if role != piece_role {
            line = line.and(piece_role, std::mem::take(&mut piece));
            piece_role = role;
        }
        piece.push_str(grapheme);
    }
    line.and(piece_role, piece)
}

fn last_seen_year(program: &Program) -> String {
    let year = program.status.shown().and_then(|claim| claim.as_of.year());
    year.map_or_else(|| "older".to_owned(), |year| year.to_string())
}

/// The stated length: months as a number, weeks with their letter, `?` where unknown.
fn months(program: &Program) -> String {
    match program.length.value() {
        None => "?".to_owned(),
        Some(length) if length.unit == TimeUnit::Weeks => format!("{}w", length.amount),
        Some(length) => length.amount.to_string(),
    }
}
