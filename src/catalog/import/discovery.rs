//! Reads Open edX course-discovery: programs at every level of detail of its API, documents of its search, and
//! pathways. A record may lack any field.

pub(super) mod course;
mod credit;
mod curriculum;
mod degree;
mod pathway;
pub(super) mod places;
mod seat_credit;
pub(super) mod service;
mod status;

use super::json::Value;

use super::amount::{self, What};
use super::draft::{self, Draft, School};
use super::found::Found;
use super::identity::Identity;
use super::measure::{self, Measure};
use super::node::Node;
use super::stated::Stated;
use super::tracking::without_tracking;
use super::vocabulary;
use crate::catalog::{Basis, Kind, TimeUnit, WEEKS_A_MONTH};

pub(super) use pathway::pathway;
pub(super) use status::{say_platform, without_status};

/// Reads a program of the API or the search, and the programs that its curricula contain.
pub(super) fn program(node: &Node<'_>) -> Found {
    match only(node) {
        Found::Drafts(mut drafts) => {
            drafts.extend(curriculum::inner_programs(node));
            Found::Drafts(drafts)
        }
        other => other,
    }
}

/// Reads a program without those in its curricula.
fn only(node: &Node<'_>) -> Found {
    let Some(title) = node.text("title").or_else(|| node.text("name")) else {
        return Found::Rejected("the program has no title".to_owned());
    };
    let mut draft = Draft::program(title);
    identify(&mut draft, node);
    draft.schools = schools(node, "authoring_organizations");
    draft.schools_at = node.at("authoring_organizations").into();
    draft.as_of = node.moment("data_modified_timestamp");
    say_kind(&mut draft, node);
    status::say_status(&mut draft, node);
    status::say_platform(&mut draft, node);
    say_words(&mut draft, node);
    curriculum::say_courses(&mut draft, node);
    say_times(&mut draft, node);
    say_prices(&mut draft, node);
    credit::say_credit(&mut draft, node);
    places::say_places(&mut draft, node);
    degree::say_degree(&mut draft, node);
    tell_weeks(&draft, node);
    seat_credit::say_credit(&mut draft, node);
    Found::draft(draft)
}

/// Reads the identities of a program. Its own uuid takes precedence over the key under which an index filed it.
fn identify(draft: &mut Draft, node: &Node<'_>) {
    let own = node.text("uuid").and_then(|uuid| Identity::uuid(&uuid));
    let filed = node.text("aggregation_key").and_then(|key| Identity::object(&key));
    match (&own, filed) {
        (Some(own), Some(filed)) if *own != filed => {
            node.remark("aggregation_key", "names a different program from the uuid; the uuid was used");
        }
        (None, Some(filed)) => draft.identities.push(filed),
        _ => {}
    }
    draft.identities.extend(own);
    address(draft, node);
}

/// Reads the address of a program or a course, both as a fact and as an identity.
fn address(draft: &mut Draft, node: &Node<'_>) {
    let url = node.text("marketing_url");
    if let Some(url) = &url {
        if crate::catalog::is_web_address(url) {
            draft.say("url", draft::text(&without_tracking(url)), node.at("marketing_url"));
        } else {
            node.remark("marketing_url", format!("`{url}` is no whole address, so no page is on record"));
        }
    }
    let slug = || node.text("marketing_slug").and_then(|slug| Identity::address(&format!("/{slug}")));
    draft.identities.extend(url.as_deref().and_then(Identity::address).or_else(slug));
}

/// Reads schools, given as objects with key and name or as text of the form `KEY: Name`.
pub(super) fn schools(node: &Node<'_>, key: &str) -> Vec<School> {
    let of_text = node.items(key).iter().filter_map(Value::as_str).filter_map(school_of_text);
    let texts: Vec<School> = of_text.collect();
    if !texts.is_empty() {
        return texts;
    }
    let of_node = |node: Node<'_>| School { key: node.text("key"), name: node.text("name") };
    node.nodes(key).into_iter().map(of_node).filter(|school| school.key.is_some() || school.name.is_some()).collect()
}

fn school_of_text(text: &str) -> Option<School> {
    // Some records hold an organization as JSON inside a string.
    if let Ok(Value::Object(map)) = serde_json::from_str::<Value<'_>>(text) {
        let member = |key: &str| map.get(key).and_then(Value::as_str).and_then(super::clean::known);
        return Some(School { key: member("key"), name: member("name") });
    }
    let text = super::clean::known(text)?;
    Some(match text.split_once(": ") {
        Some((key, name)) if !key.contains(' ') => School { key: Some(key.to_owned()), name: Some(name.to_owned()) },
        _ => School { key: None, name: Some(text) },
    })
}

