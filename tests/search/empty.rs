//! Queries that find nothing: the filters in the way, and how many programs each hides.

use prospectus::search::{Filters, Nearest, View};

use crate::made::{asked, shipped, titled};

#[test]
fn an_empty_answer_says_what_is_in_its_way() {
    let (catalog, index) = shipped();
    let hits = index.search(catalog, &asked("michigan cooking"));
    assert!(hits.is_empty());
    let without = index.search(catalog, &asked("michigan")).len();
    assert_eq!(hits.notice, Some(format!("no program has all of these words; {without} without `cooking`")));
    let view = View { query: "\"astrophysics\"".into(), ..View::default() };
    assert_eq!(
        index.search(catalog, &view).notice,
        Some("1 program matches, but `In the May 2026 list` hides it".into())
    );
}

#[test]
fn every_filter_in_the_way_is_counted_as_if_it_were_not_there() {
    let (catalog, index) = shipped();
    let typed = [
        "kind:mm field:law lang:fr months:<2",
        "kind:mm,xseries lang:ar",
        "supply chain inst:harvard price:<10 unknown:drop",
        "-kind:pc -kind:mm field:law level:advanced",
        "status:older lang:zh courses:>20",
    ];
    for query in typed {
        let view = View { query: query.into(), ..View::default() }.read(catalog).view;
        let found = index.find(catalog, &view);
        let nothing = found.hits.nothing.as_ref().expect(query);
        assert_eq!(index.search(catalog, &view).nothing, found.hits.nothing, "both ways say the same of {query}");
        let mut chips: Vec<_> = nothing.filters.iter().flat_map(|hiding| &hiding.choices).collect();
        chips.dedup();
        assert!(!chips.is_empty());
        for hiding in &nothing.filters {
            let mut without = view.clone();
            hiding.choices.iter().for_each(|choice| without.filters.remove(choice));
            assert_eq!(index.search(catalog, &without).len(), hiding.hides, "{query} without {}", hiding.label);
        }
        assert!(nothing.filters.is_sorted_by_key(|hiding| std::cmp::Reverse(hiding.hides)));
    }
    assert_eq!(index.find(catalog, &View::default()).hits.nothing, None);
}

#[test]
fn what_is_in_the_way_is_said_in_words() {
    let (catalog, index) = shipped();
    let words = |query: &str| {
        let view = View { query: query.into(), filters: Filters::none(), ..View::default() };
        index.search(catalog, &view).notice.unwrap_or_default()
    };
    assert_eq!(words("kind:mm lang:ar"), "no program has all 2 filters; without `Arabic` 85 are shown");
    assert_eq!(words("months:<0 unknown:drop"), "no program has `under 0 months`");
    assert_eq!(
        words("kind:mm lang:ar months:<1 unknown:drop courses:>30"),
        "no program has all 4 filters, and leaving out any one of them does not help"
    );
    assert!(words("qqqq kind:mm").starts_with("no word like `qqqq`"), "a filter is not to blame");
}

#[test]
fn a_word_that_nothing_has_is_given_up_before_one_that_something_has() {
    let (catalog, index) = shipped();
    for (nowhere, rest) in [("cheapest", "data science micromasters"), ("qqzz", "supply chain mit")] {
        let hits = index.search(catalog, &asked(&format!("{nowhere} {rest}")));
        let without = index.search(catalog, &asked(rest)).len();
        let nearest = hits.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref());
        assert_eq!(nearest.map(Nearest::heading), Some(format!("Nearest, {without} without `{nowhere}`")));
    }
}

#[test]
fn the_word_that_hides_most_is_left_out_for_what_is_nearest() {
    let nearest = |titles: &[&str], query: &str| {
        let (catalog, index) = titled(titles);
        let results = index.find(&catalog, &asked(query));
        let nothing = results.hits.nothing.as_ref().expect(query);
        nothing.nearest.as_ref().map(Nearest::heading)
    };
    let said = |count: usize, word: &str| Some(format!("Nearest, {count} without `{word}`"));
    let one_of_each = ["Guitar Basics", "Data Science"];
    let two_of_data = ["Guitar Basics", "Data Science", "Data Mining"];
    assert_eq!(nearest(&two_of_data, "data guitar"), said(2, "guitar"));
    assert_eq!(nearest(&two_of_data, "guitar data"), said(2, "guitar"));
    assert_eq!(nearest(&one_of_each, "data guitar"), said(1, "data"), "of equal words the first");
    assert_eq!(nearest(&two_of_data, "\"guitar basics\" data"), said(2, "\"guitar basics\""));
    assert_eq!(nearest(&one_of_each, "data -science"), said(1, "-science"), "what was excluded is given up first");
    assert_eq!(nearest(&two_of_data, "data -\"data science\" -mining"), said(1, "-\"data science\""));
}

#[test]
fn an_exclusion_that_empties_the_list_is_named() {
    let (catalog, index) = shipped();
    for (word, excluded) in [
        ("\"supply chain\"", "\"supply chain\""),
        ("\"data science\"", "\"data science\""),
        ("\"supply chain\"", "supply"),
    ] {
        let query = format!("{word} -{excluded}");
        let results = index.find(catalog, &asked(&query));
        assert!(results.hits.is_empty(), "{query}");
        let nearest = results.hits.nothing.as_ref().and_then(|nothing| nothing.nearest.clone());
        let nearest = nearest.expect("programs without the exclusion");
        assert_eq!(nearest.without, format!("-{excluded}"), "{query}");
        let alone = index.find(catalog, &asked(word));
        assert_eq!(nearest.count, alone.hits.len(), "{query}");
    }
}
