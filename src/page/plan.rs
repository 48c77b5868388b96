//! The page of a plan: first the warnings, the finish date, the work, the price and the credit; then the schedule, the
//! costs, the credit and the routes in detail, and the assumptions.

mod schedule;

use crate::catalog::{Basis, Catalog, Claim, FactKey, sentence};
use crate::edx_rules::{self, Rule};
use crate::english::and_list;
use crate::plan::{Cost, EdxRules, Exit, Path, Plan, Station, words};

use super::{Block, Column, Field, Mark, Page, Part, Phrase, Spoken, Table, Target};

/// Returns the page of a plan.
pub fn plan(catalog: &Catalog, plan: &Plan) -> Page {
    let program = catalog.program(plan.program);
    let title = Phrase::from(format!("{} ({})", program.title, program.kind().name()));
    let mut lead = vec![Block::Title(title.address(program.page().map(ToString::to_string)))];
    lead.extend(plan.warnings.iter().map(|warning| Block::Warning(words::warning(catalog, plan, *warning))));
    lead.push(Block::fields(leading_fields(catalog, plan)));
    let mut page = Page::new(lead);
    page.section(Part::Rest, "Time", vec![Block::fields(time_fields(catalog, plan))]);
    page.section(
        Part::Courses,
        "Schedule",
        plan.schedule.as_ref().map(|own| schedule::table(plan, own)).into_iter().collect(),
    );
    page.section(Part::Rest, "Money", money(catalog, plan));
    page.section(Part::Credit, "Credit", vec![Block::items(credit_items(catalog, plan))]);
    page.section(Part::Credit, "Routes", routes(catalog, plan));
    page.section(Part::Rest, "When you would have the money back", vec![Block::items(words::break_even(plan))]);
    page.section(
        Part::Sources,
        "What this is based on",
        vec![Block::items(plan.assumptions.iter().map(String::as_str))],
    );
    page.section(Part::Sources, "Routes, step by step", vec![Block::items(steps_of_routes(catalog, plan))]);
    page.section(Part::Sources, "Name in commands", vec![Block::fields([Some(Field::new("Id", program.id.as_str()))])]);
    page
}

/// The text of a claim, with its year.
fn claimed<T>(text: &str, claim: &Claim<T>) -> Phrase {
    let year = claim.as_of.year().map_or_else(|| "undated".to_owned(), |year| year.to_string());
    Phrase::marked(format!("{text} ({year})"), Mark::Of(claim.basis))
}

fn amount<T: ToString>(claim: Option<&Claim<T>>) -> Phrase {
    claim.map_or_else(Phrase::unknown, |claim| claimed(&claim.value.to_string(), claim))
}

/// The fields that decide, one per line.
fn leading_fields(catalog: &Catalog, plan: &Plan) -> [Option<Field>; 5] {
    let finish = match plan.finish {
        None => Phrase::unknown(),
        dates => Phrase::marked(words::finish(dates), Mark::Of(Basis::Derived)),
    };
    let work = plan.hours.as_ref();
    let work = work.map_or_else(Phrase::unknown, |claim| claimed(&format!("{} hours", claim.value.whole()), claim));
    let given =
        words::weekly(plan).map_or_else(|| "your hours: not set".to_owned(), |weekly| format!("you give {weekly}"));
    [
        Some(Field::new("Finish", finish)),
        Field::of("Work", vec![work, given.into()]),
        plan.left.as_ref().map(|left| Field::new("Left for you", words::left(left))),
        Field::of("Price", price(catalog, plan)),
        Some(Field::new("Credit", words::standing(&plan.credit))),
    ]
}

/// The price that other pages show, unless the user gave a conversion rate: then the price at that rate. Followed by
/// the amount that it was converted from, if it was.
fn price(catalog: &Catalog, plan: &Plan) -> Vec<Phrase> {
    let (program, cost) = (catalog.program(plan.program), &plan.cost);
    let is_usual = cost.leading().map(|claim| claim.value) == program.dollars().map(|claim| claim.value);
    let figure = if is_usual { Phrase::from(&program.cell(FactKey::Price, catalog)) } else { amount(cost.leading()) };
    let listed = cost.total.as_ref().filter(|_| cost.converted.is_some());
    let made_of =
        listed.map(|total| format!("converted from {}", claimed(&total.value.to_string(), total).text).into());
    std::iter::once(figure).chain(made_of).collect()
}

fn time_fields(catalog: &Catalog, plan: &Plan) -> [Option<Field>; 6] {
    let optional = |label: &str, text: Option<String>| text.map(|text| Field::new(label, text));
    [
        optional("Start", Some(plan.settings.start.to_string())),
        optional("Where", words::moved(catalog.program(plan.program))),
        optional("Still offered", plan.survival.as_ref().map(|rate| sentence(&rate.words()))),
        optional("Pace", Some(words::pace(plan.pace).to_owned())),
        optional("Listed", words::stated_pace(catalog, plan)),
        optional("Deadline", words::deadline(plan)),
    ]
}

fn money(catalog: &Catalog, plan: &Plan) -> Vec<Block> {
    let platform = catalog.program(plan.program).platform.value().map_or("its platform", |name| name.as_str());
    let rules = match &plan.cost.edx_rules {
        Some(_) => Block::items(edx_rules::ALL.map(rule_words)),
        None => Block::Text(format!("The rules of {platform} for refunds and aid are not on record.")),
    };
    vec![Block::fields(money_fields(&plan.cost)), Block::Table(spent(plan)), rules]
}

