//! The claims about a program with their basis, source, date and grade. The claim that is shown elsewhere comes first,
//! with the reason why it was chosen.

use crate::catalog::{Catalog, Cell, FactKey, Preferred, Program, ProgramIx, SHOWN_RULE, SourceIx, date_in_words};

use crate::english::and_list;

use super::program::{Numbers, number_of, source_list};
use super::{Block, Column, Page, Part, Phrase, Row, Spoken, Table, Target, topics};

/// Returns the claims about a program: about the facts in `of`, or about all facts if it is `None`.
pub fn sources(catalog: &Catalog, ix: ProgramIx, of: Option<&[FactKey]>) -> Page {
    let program = catalog.program(ix);
    let title = match of {
        Some(of) => {
            let is_known = |key: &&FactKey| !program.claims(**key, catalog).is_empty();
            let labels: Vec<String> = of.iter().filter(is_known).map(|key| key.label().to_lowercase()).collect();
            match labels.as_slice() {
                [] => program.title.to_string(),
                labels => format!("{}: {}", program.title, and_list(labels)),
            }
        }
        None => program.title.to_string(),
    };
    let of_all = of.unwrap_or(&FactKey::ALL);
    let of_routes = program.pathways.iter().map(|pathway| pathway.source).filter(|_| of.is_none());
    let numbers = numbered(catalog, program, of_all, of_routes);
    let mut page = Page::new(vec![Block::Title(title.into()), claims(catalog, program, of_all, &numbers)]);
    match of {
        Some(of) => explain(&mut page, catalog, program, of),
        None => page.section(Part::Rest, "Where it may count", vec![pathways(program, &numbers)]),
    }
    page.section(Part::Rest, "Which claim is shown", vec![Block::Remark(SHOWN_RULE.to_owned())]);
    page.section(Part::Sources, "Sources", vec![source_list(catalog, &numbers)]);
    page
}

/// Adds what there is to say about each fact; facts of which the same is said share it.
fn explain(page: &mut Page, catalog: &Catalog, program: &Program, of: &[FactKey]) {
    let mut told: Vec<(Vec<&str>, Vec<String>)> = Vec::new();
    for key in of {
        let says = explanation(catalog, program, *key);
        match told.iter_mut().find(|(_, other)| *other == says) {
            Some((labels, _)) => labels.push(key.label()),
            None => told.push((vec![key.label()], says)),
        }
    }
    for (labels, says) in told {
        page.section(Part::Rest, labels.join(", "), says.into_iter().map(Block::Text).collect());
    }
}

/// Says why a claim is the one shown, and what the program's page shows if that was derived from the claim.
fn explanation(catalog: &Catalog, program: &Program, key: FactKey) -> Vec<String> {
    let shown = program.cell_in_full(key, catalog);
    let claims = program.claims(key, catalog);
    let mut says: Vec<String> = Preferred::of(key, &claims).map(|why| why.words().to_owned()).into_iter().collect();
    let is_worked_out = claims.first().is_some_and(|first| first.text != shown.text) && key != FactKey::Topics;
    let aged = program.compared_claim().zip(program.comparable.as_ref()).filter(|_| key == FactKey::Price);
    match aged.and_then(|(claim, figure)| figure.ageing(claim)) {
        Some(ageing) => says.push(ageing),
        None if is_worked_out => says.push(format!("What is shown is worked out from it: {}.", shown.text)),
        None => {}
    }
    if claims.is_empty() && key.is_expected() {
        says.push("Unknown: nothing is on record.".to_owned());
    }
    says
}

fn pathways(program: &Program, numbers: &Numbers) -> Block {
    Block::items(program.pathways.iter().map(|pathway| {
        let number = number_of(numbers, pathway.source);
        format!("{}: source {number} ({})", pathway.institution, pathway.as_of.words())
    }))
}

/// The sources of the claims, numbered in the order in which the claims are listed, so that each is named once, and
/// then further ones.
fn numbered(catalog: &Catalog, program: &Program, of: &[FactKey], further: impl Iterator<Item = SourceIx>) -> Numbers {
    let cells = of.iter().flat_map(|key| program.claims(*key, catalog));
    let cited = cells.filter_map(|cell| Some(cell.origin?.source));
    let mut numbers = Numbers::new();
    for source in cited.chain(further) {
        let next = numbers.len() + 1;
        numbers.entry(source).or_insert(next);
    }
    numbers
}

fn claims(catalog: &Catalog, program: &Program, of: &[FactKey], numbers: &Numbers) -> Block {
    let mut table = Table::new(
        "Every claim, the one shown first",
        vec![
            Column::new("Fact").wrapping().head(),
            Column::new("Value").least(14).wrapping().spoken(Spoken::Silent),
            Column::new("Basis").least(6).wrapping().spoken(Spoken::Silent),
            Column::new("As of").least(10).wrapping().spoken(Spoken::As("as of".to_owned())),
            Column::new("Grade").least(5).spoken(Spoken::As("grade".to_owned())),
            Column::new("Source").right().spoken(Spoken::As("source".to_owned())),
            // Long notes would make a narrow column tall.
            Column::new("Note").least(30).wrapping_or_below().goes(1).spoken(Spoken::Silent),
        ],
    );
    for key in of {
        let cells = program.claims(*key, catalog);
        let named = program.topics.claims().iter().map(|claim| topics::words(&claim.value));
        let texts: Vec<String> = match key {
            FactKey::Topics => named.collect(),
            _ => cells.iter().map(|cell| cell.text.clone()).collect(),
        };
        let rows = cells.iter().zip(texts).enumerate();
        table.rows.extend(rows.filter_map(|(place, (cell, text))| claim(*key, cell, text, place == 0, numbers)));
    }
    Block::Table(table)
}

fn claim(key: FactKey, cell: &Cell<'_>, text: String, is_first: bool, numbers: &Numbers) -> Option<Row> {
    let origin = cell.origin?;
    let address = (key == FactKey::Url).then(|| text.clone());
    let cells = vec![
        if is_first { key.label() } else { "" }.into(),
        Phrase::from(text).address(address),
        origin.basis.words().into(),
        date_in_words(origin.as_of).into(),
        origin.grade.letter().into(),
        number_of(numbers, origin.source).into(),
        origin.note.unwrap_or_default().into(),
    ];
    Some(Row { cells, target: Some(Target::Facts(key.alone())), group: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_several_facts_is_said_once() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let of = [FactKey::Length, FactKey::Effort, FactKey::Workload, FactKey::Pacing];
        for ix in catalog.all() {
            let page = sources(&catalog, ix, Some(&of));
            let said: Vec<&Vec<Block>> = page.sections.iter().map(|section| &section.blocks).collect();
            let is_again = |place: usize| said[..place].contains(&said[place]);
            assert!(!(0..said.len()).any(is_again), "{}: {said:?}", catalog.program(ix).id);
        }
    }
}
