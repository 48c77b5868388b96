//! Prints documents as text for a terminal: bold headings, and addresses as links, where the terminal supports them.

use crate::page::{Doc, Role, Span};

use super::links;

/// The escape sequences that may be used.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    /// Those for bold headings.
    pub(super) has_color: bool,
    /// Those for links.
    pub(super) has_links: bool,
}

impl Ink {
    /// The text of a document; every line ends in a line break.
    pub(super) fn text(self, doc: &Doc) -> String {
        let mut known: Vec<&str> = Vec::new();
        let mut text = String::new();
        for line in &doc.lines {
            for span in &line.spans {
                text.push_str(&self.span(span, &mut known));
            }
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
        }
        text
    }

    /// Returns the text of a span. Equal addresses share a number, so that a link over several lines is one link.
    fn span<'d>(self, span: &'d Span, known: &mut Vec<&'d str>) -> String {
        let is_bold = self.has_color && matches!(span.role, Role::Title | Role::Heading | Role::Warning);
        let text = match span.address.as_deref().filter(|_| self.has_links) {
            Some(address) => {
                let number = known.iter().position(|own| *own == address).unwrap_or_else(|| {
                    known.push(address);
                    known.len() - 1
                });
                links::leading(&span.text, address, number)
            }
            None => span.text.clone(),
        };
        if is_bold && !span.text.trim().is_empty() { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::page::print::{Headings, Style, lay_out, no_keys};
    use crate::page::{Block, Column, Page, Phrase, Table};

    fn table(rows: &[&[&str]]) -> Table {
        let columns = vec![
            Column::new("Id").least(6),
            Column::new("Title").least(4).wrapping(),
            Column::new("N").right().goes(1),
        ];
        Table::new("", columns).rows(rows.iter().map(|row| row.iter().copied()))
    }

    const PLAIN: Ink = Ink { has_color: false, has_links: false };

    fn on_lines(table: &Table, width: usize) -> Doc {
        let style = Style { keys: &no_keys, cursor: None, headings: Headings::AsWritten };
        lay_out(&Page::new(vec![Block::Table(table.clone())]), width, style)
    }

    fn laid(table: &Table, width: usize) -> (String, bool) {
        let doc = on_lines(table, width);
        (PLAIN.text(&doc), doc.is_cut)
    }

    #[test]
    fn columns_stand_aligned_whatever_the_script() {
        let (text, is_cut) = laid(&table(&[&["a", "数据科学", "7"], &["bcd", "École", "10"]]), 40);
        assert_eq!(text, "Id   Title      N\na    数据科学   7\nbcd  École     10\n");
        assert!(!is_cut);
    }

    #[test]
    fn where_there_is_no_room_a_column_goes_then_values_wrap_or_are_cut_and_it_is_told() {
        let (text, is_cut) = laid(&table(&[&["abcdefgh", "one two three", "7"]]), 14);
        assert_eq!(text, "Id      Title\nabcde…  one\n        two\n        three\n");
        assert!(is_cut);
    }

    #[test]
    fn what_people_copy_is_never_cut_but_stands_on_a_line_of_its_own() {
        let columns = vec![Column::new("N").least(1), Column::new("Id").least(4).whole(), Column::new("T").least(6)];
        let (text, is_cut) =
            laid(&Table::new("", columns).rows([["1", "abcdefghijkl", "one"], ["2", "ab", "two"]]), 15);
        assert!(text.lines().any(|line| line.trim() == "abcdefghijkl"), "{text}");
        assert!(text.lines().all(|line| crate::width::cols(line) <= 15), "{text}");
        assert!(!is_cut);
    }

    #[test]
    fn what_has_an_address_leads_there_over_all_its_lines() {
        let mut table = Table::new("", vec![Column::new("Id").least(4), Column::new("Title").least(5).wrapping()]);
        let led = |text: &str, address: &str| Phrase::from(text).address(Some(address.to_owned()));
        table.push(["a".into(), led("one two", "https://x.org/1")]);
        table.push(["b".into(), led("three", "javascript:x")]);
        let text = Ink { has_color: false, has_links: true }.text(&on_lines(&table, 9));
        let link = |text: &str| format!("\u{1b}]8;id=prospectus-0;https://x.org/1\u{1b}\\{text}\u{1b}]8;;\u{1b}\\");
        assert_eq!(text, format!("Id  Title\na   {}\n    {}\nb   three\n", link("one"), link("two")));
    }

    #[test]
    fn escape_codes_stand_only_where_they_are_wanted() {
        let doc = on_lines(&table(&[&["a", "b", "7"]]), 40);
        assert!(Ink { has_color: true, has_links: false }.text(&doc).contains('\u{1b}'));
        assert!(!PLAIN.text(&doc).contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(
            rows in proptest::collection::vec(proptest::collection::vec("[a-zé数 -]{0,30}", 3), 0..6),
            width in 12_usize..80,
        ) {
            let mut table = table(&[]);
            for row in &rows {
                table.push(row.iter().map(String::as_str));
            }
            for line in laid(&table, width).0.lines() {
                prop_assert!(crate::width::cols(line) <= width, "{line:?} in {width}");
            }
        }
    }
}
