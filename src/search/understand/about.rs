//! The programs about a field: by its topics, by a subject of that name, and by words of titles, skills and courses.

use crate::catalog::{Catalog, ProgramIx};
use crate::names::content_words;
use crate::search::abbreviation::PhraseMatch;
use crate::search::field_matches::{FieldMatch, FieldMatches, Matches, Reason, all_of, in_order, joined};
use crate::search::filter::Facet;
use crate::search::index::Index;
use crate::search::lexicon::{Column, Lexicon, PhraseIx};
use crate::search::term_match::{How, TermMatches};
use crate::search::titled::{MAX_TITLED, is_name_of_own, said, titled_as_typed, titled_by};
use crate::search::topics::Relation;
use crate::topics::{Concept, Meaning as Understanding, Part, TopicIx, is_common, is_correct, is_filler};

/// Minimum length of a prefix that counts, in characters; shorter ones say too little about a program.
const MIN_START_CHARS: usize = 4;

impl Index {
    /// Returns the programs that match all concepts of a field.
    pub(in crate::search) fn by_all_words(&self, catalog: &Catalog, part: &Part) -> Matches {
        let concepts: Vec<Matches> = part.concepts.iter().map(|own| self.of_concept(catalog, own)).collect();
        all_for(part.concepts.iter().zip(&concepts))
    }

    /// Returns the programs that match all concepts of a field, or have all of its words in their titles. If none of
    /// them is offered, words that are neither topics nor subjects are ignored; if that is not enough, one concept
    /// suffices. Programs that match everything stay, even if they are no longer offered.
    pub(in crate::search) fn by_words(&self, catalog: &Catalog, part: &Part) -> FieldMatches {
        if let [only] = part.concepts.as_slice()
            && only.is_understood()
        {
            return FieldMatches { matches: self.of_only(catalog, only), ..FieldMatches::default() };
        }
        let mut concepts: Vec<(bool, Matches)> =
            part.concepts.iter().map(|concept| (concept.is_understood(), self.of_concept(catalog, concept))).collect();
        let all = all_for(part.concepts.iter().zip(concepts.iter().map(|(_, found)| found)));
        let all = joined(all, self.titled(catalog, part));
        if self.is_any_taught(&all) && !self.only_touch_each(part, &all, &concepts) {
            return FieldMatches { matches: all, ..FieldMatches::default() };
        }
        concepts.retain(|(is_understood, _)| *is_understood);
        let understood = all_of(concepts.iter().map(|(_, found)| found));
        if self.is_any_taught(&understood) && !self.only_touch_each(part, &understood, &concepts) {
            return FieldMatches {
                matches: joined(understood, all),
                ignored: ignored(part),
                ..FieldMatches::default()
            };
        }
        let any = self.by_any(catalog, part);
        if self.is_any_taught(&any.matches) || all.is_empty() {
            return FieldMatches { matches: joined(any.matches, all), ..any };
        }
        FieldMatches { matches: all, ..FieldMatches::default() }
    }

    /// Returns the programs that match one of the wanted concepts.
    pub(super) fn by_any(&self, catalog: &Catalog, part: &Part) -> FieldMatches {
        let sides = self.telling(catalog, part).into_iter().map(|concept| self.of_concept(catalog, concept));
        let matches = sides.fold(Matches::new(), joined);
        FieldMatches { matches, is_partial: true, ignored: ignored(part), ..FieldMatches::default() }
    }

    /// The programs of which a course or a skill has all words of a concept.
    pub(super) fn said_in_part(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        let mut said = self.saying(catalog, concept);
        said.retain(|(_, found)| matches!(found.reason, Reason::Course(_) | Reason::Skill(_)));
        said
    }

    /// The programs of which the title, a course or a skill has all words of a concept.
    fn saying(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        let words: Vec<String> = content_words(concept.corrected.as_deref().unwrap_or(&concept.typed)).collect();
        let lexicon = self.lexicon(catalog);
        let of_word = |word: &String| self.of_meaning(catalog, word, &TermMatches::wholly(lexicon, word));
        let all: Vec<Matches> = words.iter().map(of_word).collect();
        all_of(all.iter())
    }

