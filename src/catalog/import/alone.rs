//! Recognizes records of the catalogue that is added to, if they name no school: a title alone identifies nothing, but
//! the same title and kind in the same source do, where no other record has them.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::gather::{self, Item};
use super::group::{Marks, RANKS};
use super::own;
use super::vocabulary::folded;

/// The records with one title, kind and source: those that are added, and those of the base catalogue.
#[derive(Default)]
struct Alike {
    new: Vec<usize>,
    base: Vec<usize>,
}

/// Adds a mark to each record without a school and to its only counterpart in the base catalogue. The first items are
/// those of `base`; `source` is where an item comes from.
pub(super) fn mark<'s>(items: &[Item], base: &[Box<RawValue>], source: impl Fn(&Item) -> &'s str, marks: &mut [Marks]) {
    if base.is_empty() {
        return;
    }
    let mut alike: HashMap<String, Alike> = HashMap::new();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| item.schools.is_empty() && !item.title.is_empty()) {
        let written = if item.is_base { base.get(at).and_then(|record| own::source_of(record)) } else { None };
        let from = written.as_deref().unwrap_or_else(|| source(item));
        let name = format!("{from}|{}|{}", folded(&item.title), item.kind.as_deref().unwrap_or_default());
        let alike = alike.entry(name).or_default();
        if item.is_base { alike.base.push(at) } else { alike.new.push(at) }
    }
    for (name, alike) in alike {
        if let ([new], [base]) = (&alike.new[..], &alike.base[..]) {
            for at in [new, base] {
                marks[*at].keys.push((RANKS - 1, gather::hash(&name)));
            }
        }
    }
}
