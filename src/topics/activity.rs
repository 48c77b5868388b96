//! Activities worded as a verb with its object: `visualising data` for *data visualization*, `vetting suppliers` for
//! *supplier relationship*. The vocabulary has them as nouns, in the opposite order, mostly under a noun such as
//! *management*. Only English verbs are read in this way: forms in *-ing*, words that are verbs by their neighbours, as
//! in *to trade*, and some that are hardly ever nouns. In other languages a verb and its noun have the same order, and
//! mostly the same stem; some verbs of managing have another noun. A noun with a prepositional object is read in the
//! opposite order too: `accidents on roads`, `analysis of data`.

use super::filler::is_filler;
use super::inflection::singular;
use super::phrases::How;
use super::tokens::{Joint, Token};
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::names::words;

/// The maximum number of words of an object.
const MAX_OBJECT: usize = 3;
/// The maximum number of topics that an activity may mean.
const MAX_TOPICS: usize = 2;
/// The minimum length of a verb that may be followed by an ending: `car` of `caring` begins too many words.
const MIN_VERB_CHARS: usize = 4;
/// The number of letters at the start of a word that are the same in the singular and in the plural.
const STABLE_CHARS: usize = 3;

/// Endings that turn a verb into the noun of its activity or of a person who does it.
const ENDINGS: [&str; 24] = [
    "", "e", "ing", "er", "ers", "or", "ors", "ion", "ions", "tion", "ation", "ations", "ition", "ment", "ement",
    "ements", "ance", "ence", "al", "age", "y", "ity", "is", "ist",
];

/// Prepositions between a noun and its object, where English also has the opposite order.
const INVERTING: [&str; 2] = ["of", "on"];

/// Nouns for dealing with persons or things in any way.
const DEALING: [&str; 8] =
    ["management", "relations", "relationship", "care", "service", "support", "selection", "administration"];

/// Verbs that are hardly ever nouns before another noun.
const BARE_VERBS: [&str; 16] = [
    "analyse",
    "analyze",
    "build",
    "design",
    "develop",
    "edit",
    "grow",
    "manage",
    "organise",
    "organize",
    "protect",
    "teach",
    "translate",
    "visualise",
    "visualize",
    "write",
];

/// Verbs that add little to their object: a person who wants to *design solar panels* is asking about solar panels, but
/// one who wants to *teach chemistry* or *translate contracts* is asking about teaching and translation.
const DEEDS: [&str; 8] = ["build", "design", "develop", "grow", "manage", "organise", "organize", "protect"];

/// Whether a folded word is a verb that adds little to its object.
pub(super) fn is_deed(word: &str) -> bool {
    DEEDS.contains(&word)
}

/// Verbs of managing, folded, and the noun for it in their language: `gérer le personnel` is *gestion du personnel*.
const MANAGING: [(&str, &str); 8] = [
    ("administrer", "gestion"),
    ("dirigir", "gestion"),
    ("gerenciar", "gestao"),
    ("gerer", "gestion"),
    ("gerir", "gestao"),
    ("llevar", "gestion"),
    ("manejar", "gestion"),
    ("piloter", "gestion"),
];

impl Vocabulary {
    /// Returns the number of words of a verb with its object and the topics that they mean, if there are more words
    /// than the `known` ones of the phrase that begins here as typed.
    pub(super) fn activity(&self, tokens: &[Token], known: usize) -> Option<(usize, Vec<TopicIx>)> {
        let first = tokens.first()?;
        if let Some((_, noun)) = MANAGING.iter().find(|(verb, _)| *verb == first.word) {
            return self.managing(noun, tokens, known);
        }
        let verb = Verb::of(first)?;
        let most = tokens.iter().skip(1).take_while(|token| token.joint == Joint::None).count();
        let objects = (known.max(1)..=most.min(MAX_OBJECT)).rev();
        let named = |count| self.begun_by(&tokens[1..=count], |noun| verb.is_verb_of(noun));
        let named = objects.into_iter().find_map(|count| Some((count + 1, named(count)?)));
        named.or_else(|| self.dealing(&tokens[..=most]))
    }

    /// Returns the number of words of a noun with its object, `accidents on roads`, and the topics that they mean in
    /// the opposite order, `road accidents`, if there are more words than the `known` ones of the phrase that begins
    /// here. `text` is the text of the words.
    pub(super) fn inverted(&self, text: &str, tokens: &[Token], known: usize) -> Option<(usize, Vec<TopicIx>)> {
        let [first, second, ..] = tokens else { return None };
        let between = text.get(first.place.end..second.place.start).map(words).unwrap_or_default();
        if !between.first().is_some_and(|word| INVERTING.contains(&word.as_str())) {
            return None;
        }
        let most = tokens.iter().skip(1).take_while(|token| token.joint == Joint::None).count();
        let named = |count: usize| {
            let own = tokens[1..=count].iter().chain([first]);
            let own: Vec<Token> = own.map(|token| Token { joint: Joint::None, ..token.clone() }).collect();
            let found = self.phrases().longest(&own)?;
            let is_whole = found.length > count && found.how <= How::InAnotherGender;
            (is_whole && !found.topics.is_empty()).then_some((count + 1, found.topics))
        };
        (known.max(1)..=most.min(MAX_OBJECT)).rev().find_map(named)
    }

    /// Returns the topics of managing what follows the first word.
    fn managing(&self, noun: &str, tokens: &[Token], known: usize) -> Option<(usize, Vec<TopicIx>)> {
        let mut named = tokens.to_vec();
        noun.clone_into(&mut named[0].word);
        let found = self.phrases().longest(&named).filter(|found| found.how <= How::InAnotherGender)?;
        (found.length > known.max(1) && !found.topics.is_empty()).then_some((found.length, found.topics))
    }

