//! An operation: one change as a line of JSON, with the old and new value, the time, and the changes of the same field
//! that its writer had seen. A checksum identifies torn or damaged lines without parsing them, so lines of a newer
//! version can be kept unchanged.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use twox_hash::XxHash3_64;

/// The version of the lines that this program writes.
const VERSION: u64 = 1;

/// The text before the checksum, which is the last member of a line.
const CHECK: &str = ",\"sum\":\"";

/// A change of one field of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Operation {
    /// The format version of the line.
    pub v: u64,
    /// The unique id: the name of the writer and a number.
    pub id: String,
    /// The time of the change; later than that of every operation its writer had seen.
    pub time: Timestamp,
    /// The ids of the operations on this field that this one replaces.
    pub parents: Vec<String>,
    /// The id of the first operation of the act it belongs to.
    pub act: String,
    /// The act that this one undoes; `None` for an ordinary change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<String>,
    /// The thing that is changed, such as `kept/first/mitx-supply-chain-management`.
    pub thing: String,
    /// The field that is changed.
    pub field: String,
    /// The old value; null if the field had none.
    pub old: Value,
    /// The new value; null if the field is removed.
    pub new: Value,
}

/// The result of reading a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// An operation that this version understands.
    Known(Box<Operation>),
    /// An intact line in a format that this version does not understand.
    Newer,
    /// A torn or damaged line.
    Damaged,
}

impl Operation {
    /// Creates an operation in the format of this version, as an act of its own.
    pub fn new(id: String, time: Timestamp, thing: String, field: String, new: Value) -> Self {
        let act = id.clone();
        Self { v: VERSION, id, time, parents: Vec::new(), act, undoes: None, thing, field, old: Value::Null, new }
    }

    /// Returns the operation as a line, including the line break.
    pub fn to_line(&self) -> String {
        // Serializing strings, numbers and JSON values cannot fail.
        let mut line = serde_json::to_string(self).unwrap_or_default();
        line.pop();
        let sum = checksum(&line);
        line + CHECK + &sum + "\"}\n"
    }

    /// Reads a line without its line break.
    pub fn read(line: &str) -> Line {
        let whole = line.strip_suffix("\"}").and_then(|rest| rest.rsplit_once(CHECK));
        let Some((body, _)) = whole.filter(|(body, sum)| *sum == checksum(body)) else { return Line::Damaged };
        match serde_json::from_str::<Self>(&format!("{body}}}")) {
            Ok(operation) if operation.v == VERSION => Line::Known(Box::new(operation)),
            _ => Line::Newer,
        }
    }

    /// Returns the sort key of concurrent changes: the time, then the id.
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
