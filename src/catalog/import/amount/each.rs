//! What an amount is said to be paid for each of: a unit of time, a part, or anything else after a word such as `per`.

use super::currency::is_currency;
use crate::catalog::import::measure::{self, Unit};

/// Whether any word begins with one of these.
pub(super) fn begins(words: &[String], starts: &[&str]) -> bool {
    words.iter().any(|word| starts.iter().any(|start| is_begun(word, start)))
}

/// Whether a word such as `monthly` is among these.
pub(super) fn is_of_each(words: &[String], unit: Unit) -> bool {
    words.iter().any(|word| measure::adverb(word) == Some(unit))
}

/// Whether something is said to be paid for each of these units, and not for several of them at once.
pub(super) fn is_per_unit(text: &str, units: &[Unit]) -> bool {
    let words: Vec<String> = words_and_numbers(text).into_iter().filter(|word| word != "1").collect();
    let is_unit = |word: &String| measure::unit(word).is_some_and(|unit| units.contains(&unit));
    let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    words.iter().enumerate().filter(|(_, word)| joins(word)).any(|(at, per)| {
        let behind = words.iter().skip(at + 1).take(reach(per));
        behind.take_while(|word| !is_number(word)).any(is_unit)
    })
}

/// Whether a word joins an amount with the thing that it is paid for, as in `per year`, `/mois` or `al mes`.
fn joins(word: &str) -> bool {
    word == "/" || measure::is_per(word)
}

/// How many words behind such a word may name the thing: one may come between, as in `per academic year`; an article says
/// too little for that.
fn reach(per: &str) -> usize {
    if is_article(per) { 1 } else { 2 }
}

/// Whether something is said to be paid for each of these.
pub(super) fn is_per(words: &[String], things: &[&str]) -> bool {
    words.iter().enumerate().filter(|(_, word)| joins(word)).any(|(at, per)| {
        let mut behind = words.iter().skip(at + 1).take(reach(per));
        behind.any(|word| things.iter().any(|thing| is_begun(word, thing)))
    })
}

/// What a price of the whole may be said to be for, by beginning: the program itself, or each of those who take it.
#[rustfmt::skip] // a table reads by its rows
const WHOLES: [&str; 26] = [
    "program", "degree", "diplom", "certificat", "studiengang", "lehrgang", "formation", "person", "participant",
    "student", "learner", "teilnehm", "delegate", "attendee", "head", "kopf", "seat", "place", "platz", "user",
    "candidate", "personne", "étudiant", "estudiante", "alumno", "uczestnik",
];

/// Whether an amount is for each of something that is neither the whole nor a person, right behind it, as in `900 € / Sem.`
/// and `$50 per badge`. Whatever that is, it is not the whole.
pub(super) fn is_per_other(text: &str) -> bool {
    let words = words_and_numbers(text);
    let is_amount = |word: &String| word.starts_with(|c: char| c.is_ascii_digit()) || is_currency(word);
    words.windows(3).any(|three| {
        let [before, per, thing] = three else { return false };
        let is_known = WHOLES.iter().any(|whole| thing.starts_with(whole)) || is_amount(thing) || is_article(thing);
        is_amount(before) && matches!(per.as_str(), "/" | "per" | "pro") && !is_known && thing != "/"
    })
}

/// Whether a text counts payments, as `16x de R$ 155` does.
pub(super) fn names_instalments(text: &str) -> bool {
    let is_count = |word: &str| word.strip_suffix(['x', '×']).is_some_and(|count| count.parse::<u8>().is_ok());
    words_and_numbers(text).iter().any(|word| is_count(word))
}

/// Whether a word is an article or a preposition that may be one.
pub(super) fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "al" | "ao" | "na" | "za" | "alla")
}

/// Whether a word begins with another; a short one must be the whole word, or its plural.
pub(super) fn is_begun(word: &str, start: &str) -> bool {
    let rest = word.strip_prefix(start);
    rest.is_some_and(|rest| rest.is_empty() || rest == "s" || start.chars().count() > 4)
}

/// The words of a text in lower case, and its slashes.
pub(super) fn words(text: &str) -> Vec<String> {
    words_of(text, char::is_alphabetic)
}

/// The words and the whole numbers of a text, and its slashes.
pub(super) fn words_and_numbers(text: &str) -> Vec<String> {
    words_of(text, char::is_alphanumeric)
}

fn words_of(text: &str, is_of_word: fn(char) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for c in text.chars() {
        if c == '/' {
            words.push("/".to_owned());
        } else if is_of_word(c) {
            if !is_open {
                words.push(String::new());
            }
            words.last_mut().into_iter().for_each(|word| word.extend(c.to_lowercase()));
        }
        is_open = is_of_word(c);
    }
    words
}
