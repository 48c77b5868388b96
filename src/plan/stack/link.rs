//! Which program prepares for which: no source says so for most pairs, so one printed rule decides, and what the rule
//! rests on in each case is told with it. What is unknown never makes a link.

use crate::catalog::{Catalog, ProgramIx};

use super::rung::{Missing, Rung, in_field, prepares};
use super::{Arrow, ArrowKind, Because};

/// When one program prepares for another.
pub const RULE_PREPARES: &str = "By rule: a Professional Certificate, MicroBachelors or XSeries prepares for a \
                                 MicroMasters when both are in the latest list, have the same main field, share a \
                                 language, and the highest level of the first is below that of the second. No source \
                                 says so of these two, and nothing counts.";

/// Which of several such programs are shown.
pub const RULE_ORDER: &str = "Shown are the first of those that fit: same institution first, then those with an open \
                              credit pathway on record, then by title.";

/// How many next programs are shown.
const MAX_AFTER: usize = 3;

/// How many programs to begin with are shown.
const MAX_BEFORE: usize = 2;

/// The programs that this one prepares for.
pub(super) fn after(catalog: &Catalog, ix: ProgramIx) -> Vec<(ProgramIx, Arrow)> {
    linked(catalog, ix, MAX_AFTER, prepares)
}

/// The programs that prepare for this one.
pub(super) fn before(catalog: &Catalog, ix: ProgramIx) -> Vec<(ProgramIx, Arrow)> {
    linked(catalog, ix, MAX_BEFORE, |this, other| prepares(other, this))
}

/// What leads from one program to another: the rule, or that nothing does.
pub(super) fn between(catalog: &Catalog, from: ProgramIx, to: ProgramIx) -> Arrow {
    let (first, second) = (Rung::of(from, catalog.program(from)), Rung::of(to, catalog.program(to)));
    let found = prepares(&first, &second);
    let kind = if found.is_ok() { ArrowKind::PreparesFor } else { ArrowKind::NoFormalLink };
    let found = found.unwrap_or_else(|missing| format!("it does not hold: {missing}"));
    Arrow { kind, because: Because::Rule { rule: RULE_PREPARES, found }, amount: None }
}

/// The first programs by [`RULE_ORDER`] for which the rule holds; each with what it rests on.
fn linked(
    catalog: &Catalog,
    ix: ProgramIx,
    most: usize,
    rule: impl Fn(&Rung, &Rung) -> Result<String, Missing>,
) -> Vec<(ProgramIx, Arrow)> {
    let this = Rung::of(ix, catalog.program(ix));
    let Some(field) = &this.field else { return Vec::new() };
    let others = in_field(catalog, field).into_iter().filter(|other| other.program != ix);
    let mut found: Vec<(Rung, String)> =
        others.filter_map(|other| rule(&this, &other).ok().map(|found| (other, found))).collect();
    // They come by title already.
    found.sort_by_key(|(other, _)| (!this.shares_institution(other), !other.has_open_pathway));
    found.truncate(most);
    let arrow = |found| Arrow {
        kind: ArrowKind::PreparesFor,
        because: Because::Rule { rule: RULE_PREPARES, found },
        amount: None,
    };
    found.into_iter().map(|(other, found)| (other.program, arrow(found))).collect()
}
