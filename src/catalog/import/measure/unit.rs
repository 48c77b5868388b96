//! Units of time, and the words for them in the languages of catalogues.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// The English word for several of it.
    pub(in super::super) fn word(self) -> &'static str {
        match self {
            Self::Hour => "hours",
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Year => "years",
        }
    }
}

/// Words for units in the languages of catalogues. Longer words also match words that begin with them.
#[rustfmt::skip] // a table reads by its rows
const UNITS: [(Unit, &[&str]); 5] = [
    (Unit::Hour, &["h", "hr", "hrs", "hour", "hora", "heure", "stunde", "std", "ore", "ora", "hodin", "godz"]),
    (Unit::Day, &[
        "d", "day", "days", "día", "días", "dia", "dias", "jour", "tag", "tage", "tagen", "giorn", "den", "dní", "dni",
        "dnů",
    ]),
    (Unit::Week, &["w", "wk", "wks", "week", "semana", "semaine", "woche", "settiman", "týd", "tyd", "tyg"]),
    (Unit::Month, &[
        "mo", "mos", "mon", "mth", "mths", "month", "mes", "meses", "mois", "monat", "mese", "mesi", "měs", "mies",
        "mês",
    ]),
    (Unit::Year, &[
        "y", "yr", "yrs", "year", "año", "ano", "anos", "année", "annee", "an", "ans", "jahr", "anno", "anni", "rok",
        "roky", "lata", "lat", "let",
    ]),
];

/// Words that begin like a unit and name something else, by beginning.
#[rustfmt::skip] // a table reads by its rows
const NO_UNITS: [&str; 11] = [
    "weekend", "weekday", "weeknight", "wochenend", "wochentag", "wochenstunde", "monthly", "yearly", "hourly",
    "monatsrate", "jahrgang",
];

/// The unit that a word stands for: short words must match exactly, longer ones by their beginning.
pub(in super::super) fn unit(word: &str) -> Option<Unit> {
    if NO_UNITS.iter().any(|other| word.starts_with(other)) {
        return None;
    }
    let exact = UNITS.iter().find(|(_, words)| words.contains(&word));
    let begun = || UNITS.iter().find(|(_, words)| words.iter().any(|start| is_stem(start) && word.starts_with(start)));
    exact.or_else(begun).map(|(unit, _)| *unit)
}

/// Whether a word may match by its beginning: if it has four letters, or a letter that is not ASCII, as in `týdnů`.
fn is_stem(start: &str) -> bool {
    start.chars().count() > 3 || !start.is_ascii() || matches!(start, "tyg" | "tyd")
}
