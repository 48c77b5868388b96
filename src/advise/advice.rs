//! The result as a value of numbers, handles and typed reasons; it holds no sentence. What it says in words is the task
//! of `words`. A program is named by its handle, never by a row or a name.

use std::sync::Arc;

use jiff::civil::Date;

use super::interval::{Interval, Score};
use super::preferences::Preferences;
use super::question::{Answer, Answers, Criterion, Question};
use super::settings::Settings;
use crate::catalog::{Basis, ProgramIx, SourceIx};

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
}

/// What keeps out the programs that are missing from a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// The limits.
    Limits,
    /// They are only in an older list.
    OlderList,
    /// The catalogue has none.
    Catalog,
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A source of the catalogue.
    Source(SourceIx),
    /// What the questionnaire presumes of a kind.
    Questionnaire,
}

/// How a fact came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Nothing where the fact is unknown.
    pub basis: Option<Basis>,
    /// Nothing where the fact is unknown.
    pub origin: Option<Origin>,
}

impl Evidence {
    /// Nothing is on record.
    pub const UNKNOWN: Self = Self { basis: None, origin: None };
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
    /// How the fact behind it came to be; nothing where it is unknown.
    pub basis: Option<Basis>,
}

/// Something that speaks for a program or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// How it does on a criterion.
    Criterion(Criterion),
    /// Its level, on which two answers bear.
    Level,
    /// It asks for nothing beforehand.
    NothingAsked,
    /// Why a program of another kind is worth a look.
    Look(LookReason),
}

/// Why a program of another kind is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookReason {
    /// It is the best of its kind by the same criteria, with so many hundredths.
    BestOfKind(u32),
    /// It gives undergraduate credit on completion.
    UndergraduateCredit,
    /// A school may count it as undergraduate credit.
    UndergraduateCreditPossible,
    /// Its kind is made for undergraduate credit; no school is on record.
    UndergraduateKind,
    /// It is the degree that is wanted.
    Degree,
    /// It is a series of so many courses on one subject, without credit.
    Series(u32),
    /// It is about the wanted field.
    Field,
    /// It is about the wanted field and a boot camp.
    BootCamp,
}

/// Something to look out for in a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// It is taught on another platform than the list says.
    Moved,
    /// It ends so late that it may have gone by then: months to the latest finish.
    MayNotLast {
        /// Months to the likely finish.
        months: f64,
    },
    /// It is in a language that was not asked for.
    Language,
    /// It starts above the level of the person.
    LevelGap,
    /// What it asks for beforehand.
    Prerequisites,
    /// No school is on record that counts it.
    NoSchool,
    /// A recommendation of credit binds no school.
    OnlyRecommended,
    /// Nothing is on record about its credit.
    CreditUnknown,
    /// Admission to the degree is separate.
    AdmissionSeparate,
    /// Another school decides itself whether it takes over the credit.
    OtherSchools,
    /// A school that may count it: the position of its pathway.
    Route(usize),
    /// A route that is closed: the position of its pathway.
    RouteRetired(usize),
    /// A master's degree asks for a bachelor's degree first.
    BachelorFirst,
    /// It may miss the deadline, by a range that is too wide to name a day.
    DeadlineVague {
        /// Months from the earliest finish to the latest.
        months: (f64, f64),
        /// The day in its middle.
        middle: Date,
    },
    /// It will likely be finished after the deadline.
    DeadlineLikelyMissed {
        /// Months from the earliest finish to the latest.
        months: (f64, f64),
        /// The likely day.
        likely: Date,
    },
    /// It may be finished after the deadline.
    DeadlineMayBeMissed {
        /// Months from the earliest finish to the latest.
        months: (f64, f64),
    },
    /// It is long at few hours a week.
    Long {
        /// Months at the hours of the person, where they are known.
        yours: Option<(f64, f64)>,
    },
    /// The school sets its dates, and the sources differ about how long it takes.
    LengthDisputed {
        /// Months from the earliest finish to the latest.
        months: (f64, f64),
    },
    /// It asks for more hours a week than there are.
    Hours,
    /// The school sets the dates.
    InstructorPaced,
    /// Some of its courses are self-paced.
    MixedPace,
    /// Some of its courses run on dates.
    SomeDates,
    /// Nothing is on record about its pace.
    PaceUnknown,
    /// Its price is not on record in the currency of the budget.
    PriceMissing,
    /// It costs more than the budget, within the stretch.
    OverBudget,
    /// It may cost more than the budget.
    MayBeOverBudget,
    /// Its price is estimated.
    PriceEstimated,
    /// It has a proctored exam.
    Proctored,
    /// What is on record about its exam.
    Exam,
    /// It ends with a capstone.
    Capstone,
    /// A limit that could not be held against it, because the fact is unknown.
    LimitUnknown(Question),
    /// A remark on record: the position of its claim.
    Remark(usize),
    /// A caution of the questionnaire, by its position.
    Caution(usize),
    /// It carries no credit, to someone to whom that does not matter.
    NoCredit,
}

