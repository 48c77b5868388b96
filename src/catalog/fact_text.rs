//! The facts of a program in words: one label and one wording for each, used by every screen, table and page, so that
//! a fact reads the same wherever it stands.

use serde::{Deserialize, Serialize};

use super::price_words::dated;
use super::{
    AsOf, Basis, Catalog, Claim, Credit, Currency, Fact, Grade, Level, Pacing, Program, Range, SourceIx, Text,
};

named! {
    /// A fact that can be shown as one line.
    #[derive(Serialize, Deserialize)]
    FactKey, label {
        /// Which kind of credential.
        Kind = "kind", "Kind";
        /// Who offers it.
        Institutions = "institutions", "Institution";
        /// Its fields.
        Fields = "fields", "Field";
        /// What it is about.
        Topics = "topics", "Topics";
        /// How advanced it is.
        Level = "level", "Level";
        /// In which languages.
        Languages = "languages", "Language";
        /// Whether it is in the latest list.
        Status = "status", "Status";
        /// Where it is taught.
        Platform = "platform", "Platform";
        /// What was seen of its page.
        Seen = "seen", "Seen";
        /// What took its place.
        Successors = "successors", "After it";
        /// How many courses.
        Courses = "courses", "Courses";
        /// Calendar time as stated.
        Length = "length", "Length";
        /// Total hours.
        Effort = "effort", "Work";
        /// Hours a week.
        Workload = "workload", "Hours a week";
        /// Weeks of its courses in a row.
        StudyWeeks = "study_weeks", "Courses back to back";
        /// Who sets the pace.
        Pacing = "pacing", "Pacing";
        /// Price of the whole.
        Price = "price", "Price";
        /// Price of a course.
        CoursePrice = "course_price", "Price per course";
        /// Price of the exam.
        ExamPrice = "exam_price", "Exam price";
        /// Price of anything else.
        OtherPrice = "other_price", "Other price";
        /// What it can do for a degree.
        Credit = "credit", "Credit";
        /// What its exam is like.
        Exam = "exam", "Exam";
        /// Whether an exam is proctored.
        Proctored = "proctored", "Proctored";
        /// Per cent needed to pass.
        PassMark = "pass_mark", "Pass mark";
        /// What to know before.
        Prerequisites = "prerequisites", "Needed beforehand";
        /// The final project.
        Capstone = "capstone", "Capstone";
        /// Skills it names.
        Skills = "skills", "Skills";
        /// Earlier names.
        FormerName = "former_name", "Formerly called";
        /// Anything else.
        Remark = "remark", "Remark";
        /// Its page.
        Url = "url", "Web page";
    }
}

impl FactKey {
    /// It alone, where several facts could stand together.
    pub fn alone(self) -> &'static [Self] {
        static ALL: [FactKey; FactKey::ALL.len()] = FactKey::ALL;
        ALL.iter().position(|key| *key == self).map_or(&[], |place| std::slice::from_ref(&ALL[place]))
    }

    /// The fact of that name, as in files or as people read it.
    pub fn named(name: &str) -> Option<Self> {
        let is_called = |key: &Self| [key.slug(), key.label()].iter().any(|own| own.eq_ignore_ascii_case(name));
        Self::ALL.into_iter().find(is_called)
    }

    /// Whether a page of facts shows it even where nothing is known, because its absence matters to a choice.
    pub fn is_expected(self) -> bool {
        !matches!(
            self,
            Self::StudyWeeks
                | Self::CoursePrice
                | Self::ExamPrice
                | Self::OtherPrice
                | Self::Platform
                | Self::Seen
                | Self::Successors
                | Self::Exam
                | Self::Proctored
                | Self::PassMark
                | Self::Prerequisites
                | Self::Capstone
                | Self::Skills
                | Self::Topics
                | Self::FormerName
                | Self::Remark
        )
    }
}

/// One fact, or one of its claims, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'c> {
    /// The value in words; `unknown` where nothing is known.
    pub text: String,
    /// The claim behind it, if there is one.
    pub origin: Option<Origin<'c>>,
    /// How many other claims there are.
    pub others: usize,
}

