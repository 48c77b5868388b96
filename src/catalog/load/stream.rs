//! Deserializes a catalogue file record by record, and hands each record to the draft before reading the next. An array
//! that precedes the records it cites is skipped and read in another pass.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Store;
use super::draft::Draft;
use super::raw::{Array, Head, Key};

/// Reads all arrays that are due.
pub(super) struct File<'d, S>(pub(super) &'d mut Draft<S>);

impl<'de, S: Store> DeserializeSeed<'de> for File<'_, S> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S: Store> Visitor<'de> for File<'_, S> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a catalogue")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut given = [false; Key::ALL.len()];
        let (mut format, mut name, mut as_of) = Default::default();
        while let Some(key) = map.next_key::<Key>()? {
            if std::mem::replace(&mut given[key as usize], true) {
                return Err(Error::duplicate_field(key.name()));
            }
            match key {
                Key::Format => format = map.next_value()?,
                Key::Name => name = map.next_value()?,
                Key::AsOf => as_of = map.next_value()?,
                Key::Sources => self.array(&mut map, Array::Sources, Draft::source)?,
                Key::Institutions => self.array(&mut map, Array::Institutions, Draft::institution)?,
                Key::Courses => self.array(&mut map, Array::Courses, Draft::course)?,
                Key::Programs => self.array(&mut map, Array::Programs, Draft::program)?,
            }
        }
        if let Some(missing) = Key::ALL.into_iter().find(|key| !given[*key as usize]) {
            return Err(Error::missing_field(missing.name()));
        }
        self.0.head = Some(Head { format, name, as_of });
        Ok(())
    }
}

impl<S: Store> File<'_, S> {
    fn array<'de, A: MapAccess<'de>, R: Deserialize<'de>>(
        &mut self,
        map: &mut A,
        array: Array,
        add: fn(&mut Draft<S>, R),
    ) -> Result<(), A::Error> {
        if !self.0.is_due(array) {
            return map.next_value::<IgnoredAny>().map(|_| ());
        }
        map.next_value_seed(Records { draft: self.0, add })?;
        self.0.end(array);
        Ok(())
    }
}

/// Reads the records of one array, and hands each to `add`.
struct Records<'d, S, R> {
    draft: &'d mut Draft<S>,
    add: fn(&mut Draft<S>, R),
}

impl<'de, S, R: Deserialize<'de>> DeserializeSeed<'de> for Records<'_, S, R> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, S, R: Deserialize<'de>> Visitor<'de> for Records<'_, S, R> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<(), A::Error> {
        while let Some(record) = records.next_element()? {
            (self.add)(self.draft, record);
            if self.draft.failure.is_some() {
                return Err(Error::custom("the records cannot be kept"));
            }
        }
        Ok(())
    }
}
