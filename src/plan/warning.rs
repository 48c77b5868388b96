//! What stands against a plan: reasons to look out, as values. A plan with none may still not hold.

use crate::catalog::{Catalog, Range};

use super::{PaceKind, Plan, Verdict};

/// A reason to look out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// While it runs it asks for more hours a week than are given.
    AsksForMore {
        /// Hours a week that it asks for.
        asked: Range,
        /// The most hours a week that are given.
        given: f64,
    },
    /// Its work, laid on its calendar, comes to more hours a week than are given.
    CalendarAsksForMore {
        /// Hours a week that it comes to.
        asked: f64,
        /// The most hours a week that are given.
        given: f64,
    },
    /// It may end after the deadline, or surely does.
    Deadline(Verdict),
    /// It is not in the latest list.
    NotInLatestList,
}

/// Half of a tenth: hours a week are compared as finely as they are printed.
const SAME_HOURS: f64 = 0.05;

/// The reasons to look out, the ones that end a plan first.
pub(super) fn warnings(catalog: &Catalog, plan: &Plan) -> Vec<Warning> {
    let deadline = plan.deadline.as_ref().map(|deadline| deadline.verdict);
    let deadline = deadline.filter(|verdict| matches!(verdict, Verdict::TooLate | Verdict::MayMiss));
    let is_older = !catalog.program(plan.program).is_offered();
    let mut warnings: Vec<Warning> = hours(catalog, plan).into_iter().collect();
    warnings.extend(deadline.map(Warning::Deadline));
    warnings.extend(is_older.then_some(Warning::NotInLatestList));
    warnings
}

/// Whether others set a pace that the hours given do not keep: by its own word, or else by its calendar.
fn hours(catalog: &Catalog, plan: &Plan) -> Option<Warning> {
    let given = plan.settings.weekly?.high;
    let stated = catalog.program(plan.program).workload.value().copied();
    let stated = stated.filter(|asked| plan.pace != PaceKind::SelfPaced && asked.high > given);
    let calendar = plan.schedule.as_ref().filter(|schedule| schedule.follows_calendar);
    let calendar = calendar.and_then(|schedule| schedule.hours_a_week).filter(|asked| *asked > given + SAME_HOURS);
    stated
        .map(|asked| Warning::AsksForMore { asked, given })
        .or_else(|| calendar.map(|asked| Warning::CalendarAsksForMore { asked, given }))
}
