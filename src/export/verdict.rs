//! The result of the adviser as a page: the verdict, the programs with what speaks for and against each, what would
//! change it, what was left out. Every sentence is the adviser's; here they are only put in order.

use crate::advise::{
    Advice, Adviser, Contribution, Explainer, Flip, Interval, KnockedOut, Outcome, Question, Ranked, Removal, WhatIf,
    WhyNot,
};
use crate::catalog::{Basis, Catalog, Cell, ProgramIx};

use super::bars::{CriterionBar, basis_word, criterion_bars, score_bar, score_words};
use super::{Block, Column, Table};

/// Columns of the bar of a score.
const FIT_COLS: usize = 20;

/// How many changes are listed where not everything is asked for.
const MOST: usize = 6;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// What matters to a choice.
    Short,
    /// Every weight, every removal, the whole ranking.
    Full,
}

/// The result as a page.
pub fn advice_page(words: &Explainer<'_>, advice: &Advice, depth: Depth) -> Vec<Block> {
    let catalog = words.catalog();
    let mut page = verdict(words, advice);
    for (at, ranked) in advice.programs.iter().enumerate() {
        page.extend(program(words, ranked, at, depth));
    }
    page.extend(Block::list(
        "What would leave something",
        advice.relaxations.iter().map(|one| words.relaxation(one)).collect(),
    ));
    page.extend(Block::list("First this, then that", words.stack(advice).into_iter().collect()));
    if let (Some(second), Some(reason)) = (&advice.runner_up, words.runner_up(advice)) {
        let text = format!("{}: {reason}", name(catalog, second.program));
        page.extend(Block::list("Why the second is not the first", vec![text]));
    }
    page.extend(changes(words, advice, depth));
    let also = advice.also.iter().map(|also| format!("{}: {}", name(catalog, also.program), words.also(also)));
    page.extend(Block::list("Also consider", also.collect()));
    page.extend(out(words, advice, depth));
    if depth == Depth::Full {
        page.extend(weights(words, advice));
    }
    page.extend(Block::list("What you said", advice.told.iter().map(|told| words.told(*told)).collect()));
    page.extend(Block::list("To know", words.notes(advice)));
    page.extend(Block::list("Next", words.next_steps(advice)));
    page
}

fn name(catalog: &Catalog, ix: ProgramIx) -> String {
    let program = catalog.program(ix);
    format!("{} ({}, {})", program.title, program.kind().name(), program.id)
}

fn verdict(words: &Explainer<'_>, advice: &Advice) -> Vec<Block> {
    // What rests mainly on unknowns says so before it says anything else.
    let mut page: Vec<Block> = words.caveats(advice).into_iter().map(Block::Text).collect();
    page.push(Block::Title(words.headline(advice)));
    page.extend(words.crowd(advice).into_iter().map(Block::Text));
    page.extend(Some(words.because(advice)).filter(|text| !text.is_empty()).map(Block::Text));
    let how_sure = words.how_sure(advice);
    if !how_sure.is_empty() {
        page.push(Block::Text(format!("How sure: {}; {how_sure}.", advice.strength.name())));
    }
    page.push(Block::Text(format!(
        "Catalogue of {}, reckoned as of {}.",
        advice.catalog_as_of, advice.asked.settings.as_of
    )));
    if advice.outcome == Outcome::NotEnough && !advice.matter_most.is_empty() {
        let questions = advice.matter_most.iter().map(|question| question.slug().to_owned());
        page.extend(Block::list("The questions that matter most", questions.collect()));
    }
    page
}

