//! A page of headings, sentences, lists and tables, before anybody has decided how wide it is or how it looks; and its
//! form in Markdown, which needs neither.

use super::Table;
use super::table::escaped;

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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
