//! The features of a program: what the adviser needs of it as numbers, read from the catalogue once, so
//! that a change of answers costs only arithmetic. Words about facts are made elsewhere, and only for the
//! few programs that are shown.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::recorded::{self, Record, Shared};
use crate::advise::preferences::{Budget, Preferences};
use crate::advise::question::questionnaire::{PresumedCredit, Questionnaire};
use crate::catalog::{
    Basis, Catalog, Claim, Comparable, Counts, Credit, Currency, InstitutionIx, Kind, Level, PathwayStatus, Program,
    Text,
};
use crate::names::spaced;
use crate::plan::{Pace, PaceKind};

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

    fn in_currency(&self, wanted: Currency) -> Option<Price> {
        let converted = self.comparable.as_ref().and_then(|figure| figure.in_currency(wanted));
        let price = converted.map(|(money, median)| Price { low: money.low, median, high: money.high });
        price.or_else(|| self.claimed.iter().find(|(currency, _)| *currency == wanted).map(|(_, price)| *price))
    }
}

/// A program as numbers. What many programs share is in memory only once.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    pub(crate) kind: Arc<Kind>,
    pub(crate) side: Side,
    /// The side of its kind for the lean, from -1 to 1.
    pub(crate) lean_side: f64,
    pub(crate) is_current: bool,
    /// The level of study at which its kind gives credit.
    pub(crate) study: Study,
    pub(crate) pace: Arc<Pace>,
    /// The least hours a week; `None` if unknown.
    pub(crate) least_workload: Option<f64>,
    prices: Arc<Prices>,
    pub(crate) credit: CreditState,
    /// One bit for each level; 0 if unknown.
    pub(crate) levels: u8,
    /// The basis of the levels on record.
    pub(crate) level_basis: Option<Basis>,
    /// If its level is only presumed from the kind, how theoretical programs of the kind usually are, from 0 to 1;
    /// `None` if that is not known.
    pub(crate) usual_depth: Option<f64>,
    /// Indexes into [`Names::languages`](crate::advise::question::Names::languages).
    pub(crate) languages: Arc<[u16]>,
    /// The institutions; empty if unknown.
    pub(crate) institutions: Arc<[InstitutionIx]>,
    pub(crate) proctored: Option<bool>,
    pub(crate) has_exam: bool,
    /// Whether it is stated to have proctored exams, or exams on dates set by the school. Only stated facts remove a
    /// program. Descriptions never do, because they may deny what they mention.
    pub(crate) has_stated_exam: bool,
    /// The schools that accept it for credit, folded.
    pub(crate) schools: Arc<[String]>,
    /// Its position in the order of titles, then ids.
    pub(crate) by_title: u32,
    /// The position of the first member of its family in that order. A family is the tracks of one program, or one
    /// title by one school.
    pub(crate) family: u32,
}

/// The programs of a catalogue under a questionnaire.
pub(crate) struct Read {
    /// The fields of all programs, by name.
    pub(crate) fields: Vec<Text>,
    /// Their languages, the most frequent first.
    pub(crate) languages: Vec<Text>,
    pub(crate) programs: Vec<Features>,
    /// For each row, whether anything is on record about what the program teaches.
    pub(crate) knows_field: Vec<bool>,
    /// The currencies in which prices are on record.
    pub(crate) currencies: Vec<Currency>,
}

/// Reads the features of a catalogue: as compiled, or else from all programs.
pub(crate) fn read(catalog: &Catalog, questionnaire: &Questionnaire) -> Read {
    let of = |bytes: &[u8]| {
        let begin = |shared| Reading::of(shared, catalog.len(), questionnaire);
        recorded::read(bytes, catalog.len(), begin, Reading::add).map(|reading| reading.read)
    };
    let stored = of(&recorded::bytes(catalog));
    stored.or_else(|| of(&recorded::packed(catalog))).expect("what was made of a catalogue is of that catalogue")
}

/// A catalogue being read, with the parts that programs share.
struct Reading {
    kinds: Vec<OfKind>,
    paces: Vec<Arc<Pace>>,
    prices: Vec<Arc<Prices>>,
    languages: Vec<Arc<[u16]>>,
    institutions: Vec<Arc<[InstitutionIx]>>,
    schools: Vec<Arc<[String]>>,
    read: Read,
}

/// A kind under the questionnaire.
struct OfKind {
    kind: Arc<Kind>,
    side: Side,
    study: Study,
    lean_side: f64,
    presumed: CreditState,
    usual_depth: Option<f64>,
}

