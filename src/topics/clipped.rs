//! Clipped words: `mech eng` for *mechanical engineering*, `poli sci` for *political science*. Several words in a row
//! mean a phrase of the vocabulary if each of them begins the corresponding word of it. A phrase of words from the name
//! of its topic precedes other synonyms: *civil engineering* is meant before *civic engagement*, a synonym of *social
//! justice*. Words that begin the phrases of many topics are ignored, and so is a single beginning, because the rest
//! may still follow. A beginning that is itself a word, such as `bus`, counts if it is a customary abbreviation, or if
//! the rest of a topic's name follows.

use super::everyday::is_possessive;
use super::filler::is_filler;
use super::tokens::{Joint, Token, tokens};
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;

/// The minimum length of a beginning; shorter ones begin too many words.
const MIN_BEGINNING_CHARS: usize = 3;
/// The maximum number of words of a clipped phrase.
const MAX_CLIPPED: usize = 3;
/// The maximum number of topics that clipped words may mean.
const MAX_TOPICS: usize = 2;

/// The maximum length of a word that is also the beginning of a name.
const MAX_WORD_CHARS: usize = 4;

/// Abbreviations that the vocabulary has as words, although they are seldom meant as such before another word.
const ABBREVIATIONS: [&str; 22] = [
    "auto", "bio", "bus", "calc", "comp", "dev", "econ", "env", "fin", "geo", "info", "med", "net", "org", "prod",
    "proj", "psych", "sci", "sec", "soc", "tech", "vet",
];

impl Vocabulary {
    /// Returns the number of words of a clipped phrase and the topics that it means, if there are more words than the
    /// `known` ones of the phrase that begins here as typed.
    pub(super) fn clipped(&self, tokens: &[Token], known: usize) -> Option<(usize, Vec<TopicIx>)> {
        let most = tokens.iter().skip(1).take_while(|token| token.joint == Joint::None).count() + 1;
        let lengths = (known.max(1) + 1..=most.min(MAX_CLIPPED)).rev();
        lengths.into_iter().find_map(|length| Some((length, self.clipped_phrase(&tokens[..length])?)))
    }

    fn clipped_phrase(&self, tokens: &[Token]) -> Option<Vec<TopicIx>> {
        let typed: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        if !tokens.iter().any(|token| self.is_stump(token)) {
            return self.begun_name(&typed);
        }
        let (mut named, mut meant) = (Vec::new(), Vec::new());
        for (phrase, topics) in self.phrases().starting_with(typed[0]).filter(|(own, _)| is_clipped_to(&typed, own)) {
            for topic in topics {
                let found = if self.is_of_name_of(topic, phrase) { &mut named } else { &mut meant };
                if !found.contains(&topic) {
                    found.push(topic);
                }
            }
        }
        let topics = if named.is_empty() { meant } else { named };
        (1..=MAX_TOPICS).contains(&topics.len()).then_some(topics)
    }

    /// Returns the topic whose name these words are, except for the end of the first: `med imaging`. Customary
    /// abbreviations end before a vowel. Words that merely begin alike, such as `opera` and *operations*, often do not.
    fn begun_name(&self, typed: &[&str]) -> Option<Vec<TopicIx>> {
        let (first, rest) = typed.split_first()?;
        let is_short = (MIN_BEGINNING_CHARS..=MAX_WORD_CHARS).contains(&first.chars().count());
        if !is_short || first.ends_with(['a', 'e', 'i', 'o', 'u', 'y']) {
            return None;
        }
        let is_begun = |phrase: &str| phrase.split(' ').skip(1).eq(rest.iter().copied());
        let all = self.phrases().starting_with(first).filter(|(phrase, _)| is_begun(phrase));
        let mut named =
            all.flat_map(|(phrase, topics)| topics.into_iter().filter(move |ix| self.is_name_of(*ix, phrase)));
        let topic = named.next()?;
        named.all(|other| other == topic).then(|| vec![topic])
    }

    /// Whether all words of a phrase are words of one name of the topic.
    fn is_of_name_of(&self, topic: TopicIx, phrase: &str) -> bool {
        let has_all = |name: &str| {
            let own = tokens(name);
            phrase.split(' ').all(|word| own.iter().any(|token| token.word == word))
        };
        self.topic(topic).name.all().any(has_all)
    }

    /// Whether a word is probably the beginning of another: the vocabulary lacks it, or has it only as filler such as a
    /// role, as an abbreviation that must be in capitals, or as a customary one.
    fn is_stump(&self, token: &Token) -> bool {
        let (word, phrases) = (token.word.as_str(), self.phrases());
        let is_abbreviation = phrases.is_capital(word) && !token.is_capital;
        let is_meant = is_filler(word) || is_abbreviation || ABBREVIATIONS.contains(&word);
        let is_known = phrases.has_exact_word(word) && !is_meant;
        word.chars().count() >= MIN_BEGINNING_CHARS && !is_known && !is_possessive(word)
    }
}

/// Whether each typed word is the word of the phrase in its place, or begins it.
fn is_clipped_to(typed: &[&str], phrase: &str) -> bool {
    let mut words = phrase.split(' ');
    let fits = |(typed, word): (&&str, &str)| {
        *typed == word || typed.chars().count() >= MIN_BEGINNING_CHARS && word.starts_with(*typed)
    };
    typed.iter().zip(words.by_ref()).filter(|pair| fits(*pair)).count() == typed.len() && words.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&'static str> {
        let vocabulary = Vocabulary::embedded();
        let known = vocabulary.phrases().longest(&tokens(text)).map_or(0, |found| found.length);
        let (_, topics) = vocabulary.clipped(&tokens(text), known)?;
        Some(&vocabulary.topic(*topics.first()?).id)
    }

    #[test]
    fn words_that_begin_a_phrase_stand_for_it() {
        for (typed, topic) in [
            ("chem eng", "chemical-engineering"),
            ("env sci", "environment"),
            ("pub health", "public-health"),
            ("civ eng", "civil-engineering"),
            ("org chem", "organic-chemistry"),
            ("data eng", "data-engineering"),
            ("mach learning", "machine-learning"),
            ("bus analytics", "business-analytics"),
            ("comp vision", "computer-vision"),
            ("soft testing", "software-testing"),
        ] {
            assert_eq!(read(typed), Some(topic), "{typed}");
        }
    }

    #[test]
    fn whole_words_and_beginnings_of_several_topics_are_not_clipped() {
        for typed in ["car care", "art", "data science", "chem, eng", "opera management", "bus"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
