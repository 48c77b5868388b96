//! Interprets a field in the user's own words and finds the programs about it: by topic, by a subject of that name, by
//! words of titles, skills and courses, or because it is the title of a program or course. The adviser, the list of a
//! field's matches and the sentence about the interpretation all use it.

mod about;
mod named;
mod purpose;
mod widened;

use std::sync::Arc;

use crate::catalog::{Catalog, ProgramIx, Strength, Text};
use crate::english::counted_or_no;
use crate::names::words;
use crate::topics::{
    Concept, Meaning as Understanding, Part, ProgramTopic, TopicIx, Vocabulary, names_fields_apart, topics_of,
};

use super::field_matches::{FieldMatch, FieldMatches, Matches, Reason, in_order, joined};
use super::filter::Facet;
use super::index::Index;
use super::person::also_about;
use super::sides::{SUBJECT_SHARE, wanted_sides};
use super::topics::Relation;

/// The interpretation of a typed text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understood {
    /// The text as typed.
    pub typed: String,
    /// The fields that it names, in order; empty if it names none.
    pub parts: Vec<UnderstoodPart>,
    /// Whether one of the fields is enough: `law or medicine`.
    pub is_choice: bool,
    /// The fields that are not wanted, each with the programs about it.
    pub denied: Vec<UnderstoodPart>,
}

/// One field of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderstoodPart {
    /// Its words and what they mean.
    pub part: Part,
    /// The program or course with that title; `None` if there is none.
    pub named: Option<Named>,
    /// The number of programs about it that are still offered.
    pub count: usize,
    /// The programs that are about it.
    pub matches: Arc<FieldMatches>,
    /// What is said beside the fields.
    beside: Arc<Beside>,
}

/// What a text says beside the fields that it names.
#[derive(Clone, Debug, Default, PartialEq)]
struct Beside {
    /// The programs about the fields that it denies.
    unwanted: FieldMatches,
    /// What the person is.
    who: Vec<Concept>,
    /// The language in which it should be taught.
    taught_in: Option<TopicIx>,
}

/// A program or course that was typed by title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// The programs with this title.
    Programs(Vec<ProgramIx>),
    /// A course with this title.
    Course {
        /// The title.
        title: Text,
        /// The programs that contain the course.
        programs: Vec<ProgramIx>,
    },
    /// A school, if nothing else was typed.
    School {
        /// The common name of the school.
        name: Text,
        /// The programs that it offers.
        programs: Vec<ProgramIx>,
    },
}

impl Named {
    /// Returns the programs that are named, that have the course, or that the school offers.
    pub fn programs(&self) -> &[ProgramIx] {
        match self {
            Self::Programs(programs) | Self::Course { programs, .. } | Self::School { programs, .. } => programs,
        }
    }
}

impl Understood {
    /// Returns the interpretation, one sentence for each field.
    pub fn sentences(&self) -> Vec<String> {
        self.parts.iter().map(UnderstoodPart::sentence).collect()
    }
}

impl UnderstoodPart {
    /// Returns the interpretation: `nurse: Nursing, 4 programs`.
    pub fn sentence(&self) -> String {
        let means: Vec<String> = match &self.named {
            Some(Named::School { name, .. }) => vec![format!("the school {name}")],
            Some(Named::Programs(_)) if self.part.concepts.is_empty() => vec!["the title of a program".to_owned()],
            Some(Named::Course { .. }) if self.part.concepts.is_empty() => vec!["the title of a course".to_owned()],
            _ => self.part.concepts.iter().map(meaning_in_words).collect(),
        };
        format!("{}: {}, {}", self.part.typed, means.join(" and "), counted_or_no(self.count, "program"))
    }

    /// Whether it means anything: it is a topic or a subject, or a program has its words.
    pub fn is_known(&self) -> bool {
        self.part.concepts.iter().any(Concept::is_understood) || !self.matches.is_empty()
    }

    /// Returns the topics of what the person is, if some of its programs are also about that.
    pub fn who(&self) -> Vec<TopicIx> {
        let is_told = !self.matches.for_person.is_empty();
        self.beside.who.iter().filter(|_| is_told).flat_map(Concept::topics).copied().collect()
    }

    /// Whether it is a school and not a field.
    pub fn is_school(&self) -> bool {
        matches!(self.named, Some(Named::School { .. }))
    }
}

fn meaning_in_words(concept: &Concept) -> String {
    match &concept.meaning {
        _ if concept.is_hollow => format!("the word \"{}\"", concept.typed),
        Understanding::Topics { topics, .. } => Vocabulary::embedded().names_of_any(topics),
        Understanding::Subject(subject) => subject.clone(),
        Understanding::Word(_) => format!("the word \"{}\"", concept.typed),
    }
}

