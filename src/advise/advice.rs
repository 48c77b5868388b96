//! The result as a value: what the screen draws, the commands print and the JSON holds. Nothing here is computed; every
//! sentence is complete when the value is made. A program is named by its handle, never by a row.

use jiff::civil::Date;

use super::{Answer, Answers, Criterion, Question};
use crate::catalog::ProgramIx;

/// What the answers and the catalogue lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// A Professional Certificate.
    ProfessionalCertificate,
    /// A MicroMasters.
    MicroMasters,
    /// Both kinds fit about equally.
    Close,
    /// The limits leave neither of the two kinds, but another one.
    Other,
    /// The limits leave nothing.
    None,
    /// Too few of the questions that weigh the kinds are answered.
    NotEnough,
}

impl Outcome {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::ProfessionalCertificate => "PC",
            Self::MicroMasters => "MM",
            Self::Close => "CLOSE",
            Self::Other => "OTHER",
            Self::None => "NONE",
            Self::NotEnough => "NOT_ENOUGH",
        }
    }

    /// The name for people, as the end of a sentence.
    pub fn name(self) -> &'static str {
        match self {
            Self::ProfessionalCertificate => "a Professional Certificate",
            Self::MicroMasters => "a MicroMasters",
            Self::Close => "a close call between the two kinds",
            Self::Other => "another kind of credential",
            Self::None => "no program",
            Self::NotEnough => "too few answers for a verdict",
        }
    }
}

/// How sure the verdict is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strength {
    /// The answers point one way.
    Strong,
    /// They point one way, but not all of them.
    Moderate,
    /// Little decides.
    Close,
}

impl Strength {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Moderate => "moderate",
            Self::Close => "close",
        }
    }

    /// How sure, in two words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strong => "quite sure",
            Self::Moderate => "moderately sure",
            Self::Close => "hardly sure",
        }
    }
}

/// A value from 0 to 1 that is known exactly or within bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least it can be.
    pub low: f64,
    /// What is counted with.
    pub mid: f64,
    /// The most it can be.
    pub high: f64,
}

impl Interval {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { low: 0.0, mid: 0.5, high: 1.0 };

    /// Known exactly.
    pub const fn exactly(value: f64) -> Self {
        Self { low: value, mid: value, high: value }
    }

    /// Whether it is one number.
    pub fn is_exact(self) -> bool {
        self.high - self.low < 1e-9
    }
}

/// What one criterion adds to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Which criterion.
    pub criterion: Criterion,
    /// Its share of the printed score, in hundredths: all of a program add up to the printed middle of its score.
    pub points: u32,
    /// Its weight as a share of all weights.
    pub weight: f64,
    /// How well the program does, from 0 to 1.
    pub value: Interval,
    /// How the fact behind it came to be: a basis, or `unknown`.
    pub basis: &'static str,
    /// The fact in words.
    pub reason: String,
}

/// A score as it is printed, in hundredths: the lower bound rounded down, the upper one up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The least.
    pub low: u32,
    /// What the order goes by.
    pub mid: u32,
    /// The most.
    pub high: u32,
}

/// A recommended program in full.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which program.
    pub program: ProgramIx,
    /// Its place; programs that tie share one.
    pub rank: usize,
    /// Whether another program has the same place.
    pub is_tie: bool,
    /// How well it fits.
    pub score: Score,
    /// What the score is made of, the largest weight first.
    pub contributions: Vec<Contribution>,
    /// What speaks for it.
    pub for_it: Vec<String>,
    /// What counted against it.
    pub against: Vec<String>,
    /// What to look out for.
    pub warnings: Vec<String>,
    /// Facts on which it depends that this program stands before the next one; empty where the order is certain. What a
    /// program before it depends on already is not repeated where something else is left to say.
    pub depends_on: Vec<String>,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeanPart {
    /// Which question.
    pub question: Question,
    /// The answer in words.
    pub answer: String,
    /// How far it leans.
    pub effect: i32,
}

/// An answer as a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which question.
    pub question: Question,
    /// The answer.
    pub answer: Answer,
    /// `You want to change career.`
    pub sentence: String,
}

/// A program of another kind that is worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Also {
    /// Which program.
    pub program: ProgramIx,
    /// Why.
    pub reason: String,
}

/// Why a program is not in the running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which question; nothing for the rule that only the latest list counts.
    pub question: Option<Question>,
    /// The answer in words.
    pub answer: String,
    /// The fact that stands against it.
    pub fact: String,
    /// How the fact came to be: a basis, or `unknown`.
    pub basis: &'static str,
    /// The id of its source; empty where unknown.
    pub source: String,
}

impl Reason {
    /// The name of its question, `status` for the rule that only the latest list counts.
    pub fn question_slug(&self) -> &'static str {
        self.question.map_or("status", Question::slug)
    }
}

/// A program that is not in the running, and every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnockedOut {
    /// Which program.
    pub program: ProgramIx,
    /// At least one.
    pub reasons: Vec<Reason>,
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
    /// `12 months instead of 3 months: 2 programs, the best is ...`
    pub sentence: String,
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
    /// Whether the outcome changes, not only the first program.
    pub changes_outcome: bool,
    /// `credit: nice to have instead of not needed → a MicroMasters`
    pub sentence: String,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunnerUp {
    /// Which program.
    pub program: ProgramIx,
    /// Why it lost.
    pub reason: String,
}

