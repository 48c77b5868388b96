//! The plan of a program: opened with the hours that the user has answered, and changed with keys.

use jiff::ToSpan;
use jiff::civil::Date;

use super::prompt;
use crate::advise::{Answer, Question};
use crate::app::prompt::Purpose;
use crate::app::{App, Layer, Nudge, Overlay, PlanAction, choices, page};
use crate::page::{Doc, Line, Role, Target};
use crate::plan::{WeeklyHours, date_after, deadline_day, listed_hours, start_day};

/// The hours a week to start from if none are known, neither of the learner nor of the program.
const FIRST_HOURS: f64 = 5.0;

/// Opens the plan of the current program. The hours come from the questionnaire until keys change them.
pub(super) fn open(app: &mut App) {
    if app.current().is_none() {
        return;
    }
    take_answers(app);
    app.overlays.show(Overlay::Plan { route: None });
}

/// Shows the steps of the next route and scrolls to it; after the last route, hides the steps.
pub(super) fn open_route(app: &mut App) {
    let routes = choices::route_count(app);
    let Some(Layer { overlay: Overlay::Plan { route }, .. }) = app.overlays.topmost_mut() else { return };
    *route = Some(route.map_or(0, |route| route + 1)).filter(|next| *next < routes);
    let Some(route) = *route else { return };
    if let Some(layer) = app.overlays.topmost() {
        let area = page::overlay_text_area(app, &layer.overlay);
        let doc = page::overlay(app, layer, area.cols);
        let about = |route: usize| doc.lines_about(Target::Row(route));
        // Of the first route the heading is seen, and of others the end of the route before.
        let before = if route == 0 { heading_above(&doc, about(0)) } else { about(route - 1).map(|(_, last)| last) };
        let top = before.map_or(layer.top, |first| first.min(doc.last_top(usize::from(area.rows))));
        app.overlays.set_top(top);
    }
}

/// The line of the heading above some lines.
fn heading_above(doc: &Doc, lines: Option<(usize, usize)>) -> Option<usize> {
    let (first, _) = lines?;
    let is_heading = |line: &Line| line.spans.first().is_some_and(|span| span.role == Role::Heading);
    doc.lines[..first].iter().rposition(is_heading)
}

pub(super) fn perform(app: &mut App, action: PlanAction) {
    // What changes is at the top of the plan.
    app.overlays.set_top(0);
    match action {
        PlanAction::Hours(change) => hours(app, change),
        PlanAction::SetHours(hours) => app.plan.weekly = Some(WeeklyHours::exactly(hours)),
        PlanAction::Start(change) => start(app, change),
        PlanAction::SetStart(day) => app.plan.start = day.max(app.plan.as_of),
        PlanAction::AskStart => prompt::open(app, Purpose::Start),
        PlanAction::SetDeadline(day) => set_deadline(app, day),
        PlanAction::AskDeadline => prompt::open(app, Purpose::Deadline),
    }
}

/// Takes the day that was typed for the start or the deadline of the plan; what is no such day is told, and the line
/// stays open.
pub(super) fn day_typed(app: &mut App, purpose: &Purpose, typed: &str) {
    let as_of = app.plan.as_of;
    let action = match purpose {
        Purpose::Deadline if typed.is_empty() => Ok(PlanAction::SetDeadline(None)),
        Purpose::Deadline => deadline_day(typed, as_of).map(|day| PlanAction::SetDeadline(Some(day))),
        _ => start_day(typed, as_of).map(PlanAction::SetStart),
    };
    match action {
        Ok(action) => {
            prompt::close(app);
            perform(app, action);
        }
        Err(error) => app.notice = Some(error.to_string()),
    }
}

/// Sets a deadline of plans, which comes before the answered one; without a day there is none.
fn set_deadline(app: &mut App, day: Option<Date>) {
    app.typed_deadline = Some(day);
    app.plan.deadline = day;
}

/// Takes the answers into the settings of plans, until keys change them.
pub(super) fn take_answers(app: &mut App) {
    if app.plan.weekly.is_none() {
        app.plan.weekly = answered_hours(app);
    }
    app.plan.deadline = app.typed_deadline.unwrap_or_else(|| answered_deadline(app));
}

/// The date of the answered deadline; `None` if there is none.
fn answered_deadline(app: &App) -> Option<Date> {
    let months = match app.interview.answers.get(Question::Horizon)? {
        Answer::Date(date) => return Some(*date),
        Answer::Months(months) => f64::from(*months),
        Answer::Choice(value) => app
            .world
            .adviser()
            .questionnaire()
            .item(Question::Horizon)
            .choice(value)
            .and_then(|choice| choice.months)?,
        _ => return None,
    };
    Some(date_after(app.plan.as_of, months))
}

/// The answered hours a week; `None` if there are none.
fn answered_hours(app: &App) -> Option<WeeklyHours> {
    match app.interview.answers.get(Question::Hours)? {
        Answer::Hours(hours) => Some(WeeklyHours::exactly(*hours)),
        Answer::Choice(value) => {
            app.world.adviser().questionnaire().item(Question::Hours).choice(value).and_then(|choice| choice.hours)
        }
        _ => None,
    }
}

/// Changes the hours a week that are shown by one: those of the learner, or else those that are listed. Back at the
/// listed ones, and below one hour, they are unset, and the listed calendar time counts.
fn hours(app: &mut App, change: Nudge) {
    let by = match change {
        Nudge::More => 1.0,
        Nudge::Less => -1.0,
    };
    let listed = app.current().and_then(|program| listed_hours(app.catalog().program(program)));
    app.plan.weekly = match app.plan.weekly.or(listed) {
        Some(hours) => hours.changed_by(by).filter(|hours| Some(*hours) != listed),
        None => Some(WeeklyHours::exactly(FIRST_HOURS)).filter(|_| change == Nudge::More),
    };
}

/// Changes the start by a week, but never to before the date that plans are made on.
fn start(app: &mut App, change: Nudge) {
    let week = match change {
        Nudge::More => 1.week(),
        Nudge::Less => -1.week(),
    };
    let start = app.plan.start.saturating_add(week);
    app.plan.start = start.max(app.plan.as_of);
}
