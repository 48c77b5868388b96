//! Reads the linked data in the scripts of a saved web page, or else the tables that it shows. The words of the page are
//! kept beside the data, because a price on the page may say what the data leave out.

use super::rows::Line;
use super::{Current, DocumentReader};
use crate::catalog::import::gather::Spot;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::report::{At, Outcome};
use crate::catalog::import::sheet::Headings;
use crate::catalog::import::{clean, html};

impl DocumentReader<'_> {
    /// Reads the blocks of a page, or else the tables that it shows.
    pub(super) fn page(&mut self, current: &mut Current<'_>, page: &str) {
        let blocks = html::blocks(page);
        let has_data = !blocks.is_empty();
        current.page = html::words(page);
        for block in blocks {
            let at = At::Pointer(format!("/script/{}", block.number));
            match block.data {
                Ok(Value::Array(items)) => {
                    let joined = Value::Object(Map::of([("@graph".into(), Value::Array(items))], |_, _| {}));
                    self.linked_block(current, &joined, at, block.number);
                }
                Ok(value) => self.linked_block(current, &value, at, block.number),
                Err(error) => self.settle(current, at, Outcome::Rejected, &error.to_string()),
            }
        }
        let has_table = !current.has_known && self.tables_of_page(current, page);
        if !has_data && !has_table {
            self.refuse(
                current,
                At::File,
                "a web page without structured data (JSON-LD) and without a table of programs",
            );
        }
    }

    /// Reads the tables of a page that are lists of programs or courses; answers whether there is one.
    fn tables_of_page(&mut self, current: &mut Current<'_>, page: &str) -> bool {
        let mut has_table = false;
        for rows in html::tables(page) {
            let lines: Vec<Line> = rows.iter().map(line_of).collect();
            let Some(start) = lines.iter().position(|line| Headings::of_row(&line.cells).is_readable()) else {
                continue;
            };
            has_table = true;
            self.origins[current.number as usize].format = "table in a web page";
            self.table_of_lines(current, lines, start);
        }
        has_table
    }

    fn linked_block(&mut self, current: &mut Current<'_>, value: &Value<'_>, at: At, number: usize) {
        self.value(current, value, at, Spot::Path(format!("/script/{number}").into()));
    }
}

/// A row of a page as one of a table.
fn line_of(row: &html::Row) -> Line {
    let cells = row.cells.iter().map(|cell| clean::text(cell).unwrap_or_default()).collect();
    Line { cells, number: row.line, is_apart: false }
}
