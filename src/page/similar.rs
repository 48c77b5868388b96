//! Similar programs as a table, with what each shares.

use crate::catalog::Catalog;
use crate::compare::Similar;

use super::{Column, Row, Table, name_cells, name_columns};

/// Returns similar programs as a table, one per row. If there is no room for what they share, it is printed under the
/// row.
pub fn similar(catalog: &Catalog, listed: &[Similar]) -> Table {
    let mut columns = name_columns();
    columns.push(Column::new("In common").least(18).wrapping_or_below().goes(5));
    let mut table = Table::new("Programs that share courses or topics with it", columns);
    for one in listed {
        let mut cells = name_cells(catalog, one.program);
        cells.push(one.brief().into());
        table.rows.push(Row { cells, ..Row::default() });
    }
    table
}
