//! The request in a typed line, and helpers that all words use.

use crate::app::{Action, App, Reach};
use crate::lines::print;
use crate::page::Part;

/// The request in a typed line.
pub(in crate::lines) enum Wish {
    /// Apply these actions, in order.
    Do(Vec<Action>),
    /// Print these lines.
    Say(Vec<String>),
    /// Print this message.
    Tell(String),
    /// Print the list from this index.
    Page(usize),
    /// Print this part of the page, unless it was printed just before.
    Part(Part),
    /// Write this note on the program that was named last, or print its note if this is empty.
    Note(String),
}

/// Applies an action where it is possible: if needed, closes pages to reach the list, or opens the questionnaire.
pub(super) fn reach(app: &App, action: &Action) -> Wish {
    match Reach::from(app).to(action) {
        Ok(steps) => Wish::Do(steps),
        Err(reason) => impossible(app, &reason),
    }
}

pub(super) fn impossible(app: &App, reason: &str) -> Wish {
    Wish::Tell(format!("That is not possible here, at {}: {reason}.", print::place_name(app)))
}

/// The actions that close every overlay.
pub(super) fn leave_overlays(app: &App) -> Vec<Action> {
    vec![Action::Back; app.overlays.len()]
}

pub(super) fn no_such(number: usize) -> Wish {
    Wish::Tell(format!("Nothing here has the number {number}."))
}
