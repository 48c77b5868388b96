//! Durations as ISO 8601 writes them, such as `P1Y6M` and `PT48H`, and ranges of two of them: `P3Y-P4Y`, `P3M/P1Y`,
//! `PT40-60H`.

use super::{Measure, Per, Unit};

/// The days of a month: a twelfth of fifty-two weeks.
const DAYS_OF_A_MONTH: f64 = 364.0 / 12.0;

/// The separators between the bounds of a range.
const BETWEEN: [&str; 8] = ["/", "-", "–", "—", "‑", "..", " TO ", " BIS "];

/// Parses an ISO 8601 duration, or a range of two.
pub(super) fn iso(text: &str) -> Option<Measure> {
    let text = text.trim().to_ascii_uppercase();
    let cut = BETWEEN.iter().find_map(|sign| text.split_once(sign));
    let Some((low, high)) = cut else { return duration(&text) };
    let (low, high) = bounds(low.trim(), high.trim())?;
    between(duration(&low)?, duration(&high)?)
}

/// Both bounds as durations of their own: the letters that they share are written once, as in `P3-6M`.
fn bounds(low: &str, high: &str) -> Option<(String, String)> {
    let unit = high.chars().next_back()?;
    let low = if low.ends_with(|c: char| c.is_ascii_digit()) { format!("{low}{unit}") } else { low.to_owned() };
    let start = if low.starts_with("PT") { "PT" } else { "P" };
    let high = if high.starts_with('P') { high.to_owned() } else { format!("{start}{high}") };
    Some((low, high))
}

/// The range between two durations; `None` between hours of work and calendar time.
fn between(low: Measure, high: Measure) -> Option<Measure> {
    if low.unit == high.unit {
        return Some(Measure::of((low.low, high.high), low.unit, Per::Whole));
    }
    Some(Measure::of((days(low)?, days(high)?), Unit::Day, Per::Whole))
}

fn days(measure: Measure) -> Option<f64> {
    match measure.unit {
        Unit::Day => Some(measure.low),
        Unit::Week => Some(measure.low * 7.0),
        Unit::Month => Some(measure.low * DAYS_OF_A_MONTH),
        Unit::Year => Some(measure.low * DAYS_OF_A_MONTH * 12.0),
        Unit::Hour => None,
    }
}

/// Parses a single duration. Its parts are summed into months, days or hours, and months with days into days. Some
/// hours beside at least a week of days are too few to count; beside fewer days they make it no single measure.
fn duration(text: &str) -> Option<Measure> {
    let body = text.strip_prefix('P')?;
    let (date, time) = body.split_once('T').unwrap_or((body, ""));
    let (mut months, mut days, mut hours) = (0.0, 0.0, 0.0);
    for (amount, letter) in parts(date)? {
        match letter {
            'Y' => months += amount * 12.0,
            'M' => months += amount,
            'W' => days += amount * 7.0,
            'D' => days += amount,
            _ => return None,
        }
    }
    for (amount, letter) in parts(time)? {
        match letter {
            'H' => hours += amount,
            'M' => hours += amount / 60.0,
            'S' => hours += amount / 3600.0,
            _ => return None,
        }
    }
    let whole = |amount: f64, unit| Some(Measure::of((amount, amount), unit, Per::Whole));
    let all_days = months * DAYS_OF_A_MONTH + days;
    match (months > 0.0, days > 0.0, hours > 0.0) {
        (_, _, true) if all_days > 0.0 && (all_days < 7.0 || hours >= 24.0) => None,
        (true, false, _) => whole(months, Unit::Month),
        (true, true, _) => whole(all_days, Unit::Day),
        (false, true, _) if days % 7.0 == 0.0 => whole(days / 7.0, Unit::Week),
        (false, true, _) => whole(days, Unit::Day),
        (false, false, true) => whole(hours, Unit::Hour),
        (false, false, false) => None,
    }
}

/// The amounts with their letters. The decimal sign of ISO 8601 is a comma or a point.
fn parts(text: &str) -> Option<Vec<(f64, char)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        parts.push((rest[..end].replace(',', ".").parse().ok()?, char::from(rest.as_bytes()[end])));
        rest = &rest[end + 1..];
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_its_bounds_in_one_unit() {
        use Unit::{Day, Hour, Month, Week};
        for (text, low, high, unit) in [
            ("P3Y-P4Y", 36.0, 48.0, Month),
            ("P3Y/P4Y", 36.0, 48.0, Month),
            ("P6M – P1Y", 6.0, 12.0, Month),
            ("P1Y6M/P2Y", 18.0, 24.0, Month),
            ("PT40H/PT60H", 40.0, 60.0, Hour),
            ("PT40-60H", 40.0, 60.0, Hour),
            ("P3-6M", 3.0, 6.0, Month),
            ("p6w..p8w", 6.0, 8.0, Week),
            ("P6W to P8W", 6.0, 8.0, Week),
            ("P10D/P2W", 10.0, 14.0, Day),
            ("P8W/P3M", 56.0, 91.0, Day),
            ("P3M14D", 105.0, 105.0, Day),
            ("P2Y3M7DT2H30M", 826.0, 826.0, Day),
            ("P4WT2H", 4.0, 4.0, Week),
            ("P0.5Y", 6.0, 6.0, Month),
            ("P0,5Y", 6.0, 6.0, Month),
            ("P0Y6M0D", 6.0, 6.0, Month),
            ("P1.5M-P2,5M", 1.5, 2.5, Month),
        ] {
            let read = iso(text).map(|measure| (measure.low, measure.high, measure.unit, measure.is_reversed));
            assert_eq!(read, Some((low, high, unit, false)), "{text}");
        }
        assert!(iso("P4Y/P3Y").is_some_and(|range| range.is_reversed && range.low < range.high));
    }

    #[test]
    fn what_is_no_range_is_not_read() {
        for text in [
            "P3M/PT40H",
            "P3M-",
            "P-3M",
            "P3M/2027-01-01",
            "P3Y/P",
            "P3M/P4M/P5M",
            "P3-M",
            "P-",
            "P1..",
            "P1DT8H",
            "P2WT40H",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
