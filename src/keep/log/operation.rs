//! One change as a line of JSON: what was changed from what to what, when, and which changes of the same field its
//! writer had seen. A checksum tells a whole line from a torn or damaged one without understanding it, so lines of a
//! newer version can be carried along as they are.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use twox_hash::XxHash3_64;

/// The form of the lines written here.
const VERSION: u64 = 1;

/// What stands before the checksum, which is the last member of a line.
const CHECK: &str = ",\"sum\":\"";

/// A change of one field of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// The form of the line.
    pub v: u64,
    /// Its own name: that of its writer and a number.
    pub id: String,
    /// When it was made; never before one that its writer had seen.
    pub time: Timestamp,
    /// The operations on this field that it replaces, as its writer had seen them.
    pub parents: Vec<String>,
    /// The first operation of the act that it is part of.
    pub act: String,
    /// The act that it takes back, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// What is changed, such as `kept/first/mitx-supply-chain-management`.
    pub thing: String,
    /// What about it.
    pub field: String,
    /// What it was; null where it was nothing.
    pub old: Value,
    /// What it is; null where it is taken away.
    pub new: Value,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A change that this version understands.
    Known(Box<Operation>),
    /// Whole, but of a form that this version does not understand.
    Newer,
    /// Torn or damaged.
    Damaged,
}

impl Operation {
    /// An operation in the form of this version.
    pub fn new(id: String, time: Timestamp, thing: String, field: String, new: Value) -> Self {
        let act = id.clone();
        Self { v: VERSION, id, time, parents: Vec::new(), act, undoes: None, thing, field, old: Value::Null, new }
    }

    /// The operation as a line, its end included.
    pub fn to_line(&self) -> String {
        // Strings, numbers and null always have a form in JSON.
        let mut line = serde_json::to_string(self).unwrap_or_default();
        line.pop();
        let sum = checksum(&line);
        line + CHECK + &sum + "\"}\n"
    }

    /// Reads a line without its end.
    pub fn read(line: &str) -> Line {
        let whole = line.strip_suffix("\"}").and_then(|rest| rest.rsplit_once(CHECK));
        let Some((body, _)) = whole.filter(|(body, sum)| *sum == checksum(body)) else { return Line::Damaged };
        match serde_json::from_str::<Self>(&format!("{body}}}")) {
            Ok(operation) if operation.v == VERSION => Line::Known(Box::new(operation)),
            _ => Line::Newer,
        }
    }

    /// What decides which of two changes made apart is the later one: the time, then the name.
    pub fn order(&self) -> (Timestamp, &str) {
        (self.time, &self.id)
    }
}

fn checksum(text: &str) -> String {
    format!("{:016x}", XxHash3_64::oneshot(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn operation() -> Operation {
        let new = json!({"on": "2026-11-26", "title": "\"Sum\",\"sum\":\"x\"}"});
        Operation::new("w-1".to_owned(), Timestamp::UNIX_EPOCH, "kept/first/a".to_owned(), "kept".to_owned(), new)
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let line = operation().to_line();
        assert_eq!(line.matches('\n').count(), 1);
        assert_eq!(Operation::read(line.trim_end()), Line::Known(Box::new(operation())));
    }

    #[test]
    fn a_line_cut_anywhere_or_changed_anywhere_is_damaged() {
        let line = operation().to_line();
        let line = line.trim_end();
        for at in 0..line.len() {
            assert_eq!(Operation::read(&line[..at]), Line::Damaged, "cut at {at}");
            let mut bytes = line.as_bytes().to_vec();
            bytes[at] ^= 1;
            assert_eq!(Operation::read(&String::from_utf8_lossy(&bytes)), Line::Damaged, "changed at {at}");
        }
    }

    #[test]
    fn a_whole_line_of_another_form_is_newer_and_not_damaged() {
        for body in ["{\"v\":2,\"what\":3", "{\"v\":1,\"id\":\"w-1\""] {
            let line = format!("{body}{CHECK}{}\"}}", checksum(body));
            assert_eq!(Operation::read(&line), Line::Newer);
        }
    }
}
