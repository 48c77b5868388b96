//! Web addresses in what a command prints, as links that a terminal can open (OSC 8). The address itself stays what is
//! seen. Only addresses that a table holds as a value become links, and only those of the web.

use std::collections::BTreeSet;

use crate::export::Block;
use crate::page::Table;

/// The web addresses among the values of a table.
pub(super) fn of_table(table: &Table) -> BTreeSet<String> {
    table.rows.iter().flatten().filter(|cell| is_web_address(cell)).cloned().collect()
}

/// The web addresses among the values of a page.
pub(super) fn of_page(page: &[Block]) -> BTreeSet<String> {
    let tables = page.iter().filter_map(|block| match block {
        Block::Table(table) => Some(of_table(table)),
        _ => None,
    });
    tables.flatten().collect()
}

/// The text with the addresses as links. One that does not stand whole in a line stays text: half of it leads nowhere.
/// The same address has the same id, so a terminal that wraps it still shows one link.
pub(super) fn linked(text: &str, addresses: &BTreeSet<String>) -> String {
    let word = |word: &str| match addresses.iter().position(|address| address == word) {
        Some(place) => link(word, word, &place.to_string()),
        None => word.to_owned(),
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A text that leads to an address, if that can be led to. Parts of one link have the same name.
pub(super) fn leading(text: &str, address: &str, name: &str) -> String {
    if is_web_address(address) { link(text, address, name) } else { text.to_owned() }
}

fn link(text: &str, address: &str, name: &str) -> String {
    format!("\u{1b}]8;id=prospectus-{name};{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}

/// Whether a text is an address that can stand in an escape sequence.
fn is_web_address(text: &str) -> bool {
    crate::catalog::is_web_address(text) && text.chars().all(|c| c.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_addresses_of_the_web_become_links() {
        let mut table = Table::of(&["a", "b"]);
        let cells =
            ["https://x.org/a", "https://x.org/a b", "ftp://x.org", "javascript:x", "http://y.org/\u{1b}[m", "text"];
        table.rows = cells.iter().map(|cell| vec![(*cell).to_owned(), String::new()]).collect();
        let addresses = of_table(&table);
        assert_eq!(addresses.iter().collect::<Vec<_>>(), ["https://x.org/a"]);
        let link = "\u{1b}]8;id=prospectus-0;https://x.org/a\u{1b}\\https://x.org/a\u{1b}]8;;\u{1b}\\";
        assert_eq!(
            linked("at  https://x.org/a\nhttps://x.org/ab", &addresses),
            format!("at  {link}\nhttps://x.org/ab")
        );
    }
}
