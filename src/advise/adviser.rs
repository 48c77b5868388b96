//! The entry point of the module: an adviser made from a catalogue, and the questions that can be put to it. It only
//! connects the other modules.

use std::sync::Arc;

use jiff::civil::Date;

use super::advice::{Advice, Asked, Glance, Outcome, WhatIf, WhyNot};
use super::engine::assemble;
use super::engine::features::{self, Features, Read};
use super::engine::on_record::Side;
use super::engine::view::Verdict;
use super::engine::{Case, Engine, evaluate, order, verdict, why_not};
use super::preferences::AnswerReader;
use super::preferences::field::FieldMemo;
use super::question::{Answer, Answers, AnswersError, Choice, Names, Question, Questionnaire};
use super::settings::Settings;
use super::suggest::{Suggester, Suggestions};
use super::words::Explainer;
use crate::catalog::{Catalog, Currency};
use crate::search::Index;

/// A catalogue prepared for giving advice.
#[derive(Clone, Debug)]
pub struct Adviser {
    questionnaire: Questionnaire,
    names: Names,
    index: Arc<Index>,
    memo: Arc<FieldMemo>,
    /// For each row, whether anything is on record about what the program teaches.
    knows_field: Vec<bool>,
    /// The currencies in which prices are on record.
    currencies: Vec<Currency>,
    programs: Vec<Features>,
    hash: String,
}

impl Adviser {
    /// Prepares a catalogue. All later calls must pass the same one.
    pub fn new(catalog: &Catalog, questionnaire: Questionnaire) -> Self {
        Self::searching(catalog, questionnaire, Arc::new(Index::new(catalog)))
    }

    /// Like [`new`](Self::new), but shares an existing index of the catalogue.
    pub fn searching(catalog: &Catalog, questionnaire: Questionnaire, index: Arc<Index>) -> Self {
        let Read { fields, languages, programs, knows_field, currencies } = features::read(catalog, &questionnaire);
        let names = Names::of(catalog, &fields, &languages);
        let (memo, hash) = (Arc::default(), catalog.hash());
        Self { questionnaire, names, index, memo, knows_field, currencies, programs, hash }
    }

    /// Returns the questionnaire.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// Returns the names that answers may use.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Reads a file of answers.
    ///
    /// # Errors
    ///
    /// [`AnswersError`] with everything in the file that is not understood.
    pub fn parse_answers(&self, text: &str) -> Result<Answers, AnswersError> {
        Answers::parse(text, &self.questionnaire, &self.names)
    }

    /// Returns the answers with one more setting, such as `hours=8-12`. Deadlines are counted from `as_of`.
    ///
    /// # Errors
    ///
    /// [`AnswersError`] if the setting is not understood.
    pub fn with_setting(&self, answers: &Answers, setting: &str, as_of: Date) -> Result<Answers, AnswersError> {
        answers.with_setting(setting, &self.questionnaire, &self.names, as_of)
    }

    /// Returns the whole result.
    pub fn advise(&self, catalog: &Catalog, answers: &Answers, settings: &Settings) -> Advice {
        self.with_verdict(catalog, answers, settings, |case, verdict, asked| {
            assemble::advice(case, verdict, asked, &self.hash)
        })
    }

    /// Returns why a program is not first. The program is named by its id, its title, or an institution and words of
    /// its title.
    pub fn why_not(&self, catalog: &Catalog, answers: &Answers, settings: &Settings, typed: &str) -> WhyNot {
        self.with_verdict(catalog, answers, settings, |case, verdict, asked| {
            why_not::why_not(case, verdict, asked, typed)
        })
    }

    /// Returns the results before and after a change of answers, and which programs move.
    pub fn what_if(&self, catalog: &Catalog, answers: &Answers, settings: &Settings, changed: &Answers) -> WhatIf {
        let before = self.advise(catalog, answers, settings);
        let after = self.advise(catalog, changed, settings);
        let moves = why_not::moves(&before, &after);
        WhatIf { answers: changed.clone(), before, after, moves }
    }