/// Why a claim is shown and not the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preferred {
    /// There is no other.
    Only,
    /// It is nearer to a statement about the program itself.
    Nearer,
    /// Its source has a better grade.
    Grade,
    /// It is newer.
    Newer,
    /// Nothing of that tells them apart.
    Order,
}

impl Preferred {
    /// Why the first of some claims is shown; nothing where there is none.
    pub fn of(claims: &[Cell<'_>]) -> Option<Self> {
        let mut origins = claims.iter().filter_map(|cell| cell.origin);
        let (first, next) = (origins.next()?, origins.next());
        let Some(next) = next else { return Some(Self::Only) };
        let newest =
            |origin: &Origin<'_>| AsOf::parse(origin.as_of.to_owned().into()).map_or(0, |as_of| as_of.newest());
        Some(if first.basis.distance() < next.basis.distance() {
            Self::Nearer
        } else if first.grade < next.grade && next.grade == Grade::C.letter() {
            Self::Grade
        } else if newest(&first) > newest(&next) {
            Self::Newer
        } else if first.grade < next.grade {
            Self::Grade
        } else {
            Self::Order
        })
    }

    /// As a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::Only => "It is the only claim.",
            Self::Nearer => {
                "The first one is shown: it speaks of the program itself; the next one is guessed or estimated."
            }
            Self::Grade => "The first one is shown: its source has a better grade than the next one.",
            Self::Newer => "The first one is shown: it is newer than the next one.",
            Self::Order => "The first one is shown: date and grade do not tell it from the next one.",
        }
    }
}

/// Where the value of a cell comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin<'c> {
    /// How the claim came to be.
    pub basis: Basis,
    /// Who says so.
    pub source: SourceIx,
    /// As of when, in the words of the source.
    pub as_of: &'c str,
    /// How far to trust it.
    pub grade: &'static str,
    /// Method or condition.
    pub note: Option<&'c str>,
}

impl Cell<'_> {
    /// The word for what is not known.
    pub const UNKNOWN: &'static str = "unknown";

    /// The one-column mark of its basis: `?` where unknown.
    pub fn mark(&self) -> &'static str {
        self.origin.map_or("?", |origin| origin.basis.mark())
    }

    /// The word for its basis.
    pub fn basis(&self) -> &'static str {
        Basis::slug_of(self.origin.map(|origin| origin.basis))
    }

    /// Whether anything is known.
    pub fn is_known(&self) -> bool {
        self.origin.is_some()
    }
}

impl Program {
    /// The shown value of a fact, in few words: of the price, the comparable one.
    pub fn cell<'c>(&'c self, key: FactKey, catalog: &'c Catalog) -> Cell<'c> {
        let first = if key == FactKey::Price {
            self.price_in_short(catalog.currency)
        } else {
            self.cells(key, catalog, 1).pop()
        };
        first.unwrap_or_else(|| Cell { text: Cell::UNKNOWN.to_owned(), origin: None, others: 0 })
    }

    /// The shown value of a fact with what one should know beside it: what a price was made of, and a figure for the work
    /// that contradicts it.
    pub fn cell_in_full<'c>(&'c self, key: FactKey, catalog: &'c Catalog) -> Cell<'c> {
        let cell = match key {
            FactKey::Price => self.price_in_full(catalog.currency),
            FactKey::Effort => self.work_conflict().map(|conflict| {
                let cell = self.cell(key, catalog);
                let (text, by) = (cell.text, catalog.source(conflict.other.source).title.as_str());
                Cell { text: format!("{text}; contradicted by {} hours ({by})", conflict.other.value), ..cell }
            }),
            _ => None,
        };
        cell.unwrap_or_else(|| self.cell(key, catalog))
    }

