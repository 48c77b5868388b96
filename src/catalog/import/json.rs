//! The JSON of a record: a tree that borrows its texts from the bytes it was read from, because most members of most
//! records are never looked at. Of members with the same name the last counts.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Number;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'d> {
    Null,
    Bool(bool),
    Number(Number),
    String(Cow<'d, str>),
    Array(Vec<Value<'d>>),
    Object(Map<'d>),
}

/// The members of an object in their order. A record has few enough that looking through them is the fastest way.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Map<'d>(Vec<(Cow<'d, str>, Value<'d>)>);

/// The number of members beyond which repeated names are found through a hash table instead of by comparison.
const MAX_COMPARED: usize = 32;

impl<'d> Value<'d> {
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_array(&self) -> Option<&Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn as_object(&self) -> Option<&Map<'d>> {
        match self {
            Self::Object(map) => Some(map),
            _ => None,
        }
    }

    /// The same value with texts of its own.
    pub(super) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Bool(yes) => Value::Bool(yes),
            Self::Number(number) => Value::Number(number),
            Self::String(text) => Value::String(text.into_owned().into()),
            Self::Array(items) => Value::Array(items.into_iter().map(Value::into_owned).collect()),
            Self::Object(Map(members)) => {
                let owned = members.into_iter().map(|(key, value)| (key.into_owned().into(), value.into_owned()));
                Value::Object(Map(owned.collect()))
            }
        }
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub(super) fn is_string(&self) -> bool {
        self.as_str().is_some()
    }

    pub(super) fn is_array(&self) -> bool {
        self.as_array().is_some()
    }
}

/// The number of members that an object has room for at first.
const USUAL: usize = 12;

impl<'d> FromIterator<(Cow<'d, str>, Value<'d>)> for Map<'d> {
    fn from_iter<T: IntoIterator<Item = (Cow<'d, str>, Value<'d>)>>(members: T) -> Self {
        Self(members.into_iter().collect())
    }
}

impl<'d> Map<'d> {
    /// An object of these members. Where a name stands more than once, it keeps its first place and the value that
    /// `merge` leaves there.
    pub(super) fn of(
        members: impl IntoIterator<Item = (Cow<'d, str>, Value<'d>)>,
        merge: fn(&mut Value<'d>, Value<'d>),
    ) -> Self {
        let members = members.into_iter();
        // Most objects of records are larger than a vector that grows step by step begins.
        let mut unique: Vec<(Cow<'d, str>, Value<'d>)> = Vec::with_capacity(members.size_hint().0.max(USUAL));
        let mut places: HashMap<Cow<'d, str>, usize> = HashMap::new();
        for (key, value) in members {
            if unique.len() == MAX_COMPARED {
                places = unique.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
            }
            let known = if places.is_empty() {
                unique.iter().position(|(other, _)| *other == key)
            } else {
                places.get(&key).copied()
            };
            if let Some(at) = known {
                merge(&mut unique[at].1, value);
                continue;
            }
            if !places.is_empty() {
                places.insert(key.clone(), unique.len());
            }
            unique.push((key, value));
        }
        Self(unique)
    }

    pub(super) fn get(&self, key: &str) -> Option<&Value<'d>> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The values of a list; a single value counts as a list of one, and null as an empty list.
    pub(super) fn items(&self, key: &str) -> &[Value<'d>] {
        match self.get(key) {
            None | Some(Value::Null) => &[],
            Some(Value::Array(items)) => items,
            Some(one) => std::slice::from_ref(one),
        }
    }

    pub(super) fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'d>)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &Value<'d>> {
        self.iter().map(|(_, value)| value)
    }
}

impl<'de> Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any valid JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Value<'de>, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::String(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::String(text.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value<'de>, A::Error> {
        let mut list = Vec::new();
        while let Some((Name(key), value)) = members.next_entry()? {
            list.push((key, value));
        }
        Ok(Value::Object(Map::of(list, |there, later| *there = later)))
    }
}

/// The name of a member.
struct Name<'d>(Cow<'d, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl<'de> Visitor<'de> for NameVisitor {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(text.into()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
                Ok(Name(text.to_owned().into()))
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => items.serialize(serializer),
            Self::Object(map) => {
                let mut members = serializer.serialize_map(Some(map.len()))?;
                for (key, value) in map.iter() {
                    members.serialize_entry(key, value)?;
                }
                members.end()
            }
        }
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// For tests that write JSON in place.
#[cfg(test)]
impl From<serde_json::Value> for Value<'static> {
    fn from(value: serde_json::Value) -> Self {
        serde_json::from_str(Box::leak(value.to_string().into_boxed_str())).expect("JSON")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_says_what_the_text_said() {
        let text = r#"{"a":[null,true,-1,2.5,18446744073709551615],"b\"":{"c":"d\n"},"e":{}}"#;
        let value: Value<'_> = serde_json::from_str(text).expect("JSON");
        assert_eq!(value.to_string(), text);
        assert_eq!(value.get("b\"").and_then(|b| b.get("c")).and_then(Value::as_str), Some("d\n"));
    }

    #[test]
    fn of_members_with_the_same_name_the_last_counts_however_many_there_are() {
        for others in [0, 3, 31, 32, 33, 200] {
            let others = (0..others).map(|number| format!("\"x{number}\":1,")).collect::<Vec<_>>().concat();
            let text = format!("{{\"a\":1,{others}\"b\":2,\"a\":3,\"b\":4}}");
            let ours: Value<'_> = serde_json::from_str(&text).expect("JSON");
            let theirs: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            assert_eq!(ours.to_string(), theirs.to_string());
        }
    }
}
