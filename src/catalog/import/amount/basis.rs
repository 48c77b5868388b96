//! What an amount buys, according to the words around it or above its column. Words are compared as whole words: a
//! `fee` is one and `Coffee` is none. What buys less than the whole, or is asked of some buyers alone, is told apart,
//! so that it never becomes the price of a program.

use super::What;
use super::apart::Apart;
use super::buyers::{MAX_LABEL, is_conditional, is_of_region, names_members};
use super::each::{begins, is_of_each, is_per, is_per_other, is_per_unit, names_instalments, words, words_and_numbers};
use crate::catalog::import::measure::{self, Unit};
use crate::catalog::import::signal_words::EACH;
use crate::catalog::import::vocabulary::number_word;

/// What an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Purpose {
    /// Something that a catalogue has a name for.
    Of(What),
    /// A part of the whole that a catalogue has no name for: a credit, a year, an application.
    Part,
    /// The whole under a condition, such as a discount.
    Conditional,
}

/// Parts of a program that are paid for one by one: in cells after a word such as `per`, in headings anywhere.
#[rustfmt::skip] // a table reads by its rows
const PARTS: [&str; 44] = [
    "year", "annum", "yr", "semest", "trimest", "term", "quarter", "credit", "ects", "unit", "module", "modul",
    "session", "lesson", "week", "day", "hour", "jahr", "woche", "stunde", "año", "an", "année", "anno", "ano", "rok",
    "halbjahr", "roku", "pół", "půl", "půlrok", "półrocz", "pololet",
    "semana", "semaine", "crédit", "crédito", "credito", "kredit", "kreditpunkt", "instal", "rate", "punkt", "punkty",
];

/// The units of time that a price is a share for; a catalogue has a name for that of a month.
const SHARES: [Unit; 4] = [Unit::Hour, Unit::Day, Unit::Week, Unit::Year];

/// Adjectives and adverbs of a price for each period that is no unit of time, by beginning.
#[rustfmt::skip] // a table reads by its rows
const PERIODIC: [&str; 11] = [
    "quarterly", "hourly", "semestergebühr", "semesterbeitrag", "halbjährlich", "semestriel", "semestral", "półroczn",
    "pololetn", "biannual", "semiannual",
];

/// Words for what is paid beside or before the price, by beginning.
#[rustfmt::skip] // a table reads by its rows
const ASIDE: [&str; 21] = [
    "deposit", "depósito", "application", "admission", "registration", "enrolment", "enrollment", "installment",
    "instalment", "late", "anzahlung", "anmelde", "bewerbung", "immatrikulation", "acompte", 
    "acconto", "zaliczk", "wpisow", "rekrutac", "záloh", "zápisn",
];

/// Words in headings, by beginning, for what is paid besides the program itself.
#[rustfmt::skip] // a table reads by its rows
const EXTRAS: [&str; 18] = [
    "books", "textbook", "material", "supplies", "equipment", "uniform", "tools", "other", "misc", "laborator",
    "technology", "housing", "accommodation", "travel", "living", "lehrmaterial", "matériel", "materiales",
];

/// Words for a time that costs nothing, and for what comes after it.
const TRIALS: [&str; 7] = ["trial", "probemonat", "testphase", "essai", "prueba", "prova", "zkušební"];
const AFTER: [&str; 9] = ["then", "after", "afterwards", "danach", "dann", "puis", "después", "luego", "poi"];

/// Words, by beginning, for what is paid beside a price, or is itself the price if there is no other: a certificate,
/// and in the Romance languages the enrolment.
#[rustfmt::skip] // a table reads by its rows
const BESIDE: [&str; 11] = [
    "certificate", "certificat", "certificado", "certificato", "zertifikat", "certyfikat", "certifikát", "inscription",
    "inscripción", "iscrizion", "inscrição",
];

/// Words for a subscription, by beginning, and inside German compounds.
const SUBSCRIPTIONS: [&str; 8] =
    ["subscri", "abonn", "abonam", "suscripci", "abbonament", "assinatura", "subskryp", "předplat"];
const COMPOUNDED_SUBSCRIPTIONS: &str = "abonn";

/// Words for keeping a credential valid.
const RENEWALS: [&str; 5] = ["renewal", "renewals", "renew", "renewed", "renewing"];

