//! The adviser: from answers and a catalogue to a verdict with its reasons. It knows no screen, clock or standard
//! output; the day comes with the [`Settings`]. The result is a pure function of answers, questionnaire, catalogue,
//! settings and the version of the program.
//!
//! [`Adviser::new`] reads a catalogue once. [`Adviser::advise`] answers with a whole [`Advice`]; [`Adviser::glance`] and
//! [`Adviser::remaining_if`] are cheap enough for every key while questions are being asked; [`Adviser::why_not`] and
//! [`Adviser::what_if`] ask further.

mod advice;
mod answers;
mod beside;
mod changes;
mod criteria;
mod evaluate;
mod field;
mod foremost;
mod further;
mod grounds;
mod languages;
mod limits;
mod missing;
mod names;
mod points;
mod question;
mod questionnaire;
mod report;
mod spoken;
mod stability;
mod traits;
mod typed;
mod verdict;
mod warnings;
mod wishes;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use advice::{
    Advice, Also, Change, Contribution, Flip, Glance, Interval, KnockedOut, LeanPart, LostOn, Move, Outcome, Place,
    Ranked, Reason, Relaxation, RunnerUp, Score, Stability, Stack, Standing, Strength, Told, WhatIf, WhyNot,
};
pub use answers::{Answer, Answers, AnswersError};
pub use names::Names;
pub use question::{Criterion, Question};
pub use questionnaire::{
    AnswerKind, AskIf, Caution, Choice, ChoicesFrom, Finding, Item, KindDefaults, QUESTIONNAIRE_FORMAT, Questionnaire,
    QuestionnaireError, Scales, Thresholds,
};
pub use spoken::{Said, Spoken};

use evaluate::Engine;
use field::FieldIndex;
use grounds::Words;
use traits::{Side, Traits};
use wishes::Reader;

use crate::catalog::Catalog;
pub use crate::search::Unknowns;

/// What the result depends on beside the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The day on which one would start.
    pub as_of: Date,
    /// Whether programs that are only in an older list are in the running.
    pub include_older: bool,
    /// What a limit does to a program whose fact is unknown.
    pub unknowns: Unknowns,
    /// Whether kinds that usually carry no credit are taken to carry none where nothing is recorded.
    pub presume_no_credit: bool,
    /// Limits that were lifted: their answers still weigh, but remove nothing.
    pub lifted: BTreeSet<Question>,
    /// How many programs are shown in full.
    pub shown: usize,
}

impl Settings {
    /// The usual settings for a day.
    pub fn new(as_of: Date) -> Self {
        Self {
            as_of,
            include_older: false,
            unknowns: Unknowns::Keep,
            presume_no_credit: true,
            lifted: BTreeSet::new(),
            shown: 3,
        }
    }
}

/// A catalogue read once, ready to advise.
#[derive(Clone, Debug)]
pub struct Adviser {
    questionnaire: Questionnaire,
    names: Names,
    fields: FieldIndex,
    programs: Vec<Traits>,
    hash: String,
}

impl Adviser {
    /// Reads a catalogue. Every later call takes the same one.
    pub fn new(catalog: &Catalog, questionnaire: Questionnaire) -> Self {
        let (mut names, mut programs) = (names::Builder::default(), traits::Builder::default());
        let mut fields = FieldIndex::default();
        for program in catalog.programs() {
            names.add(&program);
            programs.add(&program, &questionnaire);
            fields.add(catalog, &program);
        }
        let names = names.finish(catalog);
        Self { fields, hash: catalog.hash(), programs: programs.finish(&names.languages), names, questionnaire }
    }

    /// What is asked, and what the answers do.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The names that answers may use.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Reads a file of answers.
    pub fn parse_answers(&self, text: &str) -> Result<Answers, AnswersError> {
        Answers::parse(text, &self.questionnaire, &self.names)
    }

    /// Answers with one more setting such as `hours=8-12`.
    pub fn with_setting(&self, answers: &Answers, setting: &str) -> Result<Answers, AnswersError> {
        answers.with_setting(setting, &self.questionnaire, &self.names)
    }

