//! Spans of time and months in words.

use crate::catalog::WEEKS_A_MONTH;
use crate::english::plain;

/// Returns a span in weeks or months: `3–14 weeks`, `4–7 months`. Spans of up to about four months are given in weeks,
/// as people count short times.
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

/// Returns the month of a date written as a number: `October 2021` for `20211001`.
pub(crate) fn month(day: u32) -> String {
    crate::catalog::month_of(day).unwrap_or_else(|| "an unknown date".to_owned())
}
