//! Preferences: answers turned into numbers, such as wanted fields, deadline and budget, and which of them remove
//! programs. This is the one place that knows what an answer means; it knows no program.

pub(crate) mod done;
pub(crate) mod field;
mod language;
mod school;

use std::sync::Arc;

use done::Done;
use field::{FieldMemo, WantedField};
use school::SchoolReader;

use super::question::names::Names;
use super::question::{Answer, Answers, Choice, Criterion, Question, Questionnaire};
use super::settings::Settings;
use crate::catalog::{Catalog, Currency, InstitutionIx, Level, ProgramIx, Rates, Text};
use crate::names::{holds_phrase, spaced};
use crate::plan::{WeeklyHours, months_until};
use crate::search::{Index, Relation};

/// The hours a week below which a learner cannot keep up with a course on fixed dates.
const FEW_HOURS: f64 = 2.0;

/// The language of most programs, and the one that most people can read.
const ENGLISH: &str = "English";

/// The most that the user would pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Budget {
    pub(crate) currency: Currency,
    /// The limit in hundredths; `None` for no limit.
    pub(crate) limit: Option<i64>,
    /// The price whose value is 0, in hundredths.
    pub(crate) scale: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exams {
    Avoid,
    Want,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pacing {
    SelfOnly,
    ScheduledOnly,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    Practical,
    Balanced,
    Deep,
}

/// The user's level, and how well each level of a program suits it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LevelWish {
    /// The index of the user's level: 0 for a beginner, 2 for advanced.
    pub(crate) own: usize,
    pub(crate) fit: [f64; Level::ALL.len()],
}

/// What the answers amount to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Preferences {
    pub(crate) lean: i32,
    pub(crate) lean_answered: usize,
    /// The weight of each criterion; 0 if it plays no part.
    pub(crate) weights: [f64; Criterion::COUNT],
    /// One bit for each question whose answer removes programs and is not lifted.
    pub(crate) limits: u16,
    pub(crate) months: Option<f64>,
    pub(crate) hours: Option<WeeklyHours>,
    pub(crate) budget: Option<Budget>,
    /// The currency of a budget with which no price can be compared, so that it plays no part.
    pub(crate) unrated: Option<Currency>,
    pub(crate) level: Option<LevelWish>,
    pub(crate) depth: Option<Depth>,
    pub(crate) exams: Option<Exams>,
    pub(crate) pacing: Option<Pacing>,
    pub(crate) field: Option<Arc<WantedField>>,
    pub(crate) prefer: Vec<InstitutionIx>,
    pub(crate) prefer_names: Vec<String>,
    pub(crate) must: Vec<InstitutionIx>,
    pub(crate) languages: Vec<u16>,
    /// The languages in which the field may have been named, set only if the language question is skipped. Programs in
    /// one of them come first; empty for no preference.
    pub(crate) field_languages: Vec<u16>,
    /// The school at which credit is wanted, folded.
    pub(crate) credit_at: Option<String>,
    /// The finished courses.
    pub(crate) done: Arc<Done>,
    /// Whether undergraduate credit is worth more than graduate credit: credit is wanted and the user has
    /// no degree yet.
    pub(crate) is_undergraduate: bool,
}

/// Returns the bit of a question.
pub(crate) const fn bit(question: Question) -> u16 {
    1 << (question as u16)
}

/// The bits after those of the questions are failures of other kinds.
const _: () = assert!(Question::ALL.len() <= 13);

/// Returns the questions whose bits are set, in the order of the questionnaire.
pub(crate) fn questions_of(bits: u16) -> impl Iterator<Item = Question> {
    Question::ALL.into_iter().filter(move |question| bits & bit(*question) != 0)
}

impl Preferences {
    /// Whether a folded name is that of a school that the user prefers, or at which credit is wanted.
    pub(crate) fn names_school(&self, school: &str) -> bool {
        self.prefer_names.iter().chain(&self.credit_at).any(|name| holds_phrase(school, name))
    }

    /// Whether more than a part of a program is about the wanted field, if one is wanted.
    pub(crate) fn is_about(&self, row: usize) -> bool {
        let is_part =
            |wanted: &WantedField| wanted.matches[row].on.is_none_or(|(_, relation)| relation == Relation::Part);
        !self.field.as_deref().is_some_and(is_part)
    }

