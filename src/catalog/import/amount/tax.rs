//! Whether an amount includes tax, according to the words beside the name of the tax. Words elsewhere in the text are
//! about something else, and a text that says both says neither.

use super::currency::{named, sign};
use crate::catalog::Tax;
use crate::catalog::import::measure::is_per;
use crate::catalog::import::signal_words::denies;

pub(super) const TAXES: [&str; 12] =
    ["vat", "tax", "taxes", "gst", "mwst", "ust", "tva", "iva", "dph", "taxe", "btw", "moms"];

/// Words before the name of a tax that is not in the amount, and before one that is.
#[rustfmt::skip] // a table reads by its rows
const WITHOUT: [&str; 15] = [
    "+", "plus", "ex", "before", "pre", "without", "zzgl", "zuzüglich", "ohne", "hors", "sin", "senza", "bez", "sem", "sans",
];
const WITH: [&str; 7] = ["with", "mit", "con", "com", "avec", "s", "z"];

/// Words before or behind the name of a tax that say the same, by beginning.
const EXCLUDES: [&str; 3] = ["excl", "exkl", "escl"];
const INCLUDES: [&str; 9] =
    ["incl", "inkl", "compris", "comprend", "enthalten", "enthält", "inbegriffen", "zawier", "včetně"];

/// Words for a price, by beginning or as the end of a compound.
#[rustfmt::skip] // a table reads by its rows
const PRICES: [&str; 17] = [
    "price", "fee", "cost", "tuition", "amount", "total", "preis", "gebühr", "gebühren", "kosten", "prix", "tarif", "coût", "precio",
    "prezzo", "preço", "cena",
];

/// Amounts without and with tax, named without the tax.
const NET: [&str; 3] = ["net", "netto", "ht"];
const GROSS: [&str; 3] = ["gross", "brutto", "ttc"];

/// How far from the name of a tax the words about it are: next but one before it; a verb may be further.
const NEAR: usize = 2;
const NEAR_VERB: usize = 3;

/// Between two words that belong to different parts of a sentence.
const BREAK: &str = ",";

