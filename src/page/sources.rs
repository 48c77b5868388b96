//! The claims about a program with their basis, source, date and grade. The claim that is shown elsewhere comes first,
//! with the reason why it was chosen.

use crate::catalog::{Catalog, Cell, FactKey, Preferred, Program, ProgramIx, SHOWN_RULE};

use super::{Block, Column, Page, Part, Phrase, Row, Spoken, Table, Target, topics};

/// Returns the claims about a program: about the facts in `of`, or about all facts if it is `None`.
pub fn sources(catalog: &Catalog, ix: ProgramIx, of: Option<&[FactKey]>) -> Page {
    let program = catalog.program(ix);
    let title = match of {
        Some([one]) => format!("{}: {}", one.label(), program.title),
        _ => program.title.to_string(),
    };
    let mut page = Page::new(vec![Block::Title(title.into()), claims(catalog, program, of.unwrap_or(&FactKey::ALL))]);
    match of {
        Some(of) => of.iter().for_each(|key| explain(&mut page, catalog, program, *key)),
        None => page.section(Part::Rest, "Where it may count", vec![pathways(catalog, program)]),
    }
    page.section(Part::Rest, "Which claim is shown", vec![Block::Remark(SHOWN_RULE.to_owned())]);
    page
}

/// Says why a claim is the one shown, and what the program's page shows if that was derived from the claim.
fn explain(page: &mut Page, catalog: &Catalog, program: &Program, key: FactKey) {
    let shown = program.cell_in_full(key, catalog);
    let claims = program.claims(key, catalog);
    let mut says: Vec<String> = Preferred::of(&claims).map(|why| why.words().to_owned()).into_iter().collect();
    let is_worked_out = claims.first().is_some_and(|first| first.text != shown.text) && key != FactKey::Topics;
    if is_worked_out {
        says.push(format!("The value shown is worked out from the claims: {}.", shown.text));
    }
    if claims.is_empty() && key.is_expected() {
        says.push("Unknown: nothing is on record.".to_owned());
    }
    page.section(Part::Rest, key.label(), says.into_iter().map(Block::Text).collect());
}

fn pathways(catalog: &Catalog, program: &Program) -> Block {
    Block::items(program.pathways.iter().map(|pathway| {
        let source = catalog.source(pathway.source);
        format!("{}: {} ({})", pathway.institution, source.title, pathway.as_of.text())
    }))
}

fn claims(catalog: &Catalog, program: &Program, of: &[FactKey]) -> Block {
    let mut table = Table::new(
        "Every claim, the one shown first",
        vec![
            Column::new("Fact").wrapping().head(),
            Column::new("Value").least(14).wrapping().spoken(Spoken::Silent),
            Column::new("Basis").least(6).wrapping().spoken(Spoken::Silent),
            Column::new("As of").least(10).wrapping().spoken(Spoken::As("as of".to_owned())),
            Column::new("Grade").least(5).spoken(Spoken::As("grade".to_owned())),
            Column::new("Source").least(18).wrapping().spoken(Spoken::As("source".to_owned())),
        ],
    );
    table.stacks = true;
    for key in of {
        let cells = program.claims(*key, catalog);
        let named = program.topics.claims().iter().map(|claim| topics::words(&claim.value));
        let texts: Vec<String> = match key {
            FactKey::Topics => named.collect(),
            _ => cells.iter().map(|cell| cell.text.clone()).collect(),
        };
        let rows = cells.iter().zip(texts).enumerate();
        table.rows.extend(rows.filter_map(|(place, (cell, text))| claim(catalog, *key, cell, text, place == 0)));
    }
    Block::Table(table)
}

fn claim(catalog: &Catalog, key: FactKey, cell: &Cell<'_>, text: String, is_first: bool) -> Option<Row> {
    let origin = cell.origin?;
    let source = catalog.source(origin.source);
    let note = origin.note.map(|note| format!("; {note}")).unwrap_or_default();
    let cells = vec![
        if is_first { key.label() } else { "" }.into(),
        text.into(),
        origin.basis.words().into(),
        origin.as_of.into(),
        origin.grade.into(),
        Phrase::from(format!("{}{note}", source.title)).address(source.url.as_ref().map(ToString::to_string)),
    ];
    Some(Row { cells, target: Some(Target::Facts(key.alone())), group: None })
}
