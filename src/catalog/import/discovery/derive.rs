//! Derives facts of a program from its courses: weeks and hours are summed, paces and levels are collected. A sum is
//! made only if every course contributes, and never across currencies.

use serde_json::Value;

use crate::catalog::Currency;
use crate::catalog::import::amount::What;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::node::Node;
use crate::english::counted;

/// The bounds of a number; equal if it is exact.
type Band = (f64, f64);

/// Adds every fact that follows from the courses in `list` and that the program does not state itself.
pub(in super::super) fn from_courses(draft: &mut Draft, node: &Node<'_>, list: &str) {
    let at = node.at(list);
    let count = draft.courses.len();
    if count == 0 || count < node.items(list).len() {
        return;
    }
    let weeks = sum(draft, |course| band(course, "weeks"));
    let own_hours = bounds_of(draft, "workload");
    let hours = sum(draft, |course| {
        let weeks = band(course, "weeks")?;
        let hours = band(course, "workload").or(own_hours)?;
        Some((weeks.0 * hours.0, weeks.1 * hours.1))
    });
    let how = format!("sum over {}", counted(count, "course"));
    if let Some((low, high)) = weeks {
        draft.derive("study_weeks", draft::positive(low, high), at.clone(), &how);
        if !draft.has("length") {
            let how = format!("{how}, one after another");
            draft.derive("length", draft::length(low, high, "weeks"), at.clone(), &how);
        }
    }
    if let Some((low, high)) = hours
        && !draft.has("effort")
    {
        draft.derive("effort", draft::positive(low, high), at.clone(), &format!("{how}: weeks x hours a week"));
    }
    if !draft.has("price") {
        sum_prices(draft, &at, &how);
    }
    gather(draft, &at);
}

/// Adds the sum of the course prices in every currency in which all courses have a price.
fn sum_prices(draft: &mut Draft, at: &str, how: &str) {
    let Some(first) = draft.courses.first() else { return };
    let mut currencies: Vec<Currency> = prices(first).into_iter().map(|(_, currency)| currency).collect();
    currencies.sort();
    currencies.dedup();
    for currency in currencies {
        let of =
            |course: &Draft| prices(course).into_iter().find(|(_, other)| *other == currency).map(|(band, _)| band);
        if let Some((low, high)) = sum(draft, of) {
            draft.derive("price", draft::money(low, high, currency, What::Courses), at.to_owned(), how);
        }
    }
}

/// Collects paces, levels and hours a week over all courses.
fn gather(draft: &mut Draft, at: &str) {
    let words = |field: &str| {
        let said = draft.courses.iter().filter_map(|course| said(course, field));
        let mut words: Vec<String> = said.filter_map(|value| Some(value.get("value")?.as_str()?.to_owned())).collect();
        words.sort();
        words.dedup();
        words
    };
    let paces = words("pacing");
    let mut levels: Vec<crate::catalog::Level> =
        words("level").iter().filter_map(|slug| crate::catalog::Level::from_slug(slug)).collect();
    levels.sort();
    draft.derive("pacing", draft::texts(paces), at, "of its courses");
    if !levels.is_empty() {
        // The levels of the courses take precedence over a level set for the whole program.
        draft.says.retain(|said| said.field != "level");
        draft.derive("level", draft::texts(levels.iter().map(|level| level.slug())), at, "of its courses");
    }
    if draft.has("workload") {
        return;
    }
    let hours: Vec<Band> = draft.courses.iter().filter_map(|course| band(course, "workload")).collect();
    if hours.len() == draft.courses.len() {
        let low = hours.iter().map(|hours| hours.0).fold(f64::INFINITY, f64::min);
        let high = hours.iter().map(|hours| hours.1).fold(0.0, f64::max);
        draft.derive("workload", draft::positive(low, high), at, "of its courses");
    }
}

fn sum(draft: &Draft, of: impl Fn(&Draft) -> Option<Band>) -> Option<Band> {
    draft.courses.iter().try_fold((0.0, 0.0), |sum, course| {
        let band = of(course)?;
        Some((sum.0 + band.0, sum.1 + band.1))
    })
}

fn said(draft: &Draft, field: &str) -> Option<Value> {
    let said = draft.says.iter().find(|said| said.field == field)?;
    serde_json::from_str(&format!("{{{}}}", said.value)).ok()
}

fn bounds_of(draft: &Draft, field: &str) -> Option<Band> {
    said(draft, field).and_then(|value| band_of(&value))
}

fn band(course: &Draft, field: &str) -> Option<Band> {
    bounds_of(course, field)
}

fn band_of(value: &Value) -> Option<Band> {
    let number = |key: &str| value.get(key).and_then(Value::as_f64);
    number("value").map(|exact| (exact, exact)).or_else(|| Some((number("low")?, number("high")?)))
}

fn prices(course: &Draft) -> Vec<(Band, Currency)> {
    let prices = course.says.iter().filter(|said| said.field == "price");
    prices
        .filter_map(|said| {
            let value: Value = serde_json::from_str(&format!("{{{}}}", said.value)).ok()?;
            Some((band_of(&value)?, Currency::parse(value.get("currency")?.as_str()?)?))
        })
        .collect()
}
