//! Queries that find nothing: the filters in the way, and how many programs each hides.

use prospectus::search::{Dropped, Facet, Filters, Nearest, View};
use prospectus::topics::{TopicIx, Vocabulary};

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
    let one_of_each = ["Lantern Basics", "Velvet Folding"];
    let two_of_velvet = ["Lantern Basics", "Velvet Folding", "Velvet Cutting"];
    assert_eq!(nearest(&two_of_velvet, "velvet lantern"), said(2, "lantern"));
    assert_eq!(nearest(&two_of_velvet, "lantern velvet"), said(2, "lantern"));
    assert_eq!(nearest(&one_of_each, "velvet lantern"), said(1, "velvet"), "of equal words the first");
    assert_eq!(nearest(&two_of_velvet, "\"lantern basics\" velvet"), said(2, "\"lantern basics\""));
    assert_eq!(nearest(&one_of_each, "velvet -folding"), said(1, "-folding"), "what was excluded is given up first");
    assert_eq!(nearest(&two_of_velvet, "velvet -\"velvet folding\" -cutting"), said(1, "-\"velvet folding\""));
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
        assert_eq!(nearest.without, Dropped::Word(format!("-{excluded}")), "{query}");
        let alone = index.find(catalog, &asked(word));
        assert_eq!(nearest.count, alone.hits.len(), "{query}");
    }
}

#[test]
fn a_query_that_finds_nothing_names_the_nearest_topics_as_the_adviser_does() {
    let (catalog, index) = shipped();
    for typed in ["photography", "\"deep sea diving\"", "data guitar", "law school admission", "gardening"] {
        let hits = index.search(catalog, &View { query: typed.to_owned(), ..View::default() });
        let nothing = hits.nothing.as_ref().unwrap_or_else(|| panic!("{typed} finds something"));
        assert!(!nothing.near_topics.is_empty(), "{typed}");
        for (topic, count) in &nothing.near_topics {
            let mut chosen = View::default();
            chosen.filters.toggle(Facet::Topic, &Vocabulary::embedded().topic(*topic).id);
            assert_eq!(index.search(catalog, &chosen).len(), *count, "{typed}");
        }
        let parts = index.understand(catalog, &typed.replace('"', "")).parts;
        let near: Vec<TopicIx> = parts.iter().flat_map(|part| index.nearest_topics(part)).map(|(ix, _)| ix).collect();
        assert!(near.iter().any(|ix| nothing.near_topics.iter().any(|(own, _)| own == ix)), "{typed}");
    }
    let hits = index.search(catalog, &asked("zzqqx"));
    assert_eq!(hits.nothing.as_ref().map(|nothing| nothing.near_topics.len()), Some(0), "nothing is near to no word");
}

#[test]
fn words_that_no_program_has_together_are_tried_without_their_quotes() {
    let (catalog, index) = shipped();
    for words in ["chain supply", "data statistics", "marketing leadership digital"] {
        let hits = index.search(catalog, &asked(&format!("\"{words}\"")));
        let nearest = hits.nothing.as_ref().and_then(|nothing| nothing.nearest.as_ref());
        let apart = index.search(catalog, &asked(words)).len();
        assert_eq!(nearest.map(Nearest::heading), Some(format!("Nearest, {apart} without the quotes")), "{words}");
        let said = format!("no program has `{words}` word for word; {apart} without the quotes");
        assert_eq!(hits.notice, Some(said));
    }
}

#[test]
fn what_is_not_wanted_is_never_the_nearest() {
    let (catalog, index) = shipped();
    for typed in ["anything but coding", "everything except marketing", "I hate statistics"] {
        let hits = index.search(catalog, &View { query: typed.to_owned(), ..View::default() });
        let nothing = hits.nothing.as_ref().unwrap_or_else(|| panic!("{typed} finds something"));
        assert_eq!((nothing.nearest.as_ref(), nothing.near_topics.as_slice()), (None, [].as_slice()), "{typed}");
        let notice = hits.notice.unwrap_or_default();
        assert!(notice.contains("programs about it are left out") && !notice.contains("no word like"), "{notice}");
    }
}
