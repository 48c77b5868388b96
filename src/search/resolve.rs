//! Names that people type for facet values: slugs, labels, aliases and abbreviations, whatever their case, accents and
//! signs. A name that fits one value exactly, or else only one value at all, chooses it; any other is refused with the
//! nearest right names, never guessed.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, Kind, LANGUAGES, Level, Status, Text, nearest, printable};

use super::filter::{CREDIT, Facet, Filters};
use super::lexicon::kind_names;
use crate::names::is_stop_word;
use crate::names::words;
use crate::topics::{Topic, Vocabulary};

/// Candidates that a message lists.
const MAX_LISTED: usize = 5;

/// A value with everything that it is called.
struct Named {
    value: String,
    label: String,
    /// The names that are its own, the label among them.
    names: Vec<String>,
    /// Names that it may share with others.
    aliases: Vec<String>,
}

impl Named {
    fn new(value: &str, label: &str, names: &[&str]) -> Self {
        let names = names.iter().chain(&[value, label]).map(|name| (*name).to_owned()).collect();
        Self { value: value.to_owned(), label: label.to_owned(), names, aliases: Vec::new() }
    }

    fn spellings(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.aliases).map(String::as_str)
    }
}

impl Filters {
    /// Chooses the value of a facet that people call `typed`: by slug, label, alias, abbreviation or the only one it
    /// begins. `all` lets go of the facet's choices. The error is a sentence that names the nearest right values.
    pub fn choose(&mut self, catalog: &Catalog, facet: Facet, typed: &str) -> Result<(), String> {
        if signature(typed) == "all" {
            self.chosen.remove(&facet);
            self.without.remove(&facet);
            return Ok(());
        }
        let value = resolve(catalog, facet, typed)?;
        if self.is_without(facet, &value) {
            self.toggle(facet, &value);
        }
        self.chosen.entry(facet).or_default().insert(value);
        Ok(())
    }

    /// Leaves out the value of a facet that people call `typed`.
    pub fn leave_out(&mut self, catalog: &Catalog, facet: Facet, typed: &str) -> Result<(), String> {
        let value = resolve(catalog, facet, typed)?;
        if self.is_chosen(facet, &value) {
            self.toggle(facet, &value);
        }
        self.without.entry(facet).or_default().insert(value);
        Ok(())
    }
}

/// The value of a facet that people call `typed`, as [`Filters`] names it.
fn resolve(catalog: &Catalog, facet: Facet, typed: &str) -> Result<String, String> {
    let named = named(catalog, facet);
    let wanted = signature(typed);
    if wanted.is_empty() {
        return Err(unknown(facet, typed, &named));
    }
    let is_called = |names: &[String]| names.iter().any(|name| signature(name) == wanted);
    let tiers: [&dyn Fn(&Named) -> bool; 3] =
        [&|named| is_called(&named.names), &|named| is_called(&named.aliases), &|named| {
            named.spellings().any(|name| is_begun(name, typed))
        }];
    for fits in tiers {
        let fitting: Vec<&Named> = named.iter().filter(|named| fits(named)).collect();
        match fitting.as_slice() {
            [] => {}
            [only] => return Ok(only.value.clone()),
            several => return Err(ambiguous(typed, several)),
        }
    }
    Err(unknown(facet, typed, &named))
}

/// The values of a facet of which some name, or a word of it, begins like `stem`.
pub(super) fn begun_by(catalog: &Catalog, facet: Facet, stem: &str) -> BTreeSet<String> {
    let start = signature(stem);
    let begins = |name: &str| {
        let words = words(name);
        (0..words.len()).any(|at| words[at..].concat().starts_with(&start))
    };
    let named = named(catalog, facet).into_iter();
    named.filter(|named| start.is_empty() || named.spellings().any(begins)).map(|named| named.value).collect()
}

/// Which of the names of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Those that are its own.
    Own,
    /// Those that it may share with others.
    Shared,
}

/// Every value of a facet with its names.
pub(super) fn spellings_of(catalog: &Catalog, facet: Facet, which: Spelling) -> Vec<(String, Vec<String>)> {
    let spelt = |named: Named| match which {
        Spelling::Own => (named.value, named.names),
        Spelling::Shared => (named.value, named.aliases),
    };
    named(catalog, facet).into_iter().map(spelt).collect()
}

/// The shortest name by which a value can be chosen.
pub(super) fn name_of(catalog: &Catalog, facet: Facet, value: &str) -> String {
    let short = catalog.institutions.iter().find(|institution| institution.name == value);
    let short = short.filter(|_| facet == Facet::Institution).map(|institution| institution.short.to_string());
    short
        .filter(|short| resolve(catalog, facet, short).is_ok_and(|own| own == value))
        .unwrap_or_else(|| value.to_owned())
}

/// A name without what does not count: case, accents, blanks and signs.
fn signature(name: &str) -> String {
    words(name).concat()
}

/// From how many letters on a word may stand for those that it begins.
const MIN_BEGINNING: usize = 4;

/// Whether every word that was typed is a word of a name, or, where it is long enough, begins one. Stop words are not
/// looked for.
fn is_begun(name: &str, typed: &str) -> bool {
    let own = words(name);
    let mut wanted = words(typed).into_iter().filter(|word| !is_stop_word(word)).peekable();
    wanted.peek().is_some()
        && wanted.all(|word| {
            let may_begin = word.chars().count() >= MIN_BEGINNING;
            own.iter().any(|own| *own == word || may_begin && own.starts_with(&word))
        })
}

