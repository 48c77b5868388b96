//! Reads courses and course runs of course-discovery. If a course has several runs, one represents it: the advertised
//! one, or else one that is or will be open, or else the latest. Executive education and boot camps are courses there
//! and kinds of credential here.

use crate::catalog::import::json::Value;

use crate::catalog::import::amount::{self, What};
use crate::catalog::import::draft::{self, Draft, Listing, School};
use crate::catalog::import::found::Found;
use crate::catalog::import::identity::Identity;
use crate::catalog::import::node::Node;
use crate::catalog::import::stated::Stated;
use crate::catalog::import::vocabulary;
use crate::catalog::{Basis, Currency, Kind, TimeUnit};

use super::{address, say_bounds, say_languages, say_levels, schools};

/// The course types that are credentials here.
const CREDENTIALS: [(&str, Kind); 4] = [
    ("executive-education-2u", Kind::ExecutiveEducation),
    ("executive-education", Kind::ExecutiveEducation),
    ("bootcamp-2u", Kind::BootCamp),
    ("boot-camp", Kind::BootCamp),
];

/// Modes that give no certificate, or a certificate that does not belong to the program.
const NOT_PAID_FOR: [&str; 4] = ["audit", "honor", "credit", "masters"];

/// Reads a course on its own.
pub(in super::super) fn course(node: &Node<'_>) -> Found {
    let Some(mut draft) = within(node, &[]) else {
        return Found::Rejected("the course has neither a title nor a key".to_owned());
    };
    draft.as_of = node.moment("data_modified_timestamp");
    let slug = node.text("course_type").or_else(|| node.text("type"));
    let credential = CREDENTIALS.iter().find(|(known, _)| Some(*known) == slug.as_deref());
    if let Some((_, kind)) = credential {
        return Found::draft(as_program(&draft, node, kind));
    }
    super::seat_credit::tell_credit(node);
    with_programs(draft, node)
}

/// A course with the programs that it says it belongs to.
fn with_programs(course: Draft, node: &Node<'_>) -> Found {
    let programs = programs_of(&course, node);
    Found::Drafts(std::iter::once(course).chain(programs).collect())
}

/// The programs that a course says it belongs to, each with the course.
fn programs_of(course: &Draft, node: &Node<'_>) -> Vec<Draft> {
    let mut programs = Vec::new();
    for (number, item) in node.items("programs").iter().enumerate() {
        // Some selections of fields contain no more than the uuids.
        let Some(map) = item.as_object() else {
            programs.extend(item.as_str().and_then(Draft::known_by));
            continue;
        };
        let program = node.along(map, format!("{}/{number}", node.at("programs")));
        if let Found::Drafts(found) = super::only(&program) {
            programs.extend(found.into_iter().map(|draft| around(draft, course, &program)));
        }
    }
    let with_course = |program| Draft { courses: vec![course.clone()], listing: Listing::Partial, ..program };
    programs.into_iter().map(with_course).collect()
}

/// Adds to a program what its entry in one of its courses says: the number of its courses and, presumably, its school.
fn around(mut draft: Draft, course: &Draft, program: &Node<'_>) -> Draft {
    let count = program.positive("number_of_courses").and_then(draft::count);
    draft.say("courses", count, program.at("number_of_courses"));
    draft.as_of = draft.as_of.or(course.as_of);
    if draft.schools.is_empty() {
        draft.schools.clone_from(&course.schools);
        draft.schools_at.clone_from(&course.schools_at);
        draft.schools_note = Some("the school of one of its courses".to_owned());
    }
    draft
}

/// Reads a course run on its own, as a description of its course.
pub(in super::super) fn run(node: &Node<'_>) -> Found {
    let key = node.text("key").or_else(|| node.text("aggregation_key"));
    let title = node.text("title").or_else(|| key.clone());
    let (Some(title), Some(key)) = (title, key.as_deref().and_then(course_key)) else {
        return Found::Rejected("the course run has no key that names its course".to_owned());
    };
    let mut draft = Draft::course(title);
    draft.identities.push(Identity::Object(key.as_str().into()));
    draft.schools = schools_of(node, &key);
    draft.schools_at = node.at("key").into();
    draft.as_of = node.moment("data_modified_timestamp").or_else(|| node.moment("last_modified"));
    address(&mut draft, node);
    say_run(&mut draft, node);
    say_levels(&mut draft, node, &["level_type"]);
    say_price(&mut draft, node, std::slice::from_ref(node), &[], &[]);
    with_programs(draft, node)
}

