//! Sorted strings packed into one text, alone or with topics for each. They are built once, stored, and searched by
//! bisection without unpacking.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::vocabulary::TopicIx;

/// Distinct strings in sorted order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Strings {
    /// All strings, concatenated.
    text: String,
    /// For each string, the byte offset of its end.
    ends: Vec<u32>,
}

impl Strings {
    pub(super) fn of(strings: &BTreeSet<String>) -> Self {
        let mut own = Self::default();
        for string in strings {
            own.push(string);
        }
        own
    }

    /// Appends a string, which must sort after all others.
    fn push(&mut self, string: &str) {
        self.text.push_str(string);
        self.ends.push(self.text.len() as u32);
    }

    /// Returns the string at an index; empty if there is none or if the stored data is damaged.
    fn at(&self, place: usize) -> &str {
        let end_of = |place: usize| self.ends.get(place).map(|end| *end as usize);
        let start = if place == 0 { Some(0) } else { end_of(place - 1) };
        start.zip(end_of(place)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    fn place(&self, wanted: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.at(middle).cmp(wanted) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    pub(super) fn has(&self, wanted: &str) -> bool {
        self.place(wanted).is_some()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|place| self.at(place))
    }
}

/// Strings with the topics each stands for; a string may have no topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Table {
    keys: Strings,
    topics: Vec<TopicIx>,
    /// For each key, the end of its topics in `topics`.
    ends: Vec<u32>,
}

impl Table {
    pub(super) fn of(map: &BTreeMap<String, Vec<TopicIx>>) -> Self {
        let mut own = Self::default();
        for (key, topics) in map {
            own.keys.push(key);
            own.topics.extend(topics);
            own.ends.push(own.topics.len() as u32);
        }
        own
    }

    pub(super) fn get(&self, key: &str) -> Option<&[TopicIx]> {
        self.keys.place(key).map(|place| self.topics_at(place))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[TopicIx])> {
        self.keys.iter().enumerate().map(|(place, key)| (key, self.topics_at(place)))
    }

    fn topics_at(&self, place: usize) -> &[TopicIx] {
        let end_of = |place: usize| self.ends.get(place).map(|end| *end as usize);
        let start = if place == 0 { Some(0) } else { end_of(place - 1) };
        start.zip(end_of(place)).and_then(|(start, end)| self.topics.get(start..end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let map: BTreeMap<String, Vec<TopicIx>> =
            [("", vec![]), ("art", vec![TopicIx(2)]), ("é", vec![TopicIx(1), TopicIx(3)])]
                .map(|(key, topics)| (key.to_owned(), topics))
                .into();
        let table = Table::of(&map);
        for (key, topics) in &map {
            assert_eq!(table.get(key), Some(topics.as_slice()), "{key:?}");
        }
        assert_eq!((table.get("a"), table.get("arts"), table.get("z")), (None, None, None));
        assert!(table.iter().map(|(key, _)| key).eq(map.keys().map(String::as_str)));
    }

    #[test]
    fn a_damaged_form_finds_nothing_and_does_not_panic() {
        let damaged = Strings { text: "äb".to_owned(), ends: vec![1, 99, 0] };
        assert_eq!(damaged.iter().collect::<Vec<_>>(), ["", "", ""]);
        assert!(!damaged.has("äb"));
    }
}
