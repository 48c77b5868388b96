//! Reads records of search indexes: the public product index of edX, in its older and its newer form, and that of its
//! enterprise catalogue. The records are flat, and use names where the API uses slugs. A list without known values
//! contains the text `null`.

use super::amount::{self, What};
use super::discovery::{self, course, places, say_languages, say_levels};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::Identity;
use super::node::{Node, Pointer};
use super::tracking::without_tracking;
use super::vocabulary;
use crate::catalog::{Basis, Currency, Kind, Status, TimeUnit};

/// Reads a record of the public index.
pub(super) fn public(node: &Node<'_>) -> Found {
    let Some(title) = node.text("title").or_else(|| node.text("product_name")) else {
        return Found::Rejected("the record has no title".to_owned());
    };
    let product = node.text("product").or_else(|| node.text("product_type")).unwrap_or_default();
    let of_product = Some(vocabulary::kind(&product))
        .filter(|kind| matches!(kind, Kind::ExecutiveEducation | Kind::BootCamp))
        .map(|kind| (kind, node.at("product")));
    let of_type = program_type(node);
    let is_course =
        product.eq_ignore_ascii_case("course") || node.text("objectID").is_some_and(|id| id.starts_with("course-"));
    let mut draft = match of_product.or(of_type.filter(|_| !is_course)) {
        Some((kind, at)) => {
            let mut draft = Draft::program(title);
            draft.say_kind(&kind, Basis::Stated, at, None);
            draft
        }
        None if is_course => Draft::course(title),
        None => {
            let mut draft = Draft::program(title);
            discovery::without_kind(&mut draft);
            draft
        }
    };
    identify(&mut draft, node, if node.has("product_uuid") { &NEWER_IDS } else { &["uuid", "objectID"] });
    (draft.schools, draft.schools_at) = schools(node);
    let subjects = if node.has("subject") { "subject" } else { "attributes" };
    say_common(&mut draft, node, subjects, &["skills"], "level");
    say_languages(&mut draft, node, &["language"]);
    say_effort(&mut draft, node);
    if let Some(run) = node.node("active_course_run").filter(|_| draft.thing == Thing::Course) {
        say_effort_of_run(&mut draft, &run);
    }
    if draft.thing == Thing::Program {
        discovery::say_subscription(&mut draft, node);
        say_availability(&mut draft, node);
        draft.courses = node.texts("course_titles").into_iter().map(Draft::course).collect();
        draft.courses.iter_mut().for_each(|course| course.schools.clone_from(&draft.schools));
        draft.say("courses", draft::count(draft.courses.len() as f64), node.at("course_titles"));
    }
    Found::draft(draft)
}

/// The identifiers in the newer form of the public index.
const NEWER_IDS: [&str; 2] = ["product_uuid", "objectID"];

/// Reads a record of the enterprise index.
pub(super) fn enterprise(node: &Node<'_>) -> Found {
    let Some(title) = node.text("title") else {
        return Found::Rejected("the record has no title".to_owned());
    };
    let is_credential = |kind: &Kind| matches!(kind, Kind::ExecutiveEducation | Kind::BootCamp);
    let of_member =
        |key| Some((node.text(key).map(|name| vocabulary::kind(&name)).filter(is_credential)?, node.at(key)));
    let credential = of_member("learning_type").or_else(|| of_member("course_type"));
    let is_program = node.text("content_type").as_deref() == Some("program");
    let mut draft = match (is_program, credential) {
        (true, _) => Draft::program(title),
        (false, Some((kind, at))) => {
            let mut draft = Draft::program(title);
            draft.say_kind(&kind, Basis::Stated, at, None);
            draft
        }
        (false, None) => Draft::course(title),
    };
    if is_program {
        match program_type(node) {
            Some((kind, at)) => draft.say_kind(&kind, Basis::Stated, at, None),
            None => discovery::without_kind(&mut draft),
        }
        say_listed(&mut draft, node);
    }
    identify(&mut draft, node, if is_program { &["uuid", "aggregation_key"] } else { &["uuid", "key"] });
    let partners = node.nodes("partners").into_iter();
    draft.schools = partners.map(|one| School { key: one.text("key"), name: one.text("name") }).collect();
    draft.schools.retain(|school| school.key.is_some() || school.name.is_some());
    key_of_only_school(&mut draft, node);
    draft.schools_at = node.at("partners").into();
    say_common(&mut draft, node, "subjects", &discovery::SKILLS, "level_type");
    say_languages(&mut draft, node, &["languages", "language"]);
    say_dollars(&mut draft, node);
    if let Some(run) = node.node("advertised_course_run") {
        say_effort(&mut draft, &run);
    }
    if draft.thing == Thing::Program {
        say_availability(&mut draft, node);
    }
    Found::draft(draft)
}

