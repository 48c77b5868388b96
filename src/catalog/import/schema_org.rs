//! Reads schema.org in JSON-LD: programs, courses, and lists and pages of them. Members may be text, an object or a
//! list. If offers with different prices do not say what they are for, none becomes the price of the whole program.

use super::json::{Map, Value};

use super::amount::{self, What};
use super::clean;
use super::discovery::{self, say_languages, say_levels};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::{self, Identity};
use super::linked::{Graph, id_of, types_of};
use super::measure::{self, Measure};
use super::node::{Node, Remarks};
use super::vocabulary;
use crate::catalog::Basis;

/// The deepest nesting that is searched for entries.
const MAX_DEPTH: usize = 12;

/// A program or a course in a document, with its JSON pointer.
#[derive(Clone, Debug)]
pub(super) struct Entry<'v> {
    pub(super) map: &'v Map<'v>,
    pub(super) at: String,
}

/// All programs in a simplified document, and the courses that belong to none of them.
pub(super) fn entries<'v>(document: &'v Value<'v>, graph: &Graph<'v>) -> Vec<Entry<'v>> {
    let mut finder = Finder { graph, found: Vec::new(), parts: Vec::new() };
    finder.visit(document, "", 0);
    let Finder { found, parts, .. } = finder;
    let is_part = |entry: &Entry<'_>| id_of(entry.map).is_some_and(|id| parts.iter().any(|part| part == id));
    found.into_iter().filter(|entry| is_program(entry.map) || !is_part(entry)).collect()
}

/// Whether an object is a program or a course.
pub(super) fn is_entry(map: &Map<'_>) -> bool {
    is_program(map) || is_course(map)
}

fn is_program(map: &Map<'_>) -> bool {
    types_of(map).iter().any(|name| matches!(*name, "EducationalOccupationalProgram" | "WorkBasedProgram"))
}

fn is_course(map: &Map<'_>) -> bool {
    types_of(map).contains(&"Course")
}

struct Finder<'g, 'v> {
    graph: &'g Graph<'v>,
    found: Vec<Entry<'v>>,
    /// The `@id`s of courses that belong to a program.
    parts: Vec<String>,
}

impl<'v> Finder<'_, 'v> {
    fn visit(&mut self, value: &'v Value<'v>, at: &str, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match value {
            Value::Array(items) => {
                items
                    .iter()
                    .enumerate()
                    .for_each(|(number, item)| self.visit(item, &format!("{at}/{number}"), depth + 1));
            }
            Value::Object(map) => self.visit_object(map, at, depth),
            _ => {}
        }
    }

    fn visit_object(&mut self, map: &'v Map<'v>, at: &str, depth: usize) {
        if is_entry(map) {
            let is_known = self.found.iter().any(|entry| std::ptr::eq(entry.map, map));
            if !is_known {
                self.found.push(Entry { map, at: at.to_owned() });
            }
            self.note_parts(map);
            return;
        }
        for (key, value) in map.iter() {
            // Only these members lead to further entries; all others describe the object itself.
            let leads_on =
                ["@graph", "itemListElement", "item", "mainEntity", "hasPart", "itemOffered", "hasOfferCatalog"];
            if leads_on.contains(&key) {
                match self.graph.resolve(value) {
                    Some(target) if value.is_string() => self.visit_object(target, &format!("{at}/{key}"), depth + 1),
                    _ => self.visit(value, &format!("{at}/{key}"), depth + 1),
                }
            }
        }
    }

    fn note_parts(&mut self, map: &'v Map<'v>) {
        if !is_program(map) {
            return;
        }
        for part in items(map, "hasCourse") {
            let id = part.as_str().or_else(|| part.as_object().and_then(id_of));
            self.parts.extend(id.map(str::to_owned));
        }
    }
}

