//! The states that a page contains for its own script: JSON in a script, assigned to a variable or passed to
//! `JSON.parse`, in an attribute of an element, or pushed to a list in pieces.

use super::{Script, bare, scripts};
use crate::catalog::import::clean;
use crate::catalog::import::json::Value;

/// A state with its place in the page, as the start of a JSON pointer.
#[derive(Debug, PartialEq)]
pub(in super::super) struct State<'p> {
    pub(in super::super) place: String,
    pub(in super::super) data: Value<'p>,
}

/// All states of a page. What cannot be parsed is left out.
pub(in super::super) fn states(page: &str) -> Vec<State<'_>> {
    let scripts = scripts(page);
    let of_script = |(number, script): (usize, &Script<'_>)| Some((number, assigned(script)?));
    let own: Vec<(usize, Value<'static>)> = (1..).zip(&scripts).filter_map(of_script).collect();
    let placed = |(number, data)| State { place: format!("/script/{number}"), data };
    own.into_iter().map(placed).chain(pushed(&scripts)).chain(attributes(page)).collect()
}

/// The JSON that a script consists of, or that its first statement assigns to a variable of the page.
fn assigned(script: &Script<'_>) -> Option<Value<'static>> {
    let text = bare(script.text);
    if script.tag.contains("application/json") {
        return first(text);
    }
    if script.tag.contains("ld+json") || script.tag.contains(" src=") {
        return None;
    }
    let (name, value) = text.split_once('=')?;
    let is_of_page = ["window.", "window[", "self.", "globalThis."].iter().any(|start| name.starts_with(start));
    let value = Some(value.trim_start()).filter(|_| is_of_page)?;
    match value.strip_prefix("JSON.parse(") {
        Some(literal) => first(&literal_text(literal.trim_start())?),
        None if value.starts_with('{') => first(value),
        None => None,
    }
}

/// The first JSON value of a text.
fn first(text: &str) -> Option<Value<'static>> {
    let value: Value<'_> = serde_json::Deserializer::from_str(text).into_iter().next()?.ok()?;
    Some(value.into_owned())
}

/// The text of a literal of JavaScript in quotes at the start.
fn literal_text(literal: &str) -> Option<String> {
    let quote = literal.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    // Rewritten as a literal of JSON, which has double quotes only.
    let mut json = "\"".to_owned();
    let mut chars = literal[1..].chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next()? {
                escaped @ ('\'' | '`') => json.push(escaped),
                escaped => json.extend(['\\', escaped]),
            },
            c if c == quote => {
                json.push('"');
                return serde_json::from_str(&json).ok();
            }
            '"' => json.push_str("\\\""),
            c => json.push(c),
        }
    }
    None
}

/// The call with which pages pass their data row by row, in pieces that may end anywhere.
const PUSH: &str = "self.__next_f.push(";

/// The rows of the data that is passed in pieces, each of which is JSON after its number.
fn pushed(scripts: &[Script<'_>]) -> Vec<State<'static>> {
    let piece = |script: &Script<'_>| {
        let pushed: Value<'_> = first(script.text.trim().strip_prefix(PUSH)?)?;
        Some(pushed.as_array()?.get(1)?.as_str()?.to_owned())
    };
    let text: String = scripts.iter().filter_map(piece).collect();
    let row = |(number, row): (usize, &str)| {
        let (_, data) = row.split_once(':').filter(|(_, data)| data.starts_with(['{', '[']))?;
        Some(State { place: format!("/rows/{number}"), data: first(data)? })
    };
    text.lines().enumerate().filter_map(row).collect()
}

/// How an attribute with an object begins.
const OBJECTS: [(&str, char); 3] = [("=\"{&quot;", '"'), ("='{\"", '\''), ("='{&quot;", '\'')];

/// The objects in attributes of elements, as in `data-page="{&quot;props&quot;:...}"`.
fn attributes(page: &str) -> Vec<State<'static>> {
    let mut found: Vec<(usize, Value<'static>)> = Vec::new();
    for (start, quote) in OBJECTS {
        for (at, _) in page.match_indices(start) {
            let value = page[at + 2..].split(quote).next().unwrap_or_default();
            found.extend(first(&clean::decoded(value)).map(|data| (at, data)));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let place = |(number, (_, data))| State { place: format!("/attribute/{number}"), data };
    (1..).zip(found).map(place).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_state_of_a_page_is_found_wherever_it_is_kept() {
        for (script, place) in [
            ("<script id=\"__NEXT_DATA__\" type=\"application/json\">{\"a\": 1}</script>", "/script/1"),
            ("<script>window.__INITIAL_STATE__ = {\"a\": 1};\n(function () {})()</script>", "/script/1"),
            ("<script>window['state']={\"a\": 1}</script>", "/script/1"),
            ("<script>window.s = JSON.parse(\"{\\\"a\\\": 1}\");</script>", "/script/1"),
            ("<script>window.s = JSON.parse('{\"a\": 1}');</script>", "/script/1"),
            ("<div data-page=\"{&quot;a&quot;: 1}\"></div>", "/attribute/1"),
            ("<div data-state='{\"a\": 1}'></div>", "/attribute/1"),
            (
                "<script>self.__next_f.push([1,\"0:\"])</script><script>self.__next_f.push([1,\"{\\\"a\\\": 1}\\n\"])</script>",
                "/rows/0",
            ),
        ] {
            let expected = State { place: place.to_owned(), data: json!({"a": 1}).into() };
            assert_eq!(states(script), [expected], "{script}");
        }
        for script in [
            "<script>window.a = {b: 1}</script>",
            "<script>var a = {\"a\": 1}</script>",
            "<script>x</script>",
            "<script>window.a = JSON.parse('{\"a\": 1}</script>",
            "<script>self.__next_f.push([0])</script>",
            "<a title=\"{&quot;a\"></a>",
        ] {
            assert_eq!(states(script), [], "{script}");
        }
    }

    #[test]
    fn a_literal_is_read_with_its_escapes() {
        for (literal, text) in [(r#""a\"b\\c\u00e9"); x"#, "a\"b\\cé"), (r#"'it\'s "x"')"#, "it's \"x\""), ("`a`", "a")]
        {
            assert_eq!(literal_text(literal).as_deref(), Some(text), "{literal}");
        }
        assert_eq!(literal_text("\"open"), None);
    }
}
