//! A plan as JSON, as a page and as a sheet of its weeks. Every number carries its basis; what is null or unknown has
//! its reason in the assumptions.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::catalog::{Catalog, Claim, Money, Range, sentence};
use crate::chart::{self, Row};
use crate::plan::{
    ASSISTANCE, Arrow, Because, BreakEven, Cost, CoursePlan, CreditLine, Deadline, Left, Path, Plan, REFUND, Rule,
    Schedule, Station, words,
};

use super::info::survival_json;
use super::program::{Object, add_origin, money, moved_json, number, put, range, unknown};
use super::{Block, Column, Table, Wording};

/// How many columns the bars of a schedule take.
const BAR_COLS: usize = 24;

/// What `plan --json` gives for one program.
pub fn plan_json(catalog: &Catalog, plan: &Plan) -> Value {
    let weekly = plan.settings.weekly.map(|weekly| span_json(weekly.low, weekly.high));
    json!({
        "id": catalog.program(plan.program).id.as_str(),
        "title": catalog.program(plan.program).title.as_str(),
        "as_of": plan.settings.as_of.to_string(),
        "start": plan.settings.start.to_string(),
        "hours_per_week": weekly,
        "pacing": words::pace(plan.pace),
        "finish": plan.finish.map(|dates| json!({
            "earliest": dates.earliest.to_string(),
            "likely": dates.likely.to_string(),
            "latest": dates.latest.to_string(),
            "bounded": dates.is_bounded,
        })),
        "moved": moved_json(catalog.program(plan.program)),
        "survival": plan.survival.as_ref().map(survival_json),
        "hours": range_fact(catalog, plan.hours.as_ref(), "hours"),
        "listed_length_means": range_fact(catalog, plan.stated_pace.as_ref(), "hours a week"),
        "deadline": plan.deadline.as_ref().map(|deadline| deadline_json(catalog, deadline)),
        "courses": plan.courses.iter().map(|course| course_json(catalog, course)).collect::<Vec<_>>(),
        "cost": cost_json(catalog, &plan.cost),
        "credit": plan.credit.lines.iter().map(|line| credit_json(catalog, line)).collect::<Vec<_>>(),
        "credit_standing": words::standing(&plan.credit),
        "paths": plan.paths.iter().map(|path| path_json(catalog, path)).collect::<Vec<_>>(),
        "weeks": plan.schedule.as_ref().map_or_else(Vec::new, weeks_json),
        "schedule_end": plan.schedule.as_ref().map(|schedule| schedule.end.to_string()),
        "room_until": plan.schedule.as_ref().and_then(|schedule| schedule.room_until).map(|date| date.to_string()),
        "break_even": plan.break_even.as_ref().map(|value| break_even_json(catalog, plan, value)),
        "assumptions": plan.assumptions,
        "left": plan.left.as_ref().map(left_json),
    })
}

/// What `plan --json` gives: the plan of one program, or `plans` of several.
pub fn plans_json(catalog: &Catalog, plans: &[Plan]) -> Value {
    match plans {
        [plan] => plan_json(catalog, plan),
        plans => json!({"plans": plans.iter().map(|plan| plan_json(catalog, plan)).collect::<Vec<_>>()}),
    }
}

fn span_json(low: f64, high: f64) -> Value {
    if (high - low).abs() < f64::EPSILON { number(low) } else { json!({"low": number(low), "high": number(high)}) }
}

fn fact<T>(catalog: &Catalog, claim: Option<&Claim<T>>, value: impl Fn(&T) -> Object) -> Value {
    let Some(claim) = claim else { return Value::Object(unknown()) };
    let mut object = value(&claim.value);
    add_origin(&mut object, catalog, claim);
    if let Some(note) = &claim.note {
        put(&mut object, "note", note.as_str());
    }
    Value::Object(object)
}

fn range_fact(catalog: &Catalog, claim: Option<&Claim<Range>>, unit: &str) -> Value {
    fact(catalog, claim, |value| range(Range::between(rounded(value.low), rounded(value.high)), Some(unit)))
}