    /// Returns the explainer that puts a result of this adviser into words. `asked` is what the result was made from.
    pub fn explainer<'a>(&'a self, catalog: &'a Catalog, asked: &'a Asked) -> Explainer<'a> {
        Explainer::new(catalog, self.engine(catalog, &asked.settings), asked)
    }

    /// Returns what can be shown while questions are being answered, with at most `top` programs.
    pub fn glance(&self, catalog: &Catalog, answers: &Answers, settings: &Settings, top: usize) -> Glance {
        let engine = self.engine(catalog, settings);
        let evaluation = engine.evaluate(answers);
        let present = evaluation.present();
        let preferences = &evaluation.preferences;
        let outcome = engine.decide(preferences, present).outcome;
        let standings = engine.rank(&evaluation, |side| match outcome {
            Outcome::NotEnough => side != Side::Neither,
            outcome => order::ranks(outcome, side),
        });
        let first_place = order::first_place(&standings, outcome);
        let top = if first_place == 0 { 0 } else { top };
        let possible = engine.possible(&evaluation, answers, &[]);
        Glance {
            remaining: possible,
            of: self.programs.iter().filter(|program| settings.include_older || program.is_current).count(),
            lean_answered: preferences.lean_answered,
            leaning: verdict::leaning(preferences.lean, self.questionnaire.verdict),
            top: standings
                .iter()
                .filter(|one| !one.is_sibling)
                .take(top)
                .map(|one| evaluate::handle(one.row))
                .collect(),
            first_place,
            ways_out: if possible == 0 { ways_out(engine, &evaluation, answers) } else { Vec::new() },
        }
    }

    /// Returns suggestions for a field that is being typed, or the subjects if nothing is typed.
    pub fn suggest(&self, catalog: &Catalog, typed: &str) -> Suggestions {
        Suggester { catalog, index: &self.index, names: &self.names }.suggest(typed)
    }

    /// Returns how many programs would be possible with each fixed choice of a question, in the order of the choices; as
    /// in [`Glance::remaining`], so that no choice of an open question leaves more than are possible before it.
    pub fn remaining_if(
        &self,
        catalog: &Catalog,
        answers: &Answers,
        settings: &Settings,
        question: Question,
    ) -> Vec<usize> {
        let choices = &self.questionnaire.item(question).choices;
        let to_change = |choice: &Choice| (question, Answer::Choice(choice.value.clone()));
        self.remaining_with(catalog, answers, settings, &choices.iter().map(to_change).collect::<Vec<_>>())
    }

    /// Returns how many programs would be possible after each of the changes alone.
    pub fn remaining_with(
        &self,
        catalog: &Catalog,
        answers: &Answers,
        settings: &Settings,
        changes: &[(Question, Answer)],
    ) -> Vec<usize> {
        let engine = self.engine(catalog, settings);
        let base = engine.evaluate(answers);
        let count = |change: &(Question, Answer)| {
            engine.possible(&base, &answers.with(std::slice::from_ref(change)), &[change.0])
        };
        changes.iter().map(count).collect()
    }

    fn engine<'a>(&'a self, catalog: &'a Catalog, settings: &'a Settings) -> Engine<'a> {
        let reader = AnswerReader {
            questionnaire: &self.questionnaire,
            names: &self.names,
            catalog,
            index: &self.index,
            memo: &self.memo,
            knows_field: &self.knows_field,
            currencies: &self.currencies,
            settings,
        };
        Engine { reader, programs: &self.programs }
    }

    fn with_verdict<T>(
        &self,
        catalog: &Catalog,
        answers: &Answers,
        settings: &Settings,
        make: impl FnOnce(&Case<'_>, &Verdict<'_>, Asked) -> T,
    ) -> T {
        let engine = self.engine(catalog, settings);
        let evaluation = engine.evaluate(answers);
        let present = evaluation.present();
        let decision = engine.decide(&evaluation.preferences, present);
        let standings = engine.rank(&evaluation, |side| order::ranks(decision.outcome, side));
        let preferences = Arc::new(evaluation.preferences.clone());
        let asked = Asked { answers: answers.clone(), settings: settings.clone(), preferences };
        let case = Case::new(catalog, engine, &evaluation, answers);
        make(&case, &Verdict { decision, present, standings: &standings }, asked)
    }
}

/// Returns the answers that alone leave no program, so that removing any one of them leaves some. Each is given with
/// the number of programs then left, the largest number first.
fn ways_out(engine: Engine<'_>, base: &evaluate::Evaluation, answers: &Answers) -> Vec<(Question, usize)> {
    let without = |question: Question| {
        let mut rest = answers.clone();
        rest.clear(question);
        (question, engine.possible(base, &rest, &[question]))
    };
    let given = Question::ALL.iter().copied().filter(|question| answers.get(*question).is_some());
    let mut ways: Vec<(Question, usize)> = given.map(without).filter(|(_, left)| *left > 0).collect();
    // Giving up the field does not help a user who wants to learn it, so it comes last.
    ways.sort_by_key(|(question, left)| (*question == Question::Field, std::cmp::Reverse(*left)));
    ways
}
