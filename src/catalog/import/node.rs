//! A JSON object as the readers of formats see it, with access to texts, numbers and lists by name. A missing, null or
//! placeholder value is `None`. A value of the wrong type is `None` too, and becomes a remark with its place, so that
//! the report says what could not be read.

use std::cell::RefCell;
use std::fmt::{self, Write as _};

use super::json::{Map, Value};

use super::{amount, clean, date};

/// Remarks about a record for the report, each with a JSON pointer.
#[derive(Debug, Default)]
pub(super) struct Remarks(RefCell<Vec<(String, String)>>);

/// The greatest number of remarks kept for a record; nobody reads more.
const MAX_REMARKS: usize = 40;

impl Remarks {
    /// Adds a remark about a place, once however often the place is looked at.
    pub(super) fn add(&self, at: impl Into<String>, remark: impl Into<String>) {
        let mut remarks = self.0.borrow_mut();
        let remark = (at.into(), remark.into());
        if remarks.len() < MAX_REMARKS && !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }

    /// Whether nothing was noted.
    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All remarks, with their places.
    pub(super) fn into_inner(self) -> Vec<(String, String)> {
        self.0.into_inner()
    }
}

/// The place of a member in a record. It is put into words only when it is needed for a remark: most members that are
/// asked for do not exist.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer<'p> {
    object: &'p str,
    key: &'p str,
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.object)?;
        f.write_str("/")?;
        for c in self.key.chars() {
            match c {
                '~' => f.write_str("~0")?,
                '/' => f.write_str("~1")?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

impl From<Pointer<'_>> for String {
    fn from(pointer: Pointer<'_>) -> Self {
        if pointer.key.contains(['~', '/']) {
            return pointer.to_string();
        }
        [pointer.object, "/", pointer.key].concat()
    }
}

/// An object at its place in a record.
#[derive(Clone, Debug)]
pub(super) struct Node<'v> {
    map: &'v Map<'v>,
    /// The JSON pointer from the record to the object; empty for the record itself.
    at: String,
    remarks: &'v Remarks,
}

impl<'v> Node<'v> {
    /// The node of the record itself.
    pub(super) fn new(map: &'v Map<'v>, remarks: &'v Remarks) -> Self {
        Self { map, at: String::new(), remarks }
    }

    /// The JSON pointer to a member.
    pub(super) fn at<'p>(&'p self, key: &'p str) -> Pointer<'p> {
        Pointer { object: &self.at, key }
    }

    /// The JSON pointer to the object.
    pub(super) fn place(&self) -> &str {
        &self.at
    }

    /// Adds a remark about a member.
    pub(super) fn remark(&self, key: &str, remark: impl Into<String>) {
        self.remarks.add(String::from(self.at(key)), remark);
    }

    /// The underlying JSON object.
    pub(super) fn map(&self) -> &'v Map<'v> {
        self.map
    }

