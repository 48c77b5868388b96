//! Plans as JSON and as a sheet of their weeks. Every number carries its basis; the assumptions say why a
//! value is null or unknown.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Claim, Money, Range};
use crate::edx_rules::{self, Rule};
use crate::plan::{
    Arrow, Because, BreakEven, Cost, CoursePlan, CreditLine, Deadline, Left, Path, Plan, Schedule, Station, words,
};

use super::Sheet;
use super::info::survival_json;
use super::object::{Object, Part};
use super::program::{add_origin, money, moved_json, range, unknown};

/// Returns the output of `plan --json` for one program.
pub fn plan_json(catalog: &Catalog, plan: &Plan) -> Value {
    let weekly = plan.settings.weekly.map(|weekly| span_json(weekly.low, weekly.high));
    let warnings = plan.warnings.iter().map(|warning| words::warning(catalog, plan, *warning));
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
        "warnings": warnings.clone().collect::<Vec<_>>(),
        // Warnings are repeated here for scripts that read only the assumptions.
        "assumptions": plan.assumptions.iter().cloned().chain(warnings).collect::<Vec<_>>(),
        "left": plan.left.as_ref().map(left_json),
    })
}

/// Returns the output of `plan --json`: the plan itself if there is one, otherwise all plans under `plans`.
pub fn plans_json(catalog: &Catalog, plans: &[Plan]) -> Value {
    match plans {
        [plan] => plan_json(catalog, plan),
        plans => json!({"plans": plans.iter().map(|plan| plan_json(catalog, plan)).collect::<Vec<_>>()}),
    }
}

fn span_json(low: f64, high: f64) -> Value {
    if (high - low).abs() < f64::EPSILON {
        json!(Part::from(low))
    } else {
        json!({"low": Part::from(low), "high": Part::from(high)})
    }
}

fn fact<'a, T>(catalog: &'a Catalog, claim: Option<&'a Claim<T>>, value: impl Fn(&'a T) -> Object<'a>) -> Value {
    let Some(claim) = claim else { return unknown().into() };
    let mut object = value(&claim.value);
    add_origin(&mut object, catalog, claim);
    if let Some(note) = &claim.note {
        object.put("note", note.as_str());
    }
    object.into()
}

fn range_fact(catalog: &Catalog, claim: Option<&Claim<Range>>, unit: &str) -> Value {
    fact(catalog, claim, |value| range(Range::between(rounded(value.low), rounded(value.high)), Some(unit)))
}

fn money_fact(catalog: &Catalog, claim: Option<&Claim<Money>>) -> Value {
    fact(catalog, claim, money)
}

/// Rounds to hundredths, which is finer than any source.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn deadline_json(catalog: &Catalog, deadline: &Deadline) -> Value {
    json!({
        "date": deadline.date.to_string(),
        "verdict": deadline.timeliness.slug(),
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
    let edx = cost.edx_rules.as_ref();
    let sunk = cost
        .sunk
        .iter()
        .map(|spent| json!({"after_course": spent.after_course, "amount": money_fact(catalog, Some(&spent.amount))}));
    json!({
        "total": money_fact(catalog, cost.total.as_ref()),
        "per_hour": money_fact(catalog, cost.per_hour.as_ref()),
        "per_month": money_fact(catalog, cost.per_month.as_ref()),
        "other_currencies": cost.others.iter().map(|claim| money_fact(catalog, Some(claim))).collect::<Vec<_>>(),
        "converted": cost.converted.as_ref().map(|claim| money_fact(catalog, Some(claim))),
        "exam": money_fact(catalog, cost.exam.as_ref()),
        "sunk": sunk.collect::<Vec<_>>(),
        "with_assistance": money_fact(catalog, edx.and_then(|edx| edx.with_assistance.as_ref())),
        "refund_until": edx.map(|edx| edx.refund_until.to_string()),
        "rules": edx.iter().flat_map(|_| edx_rules::ALL.map(rule_json)).collect::<Vec<_>>(),
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
            "number": Part::from(credits.number), "unit": credits.unit, "at_most": credits.is_most,
        })),
        "sentence": words::credit_line(line),
    })
}

fn path_json(catalog: &Catalog, path: &Path) -> Value {
    let arrows = path.arrows.iter().enumerate().map(|(place, arrow)| {
        let mut value = arrow_json(catalog, arrow);
        value.put("from", words::station(catalog, &path.stations[place]));
        value.put("to", words::station(catalog, &path.stations[place + 1]));
        Value::from(value)
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

fn arrow_json<'a>(catalog: &'a Catalog, arrow: &'a Arrow) -> Object<'a> {
    let mut object = Object::of("type", arrow.kind.slug());
    match &arrow.because {
        Because::Source { source, as_of } => {
            object.put("source", catalog.source(*source).id.as_str());
            object.put("as_of", as_of.as_str());
        }
        Because::Rule { rule, found } => {
            object.put("rule", *rule);
            object.put("found", found.as_str());
        }
    }
    object.put("amount", arrow.amount.as_deref());
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

/// Returns the weeks of several plans as a sheet.
pub fn plan_sheet(catalog: &Catalog, plans: &[Plan]) -> Sheet {
    let mut sheet = Sheet::new(&["id", "from", "to", "course_number", "course", "hours"]);
    for plan in plans {
        let Some(schedule) = &plan.schedule else { continue };
        for week in &schedule.weeks {
            let slot = &schedule.slots[week.slot];
            sheet.rows.push(vec![
                catalog.program(plan.program).id.to_string(),
                week.from.to_string(),
                week.to.to_string(),
                slot.course.to_string(),
                slot.title.clone(),
                week.hours.map(|hours| rounded(hours).to_string()).unwrap_or_default(),
            ]);
        }
    }
    sheet
}
