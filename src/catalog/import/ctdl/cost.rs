//! Reads costs by what they are for. A fee that is charged beside the price becomes a remark; if there are several
//! prices of the whole program, none is taken.

use jiff::civil::Date;

use super::concept_of;
use crate::catalog::import::amount::{self, What};
use crate::catalog::import::draft::{self, Draft, Thing};
use crate::catalog::import::node::Node;

/// Words in the types of costs of the whole.
const WHOLE: [&str; 3] = ["aggregate", "tuition", "total"];

/// A word in the types of fees that are the price of the whole only if no other cost is: a program fee is paid in
/// addition to a tuition. Every other type is a fee beside the price.
const FEE: &str = "program";

/// A cost with what it is called.
struct Cost {
    price: amount::Price,
    kind: String,
    at: String,
}

impl Cost {
    fn is_of_whole(&self) -> bool {
        let kind = self.kind.to_lowercase();
        kind.is_empty() || WHOLE.iter().any(|word| kind.contains(word))
    }

    fn is_sum(&self) -> bool {
        let kind = self.kind.to_lowercase();
        kind.contains("aggregate") || kind.contains("total")
    }

    /// Adds it as a remark, in the words of the source. A course has no fact for remarks, so the report has it.
    fn remark(&self, draft: &mut Draft, node: &Node<'_>, key: &str) {
        let code = self.price.currency.map_or_else(String::new, |currency| format!(" {}", currency.code()));
        let remark = format!("{}: {}{code}", self.kind, self.price.low);
        if draft.thing == Thing::Course {
            node.remark(key, format!("{remark}, which is not called the price of the course"));
        }
        draft.say("remark", draft::text(&remark), self.at.as_str());
    }
}

/// Adds the costs of an entry and of its renewal.
pub(super) fn say_costs(draft: &mut Draft, node: &Node<'_>, today: Date) {
    let profiles = node.nodes("estimatedCost");
    let costs = profiles
        .iter()
        .filter(|profile| is_valid_on(profile, today))
        .filter_map(|profile| Some((profile, cost(profile)?)));
    let costs: Vec<(&Node<'_>, Cost)> = costs.collect();
    let has_whole = costs.iter().any(|(_, cost)| cost.is_of_whole());
    let mut whole: Vec<Cost> = Vec::new();
    for (profile, cost) in costs {
        whole.extend(say_part(draft, profile, cost, has_whole));
    }
    for profile in node.nodes("renewal").iter().flat_map(|renewal| renewal.nodes("estimatedCost")) {
        if let Some(Cost { price, at, .. }) = cost(&profile) {
            draft::say_price(draft, &amount::Price { what: Some(What::Renewal), ..price }, What::Program, at);
        }
    }
    say_whole(draft, node, whole);
}

/// Whether a cost is valid on a day; if it is not, a remark says when it is.
fn is_valid_on(profile: &Node<'_>, today: Date) -> bool {
    let day = |key: &str| profile.moment(key).map(|moment| moment.day);
    let (start, end) = (day("startDate"), day("endDate"));
    if let Some(end) = end.filter(|end| *end < today) {
        profile.remark("endDate", format!("the cost held until {end} and was left out"));
        return false;
    }
    if let Some(start) = start.filter(|start| *start > today) {
        profile.remark("startDate", format!("the cost holds from {start} and was left out"));
        return false;
    }
    true
}

fn cost(profile: &Node<'_>) -> Option<Cost> {
    let Some(amount) = profile.positive("price") else { return cost_in_words(profile) };
    let named = |key: &str| profile.items(key).iter().find_map(concept_of);
    let kind = named("directCostType").unwrap_or_default();
    let currency = named("currency").and_then(|word| amount::currency(&word));
    let words = ["name", "description", "paymentPattern"].iter().filter_map(|key| profile.text(key));
    let groups = profile.items("audienceType").iter().chain(profile.items("residencyType")).filter_map(concept_of);
    let mut words = words.chain(groups).chain([kind.clone()]);
    let what = words.find_map(|words| what_of(&words));
    let price = amount::Price { what, ..amount::Price::exactly(amount, currency) };
    Some(Cost { price, kind, at: profile.at("price").into() })
}

/// Reads a cost that only the description states.
fn cost_in_words(profile: &Node<'_>) -> Option<Cost> {
    if profile.number("price") == Some(0.0) {
        profile.remark("price", "is 0 and not called free, so it was left out");
    }
    let text = profile.text("description")?;
    let price = amount::price_with_currency(&text);
    if price.is_none() {
        profile.remark("description", "names no single price, so no cost was read");
    }
    Some(Cost { price: price?, kind: String::new(), at: profile.at("description").into() })
}

/// Adds a cost that is not for the whole, and returns one that may be. `has_whole` says whether any cost is for the
/// whole.
fn say_part(draft: &mut Draft, profile: &Node<'_>, cost: Cost, has_whole: bool) -> Option<Cost> {
    let described = profile.text("description").filter(|words| amount::is_of_part(words));
    // When something is paid indicates what is paid only if it names a period or a part.
    let words = described.or_else(|| profile.text("paymentPattern").filter(|words| amount::is_for_each(words)));
    if cost.price.what.is_some() {
        draft::say_price(draft, &cost.price, What::Program, cost.at);
    } else if let Some(words) = words {
        profile.remark("price", format!("{} is for “{words}” and not for the whole", cost.price.low));
    } else if cost.is_of_whole() || (!has_whole && cost.kind.to_lowercase().contains(FEE)) {
        return Some(cost);
    } else {
        cost.remark(draft, profile, "price");
    }
    None
}

/// Adds the price of the whole: the sum if there is one, with what it is made of as remarks.
fn say_whole(draft: &mut Draft, node: &Node<'_>, whole: Vec<Cost>) {
    let has_sum = whole.iter().any(Cost::is_sum);
    let (whole, parts): (Vec<Cost>, Vec<Cost>) = whole.into_iter().partition(|cost| !has_sum || cost.is_sum());
    parts.iter().filter(|part| !part.kind.is_empty()).for_each(|part| part.remark(draft, node, "estimatedCost"));
    let differs = |one: &Cost, other: &Cost| other.price.currency == one.price.currency && other.price != one.price;
    if whole.iter().any(|one| whole.iter().any(|other| differs(one, other))) {
        return node
            .remark("estimatedCost", "has several prices and does not say which is for the whole; none was taken");
    }
    for cost in whole {
        draft::say_price(draft, &cost.price, What::Program, cost.at);
    }
}

/// What a cost is for, according to its name and type.
fn what_of(words: &str) -> Option<What> {
    let lower = words.to_lowercase();
    if lower.contains("assessment") { Some(What::Exam) } else { amount::what(words) }
}
