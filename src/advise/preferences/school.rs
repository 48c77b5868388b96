//! A school typed together with a field, as in `harvard data science` or `economics at LSE`: separates the words that
//! name the school from those of the field. It depends on names and on how words are understood, but not on how a
//! preferred school is scored.
//!
//! A name that is also an ordinary word, such as Rice, counts only if the school has a program on the rest of the text.

use crate::advise::question::names::Names;
use crate::catalog::{Catalog, Institution, InstitutionIx, ProgramIx};
use crate::names::{is_stop_word, spaced};
use crate::search::{Index, Relation, UnderstoodPart};
use crate::topics::Concept;

/// The most words in the name of a school.
const MAX_WORDS: usize = 8;

/// A field and the schools typed with it.
pub(super) struct AtSchool {
    /// The fields without the words that name the schools.
    pub(super) fields: Vec<UnderstoodPart>,
    /// The schools; at least one.
    pub(super) schools: Vec<InstitutionIx>,
}

/// The data needed to tell names of schools from words of a field.
#[derive(Clone, Copy)]
pub(crate) struct SchoolReader<'a> {
    pub(super) names: &'a Names,
    pub(super) index: &'a Index,
    pub(super) catalog: &'a Catalog,
}

/// A run of words in a text.
struct Stretch {
    /// The index of the first word.
    start: usize,
    /// The index after the last word.
    end: usize,
    schools: Vec<InstitutionIx>,
}

