//! `prospectus plan`: when the user would finish, what it costs, what it can count toward and where it leads.

use crate::catalog::{Catalog, Currency, Range, printable};
use crate::export::{plan_sheet, plans_ics, plans_json};
use crate::names;
use crate::numbers::{self, read_range};
use crate::page::{self, Page, Steps};
use crate::plan::{Gain, HOURS_OF_A_WEEK, Plan as Planned, PlanSettings, Rate, WeeklyHours, plans};

use super::args::{Format, Plan, Terms};
use super::failure::{Exit, Failure};
use super::filters;
use super::kept;
use super::output::{Output, write, write_json};

/// The hint for an id that is given twice.
pub(super) const EACH_ONCE: &str = "Name each program once.";

/// Maximum raise accepted; anything beyond is a typing error.
const MAX_STEP: f64 = 1e9;

pub(super) fn run(words: &Plan, output: &Output) -> Result<Exit, Failure> {
    output.only("plan", &Format::OF_PLAN)?;
    let settings = settings(&words.terms, output)?;
    let catalog = output.catalog()?;
    let programs = filters::programs(&catalog, &words.ids, EACH_ONCE)?;
    print(&catalog, &plans(&catalog, &programs, &settings), output)?;
    Ok(Exit::Fine)
}

fn print(catalog: &Catalog, plans: &[Planned], output: &Output) -> Result<(), Failure> {
    match output.format() {
        Format::Json => write_json(&plans_json(catalog, plans)),
        Format::Csv => output.csv(&plan_sheet(catalog, plans)),
        Format::Ics => {
            let without = plans.iter().filter(|plan| plan.schedule.is_none());
            without.for_each(|plan| output.say(&unscheduled(catalog, plan)));
            write(plans_ics(catalog, plans, output.now()).as_bytes())
        }
        _ => {
            let sections = plans.iter().flat_map(|plan| page::plan(catalog, plan, Steps::Every).sections);
            output.page(Page { sections: sections.collect() })
        }
    }
}

fn unscheduled(catalog: &Catalog, plan: &Planned) -> String {
    let id = &catalog.program(plan.program).id;
    format!("`{id}` has no schedule: neither its hours nor its length can be laid on a calendar.")
}

pub(super) fn settings(words: &Terms, output: &Output) -> Result<PlanSettings, Failure> {
    let as_of = output.today();
    if let Some(start) = words.start.filter(|start| *start < as_of) {
        output.say(&format!("The plan starts on {start}, which has passed: it says what would have been."));
    }
    let weekly = words.hours.as_deref().map(weekly).transpose()?;
    let rates = words.rate.iter().map(|text| rate(text.as_str())).collect::<Result<_, _>>()?;
    let gain = words.salary_step.as_deref().zip(words.chance.as_deref()).map(|(step, chance)| gain(step, chance));
    Ok(PlanSettings {
        start: words.start.unwrap_or(as_of),
        weekly,
        breaks: words.breaks,
        deadline: words.deadline,
        rates,
        gain: gain.transpose()?,
        finished: kept::finished(output)?,
        ..PlanSettings::new(as_of)
    })
}

fn weekly(text: &str) -> Result<WeeklyHours, Failure> {
    let Some(Range { low, high, .. }) =
        read_range(text).filter(|hours| HOURS_OF_A_WEEK.contains(&hours.low) && HOURS_OF_A_WEEK.contains(&hours.high))
    else {
        return Err(Failure::usage(format!(
            "`--hours {}` is not a number of hours a week from {} to {}. Give one such as `6`, or a range such as \
             `4-7`.",
            printable(text),
            HOURS_OF_A_WEEK.start(),
            HOURS_OF_A_WEEK.end()
        )));
    };
    Ok(WeeklyHours { low, likely: f64::midpoint(low, high), high })
}

/// Parses the amount of a rate. A point in it is a decimal point even before three digits, as in the rates of central
/// banks.
fn exact(text: &str) -> Option<f64> {
    text.trim().replacen(',', ".", 1).parse().ok().filter(|number: &f64| number.is_finite())
}

/// Parses a rate such as `GBP=1.27@2026-11-01`.
fn rate(text: &str) -> Result<Rate, Failure> {
    let read = || {
        let plain = names::plain(text);
        let (code, rest) = plain.split_once('=')?;
        let (dollars, date) = rest.split_once('@')?;
        let from = Currency::parse(&code.trim().to_uppercase())?;
        let dollars = exact(dollars).filter(|dollars| *dollars > 0.0)?;
        Some(Rate { from, dollars, date: numbers::date(date)? })
    };
    let wrong = || {
        Failure::usage(format!(
            "`--rate {}` is not an exchange rate. Give what one unit is worth in US dollars and on which day, such as \
             `GBP=1.27@2026-11-01`.",
            printable(text)
        ))
    };
    let rate = read().ok_or_else(wrong)?;
    if rate.from == Currency::USD {
        return Err(Failure::usage("A rate says what another currency is worth in US dollars; `USD` needs none."));
    }
    Ok(rate)
}

fn gain(step: &str, chance: &str) -> Result<Gain, Failure> {
    let Some(step_range) = read_range(step).filter(|step| step.high > 0.0 && step.high <= MAX_STEP) else {
        return Err(Failure::usage(format!(
            "`--salary-step {}` is not an amount a year. Give one such as `3000`, or a range such as `2000-5000`.",
            printable(step)
        )));
    };
    let Some(percent) =
        read_range(names::plain(chance).trim().trim_end_matches('%')).filter(|percent| percent.high <= 100.0)
    else {
        return Err(Failure::usage(format!(
            "`--chance {}` is not a chance in per cent. Give one such as `40`, or a range such as `20-60`.",
            printable(chance)
        )));
    };
    Ok(Gain { step: step_range, chance: percent.times(0.01) })
}
