//! Typed reasons: the evidence for a fact, points for and against a program, why a program is removed, and notes on the
//! result. They contain numbers, handles and positions, never words.

use jiff::civil::Date;

use super::Change;
use crate::advise::interval::Interval;
use crate::advise::preferences::questions_of;
use crate::advise::question::{Criterion, Question};
use crate::catalog::{Basis, CourseIx, Currency, InstitutionIx, ProgramIx, SourceIx};
use crate::topics::TopicIx;

/// The origin of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A source of the catalogue.
    Source(SourceIx),
    /// A presumption of the questionnaire about a kind.
    Questionnaire,
}

/// The evidence for a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The basis; `None` if the fact is unknown.
    pub basis: Option<Basis>,
    /// The origin; `None` if the fact is unknown.
    pub origin: Option<Origin>,
}

impl Evidence {
    /// The evidence of an unknown fact.
    pub const UNKNOWN: Self = Self { basis: None, origin: None };
}

/// What one criterion contributes to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The criterion.
    pub criterion: Criterion,
    /// Its share of the printed score, in hundredths. The points of a program add up to the middle of its
    /// printed score.
    pub points: u32,
    /// Its weight as a share of all weights.
    pub weight: f64,
    /// How well the program does on it, from 0 to 1.
    pub value: Interval,
    /// The basis of the fact behind it; `None` if the fact is unknown.
    pub basis: Option<Basis>,
}

/// A point for or against a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// How it does on a criterion.
    Criterion(Criterion),
    /// Its level, which two answers affect.
    Level,
    /// It has no prerequisites.
    NothingAsked,
    /// Why a program of another kind is worth considering.
    Look(LookReason),
}

/// Why a program of another kind is worth considering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookReason {
    /// It is the best of its kind by the same criteria, with this score in hundredths.
    BestOfKind(u32),
    /// It gives undergraduate credit on completion.
    UndergraduateCredit,
    /// A school may count it as undergraduate credit.
    UndergraduateCreditPossible,
    /// Its kind is made for undergraduate credit, but no school is on record.
    UndergraduateKind,
    /// It is the degree that the user wants.
    Degree,
    /// It is a series of this many courses on one subject, without credit.
    Series(u32),
    /// It is about the wanted field.
    Field,
    /// It is a boot camp about the wanted field.
    BootCamp,
}

/// A warning about a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// It has moved to another platform than the one listed.
    Moved,
    /// It takes more than a year, and not every program of its kind is offered that long.
    MayNotLast {
        /// Months to the likely finish.
        months: f64,
    },
    /// It is in a language the user did not ask for.
    Language,
    /// It starts above the user's level.
    LevelGap,
    /// It is introductory throughout, and the user is advanced.
    LevelBelow,
    /// Some of its courses are already finished.
    Finished {
        /// The number of finished courses.
        done: usize,
        /// The number of all courses.
        of: usize,
    },
    /// It has prerequisites.
    Prerequisites,
    /// No school on record accepts it for credit.
    NoSchool,
    /// No route to the named school is on record.
    AskSchool,
    /// It has only a credit recommendation, which binds no school.
    OnlyRecommended,
    /// Nothing is on record about its credit.
    CreditUnknown,
    /// Admission to the degree is separate.
    AdmissionSeparate,
    /// Other schools decide for themselves whether to accept the credit.
    OtherSchools,
    /// A school may count it; the index of its pathway.
    Route(usize),
    /// A route is closed; the index of its pathway.
    RouteRetired(usize),
    /// A master's degree requires a bachelor's degree first.
    BachelorFirst,
    /// It may miss the deadline, and the range is too wide to name a date.
    DeadlineVague {
        /// Months to the earliest and to the latest finish.
        months: (f64, f64),
        /// The date in the middle of the range.
        middle: Date,
    },
    /// It will likely be finished after the deadline.
    DeadlineLikelyMissed {
        /// Months to the earliest and to the latest finish.
        months: (f64, f64),
        /// The likely date.
        likely: Date,
    },
    /// It may be finished after the deadline.
    DeadlineMayBeMissed {
        /// Months to the earliest and to the latest finish.
        months: (f64, f64),
    },
    /// It takes long at few hours a week.
    Long {
        /// Months at the user's hours; `None` if those are unknown.
        yours: Option<(f64, f64)>,
    },
    /// The school sets its dates, and sources disagree about its length.
    LengthDisputed {
        /// Months to the earliest and to the latest finish.
        months: (f64, f64),
    },
    /// It needs more hours a week than the user has.
    Hours,
    /// The school sets the dates.
    InstructorPaced,
    /// Some of its courses are self-paced.
    MixedPace,
    /// Some of its courses run on fixed dates.
    SomeDates,
    /// Nothing is on record about its pacing.
    PaceUnknown,
    /// Its price is not on record in the currency of the budget.
    PriceMissing,
    /// It costs more than the budget, but is within the stretch.
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
    /// A limit could not be applied because the fact is unknown.
    LimitUnknown(Question),
    /// A remark on record; the index of its claim.
    Remark(usize),
    /// A caution of the questionnaire; its index.
    Caution(usize),
    /// It carries no credit, for a user to whom that does not matter.
    NoCredit,
}

