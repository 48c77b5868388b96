//! A page of headings, sentences, lists and tables, before anybody has decided how wide it is or how it looks; and its
//! form in Markdown, which needs neither.

use super::Table;
use crate::page::escaped;
use crate::width;

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the page is about.
    Title(String),
    /// What the next parts are about.
    Heading(String),
    /// One or more sentences.
    Text(String),
    /// Sentences that stand beside each other.
    Items(Vec<String>),
    /// A table.
    Table(Table),
    /// Pieces of a picture that stand beside each other, as many a line as fit; in words where no picture is wanted.
    Drawn {
        /// Each piece with its label and its words; none is ever broken.
        parts: Vec<String>,
        /// The same facts in a sentence.
        words: String,
    },
}

impl Block {
    /// A heading, and a list under it; nothing where the list is empty.
    pub fn list(heading: &str, items: Vec<String>) -> Vec<Self> {
        if items.is_empty() { Vec::new() } else { vec![Self::Heading(heading.to_owned()), Self::Items(items)] }
    }

    /// A heading, and a table under it; nothing where the table has no rows.
    pub fn sheet(heading: &str, table: Table) -> Vec<Self> {
        if table.rows.is_empty() { Vec::new() } else { vec![Self::Heading(heading.to_owned()), Self::Table(table)] }
    }
}

/// Parts beside each other in lines of at most `width` columns; a part that is wider stands alone.
pub fn beside(parts: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if width::cols(line) + 3 + width::cols(part) <= width => {
                line.push_str("   ");
                line.push_str(part);
            }
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// A page in Markdown.
pub fn page_markdown(page: &[Block]) -> String {
    let parts: Vec<String> = page.iter().map(markdown).collect();
    parts.join("\n")
}

fn markdown(block: &Block) -> String {
    match block {
        Block::Title(text) => format!("# {}\n", escaped(text)),
        Block::Heading(text) => format!("## {}\n", escaped(text)),
        Block::Text(text) => format!("{}\n", escaped(text)),
        Block::Items(items) => items.iter().map(|item| "- ".to_owned() + &escaped(item) + "\n").collect(),
        Block::Table(table) => table.markdown(),
        Block::Drawn { words, .. } => format!("{}\n", escaped(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_beside_each_other_and_are_never_broken() {
        let parts = ["one ██ 2", "two █ 1", "three"].map(str::to_owned);
        assert_eq!(beside(&parts, 20), ["one ██ 2   two █ 1", "three"]);
        assert_eq!(beside(&parts, 3), parts);
    }

    #[test]
    fn a_page_in_markdown_keeps_its_parts_apart_and_its_text_as_text() {
        let page = [
            Block::Title("A <b>".to_owned()),
            Block::Items(vec!["one".to_owned(), "two | three".to_owned()]),
            Block::Text("Done.".to_owned()),
        ];
        assert_eq!(page_markdown(&page), "# A \\<b\\>\n\n- one\n- two \\| three\n\nDone.\n");
        assert!(Block::list("Empty", Vec::new()).is_empty());
    }
}
