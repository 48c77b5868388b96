//! One value with its basis, source, date and grade.

use serde::{Deserialize, Serialize};

use super::Text;

/// How a claim was obtained. An unknown fact has no claim, so there is no variant for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// In the words of a provider or a list.
    Stated,
    /// Computed from stated facts, such as a sum of course prices.
    Derived,
    /// Set by hand, with a date.
    Editorial,
    /// Guessed by a method that the source names.
    Inferred,
    /// A range estimated by a method that the note of the claim describes.
    Estimated,
    /// A documented default for this kind of credential.
    Presumed,
}

impl Basis {
    /// All bases, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Stated, Self::Derived, Self::Estimated, Self::Presumed, Self::Inferred, Self::Editorial];

    /// The name in files and JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Derived => "derived",
            Self::Editorial => "editorial",
            Self::Inferred => "inferred",
            Self::Estimated => "estimated",
            Self::Presumed => "presumed",
        }
    }

    /// The name for people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Derived => "worked out",
            Self::Editorial => "set by hand",
            Self::Inferred => "guessed",
            Self::Estimated => "estimated",
            Self::Presumed => "presumed",
        }
    }

    /// The name of a basis for people, or `unknown` for `None`.
    pub fn words_of(basis: Option<Self>) -> &'static str {
        basis.map_or("unknown", Self::words)
    }

    /// The name of a basis in files and JSON, or `unknown` for `None`.
    pub fn slug_of(basis: Option<Self>) -> &'static str {
        basis.map_or("unknown", Self::slug)
    }

    /// The basis with this name in files; `None` if there is none.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.slug() == slug)
    }

    /// The one-column mark beside a value; a blank for a stated one.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Stated => " ",
            Self::Derived | Self::Estimated => "~",
            Self::Editorial => "e",
            Self::Inferred => "i",
            Self::Presumed => "p",
        }
    }

    /// Whether the value was stated, or derived or set by hand from statements.
    pub fn is_on_record(self) -> bool {
        self.distance() == 0
    }

    /// Whether the claim is about this program itself, rather than about similar programs.
    pub fn is_about_the_program(self) -> bool {
        self.distance() < Self::Estimated.distance()
    }

    /// Returns how indirect the claim is: 0 for what is on record about this program, 1 for a guess about it, 2 for
    /// what holds for similar programs.
    pub(super) fn distance(self) -> u8 {
        match self {
            Self::Stated | Self::Derived | Self::Editorial => 0,
            Self::Inferred => 1,
            Self::Estimated | Self::Presumed => 2,
        }
    }
}

/// How far the source of a claim can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// The owner's own page.
    A,
    /// An independent, dated source.
    B,
    /// A weak source, or a match that is only likely.
    C,
}

impl Grade {
    /// The letter of the grade.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }

    /// The grade with this letter; `None` if there is none.
    pub fn from_letter(letter: &str) -> Option<Self> {
        [Self::A, Self::B, Self::C].into_iter().find(|grade| grade.letter() == letter)
    }
}

/// When a claim was true: a day, a month, a year, a span of these, or undated.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AsOf(Text);

impl AsOf {
    /// Parses `2026-05-15`, `2026-05`, `2026`, `c. 2019`, `2021-10..2024-08`, `undated` or `undated (before 2025)`.
    /// Returns `None` for any other form.
    pub fn parse(text: Text) -> Option<Self> {
        latest_day(&text).map(|_| Self(text))
    }

    /// The value for an undated claim.
    pub fn undated() -> Self {
        Self("undated".into())
    }

    /// The date in the words of the source.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Returns the date in words: `October 2021 to August 2024`, `about 2019`, `2026-05-15`.
    pub fn words(&self) -> String {
        date_in_words(&self.0)
    }

    /// The latest year meant; `None` if undated.
    pub fn year(&self) -> Option<u32> {
        let newest = self.newest();
        (newest > 0).then_some(newest / 10_000)
    }

    /// The month of the latest day meant, for example `May 2026`; `None` if undated.
    pub fn month(&self) -> Option<String> {
        month_of(self.newest())
    }

    /// Whether every day meant is later than a day `yyyymmdd`; an undated claim is never later.
    pub fn is_after(&self, day: u32) -> bool {
        first_day(&self.0) > day
    }

    /// The number of years from this date to `other`, negative if this date is later; `None` if either is undated.
    pub fn years_before(&self, other: &Self) -> Option<f64> {
        Some(other.in_years()? - self.in_years()?)
    }

    /// The latest day meant, as a fractional year. Every month counts as 31 days, which matches the day that
    /// [`Self::newest`] uses for the end of a month.
    fn in_years(&self) -> Option<f64> {
        let (year, month, day) = (self.newest() / 10_000, self.newest() / 100 % 100, self.newest() % 100);
        (year > 0).then(|| f64::from(year) + (f64::from(month - 1) + f64::from(day - 1) / 31.0) / 12.0)
    }

    /// The latest day meant, as the number `yyyymmdd`; 0 if undated.
    pub fn newest(&self) -> u32 {
        latest_day(&self.0).unwrap_or(0)
    }
}