fn money_fact(catalog: &Catalog, claim: Option<&Claim<Money>>) -> Value {
    fact(catalog, claim, money)
}

/// To hundredths, which is finer than any source.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn deadline_json(catalog: &Catalog, deadline: &Deadline) -> Value {
    json!({
        "date": deadline.date.to_string(),
        "verdict": deadline.verdict.slug(),
        "hours_per_week": range_fact(catalog, deadline.needed.as_ref(), "hours a week"),
    })
}

fn course_json(catalog: &Catalog, course: &CoursePlan) -> Value {
    json!({
        "number": course.number,
        "id": course.id,
        "title": course.title,
        "match": if course.is_certain { "certain" } else if course.id.is_some() { "likely" } else { "unknown" },
        "weeks": range_fact(catalog, course.weeks.as_ref(), "weeks"),
        "workload": range_fact(catalog, course.workload.as_ref(), "hours a week"),
        "hours": range_fact(catalog, course.hours.as_ref(), "hours"),
        "pacing": course.pacing.map(crate::catalog::Pacing::slug),
        "prices": course.prices.iter().map(|price| money_fact(catalog, Some(price))).collect::<Vec<_>>(),
    })
}

fn cost_json(catalog: &Catalog, cost: &Cost) -> Value {
    let sunk = cost
        .sunk
        .iter()
        .map(|rung| json!({"after_course": rung.after_course, "amount": money_fact(catalog, Some(&rung.amount))}));
    json!({
        "total": money_fact(catalog, cost.total.as_ref()),
        "per_hour": money_fact(catalog, cost.per_hour.as_ref()),
        "per_month": money_fact(catalog, cost.per_month.as_ref()),
        "other_currencies": cost.others.iter().map(|claim| money_fact(catalog, Some(claim))).collect::<Vec<_>>(),
        "converted": cost.converted.as_ref().map(|claim| money_fact(catalog, Some(claim))),
        "exam": money_fact(catalog, cost.exam.as_ref()),
        "sunk": sunk.collect::<Vec<_>>(),
        "with_assistance": money_fact(catalog, cost.with_assistance.as_ref()),
        "refund_until": cost.refund_until.to_string(),
        "rules": [rule_json(REFUND), rule_json(ASSISTANCE)],
    })
}

fn rule_json(rule: Rule) -> Value {
    json!({"rule": rule.slug, "text": rule.text, "source": rule.source, "as_of": rule.as_of})
}

fn credit_json(catalog: &Catalog, line: &CreditLine) -> Value {
    json!({
        "counts": line.counts.slug(),
        "institution": line.school,
        "program": line.degree,
        "amount": line.amount,
        "condition": line.condition,
        "exam": line.exam,
        "status": line.status.slug(),
        "source": catalog.source(line.source).id.as_str(),
        "as_of": line.as_of,
        "note": line.note,
        "per_credit": money_fact(catalog, line.per_credit.as_ref()),
        "credits": line.credits.map(|credits| json!({
            "number": number(credits.number), "unit": credits.unit, "at_most": credits.is_most,
        })),
        "sentence": words::credit_line(line),
    })
}

fn path_json(catalog: &Catalog, path: &Path) -> Value {
    let arrows = path.arrows.iter().enumerate().map(|(place, arrow)| {
        let mut value = arrow_json(catalog, arrow);
        put(&mut value, "from", words::station(catalog, &path.stations[place]));
        put(&mut value, "to", words::station(catalog, &path.stations[place + 1]));
        Value::Object(value)
    });
    let exits = path
        .exits
        .iter()
        .map(|exit| json!({"after": words::station(catalog, &path.stations[exit.after]), "holds": exit.holds}));
    let costs = path
        .costs
        .iter()
        .map(|cost| json!({"amount": money_fact(catalog, Some(&cost.amount)), "programs": cost.programs}));
    json!({
        "stations": path.stations.iter().map(|station| station_json(catalog, station)).collect::<Vec<_>>(),
        "arrows": arrows.collect::<Vec<_>>(),
        "hours": range_fact(catalog, path.hours.as_ref(), "hours"),
        "months": path.months.map(|months| json!({"low": rounded(months.low), "high": rounded(months.high)})),
        "costs": costs.collect::<Vec<_>>(),
        "without_price": path.unpriced,
        "gates": path.gates,
        "notes": path.notes,
        "exits": exits.collect::<Vec<_>>(),
    })
}

