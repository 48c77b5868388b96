//! Numbers and dates as people type them: with the digits of any script, with a decimal point or comma, and with
//! thousands separators. An ambiguous text is rejected, never guessed. Callers handle currency signs.

use crate::catalog::{Range, can_begin_groups, has_unclear_point};
use crate::names;
use crate::names::quoted;
use jiff::civil::Date;

/// The signs that may separate groups of digits.
const SEPARATORS: [char; 3] = [',', '.', '\''];

/// 2^53, from which an `f64` no longer represents every whole number.
const TOO_LARGE: f64 = 9_007_199_254_740_992.0;

/// An ambiguous number, such as `1.500`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` can be read in two ways: write {whole}, or {small} for the small amount.", quoted(typed))]
pub struct TwoReadings {
    /// The number as typed.
    pub typed: String,
    /// The larger reading.
    pub whole: String,
    /// The smaller reading.
    pub small: String,
}

/// Parses a number of 0 or more: `6`, `6.5`, `6,5`, `1,500`, `1.500,50`. Returns `None` if the text is something else.
///
/// # Errors
///
/// [`TwoReadings`] if the number is ambiguous.
pub fn read(text: &str) -> Result<Option<f64>, TwoReadings> {
    let number: String = names::plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    if has_unclear_point(&number) { Err(two_readings(text, &number)) } else { Ok(plain(&number)) }
}

/// Parses a number, or two in ascending order with a dash between them. Returns `None` if the text is something else or
/// ambiguous.
pub fn read_range(text: &str) -> Option<Range> {
    let plain = names::plain(text);
    let (low, high) = ends(&plain).unwrap_or((&plain, &plain));
    let number = |text: &str| read(text).ok().flatten();
    let range = Range::between(number(low)?, number(high)?);
    (range.low <= range.high).then_some(range)
}

/// Splits a folded range at its dash, tilde or two dots. Returns `None` if there is none after the first character,
/// where a dash is a sign.
pub fn ends(plain: &str) -> Option<(&str, &str)> {
    let signs = [("..", 2), ("-", 1), ("~", 1)];
    let (at, length) = signs.into_iter().find_map(|(sign, length)| Some((plain.find(sign)?, length)))?;
    (at > 0).then(|| (&plain[..at], &plain[at + length..]))
}

/// Parses a whole number, with or without quotation marks. Returns `None` if the text is something else or ambiguous.
pub fn whole(text: &str) -> Option<usize> {
    let plain = names::plain(text);
    let number = read(plain.trim().trim_matches('"')).ok().flatten()?;
    (number.fract() == 0.0 && number < TOO_LARGE).then_some(number as usize)
}

/// Parses a date, such as `2027-06-30`. Returns `None` if the text is something else.
pub fn date(text: &str) -> Option<Date> {
    names::plain(text.trim()).parse().ok()
}

/// Why a text does not choose among numbered items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPlaces {
    /// It contains something other than numbers and ascending ranges.
    NotNumbers,
    /// No item has this number.
    Absent(usize),
}

/// Parses a choice among items numbered from 1 to `count`: `2`, `1 3`, `1, 3`, `1-3, 5`. Each number is returned once,
/// in the order typed.
///
/// # Errors
///
/// [`NoPlaces`] if the text is something else, or if no item has a number.
pub fn places(text: &str, count: usize) -> Result<Vec<usize>, NoPlaces> {
    let plain = names::plain(text).replace("...", "..");
    let words: Vec<&str> = plain.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).collect();
    // Numbers are reported as absent only if the whole text is numbers: `9 months` is no choice.
    let spans: Option<Vec<(usize, usize)>> = with_ranges_joined(&words).iter().map(|part| span(part)).collect();
    let spans = spans.filter(|spans| !spans.is_empty()).ok_or(NoPlaces::NotNumbers)?;
    let mut chosen = Vec::new();
    for (low, high) in spans {
        place(low, count).and_then(|_| place(high, count))?;
        chosen.extend((low..=high).filter(|number| !chosen.contains(number)).collect::<Vec<_>>());
    }
    Ok(chosen)
}

/// Parses a whole number or an ascending range of them.
fn span(part: &str) -> Option<(usize, usize)> {
    let (low, high) = ends(part).unwrap_or((part, part));
    whole(low).zip(whole(high)).filter(|(low, high)| low <= high)
}

/// Returns the choice of a single number.
///
/// # Errors
///
/// [`NoPlaces::Absent`] if no item has this number.
pub fn place(number: usize, count: usize) -> Result<Vec<usize>, NoPlaces> {
    if (1..=count).contains(&number) { Ok(vec![number]) } else { Err(NoPlaces::Absent(number)) }
}

/// Joins the ends of ranges that are typed with blanks, as in `1 - 3`.
fn with_ranges_joined(words: &[&str]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        let is_open = |part: &String| part.ends_with(['-', '~']) || part.ends_with("..");
        match parts.last_mut() {
            Some(part) if is_open(part) || word.starts_with(['-', '~']) || word.starts_with("..") => {
                part.push_str(word);
            }
            _ => parts.push((*word).to_owned()),
        }
    }
    parts
}

/// Returns the two readings of a number such as `1.500`. The small one keeps two digits after the point.
fn two_readings(typed: &str, number: &str) -> TwoReadings {
    let part = number.trim_end_matches('0');
    let zeros = match number.len() - part.len() {
        _ if part.ends_with('.') => "00",
        2 => "0",
        _ => "",
    };
    TwoReadings { typed: typed.to_owned(), whole: number.replace('.', ""), small: format!("{part}{zeros}") }
}

