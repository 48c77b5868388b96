//! Matches the programs of two catalogues. Programs are matched by id. If an id has disappeared and another has
//! appeared, a shared identifier, a shared address, a recorded successor or a former name shows that both are the same
//! program; a similar title at the same school only suggests it, and is marked as a guess. Programs with different
//! identifiers of a family that has one per program are not the same.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Certainty;
use super::removed::Removed;
use crate::catalog::{Catalog, ProgramIx, Text};

/// Returns the matching old program of each new program that has one.
pub(super) fn pairs(old: &Catalog, new: &Catalog) -> BTreeMap<ProgramIx, (ProgramIx, Certainty)> {
    let same_id = new.all().filter_map(|ix| Some((ix, (old.find(&new.program(ix).id)?, Certainty::Known))));
    let mut pairs: BTreeMap<ProgramIx, (ProgramIx, Certainty)> = same_id.collect();
    let left: Vec<ProgramIx> = old.all().filter(|ix| new.find(&old.program(*ix).id).is_none()).collect();
    let come: Vec<ProgramIx> = new.all().filter(|ix| !pairs.contains_key(ix)).collect();
    let mut removed = Removed::of(old, &left);
    for (is, was) in sharing_an_identifier((old, &left), (new, &come)) {
        pairs.insert(is, (was, Certainty::Known));
        removed.taken.insert(was);
    }
    for certainty in [Certainty::Known, Certainty::Guessed] {
        for ix in &come {
            if pairs.contains_key(ix) {
                continue;
            }
            if let Some(was) = removed.only(new, new.program(*ix), certainty) {
                pairs.insert(*ix, (was, certainty));
                removed.taken.insert(was);
            }
        }
    }
    pairs
}

/// Returns the added programs that share an identifier with a removed one, each with that one. An identifier that two
/// programs of one catalogue share is ignored.
fn sharing_an_identifier(
    (old, left): (&Catalog, &[ProgramIx]),
    (new, come): (&Catalog, &[ProgramIx]),
) -> Vec<(ProgramIx, ProgramIx)> {
    let (owners, owned) = (owners(old, left), owners(new, come));
    let is_only = |ix: ProgramIx, identifier: &Text| owned.get(identifier) == Some(&Some(ix));
    let (mut shared, mut taken) = (Vec::new(), HashSet::new());
    for ix in come {
        let only = new.program(*ix).identifiers.iter().filter(|identifier| is_only(*ix, identifier));
        let mut found: Vec<ProgramIx> = only.filter_map(|identifier| *owners.get(identifier)?).collect();
        found.dedup();
        if let [was] = found[..]
            && taken.insert(was)
        {
            shared.push((*ix, was));
        }
    }
    shared
}

/// The program of each identifier; `None` for an identifier of several.
fn owners<'c>(catalog: &'c Catalog, programs: &[ProgramIx]) -> HashMap<&'c Text, Option<ProgramIx>> {
    let mut owners: HashMap<&Text, Option<ProgramIx>> = HashMap::new();
    for ix in programs {
        for identifier in &catalog.program(*ix).identifiers {
            let owner = owners.entry(identifier).or_insert(Some(*ix));
            if *owner != Some(*ix) {
                *owner = None;
            }
        }
    }
    owners
}
