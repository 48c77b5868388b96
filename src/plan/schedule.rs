//! The courses on the calendar, one after another, week by week. The last ends on the day of the likely finish, so that
//! the schedule and the finish never disagree. Each course gets a share in proportion to its hours or weeks.
//! All dates are civil dates without a time of day, so clock changes cannot shift them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::course::{CoursePlan, hours_of};
use super::pace::{Dates, Pace, PaceKind, days_between};
use super::{PlanSettings, days_off, pause_days};

/// The days of one course.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The number of the course, from 1. It is 0 if no courses are on record and the slot is the whole program.
    pub course: usize,
    /// The title of the course.
    pub title: String,
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
    /// The hours of work in the course; `None` if unknown.
    pub hours: Option<f64>,
    /// Whether the length of the course is unknown and the average of the others is used, or a week for an exam.
    pub is_assumed: bool,
    /// Whether it is an exam of unknown length, for which a week is kept free.
    pub is_exam: bool,
}

/// A week of study, or the part of one that belongs to one course.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// The index of the course in [`Schedule::slots`].
    pub slot: usize,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The hours of work in this week; `None` if unknown.
    pub hours: Option<f64>,
}

/// The courses on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// One slot for each course, in order.
    pub slots: Vec<Slot>,
    /// The weeks of all courses, in order. A week in which one course ends and the next begins is listed twice.
    pub weeks: Vec<Week>,
    /// The date on which the last course is done: that of the likely finish.
    pub end: Date,
    /// The latest finish, up to which to leave room; `None` if it is not later than `end`.
    pub room_until: Option<Date>,
    /// Whether a calendar sets the pace rather than the learner's hours.
    pub follows_calendar: bool,
    /// The hours a week that the schedule requires; `None` if the hours of work are unknown.
    pub hours_a_week: Option<f64>,
}

/// Returns the schedule of the open `courses`, or `None` if neither hours nor calendar time are known. The average of
/// `all` courses replaces unknown hours or weeks.
pub(super) fn schedule(
    (all, courses): (&[CoursePlan], &[CoursePlan]),
    pace: &Pace,
    finish: Option<Dates>,
    settings: &PlanSettings,
) -> Option<Schedule> {
    let Dates { likely: end, latest, .. } = finish?;
    let is_own = settings.weekly.is_some() && pace.hours().is_some();
    let follows_calendar = pace.has_calendar() && (pace.kind == PaceKind::Scheduled || !is_own);
    let days = days_between(settings.start, end).saturating_sub(days_off(settings, courses)).max(0);
    let hours = pace.hours().map(|hours| hours.middle());
    let slots = slots((all, courses), days, hours, follows_calendar, settings);
    Some(Schedule {
        weeks: weeks(&slots, settings.start),
        slots,
        end,
        room_until: Some(latest).filter(|latest| *latest > end),
        follows_calendar,
        hours_a_week: hours.filter(|_| days > 0).map(|hours| hours * 7.0 / f64::from(days)),
    })
}

/// Divides the days among the courses.
fn slots(
    (all, courses): (&[CoursePlan], &[CoursePlan]),
    days: i32,
    hours: Option<f64>,
    follows_calendar: bool,
    settings: &PlanSettings,
) -> Vec<Slot> {
    let by_hours = shares(&hours_of(courses), average(&hours_of(all)));
    let measures_of = |courses: &[CoursePlan]| if follows_calendar { weeks_of(courses) } else { hours_of(courses) };
    let (measures, usual) = (measures_of(courses), average(&measures_of(all)));
    let mut slots = Vec::with_capacity(by_hours.len());
    let pause = pause_days(settings);
    let mut passed = 0.0;
    let mut pauses = 0;
    let mut from = settings.start;
    for (place, length) in lengths(courses, (&measures, usual), days).into_iter().enumerate() {
        if place > 0 {
            pauses += pause;
            from = from.saturating_add(pause.days());
        }
        passed += length;
        let done = passed.round() as i32;
        let until = settings.start.saturating_add(done.saturating_add(pauses).days()).max(from);
        let (course, title) = courses
            .get(place)
            .map_or_else(|| (0, "The whole program".to_owned()), |course| (course.number, course.title.clone()));
        let is_assumed = measures.get(place).is_some_and(Option::is_none);
        let is_exam = is_assumed && courses[place].is_exam();
        // The average of courses says nothing about the hours of an exam.
        let hours = hours.map(|hours| hours * by_hours[place]).filter(|_| !is_exam);
        slots.push(Slot { course, title, from, until, hours, is_assumed, is_exam });
        from = until;
    }
    slots
}

/// Days kept free for an exam of unknown length, which takes place on one of them.
const EXAM_DAYS: i32 = 7;

/// Returns the days of each course: a week for an exam of unknown length; the other courses share the rest.
fn lengths(courses: &[CoursePlan], (measures, usual): (&[Option<f64>], f64), days: i32) -> Vec<f64> {
    let is_exam = |place: usize| measures[place].is_none() && courses[place].is_exam();
    let taken: Vec<Option<f64>> =
        (0..courses.len()).filter(|place| !is_exam(*place)).map(|place| measures[place]).collect();
    if taken.is_empty() {
        return shares(measures, usual).into_iter().map(|share| share * f64::from(days)).collect();
    }
    let of_an_exam = EXAM_DAYS.min(days / i32::try_from(courses.len()).unwrap_or(i32::MAX));
    let rest = f64::from(days) - f64::from(of_an_exam) * (courses.len() - taken.len()) as f64;
    let mut shares = shares(&taken, usual).into_iter();
    let length = |place| if is_exam(place) { f64::from(of_an_exam) } else { shares.next().unwrap_or_default() * rest };
    (0..courses.len()).map(length).collect()
}

/// Returns each course's share of the whole. A course whose measure is unknown counts as `usual`. Returns a single share
/// of 1 if no courses are on record.
pub(super) fn shares(measures: &[Option<f64>], usual: f64) -> Vec<f64> {
    if measures.is_empty() {
        return vec![1.0];
    }
    let filled: Vec<f64> = measures.iter().map(|measure| measure.unwrap_or(usual)).collect();
    let sum: f64 = filled.iter().sum();
    let even = 1.0 / measures.len() as f64;
    filled.into_iter().map(|part| if sum > 0.0 { part / sum } else { even }).collect()
}

/// Returns the average of the known measures, or 1 if none is known.
pub(super) fn average(measures: &[Option<f64>]) -> f64 {
    let known: Vec<f64> = measures.iter().copied().flatten().collect();
    if known.is_empty() { 1.0 } else { known.iter().sum::<f64>() / known.len() as f64 }
}

fn weeks_of(courses: &[CoursePlan]) -> Vec<Option<f64>> {
    courses.iter().map(|course| Some(course.weeks.as_ref()?.value.middle())).collect()
}

/// Returns the weeks of the plan, counted from its first day and split where a course ends.
fn weeks(slots: &[Slot], start: Date) -> Vec<Week> {
    let mut weeks = Vec::new();
    for (place, slot) in slots.iter().enumerate() {
        let length = days_between(slot.from, slot.until);
        let mut from = slot.from;
        while from < slot.until {
            let into_week = days_between(start, from).rem_euclid(7);
            let next = from.saturating_add((7 - into_week).days()).min(slot.until);
            let part = f64::from(days_between(from, next)) / f64::from(length);
            let to = next.saturating_sub(1.days());
            weeks.push(Week { slot: place, from, to, hours: slot.hours.map(|hours| hours * part) });
            if next <= from {
                break;
            }
            from = next;
        }
    }
    weeks
}
