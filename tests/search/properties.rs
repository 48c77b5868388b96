//! Properties of the search for any query and filters, on the shipped catalogue.

use std::collections::{BTreeSet, HashMap};

use proptest::prelude::*;
use prospectus::catalog::ProgramIx;
use prospectus::search::{Facet, Filters, Quantity, Sort, Span, View};

use crate::cases::cases;
use crate::made::{asked, rows, shipped};

fn any_filters() -> impl Strategy<Value = Filters> {
    let choices = [
        (Facet::Kind, "micromasters"),
        (Facet::Kind, "professional-certificate"),
        (Facet::Field, "Computer Science"),
        (Facet::Institution, "IBM"),
        (Facet::Level, "introductory"),
        (Facet::Language, "Spanish"),
        (Facet::Status, "current"),
        (Facet::Status, "older"),
    ];
    let chosen = proptest::sample::subsequence(choices.to_vec(), 0..=choices.len());
    let limit = proptest::option::of(1.0..24.0);
    (chosen, limit, proptest::bool::ANY).prop_map(|(chosen, max_months, drop)| {
        let mut filters = Filters::none();
        for (facet, value) in chosen {
            filters.toggle(facet, value);
        }
        filters.limits.set(Quantity::Months, max_months.map_or(Span::ANY, Span::at_most));
        if drop {
            filters.limits.unknowns = prospectus::search::Unknowns::Drop;
        }
        filters
    })
}

fn any_query() -> impl Strategy<Value = String> {
    let words = [
        "data", "mit", "scm", "sceince", "gestion", "a", "the", "micro", "masters", "qqqq", "c++", "harv", "machne",
        "ai",
    ];
    let catalogued =
        proptest::collection::vec(proptest::sample::select(words.to_vec()), 1..4).prop_map(|words| words.join(" "));
    prop_oneof![catalogued, "[a-z]{1,6}( [a-z]{1,4}){0,2}", "\\PC{0,20}", ".{0,12}"]
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn no_query_breaks_the_search(query in any_query()) {
        let (catalog, index) = shipped();
        let view = asked(&query);
        let hits = index.find(catalog, &view).hits;
        for hit in hits.iter().take(30) {
            let length = catalog.program(hit.program).title.chars().count();
            let mut last = None;
            for (start, end) in index.highlight(catalog, &hits, hit.program) {
                prop_assert!(start < end && end <= length && last.is_none_or(|last| last < start));
                last = Some(end);
            }
        }
    }

    #[test]
    fn one_reading_lists_what_a_search_alone_does(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let view = View { filters, ..asked(&query) };
        let found = index.find(catalog, &view);
        prop_assert_eq!(&found.hits, &index.search(catalog, &view));
        let read = view.read(catalog).view;
        for histogram in found.histograms() {
            let mut free = read.clone();
            free.filters.limits.set(histogram.quantity, Span::ANY);
            let counted = histogram.counts.iter().sum::<usize>() + histogram.unknown;
            prop_assert_eq!(counted, index.search(catalog, &free).len());
        }
    }

    #[test]
    fn what_was_asked_before_changes_no_answer(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let ends = query.char_indices().map(|(at, c)| at + c.len_utf8());
        let typed: Vec<View> = ends.map(|end| View { filters: filters.clone(), ..asked(&query[..end]) }).collect();
        for view in typed.iter().chain(typed.iter().rev().step_by(3)) {
            prop_assert_eq!(index.find(catalog, view), index.clone().find(catalog, view));
        }
    }

    #[test]
    fn the_best_match_stands_first_and_every_order_lists_the_same(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let listed = |sort| rows(&index.search(catalog, &View { filters: filters.clone(), sort, query: query.clone() }));
        let by_title = rows(&index.search(catalog, &View { sort: Sort::Title, ..asked("") }));
        let places: HashMap<ProgramIx, usize> = by_title.iter().enumerate().map(|(at, hit)| (hit.program, at)).collect();
        let best = listed(Sort::Match);
        prop_assert!(best.is_sorted_by_key(|hit| (std::cmp::Reverse(hit.score), places.get(&hit.program))));
        let programs = |sort| listed(sort).iter().map(|hit| hit.program).collect::<BTreeSet<_>>();
        for sort in Sort::ALL {
            prop_assert_eq!(listed(sort).len(), best.len());
            prop_assert_eq!(programs(sort), programs(Sort::Match));
        }
    }

    #[test]
    fn a_word_more_only_takes_away(query in any_query().prop_filter("a minus or a quote may reach into the word", |query| query.chars().all(|c| c.is_alphanumeric() || c == ' ')), word in "[a-z]{1,8}|data|mit|scm|sceince|security|masters") {
        let (catalog, index) = shipped();
        let longer = format!("{query} {word}");
        let before: BTreeSet<_> = index.search(catalog, &asked(&query)).iter().map(|hit| hit.program).collect();
        let after = rows(&index.search(catalog, &asked(&longer)));
        // A further word can form a topic, or leave so few programs that course titles are searched too.
        let has_topics = |text: &str| index.understand(catalog, text).parts.iter().any(|part| part.part.topics().count() > 0);
        let has_courses = |count: usize| count < 20;
        prop_assume!(!has_topics(&longer) && !has_topics(&query) && has_courses(before.len()) == has_courses(after.len()));
        prop_assert!(after.iter().all(|hit| before.contains(&hit.program)), "{query} + {word}");
    }

    #[test]
    fn filters_only_take_away_and_mean_what_they_say(query in any_query(), filters in any_filters()) {
        let (catalog, index) = shipped();
        let all: Vec<_> = rows(&index.search(catalog, &asked(&query)));
        let shown = rows(&index.search(catalog, &View { filters: filters.clone(), ..asked(&query) }));
        let admitted: Vec<_> = all.into_iter().filter(|hit| filters.admit(catalog, catalog.program(hit.program))).collect();
        prop_assert_eq!(shown, admitted);
    }
}
