//! Turns a chosen program into a plan: when it would be finished, what it costs, what it may count for, and where it
//! leads. A plan is computed from recorded facts and the user's own numbers (hours, start, deadline, exchange rates);
//! it knows no clock and no screen.
//!
//! A plan is a value, not a page: every number is a range with its basis, unknown stays unknown, and the assumptions
//! say what each number rests on.

mod breakeven;
mod cost;
mod course;
mod credit;
mod days;
mod derived;
mod left;
mod pace;
mod schedule;
mod stack;
mod warning;
pub mod words;

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::catalog::{Catalog, Claim, Program, ProgramIx, Range, Survival};

pub use breakeven::{BreakEven, Gain};
pub use cost::{Cost, EdxRules, Rate, SunkCost, SunkCostRule};
pub use course::{CoursePlan, numbered};
pub use credit::{CreditLine, CreditUnits, Standing, beyond_admission};
pub use days::{NoDay, deadline_day, start_day};
pub use left::{DONE, Left};
pub use pace::{Dates, Finish, HOURS_OF_A_WEEK, Pace, PaceKind, WeeklyHours, date_after, months_until};
pub use schedule::{Schedule, Slot, Week};
pub use stack::{
    Arrow, ArrowKind, Because, Exit, Ground, LINKS, Path, PathCost, Preparation, RULE_ORDER, RULE_PREPARES, Station,
    preparing,
};
pub use warning::Warning;

/// The maximum number of weeks off between two courses: ten years.
const MAX_BREAKS: u32 = 520;

/// What the user gives to plan with.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSettings {
    /// The date on which the plan is made.
    pub as_of: Date,
    /// The first day of study.
    pub start: Date,
    /// Hours of study a week. Without them, the listed calendar time is used.
    pub weekly: Option<WeeklyHours>,
    /// Weeks off between consecutive courses.
    pub breaks: u32,
    /// The date by which the program must be finished.
    pub deadline: Option<Date>,
    /// Exchange rates to US dollars. Without a rate, an amount is not converted at the user's rate.
    pub rates: Vec<Rate>,
    /// What finishing would bring in. Without it, no break-even is computed.
    pub gain: Option<Gain>,
    /// The ids of the courses that the user has finished.
    pub finished: BTreeSet<String>,
}

impl Plan {
    /// Whether any of its courses is on record, not only counted.
    pub fn has_courses_on_record(&self) -> bool {
        self.courses.iter().any(|course| course.id.is_some())
    }
}

impl PlanSettings {
    /// Returns settings that start on `as_of` and set nothing else.
    pub fn new(as_of: Date) -> Self {
        Self {
            as_of,
            start: as_of,
            weekly: None,
            breaks: 0,
            deadline: None,
            rates: Vec::new(),
            gain: None,
            finished: BTreeSet::new(),
        }
    }
}

named! {
    /// Whether a plan meets its deadline.
    Timeliness {
        /// Even the latest finish is in time.
        InTime = "in_time";
        /// The range of finish dates includes the deadline.
        MayMiss = "may_miss";
        /// Even the earliest finish is too late.
        TooLate = "too_late";
        /// No finish can be computed.
        Unknown = "unknown";
    }
}

/// What a deadline requires.
#[derive(Clone, Debug, PartialEq)]
pub struct Deadline {
    /// The date of the deadline.
    pub date: Date,
    /// The hours a week needed from the start to the deadline. `None` if the hours of work are unknown, do not affect
    /// the finish, or no time is left.
    pub needed: Option<Claim<Range>>,
    /// Whether the plan meets the deadline.
    pub timeliness: Timeliness,
}

