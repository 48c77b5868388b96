//! Where a person comes from: *from accounting to data science*, *de enfermera a programadora*, *I was a cook and want
//! to become a project manager*. What a person leaves is not wanted, so it is skipped, but only if the rest names
//! something that can be wanted. This file has the words of such sentences; the vocabulary decides whether words name a
//! topic.

use std::ops::Range;

use super::denial::is_wishing;
use super::everyday::is_everyday;
use super::filler::is_filler;
use super::person::{DEGREES, Told, WISH, said_to_be};
use super::persons::is_person;
use super::tokens::tokens;
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::names::placed_words;

/// Words before what a person leaves, if another word leads to what they want.
const FROM: [&str; 10] = ["from", "de", "du", "des", "del", "von", "vom", "da", "do", "desde"];
/// Words that lead from what a person leaves to what they want.
const TO: [&str; 14] =
    ["to", "into", "towards", "toward", "a", "al", "para", "hacia", "vers", "zu", "zum", "zur", "in", "fur"];
/// The English ones of these words, which have no other meaning in another language.
const ENGLISH_TO: [&str; 4] = ["to", "into", "towards", "toward"];
/// Words for changing from one thing to another.
#[rustfmt::skip] // a table reads by its rows
const MOVING: [&str; 52] = [
    "switch", "switching", "switched", "move", "moving", "moved", "transition", "transitioning", "transitioned",
    "change", "changing", "changed", "pivot", "pivoting", "pivoted", "shift", "shifting", "going", "go", "coming",
    "come", "turned", "turning", "retrain", "retraining", "jump", "jumping", "pasar", "paso", "cambiar", "cambio",
    "cambiarme", "saltar", "moverme", "transicion", "reconversion", "passer", "passage", "mudar", "mudanca",
    "migrar", "transicao", "wechsel", "wechseln", "umstieg", "umsteigen", "umschulung", "passare", "passaggio",
    "cambiare", "evolve", "evolving",
];
/// Words for leaving.
const LEAVING: [&str; 9] = ["leaving", "leave", "left", "quit", "quitting", "dejar", "dejando", "quitter", "quittant"];
/// Words between what is left and what is wanted, after a word for leaving.
const FOR: [&str; 12] = ["for", "to", "por", "para", "pour", "and", "y", "e", "et", "und", "a", "fur"];
/// Words for what a person has been.
const FORMER: [&str; 9] =
    ["ex", "former", "formerly", "retired", "antiguo", "antigua", "ancien", "ancienne", "ehemaliger"];
/// Words between a person and what they turn to.
#[rustfmt::skip] // a table reads by its rows
const TURNING_TO: [&str; 14] = [
    "moving", "transitioning", "switching", "pivoting", "changing", "shifting", "looking", "turning", "turned",
    "becoming", "retraining", "going", "hoping", "aspiring",
];
/// Signs between two clauses.
const CLAUSE_ENDS: [char; 8] = [',', ';', '.', ':', '–', '—', '(', '，'];
/// Words between a person and what they want.
const WHO: [&str; 4] = ["who", "que", "qui", "che"];
/// First-person pronouns.
const PERSON: [&str; 6] = ["i", "we", "yo", "je", "eu", "ich"];
/// Conjunctions between what a person does and what they want.
const JOINING: [&str; 9] = ["and", "but", "y", "pero", "et", "mais", "e", "und", "aber"];
/// Words for what a person wants to become, as opposed to what they want to add to their work.
#[rustfmt::skip] // a table reads by its rows
const TO_WORK: [&str; 26] = [
    "become", "be", "work", "into", "move", "switch", "change", "retrain", "ser", "trabajar", "cambiar", "pasar",
    "convertirme", "devenir", "travailler", "passer", "changer", "virar", "trabalhar", "mudar", "werden", "arbeiten",
    "wechseln", "go", "start", "being",
];
/// Words of what a person has been.
#[rustfmt::skip] // a table reads by its rows
const PAST: [&str; 15] = [
    "was", "ve", "used", "worked", "background", "trabaje", "trabajaba", "trabalhei", "did", "got", "have", "studied",
    "graduated", "estudie", "estudei",
];
/// The most words of *I used to be a*.
const MAX_BEING: usize = 4;
/// The first words of a wish, which say whether it is for other work.
const MAX_TURN: usize = 4;
/// The Chinese *I am*, which is joined to its noun.
const CHINESE_BEING: &str = "我是";
/// The most words that say what a person is, behind *I am* or the like.
const MAX_TOLD: usize = 10;
/// The maximum number of words that name what a person leaves.
const MAX_ORIGIN: usize = 6;

