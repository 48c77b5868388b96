//! The ids of a catalogue: which items describe the same program or course, and the id under which it is written. A
//! record of the base catalogue keeps its id; every other one is called after its school and title.

use std::collections::{BTreeMap, HashSet};

use serde_json::value::RawValue;

use super::draft::Thing;
use super::gather::Gathered;
use super::group::{Marks, groups};
use super::identity::Identity;
use super::item::Item;
use super::own;
use super::packed::Packed;
use super::school::Resolved;
use super::slug::{self, slug};
use super::words::Interner;
use crate::catalog::Texts;

/// The groups of one type of item, by id.
pub(super) struct Ids {
    /// The items of each group.
    members: Packed<u32>,
    /// The ids in order. A group without any title gets none and is omitted.
    texts: Texts,
    /// The group of each id.
    groups: Vec<u32>,
    /// The number of the id of each item; [`NONE`] if its group has none.
    of_items: Vec<u32>,
}

/// An id that a group wants or has.
type Wanted = (String, u32);

/// Stands for the number of an id where there is none.
const NONE: u32 = u32::MAX;

impl Ids {
    /// Groups items by their marks and names the groups. Returns also the records that could belong to more than one.
    pub(super) fn of(
        marks: impl IntoIterator<Item = Marks>,
        (gathered, thing): (&Gathered, Thing),
        base: &[Box<RawValue>],
        schools: &Resolved,
    ) -> (Self, Vec<u32>) {
        let items = gathered.items(thing);
        let what = if thing == Thing::Course { "course" } else { "program" };
        let found = groups(marks);
        let ambiguous = found.ambiguous.iter().map(|item| items[*item as usize].record).collect();
        let members = found.members;
        let (mut named, mut wanted): (Vec<Wanted>, Vec<Wanted>) = (Vec::new(), Vec::new());
        for group in 0..members.len() as u32 {
            match id_in_base(items, members.at(group), base) {
                Some(id) => named.push((id, group)),
                None => wanted.extend(wanted_id(items, members.at(group), schools, what).map(|id| (id, group))),
            }
        }
        named.sort_unstable();
        wanted.sort_unstable();
        let of_base: HashSet<String> = named.iter().map(|(id, _)| id.clone()).collect();
        let is_alone = |groups: &[Wanted]| groups.len() == 1 && !of_base.contains(&groups[0].0);
        let (alone, clashing): (Vec<_>, Vec<_>) =
            wanted.chunk_by_mut(|a, b| a.0 == b.0).partition(|groups| is_alone(groups));
        // Those whose ids nobody else wants come first, so that no id made up for another group takes theirs.
        named.extend(alone.into_iter().flatten().map(std::mem::take));
        named.sort_unstable();
        let apart = name_apart((items, &gathered.words), &members, clashing, &named);
        named.extend(apart);
        named.sort_unstable();
        (Self::named(members, named, items.len()), ambiguous)
    }

    /// Of groups by their ids, which are in order.
    fn named(members: Packed<u32>, named: Vec<Wanted>, count: usize) -> Self {
        let (mut texts, mut groups, mut of_items) =
            (Texts::default(), Vec::with_capacity(named.len()), vec![NONE; count]);
        for (number, (id, group)) in (0u32..).zip(named) {
            texts.push(&id);
            groups.push(group);
            members.at(group).iter().for_each(|item| of_items[*item as usize] = number);
        }
        Self { members, texts, groups, of_items }
    }

    /// The ids in order.
    pub(super) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The id with this number.
    pub(super) fn text(&self, number: u32) -> &str {
        self.texts.at(number)
    }

    /// The items with the id of this number.
    pub(super) fn members(&self, number: u32) -> &[u32] {
        self.members.at(self.groups[number as usize])
    }

    /// The items with this id; none if there is no such id.
    pub(super) fn members_of(&self, id: &str) -> &[u32] {
        self.texts.find(id).map_or(&[], |number| self.members(number))
    }

    /// The id of an item; empty if its group has none.
    pub(super) fn of_item(&self, item: u32) -> &str {
        self.number(item).map_or("", |number| self.text(number))
    }

    /// The items that describe the same as this one, itself included; none if they have no id.
    pub(super) fn like(&self, item: u32) -> &[u32] {
        self.number(item).map_or(&[], |number| self.members(number))
    }

    fn number(&self, item: u32) -> Option<u32> {
        Some(self.of_items[item as usize]).filter(|number| *number != NONE)
    }

