//! Groups records that describe the same program: those that share a mark of identity, strongest marks first. Records
//! whose stronger marks differ stay apart whatever else they share, and a record that could belong to two programs
//! joins neither. The result does not depend on the order of the records.

use std::collections::{BTreeMap, HashMap};

/// The marks of identity of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Each mark that it may share with others, as its rank, 0 being the strongest, and the hash of its text.
    pub(super) keys: Vec<(usize, u64)>,
    /// The rank and family of each mark. Two records with different marks of one family belong to two programs.
    pub(super) families: Vec<(usize, u64)>,
    /// Whether it comes from the base catalogue; two such records are never joined.
    pub(super) is_base: bool,
    /// The hash of the title under which a program names it, if nothing else is known of it.
    pub(super) seeks: Option<u64>,
    /// The hashes of titles under which it can be found.
    pub(super) offers: Vec<u64>,
}

/// The number of ranks: three types of identifier, addresses, and names.
pub(super) const RANKS: usize = 5;

/// The result of grouping.
#[derive(Debug)]
pub(super) struct Groups {
    /// The records of each group in order; groups are sorted by their first record.
    pub(super) members: Vec<Vec<u32>>,
    /// Records that share a mark with several different programs.
    pub(super) ambiguous: Vec<u32>,
}

/// Groups records. Their order must not depend on the order in which documents were given.
pub(super) fn groups(mut marks: Vec<Marks>) -> Groups {
    let mut forest = Forest::of(&mut marks);
    let mut ambiguous = Vec::new();
    for rank in 0..RANKS {
        for records in sharing(&marks, rank) {
            forest.join_compatible(&records, rank, &mut ambiguous);
        }
    }
    forest.join_named(&marks);
    ambiguous.sort_unstable();
    ambiguous.dedup();
    Groups { members: forest.members(), ambiguous }
}

/// The records that share a mark of that strength, in the order of the first record that has it.
fn sharing(marks: &[Marks], rank: usize) -> Vec<Vec<u32>> {
    let mut marked: Vec<(u64, u32)> = Vec::with_capacity(marks.len());
    for (number, marks) in (0u32..).zip(marks) {
        let keys = marks.keys.iter().filter(|(of_rank, _)| *of_rank == rank);
        marked.extend(keys.map(|(_, key)| (*key, number)));
    }
    marked.sort_unstable();
    let shared = marked.chunk_by(|a, b| a.0 == b.0).filter(|marked| marked.len() > 1);
    let mut shared: Vec<Vec<u32>> = shared.map(|marked| marked.iter().map(|(_, number)| *number).collect()).collect();
    shared.sort_unstable();
    shared
}

/// A union-find forest of records.
struct Forest {
    parents: Vec<u32>,
    families: Vec<Vec<(usize, u64)>>,
    is_base: Vec<bool>,
}

impl Forest {
    /// Takes over the families of the records.
    fn of(marks: &mut [Marks]) -> Self {
        let sorted = |marks: &mut Marks| {
            let mut families = std::mem::take(&mut marks.families);
            families.sort_unstable();
            families.dedup();
            families
        };
        Self {
            parents: (0..marks.len() as u32).collect(),
            families: marks.iter_mut().map(sorted).collect(),
            is_base: marks.iter().map(|marks| marks.is_base).collect(),
        }
    }

    fn root(&mut self, mut record: u32) -> u32 {
        while self.parents[record as usize] != record {
            let parent = self.parents[record as usize];
            self.parents[record as usize] = self.parents[parent as usize];
            record = parent;
        }
        record
    }

    /// Joins as many as possible of the records that share a mark of this rank.
    fn join_compatible(&mut self, records: &[u32], rank: usize, ambiguous: &mut Vec<u32>) {
        let mut roots: Vec<u32> = records.iter().map(|record| self.root(*record)).collect();
        roots.sort_unstable();
        roots.dedup();
        let is_strong = |forest: &Self, root: u32| {
            forest.is_base[root as usize] || forest.families[root as usize].iter().any(|(of, _)| *of < rank)
        };
        let (strong, weak): (Vec<u32>, Vec<u32>) = roots.into_iter().partition(|root| is_strong(self, *root));
        let mut clusters: Vec<u32> = Vec::new();
        for root in strong {
            match clusters.iter().position(|cluster| self.is_compatible(*cluster, root, rank)) {
                Some(at) => clusters[at] = self.join(clusters[at], root),
                None => clusters.push(root),
            }
        }
        let Some(joined) = weak.iter().copied().reduce(|first, next| self.join(first, next)) else { return };
        match clusters[..] {
            [] => {}
            [only] => {
                self.join(only, joined);
            }
            _ => ambiguous.extend(weak),
        }
    }

