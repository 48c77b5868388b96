//! The printers of pages: lines with roles for a screen or a terminal, lines of words, Markdown and HTML. Each prints
//! every sentence of a page in order; only the form differs.

mod columns;
mod fit;
mod html;
mod markdown;
mod row;
mod screen;
mod stacked;
mod table;
mod words;

pub use fit::fits;
pub use html::html;
pub use markdown::{escaped, markdown};
pub use screen::{Headings, MARKS, Style, lay_out, lay_out_prose};
pub use words::{in_words, row_in_words};

use super::{Block, Page, PageAction, Section};

/// Looks up the key or word for an action; `None` if the action is not available.
pub type Keys<'k> = &'k dyn Fn(PageAction) -> Option<String>;

/// Offers no action: for files and for the output of commands.
pub fn no_keys(_: PageAction) -> Option<String> {
    None
}

/// Returns the sections of a page that have something to print: a hint is printed only where a key does what it says.
fn printed<'p>(page: &'p Page, keys: Keys<'p>) -> impl Iterator<Item = &'p Section> {
    let is_printed = move |block: &Block| match block {
        Block::Hint(action, _) => keys(*action).is_some(),
        _ => true,
    };
    page.sections.iter().filter(move |section| section.blocks.iter().any(is_printed))
}

/// Whether to print a blank line between two blocks of a section: between blocks of different form,
/// but not between sentences.
fn needs_gap(before: &Block, block: &Block) -> bool {
    let is_text =
        |block: &Block| matches!(block, Block::Title(_) | Block::Warning(_) | Block::Text(_) | Block::Remark(_));
    match before {
        Block::Title(_) => !is_text(block),
        before if is_text(before) => matches!(block, Block::Fields(_) | Block::Title(_)),
        _ => true,
    }
}