    /// A member that is present and not null.
    pub(super) fn value(&self, key: &str) -> Option<&'v Value<'v>> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    /// Whether there is a member of this name, whatever its value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// A text as plain words.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        match self.value(key)? {
            // Linked data may write one text as a list.
            Value::Array(items) if items.len() == 1 => self.text_of(key, &items[0]),
            value => self.text_of(key, value),
        }
    }

    fn text_of(&self, key: &str, value: &Value<'_>) -> Option<String> {
        match value {
            Value::String(text) => self.plain(key, text),
            Value::Number(number) => Some(number.to_string()),
            // Linked data may name an address by reference.
            Value::Object(map) if map.len() == 1 && map.contains_key("@id") => {
                self.plain(key, map.get("@id")?.as_str()?)
            }
            _ => self.wrong(key, "a text"),
        }
    }

    /// A number, also one written as text; other text becomes a remark.
    pub(super) fn number(&self, key: &str) -> Option<f64> {
        let value = self.value(key)?;
        match value {
            Value::String(text) if clean::known(text).is_none() => None,
            value => amount::number(value).or_else(|| self.wrong(key, "a number")),
        }
    }

    /// A number above 0. In these formats, 0 means unknown.
    pub(super) fn positive(&self, key: &str) -> Option<f64> {
        let number = self.number(key)?;
        if number < 0.0 {
            self.remark(key, format!("{number} is negative"));
        }
        (number > 0.0).then_some(number)
    }

    /// A truth value, also one written as a word.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        match self.value(key)? {
            Value::Bool(yes) => Some(*yes),
            Value::Number(number) if number.as_u64() == Some(1) => Some(true),
            Value::Number(number) if number.as_u64() == Some(0) => Some(false),
            Value::String(text) if text.eq_ignore_ascii_case("true") || text.eq_ignore_ascii_case("yes") => Some(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") || text.eq_ignore_ascii_case("no") => Some(false),
            Value::String(text) if clean::known(text).is_none() => None,
            _ => self.wrong(key, "true or false"),
        }
    }

    /// The moment of a date.
    pub(super) fn moment(&self, key: &str) -> Option<date::Moment> {
        let value = self.value(key)?;
        let moment = date::moment(value);
        if moment.is_none() && !matches!(value, Value::String(text) if clean::known(text).is_none()) {
            self.remark(key, "is not a date, or is a placeholder for one");
        }
        moment
    }

    /// The values of a list; a single value counts as a list of one.
    pub(super) fn items(&self, key: &str) -> &'v [Value<'v>] {
        self.map.items(key)
    }

    /// The texts of a list, taking the name of an object. Any other item becomes a remark. A single text may hold
    /// several, separated by bars.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        let mut texts = Vec::new();
        if let Some(Value::String(text)) = self.value(key)
            && text.contains('|')
        {
            return text.split('|').filter_map(|part| self.plain(key, part)).collect();
        }
        for item in self.items(key) {
            let text = match item {
                Value::String(text) => self.plain(key, text),
                Value::Object(map) => Node { map, at: self.at(key).into(), remarks: self.remarks }.name(),
                Value::Null => None,
                _ => self.wrong(key, "a list of texts"),
            };
            texts.extend(text);
        }
        texts
    }

    /// The objects of a list; a single object counts as a list of one.
    pub(super) fn nodes(&self, key: &str) -> Vec<Node<'v>> {
        let is_list = self.value(key).is_some_and(Value::is_array);
        let mut nodes = Vec::new();
        for (number, item) in self.items(key).iter().enumerate() {
            let at = if is_list { format!("{}/{number}", self.at(key)) } else { self.at(key).into() };
            match item {
                Value::Object(map) => nodes.push(Node { map, at, remarks: self.remarks }),
                Value::Null => {}
                _ => self.remarks.add(at, "is not an object"),
            }
        }
        nodes
    }

    /// A single object.
    pub(super) fn node(&self, key: &str) -> Option<Node<'v>> {
        match self.value(key)? {
            Value::Object(map) => Some(Node { map, at: self.at(key).into(), remarks: self.remarks }),
            _ => None,
        }
    }

    /// A node for another object that is reached from this one.
    pub(super) fn along(&self, map: &'v Map<'v>, at: String) -> Self {
        Node { map, at, remarks: self.remarks }
    }

    fn name(&self) -> Option<String> {
        ["name", "title", "value", "skill"].iter().find_map(|key| self.text(key))
    }

    fn plain(&self, key: &str, text: &str) -> Option<String> {
        let plain = clean::known(text)?;
        if plain.len() > clean::MAX_TEXT {
            self.remark(key, "is longer than any fact and was left out");
            return None;
        }
        if clean::is_garbled(&plain) {
            self.remark(key, "seems to have been decoded with the wrong encoding");
        }
        Some(plain)
    }

    fn wrong<T>(&self, key: &str, wanted: &str) -> Option<T> {
        self.remark(key, format!("is not {wanted}"));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn wrong_types_are_nothing_and_noted() {
        let value = json!({"a": [1], "b": "12", "c": {"x": 1}, "d": "null", "e": "abc", "f/g": true, "h": ["null", "x", 3], "i": [1, 2], "j": [{"@id": "k"}]});
        let value = Value::from(value);
        let remarks = Remarks::default();
        let node = Node::new(value.as_object().expect("an object"), &remarks);
        assert_eq!((node.text("i"), node.number("b"), node.flag("c")), (None, Some(12.0), None));
        assert_eq!((node.text("d"), node.number("e"), node.text("f/g")), (None, None, None));
        assert_eq!(node.texts("h"), ["x"]);
        assert_eq!((node.text("missing"), node.text("j").as_deref()), (None, Some("k")));
        let noted: Vec<String> = remarks.into_inner().into_iter().map(|(at, _)| at).collect();
        assert_eq!(noted, ["/i", "/c", "/e", "/f~1g", "/h"]);
    }
}
