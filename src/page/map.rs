//! The map in words: the selected program and its neighbours, the median of each field, what the map leaves out, and
//! the coordinates of each program.

use crate::catalog::{Catalog, FactKey, ProgramIx};
use crate::map::{Axis, Map, Point, medians};

use super::{Block, Column, Field, Page, PageAction, Part, Phrase, Row, Table, Target};

/// The number of neighbours that are named.
const NEAREST: usize = 3;

/// The heading over the medians of all fields, which a page with a picture leaves out: the picture has them.
pub const MEDIANS: &str = "The middle of each field";

/// Returns the page of the map, around the selected program if there is one.
pub fn map(catalog: &Catalog, map: &Map, selected: Option<ProgramIx>) -> Page {
    let mut page = Page::new(vec![Block::Title(format!("Map: hours of work against {}", map.axis.unit()).into())]);
    if let Some(ix) = selected {
        page.section(Part::Lead, "Selected", standing(catalog, map, ix));
        page.section(Part::Lead, "Nearest", vec![neighbours(catalog, map, ix)]);
        let own = map.median(catalog.program(ix)).map(|median| median.words(map.axis));
        page.section(Part::Lead, "Its field", vec![Block::items(own)]);
    }
    let hint = if map.hidden_estimates > 0 { "adds them, hollow" } else { "" };
    let left_out = vec![Block::items(map.remarks()), Block::Hint(PageAction::ShowEstimates, hint.to_owned())];
    page.section(Part::Rest, "What the map leaves out", left_out);
    let fields = medians(map).into_iter().map(|median| median.words(map.axis));
    page.section(Part::Rest, MEDIANS, vec![Block::items(fields)]);
    page
}

/// The selected program: its kind, the facts that decide, and its place on the map.
fn standing(catalog: &Catalog, map: &Map, ix: ProgramIx) -> Vec<Block> {
    let program = catalog.program(ix);
    let facts = [FactKey::Length, FactKey::Effort, FactKey::Price];
    let place = match map.point(ix) {
        None => no_place(map),
        Some(point) if point.is_range() => "It is drawn at the middle of its range.".to_owned(),
        Some(_) => String::new(),
    };
    vec![
        Block::Text(catalog.title_with_school(ix)),
        Block::Text(program.kind().name().to_owned()),
        Block::fields(facts.map(|key| Some(Field::new(key.label(), &program.cell(key, catalog))))),
        Block::Text(place),
        Block::Text(crowd(map, ix)),
        next_in_place(map, ix),
    ]
}

/// That a program is not on the map, and how to get onto it.
fn no_place(map: &Map) -> String {
    let way = if map.points.is_empty() { "" } else { " An arrow key goes to the first program that has one." };
    format!("It has no place on this map.{way}")
}

/// A hint how to select the other programs at the same place; empty if there are none.
fn next_in_place(map: &Map, ix: ProgramIx) -> Block {
    let words = if map.here(ix).len() > 1 { "goes to the next of them" } else { "" };
    Block::Hint(PageAction::NextInPlace, words.to_owned())
}

/// How many programs share the place; empty if the program is alone there.
fn crowd(map: &Map, ix: ProgramIx) -> String {
    let here = map.here(ix);
    match here.iter().position(|other| *other == ix) {
        Some(place) if here.len() > 1 => format!("{} of {} in this place.", place + 1, here.len()),
        _ => String::new(),
    }
}

fn neighbours(catalog: &Catalog, map: &Map, ix: ProgramIx) -> Block {
    let near = map.nearest(ix, NEAREST).into_iter();
    Block::Items(near.map(|other| (neighbour(catalog, map.axis, other).into(), Some(Target::Program(other)))).collect())
}

fn neighbour(catalog: &Catalog, axis: Axis, ix: ProgramIx) -> String {
    let program = catalog.program(ix);
    let across = match axis {
        Axis::Months => program.cell(FactKey::Length, catalog),
        Axis::Price => program.cell(FactKey::Price, catalog),
    };
    let hours = program.cell(FactKey::Effort, catalog);
    format!("{} ({}): {}, {}", program.title, program.kind().short(), across.text, hours.text)
}

/// Returns the coordinates of each program as a table. Ranges are given in full; a point is drawn
/// at the middle of its range.
pub fn points(catalog: &Catalog, map: &Map) -> Table {
    let columns = vec![
        Column::new("Id").least(30).whole(),
        Column::new("Title").least(16).goes(1),
        Column::new("Kind").least(4),
        Column::new(map.axis.unit()).right().least(6),
        Column::new("Hours").right().least(6),
    ];
    let mut table = Table::new("The place of each program", columns);
    table.rows = map.points.iter().map(|point| row(catalog, point)).collect();
    table
}

fn row(catalog: &Catalog, point: &Point) -> Row {
    let program = catalog.program(point.program);
    let cells: Vec<Phrase> = vec![
        program.id.as_str().into(),
        program.title.as_str().into(),
        program.kind().short().into(),
        point.across.to_string().into(),
        point.hours.to_string().into(),
    ];
    Row { cells, target: Some(Target::Program(point.program)), group: None }
}
