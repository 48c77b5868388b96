//! Links between programs by rule. For most pairs no source says whether one prepares for the other, so one rule
//! decides. Each link carries the text of the rule and the facts it rests on. An unknown fact never makes a link.

use crate::catalog::{Catalog, ProgramIx};

use super::link_facts::{LinkFacts, Missing, in_field, prepares};
use super::{Arrow, ArrowKind, Because};

/// The rule for when one program prepares for another.
pub const RULE_PREPARES: &str = "By rule: a Professional Certificate, MicroBachelors or XSeries prepares for a \
                                 MicroMasters when both are in the latest list, have the same main field, share a \
                                 language, and the highest level of the first is below that of the second. No source \
                                 says this about these two, and nothing counts.";

/// The rule for which of several such programs are shown.
pub const RULE_ORDER: &str = "Shown are the first of those that fit: same institution first, then those with an open \
                              credit pathway on record, then by title.";

/// The most next programs shown.
const MAX_AFTER: usize = 3;

/// The most preparing programs shown.
const MAX_BEFORE: usize = 2;

/// Returns the programs that this one prepares for.
pub(super) fn after(catalog: &Catalog, ix: ProgramIx) -> Vec<(ProgramIx, Arrow)> {
    linked(catalog, ix, MAX_AFTER, prepares)
}

/// Returns the programs that prepare for this one.
pub(super) fn before(catalog: &Catalog, ix: ProgramIx) -> Vec<(ProgramIx, Arrow)> {
    linked(catalog, ix, MAX_BEFORE, |this, other| prepares(other, this))
}

/// Returns the arrow from one program to another; if the rule does not hold, an arrow that says there is no link.
pub(super) fn between(catalog: &Catalog, from: ProgramIx, to: ProgramIx) -> Arrow {
    let (first, second) = (LinkFacts::of(from, catalog.program(from)), LinkFacts::of(to, catalog.program(to)));
    let found = prepares(&first, &second);
    let kind = if found.is_ok() { ArrowKind::PreparesFor } else { ArrowKind::NoFormalLink };
    let found = found.unwrap_or_else(|missing| format!("it does not hold: {missing}"));
    Arrow { kind, because: Because::Rule { rule: RULE_PREPARES, found }, amount: None }
}

/// Returns the first programs by [`RULE_ORDER`] for which the rule holds, with the facts it rests on.
fn linked(
    catalog: &Catalog,
    ix: ProgramIx,
    most: usize,
    rule: impl Fn(&LinkFacts, &LinkFacts) -> Result<String, Missing>,
) -> Vec<(ProgramIx, Arrow)> {
    let this = LinkFacts::of(ix, catalog.program(ix));
    let Some(field) = &this.field else { return Vec::new() };
    let others = in_field(catalog, field).into_iter().filter(|other| other.program != ix);
    let mut found: Vec<(LinkFacts, String)> =
        others.filter_map(|other| rule(&this, &other).ok().map(|found| (other, found))).collect();
    // `in_field` has them sorted by title, and this sort is stable.
    found.sort_by_key(|(other, _)| (!this.shares_institution(other), !other.has_open_pathway));
    found.truncate(most);
    let arrow = |found| Arrow {
        kind: ArrowKind::PreparesFor,
        because: Because::Rule { rule: RULE_PREPARES, found },
        amount: None,
    };
    found.into_iter().map(|(other, found)| (other.program, arrow(found))).collect()
}
