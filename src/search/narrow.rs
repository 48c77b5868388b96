//! Narrows the facet values by typed text: to values with a name, or a word of one, that starts with it; if there are
//! none, to values with a name that it may misspell. One input narrows all facets.

use std::collections::{BTreeMap, HashSet};

use crate::catalog::Catalog;
use crate::names::{TypedWord, content_words, fold, words};
use crate::width;

use super::field::Field;
use super::filter::{Facet, FacetValue};
use super::limits::Quantity;
use super::resolve::{Spelling, begun_by, spellings_of};
use super::results::Results;

/// The minimum number of letters for which the name of a facet matches all of its values.
const MIN_NAME_CHARS: usize = 3;
/// The minimum numbers of letters for which a word may have one typing error, and two.
const MIN_CHARS_OF_SLIP: usize = 4;
const MIN_CHARS_OF_TWO_SLIPS: usize = 8;

/// The facet values that match the typed text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Narrowed {
    /// The facets with these values; facets without any are left out.
    pub values: Vec<(Facet, Vec<FacetValue>)>,
    /// The quantities that match.
    pub quantities: Vec<Quantity>,
}

impl Results {
    /// Returns what the typed text may mean as a filter.
    pub fn narrowed(&self, catalog: &Catalog, typed: &str) -> Narrowed {
        let quantities = || Quantity::ALL.into_iter().filter(|own| is_name_of(Field::Quantity(*own), typed)).collect();
        let begun = self.narrowed_by(|facet| {
            let begun = begun_by(catalog, facet, typed);
            Box::new(move |value| begun.contains(value))
        });
        let named = |(facet, values): &(Facet, Vec<FacetValue>)| {
            is_name_of(Field::Facet(*facet), typed).then(|| (*facet, values.clone()))
        };
        let mut values: Vec<_> = self.facets().iter().filter_map(named).collect();
        values.extend(begun.into_iter().filter(|(facet, _)| !is_name_of(Field::Facet(*facet), typed)));
        let stem = words(typed).concat();
        best_first(catalog, &mut values, typed, &stem);
        say_why(catalog, &mut values, |name| is_begun(name, &stem));
        prefer_own_names(&mut values, &stem);
        let found = Narrowed { values, quantities: quantities() };
        if found != Narrowed::default() {
            return found;
        }
        let own = self.nearly_called(catalog, typed, Spelling::Own);
        let mut values = if own.is_empty() { self.nearly_called(catalog, typed, Spelling::Any) } else { own };
        let mut slips = Slips::of(typed);
        say_why(catalog, &mut values, |name| slips.lead_to(name));
        Narrowed { values, quantities: Vec::new() }
    }

    /// Returns the values whose names match with typing errors.
    fn nearly_called(&self, catalog: &Catalog, typed: &str, spelling: Spelling) -> Vec<(Facet, Vec<FacetValue>)> {
        self.narrowed_by(|facet| {
            let mut slips = Slips::of(typed);
            let near = spellings_of(catalog, facet, spelling).into_iter();
            let near = near.filter(|(_, names)| names.iter().any(|name| slips.lead_to(name)));
            let near: HashSet<String> = near.map(|(value, _)| value).collect();
            Box::new(move |value| near.contains(value))
        })
    }

    /// The facets with the values that pass the facet's test.
    fn narrowed_by(&self, test: impl Fn(Facet) -> Box<dyn Fn(&str) -> bool>) -> Vec<(Facet, Vec<FacetValue>)> {
        let of_facet = |facet: Facet| {
            let is_meant = test(facet);
            let meant: Vec<FacetValue> =
                self.every_value(facet).into_iter().filter(|value| is_meant(&value.value)).collect();
            (!meant.is_empty()).then_some((facet, meant))
        };
        Facet::ALL.into_iter().filter_map(of_facet).collect()
    }

    /// Returns the values of a facet: those with programs in their order, then those without programs under the query
    /// and the filters, so that no existing value seems to be missing.
    fn every_value(&self, facet: Facet) -> Vec<FacetValue> {
        let shown = self.values(facet);
        let mut values = shown.to_vec();
        let is_shown: HashSet<&str> = shown.iter().map(|own| own.value.as_str()).collect();
        let others = self.counts.every_value(facet).into_iter();
        values.extend(others.filter(|other| !is_shown.contains(other.value.as_str())));
        values
    }
}

/// How well a label matches: it equals the typed text, begins with it, has a word that does, or matches only by another
/// name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    Word,
    OtherName,
}

impl Fit {
    fn of(label: &str, stem: &str) -> Self {
        let words = words(label);
        let from = |at: usize| words[at..].concat();
        match () {
            () if from(0) == stem => Self::Whole,
            () if from(0).starts_with(stem) => Self::Beginning,
            () if (1..words.len()).any(|at| from(at).starts_with(stem)) => Self::Word,
            () => Self::OtherName,
        }
    }
}

