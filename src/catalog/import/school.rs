//! Schools, with one record for each. Mentions by key, name or both refer to one school if a name is the same, or a key
//! whose names may be those of one school: two schools may have been given one key. The result does not depend on the
//! order of the mentions.

mod joint;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};

use super::draft::School;
use super::names::{may_be_one, plain};
use super::slug::slug;
use super::vocabulary::folded;

/// A school in the notation of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Institution {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) short: String,
    pub(super) aliases: Vec<String>,
}

/// The distinct mentions of schools in all records.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    numbers: HashMap<School, u32, RandomState>,
    counts: Vec<u64>,
}

impl Mentions {
    /// The index of a mention, which is added if it is new.
    pub(super) fn number(&mut self, school: School) -> u32 {
        let next = self.counts.len() as u32;
        let number = *self.numbers.entry(school).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        self.counts[number as usize] += 1;
        number
    }

    /// The index of a mention; `None` if no record makes it.
    pub(super) fn find(&self, school: &School) -> Option<u32> {
        self.numbers.get(school).copied()
    }

    /// Merges all mentions and the schools of the base catalogue into distinct schools.
    pub(super) fn resolve(&self, base: Vec<Institution>) -> Resolved {
        let mut table = Table::of(base);
        let mut mentions: Vec<(&School, u32)> = self.numbers.iter().map(|(school, number)| (school, *number)).collect();
        // Mentions with a key and a name come first, so that a key or a name alone joins a school that has it. Those that
        // may be of several schools come last, when all others are known.
        mentions
            .sort_by_key(|(school, _)| (joint::may_be(school), school.key.is_none(), school.name.is_none(), *school));
        let mut of_mention = vec![Vec::new(); self.counts.len()];
        let (mut joint, mut apart) = (BTreeMap::new(), BTreeMap::new());
        for (school, number) in mentions {
            let count = self.counts[number as usize];
            let parts = joint::parts(school, &|name| table.has(name));
            of_mention[number as usize] = match &parts {
                Some(parts) => parts.iter().map(|part| table.place(part, count)).collect(),
                None => vec![table.place(school, count)],
            };
            joint.extend(parts.and(school.name.clone()).map(|name| (number, name)));
            apart.extend(table.other.take().map(|reason| (number, reason)));
        }
        Resolved { institutions: table.finish(), of_mention, joint, apart }
    }
}

/// All schools, and the schools that each mention refers to.
#[derive(Debug)]
pub(super) struct Resolved {
    pub(super) institutions: Vec<Institution>,
    of_mention: Vec<Vec<usize>>,
    /// The mentions of several schools in one name, with that name.
    pub(super) joint: BTreeMap<u32, String>,
    /// The mentions of a school under the key of another one, each with a sentence about it.
    pub(super) apart: BTreeMap<u32, String>,
}

impl Resolved {
    /// The schools that a mention refers to: usually one.
    pub(super) fn of(&self, mention: u32) -> impl Iterator<Item = &Institution> {
        self.of_mention[mention as usize].iter().map(|number| &self.institutions[*number])
    }

    /// The index of the first school that a mention refers to.
    pub(super) fn number_of(&self, mention: u32) -> Option<usize> {
        self.of_mention[mention as usize].first().copied()
    }
}

#[derive(Debug, Default)]
struct Entry {
    base: Option<Institution>,
    keys: BTreeSet<String>,
    /// The number of times each name occurs.
    names: BTreeMap<String, u64>,
}

#[derive(Debug, Default)]
struct Table {
    entries: Vec<Entry>,
    /// Several where two schools have one key.
    by_key: HashMap<String, Vec<usize>>,
    by_name: HashMap<String, usize>,
    /// About the mention that was placed last, if its key is that of another school as well.
    other: Option<String>,
}

impl Table {
    fn of(base: Vec<Institution>) -> Self {
        let mut table = Self::default();
        for institution in base {
            let number = table.entries.len();
            let names = [&institution.name, &institution.short].into_iter().chain(&institution.aliases);
            for name in names.chain([&institution.key]) {
                table.by_name.entry(folded(name)).or_insert(number);
                table.by_key.entry(folded(name)).or_default().push(number);
            }
            table.entries.push(Entry { base: Some(institution), ..Entry::default() });
        }
        table
    }

