//! What is on record about a program's credit: where it counts, how much, on which condition, and as of when. Nothing
//! here is a promise, and a cost per credit is given only if a number of credits is on record.

use crate::catalog::{Claim, Counts, Credit, Money, Pathway, PathwayStatus, Program, SourceIx};
use crate::numbers;

use super::derived;

/// What a program may count for.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The claim about the program itself; `None` if nothing is on record.
    pub credit: Option<Claim<Credit>>,
    /// One line for each school on record.
    pub lines: Vec<CreditLine>,
}

/// A school where a program may count, or is said not to.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditLine {
    /// What the program counts for there.
    pub counts: Counts,
    /// The school, as the source names it.
    pub school: String,
    /// The degree; `None` if the source names none.
    pub degree: Option<String>,
    /// How much of the degree it counts for; `None` if not stated.
    pub amount: Option<String>,
    /// The condition; `None` if none is stated.
    pub condition: Option<String>,
    /// The exam required for credit; `None` if none is on record for the program.
    pub exam: Option<String>,
    /// Whether the pathway was open when last seen.
    pub status: PathwayStatus,
    /// The date of the statement.
    pub as_of: String,
    /// The source of the statement.
    pub source: SourceIx,
    /// A note on its limits.
    pub note: Option<String>,
    /// The number of credits; `None` if `amount` names none.
    pub credits: Option<CreditUnits>,
    /// The price of one credit if admitted; a lower bound if the source gives only a maximum number of credits.
    pub per_credit: Option<Claim<Money>>,
}

/// Returns the condition of a route, or `None` if it is only `admission`, which goes without saying.
pub fn beyond_admission(condition: Option<&str>) -> Option<&str> {
    condition.filter(|condition| *condition != "admission")
}

impl CreditLine {
    /// Whether the program may count there now, for credit or toward admission.
    pub fn is_open(&self) -> bool {
        self.status != PathwayStatus::Retired && self.counts != Counts::Nothing
    }
}

/// A number of credits as stated by a source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CreditUnits {
    /// The number of credits.
    pub number: f64,
    /// The unit, `credits` or `ECTS`.
    pub unit: &'static str,
    /// Whether the number is a maximum.
    pub is_most: bool,
}

pub(super) fn standing(program: &Program, total: Option<&Claim<Money>>) -> Standing {
    let exam = exam(program);
    let line = |way: &Pathway| line(way, exam.clone(), total);
    Standing { credit: program.credit.shown().cloned(), lines: program.pathways.iter().map(line).collect() }
}

fn line(way: &Pathway, exam: Option<String>, total: Option<&Claim<Money>>) -> CreditLine {
    let text = |text: &Option<crate::catalog::Text>| text.as_ref().map(ToString::to_string);
    let gives_credit = way.counts == Counts::Credit;
    let credits = way.amount.as_deref().filter(|_| gives_credit).and_then(credits);
    let is_open = way.status == PathwayStatus::Active;
    CreditLine {
        counts: way.counts,
        school: way.institution.to_string(),
        degree: text(&way.program),
        amount: text(&way.amount),
        condition: text(&way.condition),
        exam: exam.filter(|_| gives_credit),
        status: way.status,
        as_of: way.as_of.text().to_owned(),
        source: way.source,
        note: text(&way.note),
        per_credit: credits.filter(|_| is_open).zip(total).map(|(credits, total)| per_credit(credits, total)),
        credits,
    }
}

/// Returns exam, final project and proctoring in one line, or `None` if nothing is on record.
fn exam(program: &Program) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(program.exam.value().map(ToString::to_string));
    parts.extend(program.capstone.value().map(ToString::to_string));
    parts.extend(program.proctored.value().filter(|yes| **yes).map(|_| "proctored".to_owned()));
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn per_credit(credits: CreditUnits, total: &Claim<Money>) -> Claim<Money> {
    let units = total.value.units().times(1.0 / credits.number);
    let money = Money::from_units(units.low, units.high, total.value.currency);
    derived::from_one(money, total, "price / credits, if admitted")
}

/// Parses a number of credits: `4 courses, 16 of 48 credits` gives 16 credits, `at most 9 of 30 credits` at most 9, `24
/// ECTS` 24 ECTS, and `7,5 ECTS` 7.5. The number comes before the unit, or before `of` and the size of the whole degree.
/// Returns `None` if there is no such number, or if it can be read in two ways.
fn credits(amount: &str) -> Option<CreditUnits> {
    let words: Vec<&str> = amount.split_whitespace().map(|word| word.trim_matches([',', ';', '(', ')'])).collect();
    let place = words.iter().position(|word| matches!(*word, "credits" | "ECTS"))?;
    let unit = if words[place] == "ECTS" { "ECTS" } else { "credits" };
    let number = |back: usize| place.checked_sub(back).and_then(|at| numbers::read(words[at]).ok()?);
    let has_whole = place >= 2 && words[place - 2] == "of";
    let number = if has_whole { number(3)? } else { number(1)? };
    let is_most = amount.contains("at most") || amount.contains("up to");
    (number > 0.0).then_some(CreditUnits { number, unit, is_most })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_of_credits_is_read_as_one() {
        let read = |text| credits(text).map(|units| (units.number, units.unit, units.is_most));
        assert_eq!(read("4 courses, 16 of 48 credits"), Some((16.0, "credits", false)));
        assert_eq!(read("at most 9 of 30 credits; the full fee is due all the same"), Some((9.0, "credits", true)));
        assert_eq!(read("24 ECTS"), Some((24.0, "ECTS", false)));
        assert_eq!(read("7,5 ECTS"), Some((7.5, "ECTS", false)));
        assert_eq!(read("up to 22,5 of 60 credits, once admitted"), Some((22.5, "credits", true)));
        assert_eq!(read("up to 7.5 ECTS, if admitted"), Some((7.5, "ECTS", true)));
        assert_eq!(read("2,5 of 180 ECTS"), Some((2.5, "ECTS", false)));
        assert_eq!(read("(12 credits)"), Some((12.0, "credits", false)));
        assert_eq!(read("1,500 credits"), Some((1500.0, "credits", false)));
        for none in [
            "1,5.0 ECTS",
            "1.500 credits",
            "16–18 credits",
            "-5 ECTS",
            "about 25 % of the credits",
            "the credits are considered",
            "elective credits, number not stated",
            "part of the programme, ECTS not stated",
            "25 % of the degree",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
