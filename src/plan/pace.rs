//! Pacing. A self-paced program takes its hours divided by the learner's hours a week, an instructor-paced one takes
//! its calendar time whatever the learner gives, and if the pacing is unknown or mixed both are possible. More hours a
//! week never make a finish later, and an estimate is only ever used as a range.

use std::ops::RangeInclusive;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::catalog::{Basis, Claim, Fact, Length, Pacing, Program, Range, WEEKS_A_MONTH};

/// An upper limit of a hundred years, longer than any program.
const MAX_MONTHS: f64 = 1200.0;

/// The valid range of hours a week: from a quarter of an hour to all hours of a week.
pub const HOURS_OF_A_WEEK: RangeInclusive<f64> = 0.25..=168.0;

/// The hours a week that a learner gives.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeeklyHours {
    /// The least; used for the latest finish.
    pub low: f64,
    /// The usual number; used for the likely finish.
    pub likely: f64,
    /// The most; used for limits and the earliest finish.
    pub high: f64,
}

impl WeeklyHours {
    /// Returns the same number for every week.
    pub fn exactly(hours: f64) -> Self {
        Self { low: hours, likely: hours, high: hours }
    }

    /// Returns the hours a week of a range, with its middle as the usual number.
    pub fn within(hours: Range) -> Self {
        Self { low: hours.low, likely: hours.middle(), high: hours.high }
    }

    /// Returns these hours with `by` added to each number, clamped to the range from 1 to 168. `None` if even the most
    /// hours would fall below 1.
    #[must_use]
    pub fn changed_by(self, by: f64) -> Option<Self> {
        let changed = |hours: f64| (hours + by).clamp(1.0, *HOURS_OF_A_WEEK.end());
        let is_left = self.high + by >= 1.0;
        is_left.then(|| Self { low: changed(self.low), likely: changed(self.likely), high: changed(self.high) })
    }
}

/// Who sets the pace of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PaceKind {
    /// The learner, in every course.
    SelfPaced,
    /// A calendar, in every course.
    Scheduled,
    /// The learner in some courses, a calendar in others.
    Mixed,
    /// Not known.
    Unknown,
}

impl PaceKind {
    /// Returns who sets the pace of a program, by the claim that is shown.
    pub fn of(program: &Program) -> Self {
        let all = program.pacing.value().map_or(&[][..], Vec::as_slice);
        match (all.contains(&Pacing::SelfPaced), all.contains(&Pacing::InstructorPaced)) {
            (true, true) => Self::Mixed,
            (true, false) => Self::SelfPaced,
            (false, true) => Self::Scheduled,
            (false, false) => Self::Unknown,
        }
    }
}

/// The time from start to finish, in months.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finish {
    /// The shortest possible time.
    pub earliest: f64,
    /// The likely time.
    pub likely: f64,
    /// The longest possible time.
    pub latest: f64,
    /// Whether no unknown fact could move the finish outside these bounds.
    pub is_bounded: bool,
}

impl Finish {
    fn hull(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.min(other.earliest),
            likely: f64::midpoint(self.likely, other.likely),
            latest: self.latest.max(other.latest),
            is_bounded: self.is_bounded && other.is_bounded,
        }
    }
}

/// The dates on which the program may be finished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The earliest date.
    pub earliest: Date,
    /// The likely date.
    pub likely: Date,
    /// The latest date.
    pub latest: Date,
    /// Whether no unknown fact could move the finish outside these bounds.
    pub is_bounded: bool,
}

impl Dates {
    fn of(finish: Finish, day: impl Fn(f64) -> Date) -> Self {
        let Finish { earliest, likely, latest, is_bounded } = finish;
        Self { earliest: day(earliest), likely: day(likely), latest: day(latest), is_bounded }
    }

    fn hull(self, other: Self) -> Self {
        let (first, second) = (self.likely.min(other.likely), self.likely.max(other.likely));
        Self {
            earliest: self.earliest.min(other.earliest),
            likely: first.saturating_add((days_between(first, second) / 2).days()),
            latest: self.latest.max(other.latest),
            is_bounded: self.is_bounded && other.is_bounded,
        }
    }

    /// Returns the same dates, `days` later.
    #[must_use]
    pub(super) fn later_by(self, days: i32) -> Self {
        let later = |date: Date| date.saturating_add(days.days());
        Self { earliest: later(self.earliest), likely: later(self.likely), latest: later(self.latest), ..self }
    }
}

/// The times that count for a program: calendar time, time at the learner's own pace, or both.
struct Parts {
    calendar: Option<Finish>,
    own: Option<Finish>,
    is_bounded: bool,
}

/// What determines when a program can be finished.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pace {
    /// Who sets the pace.
    pub kind: PaceKind,
    /// The calendar time, in months.
    calendar: Option<Finish>,
    /// The total hours of work.
    hours: Option<Range>,
    /// Whether a claim gives the total hours; otherwise they are computed from weeks and hours a week.
    has_hours: bool,
}

