//! Recognizes records of the base catalogue that name no school: a title alone identifies nothing, but the same title
//! and kind in the same source do, if no other record has them. A record of which the catalogue has no more than its
//! title has no source, and any single record with that title may be it.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::group::{Marks, RANKS};
use super::item::{Item, hash};
use super::names::plain;
use super::own;
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
    let (mut by_source, mut by_title): (HashMap<String, Alike>, HashMap<String, Alike>) = Default::default();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.schools.is_empty() && !item.title.is_empty()) {
        let kind = item.kind.map_or("", |kind| words.text(kind));
        let name = format!("{}|{kind}", plain(&item.title));
        let written = base.get(at).filter(|_| item.is_base).map(|record| own::source_of(record));
        match written {
            None => {
                by_source.entry(format!("{}|{name}", source(item))).or_default().new.push(at);
                by_title.entry(name).or_default().new.push(at);
            }
            Some(Some(from)) => by_source.entry(format!("{from}|{name}")).or_default().base.push(at),
            Some(None) => by_title.entry(name).or_default().base.push(at),
        }
    }
    let mut pairs = pairs(&by_title);
    pairs.extend(self::pairs(&by_source));
    pairs
}

/// The hashes of the names that one new record and one of the base catalogue have, by the numbers of these.
fn pairs(alike: &HashMap<String, Alike>) -> HashMap<usize, u64> {
    let pairs = alike.iter().filter_map(|(name, alike)| match (&alike.new[..], &alike.base[..]) {
        ([new], [base]) => Some([*new, *base].map(|at| (at, hash(name)))),
        _ => None,
    });
    pairs.flatten().collect()
}

/// The marks of all items, with those in `alone` added.
pub(super) fn added(
    marks: impl IntoIterator<Item = Marks>,
    alone: &HashMap<usize, u64>,
) -> impl Iterator<Item = Marks> {
    marks.into_iter().enumerate().map(|(at, mut marks)| {
        marks.keys.extend(alone.get(&at).map(|key| (RANKS - 1, *key)));
        marks
    })
}
