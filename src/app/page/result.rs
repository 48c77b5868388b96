//! The result on the screen: the page of the core with the cursor on one of its programs, whose reasons it tells.

use super::{on_screen, text_area};
use crate::app::App;
use crate::app::layout::body;
use crate::page::{self, Advised, Block, Depth, Doc, Page, Part, Target};

/// The page of the result, with the reasons of the program under the cursor.
pub fn result_page(app: &App) -> Page {
    let Some(advice) = &app.interview.advice else {
        return Page::new(vec![Block::Title("No question is answered yet.".into())]);
    };
    let world = &app.world;
    let made_from = Advised { catalog: app.catalog(), adviser: world.adviser(), guide: &world.guide, advice };
    page::result(made_from, app.interview.result_cursor, Depth::Short)
}

/// The result, and the keys that help where it has no program.
pub fn result(app: &App, cols: u16) -> Doc {
    let cursor = app.interview.selected_program().map(Target::Program);
    let page = result_page(app);
    let mut doc = on_screen(app, &page.only(|part| part == Part::Lead), cols, cursor);
    if app.interview.advice.as_ref().is_some_and(|advice| advice.programs.is_empty()) {
        doc.gap();
        super::nothing::no_recommendation(app, &mut doc);
    }
    doc.append(on_screen(app, &page.only(|part| part != Part::Lead), cols, cursor));
    doc
}

/// The first and the last line of each program of the result.
fn places(app: &App, doc: &Doc) -> Vec<(usize, usize)> {
    app.interview.result_programs().iter().filter_map(|ix| doc.lines_about(Target::Program(*ix))).collect()
}

fn drawn(app: &App) -> (Doc, usize) {
    let area = text_area(body(app.size.0, app.size.1));
    (result(app, area.cols), usize::from(area.rows))
}

/// Lines of the result and rows to show them.
pub fn result_size(app: &App) -> (usize, usize) {
    let (doc, rows) = drawn(app);
    (doc.lines.len(), rows)
}

/// Puts the cursor of the result on a program that is in sight, if there is one.
pub fn bring_result_cursor(app: &mut App) {
    let (doc, rows) = drawn(app);
    let seen = app.tops.page..app.tops.page + rows;
    let places = places(app, &doc);
    let is_seen = |(first, last): &(usize, usize)| *first < seen.end && *last >= seen.start;
    if places.get(app.interview.result_cursor).is_some_and(is_seen) {
        return;
    }
    if let Some(place) = places.iter().position(is_seen) {
        app.interview.result_cursor = place;
    }
}

/// The program of the result that stands in a row of the screen.
pub fn result_program_at(app: &App, y: u16) -> Option<usize> {
    let area = text_area(body(app.size.0, app.size.1));
    let row = usize::from(y.checked_sub(area.y).filter(|row| *row < area.rows)?) + app.tops.page;
    let target = result(app, area.cols).lines.get(row)?.target?;
    app.interview.result_programs().iter().position(|ix| Target::Program(*ix) == target)
}

/// Brings the program under the cursor of the result into sight.
pub fn show_result_cursor(app: &mut App) {
    let (doc, rows) = drawn(app);
    let Some((first, last)) = places(app, &doc).get(app.interview.result_cursor).copied() else { return };
    if app.interview.result_cursor == 0 {
        app.tops.page = 0;
    } else if first < app.tops.page || last >= app.tops.page + rows {
        app.tops.page = first.min(doc.lines.len().saturating_sub(rows));
    }
}
