//! A JSON object that borrows its values: a long list consists of many small ones, each written once and dropped. Keys
//! keep their insertion order.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::Value;

/// Keys with their values.
#[derive(Clone, Debug, Default)]
pub(super) struct Object<'a>(Vec<(&'static str, Part<'a>)>);

/// The value of a key.
#[derive(Clone, Debug)]
pub(super) enum Part<'a> {
    Null,
    Bool(bool),
    Whole(i64),
    Broken(f64),
    Text(Cow<'a, str>),
    List(Vec<Part<'a>>),
    Object(Object<'a>),
}

/// The capacity of a new object: facts usually have no more keys, so it seldom has to grow.
const USUAL: usize = 10;

impl<'a> Object<'a> {
    /// Creates an object with one key.
    pub(super) fn of(key: &'static str, value: impl Into<Part<'a>>) -> Self {
        let mut keys = Vec::with_capacity(USUAL);
        keys.push((key, value.into()));
        Self(keys)
    }

    /// Sets a key, replacing its previous value.
    pub(super) fn put(&mut self, key: &'static str, value: impl Into<Part<'a>>) {
        match self.0.iter_mut().find(|(own, _)| *own == key) {
            Some((_, own)) => *own = value.into(),
            None => self.0.push((key, value.into())),
        }
    }
}

impl<'a> FromIterator<(&'static str, Part<'a>)> for Object<'a> {
    fn from_iter<I: IntoIterator<Item = (&'static str, Part<'a>)>>(keys: I) -> Self {
        Self(keys.into_iter().collect())
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Broken(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl From<Object<'_>> for Value {
    fn from(object: Object<'_>) -> Self {
        // Serialization cannot fail: keys are strings, and numbers that JSON lacks become null.
        serde_json::to_value(object).unwrap_or_default()
    }
}

impl<'a> From<&'a str> for Part<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Part<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Part<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<i32> for Part<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(i64::from(number))
    }
}

impl From<u32> for Part<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(i64::from(number))
    }
}

impl From<usize> for Part<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Whole numbers are written without a decimal point.
impl From<f64> for Part<'_> {
    fn from(number: f64) -> Self {
        if number.fract() == 0.0 && number.abs() < 1e15 { Self::Whole(number as i64) } else { Self::Broken(number) }
    }
}

impl<'a> From<Object<'a>> for Part<'a> {
    fn from(object: Object<'a>) -> Self {
        Self::Object(object)
    }
}

impl<'a, T: Into<Part<'a>>> From<Option<T>> for Part<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a, T: Into<Part<'a>>> FromIterator<T> for Part<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_object_has_its_keys_in_order_and_each_once() {
        let mut object = Object::of("b", 1.0);
        object.put("a", ["x", "y"].into_iter().collect::<Part<'_>>());
        object.put("none", None::<&str>);
        object.put("b", 1.5);
        assert_eq!(Value::from(object).to_string(), r#"{"b":1.5,"a":["x","y"],"none":null}"#);
        assert_eq!(Value::from(Object::of("inner", Object::of("n", 3_usize))), json!({"inner": {"n": 3}}));
    }
}
