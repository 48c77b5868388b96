//! Reads costs by what they are for. A fee that is charged beside the price becomes a remark; if there are several prices
//! of the whole program, none is taken.

use super::concept_of;
use crate::catalog::import::amount::{self, What};
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::node::Node;

/// Words in the types of costs of the whole; every other type is a fee beside it.
const WHOLE: [&str; 3] = ["aggregate", "tuition", "total"];
/// Whole types of costs of the whole.
const NAMED: [&str; 5] = ["", "program", "program cost", "program price", "cost"];

/// A cost with what it is called.
struct Cost {
    price: amount::Price,
    kind: String,
    at: String,
}

impl Cost {
    fn is_sum(&self) -> bool {
        let kind = self.kind.to_lowercase();
        kind.contains("aggregate") || kind.contains("total")
    }

    /// Adds it as a remark, in the words of the source.
    fn remark(&self, draft: &mut Draft) {
        let code = self.price.currency.map_or_else(String::new, |currency| format!(" {}", currency.code()));
        let remark = format!("{}: {}{code}", self.kind, self.price.low);
        draft.say("remark", draft::text(&remark), self.at.as_str());
    }
}

/// Adds the costs of an entry and of its renewal.
pub(super) fn say_costs(draft: &mut Draft, node: &Node<'_>) {
    let mut whole: Vec<Cost> = Vec::new();
    for profile in node.nodes("estimatedCost") {
        whole.extend(cost(&profile).and_then(|cost| say_part(draft, &profile, cost)));
    }
    for profile in node.nodes("renewal").iter().flat_map(|renewal| renewal.nodes("estimatedCost")) {
        if let Some(Cost { price, at, .. }) = cost(&profile) {
            draft::say_price(draft, &amount::Price { what: Some(What::Renewal), ..price }, What::Program, at);
        }
    }
    say_whole(draft, node, whole);
}

fn cost(profile: &Node<'_>) -> Option<Cost> {
    let amount = profile.positive("price")?;
    let named = |key: &str| profile.items(key).iter().find_map(concept_of);
    let kind = named("directCostType").unwrap_or_default();
    let currency = named("currency").and_then(|word| amount::currency(&word));
    let words = ["name", "description"].iter().filter_map(|key| profile.text(key));
    let groups = profile.items("audienceType").iter().chain(profile.items("residencyType")).filter_map(concept_of);
    let mut words = words.chain(groups).chain([kind.clone()]);
    let price = amount::Price { low: amount, high: amount, currency, what: words.find_map(|words| what_of(&words)) };
    Some(Cost { price, kind, at: profile.at("price").into() })
}

/// Adds a cost that is not for the whole; hands one back that may be.
fn say_part(draft: &mut Draft, profile: &Node<'_>, cost: Cost) -> Option<Cost> {
    let kind = cost.kind.to_lowercase();
    let mut words = ["description", "paymentPattern"].into_iter().filter_map(|key| profile.text(key));
    let words = words.find(|words| amount::is_of_part(words));
    if cost.price.what.is_some() {
        draft::say_price(draft, &cost.price, What::Program, cost.at);
    } else if let Some(words) = words {
        profile.remark("price", format!("{} is for “{words}” and not for the whole", cost.price.low));
    } else if NAMED.contains(&kind.as_str()) || WHOLE.iter().any(|word| kind.contains(word)) {
        return Some(cost);
    } else {
        cost.remark(draft);
    }
    None
}

/// Adds the price of the whole: the sum if there is one, with what it is made of as remarks.
fn say_whole(draft: &mut Draft, node: &Node<'_>, whole: Vec<Cost>) {
    let has_sum = whole.iter().any(Cost::is_sum);
    let (whole, parts): (Vec<Cost>, Vec<Cost>) = whole.into_iter().partition(|cost| !has_sum || cost.is_sum());
    parts.iter().filter(|part| !part.kind.is_empty()).for_each(|part| part.remark(draft));
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