fn money_fields(cost: &Cost) -> [Option<Field>; 6] {
    let optional =
        |label: &str, claim: &Option<Claim<_>>| claim.as_ref().map(|claim| Field::new(label, amount(Some(claim))));
    let edx = cost.edx_rules.as_ref();
    let aid = edx.and_then(|edx| edx.with_assistance.as_ref()).map(|claim| amount(Some(claim)));
    [
        Field::of("Also listed", cost.others.iter().map(|claim| amount(Some(claim))).collect()),
        Some(Field::new("Price per hour", amount(cost.per_hour.as_ref()))),
        Some(Field::new("Price per month", amount(cost.per_month.as_ref()))),
        optional("Exam", &cost.exam),
        aid.and_then(|aid| Field::of("With aid", vec![aid, "if approved".into()])),
        edx.map(|EdxRules { refund_until, .. }| {
            Field::new(
                "Refund",
                format!("until {refund_until}, for courses that you pay for and start on the first day"),
            )
        }),
    ]
}

/// What has been spent after each course, for users who may stop early.
fn spent(plan: &Plan) -> Table {
    let mut table = Table::new(
        "What you have spent if you stop after a course",
        vec![
            Column::new("After").right().least(5).head(),
            Column::new("Course").least(20).wrapping().spoken(Spoken::Silent),
            Column::new("Spent if you stop").least(16).wrapping().spoken(Spoken::As("spent".to_owned())),
        ],
    );
    for spent in &plan.cost.sunk {
        let title = plan.courses.get(spent.after_course - 1).map_or_else(String::new, |course| course.title.clone());
        table.push([spent.after_course.to_string().into(), Phrase::from(title), amount(Some(&spent.amount))]);
    }
    table
}

fn rule_words(rule: Rule) -> String {
    format!("{} Source: {} ({}).", rule.text, rule.source, rule.as_of)
}

/// The schools on record. An exam that all of them ask for is described once, at the end.
fn credit_items(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    let mut exams: Vec<&str> = plan.credit.lines.iter().filter_map(|line| line.exam.as_deref()).collect();
    let is_shared = exams.len() > 1 && exams.iter().all(|exam| *exam == exams[0]);
    exams.truncate(usize::from(is_shared));
    let item = |line: &crate::plan::CreditLine| {
        let own = line.exam.as_ref().filter(|_| !is_shared);
        let exam = own.map(|exam| format!(" Exam: {exam}.")).unwrap_or_default();
        let note = line.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
        let cost = words::per_credit(line).map(|cost| format!(" Cost: {cost}.")).unwrap_or_default();
        format!("{}{exam}{cost}{note} Source: {}.", words::credit_line(line), catalog.source(line.source).title)
    };
    let shared = exams.into_iter().map(|exam| format!("Exam: {exam}."));
    plan.credit.lines.iter().map(item).chain(shared).collect()
}

/// The routes, one per line, after what all that lead straight to a degree have in common: this program's work, time and
/// price.
fn routes(catalog: &Catalog, plan: &Plan) -> Vec<Block> {
    let straight = plan.paths.iter().find(|path| is_straight(path));
    let shared = straight.map(|path| format!("From this program alone: {}.", words::path_measures(path)));
    let route = |(path, number): (&Path, usize)| {
        let measures = if is_straight(path) { String::new() } else { format!(" {}.", words::path_measures(path)) };
        let begins_here = path.stations.first() == Some(&Station::Program(plan.program));
        let words = if begins_here { words::path_from_here } else { words::path };
        format!("{number}. {}.{measures}", sentence(&words(catalog, path)).trim_end_matches('.'))
    };
    let routes = plan.paths.iter().zip(1..).map(|(path, number)| (route((path, number)).into(), target(path)));
    vec![Block::Text(shared.unwrap_or_default()), Block::Items(routes.collect())]
}

/// Whether a route leads from the program to a degree, with no other program between.
fn is_straight(path: &Path) -> bool {
    matches!(path.stations.as_slice(), [_, Station::Degree { .. }])
}

/// The steps of all routes. What several routes have in common is said once, after their numbers.
fn steps_of_routes(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    let mut told: Vec<(String, Vec<usize>)> = Vec::new();
    for (path, number) in plan.paths.iter().zip(1..) {
        for step in steps(catalog, path) {
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

/// The next program of a route; `None` if a degree comes next.
fn target(path: &Path) -> Option<Target> {
    path.stations.get(1).and_then(|station| match station {
        Station::Program(ix) => Some(Target::Program(*ix)),
        Station::Degree { .. } => None,
    })
}

/// The steps of a route: the basis of each arrow, its requirements, and what the user holds when stopping on the way.
fn steps(catalog: &Catalog, path: &Path) -> Vec<String> {
    let exit = |exit: &Exit| {
        let after = words::station(catalog, &path.stations[exit.after]);
        format!("if you stop after {after}, you have {}", exit.holds)
    };
    let because = path.arrows.iter().map(|arrow| words::because(catalog, arrow));
    let steps = because.chain(path.gates.iter().cloned()).chain(path.notes.iter().cloned());
    steps.chain(path.exits.iter().map(exit)).map(|step| sentence(&step)).collect()
}