fn station_json(catalog: &Catalog, station: &Station) -> Value {
    match station {
        Station::Program(ix) => {
            json!({"id": catalog.program(*ix).id.as_str(), "title": catalog.program(*ix).title.as_str()})
        }
        Station::Degree { school, name } => json!({"institution": school, "degree": name}),
    }
}

fn arrow_json(catalog: &Catalog, arrow: &Arrow) -> Object {
    let mut object = Object::new();
    put(&mut object, "type", arrow.kind.slug());
    match &arrow.because {
        Because::Source { source, as_of } => {
            put(&mut object, "source", catalog.source(*source).id.as_str());
            put(&mut object, "as_of", as_of.as_str());
        }
        Because::Rule { rule, found } => {
            put(&mut object, "rule", *rule);
            put(&mut object, "found", found.as_str());
        }
    }
    put(&mut object, "amount", arrow.amount.as_deref());
    object
}

fn weeks_json(schedule: &Schedule) -> Vec<Value> {
    let week = |week: &crate::plan::Week| {
        let slot = &schedule.slots[week.slot];
        json!({
            "from": week.from.to_string(),
            "to": week.to.to_string(),
            "course": slot.title,
            "course_number": slot.course,
            "hours": week.hours.map(rounded),
        })
    };
    schedule.weeks.iter().map(week).collect()
}

fn break_even_json(catalog: &Catalog, plan: &Plan, value: &BreakEven) -> Value {
    json!({
        "months_after_finishing": {
            "low": value.earliest_months.map(rounded),
            "high": value.latest_months.map(rounded),
        },
        "cost": money_fact(catalog, Some(&value.cost)),
        "salary_step": span_json(value.gain.step.low, value.gain.step.high),
        "chance": span_json(value.gain.chance.low, value.gain.chance.high),
        "assumptions": words::break_even(plan),
    })
}

fn left_json(left: &Left) -> Value {
    json!({
        "done": left.done,
        "courses": left.courses,
        "hours": left.hours.map(|hours| span_json(hours.low, hours.high)),
        "without_hours": left.without_hours,
        "price": left.price.map(|price| price.to_string()),
    })
}

/// The plan for people.
pub fn plan_page(catalog: &Catalog, plan: &Plan, wording: Wording) -> Vec<Block> {
    let program = catalog.program(plan.program);
    let mut page = vec![Block::Title(format!("{} ({})", program.title, program.kind().name()))];
    page.extend(values("Time", time_rows(catalog, plan), wording));
    if let Some(schedule) = &plan.schedule {
        page.extend(Block::sheet("Schedule", schedule_table(plan, schedule, wording)));
    }
    page.extend(values("Money", money_rows(&plan.cost), wording));
    page.extend(Block::sheet("Spent if you stop", ladder_table(plan)));
    page.push(Block::Items([REFUND, ASSISTANCE].map(rule_words).to_vec()));
    page.push(Block::Heading("Credit".to_owned()));
    page.push(Block::Text(words::standing(&plan.credit)));
    page.push(Block::Items(credit_items(catalog, plan)));
    page.extend(paths_page(catalog, plan, wording));
    page.extend(Block::list("When the money would be back", words::break_even(plan)));
    page.extend(Block::list("What this rests on", plan.assumptions.clone()));
    page.retain(|block| !matches!(block, Block::Items(items) if items.is_empty()));
    page
}

