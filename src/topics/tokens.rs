//! Tokens: the meaningful words of a text, with their separators. Grammar words are dropped, and separators between
//! fields (`or`, `and`, commas) are recorded. Topics are not looked up here.

use std::ops::Range;

use super::denial::{
    continues_denial, is_denying, is_denying_pair, is_reserved, is_turning, is_undone, is_wanting, is_wishing,
    may_begin_a_word,
};
use super::filler::{is_choosing, is_filler, is_grammar, is_parting, language_of};
use super::purpose::{is_determiner, is_for_whom, is_learning, leads_to_purpose, leads_within};
use crate::names::{placed_words, words};

/// The separator before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// Nothing, or only grammar words.
    None,
    /// `and`, which is as often between two fields as inside the name of one.
    Joined,
    /// A comma or another sign, which separates fields and is in few names.
    Apart,
    /// `or`, which separates fields of which one is enough.
    Choice,
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the word")]
pub(super) struct Token {
    /// The byte range of the word in the text.
    pub(super) place: Range<usize>,
    /// The folded word.
    pub(super) word: String,
    pub(super) joint: Joint,
    /// Whether the word as typed has no lower-case letter.
    pub(super) is_capital: bool,
    /// Whether it negates what follows, as `without` does.
    pub(super) is_negator: bool,
    /// Whether it is negated.
    pub(super) is_negated: bool,
    /// Whether it follows a word such as `for` that leads to the purpose.
    pub(super) is_purpose: bool,
    /// Whether that purpose is a place of use, as after `in`.
    pub(super) is_within: bool,
    /// Whether the adjacent words show that it is a verb: *to trade*, *design a*. Only for English.
    pub(super) is_verb: bool,
}

/// Characters that separate fields.
const PARTING_SIGNS: [char; 12] = [',', ';', '/', '|', '\n', '،', '؛', '、', '，', '；', '·', '•'];

/// Characters that mean `and`.
const JOINING_SIGNS: [char; 2] = ['&', '+'];

/// Words after which `and` joins fields of which one is enough: *undecided between law and medicine*.
const BETWEEN: [&str; 3] = ["between", "entre", "zwischen"];

/// Characters that end a sentence if a space follows.
const STOPS: [char; 6] = ['.', '!', '?', ':', '。', '？'];

/// Returns the words of a text that are neither grammar nor separators, including negations, which are marked. A word
/// of grammar is kept if it may be part of a name: in capitals (`UN`), or a letter joined by a hyphen (`a-levels`).
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = without_elisions(text);
    let mut tokenizer = Tokenizer::of(&text);
    for (word, place) in placed_words(&text) {
        tokenizer.add(word, place);
    }
    tokenizer.tokens
}

/// Splits elisions such as `l'anglais`: the apostrophe is replaced by as many spaces as it has bytes, so that byte
/// offsets stay the same.
fn without_elisions(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut stem = String::new();
    for c in text.chars() {
        let is_apostrophe = matches!(c, '\'' | '’' | 'ʼ');
        if is_apostrophe && matches!(stem.as_str(), "l" | "d" | "j" | "n" | "s" | "c" | "m" | "t" | "qu") {
            // The `n` of `n'aime pas` adds nothing to `pas`, and alone it is the chat abbreviation of `and`.
            if stem == "n" {
                plain.pop();
                plain.push(' ');
            }
            plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            plain.push(c);
        }
        if c.is_alphanumeric() { stem.extend(c.to_lowercase()) } else { stem.clear() }
    }
    plain
}

#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own, which another word ends")]
struct Tokenizer<'t> {
    text: &'t str,
    /// The byte offset at which the last word ended.
    end: usize,
    joint: Joint,
    is_negated: bool,
    /// How `and` separates fields here: after *between*, one of them is enough.
    and: Joint,
    /// Whether the word before is wanted; an `and` joins only such words.
    is_after_wanted: bool,
    /// Whether capitals are distinctive: not all of the text is in capitals, or it is a single word.
    has_telling_capitals: bool,
    /// The word before, whether or not it was kept.
    before: String,
    /// Whether a purpose has begun in this field.
    is_purpose: bool,
    /// Whether that purpose is a place of use.
    is_within: bool,
    tokens: Vec<Token>,
}

