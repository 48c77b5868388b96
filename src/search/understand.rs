//! Interprets a field in the user's own words and finds the programs about it: by topic, by a subject of that name, by
//! words of titles, skills and courses, or because it is the title of a program or course. The adviser, the list of a
//! field's matches and the sentence about what was understood all use it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::{Catalog, ProgramIx, Strength, Text};
use crate::english::counted;
use crate::names::{is_stop_word, words};
use crate::topics::{
    Concept, Meaning as Understanding, Part, ProgramTopic, TopicIx, Vocabulary, is_filler, names_fields_apart, stem,
    topics_of,
};

use super::Index;
use super::field_matches::{FieldMatch, FieldMatches, Matches, Reason, all_of, in_order, joined};
use super::filter::Facet;
use super::lexicon::{Column, Lexicon, PhraseIx};
use super::term_match::{How, TermMatches};
use super::topics::Relation;

/// Shortest prefix that counts, in characters; shorter ones say too little about a program.
const MIN_START_CHARS: usize = 4;
/// Shortest initials that count; shorter ones stand for too many titles.
const MIN_INITIALS: usize = 4;
/// A topic is as wide as a subject if more than one program in this many has it.
const SUBJECT_SHARE: usize = 8;

/// The interpretation of a typed text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understood {
    /// The text as typed.
    pub typed: String,
    /// The fields that it names, in order; empty if it names none.
    pub parts: Vec<UnderstoodPart>,
    /// Whether one of the fields is enough: `law or medicine`.
    pub is_choice: bool,
    /// The fields that it says are not wanted, each with the programs about it.
    pub denied: Vec<UnderstoodPart>,
}

/// One field of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct UnderstoodPart {
    /// Its words and what they mean.
    pub part: Part,
    /// The program or course with that title; `None` if there is none.
    pub named: Option<Named>,
    /// The number of programs still taught that are about it.
    pub count: usize,
    /// The programs that are about it.
    pub matches: Arc<FieldMatches>,
    /// The programs about the fields that the text denies.
    unwanted: Arc<FieldMatches>,
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
    /// A school, where nothing else was typed.
    School {
        /// What people call it.
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
    /// Returns what was understood, one sentence for each field.
    pub fn sentences(&self) -> Vec<String> {
        self.parts.iter().map(UnderstoodPart::sentence).collect()
    }
}

impl UnderstoodPart {
    /// Returns what was understood: `nurse: Nursing, 4 programs`.
    pub fn sentence(&self) -> String {
        let means: Vec<String> = match &self.named {
            Some(Named::School { name, .. }) => vec![format!("the school {name}")],
            _ => self.part.concepts.iter().map(meaning_in_words).collect(),
        };
        format!("{}: {}, {}", self.part.typed, means.join(" and "), programs(self.count))
    }

    /// Whether it is a school and no field.
    pub fn is_school(&self) -> bool {
        matches!(self.named, Some(Named::School { .. }))
    }
}

fn meaning_in_words(concept: &Concept) -> String {
    match &concept.meaning {
        Understanding::Topics { topics, .. } => Vocabulary::embedded().names_of_any(topics),
        Understanding::Subject(subject) => subject.clone(),
        Understanding::Word(_) => format!("the word \"{}\"", concept.typed),
    }
}

/// A number of programs in words.
pub(super) fn programs(count: usize) -> String {
    if count == 0 { "no program".to_owned() } else { counted(count, "program") }
}

