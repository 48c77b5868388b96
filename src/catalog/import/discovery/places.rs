//! Reads where a program may not be taken. A catalogue has no fact for that, so it becomes a remark that learners see.

use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::node::{Node, Pointer};
use crate::english::and_list;

/// The words before the places where a program is offered, and before those where it is not.
pub(in super::super) const ONLY_IN: &str = "offered only in";
pub(in super::super) const NOT_IN: &str = "not offered in";

/// Adds the restrictions of a program by place.
pub(super) fn say_places(draft: &mut Draft, node: &Node<'_>) {
    if let Some(restriction) = node.node("location_restriction") {
        let places: Vec<String> = ["countries", "states"].iter().flat_map(|key| restriction.texts(key)).collect();
        let kind = restriction.text("restriction_type");
        let words = match kind.as_deref() {
            Some("allowlist") => ONLY_IN,
            Some("blocklist") => NOT_IN,
            _ => "restricted by place:",
        };
        say_restriction(draft, words, &places, node.at("location_restriction"));
    }
    if node.flag("has_ofac_restrictions") == Some(true) {
        let remark = "restricted for learners in countries under sanctions of the United States (OFAC)";
        draft.say("remark", draft::text(remark), node.at("has_ofac_restrictions"));
    }
}

/// Adds the remark that a program is restricted to some places, or in them, if any are named.
pub(in super::super) fn say_restriction(draft: &mut Draft, words: &str, places: &[String], at: Pointer<'_>) {
    if !places.is_empty() {
        draft.say("remark", draft::text(&format!("{words} {}", and_list(places))), at);
    }
}
