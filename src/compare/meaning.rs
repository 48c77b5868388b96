//! The meaning of a value, independent of its spelling, so that two values can be tested for equality. Ignored are the
//! order of a list, case, spaces, variants of dashes and quotes, and units of time.

use super::Contrast;
use crate::catalog::{Currency, Fact, FactKey, Money, Price, Program, Range, Text};

/// A value in the form used for comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// The value is unknown.
    Unknown,
    /// A set of names; order does not count.
    Names(Vec<String>),
    /// A number or a range, in the same unit for all values of the row.
    Number(Range),
    /// Calendar time in weeks, which may have been stated in months.
    Weeks(Range),
    /// An amount or a range of amounts, in units of a currency.
    Amount(Range, Currency),
}

/// The relative tolerance for lengths, so that a year equals 52 weeks.
const SAME_LENGTH: f64 = 0.01;

/// The relative tolerance for numbers that are not converted between units.
const SAME_NUMBER: f64 = 1e-9;

impl Meaning {
    /// Whether two known values differ.
    pub(super) fn differs_from(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Names(a), Self::Names(b)) => a != b,
            (Self::Number(a), Self::Number(b)) => !is_same(*a, *b, SAME_NUMBER),
            (Self::Weeks(a), Self::Weeks(b)) => !is_same(*a, *b, SAME_LENGTH),
            (Self::Amount(a, in_a), Self::Amount(b, in_b)) => in_a != in_b || !is_same(*a, *b, SAME_NUMBER),
            _ => true,
        }
    }

    /// Whether every possible value of this one is less than every possible value of the other.
    fn is_surely_less_than(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) | (Self::Weeks(a), Self::Weeks(b)) => a.high < b.low,
            (Self::Amount(a, in_a), Self::Amount(b, in_b)) => in_a == in_b && a.high < b.low,
            _ => false,
        }
    }
}

fn is_same(a: Range, b: Range, tolerance: f64) -> bool {
    let close = |a: f64, b: f64| (a - b).abs() <= tolerance * a.abs().max(b.abs());
    close(a.low, b.low) && close(a.high, b.high)
}

/// Returns how the values relate to each other.
pub(super) fn contrast(meanings: &[Meaning]) -> Contrast {
    let known: Vec<&Meaning> = meanings.iter().filter(|meaning| **meaning != Meaning::Unknown).collect();
    let any_differ = known.iter().enumerate().any(|(i, a)| known[i + 1..].iter().any(|b| a.differs_from(b)));
    match (any_differ, known.is_empty() || known.len() == meanings.len()) {
        (true, _) => Contrast::Differs,
        (false, true) => Contrast::Same,
        (false, false) => Contrast::KnownForSome,
    }
}

/// Returns the values as numbers of one unit: `None` for a value that is not a number, and for all values if they are
/// amounts in several currencies.
pub(super) fn scale(meanings: &[Meaning]) -> Vec<Option<Range>> {
    let currency = |meaning: &Meaning| if let Meaning::Amount(_, currency) = meaning { Some(*currency) } else { None };
    let mut currencies = meanings.iter().filter_map(currency);
    let first = currencies.next();
    if currencies.any(|currency| Some(currency) != first) {
        return vec![None; meanings.len()];
    }
    let number = |meaning: &Meaning| match meaning {
        Meaning::Number(range) | Meaning::Weeks(range) | Meaning::Amount(range, _) => Some(*range),
        Meaning::Unknown | Meaning::Names(_) => None,
    };
    meanings.iter().map(number).collect()
}

/// Returns the index of the value that is certainly less than every other, or `None` if there is none. An unknown value
/// could be the lowest, so it rules out a winner.
pub(super) fn least(meanings: &[Meaning]) -> Option<usize> {
    if meanings.len() < 2 {
        return None;
    }
    let is_least = |place: usize| {
        let mut others = meanings.iter().enumerate().filter(|(other, _)| *other != place);
        others.all(|(_, other)| meanings[place].is_surely_less_than(other))
    };
    (0..meanings.len()).find(|place| is_least(*place))
}

