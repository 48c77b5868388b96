//! Reads durations: in calendar time or hours, exact or between two bounds, as ISO text or as an object with a number
//! for each unit. Several durations, such as those of part-time and full-time study, are one range.

use crate::catalog::import::amount;
use crate::catalog::import::clean;
use crate::catalog::import::discovery;
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::json::Value;
use crate::catalog::import::measure::{self, Measure, Unit};
use crate::catalog::import::node::Node;
use crate::catalog::import::stated::Stated;
use crate::catalog::{Basis, TimeUnit};

/// The whole weeks of a year.
const WEEKS_OF_A_YEAR: f64 = 52.0;

/// A calendar time with what is said of it.
struct Span {
    /// Whether the source states the time itself, and not a bound or a guess.
    basis: Basis,
    low: f64,
    high: f64,
    unit: TimeUnit,
    aside: Option<String>,
    at: String,
}

/// Adds the durations of an entry. Returns the hours of a course as a whole.
pub(super) fn say_duration(draft: &mut Draft, node: &Node<'_>) -> Option<(f64, f64)> {
    let stated = read(node, "timeRequired").and_then(Measure::hours);
    let mut total = stated.and_then(|hours| say_hours(draft, node, "timeRequired", hours, None));
    let mut spans: Vec<Span> = Vec::new();
    for profile in node.nodes("estimatedDuration") {
        if let Some(hours) = read(&profile, "timeRequired").and_then(Measure::hours) {
            total = total.or(say_hours(draft, &profile, "timeRequired", hours, None));
        }
        match whole(&profile).or_else(|| described(&profile)) {
            Some((measure, key, aside)) if measure.hours().is_some() => {
                total = total.or(say_hours(draft, &profile, key, measure, aside));
            }
            Some((measure, key, aside)) => spans.push(span(&profile, measure, key, aside)),
            None => {}
        }
    }
    if let Some(span) = joined(node, spans) {
        say_calendar(draft, span);
    }
    let (hours, at) = total.filter(|_| draft.thing == Thing::Course)?;
    if let Some((least, most)) = draft.said("weeks").and_then(Stated::band) {
        let weekly = draft::positive(hours.low / most, hours.high / least);
        draft.derive("workload", weekly, at, "its hours over its weeks");
    }
    Some((hours.low, hours.high))
}

/// Reports the hours of a course as a whole, for which courses have no fact.
pub(super) fn tell_hours(node: &Node<'_>, hours: Option<(f64, f64)>) {
    if let Some((low, _)) = hours {
        let reason = format!("{low} hours as a whole: a course keeps hours a week, and its weeks are not stated");
        node.remark("estimatedDuration", reason);
    }
}

/// Adds hours of work, for which courses have no fact; theirs are returned.
fn say_hours(
    draft: &mut Draft,
    profile: &Node<'_>,
    key: &str,
    hours: Measure,
    bound: Option<&str>,
) -> Option<(Measure, String)> {
    if draft.thing == Thing::Program && !draft.has("effort") {
        let basis = basis(profile, key, hours, bound);
        let value = draft::positive(hours.low, hours.high);
        draft.note("effort", value, basis, profile.at(key), bound.map(str::to_owned));
    }
    (draft.thing == Thing::Course).then(|| (hours, profile.at(key).into()))
}

/// Whether a duration is stated, or a bound or a guess of one is.
fn basis(profile: &Node<'_>, key: &str, measure: Measure, bound: Option<&str>) -> Basis {
    let is_bound = bound.is_some_and(|bound| [draft::AT_LEAST, draft::AT_MOST].contains(&bound));
    let words = text_of(profile, key).and_then(|text| measure::stated_as(&text, measure.low < measure.high));
    draft::basis_of(is_bound || words.is_some())
}

fn say_calendar(draft: &mut Draft, Span { basis, low, high, unit, aside, at }: Span) {
    match draft.thing {
        Thing::Program => draft.note("length", draft::length(low, high, unit), basis, at, aside),
        Thing::Course => {
            let months = format!("{low}-{high} months");
            let (low, high, aside) = discovery::in_weeks((low, high), unit, &months, aside);
            draft.note("weeks", draft::positive(low, high), basis, at, aside);
        }
    }
}

/// The duration of a profile, with the member that names it and a note if a bound is missing.
fn whole(profile: &Node<'_>) -> Option<(Measure, &'static str, Option<&'static str>)> {
    if let Some(exact) = read(profile, "exactDuration") {
        return Some((exact, "exactDuration", None));
    }
    match (read(profile, "minimumDuration"), read(profile, "maximumDuration")) {
        (Some(low), Some(high)) if low.unit == high.unit => {
            Some((Measure { high: high.high, ..low }, "minimumDuration", None))
        }
        (Some(low), None) => Some((low, "minimumDuration", Some(draft::AT_LEAST))),
        (None, Some(high)) => Some((high, "maximumDuration", Some(draft::AT_MOST))),
        (Some(low), Some(high)) => between(profile, low, high),
        (None, None) => None,
    }
}

