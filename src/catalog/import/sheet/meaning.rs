//! What one heading means, compared without case, blanks and punctuation: as it stands, without what it says in brackets,
//! as a bound, as a unit, or word by word.

use super::bound::bounded;
pub(super) use super::column::words;
use super::column::{Column, Quantity, compact};
use super::loose::{ROWS, listed, loosely};
use super::{courses, flags};
use crate::catalog::import::measure;
use crate::catalog::import::signal_words::is_credit;

/// Words for a unit, behind what it is of.
const UNITS: [&str; 5] = ["unit", "units", "uom", "einheit", "unité"];

/// What a heading means, with or without what it says in brackets: a unit, a currency.
pub(super) fn meaning(heading: &str) -> Option<Column> {
    let bare = heading.split(['(', '[', '（']).next().unwrap_or_default();
    let numbered = || courses::is_numbered(heading).then_some(Column::CourseCount);
    if is_ordinal(heading) {
        return Some(Column::Ignored);
    }
    if flags::is_flag(heading) {
        return Some(Column::Status);
    }
    if is_of_record(heading) {
        return Some(Column::Record);
    }
    let exact = listed(&compact(heading)).or_else(|| unit_of(heading)).or_else(numbered).or_else(|| bounded(heading));
    let found = exact.or_else(|| listed(&compact(bare))).or_else(|| loosely(&words(bare))).or_else(|| either(bare));
    let found = found.or_else(|| names_hours_a_week(heading).then_some(Column::Workload))?;
    let is_of_time = matches!(found, Column::Length | Column::Workload | Column::TotalHours);
    match () {
        () if is_of_time && words(heading).iter().any(|word| is_credit(word)) => Some(Column::Credit),
        () if found == Column::Length && is_in_hours(heading) => Some(Column::TotalHours),
        () => Some(found),
    }
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

/// Whether a heading asks what each row is, as `course_or_program` does.
fn is_of_record(heading: &str) -> bool {
    let words = words(heading);
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    has(&["or"]) && has(&["course", "courses"]) && has(&["program", "programs", "programme", "programmes"])
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
            ("Workload (ECTS)", Column::Credit),
            ("Studielast (EC)", Column::Credit),
            ("Charge de travail (crédits ECTS)", Column::Credit),
            ("Price note", Column::PriceNote),
            ("Cost description", Column::PriceNote),
            ("Price valid until", Column::PriceUntil),
        ] {
            assert_eq!(meaning(heading), Some(column), "{heading}");
        }
    }

    #[test]
    fn a_word_that_contains_a_price_is_no_price() {
        for heading in ["Feedback", "Coffee", "Cost center", "Fee waiver", "Price code", "Pricey", "Costa Rica"] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }
}
