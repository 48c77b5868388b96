//! A word of a query with everything that it is searched in: words of titles and names, the topics that it means alone
//! or with its neighbours, and, if these give few results, words of course titles.

mod notices;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::ProgramIx;
use crate::names::words;
use crate::topics::{Concept, Part, Reading, TopicIx, Vocabulary};

use super::columns::Columns;
use super::hit::Hit;
use super::lexicon::{Column, Lexicon};
use super::person::also_about;
use super::query::Query;
use super::sides::{SUBJECT_SHARE, wanted_sides};
use super::sources::Sources;
use super::term_match::{How, TermMatches};
use super::titled::titled_as_typed;
use super::topics::{Link, Posting, Relation};

/// Returns the score of a word that means a topic. For a program about the topic it is less than the word itself in a
/// title (1000), but more than a prefix there or the word in another column. If only a course is about the topic, it is
/// less than a skill.
fn worth(link: Link) -> u16 {
    match link.relation {
        Relation::About => 880,
        Relation::Narrower => 760,
        Relation::Part => 320,
    }
}

/// Returns the bonus for a program about what the words mean together, whichever words it contains: a title may contain
/// `trabajo` and `social` and be about neither. A program whose title names the topic comes first, then one with no
/// topic before it.
fn gain(link: Link) -> i32 {
    match link.relation {
        Relation::About => 300 + if link.is_unnamed { 0 } else { 40 } + if link.is_second { 0 } else { 20 },
        Relation::Narrower => 280,
        Relation::Part => 0,
    }
}

/// The bonus for each word of a topic that occurs in few titles, if the topic has another name. With the word in the
/// title, it exceeds the maximum of a program about the topic.
const IS_TITLED: i32 = 360;

/// More than what topics and titles add to a score: the bonus for a program that is also about who the person is, and the
/// deduction for one with a part on what the query denies.
const FAR: i32 = 20_000;

/// A word of a query with everything that it is searched in.
pub(super) struct Wanted<'a> {
    lexicon: &'a Lexicon,
    meaning: &'a TermMatches,
    topics: &'a [Posting<'a>],
    /// The lexicon of course titles, with the meaning of the word there.
    courses: Option<(&'a Lexicon, TermMatches)>,
    /// Whether names of institutions, kinds and languages do not count.
    is_of_subject: bool,
}

impl<'a> Wanted<'a> {
    /// Returns a word that is searched only in titles and names.
    pub(super) fn by_words(lexicon: &'a Lexicon, meaning: &'a TermMatches) -> Self {
        Self { lexicon, meaning, topics: &[], courses: None, is_of_subject: false }
    }

    /// The same word, also searched in course titles.
    pub(super) fn with_courses(&self, courses: &'a Lexicon) -> Self {
        let meaning = TermMatches::wholly(courses, &self.meaning.word);
        Self { courses: (!self.meaning.is_phrase).then_some((courses, meaning)), ..*self }
    }

    /// Returns the same word as a subject: a program taught in English does not teach English.
    pub(super) fn of_subject(&self) -> Self {
        Self { is_of_subject: true, courses: None, ..*self }
    }

    /// Whether the word matches no program.
    pub(super) fn is_nothing(&self) -> bool {
        self.reach() == 0
    }

    /// Whether the word occurs in the name of an institution, a kind or a language.
    pub(super) fn names_more_than_a_subject(&self) -> bool {
        let terms = self.meaning.terms.iter().filter(|found| found.how == How::Whole);
        let phrases = terms.flat_map(|found| self.lexicon.phrases_of(found.term).iter());
        let mut phrases = phrases.chain(self.meaning.phrases.iter().map(|found| found.phrase));
        phrases.any(|phrase| is_beside_subject(self.lexicon.phrase(phrase).column))
    }

    /// Returns an estimate of the number of programs that it matches.
    pub(super) fn reach(&self) -> usize {
        let in_courses = self.courses.as_ref().map_or(0, |(lexicon, meaning)| reach(lexicon, meaning));
        reach(self.lexicon, self.meaning) + in_courses + self.topics.iter().map(Posting::len).sum::<usize>()
    }

    /// Calls `find` for every match with the program, the score, which is never 0, and whether the match is a title
    /// word other than a stop word. A program that matches several times is passed several times.
    pub(super) fn each_find(&self, mut find: impl FnMut(u32, u16, bool)) {
        if self.is_of_subject {
            each_find(self.lexicon, self.meaning, |column| !is_beside_subject(column), &mut find);
        } else {
            each_find(self.lexicon, self.meaning, |_| true, &mut find);
        }
        for (program, link) in self.topics.iter().flat_map(Posting::iter) {
            find(program.0, worth(link), false);
        }
        if let Some((lexicon, meaning)) = &self.courses {
            each_find(lexicon, meaning, |_| true, &mut find);
        }
    }
}

