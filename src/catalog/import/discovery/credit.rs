//! Reads the credit that a program gives, and the schools behind it.

use super::schools;
use crate::catalog::Basis;
use crate::catalog::import::draft::{self, Acceptance, Draft};
use crate::catalog::import::node::Node;
use crate::catalog::import::vocabulary::folded;

/// Words that deny credit.
#[rustfmt::skip] // a table reads by its rows
const DENIALS: [&str; 9] = [
    "not eligible for", "no academic credit", "no credit", "no college credit", "not for credit", "non credit",
    "noncredit", "not carry", "not credit",
];

/// Words that speak of academic credit, by beginning if they are long, in the languages of catalogues.
#[rustfmt::skip] // a table reads by its rows
const CREDIT: [&str; 19] = [
    "credit", "crédit", "crédito", "credito", "kredit", "kredyt", "leistungspunkt", "ects", "cats", "unit", "units",
    "degree", "master", "bachelor", "diploma", "count", "counts", "counted", "transfer",
];

/// The most words of a text that denies credit to all. A longer one may deny it to some and grant it to others.
const MAX_DENIAL: usize = 12;

pub(super) fn say_credit(draft: &mut Draft, node: &Node<'_>) {
    let units = node.positive("credit_value");
    let condition = node.text("credit_redemption_overview");
    let at = || node.at("credit_redemption_overview");
    if condition.as_deref().is_some_and(is_denied) {
        if let Some(units) = units {
            let reason = format!("{units} contradicts the text, which denies credit; the text was used");
            node.remark("credit_value", reason);
        }
        return draft.note("credit", draft::text("none"), Basis::Stated, at(), condition);
    }
    match (units, &condition) {
        (None, None) => return,
        (Some(units), None) if !node.has("credit_backing_organizations") => {
            return draft.say_credits(&format!("{units} credits"), node.at("credit_value"));
        }
        (None, Some(text)) if !speaks_of_credit(text) => return draft.say("remark", draft::text(text), at()),
        _ => {}
    }
    for school in schools(node, "credit_backing_organizations") {
        let Some(name) = school.name.or(school.key) else { continue };
        draft.acceptances.push(Acceptance {
            counts: "credit",
            school: name,
            degree: None,
            amount: units.map(|units| format!("{units} credits")),
            condition: condition.clone(),
            is_open: true,
            at: at().into(),
        });
    }
    if draft.acceptances.is_empty() {
        return draft.note("credit", draft::text("possible"), Basis::Stated, at(), condition);
    }
    draft.say("credit", draft::text("pathway"), at());
}

/// Whether a text is about academic credit: the member often holds other words for those who finish a program.
fn speaks_of_credit(text: &str) -> bool {
    let is_begun = |word: &str, start: &str| word == start || (start.len() > 5 && word.starts_with(start));
    folded(text).split(' ').any(|word| CREDIT.iter().any(|start| is_begun(word, start)))
}

fn is_denied(text: &str) -> bool {
    let folded = folded(text);
    folded.split(' ').count() <= MAX_DENIAL && DENIALS.iter().any(|words| folded.contains(words))
}
