//! Reads all answers: one after the other, then what several of them mean together, such as a field and the languages.

use std::sync::Arc;

use super::field::{FieldMemo, WantedField};
use super::school::SchoolReader;
use super::{Pacing, Preferences, bit};
use crate::advise::question::names::Names;
use crate::advise::question::{Answer, Answers, Choice, Criterion, Question, Questionnaire};
use crate::advise::settings::Settings;
use crate::catalog::{Catalog, Currency, InstitutionIx, ProgramIx, Rates, Text};
use crate::names::spaced;
use crate::search::Index;

/// The hours a week below which a learner cannot keep up with a course on fixed dates.
const FEW_HOURS: f64 = 2.0;

/// The language of most programs, and the one that most people can read.
const ENGLISH: &str = "English";

/// The data that answers are read with.
#[derive(Clone, Copy)]
pub(crate) struct AnswerReader<'a> {
    pub(crate) questionnaire: &'a Questionnaire,
    pub(crate) names: &'a Names,
    pub(crate) catalog: &'a Catalog,
    pub(crate) index: &'a Index,
    pub(crate) memo: &'a FieldMemo,
    /// For each row, whether anything is on record about what the program teaches.
    pub(crate) knows_field: &'a [bool],
    /// The currencies in which prices are on record.
    pub(crate) currencies: &'a [Currency],
    pub(crate) settings: &'a Settings,
}

impl<'a> AnswerReader<'a> {
    /// Reads answers. If `known` has the same field or finished courses, they are reused rather than
    /// searched for again.
    pub(crate) fn read(&self, answers: &Answers, known: Option<&Preferences>) -> Preferences {
        let answers = answers.active(self.questionnaire);
        let (done, is_undergraduate) = (self.done(&answers, known), is_undergraduate(&answers));
        let mut preferences = Preferences { done, is_undergraduate, ..Preferences::default() };
        for (question, answer) in answers.iter() {
            let choice = self.choice(question, answer);
            self.lean(question, choice, &mut preferences);
            self.weigh(question, answer, choice, &mut preferences);
            if limits(question, answer, choice) {
                preferences.limits |= bit(question);
            }
            self.want(question, answer, choice, known, &mut preferences);
        }
        self.drop_unrated_budget(&mut preferences);
        self.pace_for_few_hours(&answers, &mut preferences);
        self.prefer_schools_of_field(&mut preferences);
        if answers.get(Question::Language).is_none() {
            preferences.field_languages =
                preferences.field.as_ref().map(|own| self.languages_of(own)).unwrap_or_default();
        }
        for question in &self.settings.lifted {
            preferences.limits &= !bit(*question);
        }
        self.take_field_apart(&mut preferences);
        preferences
    }

    /// Returns the languages in which a field may have been named, so that programs in them come first. If the words do
    /// not show one language but may be English, English is taken, the language of the questions, provided that a
    /// program in English is about the field. If a school was named with the field and teaches it only in other
    /// languages, no language comes first.
    fn languages_of(&self, wanted: &WantedField) -> Vec<u16> {
        let is_in_english = |ix: ProgramIx| {
            let program = self.catalog.program(ix);
            program.is_offered() && program.languages().iter().any(|own| **own == *ENGLISH)
        };
        if wanted.has_language() {
            return Vec::new();
        }
        let mut languages = wanted.languages();
        let is_open = languages.is_empty() || languages.len() > 1 && languages.contains(&ENGLISH);
        if is_open && wanted.may_be_english(is_in_english, self.schools()) {
            languages = vec![ENGLISH];
        }
        let schools = wanted.schools();
        let is_theirs = |ix: &ProgramIx| {
            let program = self.catalog.program(*ix);
            program.is_offered() && program.institutions().iter().any(|own| schools.contains(own))
        };
        // Most fields name no school; then no program needs to be read.
        let theirs: Vec<ProgramIx> =
            if schools.is_empty() { Vec::new() } else { wanted.programs().filter(is_theirs).collect() };
        let is_in_them =
            |ix: &ProgramIx| self.catalog.program(*ix).languages().iter().any(|own| languages.contains(&own.as_str()));
        if !theirs.is_empty() && !theirs.iter().any(is_in_them) {
            return Vec::new();
        }
        let place = |language: &&str| self.names.languages.iter().position(|own| own == language);
        languages.iter().filter_map(place).map(|at| at as u16).collect()
    }

