//! Reads Open edX course-discovery: programs at every level of detail of its API, documents of its search, and
//! pathways. A record may lack any field; if a program omits a fact, it is derived from its courses, provided that all
//! of them have it.

mod collect;
pub(super) mod course;
mod curricula;
mod degree;
mod derive;
mod pathway;

use std::borrow::Cow;

use super::json::Value;

use super::amount::{self, What};
use super::draft::{self, Acceptance, Draft, School};
use super::found::Found;
use super::identity::Identity;
use super::measure::{self, Measure};
use super::node::Node;
use super::vocabulary;
use crate::catalog::{Basis, Kind, Status};

pub(super) use derive::from_courses as from_courses_of;
pub(super) use pathway::pathway;

/// Reads a program of the API or the search.
pub(super) fn program(node: &Node<'_>) -> Found {
    let Some(title) = node.text("title").or_else(|| node.text("name")) else {
        return Found::Rejected("the program has no title".to_owned());
    };
    let mut draft = Draft::program(title);
    identify(&mut draft, node);
    draft.schools = schools(node, "authoring_organizations");
    draft.schools_at = node.at("authoring_organizations").into();
    draft.as_of = node.moment("data_modified_timestamp");
    say_kind(&mut draft, node);
    say_status(&mut draft, node);
    say_words(&mut draft, node);
    draft.courses = courses(node);
    say_courses(&mut draft, node);
    say_times(&mut draft, node);
    say_prices(&mut draft, node);
    say_credit(&mut draft, node);
    degree::say_degree(&mut draft, node);
    from_courses_of(&mut draft, node, "courses");
    say_weeks_alone(&mut draft, node);
    say_places(&mut draft, node);
    collect::from_records(&mut draft, node);
    Found::Drafts(std::iter::once(draft).chain(curricula::programs_within(node)).collect())
}

/// The weeks of a record that says nothing else of its length.
fn say_weeks_alone(draft: &mut Draft, node: &Node<'_>) {
    if let Some(weeks) = node.positive("weeks_to_complete").filter(|_| !draft.has("length")) {
        draft.say("length", draft::length(weeks, weeks, "weeks"), node.at("weeks_to_complete"));
    }
}

/// Keeps in words where the program is not offered.
fn say_places(draft: &mut Draft, node: &Node<'_>) {
    if node.flag("has_ofac_restrictions") == Some(true) {
        let words = node
            .text("ofac_comment")
            .unwrap_or_else(|| "not open to learners in countries under US sanctions".to_owned());
        draft.say("remark", draft::text(&words), node.at("has_ofac_restrictions"));
    }
    let Some(limits) = node.node("location_restriction") else { return };
    let places = [limits.texts("countries"), limits.texts("states")].concat();
    let is_only = limits.text("restriction_type").is_some_and(|kind| kind.eq_ignore_ascii_case("allowlist"));
    let words = if is_only { "offered only in" } else { "not offered in" };
    let words = format!("{words} {}", places.join(", "));
    draft.say("remark", draft::text(&words).filter(|_| !places.is_empty()), limits.at("countries"));
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
    let url = node.text("marketing_url").and_then(|url| Some((Identity::address(&url)?, url)));
    if let Some((identity, url)) = url {
        draft.identities.push(identity);
        if crate::catalog::is_web_address(&url) {
            draft.say("url", draft::text(&without_tracking(&url)), node.at("marketing_url"));
        }
    } else if let Some(slug) = node.text("marketing_slug") {
        draft.identities.extend(Identity::address(&format!("/{slug}")));
    }
}

/// Parameters that tell a site where a visitor comes from.
const TRACKING: [&str; 7] = ["gclid", "fbclid", "msclkid", "irclickid", "irgwc", "mc_cid", "mc_eid"];

/// Removes campaign tracking parameters from an address.
pub(super) fn without_tracking(url: &str) -> Cow<'_, str> {
    let Some((address, rest)) = url.split_once('?') else { return url.into() };
    let (query, fragment) = rest.split_once('#').map_or((rest, None), |(query, fragment)| (query, Some(fragment)));
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let is_tracking = |pair: &&str| name(pair).starts_with("utm_") || TRACKING.contains(&name(pair).as_str());
    if !query.split('&').any(|pair| is_tracking(&pair)) {
        return url.into();
    }
    let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracking(pair)).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{address}{query}{fragment}").into()
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

