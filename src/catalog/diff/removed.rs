//! The programs that only the old catalogue has, indexed by everything that can show that an added program is one of
//! them. Titles are compared only within one school and kind, and only if their lengths and letters allow a match, so
//! that large catalogues are compared in seconds.

use std::collections::{HashMap, HashSet};

use super::Certainty;
use crate::catalog::{Catalog, Kind, Program, ProgramIx, Text};

/// The minimum similarity of two titles of one school and kind at which they are guessed to be the same program; 1
/// means equal.
const ALIKE: f64 = 0.75;

/// The schools of a program by key, in order, and its kind.
type Group<'c> = (Vec<&'c Text>, &'c Kind);

/// The removed programs of a catalogue.
pub(super) struct Removed<'c> {
    catalog: &'c Catalog,
    by_address: HashMap<&'c Text, Vec<ProgramIx>>,
    by_successor: HashMap<&'c Text, Vec<ProgramIx>>,
    by_title: HashMap<&'c Text, Vec<ProgramIx>>,
    by_group: HashMap<Group<'c>, Vec<(ProgramIx, Letters)>>,
    /// Programs that have already been matched.
    pub(super) taken: HashSet<ProgramIx>,
}

impl<'c> Removed<'c> {
    /// Indexes these programs of a catalogue.
    pub(super) fn of(catalog: &'c Catalog, programs: &[ProgramIx]) -> Self {
        let mut removed = Self {
            catalog,
            by_address: HashMap::new(),
            by_successor: HashMap::new(),
            by_title: HashMap::new(),
            by_group: HashMap::new(),
            taken: HashSet::new(),
        };
        for ix in programs {
            removed.add(*ix);
        }
        removed
    }

    fn add(&mut self, ix: ProgramIx) {
        let program = self.catalog.program(ix);
        if let Some(address) = program.url.value() {
            self.by_address.entry(address).or_default().push(ix);
        }
        for id in program.successors.claims().iter().flat_map(|claim| &claim.value) {
            self.by_successor.entry(id).or_default().push(ix);
        }
        self.by_title.entry(&program.title).or_default().push(ix);
        if let Some(group) = group(self.catalog, program) {
            self.by_group.entry(group).or_default().push((ix, Letters::of(&program.title)));
        }
    }

    /// Returns the only removed program that is the same as this one of the new catalogue, at the given certainty;
    /// `None` if there are several, because any of them could be meant.
    pub(super) fn only(&self, new: &Catalog, is: &Program, certainty: Certainty) -> Option<ProgramIx> {
        let is_possible = |was: ProgramIx| !self.taken.contains(&was) && !are_told_apart(self.catalog.program(was), is);
        let first_two: Vec<ProgramIx> = match certainty {
            Certainty::Known => {
                let mut known: Vec<ProgramIx> = self.known(new, is).filter(|was| is_possible(*was)).collect();
                // One program may be found both by its address and by its former name.
                known.sort_unstable();
                known.dedup();
                known
            }
            Certainty::Guessed => self.similar(new, is).filter(|was| is_possible(*was)).take(2).collect(),
        };
        if let [was] = first_two[..] { Some(was) } else { None }
    }

    /// The removed programs that an address, a successor or a former name on record shows to be the same.
    fn known<'n>(&'n self, new: &'n Catalog, is: &'n Program) -> impl Iterator<Item = ProgramIx> + 'n {
        let at_address = is.url.value().and_then(|address| self.by_address.get(address));
        let followed = self.by_successor.get(&is.id);
        let names = is.former_name.claims().iter().filter_map(|claim| self.by_title.get(&claim.value));
        let is_alike = |was: &ProgramIx| {
            let of_old = group(self.catalog, self.catalog.program(*was));
            of_old.is_some() && of_old == group(new, is)
        };
        let called = names.flatten().copied().filter(is_alike);
        at_address.into_iter().chain(followed).flatten().copied().chain(called)
    }

    /// The removed programs of the same schools and kind with a similar title.
    fn similar<'n>(&'n self, new: &'n Catalog, is: &'n Program) -> impl Iterator<Item = ProgramIx> + 'n {
        let letters = Letters::of(&is.title);
        let all = group(new, is).and_then(|group| self.by_group.get(&group)).map(Vec::as_slice).unwrap_or_default();
        let may_be = all.iter().filter(move |(_, own)| own.most_alike(&letters) >= ALIKE).map(|(ix, _)| *ix);
        may_be
            .filter(|was| strsim::normalized_damerau_levenshtein(&self.catalog.program(*was).title, &is.title) >= ALIKE)
    }
}

/// The schools and the kind of a program; `None` if its schools are unknown.
fn group<'c>(catalog: &'c Catalog, program: &'c Program) -> Option<Group<'c>> {
    let mut keys: Vec<&Text> = program.institutions().iter().map(|ix| &catalog.institution(*ix).key).collect();
    keys.sort_unstable();
    (!keys.is_empty()).then(|| (keys, program.kind()))
}

/// Families of identifiers with one identifier per program.
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

/// The letter counts of a title. Letters whose code points are equal modulo [`SLOTS`] share a count.
struct Letters([u16; SLOTS]);

const SLOTS: usize = 32;

impl Letters {
    fn of(title: &str) -> Self {
        let mut counts = [0_u16; SLOTS];
        for c in title.chars() {
            let slot = &mut counts[c as usize % SLOTS];
            *slot = slot.saturating_add(1);
        }
        Self(counts)
    }

    /// Returns an upper bound of the similarity of two titles with these letters. Each edit changes at most one letter
    /// and a transposition changes none, so the distance is at least the number of letters that one title has and the
    /// other lacks.
    fn most_alike(&self, other: &Self) -> f64 {
        let surplus = |more: &Self, less: &Self| -> usize {
            more.0.iter().zip(less.0).map(|(more, less)| usize::from(more.saturating_sub(less))).sum()
        };
        let length = |letters: &Self| letters.0.iter().map(|count| usize::from(*count)).sum::<usize>();
        let longest = length(self).max(length(other)).max(1);
        1.0 - surplus(self, other).max(surplus(other, self)) as f64 / longest as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn letters_never_rule_out_a_similar_title(a in "[a-eA-Eñé ]{0,24}", b in "[a-eA-Eñé ]{0,24}") {
            let similarity = strsim::normalized_damerau_levenshtein(&a, &b);
            prop_assert!(Letters::of(&a).most_alike(&Letters::of(&b)) >= similarity - 1e-9, "{} {}", a, b);
        }
    }

    #[test]
    fn titles_with_other_letters_are_not_compared() {
        let most = |a: &str, b: &str| Letters::of(a).most_alike(&Letters::of(b));
        assert!(most("Data Science", "Data Sciences") >= ALIKE);
        assert!(most("Data Science", "Marine Engineering") < ALIKE);
        assert!(most("Law", "Law and Policy") < ALIKE);
    }
}
