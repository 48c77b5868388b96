//! Dates as sources write them: ISO dates and times with their zones, seconds since 1970, and placeholder years. A day
//! is a day in UTC, so that dates from all zones compare. Where a source names the time too, it decides between two
//! records of one day.

mod month;

use super::json::Value;
use crate::catalog::{AsOf, day_number};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Plausible years; those outside are placeholders, such as 1900, 1999, 2123 and 2124.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;

/// Numbers of at least this size are milliseconds: as seconds they would lie after the year 5000.
const SECONDS_END: i64 = 100_000_000_000;

/// When a record was made: the day in UTC, and the second of that day, which is 0 if only the day is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub(super) day: Date,
    pub(super) second: u32,
}

impl Moment {
    fn of(moment: Timestamp) -> Self {
        let moment = moment.to_zoned(TimeZone::UTC).datetime();
        let [hour, minute, second] = [moment.hour(), moment.minute(), moment.second()].map(i8::unsigned_abs);
        Self { day: moment.date(), second: u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second) }
    }
}

/// Whether a date, as a catalogue writes it, is in the future.
pub(super) fn is_to_come(date: &str, today: Date) -> bool {
    AsOf::parse(date.to_owned().into()).is_some_and(|date| date.is_after(day_number(today)))
}

/// The moment that a text or a number means; `None` if it is not a plausible date.
pub(super) fn moment(value: &Value<'_>) -> Option<Moment> {
    match value {
        Value::String(text) => moment_of(text),
        Value::Number(number) => of_number(number.as_i64()?).map(Moment::of).filter(|moment| is_sensible(moment.day)),
        _ => None,
    }
}

/// Returns the day in UTC that a text or a number stands for; `None` if it is not a plausible date.
pub(super) fn day(value: &Value<'_>) -> Option<Date> {
    moment(value).map(|moment| moment.day)
}

/// The moment that a text means.
pub(super) fn moment_of(text: &str) -> Option<Moment> {
    let text = text.trim();
    let moment = || text.parse::<Timestamp>().ok().map(Moment::of);
    let zoned = || text.parse::<Zoned>().ok().map(|zoned| Moment::of(zoned.timestamp()));
    let day = || {
        let numbers = || text.parse::<Date>().ok().or_else(|| year_first(text)).or_else(|| european(text));
        numbers().or_else(|| in_words(text)).or_else(|| month::in_words(text))
    };
    let plain = || day().map(|day| Moment { day, second: 0 });
    moment().or_else(zoned).or_else(plain).filter(|moment| is_sensible(moment.day))
}

fn is_sensible(date: Date) -> bool {
    YEARS.contains(&date.year())
}

/// The day in UTC of a number of seconds or milliseconds since 1970.
pub(super) fn of_seconds(seconds: i64) -> Option<Date> {
    of_number(seconds).map(|moment| Moment::of(moment).day)
}

fn of_number(seconds: i64) -> Option<Timestamp> {
    let seconds = if seconds.abs() >= SECONDS_END { seconds / 1000 } else { seconds };
    Timestamp::from_second(seconds).ok()
}

/// Parses `2026-4-3` and `2026/04/03`: after a year, the month comes first.
fn year_first(text: &str) -> Option<Date> {
    let sign = text.find(['-', '/', '.']).filter(|at| *at == 4)?;
    let mut parts = text.split(char::from(text.as_bytes()[sign])).map(|part| part.trim().parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    date.filter(|_| parts.next().is_none())
}

/// Parses `31.8.2024`: with points the day always comes first. With slashes the order is ambiguous, so
/// that form is not read.
fn european(text: &str) -> Option<Date> {
    let mut parts = text.split('.').map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    date.filter(|_| parts.next().is_none())
}

/// The order of the day and the month between slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// Parses `15/09/2026`. Where both numbers may be a month, the day is read only in a known order.
pub(super) fn of_slashed(text: &str, order: Option<Order>) -> Option<Moment> {
    let (first, second, year) = slashed(text)?;
    let order = order_in(first, second).or(order);
    let (day, month) = match order {
        Some(Order::DayFirst) => (first, second),
        Some(Order::MonthFirst) => (second, first),
        None if first == second => (first, second),
        None => return None,
    };
    let day = Date::new(year, month, day).ok().filter(|date| is_sensible(*date))?;
    Some(Moment { day, second: 0 })
}

/// The order that some of these texts show; `None` if none shows one, or if they contradict each other.
pub(super) fn order_of<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Order> {
    let mut orders = texts.filter_map(slashed).filter_map(|(first, second, _)| order_in(first, second));
    let first = orders.next()?;
    orders.all(|other| other == first).then_some(first)
}

/// The order of two numbers of which only one can be a month.
fn order_in(first: i8, second: i8) -> Option<Order> {
    match (first > 12, second > 12) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// The numbers of `3/4/2026`.
fn slashed(text: &str) -> Option<(i8, i8, i16)> {
    let mut parts = text.trim().split('/');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = parts.next().is_none() && year.len() == 4;
    if is_date { Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?)) } else { None }
}

