//! Resolves names to facet values. [`crate::names`] defines what counts as a name; this module lists the candidates of
//! each facet.

use std::collections::{BTreeSet, HashMap};

use super::filter::{CreditValue, Facet, Filters};
use crate::catalog::Catalog;
use crate::names::{self, Candidate, NameError, signature, words};
use crate::topics::{Topic, Vocabulary};

impl Filters {
    /// Chooses the facet value that `typed` names, as read by [`names::resolve`]. `all` removes
    /// all choices of the facet.
    ///
    /// # Errors
    /// If the name is unknown or ambiguous.
    pub fn choose(&mut self, catalog: &Catalog, facet: Facet, typed: &str) -> Result<(), NameError> {
        if signature(typed) == "all" {
            self.chosen.remove(&facet);
            self.without.remove(&facet);
            return Ok(());
        }
        for value in resolve(catalog, facet, typed)? {
            if self.is_without(facet, &value) {
                self.toggle(facet, &value);
            }
            self.chosen.entry(facet).or_default().insert(value);
        }
        Ok(())
    }

    /// Excludes the facet value that `typed` names.
    ///
    /// # Errors
    /// If the name is unknown or ambiguous.
    pub fn leave_out(&mut self, catalog: &Catalog, facet: Facet, typed: &str) -> Result<(), NameError> {
        for value in resolve(catalog, facet, typed)? {
            if self.is_chosen(facet, &value) {
                self.toggle(facet, &value);
            }
            self.without.entry(facet).or_default().insert(value);
        }
        Ok(())
    }
}

/// The facet values that `typed` names, as [`Filters`] names them; several only if they share the name.
fn resolve(catalog: &Catalog, facet: Facet, typed: &str) -> Result<Vec<String>, NameError> {
    let candidates = candidates(catalog, facet);
    if facet == Facet::Language {
        return names::resolve_language(typed, &candidates).map(|language| vec![language]);
    }
    let found = names::resolve(facet.slug(), typed, &candidates)?;
    Ok(found.into_iter().map(|candidate| candidate.value.clone()).collect())
}

/// The values of a facet with a name, or a word of one, that starts with `stem`.
pub(super) fn begun_by(catalog: &Catalog, facet: Facet, stem: &str) -> BTreeSet<String> {
    let start = signature(stem);
    let begins = |name: &str| {
        let words = words(name);
        (0..words.len()).any(|at| words[at..].concat().starts_with(&start))
    };
    let candidates = candidates(catalog, facet).into_iter();
    let fitting = candidates.filter(|candidate| start.is_empty() || candidate.spellings().any(begins));
    fitting.map(|candidate| candidate.value).collect()
}

/// Which names of a value to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Names that only this value has.
    Own,
    /// All names, including those shared with other values.
    Any,
}

/// Every value of a facet with its names.
pub(super) fn spellings_of(catalog: &Catalog, facet: Facet, which: Spelling) -> Vec<(String, Vec<String>)> {
    let spelt = |candidate: Candidate| {
        let names: Vec<String> = match which {
            Spelling::Own => candidate.own_names().to_vec(),
            Spelling::Any => candidate.spellings().map(str::to_owned).collect(),
        };
        (candidate.value, names)
    };
    candidates(catalog, facet).into_iter().map(spelt).collect()
}

/// The shortest names by which the values of a facet can be chosen. They are computed for all values together, because
/// a short name must not match another value.
pub(super) struct ShortNames(HashMap<String, String>);

impl ShortNames {
    pub(super) fn of(catalog: &Catalog, facet: Facet) -> Self {
        if facet != Facet::Institution {
            return Self(HashMap::new());
        }
        let candidates = candidates(catalog, facet);
        let mut owners: HashMap<String, usize> = HashMap::new();
        for candidate in &candidates {
            let signatures: BTreeSet<String> = candidate.own_names().iter().map(|name| signature(name)).collect();
            for own in signatures {
                *owners.entry(own).or_default() += 1;
            }
        }
        let is_one = |short: &str| {
            let signature = signature(short);
            !signature.is_empty() && owners.get(&signature) == Some(&1)
        };
        let institutions = catalog.institutions.iter().filter(|institution| is_one(&institution.short));
        Self(institutions.map(|own| (own.name.to_string(), own.short.to_string())).collect())
    }

    /// The shortest name of a value.
    pub(super) fn of_value<'n>(&'n self, value: &'n str) -> &'n str {
        self.0.get(value).map_or(value, String::as_str)
    }
}

