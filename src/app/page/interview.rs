//! The questionnaire as documents: what goes by where the person is in it.

mod what_if;

pub use what_if::{what_if, what_if_side};

use crate::advise::{Answer, AnswerKind, ChoicesFrom, Item};
use crate::app::layout::body;
use crate::app::{Action, App, QuestionAction};
use crate::page::{Doc, Line, Role, Target};
use crate::width;

/// Below so many columns, a number of programs stands without the word.
const NARROW: usize = 50;

/// The present question with its choices, and the line of the choice under the cursor.
fn question_page(app: &App, cols: u16) -> (Doc, usize) {
    let mut doc = Doc::new(usize::from(cols));
    let item = app.interview.item(&app.world);
    doc.text(Role::Title, &item.title);
    typing_line(app, item, &mut doc);
    if app.interview.is_limit {
        let key = app.key(&Action::Question(QuestionAction::Limit));
        doc.text(
            Role::Warning,
            &format!("A limit: programs without what is marked are left out; {key} makes it a wish again."),
        );
    }
    let is_suggested = app.interview.marked.iter().eq(&app.world.language) && !app.interview.is_answered(&app.world);
    if is_suggested
        && app.world.language.is_some()
        && item.choices_from == Some(ChoicesFrom::Language)
        && !app.interview.is_typing()
    {
        let key = app.key(&Action::Question(QuestionAction::Answer));
        doc.text(Role::Dim, &format!("Marked is the language of your system; {key} takes it."));
    }
    let words = own_words(app, item);
    if !words.is_empty() {
        doc.text(Role::Plain, &format!("■ in your own words: {}", words.join(", ")));
    }
    doc.gap();
    let mut at_cursor = doc.lines.len();
    for place in 0..app.interview.choice_count(&app.world) {
        if place == app.interview.cursor {
            at_cursor = doc.lines.len();
        }
        doc.about(Target::Row(place), |doc| offer_line(app, item, place, doc));
    }
    if app.interview.choice_count(&app.world) == 0 {
        doc.text(Role::Dim, &nothing_named(app, item));
    }
    doc.gap();
    doc.text(Role::Dim, &item.help);
    doc.text(Role::Dim, &format!("Why this is asked: {}", item.why));
    (doc, at_cursor)
}

/// The present question with its choices.
pub fn question(app: &App, cols: u16) -> Doc {
    question_page(app, cols).0
}

/// The line of the choice under the cursor.
pub fn question_cursor_line(app: &App, cols: u16) -> usize {
    question_page(app, cols).1
}

fn typing_line(app: &App, item: &Item, doc: &mut Doc) {
    if app.interview.is_typing() {
        doc.gap();
        let typed = Line::of(Role::Focus, TYPED).and(Role::Plain, app.interview.typed().to_owned());
        doc.about(Target::Input, |doc| doc.line(typed));
    } else if let Some(typed) = typed_answer(app, item) {
        doc.gap();
        doc.text(Role::Plain, &format!("Your answer: {typed}"));
    }
}

/// What can be done with typed words that no choice has in its name.
fn nothing_named(app: &App, item: &Item) -> String {
    if item.free_words {
        format!(
            "Nothing here has that in its name; {} takes it as your own words.",
            app.key(&Action::Question(QuestionAction::Answer))
        )
    } else {
        "Nothing here has that in its name.".to_owned()
    }
}

/// What stands before the answer that is being typed.
const TYPED: &str = "> ";

/// An answer that is none of the choices.
fn typed_answer(app: &App, item: &Item) -> Option<String> {
    let answer = app.interview.answers.get(item.question)?;
    (item.kind != AnswerKind::Many && answer.choice().is_none()).then(|| answer.short())
}

fn own_words<'a>(app: &'a App, item: &Item) -> Vec<&'a str> {
    if item.kind != AnswerKind::Many || app.interview.is_typing() {
        return Vec::new();
    }
    let offers = app.interview.offers(&app.world);
    let is_own = |word: &&String| !offers.iter().any(|offer| offer.value == **word);
    app.interview.marked.iter().filter(is_own).map(String::as_str).collect()
}

/// `1 program`, `12 programs`; on a narrow screen the number alone.
fn programs(count: usize, cols: usize) -> String {
    match count {
        count if cols < NARROW => count.to_string(),
        1 => "1 program".to_owned(),
        count => format!("{count} programs"),
    }
}

