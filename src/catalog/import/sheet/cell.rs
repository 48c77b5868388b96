//! The text of a cell: a known text, a list in it, or a list as programs write it into a table. A list of Python or
//! JSON becomes a list with `|`; what stands in brackets and is no such list is left as it is.

use serde_json::Value;

use crate::catalog::import::clean;

/// The members of an object in a cell that may name it, best first.
const NAMES: [&str; 5] = ["name", "title", "label", "value", "key"];

/// The known text of a cell.
pub(super) fn known(raw: &str) -> Option<String> {
    let raw = without_formula(raw);
    clean::known(&flat(raw).unwrap_or_else(|| raw.to_owned()))
}

/// A cell without what spreadsheets write around a text so that it stays one: `="A"` and `'A`.
fn without_formula(raw: &str) -> &str {
    let text = raw.trim();
    let marked =
        || text.strip_prefix('\'').filter(|rest| rest.starts_with(char::is_alphanumeric) && !rest.contains('\''));
    text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).or_else(marked).unwrap_or(raw)
}

/// The known text of a cell that holds a list: its lines are items, with or without other separators between them.
pub(super) fn listed(raw: &str) -> Option<String> {
    let line = |line: &str| line.trim().trim_end_matches([';', '|', ',']).trim_end().to_owned();
    let lines: Vec<String> = raw.lines().map(line).filter(|line| !line.is_empty()).collect();
    if lines.len() > 1 && flat(raw).is_none() { clean::known(&lines.join("|")) } else { known(raw) }
}

/// Splits a list in a cell at `;` or `|`, or else at commas followed by a blank, as exports write it.
pub(super) fn list(text: &str) -> Vec<String> {
    if text.contains([';', '|']) {
        parts(text, &[';', '|'])
    } else {
        text.split(", ").filter_map(clean::known).collect()
    }
}

/// Splits a text at these.
pub(super) fn parts(text: &str, separators: &[char]) -> Vec<String> {
    text.split(separators).filter_map(clean::known).collect()
}

/// The names in a list or an object that is written as JSON or as Python writes it.
fn flat(raw: &str) -> Option<String> {
    let text = raw.trim();
    if !text.starts_with(['[', '{']) || !text.ends_with([']', '}']) || text.len() > clean::MAX_TEXT * 8 {
        return None;
    }
    let value: Value = serde_json::from_str(text).or_else(|_| serde_json::from_str(&as_json(text))).ok()?;
    let mut names = Vec::new();
    collect(&value, &mut names);
    // Such as a list of objects without names, which is left to be reported as it stands.
    let is_empty = matches!(&value, Value::Array(items) if items.is_empty());
    (is_empty || !names.is_empty()).then(|| names.join("|"))
}

fn collect(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::String(text) => names.push(text.replace('|', " ")),
        Value::Number(number) => names.push(number.to_string()),
        Value::Array(items) => {
            for item in items {
                collect(item, names);
            }
        }
        Value::Object(map) => {
            let name = NAMES.iter().find_map(|name| map.get(*name).filter(|value| value.is_string()));
            if let Some(name) = name {
                collect(name, names);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

/// Rewrites literals of Python as JSON: texts in single quotes, and words for nothing and for truth.
fn as_json(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if matches!(c, '\'' | '"') {
            let (content, end) = quoted(rest, c);
            json.push_str(&Value::String(content).to_string());
            end
        } else if c.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            json.push_str(match &rest[..end] {
                "None" | "nan" | "NaN" => "null",
                "True" => "true",
                "False" => "false",
                word => word,
            });
            end
        } else {
            json.push(c);
            c.len_utf8()
        };
        rest = &rest[end..];
    }
    json
}

/// The content of the text in quotes at the start, and where it ends.
fn quoted(text: &str, quote: char) -> (String, usize) {
    let mut content = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => content.extend(chars.next().map(|(_, c)| c)),
            c if c == quote => return (content, at + 1),
            c => content.push(c),
        }
    }
    (content, text.len())
}

