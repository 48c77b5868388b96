//! Cleans text from other sources for a catalogue: markup and entities become plain words, escape sequences and
//! invisible characters are removed, and placeholders count as no text. It depends on no format. What is
//! left is acceptable to the loader.

mod entities;

use crate::catalog::{is_unsafe_char, without_escapes};
use entities::entity;

/// The longest text, in bytes, that is taken as a fact.
pub(super) const MAX_TEXT: usize = 2_000;

/// The greatest number of times that markup is decoded, for text that was escaped more than once.
const ROUNDS: usize = 3;

/// The HTML elements that occur in descriptions on course sites. Anything else between angle brackets is text, such as
/// the `<T>` in a title about generics.
#[rustfmt::skip] // a table reads by its rows
const ELEMENTS: [&str; 46] = [
    "a", "abbr", "article", "b", "big", "blockquote", "body", "br", "center", "code", "div", "em", "figure", "font",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "li", "ol", "p",
    "pre", "section", "script", "small", "span", "strong", "style", "sub", "sup", "table", "td", "th", "tr", "u", "ul",
];

/// What spreadsheets and indexes contain in place of an unknown value.
#[rustfmt::skip] // a table reads by its rows
const PLACEHOLDERS: [&str; 37] = [
    "null", "n/a", "na", "n.a.", "nan", "nil", "undefined", "unknown", "tba", "tbd", "tbc", "tbd.", "tba.",
    "to be announced", "to be determined", "to be confirmed", "to be decided", "coming soon", "not available",
    "not applicable", "not specified", "not stated", "unspecified", "no data", "(blank)", "k. a.", "k.a.",
    "keine angabe", "nicht verfügbar", "non renseigné", "non disponible", "sin datos", "no disponible",
    "non disponibile", "não informado", "brak danych", "neuvedeno",
];

/// The length of the longest placeholder, in bytes.
const MAX_PLACEHOLDER: usize = "to be determined".len();

/// What spreadsheets write where a formula fails, each as the beginning of a text, in the languages of headings.
#[rustfmt::skip] // a table reads by its rows
const FAILURES: [&str; 26] = [
    "#n/a", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#spill!", "#calc!", "#getting_data", "#error!",
    "err:5", "#wert!", "#bezug!", "#nv", "#zahl!", "#valeur!", "#nom?", "#nombre!", "#¡valor!", "#¡ref!", "#valore!",
    "#rif!", "#arg!", "#adr!", "#hodnota!",
];

/// Reduces a text to plain words on one line; `None` if there are none.
pub(super) fn text(raw: &str) -> Option<String> {
    // Tested as a whole, because processors can test many bytes at once.
    let others = raw.bytes().filter(|byte| !(0x20..0x7f).contains(byte) || matches!(byte, b'<' | b'&')).count();
    let plain = match others == 0 {
        true if is_on_one_line(raw) => raw.to_owned(),
        true => on_one_line(raw),
        false => on_one_line(&without_markup(&without_escapes(raw))),
    };
    (!plain.is_empty()).then_some(plain)
}

/// Reduces a text to plain words; `None` if there are none, or if it is a placeholder.
pub(super) fn known(raw: &str) -> Option<String> {
    text(raw).filter(|text| !is_placeholder(text))
}

/// Whether a text is a placeholder for an unknown value.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    // A currency may be given by its sign alone.
    let says_nothing = |text: &str| !text.contains(|c: char| c.is_alphanumeric() || is_currency_sign(c));
    text.len() <= MAX_PLACEHOLDER
        && (says_nothing(text) || {
            let lower = text.to_lowercase();
            PLACEHOLDERS.contains(&lower.as_str()) || FAILURES.iter().any(|failure| lower.starts_with(failure))
        })
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '₠'..='⃀')
}

/// Whether a text is UTF-8 that was once decoded in another encoding, as in `Ã©`. This cannot be reversed reliably.
pub(super) fn is_garbled(text: &str) -> bool {
    let mut before = ' ';
    // Plain ASCII is what nearly every text is.
    !text.is_ascii()
        && text.chars().any(|c| {
            let lead = std::mem::replace(&mut before, c);
            c == '\u{fffd}'
                || (matches!(lead, 'Ã' | 'Â') && (matches!(c, '\u{80}'..='\u{bf}') || WINDOWS.contains(c)))
                || (lead == 'â' && c == '€')
        })
}

/// The characters of Windows-1252 in the place of control characters.
const WINDOWS: &str = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/// Whether simple text has one blank between its words already.
fn is_on_one_line(text: &str) -> bool {
    !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

/// Joins the words with single blanks, and removes invisible characters.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace) {
        let start = line.len();
        line.extend(word.chars().filter(|c| !is_unsafe_char(*c)));
        if line.len() > start && start > 0 {
            line.insert(start, ' ');
        }
    }
    line
}