/// The words of what a person leaves, together with those that lead to what they want.
type Left = Range<usize>;

/// What a text says about the person beside what they want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// The byte range in the text, with the words that lead to what they want.
    pub(super) place: Range<usize>,
    /// Whether the person leaves it; otherwise they stay what they are, and the rest is for them.
    pub(super) is_left: bool,
}

impl Vocabulary {
    /// Returns the topics of what a person leaves: accounting, of *from accounting to data science*. Empty if the text
    /// names nothing of the kind, or if the vocabulary does not know it.
    pub fn origin_topics(&self, text: &str) -> Vec<TopicIx> {
        let left = self.origin(text).map(|own| tokens(&text[own.place])).unwrap_or_default();
        let phrase = |at: usize| {
            let found = self.phrases().longest(&left[at..]).filter(|found| !found.topics.is_empty())?;
            (found.length > 1 || !is_filler(&left[at].word)).then_some(found.topics)
        };
        (0..left.len()).find_map(phrase).unwrap_or_default()
    }

    /// Returns what a text says about the person: where they come from, or who they are.
    pub(super) fn origin(&self, text: &str) -> Option<Origin> {
        let placed = placed_words(text);
        let words: Vec<&str> = placed.iter().map(|(word, _)| word.as_str()).collect();
        let named = |range: Range<usize>| {
            let place = placed.get(range.start)?.1.start..placed.get(range.end.checked_sub(1)?)?.1.end;
            Some(self.names_a_topic(text.get(place)?))
        };
        let is_topic = |range: Range<usize>| named(range).unwrap_or(false);
        let is_parted = |at: usize| {
            let between = at.checked_sub(1).and_then(|before| text.get(placed[before].1.end..placed[at].1.start));
            between.is_some_and(|between| between.contains(CLAUSE_ENDS) || between.trim() == "-")
        };
        let left = origin(&words, &is_topic).or_else(|| person_then_wish(&words, &is_parted, &is_topic));
        let known = left.or_else(|| person_then_field(&words, &is_parted, &is_topic));
        let told = Told { words: &words, is_parted: &is_parted, is_topic: &is_topic };
        let own = known.or_else(|| told.person())?;
        let is_left = leaves_it(&words, &own);
        Some(Origin { place: placed[own.start].1.start..placed[own.end - 1].1.end, is_left })
    }

    /// Whether some words of a text are a phrase of the vocabulary other than filler or an everyday word.
    pub(super) fn names_a_topic(&self, text: &str) -> bool {
        let tokens = self.parted(tokens(text));
        let is_telling = |word: &str| !is_filler(word) && !is_everyday(word);
        let mut at = 0;
        while at < tokens.len() {
            match self.phrases().longest(&tokens[at..]) {
                // A phrase of filler, such as *want a promotion*.
                Some(found) if found.topics.is_empty() => at += found.length,
                Some(found) if !tokens[at].is_negator && (found.length > 1 || is_telling(&tokens[at].word)) => {
                    return true;
                }
                _ => at += 1,
            }
        }
        false
    }
}

/// Finds what the person leaves; `is_topic` says whether a range of the words names a topic.
fn origin(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let ways: [&dyn Fn() -> Option<Left>; 8] = [
        &|| from_to(words, is_topic),
        &|| left_for(words, is_topic),
        &|| person_turning(words, is_topic),
        &|| person_who_wants(words, is_topic),
        &|| who_wants(words, is_topic),
        &|| doing_and_wanting(words, is_topic),
        &|| former(words, is_topic),
        &|| to_from(words, is_topic),
    ];
    ways.iter().find_map(|way| way())
}

/// *From X to Y*, also without *from* after a word for changing. In languages other than English, the words have many
/// other meanings, so they count only at the beginning, or after a word for changing.
fn from_to(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    (0..words.len()).find_map(|at| {
        let before = at.checked_sub(1).map(|before| words[before]);
        let is_after_move = before.is_some_and(|before| MOVING.contains(&before));
        let is_english = words[at] == "from";
        let is_from = FROM.contains(&words[at]) && (is_english || at == 0 || is_after_move);
        let is_bare = MOVING.contains(&words[at]);
        let leads: &[&str] = if is_english || is_bare { &ENGLISH_TO } else { &TO };
        let to = led_to(words, at, leads).filter(|_| is_from || is_bare)?;
        let is_left = if is_from { is_english || is_topic(at + 1..to) } else { is_topic(at + 1..to) };
        let start = if is_from && is_after_move { at - 1 } else { at };
        (is_left && is_topic(to + 1..words.len())).then_some(start..to + 1)
    })
}