/// What an amount is for, according to the text around it; `None` if it does not say.
pub(in super::super) fn purpose(text: &str) -> Option<Purpose> {
    let apart = Apart::of(text);
    let text = &apart.rest;
    let words = words(text);
    let is_each = || words.last().is_some_and(|word| EACH.contains(&word.as_str()));
    general(&words, text)
        .or_else(|| abbreviated(&words))
        .or_else(|| (is_per(&words, &PARTS) || is_per(&words, &BESIDE) || is_each()).then_some(Purpose::Part))
        .or_else(|| is_per_unit(text, &SHARES).then_some(Purpose::Part))
        .or_else(|| (is_per_months(text) || is_after_trial(&words) || is_per_other(text)).then_some(Purpose::Part))
        .or_else(|| apart.extra.iter().any(|thing| is_charge(thing)).then_some(Purpose::Part))
}

/// Whether something that costs extra is a charge of its own, and neither a tax nor a way to pay.
fn is_charge(thing: &str) -> bool {
    let is_way = |purpose| {
        matches!(
            purpose,
            Purpose::Conditional | Purpose::Of(What::Month | What::Subscription | What::Renewal | What::Member)
        )
    };
    purpose_of_words(thing).is_some_and(|purpose| !is_way(purpose)) || may_be_beside(thing)
}

/// The purpose that an abbreviation of two letters names, as in `900 € p.a.`.
fn abbreviated(words: &[String]) -> Option<Purpose> {
    let second = words.windows(2).find(|pair| pair[0] == "p" && pair[1].len() == 1).map(|pair| pair[1].as_str());
    match second? {
        "a" | "w" | "s" | "h" => Some(Purpose::Part),
        "m" => Some(Purpose::Of(What::Month)),
        _ => None,
    }
}

/// Words before a span that something is paid for again and again; most others may stand before the length of the whole.
const SPANS: [&str; 10] = ["/", "per", "each", "every", "alle", "je", "pro", "cada", "ogni", "každých"];

/// Whether something is said to be paid for each span of several months, as in `every six-month term`.
fn is_per_months(text: &str) -> bool {
    let words = words_and_numbers(text);
    let is_several = |word: &str| word.parse::<u32>().ok().or(number_word(word).map(|number| number as u32));
    words.windows(3).any(|three| {
        SPANS.contains(&three[0].as_str())
            && is_several(&three[1]).is_some_and(|count| count > 1)
            && measure::unit(&three[2]) == Some(Unit::Month)
    })
}

/// Whether an amount is what a subscription costs once its free time is over.
fn is_after_trial(words: &[String]) -> bool {
    begins(words, &TRIALS) && words.iter().any(|word| AFTER.contains(&word.as_str()))
}

/// Whether a heading names what is often paid beside the price of the whole, and in other tables is that price.
pub(in super::super) fn may_be_beside(heading: &str) -> bool {
    begins(&words(heading), &BESIDE)
}

/// What the amounts of a column are for, according to its heading. Here a part is named without `per`, as in `Credit
/// price`.
pub(in super::super) fn purpose_of_heading(heading: &str) -> Option<Purpose> {
    purpose_of_words(&Apart::of(heading).rest)
}

fn purpose_of_words(heading: &str) -> Option<Purpose> {
    let words = words(heading);
    let is_part = || begins(&words, &PARTS) || begins(&words, &EXTRAS);
    general(&words, heading).or_else(|| is_part().then_some(Purpose::Part))
}

/// The most words of a text that says no more than what an amount is for.
const MAX_BASIS: usize = 3;

/// What amounts are for, according to a text of its own beside them, such as `monthly`, `per course` or `MONTH`.
pub(in super::super) fn purpose_of_basis(text: &str) -> Option<Purpose> {
    if names_instalments(text) {
        return Some(Purpose::Part);
    }
    let text = text.replace('_', " ").to_lowercase();
    purpose_of_heading(&text).or_else(|| purpose_of_heading(&format!("per {text}")))
}

