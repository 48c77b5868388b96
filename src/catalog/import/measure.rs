//! Lengths of time and amounts of work in words: `6-9 months`, `P2Y`, `5-7 hrs/wk`, `9 semanas`, `7 to 5 hours per
//! week`. All measures in a text are found; the caller decides which one it needs. Text that cannot be read yields no
//! measure, never a number.

mod inexact;
mod iso;
mod numbers;
mod per;
mod times;
mod tokens;
mod unit;

pub(super) use inexact::{is_guess_word, is_inexact, stated_as, words_of};
use iso::iso;
use numbers::{ANDS, half_at, is_minutes, is_range_at, minutes_at, numbers_at};
use per::{is_of_week, is_part, per_at};
use times::{is_schedule, multiplies};
use tokens::{Token, tokens, word_at};
use unit::is_whole_unit;
pub(super) use unit::{Unit, adverb, is_free, is_per, unit};

use super::signal_words::{JOINS, denies};

pub(super) const HOURS_A_WEEK: f64 = 168.0;
/// The length of the longest program, in weeks: ten years, as some study for a degree in part time.
pub(super) const MAX_WEEKS: f64 = 522.0;

/// The span that a measure applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    Whole,
    Time(Unit),
    /// A course or another part of the whole.
    Part,
}

/// An amount of time in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) unit: Unit,
    pub(super) per: Per,
    /// Whether the larger number was written first.
    pub(super) is_reversed: bool,
}

impl Measure {
    /// The measure, if it is in hours a week.
    pub(super) fn hours_a_week(self) -> Option<Self> {
        (self.unit == Unit::Hour && self.per == Per::Time(Unit::Week)).then_some(self)
    }

    /// The measure, if it is in total hours.
    pub(super) fn hours(self) -> Option<Self> {
        (self.unit == Unit::Hour && self.per == Per::Whole).then_some(self)
    }

    /// The measure, if it is total calendar time.
    pub(super) fn calendar(self) -> Option<Self> {
        (self.unit != Unit::Hour && self.per == Per::Whole).then_some(self)
    }

    /// The measure in months, if it is in months or years.
    fn in_months(self) -> Option<Self> {
        match self.unit {
            Unit::Month => Some(self),
            Unit::Year => Some(Self { low: self.low * 12.0, high: self.high * 12.0, unit: Unit::Month, ..self }),
            _ => None,
        }
    }

    /// Whether two measures say the same, even in years and in months.
    fn is_same_as(self, other: Self) -> bool {
        self == other || self.in_months().is_some_and(|months| Some(months) == other.in_months())
    }

    /// The range between two lengths in months and years, as in `6 months to 1 year`.
    fn to(self, other: Self) -> Option<Self> {
        let (low, high) = (self.in_months()?, other.in_months()?);
        let is_whole = self.per == Per::Whole && other.per == Per::Whole && self.unit != other.unit;
        is_whole.then(|| Self::of((low.low, high.high), Unit::Month, Per::Whole))
    }

    /// Whether it is the months of some years, as in `1 year and 6 months`.
    fn is_rest_of(self, years: &Self) -> bool {
        let is_exact = |measure: &Self| measure.low.total_cmp(&measure.high).is_eq() && measure.per == Per::Whole;
        years.unit == Unit::Year && self.unit == Unit::Month && self.high < 12.0 && is_exact(years) && is_exact(&self)
    }

    /// The months of some years with these months.
    fn and(self, months: Self) -> Self {
        let sum = self.low * 12.0 + months.low;
        Self::of((sum, sum), Unit::Month, Per::Whole)
    }

    fn of(numbers: (f64, f64), unit: Unit, per: Per) -> Self {
        let (first, second) = numbers;
        Self { low: first.min(second), high: first.max(second), unit, per, is_reversed: first > second }
    }
}

/// Words before hours of work; a credit hour is not one.
const KINDS_OF_HOURS: [&str; 8] = ["learning", "study", "contact", "clock", "guided", "notional", "working", "class"];

