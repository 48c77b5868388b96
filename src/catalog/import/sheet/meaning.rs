//! What one heading means, compared without case, blanks and punctuation. A heading that is in no list is tried once
//! more word by word: without fillers, in the singular, as a bound, as a price.

use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) use super::column::words;
use super::column::{Column, Quantity, compact};
use super::{courses, flags, names, translated};
use crate::catalog::import::{amount, measure};

/// Words that say nothing of what a column holds.
#[rustfmt::skip] // a table reads by its rows
const FILLERS: [&str; 41] = [
    "no", "of", "num", "number", "nº", "est", "estimated", "approx", "approximate", "avg", "average", "typical",
    "exact", "indicative", "suggested", "recommended", "current", "standard", "the", "main", "geschätzte", "estimado",
    "value", "anzahl", "der", "des", "de", "del", "della", "di", "du", "d", "la", "le", "nombre", "número", "numero",
    "liczba", "počet", "n", "nb",
];

/// What the rows of a table are called, which its headings may repeat before or behind what they say.
#[rustfmt::skip] // a table reads by its rows
const ROWS: [&str; 25] = [
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

/// Words that make a heading with a word for a price one of something else.
const NO_PRICES: [&str; 21] = [
    "center",
    "centre",
    "code",
    "currency",
    "waiver",
    "waived",
    "type",
    "category",
    "policy",
    "note",
    "notes",
    "model",
    "id",
    "url",
    "link",
    "status",
    "description",
    "details",
    "comment",
    "comments",
    "information",
];

/// Words before what an amount is paid or done for.
const PER: [&str; 8] = ["per", "for", "each", "by", "pro", "par", "por", "je"];

/// Words for a unit, behind what it is of.
const UNITS: [&str; 5] = ["unit", "units", "uom", "einheit", "unité"];

/// Words for the bounds of a range, before or after what it is of, in the languages of headings.
#[rustfmt::skip] // a table reads by its rows
const LEAST: [&str; 26] = [
    "min", "minimum", "from", "low", "lower", "lowest", "least", "von", "mindestens", "minimal", "minimale", "untere",
    "desde", "mín", "mínimo", "mínima", "mínimos", "mínimas", "minimo", "minima", "minimi", "minimalna", "minimální",
    "minimálně", "nejméně", "od",
];
#[rustfmt::skip] // a table reads by its rows
const MOST: [&str; 28] = [
    "max", "maximum", "to", "high", "upper", "highest", "most", "bis", "höchstens", "maximal", "maximale", "obere",
    "hasta", "máx", "máximo", "máxima", "máximos", "máximas", "massimo", "massima", "massimi", "até", "maks",
    "maksimum", "maksymalna", "maximální", "maximálně", "do",
];

/// Words for bounds that are common words elsewhere: they count only behind what they bound, as in `Prix de`.
const LEAST_BEHIND: [&str; 4] = ["de", "da", "ab", "dès"];
const MOST_BEHIND: [&str; 2] = ["à", "a"];

/// Bounds that are written in one word with what they bound, as in `maxweeks`.
const GLUED_LEAST: [&str; 3] = ["min", "low", "from"];
const GLUED_MOST: [&str; 2] = ["max", "high"];

/// What a heading means, with or without what it says in brackets: a unit, a currency.
pub(super) fn meaning(heading: &str) -> Option<Column> {
    let bare = heading.split(['(', '[']).next().unwrap_or_default();
    let numbered = || courses::is_numbered(heading).then_some(Column::CourseCount);
    if is_ordinal(heading) {
        return Some(Column::Ignored);
    }
    if flags::is_flag(heading) {
        return Some(Column::Status);
    }
    let exact = listed(&compact(heading)).or_else(|| unit_of(heading)).or_else(numbered).or_else(|| bounded(heading));
    let found = exact.or_else(|| listed(&compact(bare))).or_else(|| loosely(&words(bare))).or_else(|| either(bare));
    let found = found.or_else(|| names_hours_a_week(heading).then_some(Column::Workload))?;
    Some(if found == Column::Length && is_in_hours(heading) { Column::TotalHours } else { found })
}

/// Whether a heading names hours and weeks, as in `Study time (hrs/week)`.
fn names_hours_a_week(heading: &str) -> bool {
    let words = words(heading);
    let has = |unit| words.iter().any(|word| measure::unit(word) == Some(unit));
    has(measure::Unit::Hour) && has(measure::Unit::Week)
}

/// Whether the only unit in a heading is the hour, as in `Duration (hours)`.
fn is_in_hours(heading: &str) -> bool {
    let words = words(heading);
    let mut units = words.iter().filter_map(|word| measure::unit(word)).peekable();
    units.peek().is_some() && units.all(|unit| unit == measure::Unit::Hour)
}

/// The meaning of a heading that is in one of the lists.
pub(super) fn listed(compact: &str) -> Option<Column> {
    // Every row is tried as a row of headings, so the lists are not searched one by one.
    static LISTED: LazyLock<HashMap<&str, Column>> = LazyLock::new(|| {
        let own = names::MEANINGS.iter().flat_map(|(column, names)| names.iter().map(|name| (*name, *column)));
        let pairs: Vec<(&str, Column)> = own.chain(translated::headings()).collect();
        // Of two lists with one name, the first counts.
        pairs.into_iter().rev().collect()
    });
    LISTED.get(compact).copied()
}

/// Whether a heading is that of the number of each row, as in `Course #` and `Program No.`.
fn is_ordinal(heading: &str) -> bool {
    let words = words(heading);
    let is_row = |word: &String| ROWS.contains(&word.as_str());
    match &words[..] {
        [row] => is_row(row) && heading.trim_end().ends_with('#'),
        [row, number] => is_row(row) && ["no", "nr", "nº"].contains(&number.as_str()),
        _ => false,
    }
}

/// The meaning of the unit of a quantity, as in `Effort unit`.
fn unit_of(heading: &str) -> Option<Column> {
    let words = words(heading);
    // As in `unitText`.
    let words = words.strip_suffix(&["text".to_owned()]).unwrap_or(&words);
    let (_, of) = words.split_last().filter(|(last, _)| UNITS.contains(&last.as_str()))?;
    listed(&of.concat()).or_else(|| loosely(of)).and_then(Quantity::of).map(Column::Unit)
}

/// Whether a text is a bound, a unit of time or a currency, and nothing else.
pub(super) fn is_unit_or_bound(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_bound = LEAST.contains(&lower.as_str()) || MOST.contains(&lower.as_str());
    is_bound || measure::unit(&lower).is_some() || amount::in_heading(text, None).is_some()
}

/// The meaning of two names for one thing, as in `University / School`.
fn either(heading: &str) -> Option<Column> {
    const TITLES: [Column; 3] = [Column::Title, Column::Name, Column::ProgramName];
    let meanings = heading.split(['/', '|', '&']).map(|name| listed(&compact(name)));
    let meanings: Vec<Column> = meanings.collect::<Option<_>>()?;
    let first = *meanings.first()?;
    match () {
        () if meanings.iter().all(|other| *other == first) => Some(first),
        () if meanings.iter().all(|other| TITLES.contains(other)) => Some(Column::Title),
        () => None,
    }
}

/// The meaning of a bound, as in `Price min` or `Weeks (to)`.
fn bounded(heading: &str) -> Option<Column> {
    let words = words(heading);
    if let [word] = &words[..] {
        return glued(word);
    }
    // A unit or a currency may follow the bound, as in `price_low_usd`.
    let is_unit =
        |word: &str| measure::unit(word).is_some() || amount::in_heading(&word.to_uppercase(), None).is_some();
    let at_last = words.iter().rposition(|word| !is_unit(word))?;
    let (first, last) = (words.first()?, &words[at_last]);
    let is_of = |bounds: &[&str], behind: &[&str]| {
        bounds.contains(&first.as_str()) || bounds.contains(&last.as_str()) || behind.contains(&last.as_str())
    };
    let (is_least, is_most) = (is_of(&LEAST, &LEAST_BEHIND), is_of(&MOST, &MOST_BEHIND));
    let is_bound = |at: usize, word: &str| {
        LEAST.contains(&word)
            || MOST.contains(&word)
            || (at == at_last && (LEAST_BEHIND.contains(&word) || MOST_BEHIND.contains(&word)))
    };
    let rest = words.iter().enumerate().filter(|(at, word)| !is_bound(*at, word)).map(|(_, word)| word.clone());
    let rest: Vec<String> = rest.collect();
    if is_least == is_most || rest.is_empty() || words.len() - rest.len() != 1 {
        return None;
    }
    let unitless: Vec<String> = rest.iter().filter(|word| measure::unit(word).is_none()).cloned().collect();
    // `Number of hours` has no bound in any language.
    if !unitless.is_empty() && unitless.iter().all(|word| FILLERS.contains(&word.as_str())) {
        return None;
    }
    let column = [&rest, &unitless].into_iter().find_map(|words| listed(&words.concat()).or_else(|| loosely(words)))?;
    bound(column, is_least)
}

/// The meaning of a bound that is one word with what it bounds.
fn glued(word: &str) -> Option<Column> {
    let without = |part: &&str| {
        word.strip_prefix(*part).or_else(|| word.strip_suffix(*part)).and_then(listed).and_then(Quantity::of)
    };
    let least = GLUED_LEAST.iter().find_map(&without).map(Column::Least);
    least.or_else(|| GLUED_MOST.iter().find_map(without).map(Column::Most))
}

fn bound(column: Column, is_least: bool) -> Option<Column> {
    let quantity = Quantity::of(column)?;
    Some(if is_least { Column::Least(quantity) } else { Column::Most(quantity) })
}

/// The meaning of a heading without its fillers, without what its table calls the rows, or in the singular.
fn loosely(words: &[String]) -> Option<Column> {
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
    let is_price = (has(&PRICES) || words.iter().any(is_compound)) && !has(&NO_PRICES);
    is_price.then_some(Column::Price)
}

/// Whether a word of a heading with a price says nothing of which price it is.
pub(super) fn is_of_price(word: &str) -> bool {
    let is_compound = || PRICE_ENDINGS.iter().any(|ending| word.ends_with(ending));
    [&PRICES[..], &FILLERS, &ROWS, &AMOUNTS].iter().any(|words| words.contains(&word)) || is_compound()
}

/// What prices are often called, besides the words for them.
const AMOUNTS: [&str; 8] = ["amount", "list", "full", "regular", "in", "all", "as", "asked"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_mean_the_same_however_they_are_written() {
        for (heading, column) in [
            ("Program Type", Column::Kind),
            ("program_type", Column::Kind),
            ("What You’ll Learn", Column::Ignored),
            ("Pre-requisites", Column::Prerequisites),
            ("Subscription price", Column::Price),
            ("Price (USD)", Column::Price),
            ("\u{feff}Title", Column::Title),
            ("HOURS PER WEEK", Column::Workload),
            ("Duration (in terms)", Column::Length),
            ("Duration (hours)", Column::TotalHours),
            ("Duration (weeks)", Column::Length),
            ("Preis (EUR)", Column::Price),
            ("Duración", Column::Length),
            ("Język", Column::Languages),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
        assert_eq!(meaning("Dean"), None);
    }

    #[test]
    fn headings_are_read_word_by_word_if_they_are_in_no_list() {
        for (heading, column) in [
            ("Est. length", Column::Length),
            ("Est. total hours", Column::TotalHours),
            ("Organizations Name", Column::School),
            ("program_institution", Column::School),
            ("Course provider", Column::School),
            ("Prix TTC", Column::Price),
            ("Monatspreis", Column::Price),
            ("Cuota de inscripción", Column::Price),
            ("Price min", Column::Least(Quantity::Price)),
            ("Price (to)", Column::Most(Quantity::Price)),
            ("Min weeks", Column::Least(Quantity::Length)),
            ("Duration max", Column::Most(Quantity::Length)),
            ("weekly_hours_low", Column::Least(Quantity::Workload)),
            ("University / School", Column::School),
            ("Hours/week", Column::Workload),
            ("Aufwand pro Woche (h)", Column::Workload),
            ("Hours each week", Column::Workload),
            ("Study time (hrs/week)", Column::Workload),
            ("Product name", Column::Name),
            ("Program name / Nom du programme", Column::Title),
            ("Price per course", Column::Price),
            ("Course #", Column::Ignored),
            ("Program No.", Column::Ignored),
            ("Subscription/month", Column::Price),
            ("Duration value", Column::Length),
            ("Total Clock Hours", Column::TotalHours),
            ("Nombre d’heures", Column::TotalHours),
            ("Número de horas", Column::TotalHours),
            ("Organisme de formation", Column::School),
            ("Denominazione corso", Column::Title),
            ("Name of the University", Column::School),
            ("Name of Programme", Column::Name),
            ("Medium of instruction", Column::Languages),
            ("Haftalık saat", Column::Workload),
            ("Название программы", Column::Title),
            ("受講料", Column::Price),
            ("Type de certificat", Column::Kind),
            ("Art des Abschlusses", Column::Kind),
            ("Tipo di diploma", Column::Kind),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
    }

    #[test]
    fn a_bound_is_read_in_the_languages_of_headings() {
        for (least, most, quantity) in [
            ("hours_low", "hours_high", Quantity::TotalHours),
            ("Hours (min)", "Hours (max)", Quantity::TotalHours),
            ("total_hours_from", "total_hours_to", Quantity::TotalHours),
            ("hours_per_week_low", "hours_per_week_high", Quantity::Workload),
            ("minEffort", "maxEffort", Quantity::Workload),
            ("weeks_low", "weeks_high", Quantity::Length),
            ("minweeks", "maxweeks", Quantity::Length),
            ("Min. Dauer (Wochen)", "Max. Dauer (Wochen)", Quantity::Length),
            ("Dauer von", "Dauer bis", Quantity::Length),
            ("Semanas (mínimo)", "Semanas (máximo)", Quantity::Length),
            ("Durée de (semaines)", "Durée à (semaines)", Quantity::Length),
            ("courses_low", "courses_high", Quantity::CourseCount),
            ("Cursos desde", "Cursos hasta", Quantity::CourseCount),
            ("Kurse von", "Kurse bis", Quantity::CourseCount),
            ("price_low_usd", "price_high_usd", Quantity::Price),
            ("Prezzo da", "Prezzo a", Quantity::Price),
            ("Cena od", "Cena do", Quantity::Price),
            ("Preço mínimo", "Preço máximo", Quantity::Price),
            ("lowprice", "highprice", Quantity::Price),
        ] {
            assert_eq!(meaning(least), Some(Column::Least(quantity)), "{least}");
            assert_eq!(meaning(most), Some(Column::Most(quantity)), "{most}");
        }
        for (heading, column) in [
            ("Hours a week", Some(Column::Workload)),
            ("Time to complete", Some(Column::Length)),
            ("From", None),
            ("Highlights", None),
            ("Minor", None),
        ] {
            assert_eq!(meaning(heading), column, "{heading}");
        }
    }

    #[test]
    fn a_word_that_contains_a_price_is_no_price() {
        for heading in [
            "Feedback",
            "Coffee",
            "Cost center",
            "Fee waiver",
            "Price code",
            "Pricey",
            "Costa Rica",
            "Cost description",
        ] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }
}