impl Index {
    /// Interprets a typed field.
    pub fn understand(&self, catalog: &Catalog, typed: &str) -> Understood {
        let lexicon = self.lexicon(catalog);
        let is_known = |word: &str| !lexicon.starting_with(word).is_empty();
        let reading = Vocabulary::embedded().read(typed, self.columns.values_of(Facet::Field), is_known);
        let is_choice = reading.is_choice;
        let named = self.named(catalog, typed).filter(|_| !is_one_topic(&reading.parts));
        let named = named.filter(|named| !names_fields_apart(typed) || is_titled_apart(catalog, named));
        let parts = match named {
            Some(named) if self.is_taught(&named) => {
                let named = self.counted(catalog, whole(typed), Some(named), &Arc::default());
                return Understood { typed: typed.to_owned(), parts: vec![named], ..Understood::default() };
            }
            Some(older) => Self::like_older(catalog, reading.parts, older),
            None => reading.parts.into_iter().map(|part| (part, None)).collect(),
        };
        let denied: Vec<UnderstoodPart> =
            reading.denied.into_iter().map(|own| self.counted(catalog, of_one(own), None, &Arc::default())).collect();
        let unwanted = denied.iter().fold(Matches::new(), |all, own| joined(all, own.matches.matches.clone()));
        let unwanted = Arc::new(FieldMatches { matches: unwanted, ..FieldMatches::default() });
        let parts = parts.into_iter().map(|(part, named)| {
            let named = named.or_else(|| self.named(catalog, &part.typed).filter(|_| !is_one_concept(&part)));
            self.counted(catalog, part, named, &unwanted)
        });
        Understood { typed: typed.to_owned(), parts: parts.collect(), is_choice, denied }
    }

    /// The fields of a text that is the title of programs that are no longer taught. Similar programs may still be
    /// taught, so the words count as well: those that name what the older programs teach, or all if none does.
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

    /// A school as the whole of what was typed, with every program that it offers.
    pub fn understood_as_school(
        &self,
        catalog: &Catalog,
        typed: &str,
        name: Text,
        programs: Vec<ProgramIx>,
    ) -> UnderstoodPart {
        self.counted(catalog, whole(typed), Some(Named::School { name, programs }), &Arc::default())
    }

    /// The things that a field names together, each as a field of its own; none if it names only one.
    pub fn sides(&self, catalog: &Catalog, field: &UnderstoodPart) -> Vec<UnderstoodPart> {
        let concepts: Vec<&Concept> = self.telling(catalog, &field.part);
        let is_named = field.named.as_ref().is_some_and(|named| self.is_taught(named));
        if is_named || concepts.len() < 2 {
            return Vec::new();
        }
        let side = |concept: &Concept| self.counted(catalog, of_one(concept.clone()), None, &field.unwanted);
        concepts.into_iter().map(side).collect()
    }

    fn counted(
        &self,
        catalog: &Catalog,
        part: Part,
        named: Option<Named>,
        unwanted: &Arc<FieldMatches>,
    ) -> UnderstoodPart {
        let is_offered = self.columns.offered();
        let in_form = if named.is_none() { self.in_form(catalog, &part) } else { None };
        let (part, matches) = in_form.unwrap_or_else(|| {
            let matches = self.matches_of(catalog, &part, named.as_ref());
            (part, matches)
        });
        let matches = matches.without(unwanted, is_offered);
        let count = matches.iter().filter(|(program, _)| is_offered(*program)).count();
        let widened = part.concepts.iter().filter(|own| named.is_none() && self.is_widened(catalog, own, &matches));
        let widened = widened.map(|own| (own.typed.clone(), own.topics().to_vec())).collect();
        let matches = FieldMatches { widened, ..matches };
        UnderstoodPart { part, named, count, matches: Arc::new(matches), unwanted: Arc::clone(unwanted) }
    }

    /// Returns the programs that are about a field: those with the name that was typed, and those that match its words.
    /// If a program of that name is taught, others must match all of the words. If nothing that matches is taught, the
    /// programs on the main topics of those with the name match instead.
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

    /// Returns the programs that match all concepts of a field.
    pub(super) fn by_all_words(&self, catalog: &Catalog, part: &Part) -> Matches {
        let concepts: Vec<Matches> = part.concepts.iter().map(|own| self.of_concept(catalog, own)).collect();
        all_of(concepts.iter())
    }

