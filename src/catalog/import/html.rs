//! Saved web pages: the machine-readable data that they contain, and their text, which can say what a price buys. What
//! the data means is left to the readers of its formats.

use super::json::Value;

use super::clean;

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
    let mut blocks = Vec::new();
    // Changing the case of ASCII letters keeps all byte offsets, so an offset in one text is valid in the other.
    let lower = page.to_ascii_lowercase();
    let mut at = 0;
    while let Some(open) = lower[at..].find("<script").map(|found| at + found) {
        let Some(start) = lower[open..].find('>').map(|found| open + found + 1) else { break };
        let end = lower[start..].find("</script").map_or(page.len(), |found| start + found);
        if lower[open..start].contains("ld+json") {
            let data = serde_json::from_str(bare(&page[start..end])).map_err(|error| NotJson(error.to_string()));
            blocks.push(Block { number: blocks.len() + 1, data });
        }
        at = end;
    }
    blocks
}

/// Removes the comment and CDATA markers that older pages put around the JSON.
fn bare(script: &str) -> &str {
    let mut script = script.trim();
    for start in ["<!--", "//<![CDATA[", "<![CDATA["] {
        script = script.strip_prefix(start).unwrap_or(script).trim_start();
    }
    for end in ["-->", "//]]>", "]]>"] {
        script = script.strip_suffix(end).unwrap_or(script).trim_end();
    }
    script.trim_end_matches(';')
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
    fn the_words_of_a_page_are_those_that_are_shown() {
        assert_eq!(words("<body><script>x</script><p>595 z\u{142}/mies.</p></body>"), "595 zł/mies.");
    }
}
