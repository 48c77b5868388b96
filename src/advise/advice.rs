//! The result as a value of numbers, handles and typed reasons; it holds no sentence. What it says in words is the task
//! of `words`. A program is named by its handle, never by a row or a name.

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
use crate::topics::TopicIx;

/// The most topics that are named where nothing is about what is wanted.
const MAX_NEAREST: usize = 8;

named! {
    /// What the answers and the catalogue lead to.
    Outcome {
        /// A Professional Certificate.
        ProfessionalCertificate = "PC";
        /// A MicroMasters.
        MicroMasters = "MM";
        /// Both kinds fit about equally.
        Close = "CLOSE";
        /// The limits leave neither of the two kinds, but another one.
        Other = "OTHER";
        /// The limits leave nothing.
        None = "NONE";
        /// Nothing in the catalogue is about what is wanted.
        NoMatch = "NO_MATCH";
        /// Too few of the questions that weigh the kinds are answered.
        NotEnough = "NOT_ENOUGH";
    }
}

named! {
    /// How sure the verdict is.
    Strength {
        /// The answers point one way.
        Strong = "strong";
        /// They point one way, but not all of them.
        Moderate = "moderate";
        /// Little decides.
        Close = "close";
    }
}

/// What keeps out the programs that are missing from a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The limits.
    Limits,
    /// Nothing of the kind is about what is wanted.
    Field,
    /// They are only in an older list.
    OlderList,
    /// The catalogue has none.
    Catalog,
}

/// A recommended program in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which program.
    pub program: ProgramIx,
    /// Its other tracks, which share its place.
    pub siblings: Vec<ProgramIx>,
    /// Its place; programs that tie share one.
    pub rank: usize,
    /// Whether another program has the same place.
    pub is_tie: bool,
    /// How well it fits.
    pub score: Score,
    /// What the score is made of, the largest weight first.
    pub contributions: Vec<Contribution>,
    /// What speaks for it.
    pub pros: Vec<Point>,
    /// What counted against it.
    pub cons: Vec<Point>,
    /// What to look out for, the weightiest first.
    pub warnings: Vec<Warning>,
    /// Facts on which it depends that this program stands before the next one; empty where the order is certain. What a
    /// program before it depends on already is not repeated where something else is left to say.
    pub depends_on: Vec<Doubt>,
}

/// The place of a program, without its reasons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Which program.
    pub program: ProgramIx,
    /// Its place; programs that tie share one.
    pub rank: usize,
    /// Whether another program has the same place.
    pub is_tie: bool,
    /// How well it fits.
    pub score: Score,
}

/// What one answer does to the lean: above 0 toward a MicroMasters, below 0 toward a Professional Certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeanPart {
    /// Which question.
    pub question: Question,
    /// How far it leans.
    pub effect: i32,
}

/// A changed set of answers.
pub type Change = Vec<(Question, Answer)>;

/// The smallest change of a limit that leaves something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// What to answer instead.
    pub set: Change,
    /// How many programs that leaves.
    pub admits: usize,
    /// The best of them.
    pub best: ProgramIx,
}

/// A change of answers that changes the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// What to answer instead.
    pub set: Change,
    /// The outcome then.
    pub outcome: Outcome,
    /// The first program then.
    pub top: Option<ProgramIx>,
    /// Whether it is the next choice to the one given.
    pub is_adjacent: bool,
    /// Whether the person could well answer so: it is near to what was said, and no fact about the person.
    pub is_likely: bool,
    /// Whether the outcome changes, not only the first program.
    pub changes_outcome: bool,
}

/// How far a weight can go before another program is first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// Which criterion.
    pub criterion: Criterion,
    /// The weight used.
    pub weight: f64,
    /// The first program is first from this weight on.
    pub low: f64,
    /// And up to this one; nothing where there is no upper end.
    pub high: Option<f64>,
}

/// The second program, and why it is not the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunnerUp {
    /// Which program.
    pub program: ProgramIx,
    /// The criterion on which it lost most; nothing where it ties with the first.
    pub lost_on: Option<Criterion>,
}

/// What to take first, where the recommended program asks for more than the person brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stack {
    /// What prepares.
    pub first: ProgramIx,
    /// What it prepares for.
    pub then: ProgramIx,
    /// By what it prepares.
    pub prepares: Prepares,
}

/// By what a first step prepares for a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prepares {
    /// It is about what is asked for or advised beforehand, as far as that is on record.
    Asked(TopicIx),
    /// It is in the same field and starts at the level of the person.
    Level,
}

named! {
    /// How certain the order of the programs shown is.
    Order {
        /// No fact that is not on record can change it.
        Certain = "certain";
        /// The first will most likely stay the first.
        Likely = "likely";
        /// Facts that are not on record decide.
        Open = "open";
    }
}

/// A program that is kept out of the order until a fact is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToCheck {
    /// Which program.
    pub program: ProgramIx,
    /// The question whose answer is a must.
    pub question: Question,
}

/// What was understood of a wanted field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnderstoodField {
    /// The words as they were typed.
    pub typed: String,
    /// What they were understood as: `nurse: Nursing, 4 programs`.
    pub sentence: String,
    /// The topics that they name.
    pub topics: Vec<TopicIx>,
    /// The schools that were named with it, which are preferred.
    pub schools: Vec<InstitutionIx>,
    /// The programs of that name.
    pub named: Vec<ProgramIx>,
    /// How many programs still taught are about it.
    pub programs: usize,
    /// Where there is none: the topics that are nearest, with how many programs have them.
    pub nearest: Vec<(TopicIx, usize)>,
}