/// The kind of a program: the first of its types. Another one is reported.
fn program_type<'n>(node: &'n Node<'_>) -> Option<(Kind, Pointer<'n>)> {
    let key = if node.has("program_type") { "program_type" } else { "product_type" };
    let names = node.texts(key);
    let kinds: Vec<Kind> = names.iter().map(|name| vocabulary::kind(name)).collect();
    for (kind, name) in kinds.iter().zip(&names).skip(1).filter(|(kind, _)| Some(*kind) != kinds.first()) {
        node.remark(key, format!("`{name}` ({}) is a second kind, and a program has one", kind.name()));
    }
    kinds.into_iter().next().map(|kind| (kind, node.at(key)))
}

/// Keeps where a program can be taken, for which a catalogue has no fact.
fn say_places(draft: &mut Draft, node: &Node<'_>) {
    for (key, words) in [("allowed_in", places::ONLY_IN), ("blocked_in", places::NOT_IN)] {
        places::say_restriction(draft, words, &node.texts(key), node.at(key));
    }
}

/// Reads the identities of a record. Its uuid takes precedence over the key under which it was filed, which may be that
/// of another program.
fn identify(draft: &mut Draft, node: &Node<'_>, keys: &[&str]) {
    let found: Vec<Identity> = keys.iter().filter_map(|key| Identity::object(&node.text(key)?)).collect();
    if let [own, filed, ..] = &found[..]
        && own != filed
        && matches!((own, filed), (Identity::Uuid(_), Identity::Uuid(_)))
    {
        node.remark(keys[1], "names a different program from the uuid; the uuid was used");
    }
    let takes_all = !matches!(found.first(), Some(Identity::Uuid(_))) || draft.thing == Thing::Course;
    draft.identities = found.into_iter().take(if takes_all { usize::MAX } else { 1 }).collect();
    let url = node.text("marketing_url").or_else(|| node.text("external_url"));
    // A path on the site is no address that can be opened, and tells the program apart all the same.
    draft.identities.extend(url.as_deref().and_then(Identity::address));
    if let Some(url) = url.filter(|url| crate::catalog::is_web_address(url)) {
        draft.say("url", draft::text(&without_tracking(&url)), node.at("marketing_url"));
    } else if let Some(slug) = node.text("product_slug") {
        let path = format!("/{}", slug.trim_start_matches('/'));
        draft.identities.extend(Identity::address(&path));
        let url = format!("https://www.edx.org{path}");
        draft.derive("url", draft::text(&url), node.at("product_slug"), "its path on the site of edX");
    }
}

/// Reads the schools: owners with key and name, or partners, whose keys are in a parallel list if at all.
fn schools(node: &Node<'_>) -> (Vec<School>, String) {
    let owners = discovery::schools(node, "owners");
    if !owners.is_empty() {
        return (owners, node.at("owners").into());
    }
    let keys = node.texts("partner_keys");
    let names = node.texts(if node.has("partner") { "partner" } else { "partner_name" });
    let paired = keys.len() == names.len();
    let key_of = |at: usize| keys.get(at).filter(|_| paired).cloned();
    let schools = names.into_iter().enumerate().map(|(at, name)| School { key: key_of(at), name: Some(name) });
    (schools.collect(), node.at("partner").into())
}

fn say_common(draft: &mut Draft, node: &Node<'_>, subjects: &str, skills: &[&str], level: &str) {
    say_levels(draft, node, &[level]);
    if draft.thing == Thing::Program {
        draft.say("fields", draft::texts(node.texts(subjects)), node.at(subjects));
        discovery::say_skills(draft, node, skills);
        say_places(draft, node);
        discovery::say_platform(draft, node);
    }
}

fn say_effort(draft: &mut Draft, node: &Node<'_>) {
    discovery::say_bounds(draft, "workload", node, ["min_effort", "max_effort"]);
    if !draft.has("workload") {
        discovery::say_bounds(draft, "workload", node, ["min_hours_effort_per_week", "max_hours_effort_per_week"]);
    }
    let weeks = node.positive("weeks_to_complete");
    if weeks.is_none() {
        say_weeks_of_run(draft, node);
    }
    let value = match draft.thing {
        Thing::Course => weeks.and_then(|weeks| draft::positive(weeks, weeks)),
        Thing::Program => weeks.and_then(|weeks| draft::length(weeks, weeks, TimeUnit::Weeks)),
    };
    let field = if draft.thing == Thing::Course { "weeks" } else { "length" };
    draft.say(field, value, node.at("weeks_to_complete"));
    if draft.thing == Thing::Course
        && let Some(pacing) = node.text("pacing_type").and_then(|word| vocabulary::pacing(&word))
    {
        draft.say("pacing", draft::text(pacing.slug()), node.at("pacing_type"));
    }
}

/// Reads from the run of a course what its own record does not say.
fn say_effort_of_run(draft: &mut Draft, run: &Node<'_>) {
    let mut of_run = Draft::course(String::new());
    say_effort(&mut of_run, run);
    let new: Vec<_> = of_run.says.into_iter().filter(|said| !draft.has(said.field)).collect();
    draft.says.extend(new);
}

