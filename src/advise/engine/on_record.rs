//! What is on record about a program, as the adviser counts it: its side and study by kind, its prices, credit, levels,
//! exams and schools. It does not depend on the questionnaire: presumptions are applied later.

use serde::{Deserialize, Serialize};

use crate::catalog::{Basis, Claim, Comparable, Counts, Credit, Currency, Kind, Level, PathwayStatus, Program};
use crate::names::spaced;
use crate::plan::PaceKind;

/// The side of a program in the choice between the two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Certificate,
    MicroMasters,
    Neither,
}

/// The level of study at which a kind gives credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Study {
    Undergraduate,
    Other,
}

impl Side {
    /// All of them, in the order of their numbers.
    pub(super) const ALL: [Self; 3] = [Self::Certificate, Self::MicroMasters, Self::Neither];

    pub(super) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::ProfessionalCertificate => Self::Certificate,
            Kind::MicroMasters => Self::MicroMasters,
            _ => Self::Neither,
        }
    }
}

impl Study {
    pub(super) fn of(kind: &Kind) -> Self {
        if *kind == Kind::MicroBachelors { Self::Undergraduate } else { Self::Other }
    }
}

/// What is on record about credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum CreditState {
    /// None, by a stated, derived or editorial claim.
    None,
    /// None, presumed from the kind.
    PresumedNone,
    /// Possible, stated or presumed.
    Possible,
    Recommended,
    Pathway,
    Included,
    /// Nothing is on record, and nothing is presumed about the kind.
    Unknown,
}

/// A price in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Price {
    pub(crate) low: i64,
    pub(crate) median: i64,
    pub(crate) high: i64,
}

/// The prices of a program, shared by all programs with the same prices.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Prices {
    /// The price used to compare programs.
    comparable: Option<Comparable>,
    /// The prices claimed in each currency, for budgets in a currency without a known exchange rate.
    claimed: Vec<(Currency, Price)>,
}

impl Prices {
    pub(super) fn of(program: &Program) -> Self {
        Self { comparable: program.comparable.clone(), claimed: claimed(program) }
    }

    /// Returns the currencies in which any of these prices is claimed, each once.
    pub(super) fn currencies(prices: &[Self]) -> Vec<Currency> {
        let mut all: Vec<Currency> = Vec::new();
        for (currency, _) in prices.iter().flat_map(|own| &own.claimed) {
            if !all.contains(currency) {
                all.push(*currency);
            }
        }
        all
    }

    pub(super) fn in_currency(&self, wanted: Currency) -> Option<Price> {
        let converted = self.comparable.as_ref().and_then(|figure| figure.in_currency(wanted));
        let price = converted.map(|(money, median)| Price { low: money.low, median, high: money.high });
        price.or_else(|| self.claimed.iter().find(|(currency, _)| *currency == wanted).map(|(_, price)| *price))
    }
}

/// What is derived from several facts of a program.
pub(super) struct OnRecord {
    pub(super) credit: CreditState,
    pub(super) levels: u8,
    pub(super) level_basis: Option<Basis>,
    pub(super) has_exam: bool,
    pub(super) has_stated_exam: bool,
    pub(super) schools: Vec<String>,
    pub(super) knows_field: bool,
}

pub(super) fn on_record(program: &Program) -> OnRecord {
    OnRecord {
        credit: credit(program),
        levels: levels(program),
        level_basis: program.level.shown().map(|claim| claim.basis),
        has_exam: program.exam.value().is_some_and(|exam| names_an_exam(exam)),
        has_stated_exam: has_stated_exam(program),
        schools: schools(program),
        knows_field: knows_field(program),
    }
}

/// Whether anything is on record about what a program teaches: a topic, a subject, a skill or a course.
fn knows_field(program: &Program) -> bool {
    program.topics.is_known()
        || program.fields.is_known()
        || program.skills.is_known()
        || !program.course_list.is_empty()
}

/// Returns the first claimed price in each currency, with the middle of its range as the median.
fn claimed(program: &Program) -> Vec<(Currency, Price)> {
    let mut prices: Vec<(Currency, Price)> = Vec::new();
    for claim in program.price.claims() {
        let money = claim.value.money;
        if !prices.iter().any(|(currency, _)| *currency == money.currency) {
            prices.push((
                money.currency,
                Price { low: money.low, median: i64::midpoint(money.low, money.high), high: money.high },
            ));
        }
    }
    prices
}

