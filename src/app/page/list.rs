//! What surrounds the list of programs: its order in words, and the brief on the selected program.

use super::{Tick, checkbox};
use crate::app::App;
use crate::app::choices::order_rows;
use crate::page::{self, Doc, Role};
use crate::search::Sort;
use crate::width;

/// Returns the order of the list, in a word or two.
pub fn order_in_words(app: &App) -> String {
    let sort = if app.view.sort == Sort::Match && is_unasked(app) { Sort::Title } else { app.view.sort };
    match sort {
        Sort::Match => sort.subject().to_owned(),
        _ if sort == sort.ascending() => sort.subject().to_owned(),
        _ => format!("{}, {}", sort.subject(), sort.first()),
    }
}

/// Without query words all programs match equally, and the list is sorted by title.
fn is_unasked(app: &App) -> bool {
    app.found.words.trim().is_empty()
}

/// The orders in words, with the present one marked.
pub(super) fn order_words(app: &App) -> Vec<String> {
    let words = |sort: Sort| {
        let chosen = checkbox(app, Tick::Chosen);
        let mark = if sort == app.view.sort { chosen.to_owned() } else { " ".repeat(width::cols(chosen)) };
        let until = if sort == Sort::Match && is_unasked(app) { "; by title until you search" } else { "" };
        format!("{mark} {} {}{until}", width::left(sort.subject(), 9), sort.first())
    };
    order_rows(app).into_iter().map(words).collect()
}

/// Returns the facts that decide about the selected program, in at most `rows` lines. They are wrapped if all of them fit
/// so; otherwise each has one line, which drawing cuts to the width.
pub fn brief(app: &App, cols: u16, rows: u16) -> Doc {
    let Some(ix) = app.selected else {
        let mut doc = Doc::new(usize::from(cols));
        doc.text(Role::Dim, "No program is selected.");
        return doc;
    };
    let page = page::decisive(app.catalog(), ix, &app.plan);
    let rows = usize::from(rows);
    let wrapped = super::on_screen(app, &page, cols, None);
    if wrapped.lines.len() <= rows {
        return wrapped;
    }
    let mut doc = super::on_screen(app, &page, u16::MAX, None);
    doc.lines.truncate(rows);
    doc
}
