//! Why a program is not recommended, or not first, and what would change that.

use crate::advise::WhyNot;
use crate::app::App;
use crate::page::{Doc, Line, Role};

pub(in crate::app::page) fn why_not(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let Some(why) = &app.interview.why_not else { return doc };
    doc.text(Role::Title, &why.headline);
    for note in &why.notes {
        doc.text(Role::Plain, note);
    }
    reasons(&mut doc, why);
    if !why.lost_on.is_empty() {
        doc.heading("ON WHAT IT LOSES");
        for lost in &why.lost_on {
            doc.hanging(Line::of(Role::Label, "- "), Role::Plain, &lost.sentence);
        }
    }
    if !why.nearest_says.is_empty() {
        doc.heading("WHAT WOULD CHANGE THAT");
        doc.text(Role::Plain, &why.nearest_says);
    }
    if !why.instead.is_empty() {
        doc.heading("INSTEAD");
        for ix in &why.instead {
            let program = app.catalog().program(*ix);
            let text = format!("{} ({})", program.title, app.catalog().institution_names(program));
            doc.hanging(Line::of(Role::Label, "- "), Role::Plain, &text);
        }
    }
    doc
}

/// The limits that it does not pass, each with the fact, its basis and its source.
fn reasons(doc: &mut Doc, why: &WhyNot) {
    if why.reasons.is_empty() {
        return;
    }
    doc.heading("NOT IN THE RUNNING BECAUSE");
    for reason in &why.reasons {
        let head = Line::of(Role::Label, crate::width::left(reason.question_slug(), 10));
        doc.hanging(head, Role::Plain, &format!("you said {}; {}", reason.answer, reason.fact));
        let source = if reason.source.is_empty() { String::new() } else { format!(", source {}", reason.source) };
        doc.hanging(Line::of(Role::Plain, " ".repeat(10)), Role::Dim, &format!("{}{source}", reason.basis));
    }
}
