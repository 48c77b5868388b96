//! The reasons for a recommended program, and the programs and topics that are offered where none is recommended.

use crate::advise::{Advice, Contribution, Explainer, Interval, Ranked, Score, Short};
use crate::catalog::{Basis, ProgramIx};
use crate::chart;
use crate::page::result::Advised;
use crate::page::table::Spoken;
use crate::page::{Block, Column, Field, Mark, Phrase, Row, Table, Target};

/// The greatest number of drawbacks listed on the short page.
const MAX_CONS: usize = 2;
/// Width of the bar of the criterion with the greatest weight, in columns; the others are in proportion.
const CRITERION_COLS: f64 = 10.0;

/// The topics near a field that no program is about, numbered, each with its number of programs.
pub(super) fn near_topics(words: &Explainer<'_>, advice: &Advice) -> Block {
    let columns = vec![
        Column::new("").least(2).right().head(),
        Column::new("Topic").least(16).spoken(Spoken::Silent),
        Column::new("Programs").right().least(8).spoken(Spoken::As("programs".to_owned())),
    ];
    let mut table = Table::new("The nearest topics", columns);
    table.rows = (1..)
        .zip(advice.nearest_topics())
        .map(|(number, (topic, count))| Row {
            cells: [number.to_string(), words.topic(topic).to_owned(), count.to_string()].map(Phrase::from).into(),
            target: Some(Target::Topic(topic)),
            group: None,
        })
        .collect();
    Block::Table(table)
}

/// The programs on the wanted subject, for when too little is answered to rank them.
pub(super) fn on_subject(advised: Advised<'_>) -> Block {
    let columns = vec![
        Column::new("Program").least(26).wrapping().head(),
        Column::new("Kind").least(8).wrapping().spoken(Spoken::Silent),
    ];
    let mut table = Table::new("The programs on the subject, by title", columns);
    let row = |ix: &ProgramIx| {
        let kind = advised.catalog.program(*ix).kind().name();
        Row { cells: vec![advised.title(*ix).into(), kind.into()], target: Some(Target::Program(*ix)), group: None }
    };
    table.rows = advised.advice.on_subject.iter().map(row).collect();
    Block::Table(table)
}

/// The programs on the wanted subject, none of which passes the limits, each with the facts that keep it out. Facts that
/// most of them share are said once, below, and the programs with facts of their own come first.
pub(super) fn outside_limits(advised: Advised<'_>) -> Vec<Block> {
    let (advice, words) = (advised.advice, advised.words());
    let facts = |ix: &ProgramIx| {
        let out = advice.knocked_out.iter().find(|out| out.program == *ix);
        out.into_iter().flat_map(|out| words.removals(*out)).map(|out| out.fact).collect::<Vec<_>>().join("; ")
    };
    let all: Vec<String> = advice.on_subject.iter().map(facts).collect();
    let shared = shared_by_most(&all);
    let is_of_all = all.iter().all(|facts| Some(facts) == shared);
    let mut columns = vec![
        Column::new("Program").least(24).wrapping().head(),
        Column::new("Kind").least(8).wrapping().goes(1).spoken(Spoken::Silent),
    ];
    if !is_of_all {
        columns.push(Column::new("Why not").least(24).wrapping().spoken(Spoken::As("why not".to_owned())));
    }
    let mut table = Table::new("The programs on the subject, outside the limits", columns);
    let row = |(ix, facts): (&ProgramIx, &String)| {
        let kind = words.catalog().program(*ix).kind().name().to_owned();
        let own = if Some(facts) == shared { String::new() } else { facts.clone() };
        let cells = [advised.title(*ix), kind].into_iter().chain((!is_of_all).then_some(own));
        Row { cells: cells.map(Phrase::from).collect(), target: Some(Target::Program(*ix)), group: None }
    };
    // In the order in which the cursor goes through them.
    table.rows = advice.on_subject.iter().zip(&all).map(row).collect();
    let whose = if is_of_all { "All of them" } else { "The others" };
    let shared = shared.map(|facts| Block::Text(format!("{whose}: {facts}.")));
    std::iter::once(Block::Table(table)).chain(shared).collect()
}

/// Returns the text that most have in common, the first of equally frequent ones; `None` if all differ.
fn shared_by_most(texts: &[String]) -> Option<&String> {
    let count = |text: &String| texts.iter().filter(|other| *other == text).count();
    let most = texts.iter().rev().max_by_key(|text| count(text))?;
    (count(most) > 1).then_some(most)
}

/// The mark of a criterion's fact; no mark if the fact is on record.
fn mark_of(part: &Contribution) -> Mark {
    match part.basis {
        None => Mark::Unknown,
        Some(basis) if basis.is_on_record() => Mark::None,
        Some(basis) => Mark::Of(basis),
    }
}

