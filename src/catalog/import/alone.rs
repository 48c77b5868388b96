//! Recognizes records of the catalogue that is added to, if they name no school: a title alone identifies nothing, but
//! the same title and kind in the same source do, where no other record has them.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::group::{Marks, RANKS};
use super::item::{Item, hash};
use super::own;
use super::vocabulary::folded;
use super::words::Interner;

/// The records with one title, kind and source: those that are added, and those of the base catalogue.
#[derive(Default)]
struct Alike {
    new: Vec<usize>,
    base: Vec<usize>,
}

/// The mark of each record without a school that has only one counterpart in the base catalogue, and that of the
/// counterpart, by the numbers of the items. The first items are those of `base`; `source` is where an item comes from.
pub(super) fn marks<'s>(
    items: &[Item],
    base: &[Box<RawValue>],
    words: &Interner,
    source: impl Fn(&Item) -> &'s str,
) -> HashMap<usize, u64> {
    if base.is_empty() {
        return HashMap::new();
    }
    let mut alike: HashMap<String, Alike> = HashMap::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.schools.is_empty() && !item.title.is_empty()) {
        let written = if item.is_base { base.get(at).and_then(|record| own::source_of(record)) } else { None };
        let from = written.as_deref().unwrap_or_else(|| source(item));
        let kind = item.kind.map_or("", |kind| words.text(kind));
        let name = format!("{from}|{}|{kind}", folded(&item.title));
        let alike = alike.entry(name).or_default();
        if item.is_base { alike.base.push(at) } else { alike.new.push(at) }
    }
    let pairs = alike.into_iter().filter_map(|(name, alike)| match (&alike.new[..], &alike.base[..]) {
        ([new], [base]) => Some([*new, *base].map(|at| (at, hash(&name)))),
        _ => None,
    });
    pairs.flatten().collect()
}

/// The marks of all items, each with the one that it has alone.
pub(super) fn added(
    marks: impl IntoIterator<Item = Marks>,
    alone: &HashMap<usize, u64>,
) -> impl Iterator<Item = Marks> {
    marks.into_iter().enumerate().map(|(at, mut marks)| {
        marks.keys.extend(alone.get(&at).map(|key| (RANKS - 1, *key)));
        marks
    })
}