/// Parses `December 3, 2025` and `3 Dec 2025`: where the month is a word, the order is clear.
fn in_words(text: &str) -> Option<Date> {
    let plain: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let plain = plain.join(" ");
    ["%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y"].iter().find_map(|format| Date::strptime(format, &plain).ok())
}

/// The day of a number in a table: spreadsheets count the days since the end of 1899. Smaller and larger numbers lie in
/// other centuries.
pub(super) fn of_serial(number: f64) -> Option<Date> {
    let epoch = Date::new(1899, 12, 30).ok()?;
    let days = i64::from(u16::try_from(number as i64).ok().filter(|_| number.fract() == 0.0)?);
    epoch.checked_add(jiff::Span::new().try_days(days).ok()?).ok().filter(|date| is_sensible(*date))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        moment_of(text).map(|moment| moment.day.to_string())
    }

    #[test]
    fn days_are_those_of_utc() {
        for (text, date) in [
            ("2026-10-30T09:12:00Z", "2026-10-30"),
            ("2026-10-30T23:30:00-05:00", "2026-10-31"),
            ("2026-10-30T09:12:00.123456Z", "2026-10-30"),
            ("2026-10-30", "2026-10-30"),
            ("2026-10-30 09:12:00", "2026-10-30"),
            ("31.8.2024", "2024-08-31"),
            ("December 3 2025", "2025-12-03"),
            ("Dec 3, 2025", "2025-12-03"),
            ("3 December 2025", "2025-12-03"),
            ("2026-4-3", "2026-04-03"),
            ("2026/4/13", "2026-04-13"),
            ("12 de mayo de 2026", "2026-05-12"),
            ("3. März 2026", "2026-03-03"),
            ("1er juin 2026", "2026-06-01"),
            ("14 juillet 2026", "2026-07-14"),
            ("5 luglio 2026", "2026-07-05"),
            ("7 czerwca 2026", "2026-06-07"),
            ("8. července 2026", "2026-07-08"),
            ("9 de agosto de 2026", "2026-08-09"),
        ] {
            assert_eq!(read(text).as_deref(), Some(date), "{text}");
        }
        assert_eq!(day(&serde_json::json!(1_793_318_400).into()).map(Date::year), Some(2026));
    }

    #[test]
    fn spreadsheets_count_days() {
        assert_eq!(of_serial(45992.0).map(|date| date.to_string()).as_deref(), Some("2025-12-01"));
        assert_eq!((of_serial(2025.0), of_serial(45992.5), of_serial(-1.0)), (None, None, None));
    }

    #[test]
    fn placeholders_and_slashes_are_no_dates() {
        for text in [
            "1900-01-01",
            "1999-12-31T00:00:00Z",
            "2123-01-01",
            "2124-06-30",
            "03/04/2024",
            "soon",
            "",
            "2024",
            "2026-13-01",
            "2026/4",
            "31 de febrero de 2026",
            "3 markets 2026",
            "mayo 2026",
            "12 de mayo",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn days_between_slashes_are_read_where_their_order_is_known() {
        let read = |text, order| of_slashed(text, order).map(|moment| moment.day.to_string());
        assert_eq!(read("15/09/2026", None).as_deref(), Some("2026-09-15"));
        assert_eq!(read("9/15/2026", None).as_deref(), Some("2026-09-15"));
        assert_eq!(read("5/5/2026", None).as_deref(), Some("2026-05-05"));
        assert_eq!(read("03/04/2026", None), None);
        assert_eq!(read("03/04/2026", Some(Order::DayFirst)).as_deref(), Some("2026-04-03"));
        assert_eq!(read("03/04/2026", Some(Order::MonthFirst)).as_deref(), Some("2026-03-04"));
        assert_eq!((read("15/15/2026", None), read("15/09/26", None), read("31/02/2026", None)), (None, None, None));
        assert_eq!(order_of(["03/04/2026", "x", "15/09/2026"].into_iter()), Some(Order::DayFirst));
        assert_eq!(order_of(["9/15/2026", "15/9/2026"].into_iter()), None);
        assert_eq!(order_of(["03/04/2026"].into_iter()), None);
    }

    #[test]
    fn of_one_day_the_later_hour_is_later_in_whatever_zone_it_is_written() {
        let moments = ["2026-05-01", "2026-05-01T08:00:00Z", "2026-05-01T06:00:00-05:00", "2026-05-01T23:00:00+02:00"];
        assert!(moments.map(moment_of).is_sorted_by(|one, next| one.is_some() && one < next));
    }
}