fn program(words: &Explainer<'_>, ranked: &Ranked, at: usize, depth: Depth) -> Vec<Block> {
    let catalog = words.catalog();
    let program = catalog.program(ranked.program);
    let tie = if ranked.is_tie { " (tie)" } else { "" };
    let mut page = vec![
        Block::Heading(format!("{}{tie}. {}: {}", ranked.rank, program.title, score_words(ranked.score))),
        Block::Text(format!("{}, {}, {}", program.kind().name(), catalog.institution_names(program), program.id)),
        fit(ranked),
    ];
    if depth == Depth::Full {
        page.push(Block::Table(criteria(words, ranked)));
    }
    let parts =
        [("For it", words.pros(ranked)), ("Against it", words.cons(ranked)), ("Look out", words.warnings(ranked, at))];
    let items: Vec<String> =
        parts.iter().flat_map(|(label, all)| all.iter().map(move |one| format!("{label}: {one}"))).collect();
    if !items.is_empty() {
        page.push(Block::Items(items));
    }
    if !ranked.depends_on.is_empty() {
        let facts = words.depends_on(ranked).join(", ");
        page.push(Block::Text(format!("Its place is not certain; it depends on {facts}.")));
    }
    page
}

/// How well it fits and what that is made of: as bars, or as points in words.
fn fit(ranked: &Ranked) -> Block {
    let fit = format!("fit {} {}", score_bar(ranked.score, FIT_COLS).text(), score_words(ranked.score));
    let criteria = criterion_bars(&ranked.contributions);
    let parts = std::iter::once(fit).chain(criteria.iter().map(CriterionBar::text)).collect();
    Block::Drawn { parts, words: points(&ranked.contributions) }
}

/// What the score is made of, in one line; with the basis where a fact is not simply on record.
fn points(contributions: &[Contribution]) -> String {
    let part = |part: &Contribution| {
        let basis = basis_word(part.basis);
        let doubt = if basis.is_empty() { basis } else { format!(" ({})", basis.trim_start()) };
        format!("{} {}{doubt}", part.criterion.label(), part.points)
    };
    format!("Points: {}", contributions.iter().map(part).collect::<Vec<_>>().join(", "))
}

fn criteria(words: &Explainer<'_>, ranked: &Ranked) -> Table {
    let mut table = Table::new(vec![
        Column::new("Criterion").least(9),
        Column::new("Points").right().least(6),
        Column::new("Weight").right().least(6),
        Column::new("Value").right().least(9),
        Column::new("Basis").goes(1),
        Column::new("Because").least(24).wrapping(),
    ]);
    for part in &ranked.contributions {
        table.rows.push(vec![
            part.criterion.label().to_owned(),
            part.points.to_string(),
            format!("{:.2}", part.weight),
            interval(part.value),
            part.basis.map_or(Cell::UNKNOWN, Basis::slug).to_owned(),
            words.contribution(ranked.program, part),
        ]);
    }
    table
}

fn interval(value: Interval) -> String {
    if value.is_exact() { format!("{:.2}", value.mid) } else { format!("{:.2}–{:.2}", value.low, value.high) }
}

fn changes(words: &Explainer<'_>, advice: &Advice, depth: Depth) -> Vec<Block> {
    let mut items: Vec<String> = Vec::new();
    if let Some(question) = advice.decides {
        items.push(format!("The question that would settle it: {}.", question.slug()));
    }
    let changes_kind = advice.flips.iter().any(|flip| flip.changes_outcome);
    if !changes_kind && !matches!(advice.outcome, Outcome::NotEnough | Outcome::None) {
        items.push("No single other answer changes the kind that is recommended.".to_owned());
    }
    // Where something changes the kind, what only changes the first program can wait for the full page.
    let is_told = |(at, flip): &(usize, &Flip)| {
        depth == Depth::Full || flip.changes_outcome == changes_kind && !is_same_budget(&advice.flips[..*at], flip)
    };
    let flips = advice.flips.iter().enumerate().filter(is_told).map(|(_, flip)| flip);
    let most = if depth == Depth::Full { usize::MAX } else { MOST };
    items.extend(flips.take(most).map(|flip| words.flip(flip)));
    Block::list("What would change this", items)
}

