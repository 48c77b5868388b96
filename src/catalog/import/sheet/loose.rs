//! What a heading means word by word: in a list, without fillers, in the singular, as a price or as a kind of credential.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::column::Column;
use super::{names, translated};
use crate::catalog::import::measure;
use crate::catalog::import::slug::slug;

/// Words that say nothing of what a column holds.
#[rustfmt::skip] // a table reads by its rows
pub(super) const FILLERS: [&str; 41] = [
    "no", "of", "num", "number", "nº", "est", "estimated", "approx", "approximate", "avg", "average", "typical",
    "exact", "indicative", "suggested", "recommended", "current", "standard", "the", "main", "geschätzte", "estimado",
    "value", "anzahl", "der", "des", "de", "del", "della", "di", "du", "d", "la", "le", "nombre", "número", "numero",
    "liczba", "počet", "n", "nb",
];

/// What the rows of a table are called, which its headings may repeat before or behind what they say.
#[rustfmt::skip] // a table reads by its rows
pub(super) const ROWS: [&str; 25] = [
    "program", "programme", "course", "product", "credential", "degree", "offering", "studiengang", "formation",
    "kurs", "kurses", "kursu", "lehrgang", "curso", "cursos", "corso", "corsi", "cours", "kurz", "kurzu", "programa",
    "programma", "programu", "formación", "studiów",
];

/// Words for a price, in the languages of headings.
#[rustfmt::skip] // a table reads by its rows
const PRICES: [&str; 42] = [
    "subscription", "price", "prices", "cost", "costs", "fee", "fees", "tuition", "preis", "preise", "kosten", "gebühr", "gebühren",
    "entgelt", "precio", "precios", "coste", "costo", "costos", "tarifa", "cuota", "prix", "coût", "coûts", "frais",
    "tarif", "tarifs", "prezzo", "costi", "quota", "retta", "preço", "custo", "mensalidade", "cena", "koszt", "opłata",
    "czesne", "wpisowe", "poplatek", "školné", "kurzovné",
];

/// German words for a price end compounds, as in `Monatspreis`.
const PRICE_ENDINGS: [&str; 4] = ["preis", "gebühr", "gebühren", "kosten"];

/// Words behind a price for what is said of it in words.
#[rustfmt::skip] // a table reads by its rows
const NOTES: [&str; 22] = [
    "note", "notes", "remark", "remarks", "comment", "comments", "description", "details", "detail", "information",
    "info", "condition", "conditions", "includes", "included", "covers", "hinweis", "hinweise", "bemerkung",
    "anmerkung", "remarque", "notas",
];

/// Words behind a price for the day on which it ends.
#[rustfmt::skip] // a table reads by its rows
const UNTIL: [&str; 12] = [
    "until", "till", "valid", "expires", "expiry", "expiration", "ends", "deadline", "gültig", "valide", "vigencia",
    "scadenza",
];

/// Words that make a heading with a word for a price one of something else.
#[rustfmt::skip] // a table reads by its rows
const NO_PRICES: [&str; 14] = [
    "center", "centre", "code", "currency", "waiver", "waived", "type", "category", "policy", "model", "id", "url",
    "link", "status",
];

/// Words before what an amount is paid or done for.
const PER: [&str; 8] = ["per", "for", "each", "by", "pro", "par", "por", "je"];

/// The meaning of a heading that is in one of the lists.
pub(super) fn listed(compact: &str) -> Option<Column> {
    // Every row is tried as a row of headings, so the lists are not searched one by one.
    static LISTED: LazyLock<HashMap<&str, Column>> = LazyLock::new(|| {
        let own = names::MEANINGS.iter().flat_map(|(column, names)| names.iter().map(|name| (*name, *column)));
        let pairs: Vec<(&str, Column)> = own.chain(translated::headings()).collect();
        // Names of members are often written without accents.
        let bare = pairs.iter().filter(|(name, _)| !name.is_ascii()).filter_map(|(name, column)| {
            let bare = slug(name, "").replace('-', "");
            // Of other scripts little or nothing is left.
            (bare.chars().count() == name.chars().count()).then(|| (&*bare.leak(), *column))
        });
        let bare: Vec<(&str, Column)> = bare.collect();
        // Of two lists with one name, the first counts.
        pairs.into_iter().chain(bare).rev().collect()
    });
    LISTED.get(compact).copied()
}

