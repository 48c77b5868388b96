//! Reads MITx Online and MIT Learn: programs and courses with their requirements, and the resources of MIT Learn, which
//! aggregates them. Prices occur in several places and may differ; each becomes a claim of its own.

mod codes;
mod listed;

use super::amount::{self, What};
use super::discovery::{self, course};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::Identity;
use super::measure::{self, Measure};
use super::node::Node;
use super::tracking::without_tracking;
use super::vocabulary;
use crate::catalog::{Basis, Currency, Kind, Status, TimeUnit};

/// The platforms whose numbers courses have, where a record names no other.
const ONLINE: &str = "mitxonline";
const LEARN: &str = "mit-learn";

/// The only school of MITx Online.
fn mit() -> Vec<School> {
    vec![School { key: Some("MITx".to_owned()), name: Some("Massachusetts Institute of Technology".to_owned()) }]
}

/// Reads a program of MITx Online.
pub(super) fn online_program(node: &Node<'_>) -> Found {
    let Some(mut draft) = online(node, Thing::Program) else {
        return Found::Rejected("the program has no title".to_owned());
    };
    let named = ["program_type", "certificate_type"].into_iter().find_map(|key| Some((node.text(key)?, key)));
    match named {
        Some((name, key)) => draft.say_kind(&vocabulary::kind(&name), Basis::Stated, node.at(key), None),
        None => discovery::without_kind(&mut draft),
    }
    match node.flag("live") {
        Some(true) => draft.say("status", draft::text(Status::Current.slug()), node.at("live")),
        Some(false) => {
            draft.note(
                "status",
                draft::text(Status::Older.slug()),
                Basis::Stated,
                node.at("live"),
                Some("not live".to_owned()),
            );
        }
        None => discovery::without_status(&mut draft),
    }
    match platform(node) {
        Some(platform) => draft.say("platform", draft::text(&platform), node.at("platform")),
        None => draft.derive("platform", draft::text("MITx Online"), node.at("readable_id"), "from its identifier"),
    }
    let credits = node.text("credits").map(|credits| format!("{credits} credits"));
    draft.say("remark", credits.and_then(|credits| draft::text(&credits)), node.at("credits"));
    listed::say_requirements(&mut draft, node);
    let price = |low, high| draft::money(low, high, Currency::USD, What::Program);
    discovery::say_between(&mut draft, "price", node, ["min_price", "max_price"], price);
    Found::draft(draft)
}

/// Reads a course of MITx Online.
pub(super) fn online_course(node: &Node<'_>) -> Found {
    let course = course_of(node, platform(node).as_deref());
    course.map_or_else(|| Found::Rejected("the course has no title".to_owned()), Found::draft)
}

/// The platform that a record states. MIT xPRO answers in the same form as MITx Online.
fn platform(node: &Node<'_>) -> Option<String> {
    named_or_coded(node, "platform")
}

/// The name in a member that is an object with a name or a code, or a text that is either.
fn named_or_coded(node: &Node<'_>, key: &str) -> Option<String> {
    let found = match node.node(key) {
        Some(inner) => inner.text("name").or_else(|| inner.text("code")),
        None => node.text(key),
    };
    found.map(codes::name_of)
}

/// Reads a course, on its own or in a program of this platform.
fn course_of(node: &Node<'_>, platform: Option<&str>) -> Option<Draft> {
    let mut draft = online(node, Thing::Course)?;
    draft.identities.extend(node.text("id").map(|id| numbered(platform.unwrap_or(ONLINE), &id)));
    let runs = node.nodes("courseruns");
    let live = runs.iter().find(|run| run.flag("is_enrollable") == Some(true)).or_else(|| runs.first());
    if let Some(is_self_paced) = live.and_then(|run| run.flag("is_self_paced")) {
        let pacing = if is_self_paced { "self-paced" } else { "instructor-paced" };
        draft.say("pacing", draft::text(pacing), node.at("courseruns"));
    }
    if !draft.has("price") {
        let product = |run: &Node<'_>| run.nodes("products").iter().find_map(|product| product.positive("price"));
        let price = live.and_then(|run| product(run).or_else(|| run.positive("current_price")));
        let value = price.and_then(|price| draft::money(price, price, Currency::USD, What::Course));
        draft.say("price", value, node.at("courseruns"));
    }
    Some(draft)
}

