//! The topics of programs for searching: for each program its topics and all broader topics, and for each topic its
//! programs. [`crate::topics`] decides which topics a program has.

use super::codec::Slice;
use crate::catalog::{Catalog, Program, ProgramIx, Strength};
use crate::topics::{Vocabulary, topics_of};

/// How a program relates to something wanted; closer relations come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The program is about it.
    About,
    /// The program is about a narrower topic.
    Narrower,
    /// Only a part of the program, such as a course, is about it.
    Part,
}

impl Relation {
    const ALL: [Self; 3] = [Self::About, Self::Narrower, Self::Part];
}

/// The link between a program and a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub(super) relation: Relation,
    /// Whether it is not the program's first topic.
    pub(super) is_second: bool,
    /// Whether the title does not name it.
    pub(super) is_unnamed: bool,
}

impl Link {
    /// The number by which a section stores the link.
    pub(super) fn number(self) -> u32 {
        self.relation as u32 | u32::from(self.is_second) << 2 | u32::from(self.is_unnamed) << 3
    }

    /// Returns the link stored as this number. An invalid number is read as the weakest relation.
    fn numbered(number: u32) -> Self {
        let relation = Relation::ALL.get((number & 3) as usize).copied().unwrap_or(Relation::Part);
        Self { relation, is_second: number & 4 != 0, is_unnamed: number & 8 != 0 }
    }
}

/// Calls `each` once with the id of every topic of a program and of every broader topic, with the closest link.
pub(super) fn each_value(catalog: &Catalog, ix: ProgramIx, program: &Program, mut each: impl FnMut(&str, Link)) {
    let vocabulary = Vocabulary::embedded();
    let named = vocabulary.named_in(&program.title);
    let mut found = Vec::new();
    for (place, own) in topics_of(catalog, ix, program).into_iter().enumerate() {
        let (itself, above) = match own.strength {
            Strength::About => (Relation::About, Relation::Narrower),
            Strength::Part => (Relation::Part, Relation::Part),
        };
        let link = |relation, topic| Link { relation, is_second: place > 0, is_unnamed: !named.contains(&topic) };
        found.push((own.topic, link(itself, own.topic)));
        found.extend(vocabulary.broader(own.topic).iter().map(|broader| (*broader, link(above, *broader))));
    }
    found.sort_unstable();
    found.dedup_by_key(|(topic, _)| *topic);
    found.sort_by_key(|(topic, link)| (*link, *topic));
    for (topic, link) in found {
        each(&vocabulary.topic(topic).id, link);
    }
}

/// The name of a topic; its id if the vocabulary lacks it.
pub(super) fn name_of(id: &str) -> &str {
    let vocabulary = Vocabulary::embedded();
    vocabulary.find(id).map_or(id, |topic| &vocabulary.topic(topic).name.en)
}

/// The programs of a topic with their links, in order.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Posting<'c> {
    programs: Slice<'c>,
    links: Slice<'c>,
}

impl<'c> Posting<'c> {
    /// A posting of programs, with a link for each.
    pub(super) fn of(programs: Slice<'c>, links: Slice<'c>) -> Self {
        Self { programs, links }
    }

    /// The number of programs.
    pub(super) fn len(&self) -> usize {
        self.programs.len()
    }

    /// Whether a program has the topic.
    pub(super) fn contains(&self, program: ProgramIx) -> bool {
        self.programs.contains(program.0)
    }

    /// The programs with their links.
    pub(super) fn iter(&self) -> impl Iterator<Item = (ProgramIx, Link)> + use<'c> {
        let links = self.links.iter().map(Link::numbered);
        self.programs.iter().map(ProgramIx).zip(links)
    }
}
