//! Where a plan leads: a line for each route, and the steps of the routes that are opened. What several routes have in
//! common, such as the hours of the program or its exam, is said once.

use crate::catalog::{Catalog, sentence};
use crate::page::{Block, Column, Page, Part, Phrase, Row, Spoken, Table, Target};
use crate::plan::{Exit, Path, Plan, words};

/// Returns what the routes have in common and a line for each; the steps of the one that is open stand under its line.
pub(super) fn blocks(catalog: &Catalog, plan: &Plan, open: Option<usize>) -> Vec<Block> {
    let usual = usual_measures(&plan.paths);
    let mut blocks: Vec<Block> =
        usual.iter().map(|usual| Block::Text(format!("{usual}. {}", on_top(&plan.paths)))).collect();
    let end = open.map_or(plan.paths.len(), |open| (open + 1).min(plan.paths.len()));
    blocks.push(lines(catalog, plan, 0..end));
    if let Some(path) = open.and_then(|open| plan.paths.get(open)) {
        blocks.push(Block::items(steps(catalog, path, usual.as_deref())));
        blocks.push(lines(catalog, plan, end..plan.paths.len()));
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Adds what all routes have in common, and a section with the other steps of each.
pub(super) fn steps_of_all(page: &mut Page, catalog: &Catalog, plan: &Plan) {
    let usual = usual_measures(&plan.paths);
    let all: Vec<Vec<String>> = plan.paths.iter().map(|path| steps(catalog, path, usual.as_deref())).collect();
    let common = common(&all);
    page.section(Part::Sources, "Steps on every route", vec![Block::items(common.iter().map(String::as_str))]);
    for (own, number) in all.iter().zip(1..) {
        let own = own.iter().filter(|step| !common.contains(step)).map(String::as_str);
        page.section(Part::Sources, format!("Steps of route {number}"), vec![Block::items(own)]);
    }
}

/// The steps that every route has, if there are several routes.
fn common(all: &[Vec<String>]) -> Vec<String> {
    let [first, others @ ..] = all else { return Vec::new() };
    let is_common = |step: &&String| !others.is_empty() && others.iter().all(|other| other.contains(step));
    first.iter().filter(is_common).cloned().collect()
}

/// The hours, months and cost that most routes have: those of the program itself. `None` if each has its own.
fn usual_measures(paths: &[Path]) -> Option<String> {
    let all: Vec<String> = paths.iter().map(words::path_measures).collect();
    let count = |own: &String| all.iter().filter(|other| *other == own).count();
    let usual = all.iter().rev().max_by_key(|own| count(own))?;
    (count(usual) > 1 || all.len() == 1).then(|| usual.clone())
}

/// What comes on top of the hours, months and cost of a route.
fn on_top(paths: &[Path]) -> &'static str {
    if paths.iter().any(words::has_degree) {
        "A degree comes on top of this; its time and cost are unknown here."
    } else {
        ""
    }
}

/// The routes at these indices, numbered, one to a line.
fn lines(catalog: &Catalog, plan: &Plan, which: std::ops::Range<usize>) -> Block {
    let columns =
        vec![Column::new("").right().least(2).head(), Column::new("").least(24).wrapping().spoken(Spoken::Silent)];
    let line = |place: usize| Row {
        cells: vec![(place + 1).to_string().into(), Phrase::from(words::route(catalog, plan, place))],
        target: Some(Target::Row(place)),
        group: None,
    };
    let mut table = Table::new("The routes", columns);
    table.rows = which.map(line).collect();
    Block::Table(table)
}

/// The steps of a route: what it takes if that is not the usual, the basis of each arrow, its requirements, and what the
/// user holds when stopping on the way.
fn steps(catalog: &Catalog, path: &Path, usual: Option<&str>) -> Vec<String> {
    let exit = |exit: &Exit| {
        let after = words::station(catalog, &path.stations[exit.after]);
        format!("if you stop after {after}, you have {}", exit.holds)
    };
    let measures = Some(words::path_measures(path)).filter(|own| usual != Some(own.as_str()));
    let because = path.arrows.iter().map(|arrow| words::because(catalog, arrow));
    let applications = path.applications.iter().map(|school| words::application(school));
    let steps = measures.into_iter().chain(because).chain(path.gates.iter().cloned()).chain(applications);
    let steps = steps.chain(path.notes.iter().cloned()).chain(path.exits.iter().map(exit));
    steps.map(|step| sentence(&step)).collect()
}