/// Returns a date of any form in words; a text that is not a date is returned unchanged.
pub fn date_in_words(text: &str) -> String {
    // Why a source has no date is for those who keep the catalogue.
    if text.starts_with("undated") {
        return "undated".to_owned();
    }
    let (about, dates) = text.strip_prefix("c. ").map_or(("", text), |dates| ("about ", dates));
    let one = |date: &str| match (date.matches('-').count(), day_of(date, 1, 1).and_then(month_of)) {
        (1, Some(month)) => month,
        _ => date.to_owned(),
    };
    let dates: Vec<String> = dates.split("..").map(one).collect();
    format!("{about}{}", dates.join(" to "))
}

/// Formats the month of a day `yyyymmdd`: `October 2021` for `20211001`. Returns `None` if the
/// month is not from 1 to 12.
pub fn month_of(day: u32) -> Option<String> {
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
    let name = (day / 100 % 100).checked_sub(1).and_then(|at| NAMES.get(at as usize))?;
    Some(format!("{name} {}", day / 10_000))
}

/// The latest day that a date of any form means, as `yyyymmdd`; 0 for an undated one, `None` if the text is not a date.
pub(super) fn latest_day(text: &str) -> Option<u32> {
    if text == "undated" || (text.starts_with("undated (") && text.ends_with(')')) {
        return Some(0);
    }
    // Nearly every date is a single day, and a large catalogue has millions of them.
    if let Some(day) = whole_day(text.as_bytes()) {
        return Some(day);
    }
    let dates = text.strip_prefix("c. ").unwrap_or(text);
    dates.split("..").try_fold(0, |newest, date| Some(last_day(date)?.max(newest)))
}

/// The day `2026-05-15` as `yyyymmdd`; `None` for any other form.
fn whole_day(text: &[u8]) -> Option<u32> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    if !digits.iter().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let day = digits.into_iter().fold(0, |day, digit| day * 10 + u32::from(digit - b'0'));
    let is_date = (1..=12).contains(&(day / 100 % 100)) && (1..=31).contains(&(day % 100));
    is_date.then_some(day)
}

/// The earliest day of a date, or of the latest date of a span, as `yyyymmdd`; 0 for an undated one.
fn first_day(text: &str) -> u32 {
    let dates = text.strip_prefix("c. ").unwrap_or(text);
    dates.split("..").filter_map(|date| day_of(date, 1, 1)).max().unwrap_or(0)
}

/// The latest day of `2024-08-31`, `2024-08` or `2024`, as `yyyymmdd`. The last day of every month counts as 31 because
/// the number only serves for comparison.
fn last_day(date: &str) -> Option<u32> {
    day_of(date, 12, 31)
}

/// A day as `yyyymmdd`, with this month and this day where the date names none.
fn day_of(date: &str, any_month: u32, any_day: u32) -> Option<u32> {
    let mut parts = date.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map_or(Some(any_month), |month| number(month, 2))?;
    let day = parts.next().map_or(Some(any_day), |day| number(day, 2))?;
    let is_date = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then_some(year * 10_000 + month * 100 + day)
}

fn number(digits: &str, length: usize) -> Option<u32> {
    (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// The index of a source in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceIx(pub u16);

/// The maximum number of sources of a catalogue. One index remains for the source of estimates, which compiling adds.
pub const MAX_SOURCES: usize = u16::MAX as usize;

impl SourceIx {
    /// Returns the index of the source at this position; `None` beyond the range of an index.
    pub(super) fn at(place: usize) -> Option<Self> {
        u16::try_from(place).ok().map(Self)
    }
}

/// One value, with its basis, source and date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim<T> {
    /// The claimed value.
    pub value: T,
    /// How the claim was obtained.
    pub basis: Basis,
    /// The source that makes the claim.
    pub source: SourceIx,
    /// The date at which the claim was true.
    pub as_of: AsOf,
    /// How far the source can be trusted.
    pub grade: Grade,
    /// The method or a condition, in a few words.
    pub note: Option<Text>,
}

impl<T> Claim<T> {
    /// Replaces the value and keeps everything else.
    pub fn map<U>(self, value: impl FnOnce(T) -> U) -> Claim<U> {
        let Self { value: own, basis, source, as_of, grade, note } = self;
        Claim { value: value(own), basis, source, as_of, grade, note }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_the_latest_day_they_mean() {
        let newest = |text: &'static str| AsOf::parse(text.into()).map(|as_of| as_of.newest());
        assert_eq!(newest("2026-05-15"), Some(20_260_515));
        assert_eq!(newest("2021-10..2024-08"), Some(20_240_831));
        assert_eq!(newest("c. 2019"), Some(20_191_231));
        assert_eq!(newest("undated (before 2025)"), Some(0));
        for wrong in ["", "yesterday", "2026-13", "2026-05-32", "26-05", "2026-05-15-1", "2026..", "undated("] {
            assert_eq!(newest(wrong), None, "{wrong}");
        }
    }
}