/// More programs share the first place than are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// How many share it.
    pub first: usize,
    /// How many of them are shown.
    pub shown: usize,
}

/// From which answers and settings a result was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The answers.
    pub answers: Answers,
    /// The settings.
    pub settings: Settings,
    /// What the answers come to; kept, because looking for a field in a large catalogue takes a while.
    pub(crate) preferences: Arc<Preferences>,
}

/// The result.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// From what it was made.
    pub asked: Asked,
    /// What it comes to.
    pub outcome: Outcome,
    /// How sure it is.
    pub strength: Strength,
    /// How certain the order of the programs is.
    pub order: Order,
    /// What keeps out what is missing: the other kind, both kinds, or everything.
    pub absence: Absence,
    /// The answers that made it, the weightiest first.
    pub because: Vec<Question>,
    /// Said before the programs where more of them share the first place than are shown.
    pub crowd: Option<Crowd>,
    /// Said before anything else.
    pub caveats: Vec<Caveat>,
    /// The lean: above 0 toward a MicroMasters, below 0 toward a Professional Certificate.
    pub lean: i32,
    /// What it is the sum of.
    pub lean_parts: Vec<LeanPart>,
    /// Whether the limits left only one of the two kinds and the answers did not choose it.
    pub by_constraint: bool,
    /// The questions whose answers limit the choice; each can be lifted (see `Settings::lifted`).
    pub limits: Vec<Question>,
    /// The questions with an answer that counts, in the order of the questionnaire.
    pub told: Vec<Question>,
    /// How many programs pass every limit.
    pub remaining: usize,
    /// The first programs in full. Where both kinds fit, at least one of each.
    pub programs: Vec<Ranked>,
    /// Every program that is ranked, in order.
    pub ranking: Vec<Place>,
    /// Programs that pass every limit as far as it is known, but of which a fact that is a must is unknown.
    pub to_check: Vec<ToCheck>,
    /// What was understood of the wanted fields, each with how many programs are about it.
    pub understood: Vec<UnderstoodField>,
    /// Programs of other kinds that are worth a look.
    pub also: Vec<Also>,
    /// Programs that pass no limit, by id, with every reason.
    pub knocked_out: Vec<KnockedOut>,
    /// Where nothing is left: the smallest changes that leave something.
    pub relaxations: Vec<Relaxation>,
    /// Changes of one answer (of two, where no single one does) that change the result.
    pub flips: Vec<Flip>,
    /// Where both kinds fit: the question whose answer would settle it.
    pub decides: Option<Question>,
    /// Where too few questions are answered: those that matter most.
    pub matter_most: Vec<Question>,
    /// Programs on the wanted subject, where too little is answered to rank them: those that are most about it first, then
    /// by title.
    pub on_subject: Vec<ProgramIx>,
    /// The second program, and why it is not the first.
    pub runner_up: Option<RunnerUp>,
    /// What to take first.
    pub stack: Option<Stack>,
    /// How far each weight can go before another program is first.
    pub stability: Vec<Stability>,
    /// What else must be said.
    pub notes: Vec<Note>,
    /// What to do next.
    pub next_steps: Vec<Step>,
    /// The date of the catalogue.
    pub catalog_as_of: String,
    /// The fingerprint of the catalogue.
    pub catalog_hash: String,
    /// The version of the program.
    pub engine: &'static str,
}

impl Advice {
    /// The topics near to what was wanted, each once, with how many programs have them.
    pub fn nearest_topics(&self) -> impl Iterator<Item = (TopicIx, usize)> + '_ {
        let all = || self.understood.iter().flat_map(|field| field.nearest.iter().copied());
        let is_first = move |(at, near): &(usize, (TopicIx, usize))| !all().take(*at).any(|other| other.0 == near.0);
        let is_wanted = self.outcome == Outcome::NoMatch;
        all().enumerate().filter(is_first).map(|(_, near)| near).filter(move |_| is_wanted).take(MAX_NEAREST)
    }

    /// The first program, if any is ranked.
    pub fn top(&self) -> Option<ProgramIx> {
        self.ranking.first().map(|place| place.program)
    }

    /// The place of a program, if it is ranked.
    pub fn place(&self, program: ProgramIx) -> Option<Place> {
        self.ranking.iter().copied().find(|place| place.program == program)
    }
}

/// Where the answers lean so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaning {
    /// How far.
    pub strength: Strength,
    /// The lean: above 0 toward a MicroMasters.
    pub lean: i32,
}

/// What can be said while the questions are still being asked; cheap enough for every key.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    /// How many programs pass every limit.
    pub remaining: usize,
    /// How many programs stand in the latest list, or in all with older ones included.
    pub of: usize,
    /// How many of the questions that weigh the kinds are answered.
    pub lean_answered: usize,
    /// The lean so far.
    pub leaning: Leaning,
    /// The first programs of the result as it stands; before enough is answered, the best of the two kinds by score.
    /// Empty while no answer puts one program before another.
    pub top: Vec<ProgramIx>,
    /// How many programs share the first place; 0 where `top` is empty.
    pub first_place: usize,
    /// Where nothing is left: the answers without any one of which something would be, and how many programs.
    pub ways_out: Vec<(Question, usize)>,
}