/// Reads a course within a program; `None` if the course has neither title nor key. `seat_types` are the types of seats
/// that count for the program; empty if it names none.
pub(super) fn within(node: &Node<'_>, seat_types: &[String]) -> Option<Draft> {
    let key = node.text("key");
    let title = node.text("title").or_else(|| key.clone());
    let Some(title) = title else {
        node.remark("title", "is missing, and so is the key");
        return None;
    };
    let mut draft = Draft::course(title);
    draft.identities.extend(node.text("uuid").and_then(|uuid| Identity::uuid(&uuid)));
    draft.identities.extend(key.as_deref().and_then(identity_of));
    draft.schools = schools_of(node, key.as_deref().unwrap_or_default());
    draft.schools_at = node.at("owners").into();
    address(&mut draft, node);
    say_levels(&mut draft, node, &["level_type"]);
    draft.say("fields", draft::texts(node.texts("subjects")), node.at("subjects"));
    say_languages(&mut draft, node, &["languages", "language"]);
    super::say_skills(&mut draft, node, &super::SKILLS);
    let runs = by_rank(node);
    for run in &runs {
        say_run(&mut draft, run);
        if !draft.has("level") {
            say_levels(&mut draft, run, &["level_type"]);
        }
    }
    say_price(&mut draft, node, &runs, &node.nodes("entitlements"), seat_types);
    Some(draft)
}

fn schools_of(node: &Node<'_>, key: &str) -> Vec<School> {
    for list in ["owners", "organizations", "authoring_organizations"] {
        let found = schools(node, list);
        if !found.is_empty() {
            return found;
        }
    }
    let org = node.text("org").or_else(|| org_of(key));
    org.map(|org| School { key: Some(org), name: None }).into_iter().collect()
}

/// The key of a course from that of a run, which is `course-v1:Org+Number+Run` or, in older data, `Org/Number/Run`.
pub(in super::super) fn course_key(run: &str) -> Option<String> {
    let bare = run.split_once(':').map_or(run, |(_, bare)| bare);
    let mut parts = bare.split(if bare.contains('/') { '/' } else { '+' });
    let (org, number) = (parts.next()?, parts.next()?);
    (!org.is_empty() && !number.is_empty()).then(|| format!("{org}+{number}"))
}

/// The identity of a course under its own key or that of one of its runs.
pub(in super::super) fn identity_of(key: &str) -> Option<Identity> {
    let of_run = if key.starts_with("course-v1:") { course_key(key) } else { None };
    Identity::object(&of_run.unwrap_or_else(|| key.to_owned()))
}

/// The organization in the key of a course or a run.
pub(in super::super) fn org_of(key: &str) -> Option<String> {
    let (org, _) = key.split_once('+')?;
    Some(org.rsplit_once(':').map_or(org, |(_, org)| org).to_owned())
}

/// The runs of a course, with the representative one first.
fn by_rank<'v>(node: &Node<'v>) -> Vec<Node<'v>> {
    let advertised = node.text("advertised_course_run_uuid");
    let mut runs = node.nodes("course_runs");
    let rank = |run: &Node<'_>| {
        let is_advertised = advertised.is_some() && run.text("uuid") == advertised;
        let is_published = run.text("status").is_none_or(|status| status == "published");
        let availability = match run.text("availability").as_deref() {
            Some("Current") => 4,
            Some("Starting Soon") => 3,
            Some("Upcoming") => 2,
            Some("Archived") => 0,
            _ => 1,
        };
        // A run for the employees of one customer may differ from the course for everyone.
        let is_for_all = run.text("restriction_type").is_none();
        (is_for_all, is_advertised, is_published, availability, run.value("start").and_then(super::super::date::day))
    };
    runs.sort_by_cached_key(|run| std::cmp::Reverse(rank(run)));
    runs
}

/// Adds what a run states, unless an earlier run has stated it.
fn say_run(draft: &mut Draft, run: &Node<'_>) {
    if !draft.has("weeks") {
        let weeks = run.positive("weeks_to_complete");
        draft.say("weeks", weeks.and_then(|weeks| draft::positive(weeks, weeks)), run.at("weeks_to_complete"));
    }
    if !draft.has("workload") {
        say_bounds(draft, "workload", run, ["min_effort", "max_effort"]);
    }
    if !draft.has("pacing")
        && let Some(word) = run.text("pacing_type")
    {
        match vocabulary::pacing(&word) {
            Some(pacing) => draft.say("pacing", draft::text(pacing.slug()), run.at("pacing_type")),
            None => run.remark("pacing_type", format!("`{word}` is not a known pace")),
        }
    }
    if !draft.has("languages") {
        say_languages(draft, run, &["content_language"]);
    }
}

