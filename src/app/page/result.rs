//! The result on the screen: the page of the core, with the cursor on one of its programs and the
//! reasons for that program.

use super::{text_area, within};
use crate::app::App;
use crate::app::layout::result_body;
use crate::catalog::ProgramIx;
use crate::page::{self, Advised, Block, Depth, Doc, Line, Page, Part, Role, Room, Target};
use crate::width;

/// The greatest width of the sentences of a result, in columns: the verdict takes one line of a usual window.
const MAX_SENTENCE_COLS: u16 = 118;

/// Returns the page of the result, with the reasons for the program under the cursor.
pub fn result_page(app: &App) -> Page {
    page_with(app, &[])
}

/// The same page with a word after the titles of kept programs.
fn page_with(app: &App, kept: &[ProgramIx]) -> Page {
    let Some(advice) = &app.interview.advice else {
        return Page::new(vec![Block::Title("No question is answered yet.".into())]);
    };
    let world = &app.world;
    let made_from = Advised { catalog: app.catalog(), adviser: world.adviser(), guide: &world.guide, advice, kept };
    let area = text_area(result_body(app.size.0, app.size.1));
    let room =
        Room { cols: area.cols.into(), prose_cols: area.cols.min(MAX_SENTENCE_COLS).into(), lines: area.rows.into() };
    page::result_within(made_from, app.interview.result_cursor, Depth::Short, room)
}

/// Returns the result as a document: the verdict, a rule, the programs, another rule, the reasons for the program under
/// the cursor, and the rest. A result without programs also names the keys that help.
pub fn result(app: &App, cols: u16) -> Doc {
    let page = page_with(app, &kept(app));
    let mut doc = lead(app, &page, cols);
    if app.interview.advice.as_ref().is_some_and(|advice| advice.programs.is_empty()) {
        doc.gap();
        super::nothing::no_recommendation(app, &mut doc);
    }
    doc.append(on_screen(app, &page.only(|part| part != Part::Lead), cols));
    doc
}

/// Lays out a part of the result: tables take the whole width, and sentences no more than is comfortable to read.
fn on_screen(app: &App, page: &Page, cols: u16) -> Doc {
    within(app, page, cols.into(), cols.min(MAX_SENTENCE_COLS).into(), app.interview.selected_row())
}

/// The programs of the result that are kept.
fn kept(app: &App) -> Vec<ProgramIx> {
    let programs = app.interview.result_rows().into_iter().filter_map(|row| match row {
        Target::Program(program) => Some(program),
        _ => None,
    });
    programs.filter(|program| app.is_kept(*program)).collect()
}

/// The index of the reasons among the sections of a result with programs.
pub const REASONS: usize = 2;

/// The part with the verdict, which a small screen shows at once.
fn lead(app: &App, page: &Page, cols: u16) -> Doc {
    let has_programs = !app.interview.result_programs().is_empty();
    let mut doc = Doc::new(usize::from(cols));
    for (place, mut section) in page.only(|part| part == Part::Lead).sections.into_iter().enumerate() {
        match place {
            0 => {}
            1 => doc.line(rule(app.personal.name().unwrap_or_default(), usize::from(cols))),
            // The rule carries the heading of the reasons, which saves a line.
            REASONS if has_programs => doc.line(rule(&std::mem::take(&mut section.heading), usize::from(cols))),
            _ => doc.gap(),
        }
        doc.extend(on_screen(app, &Page { sections: vec![section] }, cols));
    }
    doc
}

fn rule(name: &str, cols: usize) -> Line {
    let name = if name.is_empty() { String::new() } else { format!(" {} ", width::cut(name, cols.saturating_sub(8))) };
    let rest = cols.saturating_sub(2 + width::cols(&name));
    Line::of(Role::Dim, "──").and(Role::Heading, name).and(Role::Dim, "─".repeat(rest))
}

/// The first and last line of each row that can be chosen.
fn places(app: &App, doc: &Doc) -> Vec<(usize, usize)> {
    app.interview.result_rows().iter().filter_map(|row| doc.lines_about(*row)).collect()
}

fn drawn(app: &App) -> (Doc, usize) {
    let area = text_area(result_body(app.size.0, app.size.1));
    (result(app, area.cols), usize::from(area.rows))
}

/// Returns the number of lines of the result, and of rows to show them.
pub fn result_size(app: &App) -> (usize, usize) {
    let (doc, rows) = drawn(app);
    (doc.lines.len(), rows)
}

/// Returns the cursor of the result if its row is visible, or else the first visible row; without one, the cursor.
pub fn result_cursor_in_sight(app: &App) -> usize {
    let (doc, rows) = drawn(app);
    let seen = app.tops.page..app.tops.page + rows;
    let places = places(app, &doc);
    let is_seen = |(first, last): &(usize, usize)| *first < seen.end && *last >= seen.start;
    let cursor = app.interview.result_cursor;
    if places.get(cursor).is_some_and(is_seen) {
        return cursor;
    }
    places.iter().position(is_seen).unwrap_or(cursor)
}

/// Returns the index of the row that can be chosen at a screen row; `None` if there is none.
pub fn result_program_at(app: &App, y: u16) -> Option<usize> {
    let area = text_area(result_body(app.size.0, app.size.1));
    let row = usize::from(y.checked_sub(area.y).filter(|row| *row < area.rows)?) + app.tops.page;
    let target = result(app, area.cols).lines.get(row)?.target?;
    app.interview.result_rows().iter().position(|row| *row == target)
}

/// Returns the scroll offset of the result at which the row under the cursor is visible: the present one if it is.
pub fn result_top(app: &App) -> usize {
    let (doc, rows) = drawn(app);
    let (cursor, top) = (app.interview.result_cursor, app.tops.page);
    match places(app, &doc).get(cursor) {
        Some(_) if cursor == 0 => 0,
        Some((first, last)) if *first < top || *last >= top + rows => {
            (*first).min(doc.lines.len().saturating_sub(rows))
        }
        _ => top,
    }
}
