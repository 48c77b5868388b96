//! A word of a query with everything that it is found by: the words of titles and names that it matches, the topics that it
//! stands for, alone or with its neighbours, and, where these find little, the words of the titles of courses.

use std::sync::Arc;

use crate::catalog::ProgramIx;
use crate::names::{fold, words};
use crate::topics::{Concept, Meaning as Understood, Reading, TopicIx, Vocabulary};

use super::Hit;
use super::columns::Columns;
use super::lexicon::{Column, Lexicon};
use super::query::Query;
use super::rank::Sources;
use super::term_match::TermMatches;
use super::topics::{Link, Relation};

/// What a word is worth that stands for a topic: less than the word itself in a title, which is 1000, more than the start of
/// a word there or the word in another column; of a course about the topic less than of a skill.
fn worth(link: Link) -> u16 {
    match link.relation {
        Relation::About => 880,
        Relation::Narrower => 760,
        Relation::Part => 320,
    }
}

/// What a program gains that is about what the words mean together, whatever words it has: a title may have `trabajo` and
/// `social` and be about neither. Of two that are, the one that names it comes first, then the one with nothing before it.
fn gain(link: Link) -> i32 {
    match link.relation {
        Relation::About => 300 + if link.is_unnamed { 0 } else { 40 } + if link.is_second { 0 } else { 20 },
        Relation::Narrower => 280,
        Relation::Part => 0,
    }
}

/// The programs of a topic.
type Topic<'a> = &'a [(ProgramIx, Link)];

/// A word of a query with what it is looked for in.
pub(super) struct Wanted<'a> {
    lexicon: &'a Lexicon,
    meaning: &'a TermMatches,
    topics: &'a [Topic<'a>],
    /// The titles of courses, with what the word means there.
    courses: Option<(&'a Lexicon, TermMatches)>,
}

impl<'a> Wanted<'a> {
    /// A word that is looked for in titles and names only.
    pub(super) fn by_words(lexicon: &'a Lexicon, meaning: &'a TermMatches) -> Self {
        Self { lexicon, meaning, topics: &[], courses: None }
    }

    /// The same word, looked for in the titles of courses too.
    pub(super) fn with_courses(&self, courses: &'a Lexicon) -> Self {
        let meaning = TermMatches::wholly(courses, &self.meaning.word);
        Self { courses: (!self.meaning.is_phrase).then_some((courses, meaning)), ..*self }
    }

    /// Whether nothing has it.
    pub(super) fn is_nothing(&self) -> bool {
        self.reach() == 0
    }

    /// About how many programs it is found in.
    pub(super) fn reach(&self) -> usize {
        let in_courses = self.courses.as_ref().map_or(0, |(lexicon, meaning)| reach(lexicon, meaning));
        reach(self.lexicon, self.meaning) + in_courses + self.topics.iter().map(|topic| topic.len()).sum::<usize>()
    }

    /// Calls `find` with every program in which it is found and what that is worth, never nothing, and whether that is a
    /// word of its title that says something; with one in which it is found several times as often.
    pub(super) fn each_find(&self, mut find: impl FnMut(u32, u16, bool)) {
        each_find(self.lexicon, self.meaning, &mut find);
        for (program, link) in self.topics.iter().flat_map(|topic| topic.iter()) {
            find(program.0, worth(*link), false);
        }
        if let Some((lexicon, meaning)) = &self.courses {
            each_find(lexicon, meaning, &mut find);
        }
    }
}

fn each_find(lexicon: &Lexicon, meaning: &TermMatches, find: &mut impl FnMut(u32, u16, bool)) {
    let in_title = Column::Title.weight(0);
    for found in &meaning.terms {
        let (titles, others) = lexicon.titles_and_others(found.term);
        let worth = (found.quality * in_title / 100) as u16;
        let says_something = !lexicon.is_stop_word(found.term);
        titles.iter().for_each(|program| find(program, worth, says_something));
        for phrase in others.iter().map(|phrase| lexicon.phrase(phrase)) {
            let worth = (found.quality * phrase.weight / 100) as u16;
            lexicon.members_of(phrase).iter().for_each(|program| find(program, worth, false));
        }
    }
    for found in &meaning.phrases {
        let worth = (found.quality * lexicon.phrase(found.phrase).weight / 100) as u16;
        lexicon.each_program_of(found.phrase, |program| find(program, worth, false));
    }
}

fn reach(lexicon: &Lexicon, meaning: &TermMatches) -> usize {
    meaning.terms.iter().map(|found| lexicon.phrases_of(found.term).len()).sum::<usize>() + meaning.phrases.len()
}

