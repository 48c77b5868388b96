//! Data that is built once, stored, and searched in place: byte strings, sorted strings, and strings with topics for
//! each. Nothing is unpacked, so a lookup touches only the few bytes that it compares.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem::Finder;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::topic::TopicIx;

/// Bytes, borrowed from the stored form or owned while it is built.
#[derive(Clone, Debug, Default, PartialEq)]
struct Bytes(Cow<'static, [u8]>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'static [u8]>::deserialize(deserializer).map(|bytes| Self(Cow::Borrowed(bytes)))
    }
}

/// Concatenated byte strings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Pieces {
    all: Bytes,
    /// For each piece, the offset of its end in four bytes, little-endian.
    ends: Bytes,
}

impl Pieces {
    /// Appends a piece.
    pub(super) fn push(&mut self, piece: &[u8]) {
        let all = self.all.0.to_mut();
        all.extend(piece);
        let end = all.len() as u32;
        self.ends.0.to_mut().extend(end.to_le_bytes());
    }

    /// Returns the number of pieces.
    pub(super) fn len(&self) -> usize {
        self.ends.0.len() / size_of::<u32>()
    }

    /// Returns the piece at an index; empty if there is none or if the stored data is damaged.
    pub(super) fn at(&self, place: usize) -> &[u8] {
        let start = if place == 0 { Some(0) } else { self.end_of(place - 1) };
        start.zip(self.end_of(place)).and_then(|(start, end)| self.all.0.get(start..end)).unwrap_or_default()
    }

    fn end_of(&self, place: usize) -> Option<usize> {
        self.ends.0.chunks_exact(size_of::<u32>()).nth(place).map(number)
    }

    /// Iterates over the indices of the pieces that contain these bytes. All pieces are searched at once, because most
    /// of them do not.
    fn containing<'p>(&'p self, part: &'p [u8]) -> impl Iterator<Item = usize> + 'p {
        let finder = Finder::new(part);
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let at = next + finder.find(self.all.0.get(next..)?)?;
                let place = first_place(self.len(), |place| self.end_of(place).is_some_and(|end| end > at));
                let end = self.end_of(place)?;
                // What begins in one piece and ends in another is in neither.
                next = end.max(at + 1);
                if at + part.len() <= end {
                    return Some(place);
                }
            }
        })
    }
}

/// Returns the first index below `len` for which a condition holds, if it holds for all later ones; `len` if for none.
fn first_place(len: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// Distinct strings in sorted order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Strings(Pieces);

impl Strings {
    pub(super) fn of(strings: &BTreeSet<String>) -> Self {
        let mut own = Self::default();
        for string in strings {
            own.0.push(string.as_bytes());
        }
        own
    }

    /// Returns the string at an index; empty if there is none or if the stored data is damaged.
    pub(super) fn at(&self, place: usize) -> &str {
        std::str::from_utf8(self.0.at(place)).unwrap_or_default()
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn place(&self, wanted: &str) -> Option<usize> {
        let place = self.lower_bound(wanted);
        (place < self.len() && self.0.at(place) == wanted.as_bytes()).then_some(place)
    }

    /// Returns the index of the first string that is not less than this one.
    fn lower_bound(&self, wanted: &str) -> usize {
        // The byte order of UTF-8 is the order of code points.
        first_place(self.len(), |place| self.0.at(place) >= wanted.as_bytes())
    }

    pub(super) fn has(&self, wanted: &str) -> bool {
        self.place(wanted).is_some()
    }

    /// Whether a string contains this text.
    pub(super) fn has_part(&self, part: &str) -> bool {
        part.is_empty() || self.0.containing(part.as_bytes()).next().is_some()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.at(place))
    }
}

/// Strings with the topics each stands for; a string may have no topics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Table {
    keys: Strings,
    /// For each key its topics, in two bytes each, little-endian.
    topics: Pieces,
}

impl Table {
    pub(super) fn of(map: &BTreeMap<String, Vec<TopicIx>>) -> Self {
        let mut own = Self::default();
        for (key, topics) in map {
            own.keys.0.push(key.as_bytes());
            own.topics.push(&topics.iter().flat_map(|topic| topic.0.to_le_bytes()).collect::<Vec<u8>>());
        }
        own
    }

    pub(super) fn get(&self, key: &str) -> Option<Vec<TopicIx>> {
        self.keys.place(key).map(|place| self.topics_at(place))
    }