    /// Returns the programs that match all concepts of a field, or have all of its words in their titles. If there are
    /// none, words that are neither topics nor subjects are ignored; if there are still none, one concept is enough.
    pub(super) fn by_words(&self, catalog: &Catalog, part: &Part) -> FieldMatches {
        let mut concepts: Vec<(bool, Matches)> =
            part.concepts.iter().map(|concept| (concept.is_understood(), self.of_concept(catalog, concept))).collect();
        let all = joined(all_of(concepts.iter().map(|(_, found)| found)), self.titled(catalog, part));
        if !all.is_empty() {
            return FieldMatches { matches: all, ..FieldMatches::default() };
        }
        concepts.retain(|(is_understood, _)| *is_understood);
        let ignored = part.concepts.iter().filter(|own| !own.is_understood()).map(|own| own.typed.clone()).collect();
        let understood = all_of(concepts.iter().map(|(_, found)| found));
        if !understood.is_empty() {
            return FieldMatches { matches: understood, ignored, ..FieldMatches::default() };
        }
        let sides = self.telling(catalog, part).into_iter().map(|concept| self.of_concept(catalog, concept));
        let any = sides.fold(Matches::new(), joined);
        FieldMatches { matches: any, is_partial: true, ignored, ..FieldMatches::default() }
    }

    /// The programs whose titles have all of several words of a field, whatever the words mean.
    fn titled(&self, catalog: &Catalog, part: &Part) -> Matches {
        let wanted: Vec<String> =
            words(&part.typed).into_iter().filter(|word| !is_stop_word(word) && !is_filler(word)).collect();
        if wanted.len() < 2 || part.concepts.len() < 2 {
            return Matches::new();
        }
        let all: Vec<Matches> = wanted.iter().map(|word| self.with_word_in_title(catalog, word)).collect();
        all_of(all.iter())
    }

    fn with_word_in_title(&self, catalog: &Catalog, word: &str) -> Matches {
        let (lexicon, mut found) = (self.lexicon(catalog), Matches::new());
        let is_title = |phrase: &PhraseIx| lexicon.phrase(*phrase).column == Column::Title;
        for phrase in meaning_in(lexicon, word).all_phrases(lexicon).filter(is_title) {
            let named = || FieldMatch { relation: Relation::About, reason: Reason::Title(word.to_owned()) };
            lexicon.each_program_of(phrase, |program| found.push((ProgramIx(program), named())));
        }
        in_order(found)
    }

    /// Whether a word of a concept is neither in a name of its topics nor in any of the programs found: `hydrogen`
    /// means energy, but programs about energy may say nothing about hydrogen.
    fn is_widened(&self, catalog: &Catalog, concept: &Concept, found: &FieldMatches) -> bool {
        if concept.topics().is_empty() || concept.corrected.is_some() || !concept.typed.is_ascii() {
            return false;
        }
        let vocabulary = Vocabulary::embedded();
        let names = concept.topics().iter().flat_map(|topic| vocabulary.topic(*topic).name.all()).flat_map(words);
        let names: BTreeSet<String> = names.filter_map(|word| stem(&word)).collect();
        let is_name = |word: &String| stem(word).is_none_or(|stem| names.contains(&stem));
        let wanted = words(&concept.typed).into_iter().filter(|word| !is_filler(word) && !is_stop_word(word));
        wanted.filter(|word| !is_name(word)).any(|word| !self.is_said(catalog, &word, found))
    }

    /// Whether one of the programs found has a word in its title, a skill or a course.
    fn is_said(&self, catalog: &Catalog, word: &str, found: &FieldMatches) -> bool {
        [self.lexicon(catalog), self.courses(catalog)].into_iter().any(|lexicon| {
            TermMatches::wholly(lexicon, word).all_phrases(lexicon).any(|phrase| {
                let mut is_any = false;
                lexicon.each_program_of(phrase, |program| is_any |= found.of(ProgramIx(program)).is_some());
                is_any
            })
        })
    }

