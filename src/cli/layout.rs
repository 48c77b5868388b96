//! Tables and pages as text in columns that fit a width. Pure: a table in, text out.

use super::links;
use crate::export::{Block, assemble, beside};
use crate::page::{Columns, Table};
use crate::width;

/// A table laid out as text, and whether anything had to be cut or left out.
pub(super) struct Laid {
    /// The lines, each ended.
    pub(super) text: String,
    /// Whether a value was cut or a column left out.
    pub(super) is_cut: bool,
}

/// How headings look.
#[derive(Clone, Copy)]
pub(super) struct Ink {
    /// Whether escape codes may be used.
    pub(super) color: bool,
}

impl Ink {
    /// A heading, bold where that is possible.
    pub(super) fn heading(self, text: &str) -> String {
        if self.color { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

/// The table in columns, at most `width` wide. Where the rows have addresses, what names a row leads there, also where it
/// goes over several lines.
pub(super) fn columns(table: &Table, addresses: &[Option<String>], width: usize, ink: Ink) -> Laid {
    let laid = Columns::of(table, width);
    let mut text: String = laid.head.iter().map(|line| ink.heading(line) + "\n").collect();
    for (row, lines) in laid.rows.iter().enumerate() {
        let address = addresses.get(row).and_then(Option::as_deref);
        for (line, leads) in lines.iter().zip(&laid.leading[row]) {
            match (address, leads.clone()) {
                (Some(address), Some(place)) => {
                    let title = links::leading(&line[place.clone()], address, &format!("row-{row}"));
                    text.extend([&line[..place.start], &title, &line[place.end..], "\n"]);
                }
                _ => text.extend([line, "\n"]),
            }
        }
    }
    Laid { text, is_cut: laid.is_cut }
}

/// A page at most `width` wide; titles that have an address lead there.
pub(super) fn page_in_columns(page: &[Block], titles: &[(String, String)], width: usize, ink: Ink) -> String {
    let wrapped = |text: &str| width::wrap(text, width).into_iter();
    assemble(page, |block| match block {
        Block::Title(title) => {
            let place = titles.iter().position(|(own, _)| own == title);
            let leading = |line: &str| match place {
                Some(place) => links::leading(line, &titles[place].1, &format!("title-{place}")),
                None => line.to_owned(),
            };
            wrapped(title).map(|line| ink.heading(&leading(&line)) + "\n").collect()
        }
        Block::Heading(heading) => ink.heading(heading) + "\n",
        Block::Text(text) => wrapped(text).map(|line| line + "\n").collect(),
        Block::Items(items) => items.iter().map(|text| item(text, width)).collect(),
        Block::Table(table) => columns(table, &[], width, ink).text,
        Block::Drawn { parts, .. } => beside(parts, width).into_iter().map(|line| line + "\n").collect(),
    })
}

/// A sentence of a list, its lines after the first as far in.
fn item(text: &str, width: usize) -> String {
    let lines = width::wrap(text, width.saturating_sub(2));
    format!("- {}\n", lines.join("\n  "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::export::table_words;
    use crate::page::Column;

    fn table(rows: &[&[&str]]) -> Table {
        let mut table = Table::new(vec![
            Column::new("Id").least(6),
            Column::new("Title").least(4).wrapping(),
            Column::new("N").right().goes(1),
        ]);
        table.rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        table
    }

    const PLAIN: Ink = Ink { color: false };

    #[test]
    fn columns_stand_aligned_whatever_the_script() {
        let laid = columns(&table(&[&["a", "数据科学", "7"], &["bcd", "École", "10"]]), &[], 40, PLAIN);
        assert_eq!(laid.text, "Id   Title      N\na    数据科学   7\nbcd  École     10\n");
        assert!(!laid.is_cut);
    }

    #[test]
    fn where_there_is_no_room_a_column_goes_then_values_wrap_or_are_cut_and_it_is_told() {
        let laid = columns(&table(&[&["abcdefgh", "one two three", "7"]]), &[], 14, PLAIN);
        assert_eq!(laid.text, "Id      Title\nabcde…  one\n        two\n        three\n");
        assert!(laid.is_cut);
    }

    #[test]
    fn what_people_copy_is_never_cut_but_stands_on_a_line_of_its_own() {
        let mut table =
            Table::new(vec![Column::new("N").least(1), Column::new("Id").least(4).whole(), Column::new("T").least(6)]);
        table.rows =
            vec![vec!["1".into(), "abcdefghijkl".into(), "one".into()], vec!["2".into(), "ab".into(), "two".into()]];
        let laid = columns(&table, &[], 15, PLAIN);
        assert!(laid.text.lines().any(|line| line.trim() == "abcdefghijkl"), "{}", laid.text);
        assert!(laid.text.lines().all(|line| crate::width::cols(line) <= 15), "{}", laid.text);
        assert!(!laid.is_cut);
    }

    #[test]
    fn words_leave_out_what_is_empty() {
        assert_eq!(
            table_words(&table(&[&["a", "", "7"], &["b", "x", ""]])),
            "1 of 2\nId: a\nN: 7\n\n2 of 2\nId: b\nTitle: x\n"
        );
    }

    #[test]
    fn what_names_a_row_leads_to_its_address_over_all_its_lines() {
        let mut table =
            Table::new(vec![Column::new("Id").least(4), Column::new("Title").least(5).wrapping().leading()]);
        table.rows = vec![vec!["a".into(), "one two".into()], vec!["b".into(), "three".into()]];
        let addresses = [Some("https://x.org/1".to_owned()), Some("javascript:x".to_owned())];
        let text = columns(&table, &addresses, 9, PLAIN).text;
        let link = |text: &str| format!("\u{1b}]8;id=prospectus-row-0;https://x.org/1\u{1b}\\{text}\u{1b}]8;;\u{1b}\\");
        assert_eq!(text, format!("Id  Title\na   {}\n    {}\nb   three\n", link("one"), link("two")));
    }

    #[test]
    fn escape_codes_stand_only_where_they_are_wanted() {
        let text = |color| columns(&table(&[&["a", "b", "7"]]), &[], 40, Ink { color }).text;
        assert!(text(true).contains('\u{1b}'));
        assert!(!text(false).contains('\u{1b}'));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(
            rows in proptest::collection::vec(proptest::collection::vec("[a-zé数 -]{0,30}", 3), 0..6),
            width in 12_usize..80,
        ) {
            let mut table = table(&[]);
            table.rows = rows;
            for line in columns(&table, &[], width, PLAIN).text.lines() {
                prop_assert!(crate::width::cols(line) <= width, "{line:?} in {width}");
            }
        }
    }
}