    /// The records that count and whose items have no id.
    pub(super) fn nameless(&self, items: &[Item]) -> Vec<u32> {
        let nameless = items.iter().zip(&self.of_items).filter(|(item, id)| **id == NONE && item.is_counted);
        nameless.map(|(item, _)| item.record).collect()
    }

    /// The records of courses whose program is only named by an identifier, and which no other record describes.
    pub(super) fn without_program(&self, items: &[Item]) -> Vec<u32> {
        let nameless = items.iter().zip(&self.of_items).filter(|(_, id)| **id == NONE).map(|(item, _)| item);
        nameless.filter(|item| !item.is_counted && !item.courses().is_empty()).map(|item| item.record).collect()
    }

    /// The ids of the base catalogue that have new items.
    pub(super) fn renewed(&self, items: &[Item]) -> HashSet<&str> {
        let is_renewed =
            |members: &[u32]| members.len() > 1 && members.first().is_some_and(|first| items[*first as usize].is_base);
        let renewed = (0..self.texts.len() as u32).filter(|number| is_renewed(self.members(*number)));
        renewed.map(|number| self.text(number)).collect()
    }
}

/// The id that a group has in the base catalogue. Items of that catalogue come first in their group, and are its records
/// in their order.
fn id_in_base(items: &[Item], members: &[u32], base: &[Box<RawValue>]) -> Option<String> {
    let own = members.first().filter(|first| items[**first as usize].is_base)?;
    own::id_of(base.get(*own as usize)?)
}

/// The preferred id of a group: the one that it has in a catalogue of this program, or else one of its school and title.
/// `None` if no record has a title.
fn wanted_id(items: &[Item], members: &[u32], schools: &Resolved, what: &str) -> Option<String> {
    let titled = members.iter().map(|member| &items[*member as usize]).filter(|item| !item.title.is_empty());
    let title = titled.map(|item| &*item.title).min()?;
    let identities = members.iter().flat_map(|member| &items[*member as usize].identities);
    if let Some(own) = identities.filter_map(Identity::own).filter(|id| slug::is_id(id)).min() {
        return Some(own.to_owned());
    }
    let school = members.iter().find_map(|member| items[*member as usize].schools.first());
    let school = school.and_then(|mention| schools.of(*mention).next());
    let title = slug(title, what);
    Some(match school {
        Some(school) => format!("{}-{title}", school.key),
        None => title,
    })
}

/// Gives groups that want the same id one each that no other group has: by the kind, by the start of an identifier,
/// else by a number. `named` are the ids that are taken, in order.
fn name_apart(
    (items, words): (&[Item], &Interner),
    members: &Packed<u32>,
    clashing: Vec<&mut [Wanted]>,
    named: &[Wanted],
) -> BTreeMap<String, u32> {
    let mut apart: BTreeMap<String, u32> = BTreeMap::new();
    for groups in clashing {
        let mut number = 2;
        for (wanted, group) in groups.iter() {
            let is_taken = |id: &str| {
                named.binary_search_by(|(known, _)| known.as_str().cmp(id)).is_ok() || apart.contains_key(id)
            };
            let endings = endings((items, words), members.at(*group)).into_iter();
            let free = endings.map(|ending| format!("{wanted}-{ending}")).find(|name| !is_taken(name));
            let id = free.unwrap_or_else(|| {
                // Numbers only grow: what was taken for one group is taken for the next.
                while is_taken(&format!("{wanted}-{number}")) {
                    number += 1;
                }
                format!("{wanted}-{number}")
            });
            apart.insert(id, *group);
        }
    }
    apart
}

/// What distinguishes a group from another with the same title and school.
fn endings((items, words): (&[Item], &Interner), members: &[u32]) -> Vec<String> {
    let all = members.iter().map(|member| &items[*member as usize]);
    let kind = all.clone().find_map(|item| item.kind).map(|kind| slug(words.text(kind), "kind"));
    let mut identities: Vec<String> =
        all.flat_map(|item| item.identities.iter().filter_map(Identity::written)).collect();
    identities.sort();
    let start = identities
        .first()
        .and_then(|id| id.split_once(':'))
        .map(|(_, id)| slug(id, "id").chars().take(8).collect::<String>());
    kind.into_iter().chain(start).map(|ending| ending.trim_matches('-').to_owned()).collect()
}