/// German for hours a week, by beginning.
const WEEK_HOURS: &str = "wochenstunde";

/// All measures of a text, in order.
pub(super) fn measures(text: &str) -> Vec<Measure> {
    read(text).0
}

/// All measures of a text, and whether they account for all its numbers: in `4 courses x 6 weeks` and `4 hrs 30 min`
/// they do not.
fn read(text: &str) -> (Vec<Measure>, bool) {
    if is_iso(text) {
        return (iso(text.trim()).into_iter().collect(), true);
    }
    let tokens = tokens(text);
    if matches!(tokens[..], [Token::Dash, Token::Number(_), ..]) {
        // There are no negative lengths.
        return (Vec::new(), false);
    }
    let mut is_all = !(0..tokens.len()).any(|at| multiplies(&tokens, at));
    let mut found: Vec<Measure> = Vec::new();
    // Text in brackets repeats the measure or states another one, so nothing is added up.
    let is_plain = !text.contains(['(', ';', '|']);
    let (mut at, mut end) = (0, 0);
    while at < tokens.len() {
        if is_denied(&tokens, at) {
            return (Vec::new(), false);
        }
        if let Some((mut measure, used)) = measure_at(&tokens[at..]) {
            if measure.hours().is_some() && is_of_week(&tokens[end..at]) {
                measure.per = Per::Time(Unit::Week);
            }
            let is_joined = || word_at(&tokens, end).is_some_and(|word| ANDS.contains(&word));
            let is_next = at == end || (at == end + 1 && is_joined());
            let is_either = || matches!(word_at(&tokens, end), Some("and" | "or"));
            let is_end = at == end + 1 && is_range_at(&tokens, end) && !is_either();
            let range = found.last().filter(|_| is_end).and_then(|first| first.to(measure));
            match (found.last_mut(), range) {
                (Some(first), Some(range)) => *first = range,
                (Some(years), _) if is_plain && is_next && measure.is_rest_of(years) => *years = years.and(measure),
                _ => found.push(measure),
            }
            at += used;
            end = at;
        } else {
            is_all &= !is_digits(&tokens, at) || counts_things(&tokens, at);
            at += 1;
        }
    }
    let is_all = is_all && !is_schedule(&found);
    (found, is_all)
}

/// Whether a text is a duration in ISO 8601, such as `PT40H`.
pub(super) fn is_iso(text: &str) -> bool {
    let behind = text.trim().strip_prefix(['P', 'p']);
    behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == 'T'))
}

/// Whether the token in this place is a number, clear or not.
fn is_digits(tokens: &[Token], at: usize) -> bool {
    matches!(tokens.get(at), Some(Token::Number(_) | Token::Unclear))
}

/// Whether the number in this place is negated, as in `not 6 months` and `keine 6 Monate`.
fn is_denied(tokens: &[Token], at: usize) -> bool {
    let is_word =
        |before: usize, is: fn(&str) -> bool| at.checked_sub(before).and_then(|at| word_at(tokens, at)).is_some_and(is);
    let is_article = |word: &str| ["a", "an", "the", "ein", "eine", "un", "una", "une"].contains(&word);
    is_digits(tokens, at) && (is_word(1, denies) || is_word(1, is_article) && is_word(2, denies))
}

/// Whether a number counts something other than time, as in `5 courses`, or is a year.
fn counts_things(tokens: &[Token], at: usize) -> bool {
    let is_year = matches!(tokens[at], Token::Number(number) if (1990.0..2100.0).contains(&number));
    let thing = word_at(tokens, at + 1).filter(|word| word.chars().count() > 3 && unit(word).is_none() && !joins(word));
    // An unknown word between two numbers may join them to a range.
    let is_apart = !is_digits(tokens, at + 2);
    let is_thing = |word: &str| is_part(word) || (is_apart && !is_minutes(word));
    is_year || thing.is_some_and(is_thing)
}

