//! The courses on the calendar, one after another, week by week. The whole is as long as the likely finish at the
//! learner's hours, or as the calendar where others set the pace; each course gets the share of it that its own hours
//! or weeks are of all. Local days without a clock time: no change of the clocks can move them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::course::CoursePlan;
use super::pace::{Dates, Pace, PaceKind, date_after, days_between};
use super::{PlanSettings, days_off, pause_days};

/// The days of one course.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The number of the course, from 1; 0 where the courses are not on record and this is the whole program.
    pub course: usize,
    /// Its title.
    pub title: String,
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
    /// Hours of work in it, if they are known.
    pub hours: Option<f64>,
    /// Whether its own length is not known, and the average of the others stands for it.
    pub is_assumed: bool,
}

/// A week of study, or the part of it that belongs to one course.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// The place of the course among the slots.
    pub slot: usize,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Hours of work, if they are known.
    pub hours: Option<f64>,
}

/// The courses on the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// One for each course, in order.
    pub slots: Vec<Slot>,
    /// The weeks of all of them, in order; a week in which one course ends and the next begins stands twice.
    pub weeks: Vec<Week>,
    /// The day on which the last course is done.
    pub end: Date,
    /// Until when there is room if it takes longer: the latest finish, where that is later.
    pub room_until: Option<Date>,
    /// Whether a calendar sets the pace, and not the learner's hours.
    pub follows_calendar: bool,
    /// Hours a week that it asks for, if hours are known.
    pub hours_a_week: Option<f64>,
}

/// The schedule; nothing where neither hours nor calendar time are known.
pub(super) fn schedule(
    courses: &[CoursePlan],
    pace: &Pace,
    finish: Option<Dates>,
    settings: &PlanSettings,
) -> Option<Schedule> {
    let calendar = pace.likely_calendar().map(|months| calendar_days(settings.start, months));
    let own = settings.weekly.and_then(|weekly| pace.own_days(weekly));
    let follows_calendar = calendar.is_some() && (pace.kind == PaceKind::Scheduled || own.is_none());
    let days = if follows_calendar { calendar? } else { own? };
    let hours = pace.hours().map(|hours| hours.middle());
    let slots = slots(courses, days, hours, follows_calendar, settings);
    let end = settings.start.saturating_add((days.saturating_add(days_off(settings, courses))).days());
    let latest = finish.map(|finish| finish.latest).filter(|latest| *latest > end);
    Some(Schedule {
        weeks: weeks(&slots, settings.start),
        slots,
        end,
        room_until: latest,
        follows_calendar,
        hours_a_week: hours.filter(|_| days > 0).map(|hours| hours * 7.0 / f64::from(days)),
    })
}

fn calendar_days(start: Date, months: f64) -> i32 {
    days_between(start, date_after(start, months))
}

/// Cuts the days into one piece for each course.
fn slots(
    courses: &[CoursePlan],
    days: i32,
    hours: Option<f64>,
    follows_calendar: bool,
    settings: &PlanSettings,
) -> Vec<Slot> {
    let by_hours = shares(courses, |course| course.hours.as_ref().map(|claim| claim.value.middle()));
    let by_weeks = shares(courses, |course| course.weeks.as_ref().map(|claim| claim.value.middle()));
    let of_days = if follows_calendar { &by_weeks } else { &by_hours };
    let mut slots = Vec::with_capacity(of_days.len());
    let pause = pause_days(settings);
    let mut passed = 0.0;
    let mut pauses = 0;
    let mut from = settings.start;
    for (place, share) in of_days.iter().enumerate() {
        if place > 0 {
            pauses += pause;
            from = from.saturating_add(pause.days());
        }
        passed += share;
        let done = (f64::from(days) * passed).round() as i32;
        let until = settings.start.saturating_add(done.saturating_add(pauses).days()).max(from);
        let (course, title) = courses
            .get(place)
            .map_or_else(|| (0, "The whole program".to_owned()), |course| (course.number, course.title.clone()));
        let is_assumed = courses
            .get(place)
            .is_some_and(|course| if follows_calendar { course.weeks.is_none() } else { course.hours.is_none() });
        let hours = hours.map(|hours| hours * by_hours[place]);
        slots.push(Slot { course, title, from, until, hours, is_assumed });
        from = until;
    }
    slots
}

/// What part of the whole each course is; one whose measure is unknown counts as the average of the others. One part
/// where no courses are on record.
fn shares(courses: &[CoursePlan], measure: impl Fn(&CoursePlan) -> Option<f64>) -> Vec<f64> {
    if courses.is_empty() {
        return vec![1.0];
    }
    let measures: Vec<Option<f64>> = courses.iter().map(measure).collect();
    let known: Vec<f64> = measures.iter().copied().flatten().collect();
    let average = if known.is_empty() { 1.0 } else { known.iter().sum::<f64>() / known.len() as f64 };
    let filled: Vec<f64> = measures.into_iter().map(|measure| measure.unwrap_or(average)).collect();
    let sum: f64 = filled.iter().sum();
    filled.into_iter().map(|part| part / sum).collect()
}

/// The weeks of the plan, counted from its first day, cut where a course ends.
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
