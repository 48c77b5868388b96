//! Reads the linked data in the scripts of a saved web page, or else the records that the page contains for its own
//! script, or else the tables that it shows. The words of the page are kept with the data, because a price on the page
//! may state what the data leave out.

use super::rows::Line;
use super::{Current, DocumentReader, wrapper};
use crate::catalog::import::gather::Spot;
use crate::catalog::import::report::At;
use crate::catalog::import::sheet::Headings;
use crate::catalog::import::{clean, html};

impl DocumentReader<'_> {
    /// Reads the blocks of a page, or else the tables that it shows.
    pub(super) fn page(&mut self, current: &mut Current<'_>, page: &str) {
        let blocks = html::blocks(page);
        let has_data = !blocks.is_empty();
        current.page = html::words(page);
        self.blocks(current, blocks);
        let has_state = !current.has_known && self.states_of_page(current, page);
        let has_table = !current.has_known
            && self.tables_of(current, &html::tables(page), html::address_of(page).as_deref(), "table in a web page");
        if !has_data && !has_state && !has_table {
            self.refuse(
                current,
                At::File,
                "a web page without structured data (JSON-LD, or the state of the page) and without a table of programs",
            );
        }
    }

    /// Reads the records in the states that a page contains for its own script; returns whether there is one.
    fn states_of_page(&mut self, current: &mut Current<'_>, page: &str) -> bool {
        let mut has_record = false;
        for state in html::states(page) {
            for (inner, value) in wrapper::all(&state.data, self.format) {
                has_record = true;
                let path = format!("{}{inner}", state.place);
                self.value(current, value, At::Pointer(path.clone()), Spot::Path(path.into()));
            }
        }
        has_record
    }

    /// Reads the tables that are lists of programs or courses; returns whether there is one. `format` is their format,
    /// and `address` that of the page.
    pub(super) fn tables_of(
        &mut self,
        current: &mut Current<'_>,
        tables: &[Vec<html::Row>],
        address: Option<&str>,
        format: &'static str,
    ) -> bool {
        let mut has_table = false;
        for rows in tables {
            let mut lines: Vec<Line> = rows.iter().map(line_of).collect();
            let headings = lines.iter().map(|line| Headings::of_row(&line.cells));
            let Some((start, headings)) = headings.enumerate().find(|(_, headings)| headings.is_readable()) else {
                continue;
            };
            if let Some(titles) = headings.titles_without_address() {
                let link = |row: &html::Row, page| html::link(row.cells.get(titles)?, page);
                if !add_addresses(&mut lines, rows, start, |row| link(row, address))
                    && rows.iter().any(|row| link(row, Some(SOMEWHERE)).is_some())
                {
                    self.remark(current, At::File, None, UNPLACED);
                }
            }
            has_table = true;
            self.origins[current.number as usize].format = format;
            self.table_of_lines(current, lines, start);
        }
        has_table
    }
}

/// Adds a column with the addresses that the titles in a table link to; returns whether they link to any.
fn add_addresses(
    lines: &mut [Line],
    rows: &[html::Row],
    headings: usize,
    link: impl Fn(&html::Row) -> Option<String>,
) -> bool {
    let addresses: Vec<String> = rows.iter().skip(headings + 1).map(|row| link(row).unwrap_or_default()).collect();
    if addresses.iter().all(String::is_empty) {
        return false;
    }
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or_default();
    let column = std::iter::once(ADDRESS.to_owned()).chain(addresses);
    for (line, cell) in lines.iter_mut().skip(headings).zip(column) {
        line.cells.extend((line.cells.len()..width).map(|_| ""));
        line.cells.push_field(&cell);
    }
    true
}

/// An address to resolve a link with, if that of its page is unknown.
const SOMEWHERE: &str = "https://example.org/";
const UNPLACED: &str = "the titles link to pages of a site that the page does not name, so no addresses are on record";

/// The heading of the addresses that the titles link to.
const ADDRESS: &str = "URL";

/// A row of a page as one of a table.
fn line_of(row: &html::Row) -> Line {
    let cells = row.cells.iter().map(|cell| clean::text(cell).unwrap_or_default()).collect();
    Line { cells, number: row.line, is_apart: false }
}
