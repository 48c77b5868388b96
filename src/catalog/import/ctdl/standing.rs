//! Reads where a credential leads: the degrees that it counts toward or prepares for, and the credits that it names.
//! Only a name in the graph is a school. The host of an address is not, because most addresses are those of a registry.

use super::{CtdlReader, concept_of};
use crate::catalog::Basis;
use crate::catalog::import::amount;
use crate::catalog::import::clean;
use crate::catalog::import::draft::{self, Acceptance, Draft};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::linked::id_of;
use crate::catalog::import::node::Node;

/// What a credential does for another one: the member that says so, what it counts as, and the words for it.
const STANDINGS: [(&str, &str, &str); 2] =
    [("isAdvancedStandingFor", "credit", "may count toward"), ("isPreparationFor", "admission", "prepares for")];

impl<'v> CtdlReader<'_, 'v> {
    pub(super) fn say_standing(&self, draft: &mut Draft, node: &Node<'v>) {
        for (key, counts, words) in STANDINGS {
            for condition in node.nodes(key) {
                for target in condition.items("targetCredential") {
                    match self.acceptance(&condition, target, counts) {
                        Some(acceptance) => draft.acceptances.push(acceptance),
                        None => self.say_without_school(draft, &condition, target, words),
                    }
                }
            }
        }
        say_credit(draft, node);
    }

    /// A pathway, if the graph names the school that has the degree.
    fn acceptance(&self, condition: &Node<'v>, target: &'v Value<'v>, counts: &'static str) -> Option<Acceptance> {
        let degree = self.graph.resolve(target)?;
        let mut owners = ["ownedBy", "offeredBy"].into_iter().flat_map(|key| degree.items(key));
        let school = owners.find_map(|owner| self.name_of(owner))?;
        Some(Acceptance {
            counts,
            school,
            degree: name_in(degree),
            amount: credits(condition).map(|(units, _)| units),
            condition: terms(condition),
            is_open: true,
            at: condition.place().to_owned(),
        })
    }

    /// Keeps the name and the address of a degree without a named school as a remark.
    fn say_without_school(&self, draft: &mut Draft, condition: &Node<'v>, target: &'v Value<'v>, words: &str) {
        let degree = self.graph.resolve(target);
        let page = degree.and_then(|degree| degree.get("subjectWebpage")?.as_str());
        let own = target.as_str().or_else(|| id_of(target.as_object()?));
        let address = [page, own].into_iter().flatten().find(|address| crate::catalog::is_web_address(address));
        let name = degree.and_then(name_in).map(|name| format!("“{name}”"));
        let known: Vec<String> = name.into_iter().chain(address.map(str::to_owned)).collect();
        let reason = match &known[..] {
            [] => "names no credential that the file describes".to_owned(),
            known => format!("leads to {}, but the file does not name its school", known.join(", ")),
        };
        condition.remark("targetCredential", reason);
        if !known.is_empty() {
            let terms = terms(condition).map(|terms| format!(" ({terms})")).unwrap_or_default();
            let remark = format!("{words} {}{terms}; the school is not named", known.join(", "));
            draft.say("remark", draft::text(&remark), condition.at("targetCredential"));
        }
    }
}

/// The words of a condition.
fn terms(condition: &Node<'_>) -> Option<String> {
    let words = [condition.text("description"), Some(condition.texts("condition").join("; "))];
    words.into_iter().flatten().find(|text| !text.is_empty())
}

fn name_in(map: &Map<'_>) -> Option<String> {
    map.get("name").and_then(Value::as_str).and_then(clean::known)
}

/// Sets what the credential can do for a degree, with the credits that it names.
fn say_credit(draft: &mut Draft, node: &Node<'_>) {
    let required = || node.nodes("requires").iter().find_map(credits);
    let units = credits(node).or_else(required);
    let has_pathway = draft.acceptances.iter().any(|acceptance| acceptance.counts == "credit");
    let standing = node.items("isAdvancedStandingFor");
    let (value, at) = match &units {
        _ if has_pathway => ("pathway", node.at("isAdvancedStandingFor").into()),
        _ if !standing.is_empty() => ("possible", node.at("isAdvancedStandingFor").into()),
        _ if node.flag("isNonCredit") == Some(true) => ("none", node.at("isNonCredit").into()),
        Some((_, at)) => ("possible", at.clone()),
        None if node.flag("isCreditBased") == Some(true) => ("possible", node.at("isCreditBased").into()),
        None => return,
    };
    let aside = units.map(|(units, _)| format!("{units} are named"));
    draft.note("credit", draft::text(value), Basis::Stated, at, aside);
}

/// The credits that an object names, with their unit, and where.
fn credits(node: &Node<'_>) -> Option<(String, String)> {
    let value = node.items("creditValue").first()?;
    let member = |key: &str| value.get(key).and_then(amount::number).filter(|number| *number > 0.0);
    let number = match (member("value"), member("minValue"), member("maxValue")) {
        (None, Some(low), Some(high)) if low < high => format!("{low}-{high}"),
        (exact, low, high) => {
            exact.or(low).or(high).or_else(|| amount::number(value).filter(|number| *number > 0.0))?.to_string()
        }
    };
    let unit = value.as_object().and_then(|map| concept_of(map.items("creditUnitType").first()?));
    let unit = unit.unwrap_or_else(|| "credits".to_owned());
    Some((format!("{number} {unit}"), node.at("creditValue").into()))
}