fn ambiguous(typed: &str, several: &[&Named]) -> String {
    let mut labels: Vec<String> = several.iter().map(|named| format!("`{}`", printable(&named.label))).collect();
    labels.sort();
    let more = labels.len().saturating_sub(MAX_LISTED);
    labels.truncate(MAX_LISTED);
    let last = if more > 0 { format!("{more} more") } else { labels.pop().unwrap_or_default() };
    format!("`{}` could be {} or {last}; type more of the name.", printable(typed), labels.join(", "))
}

fn unknown(facet: Facet, typed: &str, named: &[Named]) -> String {
    let spellings = named.iter().flat_map(Named::spellings);
    let near =
        nearest(typed, spellings).and_then(|near| named.iter().find(|named| named.spellings().any(|s| s == near)));
    let hint = match near {
        Some(near) => format!(". Did you mean `{}`?", printable(&near.label)),
        None => ", nor anything like it.".to_owned(),
    };
    format!("no {} is called `{}`{hint}", facet.slug(), printable(typed))
}

/// Every value of a facet that can be chosen.
fn named(catalog: &Catalog, facet: Facet) -> Vec<Named> {
    match facet {
        Facet::Kind => kinds(catalog),
        Facet::Level => {
            Level::ALL.iter().map(|level| Named::new(level.slug(), level.name(), level_names(*level))).collect()
        }
        Facet::Status => {
            Status::ALL.iter().map(|status| Named::new(status.slug(), status.name(), status_names(*status))).collect()
        }
        Facet::Credit => CREDIT.iter().map(|(slug, label)| Named::new(slug, label, credit_names(slug))).collect(),
        Facet::Institution => institutions(catalog),
        Facet::Field => {
            catalog.distinct().fields.iter().map(|field| Named::new(field, field, field_names(field))).collect()
        }
        Facet::Topic => topics(),
        Facet::Language => {
            let other_names =
                |language: &str| LANGUAGES.iter().find(|(name, _)| *name == language).map(|(_, names)| *names);
            let named = |language: &Text| Named::new(language, language, other_names(language).unwrap_or_default());
            catalog.distinct().languages.iter().map(named).collect()
        }
    }
}

fn kinds(catalog: &Catalog) -> Vec<Named> {
    let mut kinds = Kind::NAMED.to_vec();
    kinds.extend(catalog.distinct().kinds.iter().cloned());
    kinds.sort();
    kinds.dedup();
    let name = |kind: &Kind| Named::new(&kind.slug(), kind.name(), kind_names(kind));
    kinds.iter().map(name).collect()
}

fn topics() -> Vec<Named> {
    let vocabulary = Vocabulary::embedded();
    let named = |ix| {
        let topic: &Topic = vocabulary.topic(ix);
        let aliases = topic.also.clone();
        Named { aliases, ..Named::new(&topic.id, &topic.name.en, &topic.name.all().collect::<Vec<_>>()) }
    };
    vocabulary.all().map(named).collect()
}

fn institutions(catalog: &Catalog) -> Vec<Named> {
    let name = |institution: &crate::catalog::Institution| {
        let own = [institution.key.as_str(), institution.short.as_str()];
        let aliases = institution.aliases.iter().map(ToString::to_string).collect();
        Named { aliases, ..Named::new(&institution.name, &institution.name, &own) }
    };
    catalog.institutions.iter().map(name).collect()
}

fn level_names(level: Level) -> &'static [&'static str] {
    match level {
        Level::Introductory => &["beginner", "basic"],
        Level::Intermediate => &[],
        Level::Advanced => &["expert"],
        Level::Undergraduate => &["bachelor"],
        Level::Graduate => &["postgraduate", "master"],
    }
}

fn status_names(status: Status) -> &'static [&'static str] {
    match status {
        Status::Current => &["open", "new"],
        Status::Moved => &["relocated", "transferred"],
        Status::Older => &["old", "archived", "retired"],
    }
}

fn credit_names(credit: &str) -> &'static [&'static str] {
    match credit {
        "yes" => &["sí", "pathway", "included", "recommended"],
        "maybe" => &["possible"],
        "no" => &["none"],
        _ => &[],
    }
}

fn field_names(field: &str) -> &'static [&'static str] {
    match field {
        "Computer Science" => &["cs", "computing", "informatics"],
        "Data Analysis & Statistics" => &["data science", "stats"],
        "Math" => &["maths", "mathematics"],
        "Business & Management" => &["mgmt"],
        "Language" => &["languages"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(facet: Facet, typed: &str) -> Result<Vec<String>, String> {
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
        let error = chosen(Facet::Field, "science").expect_err("several fields of science");
        assert!(error.starts_with("`science` could be `Biology & Life Sciences`, `Computer Science`, "), "{error}");
        assert!(error.ends_with(" or `Social Sciences`; type more of the name."), "{error}");
    }

    #[test]
    fn a_misspelt_name_brings_the_nearest_right_one() {
        let error = chosen(Facet::Institution, "Havard").expect_err("no such institution");
        assert_eq!(error, "no institution is called `Havard`. Did you mean `Harvard University`?");
        let error = chosen(Facet::Field, "\u{1b}zzz").expect_err("no such field");
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
