//! The facts of a program in words: one label and one wording for each. Every screen, table and page uses them, so that
//! a fact reads the same everywhere.

use super::price_words::dated;
use super::{Catalog, Cell, Claim, Credit, Currency, Fact, FactKey, Level, Origin, Pacing, Program, Range, Text};

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

    /// Returns the shown value of a fact with additional information: for a price, the claim that it was computed from;
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