/// *Leaving X for Y*.
fn left_for(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let at = words.iter().position(|word| LEAVING.contains(word))?;
    let to = led_to(words, at, &FOR)?;
    (is_topic(at + 1..to) && is_topic(to + 1..words.len())).then_some(at..to + 1)
}

/// *X turned Y*, *X moving to Y*, at the beginning.
fn person_turning(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let at = words.iter().take(MAX_ORIGIN).position(|word| TURNING_TO.contains(word)).filter(|at| *at > 0)?;
    (is_topic(0..at) && is_topic(at + 1..words.len())).then_some(0..at + 1)
}

/// *I was an X and want to become Y*.
fn person_who_wants(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let at = (0..words.len()).find_map(|at| said_to_be(&words[at..]).map(|length| at + length))?;
    let most = words.len().min(at + MAX_TOLD + 1);
    let wish = (at + 1..most).find(|wish| WISH.contains(&words[*wish]))?;
    (is_who(words, at..wish, is_topic) && is_topic(wish..words.len())).then_some(at..wish)
}

/// *X who wants Y*, at the beginning.
fn who_wants(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let most = words.len().min(MAX_ORIGIN + 2);
    let wish = (2..most).find(|at| WISH.contains(&words[*at]) && WHO.contains(&words[at - 1]))?;
    (is_who(words, 0..wish, is_topic) && is_topic(wish..words.len())).then_some(0..wish)
}

/// Whether some words say who a person is: they name what the person does, or a person.
fn is_who(words: &[&str], range: Range<usize>, is_topic: &impl Fn(Range<usize>) -> bool) -> bool {
    is_topic(range.clone()) || words[range].iter().any(|word| is_person(word))
}

/// *I am an X, Y please*.
fn person_then_field(
    words: &[&str],
    is_parted: &impl Fn(usize) -> bool,
    is_topic: &impl Fn(Range<usize>) -> bool,
) -> Option<Left> {
    let is_being = matches!(
        words,
        ["i", "am" | "work", ..] | ["im" | "soy" | "sou" | "sono", ..] | ["je", "suis", ..] | ["ich", "bin", ..]
    );
    if words.first().is_some_and(|word| word.starts_with(CHINESE_BEING)) && words.len() > 1 && is_parted(1) {
        return (is_topic(0..1) && is_topic(1..words.len())).then_some(0..1);
    }
    let start = said_to_be(words).filter(|_| is_being)?;
    let most = words.len().min(start + MAX_ORIGIN);
    let end = (start + 1..most).find(|at| is_parted(*at))?;
    (is_who(words, start..end, is_topic) && is_topic(end..words.len())).then_some(0..end)
}

/// *I drive an X and want to work in Y*. What a person likes is not what they leave.
fn doing_and_wanting(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let subject = words.iter().take(2).position(|word| PERSON.contains(word))?;
    let most = words.len().min(subject + MAX_ORIGIN + 3);
    let is_wish = |at: &usize| JOINING.contains(&words[at - 1]) && WISH.contains(&words[*at]);
    let wish = (subject + 2..most).find(is_wish)?;
    leaves(words, subject + 1..wish, is_topic)
}

/// *X, want to get into Y*.
fn person_then_wish(
    words: &[&str],
    is_parted: &impl Fn(usize) -> bool,
    is_topic: &impl Fn(Range<usize>) -> bool,
) -> Option<Left> {
    let begins = |at: &usize| is_parted(*at) || PERSON.contains(&words[at - 1]) && is_parted(at - 1);
    let most = words.len().min(MAX_ORIGIN + 2);
    let wish = (1..most).find(|at| WISH.contains(&words[*at]) && begins(at))?;
    leaves(words, 0..wish, is_topic)
}

/// Returns what a person does, if the wish after it is for other work and not for more of the same.
fn leaves(words: &[&str], left: Left, is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let wanted = left.end + 1..words.len();
    let turns = words[wanted.clone()].iter().take(3).any(|word| TO_WORK.contains(word));
    let is_liked = words[left.clone()].iter().any(|word| is_wishing(word) || WISH.contains(word));
    (turns && !is_liked && is_topic(left.clone()) && is_topic(wanted)).then_some(left)
}

