//! Where a person lives or works: *I live in Lagos*, *a job in Lima*. It says nothing about what is wanted, and names of
//! places look like other words, so it is read as if it had not been typed, if the rest names something that can be
//! wanted. Places that something is taught about, such as China, are not listed.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::denial::is_wishing;
use super::filler::{is_filler, is_parting};
use super::vocabulary::Vocabulary;
use crate::names::placed_words;

/// Words of living somewhere.
#[rustfmt::skip] // a table reads by its rows
const LIVING: [&str; 18] = [
    "live", "lives", "living", "based", "located", "residing", "moved", "vivo", "vive", "vivimos", "habite", "vis",
    "wohne", "lebe", "moro", "abito", "born", "staying",
];
/// Words between these and a place, or before a place.
const IN: [&str; 15] =
    ["in", "at", "near", "to", "around", "outside", "from", "en", "a", "cerca", "em", "na", "bei", "aus", "dans"];
/// Signs between two clauses.
pub(super) const CLAUSE_ENDS: [char; 7] = [',', ';', '.', ':', '(', ')', '–'];
/// The most words of a place.
const MAX_PLACE: usize = 3;

/// Cities, countries and states, folded, of one word each.
const PLACES: &str = "\
    abidjan abuja accra adelaide afghanistan ahmedabad alabama alaska albania alberta alexandria algeria algiers \
    almaty amman amsterdam andalucia angola ankara antioquia antwerp argentina arizona armenia asuncion athens \
    atlanta auckland austin australia austria azerbaijan baghdad baku bali baltimore bamako bandung bangalore \
    bangkok bangladesh barcelona barranquilla bavaria beirut belarus belfast belgium belgrade bengaluru bergen \
    berlin berlino bern bhopal bihar bilbao birmingham bogota bolivia bologna bordeaux boston botswana brasilia \
    bratislava brisbane bristol brussels bruxelles bucharest budapest bulawayo bulgaria burundi cairo calgary cali \
    california cambodia cameroon canada cancun caracas cardiff cartagena casablanca catalonia chandigarh chennai \
    chicago cleveland cologne colombia colombo colorado copenhagen cordoba croatia curitiba cyprus dakar dallas \
    damascus davao delhi denmark denver detroit dhaka doha dortmund dresden dubai dublin durban dusseldorf ecuador \
    edmonton egypt essen estonia ethiopia finland florida francfort frankfurt freetown fukuoka gdansk geneva geneve \
    genoa georgia ghana ghent glasgow gothenburg granada guadalajara guatemala guayaquil gujarat hambourg hamburg \
    hanoi hanover harare havana helsinki honduras houston hungary hyderabad ibadan iceland illinois indiana \
    indonesia iran iraq ireland istanbul izmir jaipur jakarta jalisco jamaica jeddah johannesburg jordan kabul \
    kampala kano kansas karachi karnataka kathmandu kazakhstan kentucky kenya kerala khartoum kiev kigali kinshasa \
    kolkata koln krakow kumasi kuwait kyiv kyoto lagos lahore latvia lebanon leeds leipzig liberia libya lille lima \
    lisboa lisbon lithuania liverpool ljubljana london londres louisiana luanda lucknow lusaka lyon madagascar \
    madrid maharashtra malaga malawi malaysia mali malta manchester manila maputo marrakech marseille maryland \
    massachusetts mauritius medellin melbourne miami michigan milan milano minneapolis minnesota minsk mississippi \
    missouri moldova mombasa mongolia montana monterrey montevideo montreal morocco moscow moscu mozambique mumbai \
    munchen munich myanmar nagpur nairobi namibia nantes naples napoli nashville nebraska nepal nevada nicaragua \
    niger nigeria norway ohio oklahoma oman ontario oregon osaka oslo ottawa pakistan panama paraguay paris pekin \
    pennsylvania perth peru philadelphia philippines pittsburgh portland porto prague pretoria pune punjab qatar \
    quebec quito rabat recife riga riyadh roma romania rome rosario rotterdam rwanda santiago seattle senegal seoul \
    serbia sevilla seville shanghai sheffield shenzhen singapore slovakia slovenia somalia stockholm strasbourg \
    stuttgart sudan surabaya sweden switzerland sydney syria taipei tallinn tampa tanzania tashkent tbilisi tehran \
    tennessee texas thailand tijuana tirana togo tokyo torino toronto toulouse tripoli tunis tunisia turin uganda \
    uruguay utah uzbekistan valencia vancouver varsovie venezuela venice vermont vienna vilnius virginia warsaw wien \
    windhoek wisconsin wyoming yangon yaounde yemen yerevan zagreb zambia zaragoza zimbabwe zurich";

