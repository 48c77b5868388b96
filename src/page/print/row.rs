//! What every row of a table has, whether in columns or stacked: the mark of the cursor, the target, and the roles.

use crate::page::{Column, Doc, Line, Phrase, Role, Row, Table, Target};

/// What is printed before a row with the cursor, and before a row without it.
pub(super) const CURSOR: [&str; 2] = ["▌ ", "  "];

/// Returns what is printed before the row of a target: the cursor, or blanks in its place, or nothing if no row of the
/// table can be chosen.
pub(super) fn marks(table: &Table, cursor: Option<Target>) -> impl Fn(Option<Target>) -> &'static str + use<> {
    let can_choose = cursor.is_some() && table.rows.iter().any(|row| row.target.is_some());
    move |target| if can_choose { CURSOR[usize::from(target != cursor)] } else { "" }
}

/// Adds the lines of a row to the document, each after the mark of the row.
pub(super) fn add_row(doc: &mut Doc, row: &Row, mark: &str, lines: Vec<Line>) {
    let cols = lines.iter().map(Line::cols).max().unwrap_or(0);
    for mut line in lines {
        if mark == CURSOR[0] {
            line.select(cols);
        }
        let mut line = joined(Line::of(Role::Focus, mark), line);
        line.target = row.target;
        doc.line(line);
    }
}

/// The line after its head.
pub(super) fn joined(mut head: Line, line: Line) -> Line {
    head.spans.extend(line.spans);
    head
}

/// The role of a cell.
pub(super) fn role_of(column: &Column, cell: &Phrase) -> Role {
    cell.role.unwrap_or(if column.is_head { Role::Label } else { Role::Plain })
}
