//! Every claim about a program with its basis, source, date and grade; the one shown elsewhere first.

use crate::catalog::{Catalog, Cell, FactKey, Program, ProgramIx, SHOWN_RULE};

use super::{Block, Column, Page, Part, Phrase, Row, Spoken, Table, Target};

/// The claims about a program: of every fact, or of one.
pub fn sources(catalog: &Catalog, ix: ProgramIx, of: Option<FactKey>) -> Page {
    let program = catalog.program(ix);
    let what = of.map_or_else(|| "the facts".to_owned(), |key| format!("\u{201c}{}\u{201d}", key.label()));
    let mut page = Page::new(vec![
        Block::Title(format!("Where {what} of {} come from", program.title).into()),
        Block::Remark(SHOWN_RULE.to_owned()),
        claims(catalog, program, of),
    ]);
    if of.is_none() {
        let pathways = program.pathways.iter().map(|pathway| {
            let source = catalog.source(pathway.source);
            format!("{}: {} ({})", pathway.institution, source.title, pathway.as_of.text())
        });
        page.section(Part::Rest, "Pathways", vec![Block::items(pathways)]);
    }
    page
}

fn claims(catalog: &Catalog, program: &Program, of: Option<FactKey>) -> Block {
    let mut table = Table::new(
        "Every claim, the one shown first",
        vec![
            Column::new("Fact").head(),
            Column::new("Value").least(18).wrapping().spoken(Spoken::Silent),
            Column::new("Basis").least(6).spoken(Spoken::Silent),
            Column::new("As of").least(7).wrapping().spoken(Spoken::As("as of".to_owned())),
            Column::new("Grade").least(5).spoken(Spoken::As("grade".to_owned())),
            Column::new("Source").least(18).wrapping().spoken(Spoken::As("source".to_owned())),
        ],
    );
    for key in FactKey::ALL.into_iter().filter(|key| of.is_none_or(|of| of == *key)) {
        table.rows.extend(program.claims(key, catalog).iter().filter_map(|cell| claim(catalog, key, cell)));
    }
    Block::Table(table)
}

fn claim(catalog: &Catalog, key: FactKey, cell: &Cell<'_>) -> Option<Row> {
    let origin = cell.origin?;
    let source = catalog.source(origin.source);
    let note = origin.note.map(|note| format!("; {note}")).unwrap_or_default();
    let cells = vec![
        key.label().into(),
        cell.text.as_str().into(),
        origin.basis.slug().into(),
        origin.as_of.into(),
        origin.grade.into(),
        Phrase::from(format!("{}{note}", source.title)).address(source.url.as_ref().map(ToString::to_string)),
    ];
    Some(Row { cells, target: Some(Target::Fact(key)), group: None })
}
