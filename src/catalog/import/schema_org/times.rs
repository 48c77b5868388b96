//! Reads how long programs and courses take, in calendar time, hours of work or a weekly schedule. A time that cannot
//! be read becomes a remark.

use crate::catalog::TimeUnit;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::Value;
use crate::catalog::import::measure::{self, Measure};
use crate::catalog::import::node::Node;
use crate::catalog::import::stated::Stated;
use crate::catalog::import::{amount, clean, discovery};

/// Codes of units of time, with their words.
const CODES: [(&str, &str); 5] =
    [("HUR", "hours"), ("DAY", "days"), ("WEE", "weeks"), ("MON", "months"), ("ANN", "years")];

/// The fewest hours a week that a course can ask for. Fewer mean that the hours were not those of the whole.
const MIN_HOURS: f64 = 0.5;

/// Reads the time of a program as calendar time, hours of work or hours a week.
pub(super) fn say_time(draft: &mut Draft, node: &Node<'_>, key: &str, text: &str) {
    let weekly = measure::only(text, Measure::hours_a_week);
    let is_calendar = measure::only(text, Measure::calendar).is_some();
    if let Some(hours) = weekly {
        draft.read("workload", draft::positive(hours.low, hours.high), node.at(key), text, None);
    }
    match measure::only(text, Measure::hours) {
        // `PT3M` are three minutes, and hardly ever meant.
        Some(hours) if !is_calendar && hours.high < 1.0 => {
            node.remark(key, format!("`{text}` is less than an hour, which no program takes"));
        }
        Some(hours) if !is_calendar => {
            draft.read("effort", draft::positive(hours.low, hours.high), node.at(key), text, None);
        }
        _ if weekly.is_some() && !is_calendar => {}
        _ => discovery::say_length(draft, node, key, text),
    }
}

/// A duration as text; one given as a number with its unit becomes `6 months`.
pub(super) fn text_of(node: &Node<'_>, key: &str) -> Option<String> {
    let Some(Value::Object(map)) = node.value(key) else { return node.text(key) };
    let number = ["value", "minValue"].iter().find_map(|key| amount::number(map.get(key)?));
    let most = map.get("maxValue").and_then(amount::number);
    let unit = ["unitText", "unitCode"].iter().find_map(|key| map.get(key)?.as_str());
    let unit = unit.map(|unit| CODES.iter().find(|(code, _)| *code == unit).map_or(unit, |(_, word)| word));
    match (number, most, unit) {
        (Some(low), Some(high), Some(unit)) => Some(format!("{low}-{high} {unit}")),
        (Some(number), None, Some(unit)) if map.get("value").is_none() => Some(format!("at least {number} {unit}")),
        (Some(number), None, Some(unit)) => Some(format!("{number} {unit}")),
        (None, Some(number), Some(unit)) => Some(format!("at most {number} {unit}")),
        _ => ["name", "value", "duration", key]
            .iter()
            .find_map(|key| map.get(key)?.as_str())
            .and_then(clean::known)
            .or_else(|| {
                node.remark(key, "is an object without a number and its unit");
                None
            }),
    }
}

/// Reads the weeks and hours a week of a course from its instances.
pub(super) fn say_course_times(draft: &mut Draft, node: &Node<'_>) {
    for instance in node.nodes("hasCourseInstance") {
        for schedule in instance.nodes("courseSchedule") {
            say_schedule(draft, &schedule);
        }
        say_load(draft, &instance, "courseWorkload");
    }
    say_load(draft, node, "timeRequired");
    for node in [node.clone()].into_iter().chain(node.nodes("hasCourseInstance")) {
        for key in ["timeToComplete", "duration"] {
            say_weeks(draft, &node, key);
        }
    }
}

/// Reads the weeks of a course from a length of calendar time.
fn say_weeks(draft: &mut Draft, node: &Node<'_>, key: &str) {
    let Some(text) = text_of(node, key).filter(|_| !draft.has("weeks")) else { return };
    if let Some((low, high)) = weeks_of(&text) {
        return draft.read("weeks", draft::positive(low, high), node.at(key), &text, None);
    }
    let Some(measure) = measure::only(&text, Measure::calendar) else {
        return node.remark(key, format!("`{text}` cannot be read as weeks"));
    };
    let (low, high, unit, aside) = discovery::in_weeks_or_months(measure, &text);
    let (low, high, aside) = discovery::in_weeks((low, high), unit, &text, aside);
    draft.read("weeks", draft::positive(low, high), node.at(key), &text, aside);
}

