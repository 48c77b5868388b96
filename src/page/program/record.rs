//! The record of a program beyond the facts that decide: the other facts, where it may count, and the numbered sources.

use std::collections::BTreeMap;

use crate::catalog::{
    Catalog, Cell, Counts, FactKey, Origin, Pathway, PathwayStatus, Program, SourceIx, date_in_words,
};
use crate::page::table::Spoken;
use crate::page::{Block, Column, Phrase, Row, Table, Target};
use crate::plan::beyond_admission;

use super::DECIDING;

/// The number of each source on the page.
pub(in crate::page) type Numbers = BTreeMap<SourceIx, usize>;

/// Every fact that the page has not mentioned yet.
pub(super) fn other_facts(catalog: &Catalog, program: &Program, numbers: &Numbers) -> Block {
    let is_told = |key: &FactKey| DECIDING.contains(key) || *key == FactKey::Topics;
    let others = FactKey::ALL.into_iter().filter(|key| !is_told(key));
    Block::Table(facts("Every other fact, with date and source", catalog, program, numbers, others))
}

/// The known facts of the first lines in full, with their sources.
pub(super) fn deciding_facts(catalog: &Catalog, program: &Program, numbers: &Numbers) -> Block {
    let known = DECIDING.into_iter().filter(|key| program.cell(*key, catalog).is_known());
    let mut table = facts("The facts that decide, with date and source", catalog, program, numbers, known);
    table.rows.iter_mut().for_each(|row| row.target = None);
    Block::Table(table)
}

/// A table of facts with their dates, the numbers of their sources and the number of claims.
fn facts(
    caption: &str,
    catalog: &Catalog,
    program: &Program,
    numbers: &Numbers,
    keys: impl Iterator<Item = FactKey>,
) -> Table {
    let mut table = Table::new(
        caption,
        vec![
            Column::new("Fact").least(16).wrapping().head(),
            Column::new("Value").least(21).wrapping().spoken(Spoken::Silent),
            Column::new("As of").least(16).wrapping().goes(2).spoken(Spoken::As("as of".to_owned())),
            Column::new("Source").right().goes(3).spoken(Spoken::As("source".to_owned())),
            Column::new("Claims").right().goes(1).spoken(Spoken::As("claims".to_owned())),
        ],
    );
    for key in keys {
        let cell = program.cell_in_full(key, catalog);
        if cell.is_known() || key.is_expected() {
            table.rows.push(fact_row(numbers, key, &cell));
        }
    }
    table
}

fn fact_row(numbers: &Numbers, key: FactKey, cell: &Cell<'_>) -> Row {
    let address = (key == FactKey::Url && cell.is_known()).then(|| cell.text.clone());
    let origin = |text: &dyn Fn(Origin<'_>) -> String| cell.origin.map_or_else(String::new, text);
    let cells = vec![
        key.label().into(),
        Phrase::from(cell).address(address),
        origin(&|origin| date_in_words(origin.as_of)).into(),
        origin(&|origin| number_of(numbers, origin.source)).into(),
        if cell.others > 0 { (cell.others + 1).to_string() } else { String::new() }.into(),
    ];
    Row { cells, target: Some(Target::Facts(key.alone())), group: None }
}

/// The pathways: where the program is accepted, for what and on which condition, with a line for each degree; then the
/// schools of which only the name is on record.
pub(super) fn pathways(program: &Program, numbers: &Numbers) -> Vec<Block> {
    let mut table = Table::new(
        "Where the program may count toward a degree, if admitted",
        vec![
            Column::new("School").least(14).wrapping().head(),
            Column::new("For what").least(24).wrapping().spoken(Spoken::Silent),
            Column::new("As of").least(10).wrapping().spoken(Spoken::As("as of".to_owned())),
            Column::new("Source").right().spoken(Spoken::As("source".to_owned())),
        ],
    );
    let (told, bare): (Vec<&Pathway>, Vec<&Pathway>) = program.pathways.iter().partition(|one| has_details(one));
    for pathway in &told {
        table.push([
            Phrase::from(pathway.institution.as_str()),
            for_what(pathway).into(),
            pathway.as_of.words().into(),
            number_of(numbers, pathway.source).into(),
        ]);
    }
    let is_untold = |one: &&&Pathway| told.iter().all(|told| told.institution != one.institution);
    let schools = bare.iter().filter(is_untold).map(|one| {
        let source = number_of(numbers, one.source);
        format!("{} ({}, source {source})", one.institution, one.as_of.words())
    });
    let schools: Vec<String> = schools.collect();
    let also = if schools.is_empty() {
        String::new()
    } else {
        format!("Also named, without details: {}.", schools.join("; "))
    };
    vec![Block::Table(table), Block::Text(also)]
}

/// Whether more is on record than the name of the school.
fn has_details(pathway: &Pathway) -> bool {
    let condition = beyond_admission(pathway.condition.as_deref());
    pathway.program.is_some()
        || pathway.amount.is_some()
        || condition.is_some()
        || pathway.counts == Counts::Nothing
        || pathway.status == PathwayStatus::Retired
}

/// What a program counts for at a school, in one line: the degree, how much of it, and the condition.
fn for_what(pathway: &Pathway) -> String {
    let degree = pathway.program.as_deref().unwrap_or("a degree that is not named");
    let amount = pathway.amount.as_ref().map(|amount| format!(": {amount}")).unwrap_or_default();
    let condition = beyond_admission(pathway.condition.as_deref()).map(|text| format!("; condition: {text}"));
    let counts = match pathway.counts {
        Counts::Credit => "",
        Counts::Admission => "supports an application to ",
        Counts::Nothing => "does not count toward ",
    };
    let retired =
        if pathway.status == PathwayStatus::Retired { "; retired: no request may be accepted now" } else { "" };
    format!("{counts}{degree}{amount}{}{retired}", condition.unwrap_or_default())
}

/// The sources of the claims about a program.
pub(in crate::page) fn source_list(catalog: &Catalog, numbers: &Numbers) -> Block {
    let mut table = Table::new(
        "The sources by number",
        vec![
            Column::new("No.").right().least(3).head(),
            Column::new("As of").least(16).wrapping().goes(1),
            Column::new("Source").least(24).wrapping().spoken(Spoken::Silent),
            Column::new("Address").least(34).whole().goes(2).spoken(Spoken::Silent),
        ],
    );
    let mut in_order: Vec<(&SourceIx, &usize)> = numbers.iter().collect();
    in_order.sort_by_key(|(_, number)| **number);
    for (ix, number) in in_order {
        let source = catalog.source(*ix);
        let address = source.url.as_ref().map(ToString::to_string);
        table.push([
            Phrase::from(number.to_string()),
            source.as_of.words().into(),
            source.title.as_str().into(),
            Phrase::from(address.clone().unwrap_or_default()).address(address),
        ]);
    }
    Block::Table(table)
}

/// The number of a source, as text.
pub(in crate::page) fn number_of(numbers: &Numbers, source: SourceIx) -> String {
    numbers.get(&source).map(ToString::to_string).unwrap_or_default()
}
