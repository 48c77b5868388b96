//! What a single answer means: a choice, a lean, a weight, a number or names, and whether it removes programs.

use std::sync::Arc;

use super::done::Done;
use super::field::WantedField;
use super::{AnswerReader, Budget, Depth, Exams, LevelWish, Pacing, Preferences};
use crate::advise::question::{Answer, Answers, Choice, Criterion, Question};
use crate::catalog::{InstitutionIx, Level};
use crate::names::spaced;
use crate::plan::{WeeklyHours, months_until};

impl<'a> AnswerReader<'a> {
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

    pub(super) fn lean(&self, question: Question, choice: Option<&Choice>, preferences: &mut Preferences) {
        if let (true, Some(choice)) = (self.questionnaire.item(question).lean, choice) {
            preferences.lean += choice.lean;
            preferences.lean_answered += 1;
            preferences.weights[Criterion::Type as usize] = self.questionnaire.weight(Criterion::Type);
        }
    }

    pub(super) fn weigh(
        &self,
        question: Question,
        answer: &Answer,
        choice: Option<&Choice>,
        preferences: &mut Preferences,
    ) {
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

    pub(super) fn want(
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

    pub(super) fn done(&self, answers: &Answers, known: Option<&Preferences>) -> Arc<Done> {
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

/// Returns the questions whose limits, and the criteria, that the answer to a question affects besides its own.
pub(crate) fn also_affected(question: Question) -> (&'static [Question], &'static [Criterion]) {
    match question {
        // The hours a week decide when a program would be finished.
        Question::Hours => (&[Question::Horizon], &[Criterion::Time]),
        // A named school counts for credit too, and goal and education decide which credit is of use.
        Question::Institution | Question::Goal | Question::Education => (&[], &[Criterion::Credit]),
        // A field is taken apart if no program in the languages is about all of it.
        Question::Language => (&[Question::Field], &[Criterion::Field]),
        _ => (&[], &[]),
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
