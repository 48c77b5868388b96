//! Words with one meaning for several readers of an import, in the languages of catalogues. Each list is kept here once,
//! and a reader chooses the lists that it uses; the words of one reader alone are kept with it.

/// Words between the ends of a range.
#[rustfmt::skip] // a table reads by its rows
pub(super) const JOINS: [&str; 14] = [
    "to", "through", "until", "till", "til", "tot", "bis", "à", "a", "hasta", "até", "do", "až", "ate",
];

/// Words behind the amount of one of several things.
pub(super) const EACH: [&str; 10] =
    ["each", "apiece", "je", "jeweils", "chacun", "chacune", "cada", "cadauno", "každý", "ciascuno"];

/// Units of academic credit, by beginning if they are long.
#[rustfmt::skip] // a table reads by its rows
const CREDITS: [&str; 13] = [
    "credit", "crédit", "crédito", "credito", "crediti", "kredit", "ects", "ec", "cfu", "cp", "lp", "studiepunt",
    "leistungspunkt",
];

/// Whether a word in small letters is a unit of academic credit.
pub(super) fn is_credit(word: &str) -> bool {
    CREDITS.iter().any(|unit| word == *unit || (unit.chars().count() > 4 && word.starts_with(unit)))
}

/// Words that deny what follows them.
const DENIALS: [&str; 14] =
    ["not", "no", "non", "nicht", "kein", "keine", "keinen", "nein", "pas", "não", "nao", "nie", "ne", "never"];

/// Whether a word denies what follows it: `not 6 months` is no length, and `not English` no language.
pub(super) fn denies(word: &str) -> bool {
    DENIALS.contains(&word)
}