/// Whether a text has a number, which may identify one course of a series: `Mandarin 3`.
fn has_number(typed: &str) -> bool {
    words(typed).iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Index {
    /// Interprets a typed field.
    pub fn understand(&self, catalog: &Catalog, typed: &str) -> Understood {
        let lexicon = self.lexicon(catalog);
        let is_known = |word: &str| !lexicon.starting_with(word).is_empty();
        let reading = Vocabulary::embedded().read(typed, self.columns.values_of(Facet::Field), is_known);
        let is_choice = reading.is_choice;
        let named = self.named(catalog, typed).filter(|_| !is_one_topic(&reading.parts) || has_number(typed));
        let named = named.filter(|named| !names_fields_apart(typed) || is_titled_apart(catalog, named));
        let parts = match named {
            Some(named) if self.is_taught(&named) => {
                let named = self.counted(catalog, whole(typed), Some(named), &Arc::default());
                return Understood { typed: typed.to_owned(), parts: vec![named], ..Understood::default() };
            }
            Some(older) => Self::like_older(catalog, reading.parts, older),
            None if reading.is_question => {
                reading.parts.into_iter().map(|part| (self.led_by_rarest(catalog, part), None)).collect()
            }
            None => reading.parts.into_iter().map(|part| (part, None)).collect(),
        };
        let denied = reading.denied.into_iter().map(|own| self.denied(catalog, own)).collect::<Vec<_>>();
        let wanted: Vec<TopicIx> = parts.iter().flat_map(|(part, _)| part.topics()).collect();
        let is_above = |own: &&UnderstoodPart| {
            let topics: Vec<TopicIx> = own.part.topics().collect();
            Vocabulary::embedded().is_any_above(&topics, &wanted)
        };
        let left_out = denied.iter().filter(|own| !is_above(own)).map(|own| own.matches.matches.clone());
        let unwanted = left_out.fold(Matches::new(), joined);
        let unwanted = FieldMatches { matches: unwanted, ..FieldMatches::default() };
        let beside = Arc::new(Beside { unwanted, who: reading.who, taught_in: reading.taught_in });
        let parts = parts.into_iter().map(|(part, named)| {
            let named = named.or_else(|| self.named(catalog, &part.typed).filter(|_| !is_one_concept(&part)));
            self.counted(catalog, part, named, &beside)
        });
        Understood { typed: typed.to_owned(), parts: parts.collect(), is_choice, denied }
    }

    /// What is not wanted, with the programs about it, and those of which a course or a skill has its words.
    fn denied(&self, catalog: &Catalog, concept: Concept) -> UnderstoodPart {
        let said = self.said_in_part(catalog, &concept);
        let part = self.counted(catalog, of_one(concept), None, &Arc::default());
        let matches = FieldMatches { matches: joined(part.matches.matches.clone(), said), ..(*part.matches).clone() };
        UnderstoodPart { matches: Arc::new(matches), ..part }
    }

    /// Returns the fields of a text that is the title of programs that are no longer offered. Similar programs may
    /// still be offered, so the words count as well: those about a topic of the older programs, or all if there are
    /// none.
    fn like_older(catalog: &Catalog, parts: Vec<Part>, older: Named) -> Vec<(Part, Option<Named>)> {
        let own: Vec<TopicIx> = taught_by(catalog, &older).map(|own| own.topic).collect();
        let (theirs, others): (Vec<Part>, Vec<Part>) =
            parts.into_iter().partition(|part| part.topics().any(|topic| own.contains(&topic)));
        let mut older = Some(older);
        let parts = if theirs.is_empty() { others } else { theirs };
        parts.into_iter().map(|part| (part, older.take())).collect()
    }

    /// Whether any of the programs that were named is still taught.
    fn is_taught(&self, named: &Named) -> bool {
        let is_offered = self.columns.offered();
        named.programs().iter().any(|program| is_offered(*program))
    }

    /// Interprets the whole text as a school, with every program that it offers.
    pub fn understood_as_school(
        &self,
        catalog: &Catalog,
        typed: &str,
        name: Text,
        programs: Vec<ProgramIx>,
    ) -> UnderstoodPart {
        self.counted(catalog, whole(typed), Some(Named::School { name, programs }), &Arc::default())
    }

    /// Returns the things that a field names together, each as a separate field; none if it names only one.
    pub fn sides(&self, catalog: &Catalog, field: &UnderstoodPart) -> Vec<UnderstoodPart> {
        let concepts: Vec<&Concept> = self.telling(catalog, &field.part);
        let is_named = field.named.as_ref().is_some_and(|named| self.is_taught(named));
        if is_named || concepts.len() < 2 {
            return Vec::new();
        }
        let side = |concept: &Concept| self.counted(catalog, of_one(concept.clone()), None, &field.beside);
        concepts.into_iter().map(side).collect()
    }

    fn counted(&self, catalog: &Catalog, part: Part, named: Option<Named>, beside: &Arc<Beside>) -> UnderstoodPart {
        let is_offered = self.columns.offered();
        let read = || self.in_form(catalog, &part).or_else(|| self.for_purpose(catalog, &part));
        let (part, matches) = named.is_none().then(read).flatten().unwrap_or_else(|| {
            let matches = self.matches_of(catalog, &part, named.as_ref());
            (part, matches)
        });
        let matches = self.taught_in(beside.taught_in, matches.without(&beside.unwanted, is_offered));
        let is_offered = self.columns.offered();
        let count = matches.iter().filter(|(program, _)| is_offered(*program)).count();
        let widened = part.concepts.iter().filter(|own| named.is_none() && self.is_widened(catalog, own));
        let widened = widened.map(|own| (own.typed.clone(), own.topics().to_vec())).collect();
        let about = matches.iter().filter(|(_, found)| named.is_none() && found.relation != Relation::Part);
        let about: Vec<ProgramIx> = about.map(|(program, _)| program).collect();
        let for_person = also_about(&self.columns, &beside.who, &about);
        let matches = FieldMatches { widened, for_person, ..matches };
        UnderstoodPart { part, named, count, matches: Arc::new(matches), beside: Arc::clone(beside) }
    }

    /// Returns the programs about a field: those with the typed title, and those that match its words. If a program of
    /// that title is offered, others must match all of the words. If nothing that matches is offered, the programs on
    /// the main topics of those with the title match instead.
    fn matches_of(&self, catalog: &Catalog, part: &Part, named: Option<&Named>) -> FieldMatches {
        let Some(named) = named else { return self.by_words(catalog, part) };
        if let Named::School { .. } = named {
            return FieldMatches { matches: by_name(named), ..FieldMatches::default() };
        }
        if self.is_taught(named) {
            let matches = joined(by_name(named), self.by_all_words(catalog, part));
            return FieldMatches { matches, ..FieldMatches::default() };
        }
        let (found, is_offered) = (self.by_words(catalog, part), self.columns.offered());
        if found.iter().any(|(program, _)| is_offered(program)) {
            return FieldMatches { matches: joined(by_name(named), found.matches), ..found };
        }
        let own = taught_by(catalog, named).filter(|own| own.strength == Strength::About);
        let like = own.map(|own| self.of_topic(own.topic)).fold(by_name(named), joined);
        FieldMatches { matches: like, ..FieldMatches::default() }
    }

    /// Returns the concepts of a field that are wanted.
    fn telling<'p>(&self, catalog: &Catalog, part: &'p Part) -> Vec<&'p Concept> {
        let reach = |concept: &Concept| self.of_concept(catalog, concept).len();
        wanted_sides(part, reach, |programs| self.is_wide(programs))
    }

    /// Whether a topic with this number of programs is as wide as a subject.
    pub(super) fn is_wide(&self, programs: usize) -> bool {
        programs * SUBJECT_SHARE > self.columns.programs()
    }

    /// Returns the number of programs still taught that have a topic or a narrower one.
    pub fn topic_count(&self, topic: TopicIx) -> usize {
        self.topic_count_among(topic, self.columns.offered())
    }

    /// Returns the number of programs with a topic or a narrower one that `counts` accepts.
    pub(super) fn topic_count_among(&self, topic: TopicIx, counts: impl Fn(ProgramIx) -> bool) -> usize {
        self.columns.programs_of_topic(topic).iter().filter(|(program, _)| counts(*program)).count()
    }
}

