//! Where a plan leads: a line for each route, and the steps of the routes that are opened. What several routes have in
//! common, such as the hours of the program or its exam, is given once.

use crate::catalog::{Catalog, sentence};
use crate::english::and_list;
use crate::page::{Block, Column, Phrase, Row, Spoken, Table, Target};
use crate::plan::{Exit, Path, Plan, words};

/// Returns what the routes have in common and a line for each; the steps of the open one are under its line.
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
    blocks
}

/// Returns the steps of all routes. A step that several routes have in common is given once, after their numbers.
pub(super) fn steps_of_all(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    let usual = usual_measures(&plan.paths);
    let mut told: Vec<(String, Vec<usize>)> = Vec::new();
    for (path, number) in plan.paths.iter().zip(1..) {
        for step in steps(catalog, path, usual.as_deref()) {
            match told.iter_mut().find(|(own, _)| *own == step) {
                Some((_, routes)) if routes.last() == Some(&number) => {}
                Some((_, routes)) => routes.push(number),
                None => told.push((step, vec![number])),
            }
        }
    }
    told.into_iter().map(|(step, routes)| format!("{}: {step}", route_numbers(&routes))).collect()
}

/// Names routes by their numbers: `Route 2`, `Routes 1 and 3`, `Routes 1 to 7`.
fn route_numbers(routes: &[usize]) -> String {
    let numbers: Vec<String> = routes.iter().map(ToString::to_string).collect();
    match routes {
        [only] => format!("Route {only}"),
        [first, .., last] if routes.len() > 2 && last - first + 1 == routes.len() => {
            format!("Routes {first} to {last}")
        }
        _ => format!("Routes {}", and_list(&numbers)),
    }
}

/// The hours, months and cost that most routes have: those of the program itself. `None` if all routes differ.
fn usual_measures(paths: &[Path]) -> Option<String> {
    let all: Vec<String> = paths.iter().map(words::path_measures).collect();
    let count = |own: &String| all.iter().filter(|other| *other == own).count();
    let usual = all.iter().rev().max_by_key(|own| count(own))?;
    (count(usual) > 1 || all.len() == 1).then(|| usual.clone())
}

/// What comes on top of the hours, months and cost of a route; empty if nothing does.
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

/// The steps of a route: its hours, months and cost unless these are the `usual` ones, the basis of each arrow, its
/// requirements, and what the user holds when stopping on the way.
fn steps(catalog: &Catalog, path: &Path, usual: Option<&str>) -> Vec<String> {
    let exit = |exit: &Exit| {
        let after = words::station(catalog, &path.stations[exit.after]);
        format!("if you stop after {after}, you have {}", exit.holds)
    };
    let measures = Some(words::path_measures(path)).filter(|own| usual != Some(own.as_str()));
    let because = path.arrows.iter().map(|arrow| words::because(catalog, arrow));
    let gates_and_notes = path.gates.iter().chain(&path.notes).cloned();
    let steps = measures.into_iter().chain(because).chain(gates_and_notes).chain(path.exits.iter().map(exit));
    steps.map(|step| sentence(&step)).collect()
}
