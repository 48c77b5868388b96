//! Prints a report as one self-contained HTML file, without scripts or external resources, that is readable on a narrow
//! screen, in dark mode and on paper. The template escapes every text; only web addresses become links.

use askama::Template;

use crate::catalog::printable_lines;
use crate::chart::{self, Tone};
use crate::page::table::{Column, Row, Table};
use crate::page::{Block, Field, Page, Phrase, Report, Section};

use super::{no_keys, printed};

/// The style sheet.
const STYLE: &str = include_str!("../../../templates/report.css");

#[derive(Template)]
#[template(path = "report.html")]
struct File<'r> {
    title: &'r str,
    about: &'r [Field],
    pages: &'r [Page],
}

/// Returns the report as HTML.
///
/// # Panics
/// Never: the template writes into memory.
pub fn html(report: &Report) -> String {
    let file = File { title: &report.title, about: &report.about, pages: &report.pages };
    printable_lines(file.render().expect("a string takes every text"))
}

/// Returns the sections of a page; no keys do anything in a file.
fn sections(page: &Page) -> impl Iterator<Item = &Section> {
    printed(page, &no_keys)
}

/// A piece of a drawing: its first column, its width in columns, and its CSS class.
struct Bar {
    x: usize,
    cols: usize,
    class: &'static str,
}

/// The visible pieces of a drawing.
fn bars(row: &chart::ChartRow) -> Vec<Bar> {
    let mut x = 0;
    let mut bars = Vec::new();
    for piece in &row.pieces {
        let cols = crate::width::cols(&piece.text);
        let class = match piece.tone {
            Tone::Full => Some("full"),
            Tone::Open => Some("open"),
            Tone::Rest => Some("rest"),
            Tone::Mark | Tone::Chosen | Tone::Selected | Tone::Guide => None,
        };
        bars.extend(class.map(|class| Bar { x, cols, class }));
        x += cols;
    }
    bars
}

fn has_bars(row: &chart::ChartRow) -> bool {
    !bars(row).is_empty()
}

/// The number of characters after which a run without blanks may be broken.
const MAX_RUN: usize = 16;

/// Splits a text into pieces between which a browser may break a line. A table column is as wide as its longest word,
/// so without breaks a long address would push the table off a narrow page.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    // The start of the piece, the number of characters since the last blank, and the offset after
    // the last sign among them.
    let (mut start, mut run, mut behind_sign) = (0, 0, None);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            (run, behind_sign) = (0, None);
            continue;
        }
        if run == MAX_RUN {
            let cut = behind_sign.take().unwrap_or(at);
            pieces.push(&text[start..cut]);
            (start, run) = (cut, text[cut..at].chars().count());
        }
        run += 1;
        if matches!(c, '/' | '-' | '_' | '.' | '?' | '&' | '=' | '+') {
            behind_sign = Some(at + 1);
        }
    }
    pieces.push(&text[start..]);
    pieces
}

/// What a column without a title is called for those who hear the table: every head of a table has to have a name.
fn unseen_name(column: &Column) -> &'static str {
    if column.is_head { "Row" } else { "Remark" }
}

/// The cells of a row with their columns.
fn cells<'t>(table: &'t Table, row: &'t Row) -> Vec<(&'t Column, &'t Phrase)> {
    table.columns.iter().zip(&row.cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Mark;

    fn page_of(block: Block) -> String {
        html(&Report { title: "T".to_owned(), about: Vec::new(), pages: vec![Page::new(vec![block])] })
    }

    #[test]
    fn text_of_a_catalogue_never_becomes_markup() {
        let text = page_of(Block::Text("<script>alert(1)</script> & \"x\"".to_owned()));
        assert!(!text.contains("<script>"), "{text}");
        let link = Phrase::from("x").address(Some("javascript:alert(1)".to_owned()));
        assert!(!page_of(Block::Title(link)).contains("javascript:"));
        let quoted = Phrase::from("x").address(Some("https://x.org/\"onclick=\"y".to_owned()));
        assert!(!page_of(Block::Title(quoted)).contains("\"onclick"));
    }

    #[test]
    fn a_long_word_can_end_a_line_and_short_ones_cannot() {
        for text in ["", "Supply Chain Management", "a well-known short word", "Communications"] {
            assert_eq!(pieces(text), [text]);
        }
        let address = "see https://www.edx.org/certificates/professional-certificate/x there";
        assert_eq!(
            pieces(address),
            ["see https://www.edx.", "org/", "certificates/", "professional-", "certificate/x there"]
        );
        let long = "é".repeat(60);
        assert_eq!(pieces(&long).iter().map(|piece| piece.chars().count()).collect::<Vec<_>>(), [16, 16, 16, 12]);
        assert!(page_of(Block::items([address])).contains("org/<wbr>certificates/"));
    }

    #[test]
    fn a_table_has_a_caption_and_scoped_heads() {
        let columns = vec![Column::new("Fact").head(), Column::new("Value")];
        let table = Table::new("Facts", columns).rows([["Price", "1"]]);
        let text = page_of(Block::Table(table));
        for part in
            ["<caption>Facts</caption>", "scope=\"col\">Fact<", "scope=\"row\">Price<", "data-label=\"Value\">1<"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
    }

    #[test]
    fn a_row_that_goes_on_from_the_one_above_has_no_empty_head() {
        let columns = vec![Column::new("Course").head(), Column::new("Weeks")];
        let text = page_of(Block::Table(Table::new("Courses", columns).rows([["Statistics", "1"], ["", "2"]])));
        assert_eq!(text.matches("scope=\"row\"").count(), 1, "{text}");
    }

    #[test]
    fn a_column_without_a_title_has_a_name_for_those_who_hear_it() {
        let columns = vec![Column::new("").head(), Column::new("Value"), Column::new("")];
        let text = page_of(Block::Table(Table::new("Facts", columns).rows([["Price", "1", "≠"]])));
        for name in ["Row", "Remark"] {
            assert!(text.contains(&format!("scope=\"col\"><span class=\"unseen\">{name}</span></th>")), "{text}");
        }
    }

    #[test]
    fn a_drawing_says_in_words_what_it_shows_and_a_basis_is_a_word() {
        let basis = Mark::Of(crate::catalog::Basis::Estimated);
        let phrase = Phrase::marked("half", basis).drawn(chart::bar(0.5, 4));
        let text = page_of(Block::Fields(vec![Field::new("Fit", phrase)]));
        assert!(text.contains("<desc>half</desc>") && text.contains("width=\"2\" height=\"1\""), "{text}");
        assert!(text.contains("half<span class=\"basis\">, estimated</span>"), "{text}");
    }
}
