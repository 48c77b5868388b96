//! Units of time, and the words for them in the languages of catalogues, from one table: a row for each language, a
//! column for each meaning. A word that ends with `*` there is the beginning of words.

use std::collections::HashMap;
use std::sync::LazyLock;

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

/// Words, whole or by their beginning, with what they mean.
struct Words<M> {
    whole: HashMap<&'static str, M>,
    begun: Vec<(&'static str, M)>,
}

impl<M: Copy> Words<M> {
    /// Of these columns of the table.
    fn of(columns: &[(&str, M)]) -> Self {
        let mut words = Self { whole: HashMap::new(), begun: Vec::new() };
        for (column, meaning) in columns {
            for word in column_of(column) {
                match word.strip_suffix('*') {
                    Some(start) => words.begun.push((start, *meaning)),
                    None => {
                        words.whole.entry(word).or_insert(*meaning);
                    }
                }
            }
        }
        words
    }

    fn find(&self, word: &str) -> Option<M> {
        let begun = || self.begun.iter().find(|(start, _)| word.starts_with(start)).map(|(_, meaning)| *meaning);
        self.whole.get(word).copied().or_else(begun)
    }
}

/// The words in a column of the table, language by language.
fn column_of(name: &str) -> impl Iterator<Item = &'static str> {
    let mut rows = include_str!("../../../../assets/units.tsv").lines().map(|row| row.split('\t'));
    let at = rows.next().and_then(|mut names| names.position(|other| other == name));
    rows.filter_map(move |mut cells| cells.nth(at?)).flat_map(str::split_whitespace)
}

static UNITS: LazyLock<Words<Unit>> = LazyLock::new(|| {
    use Unit::{Day, Hour, Month, Week, Year};
    Words::of(&[("hour", Hour), ("day", Day), ("week", Week), ("month", Month), ("year", Year)])
});
static ADVERBS: LazyLock<Words<Unit>> = LazyLock::new(|| {
    use Unit::{Day, Month, Week, Year};
    Words::of(&[("daily", Day), ("weekly", Week), ("monthly", Month), ("yearly", Year)])
});
static PER: LazyLock<Words<()>> = LazyLock::new(|| Words::of(&[("per", ())]));
static IN: LazyLock<Words<()>> = LazyLock::new(|| Words::of(&[("in", ())]));
static EACH_WEEK: LazyLock<Words<()>> = LazyLock::new(|| Words::of(&[("each week", ())]));
static FREE: LazyLock<Words<()>> = LazyLock::new(|| Words::of(&[("free", ())]));

/// Words that begin like a unit and name something else, by beginning.
#[rustfmt::skip] // a table reads by its rows
const NO_UNITS: [&str; 11] = [
    "weekend", "weekday", "weeknight", "wochenend", "wochentag", "wochenstunde", "monthly", "yearly", "hourly",
    "monatsrate", "jahrgang",
];

/// The unit that a word names.
pub(in super::super) fn unit(word: &str) -> Option<Unit> {
    if NO_UNITS.iter().any(|other| word.starts_with(other)) {
        return None;
    }
    UNITS.find(word)
}

/// Whether a word as a whole is one for a unit, as `haftalık` is, which means weekly elsewhere.
pub(super) fn is_whole_unit(word: &str) -> bool {
    UNITS.whole.contains_key(word)
}

/// The unit of an adjective or adverb such as `weekly`.
pub(in super::super) fn adverb(word: &str) -> Option<Unit> {
    ADVERBS.find(word)
}

/// Whether a word joins an amount with each unit of what it is for, as in `5 hours per week`.
pub(in super::super) fn is_per(word: &str) -> bool {
    PER.find(word).is_some()
}

/// Whether a word does so between times alone, as in `5 Stunden in der Woche`.
pub(super) fn is_in(word: &str) -> bool {
    IN.find(word).is_some()
}

/// Whether a word before an amount says that it is that of a week, as in `haftada 5 saat`.
pub(super) fn is_each_week(word: &str) -> bool {
    EACH_WEEK.find(word).is_some() || adverb(word) == Some(Unit::Week)
}

/// Whether a word says that something costs nothing.
pub(in super::super) fn is_free(word: &str) -> bool {
    FREE.find(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_has_all_columns() {
        let mut rows = include_str!("../../../../assets/units.tsv").lines().map(|row| row.split('\t').count());
        let columns = rows.next();
        assert!(rows.all(|count| Some(count) == columns));
        for name in
            ["hour", "day", "week", "month", "year", "daily", "weekly", "monthly", "yearly", "per", "in", "free"]
        {
            assert!(column_of(name).count() > 5, "{name}");
        }
        assert!(column_of("each week").count() > 3);
    }

    #[test]
    fn a_word_means_one_unit() {
        let units = ["hour", "day", "week", "month", "year"].map(|name| column_of(name).collect::<Vec<_>>());
        for (at, words) in units.iter().enumerate() {
            let others = units.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, words)| words);
            let twice: Vec<_> = others.filter(|word| words.contains(word)).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