/// Whether a text beside amounts is none of them, but says for which period or thing they are paid.
pub(in super::super) fn is_basis(text: &str) -> bool {
    let is_amount = text.contains(|c: char| c.is_ascii_digit());
    let is_period = |what| matches!(what, What::Month | What::Subscription | What::Course | What::Renewal);
    let is_each = || is_for_each(text) || is_for_each(&format!("per {text}"));
    !is_amount
        && words(text).len() <= MAX_BASIS
        && match purpose_of_basis(text) {
            Some(Purpose::Of(what)) => is_period(what),
            Some(Purpose::Part) => is_each(),
            _ => false,
        }
}

/// What an amount buys, if a catalogue has a name for it.
pub(in super::super) fn what(text: &str) -> Option<What> {
    match purpose(text) {
        Some(Purpose::Of(what)) => Some(what),
        _ => None,
    }
}

/// Whether a text says that an amount pays for a part of the whole, or is asked of some buyers alone.
pub(in super::super) fn is_of_part(text: &str) -> bool {
    matches!(purpose(text), Some(Purpose::Part | Purpose::Conditional))
}

/// Whether a text says that an amount is paid for each of several periods or parts.
pub(in super::super) fn is_for_each(text: &str) -> bool {
    let words = words(text);
    is_per(&words, &PARTS)
        || is_per_unit(text, &SHARES)
        || begins(&words, &PERIODIC)
        || words.iter().any(|word| measure::adverb(word).is_some())
        || words.last().is_some_and(|word| EACH.contains(&word.as_str()))
}

/// The purpose, as far as headings and cells name it in the same way.
fn general(words: &[String], text: &str) -> Option<Purpose> {
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let is_per_month = || is_per_unit(text, &[Unit::Month]) && !is_per_months(text);
    if has(&RENEWALS) {
        return Some(Purpose::Of(What::Renewal));
    }
    if begins(words, &SUBSCRIPTIONS) || words.iter().any(|word| word.contains(COMPOUNDED_SUBSCRIPTIONS)) {
        return Some(Purpose::Of(What::Subscription));
    }
    if is_of_each(words, Unit::Month) || is_per_month() {
        return Some(Purpose::Of(What::Month));
    }
    match names_members(words) {
        Some(true) if words.len() <= MAX_LABEL && is_conditional(words) => Some(Purpose::Conditional),
        // A price for those who are no members is the price that everyone pays.
        Some(false) => None,
        Some(true) => Some(Purpose::Of(What::Member)),
        None => of_some_buyers(words).or_else(|| of_course_or_exam(words)),
    }
}

/// The purpose of a price that buyers of one region or under a condition pay, or that pays for a part.
fn of_some_buyers(words: &[String]) -> Option<Purpose> {
    // A sentence may speak of these without being about them.
    let is_label = words.len() <= MAX_LABEL;
    let is_periodic = || begins(words, &PERIODIC) || SHARES.iter().any(|unit| is_of_each(words, *unit));
    match () {
        () if is_of_region(words) => Some(Purpose::Of(What::Region)),
        () if is_label && is_conditional(words) => Some(Purpose::Conditional),
        () if is_label && (begins(words, &ASIDE) || is_periodic()) => Some(Purpose::Part),
        () => None,
    }
}