/// A text with its digits and signs as ASCII, where they are as wide as the characters of Chinese and Japanese, or
/// digits of another script.
pub(super) fn half_width(text: &str) -> String {
    const WIDE: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
    let narrow = |c: char| match c {
        // Letters stay, because they may be of a name.
        c if WIDE.contains(&c) => {
            char::from_u32(u32::from(c) - 0xfee0).filter(|c| !c.is_ascii_alphabetic()).unwrap_or(c)
        }
        '\u{3000}' => ' ',
        c => digit(c).unwrap_or(c),
    };
    text.chars().map(narrow).collect()
}

/// The ASCII digit of a digit in another script.
fn digit(c: char) -> Option<char> {
    // Arabic, Persian and Urdu, Devanagari, Bengali, Thai.
    const ZEROS: [u32; 5] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// A name without what Markdown puts around it: stars for bold, or the brackets and the address of a link.
fn without_markdown(name: &str) -> &str {
    let bold = ["**", "`"].iter().find_map(|mark| name.strip_prefix(*mark)?.strip_suffix(*mark));
    let bare = bold.unwrap_or(name);
    let link = bare.strip_prefix('[').and_then(|rest| rest.strip_suffix(')')).and_then(|rest| rest.split_once("]("));
    link.map_or(bare, |(text, _)| text)
}

/// A name without the marks of footnotes behind it, as in `Logistics*`, `MIT [1]` and `XSeries²`. Behind a single letter
/// such a mark belongs to the name: `A*` is an algorithm.
pub(super) fn without_marks(name: &str) -> &str {
    let mut bare = without_markdown(name.trim_end());
    loop {
        let number = bare.strip_suffix(']').and_then(|inner| inner.rsplit_once('['));
        let noted = number.filter(|(_, digits)| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
        let shorter = noted
            .map(|(name, _)| name)
            .or_else(|| bare.strip_suffix(['*', '†', '‡', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']));
        let Some(shorter) = shorter.map(str::trim_end) else { return bare };
        let word = shorter.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if word.chars().count() < 2 && !shorter.ends_with(']') {
            return bare;
        }
        bare = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_footnotes_are_no_part_of_a_name() {
        for (marked, name) in [
            ("Logistics*", "Logistics"),
            ("MIT [1]", "MIT"),
            ("XSeries²", "XSeries"),
            ("Ports [12]†", "Ports"),
            ("Search with A*", "Search with A*"),
            ("Area in m²", "Area in m²"),
            ("Robots [advanced]", "Robots [advanced]"),
            ("C++", "C++"),
            ("**Ports**", "Ports"),
            ("[Ports](https://a.org/ports)", "Ports"),
            ("**[Ports](https://a.org/ports)**", "Ports"),
            ("__init__ in Python", "__init__ in Python"),
        ] {
            assert_eq!(without_marks(marked), name);
        }
    }

    #[test]
    fn lists_of_python_and_json_become_plain_ones() {
        for (raw, plain) in [
            (r#"[{"key": "GU", "name": "Globe U"}]"#, "Globe U"),
            ("['en', 'fr']", "en|fr"),
            (r#"["a", 'b\'s', "c, d"]"#, "a|b's|c, d"),
            ("[{'name': 'Rust', 'id': 3}, {'name': None}]", "Rust"),
            (r#"{"title": "T"}"#, "T"),
            ("[Archived] Data", "[Archived] Data"),
            ("[draft]", "[draft]"),
            ("{x}", "{x}"),
            (r#"[{"total": "5"}]"#, r#"[{"total": "5"}]"#),
        ] {
            assert_eq!(known(raw).as_deref(), Some(plain), "{raw}");
        }
        assert_eq!(known("[]"), None);
    }

    #[test]
    fn wide_digits_are_digits() {
        assert_eq!(half_width("６か月（１，２００円）"), "6か月(1,200円)");
        assert_eq!(half_width("ＡＩ\u{3000}５–８"), "ＡＩ 5–8");
        assert_eq!(half_width("٣ أشهر, १२"), "3 أشهر, 12");
    }

    #[test]
    fn the_lines_of_a_list_are_its_items() {
        for (raw, list) in [
            ("MIT\nHarvard", "MIT|Harvard"),
            (" MIT,\r\n\r\nHarvard;\n", "MIT|Harvard"),
            ("MIT\n", "MIT"),
            ("MIT; Harvard", "MIT; Harvard"),
            ("[\n'en',\n'fr']", "en|fr"),
        ] {
            assert_eq!(listed(raw).as_deref(), Some(list), "{raw:?}");
        }
    }
}
