//! Who a person is beside what they want: *nurse, statistics*, *I'm a nurse, statistics please*, *statistics as a nurse*.
//! It is no field of its own: it says which programs on what is wanted come first. This file knows the forms of these
//! sentences and asks the vocabulary whether words name a topic. What a person leaves is in [`origin`](super::origin).

use std::ops::Range;

use super::denial::{is_denying, is_wishing};
use super::filler::{is_filler, is_grammar};
use super::persons::{is_business, is_own, is_person};
use super::purpose::leads_to_purpose;

/// The most words that say who a person is.
const MAX_PERSON: usize = 6;
/// Words that lead from who a person is to what they want, without a sign between.
#[rustfmt::skip] // a table reads by its rows
const FOLLOWING: [&str; 8] = ["needs", "needing", "learning", "seeking", "studying", "curious", "keen", "wondering"];
/// Words after which *as a nurse* says what somebody wants to be.
#[rustfmt::skip] // a table reads by its rows
const BEING: [&str; 16] = [
    "work", "working", "works", "job", "jobs", "career", "careers", "start", "starting", "position", "employed", "role",
    "qualify", "train", "future", "life",
];

/// Words at which the wish of a person begins who has said what they are.
#[rustfmt::skip] // a table reads by its rows
pub(super) const WISH: [&str; 36] = [
    "want", "wants", "wanna", "wanting", "looking", "look", "moving", "move", "switch", "switching", "transition",
    "transitioning", "trying", "try", "become", "becoming", "hoping", "hope", "interested", "considering", "need",
    "would", "quiero", "veux", "quero", "mochte", "quisiera", "gustaria", "voudrais", "aimerais", "souhaite",
    "gostaria", "queria", "voglio", "vorrei", "хочу",
];
/// Words for what a person has studied.
pub(super) const DEGREES: [&str; 6] = ["degree", "bsc", "msc", "phd", "diploma", "doctorate"];
/// The words among which what a person has studied is said to be a degree.
const MAX_STUDIED: usize = 9;

/// A text as folded words, with what is known of them.
pub(super) struct Told<'t> {
    pub(super) words: &'t [&'t str],
    /// Whether a clause ends before the word at an index.
    pub(super) is_parted: &'t dyn Fn(usize) -> bool,
    /// Whether a range of the words names a topic.
    pub(super) is_topic: &'t dyn Fn(Range<usize>) -> bool,
}

