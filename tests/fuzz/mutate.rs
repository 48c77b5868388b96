//! Mutates valid inputs: bytes are flipped, cut, repeated and inserted, and in JSON whole values are removed, renamed,
//! swapped or deeply nested. The same seed makes the same input, so that a failure can be reproduced.

use serde_json::{Map, Value};

#[path = "../../benches/made/chance.rs"]
mod chance;

pub(crate) use chance::Chance;

/// Fragments that parsers, terminals and spreadsheets often mishandle.
const BITS: [&[u8]; 36] = [
    b"null",
    b"[]",
    b"{}",
    b"-1",
    b"0",
    b"1e400",
    b"-0.0",
    b"NaN",
    b"9999999999999999999999",
    b"18446744073709551615",
    b"\"\\u001b[2J\"",
    b"\\u202e",
    b"\\ud800",
    b"\x1b]0;x\x07",
    b"\x1b[31m",
    b"\x1b[200~",
    b"\x1b",
    b"\xff\xfe",
    b"\xc2\x9b31m",
    b"\xef\xbb\xbf",
    "\u{202e}\u{2066}".as_bytes(),
    "\u{2060}\u{ad}".as_bytes(),
    "e\u{301}\u{301}\u{301}".as_bytes(),
    "\u{ff1d}1+1".as_bytes(),
    b"=1+1",
    b"&#27;[2J&#x9b;",
    b"\"",
    b"\\",
    b",",
    b"}",
    b"]",
    b"[[[[[[[[[[[[[[[[",
    b"\r\r\n",
    b"\n",
    b"\0",
    b"<script>",
];

/// Nesting deeper than any parser should follow.
const DEEP: usize = 5_000;

/// The longest input. Commands refuse longer files of answers, and a few changes of values can make one of any length.
const MAX_INPUT_BYTES: usize = 4 << 20;

/// A mutated input, made from a valid one.
pub(crate) fn changed(right: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = match serde_json::from_slice::<Value>(right) {
        Ok(mut value) if chance.below(3) > 0 => {
            (0..=chance.below(3)).for_each(|_| change_value(&mut value, chance));
            value.to_string().into_bytes()
        }
        _ => right.to_vec(),
    };
    // After a change of a value, the document often stays valid JSON; its parser would reject it
    // at the first damaged byte.
    let times = if bytes == right { 1 + chance.below(5) } else { chance.below(2) };
    (0..times).for_each(|_| change_bytes(&mut bytes, chance));
    bytes.truncate(MAX_INPUT_BYTES);
    bytes
}

fn change_bytes(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let from = chance.below(bytes.len() + 1);
    let to = (from + chance.below(24)).min(bytes.len());
    match chance.below(8) {
        0 => drop(bytes.drain(from..to)),
        1 => bytes.truncate(from),
        2 | 3 => flip(bytes, from, chance),
        4 => {
            let part = bytes[from..to].to_vec();
            bytes.splice(from..from, part.repeat(1 + chance.below(200)));
        }
        5 => {
            let other = chance.below(bytes.len() + 1);
            let part = bytes[other..(other + to - from).min(bytes.len())].to_vec();
            bytes.splice(from..to, part);
        }
        _ => drop(bytes.splice(from..to, one_of(&BITS, chance).iter().copied())),
    }
}

fn flip(bytes: &mut [u8], at: usize, chance: &mut Chance) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 1 << chance.below(8);
    }
}

fn one_of<'a, T: ?Sized>(all: &[&'a T], chance: &mut Chance) -> &'a T {
    all[chance.below(all.len())]
}

/// Changes a value somewhere in a document: at each level it descends or stays.
fn change_value(value: &mut Value, chance: &mut Chance) {
    match value {
        Value::Array(items) if !items.is_empty() && chance.below(8) > 0 => {
            let at = chance.below(items.len());
            match chance.below(12) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.swap(at, 0),
                _ => change_value(&mut items[at], chance),
            }
        }
        Value::Object(members) if !members.is_empty() && chance.below(8) > 0 => change_member(members, chance),
        _ => *value = strange(value, chance),
    }
}

fn change_member(members: &mut Map<String, Value>, chance: &mut Chance) {
    let Some(name) = members.keys().nth(chance.below(members.len())).cloned() else { return };
    match chance.below(12) {
        0 => drop(members.remove(&name)),
        1 => {
            let value = members.remove(&name).unwrap_or_default();
            members.insert(format!("{name}{}", one_of(&["", "s", "_", "\u{1b}[1m", "\u{202e}"], chance)), value);
        }
        _ => change_value(&mut members[&name], chance),
    }
}

/// A value of an unexpected type or size.
fn strange(value: &Value, chance: &mut Chance) -> Value {
    let text = || value.as_str().unwrap_or("x").to_owned();
    match chance.below(14) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => Value::Array(vec![value.clone(); chance.below(4)]),
        3 => Value::Object(Map::from_iter([("value".to_owned(), value.clone())])),
        4 => [0, -1, 1, i64::MAX, i64::MIN, 2123][chance.below(6)].into(),
        5 => [0.0, -0.5, 1e300, 1e-300, 0.1][chance.below(5)].into(),
        6 => Value::String(String::new()),
        7 => Value::String(text() + one_of(&["\u{1b}[2J", "\u{9b}31m", "\u{202e}", "\u{2060}", "\0", "\n"], chance)),
        8 => Value::String(text().repeat(1 + chance.below(300))),
        9 => Value::String("[".repeat(DEEP)),
        10 => (0..DEEP / 50).fold(value.clone(), |inner, _| Value::Array(vec![inner])),
        11 => Value::String(value.to_string()),
        12 => Value::String(text().chars().rev().collect()),
        _ => Value::String(String::from_utf8_lossy(one_of(&BITS, chance)).into_owned()),
    }
}
