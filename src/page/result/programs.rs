//! The recommended programs in one table, and the reasons of one of them.

use crate::advise::{Advice, Contribution, Explainer, Interval, Ranked, Score};
use crate::catalog::{Basis, Catalog, FactKey};
use crate::chart;
use crate::page::table::Spoken;
use crate::page::{Block, Column, Field, Mark, Phrase, Row, Table, Target};

use super::Depth;

/// The most that is said against a program in short.
const MAX_CONS: usize = 2;
/// Columns of the bar of a score.
const FIT_COLS: usize = 11;
/// Columns of the bar of the criterion with the greatest weight.
const CRITERION_COLS: f64 = 10.0;

/// The programs, a row each.
pub(super) fn table(catalog: &Catalog, advice: &Advice) -> Block {
    let mut table = Table::new(
        "The recommended programs",
        vec![
            Column::new("").least(2).right().head(),
            Column::new("Program").least(30).wrapping().spoken(Spoken::Silent),
            Column::new("Fit").least(10).spoken(Spoken::As("fit".to_owned())),
            Column::new("Length").least(8).wrapping().goes(3).spoken(Spoken::As("length".to_owned())),
            Column::new("Price").least(10).wrapping().spoken(Spoken::As("price".to_owned())),
            Column::new("Guessed").least(7).goes(2).spoken(Spoken::As("guessed".to_owned())),
        ],
    );
    table.rows = advice.programs.iter().map(|ranked| row(catalog, ranked)).collect();
    Block::Table(table)
}

fn row(catalog: &Catalog, ranked: &Ranked) -> Row {
    let program = catalog.program(ranked.program);
    let fact = |key| Phrase::from(&program.cell(key, catalog));
    let tie = if ranked.is_tie { "=" } else { "" };
    let cells = vec![
        Phrase::from(format!("{}{tie}", ranked.rank)),
        format!("{} · {}", program.title, catalog.institution_shorts(program)).into(),
        Phrase::from(score_words(ranked.score)).drawn(score_bar(ranked.score)),
        fact(FactKey::Length),
        fact(FactKey::Price),
        guessed(&ranked.contributions),
    ];
    Row { cells, target: Some(Target::Program(ranked.program)), group: None }
}

/// Of how many criteria the fact is not on record.
fn guessed(contributions: &[Contribution]) -> Phrase {
    let count = contributions.iter().filter(|part| mark_of(part) != Mark::None).count();
    format!("{count} of {}", contributions.len()).into()
}

/// What a criterion's fact rests on, where it is not simply on record.
fn mark_of(part: &Contribution) -> Mark {
    match part.basis {
        None => Mark::Unknown,
        Some(basis) if basis.is_on_record() => Mark::None,
        Some(basis) => Mark::Of(basis),
    }
}

/// What speaks for a program and against it, what to look out for, and what the score is made of.
pub(super) fn reasons(words: &Explainer<'_>, advice: &Advice, at: usize, depth: Depth) -> Vec<Block> {
    let ranked = &advice.programs[at];
    let short = words.short(advice, at);
    let (pros, mut cons, catches) = match depth {
        Depth::Short => (short.pros, words.cons(ranked), short.catches),
        Depth::Full => (words.pros(ranked), words.cons(ranked), words.warnings(ranked, at)),
    };
    let holds_for_all = if depth == Depth::Short { short.holds_for_all } else { Vec::new() };
    cons.truncate(if depth == Depth::Short { MAX_CONS } else { usize::MAX });
    let points = ranked.contributions.iter().map(|part| points(part, &ranked.contributions)).collect();
    let mut blocks = vec![Block::fields([
        Field::sentences("For", pros),
        Field::sentences("Against", cons),
        Field::sentences("Catch", catches),
        Field::sentences("All of them", holds_for_all),
        Field::of("Waits for", words.depends_on(ranked).into_iter().map(Phrase::from).collect()),
        Field::of("Points", points),
    ])];
    if depth == Depth::Full {
        blocks.push(Block::Table(criteria(words, ranked)));
    }
    blocks
}

/// What one criterion adds: the bar is as long as its weight and full as far as the program fulfils it.
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
            Basis::slug_of(part.basis).to_owned(),
            words.contribution(ranked.program, part),
        ]
    });
    Table::new("What the score is made of", columns).rows(rows)
}

fn interval(value: Interval) -> String {
    if value.is_exact() { format!("{:.2}", value.mid) } else { format!("{:.2}–{:.2}", value.low, value.high) }
}

/// A score as a bar.
fn score_bar(score: Score) -> chart::Row {
    let share = |hundredths: u32| f64::from(hundredths) / 100.0;
    chart::range(share(score.low), share(score.mid), share(score.high), FIT_COLS)
}

/// A score in hundredths, with its bounds where it is not certain.
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