/// The meaning of a heading without its fillers, without what its table calls the rows, or in the singular.
pub(super) fn loosely(words: &[String]) -> Option<Column> {
    let kept: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    let singular = |words: &[&str]| words.iter().map(|word| word.strip_suffix('s').unwrap_or(word)).collect::<String>();
    let known = |words: &[&str]| listed(&words.concat()).or_else(|| listed(&singular(words)));
    let tail = || kept.split_first().filter(|(first, tail)| ROWS.contains(first) && !tail.is_empty());
    // `Price per course` speaks of a part of the row.
    let is_whole = |head: &[&str]| head.last().is_some_and(|word| !PER.contains(word));
    let head = || kept.split_last().filter(|(last, head)| ROWS.contains(last) && is_whole(head));
    // As in `Name of the university`.
    let named = || kept.split_first().filter(|(first, _)| **first == "name").and_then(|(_, of)| known(of));
    let plain = known(&kept).or_else(|| tail().and_then(|(_, tail)| known(tail))).or_else(named);
    let plain = plain.or_else(|| head().and_then(|(_, head)| known(head)));
    let plain = plain.or_else(|| by_the_week(&kept)).or_else(|| of_basis(words));
    plain.or_else(|| of_price(&kept)).or_else(|| of_kind(&kept))
}

/// Words for payments, and words behind these and behind prices for how often they are due.
const PAYMENTS: [&str; 9] = ["payment", "payments", "paid", "pay", "billing", "billed", "charge", "charged", "pricing"];
const PERIODS: [&str; 9] =
    ["period", "interval", "frequency", "cycle", "basis", "recurrence", "cadence", "billing", "per"];

/// The meaning of what says how often a price is due, as in `Billing interval`, `Payment` and `Per`.
fn of_basis(words: &[String]) -> Option<Column> {
    let is_payment = |word: &String| PAYMENTS.contains(&word.as_str());
    let is_paid = |word: &String| is_payment(word) || PRICES.contains(&word.as_str());
    let is_basis = match words {
        [word] => is_payment(word) || word == "per",
        [before @ .., last] => before.iter().any(is_paid) && PERIODS.contains(&last.as_str()),
        [] => false,
    };
    is_basis.then_some(Column::PriceBasis)
}

/// Words for a type, and beginnings of words for what has one, in the languages of headings.
const TYPES: [&str; 10] = ["type", "typ", "tipo", "art", "kind", "rodzaj", "druh", "tür", "türü", "soort"];
#[rustfmt::skip] // a table reads by its rows
const TYPED: [&str; 12] = [
    "credential", "certifi", "certyfi", "zertifi", "sertifi", "diplom", "qualifi", "abschlu", "titulaci", "award",
    "degree", "program",
];

/// The meaning of `Type de certificat` and `Art des Abschlusses`.
fn of_kind(words: &[&str]) -> Option<Column> {
    let is_of = |word: &&str| TYPED.iter().any(|start| word.starts_with(start));
    let is_type = matches!(words, [a, b] if (TYPES.contains(a) && is_of(b)) || (TYPES.contains(b) && is_of(a)));
    is_type.then_some(Column::Kind)
}

/// The meaning of `Effort per week` and `Hours each week`.
fn by_the_week(words: &[&str]) -> Option<Column> {
    let (what, span) = words.split_first()?;
    let is_week = span.last().is_some_and(|word| measure::unit(word) == Some(measure::Unit::Week));
    let is_work = matches!(listed(what), Some(Column::Workload | Column::TotalHours));
    (is_week && is_work).then_some(Column::Workload)
}

/// The meaning of a heading with a word for a price.
fn of_price(words: &[&str]) -> Option<Column> {
    let has = |all: &[&str]| words.iter().any(|word| all.contains(word));
    let is_compound = |word: &&str| PRICE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    let is_price = has(&PRICES) || words.iter().any(is_compound);
    match () {
        () if !is_price => None,
        () if has(&["currency", "currencies", "währung", "devise", "moneda", "valuta"]) => Some(Column::Currency),
        () if has(&NOTES) => Some(Column::PriceNote),
        () if has(&UNTIL) => Some(Column::PriceUntil),
        () => (!has(&NO_PRICES)).then_some(Column::Price),
    }
}

/// Whether a word of a heading with a price says nothing of which price it is.
pub(super) fn is_of_price(word: &str) -> bool {
    let is_compound = || PRICE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    [&PRICES[..], &FILLERS, &ROWS, &AMOUNTS].iter().any(|words| words.contains(&word)) || is_compound()
}

/// What prices are often called, besides the words for them.
const AMOUNTS: [&str; 8] = ["amount", "list", "full", "regular", "in", "all", "as", "asked"];