/// Whether a column says what is taught.
fn says_what_is_taught(column: Column) -> bool {
    !is_beside_subject(column) && column != Column::Field
}

/// Whether a column says who offers a program, what it is called, or in what language it is taught.
fn is_beside_subject(column: Column) -> bool {
    matches!(column, Column::Institution | Column::Kind | Column::Language)
}

fn each_find(
    lexicon: &Lexicon,
    meaning: &TermMatches,
    counts: impl Fn(Column) -> bool,
    find: &mut impl FnMut(u32, u16, bool),
) {
    let in_title = Column::Title.weight(0);
    for found in &meaning.terms {
        let (titles, others) = lexicon.titles_and_others(found.term);
        let worth = (found.quality * in_title / 100) as u16;
        let says_something = !lexicon.is_stop_word(found.term);
        titles.each(|program| find(program, worth, says_something));
        for phrase in others.iter().map(|phrase| lexicon.phrase(phrase)).filter(|phrase| counts(phrase.column)) {
            let worth = (found.quality * phrase.weight / 100) as u16;
            lexicon.members_of(phrase).each(|program| find(program, worth, false));
        }
    }
    for found in meaning.phrases.iter().filter(|found| counts(lexicon.phrase(found.phrase).column)) {
        let worth = (found.quality * lexicon.phrase(found.phrase).weight / 100) as u16;
        lexicon.each_program_of(found.phrase, |program| find(program, worth, false));
    }
}

fn reach(lexicon: &Lexicon, meaning: &TermMatches) -> usize {
    meaning.terms.iter().map(|found| lexicon.phrases_of(found.term).len()).sum::<usize>() + meaning.phrases.len()
}

/// The words of a query read as topics.
pub(super) struct TopicReading<'a> {
    lexicon: &'a Lexicon,
    reading: Reading,
    /// For each word of the query, the programs of the topics that it means.
    topics: Vec<Vec<Posting<'a>>>,
    /// For each word of the query, whether it means a topic exactly as typed.
    is_certain: Vec<bool>,
    /// For each word of the query, whether the catalogue has it.
    is_there: Vec<bool>,
    /// For each part of the reading, the query words in it, and those of them that are understood.
    fields: Vec<(Vec<usize>, Vec<usize>)>,
    /// For each part of the reading that has a verb, the words of its object.
    objects: Vec<Vec<usize>>,
    /// For each concept, its number of words and the programs of its topics.
    concepts: Vec<(i32, Vec<Posting<'a>>)>,
    /// For each concept, its number of words and the programs that have them in their titles, if these are few and the
    /// topic has another name. They are about exactly what was typed, as for the adviser.
    titled: Vec<(i32, Vec<ProgramIx>)>,
    /// For each understood concept of a field that has several concepts, its words.
    sides: Vec<Side>,
    /// The words that name a wanted language that no program teaches; nothing may replace it.
    untaught: Vec<usize>,
    /// For each concept that has a purpose, the programs of its topics.
    wanted_for: Vec<Vec<Posting<'a>>>,
}

