//! Reads the words of a wish as concepts and groups them into parts. Filler is dropped beside more specific words, and
//! everyday words beside another topic; a concept that is only a purpose is marked.

use std::ops::Range;

use super::activity::is_deed;
use super::concept::{Concept, Meaning, Part, Reading};
use super::denial::{is_wanting, may_begin_a_word};
use super::everyday::{is_everyday, is_everyday_verb, is_language_verb, is_possessive, is_setting, is_workplace};
use super::filler::{is_filler, is_role};
use super::phrases::{Found, How};
use super::tokens::{Joint, Token, key, tokens, widest_joint};
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::names::{fold, words};

/// The minimum length of a word that means a whole name beside other words; shorter ones, such as *big* or *social*,
/// are too often adjectives.
const MIN_NAMING_CHARS: usize = 7;

/// A concept with the separator before it.
pub(super) struct Read {
    concept: Concept,
    joint: Joint,
    is_filler: bool,
    is_everyday: bool,
    /// Filler directly after it.
    beside: Vec<String>,
}

/// Whether a word is a number that is not part of a name.
fn is_number(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Word(word) if word.chars().all(char::is_numeric))
}

/// A text, and the data to interpret it with.
pub(super) struct WishReader<'r> {
    pub(super) vocabulary: &'r Vocabulary,
    pub(super) text: &'r str,
    /// The subjects of the catalogue with their words.
    pub(super) subjects: Vec<(Vec<Token>, &'r str)>,
    /// Whether the catalogue has a word.
    pub(super) is_known: &'r dyn Fn(&str) -> bool,
}

