//! The answer about one program: why it is not first; and the results before and after a change of answers.

use super::reasons::Reason;
use super::{Advice, Asked, Chance, Change, Outcome, Place};
use crate::advise::interval::Interval;
use crate::advise::question::{Answers, Criterion, Question};
use crate::catalog::{InstitutionIx, ProgramIx};

named! {
    /// The standing of the program that was asked about.
    Standing {
        /// A limit removes it.
        KnockedOut = "knocked_out";
        /// It passes the limits, but others fit better.
        Outranked = "outranked";
        /// It is one of the programs shown.
        Recommended = "recommended";
        /// The catalogue has no such program.
        NotInCatalog = "not_in_catalog";
    }
}

/// A criterion on which a program does worse than the first one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LostOn {
    /// The criterion.
    pub criterion: Criterion,
    /// How well the program does.
    pub mine: Interval,
    /// How well the first one does.
    pub theirs: Interval,
    /// The first program.
    pub winner: ProgramIx,
}

/// The nearest change of answers that admits a program or raises its rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nearest {
    /// This change admits it.
    Admits(Change, Chance),
    /// This change raises it to this rank.
    Lifts(Change, usize),
    /// It is only in an older list, which no answer changes.
    OlderList,
    /// No change of a limit would admit it.
    NoAdmission,
    /// It is off the wanted field, and only another field would admit it, with other answers to these questions.
    OtherField(Vec<Question>),
    /// A required fact about it is unknown.
    ToCheck,
    /// Too few questions are answered; these matter most.
    MoreAnswers(Vec<Question>),
    /// It is already first.
    First,
    /// No change of a single answer would raise its rank.
    NoLift,
    /// It is not in the catalogue.
    NotInCatalog,
}

impl Nearest {
    /// Returns the change, or `None` if there is none.
    pub fn change(&self) -> Option<&Change> {
        match self {
            Self::Admits(change, _) | Self::Lifts(change, _) => Some(change),
            _ => None,
        }
    }
}

/// What is known about a program that is not in the catalogue, or what comes near to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// A finding of the questionnaire; its index.
    Finding(usize),
    /// Programs with almost the same spelling.
    Spelled(Vec<ProgramIx>),
    /// A topic, and programs about it.
    About(String, Vec<ProgramIx>),
    /// Institutions, and programs they offer.
    By(Vec<InstitutionIx>, Vec<ProgramIx>),
}

/// Why a program is not first.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyNot {
    /// What the answer was made from.
    pub asked: Asked,
    /// The id of the program; the words as typed if it is not in the catalogue.
    pub id: String,
    /// Its handle; `None` if it is not in the catalogue.
    pub program: Option<ProgramIx>,
    /// The standing of the program.
    pub standing: Standing,
    /// Its rank; `None` if it is not ranked.
    pub place: Option<Place>,
    /// How many programs are ranked.
    pub ranked: usize,
    /// The outcome of the result.
    pub outcome: Outcome,
    /// Why it is removed; empty if it is not.
    pub reasons: Vec<Reason>,
    /// The criteria on which it does worse than the first program.
    pub lost_on: Vec<LostOn>,
    /// The nearest change of answers that admits it or raises its rank.
    pub nearest: Nearest,
    /// What is known about the request if it is not in the catalogue, and what comes near to it.
    pub traces: Vec<Trace>,
    /// Programs to look at instead.
    pub instead: Vec<ProgramIx>,
}

/// How the rank of a program changes with the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The handle of the program.
    pub program: ProgramIx,
    /// Its rank before; `None` if it was not ranked.
    pub from: Option<usize>,
    /// Its rank after; `None` if it is not ranked.
    pub to: Option<usize>,
}

/// The results before and after a change of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The changed answers.
    pub answers: Answers,
    /// The result before.
    pub before: Advice,
    /// The result after.
    pub after: Advice,
    /// All programs whose rank changes, sorted by the better of their two ranks.
    pub moves: Vec<Move>,
}