    /// Whether the offered programs that match everything only have a part on each of several understood concepts. Such
    /// a program is about none of them, so programs about a single one are shown as well.
    fn only_touch_each(&self, part: &Part, all: &Matches, concepts: &[(bool, Matches)]) -> bool {
        let is_offered = self.columns.offered();
        let is_touched = |program: ProgramIx| {
            let own = concepts.iter().map(|(_, found)| found.binary_search_by_key(&program, |(own, _)| *own));
            let mut own = own.zip(concepts);
            own.all(|(at, (_, found))| at.is_ok_and(|at| found[at].1.relation == Relation::Part))
        };
        part.concepts.len() > 1
            && part.concepts.iter().all(|own| own.is_understood() && !own.is_purpose)
            && all.iter().filter(|(program, _)| is_offered(*program)).all(|(program, _)| is_touched(*program))
    }

    /// Whether any of the programs is still taught.
    pub(in crate::search) fn is_any_taught(&self, matches: &Matches) -> bool {
        let is_offered = self.columns.offered();
        matches.iter().any(|(program, _)| is_offered(*program))
    }

    /// The programs whose titles have all of several words of a field, whatever the words mean.
    pub(super) fn titled(&self, catalog: &Catalog, part: &Part) -> Matches {
        let wanted: Vec<String> = content_words(&part.typed).filter(|word| !is_filler(word)).collect();
        if wanted.len() < 2 || part.concepts.len() < 2 {
            return Matches::new();
        }
        let all: Vec<Matches> = wanted.iter().map(|word| self.with_word_in_title(catalog, word)).collect();
        all_of(all.iter())
    }

    fn with_word_in_title(&self, catalog: &Catalog, word: &str) -> Matches {
        let lexicon = self.lexicon(catalog);
        in_order(titled_by(lexicon, meaning_in(lexicon, word).all_phrases(lexicon), word))
    }

    pub(super) fn of_concept(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        match &concept.meaning {
            Understanding::Topics { topics, subject } => {
                let found = topics.iter().map(|topic| self.of_topic(*topic));
                let found = found.fold(Matches::new(), joined);
                let subject = subject.as_ref().map(|subject| self.of_subject(subject, Relation::Part));
                joined(joined(self.begun_by(catalog, concept), found), subject.unwrap_or_default())
            }
            Understanding::Subject(subject) => self.of_subject(subject, Relation::About),
            Understanding::Word(word) => self.of_word(catalog, word),
        }
    }

    /// Returns the programs of the only concept that was typed, together with those that have its words in their
    /// titles: the vocabulary has `ports` as a synonym of transport, and *Water and Ports* is about ports.
    fn of_only(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        joined(self.titled_as_typed(catalog, concept), self.of_concept(catalog, concept))
    }

    /// The programs whose titles have the words of a topic.
    fn titled_as_typed(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        titled_as_typed(self.lexicon(catalog), concept)
    }

    /// Returns the programs, if few, whose titles begin with the words of a topic that has another name: *Nitrogen
    /// Management Essentials* for `nitrogen`, a synonym of a topic of many programs.
    fn begun_by(&self, catalog: &Catalog, concept: &Concept) -> Matches {
        let lexicon = self.lexicon(catalog);
        let wanted: Vec<String> = content_words(&concept.typed).collect();
        let Some(first) = wanted.first().and_then(|first| lexicon.find(first)) else { return Matches::new() };
        if concept.corrected.is_some() || is_name_of_own(concept, &wanted) {
            return Matches::new();
        }
        let is_begun = |phrase: &PhraseIx| {
            let own = said(lexicon, *phrase);
            own.len() >= wanted.len() && own.iter().zip(&wanted).all(|(own, wanted)| own == wanted)
        };
        let found = titled_by(lexicon, lexicon.phrases_of(first).iter().filter(is_begun), &concept.typed);
        if found.len() > MAX_TITLED { Matches::new() } else { in_order(found) }
    }

    pub(super) fn of_topic(&self, topic: TopicIx) -> Matches {
        let programs = self.columns.programs_of_topic(topic);
        let found = |relation| FieldMatch { relation, reason: Reason::Topic(topic) };
        programs.iter().map(|(program, link)| (program, found(link.relation))).collect()
    }

    /// Returns the programs of a subject. A subject that is not a program's first one counts as a part.
    fn of_subject(&self, subject: &str, main: Relation) -> Matches {
        let found = |is_main| FieldMatch {
            relation: if is_main { main } else { Relation::Part },
            reason: Reason::Subject(subject.to_owned()),
        };
        let programs = self.columns.programs_with(Facet::Field, subject);
        programs.map(|(program, place)| (program, found(place == 0))).collect()
    }

