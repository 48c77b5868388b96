//! When one would be done with a program, what it costs, and where it leads: the page of the command `plan` under the
//! hours and the start that keys change.

use super::blocks::blocks;
use crate::app::{Action, App, PlanAction};
use crate::export::{Wording, plan_page};
use crate::page::{Doc, Line, Role};

/// Adds parts beside each other where there is room, under each other where not.
fn parts(doc: &mut Doc, parts: impl Iterator<Item = Line>) {
    let mut line = Line::blank();
    for part in parts {
        if !line.spans.is_empty() && line.cols() + 3 + part.cols() > doc.width() {
            doc.line(std::mem::take(&mut line));
        }
        let gap = if line.spans.is_empty() { "" } else { "   " };
        line = line.and(Role::Plain, gap);
        line.spans.extend(part.spans);
    }
    doc.line(line);
}

pub(super) fn plan(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let Some(ix) = app.current() else { return doc };
    let hours = app.plan.weekly.map_or_else(
        || "as listed".to_owned(),
        |weekly| crate::catalog::Range::between(weekly.low, weekly.high).to_string(),
    );
    let keys = |actions: [Action; 2]| actions.map(|action| app.key(&action)).join(" ");
    let hours =
        Line::of(Role::Key, keys([Action::Plan(PlanAction::Hours(false)), Action::Plan(PlanAction::Hours(true))]))
            .and(Role::Label, " hours a week ")
            .and(Role::Title, hours);
    let start =
        Line::of(Role::Key, keys([Action::Plan(PlanAction::Start(false)), Action::Plan(PlanAction::Start(true))]))
            .and(Role::Label, " start ")
            .and(Role::Title, app.plan.start.to_string());
    let deadline = app.plan.deadline.map(|date| Line::of(Role::Label, format!("deadline {date}")));
    parts(&mut doc, [Some(hours), Some(start), deadline].into_iter().flatten());
    doc.gap();
    let plan = crate::plan::plan(app.catalog(), ix, &app.plan);
    blocks(&mut doc, &plan_page(app.catalog(), &plan, Wording::Marked));
    doc
}