impl Pace {
    /// Returns the pace of a program.
    pub fn of(program: &Program) -> Self {
        Self {
            kind: PaceKind::of(program),
            calendar: calendar(program),
            hours: total_hours(program),
            has_hours: program.effort.is_known(),
        }
    }

    /// Returns the pace of a remaining share of the program, from 0 to 1.
    #[must_use]
    pub fn left(&self, share: f64) -> Self {
        let of = |finish: Finish| Finish {
            earliest: finish.earliest * share,
            likely: finish.likely * share,
            latest: finish.latest * share,
            ..finish
        };
        let hours = self.hours.map(|hours| hours.times(share));
        Self { calendar: self.calendar.map(of), hours, ..*self }
    }

    /// Returns the time to finish at these hours a week, or `None` if neither calendar time nor hours are known.
    /// Without hours a week, the listed calendar time is used.
    pub fn finish(&self, weekly: Option<WeeklyHours>) -> Option<Finish> {
        let Parts { calendar, own, is_bounded } = self.parts(weekly);
        let hull = match (calendar, own) {
            (Some(calendar), Some(own)) => calendar.hull(own),
            (calendar, own) => calendar.or(own)?,
        };
        Some(Finish { is_bounded, ..hull })
    }

    /// Returns [`finish`](Self::finish) as dates: calendar time is added in calendar months, hours of work in weeks of
    /// seven days.
    pub fn dates(&self, start: Date, weekly: Option<WeeklyHours>) -> Option<Dates> {
        let Parts { calendar, own, is_bounded } = self.parts(weekly);
        let calendar = calendar.map(|finish| Dates::of(finish, |months| date_after(start, months)));
        let own = own.map(|finish| Dates::of(finish, |months| start.saturating_add(own_days(months).days())));
        let hull = match (calendar, own) {
            (Some(calendar), Some(own)) => calendar.hull(own),
            (calendar, own) => calendar.or(own)?,
        };
        Some(Dates { is_bounded, ..hull })
    }

    /// Selects the times that count: calendar time if others set the pace, hours if the learner does, both
    /// if either is possible.
    fn parts(&self, weekly: Option<WeeklyHours>) -> Parts {
        let own = weekly.and_then(|weekly| self.own_pace(weekly));
        let is_sure = |finish: Option<Finish>| finish.is_some_and(|finish| finish.is_bounded);
        match (self.kind, self.calendar, own) {
            (PaceKind::Scheduled, calendar @ Some(_), _) => {
                Parts { calendar, own: None, is_bounded: is_sure(calendar) }
            }
            (PaceKind::SelfPaced, _, own @ Some(_)) => Parts { calendar: None, own, is_bounded: is_sure(own) },
            (_, calendar @ Some(_), own @ Some(_)) => {
                Parts { calendar, own, is_bounded: is_sure(calendar) && is_sure(own) }
            }
            (_, calendar @ Some(_), None) if weekly.is_none() => {
                Parts { calendar, own: None, is_bounded: is_sure(calendar) }
            }
            (_, calendar, own) => Parts { calendar, own, is_bounded: false },
        }
    }

    fn own_pace(&self, weekly: WeeklyHours) -> Option<Finish> {
        let hours = self.hours?;
        Some(Finish {
            earliest: hours.low / weekly.high / WEEKS_A_MONTH,
            likely: hours.middle() / weekly.likely / WEEKS_A_MONTH,
            latest: hours.high / weekly.low / WEEKS_A_MONTH,
            is_bounded: self.has_hours,
        })
    }

    /// Whether the finish depends on the learner's hours a week.
    pub fn scales(&self) -> bool {
        self.hours.is_some() && (self.kind != PaceKind::Scheduled || self.calendar.is_none())
    }

    /// Returns the total hours of work, on record or computed; `None` if unknown.
    pub fn hours(&self) -> Option<Range> {
        self.hours
    }

    /// Whether a length is listed or can be summed.
    pub(super) fn has_calendar(&self) -> bool {
        self.calendar.is_some()
    }
}

/// Returns the listed length, extended to the longest that any source states for the program. Without a listed length,
/// it returns the weeks of the courses taken one after another.
fn calendar(program: &Program) -> Option<Finish> {
    let Some(length) = program.length.value() else {
        let weeks = program.study_weeks.value()?.times(1.0 / WEEKS_A_MONTH);
        return Some(Finish { earliest: weeks.low, likely: weeks.middle(), latest: weeks.high, is_bounded: false });
    };
    let months = length.months();
    let latest = longest(&program.length, months.high);
    Some(Finish { earliest: months.low, likely: months.middle(), latest, is_bounded: true })
}

/// Returns the longest length that any source states, in months, or `shown` if none is longer.
pub(super) fn longest(length: &Fact<Length>, shown: f64) -> f64 {
    let is_found = |claim: &&Claim<Length>| !matches!(claim.basis, Basis::Estimated | Basis::Presumed);
    length.claims().iter().filter(is_found).map(|claim| claim.value.months().high).fold(shown, f64::max)
}

