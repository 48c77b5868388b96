//! Prices that not everyone pays: those for members, for the buyers of a place, and under a condition such as a discount.

use super::each::{begins, is_article, is_begun};
use crate::catalog::import::signal_words::denies;

/// The most words of a text that names what an amount is for; a longer one is a sentence about something else.
pub(super) const MAX_LABEL: usize = 8;

/// Conditions that not every buyer meets.
#[rustfmt::skip] // a table reads by its rows
const CONDITIONS: [&str; 30] = [
    "discount", "reduced", "early", "scholarship", "sale", "promo", "alumni", "concession", "voucher", "ermäßigt",
    "rabatt", "frühbuch", "stipendi", "réduit", "remise", "bourse", "descuento", "reducid", "scont", "ridott",
    "desconto", "zniżk", "ulgow", "sleva", "zvýhodn", "subsid", "bezuschuss", "subvention", "dofinansow", "dotac",
];

/// Words before a condition for a price that does not depend on it.
const BEFORE: [&str; 7] = ["before", "without", "vor", "ohne", "avant", "sans", "sin"];

/// Names of a price for students only.
const FOR_STUDENTS: [&[&str]; 4] =
    [&["student", "price"], &["student", "rate"], &["tarif", "étudiant"], &["studententarif"]];

/// Words for the place where a group of buyers lives.
const REGIONS: [&str; 11] =
    ["eu", "eea", "ewr", "ue", "international", "overseas", "domestic", "foreign", "internacional", "local", "home"];

/// Words that show that such a place is one of buyers: `EU tuition` is a price, `EU law` a subject.
#[rustfmt::skip] // a table reads by its rows
const CHARGES: [&str; 14] = [
    "fee", "fees", "tuition", "price", "prices", "rate", "cost", "costs", "student", "students", "applicants",
    "citizens", "gebühr", "preis",
];

/// Where a buyer lives, in names of prices.
const RESIDENTS: [&[&str]; 10] = [
    &["resident"],
    &["residents"],
    &["nonresident"],
    &["nonresidents"],
    &["in", "state"],
    &["out", "of", "state"],
    &["in", "district"],
    &["out", "of", "district"],
    &["in", "county"],
    &["out", "of", "county"],
];

/// Words for the members of an organization, by beginning or exactly, and the end of German compounds.
const MEMBERS: [&str; 7] = ["member", "mitglied", "membre", "miembro", "membro", "členov", "członk"];
const ASSOCIATES: [&str; 6] = ["socio", "socios", "socia", "soci", "sócio", "sócios"];
const COMPOUNDED_MEMBERS: &str = "mitglied";

/// Words for people who are no members, by beginning, where that is one word.
const NO_MEMBERS: [&str; 3] = ["nonmember", "nichtmitglied", "nečlen"];

/// Whether a text names members (`true`), or people who are none (`false`); `None` if it names neither.
pub(super) fn names_members(words: &[String]) -> Option<bool> {
    let is_member = |word: &String| {
        let is_begun = MEMBERS.iter().any(|start| word.starts_with(start)) || word.contains(COMPOUNDED_MEMBERS);
        is_begun || ASSOCIATES.contains(&word.as_str())
    };
    let is_denied = |at: usize| {
        let before = words[..at].iter().rev().map(String::as_str).find(|word| !is_article(word));
        begins(&words[at..=at], &NO_MEMBERS) || before.is_some_and(denies)
    };
    let named = words.iter().enumerate().filter(|(at, word)| is_member(word) || begins(&words[*at..=*at], &NO_MEMBERS));
    let denied: Vec<bool> = named.map(|(at, _)| is_denied(at)).collect();
    (!denied.is_empty()).then(|| !denied.contains(&true))
}

/// Whether a price is one for buyers of a place.
pub(super) fn is_of_region(words: &[String]) -> bool {
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let is_of_place = words.len() <= MAX_LABEL && has(&REGIONS) && has(&CHARGES);
    is_of_place || RESIDENTS.iter().any(|names| says(words, names))
}

/// Whether a price is one under a condition.
pub(super) fn is_conditional(words: &[String]) -> bool {
    let is_meant = |at: usize| at == 0 || !(BEFORE.contains(&words[at - 1].as_str()) || denies(&words[at - 1]));
    let mut all = words.iter().enumerate();
    let is_named = all.any(|(at, word)| CONDITIONS.iter().any(|start| is_begun(word, start)) && is_meant(at));
    is_named || FOR_STUDENTS.iter().any(|names| says(words, names))
}

/// Whether these words occur one after another.
fn says(words: &[String], phrase: &[&str]) -> bool {
    words.windows(phrase.len()).any(|some| some.iter().zip(phrase).all(|(word, wanted)| word == wanted))
}
