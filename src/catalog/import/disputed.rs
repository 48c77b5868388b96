//! Marks of identity that prove to identify nothing: an address that one source gives with several titles is that of a
//! list of programs, and a key under which courses have unlike titles was assigned twice. Whether a mark is disputed
//! depends on all records together, so it is determined before they are grouped.

use std::collections::{HashMap, HashSet};

use super::draft::Thing;
use super::gather::Gathered;
use super::identity::Identity;
use super::item::{Item, hash};
use super::names::{may_be_one, plain};

/// The disputed marks of the programs or of the courses, by their hashes.
#[derive(Debug, Default)]
pub(super) struct Disputed {
    pages: HashSet<u64>,
    /// The titles under each key, each with the first of those that may be of the same course.
    keys: HashMap<u64, HashMap<String, u64>>,
    /// Records to be reported, with the reason.
    pub(super) told: Vec<(u32, String)>,
}

/// A titled item with a mark: the hash of the mark, the document, the title and the number of the item.
type Titled<'g> = (u64, u32, &'g str, u32);

impl Disputed {
    /// Of all items that describe the same type of thing.
    pub(super) fn of(gathered: &Gathered, thing: Thing) -> Self {
        let mut disputed = Self::default();
        let items = gathered.items(thing);
        let is_page = |identity: &Identity| matches!(identity, Identity::Address(_) | Identity::Node(_));
        let mut pages = titled(gathered, thing, is_page);
        pages.sort_unstable();
        for page in pages.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            disputed.take_page(page, items);
        }
        if thing == Thing::Course {
            let is_key = |identity: &Identity| matches!(identity, Identity::Object(_)) && identity.own().is_none();
            let mut keys = titled(gathered, thing, is_key);
            keys.sort_unstable_by_key(|(key, _, title, item)| (*key, *title, *item));
            for key in keys.chunk_by(|a, b| a.0 == b.0) {
                disputed.take_key(key, items);
            }
        }
        disputed
    }

    /// Marks a page as disputed if one document gives it with several titles.
    fn take_page(&mut self, page: &[Titled<'_>], items: &[Item]) {
        let Some((key, _, first, item)) = page.first() else { return };
        if !page.iter().any(|(_, _, title, _)| title != first && plain(title) != plain(first))
            || !self.pages.insert(*key)
        {
            return;
        }
        let item = &items[*item as usize];
        if let (Some(url), false) = (item.urls().next(), item.is_base) {
            let reason = format!("`{url}` is given beside several titles, so it identifies none of them");
            self.told.push((item.record, reason));
        }
    }

    /// Marks a key as disputed if courses with unlike titles have it.
    fn take_key(&mut self, key: &[Titled<'_>], items: &[Item]) {
        let mut firsts: Vec<&str> = Vec::new();
        let mut titles: HashMap<String, u64> = HashMap::new();
        for (_, _, title, _) in key {
            let like = firsts.iter().find(|first| may_be_one(first, title)).copied().unwrap_or(title);
            if like == *title && !firsts.contains(title) {
                firsts.push(title);
            }
            titles.insert((*title).to_owned(), hash(&plain(like)));
        }
        let Some((known, others)) = firsts.split_first().filter(|(_, others)| !others.is_empty()) else { return };
        for other in others {
            let item = key.iter().filter(|(_, _, title, _)| title == other).map(|(.., item)| &items[*item as usize]);
            if let Some(item) = item.into_iter().find(|item| !item.is_base) {
                let reason =
                    format!("“{other}” has the key of another course, “{known}”, so each is a course of its own");
                self.told.push((item.record, reason));
            }
        }
        self.keys.insert(key[0].0, titles);
    }

    /// The hash of a mark of an item; `None` if the mark says nothing.
    pub(super) fn key(&self, identity: &Identity, item: &Item) -> Option<u64> {
        let key = identity.key();
        match identity {
            Identity::Address(_) | Identity::Node(_) => (!self.pages.contains(&key)).then_some(key),
            Identity::Object(_) => match self.keys.get(&key) {
                Some(titles) => titles.get(&*item.title).map(|like| key ^ like),
                None => Some(key),
            },
            Identity::Uuid(_) | Identity::Ctid(_) => Some(key),
        }
    }
}

/// All items that have a title and such a mark.
fn titled(gathered: &Gathered, thing: Thing, is_wanted: impl Fn(&Identity) -> bool) -> Vec<Titled<'_>> {
    let mut found = Vec::new();
    for (number, item) in (0u32..).zip(gathered.items(thing)).filter(|(_, item)| !item.title.is_empty()) {
        let document = gathered.records[item.record as usize].document;
        let marks = item.identities.iter().filter(|identity| is_wanted(identity));
        found.extend(marks.map(|identity| (identity.key(), document, &*item.title, number)));
    }
    found
}
