//! The result of advising, as numbers, handles and typed reasons without sentences; `words` puts them into words. A
//! program is named by its handle, never by a row or a name.

mod reasons;
mod why_not;

pub use reasons::{
    Also, Caveat, Contribution, Doubt, Evidence, KnockedOut, LookReason, Note, Origin, Point, Reason, Step, Warning,
};
pub use why_not::{LostOn, Move, Nearest, Standing, Trace, WhatIf, WhyNot};

use std::sync::Arc;

use super::interval::Score;
use super::preferences::Preferences;
use super::question::{Answer, Answers, Criterion, Question};
use super::settings::Settings;
use crate::catalog::{InstitutionIx, ProgramIx};
use crate::plan::Ground;
use crate::topics::TopicIx;

/// The most nearby topics listed if nothing is about the wanted field.
const MAX_NEAREST: usize = 8;

named! {
    /// The outcome that answers and catalogue lead to.
    Outcome {
        /// A Professional Certificate.
        ProfessionalCertificate = "PC";
        /// A MicroMasters.
        MicroMasters = "MM";
        /// Both kinds fit about equally well.
        Close = "CLOSE";
        /// The limits leave neither of the two kinds, but at least one other.
        Other = "OTHER";
        /// The limits leave no program.
        None = "NONE";
        /// No program is about the wanted field.
        NoMatch = "NO_MATCH";
        /// Too few of the questions that weigh the kinds are answered.
        NotEnough = "NOT_ENOUGH";
    }
}

named! {
    /// How certain the choice of kind is.
    Strength {
        /// The answers clearly point to one kind.
        Strong = "strong";
        /// Most answers point to one kind.
        Moderate = "moderate";
        /// The answers barely favour one kind.
        Close = "close";
    }
}

/// Why programs are missing from a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The limits remove them.
    Limits,
    /// None of that kind is about the wanted field.
    Field,
    /// Those of that kind that pass are about the wanted field only in part, and others are mainly about it.
    InPart,
    /// None of that kind is also about what the user is, and others are.
    User,
    /// They are only in other languages than that in which the field was named.
    Language,
    /// They are only in an older list.
    OlderList,
    /// The catalogue has none.
    Catalog,
}

/// A recommended program with all details.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The handle of the program.
    pub program: ProgramIx,
    /// The other tracks of the same program, which share its rank.
    pub siblings: Vec<ProgramIx>,
    /// The rank, from 1; tied programs share one.
    pub rank: usize,
    /// Whether another program has the same rank.
    pub is_tie: bool,
    /// How well the program fits.
    pub score: Score,
    /// The contributions to the score, the largest weight first.
    pub contributions: Vec<Contribution>,
    /// Points in its favour.
    pub pros: Vec<Point>,
    /// Points against it.
    pub cons: Vec<Point>,
    /// Warnings, the most serious first.
    pub warnings: Vec<Warning>,
    /// The facts on which its place before the next program depends; empty if the order is certain. A fact already
    /// listed for a program before it is not repeated if others remain.
    pub depends_on: Vec<Doubt>,
}

/// The rank of a program, without reasons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The handle of the program.
    pub program: ProgramIx,
    /// The rank, from 1; tied programs share one.
    pub rank: usize,
    /// Whether another program has the same rank.
    pub is_tie: bool,
    /// How well the program fits.
    pub score: Score,
}

/// The effect of one answer on the lean. A positive lean favours a MicroMasters, a negative one a
/// Professional Certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeanPart {
    /// The question that was answered.
    pub question: Question,
    /// The signed effect on the lean.
    pub effect: i32,
}

/// Changes of answers.
pub type Change = Vec<(Question, Answer)>;

/// Whether what passes the limits also fits them by its likely finish and price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chance {
    /// By its likely values.
    Likely,
    /// Only by the low end of an estimate.
    Unlikely,
}

impl Chance {
    /// The chance of what is likely, or is not.
    pub(crate) fn of(is_likely: bool) -> Self {
        if is_likely { Self::Likely } else { Self::Unlikely }
    }
}

/// The smallest change of a limit that leaves some program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The new answers.
    pub set: Change,
    /// How many programs remain then.
    pub admits: usize,
    /// The best of them.
    pub best: ProgramIx,
    /// Whether the best is likely to fit.
    pub chance: Chance,
}

