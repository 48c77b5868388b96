//! The adviser: from answers and a catalogue to a verdict with its reasons. It knows no screen, clock or standard
//! output; the day comes with the [`Settings`]. The result is a pure function of answers, questionnaire, catalogue,
//! settings and the version of the program.
//!
//! [`Adviser::new`] reads a catalogue once. [`Adviser::advise`] answers with a whole [`Advice`]; [`Adviser::glance`] and
//! [`Adviser::remaining_if`] are cheap enough for every key while questions are being asked; [`Adviser::why_not`] and
//! [`Adviser::what_if`] ask further.

mod advice;
mod answers;
mod names;
mod question;
mod questionnaire;

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
    AnswerKind, AskIf, Caution, Choice, ChoicesFrom, Item, KindDefaults, QUESTIONNAIRE_FORMAT, Questionnaire,
    QuestionnaireError, Scales, Thresholds,
};

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

// The calls of the adviser, as they will stand:
//   Adviser::new(&Catalog, Questionnaire) -> Adviser                       owns the questionnaire and the names
//   adviser.questionnaire() -> &Questionnaire      adviser.names() -> &Names
//   adviser.parse_answers(text) -> Result<Answers, AnswersError>
//   adviser.advise(&Catalog, &Answers, &Settings) -> Advice
//   adviser.glance(&Catalog, &Answers, &Settings, top: usize) -> Glance
//   adviser.remaining_if(&Catalog, &Answers, &Settings, Question) -> Vec<usize>   one count for each fixed choice
//   adviser.why_not(&Catalog, &Answers, &Settings, id: &str) -> WhyNot
//   adviser.what_if(&Catalog, &Answers, &Settings, changed: &Answers) -> WhatIf