/// One of several things that a field names together.
pub(super) struct Side {
    /// As typed.
    pub(super) typed: String,
    /// Its words in the query.
    pub(super) words: Vec<usize>,
    /// Whether it is only the purpose of the others.
    is_purpose: bool,
    /// The number of programs of its topics.
    programs: usize,
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
            is_there: asked.words.iter().map(|word| sources.lexicon.find(word).is_some()).collect(),
            fields: Vec::new(),
            objects: Vec::new(),
            concepts: Vec::new(),
            titled: Vec::new(),
            sides: Vec::new(),
            untaught: Vec::new(),
            wanted_for: Vec::new(),
            reading: Reading::default(),
        };
        for part in &reading.parts {
            let (mut all, mut understood) = (Vec::new(), Vec::new());
            for concept in &part.concepts {
                let places = places(asked, concept);
                own.add(concept, &places, sources.columns);
                all.extend(&places);
                understood.extend(places.iter().filter(|_| concept.is_understood()));
            }
            own.sides.extend(sides(asked, part, sources.columns));
            own.untaught.extend(untaught(part, sources.columns).flat_map(|concept| places(asked, concept)));
            own.fields.push((all, understood));
            own.wanted_for.extend(wanted_for(part).map(|concept| postings(concept, sources.columns)));
            own.objects.extend(object(part).map(|object| places(asked, object)));
        }
        own.reading = reading;
        own
    }

    fn add(&mut self, concept: &Concept, places: &[usize], columns: &'a Columns) {
        let topics = postings(concept, columns);
        for at in places {
            self.topics[*at].extend(&topics);
            self.is_certain[*at] |= concept.is_understood() && concept.corrected.is_none();
        }
        // The conversion cannot fail: the number of words is bounded in `query`.
        let count = i32::try_from(places.len()).unwrap_or(i32::MAX);
        if !topics.is_empty() {
            let titled = titled_as_typed(self.lexicon, concept).into_iter();
            let titled = titled.filter(|(_, found)| found.relation == Relation::About).map(|(program, _)| program);
            self.titled.push((count, titled.collect()));
        }
        self.concepts.push((count, topics));
    }

    /// Returns the words of the query that are wanted, without the words of the sentence around them and those that
    /// separate fields.
    pub(super) fn telling(&self, words: usize) -> Vec<usize> {
        let is_understood = self.fields.iter().any(|(_, understood)| !understood.is_empty());
        // In a sentence, words that the catalogue lacks say nothing either: *next month* of *get the CSCA certificate next
        // month*.
        let is_read = is_understood || self.reading.has_filler && self.is_said();
        let is_unread = |at: usize| is_understood || !self.is_there[at];
        let is_telling =
            |at: &usize| !is_read || !is_unread(*at) || self.fields.iter().any(|(all, _)| all.contains(at));
        (0..words).filter(|at| *at >= self.topics.len() || is_telling(at)).collect()
    }

    /// Whether the catalogue has every word of the fields.
    fn is_said(&self) -> bool {
        let mut all = self.reading.parts.iter().flat_map(|part| words(&part.typed)).peekable();
        all.peek().is_some() && all.all(|word| self.lexicon.find(&word).is_some())
    }

    /// Whether a program has a topic that the words mean.
    pub(super) fn is_on(&self, program: ProgramIx) -> bool {
        let mut topics = self.concepts.iter().flat_map(|(_, topics)| topics);
        topics.any(|topic| topic.contains(program))
    }

    /// Whether programs are about something that is wanted for a purpose, but none of them is a hit: for *English for
    /// nurses*, all hits may be about nursing and only taught in English.
    pub(super) fn misses_what_is_wanted(&self, hits: &[Hit]) -> bool {
        self.wanted_for.iter().any(|topics| {
            let about = || topics.iter().flat_map(Posting::iter).filter(|(_, link)| link.relation != Relation::Part);
            let is_hit = |program: &ProgramIx| hits.binary_search_by_key(program, |hit| hit.program).is_ok();
            about().next().is_some() && !about().any(|(program, _)| is_hit(&program))
        })
    }

    /// Raises the scores of programs about what the words mean; hits must be in the order of programs.
    pub(super) fn lift(&self, hits: &mut [Hit]) {
        for (words, topics) in &self.concepts {
            let mut gains: Vec<(ProgramIx, i32)> =
                topics.iter().flat_map(Posting::iter).map(|(program, link)| (program, gain(link))).collect();
            // Each posting is sorted already, and a stable sort merges sorted runs.
            gains.sort_by_key(|(program, gain)| (*program, -gain));
            gains.dedup_by_key(|(program, _)| *program);
            if gains.is_empty() {
                continue;
            }
            let mut gains = gains.into_iter().peekable();
            for hit in &mut *hits {
                while gains.next_if(|(program, _)| *program < hit.program).is_some() {}
                hit.score += gains
                    .next_if(|(program, _)| *program == hit.program)
                    .map_or(0, |(_, gain)| gain.saturating_mul(*words));
            }
        }
        for (words, programs) in &self.titled {
            for program in programs {
                if let Ok(at) = hits.binary_search_by_key(program, |hit| hit.program) {
                    hits[at].score += IS_TITLED.saturating_mul(*words);
                }
            }
        }
    }

    /// Removes the programs about what the query excludes, unless no other offered program would remain.
    pub(super) fn leave_out_denied(&self, columns: &Columns, hits: &mut Vec<Hit>) {
        let topics = self.left_out().flat_map(Concept::topics);
        let programs = topics.flat_map(|topic| columns.programs_of_topic(*topic).iter());
        let about: BTreeSet<ProgramIx> =
            programs.filter(|(_, link)| link.relation != Relation::Part).map(|(program, _)| program).collect();
        if about.is_empty() {
            return;
        }
        let is_left = |hit: &Hit| !about.contains(&hit.program);
        let is_offered = columns.offered();
        if hits.iter().any(|hit| is_left(hit) && is_offered(hit.program)) {
            hits.retain(is_left);
        }
    }

    /// Puts the programs last that have a part on what the query denies: a topic, a course or a skill.
    pub(super) fn put_touching_last<'c>(&self, columns: &Columns, courses: impl Fn() -> &'c Lexicon, hits: &mut [Hit]) {
        let mut touching = BTreeSet::new();
        for concept in self.left_out().filter(|concept| concept.is_understood()) {
            let programs = concept.topics().iter().flat_map(|topic| columns.programs_of_topic(*topic).iter());
            touching.extend(programs.map(|(program, _)| program));
            if let [word] = words(&concept.typed).as_slice() {
                for lexicon in [self.lexicon, courses()] {
                    let meaning = TermMatches::wholly(lexicon, word);
                    let phrases =
                        meaning.all_phrases(lexicon).filter(|own| says_what_is_taught(lexicon.phrase(*own).column));
                    for own in phrases {
                        lexicon.each_program_of(own, |program| {
                            touching.insert(ProgramIx(program));
                        });
                    }
                }
            }
        }
        for hit in hits.iter_mut().filter(|hit| touching.contains(&hit.program)) {
            hit.score -= FAR;
        }
    }

    /// Puts the programs first that are about what the query wants and also about who the person is.
    pub(super) fn put_for_person_first(&self, columns: &Columns, hits: &mut [Hit]) {
        if self.reading.who.is_empty() {
            return;
        }
        let links = self.concepts.iter().flat_map(|(_, topics)| topics).flat_map(Posting::iter);
        let about: BTreeSet<ProgramIx> =
            links.filter(|(_, link)| link.relation != Relation::Part).map(|(program, _)| program).collect();
        let wanted: Vec<ProgramIx> = hits.iter().map(|hit| hit.program).filter(|own| about.contains(own)).collect();
        for program in also_about(columns, &self.reading.who, &wanted) {
            if let Ok(at) = hits.binary_search_by_key(&program, |hit| hit.program) {
                hits[at].score += FAR;
            }
        }
    }

    /// Whether the query only says what is not wanted.
    pub(super) fn only_denies(&self) -> bool {
        self.reading.parts.is_empty() && !self.reading.denied.is_empty()
    }

    /// Returns what the query excludes, except what contains all wanted topics.
    fn left_out(&self) -> impl Iterator<Item = &Concept> {
        let wanted: Vec<TopicIx> = self.reading.parts.iter().flat_map(Part::topics).collect();
        self.reading.denied.iter().filter(move |own| !Vocabulary::embedded().is_any_above(own.topics(), &wanted))
    }

    /// Whether a word of the query means a topic, whether or not a program has it.
    pub(super) fn is_topic(&self, at: usize) -> bool {
        self.topics.get(at).is_some_and(|topics| !topics.is_empty())
    }

    /// Returns the other matches of a word of the query. If it is known to be a topic, guesses are left out, and if
    /// another word follows it, so are longer words that it begins: `car care` is not about careers.
    pub(super) fn meaning(
        &self,
        at: usize,
        words: &[String],
        lexicon: &Lexicon,
        former: &[Arc<TermMatches>],
    ) -> Arc<TermMatches> {
        let meaning = TermMatches::of(lexicon, words, at, former);
        match self.is_certain[at] {
            true if meaning.is_guess() => TermMatches::nothing(&words[at]),
            true if at + 1 < words.len() => meaning.of_whole_words(lexicon),
            _ => meaning,
        }
    }

    /// A word of the query, or a phrase after the words, with what it is searched in.
    pub(super) fn wanted<'w>(&'w self, at: usize, meaning: &'w TermMatches) -> Wanted<'w> {
        let topics = self.topics.get(at).map_or(&[][..], Vec::as_slice);
        Wanted { topics, ..Wanted::by_words(self.lexicon, meaning) }
    }

    /// Returns the fields that the query names, by their words, without those in which no word is understood.
    pub(super) fn fields(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.fields.iter().filter(|(_, understood)| !understood.is_empty()).map(|(words, _)| words)
    }

    /// The words of the objects of verbs: `mandarin` in `speak mandarin`.
    pub(super) fn objects(&self) -> &[Vec<usize>] {
        &self.objects
    }

    /// Returns the understood words of the fields; the others may only be the sentence around them.
    pub(super) fn understood(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.fields.iter().map(|(_, understood)| understood).filter(|words| !words.is_empty())
    }

    /// The number of words of the query; quoted phrases are numbered after them.
    pub(super) fn words(&self) -> usize {
        self.topics.len()
    }

    /// The words that are not understood, in fields with words that are.
    pub(super) fn not_understood(&self) -> Vec<usize> {
        let some = self.fields.iter().filter(|(_, understood)| !understood.is_empty());
        some.flat_map(|(all, known)| all.iter().copied().filter(|at| !known.contains(at))).collect()
    }

    /// Returns the things that a field names together: the purpose last, and of the others the rarest first, because it
    /// is the most specific: the fraud of *bank fraud investigator*. A language that no program teaches is left out.
    pub(super) fn sides(&self) -> Vec<&Side> {
        let is_taught = |side: &&Side| side.words.iter().all(|at| self.may_be_left_out(*at));
        let mut sides: Vec<&Side> = self.sides.iter().filter(is_taught).collect();
        sides.sort_by_key(|side| (side.is_purpose, side.programs));
        sides
    }

    /// Whether a word may be left out because no program has it.
    pub(super) fn may_be_left_out(&self, at: usize) -> bool {
        !self.untaught.contains(&at)
    }

    /// Whether the query contains words of grammar or of wishing, as sentences do.
    pub(super) fn is_sentence(&self) -> bool {
        self.reading.has_filler
    }

    /// Whether the query names several fields.
    pub(super) fn has_several_fields(&self) -> bool {
        self.reading.parts.len() > 1
    }
}

