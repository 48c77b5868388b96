//! When one would be done with a program, what it costs, and where it leads: the page of the command `plan` under the
//! hours and the start that keys change.

use super::blocks::blocks;
use crate::app::App;
use crate::app::doc::{Doc, Line, Role};
use crate::export::{Wording, plan_page};

pub(super) fn plan(app: &App, width: usize) -> Doc {
    let mut doc = Doc::new(width);
    let Some(ix) = app.current() else { return doc };
    let hours = app.plan.weekly.map_or_else(
        || "as listed".to_owned(),
        |weekly| crate::catalog::Range { low: weekly.low, high: weekly.high }.to_string(),
    );
    doc.line(
        Line::of(Role::Key, "← →")
            .and(Role::Label, " hours a week ")
            .and(Role::Title, hours)
            .and(Role::Key, "   < >")
            .and(Role::Label, " start ")
            .and(Role::Title, app.plan.start.to_string())
            .and(Role::Label, app.plan.deadline.map_or_else(String::new, |date| format!("   deadline {date}"))),
    );
    doc.gap();
    let plan = crate::plan::plan(app.catalog(), ix, &app.plan);
    blocks(&mut doc, &plan_page(app.catalog(), &plan, Wording::Marked));
    doc
}