/// Returns the meaning of the shown value of a fact.
pub(super) fn of(program: &Program, key: FactKey) -> Meaning {
    match key {
        FactKey::Kind => name(&program.kind, crate::catalog::Kind::slug),
        FactKey::Institutions => names(&program.institutions, |ix| ix.0.to_string()),
        FactKey::Fields => names(&program.fields, |text| folded(text)),
        FactKey::Level => names(&program.level, |level| level.slug().to_owned()),
        FactKey::Languages => names(&program.languages, |text| folded(text)),
        FactKey::Status => name(&program.status, |status| status.slug().to_owned()),
        FactKey::Topics => topics(program),
        FactKey::Platform => text(&program.platform),
        FactKey::Seen => text(&program.seen),
        FactKey::Successors => names(&program.successors, |text| folded(text)),
        FactKey::Courses => number(&program.courses, |count| Range::exactly(f64::from(*count))),
        FactKey::Length => program.length.value().map_or(Meaning::Unknown, |length| Meaning::Weeks(length.weeks())),
        FactKey::Effort => number(&program.effort, |hours| *hours),
        FactKey::Workload => number(&program.workload, |hours| *hours),
        FactKey::StudyWeeks => number(&program.study_weeks, |weeks| *weeks),
        FactKey::Pacing => names(&program.pacing, |pacing| pacing.slug().to_owned()),
        FactKey::Price => match &program.comparable {
            Some(figure) => money(Some(&figure.dollars)),
            None => price(&program.price),
        },
        FactKey::CoursePrice => price(&program.course_price),
        FactKey::ExamPrice => price(&program.exam_price),
        FactKey::OtherPrice => price(&program.other_price),
        FactKey::Credit => name(&program.credit, |credit| credit.slug().to_owned()),
        FactKey::Exam => text(&program.exam),
        FactKey::Proctored => name(&program.proctored, ToString::to_string),
        FactKey::PassMark => number(&program.pass_mark, |percent| *percent),
        FactKey::Prerequisites => text(&program.prerequisites),
        FactKey::Capstone => text(&program.capstone),
        FactKey::Skills => names(&program.skills, |skill| folded(skill)),
        FactKey::FormerName => text(&program.former_name),
        FactKey::Remark => text(&program.remark),
        FactKey::Url => name(&program.url, |url| address(url)),
    }
}

/// Returns only the main topics: a topic that covers just a part of a program does not count as a difference.
fn topics(program: &Program) -> Meaning {
    let Some(topics) = program.topics.value() else { return Meaning::Unknown };
    let mut names: Vec<String> = topics.about.iter().map(ToString::to_string).collect();
    names.sort_unstable();
    Meaning::Names(names)
}

/// Returns the meaning of an amount.
pub(super) fn money(amount: Option<&Money>) -> Meaning {
    amount.map_or(Meaning::Unknown, |money| Meaning::Amount(money.units(), money.currency))
}

fn price(fact: &Fact<Price>) -> Meaning {
    money(fact.value().map(|price| &price.money))
}

fn name<T>(fact: &Fact<T>, name: impl Fn(&T) -> String) -> Meaning {
    fact.value().map_or(Meaning::Unknown, |value| Meaning::Names(vec![name(value)]))
}

fn names<T>(fact: &Fact<Vec<T>>, name: impl Fn(&T) -> String) -> Meaning {
    let Some(values) = fact.value() else { return Meaning::Unknown };
    let mut names: Vec<String> = values.iter().map(name).collect();
    names.sort_unstable();
    names.dedup();
    Meaning::Names(names)
}

fn number<T>(fact: &Fact<T>, number: impl Fn(&T) -> Range) -> Meaning {
    fact.value().map_or(Meaning::Unknown, |value| Meaning::Number(number(value)))
}

fn text(fact: &Fact<Text>) -> Meaning {
    name(fact, |text| folded(text))
}

/// Folds a text: case, runs of white space, curly quotes, long dashes and trailing punctuation do not count.
fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' => '-',
        c => c,
    };
    let lower = text.to_lowercase();
    let words: Vec<String> = lower.split_whitespace().map(|word| word.chars().map(plain).collect()).collect();
    words.join(" ").trim_end_matches(['.', ';', ',']).to_owned()
}

/// Returns a web address without the parts that make no difference: scheme, `www.` and trailing slash.
fn address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Length;
    use crate::catalog::TimeUnit::{Months, Weeks};

    #[test]
    fn form_carries_no_meaning() {
        assert_eq!(folded("  One\u{2014}timed  Exam. "), folded("one-timed exam"));
        assert_eq!(address("https://www.edx.org/x/"), address("http://edx.org/x"));
        assert_ne!(folded("one exam"), folded("two exams"));
    }

    #[test]
    fn a_year_is_as_long_as_52_weeks_but_a_month_is_not_4() {
        let weeks = |amount, unit| Meaning::Weeks(Length { amount: Range::exactly(amount), unit }.weeks());

        assert!(!weeks(12.0, Months).differs_from(&weeks(52.0, Weeks)));
        assert!(weeks(1.0, Months).differs_from(&weeks(4.0, Weeks)));
    }
}
