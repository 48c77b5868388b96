//! The inputs of a result, for use by decisions and words alike: the catalogue, the answers, the preferences and the
//! features of the programs. It derives nothing beyond what the answers plainly say.

use super::criteria::Middles;
use super::evaluate::{Engine, Evaluation, handle};
use super::features::Features;
use super::limits::{least_step, steps};
use super::on_record::Side;
use super::order::{Group, Standing};
use super::verdict::{Decision, Present};
use crate::advise::interval::Interval;
use crate::advise::preferences::Preferences;
use crate::advise::question::{Answer, Answers, Criterion, Question, Questionnaire};
use crate::advise::settings::Settings;
use crate::catalog::{Basis, Catalog, InstitutionIx, Program};
use crate::names::spaced;
use crate::plan::Pace;

/// The result of decision and ranking.
pub(crate) struct Verdict<'r> {
    pub(crate) decision: Decision,
    pub(crate) present: Present,
    pub(crate) standings: &'r [Standing],
}

/// A catalogue under one set of answers.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) engine: Engine<'a>,
    pub(crate) preferences: &'a Preferences,
    pub(crate) answers: &'a Answers,
}

impl<'a> View<'a> {
    pub(crate) fn program(&self, row: usize) -> &'a Program {
        self.catalog.program(handle(row))
    }

    pub(crate) fn features(&self, row: usize) -> &'a Features {
        &self.engine.programs[row]
    }

    /// Returns the properties that put a program before others regardless of their scores.
    pub(crate) fn group(&self, row: usize) -> Group {
        Group::of(row, self.features(row), self.preferences)
    }

    /// Returns the names of languages, in the same order.
    pub(crate) fn language_names(&self, languages: &[u16]) -> Vec<String> {
        let names = &self.engine.reader.names.languages;
        languages.iter().map(|at| names[usize::from(*at)].clone()).collect()
    }

    /// Returns the pace of the rest of a program after the finished courses.
    pub(crate) fn pace(&self, row: usize) -> Pace {
        self.features(row).pace_of(row, self.preferences)
    }

    pub(crate) fn side(&self, row: usize) -> Side {
        self.features(row).side
    }

    pub(crate) fn questionnaire(&self) -> &'a Questionnaire {
        self.engine.reader.questionnaire
    }

    pub(crate) fn settings(&self) -> &'a Settings {
        self.engine.settings()
    }

    /// Returns the value of the choice made, or `None` if the answer is not a choice.
    pub(crate) fn choice(&self, question: Question) -> Option<&'a str> {
        self.answers.get(question).and_then(Answer::choice)
    }

    pub(crate) fn chose(&self, question: Question, value: &str) -> bool {
        self.choice(question) == Some(value)
    }

    /// Whether credit matters: it is wanted, or the goal is a master's degree.
    pub(crate) fn wants_credit(&self) -> bool {
        let wants = matches!(self.choice(Question::Credit), Some("must" | "nice"));
        wants || self.preferences.credit_at.is_some() || self.chose(Question::Goal, "masters")
    }

    /// Whether the user says that they have no bachelor's degree yet.
    pub(crate) fn lacks_degree(&self) -> bool {
        matches!(self.choice(Question::Education), Some("none" | "some_college"))
    }

    /// Whether a program starts above the user's level.
    pub(crate) fn has_level_gap(&self, row: usize) -> bool {
        let program = self.features(row);
        let (Some(level), Some(starts)) = (self.preferences.level, least_step(program.levels)) else { return false };
        // What is presumed of a kind is reason enough to warn a beginner, but not to send others back to the basics.
        let is_on_record = program.level_basis != Some(Basis::Presumed);
        starts > level.own && (level.own == 0 || is_on_record)
    }

    /// Whether a program is by a school that the user named; `true` if they named none.
    pub(crate) fn is_of_wanted_school(&self, row: usize) -> bool {
        let Preferences { prefer, must, .. } = self.preferences;
        let is_theirs = |ix: &InstitutionIx| prefer.contains(ix) || must.contains(ix);
        prefer.is_empty() && must.is_empty() || self.features(row).institutions.iter().any(is_theirs)
    }

    /// Whether the user prefers a school, or wants credit there.
    pub(crate) fn prefers_school(&self, school: &str) -> bool {
        self.preferences.names_school(&spaced(school))
    }

    /// Whether a program has the level that the user named as their own.
    pub(crate) fn has_own_level(&self, row: usize) -> bool {
        let own = self.preferences.level.map(|level| level.own);
        own.is_some_and(|own| steps(self.features(row).levels).any(|step| step == own))
    }

    /// Returns the criteria that have a weight, the largest first.
    pub(crate) fn by_weight(&self) -> Vec<Criterion> {
        let weights = &self.preferences.weights;
        let mut active: Vec<Criterion> =
            Criterion::ALL.iter().copied().filter(|criterion| weights[*criterion as usize] > 0.0).collect();
        active.sort_by(|a, b| weights[*b as usize].total_cmp(&weights[*a as usize]));
        active
    }
}

/// An evaluation with its inputs.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) view: View<'a>,
    pub(crate) evaluation: &'a Evaluation,
}

impl<'a> Case<'a> {
    pub(crate) fn new(
        catalog: &'a Catalog,
        engine: Engine<'a>,
        evaluation: &'a Evaluation,
        answers: &'a Answers,
    ) -> Self {
        let view = View { catalog, engine, preferences: &evaluation.preferences, answers };
        Self { view, evaluation }
    }

    pub(crate) fn fails(&self, row: usize) -> u16 {
        self.evaluation.fails[row]
    }

    /// Returns the middles of the values of a program.
    pub(crate) fn middles(&self, row: usize) -> Middles {
        self.view.engine.values(self.view.preferences, row).map(|value| value.mid)
    }

    /// Returns the score of a program, whether it passes or not.
    pub(crate) fn score(&self, row: usize) -> f64 {
        self.view.engine.score(self.view.preferences, row)
    }

    pub(crate) fn value(&self, row: usize, criterion: Criterion) -> Interval {
        self.view.engine.values(self.view.preferences, row)[criterion as usize]
    }
}