impl<'t> Tokenizer<'t> {
    fn of(text: &'t str) -> Self {
        let has_telling_capitals = text.chars().any(char::is_lowercase) || !text.trim().contains(char::is_whitespace);
        Self {
            text,
            end: 0,
            joint: Joint::None,
            is_negated: false,
            and: Joint::Joined,
            is_after_wanted: false,
            has_telling_capitals,
            before: String::new(),
            is_purpose: false,
            is_within: false,
            tokens: Vec::new(),
        }
    }

    fn add(&mut self, folded: String, place: Range<usize>) {
        let word = folded.as_str();
        // One character can fold to two words (`½` gives `1` and `2`), so this range may be reversed.
        let between = self.text.get(self.end..place.start).unwrap_or_default();
        let is_with = word == "w" && self.text[place.end..].starts_with('/');
        // The slash of `w/` is part of the word.
        self.end = place.end + usize::from(is_with);
        let is_turn = self.is_negated && is_turning(word);
        self.part_from_last(word, between, &place);
        let before = std::mem::replace(&mut self.before, folded.clone());
        self.note_use(&before, word, &place);
        let is_parting = self.is_parting_word(word, &place);
        self.is_after_wanted = !is_grammar(word) && (!is_filler(word) || self.is_hyphenated(&place));
        self.take_denial_back(word);
        if is_with || is_turn || self.denies_with_last(word) {
            return;
        }
        // In Portuguese, `no` means *in the*.
        let is_portuguese_in = word == "no" && is_portuguese(self.text);
        let is_joined = may_begin_a_word(word) && self.text[place.end..].starts_with('-');
        let is_negator = is_denying(word) && !is_portuguese_in && !is_joined && !self.is_after_reserve(word);
        let is_capital = self.text[place.clone()].chars().all(|c| !c.is_lowercase());
        if !is_negator && !is_joined && (is_parting || is_grammar(word) && !self.may_be_of_a_name(&place, is_capital)) {
            return;
        }
        let (joint, is_negated, is_verb) = (self.joint, self.is_negated, before == "to");
        let (is_purpose, is_within) = (self.is_purpose, self.is_purpose && self.is_within);
        let word = folded;
        let token = Token { place, word, joint, is_capital, is_negator, is_negated, is_purpose, is_within, is_verb };
        self.tokens.push(token);
        self.is_negated |= is_negator;
        self.joint = Joint::None;
    }

    /// Records the separator before a word, and whether a negation ends there.
    fn part_from_last(&mut self, word: &str, between: &str, place: &Range<usize>) {
        let is_after_denied = || self.tokens.last().is_some_and(|last| last.is_negated && !is_filler(&last.word));
        let is_ending = self.is_negated && (is_turning(word) || is_wishing(word) && is_after_denied());
        let joint = self.joint_of(word, between, place);
        let is_parting = joint > Joint::None;
        self.joint = self.joint.max(if is_ending { joint.max(Joint::Apart) } else { joint });
        self.is_purpose &= self.joint < Joint::Apart;
        self.and = if BETWEEN.contains(&word) { Joint::Choice } else { self.and };
        let goes_on = !parts_fields(between) && continues_denial(word);
        if between.contains(')') || is_ending || is_parting && !goes_on {
            self.is_negated = false;
        }
    }

    /// Records whether a word leads to a purpose, and whether it marks the last word as a verb.
    fn note_use(&mut self, before: &str, word: &str, place: &Range<usize>) {
        let has = |is_field: fn(&str) -> bool| self.tokens.iter().any(|token| is_field(&token.word));
        let leads_on = (leads_to_purpose(before, word) || is_for_whom(word)) && has(|word| !is_filler(word));
        let is_within = leads_within(word) && !self.is_hyphenated(place) && has(|word| !is_learning(word));
        // After a place, a person may go on to say what they want: `a nurse in a clinic who wants to learn Excel`.
        self.is_purpose = (self.is_purpose && !is_wanting(word)) || leads_on || is_within;
        self.is_within = (self.is_within || is_within) && !leads_on;
        if is_determiner(word)
            && let Some(last) = self.tokens.last_mut().filter(|last| last.word == before)
        {
            last.is_verb = true;
        }
    }

    /// Returns how a word, or the text before it, separates fields.
    fn joint_of(&self, word: &str, between: &str, place: &Range<usize>) -> Joint {
        let is_joining = between.contains(JOINING_SIGNS);
        let sign = if parts_fields(between) && !is_joining { Joint::Apart } else { Joint::None };
        let sign = if is_joining { sign.max(self.and) } else { sign };
        let word_joint = if is_choosing(word) { Joint::Choice } else { self.and };
        if self.is_parting_word(word, place) { sign.max(word_joint) } else { sign }
    }

