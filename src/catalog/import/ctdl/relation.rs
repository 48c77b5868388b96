//! Reads how a credential relates to others that a catalogue has no fact for: what prepares for it, what it is required
//! or recommended for, and what has to be done to earn it. These are kept as remarks in words.

use super::CtdlReader;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::Value;
use crate::catalog::import::linked::id_of;
use crate::catalog::import::node::Node;

/// The members that name other credentials, with what they say.
const RELATIONS: [(&str, &str); 4] = [
    ("preparationFrom", "is prepared for by"),
    ("advancedStandingFrom", "gives advanced standing to those who have"),
    ("isRequiredFor", "is required for"),
    ("isRecommendedFor", "is recommended for"),
];

/// The members of a condition that name what it is about.
pub(super) const TARGETS: [&str; 3] = ["targetCredential", "targetLearningOpportunity", "targetAssessment"];

impl<'v> CtdlReader<'_, 'v> {
    pub(super) fn say_relations(&self, draft: &mut Draft, node: &Node<'v>) {
        for (key, words) in RELATIONS {
            let all: Vec<&'v Value<'v>> = node.items(key).iter().flat_map(targets).collect();
            let known: Vec<String> = all.iter().filter_map(|target| self.called(target)).collect();
            if known.len() < all.len() {
                node.remark(key, "names a credential that the file does not describe");
            }
            if !known.is_empty() {
                draft.say("remark", draft::text(&format!("{words} {}", known.join(", "))), node.at(key));
            }
        }
        for condition in node.nodes("requires").iter().filter(|condition| has_target(condition)) {
            let words = condition.texts("condition").join("; ");
            let remark = draft::text(&format!("requires: {words}")).filter(|_| !words.is_empty());
            draft.say("remark", remark, condition.at("condition"));
        }
    }

    /// What a thing is called: its name in the file, or else its address.
    fn called(&self, target: &'v Value<'v>) -> Option<String> {
        let named = self.name_of(target).map(|name| format!("“{name}”"));
        let address = || target.as_str().or_else(|| id_of(target.as_object()?));
        named.or_else(|| address().filter(|address| crate::catalog::is_web_address(address)).map(str::to_owned))
    }
}

/// Whether a condition names what it is about.
pub(super) fn has_target(condition: &Node<'_>) -> bool {
    TARGETS.iter().any(|key| condition.has(key))
}

/// What a relation leads to: the targets of a condition, or the thing itself.
fn targets<'v>(value: &'v Value<'v>) -> Vec<&'v Value<'v>> {
    let Some(condition) = value.as_object() else { return vec![value] };
    let inner: Vec<&'v Value<'v>> = TARGETS.iter().flat_map(|key| condition.items(key)).collect();
    let is_profile = super::types_of(condition).contains(&"ConditionProfile");
    if inner.is_empty() && !is_profile { vec![value] } else { inner }
}