/// What a part of the page tells: a label and its value, if there is one.
type Rows = Vec<(&'static str, Option<String>)>;

/// A heading with labels and values: in columns, or as lines of words.
fn values(heading: &str, rows: Rows, wording: Wording) -> Vec<Block> {
    let known = rows.into_iter().filter_map(|(label, text)| Some((label, text?)));
    if wording == Wording::Spoken {
        return Block::list(heading, known.map(|(label, text)| format!("{label}: {text}")).collect());
    }
    let mut table = Table::new(vec![Column::new("What").least(12), Column::new("Value").least(24).wrapping()]);
    table.rows = known.map(|(label, text)| vec![label.to_owned(), text]).collect();
    Block::sheet(heading, table)
}

fn time_rows(catalog: &Catalog, plan: &Plan) -> Rows {
    vec![
        ("Id", Some(catalog.program(plan.program).id.to_string())),
        ("Start", Some(plan.settings.start.to_string())),
        ("You give", Some(words::weekly(plan).unwrap_or_else(|| "hours a week not given".to_owned()))),
        ("Work", Some(words::hours(plan))),
        ("Left for you", plan.left.as_ref().map(words::left)),
        ("Pace", Some(words::pace(plan.pace).to_owned())),
        ("Where", words::moved(catalog.program(plan.program))),
        ("Finish", Some(words::finish(plan.finish))),
        ("To the end", plan.survival.as_ref().map(|rate| sentence(&rate.words()))),
        ("Listed", words::stated_pace(catalog, plan)),
        ("Deadline", words::deadline(plan)),
    ]
}

fn money_rows(cost: &Cost) -> Rows {
    let others: Vec<String> = cost.others.iter().map(|claim| words::money(Some(claim))).collect();
    let optional = |claim: &Option<Claim<Money>>| claim.as_ref().map(|claim| words::money(Some(claim)));
    vec![
        ("Total", Some(words::money(cost.total.as_ref()))),
        ("Also listed", (!others.is_empty()).then(|| others.join("; "))),
        ("In US$", cost.converted.as_ref().map(converted_words)),
        ("An hour", Some(words::money(cost.per_hour.as_ref()))),
        ("A month", Some(words::money(cost.per_month.as_ref()))),
        ("Exam", optional(&cost.exam)),
        ("With aid", cost.with_assistance.as_ref().map(|claim| format!("{}, if approved", words::money(Some(claim))))),
        ("Refund", Some(format!("until {} for what is paid and begun on the first day", cost.refund_until))),
    ]
}

fn converted_words(claim: &Claim<Money>) -> String {
    let note = claim.note.as_deref().unwrap_or_default();
    format!("{}, {note}", words::money(Some(claim)))
}

fn ladder_table(plan: &Plan) -> Table {
    let mut table = Table::new(vec![
        Column::new("After").right().least(5),
        Column::new("Course").least(20).wrapping(),
        Column::new("Spent").least(16).wrapping(),
    ]);
    for rung in &plan.cost.sunk {
        let title = plan.courses.get(rung.after_course - 1).map_or_else(String::new, |course| course.title.clone());
        table.rows.push(vec![rung.after_course.to_string(), title, words::money(Some(&rung.amount))]);
    }
    table
}

fn rule_words(rule: Rule) -> String {
    format!("{} Source: {} ({}).", rule.text, rule.source, rule.as_of)
}

/// The courses on the calendar: dates and hours in words, and a bar beside them where signs are wanted.
fn schedule_table(plan: &Plan, schedule: &Schedule, wording: Wording) -> Table {
    let mut columns = vec![
        Column::new("No.").right().least(3),
        Column::new("Course").least(18).wrapping(),
        Column::new("From").least(10),
        Column::new("To").least(10),
        Column::new("Hours").right().least(5),
    ];
    if wording == Wording::Marked {
        columns.push(Column::new("When").least(BAR_COLS).goes(1));
    }
    let mut table = Table::new(columns);
    let start = plan.settings.start;
    let last = schedule.room_until.unwrap_or(schedule.end);
    let bar = |from, until, draw| bar(start, last, from, until, draw);
    for slot in &schedule.slots {
        let number = if slot.course == 0 { String::new() } else { slot.course.to_string() };
        let hours = slot.hours.map_or_else(|| "unknown".to_owned(), |hours| Range::exactly(hours).to_string());
        let last_day = slot.until.yesterday().unwrap_or(slot.until).max(slot.from);
        let draw = if slot.is_assumed { chart::dotted } else { chart::stretch };
        let assumed = if slot.is_assumed { " (length unknown, taken as the average)" } else { "" };
        let cells = [number, format!("{}{assumed}", slot.title), slot.from.to_string(), last_day.to_string(), hours];
        table.rows.push(cells.into_iter().chain([bar(slot.from, slot.until, draw)]).collect());
    }
    if let Some(room) = schedule.room_until {
        let cells = [String::new(), "Room, if it takes longer".to_owned(), schedule.end.to_string(), room.to_string()];
        table.rows.push(cells.into_iter().chain([String::new(), bar(schedule.end, room, chart::room)]).collect());
    }
    table.rows.iter_mut().for_each(|row| row.truncate(table.columns.len()));
    table
}

/// A piece of the line from `start` to `last`, from one day to another.
fn bar(start: Date, last: Date, from: Date, until: Date, draw: fn(f64, f64, usize) -> Row) -> String {
    let days = |to: Date| f64::from(start.until(to).map_or(0, |span| span.get_days()));
    let whole = days(last).max(1.0);
    draw(days(from) / whole, days(until) / whole, BAR_COLS).text().trim_end().to_owned()
}

fn credit_items(catalog: &Catalog, plan: &Plan) -> Vec<String> {
    let mut items = Vec::new();
    for line in &plan.credit.lines {
        let exam = line.exam.as_ref().map(|exam| format!(" Exam: {exam}.")).unwrap_or_default();
        let note = line.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
        let cost = words::per_credit(line).map(|cost| format!(" Cost: {cost}.")).unwrap_or_default();
        let source = &catalog.source(line.source).id;
        items.push(format!("{}{exam}{cost}{note} Source: {source}.", words::credit_line(line)));
    }
    items
}

fn paths_page(catalog: &Catalog, plan: &Plan, wording: Wording) -> Vec<Block> {
    let mut page = Vec::new();
    for (path, number) in plan.paths.iter().zip(1..) {
        if number == 1 {
            page.push(Block::Heading("Paths".to_owned()));
        }
        let line = words::path(catalog, path);
        let line = if wording == Wording::Spoken { line.replace(" → ", ", ") } else { line };
        page.push(Block::Text(format!("{number}. {line}")));
        let mut items: Vec<String> = path.arrows.iter().map(|arrow| words::because(catalog, arrow)).collect();
        items.push(words::path_measures(path));
        items.extend(path.gates.iter().map(|gate| format!("gate: {gate}")));
        items.extend(path.notes.iter().map(|note| format!("note: {note}")));
        let exits = path
            .exits
            .iter()
            .map(|exit| format!("stop after {}: {}", words::station(catalog, &path.stations[exit.after]), exit.holds));
        items.extend(exits);
        page.push(Block::Items(items));
    }
    page
}

/// The weeks of several plans for a spreadsheet.
pub fn plan_sheet(catalog: &Catalog, plans: &[Plan]) -> Table {
    let mut table = Table::of(&["id", "from", "to", "course_number", "course", "hours"]);
    for plan in plans {
        let Some(schedule) = &plan.schedule else { continue };
        for week in &schedule.weeks {
            let slot = &schedule.slots[week.slot];
            table.rows.push(vec![
                catalog.program(plan.program).id.to_string(),
                week.from.to_string(),
                week.to.to_string(),
                slot.course.to_string(),
                slot.title.clone(),
                week.hours.map(|hours| rounded(hours).to_string()).unwrap_or_default(),
            ]);
        }
    }
    table
}
