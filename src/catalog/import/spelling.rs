//! How names that are filtered by are written: spellings that differ in case and blanks become one, the most frequent.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use foldhash::fast::RandomState;

use super::draft;
use super::stated::Stated;
use crate::catalog::Text;

/// The facts whose values programs are filtered by.
const FACETS: [&str; 4] = ["kind", "fields", "languages", "skills"];

/// The names of each fact, with how often each occurs.
#[derive(Debug, Default)]
pub(super) struct Spellings(HashMap<&'static str, Counts>);

/// How often each name occurs.
type Counts = HashMap<Text, u64, RandomState>;

impl Spellings {
    /// Counts the names of a value.
    pub(super) fn see(&mut self, field: &'static str, value: &Stated) {
        if !FACETS.contains(&field) {
            return;
        }
        let counts = self.0.entry(field).or_default();
        for name in value.names() {
            match counts.get_mut(&name) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(name, 1);
                }
            }
        }
    }

    /// What becomes of every name that is not written in the most frequent way.
    pub(super) fn unified(&self) -> Unified {
        Unified(self.0.iter().map(|(field, counts)| (*field, best_of(counts))).collect())
    }
}

/// A spelling with the criteria for its choice: how often it occurs, and whether all its letters are of one case.
type Rated<'n> = (Reverse<u64>, bool, &'n Text);

/// Of several spellings the most frequent is the best; among equals one in mixed case, then the first in the alphabet.
fn best_of(counts: &Counts) -> HashMap<Text, Text> {
    let mut spellings: BTreeMap<String, Vec<Rated<'_>>> = BTreeMap::new();
    for (name, count) in counts {
        let is_one_case = !(name.contains(char::is_uppercase) && name.contains(char::is_lowercase));
        spellings.entry(key_of(name)).or_default().push((Reverse(*count), is_one_case, name));
    }
    let mut better = HashMap::new();
    for spellings in spellings.values().filter(|spellings| spellings.len() > 1) {
        let best = spellings.iter().min().map(|(.., name)| *name);
        for (.., other) in spellings {
            better.extend(best.filter(|best| best != other).map(|best| ((*other).clone(), best.clone())));
        }
    }
    better
}

fn key_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The better spelling of names, by fact.
#[derive(Debug)]
pub(super) struct Unified(HashMap<&'static str, HashMap<Text, Text>>);

impl Unified {
    /// A value in the best spelling, where that is not its own.
    pub(super) fn of(&self, field: &'static str, value: &Stated) -> Option<Stated> {
        let better = self.0.get(field).filter(|better| !better.is_empty())?;
        match value {
            Stated::Text(name) => Some(Stated::Text(better.get(name)?.clone())),
            Stated::Texts(names) if names.iter().any(|name| better.contains_key(name)) => {
                draft::texts(names.iter().map(|name| better.get(name).unwrap_or(name)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_spelling_is_everybodys() {
        let mut spellings = Spellings::default();
        let value = |names: &[&str]| draft::texts(names).expect("names");
        for names in [&["xPRO", "B"][..], &["xPro"], &["xPRO "], &["xPRO", "b"]] {
            spellings.see("fields", &value(names));
        }
        let unified = spellings.unified();
        assert_eq!(unified.of("fields", &value(&["xPro", "b", "xPRO"])), Some(value(&["xPRO", "B"])));
        assert_eq!(unified.of("fields", &value(&["xPRO", "C"])), None);
        assert_eq!(unified.of("skills", &value(&["xPro"])), None);
    }
}