impl Warning {
    /// Whether it says that the deadline will or may be missed.
    pub fn is_of_deadline(&self) -> bool {
        matches!(
            self,
            Self::DeadlineVague { .. } | Self::DeadlineLikelyMissed { .. } | Self::DeadlineMayBeMissed { .. }
        )
    }
}

/// A fact on which the rank of a program depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// The criterion that the fact belongs to.
    pub criterion: Criterion,
    /// The program that the fact is about.
    pub program: ProgramIx,
}

/// A program of another kind worth considering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Also {
    /// The handle of the program.
    pub program: ProgramIx,
    /// Why it is worth considering.
    pub reason: LookReason,
    /// Whether it fits badly and is named only because nothing else is left.
    pub fits_badly: bool,
}

/// Why a program is removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The question; `None` for the rule that only the latest list counts.
    pub question: Option<Question>,
    /// The evidence for the fact that removes it.
    pub evidence: Evidence,
}

/// A removed program. There may be as many as the catalogue has programs, so the facts behind each removal are looked
/// up only when they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnockedOut {
    /// The handle of the program.
    pub program: ProgramIx,
    /// The bits of the questions whose limits it fails.
    pub(crate) limits: u16,
    /// Whether it is out because only the latest list counts.
    pub(crate) is_older: bool,
}

impl KnockedOut {
    /// Returns the questions whose limits it fails; first `None` for the rule that only the latest list counts.
    pub fn questions(self) -> impl Iterator<Item = Option<Question>> {
        let older = self.is_older.then_some(None);
        older.into_iter().chain(questions_of(self.limits).map(Some))
    }
}

/// A caveat, to be shown before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The deadline has passed.
    DeadlineOver(Date),
    /// Every program fits only at the low end of an estimate; the smallest change with which one likely fits, if there
    /// is one.
    HardlyPossible(Option<Change>),
    /// Limits remove all programs about a wanted field, and others on it or on another field are left.
    FieldLeftOut {
        /// The index of the field.
        field: usize,
        /// How many programs.
        programs: usize,
        /// One of them.
        first: ProgramIx,
        /// The questions whose answers remove them, in the order of the questionnaire.
        by: Vec<Question>,
    },
    /// No field was named, although it decides more than all other answers.
    NoField,
    /// The first program rests mainly on facts that are not on record.
    Thin {
        /// The first program.
        program: ProgramIx,
        /// The criteria whose facts are not on record.
        unknown: Vec<Criterion>,
    },
    /// The first program will probably miss limits that another one keeps.
    ProbablyMisses {
        /// The questions of these limits, in the order of the questionnaire.
        limits: Vec<Question>,
        /// The first program that keeps all of them.
        instead: ProgramIx,
    },
    /// Undergraduate credit is what counts, but no program of the kind that is made for it is left.
    NoUndergraduateKind,
    /// No price can be compared with the budget, because its currency has no exchange rate.
    NoRate(Currency),
}