/// Whether a person leaves what these words name: they say so, it is past, or they turn to other work.
fn leaves_it(words: &[&str], left: &Left) -> bool {
    let is_turn = |word: &&str| TO_WORK.contains(word) || MOVING.contains(word) || TURNING_TO.contains(word);
    let is_past = |word: &&str| FORMER.contains(word) || LEAVING.contains(word) || PAST.contains(word);
    let turns = |word: &&str| is_turn(word) && !matches!(*word, "looking" | "hoping");
    let wish = words[left.end..].iter().take(MAX_TURN);
    let own = &words[left.start.saturating_sub(MAX_BEING)..left.end];
    let is_from = own.iter().any(|word| *word == "from" || MOVING.contains(word))
        || words[left.start..].first().is_some_and(|word| FROM.contains(word));
    is_from || own.iter().any(is_past) || own.last().is_some_and(turns) || wish.clone().any(turns)
}

/// *Ex X looking at Y*.
fn former(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let at = words.iter().position(|word| FORMER.contains(word))?;
    let most = words.len().min(at + MAX_ORIGIN + 1);
    let leads = |word: &str| WISH.contains(&word) || ENGLISH_TO.contains(&word) || TURNING_TO.contains(&word);
    let wish = (at + 1..most).find(|wish| leads(words[*wish]))?;
    is_topic(wish + 1..words.len()).then_some(at..wish)
}

/// *Into Y from X*, *Y with a background in X*: the origin comes last.
fn to_from(words: &[&str], is_topic: &impl Fn(Range<usize>) -> bool) -> Option<Left> {
    let from = words
        .iter()
        .rposition(|word| *word == "from")
        .filter(|from| words[..*from].iter().any(|word| MOVING.contains(word) || matches!(*word, "into" | "break")));
    let is_behind = |pair: &[&str]| pair == ["background", "in"];
    let background = || words.windows(2).rposition(is_behind).map(|at| at + 1);
    let at = from.or_else(background).or_else(|| with_degree(words)).filter(|at| *at > 0)?;
    let start = if words[at - 1] == "background" || words[at - 1] == "coming" { at - 1 } else { at };
    (is_topic(at + 1..words.len()) && is_topic(0..start)).then_some(start..words.len())
}

/// Where *with a physics degree* or *with a degree in physics* begins.
fn with_degree(words: &[&str]) -> Option<usize> {
    let is_with = |at: &usize| words[*at] == "with" && matches!(words.get(at + 1), Some(&("a" | "an" | "my")));
    let at = (0..words.len()).find(is_with)?;
    words[at..].iter().take(MAX_ORIGIN).any(|word| DEGREES.contains(word)).then_some(at)
}

/// Returns the word between an origin that begins after `at` and what is wanted.
fn led_to(words: &[&str], at: usize, leads: &[&str]) -> Option<usize> {
    let most = words.len().min(at + MAX_ORIGIN + 2);
    (at + 2..most).find(|to| leads.contains(&words[*to]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let mut plain = text.to_owned();
        if let Some(origin) = Vocabulary::embedded().origin(text) {
            plain.replace_range(origin.place, " ");
        }
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn where_a_person_comes_from_is_not_read() {
        for (text, wanted) in [
            ("from nursing to data science", "data science"),
            ("switch from retail to hr", "hr"),
            ("leaving teaching for ux", "ux"),
            ("chemist turned programmer", "programmer"),
            ("into cybersecurity from nursing", "into cybersecurity"),
            ("from zero to python", "python"),
            ("I do nursing and want to work in accounting", "accounting"),
            ("nursing in Manila, want to get into accounting", "accounting"),
            ("quiero dejar la nursing y aprender contabilidad", "contabilidad"),
            ("trabajo como nursing y quiero ser programador", "programador"),
            ("nursing student from Georgia who wants statistics", "statistics"),
            ("as a nursing assistant I need statistics", "statistics"),
            ("I'm a nursing aide, statistics please", "statistics please"),
        ] {
            assert!(left(text).ends_with(wanted) && !left(text).contains("nursing"), "{text}: {}", left(text));
        }
    }

    #[test]
    fn a_text_that_names_nothing_else_is_read_as_it_is() {
        for text in [
            "from nursing to something new",
            "translation from english",
            "data science from home",
            "a course from google on python",
            "I like nursing and want to work in accounting",
            "I study nursing and want to learn accounting",
            "nursing, want to know accounting too",
            "accounting and what people in nursing want to be",
            "people in nursing, accounting",
            "I manage nursing and want a promotion",
            "I teach nursing, accounting and law",
        ] {
            assert_eq!(left(text), text);
        }
    }
}