    /// Whether a school has this name or key.
    fn has(&self, name: &str) -> bool {
        let name = folded(name);
        self.by_name.contains_key(&name) || self.by_key.contains_key(&name)
    }

    /// The schools with a key, or else the one that is called by it.
    fn with_key(&self, key: &str) -> Vec<usize> {
        let named = || self.by_name.get(key).map(|number| vec![*number]);
        self.by_key.get(key).cloned().or_else(named).unwrap_or_default()
    }

    /// The school with a name, or else the first that has it as a key.
    fn named(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).or_else(|| self.by_key.get(name)?.first()).copied()
    }

    fn place(&mut self, school: &School, count: u64) -> usize {
        let key = school.key.as_deref().map(folded).filter(|key| !key.is_empty());
        let name = school.name.as_deref().map(folded).filter(|name| !name.is_empty());
        let by_key = key.as_ref().map(|key| self.with_key(key)).unwrap_or_default();
        let by_name = name.as_ref().and_then(|name| self.named(name));
        let keyed = by_key.iter().copied().find(|number| self.entries[*number].may_be(school));
        if let ([other, ..], None, Some(key), Some(name)) = (&by_key[..], keyed, &school.key, &school.name) {
            let other = self.entries[*other].name();
            self.other = Some(format!("`{key}` is a key of “{other}” and of “{name}”, so each is a school of its own"));
        }
        let number = keyed.or(by_name).unwrap_or(self.entries.len());
        if number == self.entries.len() {
            self.entries.push(Entry::default());
        }
        if let Some(key) = key {
            let keyed = self.by_key.entry(key).or_default();
            keyed.extend((!keyed.contains(&number)).then_some(number));
        }
        if let Some(name) = name {
            self.by_name.entry(name).or_insert(number);
        }
        let entry = &mut self.entries[number];
        entry.keys.extend(school.key.clone());
        if let Some(name) = &school.name {
            *entry.names.entry(name.clone()).or_default() += count;
        }
        number
    }

    fn finish(self) -> Vec<Institution> {
        let mut taken: BTreeSet<String> =
            self.entries.iter().filter_map(|entry| Some(entry.base.as_ref()?.key.clone())).collect();
        self.entries.into_iter().map(|entry| entry.finish(&mut taken)).collect()
    }
}

impl Entry {
    /// Whether a mention with a key of this school may be one of it: its name must be like one of the school. A name
    /// that only repeats the key, as in some exports, indicates nothing.
    fn may_be(&self, school: &School) -> bool {
        let is_telling = |name: &&String| school.key.as_ref().is_none_or(|key| folded(key) != folded(name));
        let Some(name) = school.name.as_ref().filter(is_telling) else { return true };
        let mut names = self.names.keys().filter(is_telling).peekable();
        let is_of_base = |base: &Institution| {
            // An alias may be made of initials, which many names share.
            may_be_one(name, &base.name) || base.aliases.iter().any(|alias| plain(alias) == plain(name))
        };
        let is_new = self.base.is_none() && names.peek().is_none();
        is_new || self.base.as_ref().is_some_and(is_of_base) || names.any(|other| may_be_one(name, other))
    }

    /// The most frequent name; among equally frequent ones, the first in alphabetical order.
    fn name(&self) -> String {
        let base = self.base.as_ref().map(|base| base.name.clone());
        let most = self.names.iter().max_by_key(|(name, count)| (**count, std::cmp::Reverse(*name)));
        base.or_else(|| most.map(|(name, _)| name.clone())).unwrap_or_default()
    }

    fn finish(mut self, taken: &mut BTreeSet<String>) -> Institution {
        if let Some(base) = self.base.take() {
            return base;
        }
        let name = Some(self.name()).filter(|name| !name.is_empty());
        let short = self.keys.first().cloned();
        let name = name.or_else(|| short.clone()).unwrap_or_default();
        let short = short.unwrap_or_else(|| name.clone());
        let wanted = slug(&short, "school");
        let mut key = wanted.clone();
        let mut number = 1;
        while !taken.insert(key.clone()) {
            number += 1;
            key = format!("{wanted}-{number}");
        }
        let others = self.keys.into_iter().chain(self.names.into_keys());
        let aliases = others.filter(|other| *other != name && *other != short).collect();
        Institution { key, name, short, aliases }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn school(key: &str, name: &str) -> School {
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        School { key: known(key), name: known(name) }
    }

    #[test]
    fn one_school_has_one_record_in_whatever_order_it_is_mentioned() {
        let mut mentions = [
            school("NorthX", "Northbridge University"),
            school("", "northbridge  university"),
            school("NorthX", ""),
            school("", "Lakeside"),
        ];
        for _ in 0..mentions.len() {
            mentions.rotate_left(1);
            let mut all = Mentions::default();
            let numbers: Vec<u32> = mentions.iter().map(|mention| all.number(mention.clone())).collect();
            let resolved = all.resolve(Vec::new());
            let schools = numbers.iter().flat_map(|number| resolved.of(*number));
            let keys: BTreeSet<&str> = schools.map(|school| school.key.as_str()).collect();
            assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["lakeside", "northx"]);
            assert_eq!(resolved.institutions.len(), 2);
        }
    }

