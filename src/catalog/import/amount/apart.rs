//! What a text sets apart from its amount: what the amount includes and what it denies says nothing of what is paid for,
//! and what costs extra says that the amount is not all.

use super::tax::TAXES;
use crate::catalog::import::signal_words::denies;

/// Words for what is part of an amount, by beginning: before the thing, or behind it.
#[rustfmt::skip] // a table reads by its rows
const INCLUDES: [&str; 16] = [
    "incl", "inkl", "includ", "einschl", "compris", "comprend", "inclus", "enthalt", "enthält", "inbegriffen",
    "inclu", "compreso", "compresi", "wliczon", "zawier", "včetně",
];

/// Words for what is paid besides an amount.
#[rustfmt::skip] // a table reads by its rows
const EXCLUDES: [&str; 17] = [
    "excl", "exkl", "exclu", "escl", "plus", "+", "zzgl", "zuzüglich", "without", "ohne", "hors", "sans", "senza",
    "sin", "bez", "zonder", "utan",
];

/// A text without what it sets apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Apart {
    /// The text around it.
    pub(super) rest: String,
    /// What costs extra.
    pub(super) extra: Vec<String>,
}

impl Apart {
    /// Divides a text clause by clause.
    pub(super) fn of(text: &str) -> Self {
        let mut apart = Self::default();
        for clause in clauses(text) {
            apart.add(clause);
        }
        apart
    }

    fn add(&mut self, clause: &str) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let is = |at: usize, all: &[&str]| all.iter().any(|start| begins(&bare[at], start));
        // A denial before a number denies that, and is not of a thing.
        let is_denial = |at: usize| {
            let next = bare.get(at + 1);
            // `Non EU` names a group of buyers.
            let is_of_verb = || at + 1 < bare.len() && is(at + 1, &INCLUDES);
            denies(&bare[at])
                && (bare[at] != "non" || is_of_verb())
                && next.is_some_and(|next| !next.is_empty() && !next.starts_with(|c: char| c.is_ascii_digit()))
        };
        let Some(at) = (0..bare.len()).find(|at| is(*at, &INCLUDES) || is(*at, &EXCLUDES) || is_denial(*at)) else {
            return self.keep(&words);
        };
        let is_denied = is_denial(at);
        // As in `not included`.
        let at_verb = if is_denied && (is(at + 1, &INCLUDES) || is(at + 1, &EXCLUDES)) { at + 1 } else { at };
        let is_extra = if at_verb > at { is(at_verb, &INCLUDES) } else { !is_denied && is(at, &EXCLUDES) };
        let (before, behind) = (&words[..at], &words[at_verb + 1..]);
        let (kept, thing) = if behind.is_empty() { (&[][..], before) } else { (before, behind) };
        self.keep(kept);
        if is_extra {
            self.extra.push(thing.join(" "));
        }
    }

    fn keep(&mut self, words: &[&str]) {
        if !self.rest.is_empty() && !words.is_empty() {
            self.rest.push_str(", ");
        }
        self.rest.push_str(&words.join(" "));
    }
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> String {
    if word == "+" {
        return word.to_owned();
    }
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Whether a word begins in this way; a short one must be the whole word.
fn begins(word: &str, start: &str) -> bool {
    word == start
        || (word.starts_with(start)
            && (start.chars().count() > 4 || matches!(start, "incl" | "inkl" | "excl" | "exkl")))
}

/// The clauses of a text. A comma within a number parts nothing.
fn clauses(text: &str) -> Vec<&str> {
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_in_number = before.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit());
        let parts = match c {
            ',' => !is_in_number,
            ';' | '(' | ')' | '[' | ']' | '|' | '\n' => true,
            '-' | '–' | '—' => before.is_whitespace() && next.is_some_and(char::is_whitespace),
            _ => false,
        };
        if parts {
            clauses.push(&text[start..at]);
            start = at + c.len_utf8();
        }
        before = c;
    }
    clauses.push(&text[start..]);
    clauses
}

/// A text without the rates of a tax, as in `incl. 19% VAT` and `TVA 20 %`: they are no amounts.
pub(super) fn without_rates(text: &str) -> String {
    let Some(sign) = text.find('%') else { return text.to_owned() };
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ');
    let before = text[..sign].trim_end_matches(is_of_number);
    let (number, behind) = (&text[before.len()..sign], &text[sign + 1..]);
    let is_tax = |word: Option<&str>| word.is_some_and(|word| TAXES.contains(&bare(word).as_str()));
    let follows = is_tax(behind.split_whitespace().next()) && behind.starts_with(char::is_whitespace);
    if number.trim().is_empty() || !(follows || is_tax(before.split_whitespace().next_back())) {
        return text.to_owned();
    }
    // Only the last number before the sign is the rate.
    let rate = before.len() + number.trim_end().rfind(' ').map_or(0, |blank| blank + 1);
    format!("{}{behind}", &text[..rate])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_amount_includes_denies_or_leaves_out_is_set_apart() {
        for (text, rest, extra) in [
            ("900 (incl. exam)", "900", None),
            ("€900 including membership", "€900", None),
            ("€900, no monthly fees", "€900", None),
            ("900 € frais d'examen inclus", "", None),
            ("€900 excl. exam", "€900", Some("exam")),
            ("€900 plus exam", "€900", Some("exam")),
            ("€1,200 + VAT", "€1,200", Some("VAT")),
            ("$500, exam not included", "$500", Some("exam")),
            ("$39 per month", "$39 per month", None),
            ("not $500", "not $500", None),
        ] {
            let apart = Apart::of(text);
            assert_eq!((apart.rest.as_str(), apart.extra.first().map(String::as_str)), (rest, extra), "{text}");
        }
    }

    #[test]
    fn the_rate_of_a_tax_is_no_amount() {
        for (text, without) in [
            ("€900 incl. 19% VAT", "€900 incl.  VAT"),
            ("900 € zzgl. 19 % MwSt.", "900 € zzgl.  MwSt."),
            ("1 200 € TVA 20 % comprise", "1 200 € TVA  comprise"),
            ("$500 (10% off)", "$500 (10% off)"),
            ("5% tax", " tax"),
        ] {
            assert_eq!(without_rates(text), without, "{text}");
        }
    }
}