impl WishReader<'_> {
    /// Returns the concepts, and whether any phrase without meaning was skipped.
    pub(super) fn concepts(&self, tokens: &[Token], is_corrected: &[bool]) -> (Vec<Read>, bool) {
        let (mut found, mut has_empty) = (Vec::new(), false);
        let mut at = 0;
        while at < tokens.len() {
            let (length, meaning, how) = self.longest(&tokens[at..]);
            if self.gives_way(&tokens[at..], length) {
                at += 1;
                continue;
            }
            let own = &tokens[at..at + length];
            has_empty |= meaning.is_none();
            let corrected = is_corrected[at..at + length].contains(&true).then(|| key(own));
            found.extend(meaning.map(|meaning| self.read(own, meaning, corrected, how)));
            at += length;
        }
        (found, has_empty)
    }

    /// Whether a phrase of `length` words at the beginning gives way to one that begins within it and ends after it,
    /// because its own first word is filler: *work with hospital data* is about *hospital data*.
    fn gives_way(&self, tokens: &[Token], length: usize) -> bool {
        let phrases = self.vocabulary.phrases();
        let is_longer = |start: usize| {
            let found = phrases.longest(&tokens[start..]).filter(|found| !found.topics.is_empty());
            found.is_some_and(|found| found.length > 1 && start + found.length > length)
        };
        length > 1 && is_filler(&tokens[0].word) && (1..length).any(is_longer)
    }

    /// A concept of some words with this meaning.
    fn read(&self, own: &[Token], meaning: Meaning, corrected: Option<String>, how: How) -> Read {
        let (first, is_one) = (&own[0], own.len() == 1);
        let place = first.place.start..own[own.len() - 1].place.end;
        let typed = self.text[place.clone()].to_owned();
        // `new` is not a form of *news*.
        let is_only_alike = is_one && how != How::Exactly && is_filler(&first.word) && !is_role(&first.word);
        let meaning = if is_only_alike { Meaning::Word(first.word.clone()) } else { meaning };
        let is_whom = first.is_purpose && is_role(&first.word) && matches!(meaning, Meaning::Topics { .. });
        let is_empty = is_one && is_filler(&first.word) && !self.is_abbreviation(first) && !is_whom;
        let is_filler = is_number(&meaning) || is_empty || is_one && may_begin_a_word(&first.word);
        let is_verb = || first.is_verb && is_everyday_verb(&first.word);
        let is_own_workplace = first.is_purpose && is_workplace(&key(own)) && self.is_possessed(place.start);
        let is_filler = is_filler || is_own_workplace;
        let is_everyday = is_setting(&key(own)) || is_one && (is_everyday(&first.word) || is_verb());
        let is_other_form = how == How::ByStem;
        let (is_purpose, is_within) = (first.is_purpose, first.is_within);
        let concept = Concept {
            place,
            typed,
            corrected,
            meaning,
            is_other_form,
            is_deed: is_one && is_deed(&first.word),
            is_purpose,
            is_within,
            is_hollow: false,
        };
        // The person who wants something and what is wanted are two fields: `electrician wants to do solar panels`.
        let joint = if is_filler && is_wanting(&first.word) { first.joint.max(Joint::Apart) } else { first.joint };
        Read { concept, joint, is_filler, is_everyday, beside: Vec::new() }
    }

    /// Whether the word before this position is a possessive of the user.
    fn is_possessed(&self, start: usize) -> bool {
        words(&self.text[..start]).last().is_some_and(|before| is_possessive(before))
    }

    /// Whether capitals show that a word is an abbreviation: `IT` of `something in IT`, unless all of the text is in
    /// capitals.
    fn is_abbreviation(&self, token: &Token) -> bool {
        let is_told_apart = self.text.chars().any(char::is_lowercase);
        token.is_capital && is_told_apart && self.vocabulary.phrases().is_capital(&token.word)
    }

    /// Reads the longest phrase or subject at the beginning of `tokens`. Returns its number of words, its meaning
    /// (`None` for a phrase of filler), and how it matched. A phrase wins over a shorter subject. A longer clipped
    /// phrase, or an activity worded as a verb with its object, wins over both.
    fn longest(&self, tokens: &[Token]) -> (usize, Option<Meaning>, How) {
        // A word of the catalogue is not another form of a word for a topic: `modelling` is not about models, nor
        // `cuentas` about tales.
        let is_own_word = |found: &Found| found.how >= How::InAnotherGender && (self.is_known)(&tokens[0].word);
        let topics = self.vocabulary.phrases().longest(tokens).filter(|found| found.length > 1 || !is_own_word(found));
        let subject = self.subject(tokens);
        let known = topics.as_ref().map(|found| found.length).max(subject.map(|(length, _)| length));
        let known = known.unwrap_or(0);
        let meant = self.vocabulary.clipped(tokens, known).or_else(|| self.vocabulary.activity(tokens, known));
        let meant = meant.or_else(|| self.vocabulary.inverted(self.text, tokens, known));
        if let Some((length, topics)) = meant {
            return (length, Some(Meaning::Topics { topics, subject: None }), How::InAnotherNumber);
        }
        match (topics, subject) {
            (Some(found), subject) if subject.is_none_or(|(length, _)| length <= found.length) => {
                let subject = subject.filter(|(length, _)| *length == found.length && found.how == How::Exactly);
                let subject = subject.map(|(_, subject)| subject.to_owned());
                let topics = found.topics;
                (found.length, (!topics.is_empty()).then_some(Meaning::Topics { topics, subject }), found.how)
            }
            (_, Some((length, subject))) => (length, Some(Meaning::Subject(subject.to_owned())), How::Exactly),
            _ => (1, Some(Meaning::Word(tokens[0].word.clone())), How::Exactly),
        }
    }

    /// Returns the longest subject that the words begin with, and its number of words.
    fn subject(&self, tokens: &[Token]) -> Option<(usize, &str)> {
        let begins = |words: &[Token]| {
            !words.is_empty()
                && words.len() <= tokens.len()
                && words.iter().zip(tokens).all(|(own, typed)| own.word == typed.word)
                && widest_joint(&tokens[..words.len()]) <= widest_joint(words)
        };
        let fitting = self.subjects.iter().filter(|(words, _)| begins(words));
        fitting.map(|(words, subject)| (words.len(), *subject)).max_by_key(|(length, _)| *length)
    }

    /// Groups concepts into parts. Filler is dropped if any other concept remains; if everything is filler, only the
    /// words that are understood are kept, if there are any.
    pub(super) fn reading(&self, mut concepts: Vec<Read>, denied: Vec<Concept>, is_shortened: bool) -> Reading {
        let all = concepts.len();
        self.mark_hollow(&mut concepts);
        if !denied.is_empty() && !concepts.iter().any(|read| read.concept.is_understood() || !read.is_filler) {
            // `anything except business` names nothing that is wanted.
            concepts.clear();
        }
        if concepts.iter().any(|read| !read.is_filler) {
            drop_filler(&mut concepts, |read| read.is_filler);
        } else if concepts.iter().any(|read| read.concept.is_understood()) {
            drop_filler(&mut concepts, |read| !read.concept.is_understood());
        } else if is_shortened || concepts.iter().any(|read| !is_number(&read.concept.meaning)) {
            // An age or a year does not say what is wanted.
            drop_filler(&mut concepts, |read| is_number(&read.concept.meaning));
        }
        self.drop_everyday(&mut concepts);
        let has_filler = is_shortened || concepts.len() < all;
        let is_choice = concepts.iter().skip(1).any(|read| read.joint == Joint::Choice);
        let mut parts: Vec<Part> = Vec::new();
        for read in concepts {
            match parts.last_mut().filter(|_| read.joint == Joint::None) {
                Some(part) => {
                    part.concepts.push(read.concept);
                    part.beside.extend(read.beside);
                }
                None => parts.push(Part {
                    place: 0..0,
                    typed: String::new(),
                    concepts: vec![read.concept],
                    beside: read.beside,
                }),
            }
        }
        if has_filler && parts.iter().any(Part::is_understood) {
            // In a sentence, several words that are not understood only surround the wish.
            parts.retain(|part| part.is_understood() || part.concepts.len() == 1);
        }
        if has_filler {
            // The common words that remain of a sentence are not a wish: `old` of *looking after old people*.
            parts.retain(|part| !part.is_only_common());
        }
        for part in &mut parts {
            self.complete(part);
            self.name_words(part);
            mark_purposes(part);
            self.lead_with_language(part);
            part.place = place_of(&part.concepts);
            self.text[part.place.clone()].clone_into(&mut part.typed);
            part.concepts.dedup_by(|b, a| a.meaning == b.meaning);
        }
        Reading { parts, is_choice, denied, has_filler, ..Reading::default() }
    }

    /// Marks single words that mean too little beside a word that is not understood.
    fn mark_hollow(&self, concepts: &mut [Read]) {
        let hollow: Vec<usize> = (1..concepts.len())
            .filter(|at| concepts[*at].joint == Joint::None)
            .filter_map(|at| self.hollow_of_two(&concepts[at - 1], &concepts[at]).map(|second| at - 1 + second))
            .collect();
        for at in hollow {
            concepts[at].concept.is_hollow = true;
        }
    }

    /// Returns which of two neighbours means too little beside the other, by its index.
    fn hollow_of_two(&self, first: &Read, second: &Read) -> Option<usize> {
        let (one, two) = (&first.concept, &second.concept);
        let between = fold(self.text.get(one.place.end..two.place.start)?);
        let between = between.trim_matches([' ', '-']);
        let is_single = |concept: &Concept| !concept.words().contains(' ') && concept.corrected.is_none();
        match (&one.meaning, &two.meaning) {
            (Meaning::Word(unknown), Meaning::Topics { topics, .. }) if between.is_empty() && is_single(two) => {
                self.vocabulary.is_hollow_behind(&fold(&two.typed), topics, unknown).then_some(1)
            }
            (Meaning::Topics { topics, .. }, Meaning::Word(unknown)) if is_single(one) && !is_filler(unknown) => {
                self.vocabulary.is_hollow_before(&fold(&one.typed), topics, between).then_some(0)
            }
            _ => None,
        }
    }

    /// Drops words that name a topic only incidentally, as `boss` in *my boss wants me to learn Excel* or `SMEs` in
    /// *accounting for SMEs*, if what is wanted is unrelated to that topic.
    fn drop_everyday(&self, concepts: &mut Vec<Read>) {
        let wanted = concepts.iter().filter(|read| !read.is_everyday).flat_map(|read| read.concept.topics());
        let wanted: Vec<TopicIx> = wanted.copied().collect();
        let is_near = |topic: &TopicIx| {
            let near = |other: &TopicIx| self.vocabulary.is_near(*topic, *other);
            wanted.iter().any(near)
        };
        if !wanted.is_empty() {
            drop_filler(concepts, |read| read.is_everyday && !read.concept.topics().iter().any(is_near));
        }
    }

    /// Reads who the person is, as far as that names topics.
    pub(super) fn who(&self, tokens: &[Token]) -> Vec<Concept> {
        let (read, _) = self.concepts(tokens, &vec![false; tokens.len()]);
        let is_telling = |read: &Read| !read.is_everyday && !read.concept.topics().is_empty();
        let (roles, named): (Vec<Read>, Vec<Read>) =
            read.into_iter().filter(is_telling).partition(|read| read.is_filler);
        // The `manager` of *hotel manager* says no more than what is managed; a *teacher* teaches.
        let told = if named.is_empty() { roles } else { named };
        told.into_iter().map(|read| Concept { is_purpose: false, ..read.concept }).collect()
    }

    /// Reads what is negated. Words that are not understood are dropped if others are. A word that names no topic alone
    /// may name one together with what is wanted: `marketing, not digital` excludes digital marketing.
    pub(super) fn denied(&self, tokens: &[Token], is_corrected: &[bool], wanted: &[Read]) -> Vec<Concept> {
        let (read, _) = self.concepts(tokens, is_corrected);
        let mut denied: Vec<Concept> =
            read.into_iter().filter(|read| !read.is_filler).map(|read| read.concept).collect();
        for concept in &mut denied {
            if let Meaning::Word(word) = &concept.meaning
                && let Some(meaning) = wanted.iter().find_map(|read| self.together(word, read.concept.words()))
            {
                concept.meaning = meaning;
            }
        }
        if denied.iter().any(Concept::is_understood) {
            denied.retain(Concept::is_understood);
        }
        denied.dedup_by(|b, a| a.meaning == b.meaning);
        denied
    }

    /// Returns what two words name together, in either order; `None` if nothing.
    fn together(&self, one: &str, other: &str) -> Option<Meaning> {
        let topics = |text: String| Some(self.vocabulary.phrases().called(&text)).filter(|topics| !topics.is_empty());
        let topics = topics(format!("{one} {other}")).or_else(|| topics(format!("{other} {one}")))?;
        Some(Meaning::Topics { topics, subject: None })
    }

    /// Reads a part that is not a single understood concept as one topic, if its words are some of the words of that
    /// topic's name. The topic must be one of those the part already means, or narrower than all of them.
    fn complete(&self, part: &mut Part) {
        if matches!(part.concepts.as_slice(), [only] if only.is_understood()) {
            return;
        }
        let words: Vec<Token> = part.concepts.iter().flat_map(|concept| tokens(concept.words())).collect();
        let meant = self.vocabulary.meant_by_some(words.iter().map(|token| token.word.as_str()));
        let is_within = |topic: TopicIx| {
            let above = self.vocabulary.broader(topic);
            part.topics().any(|known| known == topic) || part.topics().all(|known| above.contains(&known))
        };
        let Some(topic) = meant.filter(|topic| is_within(*topic)) else { return };
        let place = place_of(&part.concepts);
        let typed = self.text[place.clone()].to_owned();
        let meaning = Meaning::Topics { topics: vec![topic], subject: None };
        part.concepts = vec![Concept {
            place,
            typed,
            corrected: None,
            meaning,
            is_other_form: false,
            is_deed: false,
            is_purpose: false,
            is_within: false,
            is_hollow: false,
        }];
    }

    /// Reads a word that is no name of a topic as the only topic whose name contains it: `cannabis` of *Cannabis
    /// industry*. Beside words that are understood, it may mean something else.
    fn name_words(&self, part: &mut Part) {
        if part.concepts.len() == 1 || part.is_understood() {
            return;
        }
        for concept in &mut part.concepts {
            let Meaning::Word(word) = &concept.meaning else { continue };
            if word.chars().count() < MIN_NAMING_CHARS {
                continue;
            }
            if let Some(topic) = self.vocabulary.meant_by_some(std::iter::once(word.as_str())) {
                concept.meaning = Meaning::Topics { topics: vec![topic], subject: None };
            }
        }
    }

    /// Marks everything except the language that is written or read as its purpose: `write English emails`.
    fn lead_with_language(&self, part: &mut Part) {
        let is_verb = |own: &Concept| words(&own.typed).first().is_some_and(|word| is_language_verb(word));
        let is_language = |own: &Concept| self.vocabulary.is_language(own.topics());
        let verb = part.concepts.iter().position(is_verb);
        let language = part.concepts.iter().position(|own| is_language(own) && !own.is_purpose);
        if verb.zip(language).is_some_and(|(verb, language)| verb < language) {
            part.concepts.iter_mut().for_each(|own| own.is_purpose = !is_language(own));
        }
    }
}

/// Keeps the mark of a purpose only on concepts after the field itself.
fn mark_purposes(part: &mut Part) {
    let mut has_field = false;
    for concept in &mut part.concepts {
        concept.is_purpose &= has_field;
        has_field |= concept.is_understood();
    }
}

/// Drops concepts. A separator before a dropped concept is passed on to the next one that is kept, and filler directly
/// after a concept is recorded with it.
fn drop_filler(concepts: &mut Vec<Read>, is_dropped: impl Fn(&Read) -> bool) {
    let mut joint = Joint::None;
    let mut kept: Vec<Read> = Vec::with_capacity(concepts.len());
    for mut read in std::mem::take(concepts) {
        joint = joint.max(read.joint);
        if !is_dropped(&read) {
            read.joint = std::mem::replace(&mut joint, Joint::None);
            kept.push(read);
        } else if let Some(last) = kept.last_mut().filter(|_| joint == Joint::None) {
            last.beside.extend(words(&read.concept.typed));
        }
    }
    *concepts = kept;
}

fn place_of(concepts: &[Concept]) -> Range<usize> {
    let start = concepts.first().map_or(0, |concept| concept.place.start);
    start..concepts.last().map_or(start, |concept| concept.place.end)
}