    /// The concepts of a field that say what is wanted. If nothing is taught about one of them, those as wide as a
    /// subject are left out, because they say too little about the rest: `nail tech` is not about computer science.
    fn telling<'p>(&self, catalog: &Catalog, part: &'p Part) -> Vec<&'p Concept> {
        let mut sides = sure_or_all(part);
        let reach = |concept: &Concept| self.of_concept(catalog, concept).len();
        if sides.iter().any(|concept| reach(concept) == 0) {
            sides.retain(|concept| !self.is_wide(reach(concept)));
        }
        sides
    }

    /// Whether a topic with this number of programs is as wide as a subject.
    pub(super) fn is_wide(&self, programs: usize) -> bool {
        programs * SUBJECT_SHARE > self.columns.programs()
    }

    /// Returns the number of programs still taught that have a topic or a narrower one.
    pub fn topic_count(&self, topic: TopicIx) -> usize {
        let programs = self.columns.programs_of_topic(topic);
        let is_offered = self.columns.offered();
        programs.iter().filter(|(program, _)| is_offered(*program)).count()
    }

    fn of_concept(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        match &concept.meaning {
            Understanding::Topics { topics, subject } => {
                let found = topics.iter().map(|topic| self.of_topic(*topic));
                let found = found.fold(Matches::new(), joined);
                let subject = subject.as_ref().map(|subject| self.of_subject(subject, Relation::Part));
                joined(found, subject.unwrap_or_default())
            }
            Understanding::Subject(subject) => self.of_subject(subject, Relation::About),
            Understanding::Word(word) => self.of_word(catalog, word),
        }
    }

    fn of_topic(&self, topic: TopicIx) -> Matches {
        let programs = self.columns.programs_of_topic(topic);
        let found = |relation| FieldMatch { relation, reason: Reason::Topic(topic) };
        programs.iter().map(|(program, link)| (program, found(link.relation))).collect()
    }

    /// The programs of a subject. If it is not a program's first subject, it counts as a part.
    fn of_subject(&self, subject: &str, main: Relation) -> Matches {
        let found = |is_main| FieldMatch {
            relation: if is_main { main } else { Relation::Part },
            reason: Reason::Subject(subject.to_owned()),
        };
        let programs = self.columns.programs_with(Facet::Field, subject);
        programs.map(|(program, place)| (program, found(place == 0))).collect()
    }

    /// The programs that contain a word. A word in the title means that the program is about it; in a skill or a
    /// course it counts as a part.
    fn of_word(&self, catalog: &Catalog, word: &str) -> Matches {
        let (lexicon, courses) = (self.lexicon(catalog), self.courses(catalog));
        let mut matches = Matches::new();
        let mut add = |program: u32, relation, reason: Reason| {
            matches.push((ProgramIx(program), FieldMatch { relation, reason }));
        };
        for phrase in meaning_in(lexicon, word).all_phrases(lexicon) {
            let (relation, reason) = match lexicon.phrase(phrase).column {
                Column::Title => (Relation::About, Reason::Title(word.to_owned())),
                Column::Skill => (Relation::Part, Reason::Skill(word.to_owned())),
                _ => continue,
            };
            lexicon.each_program_of(phrase, |program| add(program, relation, reason.clone()));
        }
        for phrase in TermMatches::wholly(courses, word).all_phrases(courses) {
            courses.each_program_of(phrase, |program| add(program, Relation::Part, Reason::Course(word.to_owned())));
        }
        in_order(matches)
    }

    /// The program or course whose title was typed; `None` if there is none.
    fn named(&self, catalog: &Catalog, typed: &str) -> Option<Named> {
        let wanted: Vec<String> = words(typed).into_iter().filter(|word| !is_stop_word(word)).collect();
        let lexicon = self.lexicon(catalog);
        let mut programs = Vec::new();
        for phrase in named_phrases(lexicon, &wanted, typed) {
            if lexicon.phrase(phrase).column == Column::Title {
                lexicon.each_program_of(phrase, |program| programs.push(ProgramIx(program)));
            }
        }
        if !programs.is_empty() {
            return Some(Named::Programs(programs));
        }
        let courses = self.courses(catalog);
        let phrase = named_phrases(courses, &wanted, typed).into_iter().next()?;
        courses.each_program_of(phrase, |program| programs.push(ProgramIx(program)));
        let titles = programs.iter().flat_map(|program| &catalog.program(*program).course_list);
        let titles = titles.map(|part| &catalog.course(part.course).title);
        let tokens: Vec<&str> = courses.tokens(phrase).iter().map(|term| courses.term(term)).collect();
        let title = titles.into_iter().find(|title| words(title) == tokens)?.clone();
        Some(Named::Course { title, programs })
    }
}

/// The whole text as one field without concepts.
fn whole(typed: &str) -> Part {
    let trimmed = typed.trim();
    let start = typed.len() - typed.trim_start().len();
    Part { place: start..start + trimmed.len(), typed: trimmed.to_owned(), concepts: Vec::new() }
}