/// Reads what programs and courses of MITx Online have in common.
fn online(node: &Node<'_>, thing: Thing) -> Option<Draft> {
    let mut draft = Draft { thing, title: node.text("title")?, schools: mit(), ..Draft::default() };
    draft.schools_at = node.at("readable_id").into();
    draft.identities.extend(readable(node, thing));
    if let Some(url) = node.text("url") {
        say_address(&mut draft, node, &url);
    }
    let page = node.node("page");
    if let Some(page) = &page {
        say_page(&mut draft, page, platform(node).as_deref());
    }
    draft.say("fields", draft::texts(node.texts("topics")), node.at("topics"));
    say_times(&mut draft, node, page.as_ref());
    page.iter().chain([node]).for_each(|node| say_charges(&mut draft, node));
    Some(draft)
}

/// The identity in the member `readable_id`; a course is identified by its key, and not by a run.
fn readable(node: &Node<'_>, thing: Thing) -> Option<Identity> {
    let id = node.text("readable_id")?;
    let key = if thing == Thing::Course { course::course_key(&id) } else { None };
    Identity::object(&key.unwrap_or(id))
}

/// Reads the prices that a record or its page shows, which are in US dollars.
fn say_charges(draft: &mut Draft, node: &Node<'_>) {
    for key in ["price", "current_price"] {
        if let Some(text) = node.text(key) {
            match amount::price(&text, Some(Currency::USD)) {
                Ok(price) if price.high > 0.0 => draft::say_price(draft, &price, What::Program, node.at(key)),
                Ok(_) => {}
                Err(_) => node.remark(key, format!("`{text}` is not a single price")),
            }
        }
    }
}

/// Reads the address as an identity, and as a fact if it can be opened.
fn say_address(draft: &mut Draft, node: &Node<'_>, url: &str) {
    draft.identities.extend(Identity::address(url));
    if crate::catalog::is_web_address(url) {
        draft.say("url", draft::text(&without_tracking(url)), node.at("url"));
    } else {
        node.remark("url", format!("`{url}` is no whole address, so no page is on record"));
    }
}

/// Reads the address of the page, which is a path on the site of MITx Online. Other platforms answer in the same form.
fn say_page(draft: &mut Draft, page: &Node<'_>, platform: Option<&str>) {
    let Some(path) = page.text("page_url").filter(|_| !draft.has("url")) else { return };
    if crate::catalog::is_web_address(&path) {
        return say_address(draft, page, &path);
    }
    match platform.map(vocabulary::folded).as_deref() {
        None | Some("mitx online" | "mitxonline") if path.starts_with('/') => {
            let url = format!("https://mitxonline.mit.edu{path}");
            draft.identities.extend(Identity::address(&url));
            draft.derive("url", draft::text(&url), page.at("page_url"), "its path on the site of MITx Online");
        }
        _ => page.remark("page_url", format!("`{path}` is no whole address, so no page is on record")),
    }
}

/// The number of a course on a platform, by which programs refer to it.
fn numbered(platform: &str, id: &str) -> Identity {
    Identity::Object(format!("{}-course {id}", vocabulary::folded(platform).replace(' ', "")).into())
}

