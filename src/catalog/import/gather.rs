//! Everything that has been read, in compact form. Which records describe the same program is known only after the
//! last record. Documents are read in the order of their names, so the numbers here do not depend on the order in
//! which they were given.

use super::draft::{Draft, Thing};
use super::item::{Held, Item, Relations};
use super::reference::Organizations;
use super::school::Mentions;
use super::spelling::Spellings;
use super::words::Interner;

/// The position of a record in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// The record is the document.
    Whole,
    /// On a line of its own.
    Line(u64),
    /// At an index in a list.
    Item(&'static str, u64),
    /// At any other JSON pointer.
    Path(Box<str>),
}

impl Spot {
    /// The pointer to `inner` within the record, or the line and `inner` for a record on a line.
    pub(super) fn pointer(&self, inner: &str) -> String {
        match self {
            Self::Whole => inner.to_owned(),
            Self::Line(line) if inner.is_empty() => format!("line {line}"),
            Self::Line(line) => format!("line {line}, {inner}"),
            // There are many of these, and formatting is slow.
            Self::Item(list, number) => [list, "/", &number.to_string(), inner].concat(),
            Self::Path(path) => [path, inner].concat(),
        }
    }
}

/// A record's document and position.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) document: u32,
    pub(super) spot: Spot,
}

/// Everything that has been read.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) words: Interner,
    pub(super) records: Vec<Record>,
    pub(super) programs: Vec<Item>,
    pub(super) courses: Vec<Item>,
    pub(super) mentions: Mentions,
    pub(super) organizations: Organizations,
    pub(super) spellings: Spellings,
}

impl Gathered {
    /// Adds the drafts of one record. The first of them counts for the record.
    pub(super) fn take(&mut self, document: u32, spot: Spot, drafts: Vec<Draft>) {
        let record = self.records.len() as u32;
        self.records.push(Record { document, spot });
        let mut is_first = true;
        for draft in drafts {
            self.add(record, draft, is_first, false);
            is_first = false;
        }
    }

    /// Adds a record of the base catalogue.
    pub(super) fn take_base(&mut self, document: u32, draft: Draft) {
        let record = self.records.len() as u32;
        self.records.push(Record { document, spot: Spot::Whole });
        self.add(record, draft, false, true);
    }

    fn add(&mut self, record: u32, draft: Draft, is_counted: bool, is_base: bool) -> u32 {
        let courses = draft.courses.into_iter().map(|mut course| {
            // A course within a program is as old as the program.
            course.as_of = course.as_of.or(draft.as_of);
            self.add(record, course, false, false)
        });
        let relations = Relations {
            courses: courses.collect(),
            listing: draft.listing,
            acceptances: draft.acceptances.into(),
            references: draft.references.into(),
            described: draft.described,
        };
        draft.says.iter().for_each(|said| self.spellings.see(said.field, &said.value));
        let says = draft.says.into_iter().filter_map(|said| Held::of(said, &mut self.words)).collect();
        let item = Item {
            says,
            title: draft.title.into_boxed_str(),
            kind: draft.kind.map(|kind| self.words.word(&kind)),
            identities: draft.identities.into_boxed_slice(),
            schools: draft.schools.into_iter().map(|school| self.mentions.number(school)).collect(),
            schools_at: self.words.word(&draft.schools_at),
            schools_note: draft.schools_note.map(|note| self.words.word(&note)),
            relations: relations.if_any(),
            is_likely: draft.is_likely,
            record,
            as_of: draft.as_of.map(|moment| self.words.word(&moment.day.to_string())),
            second: draft.as_of.map_or(0, |moment| moment.second),
            is_counted,
            is_base,
        };
        let list = if draft.thing == Thing::Program { &mut self.programs } else { &mut self.courses };
        list.push(item);
        list.len() as u32 - 1
    }

    /// The items that describe programs, or those that describe courses.
    pub(super) fn items(&self, thing: Thing) -> &[Item] {
        match thing {
            Thing::Program => &self.programs,
            Thing::Course => &self.courses,
        }
    }
}
