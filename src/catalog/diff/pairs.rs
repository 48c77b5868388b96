//! Which programs of two catalogues are the same. Programs are matched by id. If an id has disappeared and another has
//! appeared, a shared identifier, a shared address, a recorded successor or a former name shows that both are the same
//! program; a similar title at the same school only suggests it, and is marked as a guess. Different identifiers of a
//! family of which a program has only one show that they are not the same.

use std::collections::{BTreeMap, HashMap};

use super::Certainty;
use crate::catalog::{Catalog, Program, ProgramIx, Text};

/// The least similarity of two titles of one school and kind at which they are guessed to be the same
/// program; 1 means equal.
const ALIKE: f64 = 0.75;

/// For each new program that has one, the matching old program.
pub(super) fn pairs(old: &Catalog, new: &Catalog) -> BTreeMap<ProgramIx, (ProgramIx, Certainty)> {
    let mut pairs = BTreeMap::new();
    for ix in new.all() {
        if let Some(same) = old.find(&new.program(ix).id) {
            pairs.insert(ix, (same, Certainty::Known));
        }
    }
    let mut left: Vec<ProgramIx> = old.all().filter(|ix| new.find(&old.program(*ix).id).is_none()).collect();
    let come: Vec<ProgramIx> = new.all().filter(|ix| !pairs.contains_key(ix)).collect();
    for (is, was) in sharing_an_identifier((old, &left), (new, &come)) {
        pairs.insert(is, (was, Certainty::Known));
        left.retain(|ix| *ix != was);
    }
    for certainty in [Certainty::Known, Certainty::Guessed] {
        for ix in &come {
            if pairs.contains_key(ix) {
                continue;
            }
            let is_same = |was: &ProgramIx| is_one((old, old.program(*was)), (new, new.program(*ix)), certainty);
            // If two old programs match, neither is taken, because either could be meant.
            let mut found = left.iter().enumerate().filter(|(_, was)| is_same(was)).map(|(at, _)| at);
            if let (Some(at), None) = (found.next(), found.next()) {
                pairs.insert(*ix, (left.remove(at), certainty));
            }
        }
    }
    pairs
}

/// The added programs that share an identifier with a removed one, each with that one. An identifier that two programs
/// of one catalogue have identifies neither.
fn sharing_an_identifier(
    (old, left): (&Catalog, &[ProgramIx]),
    (new, come): (&Catalog, &[ProgramIx]),
) -> Vec<(ProgramIx, ProgramIx)> {
    let (owners, owned) = (owners(old, left), owners(new, come));
    let is_only = |ix: ProgramIx, identifier: &Text| owned.get(identifier) == Some(&Some(ix));
    let mut shared = Vec::new();
    for ix in come {
        let only = new.program(*ix).identifiers.iter().filter(|identifier| is_only(*ix, identifier));
        let mut found: Vec<ProgramIx> = only.filter_map(|identifier| *owners.get(identifier)?).collect();
        found.dedup();
        if let [was] = found[..]
            && !shared.iter().any(|(_, other)| *other == was)
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

/// Families of identifiers of which a program has only one.
const UNIQUE: [&str; 2] = ["uuid:", "ctid:"];

/// Whether two programs have different identifiers of one of the unique families.
fn are_told_apart(was: &Program, is: &Program) -> bool {
    UNIQUE.into_iter().any(|family| {
        let (were, are) = (of_family(was, family), of_family(is, family));
        !were.is_empty() && !are.is_empty() && !were.iter().any(|one| are.contains(one))
    })
}

/// The identifiers of a program that belong to a family.
fn of_family<'p>(program: &'p Program, family: &str) -> Vec<&'p Text> {
    program.identifiers.iter().filter(|identifier| identifier.starts_with(family)).collect()
}

/// Whether a removed program and an added one are the same, at the given certainty.
fn is_one(old: (&Catalog, &Program), new: (&Catalog, &Program), certainty: Certainty) -> bool {
    let (was, is) = (old.1, new.1);
    if are_told_apart(was, is) {
        return false;
    }
    match certainty {
        Certainty::Known => {
            let is_there = was.url.is_known() && was.url.value() == is.url.value();
            let follows = was.successors.claims().iter().flat_map(|claim| &claim.value).any(|name| *name == is.id);
            let was_called = is.former_name.claims().iter().any(|claim| claim.value == was.title);
            is_there || follows || (was_called && is_alike_in_kind(old, new))
        }
        Certainty::Guessed => {
            is_alike_in_kind(old, new) && strsim::normalized_damerau_levenshtein(&was.title, &is.title) >= ALIKE
        }
    }
}

fn is_alike_in_kind(old: (&Catalog, &Program), new: (&Catalog, &Program)) -> bool {
    let schools = |(catalog, program): (&Catalog, &Program)| {
        let mut keys: Vec<Text> =
            program.institutions().iter().map(|ix| catalog.institution(*ix).key.clone()).collect();
        keys.sort();
        keys
    };
    let (were, are) = (schools(old), schools(new));
    !were.is_empty() && were == are && old.1.kind() == new.1.kind()
}