    /// The comparable price in US dollars, whatever currency prices are told in.
    pub fn dollar_cell(&self) -> Option<Cell<'_>> {
        self.price_in_short(Currency::USD)
    }

    /// Every claim of a fact, in words, the shown one first.
    pub fn claims<'c>(&'c self, key: FactKey, catalog: &'c Catalog) -> Vec<Cell<'c>> {
        self.cells(key, catalog, usize::MAX)
    }

    fn cells<'c>(&'c self, key: FactKey, catalog: &'c Catalog, most: usize) -> Vec<Cell<'c>> {
        match key {
            FactKey::Kind => cells(&self.kind, most, |kind, _| kind.name().to_owned()),
            FactKey::Institutions => cells(&self.institutions, most, |all, _| {
                join(all.iter().map(|ix| catalog.institution(*ix).name.as_str()))
            }),
            FactKey::Fields => cells(&self.fields, most, |fields, _| join(fields.iter().map(Text::as_str))),
            FactKey::Level => cells(&self.level, most, |levels, _| join(levels.iter().map(|l: &Level| l.name()))),
            FactKey::Languages => cells(&self.languages, most, |all, _| join(all.iter().map(Text::as_str))),
            FactKey::Status => cells(&self.status, most, |status, _| status.name().to_owned()),
            FactKey::Platform => cells(&self.platform, most, |text, _| text.to_string()),
            FactKey::Seen => cells(&self.seen, most, |text, claim| format!("{text}, {}", claim.as_of.text())),
            FactKey::Successors => cells(&self.successors, most, |all, _| join(all.iter().map(Text::as_str))),
            FactKey::Courses => cells(&self.courses, most, |count, _| count.to_string()),
            FactKey::Length => cells(&self.length, most, |length, _| length.to_string()),
            FactKey::Effort => cells(&self.effort, most, |hours, _| hours_in_words(hours)),
            FactKey::Topics => cells(&self.topics, most, |topics, _| topics.to_string()),
            FactKey::Workload => cells(&self.workload, most, |hours, _| format!("{hours} hours a week")),
            FactKey::StudyWeeks => cells(&self.study_weeks, most, |weeks, _| format!("{weeks} weeks of courses")),
            FactKey::Pacing => {
                cells(&self.pacing, most, |all, _| join(all.iter().map(|pacing: &Pacing| pacing.name())))
            }
            FactKey::Price => cells(&self.price, most, |_, claim| dated(claim)),
            FactKey::CoursePrice => cells(&self.course_price, most, |_, claim| dated(claim)),
            FactKey::ExamPrice => cells(&self.exam_price, most, |_, claim| dated(claim)),
            FactKey::OtherPrice => {
                cells(&self.other_price, most, |price, claim| format!("{} for {}", dated(claim), price.what.name()))
            }
            FactKey::Credit => cells(&self.credit, most, |credit, _| credit_words(*credit)),
            FactKey::Exam => cells(&self.exam, most, |text, _| text.to_string()),
            FactKey::Proctored => cells(&self.proctored, most, |yes, _| if *yes { "yes" } else { "no" }.to_owned()),
            FactKey::PassMark => cells(&self.pass_mark, most, |percent, _| format!("{percent} %")),
            FactKey::Prerequisites => cells(&self.prerequisites, most, |text, _| text.to_string()),
            FactKey::Capstone => cells(&self.capstone, most, |text, _| text.to_string()),
            FactKey::Skills => cells(&self.skills, most, |skills, _| join(skills.iter().map(Text::as_str))),
            FactKey::FormerName => cells(&self.former_name, most, |text, _| text.to_string()),
            FactKey::Remark => cells(&self.remark, most, |text, _| text.to_string()),
            FactKey::Url => cells(&self.url, most, |url, _| url.to_string()),
        }
    }
}

fn cells<'c, T>(fact: &'c Fact<T>, most: usize, words: impl Fn(&T, &Claim<T>) -> String) -> Vec<Cell<'c>> {
    let cell = |claim: &'c Claim<T>| Cell {
        text: words(&claim.value, claim),
        origin: Some(Origin {
            basis: claim.basis,
            source: claim.source,
            as_of: claim.as_of.text(),
            grade: claim.grade.letter(),
            note: claim.note.as_deref(),
        }),
        others: fact.others(),
    };
    fact.claims().iter().take(most).map(cell).collect()
}

/// Hours, with their median where they have one: `31–113 hours, about 60`.
fn hours_in_words(hours: &Range) -> String {
    let median = hours.median.map(|median| format!(", about {}", Range::exactly(median))).unwrap_or_default();
    format!("{hours} hours{median}")
}

fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

fn credit_words(credit: Credit) -> String {
    match credit {
        Credit::Possible => "possible; ask the school".to_owned(),
        credit => credit.name().to_owned(),
    }
}
