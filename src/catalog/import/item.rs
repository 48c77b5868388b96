//! A program or a course as one record describes it, in compact form, and the marks by which it is recognized.

use super::draft::{Acceptance, Listing, Said};
use super::format::Field;
use super::group::{Marks, RANKS, Seeks};
use super::identity::{self, Identity};
use super::names::plain;
use super::reference::{Described, Reference};
use super::school::Resolved;
use super::stated::Stated;
use super::words::{Interner, Word};
use crate::catalog::{Basis, Text};
use twox_hash::XxHash3_64;

/// What a record says about one fact.
#[derive(Debug)]
pub(super) struct Held {
    field: Field,
    pub(super) basis: Basis,
    pub(super) value: Stated,
    pub(super) at: Word,
    pub(super) note: Option<Word>,
    /// Its own date as `yyyy-mm-dd`; `None` if it is as old as the record.
    pub(super) as_of: Option<Word>,
}

impl Held {
    /// In compact form; `None` if the format has no such fact.
    pub(super) fn of(said: Said, words: &mut Interner) -> Option<Self> {
        Some(Self {
            field: Field::of(said.field)?,
            basis: said.basis,
            value: said.value,
            at: words.word(&said.at),
            note: said.note.map(|note| words.word(&note)),
            as_of: said.as_of.map(|as_of| words.word(&as_of)),
        })
    }

    /// The name of the fact in the format.
    pub(super) fn field(&self) -> &'static str {
        self.field.name()
    }
}

/// A program or a course, as one record describes it. There may be a million of them, so what only a few have is stored
/// separately.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) title: Box<str>,
    pub(super) kind: Option<Word>,
    pub(super) identities: Box<[Identity]>,
    pub(super) schools: Box<[u32]>,
    pub(super) schools_at: Word,
    /// Why the schools are presumed; `None` if they are stated.
    pub(super) schools_note: Option<Word>,
    pub(super) says: Box<[Held]>,
    /// `None` if it names nothing else.
    pub(super) relations: Option<Box<Relations>>,
    /// Whether it is only likely a course of the program that names it.
    pub(super) is_likely: bool,
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

/// What else a record names: other items, schools, and what its own document does not describe.
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// The indices of its courses.
    pub(super) courses: Box<[u32]>,
    /// Whether its courses are all that it has.
    pub(super) listing: Listing,
    pub(super) acceptances: Box<[Acceptance]>,
    pub(super) references: Box<[Reference]>,
    pub(super) described: Option<Described>,
}

impl Relations {
    /// Itself, if it names anything.
    pub(super) fn if_any(self) -> Option<Box<Self>> {
        let is_any = !self.courses.is_empty()
            || !self.acceptances.is_empty()
            || !self.references.is_empty()
            || self.described.is_some()
            || self.listing != Listing::default();
        is_any.then(|| Box::new(self))
    }
}

/// The hash of a mark of identity.
pub(super) fn hash(text: &str) -> u64 {
    XxHash3_64::oneshot(text.as_bytes())
}

impl Item {
    /// What is stated first about a fact.
    pub(super) fn said(&self, field: &str) -> Option<&Held> {
        self.says.iter().find(|said| said.field() == field)
    }

    /// The addresses that it states.
    pub(super) fn urls(&self) -> impl Iterator<Item = Text> {
        self.says.iter().filter(|said| said.field() == "url").flat_map(|said| said.value.names())
    }

    /// The indices of its courses.
    pub(super) fn courses(&self) -> &[u32] {
        self.relations.as_ref().map_or(&[], |relations| &relations.courses)
    }

    /// Whether its courses are all that it has.
    pub(super) fn listing(&self) -> Listing {
        self.relations.as_ref().map_or_else(Listing::default, |relations| relations.listing)
    }

    /// The schools that accept it.
    pub(super) fn acceptances(&self) -> &[Acceptance] {
        self.relations.as_ref().map_or(&[], |relations| &relations.acceptances)
    }

    /// What it names and its own document does not describe.
    pub(super) fn references(&self) -> &[Reference] {
        self.relations.as_ref().map_or(&[], |relations| &relations.references)
    }

    /// What it names, to be changed.
    pub(super) fn relations_mut(&mut self) -> &mut Relations {
        self.relations.get_or_insert_default()
    }

    /// The number of courses that it describes, if it refers to others besides.
    pub(super) fn described(&self) -> Option<&Described> {
        self.relations.as_ref()?.described.as_ref()
    }

    /// The marks by which it is recognized as the same program or course as another. `key` is the hash of an identity, if
    /// that identifies anything.
    pub(super) fn marks(&self, schools: &Resolved, words: &Interner, key: impl Fn(&Identity) -> Option<u64>) -> Marks {
        let mut marks = Marks { is_base: self.is_base, ..Marks::default() };
        for identity in &self.identities {
            let rank = identity.rank();
            let Some(key) = key(identity) else { continue };
            marks.keys.push((rank, key));
            match identity {
                Identity::Address(_) => {
                    let hosts = self.urls().filter_map(|url| identity::host_of(&url));
                    marks.families.extend(hosts.map(|host| (rank, hash(&host))));
                }
                Identity::Object(id) => marks.families.push((rank, hash(family_of(id)))),
                Identity::Uuid(_) | Identity::Ctid(_) => marks.families.push((rank, 0)),
                Identity::Node(_) => {}
            }
        }
        // A title identifies a program only together with a school.
        let title = plain(&self.title);
        if let Some(school) = self.schools.first().and_then(|mention| schools.number_of(*mention))
            && !title.is_empty()
        {
            let kind = self.kind.map_or("", |kind| words.text(kind));
            marks.keys.push((RANKS - 1, hash(&format!("{school}|{title}|{kind}"))));
        }
        marks
    }
}

impl Item {
    /// Adds to the marks of a course those by which a program of the same list finds it. What a program calls by its
    /// title is the record of that title and of its school, or else the one where either names no school: under two
    /// schools they are two courses.
    pub(super) fn seek_title(&self, list: &str, schools: &Resolved, marks: &mut Marks) {
        let title = plain(&self.title);
        if title.is_empty() || self.is_base {
            return;
        }
        let school = self.schools.first().and_then(|mention| schools.number_of(*mention));
        let among = |which: &str| hash(&format!("{list}|{title}|{which}"));
        let (any, without) = (among("any"), among("without a school"));
        let own = school.map_or(without, |school| among(&school.to_string()));
        if self.is_counted {
            marks.offers.extend([any, own]);
        } else if self.identities.is_empty() {
            marks.seeks = Some(Seeks { own, otherwise: if school.is_some() { without } else { any } });
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
