//! The page of a plan: first the warnings, the finish date, the work, the price and the credit; then the schedule, the
//! costs, the credit and the routes in detail, and the assumptions.

mod credit;
mod routes;
mod schedule;

use crate::catalog::{Basis, Catalog, Claim, Currency, FactKey, sentence};
use crate::edx_rules;
use crate::plan::{Cost, EdxRules, Plan, words};

use super::{Block, Column, Field, Mark, Page, Part, Phrase, Spoken, Table};

/// The routes whose steps are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Steps {
    /// Those of every route, after everything else.
    Every,
    /// Those of the route with this index, under its line; of no route if it is `None`.
    Of(Option<usize>),
}

/// Returns the page of a plan.
pub fn plan(catalog: &Catalog, plan: &Plan, steps: Steps) -> Page {
    let program = catalog.program(plan.program);
    let title = Phrase::from(format!("{} ({})", catalog.title_with_school(plan.program), program.kind().name()));
    let mut lead = vec![Block::Title(title.address(program.page().map(ToString::to_string)))];
    lead.extend(plan.warnings.iter().map(|warning| Block::Warning(words::warning(catalog, plan, *warning))));
    lead.push(Block::fields(leading_fields(catalog, plan)));
    let mut page = Page::new(lead);
    page.section(Part::Rest, "Time", vec![Block::fields(time_fields(catalog, plan))]);
    page.section(
        Part::Courses,
        "Schedule",
        plan.schedule.as_ref().map(|own| schedule::block(plan, own)).into_iter().collect(),
    );
    page.section(Part::Rest, "Money", money(catalog, plan));
    page.section(Part::Credit, "Credit", credit::blocks(catalog, plan));
    let open = if let Steps::Of(open) = steps { open } else { None };
    page.section(Part::Credit, "Routes", routes::blocks(catalog, plan, open));
    page.section(Part::Rest, "When you would have the money back", vec![Block::items(words::break_even(plan))]);
    page.section(
        Part::Sources,
        "What this is based on",
        vec![Block::items(plan.assumptions.iter().map(String::as_str))],
    );
    if steps == Steps::Every {
        let every = vec![Block::items(routes::steps_of_all(catalog, plan))];
        page.section(Part::Sources, "Routes, step by step", every);
    }
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

/// The price with the claim that it was made from, as in a comparison. At a rate that the user gave, the price at that
/// rate, followed by the amount that it was converted from.
fn price(catalog: &Catalog, plan: &Plan) -> Vec<Phrase> {
    let (program, cost) = (catalog.program(plan.program), &plan.cost);
    let is_usual = cost.leading().map(|claim| claim.value) == program.dollars().map(|claim| claim.value);
    if is_usual {
        let usual = program.price_with_claim(Currency::USD);
        return vec![Phrase::from(&usual.unwrap_or_else(|| program.cell(FactKey::Price, catalog)))];
    }
    let figure = amount(cost.leading());
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
        Some(_) => Block::items(edx_rules::ALL.map(|rule| rule.with_source())),
        None => Block::Text(format!("The rules of {platform} for refunds and aid are not on record.")),
    };
    let spent = Some(spent(plan)).filter(|_| plan.has_courses_on_record()).map(Block::Table);
    [Block::fields(money_fields(&plan.cost))].into_iter().chain(spent).chain([rules]).collect()
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
        // After the last course it is the price, which has one basis wherever it is.
        let whole = plan.cost.leading().filter(|whole| whole.value == spent.amount.value);
        let spent_so_far = amount(whole.or(Some(&spent.amount)));
        table.push([spent.after_course.to_string().into(), Phrase::from(title), spent_so_far]);
    }
    table
}