/// The things that a field names together; none if it names only one.
fn sides(asked: &Query, part: &Part, columns: &Columns) -> Vec<Side> {
    if part.concepts.len() < 2 {
        return Vec::new();
    }
    let reach = |own: &Concept| programs_of(own, columns);
    let sides = wanted_sides(part, reach, |programs| programs * SUBJECT_SHARE > columns.programs());
    let side = |own: &Concept| Side {
        typed: own.typed.clone(),
        words: places(asked, own),
        is_purpose: own.is_purpose,
        programs: reach(own),
    };
    sides.into_iter().map(side).collect()
}

/// The programs of each topic of a concept.
fn postings<'c>(concept: &Concept, columns: &'c Columns) -> Vec<Posting<'c>> {
    concept.topics().iter().map(|topic| columns.programs_of_topic(*topic)).collect()
}

/// Returns the concepts of a field that have a purpose; none if it names no purpose.
fn wanted_for(part: &Part) -> impl Iterator<Item = &Concept> {
    let understood = || part.concepts.iter().filter(|own| own.is_understood());
    let has_purpose = understood().any(|own| own.is_purpose && !own.is_within);
    understood().filter(move |own| has_purpose && !own.is_purpose)
}

/// The number of programs of a concept's topics.
fn programs_of(concept: &Concept, columns: &Columns) -> usize {
    postings(concept, columns).iter().map(Posting::len).sum()
}

