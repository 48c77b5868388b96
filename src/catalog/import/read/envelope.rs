//! What tools put before the JSON that they save: the headers of the response, comments, a guard against its use as a
//! script, or the call of a function.

/// Guards that interfaces put before their responses.
const GUARDS: [&str; 4] = [")]}',", ")]}'", "for(;;);", "while(1);"];

/// The position of the JSON after such a text; `None` if there is no JSON, or nothing before it.
pub(super) fn before_json(text: &str) -> Option<usize> {
    let mut rest = text.trim_start();
    while let Some(next) = without_one(rest) {
        rest = next.trim_start();
    }
    let at = text.len() - rest.len();
    (rest.starts_with(['{', '[']) && !text[..at].trim().is_empty()).then_some(at)
}

/// The text without the first thing that is no JSON.
fn without_one(text: &str) -> Option<&str> {
    let behind = |end: &str| text.find(end).map(|found| &text[found + end.len()..]);
    if text.starts_with("HTTP/") {
        return behind("\r\n\r\n").or_else(|| behind("\n\n"));
    }
    if text.starts_with("//") {
        return behind("\n");
    }
    if text.starts_with("/*") {
        return behind("*/");
    }
    GUARDS.iter().find_map(|guard| text.strip_prefix(guard)).or_else(|| called(text))
}

/// The text in the parentheses of a call such as `callback({...})`.
fn called(text: &str) -> Option<&str> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
    let inner = text.trim_start_matches(is_of_name).strip_prefix('(')?;
    let has_name = text.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'));
    (has_name && inner.trim_start().starts_with(['{', '['])).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_json_is_known() {
        for text in [
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\": 1}",
            "HTTP/2 200\nx: {y}\n\n{\"a\": 1}",
            "// saved 2026\n// by hand\n{\"a\": 1}",
            "/**/ jQuery_1.cb({\"a\": 1});",
            ")]}',\n{\"a\": 1}",
            "for(;;);{\"a\": 1}",
        ] {
            assert!(before_json(text).is_some_and(|at| text[at..].starts_with("{\"a\"")), "{text}");
        }
        for text in ["{\"a\": 1}", " [1]", "Title (x),School\nA,U", "text ([1])", "HTTP/1.1 200 OK", "f(x)", ""] {
            assert_eq!(before_json(text), None, "{text}");
        }
    }
}