/// Returns the hours on record, or weeks times hours a week.
fn total_hours(program: &Program) -> Option<Range> {
    if let Some(hours) = program.effort.value() {
        return Some(*hours);
    }
    let weekly = program.workload.value()?;
    let weeks = match (program.study_weeks.value(), program.length.value()) {
        (Some(weeks), _) => *weeks,
        (None, Some(length)) => length.weeks(),
        (None, None) => return None,
    };
    Some(Range::between(weeks.low * weekly.low, weeks.high * weekly.high))
}

/// Returns the date a number of months after another. A fraction of a month counts as that share of the month's days.
pub fn date_after(start: Date, months: f64) -> Date {
    let months = months.clamp(0.0, MAX_MONTHS);
    let whole = months.floor() as i32;
    let from = start.saturating_add(whole.months());
    let next = start.saturating_add((whole + 1).months());
    let days = (months.fract() * f64::from(days_between(from, next))).round() as i32;
    from.saturating_add(days.days())
}

/// Returns the months from one date to another, negative if the other is earlier. It is the inverse of [`date_after`].
pub fn months_until(start: Date, end: Date) -> f64 {
    if end < start {
        return -months_until(end, start);
    }
    let mut whole =
        (i32::from(end.year()) - i32::from(start.year())) * 12 + i32::from(end.month()) - i32::from(start.month());
    while whole > 0 && start.saturating_add(whole.months()) > end {
        whole -= 1;
    }
    let from = start.saturating_add(whole.months());
    let length = days_between(from, start.saturating_add((whole + 1).months())).max(1);
    f64::from(whole) + f64::from(days_between(from, end)) / f64::from(length)
}

/// Converts months at the learner's own pace to whole days of study, rounding up.
fn own_days(months: f64) -> i32 {
    let days = months.clamp(0.0, MAX_MONTHS) * WEEKS_A_MONTH * 7.0;
    // Subtracts a little so that a rounding error does not turn ten weeks into 71 days.
    (days - 1e-6).ceil().max(0.0) as i32
}

/// Returns the days from one date to another, negative if the other is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn pace(kind: PaceKind, months: Option<f64>, hours: Option<(f64, f64)>) -> Pace {
        let calendar =
            months.map(|months| Finish { earliest: months, likely: months, latest: months, is_bounded: true });
        Pace { kind, calendar, hours: hours.map(|(low, high)| Range::between(low, high)), has_hours: true }
    }

    #[test]
    fn a_schedule_does_not_bend_to_more_hours_and_self_pacing_does() {
        let hours = WeeklyHours::exactly;
        let scheduled = pace(PaceKind::Scheduled, Some(6.0), Some((60.0, 60.0)));
        assert_eq!(scheduled.finish(Some(hours(2.0))), scheduled.finish(Some(hours(20.0))));
        let own = pace(PaceKind::SelfPaced, Some(6.0), Some((60.0, 60.0)));
        let slow = own.finish(Some(hours(2.0))).expect("hours are known");
        let fast = own.finish(Some(hours(20.0))).expect("hours are known");
        assert!((slow.likely / fast.likely - 10.0).abs() < 1e-9);
        assert!((own.finish(None).expect("a length is known").likely - 6.0).abs() < 1e-9);
    }

    #[test]
    fn an_unknown_pace_may_be_either() {
        let either = pace(PaceKind::Unknown, Some(6.0), Some((52.0, 52.0))).finish(Some(WeeklyHours::exactly(52.0)));
        let either = either.expect("a length is known");
        assert!(either.earliest < 0.3 && (either.latest - 6.0).abs() < 1e-9);
        assert_eq!(pace(PaceKind::Unknown, None, None).finish(Some(WeeklyHours::exactly(5.0))), None);
    }

    #[test]
    fn a_share_of_a_program_takes_that_share_of_its_time() {
        let whole = pace(PaceKind::Scheduled, Some(6.0), Some((60.0, 90.0)));
        let half = whole.left(0.5);
        let finish = half.finish(None).expect("a length is known");
        assert_eq!((finish.earliest, finish.likely, finish.latest), (3.0, 3.0, 3.0));
        assert_eq!(half.hours, Some(Range::between(30.0, 45.0)));
    }

    #[test]
    fn months_and_dates_lead_back_to_each_other() {
        let start = date(2026, 11, 30);
        assert_eq!(date_after(start, 3.0), date(2027, 2, 28));
        for days in [0, 1, 15, 31, 90, 365, 800] {
            let end = start.saturating_add(days.days());
            assert_eq!(date_after(start, months_until(start, end)), end, "{days} days");
        }
        assert!((months_until(date(2027, 2, 1), date(2027, 5, 1)) - 3.0).abs() < 1e-9);
        assert!(months_until(start, date(2026, 10, 30)) < 0.0);
    }
}
