//! Groups records that describe the same program: those that share a mark of identity, strongest marks first. Records
//! whose stronger marks differ stay apart whatever else they share, and a record that could belong to two programs
//! joins neither. The result does not depend on the order of the records.

use std::collections::{BTreeMap, HashMap};

use super::packed::Packed;

/// A mark, as its rank, 0 being the strongest, and a hash.
type Mark = (u8, u64);

/// The marks of identity of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Each mark that it may share with others, by the hash of its text.
    pub(super) keys: Vec<Mark>,
    /// The family of each mark. Two records with different marks of one family belong to two programs.
    pub(super) families: Vec<Mark>,
    /// Whether it comes from the base catalogue; two such records are never joined.
    pub(super) is_base: bool,
    /// What a program calls it, if nothing else is known about it.
    pub(super) seeks: Option<Seeks>,
    /// The hashes of titles under which it can be found.
    pub(super) offers: Vec<u64>,
}

/// The hashes of a title by which a record looks for its counterpart: with its school, which those that look for the
/// same share; and, if no record offers that, the hash under which the only other one may be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seeks {
    pub(super) own: u64,
    pub(super) otherwise: u64,
}

/// The number of ranks: three types of identifier, addresses, and names.
pub(super) const RANKS: u8 = 5;

/// The result of grouping.
#[derive(Debug)]
pub(super) struct Groups {
    /// The records of each group in order; groups are sorted by their first record.
    pub(super) members: Packed<u32>,
    /// Records that share a mark with several different programs.
    pub(super) ambiguous: Vec<u32>,
}

/// Groups records. Their order must not depend on the order in which documents were given.
pub(super) fn groups(marks: impl IntoIterator<Item = Marks>) -> Groups {
    let mut table = Table::default();
    marks.into_iter().for_each(|marks| table.add(marks));
    let Table { keys, families, is_base, seeks, offers } = table;
    let mut forest = Forest {
        parents: (0..is_base.len() as u32).collect(),
        families: Families { own: families, joined: HashMap::new() },
        is_base,
    };
    let mut ambiguous = Vec::new();
    for (rank, keys) in (0..RANKS).zip(keys) {
        for records in sharing(keys) {
            forest.join_compatible(&records, rank, &mut ambiguous);
        }
    }
    forest.join_named(&seeks, &offers);
    ambiguous.sort_unstable();
    ambiguous.dedup();
    Groups { members: forest.members(), ambiguous }
}

/// The marks of all records, by how they are used: there may be a million records, and few have marks of every type.
#[derive(Default)]
struct Table {
    /// By rank, each with its record.
    keys: [Vec<(u64, u32)>; RANKS as usize],
    families: Packed<Mark>,
    is_base: Vec<bool>,
    /// Records with the titles that they look for and offer.
    seeks: Vec<(u32, Seeks)>,
    offers: Vec<(u32, u64)>,
}

impl Table {
    fn add(&mut self, marks: Marks) {
        let record = self.is_base.len() as u32;
        for (rank, key) in marks.keys {
            self.keys[usize::from(rank)].push((key, record));
        }
        self.families.push(sorted(marks.families));
        self.is_base.push(marks.is_base);
        self.seeks.extend(marks.seeks.map(|title| (record, title)));
        self.offers.extend(marks.offers.into_iter().map(|title| (record, title)));
    }
}

/// The records that share a mark, in the order of the first record that has it.
fn sharing(mut marked: Vec<(u64, u32)>) -> Vec<Vec<u32>> {
    marked.sort_unstable();
    let shared = marked.chunk_by(|a, b| a.0 == b.0).filter(|marked| marked.len() > 1);
    let mut shared: Vec<Vec<u32>> = shared.map(|marked| marked.iter().map(|(_, number)| *number).collect()).collect();
    shared.sort_unstable();
    shared
}

fn sorted(mut families: Vec<Mark>) -> Vec<Mark> {
    families.sort_unstable();
    families.dedup();
    families
}

/// The families of the records, sorted; those of a root are those of its whole tree.
struct Families {
    own: Packed<Mark>,
    /// Those of roots that have more than their own.
    joined: HashMap<u32, Vec<Mark>>,
}

impl Families {
    fn of(&self, root: u32) -> &[Mark] {
        self.joined.get(&root).map_or_else(|| self.own.at(root), Vec::as_slice)
    }

    /// Adds the families of a root to those of another.
    fn join(&mut self, first: u32, second: u32) {
        let more = self.joined.remove(&second).unwrap_or_else(|| self.own.at(second).to_vec());
        let known = self.of(first);
        if more.iter().any(|family| known.binary_search(family).is_err()) {
            let all = sorted([known, more.as_slice()].concat());
            self.joined.insert(first, all);
        }
    }
}

/// A union-find forest of records.
struct Forest {
    parents: Vec<u32>,
    families: Families,
    is_base: Vec<bool>,
}

impl Forest {
    fn root(&mut self, mut record: u32) -> u32 {
        while self.parents[record as usize] != record {
            let parent = self.parents[record as usize];
            self.parents[record as usize] = self.parents[parent as usize];
            record = parent;
        }
        record
    }

