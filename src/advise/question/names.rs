//! Names that answers may use: fields, institutions and languages of the loaded catalogue, compared without regard to
//! case, accents and punctuation. It owns what it knows, so that answers can be read without the catalogue at hand.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::catalog::{Catalog, InstitutionIx, Program, Text, nearest};

/// `text` in small letters without accents, its words separated by one blank; everything else separates words.
pub(crate) fn fold(text: &str) -> String {
    // Most of a catalogue is plain ASCII, which has no accents to take off.
    let mut folded = if text.is_ascii() {
        fold_chars(text.len(), text.chars())
    } else {
        fold_chars(text.len(), text.nfkd().filter(|c| !is_combining_mark(*c)))
    };
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

fn fold_chars(length: usize, chars: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(length);
    for c in chars {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !matches!(c, '\'' | '’') && !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded
}

/// Words that say nothing about a field.
const EMPTY_WORDS: [&str; 12] = ["and", "of", "the", "in", "for", "to", "a", "an", "with", "on", "y", "de"];

/// The words of a folded text that say something.
pub(crate) fn telling_words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty() && !EMPTY_WORDS.contains(word))
}

/// Whether a folded text holds a folded phrase as whole words.
pub(crate) fn holds_phrase(text: &str, phrase: &str) -> bool {
    if phrase.is_empty() {
        return false;
    }
    text.match_indices(phrase).any(|(at, _)| {
        let before = at == 0 || text.as_bytes()[at - 1] == b' ';
        let end = at + phrase.len();
        before && (end == text.len() || text.as_bytes()[end] == b' ')
    })
}

/// A folded text without a folded phrase, wherever it stands as whole words.
pub(crate) fn without_phrase(text: &str, phrase: &str) -> String {
    let spaced = format!(" {} ", text.replace(' ', "  "));
    let phrase = format!(" {} ", phrase.replace(' ', "  "));
    spaced.replace(&phrase, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a word stands in a text, or begins one of its words where it is long enough to mean the same.
pub(crate) fn starts_a_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|other| other == word || (word.len() >= 5 && other.starts_with(word)))
}

/// The names of a catalogue that answers may use.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// Its fields, by name.
    pub fields: Vec<String>,
    /// Its languages, the most frequent first.
    pub languages: Vec<String>,
    /// Its institutions, in its own order.
    institutions: Vec<KnownInstitution>,
}

#[derive(Clone, Debug, PartialEq)]
struct KnownInstitution {
    name: String,
    short: String,
    /// Every name it goes by, folded.
    folded: Vec<String>,
}

/// What a name of an institution was taken for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Found {
    /// These, by their handles: more than one only where they share the name.
    These(Vec<InstitutionIx>),
    /// None; this one is nearest.
    Nearest(Option<String>),
}

/// The names of a catalogue, in the making.
#[derive(Default)]
pub(crate) struct Builder {
    fields: BTreeSet<Text>,
    languages: BTreeMap<Text, usize>,
}

impl Builder {
    /// Adds those of a program.
    pub(crate) fn add(&mut self, program: &Program) {
        for field in program.fields() {
            if !self.fields.contains(field) {
                self.fields.insert(field.clone());
            }
        }
        for language in program.languages() {
            match self.languages.get_mut(language) {
                Some(count) => *count += 1,
                None => drop(self.languages.insert(language.clone(), 1)),
            }
        }
    }

    /// The names of all programs and of the institutions.
    pub(crate) fn finish(self, catalog: &Catalog) -> Names {
        let mut languages: Vec<(Text, usize)> = self.languages.into_iter().collect();
        languages.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Names {
            fields: self.fields.iter().map(ToString::to_string).collect(),
            languages: languages.into_iter().map(|(language, _)| language.to_string()).collect(),
            institutions: institutions_of(catalog),
        }
    }
}