/// Whether an amount includes tax, according to the text around it; `None` if it does not say.
pub(in super::super) fn tax(text: &str) -> Option<Tax> {
    let words = split(text);
    let bare: Vec<&str> = words.iter().map(String::as_str).filter(|word| !is_number(word)).collect();
    let beside_taxes = (0..bare.len()).filter(|at| TAXES.contains(&bare[*at])).flat_map(|at| beside(&bare, at));
    let mut said = beside_taxes.chain((0..words.len()).filter_map(|at| by_itself(&words, at)));
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// What the words beside the name of a tax say.
fn beside(words: &[&str], tax: usize) -> Vec<Tax> {
    let is_joined = |at: usize| !words[at.min(tax)..at.max(tax)].contains(&BREAK);
    let near = (tax.saturating_sub(NEAR_VERB)..words.len().min(tax + NEAR_VERB + 1)).filter(|at| is_joined(*at));
    near.filter_map(|at| said_at(words, at, tax)).collect()
}

/// What the word in this place says about a tax.
fn said_at(words: &[&str], at: usize, tax: usize) -> Option<Tax> {
    let word = words[at];
    let is_before = at < tax && tax - at <= NEAR;
    let is_denied = at > 0 && denies(words[at - 1]);
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    match () {
        () if is_before && WITHOUT.contains(&word) => Some(Tax::Excluded),
        () if is_before && WITH.contains(&word) => Some(Tax::Included),
        () if begins(&EXCLUDES) => (!is_denied).then_some(Tax::Excluded),
        () if begins(&INCLUDES) => Some(if is_denied { Tax::Excluded } else { Tax::Included }),
        () => None,
    }
}

/// What a word such as `net` says. It counts only among the words of a price: `ASP.NET` and `Gross anatomy` are none.
fn by_itself(words: &[String], at: usize) -> Option<Tax> {
    let word = words[at].as_str();
    let is_price = |word: &str| PRICES.iter().any(|price| word.starts_with(price) || word.ends_with(price));
    let is_compound = |start: &str| word.starts_with(start) && is_price(word);
    let tax = match () {
        () if NET.contains(&word) || is_compound("netto") => Tax::Excluded,
        () if GROSS.contains(&word) || is_compound("brutto") => Tax::Included,
        () => return None,
    };
    let is_of_price = |word: &String| is_price(word) || is_number(word) || is_money(word) || may_be_beside_net(word);
    let neighbours = [at.checked_sub(1).and_then(|before| words.get(before)), words.get(at + 1)];
    neighbours.into_iter().flatten().filter(|word| *word != BREAK).all(is_of_price).then_some(tax)
}

/// Whether `net` beside this word still speaks of tax, although the word is no part of a price: `net of VAT`.
fn may_be_beside_net(word: &str) -> bool {
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    let is_listed = [&TAXES[..], &WITHOUT, &NET, &GROSS].iter().any(|all| all.contains(&word));
    is_listed || is_per(word) || begins(&EXCLUDES) || begins(&INCLUDES) || matches!(word, "of" | "in" | "en" | "the")
}

fn is_number(word: &str) -> bool {
    word == "%" || word.contains(|c: char| c.is_ascii_digit())
}

fn is_money(word: &str) -> bool {
    sign(word).is_some() || named(word).or_else(|| named(&word.to_uppercase())).is_some()
}

/// The words of a text in lower case, with its plus signs, and its commas as [`BREAK`]. A word keeps a dot inside it.
fn split(text: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let is_in_number = before.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit);
        match c {
            ',' | ';' if !is_in_number => spaced.push_str(" , "),
            '+' => spaced.push_str(" + "),
            '(' | ')' | '[' | ']' | '/' | ':' | '-' | '–' | '—' | '|' | '"' => spaced.push(' '),
            c => spaced.extend(c.to_lowercase()),
        }
        before = c;
    }
    spaced.split_whitespace().map(|word| word.trim_end_matches('.').to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_is_in_or_out_where_it_is_named() {
        for text in [
            "Price excl. VAT (EUR)",
            "Prix HT",
            "1.000 € zzgl. MwSt.",
            "€1,200 + VAT",
            "Net price",
            "900 € excl. btw",
            "900 € zzgl. 19 % MwSt.",
            "$500, VAT not included",
            "500 € IVA no incluido",
            "Prezzo (IVA esclusa)",
            "TVA non comprise",
            "does not include VAT",
            "Nettopreis",
            "Preis netto (EUR)",
            "500 € netto pro Monat",
            "500 EUR ex-VAT",
            "taxes are not included",
        ] {
            assert_eq!(tax(text), Some(Tax::Excluded), "{text}");
        }
        for text in [
            "Price incl. VAT",
            "Prix TTC",
            "inkl. MwSt.",
            "IVA incluido",
            "Bruttopreis (brutto)",
            "EUR 500, includes VAT, no hidden fees",
            "$500 including all taxes, without books",
            "VAT is included",
            "1200 Kč s DPH",
            "TVA 20 % comprise",
        ] {
            assert_eq!(tax(text), Some(Tax::Included), "{text}");
        }
    }

    #[test]
    fn words_about_something_else_say_nothing_about_tax() {
        for text in [
            "Price",
            "$500 for ASP.NET",
            "$500 for .NET developers",
            "$500 Gross Anatomy",
            "Net zero buildings, $500",
            "EUR 500 no VAT",
            "$500 without books, tax advice for free",
            "$500, exam not included, for tax advisers",
            "Tax law with Python",
            "500 EUR net, incl. VAT",
            "500 EUR excl. or incl. VAT",
            "Tax, exclusive seminars",
        ] {
            assert_eq!(tax(text), None, "{text}");
        }
    }
}