/// The words of a query as topics.
pub(super) struct TopicReading<'a> {
    lexicon: &'a Lexicon,
    reading: Reading,
    /// By word of the query, the programs of the topics that it stands for.
    topics: Vec<Vec<Topic<'a>>>,
    /// By word of the query, whether it stands for a topic as it was typed.
    is_certain: Vec<bool>,
    /// By part of the reading, the words of the query that are in it, and those of them that are understood.
    fields: Vec<(Vec<usize>, Vec<usize>)>,
    /// By part of the reading that has a verb, the words of what is to be done with.
    objects: Vec<Vec<usize>>,
    /// By concept, how many words it has and the programs of its topics.
    concepts: Vec<(i32, Vec<Topic<'a>>)>,
    /// By concept that is understood, of a field that has several, its words.
    sides: Vec<Vec<usize>>,
}

impl<'a> TopicReading<'a> {
    /// Reads the plain words of a query.
    pub(super) fn of(asked: &Query, sources: &Sources<'a>) -> Self {
        let vocabulary = Vocabulary::embedded();
        let is_known = |word: &str| !sources.lexicon.starting_with(word).is_empty();
        let reading = vocabulary.read(&asked.plain, std::iter::empty(), is_known);
        let mut own = Self {
            lexicon: sources.lexicon,
            topics: vec![Vec::new(); asked.words.len()],
            is_certain: vec![false; asked.words.len()],
            fields: Vec::new(),
            objects: Vec::new(),
            concepts: Vec::new(),
            sides: Vec::new(),
            reading: Reading::default(),
        };
        for part in &reading.parts {
            let (mut all, mut understood) = (Vec::new(), Vec::new());
            for concept in &part.concepts {
                let places = places(asked, concept);
                own.add(concept, &places, vocabulary, sources.columns);
                all.extend(&places);
                understood.extend(places.iter().filter(|_| concept.is_understood()));
                own.sides.extend((concept.is_understood() && part.concepts.len() > 1).then_some(places));
            }
            own.fields.push((all, understood));
            own.objects.extend(object(part).map(|object| places(asked, object)));
        }
        own.reading = reading;
        own
    }

    fn add(&mut self, concept: &Concept, places: &[usize], vocabulary: &Vocabulary, columns: &'a Columns) {
        let programs = |topic: &TopicIx| columns.programs_of_topic(&vocabulary.topic(*topic).id);
        let topics: Vec<Topic<'a>> = concept.topics().iter().map(programs).collect();
        for at in places {
            self.topics[*at].extend(&topics);
            self.is_certain[*at] |= concept.is_understood() && concept.corrected.is_none();
        }
        // A query has few words, see `query`.
        self.concepts.push((i32::try_from(places.len()).unwrap_or(i32::MAX), topics));
    }

    /// The words of the query that say what is wanted: all but those of a sentence around it and those that part fields.
    pub(super) fn telling(&self, words: usize) -> Vec<usize> {
        let is_understood = self.fields.iter().any(|(_, understood)| !understood.is_empty());
        let is_telling = |at: &usize| !is_understood || self.fields.iter().any(|(all, _)| all.contains(at));
        (0..words).filter(|at| *at >= self.topics.len() || is_telling(at)).collect()
    }

    /// Whether a program has a topic that the words mean.
    pub(super) fn is_on(&self, program: ProgramIx) -> bool {
        let mut topics = self.concepts.iter().flat_map(|(_, topics)| topics);
        topics.any(|topic| topic.binary_search_by_key(&program, |(own, _)| *own).is_ok())
    }

    /// Lifts the programs that are about what the words mean; hits are in the order of programs.
    pub(super) fn lift(&self, hits: &mut [Hit]) {
        for (words, topics) in &self.concepts {
            let mut gains: Vec<(ProgramIx, i32)> =
                topics.iter().flat_map(|topic| topic.iter()).map(|(program, link)| (*program, gain(*link))).collect();
            gains.sort_unstable_by_key(|(program, gain)| (*program, -gain));
            gains.dedup_by_key(|(program, _)| *program);
            let mut gains = gains.into_iter().peekable();
            for hit in &mut *hits {
                while gains.next_if(|(program, _)| *program < hit.program).is_some() {}
                hit.score += gains
                    .next_if(|(program, _)| *program == hit.program)
                    .map_or(0, |(_, gain)| gain.saturating_mul(*words));
            }
        }
    }

    /// Whether a word of the query stands for a topic, whether or not a program has it.
    pub(super) fn is_topic(&self, at: usize) -> bool {
        self.topics.get(at).is_some_and(|topics| !topics.is_empty())
    }

    /// What a word of the query means besides: nothing that is only guessed, where it is known to be a topic.
    pub(super) fn meaning(
        &self,
        at: usize,
        words: &[String],
        lexicon: &Lexicon,
        former: &[Arc<TermMatches>],
    ) -> Arc<TermMatches> {
        let meaning = TermMatches::of(lexicon, words, at, former);
        if self.is_certain[at] && meaning.is_guess() { TermMatches::nothing(&words[at]) } else { meaning }
    }

