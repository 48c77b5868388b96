//! Typed reasons: on what a fact rests, what speaks for a program and against it, why one is out, what must be said
//! besides. They carry numbers, handles and positions, never words.

use jiff::civil::Date;

use super::Change;
use crate::advise::interval::Interval;
use crate::advise::question::{Criterion, Question};
use crate::catalog::{Basis, CourseIx, InstitutionIx, ProgramIx, SourceIx};
use crate::topics::TopicIx;

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
    /// It is the best of its kind by the same criteria, scoring this many hundredths.
    BestOfKind(u32),
    /// It gives undergraduate credit on completion.
    UndergraduateCredit,
    /// A school may count it as undergraduate credit.
    UndergraduateCreditPossible,
    /// Its kind is made for undergraduate credit; no school is on record.
    UndergraduateKind,
    /// It is the degree that is wanted.
    Degree,
    /// It is a series of this many courses on one subject, without credit.
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
    /// It takes more than a year, and not every program of its kind lasts that long.
    MayNotLast {
        /// Months to the likely finish.
        months: f64,
    },
    /// It is in a language that was not asked for.
    Language,
    /// It starts above the level of the person.
    LevelGap,
    /// So many of its courses are finished already.
    Finished {
        /// How many.
        done: usize,
        /// Of how many.
        of: usize,
    },
    /// What it asks for beforehand.
    Prerequisites,
    /// No school is on record that counts it.
    NoSchool,
    /// No route to the school that was named is on record.
    AskSchool,
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

/// A program that is not in the running, and every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnockedOut {
    /// Which program.
    pub program: ProgramIx,
    /// At least one.
    pub reasons: Vec<Reason>,
}

/// Said before anything else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// The deadline is over.
    DeadlineOver(Date),
    /// Every program fits only by the low end of an estimate; the smallest change after which one likely does.
    HardlyPossible(Option<Change>),
    /// The first program rests mainly on what is not on record.
    Thin {
        /// The first program.
        program: ProgramIx,
        /// What is not on record.
        unknown: Vec<Criterion>,
    },
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
    /// Nothing in the catalogue is about this one of several fields.
    FieldNotFound(String),
    /// No program is on record as being in this language.
    NoLanguage(String),
    /// No institution has this name.
    NoInstitution(String),
    /// A wanted institution has nothing left.
    NothingBy(InstitutionIx),
    /// A wanted institution has nothing about the wanted field; this program is nearest.
    NothingAbout(InstitutionIx, Option<ProgramIx>),
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
    /// Programs that are out only because of what is presumed of their kind.
    CreditPresumed(usize),
    /// What someone gets who pays nothing, and what aid there is.
    NoMoney,
    /// The field was named in this language, so programs in it come first.
    FieldLanguage(String),
    /// That nothing that can be studied has all of what was named together, so that the best of each side is shown.
    FieldApart(String),
    /// What is known of employers, by the id of the guide's evidence.
    Employers(&'static str),
    /// Work in this field can take the consent of another body.
    Regulated(TopicIx),
    /// What comes after a title that is finished or was asked for.
    NextOfSeries {
        /// The title.
        after: String,
        /// The next program, or the program that has the next course.
        program: ProgramIx,
        /// The next course, where no program is next.
        course: Option<CourseIx>,
    },
    /// No course has this name.
    NoCourse(String),
    /// The deadline has passed.
    DeadlinePassed(Date),
    /// An answer is kept but does nothing.
    Idle(Question),
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answer a question that separates this many programs sharing the first place.
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
    /// Name another field.
    OtherField,
    /// Browse.
    Browse,
    /// Change an answer that limits the choice.
    ChangeLimit,
    /// Load a catalogue that has programs.
    LoadCatalog,
    /// Let programs of older lists in, and change a limit.
    OlderAndLimit,
    /// Let programs of older lists in: this many pass the limits.
    LetOlderIn(usize),
}