    /// Separates the things that a field names together if no program in the user's languages is about all of them, so
    /// that the best programs about each are shown.
    fn take_field_apart(&self, to: &mut Preferences) {
        let Some(field) = &to.field else { return };
        let is_limited = to.limits & bit(Question::Language) != 0 && !to.languages.is_empty();
        let can_study = |ix: ProgramIx| {
            let program = self.catalog.program(ix);
            let is_mine =
                |language: &Text| to.languages.iter().any(|own| self.names.languages[usize::from(*own)] == **language);
            program.is_offered()
                && (!is_limited || program.languages().is_empty() || program.languages().iter().any(is_mine))
        };
        if let Some(apart) = field.for_those_who(can_study, self.schools()) {
            to.field = Some(Arc::new(apart));
        }
    }

    /// Leaves out a budget in a currency that has no exchange rate and in which no price is on record. All prices stay
    /// as known as they are without a budget.
    fn drop_unrated_budget(&self, to: &mut Preferences) {
        let is_told =
            |currency: Currency| Rates::shipped().of(currency).is_some() || self.currencies.contains(&currency);
        let currency = to.budget.map(|budget| budget.currency);
        to.unrated = currency.filter(|currency| *currency != Currency::USD && !is_told(*currency));
        if to.unrated.is_some() {
            to.budget = None;
            to.weights[Criterion::Cost as usize] = 0.0;
            to.limits &= !bit(Question::Budget);
        }
    }

    /// Prefers self-paced programs if the user has very few hours and the pacing question is skipped.
    fn pace_for_few_hours(&self, answers: &Answers, to: &mut Preferences) {
        let has_few = to.hours.is_some_and(|hours| hours.high < FEW_HOURS);
        if has_few && answers.get(Question::Pacing).is_none() {
            to.pacing = Some(Pacing::SelfOnly);
            to.weights[Criterion::Pacing as usize] = self.questionnaire.weight(Criterion::Pacing);
        }
    }

    /// Returns the reader that tells schools from fields.
    pub(crate) fn schools(&self) -> SchoolReader<'a> {
        SchoolReader { names: self.names, index: self.index, catalog: self.catalog }
    }

    /// Prefers a school that is typed with the field, as if it were the answer to the institution question.
    fn prefer_schools_of_field(&self, to: &mut Preferences) {
        let schools = to.field.as_ref().map(|wanted| wanted.schools()).unwrap_or_default();
        let new: Vec<InstitutionIx> = schools.into_iter().filter(|ix| !to.prefer.contains(ix)).collect();
        if !new.is_empty() {
            to.weights[Criterion::Brand as usize] = self.questionnaire.weight(Criterion::Brand);
        }
        to.prefer_names.extend(new.iter().map(|ix| spaced(&self.catalog.institution(*ix).name)));
        to.prefer.extend(new);
    }
}

/// Whether an answer removes programs.
fn limits(question: Question, answer: &Answer, choice: Option<&Choice>) -> bool {
    match answer {
        Answer::Choice(_) => choice.is_some_and(|choice| choice.limit),
        Answer::CannotPrepare(_) | Answer::Hours(_) | Answer::Date(_) | Answer::Months(_) | Answer::Money { .. } => {
            true
        }
        Answer::CreditAt(_) => false,
        Answer::Names { only, .. } => *only || question == Question::Language,
        Answer::Institutions { must, .. } => !must.is_empty(),
    }
}

/// Whether undergraduate credit is needed: credit is a must, or is wanted toward a bachelor's degree, and the user has
/// no degree yet. A goal of a master's degree needs graduate credit instead.
fn is_undergraduate(answers: &Answers) -> bool {
    let choice = |question| answers.get(question).and_then(Answer::choice);
    let (goal, credit) = (choice(Question::Goal), choice(Question::Credit));
    let wants = credit == Some("must") || goal == Some("bachelor") && credit != Some("no");
    let has_degree = matches!(choice(Question::Education), Some("bachelor" | "master"));
    let is_on_the_way = goal == Some("bachelor") || choice(Question::Education).is_some();
    wants && !has_degree && is_on_the_way && goal != Some("masters")
}
