//! The adviser: turns answers and a catalogue into a verdict with reasons. It does not use a screen, a clock or
//! standard output; the date is part of the [`Settings`]. The result is a pure function of answers, questionnaire,
//! catalogue, settings and program version.
//!
//! [`Adviser::new`] reads a catalogue once. [`Adviser::advise`] returns a complete [`Advice`]; [`Adviser::glance`] and
//! [`Adviser::remaining_if`] are cheap enough for every key press while questions are answered; [`Adviser::why_not`]
//! and [`Adviser::what_if`] answer further questions. All of these return values without sentences;
//! [`Adviser::explainer`] provides the words.
//!
//! The layers, each of which uses only those before it: `question` (questions and answers), `preferences` (what the
//! answers mean), `advice` (the result as a value), `engine` (calculations and decisions), `words` (sentences),
//! `suggest` (meanings of a field while it is being typed), `adviser` (all of these combined), `prompt` (the
//! questionnaire as lines of text).

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
    Absence, Advice, Also, Asked, Caveat, Chance, Change, Contribution, Crowd, Doubt, Evidence, Flip, Glance,
    KnockedOut, LeanPart, Leaning, LookReason, LostOn, Move, Nearest, Note, Order, Origin, Outcome, Place, Point,
    Ranked, Reason, Relaxation, RunnerUp, Stability, Stack, Standing, Step, Strength, ToCheck, Trace, UnderstoodField,
    Warning, WhatIf, WhyNot,
};
pub use adviser::Adviser;
pub use engine::FEATURES;
pub use interval::{Interval, Score};
pub use prompt::{Prompt, Reply};
pub use question::{
    Answer, AnswerKind, AnswerProblem, Answers, AnswersError, AskIf, Caution, Choice, ChoicesFrom, Criterion,
    DeadlinePassed, Finding, Item, KindDefaults, Names, NoChoice, QUESTIONNAIRE_FORMAT, Question, Questionnaire,
    QuestionnaireError, Scales, Thresholds, TwoDates,
};
pub use settings::Settings;
pub use suggest::{Suggestion, SuggestionKind, Suggestions};
pub use words::{Explainer, Removal, Short, ShortProgram};

pub use crate::search::Unknowns;