/// A program on the user's calendar, with its cost, its credit and its next steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The program.
    pub program: ProgramIx,
    /// The settings that the plan was made with.
    pub settings: PlanSettings,
    /// Who sets the pace.
    pub pace: PaceKind,
    /// Whether more hours a week would change the finish.
    pub scales: bool,
    /// The total hours of work; `None` if unknown.
    pub hours: Option<Claim<Range>>,
    /// What is left of the program; `None` if none of its courses is finished.
    pub left: Option<Left>,
    /// The earliest, likely and latest finish; `None` if neither calendar time nor hours are known.
    pub finish: Option<Dates>,
    /// How many programs of this kind were still offered after some years; only given if the finish may be more than a
    /// year away.
    pub survival: Option<Survival>,
    /// The hours a week that the listed length implies; `None` if length or hours are unknown.
    pub stated_pace: Option<Claim<Range>>,
    /// What the deadline requires; `None` if no deadline was set.
    pub deadline: Option<Deadline>,
    /// The courses in order, including those that are counted but not on record.
    pub courses: Vec<CoursePlan>,
    /// The courses on the calendar; `None` if neither hours nor calendar time are known.
    pub schedule: Option<Schedule>,
    /// What the program costs.
    pub cost: Cost,
    /// What the program may count for.
    pub credit: Standing,
    /// Where the program leads.
    pub paths: Vec<Path>,
    /// When the cost would be earned back; `None` if the user gave no gain or the cost is unknown.
    pub break_even: Option<BreakEven>,
    /// Warnings, to be shown before anything else.
    pub warnings: Vec<Warning>,
    /// What the numbers rest on, and what is missing, in sentences.
    pub assumptions: Vec<String>,
}

/// Returns the plan of one program.
pub fn plan(catalog: &Catalog, program: ProgramIx, settings: &PlanSettings) -> Plan {
    plan_beside(catalog, program, &[], settings)
}

/// Returns the plans of several programs with the same settings. Each plan also says how its program leads
/// to the others.
pub fn plans(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings) -> Vec<Plan> {
    let beside = |ix: &ProgramIx| programs.iter().copied().filter(|other| other != ix).collect::<Vec<_>>();
    programs.iter().map(|ix| plan_beside(catalog, *ix, &beside(ix), settings)).collect()
}

