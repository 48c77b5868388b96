//! Warnings about a plan, as values. A plan without warnings may still fail.

use crate::catalog::{Catalog, Range};

use super::{PaceKind, Plan, Timeliness, WeeklyHours};

/// A warning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// The program states more hours a week than the user has.
    AsksForMore {
        /// The hours a week stated by the program.
        asked: Range,
        /// The hours a week that the user has.
        given: WeeklyHours,
    },
    /// The hours of work spread over the calendar are more a week than the user has.
    CalendarAsksForMore {
        /// The hours a week that result.
        asked: f64,
        /// The hours a week that the user has.
        given: WeeklyHours,
    },
    /// The plan may miss the deadline, or certainly does.
    Deadline(Timeliness),
    /// The program is not in the latest list.
    NotInLatestList,
}

/// Half of a tenth, the precision of printed hours a week. A smaller excess would not be visible.
const SAME_HOURS: f64 = 0.05;

/// Returns the warnings, the most serious first.
pub(super) fn warnings(catalog: &Catalog, plan: &Plan) -> Vec<Warning> {
    let deadline = plan.deadline.as_ref().map(|deadline| deadline.timeliness);
    let deadline = deadline.filter(|timeliness| matches!(timeliness, Timeliness::TooLate | Timeliness::MayMiss));
    let is_older = !catalog.program(plan.program).is_offered();
    let mut warnings: Vec<Warning> = hours(catalog, plan).into_iter().collect();
    warnings.extend(deadline.map(Warning::Deadline));
    warnings.extend(is_older.then_some(Warning::NotInLatestList));
    warnings
}

/// Returns a warning if a schedule set by others needs more hours a week than the user has, by the stated workload or
/// else by the calendar. An unknown pace gives no warning, because learners may be able to set it themselves.
fn hours(catalog: &Catalog, plan: &Plan) -> Option<Warning> {
    let given = plan.settings.weekly?;
    let is_set = matches!(plan.pace, PaceKind::Scheduled | PaceKind::Mixed);
    let stated = catalog.program(plan.program).workload.value().copied();
    let stated = stated.filter(|asked| is_set && asked.high > given.high);
    let calendar = plan.schedule.as_ref().filter(|schedule| schedule.follows_calendar);
    let calendar = calendar.and_then(|schedule| schedule.hours_a_week).filter(|asked| *asked > given.high + SAME_HOURS);
    stated
        .map(|asked| Warning::AsksForMore { asked, given })
        .or_else(|| calendar.map(|asked| Warning::CalendarAsksForMore { asked, given }))
}
