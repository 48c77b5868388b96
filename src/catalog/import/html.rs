//! Saved web pages: the machine-readable data that they contain, and their text, which can say what a price buys. What
//! the data means is left to the readers of its formats.

mod state;
mod table;

use super::clean;
use super::json::Value;

pub(super) use state::states;
pub(super) use table::{Row, address_of, link, tables};

/// A block of JSON-LD, numbered from 1 among the blocks of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block<'p> {
    pub(super) number: usize,
    /// The data, or why it cannot be parsed.
    pub(super) data: Result<Value<'p>, NotJson>,
}

/// The error of the parser for a block that is not JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not valid JSON: {0}")]
pub(super) struct NotJson(String);

/// All blocks of JSON-LD of a page.
pub(super) fn blocks(page: &str) -> Vec<Block<'_>> {
    let linked = scripts(page).into_iter().filter(|script| script.tag.contains("ld+json"));
    let numbered = linked.zip(1..).map(|(script, number)| (number, bare(script.text)));
    numbered.filter(|(_, text)| !text.is_empty()).map(|(number, text)| Block { number, data: data(text) }).collect()
}

/// A script with its opening tag in lower case.
struct Script<'p> {
    tag: String,
    text: &'p str,
}

/// All scripts of a page.
fn scripts(page: &str) -> Vec<Script<'_>> {
    let mut scripts = Vec::new();
    // Changing the case of ASCII letters keeps all byte offsets, so an offset in one text is valid in the other.
    let lower = page.to_ascii_lowercase();
    let mut at = 0;
    while let Some(open) = lower[at..].find("<script").map(|found| at + found) {
        let Some(start) = lower[open..].find('>').map(|found| open + found + 1) else { break };
        let end = lower[start..].find("</script").map_or(page.len(), |found| start + found);
        // What is commented out is not part of the page.
        if let Some(comment) = lower[at..open].rfind("<!--").map(|found| at + found)
            && !lower[comment..open].contains("-->")
        {
            at = lower[comment..].find("-->").map_or(page.len(), |found| comment + found);
            continue;
        }
        scripts.push(Script { tag: lower[open..start].to_owned(), text: &page[start..end] });
        at = end;
    }
    scripts
}

/// The data of a block. Pages made by hand have line breaks inside texts, which JSON does not allow.
fn data(text: &str) -> Result<Value<'_>, NotJson> {
    serde_json::from_str(text).or_else(|error| {
        let mended = text.replace(|c: char| c.is_ascii_control(), " ");
        let mended: Value<'_> = serde_json::from_str(&mended).map_err(|_| NotJson(error.to_string()))?;
        Ok(mended.into_owned())
    })
}

/// Removes the comment and CDATA markers that older pages put around the JSON.
fn bare(script: &str) -> &str {
    let mut script = script.trim();
    for start in ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["] {
        script = script.strip_prefix(start).unwrap_or(script).trim_start();
    }
    for end in ["-->", "//]]>", "/*]]>*/", "]]>"] {
        script = script.strip_suffix(end).unwrap_or(script).trim_end();
    }
    script.trim_end_matches(';')
}

/// A page without its comments, scripts and styles. Line breaks stay, so that lines can be counted.
fn without_hidden(page: &str) -> String {
    let lower = page.to_ascii_lowercase();
    let mut shown = String::with_capacity(page.len());
    let mut at = 0;
    let starts = [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")];
    let next = |at: usize| starts.iter().filter_map(|(open, close)| Some((at + lower[at..].find(open)?, *close))).min();
    while let Some((open, close)) = next(at) {
        shown.push_str(&page[at..open]);
        let end = lower[open..].find(close).map_or(page.len(), |found| open + found + close.len());
        shown.extend(page[open..end].chars().filter(|c| *c == '\n'));
        at = end;
    }
    shown + &page[at..]
}

/// The visible words of a page.
pub(super) fn words(page: &str) -> String {
    clean::text(page).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_found_and_a_broken_one_is_told() {
        let page = "<html><script>var a = '<p>';</script><SCRIPT TYPE='application/ld+json'>{\"@type\": \"Course\"}</SCRIPT>\
            <script type=\"application/ld+json\">//<![CDATA[\n[1]\n//]]></script><script type=application/ld+json>{broken</script>é";
        let blocks = blocks(page);
        assert_eq!(blocks.len(), 3);
        assert_eq!(blocks[0].data, Ok(serde_json::json!({"@type": "Course"}).into()));
        assert_eq!(blocks[1].data, Ok(serde_json::json!([1]).into()));
        assert!(blocks[2].data.is_err());
    }

    #[test]
    fn markers_of_older_pages_are_no_data() {
        for (start, end) in [("/*<![CDATA[*/", "/*]]>*/"), ("//<![CDATA[", "//]]>"), ("<!--", "-->")] {
            let page = format!("<script type='application/ld+json'>{start}\n{{\"a\": 1}}\n{end}</script>");
            assert_eq!(blocks(&page)[0].data, Ok(serde_json::json!({"a": 1}).into()), "{start}");
        }
    }

    #[test]
    fn line_breaks_in_texts_are_blanks_and_comments_are_no_data() {
        let block = |data: &str| format!("<script type='application/ld+json'>{data}</script>");
        let page = format!("<!-- {} -->{}", block("{\"a\": 1}"), block("{\"b\": \"one\n\ttwo\"}"));
        let found: Vec<_> = blocks(&page).into_iter().map(|block| block.data).collect();
        assert_eq!(found, [Ok(serde_json::json!({"b": "one  two"}).into())]);
    }

    #[test]
    fn the_words_of_a_page_are_those_that_are_shown() {
        assert_eq!(words("<body><script>x</script><p>595 z\u{142}/mies.</p></body>"), "595 zł/mies.");
    }
}
