//! The facts of a program, with a cursor on one of their rows, beside the list and over the screen.

use super::{layout, nothing, on_screen, overlay_text_area, program_page, text_area};
use crate::app::{App, Context, Overlay};
use crate::page::{Block, Doc, Page, Role, Target, with_similar};

/// Returns the facts of the selected program.
pub fn detail(app: &App, cols: u16) -> Doc {
    if app.selected.is_none() {
        return nothing::no_program(usize::from(cols));
    }
    let doc = on_screen(app, &facts_page(app), cols, None);
    if Context::of(app) == Context::Detail { with_cursor(app, doc) } else { doc }
}

/// The facts of the current program over the screen.
pub(super) fn over_the_screen(app: &App, cols: u16) -> Doc {
    with_cursor(app, on_screen(app, &facts_page(app), cols, None))
}

/// The page of the current program, which says under the title whether the program is kept. The similar programs are on it
/// while it has the keyboard focus: finding them for each program that the cursor passes in the list would take too long.
fn facts_page(app: &App) -> Page {
    let mut page = program_page(app).unwrap_or_default();
    let similar = app.similar.as_ref().filter(|(own, _)| has_fact_cursor(app) && app.current() == Some(*own));
    if let Some((_, found)) = similar {
        page = with_similar(page, app.catalog(), found);
    }
    if app.current().is_some_and(|program| app.is_kept(program)) {
        for block in page.sections.iter_mut().take(1).flat_map(|lead| &mut lead.blocks) {
            if let Block::Text(under_title) = block {
                under_title.push_str(" · kept");
            }
        }
    }
    page
}

/// Whether the keyboard focus is on the facts, so that a row has the cursor.
pub fn has_fact_cursor(app: &App) -> bool {
    matches!(Context::of(app), Context::Detail | Context::Facts)
}

/// Returns the row of facts under the cursor: the row it was moved to, or else the first.
pub fn fact_under_cursor(app: &App, doc: &Doc) -> Option<Target> {
    let own = app.fact.map(Target::Facts).filter(|own| doc.lines_about(*own).is_some());
    own.or_else(|| doc.stops().first().map(|stop| stop.target))
}

/// Returns the focused facts and the number of rows to show them.
pub fn facts_in_sight(app: &App) -> (Doc, usize) {
    if let Some(overlay @ Overlay::Program(_)) = app.overlays.last() {
        let area = overlay_text_area(app, overlay);
        return (over_the_screen(app, area.cols), usize::from(area.rows));
    }
    let area = layout(app).detail.map(text_area).unwrap_or_default();
    (detail(app, area.cols), usize::from(area.rows))
}

/// Marks the row under the cursor: its lines get the cursor mark, and its label is selected.
fn with_cursor(app: &App, mut doc: Doc) -> Doc {
    let Some((first, last)) = fact_under_cursor(app, &doc).and_then(|target| doc.lines_about(target)) else {
        return doc;
    };
    doc.marked = Some((first, last));
    if let Some(label) = doc.lines[first].spans.iter_mut().find(|span| !span.text.trim().is_empty()) {
        label.role = Role::Selected;
    }
    doc
}
