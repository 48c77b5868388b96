//! The adviser: from answers and a catalogue to a verdict with its reasons. It knows no screen, clock or standard
//! output; the day comes with the [`Settings`]. The result is a pure function of answers, questionnaire, catalogue,
//! settings and the version of the program.
//!
//! [`Adviser::new`] reads a catalogue once. [`Adviser::advise`] answers with a whole [`Advice`]; [`Adviser::glance`] and
//! [`Adviser::remaining_if`] are cheap enough for every key while questions are being asked; [`Adviser::why_not`] and
//! [`Adviser::what_if`] ask further. All of these are values without sentences; [`Adviser::explainer`] gives the words.
//!
//! The floors, each of which uses those before it only: `question` (what is asked and answered), `preferences` (what the
//! answers mean), `advice` (the result as a value), `engine` (arithmetic and decisions), `words` (sentences), `suggest`
//! (what a field that is being typed may mean), `adviser` (all of it put together), `prompt` (the questionnaire in lines).

mod advice;
mod adviser;
mod engine;
mod interval;
mod preferences;
mod prompt;
mod question;
mod settings;
mod suggest;
mod words;

pub use advice::{
    Absence, Advice, Also, Asked, Caveat, Change, Contribution, Crowd, Doubt, Evidence, Flip, Glance, KnockedOut,
    LeanPart, Leaning, LookReason, LostOn, Move, Nearest, Note, Order, Origin, Outcome, Place, Point, Ranked, Reason,
    Relaxation, RunnerUp, Stability, Stack, Standing, Step, Strength, ToCheck, Trace, UnderstoodField, Warning, WhatIf,
    WhyNot,
};
pub use adviser::Adviser;
pub use engine::FEATURES;
pub use interval::{Interval, Score};
pub use prompt::{Prompt, Reply};
pub use question::{
    Answer, AnswerKind, AnswerProblem, Answers, AnswersError, AskIf, Caution, Choice, ChoicesFrom, Criterion,
    DeadlinePassed, Finding, Item, KindDefaults, Names, NoChoice, QUESTIONNAIRE_FORMAT, Question, Questionnaire,
    QuestionnaireError, Scales, Thresholds, TwoAmounts,
};
pub use settings::Settings;
pub use suggest::{Suggestion, SuggestionKind, Suggestions};
pub use words::{Explainer, Removal, Short, ShortProgram};

pub use crate::search::Unknowns;
