//! Reads `/api/v1/pathways/`: which programs lead to which degree. A pathway is not a program; it adds to the
//! programs that it names.

use crate::catalog::import::draft::{self, Acceptance};
use crate::catalog::import::found::Found;
use crate::catalog::import::node::Node;

/// Reads a pathway into drafts of the programs that it names.
pub(in super::super) fn pathway(node: &Node<'_>) -> Found {
    let Some(name) = node.text("name") else {
        return Found::Rejected("the pathway has no name".to_owned());
    };
    let school = node.text("org_name").unwrap_or_else(|| name.clone());
    let is_of_industry = node.text("pathway_type").is_some_and(|kind| kind == "industry");
    let is_open = node.text("status").is_none_or(|status| matches!(status.as_str(), "published" | "active"));
    let mut drafts = Vec::new();
    for program in node.nodes("programs") {
        let Found::Drafts(found) = super::program(&program) else { continue };
        for mut draft in found {
            if is_of_industry {
                let remark = format!("recognised by {school}: {name}");
                draft.say("remark", draft::text(&remark), node.at("name"));
            } else {
                draft.acceptances.push(Acceptance {
                    counts: "credit",
                    school: school.clone(),
                    degree: Some(name.clone()),
                    amount: None,
                    condition: node.text("description"),
                    is_open,
                    at: node.at("name").into(),
                });
            }
            drafts.push(draft);
        }
    }
    if drafts.is_empty() {
        return Found::LeftOut("the pathway names no program that could be read".to_owned());
    }
    Found::Drafts(drafts)
}
