//! Why a program is not recommended, or not first, and what would change that.

use crate::advise::{Explainer, WhyNot};
use crate::app::App;
use crate::page::{Doc, Line, Role};

pub(in crate::app::page) fn why_not(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let Some(why) = &app.interview.why_not else { return doc };
    let words = app.explainer(&why.asked);
    doc.text(Role::Title, &words.why_not(why));
    for trace in words.traces(why) {
        doc.text(Role::Plain, &trace);
    }
    reasons(&mut doc, &words, why);
    if !why.lost_on.is_empty() {
        doc.heading("ON WHAT IT LOSES");
        for lost in &why.lost_on {
            doc.hanging(Line::of(Role::Label, "- "), Role::Plain, &words.lost_on(why, lost));
        }
    }
    doc.heading("WHAT WOULD CHANGE THAT");
    doc.text(Role::Plain, &words.nearest(why));
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
fn reasons(doc: &mut Doc, words: &Explainer<'_>, why: &WhyNot) {
    let Some(program) = why.program.filter(|_| !why.reasons.is_empty()) else { return };
    doc.heading("NOT IN THE RUNNING BECAUSE");
    for reason in why.reasons.iter().map(|reason| words.removal(program, *reason)) {
        let head = Line::of(Role::Label, crate::width::left(reason.question, 10));
        doc.hanging(head, Role::Plain, &format!("you said {}; {}", reason.answer, reason.fact));
        let source = if reason.source.is_empty() { String::new() } else { format!(", source {}", reason.source) };
        doc.hanging(Line::of(Role::Plain, " ".repeat(10)), Role::Dim, &format!("{}{source}", reason.basis));
    }
}
