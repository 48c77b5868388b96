//! Everything that has been read, in compact form. Which records describe the same program is known only after the
//! last record. Documents are read in the order of their names, so the numbers here do not depend on the order in
//! which they were given.

use std::collections::HashMap;
use std::num::NonZeroU32;

use foldhash::fast::RandomState;

use super::draft::{Acceptance, Draft, Listing, Thing};
use super::group::Marks;
use super::identity::{self, Identity};
use super::reference::{Described, Organizations, Reference};
use super::school::{Mentions, Resolved};
use super::spelling::Spellings;
use super::stated::Stated;
use super::vocabulary::folded;
use crate::catalog::Basis;
use twox_hash::XxHash3_64;

/// The number of an interned text, counted from 1, so that an optional one takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(NonZeroU32);

/// Texts that occur more than once, each stored once.
#[derive(Debug, Default)]
pub(super) struct Interner {
    numbers: HashMap<Box<str>, Word, RandomState>,
    texts: Vec<Box<str>>,
}

impl Interner {
    /// The index of a text, which is added if it is new.
    pub(super) fn word(&mut self, text: &str) -> Word {
        if let Some(word) = self.numbers.get(text) {
            return *word;
        }
        self.texts.push(text.into());
        let word = Word(NonZeroU32::new(self.texts.len() as u32).unwrap_or(NonZeroU32::MAX));
        self.numbers.insert(text.into(), word);
        word
    }

    /// The index of a text that has been interned.
    pub(super) fn find(&self, text: &str) -> Option<Word> {
        self.numbers.get(text).copied()
    }

    /// The text with this index.
    pub(super) fn text(&self, word: Word) -> &str {
        &self.texts[word.0.get() as usize - 1]
    }
}

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
            Self::Item(list, number) => format!("{list}/{number}{inner}"),
            Self::Path(path) => format!("{path}{inner}"),
        }
    }
}

/// A record's document and position.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) document: u32,
    pub(super) spot: Spot,
}

/// What a record says about one fact.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) field: &'static str,
    pub(super) value: Stated,
    pub(super) basis: Basis,
    pub(super) at: Word,
    pub(super) note: Option<Word>,
    /// Its own date as `yyyy-mm-dd`; `None` if it is as old as the record.
    pub(super) as_of: Option<Word>,
}

/// A program or a course, as one record describes it.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) title: Box<str>,
    pub(super) kind: Option<Box<str>>,
    pub(super) identities: Box<[Identity]>,
    hosts: Box<[u64]>,
    pub(super) schools: Box<[u32]>,
    pub(super) schools_at: Word,
    /// Why the schools are presumed; `None` if they are stated.
    pub(super) schools_note: Option<Word>,
    pub(super) says: Box<[Held]>,
    /// The indices of its courses.
    pub(super) courses: Box<[u32]>,
    /// Whether its courses are all that it has.
    pub(super) listing: Listing,
    /// Whether it is only likely a course of the program that names it.
    pub(super) is_likely: bool,
    pub(super) acceptances: Box<[Acceptance]>,
    pub(super) references: Box<[Reference]>,
    pub(super) described: Option<Box<Described>>,
    pub(super) record: u32,
    /// Its date as `yyyy-mm-dd`; `None` if it has none.
    pub(super) as_of: Option<Word>,
    /// The second of that day; 0 if only the day is named.
    pub(super) second: u32,
    /// Whether it counts for its record in the report: of several items from one record, only the first does.
    pub(super) is_counted: bool,
    /// Whether it comes from the base catalogue.
    pub(super) is_base: bool,
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
    /// Takes the drafts of one record. The first of them counts for the record.
    pub(super) fn take(&mut self, document: u32, spot: Spot, drafts: Vec<Draft>) {
        let record = self.records.len() as u32;
        self.records.push(Record { document, spot });
        let mut is_first = true;
        for draft in drafts {
            self.add(record, draft, is_first, false);
            is_first = false;
        }
    }

    /// Takes a record of the base catalogue.
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
        let courses = courses.collect();
        let urls = draft.says.iter().filter(|said| said.field == "url");
        let names = urls.flat_map(|said| said.value.names());
        let hosts = names.filter_map(|url| identity::host_of(&url)).map(|host| hash(&host)).collect();
        let says = draft.says.into_iter().map(|said| {
            self.spellings.see(said.field, &said.value);
            Held {
                field: said.field,
                value: said.value,
                basis: said.basis,
                at: self.words.word(&said.at),
                note: said.note.map(|note| self.words.word(&note)),
                as_of: said.as_of.map(|as_of| self.words.word(&as_of)),
            }
        });
        let item = Item {
            says: says.collect(),
            title: draft.title.into_boxed_str(),
            kind: draft.kind.map(String::into_boxed_str),
            identities: draft.identities.into_boxed_slice(),
            hosts,
            schools: draft.schools.into_iter().map(|school| self.mentions.number(school)).collect(),
            schools_at: self.words.word(&draft.schools_at),
            schools_note: draft.schools_note.map(|note| self.words.word(&note)),
            courses,
            listing: draft.listing,
            is_likely: draft.is_likely,
            acceptances: draft.acceptances.into_boxed_slice(),
            references: draft.references.into_boxed_slice(),
            described: draft.described.map(Box::new),
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
}

