//! The answers being tried, and what they would change.

use super::answer_words;
use crate::app::App;
use crate::app::page::on_screen;
use crate::english::capitalised;
use crate::page::{self, Doc, Line, Role, Target};
use crate::width;

/// Returns every question with the tried answer.
pub fn what_if(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(trial) = &app.interview.trial else { return doc };
    for (place, item) in app.interview.items(&app.world).iter().enumerate() {
        let (tried, given) = (answer_words(&trial.answers, item), answer_words(&app.interview.answers, item));
        let is_under_cursor = place == trial.cursor;
        let has_changed = tried != given;
        let text = if has_changed { format!("{tried}  (was: {given})") } else { tried };
        let label = width::left(&capitalised(item.question.label()), 12);
        let room = doc.width().saturating_sub(16);
        let role = match (is_under_cursor, has_changed) {
            (true, _) => Role::Selected,
            (false, true) => Role::Differs,
            (false, false) => Role::Plain,
        };
        let line = Line::of(Role::Focus, if is_under_cursor { "▌ " } else { "  " })
            .and(Role::Label, label)
            .and(role, width::cut(&text, room));
        doc.about(Target::Row(place), |doc| doc.line(line));
    }
    doc
}

/// Returns the verdicts before and after, and the programs that move.
pub fn what_if_side(app: &App, cols: u16) -> Doc {
    let Some(trial) = &app.interview.trial else { return Doc::new(usize::from(cols)) };
    let page = if trial.answers == app.interview.answers {
        page::what_if_unchanged(app.world.adviser(), app.catalog(), &trial.what_if.before)
    } else {
        page::what_if(app.world.adviser(), app.catalog(), &trial.what_if)
    };
    on_screen(app, &page, cols, None)
}