    /// Returns the programs that contain a word, longer words that start with it, or the word it misspells. A common
    /// word must be in a title: *old* in a single course says little about a program.
    fn of_word(&self, catalog: &Catalog, word: &str) -> Matches {
        let mut found = self.of_meaning(catalog, word, &meaning_in(self.lexicon(catalog), word));
        found.retain(|(_, found)| found.relation == Relation::About || !is_common(word));
        found
    }

    /// Returns the programs that contain a word with these matches. A word in the title means that the program is about
    /// it; in a skill or a course it counts as a part.
    fn of_meaning(&self, catalog: &Catalog, word: &str, meaning: &TermMatches) -> Matches {
        let (lexicon, courses) = (self.lexicon(catalog), self.courses(catalog));
        let mut matches = Matches::new();
        let mut add = |program: u32, relation, reason: Reason| {
            matches.push((ProgramIx(program), FieldMatch { relation, reason }));
        };
        for (phrase, said) in said_as(lexicon, meaning, word) {
            let (relation, reason) = match lexicon.phrase(phrase).column {
                Column::Title => (Relation::About, Reason::Title(said.to_owned())),
                Column::Skill => (Relation::Part, Reason::Skill(said.to_owned())),
                _ => continue,
            };
            lexicon.each_program_of(phrase, |program| add(program, relation, reason.clone()));
        }
        for phrase in TermMatches::wholly(courses, word).all_phrases(courses) {
            courses.each_program_of(phrase, |program| add(program, Relation::Part, Reason::Course(word.to_owned())));
        }
        in_order(matches)
    }
}

/// The programs that match all concepts. What something is only wanted for decides whether a program matches, and not how:
/// of the programs that have to do with economics, those that are about mathematics are what `maths for economists` asks
/// for, and not those about economics with a part on mathematics.
fn all_for<'m>(concepts: impl Iterator<Item = (&'m Concept, &'m Matches)> + Clone) -> Matches {
    let fields = concepts.clone().filter(|(own, _)| !own.is_purpose).map(|(_, found)| found);
    let purposes = concepts.filter(|(own, _)| own.is_purpose).map(|(_, found)| found);
    let (mut all, purposes): (Matches, Vec<&Matches>) = (all_of(fields), purposes.collect());
    let has = |found: &Matches, program: ProgramIx| found.binary_search_by_key(&program, |(own, _)| *own).is_ok();
    all.retain(|(program, _)| purposes.iter().all(|found| has(found, *program)));
    all
}

/// Returns the phrases that a word matches, each with the matching word: `span` begins *Spanish*.
fn said_as<'l>(
    lexicon: &'l Lexicon,
    meaning: &'l TermMatches,
    word: &'l str,
) -> impl Iterator<Item = (PhraseIx, &'l str)> {
    let of_terms = meaning.terms.iter().flat_map(move |found| {
        let said = if found.how == How::Start || found.how == How::Slip { lexicon.term(found.term) } else { word };
        lexicon.phrases_of(found.term).iter().map(move |phrase| (phrase, said))
    });
    meaning.phrases.iter().map(move |found| (found.phrase, word)).chain(of_terms)
}

/// The words of a field that are neither topics nor subjects.
fn ignored(part: &Part) -> Vec<String> {
    part.concepts.iter().filter(|own| !own.is_understood()).map(|own| own.typed.clone()).collect()
}

/// Returns the matches of a field's word in titles: the word itself, longer words that start with it, or the word it
/// misspells. A word that is known to be correct misspells no other.
fn meaning_in(lexicon: &Lexicon, word: &str) -> TermMatches {
    let mut meaning = (*TermMatches::of(lexicon, &[word.to_owned()], 0, &[])).clone();
    let is_long = word.chars().count() >= MIN_START_CHARS;
    meaning.terms.retain(|found| match found.how {
        How::Whole => true,
        How::Slip => !is_correct(word),
        How::Start => is_long && !is_common(word),
        How::Part | How::Scattered => false,
    });
    if meaning.terms.iter().any(|found| found.how == How::Whole) {
        meaning.terms.retain(|found| found.how == How::Whole);
    }
    meaning.phrases.retain(PhraseMatch::is_known);
    meaning
}