    #[test]
    fn a_school_of_the_catalogue_is_known_by_its_other_names() {
        let base = Institution {
            key: "mitx".into(),
            name: "Massachusetts Institute of Technology".into(),
            short: "MIT".into(),
            aliases: vec!["MITx".into()],
        };
        let mut all = Mentions::default();
        let numbers = [
            all.number(school("MITx", "")),
            all.number(school("", "mit")),
            all.number(school("MITxPRO", "Massachusetts Institute of Technology")),
        ];
        let resolved = all.resolve(vec![base]);
        assert!(numbers.into_iter().flat_map(|number| resolved.of(number)).all(|school| school.key == "mitx"));
    }

    #[test]
    fn one_key_of_two_schools_joins_neither_with_the_other() {
        let base = Institution {
            key: "mitx".into(),
            name: "Massachusetts Institute of Technology".into(),
            short: "MIT".into(),
            aliases: vec!["MITx".into()],
        };
        for base in [vec![base], Vec::new()] {
            let mut all = Mentions::default();
            let manukau = all.number(school("MIT", "Manukau Institute of Technology"));
            let boston = all.number(school("MIT", "Massachusetts Institute of Technology"));
            let short = all.number(school("MIT", "Massachusetts Inst. of Technology"));
            let resolved = all.resolve(base);
            assert_ne!(resolved.number_of(manukau), resolved.number_of(boston));
            assert_eq!(resolved.number_of(short), resolved.number_of(boston));
            assert_eq!(resolved.apart.len(), 1, "{resolved:?}");
            assert!(resolved.institutions.iter().any(|school| school.name == "Manukau Institute of Technology"));
        }
    }

    #[test]
    fn the_key_of_one_record_may_be_the_name_in_another() {
        let mut all = Mentions::default();
        let first = all.number(school("BBS", "BoardX"));
        let second = all.number(school("BoardX", "Board Business School"));
        let resolved = all.resolve(Vec::new());
        assert_eq!(resolved.number_of(first), resolved.number_of(second));
        let mut again = Mentions::default();
        let again = [again.number(school("BBS", "BoardX")), again.number(school("BoardX", "Board Business School"))]
            .map(|mention| again.resolve(resolved.institutions.clone()).number_of(mention));
        assert_eq!(again, [Some(0); 2]);
    }

    #[test]
    fn a_name_of_several_schools_is_taken_apart_where_each_is_known() {
        let joint = ["Northbridge & Lakeside", "Lakeside / NorthX", "Northbridge, Lakeside and Harvard"];
        let single = ["Arts and Lakeside", "Northbridge and Sciences", "College of Arts and Humanities"];
        let mut all = Mentions::default();
        let numbers: Vec<u32> = joint.iter().chain(&single).map(|name| all.number(school("", name))).collect();
        for known in [school("NorthX", "Northbridge"), school("", "Lakeside")] {
            all.number(known);
        }
        let resolved = all.resolve(Vec::new());
        let keys = |number: u32| resolved.of(number).map(|school| school.key.as_str()).collect::<Vec<_>>();
        assert_eq!(keys(numbers[0]), ["northx", "lakeside"]);
        assert_eq!(keys(numbers[1]), ["lakeside", "northx"]);
        assert_eq!(keys(numbers[2]), ["northx", "lakeside", "harvard"], "Harvard is in the shipped catalogue");
        assert!(numbers[3..].iter().all(|number| keys(*number).len() == 1));
        assert_eq!(resolved.joint.len(), joint.len());
    }
}
