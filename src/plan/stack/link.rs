//! Which program prepares for which: no source says so for most pairs, so one printed rule decides, and what the rule
//! rests on in each case is told with it. What is unknown never makes a link.

use crate::catalog::{Catalog, Counts, Kind, Pathway, PathwayStatus, Program, ProgramIx};

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
    let found = prepares(catalog.program(from), catalog.program(to));
    let kind = if found.is_ok() { ArrowKind::PreparesFor } else { ArrowKind::NoFormalLink };
    let found = found.unwrap_or_else(|missing| format!("it does not hold: {missing}"));
    Arrow { kind, because: Because::Rule { rule: RULE_PREPARES, found }, amount: None }
}

fn linked(
    catalog: &Catalog,
    ix: ProgramIx,
    most: usize,
    rule: impl Fn(&Program, &Program) -> Result<String, String>,
) -> Vec<(ProgramIx, Arrow)> {
    let this = catalog.program(ix);
    let mut found: Vec<(ProgramIx, String)> = Vec::new();
    for other in catalog.all().filter(|other| *other != ix) {
        if let Ok(because) = rule(this, catalog.program(other)) {
            found.push((other, because));
        }
    }
    found.sort_by_cached_key(|(other, _)| place(this, catalog.program(*other)));
    found.truncate(most);
    let arrow = |found| Arrow {
        kind: ArrowKind::PreparesFor,
        because: Because::Rule { rule: RULE_PREPARES, found },
        amount: None,
    };
    found.into_iter().map(|(other, found)| (other, arrow(found))).collect()
}

/// The order of [`RULE_ORDER`].
fn place(this: &Program, other: &Program) -> (bool, bool, String, String) {
    let shares = other.institutions().iter().any(|ix| this.institutions().contains(ix));
    let is_open = |way: &Pathway| way.counts == Counts::Credit && way.status == PathwayStatus::Active;
    let has_pathway = other.pathways.iter().any(is_open);
    (!shares, !has_pathway, other.title.to_lowercase(), other.id.to_string())
}

/// What the rule rests on, or the first part of it that does not hold.
fn prepares(first: &Program, second: &Program) -> Result<String, String> {
    if !matches!(first.kind(), Kind::ProfessionalCertificate | Kind::MicroBachelors | Kind::XSeries) {
        return Err(format!("the first is a {}", first.kind().name()));
    }
    if *second.kind() != Kind::MicroMasters {
        return Err(format!("the second is a {}", second.kind().name()));
    }
    if !first.is_offered() || !second.is_offered() {
        return Err("one of them is not in the latest list".to_owned());
    }
    let (Some(one), Some(two)) = (first.fields().first(), second.fields().first()) else {
        return Err("the field of one of them is unknown".to_owned());
    };
    if one != two {
        return Err(format!("their main fields are {one} and {two}"));
    }
    if !first.languages().iter().any(|language| second.languages().contains(language)) {
        return Err("no language is known to be shared".to_owned());
    }
    let (Some(low), Some(high)) = (first.levels().last(), second.levels().last()) else {
        return Err("the level of one of them is unknown".to_owned());
    };
    if low >= high {
        return Err(format!("the levels are {} and {}", low.name(), high.name()));
    }
    let basis = |program: &Program| program.fields.shown().map_or("unknown", |claim| claim.basis.slug());
    Ok(format!(
        "both in {one} ({} and {}); up to {} and up to {}",
        basis(first),
        basis(second),
        low.name(),
        high.name()
    ))
}
