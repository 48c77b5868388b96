//! From a choice to a plan: when it would be finished, what it costs, what it can count for, where it leads. It computes
//! from recorded facts and from what a person gives (hours, a start, a deadline, rates, numbers of their own); it knows
//! no clock and no screen. A plan is a value before it is a page: every number is a range with its basis, unknown stays
//! unknown, and what a number rests on stands in the assumptions.

mod breakeven;
mod cost;
mod course;
mod credit;
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
pub use cost::{ASSISTANCE, Cost, LadderRule, REFUND, Rate, Rule, Rung};
pub use course::CoursePlan;
pub use credit::{CreditLine, CreditUnits, Standing};
pub use left::Left;
pub use pace::{Dates, Finish, Pace, PaceKind, WeeklyHours, date_after, months_until};
pub use schedule::{Schedule, Slot, Week};
pub use stack::{Arrow, ArrowKind, Because, Exit, LINKS, Path, PathCost, RULE_ORDER, RULE_PREPARES, Station};
pub use warning::Warning;

/// Weeks off beyond this are no pause any more.
const MAX_BREAKS: u32 = 520;

/// What a person gives to plan with.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanSettings {
    /// The day to reckon as of.
    pub as_of: Date,
    /// The first day of study.
    pub start: Date,
    /// Hours a week; without them the calendar counts as it is listed.
    pub weekly: Option<WeeklyHours>,
    /// Weeks off between courses.
    pub breaks: u32,
    /// When it must be finished.
    pub deadline: Option<Date>,
    /// What currencies are worth in US dollars; without a rate none is converted.
    pub rates: Vec<Rate>,
    /// What finishing would bring; without it nothing is said of a return.
    pub gain: Option<Gain>,
    /// The ids of the courses that the person has finished.
    pub finished: BTreeSet<String>,
}

impl PlanSettings {
    /// Settings that start today and ask for nothing else.
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
    /// Whether a deadline holds.
    Verdict {
        /// Even the latest finish is in time.
        InTime = "in_time";
        /// It depends.
        MayMiss = "may_miss";
        /// Even the earliest finish is too late.
        TooLate = "too_late";
        /// No finish can be computed.
        Unknown = "unknown";
    }
}

/// What a deadline asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Deadline {
    /// The day.
    pub date: Date,
    /// Hours a week that it needs from the start to that day; nothing where hours are unknown, do not matter, or no
    /// time is left.
    pub needed: Option<Claim<Range>>,
    /// Whether the plan holds it.
    pub verdict: Verdict,
}

/// A program on one's own calendar, with its costs, its credit and its ways on.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Which program.
    pub program: ProgramIx,
    /// What was planned with.
    pub settings: PlanSettings,
    /// Who sets the pace.
    pub pace: PaceKind,
    /// Whether more hours a week would change the finish.
    pub scales: bool,
    /// Hours of work in all.
    pub hours: Option<Claim<Range>>,
    /// What is left for somebody who has finished some of its courses.
    pub left: Option<Left>,
    /// The days on which one could be done.
    pub finish: Option<Dates>,
    /// Where it may take more than a year: how many of its kind were still offered after some years.
    pub survival: Option<Survival>,
    /// The hours a week that the listed length means.
    pub stated_pace: Option<Claim<Range>>,
    /// What the deadline asks for, if there is one.
    pub deadline: Option<Deadline>,
    /// The courses in their order, those that are not on record included.
    pub courses: Vec<CoursePlan>,
    /// The courses on the calendar.
    pub schedule: Option<Schedule>,
    /// What it costs.
    pub cost: Cost,
    /// What it can count for.
    pub credit: Standing,
    /// Where it leads.
    pub paths: Vec<Path>,
    /// When the money would be back, if numbers for that were given.
    pub break_even: Option<BreakEven>,
    /// What stands against it, to be said before anything else.
    pub warnings: Vec<Warning>,
    /// What the numbers rest on, and what is missing.
    pub assumptions: Vec<String>,
}

/// The plan of one program.
pub fn plan(catalog: &Catalog, program: ProgramIx, settings: &PlanSettings) -> Plan {
    plan_beside(catalog, program, &[], settings)
}

/// The plans of several programs, each from the same start. A plan also says how its program leads to the others.
pub fn plans(catalog: &Catalog, programs: &[ProgramIx], settings: &PlanSettings) -> Vec<Plan> {
    let beside = |ix: &ProgramIx| programs.iter().copied().filter(|other| other != ix).collect::<Vec<_>>();
    programs.iter().map(|ix| plan_beside(catalog, *ix, &beside(ix), settings)).collect()
}

/// What is left of a program for somebody who has finished some of its courses; nothing where they finished none.
pub fn left_of(catalog: &Catalog, program: &Program, finished: &BTreeSet<String>) -> Option<Left> {
    left::left(&course::courses(catalog, program), finished)
}

/// The courses of a program on the calendar, where hours or calendar time are known.
pub fn schedule_of(catalog: &Catalog, program: &Program, settings: &PlanSettings) -> Option<Schedule> {
    schedule::schedule(&course::courses(catalog, program), &Pace::of(program), None, settings)
}

fn plan_beside(catalog: &Catalog, ix: ProgramIx, others: &[ProgramIx], settings: &PlanSettings) -> Plan {
    let program = catalog.program(ix);
    let pace = Pace::of(program);
    let courses = course::courses(catalog, program);
    let hours = hours(program, &pace);
    let days_off = days_off(settings, &courses);
    let finish = pace.dates(settings.start, settings.weekly).map(|dates| dates.later_by(days_off));
    let months = pace.finish(settings.weekly);
    let cost = cost::cost(program, &courses, hours.as_ref(), months, settings);
    let mut plan = Plan {
        program: ix,
        settings: settings.clone(),
        pace: pace.kind,
        scales: pace.scales(),
        survival: survival(catalog, program, finish, settings),
        finish,
        stated_pace: stated_pace(program, hours.as_ref()),
        deadline: settings.deadline.map(|date| deadline(date, &pace, hours.as_ref(), finish, days_off, settings)),
        schedule: schedule::schedule(&courses, &pace, finish, settings),
        credit: credit::standing(program, cost.leading()),
        paths: stack::paths(catalog, ix, others, settings),
        break_even: settings.gain.and_then(|gain| breakeven::break_even(gain, &cost)),
        left: left::left(&courses, &settings.finished),
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

/// The rate at which programs of its kind last, where the finish may be more than a year away.
fn survival(catalog: &Catalog, program: &Program, finish: Option<Dates>, settings: &PlanSettings) -> Option<Survival> {
    let is_far = finish?.latest > settings.as_of.saturating_add(1.year());
    is_far.then(|| catalog.survival(program.kind()).cloned()).flatten()
}

/// Days without study between all courses.
fn days_off(settings: &PlanSettings, courses: &[CoursePlan]) -> i32 {
    let pauses = i32::try_from(courses.len().saturating_sub(1)).unwrap_or(i32::MAX);
    pause_days(settings).saturating_mul(pauses)
}

/// Days without study between one course and the next.
fn pause_days(settings: &PlanSettings) -> i32 {
    i32::try_from(settings.breaks.min(MAX_BREAKS)).unwrap_or(0) * 7
}

/// The hours on record, or what weeks and hours a week come to.
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

/// What `N months` means in hours a week.
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
    let verdict = match finish {
        None => Verdict::Unknown,
        Some(finish) if finish.latest <= date => Verdict::InTime,
        Some(finish) if finish.earliest > date => Verdict::TooLate,
        Some(_) => Verdict::MayMiss,
    };
    Deadline { date, needed, verdict }
}