    /// Whether a word of grammar may be part of a name: it is in distinctive capitals, or a letter joined by a hyphen.
    fn may_be_of_a_name(&self, place: &Range<usize>, is_capital: bool) -> bool {
        let is_letter = place.len() == 1;
        if is_letter { self.is_hyphenated(place) } else { is_capital && self.has_telling_capitals }
    }

    /// Whether a word separates fields here. The `e` of `learn e commerce` does not.
    fn is_parting_word(&self, word: &str, place: &Range<usize>) -> bool {
        is_parting(word) && !self.is_hyphenated(place) && (word != "e" || self.is_after_wanted)
    }

    /// Cancels a negation if the word directly after it does, as in `not only`.
    fn take_denial_back(&mut self, word: &str) {
        let is_back = |last: &mut Token| {
            last.is_negator && if last.word == "never" { is_undone(word) } else { is_reserved(word) }
        };
        if let Some(not) = self.tokens.pop_if(is_back) {
            (self.is_negated, self.joint) = (false, self.joint.max(not.joint));
        }
    }

    /// Whether the word before cancels a negation in advance, as in `ich kann nicht` or `I know nothing about`.
    fn is_after_reserve(&self, word: &str) -> bool {
        matches!(word, "pas" | "nicht" | "nothing" | "nada")
            && self.tokens.last().is_some_and(|last| is_reserved(&last.word))
    }

    /// Turns the word before into a negation if the two words negate together, as in `other than`.
    fn denies_with_last(&mut self, word: &str) -> bool {
        let Some(last) = self.tokens.last_mut().filter(|last| is_denying_pair(&last.word, word)) else { return false };
        last.is_negator = true;
        self.is_negated = true;
        true
    }

    /// Whether a hyphen joins the word to a neighbour, so that the `e` of `e-learning` is not the Spanish `and`.
    fn is_hyphenated(&self, place: &Range<usize>) -> bool {
        self.text[..place.start].ends_with('-') || self.text[place.end..].starts_with('-')
    }
}

/// Whether a text looks Portuguese: it has a letter that no other language with a word `no` has, or a little word that
/// is only Portuguese.
fn is_portuguese(text: &str) -> bool {
    let is_its_letter = |c: char| matches!(c, 'ã' | 'õ' | 'ç' | 'Ã' | 'Õ' | 'Ç');
    text.contains(is_its_letter) || words(text).iter().any(|word| language_of(word) == Some("Portuguese"))
}

fn parts_fields(between: &str) -> bool {
    let ends_sentence = between.trim_end() != between && between.trim_end().ends_with(STOPS);
    between.contains(PARTING_SIGNS) || between.contains(JOINING_SIGNS) || ends_sentence
}

/// Whether a text has a sign or a word between two words that separates fields, other than `and`.
pub fn names_fields_apart(text: &str) -> bool {
    tokens(text).iter().skip(1).any(|token| token.joint > Joint::Joined)
}

/// The widest separator between some words.
pub(super) fn widest_joint(tokens: &[Token]) -> Joint {
    tokens.iter().skip(1).map(|token| token.joint).max().unwrap_or(Joint::None)
}