/// Returns what is left of a program after the finished courses, or `None` if none of its courses is finished.
pub fn left_of(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> Option<Left> {
    left::left(program, &course::courses(catalog, program), settings)
}

/// Returns the hours a week that a program states, or else those that its listed length implies; `None` if unknown.
pub fn listed_hours(program: &Program) -> Option<WeeklyHours> {
    let implied = || stated_pace(program, hours(program, &Pace::of(program)).as_ref()).map(|claim| claim.value.whole());
    program.workload.value().copied().or_else(implied).map(WeeklyHours::within)
}

/// Returns the courses of a program on the calendar, or `None` if neither hours nor calendar time are known.
pub fn schedule_of(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> Option<Schedule> {
    let (courses, pace) = (course::courses(catalog, program), Pace::of(program));
    schedule::schedule((&courses, &courses), &pace, finish(&pace, &courses, settings), settings)
}

fn plan_beside(catalog: &Catalog, ix: ProgramIx, others: &[ProgramIx], settings: &PlanSettings) -> Plan {
    let program = catalog.program(ix);
    let whole = Pace::of(program);
    let courses = course::courses(catalog, program);
    let hours = hours(program, &whole);
    // Finished courses are neither on the calendar nor paid for again.
    let (open, share) = left::open(&courses, &settings.finished);
    let pace = whole.left(share);
    let days_off = days_off(settings, &open);
    let finish = finish(&pace, &open, settings);
    let cost = cost::cost(program, (&courses, &open), hours.as_ref(), pace.finish(settings.weekly), settings);
    let needed = hours.as_ref().map(|hours| derived::from_one(hours.value.times(share), hours, "of the courses left"));
    let needed = if open.len() == courses.len() { hours.clone() } else { needed };
    let mut plan = Plan {
        program: ix,
        settings: settings.clone(),
        pace: pace.kind,
        scales: pace.scales(),
        survival: survival(catalog, program, finish, settings),
        finish,
        stated_pace: stated_pace(program, hours.as_ref()),
        deadline: settings.deadline.map(|date| deadline(date, &pace, needed.as_ref(), finish, days_off, settings)),
        schedule: schedule::schedule((&courses, &open), &pace, finish, settings),
        credit: credit::standing(program, cost.leading()),
        paths: stack::paths(catalog, ix, others, settings),
        break_even: settings.gain.and_then(|gain| breakeven::break_even(gain, &cost)),
        left: left::left(program, &courses, settings),
        hours,
        courses,
        cost,
        warnings: Vec::new(),
        assumptions: Vec::new(),
    };
    plan.warnings = warning::warnings(catalog, &plan);
    plan.assumptions = words::assumptions(catalog, &plan);
    plan
}

/// Returns the dates on which these courses may be finished, including the weeks off between them.
fn finish(pace: &Pace, courses: &[CoursePlan], settings: &PlanSettings) -> Option<Dates> {
    Some(pace.dates(settings.start, settings.weekly)?.later_by(days_off(settings, courses)))
}

/// Returns the survival rate of programs of this kind if the finish may be more than a year away.
fn survival(catalog: &Catalog, program: &Program, finish: Option<Dates>, settings: &PlanSettings) -> Option<Survival> {
    let is_far = finish?.latest > settings.as_of.saturating_add(1.year());
    is_far.then(|| catalog.survival(program.kind()).cloned()).flatten()
}

/// Returns the total days off between all courses.
fn days_off(settings: &PlanSettings, courses: &[CoursePlan]) -> i32 {
    let pauses = i32::try_from(courses.len().saturating_sub(1)).unwrap_or(i32::MAX);
    pause_days(settings).saturating_mul(pauses)
}

/// Returns the days off between one course and the next.
fn pause_days(settings: &PlanSettings) -> i32 {
    i32::try_from(settings.breaks.min(MAX_BREAKS)).unwrap_or(0) * 7
}

/// Returns the hours on record, or weeks times hours a week; `None` if neither is known.
fn hours(program: &Program, pace: &Pace) -> Option<Claim<Range>> {
    if let Some(claim) = program.effort.shown() {
        return Some(claim.clone());
    }
    let workload = program.workload.shown()?;
    let note = "weeks times hours a week";
    let value = pace.hours()?;
    Some(match (program.study_weeks.shown(), program.length.shown()) {
        (Some(weeks), _) => derived::from_two(value, workload, weeks, note),
        (None, Some(length)) => derived::from_two(value, workload, length, note),
        (None, None) => return None,
    })
}

/// Returns the hours a week that the listed length implies.
fn stated_pace(program: &Program, hours: Option<&Claim<Range>>) -> Option<Claim<Range>> {
    let (length, hours) = (program.length.shown()?, hours?);
    let weeks = length.value.weeks();
    if weeks.low <= 0.0 {
        return None;
    }
    let value = Range::between(hours.value.low / weeks.high, hours.value.high / weeks.low);
    Some(derived::from_two(value, hours, length, "hours of work / listed length"))
}

fn deadline(
    date: Date,
    pace: &Pace,
    hours: Option<&Claim<Range>>,
    finish: Option<Dates>,
    days_off: i32,
    settings: &PlanSettings,
) -> Deadline {
    let days = pace::days_between(settings.start, date) - days_off;
    let needed = hours.filter(|_| days > 0 && pace.scales()).map(|hours| {
        let value = hours.value.times(7.0 / f64::from(days));
        derived::from_one(value, hours, "hours of work / weeks until the deadline")
    });
    let timeliness = match finish {
        None => Timeliness::Unknown,
        Some(finish) if finish.latest <= date => Timeliness::InTime,
        Some(finish) if finish.earliest > date => Timeliness::TooLate,
        Some(_) => Timeliness::MayMiss,
    };
    Deadline { date, needed, timeliness }
}
