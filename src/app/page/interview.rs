//! The questionnaire as documents, for what depends on the user's place in it.

mod question;
mod what_if;

pub use question::{question, question_head, question_side, question_title, so_far, typing_column};
pub use what_if::{what_if, what_if_side};

use crate::advise::{Answers, Item};
use crate::app::App;
use crate::app::layout::body;
use crate::page::{Doc, Line, Role, Target};
use crate::width;

/// Below this width an answer is printed under its question, in columns.
const NARROW: usize = 50;

/// Returns every question with its answer; the last row leads to the result.
pub fn review(app: &App, cols: u16) -> Doc {
    review_page(app, cols).0
}

/// Returns the first line of the review to show, so that the row under the cursor is visible.
pub fn review_top(app: &App) -> usize {
    let area = super::text_area(body(app.size.0, app.size.1));
    (review_page(app, area.cols).1 + 1).saturating_sub(usize::from(area.rows))
}

/// The review, and the last line of the row under its cursor.
fn review_page(app: &App, cols: u16) -> (Doc, usize) {
    let mut doc = Doc::new(usize::from(cols));
    let mut at_cursor = 0;
    for (place, item) in app.interview.items(&app.world).iter().enumerate() {
        let words = answer_words(&app.interview.answers, item);
        let is_answered = app.interview.answers.get(item.question).is_some();
        doc.about(Target::Row(place), |doc| review_row(app, doc, place, &item.title, &words, is_answered));
        if place == app.interview.review_cursor {
            at_cursor = doc.lines.len() - 1;
        }
    }
    for question in app.interview.answers.inactive(app.world.adviser().questionnaire()) {
        let item = app.world.adviser().questionnaire().item(question);
        doc.text(Role::Dim, &format!("Kept, but it has no effect now: {}", item.title));
    }
    doc.gap();
    let place = app.interview.items(&app.world).len();
    doc.about(Target::Row(place), |doc| review_row(app, doc, place, "Show the recommendation", "", true));
    let at_cursor = if app.interview.review_cursor == place { doc.lines.len() - 1 } else { at_cursor };
    (doc, at_cursor)
}

/// Returns the answer to a question in words, or that there is none.
pub fn answer_words(answers: &Answers, item: &Item) -> String {
    answers.get(item.question).map_or_else(|| "not answered".to_owned(), |answer| answer.in_words(item))
}

/// A question beside its answer, each wrapped in its own columns; on a narrow screen the answer
/// comes under the question.
fn review_row(app: &App, doc: &mut Doc, place: usize, title: &str, answer: &str, is_answered: bool) {
    let is_under_cursor = place == app.interview.review_cursor;
    let (mark, role) = if is_under_cursor { ("▌ ", Role::Selected) } else { ("  ", Role::Plain) };
    let answer_role = if is_answered { Role::Title } else { Role::Dim };
    let width = doc.width();
    if width < NARROW || answer.is_empty() {
        let mut lines = width::wrap(title, width.saturating_sub(2)).into_iter();
        doc.line(Line::of(Role::Focus, mark).and(role, lines.next().unwrap_or_default()));
        lines.for_each(|line| doc.line(Line::of(Role::Plain, "  ").and(role, line)));
        if !answer.is_empty() {
            doc.hanging(Line::of(Role::Plain, "    "), answer_role, answer);
        }
        return;
    }
    let answer_cols = (width * 2 / 5).min(60);
    let title_cols = width.saturating_sub(answer_cols + 4).min(60);
    let (titles, answers) = (width::wrap(title, title_cols), width::wrap(answer, answer_cols));
    for line in 0..titles.len().max(answers.len()) {
        let of = |lines: &[String]| lines.get(line).cloned().unwrap_or_default();
        let head = if line == 0 { Line::of(Role::Focus, mark) } else { Line::of(Role::Plain, "  ") };
        let title = of(&titles);
        let gap = " ".repeat(title_cols + 2 - width::cols(&title));
        doc.line(head.and(role, title).and(Role::Plain, gap).and(answer_role, of(&answers)));
    }
}