    /// Iterates over the keys that begin with `start`.
    pub(super) fn starting_with<'t>(&'t self, start: &'t str) -> impl Iterator<Item = (&'t str, Vec<TopicIx>)> {
        let all = (self.keys.lower_bound(start)..self.keys.len()).map(|place| (self.keys.at(place), place));
        all.take_while(move |(key, _)| key.starts_with(start)).map(|(key, place)| (key, self.topics_at(place)))
    }

    /// Returns the maximum number of these words, joined by spaces, that a key can begin with. Only the last of them
    /// may not occur in any key.
    pub(super) fn most_words(&self, words: impl Iterator<Item = String>) -> usize {
        let mut start = String::new();
        let mut count = 0;
        for word in words {
            count += 1;
            start.push_str(&word);
            start.push(' ');
            let next = self.keys.lower_bound(&start);
            if !self.keys.at(next).starts_with(&start) {
                break;
            }
        }
        count
    }

    /// Iterates over the keys that contain all of these texts; over none if there are no texts.
    pub(super) fn containing<'t>(&'t self, all: &'t [String]) -> impl Iterator<Item = (&'t str, Vec<TopicIx>)> {
        let longest = all.iter().max_by_key(|part| part.len()).filter(|part| !part.is_empty());
        let places = longest.into_iter().flat_map(|part| self.keys.0.containing(part.as_bytes()));
        let keys = places.map(|place| (self.keys.at(place), place));
        let with_all = keys.filter(|(key, _)| all.iter().all(|part| key.contains(part)));
        with_all.map(|(key, place)| (key, self.topics_at(place)))
    }

    fn topics_at(&self, place: usize) -> Vec<TopicIx> {
        self.topics.at(place).chunks_exact(size_of::<u16>()).map(|bytes| TopicIx(number(bytes) as u16)).collect()
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
            assert_eq!(table.get(key).as_ref(), Some(topics), "{key:?}");
        }
        assert_eq!((table.get("a"), table.get("arts"), table.get("z")), (None, None, None));
        assert_eq!(table.containing(&[]).count(), 0);
        assert_eq!(table.containing(&["r".to_owned()]).collect::<Vec<_>>(), [("art", vec![TopicIx(2)])]);
        for (start, keys) in [("", vec!["", "art", "é"]), ("a", vec!["art"]), ("b", vec![]), ("é", vec!["é"])] {
            assert_eq!(table.starting_with(start).map(|(key, _)| key).collect::<Vec<_>>(), keys, "{start:?}");
        }
    }

    #[test]
    fn no_key_begins_with_more_words_than_told() {
        let keys = ["art", "art history", "arts of old china", "data"];
        let table = Table::of(&keys.map(|key| (key.to_owned(), vec![TopicIx(1)])).into());
        let most = |text: &str| table.most_words(text.split(' ').map(str::to_owned));
        assert_eq!((most("art history now"), most("arts of old"), most("arts of new china")), (2, 3, 3));
        assert_eq!((most("data science"), most("dat"), most("zoo keeping now")), (1, 1, 1));
    }

    #[test]
    fn a_part_is_found_in_every_string_that_has_it_and_never_across_two() {
        let all = ["", "ab", "abba", "bab", "caab", "é"];
        let strings = Strings::of(&all.map(str::to_owned).into());
        for part in ["a", "b", "ab", "ba", "bb", "aab", "abba", "bbab", "é", "x", "abbaba"] {
            let expected: Vec<usize> = (0..all.len()).filter(|place| all[*place].contains(part)).collect();
            assert_eq!(strings.0.containing(part.as_bytes()).collect::<Vec<_>>(), expected, "{part}");
            assert_eq!(strings.has_part(part), !expected.is_empty(), "{part}");
        }
    }

    #[test]
    fn a_damaged_form_finds_nothing_and_does_not_panic() {
        let ends = [1u32, 99, 0].into_iter().flat_map(u32::to_le_bytes).collect();
        let damaged = Strings(Pieces { all: Bytes("äb".as_bytes().into()), ends: Bytes(ends) });
        assert_eq!(damaged.iter().collect::<Vec<_>>(), ["", "", ""]);
        assert!(!damaged.has("äb"));
        assert!(damaged.0.containing(b"b").count() <= damaged.len());
    }
}