/// The only wanted measure in a text; `None` if there is none, or if several differ.
pub(super) fn only(text: &str, wanted: fn(Measure) -> Option<Measure>) -> Option<Measure> {
    let (found, is_all) = read(text);
    let mut found = found.into_iter().filter_map(wanted).filter(|_| is_all);
    let first = found.next()?;
    found.all(|other| other.is_same_as(first)).then_some(first)
}

/// A number or a range without a unit, as in a column whose heading names the unit.
pub(super) fn bare(text: &str) -> Option<(f64, f64)> {
    let tokens = tokens(text);
    let (numbers, used) = numbers_at(&tokens)?;
    (used == tokens.len()).then_some(numbers)
}

fn measure_at(tokens: &[Token]) -> Option<(Measure, usize)> {
    let (numbers, mut used) = numbers_at(tokens)?;
    // As in `10-week course`.
    if tokens.get(used) == Some(&Token::Dash) {
        used += 1;
    }
    let (more, half) = half_at(&tokens[used..]);
    used += more;
    // As in `150 learning hours`.
    let is_of_hours_at = |at: usize| word_at(tokens, at).and_then(unit) == Some(Unit::Hour);
    if word_at(tokens, used).is_some_and(|word| KINDS_OF_HOURS.contains(&word)) && is_of_hours_at(used + 1) {
        used += 1;
    }
    let word = word_at(tokens, used)?;
    let is_weekly = adverb(word) == Some(Unit::Week) && !is_whole_unit(word);
    // As in `5 weekly hours`.
    if is_weekly {
        return is_of_hours_at(used + 1).then(|| (Measure::of(numbers, Unit::Hour, Per::Time(Unit::Week)), used + 2));
    }
    if word.starts_with(WEEK_HOURS) {
        return Some((Measure::of(numbers, Unit::Hour, Per::Time(Unit::Week)), used + 1));
    }
    if is_minutes(word) {
        let (per, more) = per_at(&tokens[used + 1..]);
        let hours = (numbers.0 / 60.0, numbers.1 / 60.0);
        return Some((Measure::of(hours, Unit::Hour, per), used + 1 + more));
    }
    let unit = unit(word)?;
    used += 1;
    let (more, half_behind) = half_at(&tokens[used..]);
    used += more;
    let is_one = numbers.0.total_cmp(&numbers.1).is_eq();
    let (more, minutes) = if unit == Unit::Hour && is_one { minutes_at(&tokens[used..], word) } else { (0, 0.0) };
    used += more;
    let (per, more) = per_at(&tokens[used..]);
    let half = half + half_behind + minutes;
    Some((Measure::of((numbers.0 + half, numbers.1 + half), unit, per), used + more))
}

