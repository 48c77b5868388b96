//! A list of programs as a table.

use crate::catalog::{Catalog, FactKey, Program};
use crate::search::Hit;

use super::{Column, Phrase, Row, Table, Target};

/// The form in which schools and kinds are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Short names, for columns.
    Short,
    /// Full names, for reading aloud and for pages.
    Full,
}

/// Returns the list as a table. If space is short some columns are dropped, but never the id, because
/// commands take it as an argument.
pub fn list(catalog: &Catalog, hits: impl Iterator<Item = Hit>, names: Names) -> Table {
    let mut table = Table::new(
        "Programs",
        vec![
            Column::new("Id").least(38).whole(),
            Column::new("Title").least(18),
            Column::new("School").least(16).goes(1),
            Column::new("Kind").least(4),
            Column::new("Courses").right().least(7).goes(2),
            Column::new("Length").least(9).goes(5),
            Column::new("Work").least(17).goes(3),
            Column::new("Price").least(22),
            Column::new("Credit").least(12).goes(1),
        ],
    );
    table.rows = hits.map(|hit| row(catalog, hit, names)).collect();
    table
}

fn row(catalog: &Catalog, hit: Hit, names: Names) -> Row {
    let program: &Program = &catalog.program_once(hit.program);
    let fact = |key| Phrase::from(&program.cell(key, catalog));
    let (institution, kind) = match names {
        Names::Short => (catalog.institution_shorts(program), program.kind().short()),
        Names::Full => (catalog.institution_names(program), program.kind().name()),
    };
    let cells = vec![
        program.id.as_str().into(),
        Phrase::from(program.title.as_str()).address(program.page().map(ToString::to_string)),
        institution.into(),
        kind.into(),
        fact(FactKey::Courses),
        fact(FactKey::Length),
        fact(FactKey::Effort),
        fact(FactKey::Price),
        fact(FactKey::Credit),
    ];
    Row { cells, target: Some(Target::Program(hit.program)), group: None }
}