impl SchoolReader<'_> {
    /// Returns the programs of a school if a text is the name of that school and of nothing that is taught: a person
    /// who types it wants what the school offers. `means` is how the text is understood otherwise.
    pub(super) fn school(self, typed: &str, means: &[UnderstoodPart]) -> Option<UnderstoodPart> {
        let schools = self.schools_of(typed, means)?;
        let is_theirs = |ix: &ProgramIx| {
            let own = self.catalog.program(*ix).institutions();
            own.iter().any(|school| schools.contains(school))
        };
        let programs: Vec<ProgramIx> = self.catalog.all().filter(is_theirs).collect();
        let name = self.catalog.institution(*schools.first()?).short.clone();
        let school = self.index.understood_as_school(self.catalog, typed, name, programs);
        let is_taught = means.iter().any(|part| part.part.concepts.iter().any(Concept::is_understood));
        let is_word = !self.is_unmistakable(typed) && means.iter().any(|part| part.count >= school.count);
        // A body that offers nothing and stands for a field, such as one of accountants, is asked for by that field.
        // A topic that most programs of the school are about says the same and finds others too: *Amazon Web Services*.
        let is_topic = || means.iter().any(|part| self.is_taught_by(part, &school));
        let is_own =
            || school.count > 0 && self.is_unmistakable(typed) && self.is_own_name(&schools, typed) && !is_topic();
        let is_school = if is_taught { is_own() } else { !is_word };
        is_school.then_some(school)
    }

    /// Whether most programs that a school offers are about a field.
    fn is_taught_by(self, field: &UnderstoodPart, school: &UnderstoodPart) -> bool {
        let is_offered = |ix: &ProgramIx| self.catalog.program_once(*ix).is_offered();
        let of_school = || school.matches.iter().map(|(ix, _)| ix).filter(is_offered);
        let about = of_school().filter(|ix| field.matches.of(*ix).is_some_and(|own| own.relation != Relation::Part));
        2 * about.count() > of_school().count()
    }

    /// The schools of a name beside a field; none if it is only a nickname, which may be a place.
    pub(super) fn preferred(self, typed: &str) -> Vec<InstitutionIx> {
        let schools = self.names.institutions_of_name(&spaced(&without_possessive(typed)));
        if self.is_own_name(&schools, typed) { schools } else { Vec::new() }
    }

    /// Whether a text is the name of one of these schools, and not only a nickname: `CS50` stands for computer science.
    fn is_own_name(self, schools: &[InstitutionIx], typed: &str) -> bool {
        let typed = spaced(&without_possessive(typed));
        let is_own = |school: &Institution| {
            [&school.key, &school.name, &school.short].into_iter().any(|name| spaced(name) == typed)
        };
        schools.iter().any(|ix| is_own(self.catalog.institution(*ix)))
    }

    /// Returns the schools with that whole name; if the text means nothing else either, the school whose name it may
    /// misspell.
    fn schools_of(self, typed: &str, means: &[UnderstoodPart]) -> Option<Vec<InstitutionIx>> {
        let exact = self.names.institutions_of_name(&spaced(&without_possessive(typed)));
        if !exact.is_empty() {
            return Some(exact);
        }
        let is_anything = means.iter().any(|part| part.count > 0 || part.part.topics().next().is_some());
        if is_anything {
            return None;
        }
        Some(vec![self.names.institution_misspelt(&spaced(typed))?])
    }

    /// Returns the fields and schools, or `None` if the words name no school.
    pub(super) fn part(self, field: &UnderstoodPart) -> Option<AtSchool> {
        if field.named.is_some() {
            return None;
        }
        let words: Vec<&str> = field.part.typed.split_whitespace().collect();
        let stretch = self.longest_name(&words)?;
        let typed = words[stretch.start..stretch.end].join(" ");
        let rest = without(&words, &stretch);
        if rest.is_empty() || is_of_a_topic(field, &typed) {
            return None;
        }
        let fields = self.index.understand(self.catalog, &rest).parts;
        let is_found = fields.iter().any(|part| part.count > 0);
        let counts = is_found && (self.is_unmistakable(&typed) || self.teaches(&stretch.schools, &fields));
        counts.then_some(AtSchool { fields, schools: stretch.schools })
    }

    /// Returns the longest run of words, but not all of them, that is a full name of a school.
    fn longest_name(self, words: &[&str]) -> Option<Stretch> {
        let lengths = (1..words.len().min(MAX_WORDS + 1)).rev();
        let mut stretches = lengths.flat_map(|length| (0..=words.len() - length).map(move |at| (at, at + length)));
        stretches.find_map(|(start, end)| {
            let name = spaced(&without_possessive(&words[start..end].join(" ")));
            let schools = self.names.institutions_of_name(&name);
            (!schools.is_empty()).then_some(Stretch { start, end, schools })
        })
    }

    /// Whether the text can mean only the school: it is several words, an abbreviation in capitals, or a word that
    /// matches nothing that is taught.
    fn is_unmistakable(self, typed: &str) -> bool {
        let means = || self.index.understand(self.catalog, typed).parts;
        let is_abbreviation = typed.chars().filter(|c| c.is_uppercase()).count() > 1;
        typed.contains(char::is_whitespace) || is_abbreviation || means().iter().all(|part| part.count == 0)
    }

    /// Whether one of the schools currently offers a program on one of the fields.
    fn teaches(self, schools: &[InstitutionIx], fields: &[UnderstoodPart]) -> bool {
        fields.iter().any(|field| {
            field.matches.iter().any(|(ix, _)| {
                let program = self.catalog.program_once(ix);
                program.is_offered() && program.institutions().iter().any(|own| schools.contains(own))
            })
        })
    }
}

/// Whether the words are part of a topic, alone or with other words: `Microsoft Excel` does not name a school.
fn is_of_a_topic(field: &UnderstoodPart, typed: &str) -> bool {
    let name = spaced(typed);
    let mut meant = field.part.concepts.iter().filter(|concept| concept.is_understood());
    meant.any(|concept| crate::names::holds_phrase(&spaced(&concept.typed), &name))
}

/// Returns the words without the run and the stop words that joined it to the others, such as `at` in
/// `economics at LSE`.
fn without(words: &[&str], stretch: &Stretch) -> String {
    let is_joint = |word: &&&str| is_stop_word(&spaced(word));
    let before = &words[..stretch.start];
    let after = &words[stretch.end..];
    let before = &before[..before.len() - before.iter().rev().take_while(is_joint).count()];
    let after = &after[after.iter().take_while(is_joint).count()..];
    [before, after].concat().join(" ")
}

fn without_possessive(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_ascii_punctuation() && c != ')' && c != '(');
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text).to_owned()
}