    /// A word of the query, or a phrase behind them, with what it is looked for in.
    pub(super) fn wanted<'w>(&'w self, at: usize, meaning: &'w TermMatches) -> Wanted<'w> {
        let topics = self.topics.get(at).map_or(&[][..], Vec::as_slice);
        Wanted { topics, ..Wanted::by_words(self.lexicon, meaning) }
    }

    /// The fields that the query names, by their words; one of which nothing is understood is none.
    pub(super) fn fields(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.fields.iter().filter(|(_, understood)| !understood.is_empty()).map(|(words, _)| words)
    }

    /// The words that say what is to be done with, without the verb: `mandarin` of `speak mandarin`.
    pub(super) fn objects(&self) -> &[Vec<usize>] {
        &self.objects
    }

    /// The words of the fields that are understood: the others may only be the sentence around them.
    pub(super) fn understood(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.fields.iter().map(|(_, understood)| understood).filter(|words| !words.is_empty())
    }

    /// The words of each thing that a field names together with others.
    pub(super) fn sides(&self) -> &[Vec<usize>] {
        &self.sides
    }

    /// Whether it has words of grammar or of wanting, as a sentence has.
    pub(super) fn is_sentence(&self) -> bool {
        self.reading.has_filler
    }

    /// Whether it names several fields.
    pub(super) fn has_several_fields(&self) -> bool {
        self.reading.parts.len() > 1
    }

    /// What words were understood as, where the catalogue does not have them all; of a topic by its own name only where
    /// nothing is found.
    pub(super) fn notices(&self, columns: &Columns, meanings: &[Arc<TermMatches>], is_empty: bool) -> Vec<String> {
        let vocabulary = Vocabulary::embedded();
        // Of a word that was taken for misspelt it is said anyway what is shown.
        let is_told = |word: &String| meanings.iter().any(|m| m.word == *word && !m.taken_for.is_empty());
        let is_there = |word: &String| self.lexicon.find(word).is_some() || is_told(word);
        let concepts = self.reading.parts.iter().flat_map(|part| &part.concepts);
        let is_strange = |concept: &&Concept| !words(&concept.typed).iter().all(is_there);
        let is_news = |concept: &&Concept| is_empty || !is_called_so(concept, vocabulary);
        concepts.filter(is_strange).filter(is_news).filter_map(|c| notice(c, vocabulary, columns)).collect()
    }
}

/// The programs that are about the topic of this name.
pub(super) fn about<'c>(columns: &'c Columns, word: &str) -> impl Iterator<Item = ProgramIx> + use<'c> {
    let vocabulary = Vocabulary::embedded();
    let topics = vocabulary.called(word).iter();
    let programs = topics.flat_map(move |topic| columns.programs_of_topic(&vocabulary.topic(*topic).id));
    programs.filter(|(_, link)| link.relation == Relation::About).map(|(program, _)| *program)
}

/// What is to be done with, where a verb stands before it: the last thing that is understood, as in English, Spanish and
/// French an object follows its verb. A verb is what means a topic only in another form.
fn object(part: &crate::topics::Part) -> Option<&Concept> {
    let understood: Vec<&Concept> = part.concepts.iter().filter(|concept| concept.is_understood()).collect();
    let (last, before) = understood.split_last()?;
    (!before.is_empty() && before.iter().all(|concept| concept.is_other_form)).then_some(*last)
}

/// The words of a query that a concept is made of.
fn places(asked: &Query, concept: &Concept) -> Vec<usize> {
    let own = words(&concept.typed);
    (0..asked.words.len()).filter(|at| own.contains(&asked.words[*at])).collect()
}

/// Whether what was typed is the name of a topic.
fn is_called_so(concept: &Concept, vocabulary: &Vocabulary) -> bool {
    concept.topics().iter().any(|topic| fold(&vocabulary.topic(*topic).name.en) == fold(&concept.typed))
}

fn notice(concept: &Concept, vocabulary: &Vocabulary, columns: &Columns) -> Option<String> {
    let Understood::Topics { topics, .. } = &concept.meaning else { return None };
    let names: Vec<&str> = topics.iter().map(|topic| vocabulary.topic(*topic).name.en.as_str()).collect();
    let ids = topics.iter().map(|topic| vocabulary.topic(*topic).id.as_str());
    let mut programs: Vec<ProgramIx> =
        ids.flat_map(|id| columns.programs_of_topic(id)).map(|(program, _)| *program).collect();
    programs.sort_unstable();
    programs.dedup();
    let count = programs.iter().filter(|program| columns.is_offered(**program)).count();
    Some(format!("`{}`: {}, {}", concept.typed, names.join(" or "), super::understand::programs(count)))
}