fn say_kind(draft: &mut Draft, node: &Node<'_>) {
    let slug = node.node("type_attrs").and_then(|attrs| Some((attrs.text("slug")?, String::from(attrs.at("slug")))));
    let name = || {
        node.text("type")
            .filter(|name| Identity::uuid(name).is_none())
            .map(|name| (name, String::from(node.at("type"))))
    };
    match slug.or_else(name) {
        Some((name, at)) => draft.say_kind(&vocabulary::kind(&name), Basis::Stated, at, None),
        None => without_kind(draft),
    }
}

/// Sets the kind of a record that names none: the one in its title, as a guess, or else a presumed one.
pub(super) fn without_kind(draft: &mut Draft) {
    if let Some(kind) = vocabulary::kind_in_title(&draft.title) {
        return draft.say_kind(&kind, Basis::Inferred, "", Some("from its title"));
    }
    draft.say_kind(&Kind::Other("Program".into()), Basis::Presumed, "", Some("the record names no kind"));
}

fn say_words(draft: &mut Draft, node: &Node<'_>) {
    let first = node.node("primary_subject_override").and_then(|subject| subject.text("name"));
    let fields = first.into_iter().chain(node.texts("subjects"));
    draft.say("fields", draft::texts(fields), node.at("subjects"));
    say_languages(draft, node, &["language_override", "languages", "language"]);
    let levels = levels_of(draft, node, "level_type_override", &node.texts("level_type_override"));
    let aside = Some(draft::FALLBACK.to_owned());
    draft.note("level", levels, Basis::Stated, node.at("level_type_override"), aside);
    say_skills(draft, node, &SKILLS);
}

/// The members that hold the skills, as names or else as objects.
pub(super) const SKILLS: [&str; 2] = ["skill_names", "skills"];

/// Reads the skills from the first of these members that has any.
pub(super) fn say_skills(draft: &mut Draft, node: &Node<'_>, keys: &[&str]) {
    let named = keys.iter().find_map(|key| Some((draft::texts(node.texts(key))?, key)));
    if let Some((skills, key)) = named {
        draft.say("skills", Some(skills), node.at(key));
    }
}

/// Reads the languages from the first of these members that has any. An unknown language becomes a remark.
pub(super) fn say_languages(draft: &mut Draft, node: &Node<'_>, keys: &[&str]) {
    for key in keys {
        let mut languages = Vec::new();
        for text in node.texts(key) {
            for name in vocabulary::each_language(&text) {
                match vocabulary::language(&name) {
                    Some(language) => languages.push(language),
                    None => node.remark(key, format!("`{name}` is not a known language")),
                }
            }
        }
        if let value @ Some(_) = draft::texts(languages) {
            return draft.say("languages", value, node.at(key));
        }
    }
}

/// Reads the levels from the first of these members that has any. An unknown level becomes a remark.
pub(super) fn say_levels(draft: &mut Draft, node: &Node<'_>, keys: &[&str]) {
    for key in keys {
        if let value @ Some(_) = levels_of(draft, node, key, &node.texts(key)) {
            return draft.say("level", value, node.at(key));
        }
    }
}

/// The levels that a member names, as the value of a claim. An unknown level becomes a remark.
pub(super) fn levels_of(draft: &Draft, node: &Node<'_>, key: &str, names: &[String]) -> Option<Stated> {
    let mut levels = Vec::new();
    for name in names {
        let known = vocabulary::levels(name);
        if known.is_empty() {
            node.remark(key, format!("`{name}` is not a known level"));
        }
        levels.extend(known);
    }
    let has_several = levels.iter().any(|level| Some(level) != levels.first());
    let value = draft::levels(draft.thing, levels);
    if value.is_none() && has_several {
        node.remark(key, format!("`{}` {}", names.join(", "), draft::SEVERAL_LEVELS));
    }
    value
}

fn say_times(draft: &mut Draft, node: &Node<'_>) {
    if let Some(text) = node.text("program_duration_override") {
        say_length(draft, node, "program_duration_override", &text);
    }
    let hours = node.positive("total_hours_of_effort");
    draft.say("effort", hours.and_then(|hours| draft::positive(hours, hours)), node.at("total_hours_of_effort"));
    say_bounds(draft, "workload", node, ["min_hours_effort_per_week", "max_hours_effort_per_week"]);
}

/// Reports the weeks of a program without a length of which no course has weeks: in this format they are those of single
/// runs.
pub(super) fn tell_weeks(draft: &Draft, node: &Node<'_>) {
    let most = between(node, "weeks_to_complete_min", "weeks_to_complete_max").map(|(_, most)| most);
    let weeks = most.or_else(|| node.positive("weeks_to_complete"));
    let has_weeks = draft.has("length") || draft.courses.iter().any(|course| course.has("weeks"));
    if let Some(weeks) = weeks.filter(|_| !has_weeks) {
        let key = if node.has("weeks_to_complete_max") { "weeks_to_complete_max" } else { "weeks_to_complete" };
        node.remark(key, format!("{weeks} weeks are those of a run of one course, and not the length of the program"));
    }
}

