//! Hours a week as people say them: `6`, `6.5 h`, `an hour`, `2 hours a day`.

use super::amount::amount;
use crate::names;

/// The words for a week after a number of hours, and those for a day.
const A_WEEK: [&str; 5] = ["a week", "per week", "each week", "weekly", "/week"];
const A_DAY: [&str; 6] = ["a day", "per day", "each day", "every day", "daily", "/day"];

/// The words for an hour. Where one ends with another, the longer comes first.
const HOUR: [&str; 5] = ["hours", "hour", "hrs", "hr", "h"];

const DAYS_A_WEEK: f64 = 7.0;

/// Parses hours a week; hours a day are counted on all days. Returns `None` if the text is something else or can be
/// read in two ways.
pub(crate) fn hours(text: &str) -> Option<f64> {
    let text = names::plain(text.trim());
    match without_any(&text, &A_DAY) {
        Some(a_day) => amount(without_any(a_day, &HOUR)?).map(|hours| hours * DAYS_A_WEEK),
        None => amount(without_week(&text)),
    }
}

/// The text without words for hours a week at its end: `8-12` for `8–12 hours`.
pub(crate) fn without_unit(text: &str) -> String {
    without_week(&names::plain(text.trim())).to_owned()
}

fn without_week(plain: &str) -> &str {
    let text = without_any(plain, &A_WEEK).unwrap_or(plain);
    without_any(text, &HOUR).unwrap_or(text)
}

/// The text without one of these at its end; `None` if it has none of them.
fn without_any<'t>(text: &'t str, ends: &[&str]) -> Option<&'t str> {
    ends.iter().find_map(|end| text.strip_suffix(end)).map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_with_their_unit_and_without() {
        for (typed, wanted) in [
            ("6", 6.0),
            ("6h", 6.0),
            ("6 h", 6.0),
            ("6 Hours", 6.0),
            ("6 hours a week", 6.0),
            ("6 per week", 6.0),
            ("６ｈ", 6.0),
            ("٦ hours", 6.0),
            ("6.0 hrs", 6.0),
            ("6,5 h", 6.5),
            ("an hour", 1.0),
            ("ten", 10.0),
            ("twelve hours weekly", 12.0),
            ("one and a half hours", 1.5),
            ("half an hour a day", 3.5),
            ("2 hours a day", 14.0),
            ("1h per day", 7.0),
            ("1 hr/day", 7.0),
        ] {
            assert_eq!(hours(typed), Some(wanted), "{typed}");
        }
        for typed in ["", "h", "hours", "a week", "-6 h", "6 weeks", "4-7", "6²", "weekends", "two days", "6 a day"] {
            assert_eq!(hours(typed), None, "{typed}");
        }
    }
}