/// Returns the wanted languages of a field that no program teaches.
fn untaught<'p>(part: &'p Part, columns: &Columns) -> impl Iterator<Item = &'p Concept> {
    let vocabulary = Vocabulary::embedded();
    part.concepts.iter().filter(|own| vocabulary.is_wanted_language(own) && programs_of(own, columns) == 0)
}

/// The programs about the topic with this name.
pub(super) fn about<'c>(columns: &'c Columns, word: &str) -> impl Iterator<Item = ProgramIx> + use<'c> {
    let topics = Vocabulary::embedded().called(word).into_iter();
    let programs = topics.flat_map(move |topic| columns.programs_of_topic(topic).iter());
    programs.filter(|(_, link)| link.relation == Relation::About).map(|(program, _)| program)
}

/// Returns the object of a verb: the last understood concept, because in English, Spanish and French an object follows
/// its verb. A concept counts as a verb if only another form of the word means a topic.
fn object(part: &Part) -> Option<&Concept> {
    let understood: Vec<&Concept> = part.concepts.iter().filter(|concept| concept.is_understood()).collect();
    let (last, before) = understood.split_last()?;
    (!before.is_empty() && before.iter().all(|concept| concept.is_other_form)).then_some(*last)
}

/// The words of the query that form a concept.
fn places(asked: &Query, concept: &Concept) -> Vec<usize> {
    let own = words(&concept.typed);
    (0..asked.words.len()).filter(|at| own.contains(&asked.words[*at])).collect()
}
