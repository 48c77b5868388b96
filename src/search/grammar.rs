//! The grammar of a query: words, `"exact phrases"` and `field:value`, each with an optional `-` in front that excludes
//! it. It only splits the query into parts; neither the catalogue nor the names of fields matter.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::names::{is_colon, is_comma, is_dash, is_quote};

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    /// The byte range of the part.
    pub(super) place: Range<usize>,
    /// The byte offset after the minus, or of the part if there is none.
    pub(super) start: usize,
    /// Whether a minus excludes it.
    pub(super) is_without: bool,
    /// Whether a blank follows; otherwise it may be incomplete.
    pub(super) is_finished: bool,
    pub(super) what: What<'a>,
}

/// The form of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    Words(&'a str),
    /// Text between quotes; the closing quote may be missing.
    Phrase {
        text: &'a str,
        is_open: bool,
    },
    /// A name, a colon, and directly after it the values.
    Field {
        name: &'a str,
        values: &'a str,
    },
}

/// Splits a query into its parts, in order.
pub(super) fn parts(query: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = query[at..].find(|c: char| !c.is_whitespace()).map(|skipped| at + skipped) {
        let sign = exclusion(&query[start..]);
        let (is_without, from) = (sign > 0, start + sign);
        let rest = &query[from..];
        let (what, length) = phrase(rest).unwrap_or_else(|| token(rest));
        let end = from + length;
        let is_open = matches!(what, What::Phrase { is_open: true, .. });
        found.push(Part {
            place: start..end,
            start: from,
            is_without,
            is_finished: !is_open && end < query.len(),
            what,
        });
        at = end;
    }
    found
}

/// The length of a minus directly before a word or a quote, in bytes; 0 if there is none.
fn exclusion(text: &str) -> usize {
    let mut chars = text.chars();
    let sign = chars.next().filter(|c| is_dash(*c));
    let leaves_out = chars.next().is_some_and(|c| c.is_alphanumeric() || is_quote(c) || is_single_opening(c));
    sign.filter(|_| leaves_out).map_or(0, char::len_utf8)
}

/// Whether a character is an opening single quote. The plain one is not included, because it is just as often an
/// apostrophe.
fn is_single_opening(c: char) -> bool {
    matches!(c, '‘' | '‚' | '‹')
}

/// The text between quotes, if `text` begins with one. Single quotes must be closed, otherwise they are apostrophes.
fn phrase(text: &str) -> Option<(What<'_>, usize)> {
    let quote = text.chars().next()?;
    let inner = &text[quote.len_utf8()..];
    let closing = match quote {
        _ if is_quote(quote) => inner.char_indices().find(|(_, c)| is_quote(*c)),
        _ if is_single_opening(quote) => Some(inner.char_indices().find(|(at, c)| is_single_closing(inner, *at, *c))?),
        _ => return None,
    };
    Some(match closing {
        Some((length, close)) => {
            let text = &inner[..length];
            (What::Phrase { text, is_open: false }, quote.len_utf8() + length + close.len_utf8())
        }
        None => (What::Phrase { text: inner, is_open: true }, text.len()),
    })
}

/// Whether a single quote is a closing one: an apostrophe would be followed by a letter.
fn is_single_closing(text: &str, at: usize, c: char) -> bool {
    let after = text[at + c.len_utf8()..].chars().next();
    matches!(c, '’' | '‘' | '›') && !after.is_some_and(char::is_alphanumeric)
}

/// The part up to the next blank, not counting blanks within the quotes of a value.
fn token(text: &str) -> (What<'_>, usize) {
    if let Some((at, colon)) = text.char_indices().find(|(_, c)| !c.is_alphabetic() && !is_combining_mark(*c))
        && at > 0
        && is_colon(colon)
        && !text[at + colon.len_utf8()..].starts_with(['/', ':'])
    {
        let start = at + colon.len_utf8();
        let length = values_end(&text[start..]);
        return (What::Field { name: &text[..at], values: &text[start..start + length] }, start + length);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (What::Words(&text[..end]), end)
}

fn values_end(text: &str) -> usize {
    let mut is_quoted = false;
    for (at, c) in text.char_indices() {
        if is_quote(c) {
            is_quoted = !is_quoted;
        } else if c.is_whitespace() && !is_quoted {
            return at;
        }
    }
    text.len()
}

/// The values of a field, which are separated by commas outside quotes, without their quotes.
pub(super) fn values(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut is_quoted = false;
    for c in text.chars() {
        match (c, all.last_mut()) {
            (c, _) if is_quote(c) => is_quoted = !is_quoted,
            (c, _) if is_comma(c) && !is_quoted => all.push(String::new()),
            (c, Some(last)) => last.push(c),
            (_, None) => {}
        }
    }
    all.retain(|value| !value.trim().is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Vec<(bool, What<'_>)> {
        parts(query).into_iter().map(|part| (part.is_without, part.what)).collect()
    }

    #[test]
    fn a_query_is_words_phrases_and_fields() {
        let field = |name, values| What::Field { name, values };
        assert_eq!(
            read(r#"data "supply chain" -python -"big data" inst:mit,ibm -field:"data analysis""#),
            [
                (false, What::Words("data")),
                (false, What::Phrase { text: "supply chain", is_open: false }),
                (true, What::Words("python")),
                (true, What::Phrase { text: "big data", is_open: false }),
                (false, field("inst", "mit,ibm")),
                (true, field("field", r#""data analysis""#)),
            ]
        );
    }

    #[test]
    fn point_51_quotes_and_dashes_of_editors_are_the_plain_ones() {
        for query in [
            "“chain supply”",
            "„chain supply“",
            "«chain supply»",
            "»chain supply«",
            "‘chain supply’",
            "「chain supply」",
        ] {
            assert_eq!(read(query), [(false, What::Phrase { text: "chain supply", is_open: false })], "{query}");
        }
        for query in ["–python", "—python", "−python", "‑python"] {
            assert_eq!(read(query), [(true, What::Words("python"))], "{query}");
        }
        assert_eq!(read("‘tis master’s"), [(false, What::Words("‘tis")), (false, What::Words("master’s"))]);
        assert_eq!(read("inst:«san diego»"), [(false, What::Field { name: "inst", values: "«san diego»" })]);
    }

    #[test]
    fn signs_that_people_type_are_words() {
        for word in ["c++", "24/7", "AZ-305", "-", "--", "12\"", "https://edx.org", "10:30"] {
            assert_eq!(read(word), [(false, What::Words(word))], "{word}");
        }
    }

    #[test]
    fn point_38_colons_and_commas_of_other_scripts_are_the_plain_ones() {
        for query in ["months：<6", "months﹕<6", "months:<6"] {
            assert_eq!(read(query), [(false, What::Field { name: "months", values: "<6" })], "{query}");
        }
        assert_eq!(values("mit，ibm、sap، google"), ["mit", "ibm", "sap", " google"]);
    }

    #[test]
    fn commas_part_values_outside_quotes() {
        assert_eq!(values(r#"mit,"University of California, Davis",,"#), ["mit", "University of California, Davis"]);
    }

    #[test]
    fn a_quote_that_is_not_closed_is_still_being_typed() {
        let part = &parts("data \"supply ch")[1];
        assert_eq!((part.is_finished, &part.what), (false, &What::Phrase { text: "supply ch", is_open: true }));
        assert!(!parts("field:\"data an")[0].is_finished);
    }
}
