//! A list of programs as a table, and the columns that name a program in any other list.

use crate::catalog::{Brief, Catalog, FactKey, Program, ProgramIx};
use crate::search::{Hit, Sort};

use super::{Column, Mark, Phrase, Row, Table, Target};

/// The form in which schools, kinds and facts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Short, for columns.
    Short,
    /// In full, for reading aloud and for pages.
    Full,
}

/// Returns the list as a table, with the columns of the explorer's list first. If space is short, the other columns are
/// dropped, but never the one that the list is ordered by. The id, which commands take as an argument, comes last; if
/// there is no room for its column, it is printed under the row.
pub fn list(catalog: &Catalog, hits: impl Iterator<Item = Hit>, names: Names, sort: Sort) -> Table {
    let unless_ordered_by = |subject: Sort, goes: u8| if sort.ascending() == subject { 0 } else { goes };
    let mut table = Table::new(
        "Programs",
        vec![
            Column::new("Title").least(36),
            Column::new("School").least(10).goes(unless_ordered_by(Sort::Institution, 7)),
            Column::new("Kind").least(4).goes(6),
            Column::new("Courses").right().least(7).goes(unless_ordered_by(Sort::Courses, 2)),
            Column::new("Work").right().least(11).goes(unless_ordered_by(Sort::Effort, 3)),
            Column::new("Length").right().least(6).goes(unless_ordered_by(Sort::Length, 5)),
            Column::new("Price").right().least(12),
            Column::new("Credit").least(12).goes(1),
            Column::new("Id").least(38).whole().goes(4),
        ],
    );
    table.rows = hits.map(|hit| row(catalog, hit, names)).collect();
    table
}

/// Returns programs by name as a table, one per row.
pub fn by_name(catalog: &Catalog, title: &str, programs: &[ProgramIx]) -> Table {
    let mut table = Table::new(title, name_columns());
    table.rows = programs.iter().map(|ix| Row { cells: name_cells(catalog, *ix), ..Row::default() }).collect();
    table
}

/// Returns the columns that name a program where something else is said about it: in the shortlist, among similar
/// programs. The year of the last list that had it is given only for programs that are no longer listed.
pub fn name_columns() -> Vec<Column> {
    vec![
        Column::new("Program").least(28).wrapping(),
        Column::new("School").least(10).goes(4),
        Column::new("Kind").least(4).goes(3),
        Column::new("Length").right().least(6).goes(2),
        Column::new("Price").right().least(12),
        Column::new("Last seen").least(9).goes(1),
    ]
}

/// Returns the cells of these columns.
pub fn name_cells(catalog: &Catalog, ix: ProgramIx) -> Vec<Phrase> {
    let program = catalog.program(ix);
    vec![
        Phrase::from(program.title.as_str()).address(program.page().map(ToString::to_string)),
        catalog.institution_shorts(program).into(),
        program.kind().short().into(),
        in_short(&program.brief_length()),
        in_short(&program.brief_price()),
        program.last_seen_year().unwrap_or_default().into(),
    ]
}

fn row(catalog: &Catalog, hit: Hit, names: Names) -> Row {
    let program: &Program = &catalog.program_once(hit.program);
    let [courses, work, length, price] = facts(catalog, program, names);
    let (school, kind) = match names {
        Names::Short => (catalog.institution_shorts(program), program.kind().short()),
        Names::Full => (catalog.institution_names(program), program.kind().name()),
    };
    let cells = vec![
        Phrase::from(program.title.as_str()).address(program.page().map(ToString::to_string)),
        school.into(),
        kind.into(),
        courses,
        work,
        length,
        price,
        Phrase::from(&program.cell(FactKey::Credit, catalog)),
        program.id.as_str().into(),
    ];
    Row { cells, target: Some(Target::Program(hit.program)), group: None }
}

/// The courses, the work, the length and the price.
fn facts(catalog: &Catalog, program: &Program, names: Names) -> [Phrase; 4] {
    let in_full = |key| Phrase::from(&program.cell(key, catalog));
    match names {
        Names::Full => [FactKey::Courses, FactKey::Effort, FactKey::Length, FactKey::Price].map(in_full),
        Names::Short => {
            let brief = [program.brief_courses(), program.brief_work(), program.brief_length(), program.brief_price()];
            brief.each_ref().map(in_short)
        }
    }
}

fn in_short(fact: &Brief) -> Phrase {
    match (fact.text(), fact.basis()) {
        (Some(text), Some(basis)) => Phrase::marked(text, Mark::Of(basis)),
        _ => Phrase::unknown(),
    }
}
