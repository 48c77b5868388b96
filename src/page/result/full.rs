//! What the full page of a result adds: every removal, the origin of the lean, the stability of the first place, the
//! whole ranking, and the weights of the questionnaire.

use crate::advise::{Advice, Explainer, Item, KnockedOut, Questionnaire, Removal};
use crate::catalog::Catalog;
use crate::english::signed;
use crate::page::table::Spoken;
use crate::page::{Block, Column, Page, Part, Phrase, Row, Table, Target};

use super::programs::score_words;
use super::{Advised, reason_columns, reason_row};

/// Every program that was knocked out, with every reason.
pub(super) fn removals(words: &Explainer<'_>, knocked_out: &[KnockedOut]) -> Table {
    let mut columns = vec![Column::new("Program").least(24).whole().head()];
    columns.extend(reason_columns());
    let mut table = Table::new("Every program that is ruled out, with every reason", columns);
    for out in knocked_out {
        let id = || Phrase::from(words.catalog().program(out.program).id.as_str());
        let row = |reason: Removal| Row {
            cells: std::iter::once(id()).chain(reason_row(reason)).collect(),
            target: Some(Target::Program(out.program)),
            group: None,
        };
        table.rows.extend(words.removals(*out).map(row));
    }
    table
}

/// Adds these tables to the page.
pub(super) fn add(advised: Advised<'_>, page: &mut Page) {
    let advice = advised.advice;
    let heading = "The balance of your answers (+ MicroMasters, - Professional Certificate)";
    page.section(Part::Rest, heading, vec![lean(&advised.words(), advice)]);
    page.section(Part::Rest, "How far each weight can go before another program is first", vec![firmness(advice)]);
    page.section(Part::Rest, "The whole ranking", vec![ranking(advised.catalog, advice)]);
    let heading = "The balance, choice by choice (+ MicroMasters, - Professional Certificate)";
    page.section(Part::Sources, heading, leans(advised.adviser.questionnaire()));
    page.section(Part::Sources, "The weights of the questionnaire", vec![weights(advised.adviser.questionnaire())]);
}

fn lean(words: &Explainer<'_>, advice: &Advice) -> Block {
    let columns = vec![
        Column::new("Question").head(),
        Column::new("Answer").least(16).wrapping().spoken(Spoken::Silent),
        Column::new("Balance").right().least(4).spoken(Spoken::Silent),
    ];
    let rows = advice
        .lean_parts
        .iter()
        .map(|part| [part.question.label().to_owned(), words.answer(part.question), signed(part.effect)]);
    let sum = ["sum".to_owned(), String::new(), signed(advice.lean)];
    Block::Table(Table::new("What each answer does to the balance", columns).rows(rows.chain([sum])))
}

fn firmness(advice: &Advice) -> Block {
    let columns = vec![
        Column::new("Criterion").head(),
        Column::new("Weight").right(),
        Column::new("First from").right(),
        Column::new("Up to").right(),
    ];
    let rows = advice.stability.iter().map(|one| {
        let up_to = one.high.map_or_else(|| "no limit".to_owned(), |high| format!("{high:.2}"));
        [one.criterion.label().to_owned(), format!("{:.2}", one.weight), format!("{:.2}", one.low), up_to]
    });
    Block::Table(Table::new("The range of each weight in which the first program stays first", columns).rows(rows))
}

fn ranking(catalog: &Catalog, advice: &Advice) -> Block {
    let columns = vec![
        Column::new("Rank").right().least(4).head(),
        Column::new("Score").right().least(5).spoken(Spoken::As("score".to_owned())),
        Column::new("Program").least(24).whole().spoken(Spoken::Silent),
        Column::new("Title").least(16).goes(1).spoken(Spoken::Silent),
    ];
    let mut table = Table::new("Every ranked program", columns);
    table.rows = advice
        .ranking
        .iter()
        .map(|place| {
            let program = catalog.program(place.program);
            let tie = if place.is_tie { "=" } else { "" };
            let cells = [
                format!("{}{tie}", place.rank),
                score_words(place.score),
                program.id.to_string(),
                program.title.to_string(),
            ];
            let cells = cells.into_iter().map(Phrase::from).collect();
            Row { cells, target: Some(Target::Program(place.program)), group: None }
        })
        .collect();
    Block::Table(table)
}

/// The balance of every choice, with the thresholds of the verdict.
fn leans(asked: &Questionnaire) -> Vec<Block> {
    let columns = vec![
        Column::new("Question").head(),
        Column::new("Answer").least(12).head(),
        Column::new("Balance").right().least(4).spoken(Spoken::Silent),
        Column::new("Meaning").least(24).wrapping().spoken(Spoken::Silent),
    ];
    let rows = asked.lean_questions().flat_map(|item: &Item| {
        item.choices.iter().map(|choice| {
            [item.question.label().to_owned(), choice.value.clone(), signed(choice.lean), choice.label.clone()]
        })
    });
    let verdict = asked.verdict;
    vec![
        Block::Table(Table::new("The balance of every choice", columns).rows(rows)),
        Block::Text(format!(
            "A balance of up to {} either way is a close call, one of {} or more is clear; {} answers are needed.",
            verdict.close, verdict.strong, verdict.least_answers
        )),
    ]
}

fn weights(asked: &Questionnaire) -> Block {
    let columns = vec![Column::new("Criterion").head(), Column::new("Weight").right().spoken(Spoken::Silent)];
    let rows = asked.weights.iter().map(|(criterion, weight)| [criterion.label().to_owned(), format!("{weight:.2}")]);
    Block::Table(Table::new("The weight of every measure", columns).rows(rows))
}
