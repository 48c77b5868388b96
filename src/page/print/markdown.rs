//! Prints a page as Markdown. Text of the page never becomes markup.

use crate::catalog::printable_lines;
use crate::page::table::{Align, Column, Spoken, Table};
use crate::page::{Block, Field, Page, Phrase, Report};

use super::words::joined;
use super::{no_keys, printed};

/// Returns the page as Markdown.
pub fn markdown(page: &Page) -> String {
    let mut parts = Vec::new();
    for section in printed(page, &no_keys) {
        if !section.heading.is_empty() {
            parts.push(format!("## {}\n", escaped(&section.heading)));
        }
        parts.extend(section.blocks.iter().map(block).filter(|text| !text.is_empty()));
    }
    printable_lines(parts.join("\n"))
}

impl Report {
    /// Returns the report as Markdown, with what it was made from above the pages.
    pub fn markdown(&self) -> String {
        let head = vec![Block::Title(self.title.as_str().into()), Block::Fields(self.about.clone())];
        let mut whole = Page::new(head);
        for page in &self.pages {
            whole.sections.extend(page.sections.iter().cloned());
        }
        markdown(&whole)
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Title(title) => format!("# {}\n", linked(title, &title.text)),
        Block::Warning(text) => format!("**Caution:** {}\n", escaped(text)),
        Block::Text(text) | Block::Remark(text) => format!("{}\n", escaped(text)),
        Block::Fields(fields) => fields.iter().map(field).collect(),
        Block::Items(items) => {
            items.iter().map(|(item, _)| ["- ", &linked(item, &item.in_words()), "\n"].concat()).collect()
        }
        Block::Table(table) => table_in_markdown(table),
        Block::Legend | Block::Hint(..) => String::new(),
    }
}

fn field(field: &Field) -> String {
    let between = if field.is_prose() { " " } else { "; " };
    ["- **", &escaped(&field.label), ":** ", &escaped(&joined(&field.value, between)), "\n"].concat()
}

/// A text with a link to its address; an autolink if the text is the address.
fn linked(phrase: &Phrase, text: &str) -> String {
    match phrase.web_address() {
        Some(address) if address != text => format!("[{}]({})", escaped(text), link_target(address)),
        Some(_) => format!("<{}>", link_target(text)),
        None => escaped(text),
    }
}

/// An address escaped so that it cannot end the link that contains it.
fn link_target(address: &str) -> String {
    address
        .chars()
        .flat_map(|c| match c {
            '(' => "%28".chars().collect::<Vec<_>>(),
            ')' => "%29".chars().collect(),
            '<' => "%3C".chars().collect(),
            '>' => "%3E".chars().collect(),
            c if c.is_whitespace() || c.is_control() => "%20".chars().collect(),
            c => vec![c],
        })
        .collect()
}

fn table_in_markdown(table: &Table) -> String {
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|place| table.columns[*place].spoken != Spoken::LeftOut).collect();
    let columns: Vec<&Column> = shown.iter().map(|place| &table.columns[*place]).collect();
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = row(columns.iter().map(|column| escaped(&column.heading())).collect());
    let rule = |column: &&Column| if column.align == Align::Right { "--:" } else { "---" }.to_owned();
    out += &row(columns.iter().map(rule).collect());
    for own in &table.rows {
        if let Some(group) = &own.group {
            let blank = vec![String::new(); columns.len() - 1];
            out += &row([vec![format!("**{}**", escaped(group))], blank].concat());
        }
        out += &row(shown.iter().map(|place| linked(&own.cells[*place], &own.cells[*place].in_words())).collect());
    }
    out
}

/// Returns the text escaped so that it cannot end its table column or become markup.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' => out.extend(['\\', c]),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_parts_apart_and_its_text_as_text() {
        let page = Page::new(vec![
            Block::Title("A <b>".into()),
            Block::items(["one", "two | three"]),
            Block::items(Vec::<String>::new()),
            Block::Text("Done.".to_owned()),
        ]);
        assert_eq!(markdown(&page), "# A \\<b\\>\n\n- one\n- two \\| three\n\nDone.\n");
    }

    #[test]
    fn a_table_keeps_its_columns_whatever_stands_in_a_cell() {
        let columns = ["a|b", "c"].map(Column::new).to_vec();
        let table = Table::new("", columns).rows([["<b>x</b>\n*y*", "z"]]);
        assert_eq!(table_in_markdown(&table), "| a\\|b | c |\n| --- | --- |\n| \\<b\\>x\\</b\\> \\*y\\* | z |\n");
    }

    #[test]
    fn an_address_cannot_leave_its_link() {
        let phrase = Phrase::from("x").address(Some("https://x.org/a)b>c".to_owned()));
        assert_eq!(linked(&phrase, "x"), "[x](https://x.org/a%29b%3Ec)");
    }
}
