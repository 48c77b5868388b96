//! The words that change a plan.

use super::wish::Wish;
use crate::app::{Action, App, Nudge, Overlay, PlanAction};
use crate::numbers;
use crate::plan::{HOURS_OF_A_WEEK, deadline_day, start_day};

fn is_planning(app: &App) -> bool {
    matches!(app.overlays.last(), Some(Overlay::Plan { .. }))
}

/// Sets the hours a week of the plan, or changes them by one.
pub(super) fn hours(app: &App, rest: &str) -> Wish {
    if !is_planning(app) {
        return Wish::Tell("Hours belong to a plan; `plan` and a number opens one.".to_owned());
    }
    let change = match (rest, numbers::read(rest)) {
        ("more", _) => PlanAction::Hours(Nudge::More),
        ("less", _) => PlanAction::Hours(Nudge::Less),
        (_, Ok(Some(hours))) if HOURS_OF_A_WEEK.contains(&hours) => PlanAction::SetHours(hours),
        _ => {
            let (least, most) = (HOURS_OF_A_WEEK.start(), HOURS_OF_A_WEEK.end());
            return Wish::Tell(format!("Type a number of hours a week from {least} to {most}, such as `hours 6`."));
        }
    };
    Wish::Do(vec![Action::Plan(change)])
}

/// Sets the day on which the plan starts, or moves it by a week.
pub(super) fn start(app: &App, rest: &str) -> Wish {
    let action = match rest {
        _ if !is_planning(app) => {
            return Wish::Tell("A start belongs to a plan; `plan` and a number opens one.".to_owned());
        }
        "later" => PlanAction::Start(Nudge::More),
        "earlier" => PlanAction::Start(Nudge::Less),
        _ => match start_day(rest, app.plan.as_of) {
            Ok(day) => PlanAction::SetStart(day),
            Err(error) => return Wish::Tell(error.to_string()),
        },
    };
    Wish::Do(vec![Action::Plan(action)])
}

/// Sets the day by which the plan must be finished, or removes it.
pub(super) fn deadline(app: &App, rest: &str) -> Wish {
    let day = match rest {
        _ if !is_planning(app) => {
            return Wish::Tell("A deadline belongs to a plan; `plan` and a number opens one.".to_owned());
        }
        "none" => None,
        _ => match deadline_day(rest, app.plan.as_of) {
            Ok(day) => Some(day),
            Err(error) => return Wish::Tell(error.to_string()),
        },
    };
    Wish::Do(vec![Action::Plan(PlanAction::SetDeadline(day))])
}
