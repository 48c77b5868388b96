//! The page of a what-if: the verdicts before and after a change of answers, and the programs that move.

use crate::advise::{Advice, Adviser, Move, Outcome, ShortProgram, WhatIf};
use crate::catalog::Catalog;
use crate::english::counted;

use super::{Block, Column, Mark, Page, Part, Phrase, Row, Spoken, Table, Target};

/// Only moves from or to one of the first places are listed, down to this rank.
const MAX_MOVES: usize = 10;

/// Returns the page of a what-if.
pub fn what_if(adviser: &Adviser, catalog: &Catalog, what: &WhatIf) -> Page {
    let (before, after) = (&what.before, &what.after);
    let headline = |advice: &Advice| adviser.explainer(catalog, &advice.asked).headline(advice);
    let (was, is) = (headline(before), headline(after));
    let is_the_same = was == is;
    let title = if is_the_same { "The verdict stays the same.".to_owned() } else { is };
    let before_it = if is_the_same { String::new() } else { format!("Before: {was}") };
    let lead = vec![
        Block::Title(title.into()),
        Block::Table(leading(adviser, catalog, "Then", after)),
        Block::Text(before_it),
        Block::Table(leading(adviser, catalog, "Before", before)),
        Block::Text(possible(before, after)),
    ];
    let mut page = Page::new(lead);
    page.section(Part::Lead, "What moves", moved(catalog, what));
    page
}

/// Returns the page of a what-if in which no answer is changed yet: the result as it is.
pub fn what_if_unchanged(adviser: &Adviser, catalog: &Catalog, advice: &Advice) -> Page {
    let nothing = Block::Title("Nothing is changed yet.".into());
    Page::new(vec![nothing, Block::Table(leading(adviser, catalog, "Now", advice))])
}

/// The recommended programs of a result under a heading, with what they take and cost.
fn leading(adviser: &Adviser, catalog: &Catalog, heading: &str, advice: &Advice) -> Table {
    let columns = vec![
        Column::new("").right().least(2).head(),
        Column::new(heading).least(20).wrapping().spoken(Spoken::Silent),
        Column::new("Time").least(13).wrapping().spoken(Spoken::As("time".to_owned())),
        Column::new("Price").right().least(8).wrapping().spoken(Spoken::As("price".to_owned())),
    ];
    let mut table = Table::new(format!("The recommended programs: {}", heading.to_lowercase()), columns);
    let short = adviser.explainer(catalog, &advice.asked).short(advice, 0);
    table.rows = short.programs.iter().map(leader).collect();
    if table.rows.is_empty() {
        table.push(["", outcome_name(advice.outcome), "", ""]);
    }
    table
}

fn leader(one: &ShortProgram) -> Row {
    let cells = vec![one.place.as_str().into(), one.name.as_str().into(), one.time.as_str().into(), price(one)];
    Row { cells, target: Some(Target::Program(one.program)), group: None }
}

fn price(one: &ShortProgram) -> Phrase {
    Phrase::marked(one.price.as_str(), one.price_basis.map_or(Mark::Unknown, Mark::Of))
}

/// How many programs the limits leave.
fn possible(before: &Advice, after: &Advice) -> String {
    let was = if before.remaining == after.remaining {
        "as before".to_owned()
    } else {
        format!("before: {}", before.remaining)
    };
    format!("{} still possible ({was}).", counted(after.remaining, "program"))
}

/// The outcome as a cell of the table.
pub fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::ProfessionalCertificate => "Professional Certificate",
        Outcome::MicroMasters => "MicroMasters",
        Outcome::Close => "close call",
        Outcome::Other => "another kind",
        Outcome::None => "no program fits",
        Outcome::NoMatch => "none on this subject",
        Outcome::NotEnough => "too few answers",
    }
}

fn moved(catalog: &Catalog, what: &WhatIf) -> Vec<Block> {
    let is_near_the_top = |one: &&Move| one.from.into_iter().chain(one.to).any(|rank| rank <= MAX_MOVES);
    let told: Vec<&Move> = what.moves.iter().filter(is_near_the_top).take(MAX_MOVES).collect();
    let columns = vec![
        Column::new("Program").least(20).wrapping().head(),
        Column::new("School").least(10).goes(1).spoken(Spoken::Silent),
        Column::new("Move").least(4).spoken(Spoken::Silent),
        Column::new("Before").right().spoken(Spoken::As("place before".to_owned())),
        Column::new("After").right().spoken(Spoken::As("place after".to_owned())),
    ];
    let mut table = Table::new("How the places of programs change", columns);
    table.rows = told.iter().map(|one| row(catalog, one)).collect();
    if told.is_empty() {
        return vec![Block::Text("No program near the top moves.".to_owned())];
    }
    let more = what.moves.len() - told.len();
    let more = match more {
        0 => String::new(),
        1 => "One more program moves, below these.".to_owned(),
        more => format!("{more} more programs move, below these."),
    };
    vec![Block::Table(table), Block::Remark(more)]
}

fn row(catalog: &Catalog, one: &Move) -> Row {
    let rank = |rank: Option<usize>| rank.map_or_else(|| "out".to_owned(), |rank| rank.to_string());
    let way = match (one.from, one.to) {
        (None, Some(_)) => "in",
        (Some(_), None) => "out",
        (from, to) if to < from => "up",
        _ => "down",
    };
    let program = catalog.program(one.program);
    let school = catalog.institution_shorts(program);
    let cells = [program.title.to_string(), school, way.to_owned(), rank(one.from), rank(one.to)];
    let cells = cells.into_iter().map(Phrase::from).collect();
    Row { cells, target: Some(Target::Program(one.program)), group: None }
}