/// Returns what is on record about credit; unknown if only a presumption is left.
fn credit(program: &Program) -> CreditState {
    let Some(claim) = credit_claim(program) else { return CreditState::Unknown };
    match claim.value {
        Credit::None if claim.basis == Basis::Presumed => CreditState::PresumedNone,
        Credit::None => CreditState::None,
        Credit::Possible => CreditState::Possible,
        Credit::Recommended => CreditState::Recommended,
        Credit::Pathway => CreditState::Pathway,
        Credit::Included => CreditState::Included,
    }
}

/// Returns the claim about credit that counts: the first one, but not a pathway if all recorded routes are retired.
pub(crate) fn credit_claim(program: &Program) -> Option<&Claim<Credit>> {
    let leads_nowhere = is_retired(program);
    program.credit.claims().iter().find(|claim| !(leads_nowhere && claim.value == Credit::Pathway))
}

/// Whether routes to a degree are on record and all of them are retired.
pub(crate) fn is_retired(program: &Program) -> bool {
    let mut routes = program.pathways.iter().filter(|way| way.counts == Counts::Credit).peekable();
    routes.peek().is_some() && routes.all(|way| way.status == PathwayStatus::Retired)
}

fn schools(program: &Program) -> Vec<String> {
    let counts =
        program.pathways.iter().filter(|way| way.counts == Counts::Credit && way.status == PathwayStatus::Active);
    counts.map(|way| spaced(&way.institution)).collect()
}

/// Returns the levels of a program on record, or else the one that its title names, as bits.
fn levels(program: &Program) -> u8 {
    if program.level.is_known() {
        return program.levels().iter().fold(0, |bits, level| bits | level_bit(*level));
    }
    level_in_title(&program.title).map_or(0, level_bit)
}

/// Returns the level that a title names, or `None` if it names none or several.
pub(crate) fn level_in_title(title: &str) -> Option<Level> {
    const NAMES: [(Level, &[&str]); 3] = [
        (
            Level::Introductory,
            &[
                "beginner",
                "beginners",
                "introduction",
                "introductory",
                "basic",
                "introduccion",
                "principiantes",
                "basico",
            ],
        ),
        (Level::Intermediate, &["intermediate", "intermedio", "intermedia"]),
        (Level::Advanced, &["advanced", "avanzado", "avanzada"]),
    ];
    let title = spaced(title);
    let stands = |names: &[&str]| title.split(' ').any(|word| names.contains(&word));
    let mut named = NAMES.iter().filter(|(_, names)| stands(names)).map(|(level, _)| *level);
    named.next().filter(|_| named.next().is_none())
}

pub(crate) fn level_bit(level: Level) -> u8 {
    1 << (level as u8)
}

fn has_stated_exam(program: &Program) -> bool {
    let is_proctored = program.proctored.shown().is_some_and(|claim| claim.value && claim.basis == Basis::Stated);
    let has_exam =
        program.exam.shown().is_some_and(|claim| claim.basis == Basis::Stated && names_an_exam(&claim.value));
    let has_dates = program.pacing.shown().is_some_and(|claim| claim.basis == Basis::Stated)
        && PaceKind::of(program) == PaceKind::Scheduled;
    is_proctored || has_exam && has_dates
}

/// Whether a text about an exam says that there is one: `final exam, not proctored`, but neither `none` nor `there is
/// no final exam`.
fn names_an_exam(text: &str) -> bool {
    let text = spaced(text);
    let words: Vec<&str> = text.split(' ').collect();
    let is_exam = |word: &&str| ["exam", "test"].iter().any(|start| word.starts_with(start));
    let denies = |at: usize| {
        let is_denial = ["no", "none", "without", "not"].contains(&words[at]);
        is_denial && (at == 0 || words[at..].iter().take(4).any(is_exam))
    };
    !(0..words.len()).any(denies)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exam_that_is_denied_anywhere_is_none() {
        for denied in ["None", "no exam", "There is no final exam", "Ends without an exam", "Not an exam but a project"]
        {
            assert!(!names_an_exam(denied), "{denied}");
        }
        for named in ["Final exam", "Final exam, not proctored", "Two tests; no notes are allowed", "Notable: an exam"]
        {
            assert!(names_an_exam(named), "{named}");
        }
    }
}
