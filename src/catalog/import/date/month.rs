//! Dates with the month in words, in the languages of tables: where the month is a word, the order is clear.

use jiff::civil::Date;

/// The names of the months, in full, inflected and abbreviated.
#[rustfmt::skip] // a table reads by its rows
const MONTHS: [&[&str]; 12] = [
    &["enero", "ene", "januar", "jänner", "jan", "janvier", "janv", "gennaio", "gen", "janeiro", "stycznia", "ledna"],
    &["febrero", "feb", "februar", "février", "févr", "febbraio", "fevereiro", "fev", "lutego", "února"],
    &["marzo", "mar", "märz", "mrz", "mars", "março", "marca", "března"],
    &["abril", "abr", "april", "apr", "avril", "avr", "aprile", "kwietnia", "dubna"],
    &["mayo", "may", "mai", "maggio", "mag", "maio", "maja", "května"],
    &["junio", "jun", "juni", "juin", "giugno", "giu", "junho", "czerwca", "června"],
    &["julio", "jul", "juli", "juillet", "juil", "luglio", "lug", "julho", "lipca", "července"],
    &["agosto", "ago", "august", "aug", "août", "sierpnia", "srpna"],
    &["septiembre", "setiembre", "sep", "sept", "september", "septembre", "settembre", "set", "setembro", "września",
        "září"],
    &["octubre", "oct", "oktober", "okt", "octobre", "ottobre", "ott", "outubro", "out", "października", "října"],
    &["noviembre", "nov", "november", "novembre", "novembro", "listopada", "listopadu"],
    &["diciembre", "dic", "dezember", "dez", "décembre", "déc", "dicembre", "dezembro", "grudnia", "prosince"],
];

/// Parses `12 de mayo de 2026`, `3. März 2026` and `1er juin 2026`.
pub(super) fn in_words(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let words = lower.split([' ', '.', ',']).filter(|word| !matches!(*word, "" | "de" | "del" | "do" | "le" | "di"));
    let words: Vec<&str> = words.collect();
    let [day, month, year] = words[..] else { return None };
    let day = day.trim_end_matches("er").trim_end_matches(['º', '°']).parse().ok()?;
    let month = MONTHS.iter().position(|names| names.contains(&month))? as i8 + 1;
    Date::new(year.parse().ok()?, month, day).ok()
}