/// What to take first, where the recommended program asks for more than the person brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// What prepares.
    pub first: ProgramIx,
    /// What it prepares for.
    pub then: ProgramIx,
    /// The arrow in words; never a promise of credit.
    pub sentence: String,
}

/// The result.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What it comes to.
    pub outcome: Outcome,
    /// How sure it is.
    pub strength: Strength,
    /// The verdict in one sentence.
    pub headline: String,
    /// The answers that made it, in one sentence.
    pub because: String,
    /// Why it is that sure.
    pub how_sure: String,
    /// Said before the programs where more of them share the first place than are shown.
    pub crowd: Option<String>,
    /// Said before anything else: that the deadline is over, that nothing shown is by a wanted institution or about the
    /// wanted field, or that the recommendation rests mainly on what is not known, with what to look up, and where.
    pub rests_on: Option<String>,
    /// The lean: above 0 toward a MicroMasters, below 0 toward a Professional Certificate.
    pub lean: i32,
    /// What it is the sum of.
    pub lean_parts: Vec<LeanPart>,
    /// Whether the limits left only one of the two kinds and the answers did not choose it.
    pub by_constraint: bool,
    /// The questions whose answers limit the choice; each can be lifted (see `Settings::lifted`).
    pub limits: Vec<Question>,
    /// The answers as sentences, in the order of the questionnaire.
    pub told: Vec<Told>,
    /// How many programs pass every limit.
    pub remaining: usize,
    /// The first programs in full. Where both kinds fit, at least one of each.
    pub programs: Vec<Ranked>,
    /// Every program that is ranked, in order.
    pub ranking: Vec<Place>,
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
    /// The second program, and why it is not the first.
    pub runner_up: Option<RunnerUp>,
    /// What to take first.
    pub stack: Option<Stack>,
    /// How far each weight can go before another program is first.
    pub stability: Vec<Stability>,
    /// What else must be said: what was not found, what is only in an older list, how ties are ordered.
    pub notes: Vec<String>,
    /// What to do next.
    pub next_steps: Vec<String>,
    /// The date of the catalogue.
    pub catalog_as_of: String,
    /// The fingerprint of the catalogue.
    pub catalog_hash: String,
    /// The version of the program.
    pub engine: &'static str,
    /// The day for which it was worked out.
    pub as_of: Date,
}

impl Advice {
    /// The first program, if any is ranked.
    pub fn top(&self) -> Option<ProgramIx> {
        self.ranking.first().map(|place| place.program)
    }

    /// The place of a program, if it is ranked.
    pub fn place(&self, program: ProgramIx) -> Option<Place> {
        self.ranking.iter().copied().find(|place| place.program == program)
    }
}

/// What can be said while the questions are still being asked; cheap enough for every key.
#[derive(Clone, Debug, PartialEq)]
pub struct Glance {
    /// How many programs pass every limit.
    pub remaining: usize,
    /// How many programs stand in the latest list, or in all with older ones included.
    pub of: usize,
    /// The lean so far.
    pub lean: i32,
    /// How many of the questions that weigh the kinds are answered.
    pub lean_answered: usize,
    /// The lean in words: `leaning to a Professional Certificate`.
    pub leaning: &'static str,
    /// The first programs of the result as it stands; before enough is answered, the best of the two kinds by score.
    /// Empty while no answer puts one program before another.
    pub top: Vec<ProgramIx>,
    /// How many programs share the first place; 0 where `top` is empty.
    pub first_place: usize,
}

/// What was asked of [`WhyNot`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A limit removes it.
    KnockedOut,
    /// It passes the limits; others fit better.
    Outranked,
    /// It is one of the programs shown.
    Recommended,
    /// The catalogue has no such program.
    NotInCatalog,
}

impl Standing {
    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::KnockedOut => "knocked_out",
            Self::Outranked => "outranked",
            Self::Recommended => "recommended",
            Self::NotInCatalog => "not_in_catalog",
        }
    }
}

/// A criterion on which a program does worse than the first one.
#[derive(Clone, Debug, PartialEq)]
pub struct LostOn {
    /// Which criterion.
    pub criterion: Criterion,
    /// How well the program does.
    pub mine: Interval,
    /// How well the first one does.
    pub theirs: Interval,
    /// The first one.
    pub winner: ProgramIx,
    /// Both facts in words.
    pub sentence: String,
}

/// Why a program is not the first one.
#[derive(Clone, Debug, PartialEq)]
pub struct WhyNot {
    /// The id that was asked for.
    pub id: String,
    /// Its handle, where the catalogue has it.
    pub program: Option<ProgramIx>,
    /// Where it stands.
    pub standing: Standing,
    /// Its place, where it is ranked.
    pub rank: Option<usize>,
    /// In one sentence.
    pub headline: String,
    /// Why it is not in the running.
    pub reasons: Vec<Reason>,
    /// On what it loses against the first one.
    pub lost_on: Vec<LostOn>,
    /// The nearest change of answers that admits it, or lifts it.
    pub nearest: Option<Change>,
    /// What that change does, or why there is none.
    pub nearest_says: String,
    /// What is known about what was asked for, where it is not in the catalogue; and what is near to it.
    pub notes: Vec<String>,
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

/// The result before and after a change of answers.
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