/// Removes tags and decodes entities, repeatedly if they were escaped more than once.
fn without_markup(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ROUNDS {
        if !text.contains(['<', '&']) {
            break;
        }
        let plain = decoded(&without_tags(&text));
        if plain == text {
            break;
        }
        text = plain;
    }
    // Decoding may have produced escape characters from numeric entities.
    without_escapes(&text)
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_after_item = false;
    while let Some(open) = rest.find('<') {
        plain.push_str(&rest[..open]);
        is_after_item &= rest[..open].trim().is_empty();
        let tag = &rest[open..];
        if let Some(length) = tag_length(tag) {
            let is_item = name_of(tag) == "li";
            if is_item && is_after_item && plain.trim_end().ends_with(char::is_alphanumeric) {
                plain.truncate(plain.trim_end().len());
                plain.push(';');
            }
            is_after_item = is_item && tag.starts_with("</");
            plain.push_str(gap_of(tag));
            rest = &tag[length..];
        } else {
            plain.push('<');
            rest = &tag[1..];
        }
    }
    plain + rest
}

/// The length of the tag or comment at the start of `tag`, including the contents of a script or style. `None` if the
/// `<` does not start one.
fn tag_length(tag: &str) -> Option<usize> {
    if tag.starts_with("<!--") {
        return Some(tag.find("-->").map_or(tag.len(), |end| end + 3));
    }
    let name = name_of(tag);
    if !ELEMENTS.contains(&name.as_str()) {
        return None;
    }
    let end = tag.find('>')? + 1;
    if matches!(name.as_str(), "script" | "style") && !tag.starts_with("</") {
        let close = tag[end..].find("</").map_or(tag.len(), |at| end + at);
        return Some(close);
    }
    Some(end)
}

fn name_of(tag: &str) -> String {
    let name = tag[1..].trim_start_matches('/');
    name.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// An inline element leaves no gap; any other element separates words.
fn gap_of(tag: &str) -> &'static str {
    let is_running = ["a", "abbr", "b", "big", "code", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"];
    if is_running.contains(&name_of(tag).as_str()) { "" } else { " " }
}

pub(super) fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        // No entity is longer than this, so a lone `&` costs little.
        let end = rest.char_indices().take(12).find(|(_, c)| *c == ';').map(|(at, _)| at);
        if let Some((end, c)) = end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            plain.push(c);
            rest = &rest[end + 1..];
        } else {
            plain.push('&');
            rest = &rest[1..];
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_plain_words() {
        for (raw, plain) in [
            ("<p>Queues &amp; stock.</p>", "Queues & stock."),
            ("<ul><li>One</li><li>Two</li></ul>", "One; Two"),
            ("Bring: <ul> <li>gloves.</li> <li>boots</li> </ul> and <b>time</b>", "Bring: gloves. boots and time"),
            ("Data<b>base</b>s", "Databases"),
            ("&lt;p&gt;R&amp;amp;D&lt;/p&gt;", "R&D"),
            ("a < b and c > d", "a < b and c > d"),
            ("Vec<T> in Rust", "Vec<T> in Rust"),
            ("x<script>alert('<p>')</script>y", "x y"),
            ("AT&T; &unknown; &#8217; &#x2014; &#133;", "AT&T; &unknown; ’ — …"),
            ("caf\u{e9}\u{a0}\u{2003}noir", "café noir"),
            ("a<!-- b -->c", "a c"),
            ("<p", "<p"),
        ] {
            assert_eq!(text(raw).as_deref(), Some(plain), "{raw}");
        }
    }

    #[test]
    fn escape_sequences_go_as_a_whole() {
        for raw in [
            "a\u{1b}[31;1mb",
            "a\u{9b}2Jb",
            "a\u{1b}]0;title\u{7}b",
            "a\u{1b}]8;;x\u{1b}\\b",
            "a&#27;[1mb",
            "a\u{202e}b",
        ] {
            assert_eq!(text(raw).as_deref(), Some("ab"), "{raw:?}");
        }
        assert_eq!(text("\u{1b}"), None);
        assert_eq!(text(" \u{200b} "), None);
        assert_eq!(text("a\r\r\nb"), Some("a b".to_owned()));
    }

    #[test]
    fn placeholders_say_nothing() {
        for raw in [
            "null",
            "N/A",
            " - ",
            "",
            "NaN",
            "undefined",
            "TBA",
            "to be announced",
            "???",
            "…",
            "#REF!",
            "#VALUE!",
            "#DIV/0!",
            "Err:502",
            "#WERT!",
            "#BEZUG!",
            "#NV",
            "#VALEUR!",
            "#¡VALOR!",
            "keine Angabe",
        ] {
            assert_eq!(known(raw), None, "{raw}");
        }
        for raw in ["$", "€", "0", "C", "東", "#1 in Data", "Coming soon to a cloud"] {
            assert_eq!(known(raw).as_deref(), Some(raw));
        }
        assert_eq!(known("none").as_deref(), Some("none"));
        assert_eq!(known("Nana").as_deref(), Some("Nana"));
    }

    #[test]
    fn text_that_was_read_in_a_wrong_encoding_is_known() {
        for raw in ["InglÃ©s", "Donâ€™t", "Â£5", "a\u{fffd}", "Ã‰cole", "Ãœber", "Ã–konomie"] {
            assert!(is_garbled(raw), "{raw}");
        }
        for raw in ["Inglés", "São", "Â", "âme", "naïve £5"] {
            assert!(!is_garbled(raw), "{raw}");
        }
    }
}