    /// Returns one bit for each question whose answer removes programs. A wanted field is always included: nothing off
    /// the field is ever recommended, even if the field is not a limit.
    pub(crate) fn removing(&self) -> u16 {
        let field = if self.field.is_some() { bit(Question::Field) } else { 0 };
        self.limits | field
    }
}

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
        let mut preferences = Preferences {
            lean: 0,
            lean_answered: 0,
            weights: [0.0; Criterion::COUNT],
            limits: 0,
            months: None,
            hours: None,
            budget: None,
            unrated: None,
            level: None,
            depth: None,
            exams: None,
            pacing: None,
            field: None,
            prefer: Vec::new(),
            prefer_names: Vec::new(),
            must: Vec::new(),
            languages: Vec::new(),
            field_languages: Vec::new(),
            credit_at: None,
            done: self.done(&answers, known),
            is_undergraduate: is_undergraduate(&answers),
        };
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
        let theirs: Vec<ProgramIx> = wanted.programs().filter(is_theirs).collect();
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

    /// Returns the choice that an answer is, or that its number or date falls into.
    pub(crate) fn choice(&self, question: Question, answer: &Answer) -> Option<&'a Choice> {
        let item = self.questionnaire.item(question);
        match answer {
            Answer::Choice(value) | Answer::CannotPrepare(value) => item.choice(value),
            // A named school implies that credit is wanted, but not that it is a must.
            Answer::CreditAt(_) => item.choice("nice"),
            Answer::Hours(hours) => {
                let below = |choice: &&Choice| choice.hours.is_some_and(|bound| *hours >= bound.low);
                item.choices.iter().rfind(below).or(item.choices.first())
            }
            Answer::Date(_) | Answer::Months(_) => {
                let months = self.months(answer, None)?;
                let reaches = |choice: &&Choice| choice.months.is_some_and(|limit| months <= limit);
                let longest = |choice: &&Choice| choice.months.is_some();
                item.choices.iter().find(reaches).or_else(|| item.choices.iter().rfind(longest))
            }
            Answer::Money { .. } | Answer::Names { .. } | Answer::Institutions { .. } => None,
        }
    }

    fn lean(&self, question: Question, choice: Option<&Choice>, preferences: &mut Preferences) {
        if let (true, Some(choice)) = (self.questionnaire.item(question).lean, choice) {
            preferences.lean += choice.lean;
            preferences.lean_answered += 1;
            preferences.weights[Criterion::Type as usize] = self.questionnaire.weight(Criterion::Type);
        }
    }

    fn weigh(&self, question: Question, answer: &Answer, choice: Option<&Choice>, preferences: &mut Preferences) {
        let Some(criterion) = self.questionnaire.item(question).criterion else { return };
        if criterion == Criterion::Type {
            return;
        }
        let is_only_a_limit = matches!(answer, Answer::Institutions { prefer, .. } if prefer.is_empty());
        // A date, a number of months or an amount without a choice has the criterion's full weight.
        let factor = choice.map_or(1.0, |choice| choice.weight);
        if !is_only_a_limit {
            preferences.weights[criterion as usize] = self.questionnaire.weight(criterion) * factor;
        }
    }

    fn want(
        &self,
        question: Question,
        answer: &Answer,
        choice: Option<&Choice>,
        known: Option<&Preferences>,
        to: &mut Preferences,
    ) {
        let value = answer.choice();
        match question {
            Question::Horizon => to.months = self.months(answer, choice),
            Question::Hours => to.hours = weekly_hours(answer, choice),
            Question::Budget => to.budget = self.budget(answer, choice),
            Question::Level => to.level = value.and_then(|value| self.level(value)),
            Question::Depth => to.depth = value.and_then(depth),
            Question::Exams => to.exams = value.and_then(exams),
            Question::Pacing => to.pacing = value.and_then(pacing),
            Question::Field => to.field = self.field(answer, known),
            Question::Institution => self.institutions(answer, to),
            Question::Language => to.languages = self.languages(answer),
            Question::Credit => to.credit_at = credit_at(answer),
            Question::Goal | Question::Education => {}
        }
    }

    fn months(&self, answer: &Answer, choice: Option<&Choice>) -> Option<f64> {
        match answer {
            Answer::Date(date) => Some(months_until(self.settings.as_of, *date).max(0.0)),
            Answer::Months(months) => Some(f64::from(*months)),
            _ => choice.and_then(|choice| choice.months),
        }
    }

    fn budget(&self, answer: &Answer, choice: Option<&Choice>) -> Option<Budget> {
        if let Answer::Money { hundredths, currency } = answer {
            return Some(Budget { currency: *currency, limit: Some(*hundredths), scale: *hundredths as f64 });
        }
        let bound = choice?.budget?;
        let limit = bound.limit.map(|limit| (limit * 100.0).round() as i64);
        Some(Budget { currency: self.questionnaire.currency(), limit, scale: bound.scale * 100.0 })
    }

    fn level(&self, value: &str) -> Option<LevelWish> {
        let own = self.questionnaire.item(Question::Level).position(value)?;
        let row = self.questionnaire.scales.level_fit.get(value)?;
        let mut fit = [0.0; Level::ALL.len()];
        for level in &Level::ALL {
            fit[*level as usize] = row.get(level.slug()).copied().unwrap_or_default();
        }
        Some(LevelWish { own, fit })
    }

    fn done(&self, answers: &Answers, known: Option<&Preferences>) -> Arc<Done> {
        match known.filter(|known| known.done.names == answers.done()) {
            Some(known) => Arc::clone(&known.done),
            None => Arc::new(Done::of(answers.done(), self.catalog)),
        }
    }

    fn field(&self, answer: &Answer, known: Option<&Preferences>) -> Option<Arc<WantedField>> {
        let Answer::Names { names, only } = answer else { return None };
        let same = known.and_then(|preferences| preferences.field.as_ref());
        match same.filter(|wish| wish.names == *names) {
            Some(same) if same.only == *only => Some(Arc::clone(same)),
            Some(same) => Some(Arc::new(WantedField { only: *only, ..WantedField::clone(same) })),
            None => {
                let is_known = |row: usize| self.knows_field[row];
                Some(Arc::new(WantedField::of(names, *only, self.memo, self.schools(), is_known)))
            }
        }
    }

    fn institutions(&self, answer: &Answer, to: &mut Preferences) {
        let Answer::Institutions { prefer, must } = answer else { return };
        to.prefer = self.handles(prefer);
        to.must = self.handles(must);
        to.prefer_names = prefer.iter().chain(must).map(|name| spaced(name)).collect();
    }

    fn handles(&self, names: &[String]) -> Vec<InstitutionIx> {
        names.iter().flat_map(|name| self.names.institutions_named(name)).collect()
    }

    fn languages(&self, answer: &Answer) -> Vec<u16> {
        let Answer::Names { names, .. } = answer else { return Vec::new() };
        let position = |name: &String| self.names.languages.iter().position(|known| known == name);
        names.iter().filter_map(position).map(|at| at as u16).collect()
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

fn weekly_hours(answer: &Answer, choice: Option<&Choice>) -> Option<WeeklyHours> {
    match answer {
        Answer::Hours(hours) => Some(WeeklyHours::exactly(*hours)),
        _ => choice.and_then(|choice| choice.hours),
    }
}

fn credit_at(answer: &Answer) -> Option<String> {
    match answer {
        Answer::CreditAt(school) => Some(spaced(school)),
        _ => None,
    }
}

fn depth(value: &str) -> Option<Depth> {
    match value {
        "practical" => Some(Depth::Practical),
        "balanced" => Some(Depth::Balanced),
        "deep" => Some(Depth::Deep),
        _ => None,
    }
}

fn exams(value: &str) -> Option<Exams> {
    match value {
        "avoid" => Some(Exams::Avoid),
        "want" => Some(Exams::Want),
        _ => None,
    }
}

fn pacing(value: &str) -> Option<Pacing> {
    match value {
        "self_only" => Some(Pacing::SelfOnly),
        "scheduled_only" => Some(Pacing::ScheduledOnly),
        _ => None,
    }
}