impl Told<'_> {
    /// The words that say who the person is, if the others name what they want.
    pub(super) fn person(&self) -> Option<Range<usize>> {
        self.first().or_else(|| self.last()).or_else(|| self.as_person()).or_else(|| self.for_business())
    }

    fn len(&self) -> usize {
        self.words.len()
    }

    /// *Nurse, statistics*; *nurse learning statistics*.
    fn first(&self) -> Option<Range<usize>> {
        let mut end = 0;
        let is_who = |range: Range<usize>| self.is_person_phrase(range.clone()) || self.is_business_phrase(range);
        while let Some(next) = self.clause_end(end).filter(|next| is_who(end..*next)) {
            end = next;
        }
        if end == 0 {
            let leads = |at: &usize| FOLLOWING.contains(&self.words[*at]) || WISH.contains(&self.words[*at]);
            end = (1..self.len().min(MAX_PERSON + 1)).find(leads).filter(|at| is_who(0..*at))?;
        }
        // Several persons are several fields.
        if self.is_person_phrase(end..self.len()) {
            return None;
        }
        self.told(0..end, end..self.len())
    }

    /// *Statistics, I'm a nurse*.
    fn last(&self) -> Option<Range<usize>> {
        let begins = |at: &usize| (self.is_parted)(*at) && said_to_be(&self.words[*at..]).is_some();
        let start = (1..self.len()).find(begins)?;
        let end = self.clause_end(start).unwrap_or(self.len());
        let goes_on = |word: &&str| WISH.contains(word) || is_wishing(word);
        if self.words[start..end].iter().any(goes_on) || !(self.is_topic)(0..start) {
            return None;
        }
        let is_who = (self.is_topic)(start..end) || self.words[start..end].iter().any(|word| is_person(word));
        is_who.then_some(start..end)
    }

    /// *Statistics as a nurse*.
    fn as_person(&self) -> Option<Range<usize>> {
        let is_as = |at: &usize| self.words[*at] == "as" && matches!(self.words.get(at + 1), Some(&("a" | "an")));
        let at = (1..self.len()).find(is_as).filter(|at| !BEING.contains(&self.words[at - 1]))?;
        let end = self.clause_end(at).unwrap_or(self.len());
        (self.is_person_phrase(at + 1..end) && (self.is_topic)(0..at)).then_some(at..end)
    }

    /// *Statistics for my small bakery*.
    fn for_business(&self) -> Option<Range<usize>> {
        let leads = |at: &usize| leads_to_purpose(self.words[at - 1], self.words[*at]);
        let at = (1..self.len()).find(leads)?;
        let end = self.clause_end(at).unwrap_or(self.len());
        (self.is_business_phrase(at + 1..end) && (self.is_topic)(0..at)).then_some(at..end)
    }

    /// Whether words name a business of the user: *our family farm*, *a small law firm in Kenya*.
    fn is_business_phrase(&self, range: Range<usize>) -> bool {
        let words = &self.words[range];
        let start = usize::from(words.first().is_some_and(|word| matches!(*word, "a" | "una" | "une" | "un" | "eine")));
        let rest = &words[start.min(words.len())..];
        let place = rest.iter().skip(1).position(|word| is_grammar(word)).map_or(rest.len(), |at| at + 1);
        words.len() <= MAX_PERSON
            && rest.first().is_some_and(|word| is_own(word))
            && rest[..place].iter().any(|word| is_business(word))
    }

    fn told(&self, person: Range<usize>, rest: Range<usize>) -> Option<Range<usize>> {
        (self.is_topic)(rest).then_some(person)
    }

    /// The index after the last word of the clause that begins at `start`; `None` for the last clause.
    fn clause_end(&self, start: usize) -> Option<usize> {
        (start + 1..self.len()).find(|at| (self.is_parted)(*at))
    }

    /// Whether words only name a person, with or without where: *primary school teacher in Kenya*.
    fn is_person_phrase(&self, range: Range<usize>) -> bool {
        let words = &self.words[range.clone()];
        let says_more = |at: usize| {
            let before = at.checked_sub(1).map_or("", |before| words[before]);
            leads_to_purpose(before, words[at]) || is_denying(words[at]) || is_wishing(words[at])
        };
        if words.len() > MAX_PERSON || (0..words.len()).any(says_more) {
            return false;
        }
        let place = words.iter().skip(1).position(|word| is_grammar(word) && *word != "the").map(|at| at + 1);
        let named = place.unwrap_or(words.len());
        let Some(head) = words[..named].iter().rposition(|word| is_person(word)) else { return false };
        let is_beside = |at: usize| {
            let at = range.start + at;
            words[at - range.start] == "here" || !is_filler(words[at - range.start]) && !(self.is_topic)(at..at + 1)
        };
        named == head + 1 || named == head + 2 && is_beside(head + 1)
    }
}

/// The number of words at the beginning that say that what follows is what a person is or was.
pub(super) fn said_to_be(words: &[&str]) -> Option<usize> {
    let is_article =
        |at: usize| words.get(at).is_some_and(|word| matches!(*word, "a" | "an" | "the" | "un" | "une" | "uma"));
    let is_degree = words.iter().take(MAX_STUDIED).any(|word| DEGREES.contains(word));
    match words {
        ["i", "am" | "was" | "ve" | "have" | "did" | "got", ..] if is_article(2) && is_degree => Some(3),
        ["i", "am" | "was" | "ve", ..] if is_article(2) => Some(3),
        // *Teach physics* is one thing.
        ["i", "teach" | "taught", ..] => Some(1),
        ["im" | "am" | "was" | "currently" | "as", ..] if is_article(1) => Some(2),
        ["used", "to", "be", ..] => Some(if is_article(3) { 4 } else { 3 }),
        ["worked" | "working" | "work", "as" | "in", ..] | ["i", "run" | "manage" | "own" | "sell", ..] => {
            Some(if is_article(2) { 3 } else { 2 })
        }
        ["i", "studied" | "graduated", ..]
        | ["estudie" | "estudei", ..]
        | ["je", "suis" | "travaille", ..]
        | ["ich", "bin" | "arbeite", ..]
        | ["eu", "sou", ..]
        | ["background", "in", ..]
        | [
            "trabajo" | "trabaje" | "trabajaba" | "trabalho" | "trabalhei" | "lavoro",
            "como" | "en" | "de" | "em" | "come" | "in",
            ..,
        ] => Some(2),
        ["soy" | "sou" | "sono", ..] => Some(if is_article(1) { 2 } else { 1 }),
        _ => None,
    }
}