/// The hash of a mark of identity.
pub(super) fn hash(text: &str) -> u64 {
    XxHash3_64::oneshot(text.as_bytes())
}

impl Item {
    /// What is said of a fact first.
    pub(super) fn said(&self, field: &str) -> Option<&Held> {
        self.says.iter().find(|said| said.field == field)
    }

    /// The marks by which it is recognized as the same program or course as another.
    pub(super) fn marks(&self, schools: &Resolved) -> Marks {
        let mut marks = Marks { is_base: self.is_base, ..Marks::default() };
        for identity in &self.identities {
            let rank = identity.rank();
            marks.keys.push((rank, identity.key()));
            match identity {
                Identity::Address(_) => marks.families.extend(self.hosts.iter().map(|host| (rank, *host))),
                Identity::Object(id) => marks.families.push((rank, hash(family_of(id)))),
                Identity::Uuid(_) | Identity::Ctid(_) => marks.families.push((rank, 0)),
                Identity::Node(_) => {}
            }
        }
        // A title identifies a program only together with a school.
        let title = folded(&self.title);
        if let Some(school) = self.schools.first().and_then(|mention| schools.number_of(*mention))
            && !title.is_empty()
        {
            let kind = self.kind.as_deref().unwrap_or_default();
            marks.keys.push((super::group::RANKS - 1, hash(&format!("{school}|{title}|{kind}"))));
        }
        marks
    }
}

impl Item {
    /// Adds to the marks of a course those by which a program of the same list finds it. What a program calls by its
    /// title is the record of that title, where one of them names no school; with two schools they are two courses.
    pub(super) fn seek_title(&self, list: &str, schools: &Resolved, marks: &mut Marks) {
        let title = folded(&self.title);
        if title.is_empty() || self.is_base {
            return;
        }
        let has_school = self.schools.first().is_some_and(|mention| schools.number_of(*mention).is_some());
        let among = |which: &str| hash(&format!("{list}|{title}|{which}"));
        if self.is_counted {
            marks.offers.push(among("any"));
            marks.offers.extend((!has_school).then(|| among("without a school")));
        } else if self.identities.is_empty() {
            marks.seeks = Some(among(if has_school { "without a school" } else { "any" }));
        }
    }
}

/// The family of an identifier. Two different identifiers of one family belong to two programs. Course keys are a
/// family, and so are identifiers with the same prefix or issuer.
fn family_of(id: &str) -> &str {
    if let Some((giver, _)) = id.split_once([' ', ':']) {
        giver
    } else if id.contains('+') {
        "+"
    } else {
        ""
    }
}