/// The topics of the programs that were named.
fn taught_by<'a>(catalog: &'a Catalog, named: &'a Named) -> impl Iterator<Item = ProgramTopic> + use<'a> {
    named.programs().iter().flat_map(|ix| topics_of(catalog, *ix, catalog.program(*ix)))
}

/// A concept as a field of its own.
fn of_one(concept: Concept) -> Part {
    let (place, typed) = (concept.place.clone(), concept.typed.clone());
    Part { place, typed, concepts: vec![concept] }
}

/// The concepts whose meaning is known. One that is known only by a corrected spelling is left out if another is known
/// as typed: `wine tasting` is not about software testing.
fn sure_or_all(part: &Part) -> Vec<&Concept> {
    let understood: Vec<&Concept> = part.concepts.iter().filter(|concept| concept.is_understood()).collect();
    let sure: Vec<&Concept> = understood.iter().copied().filter(|concept| concept.corrected.is_none()).collect();
    if sure.is_empty() { understood } else { sure }
}

/// Whether the title that was named has a sign between its words that separates fields: `AI, marketing` is not *AI for
/// Marketing*.
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

/// The phrases that the typed text names: phrases with the same words apart from stop words; phrases with all of the
/// words in order, one of them a number (`Mandarin 3`); or phrases with these initials.
fn named_phrases(lexicon: &Lexicon, wanted: &[String], typed: &str) -> Vec<PhraseIx> {
    if let [word] = wanted
        && typed.trim().chars().count() >= MIN_INITIALS
    {
        let meaning = TermMatches::of(lexicon, wanted, 0, &[]);
        let initials = meaning.phrases.iter().filter(|found| found.is_initials_of(word));
        let mut found: Vec<PhraseIx> = initials.map(|found| found.phrase).collect();
        let whole = TermMatches::wholly(lexicon, word);
        found.extend(whole.all_phrases(lexicon).filter(|phrase| said(lexicon, *phrase) == [word]));
        return found;
    }
    let terms: Option<Vec<_>> = wanted.iter().map(|word| lexicon.find(word)).collect();
    let rarest = terms.and_then(|terms| terms.into_iter().min_by_key(|term| lexicon.phrases_of(*term).len()));
    let Some(rarest) = rarest else { return Vec::new() };
    let has_number = wanted.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    let is_called = |phrase: &PhraseIx| {
        let own = said(lexicon, *phrase);
        own == wanted || has_number && holds_in_order(&own, wanted)
    };
    let mut found: Vec<PhraseIx> = lexicon.phrases_of(rarest).iter().filter(is_called).collect();
    found.dedup();
    found
}

/// The words of a phrase without stop words.
fn said(lexicon: &Lexicon, phrase: PhraseIx) -> Vec<&str> {
    let tokens = lexicon.tokens(phrase).iter().filter(|term| !lexicon.is_stop_word(*term));
    tokens.map(|term| lexicon.term(term)).collect()
}

fn holds_in_order(own: &[&str], wanted: &[String]) -> bool {
    let mut wanted = wanted.iter().peekable();
    for word in own {
        wanted.next_if(|wanted| wanted == word);
    }
    wanted.peek().is_none()
}

/// The meaning of a field's word in titles: the word itself, longer words that start with it, or the word it misspells.
fn meaning_in(lexicon: &Lexicon, word: &str) -> TermMatches {
    let mut meaning = (*TermMatches::of(lexicon, &[word.to_owned()], 0, &[])).clone();
    let is_long = word.chars().count() >= MIN_START_CHARS;
    meaning.terms.retain(|found| match found.how {
        How::Whole | How::Slip => true,
        How::Start => is_long,
        How::Part | How::Scattered => false,
    });
    if meaning.terms.iter().any(|found| found.how == How::Whole) {
        meaning.terms.retain(|found| found.how == How::Whole);
    }
    meaning.phrases.retain(super::abbreviation::PhraseMatch::is_known);
    meaning
}

fn by_name(named: &Named) -> Matches {
    let relation = if matches!(named, Named::Course { .. }) { Relation::Part } else { Relation::About };
    in_order(named.programs().iter().map(|program| (*program, FieldMatch { relation, reason: Reason::Name })).collect())
}
