//! What surrounds the list of programs: its order in words, and the brief on the selected program.

use super::{Tick, checkbox};
use crate::app::App;
use crate::app::choices::{order_rows, shown_order};
use crate::page::{self, Doc, Line, Role};
use crate::search::Sort;
use crate::width;

/// Returns the order of the list, in a word or two.
pub fn order_in_words(app: &App) -> String {
    let sort = shown_order(app);
    match sort {
        Sort::Match => sort.subject().to_owned(),
        _ if sort == sort.ascending() => sort.subject().to_owned(),
        _ => format!("{}, {}", sort.subject(), sort.first()),
    }
}

/// The orders in words, with the present one marked.
pub(super) fn order_words(app: &App) -> Vec<String> {
    let words = |sort: Sort| {
        let chosen = checkbox(app, Tick::Chosen);
        let mark = if sort == shown_order(app) { chosen.to_owned() } else { " ".repeat(width::cols(chosen)) };
        let needs = if sort == Sort::Match { ", once you search" } else { "" };
        format!("{mark} {} {}{needs}", width::left(sort.subject(), 9), sort.first())
    };
    order_rows(app).into_iter().map(words).collect()
}

/// Returns the facts that decide about the selected program, in at most `rows` lines. Each has one line, which drawing
/// cuts to the width; lines that are left go to the facts that need more, the first ones first.
pub fn brief(app: &App, cols: u16, rows: u16) -> Doc {
    let Some(ix) = app.selected else {
        let mut doc = Doc::new(usize::from(cols));
        doc.text(Role::Dim, "No program is selected.");
        return doc;
    };
    let page = page::decisive(app.catalog(), ix, &app.plan);
    let mut doc = super::on_screen(app, &page, u16::MAX, None);
    doc.lines.truncate(usize::from(rows));
    let facts = by_label(super::on_screen(app, &page, cols, None).lines);
    let mut spare = usize::from(rows).saturating_sub(doc.lines.len());
    let lines = std::mem::take(&mut doc.lines).into_iter().zip(facts);
    for (line, wrapped) in lines {
        if wrapped.len() - 1 <= spare {
            spare -= wrapped.len() - 1;
            doc.lines.extend(wrapped);
        } else {
            doc.line(line);
        }
    }
    doc
}

/// The lines of each fact: its first line begins with its label, the others with blanks.
fn by_label(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let mut facts: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let begins = line.spans.first().is_some_and(|span| !span.text.trim().is_empty());
        match facts.last_mut().filter(|_| !begins) {
            Some(fact) => fact.push(line),
            None => facts.push(vec![line]),
        }
    }
    facts
}