/// Parses a number whose thousands are separated by commas, dots or apostrophes, or not at all. In the Indian system,
/// the groups before the last have two digits.
fn plain(number: &str) -> Option<f64> {
    let is_plain = number.bytes().all(|b| b.is_ascii_digit() || SEPARATORS.contains(&char::from(b)));
    if !is_plain || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match number.rfind([',', '.']) {
        // A single separator begins a fraction unless exactly three digits follow; with two different separators, the
        // last one does.
        Some(at) if is_fraction(number, at) => (&number[..at], &number[at + 1..]),
        _ => (number, ""),
    };
    let is_of_one_kind = SEPARATORS.iter().filter(|sign| whole.contains(**sign)).count() <= 1;
    let groups: Vec<&str> = whole.split(SEPARATORS).collect();
    let is_read = is_of_one_kind && is_grouped(&groups) && !number.ends_with(SEPARATORS);
    is_read.then(|| format!("{}.{fraction}0", groups.concat()).parse().ok()).flatten()
}

fn is_grouped(groups: &[&str]) -> bool {
    let [first, middle @ .., last] = groups else { return true };
    let have = |count: usize| middle.iter().all(|group| group.len() == count);
    last.len() == 3 && (first.len() <= 3 && have(3) || first.len() <= 2 && have(2))
}

fn is_fraction(number: &str, at: usize) -> bool {
    let sign = number.as_bytes()[at];
    let has_other = number.bytes().any(|b| !b.is_ascii_digit() && b != sign);
    let is_alone = number.bytes().filter(|b| *b == sign).count() == 1;
    // A point that may separate thousands was rejected before.
    is_alone && (has_other || sign == b'.' || number.len() - at - 1 != 3 || !can_begin_groups(&number[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_before_three_digits_groups_and_any_other_begins_a_fraction() {
        for (typed, wanted) in [
            ("6", 6.0),
            ("6.5", 6.5),
            ("6,5", 6.5),
            ("0,25", 0.25),
            ("1,500", 1500.0),
            ("1 500", 1500.0),
            ("1.500,5", 1500.5),
            ("0.500", 0.5),
            ("0,500", 0.5),
            ("1500.125", 1500.125),
        ] {
            assert_eq!(read(typed), Ok(Some(wanted)), "{typed}");
        }
        for typed in ["", "-5", "1e3", "inf", "NaN", "6,", ".5", "1,50,0", "0x10", "six"] {
            assert_eq!(read(typed), Ok(None), "{typed}");
        }
        assert!(read("1.500").is_err());
    }

    #[test]
    fn the_digits_and_separators_of_every_script_make_numbers() {
        for (typed, wanted) in
            [("６", 6.0), ("٦", 6.0), ("६", 6.0), ("๖", 6.0), ("၆", 6.0), ("٦٫٥", 6.5), ("६.५", 6.5), ("١٬٥٠٠", 1500.0)]
        {
            assert_eq!(read(typed), Ok(Some(wanted)), "{typed}");
        }
        for typed in ["10²", "½", "1½", "H₂", "－５"] {
            assert_eq!(read(typed), Ok(None), "{typed}");
        }
    }

    #[test]
    fn a_whole_number_has_no_fraction() {
        for (typed, wanted) in [("3", 3), (" ３ ", 3), ("“٣”", 3), ("1,500", 1500), ("0", 0)] {
            assert_eq!(whole(typed), Some(wanted), "{typed}");
        }
        for typed in ["", "1.5", "-1", "+1", "1.500", "three", "99999999999999999999", "3²"] {
            assert_eq!(whole(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_day_is_read_with_the_digits_and_dashes_of_any_script() {
        for typed in ["2027-06-30", "２０２７－０６－３０", "2027–06‑30", "٢٠٢٧-٠٦-٣٠", " २०२७-०६-३० "]
        {
            assert_eq!(date(typed), Some(jiff::civil::date(2027, 6, 30)), "{typed}");
        }
        assert_eq!(["2027-13-01", "soon", ""].map(date), [None; 3]);
    }

    #[test]
    fn places_are_numbers_and_ranges_with_every_kind_of_dash() {
        for typed in
            ["1-3", "1–3", "1—3", "1‑3", "1−3", "1～3", "1〜3", "1~3", "1..3", "1…3", "1 – 3", "1 -3", "１－３", "١-٣"]
        {
            assert_eq!(places(typed, 4), Ok(vec![1, 2, 3]), "{typed}");
        }
        for typed in ["1 3", "1,3", "1, 3", "１、３", "١، ٣", "3-3"] {
            assert!(places(typed, 4).is_ok_and(|places| places.ends_with(&[3])), "{typed}");
        }
        assert_eq!(places("3 1-3", 4), Ok(vec![3, 1, 2]));
        assert_eq!(places("1-9000000000000", 4), Err(NoPlaces::Absent(9_000_000_000_000)));
        assert_eq!(places("0", 4), Err(NoPlaces::Absent(0)));
        for typed in ["", "3-1", "1-", "-3", "1-2-3", "a", "1 and 2", "9 months", "9, 12 and more", "5-9 h"] {
            assert_eq!(places(typed, 4), Err(NoPlaces::NotNumbers), "{typed}");
        }
    }

    #[test]
    fn a_range_has_a_dash_and_ascends() {
        assert_eq!(read_range("4,5-7"), Some(Range::between(4.5, 7.0)));
        assert_eq!(read_range("４–７"), Some(Range::between(4.0, 7.0)));
        assert_eq!(read_range("４～７"), Some(Range::between(4.0, 7.0)));
        assert_eq!(read_range("6"), Some(Range::exactly(6.0)));
        for typed in ["7-4", "4-", "-4", "1.500-2", "a-b"] {
            assert_eq!(read_range(typed), None, "{typed}");
        }
    }
}
