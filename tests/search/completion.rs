//! What is offered at the cursor while a query is typed.

use prospectus::search::Facet;

use crate::made::{asked, shipped, taught_at};

fn offered(query: &str) -> Vec<String> {
    let (catalog, index) = shipped();
    let results = index.find(catalog, &asked(query));
    results.completions(catalog, query.len()).all.into_iter().map(|offer| offer.text).collect()
}

fn count(query: &str) -> usize {
    let (catalog, index) = shipped();
    index.search(catalog, &asked(query)).len()
}

/// The share of the programs with a known value that a limit leaves.
fn share(name: &str, limit: &str) -> f64 {
    count(&format!("{name}:{limit} unknown:drop")) as f64 / count(&format!("{name}:>=0 unknown:drop")) as f64
}

#[test]
fn limits_are_offered_that_leave_a_quarter_half_and_three_quarters() {
    for name in ["months", "hours", "price", "courses"] {
        let offers = offered(&format!("{name}:"));
        let shares: Vec<f64> = offers.iter().map(|limit| share(name, limit)).collect();
        for (share, least) in shares.iter().zip([0.25, 0.5, 0.75, 0.0, 0.0]) {
            assert!(*share > least && *share < 1.0, "{name}: {offers:?} {shares:?}");
        }
        let [_, most] = [&offers[0], &offers[2]].map(|limit| limit.trim_start_matches('<'));
        assert_eq!(offers[3], format!("{}..{most}", offers[0].trim_start_matches('<')));
        assert_eq!(offers[4..], [format!(">{most}")]);
    }
    // Whole numbers leave no smaller limit with that share.
    for (limit, least) in offered("courses:").iter().zip([0.25, 0.5, 0.75]) {
        let smaller = limit.trim_start_matches('<').parse::<u32>().expect("a whole number") - 1;
        assert!(share("courses", &format!("<{smaller}")) < least, "{limit}");
    }
}

#[test]
fn only_what_begins_as_typed_is_offered_and_nothing_that_is_complete() {
    let all = offered("months:");
    let below: Vec<String> = all.iter().filter(|limit| limit.starts_with('<')).cloned().collect();
    assert!(!below.is_empty() && below.len() < all.len(), "{all:?}");
    assert_eq!(offered("months:<"), below);
    assert!(!offered(&format!("months:{}", below[0])).contains(&below[0]));
    assert_eq!(offered("unknown:"), ["drop", "keep"]);
    assert_eq!((offered("unknown:k"), offered("unknown:keep")), (vec!["keep".to_owned()], Vec::new()));
}

#[test]
fn a_comma_parts_names_unless_it_is_between_quotes() {
    let second = offered("institution:MIT,Harv");
    assert!(second.iter().any(|name| name.starts_with("Harvard")), "{second:?}");
    let quoted = offered("institution:\"University of California, B");
    assert!(quoted.iter().any(|name| name.contains("Berkeley")), "{quoted:?}");
}

/// Every key press asks for all names, so the work for each of them must not grow with their number: with work in the
/// square of it, this test takes minutes.
#[test]
fn thousands_of_schools_are_offered_each_by_the_shortest_name_that_means_it_alone() {
    let short = |number: usize| if number.is_multiple_of(10) { "Shared".to_owned() } else { format!("Place {number}") };
    let schools: Vec<_> = (0..4000).map(|number| (format!("University of Place {number}"), short(number))).collect();
    let (catalog, index) = taught_at(&schools);
    let results = index.find(&catalog, &asked("inst:"));
    let offers = results.completions(&catalog, "inst:".len()).all;
    assert_eq!(offers.len(), schools.len());
    for number in [0, 10, 3990, 1, 11, 3999] {
        let name = if number % 10 == 0 { &schools[number].0 } else { &schools[number].1 };
        assert!(offers.iter().any(|offer| offer.text == format!("\"{name}\"")), "{name}");
    }
    let narrowed = results.narrowed(&catalog, "place 39").values;
    assert_eq!((narrowed.len(), narrowed[0].0), (1, Facet::Institution));
    assert_eq!(narrowed[0].1.len(), 111, "39, 390 to 399 and 3900 to 3999");
}