static ALL: LazyLock<HashSet<&str>> = LazyLock::new(|| PLACES.split_whitespace().collect());

impl Vocabulary {
    /// Returns a text with blanks in place of where the person lives. Places in the text stay the same.
    pub(super) fn without_place(&self, text: &str) -> String {
        let placed = placed_words(text);
        let words: Vec<&str> = placed.iter().map(|(word, _)| word.as_str()).collect();
        let ends = |at: usize| {
            let between = placed.get(at + 1).and_then(|next| text.get(placed[at].1.end..next.1.start));
            between.is_none_or(|between| between.contains(CLAUSE_ENDS))
        };
        let is_subject = |range: &Range<usize>| {
            let phrase = text.get(placed[range.start].1.start..placed[range.end - 1].1.end);
            phrase.is_none_or(|phrase| phrase.contains(' ') && !self.called(phrase).is_empty())
        };
        let mut plain = text.to_owned();
        let mut from = 0;
        while let Some(range) = place(&words, from, &ends) {
            from = range.end;
            let bytes = placed[range.start].1.start..placed[range.end - 1].1.end;
            let mut rest = plain.clone();
            rest.replace_range(bytes.clone(), &" ".repeat(bytes.len()));
            let whole = range.start.saturating_sub(1)..range.end;
            if !is_subject(&whole) && self.names_a_topic(&rest) {
                plain = rest;
            }
        }
        plain
    }
}

/// The first words from an index on that say where the person lives; `ends` reports whether a clause ends after a word.
fn place(words: &[&str], from: usize, ends: &impl Fn(usize) -> bool) -> Option<Range<usize>> {
    (from..words.len()).find_map(|at| {
        let is_in = |at: usize| words.get(at).is_some_and(|word| IN.contains(word));
        let is_place = |at: usize| words.get(at).is_some_and(|word| ALL.contains(word));
        if LIVING.contains(&words[at]) && is_in(at + 1) && !ends(at) {
            let start = at + 2;
            let stops = |at: usize| {
                let word = words[at];
                is_parting(word) || is_wishing(word) || is_filler(word)
            };
            let most = words.len().min(start + MAX_PLACE);
            let end = (start + 1..most).find(|at| stops(*at)).unwrap_or(most);
            let end = (start..end).find(|at| ends(*at)).map_or(end, |last| last + 1);
            return (end > start).then_some(at..end);
        }
        (is_in(at) && !ends(at) && is_place(at + 1)).then_some(at..at + 2)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let plain = Vocabulary::embedded().without_place(text);
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn where_a_person_lives_is_not_read() {
        for (text, rest) in [
            ("i live in Lagos, accounting", "i , accounting"),
            ("based in rural Wales, nursing", ", nursing"),
            ("accounting in Lima", "accounting"),
            ("nursing, I'm from Ghana", "nursing, I'm"),
            ("vivo en Bogotá y quiero contabilidad", "y quiero contabilidad"),
            ("I live in New South Wales and want nursing", "I and want nursing"),
        ] {
            assert_eq!(plain(text), rest, "{text}");
        }
    }

    #[test]
    fn a_place_alone_and_what_is_no_place_stay() {
        for text in ["i live in Lagos", "accounting in hospitals", "live in the moment", "Lima", "history of China"] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn the_places_are_sorted_and_none_is_repeated() {
        assert!(PLACES.split_whitespace().is_sorted_by(|one, next| one < next));
    }
}