/// Reads weeks and hours a week, as numbers and in words. What the record, its bounds and its page say may differ, and
/// each becomes a claim.
fn say_times(draft: &mut Draft, node: &Node<'_>, page: Option<&Node<'_>>) {
    let is_course = draft.thing == Thing::Course;
    let field = if is_course { "weeks" } else { "length" };
    discovery::say_between(draft, field, node, ["min_weeks", "max_weeks"], |low, high| {
        if is_course { draft::positive(low, high) } else { draft::length(low, high, TimeUnit::Weeks) }
    });
    let of_page = |key| page.and_then(|page| Some((page, key, page.text(key)?)));
    let of_record = |key| Some((node, key, node.text(key)?));
    for (node, key, text) in of_record("duration").into_iter().chain(of_page("length")) {
        say_span(draft, node, key, &text);
    }
    discovery::say_bounds(draft, "workload", node, ["min_weekly_hours", "max_weekly_hours"]);
    for (node, key, text) in of_record("time_commitment").into_iter().chain(of_page("effort")) {
        match measure::only(&text, Measure::hours_a_week) {
            Some(hours) => draft.read("workload", draft::positive(hours.low, hours.high), node.at(key), &text, None),
            None if draft.has("workload") => {}
            None => node.remark(key, format!("`{text}` names no hours a week that can be read")),
        }
    }
}

/// Reads a length of calendar time in words.
fn say_span(draft: &mut Draft, node: &Node<'_>, key: &str, text: &str) {
    let Some(measure) = measure::only(text, Measure::calendar) else {
        if !draft.has("length") && !draft.has("weeks") {
            node.remark(key, format!("`{text}` cannot be read as a length of time"));
        }
        return;
    };
    let (low, high, unit, aside) = discovery::in_weeks_or_months(measure, text);
    match draft.thing {
        Thing::Program => draft.read("length", draft::length(low, high, unit), node.at(key), text, aside),
        Thing::Course => {
            let (low, high, aside) = discovery::in_weeks((low, high), unit, text, aside);
            draft.read("weeks", draft::positive(low, high), node.at(key), text, aside);
        }
    }
}

/// Reads a resource of MIT Learn.
pub(super) fn learn(node: &Node<'_>) -> Found {
    let thing = match node.text("resource_type").as_deref() {
        Some("program") => Thing::Program,
        Some("course") => Thing::Course,
        Some(other) => {
            return Found::LeftOut(format!("a resource of the type {other} is neither a program nor a course"));
        }
        None if has_runs(node) => Thing::Course,
        None => return Found::Rejected("the resource has no type".to_owned()),
    };
    let Some(title) = node.text("title") else {
        return Found::Rejected("the resource has no title".to_owned());
    };
    Found::draft(resource(node, Draft { thing, title, ..Draft::default() }))
}

/// Reads a resource, on its own or in a program.
fn resource(node: &Node<'_>, mut draft: Draft) -> Draft {
    let thing = draft.thing;
    draft.identities.extend(node.text("uuid").and_then(|uuid| Identity::uuid(&uuid)));
    draft.identities.extend(readable(node, thing));
    if let Some(url) = node.text("url") {
        say_address(&mut draft, node, &url);
    }
    let offered = named_or_coded(node, "offered_by");
    draft.schools = offered.map(|name| School { key: None, name: Some(name) }).into_iter().collect();
    draft.schools_at = node.at("offered_by").into();
    if thing == Thing::Course {
        draft.identities.extend(node.text("id").map(|id| numbered(LEARN, &id)));
    }
    draft.as_of = node.moment("last_modified");
    say_times(&mut draft, node, None);
    say_resource_prices(&mut draft, node);
    say_pace(&mut draft, node);
    say_levels_of_runs(&mut draft, node);
    draft.say("fields", draft::texts(node.texts("topics")), node.at("topics"));
    say_languages_of_runs(&mut draft, node);
    if thing == Thing::Program {
        say_resource(&mut draft, node);
    }
    draft
}

/// Whether a record without a type says when it is taught, as the courses of MIT Professional Education do.
fn has_runs(node: &Node<'_>) -> bool {
    !node.nodes("runs").is_empty() || node.map().keys().any(|key| key.starts_with("run__"))
}

/// Reads the level, which only runs have.
fn say_levels_of_runs(draft: &mut Draft, node: &Node<'_>) {
    for run in node.nodes("runs") {
        if !draft.has("level") {
            discovery::say_levels(draft, &run, &["level"]);
        }
    }
}