/// A change of answers that changes the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The new answers.
    pub set: Change,
    /// The outcome after the change.
    pub outcome: Outcome,
    /// The first program after the change; `None` if none is ranked.
    pub top: Option<ProgramIx>,
    /// Whether the new answer is adjacent to the given one.
    pub is_adjacent: bool,
    /// Whether the user might well give this answer: it is close to the given one and does not state a fact
    /// about the user.
    pub is_likely: bool,
    /// Whether the outcome changes, not just the first program.
    pub changes_outcome: bool,
}

/// The range of a weight within which the first program stays first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// The criterion.
    pub criterion: Criterion,
    /// The weight used.
    pub weight: f64,
    /// The smallest weight at which the first program is first.
    pub low: f64,
    /// The largest such weight; `None` if there is no upper bound.
    pub high: Option<f64>,
}

/// The second program, and why it is not first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunnerUp {
    /// The handle of the program.
    pub program: ProgramIx,
    /// The criterion on which it lost most; `None` if it ties with the first, or comes behind it whatever the scores.
    pub lost_on: Option<Criterion>,
}

/// What to take first if the recommended program requires more than the user brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// The program that prepares.
    pub first: ProgramIx,
    /// The program it prepares for.
    pub then: ProgramIx,
    /// Why it prepares for it.
    pub ground: Ground,
}

named! {
    /// How certain the order of the shown programs is.
    Order {
        /// No fact that is not on record can change it.
        Certain = "certain";
        /// The first program will most likely stay first.
        Likely = "likely";
        /// Facts that are not on record decide it.
        Open = "open";
    }
}

/// A program left out of the order until a fact is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToCheck {
    /// The handle of the program.
    pub program: ProgramIx,
    /// The question whose answer is a must.
    pub question: Question,
}

/// How a wanted field was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnderstoodField {
    /// The words as typed.
    pub typed: String,
    /// Their meaning in a sentence: `nurse: Nursing, 4 programs`.
    pub sentence: String,
    /// The topics they name.
    pub topics: Vec<TopicIx>,
    /// The schools named with the field, which are preferred.
    pub schools: Vec<InstitutionIx>,
    /// The programs with that name.
    pub named: Vec<ProgramIx>,
    /// How many current programs are about it.
    pub programs: usize,
    /// The nearest topics with their numbers of programs; only given if no program is about the field, or if none about
    /// it passes the limits. In that case only programs that pass them are counted.
    pub nearest: Vec<(TopicIx, usize)>,
}

/// A first place shared by more programs than are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// How many programs share it.
    pub first: usize,
    /// How many of them are shown.
    pub shown: usize,
}

/// The answers and settings that a result was made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The answers.
    pub answers: Answers,
    /// The settings.
    pub settings: Settings,
    /// The preferences derived from the answers, kept because searching a large catalogue for a field takes time.
    pub(crate) preferences: Arc<Preferences>,
}

/// The whole result.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What the result was made from.
    pub asked: Asked,
    /// The outcome.
    pub outcome: Outcome,
    /// How certain the choice of kind is.
    pub strength: Strength,
    /// How certain the order of the programs is.
    pub order: Order,
    /// Why programs are missing: those of the other kind, of both kinds, or all.
    pub absence: Absence,
    /// The questions whose answers decided, the most influential first.
    pub because: Vec<Question>,
    /// Given if more programs share the first place than are shown.
    pub crowd: Option<Crowd>,
    /// Caveats, to be shown before anything else.
    pub caveats: Vec<Caveat>,
    /// The lean: positive toward a MicroMasters, negative toward a Professional Certificate.
    pub lean: i32,
    /// The effects that the lean is the sum of.
    pub lean_parts: Vec<LeanPart>,
    /// Whether the limits left only one of the two kinds and the answers did not choose it.
    pub by_constraint: bool,
    /// The questions whose answers act as limits. Each can be lifted through [`Settings::lifted`].
    pub limits: Vec<Question>,
    /// The questions with an answer that counts, in the order of the questionnaire.
    pub told: Vec<Question>,
    /// How many programs pass all limits.
    pub remaining: usize,
    /// The first programs with all details; at least one of each kind if both fit.
    pub programs: Vec<Ranked>,
    /// All ranked programs, in order.
    pub ranking: Vec<Place>,
    /// Programs that pass all limits as far as known, but for which a required fact is unknown.
    pub to_check: Vec<ToCheck>,
    /// The wanted fields as they were understood.
    pub understood: Vec<UnderstoodField>,
    /// Programs of other kinds worth considering.
    pub also: Vec<Also>,
    /// Programs that limits remove, by id, with all reasons.
    pub knocked_out: Vec<KnockedOut>,
    /// The smallest changes that leave some program; only given if none is left.
    pub relaxations: Vec<Relaxation>,
    /// Changes of one answer that change the result, or of two if no single one does.
    pub flips: Vec<Flip>,
    /// The question whose answer would settle it; only given if both kinds fit.
    pub decides: Option<Question>,
    /// The questions that matter most; only given if too few are answered.
    pub matter_most: Vec<Question>,
    /// Programs on the wanted subject that are not ranked, because too little is answered or because none passes the
    /// limits: those that fail the fewest limits first, then those most about it, then by title.
    pub on_subject: Vec<ProgramIx>,
    /// The second program, and why it is not first.
    pub runner_up: Option<RunnerUp>,
    /// What to take first.
    pub stack: Option<Stack>,
    /// For each weight, the range within which the first program stays first.
    pub stability: Vec<Stability>,
    /// Further notes.
    pub notes: Vec<Note>,
    /// The next steps.
    pub next_steps: Vec<Step>,
    /// The date of the catalogue.
    pub catalog_as_of: String,
    /// The hash of the catalogue.
    pub catalog_hash: String,
    /// The version of this program.
    pub engine: &'static str,
}

