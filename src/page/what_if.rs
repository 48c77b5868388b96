//! The page of a what-if: the verdicts before and after a change of answers, and the programs that move.

use crate::advise::{Advice, Adviser, Move, Outcome, WhatIf};
use crate::catalog::Catalog;

use super::{Block, Column, Page, Part, Phrase, Row, Spoken, Table, Target};

/// Only moves from or to one of the first places are listed, down to this rank.
const MAX_MOVES: usize = 10;

/// Returns the page of a what-if.
pub fn what_if(adviser: &Adviser, catalog: &Catalog, what: &WhatIf) -> Page {
    let (before, after) = (&what.before, &what.after);
    let headline = |advice: &Advice| adviser.explainer(catalog, &advice.asked).headline(advice);
    let (was, is) = (headline(before), headline(after));
    let change = if was == is { "Before: the same verdict.".to_owned() } else { format!("Before: {was}") };
    let mut lead = vec![Block::Title(is.into()), Block::Text(change)];
    lead.push(Block::Table(counts(catalog, before, after)));
    let mut page = Page::new(lead);
    page.section(Part::Lead, "What moves", moved(catalog, what));
    page
}

fn counts(catalog: &Catalog, before: &Advice, after: &Advice) -> Table {
    let columns = vec![
        Column::new("").least(14).head(),
        Column::new("Before").least(12).wrapping().spoken(Spoken::As("before".to_owned())),
        Column::new("After").least(12).wrapping().spoken(Spoken::As("after".to_owned())),
    ];
    let row = |label: &str, value: &dyn Fn(&Advice) -> String| [label.to_owned(), value(before), value(after)];
    let first = |advice: &Advice| advice.top().map_or_else(|| "none".to_owned(), |ix| catalog.title_with_school(ix));
    Table::new("The result before and after", columns).rows([
        row("Outcome", &|advice| outcome_name(advice.outcome).to_owned()),
        row("Balance", &|advice| lean_in_words(advice.lean)),
        row("Still possible", &|advice| advice.remaining.to_string()),
        row("First", &first),
    ])
}

/// How far the answers speak for one of the kinds.
fn lean_in_words(lean: i32) -> String {
    match lean {
        0 => "even".to_owned(),
        1.. => format!("{lean} toward MicroMasters"),
        _ => format!("{} toward Professional Certificate", lean.unsigned_abs()),
    }
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