fn items<'v>(map: &'v Map<'v>, key: &str) -> &'v [Value<'v>] {
    match map.get(key) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Reads an entry into a draft. `page` is the text of the web page around it, or empty.
pub(super) fn entry(entry: &Entry<'_>, graph: &Graph<'_>, page: &str, remarks: &Remarks) -> Found {
    let node = Node::new(entry.map, remarks);
    let Some(title) = node.text("name").or_else(|| node.text("headline")) else {
        return Found::Rejected("it has no name".to_owned());
    };
    let reader = SchemaOrgReader { graph, page };
    let is_program = is_program(entry.map);
    let mut draft = if is_program { Draft::program(title) } else { Draft::course(title) };
    reader.say_common(&mut draft, &node);
    if is_program {
        reader.say_program(&mut draft, &node);
    }
    Found::draft(draft)
}

struct SchemaOrgReader<'g, 'v> {
    graph: &'g Graph<'v>,
    page: &'g str,
}

impl<'v> SchemaOrgReader<'_, 'v> {
    fn say_common(&self, draft: &mut Draft, node: &Node<'v>) {
        (draft.schools, draft.schools_at) = (self.schools(node), node.at("provider").into());
        identify(draft, node);
        draft.as_of = node.value("dateModified").and_then(super::date::moment);
        say_levels(draft, node, &["educationalLevel"]);
        if draft.thing == Thing::Program {
            say_languages(draft, node, &["inLanguage"]);
        }
        self.say_offers(draft, node);
        if draft.thing == Thing::Course {
            say_course_times(draft, node);
        }
    }

    fn schools(&self, node: &Node<'v>) -> Vec<School> {
        let mut schools = Vec::new();
        for provider in node.items("provider") {
            let name = match self.graph.resolve(provider) {
                Some(map) => map.get("name").and_then(Value::as_str),
                None => provider.as_str().filter(|text| !text.contains("://")),
            };
            schools.extend(name.and_then(clean::known).map(|name| School { key: None, name: Some(name) }));
        }
        schools
    }

    fn say_program(&self, draft: &mut Draft, node: &Node<'v>) {
        self.say_kind(draft, node);
        discovery::without_status(draft);
        if let Some(text) = node.text("timeToComplete") {
            say_time(draft, node, "timeToComplete", &text);
        }
        draft.say(
            "prerequisites",
            draft::text(&self.words(node, "programPrerequisites")),
            node.at("programPrerequisites"),
        );
        let credits = node.value("numberOfCredits").and_then(|value| match value {
            Value::Object(map) => map.get("value").and_then(amount::number),
            value => amount::number(value),
        });
        if let Some(credits) = credits.filter(|credits| *credits > 0.0) {
            let aside = format!("{credits} credits are named");
            draft.note("credit", draft::text("possible"), Basis::Stated, node.at("numberOfCredits"), Some(aside));
        }
        draft.say("skills", draft::texts(node.texts("teaches")), node.at("teaches"));
        self.say_courses(draft, node);
    }

    fn say_kind(&self, draft: &mut Draft, node: &Node<'v>) {
        for key in ["programType", "educationalCredentialAwarded"] {
            let value = node.items(key).first();
            let name = value.and_then(|value| match self.graph.resolve(value) {
                Some(map) => ["credentialCategory", "name"].iter().find_map(|key| map.get(key)?.as_str()),
                None => value.as_str().filter(|text| !text.contains("://")),
            });
            if let Some(name) = name.and_then(clean::known) {
                return draft.say_kind(&vocabulary::kind(&name), Basis::Stated, node.at(key), None);
            }
        }
        discovery::without_kind(draft);
    }

    /// Joins texts and the names of objects into one text.
    fn words(&self, node: &Node<'v>, key: &str) -> String {
        let mut words = Vec::new();
        for item in node.items(key) {
            let text = match self.graph.resolve(item) {
                Some(map) => ["name", "description"].iter().find_map(|key| map.get(key)?.as_str()),
                None => item.as_str().filter(|text| !text.contains("://")),
            };
            words.extend(text.and_then(clean::known).filter(|text| text.len() <= clean::MAX_TEXT));
        }
        words.join("; ")
    }

    fn say_courses(&self, draft: &mut Draft, node: &Node<'v>) {
        let listed = node.items("hasCourse");
        let mut hours = Some((0.0, 0.0));
        for (number, item) in listed.iter().enumerate() {
            let at = format!("{}/{number}", node.at("hasCourse"));
            let course = match (self.graph.resolve(item), item.as_str()) {
                (Some(map), _) => {
                    let inner = node.along(map, at);
                    hours = sum(hours, total_hours(&inner));
                    inner.text("name").map(|name| (Draft::course(name), Some(inner)))
                }
                (None, Some(text)) if !text.contains("://") => {
                    hours = None;
                    clean::known(text).map(|name| (Draft::course(name), None))
                }
                _ => None,
            };
            let Some((mut course, inner)) = course else { continue };
            match &inner {
                Some(inner) => self.say_common(&mut course, inner),
                None => course.schools.clone_from(&draft.schools),
            }
            if course.schools.is_empty() {
                course.schools.clone_from(&draft.schools);
            }
            draft.courses.push(course);
        }
        draft.say("courses", draft::count(listed.len() as f64), node.at("hasCourse"));
        if let (Some((low, high)), false) = (hours, draft.has("effort")) {
            draft.derive(
                "effort",
                draft::positive(low, high),
                node.at("hasCourse"),
                "sum of the workloads of its courses",
            );
        }
        discovery::from_courses_of(draft, node, "hasCourse");
    }

    fn say_offers(&self, draft: &mut Draft, node: &Node<'v>) {
        let mut prices: Vec<(amount::Price, String)> = Vec::new();
        for (number, item) in node.items("offers").iter().enumerate() {
            let Some(map) = self.graph.resolve(item) else { continue };
            let offer = node.along(map, format!("{}/{number}", node.at("offers")));
            prices.extend(self.offer(&offer).map(|price| (price, offer.at("price").into())));
        }
        // Beside what is paid for, what is free is the way to look on.
        let is_free = |price: &amount::Price| price.what.is_none() && price.high == 0.0;
        if prices.iter().any(|(price, _)| price.what.is_none() && !is_free(price)) {
            prices.retain(|(price, _)| !is_free(price));
        }
        let whole: Vec<&amount::Price> =
            prices.iter().filter(|(price, _)| price.what.is_none()).map(|(price, _)| price).collect();
        let differ =
            whole.iter().any(|price| whole.iter().any(|other| other.currency == price.currency && other != price));
        if differ {
            node.remark("offers", "has several prices without saying what each is for; none was taken for the whole");
        }
        for (price, at) in prices {
            if price.what.is_some() || !differ {
                draft::say_price(draft, &price, What::Program, &at);
            }
        }
    }

    /// Reads the price of an offer. A price of 0 is used only if the offer calls itself free.
    fn offer(&self, offer: &Node<'v>) -> Option<amount::Price> {
        let specification = offer.node("priceSpecification");
        let member = |key: &str| {
            let own = offer.value(key).map(|value| (value, offer));
            own.or_else(|| specification.as_ref().and_then(|inner| Some((inner.value(key)?, inner))))
        };
        let category = offer.text("category").unwrap_or_default().to_lowercase();
        let words: Vec<String> =
            ["name", "description", "eligibleCustomerType"].iter().filter_map(|key| offer.text(key)).collect();
        let unit = ["unitText", "unitCode", "billingDuration", "referenceQuantity"].iter().find_map(|key| member(key));
        let currency = member("priceCurrency").and_then(|(value, _)| value.as_str()).and_then(amount::currency);
        let mut price = match (member("price"), member("lowPrice"), member("highPrice")) {
            (Some((Value::String(text), _)), ..) if amount::plain_number(text.trim()).is_none() => {
                let read = amount::price(text, currency);
                if read.is_err() {
                    offer.remark("price", format!("`{}` is not a single price", clean::text(text).unwrap_or_default()));
                }
                read.ok()?
            }
            (Some((value, _)), ..) => exactly(amount::number(value)?, currency),
            (None, Some((low, _)), Some((high, _))) => {
                amount::Price { high: amount::number(high)?, ..exactly(amount::number(low)?, currency) }
            }
            (None, Some((one, _)), None) | (None, None, Some((one, _))) => exactly(amount::number(one)?, currency),
            (None, None, None) if category == "free" => exactly(0.0, currency),
            (None, None, None) => return None,
        };
        let is_free = price.high == 0.0;
        if price.low < 0.0 || (is_free && category != "free") {
            return None;
        }
        let monthly = unit.is_some_and(|(value, _)| says_month(value)) || self.page_says_monthly(price.low);
        let worded = price.what.or_else(|| amount::what(&words.join(" ")));
        price.what = match category.as_str() {
            "subscription" => Some(What::Subscription),
            _ if monthly => Some(What::Month),
            _ => worded,
        };
        Some(price)
    }

    /// Whether the page shows this amount as a monthly price.
    fn page_says_monthly(&self, amount: f64) -> bool {
        let digits = format!("{amount}");
        let mut rest = self.page;
        while let Some(at) = rest.find(&digits) {
            let is_whole = !rest[..at].ends_with(|c: char| c.is_ascii_digit());
            rest = &rest[at + digits.len()..];
            let near: String = rest.chars().take(24).collect();
            if is_whole && !near.starts_with(|c: char| c.is_ascii_digit()) && amount::what(&near) == Some(What::Month) {
                return true;
            }
        }
        false
    }
}

