//! The printers of pages: lines with roles for a screen or a terminal, lines of words, Markdown and HTML. Each puts down
//! every sentence of a page in its order; they differ in form alone.

mod columns;
mod html;
mod markdown;
mod screen;
mod words;

pub use columns::fits;
pub use html::html;
pub use markdown::{escaped, markdown};
pub use screen::{Headings, MARKS, Style, lay_out, lay_out_table};
pub use words::{in_words, table_in_words};

use super::{Block, Deed};

/// The key or the word that does something, where there is one.
pub type Keys<'k> = &'k dyn Fn(Deed) -> Option<String>;

/// Where nothing can be done: a file, or the output of a command.
pub fn no_keys(_: Deed) -> Option<String> {
    None
}

/// Whether a blank line stands between two blocks of a section: between parts of different form, but not between
/// sentences.
fn needs_gap(before: &Block, block: &Block) -> bool {
    let is_text =
        |block: &Block| matches!(block, Block::Title(_) | Block::Warning(_) | Block::Text(_) | Block::Remark(_));
    match before {
        Block::Title(_) => !is_text(block),
        before if is_text(before) => matches!(block, Block::Fields(_) | Block::Title(_)),
        _ => true,
    }
}
