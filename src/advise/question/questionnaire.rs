//! The questionnaire as data: questions, effects of choices, weights of criteria, and the scales that facts are valued
//! on. It is read from one JSON file and checked as a whole (`rules`); the code contains nothing about a question except
//! its name. A user may edit a copy, and the same file drives the screens, the commands, the graph and the tests.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::item::Item;
use super::on_file::{Caution, Finding};
use super::{Criterion, Question, Scales};
use crate::catalog::{Currency, Kind};

/// The format that this version reads.
pub const QUESTIONNAIRE_FORMAT: &str = "prospectus-questionnaire/2";

/// The thresholds of the lean for each verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// The fewest answers to the questions that weigh the kinds for which a verdict is given.
    pub least_answers: usize,
    /// The largest lean, in either direction, that is close.
    pub close: i32,
    /// The smallest lean, in either direction, that is strong.
    pub strong: i32,
}

/// The defaults for a kind of credential.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindDefaults {
    /// 1 on the side of a MicroMasters, -1 on the side of a Professional Certificate, 0 for neither.
    pub side: f64,
    /// What is presumed about its credit if nothing is on record.
    pub credit: PresumedCredit,
    /// How theoretical its programs usually are, from 0 to 1: the median of those whose level is on record. It bounds
    /// what a level gives that is only presumed from the kind. `None` if too few have a level on record.
    #[serde(default)]
    pub usual_depth: Option<f64>,
}

/// What is presumed about the credit of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PresumedCredit {
    /// It gives no credit.
    None,
    /// Credit is possible; the school decides.
    Possible,
}

/// The whole questionnaire.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The format, which must be [`QUESTIONNAIRE_FORMAT`].
    pub(super) format: String,
    /// The questions in the order in which they are asked.
    #[serde(rename = "questions")]
    pub items: Vec<Item>,
    /// The thresholds of the lean.
    pub verdict: Thresholds,
    /// The weight of each criterion.
    pub weights: BTreeMap<Criterion, f64>,
    /// The defaults for each kind, by its slug.
    pub kinds: BTreeMap<String, KindDefaults>,
    /// The scales that facts are valued on.
    pub scales: Scales,
    /// The code of the currency of the budget's choices.
    pub budget_currency: String,
    /// How far a price may exceed the budget, with a warning, in per cent.
    pub stretch_percent: u32,
    /// Cautions about programs and institutions.
    pub cautions: Vec<Caution>,
    /// Findings about programs that are not in the catalogue.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

impl Questionnaire {
    /// Whether an amount is within a budget, or over it by no more than the tolerated share; both in hundredths.
    pub(crate) fn is_within_stretch(&self, amount: i64, limit: i64) -> bool {
        i128::from(amount) * 100 <= i128::from(limit) * i128::from(100 + self.stretch_percent)
    }

    /// Returns a question with its texts, choices and effects.
    pub fn item(&self, question: Question) -> &Item {
        let place = self.items.iter().position(|item| item.question == question);
        // The index exists: `parse` refuses a questionnaire that lacks a question.
        &self.items[place.unwrap_or_default()]
    }

    /// Returns the questions that weigh the kinds, in the order in which they are asked.
    pub fn lean_questions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.lean)
    }

    /// Returns the weight of a criterion.
    pub fn weight(&self, criterion: Criterion) -> f64 {
        self.weights.get(&criterion).copied().unwrap_or_default()
    }

    /// Returns the defaults for a kind, or `None` if it is not listed.
    pub fn kind(&self, kind: &Kind) -> Option<KindDefaults> {
        self.kinds.get(&kind.slug()).copied()
    }

    /// Returns the currency of the budget's choices.
    pub fn currency(&self) -> Currency {
        Currency::parse(&self.budget_currency).unwrap_or(Currency::USD)
    }
}