/// Reads the languages of a resource, or else those of the first run that has any.
fn say_languages_of_runs(draft: &mut Draft, node: &Node<'_>) {
    for node in std::iter::once(node.clone()).chain(node.nodes("runs")) {
        if !draft.has("languages") {
            discovery::say_languages(draft, &node, &["languages", "language"]);
        }
    }
}

fn say_resource(draft: &mut Draft, node: &Node<'_>) {
    let kind = node.node("certification_type").and_then(|kind| kind.text("name").or_else(|| kind.text("code")));
    // MIT Professional Education names the certificate of its programs here, and that of the program of a course too.
    let of_certificate =
        || node.text("course_certificate").filter(|name| !matches!(vocabulary::kind(name), Kind::Other(_)));
    let certified = kind.or_else(|| node.text("certification")).map(|name| (name, "certification_type"));
    match certified.or_else(|| Some((of_certificate()?, "course_certificate"))) {
        Some((name, key)) => draft.say_kind(&vocabulary::kind(&name), Basis::Stated, node.at(key), None),
        None => discovery::without_kind(draft),
    }
    match node.flag("published") {
        Some(false) => {
            let aside = Some("not published".to_owned());
            draft.note("status", draft::text(Status::Older.slug()), Basis::Stated, node.at("published"), aside);
        }
        Some(true) => draft.say("status", draft::text(Status::Current.slug()), node.at("published")),
        None => discovery::without_status(draft),
    }
    draft.say("platform", platform(node).and_then(|name| draft::text(&name)), node.at("platform"));
    // What is stated comes before the number of those that are listed, which may be fewer.
    let count = node.node("program").and_then(|program| program.positive("course_count"));
    draft.say("courses", count.and_then(draft::count), node.at("program"));
    listed::say_resources(draft, node);
    let units = node.positive("continuing_ed_credits");
    let remark = units.map(|units| format!("{units} continuing education credits"));
    draft.say("remark", remark.and_then(|remark| draft::text(&remark)), node.at("continuing_ed_credits"));
}

/// Reads the prices above 0 by currency, as a range if there are several. A price of 0 is that of auditing.
fn say_resource_prices(draft: &mut Draft, node: &Node<'_>) {
    let mut prices: Vec<(f64, Currency)> = Vec::new();
    for price in node.nodes("resource_prices") {
        let currency = price.text("currency").and_then(|code| amount::currency(&code));
        prices.extend(price.positive("amount").zip(currency));
    }
    let mut at = node.at("resource_prices");
    if prices.is_empty() {
        let plain = node.items("prices").iter().filter_map(amount::number).filter(|price| *price > 0.0);
        prices.extend(plain.map(|price| (price, Currency::USD)));
        at = node.at("prices");
    }
    if prices.is_empty() {
        return say_charges(draft, node);
    }
    let mut currencies: Vec<Currency> = prices.iter().map(|(_, currency)| *currency).collect();
    currencies.sort();
    currencies.dedup();
    let is_course = draft.thing == Thing::Course;
    for currency in currencies {
        let amounts: Vec<f64> =
            prices.iter().filter(|(_, other)| *other == currency).map(|(price, _)| *price).collect();
        let low = amounts.iter().copied().fold(f64::INFINITY, f64::min);
        let high = amounts.iter().copied().fold(0.0, f64::max);
        let what = if is_course { What::Course } else { What::Program };
        let aside = (amounts.len() > 1).then(|| "from the lowest to the highest of its prices".to_owned());
        draft.note("price", draft::money(low, high, currency, what), Basis::Stated, at, aside);
    }
}

fn say_pace(draft: &mut Draft, node: &Node<'_>) {
    let paces: Vec<&str> = node
        .texts("pace")
        .iter()
        .filter_map(|word| vocabulary::pacing(word))
        .map(crate::catalog::Pacing::slug)
        .collect();
    let value = match draft.thing {
        Thing::Program => draft::texts(&paces),
        Thing::Course => paces.first().and_then(|pace| draft::text(pace)),
    };
    draft.say("pacing", value, node.at("pace"));
}