    /// Joins as many as possible of the records that share a mark of this rank.
    fn join_compatible(&mut self, records: &[u32], rank: u8, ambiguous: &mut Vec<u32>) {
        let mut roots: Vec<u32> = records.iter().map(|record| self.root(*record)).collect();
        roots.sort_unstable();
        roots.dedup();
        let is_strong = |forest: &Self, root: u32| {
            forest.is_base[root as usize] || forest.families.of(root).iter().any(|(of, _)| *of < rank)
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
    fn join_named(&mut self, seeks: &[(u32, Seeks)], offers: &[(u32, u64)]) {
        if seeks.is_empty() {
            return;
        }
        let is_found = self.found(seeks);
        let mut offered: HashMap<u64, Option<u32>> = HashMap::new();
        for (record, title) in offers {
            let root = self.root(*record);
            let only = offered.entry(*title).or_insert(Some(root));
            *only = only.filter(|other| *other == root);
        }
        let mut named: BTreeMap<u64, (u32, u64)> = BTreeMap::new();
        for (record, title) in seeks {
            if !is_found[self.root(*record) as usize] {
                let (first, _) = *named.entry(title.own).or_insert((*record, title.otherwise));
                self.join(first, *record);
            }
        }
        let is_offered = |title: &u64| offered.get(title).copied().flatten();
        let mut wanted: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (own, (record, otherwise)) in named {
            if let Some(only) = is_offered(&own) {
                self.join(only, record);
            } else if let Some(only) = is_offered(&otherwise) {
                wanted.entry(only).or_default().push(record);
            }
        }
        // A course that several schools name by its title belongs to none of them.
        for (only, records) in wanted {
            if let [record] = records[..] {
                self.join(only, record);
            }
        }
    }

    /// Whether each root has a record that does not look for a title.
    fn found(&mut self, seeks: &[(u32, Seeks)]) -> Vec<bool> {
        let mut is_seeking = vec![false; self.parents.len()];
        for (record, _) in seeks {
            is_seeking[*record as usize] = true;
        }
        let mut is_found = vec![false; self.parents.len()];
        for record in (0..self.parents.len() as u32).filter(|record| !is_seeking[*record as usize]) {
            is_found[self.root(record) as usize] = true;
        }
        is_found
    }

    /// Whether no stronger mark keeps the two groups apart.
    fn is_compatible(&self, a: u32, b: u32, rank: u8) -> bool {
        let stronger = self.families.of(a).iter().take_while(|(of, _)| *of < rank);
        let others = self.families.of(b);
        let is_shared = stronger.into_iter().any(|family| others.binary_search(family).is_ok());
        let are_both_base = self.is_base[a as usize] && self.is_base[b as usize];
        !is_shared && !are_both_base
    }

    fn join(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        if first != second {
            self.parents[second as usize] = first;
            self.families.join(first, second);
            self.is_base[first as usize] |= self.is_base[second as usize];
        }
        first
    }

    fn members(mut self) -> Packed<u32> {
        let mut rooted: Vec<(u32, u32)> =
            (0..self.parents.len() as u32).map(|record| (self.root(record), record)).collect();
        // The root of a group is its first record.
        rooted.sort_unstable();
        let mut members = Packed::default();
        for group in rooted.chunk_by(|a, b| a.0 == b.0) {
            members.push(group.iter().map(|(_, record)| *record));
        }
        members
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
        let members = groups(records.to_vec()).members;
        (0..members.len() as u32).map(|group| members.at(group).to_vec()).collect()
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
        let named = |own, otherwise| Marks { seeks: Some(Seeks { own, otherwise }), ..Marks::default() };
        let titled = |id, title| Marks { offers: vec![title], ..record(id, 0, 0, 0) };
        assert_eq!(grouped(&[named(7, 0), titled(1, 7), titled(2, 8), named(7, 0)]), [vec![0, 1, 3], vec![2]]);
        assert_eq!(grouped(&[named(7, 0), titled(1, 7), titled(2, 7)]), [vec![0], vec![1], vec![2]]);
        assert_eq!(grouped(&[named(5, 7), titled(1, 7), titled(2, 8)]), [vec![0, 1], vec![2]]);
        // Two schools name it, and it may be the course of either.
        assert_eq!(grouped(&[named(5, 7), titled(1, 7), named(6, 7)]), [vec![0], vec![1], vec![2]]);
        // A record that has been found by its school and title looks for nothing else.
        let found = Marks { seeks: Some(Seeks { own: 7, otherwise: 7 }), ..record(0, 0, 0, 9) };
        assert_eq!(grouped(&[found, record(1, 0, 0, 9), titled(2, 7)]), [vec![0, 1], vec![2]]);
    }

    #[test]
    fn records_of_the_catalogue_are_never_joined() {
        let base = Marks { is_base: true, ..record(0, 5, 1, 9) };
        assert_eq!(grouped(&[base.clone(), base, record(0, 0, 0, 0)]).len(), 3);
    }
}