fn offer_line(app: &App, item: &Item, place: usize, doc: &mut Doc) {
    let offers = app.interview.offers(&app.world);
    let Some(offer) = offers.get(place) else { return };
    let is_under_cursor = place == app.interview.cursor;
    let role = if is_under_cursor { Role::Selected } else { Role::Plain };
    let number = if place < 9 { format!("{} ", place + 1) } else { "  ".to_owned() };
    let mark = match item.kind {
        AnswerKind::Many if app.interview.marked.contains(&offer.value) => "■ ",
        AnswerKind::Many => "□ ",
        _ => "",
    };
    let left = app.interview.leaves.get(place).map_or_else(String::new, |left| programs(*left, doc.width()));
    let label_cols = doc.width().saturating_sub(width::cols(&left) + 6 + width::cols(mark)).max(8);
    let mut label = width::wrap(&offer.label, label_cols).into_iter();
    let head = Line::of(Role::Focus, if is_under_cursor { "▌ " } else { "  " })
        .and(Role::Key, number)
        .and(Role::Key, mark)
        .and(role, label.next().unwrap_or_default());
    doc.line(head.with_right(Line::of(Role::Dim, left), doc.width()));
    for more in label {
        doc.line(Line::of(Role::Plain, " ".repeat(4 + width::cols(mark))).and(role, more));
    }
    if is_under_cursor && !offer.help.is_empty() {
        doc.hanging(Line::of(Role::Plain, "    "), Role::Dim, &offer.help);
    }
}

/// What can be said so far: which way the answers lean and which programs lead.
pub fn question_side(app: &App, cols: u16) -> Doc {
    let mut doc = Doc::new(usize::from(cols));
    let Some(glance) = &app.interview.glance else { return doc };
    doc.heading("RIGHT NOW");
    doc.text(Role::Plain, glance.leaning.name());
    lean_slider(glance.leaning.lean, &mut doc);
    doc.gap();
    for (place, ix) in glance.top.iter().take(3).enumerate() {
        let program = app.catalog().program(*ix);
        let head = Line::of(Role::Label, format!("{} ", place + 1));
        doc.hanging(head, Role::Plain, &program.title);
        let maker = format!("{}, {}", program.kind().name(), app.catalog().institution_shorts(program));
        doc.hanging(Line::of(Role::Plain, "  "), Role::Dim, &maker);
    }
    doc
}

/// Which way the answers lean so far, in a line.
pub fn leaning(app: &App) -> String {
    app.interview.glance.as_ref().map_or_else(String::new, |glance| glance.leaning.name().to_owned())
}

/// The lean as a point on a line from one kind to the other.
fn lean_slider(lean: i32, doc: &mut Doc) {
    const HALF: i32 = 9;
    let place = (lean * HALF / 8).clamp(-HALF, HALF) + HALF;
    let sign = |at: i32| match at {
        at if at == place => "●",
        at if at == HALF => "│",
        _ => "─",
    };
    let track: String = (0..=2 * HALF).map(sign).collect();
    doc.line(Line::of(Role::Label, "PC ◂").and(Role::Bar, track).and(Role::Label, "▸ MM"));
}

/// Every question with its answer; the last row leads to the result.
pub fn review(app: &App, cols: u16) -> Doc {
    review_page(app, cols).0
}

/// The first line of the review that is shown: the row under the cursor stays in sight.
pub fn review_top(app: &App) -> usize {
    let area = super::text_area(body(app.size.0, app.size.1));
    (review_page(app, area.cols).1 + 1).saturating_sub(usize::from(area.rows))
}

/// The review, and the last line of the row under its cursor.
fn review_page(app: &App, cols: u16) -> (Doc, usize) {
    let mut doc = Doc::new(usize::from(cols));
    let mut at_cursor = 0;
    for (place, item) in app.interview.items(&app.world).iter().enumerate() {
        let answer = app.interview.answers.get(item.question);
        let words = answer.map_or_else(|| "not answered".to_owned(), |answer| answer_words(item, answer));
        doc.about(Target::Row(place), |doc| review_row(app, doc, place, &item.title, &words, answer.is_some()));
        if place == app.interview.review_cursor {
            at_cursor = doc.lines.len() - 1;
        }
    }
    for question in app.interview.answers.inactive(app.world.adviser().questionnaire()) {
        let item = app.world.adviser().questionnaire().item(question);
        doc.text(Role::Dim, &format!("Kept, but without effect now: {}", item.title));
    }
    doc.gap();
    let place = app.interview.items(&app.world).len();
    doc.about(Target::Row(place), |doc| review_row(app, doc, place, "→ Show the recommendation", "", true));
    let at_cursor = if app.interview.review_cursor == place { doc.lines.len() - 1 } else { at_cursor };
    (doc, at_cursor)
}

/// An answer in the words of its choice, or as it was typed.
pub(super) fn answer_words(item: &Item, answer: &Answer) -> String {
    let choice = answer.choice().and_then(|value| item.choice(value));
    choice.map_or_else(|| answer.short(), |choice| choice.label.clone())
}

/// A question beside its answer, each wrapped within its own columns; on a narrow screen the answer under the question.
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