/// Returns the lookup key of some words: the words joined by single spaces.
pub(super) fn key(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let word = |token: &Token| {
            let before = match token.joint {
                Joint::None => "",
                Joint::Joined => "& ",
                Joint::Apart => "| ",
                Joint::Choice => "? ",
            };
            let sign = if token.is_negator {
                "!"
            } else if token.is_negated {
                "-"
            } else {
                ""
            };
            format!("{before}{sign}{}", token.word)
        };
        tokens(text).iter().map(word).collect()
    }

    #[test]
    fn grammar_goes_and_what_parts_fields_is_kept() {
        assert_eq!(read("The history of art, and music"), ["history", "art", "| music"]);
        assert_eq!(read("law or music"), ["law", "? music"]);
        assert_eq!(read("between law and music"), ["between", "law", "? music"]);
        assert_eq!(read("marketing y finanzas/contabilidad"), ["marketing", "& finanzas", "| contabilidad"]);
        assert_eq!(read("I am a nurse. Data Science?"), ["i", "am", "nurse", "| data", "science"]);
        assert_eq!(read("apprendre l’anglais d'affaires"), ["apprendre", "anglais", "affaires"]);
        assert_eq!(read("data science without coding, please"), ["data", "science", "!without", "-coding", "| please"]);
        assert_eq!(read("no-till farming, non-fiction"), ["no", "till", "farming", "| non", "fiction"]);
        assert_eq!(read("no coding but design"), ["!no", "-coding", "| design"]);
        assert_eq!(read("not sure, maybe law"), ["sure", "| maybe", "law"]);
        assert_eq!(read("art w/ kids w/o paint"), ["art", "kids", "!w/o", "-paint"]);
        assert_eq!(read("segurança no trânsito"), ["seguranca", "transito"]);
        assert_eq!(read("C++ and Node.js"), ["c++", "& node", "js"]);
        assert_eq!(read("e-learning e historia"), ["e", "learning", "& historia"]);
        assert_eq!(read("learn e commerce"), ["learn", "e", "commerce"]);
        assert_eq!(read("M&A, R&D"), ["m&a", "| r&d"]);
        assert_eq!(read("python+sql"), ["python", "& sql"]);
        assert_eq!(read("a-levels"), ["a", "levels"]);
        assert_eq!(read("jobs at the UN"), ["jobs", "un"]);
        assert_eq!(read("un curso EN LÍNEA"), ["curso", "en", "linea"], "until the vocabulary has been asked");
        assert_eq!(read("THE UN"), Vec::<String>::new());
    }

    #[test]
    fn a_denial_ends_where_the_wish_goes_on() {
        assert_eq!(read("no math or coding, design"), ["!no", "-math", "? -coding", "| design"]);
        assert_eq!(read("I hate math want ai"), ["i", "!hate", "-math", "| want", "ai"]);
        assert_eq!(read("I don't want to code"), ["i", "!dont", "-want", "-code"]);
        assert_eq!(read("cloud (not aws) jobs"), ["cloud", "!not", "-aws", "jobs"]);
        assert_eq!(read("cloud, anything but aws"), ["cloud", "| !anything", "-aws"]);
        assert_eq!(read("je n'aime pas les maths mais le droit"), ["je", "aime", "!pas", "-maths", "| droit"]);
        assert_eq!(read("I do not know python"), ["i", "know", "python"]);
        assert_eq!(read("ich kann nicht programmieren"), ["ich", "kann", "nicht", "programmieren"]);
    }

    #[test]
    fn what_something_is_wanted_for_follows_it() {
        let purposes = |text: &str| -> Vec<String> {
            tokens(text).into_iter().filter(|token| token.is_purpose).map(|token| token.word).collect()
        };
        for (typed, purpose) in [
            ("english for nurses", vec!["nurses"]),
            ("for nurses", vec![]),
            ("cours d'anglais pour infirmiers, excel", vec!["infirmiers"]),
            ("maths to become an engineer", vec!["become", "engineer"]),
            ("learn to code", vec![]),
            ("law or art for kids", vec!["kids"]),
            ("accounting in hospitals", vec!["hospitals"]),
            ("contabilidad en un hospital", vec!["hospital"]),
            ("Projektmanagement in der Pflege", vec!["pflege"]),
            ("research in psychology", vec![]),
            ("jobs in finance", vec![]),
            ("built-in sensors", vec![]),
            ("nurse in a clinic wants excel", vec!["clinic"]),
            ("sell on etsy", vec!["etsy"]),
            ("design on paper", vec![]),
            ("القانون للمهندسين", vec!["للمهندسين"]),
        ] {
            assert_eq!(purposes(typed), purpose, "{typed}");
        }
    }

    #[test]
    fn a_verb_is_told_by_its_neighbours() {
        let verbs = |text: &str| -> Vec<String> {
            tokens(text).into_iter().filter(|token| token.is_verb).map(|token| token.word).collect()
        };
        assert_eq!(verbs("learn to trade options"), ["trade"]);
        assert_eq!(verbs("design a drone"), ["design"]);
        assert_eq!(verbs("drone design"), Vec::<String>::new());
    }

    #[test]
    fn a_word_stands_where_it_was_typed() {
        let text = "Émigré, École!";
        let places: Vec<&str> = tokens(text).iter().map(|token| &text[token.place.clone()]).collect();
        assert_eq!(places, ["Émigré", "École"]);
    }
}