/// Whether a change of the budget comes to the same as one that is told already: the nearest budget is told first.
fn is_same_budget(told: &[Flip], flip: &Flip) -> bool {
    let has_budget = |flip: &Flip| flip.set.iter().any(|(question, _)| *question == Question::Budget);
    let is_alike = |other: &Flip| {
        let pairs = other.set.iter().zip(&flip.set);
        let only_budget = |((question, answer), (its, mine)): (&(Question, _), &(Question, _))| {
            question == its && (*question == Question::Budget || answer == mine)
        };
        other.set.len() == flip.set.len() && { pairs }.all(only_budget)
    };
    let comes_to = |flip: &Flip| (flip.outcome, flip.top.filter(|_| !flip.changes_outcome));
    has_budget(flip) && told.iter().any(|other| is_alike(other) && comes_to(other) == comes_to(flip))
}

/// What the limits took out: how many by which answer, or every one with every reason.
fn out(words: &Explainer<'_>, advice: &Advice, depth: Depth) -> Vec<Block> {
    if depth == Depth::Full {
        return Block::sheet("Not in the running", removals(words, &advice.knocked_out));
    }
    let mut table = Table::new(vec![Column::new("Limit").least(12), Column::new("Programs").right()]);
    let questions = Question::ALL.iter().map(|question| question.slug()).chain(["status"]);
    for slug in questions {
        let stands = |out: &&KnockedOut| out.reasons.iter().any(|reason| reason.question_slug() == slug);
        let count = advice.knocked_out.iter().filter(stands).count();
        if count > 0 {
            let words = if slug == "status" { "not in the latest list" } else { slug };
            table.rows.push(vec![words.to_owned(), count.to_string()]);
        }
    }
    let mut page = Block::sheet("Not in the running", table);
    if !page.is_empty() {
        let (out, left) = (advice.knocked_out.len(), advice.remaining);
        let says = "Each row counts every program that its limit leaves out";
        page.push(Block::Text(format!(
            "{says}. {out} are out in all, some by several limits; {left} are in the running."
        )));
    }
    page
}

fn removals(words: &Explainer<'_>, knocked_out: &[KnockedOut]) -> Table {
    let mut table = Table::new(vec![
        Column::new("Program").least(24).whole(),
        Column::new("Limit").least(8),
        Column::new("Answer").least(10).wrapping(),
        Column::new("Fact").least(20).wrapping(),
        Column::new("Basis").goes(2),
        Column::new("Source").goes(1),
    ]);
    for out in knocked_out {
        for reason in &out.reasons {
            let mut row = vec![words.catalog().program(out.program).id.to_string()];
            row.extend(reason_row(words.removal(out.program, *reason)));
            table.rows.push(row);
        }
    }
    table
}

fn reason_row(reason: Removal) -> [String; 5] {
    [reason.question.to_owned(), reason.answer, reason.fact, reason.basis.to_owned(), reason.source]
}

/// Every weight, where the lean comes from, how firm the first place is, and the whole ranking.
fn weights(words: &Explainer<'_>, advice: &Advice) -> Vec<Block> {
    let mut lean = Table::new(vec![
        Column::new("Question"),
        Column::new("Answer").least(16).wrapping(),
        Column::new("Lean").right().least(4),
    ]);
    for part in &advice.lean_parts {
        lean.rows.push(vec![
            part.question.slug().to_owned(),
            words.answer(part.question),
            format!("{:+}", part.effect),
        ]);
    }
    lean.rows.push(vec!["sum".to_owned(), String::new(), format!("{:+}", advice.lean)]);
    let mut firm = Table::new(vec![
        Column::new("Criterion"),
        Column::new("Weight").right(),
        Column::new("First from").right(),
        Column::new("Up to").right(),
    ]);
    for one in &advice.stability {
        let up_to = one.high.map_or_else(|| "no end".to_owned(), |high| format!("{high:.2}"));
        let row = [one.criterion.label().to_owned(), format!("{:.2}", one.weight), format!("{:.2}", one.low), up_to];
        firm.rows.push(row.into());
    }
    let mut ranking = Table::new(vec![
        Column::new("Rank").right().least(4),
        Column::new("Score").right().least(5),
        Column::new("Program").least(24).whole(),
        Column::new("Title").least(16).goes(1),
    ]);
    for place in &advice.ranking {
        let program = words.catalog().program(place.program);
        let tie = if place.is_tie { "tie " } else { "" };
        let rank = format!("{tie}{}", place.rank);
        ranking.rows.push(vec![rank, score_words(place.score), program.id.to_string(), program.title.to_string()]);
    }
    let mut page = Block::sheet("Where the lean comes from (+ MicroMasters, - Professional Certificate)", lean);
    page.extend(Block::sheet("How far each weight can go before another program is first", firm));
    page.extend(Block::sheet("The whole ranking", ranking));
    page
}

