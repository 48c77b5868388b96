//! Headings of the bounds of a quantity, such as `Price min`, `Weeks (to)` and `maxweeks`, in the languages of tables.

use super::column::{Column, Quantity, words};
use super::loose::{FILLERS, listed, loosely};
use crate::catalog::import::{amount, measure};

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

/// Words for bounds that are common words elsewhere: they count only after what they bound, as in `Prix de`.
const LEAST_BEHIND: [&str; 4] = ["de", "da", "ab", "dès"];
const MOST_BEHIND: [&str; 2] = ["à", "a"];

/// Bounds that are written in one word with what they bound, as in `maxweeks`.
const GLUED_LEAST: [&str; 3] = ["min", "low", "from"];
const GLUED_MOST: [&str; 2] = ["max", "high"];

/// The meaning of a bound, as in `Price min` or `Weeks (to)`.
pub(super) fn bounded(heading: &str) -> Option<Column> {
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

/// Whether a text is a bound, a unit of time or a currency, and nothing else.
pub(super) fn is_unit_or_bound(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_bound = LEAST.contains(&lower.as_str()) || MOST.contains(&lower.as_str());
    is_bound || measure::unit(&lower).is_some() || amount::in_heading(text, None).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::meaning::meaning;
    use super::*;

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
}