/// Returns the sort key of a value: Enter chooses the first value, which should have programs.
fn rank(catalog: &Catalog, facet: Facet, value: &FacetValue, stem: &str) -> (bool, Fit) {
    let short = facet.short_label_of(catalog, &value.value);
    (value.count == 0 && !value.is_chosen, Fit::of(&value.label, stem).min(Fit::of(&short, stem)))
}

/// Sorts the best-matching values first, and the facets accordingly.
fn best_first(catalog: &Catalog, values: &mut [(Facet, Vec<FacetValue>)], typed: &str, stem: &str) {
    for (facet, values) in values.iter_mut() {
        values.sort_by_cached_key(|value| rank(catalog, *facet, value, stem));
    }
    values.sort_by_cached_key(|(facet, values)| {
        let is_named = is_name_of(Field::Facet(*facet), typed);
        (!is_named, values.first().map(|value| rank(catalog, *facet, value, stem)))
    });
}

/// Whether a name, or a word of it, starts with the typed text.
fn is_begun(name: &str, stem: &str) -> bool {
    Fit::of(name, stem) < Fit::OtherName
}

/// Gives each value whose shown name lacks the typed text its shortest other name that has it.
fn say_why(catalog: &Catalog, values: &mut [(Facet, Vec<FacetValue>)], mut is_meant: impl FnMut(&str) -> bool) {
    for (facet, values) in values {
        let spellings: BTreeMap<String, Vec<String>> =
            spellings_of(catalog, *facet, Spelling::Any).into_iter().collect();
        for value in values {
            if !is_meant(&facet.short_label_of(catalog, &value.value)) {
                let names = spellings.get(&value.value).into_iter().flatten().filter(|name| is_meant(name));
                value.found_as = names.min_by_key(|name| width::cols(name)).cloned();
            }
        }
    }
}

/// If the own names of some values match, removes values that match only by another name: `mit` is a school, not the
/// beginning of a German word. Another name that is typed in full stays.
fn prefer_own_names(values: &mut Vec<(Facet, Vec<FacetValue>)>, stem: &str) {
    let is_own = |value: &FacetValue| value.found_as.is_none() || is_begun(&value.label, stem);
    if !values.iter().flat_map(|(_, values)| values).any(is_own) {
        return;
    }
    let is_whole = |value: &FacetValue| value.found_as.as_ref().is_some_and(|name| words(name).concat() == stem);
    for (_, values) in values.iter_mut() {
        values.retain(|value| is_own(value) || is_whole(value) || value.is_chosen);
    }
    values.retain(|(_, values)| !values.is_empty());
}

/// Whether the typed text starts a name of a field.
fn is_name_of(field: Field, typed: &str) -> bool {
    let stem = fold(typed.trim());
    let is_begun = |name: &&str| name.starts_with(&stem);
    stem.chars().count() >= MIN_NAME_CHARS && field.names().iter().any(is_begun)
}

/// Typed words with their lengths and the number of typing errors that the length allows.
struct Slips(Vec<(TypedWord, usize, u8)>);

impl Slips {
    fn of(typed: &str) -> Self {
        let wanted = content_words(typed);
        let word = |word: String| {
            let chars = word.chars().count();
            let most = u8::from(chars >= MIN_CHARS_OF_SLIP) + u8::from(chars >= MIN_CHARS_OF_TWO_SLIPS);
            (TypedWord::new(&word), chars, most)
        };
        Self(wanted.map(word).collect())
    }

    /// Whether every typed word starts a word of the name, apart from typing errors.
    fn lead_to(&mut self, name: &str) -> bool {
        let own = words(name);
        let is_near = |(typed, chars, most): &mut (TypedWord, usize, u8)| {
            let lengths = chars.saturating_sub(usize::from(*most))..=*chars + usize::from(*most);
            own.iter().any(|word| lengths.clone().any(|length| typed.distance(word, length, *most).is_some()))
        };
        !self.0.is_empty() && self.0.iter_mut().all(is_near)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Index, View};

    fn narrowed(typed: &str) -> Vec<(Facet, Vec<String>)> {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let found = Index::new(&catalog).find(&catalog, &View::default());
        let names = |values: Vec<FacetValue>| values.into_iter().map(|value| value.value).collect();
        found.narrowed(&catalog, typed).values.into_iter().map(|(facet, values)| (facet, names(values))).collect()
    }

    fn has(typed: &str, facet: Facet, value: &str) -> bool {
        narrowed(typed).iter().any(|(own, values)| *own == facet && values.iter().any(|own| own == value))
    }