    /// The whole result.
    pub fn advise(&self, catalog: &Catalog, answers: &Answers, settings: &Settings) -> Advice {
        self.with_result(catalog, answers, settings, |words, result| words.advice(result, &self.hash))
    }

    /// Why a program is not the first.
    pub fn why_not(&self, catalog: &Catalog, answers: &Answers, settings: &Settings, id: &str) -> WhyNot {
        self.with_result(catalog, answers, settings, |words, result| words.why_not(id, result))
    }

    /// The result before and after a change of answers.
    pub fn what_if(&self, catalog: &Catalog, answers: &Answers, settings: &Settings, changed: &Answers) -> WhatIf {
        let before = self.advise(catalog, answers, settings);
        let after = self.advise(catalog, changed, settings);
        let moves = further::moves(&before, &after);
        WhatIf { answers: changed.clone(), before, after, moves }
    }

    /// What can be said while questions are being asked.
    pub fn glance(&self, answers: &Answers, settings: &Settings, top: usize) -> Glance {
        let reader = self.reader(settings);
        let engine = self.engine(&reader);
        let evaluation = engine.evaluate(answers);
        let present = engine.present(&evaluation);
        let wishes = &evaluation.wishes;
        let outcome = engine.decide(wishes, &present).outcome;
        let standings = engine.rank(&evaluation, |side| match outcome {
            Outcome::NotEnough => side != Side::Neither,
            outcome => evaluate::ranks(outcome, side),
        });
        let first_place = evaluate::first_place(&standings, outcome);
        let top = if first_place == 0 { 0 } else { top };
        Glance {
            remaining: present.count,
            of: self.programs.iter().filter(|program| settings.include_older || program.is_current).count(),
            lean: wishes.lean,
            lean_answered: wishes.lean_answered,
            leaning: verdict::leaning(wishes.lean, self.questionnaire.verdict),
            top: standings.iter().take(top).map(|one| evaluate::handle(one.row)).collect(),
            first_place,
        }
    }

    /// How many programs would be left, for each fixed choice of a question in its order.
    pub fn remaining_if(&self, answers: &Answers, settings: &Settings, question: Question) -> Vec<usize> {
        let choices = &self.questionnaire.item(question).choices;
        let to_answer = |choice: &Choice| Answer::Choice(choice.value.clone());
        self.remaining_with(answers, settings, question, &choices.iter().map(to_answer).collect::<Vec<_>>())
    }

    /// How many programs would be left, for each of some answers to a question.
    pub fn remaining_with(
        &self,
        answers: &Answers,
        settings: &Settings,
        question: Question,
        instead: &[Answer],
    ) -> Vec<usize> {
        let reader = self.reader(settings);
        let engine = self.engine(&reader);
        let base = engine.evaluate(answers);
        let count =
            |answer: &Answer| engine.remaining(&base, &answers.with(&[(question, answer.clone())]), &[question]);
        instead.iter().map(count).collect()
    }

    fn reader<'a>(&'a self, settings: &'a Settings) -> Reader<'a> {
        Reader { questionnaire: &self.questionnaire, names: &self.names, fields: &self.fields, settings }
    }

    fn engine<'a>(&'a self, reader: &'a Reader<'a>) -> Engine<'a> {
        Engine { reader, programs: &self.programs }
    }

    fn with_result<T>(
        &self,
        catalog: &Catalog,
        answers: &Answers,
        settings: &Settings,
        tell: impl FnOnce(&Words<'_>, &report::Result<'_>) -> T,
    ) -> T {
        let reader = self.reader(settings);
        let engine = self.engine(&reader);
        let evaluation = engine.evaluate(answers);
        let present = engine.present(&evaluation);
        let decision = engine.decide(&evaluation.wishes, &present);
        let standings = engine.rank(&evaluation, |side| evaluate::ranks(decision.outcome, side));
        let words = Words { catalog, engine, evaluation: &evaluation, answers };
        tell(
            &words,
            &report::Result {
                decision,
                standings: &standings,
                remaining: present.count,
                is_limited: present.is_limited,
            },
        )
    }
}
