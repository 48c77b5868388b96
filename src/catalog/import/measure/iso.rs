//! Durations as ISO 8601 writes them, such as `P1Y6M` and `PT48H`.

use super::{Measure, Per, Unit};

/// Parses an ISO 8601 duration. The parts are summed into months, days or hours; a sum across
/// these is no single measure.
pub(super) fn iso(text: &str) -> Option<Measure> {
    let body = text.strip_prefix('P').or_else(|| text.strip_prefix('p'))?.to_ascii_uppercase();
    let (date, time) = body.split_once('T').unwrap_or((&body, ""));
    let mut sums = [(Unit::Month, 0.0), (Unit::Day, 0.0), (Unit::Hour, 0.0)];
    for (amount, letter) in parts(date)? {
        match letter {
            'Y' => sums[0].1 += amount * 12.0,
            'M' => sums[0].1 += amount,
            'W' => sums[1].1 += amount * 7.0,
            'D' => sums[1].1 += amount,
            _ => return None,
        }
    }
    for (amount, letter) in parts(time)? {
        match letter {
            'H' => sums[2].1 += amount,
            'M' => sums[2].1 += amount / 60.0,
            'S' => sums[2].1 += amount / 3600.0,
            _ => return None,
        }
    }
    let mut known = sums.into_iter().filter(|(_, amount)| *amount > 0.0);
    let (unit, amount) = known.next()?;
    // Months combined with days or hours have no exact length.
    if known.next().is_some() {
        return None;
    }
    let (unit, amount) =
        if unit == Unit::Day && amount % 7.0 == 0.0 { (Unit::Week, amount / 7.0) } else { (unit, amount) };
    Some(Measure::of((amount, amount), unit, Per::Whole))
}

fn parts(text: &str) -> Option<Vec<(f64, char)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        parts.push((rest[..end].parse().ok()?, char::from(rest.as_bytes()[end])));
        rest = &rest[end + 1..];
    }
    Some(parts)
}