    #[test]
    fn a_few_letters_narrow_all_facets_at_once() {
        let english = narrowed("engl");
        let facets: Vec<Facet> = english.iter().map(|(facet, _)| *facet).collect();
        assert!(facets.contains(&Facet::Topic) && facets.contains(&Facet::Language), "{english:?}");
        assert!(has("mit", Facet::Institution, "Massachusetts Institute of Technology"));
        assert!(has("anahuac", Facet::Institution, "Universidades Anáhuac"), "accents need not be typed");
    }

    #[test]
    fn the_name_of_a_facet_stands_for_all_of_its_values() {
        assert!(has("language", Facet::Language, "Spanish") && has("language", Facet::Language, "French"));
    }

    #[test]
    fn what_is_called_as_typed_comes_first_with_its_facet() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let found = Index::new(&catalog).find(&catalog, &View::default());
        for value in found.values(Facet::Institution).iter().chain(found.values(Facet::Topic)).step_by(23) {
            let narrowed = found.narrowed(&catalog, &value.label).values;
            let first = narrowed.first().and_then(|(_, values)| values.first()).expect("it finds itself");
            let (first, typed) = (fold(&first.label), fold(&value.label));
            assert!(first == typed || is_name_of(Field::Facet(narrowed[0].0), &value.label), "{typed}: {first}");
        }
        for (typed, short) in [("mit", "mit"), ("ibm", "ibm"), ("upenn", "penn")] {
            let narrowed = found.narrowed(&catalog, typed).values;
            assert_eq!(fold(&Facet::Institution.short_label_of(&catalog, &narrowed[0].1[0].value)), short);
        }
    }

    #[test]
    fn a_value_without_programs_is_found_and_is_not_said_to_be_missing() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let index = Index::new(&catalog);
        let all = index.find(&catalog, &View::default());
        let view = View { query: "ancient greek".to_owned(), ..View::default() };
        let few = index.find(&catalog, &view);
        for value in all.values(Facet::Institution).iter().step_by(9).chain(all.values(Facet::Kind)) {
            let narrowed = few.narrowed(&catalog, &value.label).values;
            let own = narrowed.iter().flat_map(|(_, values)| values).find(|own| own.value == value.value);
            assert!(own.is_some(), "{}", value.label);
        }
    }

    #[test]
    fn a_slip_leads_to_what_was_meant_only_where_nothing_is_called_so() {
        for (slip, value) in [("havard", "Harvard University"), ("stelenbosch", "Stellenbosch University")] {
            assert!(has(slip, Facet::Institution, value), "{slip}: {:?}", narrowed(slip));
        }
        assert!(narrowed("qqqqqqqq").is_empty());
    }

    #[test]
    fn a_value_found_by_another_name_says_which() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let found = Index::new(&catalog).find(&catalog, &View::default());
        let mut others = 0;
        for typed in [
            "comp", "mit", "maschin", "nurs", "hr", "inge", "wissen", "stat", "verwalt", "massa", "umgang", "micro",
            "law", "war",
        ] {
            let narrowed = found.narrowed(&catalog, typed).values.into_iter();
            // The name of a facet matches all of its values.
            for (facet, values) in narrowed.filter(|(facet, _)| !is_name_of(Field::Facet(*facet), typed)) {
                for value in values {
                    let shown = facet.short_label_of(&catalog, &value.value);
                    let name = value.found_as.clone().unwrap_or(shown);
                    assert!(is_begun(&name, typed), "{typed}: {name}, {value:?}");
                    others += usize::from(value.found_as.is_some());
                }
            }
        }
        assert!(others > 12, "other names lead to values too: {others}");
    }

    #[test]
    fn another_name_counts_if_it_is_typed_in_full_or_if_no_shown_name_begins_so() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let found = Index::new(&catalog).find(&catalog, &View::default());
        for typed in ["mit", "micro", "data", "hr", "comp"] {
            let values: Vec<FacetValue> =
                found.narrowed(&catalog, typed).values.into_iter().flat_map(|(_, values)| values).collect();
            let others = values.iter().filter_map(|value| value.found_as.as_ref());
            let mut others = others.filter(|name| !values.iter().any(|value| value.label == **name));
            let is_own = values.iter().any(|value| value.found_as.is_none());
            assert!(!is_own || others.all(|name| fold(name) == typed), "{typed}: {values:?}");
        }
        let topics = narrowed("hr");
        assert!(topics.iter().any(|(facet, values)| *facet == Facet::Topic && values.len() == 1), "{topics:?}");
        assert!(!narrowed("maschin").is_empty(), "a word of another language");
    }

    #[test]
    fn the_name_of_a_quantity_leads_to_its_histogram() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let found = Index::new(&catalog).find(&catalog, &View::default());
        assert_eq!(found.narrowed(&catalog, "pri").quantities, [Quantity::Price]);
    }
}