/// Why a program is not the first one, as a page.
pub fn why_not_page(words: &Explainer<'_>, why: &WhyNot) -> Vec<Block> {
    let mut page = vec![Block::Title(words.why_not(why))];
    page.extend(words.traces(why).into_iter().map(Block::Text));
    let mut reasons = Table::new(vec![
        Column::new("Limit").least(8),
        Column::new("Answer").least(12).wrapping(),
        Column::new("Fact").least(24).wrapping(),
        Column::new("Basis").goes(2),
        Column::new("Source").goes(1),
    ]);
    let removals = why.program.iter().flat_map(|program| why.reasons.iter().map(|one| words.removal(*program, *one)));
    reasons.rows = removals.map(|removal| reason_row(removal).into()).collect();
    page.extend(Block::sheet("Why it is not in the running", reasons));
    page.extend(Block::list(
        "Where the first one does better",
        why.lost_on.iter().map(|lost| words.lost_on(why, lost)).collect(),
    ));
    page.extend(Block::list("The nearest change", vec![words.nearest(why)]));
    page.extend(Block::list("Look at", why.instead.iter().map(|ix| name(words.catalog(), *ix)).collect()));
    page
}

/// The result before and after, as a page: both verdicts and what moves.
pub fn what_if_page(adviser: &Adviser, catalog: &Catalog, what: &WhatIf) -> Vec<Block> {
    let headline = |advice: &Advice| adviser.explainer(catalog, &advice.asked).headline(advice);
    let mut page = vec![
        Block::Title(format!("Before: {}", headline(&what.before))),
        Block::Title(format!("After: {}", headline(&what.after))),
    ];
    let mut counts =
        Table::new(vec![Column::new(""), Column::new("Before").wrapping(), Column::new("After").wrapping()]);
    let rows = [
        ("Outcome", what.before.outcome.slug().to_owned(), what.after.outcome.slug().to_owned()),
        ("Lean", format!("{:+}", what.before.lean), format!("{:+}", what.after.lean)),
        ("In the running", what.before.remaining.to_string(), what.after.remaining.to_string()),
        ("First", first(catalog, &what.before), first(catalog, &what.after)),
    ];
    counts.rows = rows.into_iter().map(|(label, before, after)| vec![label.to_owned(), before, after]).collect();
    page.push(Block::Table(counts));
    page.extend(Block::sheet("What moves", moves(catalog, what)));
    page
}

fn first(catalog: &Catalog, advice: &Advice) -> String {
    advice.top().map_or_else(|| "none".to_owned(), |ix| catalog.program(ix).id.to_string())
}

fn moves(catalog: &Catalog, what: &WhatIf) -> Table {
    let mut table = Table::new(vec![
        Column::new("Before").right(),
        Column::new("After").right(),
        Column::new("Move").least(4),
        Column::new("Program").least(24).whole(),
    ]);
    let rank = |rank: Option<usize>| rank.map_or_else(|| "out".to_owned(), |rank| rank.to_string());
    for one in &what.moves {
        let way = match (one.from, one.to) {
            (None, Some(_)) => "in",
            (Some(_), None) => "out",
            (from, to) if to < from => "up",
            _ => "down",
        };
        let id = catalog.program(one.program).id.to_string();
        table.rows.push(vec![rank(one.from), rank(one.to), way.to_owned(), id]);
    }
    table
}