/// The whole text as one field without concepts.
fn whole(typed: &str) -> Part {
    let trimmed = typed.trim();
    let start = typed.len() - typed.trim_start().len();
    Part { place: start..start + trimmed.len(), typed: trimmed.to_owned(), concepts: Vec::new(), beside: Vec::new() }
}

/// The topics of the programs that were named.
fn taught_by<'a>(catalog: &'a Catalog, named: &'a Named) -> impl Iterator<Item = ProgramTopic> + use<'a> {
    named.programs().iter().flat_map(|ix| topics_of(catalog, *ix, catalog.program(*ix)))
}

/// Returns a concept as a field.
fn of_one(concept: Concept) -> Part {
    let (place, typed) = (concept.place.clone(), concept.typed.clone());
    Part { place, typed, concepts: vec![concept], beside: Vec::new() }
}

/// Whether the title has a sign between its words that separates fields: `AI, marketing` is not *AI for Marketing*.
fn is_titled_apart(catalog: &Catalog, named: &Named) -> bool {
    match named {
        Named::Programs(programs) => programs.iter().any(|ix| names_fields_apart(&catalog.program(*ix).title)),
        Named::Course { title, .. } => names_fields_apart(title),
        Named::School { .. } => true,
    }
}

fn is_one_topic(parts: &[Part]) -> bool {
    matches!(parts, [only] if is_one_concept(only))
}

fn is_one_concept(part: &Part) -> bool {
    matches!(part.concepts.as_slice(), [only] if only.is_understood())
}

fn by_name(named: &Named) -> Matches {
    let relation = if matches!(named, Named::Course { .. }) { Relation::Part } else { Relation::About };
    in_order(named.programs().iter().map(|program| (*program, FieldMatch { relation, reason: Reason::Name })).collect())
}
