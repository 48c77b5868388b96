//! The place whose buyers a column of prices is for, according to its heading, as in `Price UK`.

/// Countries, regions and their short names, in lower case.
#[rustfmt::skip] // a table reads by its rows
const PLACES: [&str; 52] = [
    "us", "usa", "uk", "eu", "eea", "uae", "gcc", "latam", "apac", "emea", "row", "united states", "united kingdom",
    "europe", "europa", "european union", "rest of world", "rest of the world", "africa", "asia", "latin america",
    "north america", "south america", "middle east", "india", "indien", "china", "japan", "canada", "mexico",
    "méxico", "brazil", "brasil", "argentina", "colombia", "chile", "peru", "germany", "deutschland", "france",
    "spain", "españa", "italy", "italia", "poland", "polska", "switzerland", "schweiz", "australia", "singapore",
    "south africa", "nigeria",
];

/// What makes a place part of the name of a currency, as in `US dollars` and `UK £`.
const CURRENCIES: [&str; 8] = ["$", "£", "€", "dollar", "pound", "euro", "rupee", "peso"];

/// Whether a heading names a place, and not a currency by it.
pub(in super::super) fn names_place(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let is_of_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_whole = |(at, place): (usize, &str)| {
        !is_of_word(lower[..at].chars().next_back()) && !is_of_word(lower[at + place.len()..].chars().next())
    };
    let is_named = PLACES.iter().any(|place| lower.match_indices(place).any(is_whole));
    is_named && !CURRENCIES.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_by_whole_words_and_currencies_are_no_places() {
        for heading in ["Price US", "Price (UK)", "Fee - India", "Price Rest of World", "Precio México"] {
            assert!(names_place(heading), "{heading}");
        }
        for heading in ["Price", "Bus fee", "Price US$", "Price (US dollars)", "Price UK £", "Status fee"] {
            assert!(!names_place(heading), "{heading}");
        }
    }
}
