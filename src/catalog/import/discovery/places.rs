//! Reads where a program may not be taken. A catalogue has no fact for that, so it becomes a remark that learners see.

use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::node::Node;
use crate::english::and_list;

pub(super) fn say_places(draft: &mut Draft, node: &Node<'_>) {
    if let Some(restriction) = node.node("location_restriction") {
        let places: Vec<String> = ["countries", "states"].iter().flat_map(|key| restriction.texts(key)).collect();
        let kind = restriction.text("restriction_type");
        let words = match kind.as_deref() {
            Some("allowlist") => "offered only in",
            Some("blocklist") => "not offered in",
            _ => "restricted by place:",
        };
        let remark = format!("{words} {}", and_list(&places));
        draft.say("remark", draft::text(&remark).filter(|_| !places.is_empty()), node.at("location_restriction"));
    }
    if node.flag("has_ofac_restrictions") == Some(true) {
        let remark = "restricted for learners in countries under sanctions of the United States (OFAC)";
        draft.say("remark", draft::text(remark), node.at("has_ofac_restrictions"));
    }
}