/// Adds the cheapest price of a certificate in each currency, among the entitlements and the seats of the first run
/// that sells any. Of a program that names the types of its seats, only those count.
fn say_price(draft: &mut Draft, around: &Node<'_>, runs: &[Node<'_>], entitlements: &[Node<'_>], types: &[String]) {
    let offer = |node: &Node<'_>, kind: &str| if is_paid_for(node, kind, types) { offer(node) } else { None };
    let standing = entitlements.iter().filter(|entitlement| entitlement.value("expires").is_none());
    let mut offers: Vec<(f64, Currency, String)> = standing.filter_map(|one| offer(one, "mode")).collect();
    let seats =
        runs.iter().map(|run| run.nodes("seats").iter().filter_map(|seat| offer(seat, "type")).collect::<Vec<_>>());
    offers.extend(seats.into_iter().find(|seats| !seats.is_empty()).unwrap_or_default());
    // Documents of the search have the price of the first seat that is sold, and no seats.
    if let Some(price) = around.positive("first_enrollable_paid_seat_price").filter(|_| offers.is_empty()) {
        offers.push((price, Currency::USD, around.at("first_enrollable_paid_seat_price").into()));
    }
    // Runs sold in other currencies give their price in dollars in a field next to the seats.
    let fixed = runs.iter().find_map(|run| Some((run.positive("fixed_price_usd")?, run.at("fixed_price_usd"))));
    if let Some((fixed, at)) = fixed.filter(|_| offers.iter().all(|(_, currency, _)| *currency != Currency::USD)) {
        offers.push((fixed, Currency::USD, at.into()));
    }
    let mut currencies: Vec<Currency> = offers.iter().map(|(_, currency, _)| *currency).collect();
    currencies.sort();
    currencies.dedup();
    for currency in currencies {
        let of_currency = offers.iter().filter(|(_, other, _)| *other == currency);
        if let Some((amount, _, at)) = of_currency.min_by(|a, b| a.0.total_cmp(&b.0)) {
            draft.say("price", draft::money(*amount, *amount, currency, What::Course), at.clone());
        }
    }
}

/// Whether a seat or entitlement gives the certificate: it is of one of the types, or of none that gives no
/// certificate.
fn is_paid_for(node: &Node<'_>, kind: &str, types: &[String]) -> bool {
    let Some(mode) = node.text(kind).map(|mode| mode.to_lowercase()) else { return false };
    if types.is_empty() { !NOT_PAID_FOR.contains(&mode.as_str()) } else { types.contains(&mode) && mode != "audit" }
}

/// The amount, currency and place of a paid seat or entitlement; `None` if it is free or incomplete.
fn offer(node: &Node<'_>) -> Option<(f64, Currency, String)> {
    let currency = match node.value("currency") {
        Some(Value::String(code)) => amount::currency(code),
        Some(Value::Object(map)) => map.get("code").and_then(Value::as_str).and_then(amount::currency),
        _ => None,
    };
    let amount = node.positive("price")?;
    if currency.is_none() {
        node.remark("currency", "names no currency, so the price was left out");
    }
    Some((amount, currency?, node.at("price").into()))
}

/// Turns a course that is a credential of its own into a program.
fn as_program(course: &Draft, node: &Node<'_>, kind: &Kind) -> Draft {
    let mut program = Draft::program(course.title.clone());
    program.identities.clone_from(&course.identities);
    program.schools.clone_from(&course.schools);
    program.schools_at.clone_from(&course.schools_at);
    program.as_of = course.as_of;
    program.say_kind(kind, Basis::Stated, node.at("course_type"), None);
    super::status::say_status_of_course(&mut program, node);
    super::say_platform(&mut program, node);
    for said in &course.says {
        let (field, value) = match (said.field, &said.value) {
            ("weeks", Stated::Number(weeks)) => ("length", Stated::Length(*weeks, TimeUnit::Weeks)),
            // In a program these facts are lists.
            ("pacing" | "level", Stated::Text(word)) => (said.field, Stated::Texts([word.clone()].into())),
            ("price", Stated::Money(price, currency, _, tax)) => {
                ("price", Stated::Money(*price, *currency, What::Program, *tax))
            }
            (field, value) => (field, value.clone()),
        };
        program.note(field, Some(value), said.basis, said.at.clone(), said.note.clone());
    }
    program.say("courses", draft::count(1.0), node.at("key"));
    program
}
