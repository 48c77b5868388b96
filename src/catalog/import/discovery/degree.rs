//! Reads what only degrees have: the required prior knowledge, what they cost, and the facts of their cards. Costs of
//! several kinds are never summed.

use crate::catalog::import::amount::{self, What};
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::node::Node;
use crate::catalog::import::stated::Stated;
use crate::catalog::import::vocabulary::folded;

/// What the cost of the whole degree is called.
const WHOLE: [&str; 8] =
    ["tuition", "total", "total cost", "total tuition", "program cost", "degree cost", "cost", "price"];

/// Adds what the degree in a program says.
pub(super) fn say_degree(draft: &mut Draft, node: &Node<'_>) {
    say_card(draft, node);
    let Some(degree) = node.node("degree") else { return };
    let before = ["prerequisite_coursework", "application_requirements"].into_iter();
    if let Some((text, key)) = before.into_iter().find_map(|key| Some((degree.text(key)?, key))) {
        draft.say("prerequisites", draft::text(&text), degree.at(key));
    }
    say_costs(draft, &degree);
    if let Some(count) = degree.text("search_card_courses").filter(|_| !draft.has("courses")) {
        match number_of_courses(&count) {
            Some(number) => draft.say("courses", Some(number), degree.at("search_card_courses")),
            None => degree.remark("search_card_courses", format!("`{count}` is not a number of courses")),
        }
    }
    say_micromasters(draft, &degree);
    if let Some(text) = degree.text("program_duration_override").filter(|_| !draft.has("length")) {
        super::say_length(draft, &degree, "program_duration_override", &text);
    }
    for fact in degree.nodes("quick_facts") {
        say_quick_fact(draft, &fact);
    }
}

/// Adds a quick fact: a number of courses, or a length under its name; any other one in its words.
fn say_quick_fact(draft: &mut Draft, fact: &Node<'_>) {
    let Some(text) = fact.text("text") else { return };
    let length = text.split_once(':').filter(|(name, _)| matches!(folded(name).as_str(), "length" | "duration"));
    match (number_of_courses(&text).filter(|_| !draft.has("courses")), length) {
        (count @ Some(_), _) => draft.say("courses", count, fact.at("text")),
        (None, Some((_, length))) if !draft.has("length") => super::say_length(draft, fact, "text", length.trim()),
        (None, _) => draft.say("remark", draft::text(&text), fact.at("text")),
    }
}

/// Adds what the card of a degree shows in the results of a search: a cost, a number of courses, a rank.
fn say_card(draft: &mut Draft, node: &Node<'_>) {
    for text in node.texts("search_card_display") {
        match (number_of_courses(&text), amount::price_with_currency(&text)) {
            (count @ Some(_), _) => draft.say("courses", count, node.at("search_card_display")),
            (None, Some(price)) => draft::say_price(draft, &price, What::Program, node.at("search_card_display")),
            (None, None) => node.remark("search_card_display", format!("`{text}` is no cost and no number of courses")),
        }
    }
}

fn number_of_courses(text: &str) -> Option<Stated> {
    folded(text).strip_suffix(" courses").and_then(|number| number.parse().ok()).and_then(draft::count)
}

/// Keeps the name of the MicroMasters that a degree belongs with; how the two are linked is not stated.
fn say_micromasters(draft: &mut Draft, degree: &Node<'_>) {
    let Some(name) = degree.text("micromasters_long_title") else { return };
    let url = degree.text("micromasters_url").filter(|url| crate::catalog::is_web_address(url));
    let url = url.map(|url| format!(", {url}")).unwrap_or_default();
    let remark = format!("its record names the MicroMasters “{name}”{url}");
    draft.say("remark", draft::text(&remark), degree.at("micromasters_long_title"));
}

/// Adds the cost of the whole as its price, and each other cost as a remark.
fn say_costs(draft: &mut Draft, degree: &Node<'_>) {
    let costs = degree.nodes("costs");
    for cost in &costs {
        let (Some(amount), name) = (cost.text("amount"), cost.text("description").unwrap_or_default()) else {
            continue;
        };
        match amount::price(&amount, None) {
            Ok(mut price) if price.high > 0.0 => {
                price.what = price.what.or_else(|| amount::what(&name));
                if price.what.is_some() || WHOLE.contains(&folded(&name).as_str()) {
                    draft::say_price(draft, &price, What::Program, cost.at("amount"));
                } else {
                    draft.say("remark", draft::text(&format!("{name}: {amount}")), cost.at("amount"));
                }
            }
            _ => cost.remark("amount", format!("`{amount}` is not a single price")),
        }
    }
    for key in ["cost", "search_card_cost"] {
        let Some(text) = degree.text(key).filter(|_| costs.is_empty() && !draft.has("price")) else { continue };
        match amount::price(&text, None) {
            Ok(price) if price.high > 0.0 => draft::say_price(draft, &price, What::Program, degree.at(key)),
            _ => degree.remark(key, format!("`{text}` is not a single price")),
        }
    }
}