/// A fact on which the place of a program depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The criterion that the fact is about.
    pub criterion: Criterion,
    /// The program that it is about.
    pub program: ProgramIx,
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

/// A program of another kind that is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Also {
    /// Which program.
    pub program: ProgramIx,
    /// Why.
    pub reason: LookReason,
    /// Whether it is named although it fits badly, because nothing else is there.
    pub fits_badly: bool,
}

/// Why a program is not in the running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which question; nothing for the rule that only the latest list counts.
    pub question: Option<Question>,
    /// How the fact that stands against it came to be.
    pub evidence: Evidence,
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
}

/// Said before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The deadline is over.
    DeadlineOver(Date),
    /// No program shown is by an institution that is a must.
    NotByTheWanted(Elsewhere),
    /// No program shown is plainly about the wanted field.
    OffTheField(OnField),
    /// The first program rests mainly on what is not on record.
    Thin {
        /// The first program.
        program: ProgramIx,
        /// What is not on record.
        unknown: Vec<Criterion>,
    },
}

/// Where there is something by a wanted institution, if nothing of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Further down, in this place.
    Ranked(ProgramIx, usize),
    /// Only of another kind.
    OtherKind(ProgramIx),
    /// Nowhere.
    Nowhere,
}

/// Which program is about the wanted field, if none shown is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnField {
    /// One further down, in this place.
    Ranked(ProgramIx, usize),
    /// One of another kind; and one of the kind that is recommended, which a limit leaves out.
    OtherKind(ProgramIx, Option<Barred>),
    /// One that limits leave out.
    Barred(Barred),
    /// None.
    None,
}

/// A program that limits leave out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Barred {
    /// Which program.
    pub program: ProgramIx,
    /// The questions whose answers leave it out; nothing for the rule that only the latest list counts.
    pub by: Vec<Option<Question>>,
}

/// Something else that must be said about a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Neither of the two kinds is in the running.
    OtherKinds {
        /// Whether limits took them out.
        by_limits: bool,
    },
    /// What the two kinds are for.
    TwoKinds,
    /// So many programs fail nothing but the rule that only the latest list counts.
    OnlyOlder(usize),
    /// Nothing in the catalogue is about this name.
    FieldNotFound(String),
    /// No program is on record as being in this language.
    NoLanguage(String),
    /// No institution has this name.
    NoInstitution(String),
    /// A wanted institution has nothing left.
    NothingBy(crate::catalog::InstitutionIx),
    /// A wanted institution has nothing about the wanted field; this program is nearest.
    NothingAbout(crate::catalog::InstitutionIx, Option<ProgramIx>),
    /// A caution of the questionnaire, by its position.
    Caution(usize),
    /// A program that would fit is only in an older list.
    Older(ProgramIx),
    /// Programs share a place.
    Ties {
        /// The last tied program that is shown.
        last: ProgramIx,
        /// How many more share its place.
        unseen: usize,
    },
    /// The languages are inferred.
    LanguagesInferred,
    /// Prices in the currency of the budget are missing.
    NoPriceIn {
        /// Of how many ranked programs.
        missing: usize,
        /// How many are ranked.
        of: usize,
    },
    /// Programs that are out for nothing else than what is presumed of their kind.
    CreditPresumed(usize),
    /// The deadline has passed.
    DeadlinePassed(Date),
    /// An answer is kept but does nothing.
    Idle(Question),
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answer a question that tells apart so many programs that share the first place.
    TellApart {
        /// The question.
        question: Question,
        /// How many share the first place.
        crowd: usize,
    },
    /// Take one course first.
    OneCourseFirst(ProgramIx),
    /// Look at its page.
    OpenPage(ProgramIx),
    /// Answer the questions that matter most.
    AnswerMore(Vec<Question>),
    /// Browse.
    Browse,
    /// Change an answer that limits the choice.
    ChangeLimit,
    /// Load a catalogue that has programs.
    LoadCatalog,
    /// Let programs of older lists in, and change a limit.
    OlderAndLimit,
    /// Let programs of older lists in: so many pass the limits.
    LetOlderIn(usize),
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
    /// Whether it is less sure than the answers alone would make it, because what is shown is off the wanted field.
    pub is_discounted: bool,
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
}

/// Where a program stands that was asked for.
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
    By(Vec<crate::catalog::InstitutionIx>, Vec<ProgramIx>),
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