impl Names {
    /// The full names of the institutions, in the order of the alphabet.
    pub fn institution_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.institutions.iter().map(|known| known.name.as_str()).collect();
        names.sort_unstable();
        names
    }

    /// The name by which people call an institution of that full name.
    pub fn short_institution<'n>(&'n self, name: &'n str) -> &'n str {
        self.institutions.iter().find(|known| known.name == name).map_or(name, |known| known.short.as_str())
    }

    /// The full names of the institutions that go by what was typed, best first: those it is a name, a short name or
    /// an alias of, then those of which it begins a word, then those that have it anywhere in a name. Case, accents and
    /// punctuation do not count; nothing typed fits nothing.
    pub fn matching_institutions(&self, typed: &str) -> Vec<&str> {
        let wanted = fold(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let begins_word = |name: &String| {
            name.match_indices(wanted.as_str()).any(|(at, _)| at == 0 || name.as_bytes()[at - 1] == b' ')
        };
        let place = |known: &KnownInstitution| {
            let any = |fits: &dyn Fn(&String) -> bool| known.folded.iter().any(fits);
            let fits: [&dyn Fn(&String) -> bool; 3] =
                [&|name| *name == wanted, &begins_word, &|name| name.contains(wanted.as_str())];
            fits.iter().position(|fits| any(*fits))
        };
        let placed = self.institutions.iter().filter_map(|known| Some((place(known)?, known.name.as_str())));
        let mut found: Vec<(usize, &str)> = placed.collect();
        found.sort_unstable();
        found.into_iter().map(|(_, name)| name).collect()
    }

    pub(crate) fn institution_name(&self, ix: InstitutionIx) -> &str {
        &self.institutions[ix.0 as usize].name
    }

    /// The field of that name, in the catalogue's spelling.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let wanted: Vec<String> = telling_words(&fold(name)).map(str::to_owned).collect();
        let same = |field: &&String| telling_words(&fold(field)).eq(wanted.iter().map(String::as_str));
        self.fields.iter().find(same).map(String::as_str)
    }

    /// The language of that name, in the catalogue's spelling.
    pub(crate) fn language(&self, name: &str) -> Option<&str> {
        let wanted = fold(name);
        self.languages.iter().find(|language| fold(language) == wanted).map(String::as_str)
    }

    /// The institutions of that name, short name or alias; or the only one whose full name holds all its words.
    pub(crate) fn institution(&self, name: &str) -> Found {
        let wanted = fold(name);
        let exact = self.matching(|known| known.folded.contains(&wanted));
        if !exact.is_empty() {
            return Found::These(exact);
        }
        let has_all_words = |known: &KnownInstitution| {
            let name = fold(&known.name);
            telling_words(&wanted).count() > 0 && telling_words(&wanted).all(|word| holds_phrase(&name, word))
        };
        let by_words = self.matching(has_all_words);
        if by_words.len() == 1 {
            return Found::These(by_words);
        }
        let all = self.institutions.iter().flat_map(|known| known.folded.iter().map(String::as_str));
        let near = nearest(&wanted, all);
        let named = |near: &str| self.institutions.iter().find(|known| known.folded.iter().any(|name| name == near));
        Found::Nearest(near.and_then(named).map(|known| known.short.clone()))
    }

    /// The institutions that a folded text names, and what remains of it without them.
    pub(crate) fn institutions_in(&self, text: &str) -> (Vec<InstitutionIx>, String) {
        let mut rest = text.to_owned();
        let mut found = Vec::new();
        loop {
            let all = self.institutions.iter().flat_map(|known| &known.folded);
            let longest = all.filter(|name| name.len() > 1 && holds_phrase(&rest, name)).max_by_key(|name| name.len());
            let Some(name) = longest.cloned() else { return (found, rest) };
            found.extend(self.matching(|known| known.folded.contains(&name)));
            rest = without_phrase(&rest, &name);
        }
    }

    fn matching(&self, is_meant: impl Fn(&KnownInstitution) -> bool) -> Vec<InstitutionIx> {
        let meant = self.institutions.iter().enumerate().filter(|(_, known)| is_meant(known));
        meant.map(|(ix, _)| InstitutionIx(ix as u32)).collect()
    }
}

fn institutions_of(catalog: &Catalog) -> Vec<KnownInstitution> {
    let known = |institution: &crate::catalog::Institution| {
        let names = [&institution.key, &institution.name, &institution.short];
        let folded = names.into_iter().chain(&institution.aliases).map(|name| fold(name)).collect();
        KnownInstitution { name: institution.name.to_string(), short: institution.short.to_string(), folded }
    };
    catalog.institutions.iter().map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_accents_and_signs() {
        assert_eq!(fold("  Économie & Master's: C++ "), "economie masters c");
        assert!(holds_phrase("data science with python", "data science"));
        assert!(!holds_phrase("metadata sciences", "data science"));
    }

    #[test]
    fn institutions_are_found_by_every_name_they_go_by() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let mut builder = Builder::default();
        catalog.programs().for_each(|program| builder.add(&program));
        let names = builder.finish(&catalog);
        for name in ["MIT", "mitx", "Massachusetts Institute of Technology"] {
            let Found::These(found) = names.institution(name) else { panic!("{name} is not found") };
            assert_eq!(found.len(), 1, "{name}");
        }
        assert!(matches!(names.institution("Harvrd"), Found::Nearest(Some(_))));
        for (typed, name) in [
            ("mit", "Massachusetts Institute of Technology"),
            ("ucsd", "University of California, San Diego"),
            ("tu delft", "Delft University of Technology"),
            ("TU DELFT", "Delft University of Technology"),
            ("massach", "Massachusetts Institute of Technology"),
        ] {
            assert_eq!(names.matching_institutions(typed).first(), Some(&name), "{typed}");
        }
        assert!(names.matching_institutions("univ").len() > 5 && names.matching_institutions(" - ").is_empty());
        assert!(names.matching_institutions("no such school").is_empty());
        assert_eq!(names.field("data analysis and statistics"), Some("Data Analysis & Statistics"));
    }
}
