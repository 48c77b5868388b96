//! The topics of programs as search needs them: for each program its topics and all topics above these, and for each
//! topic its programs. Which topics a program has is decided by [`crate::topics`].

use crate::catalog::{Catalog, Program, ProgramIx, Strength};
use crate::topics::{Vocabulary, of_program};

/// How a program relates to something wanted; nearer relations come first.
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

    /// The link that a section stores as this number; `None` if there is none.
    pub(super) fn numbered(number: u32) -> Option<Self> {
        let relation = Relation::ALL.get((number & 3) as usize).copied()?;
        let link = Self { relation, is_second: number & 4 != 0, is_unnamed: number & 8 != 0 };
        (number < 16).then_some(link)
    }
}

/// Calls `each` once with the id of every topic of a program and of every topic above these, with the nearest link.
pub(super) fn each_value(catalog: &Catalog, program: &Program, mut each: impl FnMut(&str, Link)) {
    let vocabulary = Vocabulary::embedded();
    let named = vocabulary.named_in(&program.title);
    let mut found = Vec::new();
    for (place, own) in of_program(vocabulary, catalog, program).into_iter().enumerate() {
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

/// The posting lists of topics: the programs of each.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    /// For each facet value, the offset of its programs; one more entry at the end.
    starts: Vec<usize>,
    programs: Vec<(ProgramIx, Link)>,
}

impl Postings {
    /// Builds the posting lists of all values from the values of all programs.
    pub(super) fn of(program_starts: &[u32], ids: &[u32], links: &[Link]) -> Self {
        let values = ids.iter().max().map_or(0, |most| *most as usize + 1);
        let mut starts = vec![0; values + 1];
        for id in ids {
            starts[*id as usize + 1] += 1;
        }
        (0..values).for_each(|value| starts[value + 1] += starts[value]);
        let mut next = starts.clone();
        let mut programs: Vec<(ProgramIx, Link)> = links.iter().map(|link| (ProgramIx(0), *link)).collect();
        for (program, bounds) in (0u32..).zip(program_starts.windows(2)) {
            for at in bounds[0] as usize..bounds[1] as usize {
                let slot = &mut next[ids[at] as usize];
                programs[*slot] = (ProgramIx(program), links[at]);
                *slot += 1;
            }
        }
        Self { starts, programs }
    }

    /// The programs of a value, in order.
    pub(super) fn of_value(&self, value: usize) -> &[(ProgramIx, Link)] {
        match (self.starts.get(value), self.starts.get(value + 1)) {
            (Some(start), Some(end)) => &self.programs[*start..*end],
            _ => &[],
        }
    }
}
