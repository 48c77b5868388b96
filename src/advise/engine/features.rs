//! The features of a program: what the adviser needs of it as numbers, read from the catalogue once, so that a change
//! of answers costs only arithmetic. Facts are put into words elsewhere, and only for the few programs that are shown.

use std::sync::Arc;

use super::on_record::{CreditState, Price, Prices, Side, Study};
use super::parts::EarlierPart;
use super::recorded::{self, Record, Shared};
use crate::advise::preferences::{Budget, Preferences};
use crate::advise::question::questionnaire::{PresumedCredit, Questionnaire};
use crate::catalog::{Basis, Catalog, Currency, InstitutionIx, Kind, Text};
use crate::plan::Pace;

/// A program as numbers. Values that many programs share are stored only once.
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
    /// program. Descriptions never do, because they may negate what they mention.
    pub(crate) has_stated_exam: bool,
    /// The schools that accept it for credit, folded.
    pub(crate) schools: Arc<[String]>,
    /// Its position in the order of titles, then ids.
    pub(crate) by_title: u32,
    /// The position of the first member of its family in that order. A family is the tracks of one program, or one
    /// title by one school.
    pub(crate) family: u32,
    /// The earlier parts of its series, in order.
    pub(crate) earlier: Box<[EarlierPart]>,
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
        let currencies = Prices::currencies(&shared.prices);
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
            earlier: record.earlier.clone().into(),
        });
        self.read.knows_field.push(record.knows_field);
        Some(())
    }
}

impl Features {
    /// Whether undergraduate credit is what counts, and the program's kind gives none.
    pub(crate) fn is_of_other_study(&self, preferences: &Preferences) -> bool {
        preferences.is_undergraduate && self.study != Study::Undergraduate
    }

    /// Returns the pace of the rest of the program after the finished courses.
    pub(crate) fn pace_of(&self, row: usize, preferences: &Preferences) -> Pace {
        match preferences.done.finished(row) {
            None => *self.pace,
            Some(_) => self.pace.left(preferences.done.left(row)),
        }
    }

    /// Returns the price of the rest of the program after the finished courses, in the currency of the budget.
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
