//! The facts of a program in words: one label and one wording for each. Every screen, table and page uses them, so that
//! a fact reads the same everywhere.

use serde::{Deserialize, Serialize};

use super::price_words::dated;
use super::{Basis, Catalog, Claim, Credit, Currency, Fact, Grade, Level, Pacing, Program, Range, SourceIx, Text};

named! {
    /// A fact that can be shown as one line.
    #[derive(Serialize, Deserialize)]
    FactKey, label {
        /// The kind of credential.
        Kind = "kind", "Kind";
        /// The institutions that offer it.
        Institutions = "institutions", "School";
        /// The fields it belongs to.
        Fields = "fields", "Field";
        /// The topics it covers.
        Topics = "topics", "Topics";
        /// How advanced it is.
        Level = "level", "Level";
        /// The languages it is taught in.
        Languages = "languages", "Language";
        /// Whether the latest list has it.
        Status = "status", "Status";
        /// The platform that teaches it.
        Platform = "platform", "Platform";
        /// What was seen of its page, and when.
        Seen = "seen", "Seen";
        /// The programs that replaced it.
        Successors = "successors", "After it";
        /// The number of courses.
        Courses = "courses", "Courses";
        /// The calendar time as stated.
        Length = "length", "Length";
        /// The total hours of work.
        Effort = "effort", "Work";
        /// The hours of work a week.
        Workload = "workload", "Hours a week";
        /// The weeks of its courses taken one after another.
        StudyWeeks = "study_weeks", "Courses back to back";
        /// Whether the learner or a calendar sets the pace.
        Pacing = "pacing", "Pacing";
        /// The price of the whole program.
        Price = "price", "Price";
        /// The price of one course.
        CoursePrice = "course_price", "Price per course";
        /// The price of the final exam.
        ExamPrice = "exam_price", "Exam price";
        /// The price of anything else, such as a month of access.
        OtherPrice = "other_price", "Other price";
        /// What it can do for a degree.
        Credit = "credit", "Credit";
        /// A description of its exam.
        Exam = "exam", "Exam";
        /// Whether an exam is proctored.
        Proctored = "proctored", "Proctored";
        /// The percentage needed to pass.
        PassMark = "pass_mark", "Pass mark";
        /// What a learner should know beforehand.
        Prerequisites = "prerequisites", "Needed beforehand";
        /// The final project.
        Capstone = "capstone", "Capstone";
        /// The skills that it names.
        Skills = "skills", "Skills";
        /// Its earlier names.
        FormerName = "former_name", "Formerly called";
        /// Anything else on record.
        Remark = "remark", "Remark";
        /// The address of its page.
        Url = "url", "Web page";
    }
}

impl FactKey {
    /// A static slice that holds only this key, for callers that take several.
    pub fn alone(self) -> &'static [Self] {
        static ALL: [FactKey; FactKey::ALL.len()] = FactKey::ALL;
        ALL.iter().position(|key| *key == self).map_or(&[], |place| std::slice::from_ref(&ALL[place]))
    }

    /// The fact with this name, as in files or as people read it, ignoring ASCII case; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        let is_called = |key: &Self| [key.slug(), key.label()].iter().any(|own| own.eq_ignore_ascii_case(name));
        Self::ALL.into_iter().find(is_called)
    }

    /// Whether a page of facts shows this fact even if it is unknown, because its absence matters to a choice.
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
    /// The value in words; `unknown` if the fact is unknown.
    pub text: String,
    /// Where the value comes from; `None` if the fact is unknown.
    pub origin: Option<Origin<'c>>,
    /// The number of other claims.
    pub others: usize,
}

/// Where the value of a cell comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin<'c> {
    /// How the claim was obtained.
    pub basis: Basis,
    /// The source that makes the claim.
    pub source: SourceIx,
    /// The date of the claim, in the words of the source.
    pub as_of: &'c str,
    /// How far the source can be trusted.
    pub grade: Grade,
    /// The method or a condition; `None` if none is on record.
    pub note: Option<&'c str>,
}

impl Cell<'_> {
    /// The word shown for an unknown fact.
    pub const UNKNOWN: &'static str = "unknown";

    /// The one-column mark of the basis; `?` if the fact is unknown.
    pub fn mark(&self) -> &'static str {
        self.origin.map_or("?", |origin| origin.basis.mark())
    }

    /// The name of the basis in files; `unknown` if the fact is unknown.
    pub fn basis(&self) -> &'static str {
        Basis::slug_of(self.origin.map(|origin| origin.basis))
    }

    /// Whether the fact is known.
    pub fn is_known(&self) -> bool {
        self.origin.is_some()
    }
}

impl Program {
    /// The shown value of a fact, in brief. For the price, this is the comparable price.
    pub fn cell<'c>(&'c self, key: FactKey, catalog: &'c Catalog) -> Cell<'c> {
        let first = if key == FactKey::Price {
            self.price_in_short(catalog.currency)
        } else {
            self.cells(key, catalog, 1).pop()
        };
        first.unwrap_or_else(|| Cell { text: Cell::UNKNOWN.to_owned(), origin: None, others: 0 })
    }

    /// The shown value of a fact with what a reader should know about it: for a price, the claim that it was made from;
    /// for the work, a figure that contradicts it.
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

    /// The comparable price in US dollars, whatever currency the catalogue displays; `None` if no price is known.
    pub fn dollar_cell(&self) -> Option<Cell<'_>> {
        self.price_in_short(Currency::USD)
    }

    /// All claims of a fact, in words, with the shown one first.
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
            grade: claim.grade,
            note: claim.note.as_deref(),
        }),
        others: fact.others(),
    };
    fact.claims().iter().take(most).map(cell).collect()
}

/// Formats hours, with their median if it is known: `31–113 hours, about 60`.
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
