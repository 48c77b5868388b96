//! Answers that are tried, and what they would change.

use super::answer_words;
use crate::advise::{Advice, Move};
use crate::app::{App, Trial};
use crate::page::{Doc, Line, Role};
use crate::width;

/// How many moves are listed.
const MOST: usize = 10;

/// Every question with the answer that is tried.
pub fn what_if(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(trial) = &app.interview.trial else { return doc };
    for (place, item) in app.interview.items(&app.world).iter().enumerate() {
        let words = |answers: &crate::advise::Answers| {
            answers.get(item.question).map_or_else(|| "not answered".to_owned(), |answer| answer_words(item, answer))
        };
        let (tried, given) = (words(&trial.answers), words(&app.interview.answers));
        let is_under_cursor = place == trial.cursor;
        let has_changed = tried != given;
        let text = if has_changed { format!("{tried}  (was: {given})") } else { tried };
        let label = width::left(item.question.slug(), 12);
        let room = doc.width().saturating_sub(16);
        let role = match (is_under_cursor, has_changed) {
            (true, _) => Role::Selected,
            (false, true) => Role::Differs,
            (false, false) => Role::Plain,
        };
        doc.line(
            Line::of(Role::Focus, if is_under_cursor { "▌ " } else { "  " })
                .and(Role::Label, label)
                .and(role, width::cut(&text, room)),
        );
    }
    doc
}

/// The verdict before and after, and where programs move.
pub fn what_if_side(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(trial) = &app.interview.trial else { return doc };
    let (before, after) = (&trial.what_if.before, &trial.what_if.after);
    let headline = |advice: &Advice| app.explainer(&advice.asked).headline(advice);
    let (was, is) = (headline(before), headline(after));
    if trial.answers == app.interview.answers {
        doc.text(Role::Title, &was);
        doc.text(Role::Dim, "Nothing is changed yet.");
        return doc;
    }
    doc.text(Role::Title, &is);
    if was != is {
        doc.text(Role::Dim, &format!("Before: {was}"));
    }
    doc.text(Role::Dim, &format!("{} programs pass every limit, {} before.", after.remaining, before.remaining));
    moves(app, &mut doc, trial);
    doc
}

fn moves(app: &App, doc: &mut Doc, trial: &Trial) {
    doc.heading("WHAT MOVES");
    let is_near_the_top = |one: &&Move| one.from.into_iter().chain(one.to).any(|rank| rank <= MOST);
    let near: Vec<&Move> = trial.what_if.moves.iter().filter(is_near_the_top).collect();
    if near.is_empty() {
        doc.text(Role::Plain, "No program near the top moves.");
    }
    for one in near.iter().take(MOST) {
        let program = app.catalog().program(one.program);
        let (sign, words) = match (one.from, one.to) {
            (Some(from), Some(to)) if to < from => ("↑", format!("{from} → {to}")),
            (Some(from), Some(to)) => ("↓", format!("{from} → {to}")),
            (None, Some(to)) => ("↑", format!("new → {to}")),
            (Some(from), None) => ("↓", format!("{from} → out")),
            (None, None) => continue,
        };
        let head = Line::of(Role::Key, format!("{sign} ")).and(Role::Label, width::left(&words, 12));
        doc.hanging(head, Role::Plain, &program.title);
    }
}