    /// Returns the topics of dealing with the object of a verb that has no topic itself.
    fn dealing(&self, tokens: &[Token]) -> Option<(usize, Vec<TopicIx>)> {
        let [verb, objects @ ..] = tokens else { return None };
        let is_named = |token: &Token| self.phrases().is_phrase_of(&[&token.word], How::InAnotherGender);
        let at = objects.iter().position(|token| !is_filler(&token.word))?;
        let object = objects.get(at..=at).filter(|object| !is_named(&object[0]))?;
        if is_filler(&verb.word) || is_named(verb) || !verb.word.ends_with("ing") {
            return None;
        }
        Some((at + 2, self.begun_by(object, |noun| DEALING.contains(&noun))?))
    }

    /// Returns the topics of phrases that begin with these words, in any number, and end with one more that `is_last`.
    fn begun_by(&self, objects: &[Token], is_last: impl Fn(&str) -> bool) -> Option<Vec<TopicIx>> {
        let own: Vec<String> = objects.iter().map(|token| singular(&token.word)).collect();
        let start: String = own.first()?.chars().take(STABLE_CHARS).collect();
        let is_phrase = |phrase: &str| {
            let (rest, last) = phrase.rsplit_once(' ').unwrap_or_default();
            is_last(last) && rest.split(' ').map(singular).eq(own.iter().cloned())
        };
        let mut topics = Vec::new();
        for (_, found) in self.phrases().starting_with(&start).filter(|(phrase, _)| is_phrase(phrase)) {
            topics.extend(found);
        }
        topics.sort_unstable();
        topics.dedup();
        (1..=MAX_TOPICS).contains(&topics.len()).then_some(topics)
    }
}

/// An English verb, without its ending.
struct Verb {
    bare: String,
}

impl Verb {
    fn of(token: &Token) -> Option<Self> {
        let word = token.word.as_str();
        let is_bare = token.is_verb || BARE_VERBS.contains(&word);
        let bare = word.strip_suffix("ing").or_else(|| is_bare.then(|| word.strip_suffix('e').unwrap_or(word)));
        let bare = bare.filter(|bare| bare.len() >= STABLE_CHARS && bare.is_ascii())?;
        Some(Self { bare: with_s(bare) })
    }

    /// Whether a noun names what the verb does: `management` for *managing*, `planner` for *planning*.
    fn is_verb_of(&self, noun: &str) -> bool {
        let noun = with_s(noun);
        let mut single = self.bare.clone();
        single.pop();
        let is_doubled = self.bare.ends_with(|last| single.ends_with(last));
        let doubled: String = self.bare.chars().chain(self.bare.chars().last()).collect();
        let is_of = |bare: &str| {
            let end = noun.strip_prefix(bare).filter(|end| ENDINGS.contains(end));
            end.is_some_and(|end| bare.len() >= MIN_VERB_CHARS || matches!(end, "" | "e"))
        };
        is_of(&self.bare) || is_of(&doubled) || is_doubled && is_of(&single)
    }
}

/// The British spelling of a word that has two: `visualise`.
fn with_s(word: &str) -> String {
    word.replace('z', "s")
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn read(text: &str) -> Option<(usize, &'static str)> {
        let vocabulary = Vocabulary::embedded();
        let tokens = tokens(text);
        let known = vocabulary.phrases().longest(&tokens).map_or(0, |found| found.length);
        let (length, topics) = vocabulary.activity(&tokens, known)?;
        Some((length, &vocabulary.topic(*topics.first()?).id))
    }

    #[test]
    fn a_verb_and_its_object_are_the_noun_of_the_activity() {
        for (typed, length, topic) in [
            ("visualising data", 2, "data-visualization"),
            ("visualizing data in python", 2, "data-visualization"),
            ("planning projects", 2, "project-management"),
            ("managing supply chains", 3, "supply-chain"),
            ("caring for patients", 2, "patient-care"),
            ("relating to customers", 2, "customer-experience"),
            ("gérer des projets", 2, "project-management"),
            ("manejar proyectos", 2, "project-management"),
            ("visualize data", 2, "data-visualization"),
        ] {
            assert_eq!(read(typed), Some((length, topic)), "{typed}");
        }
    }

    #[test]
    fn a_verb_without_meaning_leaves_dealing_with_its_object() {
        assert_eq!(read("chasing suppliers"), Some((2, "procurement")));
        assert_eq!(read("comforting sick patients"), None, "the object follows at once");
        assert_eq!(read("boxing gloves"), None);
    }

    #[test]
    fn what_follows_a_comma_and_what_is_known_as_typed_is_no_object() {
        for typed in ["visualising, data", "visual data", "teaching english", "learning python"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_noun_is_of_the_verb_that_it_ends() {
        let is_of = |verb: &str, noun: &str| {
            let verb = tokens(verb).first().and_then(Verb::of);
            verb.is_some_and(|verb| verb.is_verb_of(noun))
        };
        for (verb, noun) in [
            ("managing", "management"),
            ("planning", "planner"),
            ("caring", "care"),
            ("securing", "security"),
            ("write", "writing"),
            ("edit", "editor"),
        ] {
            assert!(is_of(verb, noun), "{verb}, {noun}");
        }
        for (verb, noun) in [("caring", "career"), ("king", "kinge"), ("marking", "marketing"), ("selling", "self")] {
            assert!(!is_of(verb, noun), "{verb}, {noun}");
        }
    }
}
