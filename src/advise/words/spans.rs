//! Spans of time and months in words.

use crate::catalog::WEEKS_A_MONTH;
use crate::english::plain;

/// `3–14 weeks`, `4–7 months`: in weeks up to four months, which is how people count short times.
pub(crate) fn months_span(low: f64, high: f64) -> String {
    if high < 4.5 {
        let weeks = |months: f64| (months * WEEKS_A_MONTH).round().max(1.0);
        return span(weeks(low), weeks(high), "week");
    }
    span(low.round().max(1.0), high.round(), "month")
}

fn span(low: f64, high: f64, unit: &str) -> String {
    let plural = if (high - 1.0).abs() < f64::EPSILON { "" } else { "s" };
    if (high - low).abs() < f64::EPSILON {
        format!("{} {unit}{plural}", plain(low))
    } else {
        format!("{}–{} {unit}{plural}", plain(low), plain(high))
    }
}

/// `October 2021` from `20211001`.
pub(crate) fn month(day: u32) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month) = (day / 10_000, day / 100 % 100);
    match (month as usize).checked_sub(1).and_then(|at| NAMES.get(at)) {
        Some(name) => format!("{name} {year}"),
        None => "an unknown date".to_owned(),
    }
}
