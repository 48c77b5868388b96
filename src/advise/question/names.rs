//! The names that answers may use: fields, institutions and languages of the loaded catalogue. They are copied, so that
//! answers can be read without the catalogue. How a name is matched is decided in [`crate::names`].

use super::Question;
use crate::catalog::{Catalog, Institution, InstitutionIx, Text};
use crate::names::{self, Candidate, NameError, fold, holds_phrase, spaced, without_phrase};

/// The names of a catalogue that answers may use.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    /// The fields, sorted by name.
    pub fields: Vec<String>,
    /// The languages, the most frequent first.
    pub languages: Vec<String>,
    /// The institutions, in the order of the catalogue.
    institutions: Vec<KnownInstitution>,
    /// The institutions as candidates for resolving a name.
    candidates: Vec<Candidate>,
}

#[derive(Clone, Debug, PartialEq)]
struct KnownInstitution {
    name: String,
    short: String,
    /// All names of the institution, folded.
    folded: Vec<String>,
}

impl Names {
    /// Returns the names of a catalogue; `fields` by name and `languages` with the most frequent first.
    pub(crate) fn of(catalog: &Catalog, fields: &[Text], languages: &[Text]) -> Self {
        Self {
            fields: fields.iter().map(ToString::to_string).collect(),
            languages: languages.iter().map(ToString::to_string).collect(),
            institutions: catalog.institutions.iter().map(known).collect(),
            candidates: catalog.institutions.iter().map(names::institution).collect(),
        }
    }