fn of_course_or_exam(words: &[String]) -> Option<Purpose> {
    let is_of_course =
        || words.windows(2).any(|pair| pair[0] == "course" && ["price", "fee", "fees"].contains(&&*pair[1]));
    if begins(words, &["exam"]) {
        Some(Purpose::Of(What::Exam))
    } else if is_per(words, &["course", "kurs", "cours", "curso", "corso"]) || is_of_course() {
        Some(Purpose::Of(What::Course))
    } else if begins(words, &["bundle"]) {
        Some(Purpose::Of(What::Bundle))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_for_a_month_are_told_in_every_language() {
        for text in [
            "49 €/Monat",
            "39 € mensuel",
            "39 € al mes",
            "595 zł/mies.",
            "$39 per month",
            "$39/mo",
            "20 € par mois",
            "Monatspreis",
            "Prix mensuel",
            "Cuota mensual",
            "mensalidade",
            "290 Kč měsíčně",
            "49 CHF pro Monat",
            "39 € per maand",
            "299 kr/månad",
            "299 kr pr. måned",
            "49 € kuukaudessa",
            "4900 Ft havonta",
            "199 lei pe lună",
            "aylık 249 TL",
            "990 руб. в месяц",
            "990 руб. за месяц",
            "29 € ανά μήνα",
            "每月99元",
            "毎月 900円",
            "매월 9900원",
            "Rp 99.000 per bulan",
        ] {
            assert_eq!(purpose(text), Some(Purpose::Of(What::Month)), "{text}");
        }
    }

    #[test]
    fn a_part_of_the_whole_is_no_price_of_it() {
        for text in [
            "€400 per credit",
            "500 €/semestre",
            "$2,400 per year",
            "1200 € par an",
            "$99 deposit",
            "Annual fee",
            "90 € pro ECTS",
            "Application Fee",
            "300 USD each",
            "$99 per certificate",
            "Anmeldegebühr",
            "$300/module",
            "$900 per academic year",
            "10 EUR per annum",
            "2000 € per jaar",
            "20 000 kr per år",
            "120 000 руб. в год",
            "4000 lei pe an",
        ] {
            assert_eq!(purpose(text), Some(Purpose::Part), "{text}");
        }
        for text in [
            "€240 every three months",
            "900 € pro Halbjahr",
            "$3,755 per 6-month term",
            "£80 / 2 months",
            "First month a free trial, then $19",
            "1 200 zł za pół roku",
            "Testphase gratis, danach 19 €",
        ] {
            assert_eq!(purpose(text), Some(Purpose::Part), "{text}");
        }
        assert_eq!(purpose("$1,500 for a four-month course"), None);
        for heading in ["Price per credit", "Credit price", "Semester fee", "Tuition (year 1)"] {
            assert_eq!(purpose_of_heading(heading), Some(Purpose::Part), "{heading}");
        }
        assert!(may_be_beside("Certificate fee") && may_be_beside("Frais d'inscription") && !may_be_beside("Fee"));
        for text in [
            "12000 руб. за 2 года",
            "1200 zł na 2 lata",
            "$1,200 for 2 years",
            "€500 (2 semesters)",
            "Enroll now",
            "Program fee",
            "Frais d'inscription",
        ] {
            assert_eq!(purpose(text), None, "{text}");
        }
    }

    #[test]
    fn what_some_pay_is_not_what_all_pay() {
        for text in [
            "Price after discount",
            "Course fee after subsidies",
            "Early bird price",
            "ermäßigt 400 €",
            "tarif réduit",
            "Student price",
        ] {
            assert_eq!(purpose(text), Some(Purpose::Conditional), "{text}");
        }
        for text in
            ["Price before discount", "Latest price", "$500 per student", "Price (United States)", "€1,200 + VAT"]
        {
            assert_eq!(purpose(text), None, "{text}");
        }
        for text in [
            "$500 for members",
            "500 € für Vereinsmitglieder",
            "Mitgliederpreis",
            "Precio socios",
            "Cuota de membresía para miembros",
        ] {
            assert_eq!(purpose(text), Some(Purpose::Of(What::Member)), "{text}");
        }
        for text in ["non-EU fee", "International tuition", "Tuition (in-state)", "Home fee", "In District"] {
            assert_eq!(purpose(text), Some(Purpose::Of(What::Region)), "{text}");
        }
    }

    #[test]
    fn a_word_inside_another_says_nothing() {
        for text in [
            "$500 (Sociology)",
            "Sociology fee (USD)",
            "$500 for Renewable Energy",
            "$500 Remember Rome",
            "$500 for Presidents",
            "$500 Financial statements in statecraft",
            "$500 for Salesforce",
            "$500 Urban Residences",
        ] {
            assert_eq!(purpose(text), None, "{text}");
            assert_eq!(purpose_of_heading(text), None, "{text}");
        }
        for text in ["$500 for non-members", "500 € für Nichtmitglieder", "500 € no socios", "500 € für kein Mitglied"]
        {
            assert_eq!(purpose(text), None, "{text}");
        }
        for (text, what) in [
            ("Jahresabonnement", What::Subscription),
            ("Renewal fee", What::Renewal),
            ("nonresident tuition", What::Region),
            ("Tuition (out-of-state)", What::Region),
        ] {
            assert_eq!(purpose(text), Some(Purpose::Of(what)), "{text}");
        }
    }
}