/// A note on a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Neither of the two kinds is left.
    OtherKinds {
        /// Whether limits removed them.
        by_limits: bool,
    },
    /// What the two kinds are for.
    TwoKinds,
    /// How many programs are removed only because they are not in the latest list.
    OnlyOlder(usize),
    /// What the catalogue cannot tell about something that is not wanted.
    Denied {
        /// What is not wanted, as it was typed.
        typed: String,
        /// Whether all programs on the field are about it; otherwise none is on record as having to do with it.
        is_everywhere: bool,
    },
    /// No program is about this one of several fields.
    FieldNotFound(String),
    /// No program on record is in this language.
    NoLanguage(String),
    /// No institution has this name.
    NoInstitution(String),
    /// No program of a wanted institution is left.
    NothingBy(InstitutionIx),
    /// A wanted institution has programs about the wanted field, but limits remove all of them.
    LeftOut {
        /// The institution.
        institution: InstitutionIx,
        /// How many programs.
        programs: usize,
        /// The questions whose answers remove them, in the order of the questionnaire.
        by: Vec<Question>,
    },
    /// A preferred institution has programs on the wanted field that pass the limits, but of a kind that is not ranked.
    OfOtherKind {
        /// The institution.
        institution: InstitutionIx,
        /// How many programs.
        programs: usize,
        /// The best of them.
        first: ProgramIx,
    },
    /// A wanted institution has no program about the wanted field; its nearest one, if there is one.
    NothingAbout(InstitutionIx, Option<ProgramIx>),
    /// A caution of the questionnaire; its index.
    Caution(usize),
    /// A program that would fit is only in an older list.
    Older(ProgramIx),
    /// Programs share a rank.
    Ties {
        /// The last tied program that is shown.
        last: ProgramIx,
        /// How many more share its rank.
        unseen: usize,
    },
    /// Languages of shown programs are inferred.
    LanguagesInferred {
        /// The number of these programs.
        count: usize,
        /// The number of programs shown.
        of: usize,
    },
    /// Words that were ignored, because no program has them together with the rest of what was typed.
    Ignored(Vec<String>),
    /// Misspelt words, each with what it was read as.
    Corrected(Vec<(String, String)>),
    /// Words of the field that no program about it has; they were read as these topics, which may be wider.
    Widened(String, Vec<TopicIx>),
    /// Words among those of the field that only another question reads, such as a price.
    NotUsed(String, Question),
    /// Words for something that is not wanted and that means nothing here.
    DenialNotUnderstood(String),
    /// Prices in the currency of the budget are missing.
    NoPriceIn {
        /// The number of ranked programs without one.
        missing: usize,
        /// The number of ranked programs.
        of: usize,
    },
    /// How many programs are removed only by a presumption about the credit of their kind.
    CreditPresumed(usize),
    /// What a user who pays nothing gets, and what financial aid exists.
    NoMoney {
        /// The ranked program whose certificate costs least; `None` if no price is known.
        least: Option<ProgramIx>,
    },
    /// The field was named in one of these languages, so programs in them come first.
    FieldLanguages(Vec<String>),
    /// No program is about all of a field; the words as typed, and the topics that were understood.
    FieldInPart(String, Vec<TopicIx>),
    /// No program that can be studied is about all that was named together, so the best about each part are shown.
    FieldApart {
        /// The words as typed.
        typed: String,
        /// The parts of it that are not among those shown.
        unsaid: Vec<String>,
    },
    /// What is known about employers; the id of the guide's evidence.
    Employers(&'static str),
    /// Work in this field may require the approval of another body.
    Regulated(TopicIx),
    /// What comes after a title that is finished or was asked for.
    NextOfSeries {
        /// The title.
        after: String,
        /// The next program, or the program that contains the next course.
        program: ProgramIx,
        /// The next course; `None` if a whole program is next.
        course: Option<CourseIx>,
    },
    /// No course has this name.
    NoCourse(String),
    /// The deadline has passed.
    DeadlinePassed(Date),
    /// An answer is kept but has no effect.
    Idle(Question),
}

/// A next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answer a question that separates the programs sharing the first place.
    TellApart {
        /// The question.
        question: Question,
        /// How many programs share the first place.
        crowd: usize,
    },
    /// Take one course first.
    OneCourseFirst(ProgramIx),
    /// Open the page of the program.
    OpenPage(ProgramIx),
    /// Answer the questions that matter most.
    AnswerMore(Vec<Question>),
    /// Name another field, or choose one of the nearest topics.
    OtherField,
    /// Say in other words what is wanted; the subjects with the most programs.
    OtherWords(Vec<String>),
    /// Browse the catalogue.
    Browse,
    /// Change an answer that acts as a limit.
    ChangeLimit,
    /// Load a catalogue that has programs.
    LoadCatalog,
    /// Include programs of older lists, and change a limit.
    OlderAndLimit,
    /// Include programs of older lists; this many pass the limits.
    LetOlderIn(usize),
}