    /// Returns the full names of the institutions in alphabetical order.
    pub fn institution_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.institutions.iter().map(|known| known.name.as_str()).collect();
        // Case does not count: DEC Institute comes after Dartmouth.
        names.sort_by_cached_key(|name| fold(name));
        names
    }

    /// Returns the short name of the institution with this full name, or the name itself if it is unknown.
    pub fn short_institution<'n>(&'n self, name: &'n str) -> &'n str {
        self.institutions.iter().find(|known| known.name == name).map_or(name, |known| known.short.as_str())
    }

    /// Returns the full names of the institutions that match the text, best first: those with exactly that name, then
    /// those with a word that begins with it, then those that contain it anywhere. Case, accents and punctuation do not
    /// count. Empty text matches nothing.
    pub fn matching_institutions(&self, typed: &str) -> Vec<&str> {
        let wanted = spaced(typed);
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

    /// Returns the field with this name in the catalogue's spelling, or `None`. Synonyms of fields are left to topics:
    /// `data science` is wider than a platform's subject.
    pub(crate) fn field(&self, typed: &str) -> Option<&str> {
        let wanted = spaced(typed);
        let same = |field: &&String| names::telling_words(&spaced(field)).eq(names::telling_words(&wanted));
        self.fields.iter().find(same).map(String::as_str)
    }

    /// Returns the language that is meant, in the catalogue's spelling.
    ///
    /// # Errors
    ///
    /// [`NameError`] if the name is no language, or one that no program of the catalogue uses.
    pub(crate) fn language(&self, typed: &str) -> Result<String, NameError> {
        let languages: Vec<Candidate> = self.languages.iter().map(|language| names::language(language)).collect();
        names::resolve_language(typed, &languages)
    }

    /// Returns the full names of the institutions that are meant; several only if they share the name.
    ///
    /// # Errors
    ///
    /// [`NameError`] if no institution has the name, or it is a prefix of several.
    pub(crate) fn institutions_called(&self, typed: &str) -> Result<Vec<String>, NameError> {
        let found = names::resolve(Question::Institution.slug(), typed, &self.candidates)?;
        Ok(found.into_iter().map(|candidate| candidate.value.clone()).collect())
    }

    /// Whether the text is the full name of exactly one institution.
    pub(crate) fn is_institution(&self, typed: &str) -> bool {
        names::exactly(typed, &self.candidates).len() == 1
    }

    /// Returns the institutions that have a folded text as one of their names.
    pub(crate) fn institutions_of_name(&self, folded: &str) -> Vec<InstitutionIx> {
        if folded.is_empty() { Vec::new() } else { self.matching(|known| known.folded.iter().any(|own| own == folded)) }
    }

    /// Returns the institution with a name that contains all these folded words, some of which may be misspelt. Of
    /// several institutions it is the one with the fewest words in that name; `None` if that is not a single one. One
    /// of the words must be long enough to identify a name: a letter of `U-M` is no misspelt Michigan.
    pub(crate) fn institution_misspelt(&self, folded: &str) -> Option<InstitutionIx> {
        let typed: Vec<&str> = folded.split(' ').filter(|word| !names::is_stop_word(word)).collect();
        let is_telling = typed.iter().any(|word| word.chars().count() >= MIN_MISSPELT_CHARS);
        let is_like = |name: &&String| is_telling && typed.iter().all(|word| is_word_of(name, word));
        let length =
            |known: &KnownInstitution| known.folded.iter().filter(is_like).map(|name| name.split(' ').count()).min();
        let lengths: Vec<Option<usize>> = self.institutions.iter().map(length).collect();
        let shortest = lengths.iter().flatten().min()?;
        let mut meant = (0u32..).zip(&lengths).filter(|(_, length)| length.as_ref() == Some(shortest));
        let (only, another) = (meant.next()?, meant.next());
        another.is_none().then_some(InstitutionIx(only.0))
    }

    /// Returns the institutions with this full name.
    pub(crate) fn institutions_named(&self, name: &str) -> Vec<InstitutionIx> {
        self.matching(|known| known.name == name)
    }

    /// Returns the institutions named in a folded text, and the text without their names.
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

/// The shortest word that is taken for misspelt: the initials of schools, such as INDES, differ by less.
const MIN_MISSPELT_CHARS: usize = 6;

/// Whether a folded name contains a word, or one that differs from it by a single slip.
fn is_word_of(name: &str, word: &str) -> bool {
    let is_long = word.chars().count() >= MIN_MISSPELT_CHARS;
    let mut typed = names::TypedWord::new(word);
    name.split(' ').any(|own| own == word || is_long && typed.distance(own, usize::MAX, 1).is_some())
}

fn known(institution: &Institution) -> KnownInstitution {
    let names = [&institution.key, &institution.name, &institution.short];
    let folded = names.into_iter().chain(&institution.aliases).map(|name| spaced(name)).collect();
    KnownInstitution { name: institution.name.to_string(), short: institution.short.to_string(), folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn institutions_are_found_by_every_name_they_go_by() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let names = Names::of(&catalog, &["Data Analysis & Statistics".into()], &[]);
        for name in ["MIT", "mitx", "Massachusetts Institute of Technology"] {
            let found = names.institutions_called(name).expect("a known name");
            assert_eq!(found, ["Massachusetts Institute of Technology"], "{name}");
            assert_eq!(names.institutions_named(&found[0]).len(), 1, "{name}");
        }
        let misspelt = |typed: &str| names.institution_misspelt(typed).map(|ix| &*catalog.institution(ix).short);
        assert_eq!(misspelt("havard"), Some("Harvard"));
        assert_eq!(misspelt("universidad de los andes"), None, "one word of a name in two is not enough");
        for letters in ["u", "m", "u m", "t d", "x m a", "uc b"] {
            assert_eq!(misspelt(letters), None, "letters name no school: {letters}");
        }
        let slip = names.institutions_called("Harvrd").expect_err("no such institution");
        assert_eq!(slip.nearest(), Some("Harvard University"));
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

    #[test]
    fn a_name_with_a_word_that_begins_so_comes_before_one_that_has_it_inside() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let names = Names::of(&catalog, &[], &[]);
        let all =
            |name: &str| &names.institutions.iter().find(|known| known.name == name).expect("a known name").folded;
        for typed in ["tech", "har", "on"] {
            let begins = |name: &&str| all(name).iter().any(|name| format!(" {name}").contains(&format!(" {typed}")));
            let found = names.matching_institutions(typed);
            let first = found.iter().take_while(|name| begins(name)).count();
            assert!(first > 0 && !found[first..].iter().any(begins), "{typed}: {found:?}");
        }
    }
}