/// Every value of a facet that can be chosen.
fn candidates(catalog: &Catalog, facet: Facet) -> Vec<Candidate> {
    match facet {
        Facet::Kind => names::kinds(catalog),
        Facet::Level => names::levels(),
        Facet::Status => names::statuses(),
        Facet::Credit => {
            let value = |own: CreditValue| Candidate::new(own.slug(), own.label(), own.names());
            CreditValue::ALL.into_iter().map(value).collect()
        }
        Facet::Institution => catalog.institutions.iter().map(names::institution).collect(),
        Facet::Field => catalog.distinct().fields.iter().map(|field| names::field(field)).collect(),
        Facet::Topic => topics(),
        Facet::Language => catalog.distinct().languages.iter().map(|language| names::language(language)).collect(),
    }
}

fn topics() -> Vec<Candidate> {
    let vocabulary = Vocabulary::embedded();
    let candidate = |ix| {
        let topic: &Topic = vocabulary.topic(ix);
        let names: Vec<&str> = topic.name.all().collect();
        Candidate::new(&topic.id, &topic.name.en, &names).with_aliases(topic.also.clone())
    };
    vocabulary.all().map(candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(facet: Facet, typed: &str) -> Result<Vec<String>, NameError> {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let mut filters = Filters::none();
        filters.choose(&catalog, facet, typed)?;
        Ok(filters.chosen.remove(&facet).into_iter().flatten().collect())
    }

    #[test]
    fn an_institution_goes_by_any_of_its_names() {
        for typed in ["MIT", "mitx", "massachusetts institute of technology", "Massachusetts Inst"] {
            assert_eq!(chosen(Facet::Institution, typed), Ok(vec!["Massachusetts Institute of Technology".into()]));
        }
        assert_eq!(chosen(Facet::Institution, "anahuac"), Ok(vec!["Universidades Anáhuac".into()]));
        assert_eq!(chosen(Facet::Institution, "google"), Ok(vec!["Google".into()]));
    }

    #[test]
    fn the_shortest_name_of_a_value_chooses_it_alone() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let names = ShortNames::of(&catalog, Facet::Institution);
        for institution in &catalog.institutions {
            let chosen = resolve(&catalog, Facet::Institution, &institution.short);
            let is_alone = chosen.is_ok_and(|values| values == [institution.name.as_str()]);
            let expected = if is_alone { &institution.short } else { &institution.name };
            assert_eq!(names.of_value(&institution.name), expected.as_str());
        }
        assert_eq!(ShortNames::of(&catalog, Facet::Field).of_value("Law"), "Law");
    }

    #[test]
    fn a_kind_goes_by_its_abbreviation() {
        for typed in ["mm", "MicroMasters", "micro masters", "micromaster"] {
            assert_eq!(chosen(Facet::Kind, typed), Ok(vec!["micromasters".into()]));
        }
        for typed in ["pc", "Professional Certificate", "professional-certificate", "certificate"] {
            assert_eq!(chosen(Facet::Kind, typed), Ok(vec!["professional-certificate".into()]));
        }
    }

    #[test]
    fn the_only_value_that_a_word_begins_is_chosen() {
        assert_eq!(chosen(Facet::Field, "data"), Ok(vec!["Data Analysis & Statistics".into()]));
        assert_eq!(chosen(Facet::Field, "business and management"), Ok(vec!["Business & Management".into()]));
        assert_eq!(chosen(Facet::Level, "Intro"), Ok(vec!["introductory".into()]));
        assert_eq!(chosen(Facet::Language, "español"), Ok(vec!["Spanish".into()]));
    }

    #[test]
    fn several_values_are_listed_and_none_is_chosen() {
        let error = chosen(Facet::Field, "science").expect_err("several fields of science").to_string();
        assert!(error.starts_with("`science` could be `Biology & Life Sciences`, `Computer Science`, "), "{error}");
        assert!(error.ends_with(" or `Social Sciences`; type more of the name."), "{error}");
    }

    #[test]
    fn a_misspelt_name_brings_the_nearest_right_one() {
        let error = chosen(Facet::Institution, "Havard").expect_err("no such institution").to_string();
        assert_eq!(error, "no institution is called `Havard`. Did you mean `Harvard University`?");
        let error = chosen(Facet::Field, "\u{1b}zzz").expect_err("no such field").to_string();
        assert_eq!(error, "no field is called `\u{fffd}zzz`, nor anything like it.");
        assert!(chosen(Facet::Language, " ").is_err());
    }

    #[test]
    fn all_lets_go_of_a_facet() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let mut filters = Filters::default();
        filters.choose(&catalog, Facet::Status, "all").expect("a word that every facet knows");
        assert_eq!(filters, Filters::none());
    }
}
