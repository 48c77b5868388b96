//! One name for each school, whatever its sources call it. A name that matches no institution of the catalogue, or
//! several, is left unchanged.

use std::collections::{HashMap, HashSet};

use super::resolve::signature;
use crate::catalog::{Catalog, Institution};

/// The institutions of a catalogue by their names.
#[derive(Debug)]
pub struct SchoolNames<'c> {
    /// The institutions by unique name: key, short name and name.
    own: HashMap<String, &'c str>,
    /// The institutions by alias; `None` if several institutions share the alias.
    shared: HashMap<String, Option<&'c str>>,
}

impl<'c> SchoolNames<'c> {
    /// Reads the names of all institutions of a catalogue.
    pub fn of(catalog: &'c Catalog) -> Self {
        let mut names = Self { own: HashMap::new(), shared: HashMap::new() };
        catalog.institutions.iter().for_each(|institution| names.add(institution));
        names
    }

    fn add(&mut self, institution: &'c Institution) {
        let name = institution.name.as_str();
        for own in [&institution.key, &institution.short, &institution.name] {
            self.own.insert(signature(own), name);
        }
        for alias in &institution.aliases {
            let is_of_another = |known: &mut Option<&str>| {
                if *known != Some(name) {
                    *known = None;
                }
            };
            self.shared.entry(signature(alias)).and_modify(is_of_another).or_insert(Some(name));
        }
    }

    /// Removes names of schools that occur earlier in the list under any of their names.
    pub fn distinct<'n>(catalog: &Catalog, called: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
        let called: Vec<&str> = called.collect();
        if called.len() < 2 {
            return called;
        }
        let names = SchoolNames::of(catalog);
        let mut met = HashSet::new();
        called.into_iter().filter(|called| met.insert(names.name(called).to_owned())).collect()
    }

    /// Returns the catalogue's name of the institution that is called `called`. A part named in brackets counts as the
    /// whole institution: `University of Cambridge (ICE)`.
    pub fn name<'n>(&self, called: &'n str) -> &'n str
    where
        'c: 'n,
    {
        let whole = called.split_once(" (").filter(|(_, part)| part.ends_with(')')).map(|(whole, _)| whole);
        self.known(called).or_else(|| self.known(whole?)).unwrap_or(called)
    }

    fn known(&self, called: &str) -> Option<&'c str> {
        let called = signature(called);
        self.own.get(&called).copied().or_else(|| *self.shared.get(&called)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CATALOG: &str = r#"{"format": "prospectus-catalog/1", "name": "two schools", "as_of": "2026-11-26",
        "sources": [{"id": "list", "title": "a list", "as_of": "2026-11-26", "grade": "B", "licence": "none"}],
        "institutions": [
            {"key": "northx", "name": "Universität des Nordens", "short": "UN", "aliases": ["The University of the North", "UNX"]},
            {"key": "southx", "name": "University of the South", "short": "South", "aliases": ["UNX", "UN"]}],
        "courses": [], "programs": []}"#;

    #[test]
    fn one_school_has_one_name_and_a_name_of_several_stays() {
        let catalog = Catalog::from_text(CATALOG).expect("a catalogue of two schools");
        let names = SchoolNames::of(&catalog);
        for called in ["Universitat des Nordens", "the university of the north", "UN", "northx", "UN (Business School)"]
        {
            assert_eq!(names.name(called), "Universität des Nordens", "{called}");
        }
        for called in ["UNX", "University of the East", "UN (Business School) and others", ""] {
            assert_eq!(names.name(called), called);
        }
        let called = ["UN", "University of the East", "northx", "South", "UN"];
        assert_eq!(SchoolNames::distinct(&catalog, called.into_iter()), ["UN", "University of the East", "South"]);
    }
}