fn exactly(amount: f64, currency: Option<crate::catalog::Currency>) -> amount::Price {
    amount::Price { low: amount, high: amount, currency, what: None }
}

fn says_month(value: &Value<'_>) -> bool {
    let text = value.to_string().to_lowercase();
    ["month", "p1m", "\"mon\"", "mies"].iter().any(|word| text.contains(word))
}

/// Reads the identities. An identifier counts only together with its issuer, which is the site or the school.
fn identify(draft: &mut Draft, node: &Node<'_>) {
    let url = node.text("url").or_else(|| id_of(node.map()).map(str::to_owned));
    let url = url.filter(|url| crate::catalog::is_web_address(url));
    let giver = url.as_deref().and_then(identity::host_of).or_else(|| draft.schools.first()?.name.clone());
    for key in ["identifier", "courseCode"] {
        for id in node.texts(key) {
            let named = giver.as_ref().map(|giver| format!("{giver} {id}"));
            draft.identities.extend(Identity::uuid(&id).or_else(|| Identity::object(&named?)));
        }
    }
    if let Some(url) = url {
        draft.identities.extend(Identity::address(&url));
        draft.say("url", draft::text(&url), node.at("url"));
    }
}

/// Reads a time as calendar time or hours of work.
fn say_time(draft: &mut Draft, node: &Node<'_>, key: &str, text: &str) {
    match measure::only(text, Measure::hours) {
        Some(hours) if measure::only(text, Measure::calendar).is_none() => {
            draft.say("effort", draft::positive(hours.low, hours.high), node.at(key));
        }
        _ => discovery::say_length(draft, node, key, text),
    }
}

