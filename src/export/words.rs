//! Pages and tables as lines of words: no columns, no signs, nothing cut. What the commands print in the plain format and
//! what the explorer says without a screen.

use super::{Block, Table};

/// The table as lines of `label: value`, a blank line between rows, each row with its number.
pub fn table_words(table: &Table) -> String {
    let count = table.rows.len();
    let row = |(row, number): (&Vec<String>, usize)| {
        let cells = table.columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty());
        let lines = cells.map(|(column, cell)| format!("{}: {cell}\n", column.title));
        format!("{number} of {count}\n{}", lines.collect::<String>())
    };
    table.rows.iter().zip(1..).map(row).collect::<Vec<_>>().join("\n")
}

/// A page in lines of words, without columns and signs.
pub fn page_in_words(page: &[Block]) -> String {
    assemble(page, |block| match block {
        Block::Title(line) | Block::Heading(line) | Block::Text(line) | Block::Drawn { words: line, .. } => {
            format!("{line}\n")
        }
        Block::Items(items) => items.join("\n") + "\n",
        Block::Table(table) => table_words(table),
    })
}

/// The parts of a page in a form of their own, with blank lines where they are needed.
pub fn assemble(page: &[Block], text_of: impl Fn(&Block) -> String) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in page {
        if needs_gap(before, block) {
            text.push('\n');
        }
        text.push_str(&text_of(block));
        before = Some(block);
    }
    text
}

/// A blank line stands before a heading and between parts of different form, but not right after a heading.
fn needs_gap(before: Option<&Block>, block: &Block) -> bool {
    use Block::{Drawn, Heading, Items, Table, Text, Title};
    !matches!(
        (before, block),
        (None | Some(Heading(_)), _)
            | (Some(Title(_)), Title(_) | Text(_))
            | (Some(Text(_) | Drawn { .. }), Text(_) | Items(_) | Table(_) | Drawn { .. })
    )
}