impl Flip {
    /// Whether another flip leads to the same result.
    pub fn has_same_result(&self, other: &Self) -> bool {
        let comes_to = |flip: &Self| (flip.outcome, flip.changes_outcome, flip.top.filter(|_| !flip.changes_outcome));
        comes_to(self) == comes_to(other)
    }

    /// Whether it would leave no program. Nobody makes such a change to get another result.
    pub fn leaves_nothing(&self) -> bool {
        matches!(self.outcome, Outcome::None | Outcome::NoMatch)
    }

    /// Whether a user who gave answers to the questions `told` can choose to give these. Some are facts about the user,
    /// such as who pays or what they have completed; the result depends on them, but they are not decided to get
    /// another result. What they have not told yet may be anything.
    pub fn is_choosable(&self, told: &[Question]) -> bool {
        let is_open = |question: &Question| *question != Question::Budget && !told.contains(question);
        self.set.iter().all(|(question, answer)| is_open(question) || answer.is_choosable(*question))
    }
}

impl Advice {
    /// Returns the topics nearest to what was wanted, without duplicates, with their numbers of programs; empty unless
    /// nothing is about it ([`Outcome::NoMatch`]) or nothing on it passes the limits ([`Outcome::None`]).
    pub fn nearest_topics(&self) -> impl Iterator<Item = (TopicIx, usize)> + '_ {
        let all = || self.understood.iter().flat_map(|field| field.nearest.iter().copied());
        let is_first = move |(at, near): &(usize, (TopicIx, usize))| !all().take(*at).any(|other| other.0 == near.0);
        let is_wanted = matches!(self.outcome, Outcome::NoMatch | Outcome::None);
        all().enumerate().filter(is_first).map(|(_, near)| near).filter(move |_| is_wanted).take(MAX_NEAREST)
    }

    /// Returns the first program, or `None` if none is ranked.
    pub fn top(&self) -> Option<ProgramIx> {
        self.ranking.first().map(|place| place.program)
    }

    /// Returns the rank of a program, or `None` if it is not ranked.
    pub fn place(&self, program: ProgramIx) -> Option<Place> {
        self.ranking.iter().copied().find(|place| place.program == program)
    }
}

/// How the answers lean so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// How strongly they lean.
    pub strength: Strength,
    /// The lean: positive toward a MicroMasters.
    pub lean: i32,
}

/// What can be shown while questions are being answered; cheap enough to compute at every key press.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    /// How many programs are still possible: they pass all limits, or, while a deadline is set and the hours a week are
    /// open, would pass them with the most hours that can be chosen.
    pub remaining: usize,
    /// How many programs are considered: those in the latest list, or all if older ones are included.
    pub of: usize,
    /// How many of the questions that weigh the kinds are answered.
    pub lean_answered: usize,
    /// The lean so far.
    pub leaning: Leaning,
    /// The first programs of the result so far; until enough is answered, the best of the two kinds by score. Empty
    /// while no answer puts one program before another.
    pub top: Vec<ProgramIx>,
    /// How many programs share the first place; 0 if no answer puts one before another.
    pub first_place: usize,
    /// If no program is left: the questions whose answers could each be taken back to leave some, and how many programs
    /// that leaves.
    pub ways_out: Vec<(Question, usize)>,
}