/// Sets the kind of a record that names none.
pub(super) fn without_kind(draft: &mut Draft) {
    draft.say_kind(&Kind::Other("Program".into()), Basis::Presumed, "", Some("the record names no kind"));
}

fn say_status(draft: &mut Draft, node: &Node<'_>) {
    let status = node.text("status").map(|status| status.to_lowercase());
    let is_hidden = node.flag("hidden") == Some(true);
    let (value, aside) = match status.as_deref() {
        Some("active" | "published") | None if is_hidden => (Status::Older, Some("hidden".to_owned())),
        Some("active" | "published") => (Status::Current, None),
        Some(other) => (Status::Older, Some(other.to_owned())),
        None => return without_status(draft),
    };
    draft.note("status", draft::text(value.slug()), Basis::Stated, node.at("status"), aside);
}

/// Sets the status of a record that names none: being in the export, it is presumed to be current.
pub(super) fn without_status(draft: &mut Draft) {
    let aside = Some("the record names no status".to_owned());
    draft.note("status", draft::text(Status::Current.slug()), Basis::Presumed, "", aside);
}

fn say_words(draft: &mut Draft, node: &Node<'_>) {
    let first = node.node("primary_subject_override").and_then(|subject| subject.text("name"));
    let fields = first.into_iter().chain(node.texts("subjects"));
    draft.say("fields", draft::texts(fields), node.at("subjects"));
    say_languages(draft, node, &["language_override", "languages", "language"]);
    say_levels(draft, node, &["level_type_override"]);
    say_skills(draft, node);
}

/// Reads the skills, as names or else as objects.
fn say_skills(draft: &mut Draft, node: &Node<'_>) {
    let named = ["skill_names", "skills"].into_iter().find_map(|key| Some((draft::texts(node.texts(key))?, key)));
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
        let mut levels = Vec::new();
        for text in node.texts(key) {
            match vocabulary::level(&text) {
                Some(level) => levels.push(level),
                None => node.remark(key, format!("`{text}` is not a known level")),
            }
        }
        if let value @ Some(_) = draft::levels(draft.thing, levels) {
            return draft.say("level", value, node.at(key));
        }
    }
}

/// The courses of a program, in order. A degree without a list of its own gets those of its curricula.
fn courses(node: &Node<'_>) -> Vec<Draft> {
    let seat_types: Vec<String> = node.texts("applicable_seat_types").iter().map(|kind| kind.to_lowercase()).collect();
    let own: Vec<Draft> =
        node.nodes("courses").iter().filter_map(|course| course::within(course, &seat_types)).collect();
    if own.is_empty() { curricula::courses(node) } else { once_each(node, own) }
}

/// Courses without those that a list repeats.
fn once_each(node: &Node<'_>, courses: Vec<Draft>) -> Vec<Draft> {
    let mut unique: Vec<Draft> = Vec::with_capacity(courses.len());
    for course in courses {
        let is_same = |other: &Draft| !course.identities.is_empty() && other.identities == course.identities;
        if unique.iter().any(is_same) {
            node.remark("courses", format!("“{}” is listed twice and counts once", course.title));
        } else {
            unique.push(course);
        }
    }
    unique
}

fn say_courses(draft: &mut Draft, node: &Node<'_>) {
    // A list of mere keys counts as well; an empty list says nothing.
    let titled =
        |course: &&Value<'_>| course.get("title").or_else(|| course.get("key")).is_some_and(|name| !name.is_null());
    let own = node.items("courses").iter().filter(|course| !course.is_null());
    let unread = own.clone().filter(|course| !titled(course)).count();
    let listed = if draft.courses.is_empty() { own.count() } else { draft.courses.len() + unread };
    draft.say("courses", draft::count(listed as f64), node.at("courses"));
    if !draft.courses.is_empty() && unread > 0 {
        node.remark("courses", format!("{unread} of {listed} courses could not be read"));
    }
}

fn say_times(draft: &mut Draft, node: &Node<'_>) {
    if let Some(text) = node.text("program_duration_override") {
        say_length(draft, node, "program_duration_override", &text);
    }
    let hours = node.positive("total_hours_of_effort");
    draft.say("effort", hours.and_then(|hours| draft::positive(hours, hours)), node.at("total_hours_of_effort"));
    say_hours(draft, node, "min_hours_effort_per_week", "max_hours_effort_per_week");
}