/// The reasons for the selected program, its catches, the program it could change places with, and the answers that
/// would change the result.
pub(super) fn in_short(short: &Short) -> Vec<Block> {
    // The label says for which programs it is true.
    let all = if short.programs.len() == 2 { "Both".to_owned() } else { format!("All {}", short.programs.len()) };
    vec![Block::fields([
        Field::sentences("For", short.pros.clone()),
        Field::sentences("Needs", short.needs.clone()),
        Field::sentences("Credit", short.credit.clone()),
        Field::sentences("Catch", short.catches.clone()),
        Field::sentences(all, short.holds_for_all.clone()),
        Field::sentences("Swaps", short.swaps.iter().cloned().collect()),
        Field::sentences("First", short.first_step.iter().cloned().collect()),
        Field::sentences("If", short.changes.clone()),
    ])]
}

/// Everything for and against a program, and what its score is made of.
pub(super) fn in_full(words: &Explainer<'_>, ranked: &Ranked, at: usize) -> Vec<Block> {
    vec![
        Block::fields([
            Field::sentences("For", words.pros(ranked)),
            Field::sentences("Against", words.cons(ranked)),
            Field::sentences("Catch", words.warnings(ranked, at)),
            Field::of("Depends on", words.depends_on(ranked).into_iter().map(Phrase::from).collect()),
            Field::of("Points", all_points(ranked)),
        ]),
        Block::Table(criteria(words, ranked)),
    ]
}

/// What the score of a program is made of, and the criteria on which it does poorly.
pub(super) fn made_of(words: &Explainer<'_>, ranked: &Ranked) -> Block {
    let mut cons = words.cons(ranked);
    cons.truncate(MAX_CONS);
    Block::fields([Field::of("Points", all_points(ranked)), Field::sentences("Against", cons)])
}

fn all_points(ranked: &Ranked) -> Vec<Phrase> {
    ranked.contributions.iter().map(|part| points(part, &ranked.contributions)).collect()
}

/// The points of one criterion. The length of the bar is its weight, and the full part is how far the program meets it.
fn points(part: &Contribution, all: &[Contribution]) -> Phrase {
    let greatest = all.iter().map(|part| part.weight).fold(f64::EPSILON, f64::max);
    let cols = ((part.weight / greatest * CRITERION_COLS).round() as usize).max(1);
    let unknown = if mark_of(part) == Mark::Unknown { ", unknown" } else { "" };
    let text = format!("{} +{}{unknown}", part.criterion.label(), part.points);
    Phrase::marked(text, mark_of(part)).drawn(chart::range(part.value.low, part.value.mid, part.value.high, cols))
}

fn criteria(words: &Explainer<'_>, ranked: &Ranked) -> Table {
    let columns = vec![
        Column::new("Criterion").least(9).head(),
        Column::new("Points").right().least(6),
        Column::new("Weight").right().least(6),
        Column::new("Value").right().least(9),
        Column::new("Basis").goes(1),
        Column::new("Because").least(24).wrapping(),
    ];
    let rows = ranked.contributions.iter().map(|part| {
        [
            part.criterion.label().to_owned(),
            part.points.to_string(),
            format!("{:.2}", part.weight),
            interval(part.value),
            Basis::words_of(part.basis).to_owned(),
            words.contribution(ranked.program, part),
        ]
    });
    Table::new("What the score is made of", columns).rows(rows)
}

fn interval(value: Interval) -> String {
    if value.is_exact() { format!("{:.2}", value.mid) } else { format!("{:.2}–{:.2}", value.low, value.high) }
}

/// A score in hundredths, with its bounds if it is a range.
pub(super) fn score_words(score: Score) -> String {
    if score.low == score.high {
        score.mid.to_string()
    } else {
        format!("{} ({}–{})", score.mid, score.low, score.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advise::Criterion;

    fn part(weight: f64, value: Interval, basis: Option<Basis>) -> Contribution {
        let points = (weight * value.mid * 100.0).round() as u32;
        Contribution { criterion: Criterion::ALL[0], points, weight, value, basis }
    }

    #[test]
    fn a_bar_is_as_long_as_its_weight_and_full_as_far_as_the_value() {
        let parts = [
            part(0.4, Interval::exactly(0.5), Some(Basis::Stated)),
            part(0.2, Interval::exactly(1.0), Some(Basis::Stated)),
            part(0.2, Interval::UNKNOWN, None),
        ];
        let bars: Vec<String> =
            parts.iter().map(|part| points(part, &parts).drawing.map(|bar| bar.text()).unwrap_or_default()).collect();
        assert_eq!(bars, ["█████░░░░░", "█████", "▓▓▓▒▒"], "unknown is not drawn as nothing");
    }
}