/// Reads the weeks of the shortest and the longest run, which are those of a course and not of a program.
fn say_weeks_of_run(draft: &mut Draft, node: &Node<'_>) {
    match draft.thing {
        Thing::Course => {
            discovery::say_bounds(draft, "weeks", node, ["weeks_to_complete_min", "weeks_to_complete_max"]);
        }
        Thing::Program => discovery::tell_weeks(draft, node),
    }
}

/// Sets the status: a record is older if all its runs are archived, and current otherwise.
fn say_availability(draft: &mut Draft, node: &Node<'_>) {
    let words = node.texts("availability");
    if words.is_empty() {
        return discovery::without_status(draft);
    }
    let is_over = words.iter().all(|word| word.eq_ignore_ascii_case("archived"));
    let status = if is_over { Status::Older } else { Status::Current };
    draft.note(
        "status",
        draft::text(status.slug()),
        Basis::Stated,
        node.at("availability"),
        is_over.then(|| "archived".to_owned()),
    );
}

/// If a record has a single partner and its keys name a single organization, that organization is the partner's key.
fn key_of_only_school(draft: &mut Draft, node: &Node<'_>) {
    let keys = node.texts("course_keys").into_iter().chain(node.text("key"));
    let mut keys: Vec<String> = keys.filter_map(|key| course::org_of(&key)).collect();
    keys.sort();
    keys.dedup();
    if let ([school], [key]) = (&mut draft.schools[..], &keys[..]) {
        school.key.get_or_insert_with(|| key.clone());
    }
}

/// Reads the courses that a program lists, with their keys where it has them.
fn say_listed(draft: &mut Draft, node: &Node<'_>) {
    for detail in node.nodes("course_details") {
        let key = detail.text("key");
        let Some(title) = detail.text("title").or_else(|| key.clone()) else { continue };
        let mut listed = Draft::course(title);
        listed.identities.extend(key.as_deref().and_then(course::identity_of));
        let org = key.as_deref().and_then(course::org_of);
        listed.schools = org.map(|org| School { key: Some(org), name: None }).into_iter().collect();
        draft.courses.push(listed);
    }
    // Courses of which only the keys are listed may have records of their own.
    let listed: Vec<Identity> = draft.courses.iter().flat_map(|course| course.identities.clone()).collect();
    let keys = node.texts("course_keys").into_iter().filter_map(|key| course::identity_of(&key));
    let unnamed = keys.filter(|key| !listed.contains(key));
    draft.courses.extend(unnamed.map(|key| Draft { identities: vec![key], ..Draft::course(String::new()) }));
    let count = node.items("course_keys").len().max(draft.courses.len());
    draft.say("courses", draft::count(count as f64), node.at("course_keys"));
}

/// Reads the prices, which are always in US dollars in this index.
fn say_dollars(draft: &mut Draft, node: &Node<'_>) {
    let ranges = node.nodes("prices");
    let totals: Vec<f64> = ranges.iter().filter_map(|range| range.positive("total")).collect();
    let plain: Vec<f64> = node.items("prices").iter().filter_map(amount::number).filter(|price| *price > 0.0).collect();
    let amounts = if totals.is_empty() { plain } else { totals };
    let paid_seat = node.positive("first_enrollable_paid_seat_price");
    match (draft.thing, &amounts[..], paid_seat) {
        (Thing::Course, _, Some(price)) => {
            draft.say(
                "price",
                draft::money(price, price, Currency::USD, What::Course),
                node.at("first_enrollable_paid_seat_price"),
            );
        }
        (Thing::Program, [], Some(price)) => {
            let value = draft::money(price, price, Currency::USD, What::Program);
            draft.say("price", value, node.at("first_enrollable_paid_seat_price"));
        }
        (Thing::Program, [price], _) => {
            draft.say("price", draft::money(*price, *price, Currency::USD, What::Program), node.at("prices"));
        }
        (Thing::Program, [_, ..], _) => node.remark("prices", "names several prices without saying what each is for"),
        _ => say_entitlement(draft, node),
    }
}

/// Reads the price of a course that is sold as a whole: of its cheapest entitlement, or else of its content.
fn say_entitlement(draft: &mut Draft, node: &Node<'_>) {
    let what = if draft.thing == Thing::Course { What::Course } else { What::Program };
    let offer = |entitlement: &Node<'_>| {
        let currency = entitlement.text("currency").and_then(|code| amount::currency(&code));
        Some((entitlement.positive("price")?, currency.unwrap_or(Currency::USD), String::from(entitlement.at("price"))))
    };
    let cheapest = node.nodes("entitlements").iter().filter_map(offer).min_by(|a, b| a.0.total_cmp(&b.0));
    let content = || {
        let inner = node.node("normalized_metadata");
        let mut nodes = inner.iter().chain([node]);
        nodes.find_map(|node| Some((node.positive("content_price")?, Currency::USD, node.at("content_price").into())))
    };
    if let Some((price, currency, at)) = cheapest.or_else(content) {
        draft.say("price", draft::money(price, price, currency, what), at);
    }
}