/// Two bounds in different units, converted to weeks. Hours of work and calendar time cannot be compared.
fn between(profile: &Node<'_>, low: Measure, high: Measure) -> Option<(Measure, &'static str, Option<&'static str>)> {
    let bounds = weeks(low).zip(weeks(high)).filter(|(low, high)| low <= high);
    if bounds.is_none() {
        profile.remark("maximumDuration", "does not fit the minimum, so neither was read");
    }
    let (least, most) = bounds?;
    let span = Measure { low: least, high: most, unit: Unit::Week, ..low };
    Some((span, "minimumDuration", Some("the bounds are stated in two units")))
}

fn weeks(measure: Measure) -> Option<f64> {
    let (low, _, unit, _) = discovery::in_weeks_or_months(measure.calendar()?, "");
    Some(if unit == TimeUnit::Weeks { low } else { low * WEEKS_OF_A_YEAR / 12.0 })
}

/// The duration in the description of a profile that has none of the members for durations.
fn described(profile: &Node<'_>) -> Option<(Measure, &'static str, Option<&'static str>)> {
    const DURATIONS: [&str; 4] = ["exactDuration", "minimumDuration", "maximumDuration", "timeRequired"];
    if DURATIONS.iter().any(|key| profile.has(key)) {
        return None;
    }
    let text = profile.text("description")?;
    let measure = measure::only(&text, Measure::calendar).or_else(|| measure::only(&text, Measure::hours));
    if measure.is_none() {
        profile.remark("description", format!("`{text}` cannot be read as a length of time"));
    }
    Some((measure?, "description", None))
}

fn read(profile: &Node<'_>, key: &str) -> Option<Measure> {
    let text = text_of(profile, key)?;
    let measure = measure::measures(&text).into_iter().next();
    if measure.is_none() {
        profile.remark(key, format!("`{text}` cannot be read as a length of time"));
    }
    measure
}

/// A duration as text; one given as an object, with a number for each unit, as ISO text.
fn text_of(profile: &Node<'_>, key: &str) -> Option<String> {
    let Some(Value::Object(map)) = profile.value(key) else { return profile.text(key) };
    if let Some(text) = ["value", "name"].iter().find_map(|key| map.get(key)?.as_str()) {
        return clean::known(text);
    }
    let part = |(unit, letter): (&str, char)| {
        let number = amount::number(map.get(unit)?).filter(|number| *number > 0.0)?;
        Some(format!("{number}{letter}"))
    };
    let date: String =
        [("years", 'Y'), ("months", 'M'), ("weeks", 'W'), ("days", 'D')].into_iter().filter_map(part).collect();
    let time: String = [("hours", 'H'), ("minutes", 'M')].into_iter().filter_map(part).collect();
    let time = if time.is_empty() { time } else { format!("T{time}") };
    (!date.is_empty() || !time.is_empty()).then(|| format!("P{date}{time}"))
}

fn span(profile: &Node<'_>, measure: Measure, key: &str, bound: Option<&str>) -> Span {
    let (low, high, unit, stated) = discovery::in_weeks_or_months(measure, &text_of(profile, key).unwrap_or_default());
    let said = [profile.text("description"), bound.map(str::to_owned), stated];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let (basis, aside) = (basis(profile, key, measure, bound), (!said.is_empty()).then(|| said.join("; ")));
    Span { basis, low, high, unit, aside, at: profile.at(key).into() }
}

/// All spans as one: a range if they differ.
fn joined(node: &Node<'_>, spans: Vec<Span>) -> Option<Span> {
    let mut spans = spans.into_iter();
    let mut all = spans.next()?;
    for other in spans {
        if other.unit != all.unit {
            node.remark("estimatedDuration", "has times in weeks and in months; only the first was taken");
            continue;
        }
        if (other.low, other.high) != (all.low, all.high) {
            (all.low, all.high) = (all.low.min(other.low), all.high.max(other.high));
            all.basis = draft::basis_of([all.basis, other.basis].contains(&Basis::Inferred));
            let asides: Vec<String> = [all.aside, other.aside].into_iter().flatten().collect();
            all.aside =
                Some(if asides.is_empty() { "of several that are stated".to_owned() } else { asides.join(", ") });
        }
    }
    Some(all)
}