/// Whether a word joins the ends of a range.
fn joins(word: &str) -> bool {
    JOINS.contains(&word) || matches!(word, "and" | "or")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(f64, f64, Unit, Per)> {
        measures(text).into_iter().map(|m| (m.low, m.high, m.unit, m.per)).collect()
    }

    #[test]
    fn lengths_are_read_in_words_and_signs() {
        use Unit::{Day, Hour, Month, Week, Year};
        for (text, low, high, unit) in [
            ("6 months", 6.0, 6.0, Month),
            ("6-9 months", 6.0, 9.0, Month),
            ("6 to 10 Weeks", 6.0, 10.0, Week),
            ("9 semanas", 9.0, 9.0, Week),
            ("12–14 weeks", 12.0, 14.0, Week),
            ("4 months (approx.)", 4.0, 4.0, Month),
            ("1.5 years", 1.5, 1.5, Year),
            ("10 týdnů", 10.0, 10.0, Week),
            ("3 Monate", 3.0, 3.0, Month),
            ("40 hours", 40.0, 40.0, Hour),
            ("150 learning hours", 150.0, 150.0, Hour),
            ("P6M", 6.0, 6.0, Month),
            ("P2Y", 24.0, 24.0, Month),
            ("P1Y6M", 18.0, 18.0, Month),
            ("P5D", 5.0, 5.0, Day),
            ("180 days", 180.0, 180.0, Day),
            ("3 Tage", 3.0, 3.0, Day),
            ("P14D", 2.0, 2.0, Week),
            ("PT48H", 48.0, 48.0, Hour),
            ("PT90M", 1.5, 1.5, Hour),
            ("6½ months", 6.5, 6.5, Month),
            ("½ year", 0.5, 0.5, Year),
            ("1 year 6 months", 18.0, 18.0, Month),
            ("2 años y 3 meses", 27.0, 27.0, Month),
            ("1 1/2 years", 1.5, 1.5, Year),
            ("10-week course", 10.0, 10.0, Week),
            ("6 weeks in class", 6.0, 6.0, Week),
            ("4-6 week", 4.0, 6.0, Week),
            ("six months", 6.0, 6.0, Month),
            ("one to two years", 1.0, 2.0, Year),
            ("1 año y medio", 1.5, 1.5, Year),
            ("1 and a half years", 1.5, 1.5, Year),
            ("6 months to 1 year", 6.0, 12.0, Month),
            ("4~6 weeks", 4.0, 6.0, Week),
            ("6 mths", 6.0, 6.0, Month),
            ("6 hasta 9 meses", 6.0, 9.0, Month),
            ("6 até 9 meses", 6.0, 9.0, Month),
            ("6 tot 9 months", 6.0, 9.0, Month),
            ("1,200 hours", 1200.0, 1200.0, Hour),
            ("1,000,000 hours", 1e6, 1e6, Hour),
            ("1.200,5 hours", 1200.5, 1200.5, Hour),
            ("12.5 hours", 12.5, 12.5, Hour),
            ("0.125 years", 0.125, 0.125, Year),
        ] {
            assert_eq!(said(text), [(low, high, unit, Per::Whole)], "{text}");
        }
    }

    #[test]
    fn lengths_are_read_in_the_languages_of_the_table_of_units() {
        use Unit::{Month, Week, Year};
        for (text, low, high, unit) in [
            ("6 maanden", 6.0, 6.0, Month),
            ("12 veckor", 12.0, 12.0, Week),
            ("6 måneder", 6.0, 6.0, Month),
            ("4 viikkoa", 4.0, 4.0, Week),
            ("3 hónap", 3.0, 3.0, Month),
            ("6 luni", 6.0, 6.0, Month),
            ("12 haftalık program", 12.0, 12.0, Week),
            ("6 месяцев", 6.0, 6.0, Month),
            ("2 роки", 2.0, 2.0, Year),
            ("6 μήνες", 6.0, 6.0, Month),
            ("10 tjedana", 10.0, 10.0, Week),
            ("6个月", 6.0, 6.0, Month),
            ("3か月", 3.0, 3.0, Month),
            ("12주", 12.0, 12.0, Week),
            ("6 أشهر", 6.0, 6.0, Month),
            ("8 minggu", 8.0, 8.0, Week),
            ("6 tháng", 6.0, 6.0, Month),
        ] {
            assert_eq!(said(text), [(low, high, unit, Per::Whole)], "{text}");
        }
    }

    #[test]
    fn glued_cells_come_apart() {
        let week = Per::Time(Unit::Week);
        let glued = [(9.0, 9.0, Unit::Month, Per::Whole), (6.0, 8.0, Unit::Hour, week)];
        assert_eq!(said("9 months6 - 8 hours per week"), glued);
        for text in [
            "5-7 hrs/wk",
            "5 to 7 hours a week",
            "5-7 hours weekly",
            "5–7 horas por semana",
            "5-7 Stunden in der Woche",
            "5-7 horas a la semana",
            "5-7 heures hebdomadaires",
            "5-7 godzin tygodniowo",
            "5-7 weekly hours",
            "5-7 Wochenstunden",
            "5-7 uur per week",
            "5-7 timmar i veckan",
            "5-7 tuntia viikossa",
            "hetente 5-7 óra",
            "haftada 5-7 saat",
            "5-7 часов в неделю",
            "в неделю 5-7 часов",
            "5-7 ore pe săptămână",
            "每周5-7小时",
            "週5-7時間",
            "주 5-7시간",
            "weekly: 5-7 hours",
            "pro Woche 5-7 Stunden",
        ] {
            assert_eq!(said(text), [(5.0, 7.0, Unit::Hour, week)], "{text}");
        }
        assert_eq!(said("3 courses in 6 months"), [(6.0, 6.0, Unit::Month, Per::Whole)]);
        assert_eq!(said("4 weeks per course"), [(4.0, 4.0, Unit::Week, Per::Part)]);
    }

    #[test]
    fn minutes_are_parts_of_hours() {
        for (text, hours) in [
            ("2h30 par semaine", 2.5),
            ("4 hrs 30 min per week", 4.5),
            ("120 minutes a week", 2.0),
            ("90 min/week", 1.5),
        ] {
            let read = only(text, Measure::hours_a_week).map(|m| (m.low, m.high));
            assert_eq!(read, Some((hours, hours)), "{text}");
        }
        assert_eq!(only("2h 30 cours", Measure::hours).map(|m| m.low), Some(2.0), "thirty courses");
    }

    #[test]
    fn a_reversed_range_is_marked_and_put_right() {
        let measure = only("7 to 5 hours per week", Measure::hours_a_week).expect("a measure");
        assert!(measure.is_reversed && (measure.low, measure.high) == (5.0, 7.0));
    }

    #[test]
    fn what_can_be_read_in_two_ways_or_is_denied_is_nothing() {
        for text in [
            "1.200 hours",
            "1.000 Stunden",
            "1.200-1.500 hours",
            "6-1.200 hours",
            "15.000 hasta 20 horas",
            "not 6 months",
            "not a 6-month course",
            "keine 6 Monate",
            "no 40 horas",
            "6 months, not 9 months",
            "6 waga 9 months",
        ] {
            for wanted in [Measure::hours, Measure::calendar] {
                assert_eq!(only(text, wanted), None, "{text}");
            }
        }
        for text in ["1.200 hours", "not 6 months"] {
            assert_eq!(measures(text), [], "{text}");
        }
        for text in ["1.000", "10.000", "1.000-2.000", "not 6"] {
            assert_eq!(bare(text), None, "{text}");
        }
        assert!(only("5 courses 6 months", Measure::calendar).is_some());
        assert!(only("6 months (from 01.02.2026)", Measure::calendar).is_some());
    }

    #[test]
    fn what_is_no_measure_is_nothing() {
        for text in [
            "",
            "soon",
            "2027",
            "P",
            "PT",
            "PX",
            "-6 months",
            "version 2.0",
            "3 credit hours",
            "self-paced",
            "3 weekends",
            // An hour in one language and a year in another.
            "40 годин",
            "2 Wochenenden",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
        for text in [
            "6 months or 9 months",
            "1 year or 6 months",
            "1 year (6 months full-time)",
            "4 courses x 6 weeks",
            "4 courses, 6 weeks each",
            "1y6m",
            "6 weeks per module",
            "4/6 weeks",
        ] {
            assert_eq!(only(text, Measure::calendar).map(|m| (m.low, m.high)), None, "{text}");
        }
        for text in ["2 hours daily", "20 hours per month", "3 hours per week per course"] {
            assert_eq!(only(text, Measure::hours_a_week).map(|m| (m.low, m.high)), None, "{text}");
            assert_eq!(only(text, Measure::hours).map(|m| (m.low, m.high)), None, "{text}");
        }
        for (text, months) in
            [("18 months (1.5 years)", 18.0), ("6 months, 5 courses", 6.0), ("6 months (from 2026)", 6.0)]
        {
            let read = only(text, Measure::calendar).and_then(Measure::in_months);
            assert_eq!(read.map(|m| (m.low, m.high)), Some((months, months)), "{text}");
        }
        assert_eq!(bare("8-12"), Some((8.0, 12.0)));
        assert_eq!(bare("26"), Some((26.0, 26.0)));
        assert_eq!(bare("8-12 h"), None);
    }
}
