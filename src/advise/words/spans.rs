//! Spans of time and months in words.

use crate::catalog::WEEKS_A_MONTH;
use crate::english::plain;

/// Spans of up to this many months are given in weeks, as people count short times.
const MAX_IN_WEEKS: f64 = 4.5;

/// Returns a span in weeks or months: `3–14 weeks`, `4–7 months`.
pub(crate) fn months_span(low: f64, high: f64) -> String {
    months_span_beside(low, high, high)
}

/// Returns a span in the unit in which others can be compared with it, of which the longest takes `longest` months.
pub(crate) fn months_span_beside(low: f64, high: f64, longest: f64) -> String {
    if longest < MAX_IN_WEEKS {
        let weeks = |months: f64| (months * WEEKS_A_MONTH).round().max(1.0);
        return span(weeks(low), weeks(high), "week");
    }
    let low = low.round().max(1.0);
    span(low, high.round().max(low), "month")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_beside_each_other_have_one_unit() {
        assert_eq!(months_span(0.3, 0.9), "1–4 weeks");
        assert_eq!(months_span_beside(0.3, 0.9, 11.6), "1 month");
        assert_eq!(months_span_beside(2.0, 11.6, 11.6), "2–12 months");
    }
}
