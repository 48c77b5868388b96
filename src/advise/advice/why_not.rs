//! The answer about one program, why it is not the first, and the result before and after a change of answers.

use super::reasons::Reason;
use super::{Advice, Asked, Change, Outcome, Place};
use crate::advise::interval::Interval;
use crate::advise::question::{Answers, Criterion, Question};
use crate::catalog::{InstitutionIx, ProgramIx};

named! {
    /// Where a program stands that was asked for.
    Standing {
        /// A limit removes it.
        KnockedOut = "knocked_out";
        /// It passes the limits; others fit better.
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
    /// Which criterion.
    pub criterion: Criterion,
    /// How well the program does.
    pub mine: Interval,
    /// How well the first one does.
    pub theirs: Interval,
    /// The first one.
    pub winner: ProgramIx,
}

/// The nearest change of answers that admits a program, or lifts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Nearest {
    /// This change lets it in.
    Admits(Change),
    /// This change lifts it to that place.
    Lifts(Change, usize),
    /// It is only in an older list, which no answer changes.
    OlderList,
    /// No change of a limit would let it in.
    NoAdmission,
    /// It is off the wanted field, and only another field would let it in.
    OtherField,
    /// A fact that is a must is unknown of it.
    ToCheck,
    /// Too few questions are answered; these matter most.
    MoreAnswers(Vec<Question>),
    /// It is first already.
    First,
    /// No change of one answer would lift it.
    NoLift,
    /// The catalogue does not have it.
    NotInCatalog,
}

impl Nearest {
    /// The change, where there is one.
    pub fn change(&self) -> Option<&Change> {
        match self {
            Self::Admits(change) | Self::Lifts(change, _) => Some(change),
            _ => None,
        }
    }
}

/// What is known about a program that the catalogue does not have, or what is near to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trace {
    /// A finding of the questionnaire, by its position.
    Finding(usize),
    /// Spelled almost the same.
    Spelled(Vec<ProgramIx>),
    /// About the same topic.
    About(String, Vec<ProgramIx>),
    /// By the same institutions.
    By(Vec<InstitutionIx>, Vec<ProgramIx>),
}

/// Why a program is not the first one.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyNot {
    /// From what it was made.
    pub asked: Asked,
    /// The id that was asked for; the words, where the catalogue does not have it.
    pub id: String,
    /// Its handle, where the catalogue has it.
    pub program: Option<ProgramIx>,
    /// Where it stands.
    pub standing: Standing,
    /// Its place, where it is ranked.
    pub place: Option<Place>,
    /// How many programs are ranked.
    pub ranked: usize,
    /// The outcome of the result.
    pub outcome: Outcome,
    /// Why it is not in the running.
    pub reasons: Vec<Reason>,
    /// On what it loses against the first one.
    pub lost_on: Vec<LostOn>,
    /// The nearest change of answers that admits it, or lifts it.
    pub nearest: Nearest,
    /// What is known about what was asked for, where it is not in the catalogue; and what is near to it.
    pub traces: Vec<Trace>,
    /// What to look at instead.
    pub instead: Vec<ProgramIx>,
}

/// How a program moves when answers change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// Which program.
    pub program: ProgramIx,
    /// Its place before, if it was ranked.
    pub from: Option<usize>,
    /// Its place after, if it is ranked.
    pub to: Option<usize>,
}

/// Change an answer and see how the result changes.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The changed answers.
    pub answers: Answers,
    /// Before.
    pub before: Advice,
    /// After.
    pub after: Advice,
    /// Every program whose place changes, by its better place.
    pub moves: Vec<Move>,
}