/// Reads hours a week from a member for each bound. One of them alone is marked as a bound.
pub(super) fn say_hours(draft: &mut Draft, node: &Node<'_>, low: &str, high: &str) {
    let Some((least, most)) = between(node, low, high) else { return };
    let (at, bound) = match (node.has(low), node.has(high)) {
        (true, true) => (low, None),
        (true, false) => (low, Some("at least; the most is not stated".to_owned())),
        (false, _) => (high, Some("at most; the least is not stated".to_owned())),
    };
    draft.note("workload", draft::positive(least, most), Basis::Stated, node.at(at), bound);
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
    draft.note("length", draft::length(low, high, unit), Basis::Stated, node.at(key), aside);
}

/// Converts a measure to weeks or months, the units of a catalogue. If it was stated in another unit or as approximate,
/// the note keeps the original text.
pub(super) fn in_weeks_or_months(measure: Measure, text: &str) -> (f64, f64, &'static str, Option<String>) {
    let (factor, unit) = match measure.unit {
        measure::Unit::Week => (1.0, "weeks"),
        measure::Unit::Month => (1.0, "months"),
        measure::Unit::Year => (12.0, "months"),
        measure::Unit::Day | measure::Unit::Hour => (1.0 / 7.0, "weeks"),
    };
    let is_about = text.to_lowercase().contains("approx") || text.contains('~');
    let is_other = !matches!(measure.unit, measure::Unit::Week | measure::Unit::Month);
    let aside = (is_about || is_other).then(|| format!("stated as “{text}”"));
    (measure.low * factor, measure.high * factor, unit, aside)
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
        let single = between(&range, "min", "max");
        let single = single.and_then(|(low, high)| draft::money(low, high, currency, What::Course));
        draft.say("course_price", single, range.at("min"));
    }
    for price in node.nodes("subscription_prices") {
        let currency = price.text("currency").and_then(|code| amount::currency(&code));
        let amount = price.positive("price").zip(currency);
        let value = amount.and_then(|(amount, currency)| draft::money(amount, amount, currency, What::Subscription));
        draft.say("other_price", value, price.at("price"));
    }
}

fn say_credit(draft: &mut Draft, node: &Node<'_>) {
    let units = node.positive("credit_value");
    let condition = node.text("credit_redemption_overview");
    if units.is_none() && condition.is_none() {
        return;
    }
    let is_denied = units.is_none() && condition.as_deref().is_some_and(denies_credit);
    for school in schools(node, "credit_backing_organizations").into_iter().filter(|_| !is_denied) {
        let Some(name) = school.name.or(school.key) else { continue };
        draft.acceptances.push(Acceptance {
            counts: "credit",
            school: name,
            degree: None,
            amount: units.map(|units| format!("{units} credits")),
            condition: condition.clone(),
            is_open: true,
            at: node.at("credit_redemption_overview").into(),
        });
    }
    let credit = if draft.acceptances.is_empty() { "possible" } else { "pathway" };
    let credit = if is_denied { "none" } else { credit };
    draft.say("credit", draft::text(credit), node.at("credit_redemption_overview"));
}

/// Whether a text about credit says that there is none.
fn denies_credit(text: &str) -> bool {
    const DENIALS: [&str; 8] = [
        "not eligible",
        "no credit",
        "no academic credit",
        "not for credit",
        "non-credit",
        "noncredit",
        "not carry",
        "without credit",
    ];
    let lower = text.to_lowercase();
    DENIALS.iter().any(|denial| lower.contains(denial))
}

/// Sets whether a course is still offered, according to its runs; if they do not say, it is presumed to be current.
fn say_status_of_course(draft: &mut Draft, node: &Node<'_>) {
    let runs = node.nodes("course_runs");
    let known: Vec<bool> =
        runs.iter().filter_map(|run| run.flag("is_marketable").or_else(|| run.flag("is_enrollable"))).collect();
    if known.is_empty() {
        let is_over = |run: &Node<'_>| {
            run.text("availability").is_some_and(|word| word == "Archived")
                || run.text("status").is_some_and(|word| word == "unpublished")
        };
        if runs.is_empty() || !runs.iter().all(is_over) {
            return without_status(draft);
        }
        let older = draft::text(Status::Older.slug());
        return draft.derive("status", older, node.at("course_runs"), "no run is published or to come");
    }
    let status = if known.contains(&true) { Status::Current } else { Status::Older };
    draft.derive("status", draft::text(status.slug()), node.at("course_runs"), "from its runs");
}
