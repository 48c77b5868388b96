//! Derives facts of a program from its courses: weeks and hours are summed, paces and levels are collected. A sum is
//! made only if every course contributes, and never across currencies.

use crate::catalog::import::amount::What;
use crate::catalog::import::draft::{self, Draft, Said};
use crate::catalog::import::node::{Node, Pointer};
use crate::catalog::import::stated::{Band, Stated};
use crate::catalog::{Currency, Tax};
use crate::english::counted;

/// Adds every fact that follows from the courses in `list` and that the program does not state itself.
pub(in super::super) fn from_courses(draft: &mut Draft, node: &Node<'_>, list: &str) {
    let at = node.at(list);
    let count = draft.courses.len();
    // A list may hold courses that could not be read, or the same one twice.
    let listed = band(draft, "courses").map_or(node.items(list).len(), |band| band.1 as usize);
    if count == 0 || count < listed {
        return;
    }
    let weeks = sum(draft, |course| band(course, "weeks"));
    let own_hours = band(draft, "workload");
    let hours = sum(draft, |course| {
        let weeks = band(course, "weeks")?;
        let hours = band(course, "workload").or(own_hours)?;
        Some((weeks.0 * hours.0, weeks.1 * hours.1))
    });
    let how = format!("sum over {}", counted(count, "course"));
    if let Some((low, high)) = weeks {
        draft.derive("study_weeks", draft::positive(low, high), at, &how);
        if !draft.has("length") {
            let how = format!("{how}, one after another");
            draft.derive("length", draft::length(low, high, "weeks"), at, &how);
        }
    }
    if let Some((low, high)) = hours
        && !draft.has("effort")
    {
        draft.derive("effort", draft::positive(low, high), at, &format!("{how}: weeks x hours a week"));
    }
    if !draft.has("price") {
        sum_prices(draft, at, &how);
    }
    gather(draft, at);
}

/// Adds the sum of the course prices in every currency in which all courses have a price that states the same about
/// tax.
fn sum_prices(draft: &mut Draft, at: Pointer<'_>, how: &str) {
    let Some(first) = draft.courses.first() else { return };
    let mut units: Vec<Unit> = prices(first).into_iter().map(|(_, unit)| unit).collect();
    units.sort_by_key(|(currency, tax)| (*currency, tax.map(Tax::slug)));
    units.dedup();
    for unit in units {
        let of = |course: &Draft| prices(course).into_iter().find(|(_, other)| *other == unit).map(|(band, _)| band);
        if let Some((low, high)) = sum(draft, of) {
            let (currency, tax) = unit;
            draft.derive("price", draft::taxed(draft::money(low, high, currency, What::Courses), tax), at, how);
        }
    }
}

/// Collects paces, levels and hours a week over all courses.
fn gather(draft: &mut Draft, at: Pointer<'_>) {
    // What only some courses say may not hold for the others.
    let words = |field: &str| {
        let said = draft.courses.iter().map(|course| course.said(field)?.as_text());
        let mut words: Vec<String> =
            said.map(|word| word.map(str::to_owned)).collect::<Option<Vec<String>>>().unwrap_or_default();
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
        // The levels of the courses take precedence over a level set for the whole program, which is kept behind them.
        let is_level = |said: &Said| said.field == "level";
        let (own, others): (Vec<Said>, Vec<Said>) = std::mem::take(&mut draft.says).into_iter().partition(is_level);
        draft.says = others;
        let of_courses = draft::texts(levels.iter().map(|level| level.slug()));
        draft.derive("level", of_courses.clone(), at, "of its courses");
        draft.says.extend(own.into_iter().filter(|said| Some(&said.value) != of_courses.as_ref()));
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

fn band(draft: &Draft, field: &str) -> Option<Band> {
    draft.said(field)?.band()
}

/// What prices must have in common to be summed.
type Unit = (Currency, Option<Tax>);

fn prices(course: &Draft) -> Vec<(Band, Unit)> {
    let prices = course.says.iter().filter(|said| said.field == "price");
    let price = |value: &Stated| match value {
        Stated::Money(band, currency, _, tax) => Some((*band, (*currency, *tax))),
        _ => None,
    };
    prices.filter_map(|said| price(&said.value)).collect()
}