impl OfKind {
    fn new(kind: &Kind, questionnaire: &Questionnaire) -> Self {
        let defaults = questionnaire.kind(kind);
        let presumed = match defaults.map(|defaults| defaults.credit) {
            Some(PresumedCredit::None) => CreditState::PresumedNone,
            Some(PresumedCredit::Possible) => CreditState::Possible,
            None => CreditState::Unknown,
        };
        let lean_side = defaults.map_or(0.0, |defaults| defaults.side);
        let usual_depth = defaults.and_then(|defaults| defaults.usual_depth);
        Self {
            kind: Arc::new(kind.clone()),
            side: Side::of(kind),
            study: Study::of(kind),
            lean_side,
            presumed,
            usual_depth,
        }
    }
}

impl Reading {
    fn of(shared: Shared, programs: usize, questionnaire: &Questionnaire) -> Self {
        let currencies = currencies(&shared.prices);
        Self {
            kinds: shared.kinds.iter().map(|kind| OfKind::new(kind, questionnaire)).collect(),
            paces: shared.paces.into_iter().map(Arc::new).collect(),
            prices: shared.prices.into_iter().map(Arc::new).collect(),
            languages: shared.spoken.into_iter().map(Arc::from).collect(),
            institutions: shared.institutions.into_iter().map(Arc::from).collect(),
            schools: shared.schools.into_iter().map(Arc::from).collect(),
            read: Read {
                fields: shared.fields,
                languages: shared.languages,
                programs: Vec::with_capacity(programs),
                knows_field: Vec::with_capacity(programs),
                currencies,
            },
        }
    }

    /// Adds the next program, or returns `None` if its record refers to a missing part.
    fn add(&mut self, record: &Record) -> Option<()> {
        let kind = self.kinds.get(record.kind as usize)?;
        let is_on_record = record.credit != CreditState::Unknown;
        self.read.programs.push(Features {
            kind: Arc::clone(&kind.kind),
            side: kind.side,
            lean_side: kind.lean_side,
            is_current: record.is_current,
            study: kind.study,
            pace: Arc::clone(self.paces.get(record.pace as usize)?),
            least_workload: record.least_workload,
            prices: Arc::clone(self.prices.get(record.prices as usize)?),
            credit: if is_on_record { record.credit } else { kind.presumed },
            levels: record.levels,
            level_basis: record.level_basis,
            usual_depth: kind.usual_depth.filter(|_| record.level_basis == Some(Basis::Presumed)),
            languages: Arc::clone(self.languages.get(record.spoken as usize)?),
            institutions: Arc::clone(self.institutions.get(record.institutions as usize)?),
            proctored: record.proctored,
            has_exam: record.has_exam,
            has_stated_exam: record.has_stated_exam,
            schools: Arc::clone(self.schools.get(record.schools as usize)?),
            by_title: record.by_title,
            family: record.family,
        });
        self.read.knows_field.push(record.knows_field);
        Some(())
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

impl Features {
    /// Returns the pace of what finished courses leave of it.
    pub(crate) fn pace_of(&self, row: usize, preferences: &Preferences) -> Pace {
        match preferences.done.finished(row) {
            None => *self.pace,
            Some(_) => self.pace.left(preferences.done.left(row)),
        }
    }

    /// Returns the price of what finished courses leave of it, in the currency of the budget.
    pub(crate) fn price_of(&self, row: usize, preferences: &Preferences) -> Option<Price> {
        let price = self.price_for(preferences.budget)?;
        let left = preferences.done.left(row);
        let part = |amount: i64| (amount as f64 * left).round() as i64;
        Some(Price { low: part(price.low), median: part(price.median), high: part(price.high) })
    }

    /// Returns the price in the currency of a budget, or `None` if there is no budget or no price in its currency.
    pub(crate) fn price_for(&self, budget: Option<Budget>) -> Option<Price> {
        self.prices.in_currency(budget?.currency)
    }
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

/// Returns the currencies in which any price is claimed, each once.
fn currencies(prices: &[Prices]) -> Vec<Currency> {
    let mut all: Vec<Currency> = Vec::new();
    for (currency, _) in prices.iter().flat_map(|own| &own.claimed) {
        if !all.contains(currency) {
            all.push(*currency);
        }
    }
    all
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

/// Returns the bit of a level.
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

/// Whether a text about an exam says that there is one.
fn names_an_exam(exam: &str) -> bool {
    let exam = spaced(exam);
    !exam.split(' ').next().is_some_and(|first| ["no", "none", "without", "not"].contains(&first))
}