/// Reads a schedule: how often it repeats, and how long each time or the whole takes.
fn say_schedule(draft: &mut Draft, schedule: &Node<'_>) {
    let frequency = schedule.text("repeatFrequency");
    let is_weekly = frequency.as_deref().is_some_and(is_weekly);
    let duration = schedule.text("duration");
    if is_weekly && !draft.has("weeks") {
        let weeks = schedule.positive("repeatCount");
        draft.say("weeks", weeks.and_then(|weeks| draft::positive(weeks, weeks)), schedule.at("repeatCount"));
        let hours = duration.as_deref().and_then(|text| measure::only(text, Measure::hours));
        draft.say("workload", hours.and_then(|hours| draft::positive(hours.low, hours.high)), schedule.at("duration"));
    } else if let Some(frequency) = frequency.filter(|_| !is_weekly && schedule.has("repeatCount")) {
        schedule.remark("repeatFrequency", format!("`{frequency}` is not weekly, so the schedule was not read"));
    }
    if let Some(text) = duration
        && let Some(weeks) = weeks_of(&text)
        && !draft.has("weeks")
    {
        draft.read("weeks", draft::positive(weeks.0, weeks.1), schedule.at("duration"), &text, None);
    }
}

/// Whether a schedule repeats each week, as a word, an address of schema.org or an ISO duration.
fn is_weekly(frequency: &str) -> bool {
    let word = frequency.rsplit('/').next().unwrap_or(frequency);
    ["weekly", "P1W", "P7D"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Reads the workload of a course: weeks, hours a week, or hours as a whole, for which courses have no fact.
fn say_load(draft: &mut Draft, node: &Node<'_>, key: &str) {
    let Some(text) = node.text(key) else { return };
    let weeks = weeks_of(&text);
    let hours = measure::only(&text, Measure::hours_a_week);
    if let Some((low, high)) = weeks.filter(|_| !draft.has("weeks")) {
        draft.read("weeks", draft::positive(low, high), node.at(key), &text, None);
    }
    if let Some(hours) = hours.filter(|_| !draft.has("workload")) {
        draft.read("workload", draft::positive(hours.low, hours.high), node.at(key), &text, None);
    }
    if weeks.is_none() && hours.is_none() {
        match whole_hours(&text) {
            Some(hours) => say_whole_hours(draft, node, key, hours),
            None => node.remark(key, format!("`{text}` cannot be read as weeks or hours")),
        }
    }
}

/// Derives hours a week from total hours, for which courses have no fact.
fn say_whole_hours(draft: &mut Draft, node: &Node<'_>, key: &str, (low, high): (f64, f64)) {
    let weeks = draft.said("weeks").and_then(Stated::band);
    let Some((least, most)) = weeks.filter(|_| !draft.has("workload")) else { return };
    if high / least < MIN_HOURS {
        let reason =
            format!("{high} hours over {least} weeks are too few to be those of the whole; they were not used");
        return node.remark(key, reason);
    }
    let hours = draft::positive(low / most, high / least);
    draft.derive("workload", hours, node.at(key), "its hours over its weeks");
}

/// Reports the total hours of a course outside any program, unless hours a week could be derived from them.
pub(super) fn tell_whole_hours(draft: &Draft, node: &Node<'_>) {
    if let Some((low, _)) = total_hours(node).filter(|_| !draft.has("workload")) {
        let reason = format!("{low} hours as a whole: a course keeps hours a week, and its weeks are not stated");
        node.remark("hasCourseInstance", reason);
    }
}

fn weeks_of(text: &str) -> Option<(f64, f64)> {
    let (low, high, unit, _) = discovery::in_weeks_or_months(measure::only(text, Measure::calendar)?, text);
    (unit == TimeUnit::Weeks).then_some((low, high))
}

/// The hours that a text names as a whole. `R6/PT4H` are six times four.
fn whole_hours(text: &str) -> Option<(f64, f64)> {
    let repeated = text.strip_prefix('R').and_then(|rest| rest.split_once('/'));
    let (times, each) = match repeated {
        Some((times, each)) => (times.parse::<u32>().ok()?, each),
        None => (1, text),
    };
    let hours = measure::only(each, Measure::hours)?;
    Some((f64::from(times) * hours.low, f64::from(times) * hours.high))
}

/// The total hours of a course; `None` if its instances disagree or name none.
pub(super) fn total_hours(course: &Node<'_>) -> Option<(f64, f64)> {
    let instances = course.nodes("hasCourseInstance");
    let stated =
        instances.iter().filter_map(|instance| instance.text("courseWorkload")).chain(course.text("timeRequired"));
    let mut hours = stated.filter_map(|text| whole_hours(&text));
    let first = hours.next()?;
    hours.all(|other| other == first).then_some(first)
}