/// Adds a range from its two bounds. If only one of them is stated, a note says so.
pub(super) fn say_bounds(draft: &mut Draft, field: &'static str, node: &Node<'_>, [low, high]: [&str; 2]) {
    say_between(draft, field, node, [low, high], draft::positive);
}

/// Adds what a range of two members means. A bound alone is no stated value, and noted as what it is.
pub(super) fn say_between(
    draft: &mut Draft,
    field: &'static str,
    node: &Node<'_>,
    [low, high]: [&str; 2],
    value: impl Fn(f64, f64) -> Option<Stated>,
) {
    let Some((least, most)) = between(node, low, high) else { return };
    let (at, aside) = match (node.positive(low), node.positive(high)) {
        (None, _) => (high, Some(draft::AT_MOST.to_owned())),
        (_, None) => (low, Some(draft::AT_LEAST.to_owned())),
        _ => (low, None),
    };
    draft.note(field, value(least, most), draft::basis_of(aside.is_some()), node.at(at), aside);
}

/// Reads a length of calendar time in words. Text that cannot be read becomes a remark.
pub(super) fn say_length(draft: &mut Draft, node: &Node<'_>, key: &str, text: &str) {
    let Some(measure) = measure::only(text, Measure::calendar) else {
        return node.remark(key, format!("`{text}` cannot be read as a length of time"));
    };
    if measure.is_reversed {
        node.remark(key, format!("`{text}` has the larger number first"));
    }
    let (low, high, unit, aside) = in_weeks_or_months(measure, text);
    draft.read("length", draft::length(low, high, unit), node.at(key), text, aside);
}

/// Converts a measure to weeks or months, the units of a catalogue. If it was stated in another unit, the note keeps the
/// original text.
pub(super) fn in_weeks_or_months(measure: Measure, text: &str) -> (f64, f64, TimeUnit, Option<String>) {
    let (factor, unit) = match measure.unit {
        measure::Unit::Week => (1.0, TimeUnit::Weeks),
        measure::Unit::Month => (1.0, TimeUnit::Months),
        measure::Unit::Year => (12.0, TimeUnit::Months),
        measure::Unit::Day | measure::Unit::Hour => (1.0 / 7.0, TimeUnit::Weeks),
    };
    let is_other = !matches!(measure.unit, measure::Unit::Week | measure::Unit::Month);
    let aside = is_other.then(|| measure::words_of(text));
    (measure.low * factor, measure.high * factor, unit, aside)
}

/// The weeks of a course whose length is stated in weeks or months, with what the source says if that is not weeks: a course
/// is kept in weeks only.
pub(super) fn in_weeks(
    (low, high): (f64, f64),
    unit: TimeUnit,
    text: &str,
    aside: Option<String>,
) -> (f64, f64, Option<String>) {
    match unit {
        TimeUnit::Weeks => (low, high, aside),
        TimeUnit::Months => {
            let weeks = |months: f64| (months * WEEKS_A_MONTH).round();
            (weeks(low), weeks(high), aside.or_else(|| Some(measure::words_of(text))))
        }
    }
}

/// Reads two members as a range. If one is missing, the other stands for both.
pub(super) fn between(node: &Node<'_>, low: &str, high: &str) -> Option<(f64, f64)> {
    let (first, second) = (node.positive(low), node.positive(high));
    let (first, second) = (first.or(second)?, second.or(first)?);
    if first > second {
        node.remark(low, format!("{first} to {second} has the larger number first"));
    }
    Some((first.min(second), first.max(second)))
}

fn say_prices(draft: &mut Draft, node: &Node<'_>) {
    for range in node.nodes("price_ranges") {
        let Some(currency) = range.text("currency").and_then(|code| amount::currency(&code)) else {
            range.remark("currency", "names no currency, so the prices were left out");
            continue;
        };
        let total = range.positive("total");
        draft.say(
            "price",
            total.and_then(|total| draft::money(total, total, currency, What::Program)),
            range.at("total"),
        );
        let single = |low, high| draft::money(low, high, currency, What::Course);
        say_between(draft, "course_price", &range, ["min", "max"], single);
    }
    say_subscription(draft, node);
}

/// Reads what a subscription costs.
pub(super) fn say_subscription(draft: &mut Draft, node: &Node<'_>) {
    for price in node.nodes("subscription_prices") {
        let currency = price.text("currency").and_then(|code| amount::currency(&code));
        let amount = price.positive("price").zip(currency);
        let value = amount.and_then(|(amount, currency)| draft::money(amount, amount, currency, What::Subscription));
        draft.say("other_price", value, price.at("price"));
    }
}