    /// Joins records that are known by a title alone, and with them the only other record that has it.
    fn join_named(&mut self, marks: &[Marks]) {
        if marks.iter().all(|marks| marks.seeks.is_none()) {
            return;
        }
        let mut offered: HashMap<u64, Option<u32>> = HashMap::new();
        let mut is_found = vec![false; marks.len()];
        for (record, marks) in (0u32..).zip(marks) {
            let root = self.root(record);
            is_found[root as usize] |= marks.seeks.is_none();
            for title in &marks.offers {
                let only = offered.entry(*title).or_insert(Some(root));
                *only = only.filter(|other| *other == root);
            }
        }
        let mut named: HashMap<u64, u32> = HashMap::new();
        for (record, marks) in (0u32..).zip(marks) {
            let Some(title) = marks.seeks.filter(|_| !is_found[self.root(record) as usize]) else { continue };
            let first = *named.entry(title).or_insert(record);
            self.join(first, record);
        }
        for (title, record) in named {
            if let Some(Some(only)) = offered.get(&title) {
                self.join(*only, record);
            }
        }
    }

    /// Whether no stronger mark keeps the two groups apart.
    fn is_compatible(&self, a: u32, b: u32, rank: usize) -> bool {
        let stronger = |root: u32| self.families[root as usize].iter().take_while(|(of, _)| *of < rank);
        let is_shared = stronger(a).any(|family| self.families[b as usize].binary_search(family).is_ok());
        let are_both_base = self.is_base[a as usize] && self.is_base[b as usize];
        !is_shared && !are_both_base
    }

    fn join(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        if first != second {
            self.parents[second as usize] = first;
            let more = std::mem::take(&mut self.families[second as usize]);
            let families = &mut self.families[first as usize];
            families.extend(more);
            families.sort_unstable();
            families.dedup();
            self.is_base[first as usize] |= self.is_base[second as usize];
        }
        first
    }

    fn members(mut self) -> Vec<Vec<u32>> {
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for record in 0..self.parents.len() as u32 {
            let root = self.root(record);
            members.entry(root).or_default().push(record);
        }
        members.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record with an identifier, an address at a site, and a name; 0 means that it has none.
    fn record(id: u64, address: u64, site: u64, name: u64) -> Marks {
        let keys = [(0, id), (3, address), (4, name)].into_iter().filter(|(_, key)| *key > 0).collect();
        let families = [(0, u64::from(id > 0)), (3, site)].into_iter().filter(|(_, family)| *family > 0).collect();
        Marks { keys, families, ..Marks::default() }
    }

    fn grouped(records: &[Marks]) -> Vec<Vec<u32>> {
        groups(records.to_vec()).members
    }

    #[test]
    fn an_identifier_goes_before_an_address_and_an_address_before_a_name() {
        assert_eq!(grouped(&[record(1, 5, 1, 9), record(1, 6, 1, 8)]), [vec![0, 1]]);
        assert_eq!(grouped(&[record(1, 5, 1, 9), record(2, 5, 1, 9)]), [vec![0], vec![1]]);
        assert_eq!(grouped(&[record(1, 0, 0, 9), record(0, 5, 1, 9)]), [vec![0, 1]]);
        assert_eq!(grouped(&[record(0, 5, 1, 9), record(0, 6, 1, 9)]), [vec![0], vec![1]]);
        assert_eq!(grouped(&[record(0, 5, 1, 9), record(0, 6, 2, 9)]), [vec![0, 1]]);
    }

    #[test]
    fn a_record_that_could_be_of_two_programs_joins_neither() {
        let groups = groups(vec![record(1, 0, 0, 9), record(2, 0, 0, 9), record(0, 0, 0, 9)]);
        assert_eq!((groups.members.len(), groups.ambiguous), (3, vec![2]));
    }

    #[test]
    fn what_is_known_by_its_title_joins_the_only_record_that_has_it() {
        let named = |title| Marks { seeks: Some(title), ..Marks::default() };
        let titled = |id, title| Marks { offers: vec![title], ..record(id, 0, 0, 0) };
        assert_eq!(grouped(&[named(7), titled(1, 7), titled(2, 8), named(7)]), [vec![0, 1, 3], vec![2]]);
        assert_eq!(grouped(&[named(7), titled(1, 7), titled(2, 7)]), [vec![0], vec![1], vec![2]]);
        // One that has been found by its school and title seeks no more.
        let found = Marks { seeks: Some(7), ..record(0, 0, 0, 9) };
        assert_eq!(grouped(&[found, record(1, 0, 0, 9), titled(2, 7)]), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn records_of_the_catalogue_are_never_joined() {
        let base = Marks { is_base: true, ..record(0, 5, 1, 9) };
        assert_eq!(grouped(&[base.clone(), base, record(0, 0, 0, 0)]).len(), 3);
    }
}