/// Reads the weeks and hours a week of a course from a weekly schedule.
fn say_course_times(draft: &mut Draft, node: &Node<'_>) {
    for instance in node.nodes("hasCourseInstance") {
        let Some(schedule) = instance.node("courseSchedule") else { continue };
        let is_weekly =
            schedule.text("repeatFrequency").is_some_and(|word| matches!(word.as_str(), "Weekly" | "P1W" | "P7D"));
        if is_weekly && !draft.has("weeks") {
            let weeks = schedule.positive("repeatCount");
            draft.say("weeks", weeks.and_then(|weeks| draft::positive(weeks, weeks)), schedule.at("repeatCount"));
            let hours = schedule.text("duration").and_then(|text| measure::only(&text, Measure::hours));
            draft.say(
                "workload",
                hours.and_then(|hours| draft::positive(hours.low, hours.high)),
                schedule.at("duration"),
            );
        }
    }
}

/// The total hours of a course; `None` if its instances disagree or name none.
fn total_hours(course: &Node<'_>) -> Option<(f64, f64)> {
    let instances = course.nodes("hasCourseInstance");
    let stated =
        instances.iter().filter_map(|instance| instance.text("courseWorkload")).chain(course.text("timeRequired"));
    let mut hours = stated.filter_map(|text| measure::only(&text, Measure::hours)).map(|hours| (hours.low, hours.high));
    let first = hours.next()?;
    hours.all(|other| other == first).then_some(first)
}

fn sum(so_far: Option<(f64, f64)>, more: Option<(f64, f64)>) -> Option<(f64, f64)> {
    let ((low, high), (more_low, more_high)) = so_far.zip(more)?;
    Some((low + more_low, high + more_high))
}
