//! Links between programs by rule. For most pairs no source says whether one prepares for the other, so one rule
//! decides. Each link carries the text of the rule and the facts it rests on. An unknown fact never makes a link.

use std::cmp::Reverse;

use crate::catalog::{Catalog, Level, ProgramIx};

use super::link_facts::{Ground, LinkFacts, Missing, found, prepares, with_topics};
use super::{Arrow, ArrowKind, Because};

/// The rule for when one program prepares for another.
pub const RULE_PREPARES: &str = "By rule: a Professional Certificate, MicroBachelors or XSeries prepares for one of \
                                 these or a MicroMasters when both are in the latest list and share a language, the \
                                 highest level of the first is below that of the second, and the first is about what \
                                 the second asks for or advises beforehand, or both are about the same topic and not \
                                 about different areas of it. No source says this about these two, and nothing counts.";

/// The rule for which of several such programs are shown.
pub const RULE_ORDER: &str = "Shown are the first of those that fit: those about what is asked for beforehand, then \
                              those with an open credit pathway on record, most topics in common, the same \
                              institution, the lowest level to start at, and the title.";

/// The maximum number of next programs shown.
const MAX_AFTER: usize = 3;

/// The maximum number of preparing programs shown.
const MAX_BEFORE: usize = 2;

/// A program that prepares for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preparation {
    /// The program to take first.
    pub first: ProgramIx,
    /// Why it prepares.
    pub ground: Ground,
}

/// Returns all programs that prepare for this one, in the order of [`RULE_ORDER`].
pub fn preparing(catalog: &Catalog, ix: ProgramIx) -> Vec<Preparation> {
    let linked = linked(catalog, ix, |this, other| prepares(other, this));
    linked.into_iter().map(|(other, ground)| Preparation { first: other.program, ground }).collect()
}

/// Returns the programs that this one prepares for.
pub(super) fn after(catalog: &Catalog, ix: ProgramIx) -> Vec<(ProgramIx, Arrow)> {
    let this = LinkFacts::of(catalog, ix, catalog.program(ix));
    let linked = linked(catalog, ix, prepares).into_iter().take(MAX_AFTER);
    linked.map(|(other, ground)| (other.program, arrow(found(&this, &other, &ground)))).collect()
}

/// Returns the programs that prepare for this one.
pub(super) fn before(catalog: &Catalog, ix: ProgramIx) -> Vec<(ProgramIx, Arrow)> {
    let this = LinkFacts::of(catalog, ix, catalog.program(ix));
    let linked = linked(catalog, ix, |this, other| prepares(other, this)).into_iter().take(MAX_BEFORE);
    linked.map(|(other, ground)| (other.program, arrow(found(&other, &this, &ground)))).collect()
}

/// Returns the arrow from one program to another; if the rule does not hold, an arrow that says there is no link.
pub(super) fn between(catalog: &Catalog, from: ProgramIx, to: ProgramIx) -> Arrow {
    let [first, second] = [from, to].map(|ix| LinkFacts::of(catalog, ix, catalog.program(ix)));
    match prepares(&first, &second) {
        Ok(ground) => arrow(found(&first, &second, &ground)),
        Err(missing) => Arrow { kind: ArrowKind::NoFormalLink, ..arrow(format!("it does not hold: {missing}")) },
    }
}

fn arrow(found: String) -> Arrow {
    Arrow { kind: ArrowKind::PreparesFor, because: Because::Rule { rule: RULE_PREPARES, found }, amount: None }
}

/// Returns the programs for which the rule holds, in the order of [`RULE_ORDER`].
fn linked(
    catalog: &Catalog,
    ix: ProgramIx,
    rule: impl Fn(&LinkFacts, &LinkFacts) -> Result<Ground, Missing>,
) -> Vec<(LinkFacts, Ground)> {
    let this = LinkFacts::of(catalog, ix, catalog.program(ix));
    let others = with_topics(catalog, &this.topics()).into_iter().filter(|other| other.program != ix);
    let mut found: Vec<(LinkFacts, Ground)> =
        others.filter_map(|other| rule(&this, &other).ok().map(|ground| (other, ground))).collect();
    // Handles are in the order of ids and break ties between equal titles.
    let title = |other: &LinkFacts| (catalog.program(other.program).title.to_lowercase(), other.program);
    found.sort_by_cached_key(|(other, ground)| (order(&this, other, ground), title(other)));
    found
}

type LinkOrder = (bool, bool, Reverse<usize>, bool, Option<Level>);

fn order(this: &LinkFacts, other: &LinkFacts, ground: &Ground) -> LinkOrder {
    let is_shared = matches!(ground, Ground::Shared(_));
    let topics = Reverse(ground.topics().len());
    (is_shared, !other.has_open_pathway, topics, !this.shares_institution(other), other.starts_at())
}
