//! Filters, their counts, limits, orders and chips.

use std::collections::BTreeSet;

use prospectus::catalog::ProgramIx;
use prospectus::search::{Choice, Facet, Filters, Quantity, Sort, Span, View};

use crate::made::{asked, rows, shipped};

#[test]
fn nothing_typed_lists_all_that_the_filters_admit_by_title() {
    let (catalog, index) = shipped();
    for blank in ["", "  ", "\t\u{1b}\u{7f}", "-- & --"] {
        let view = View { query: blank.into(), ..View::default() };
        let hits = index.search(catalog, &view);
        assert_eq!(hits.notice, None);
        assert_eq!(hits.len(), catalog.programs().filter(|program| program.is_offered()).count());
        let sorted = index.search(catalog, &View { sort: Sort::Title, ..view });
        assert_eq!(hits, sorted);
    }
}

#[test]
fn counts_are_what_choosing_that_value_alone_would_show() {
    let (catalog, index) = shipped();
    let mut filters = Filters::default();
    filters.toggle(Facet::Level, "introductory");
    filters.toggle(Facet::Kind, "micromasters");
    filters.toggle(Facet::Kind, "professional-certificate");
    filters.limits.set(Quantity::Months, Span::at_most(6.0));
    let view = View { query: "data".into(), filters, sort: Sort::Match };
    for (facet, values) in index.find(catalog, &view).facets() {
        for value in values {
            let mut alone = view.clone();
            if alone.filters.is_without(*facet, &value.value) {
                alone.filters.toggle(*facet, &value.value);
            }
            alone.filters.chosen.insert(*facet, BTreeSet::from([value.value.clone()]));
            assert_eq!(value.count, index.search(catalog, &alone).len(), "{facet:?} {}", value.value);
            assert_eq!(value.is_chosen, view.filters.is_chosen(*facet, &value.value));
        }
    }
}

#[test]
fn values_stand_in_the_order_that_people_expect() {
    let (catalog, index) = shipped();
    let all = asked("");
    let found = index.find(catalog, &all);
    let labels = |facet| found.values(facet).iter().map(|value| value.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels(Facet::Level), ["Introductory", "Intermediate", "Advanced", "Undergraduate", "Graduate"]);
    assert_eq!(labels(Facet::Status), ["Current", "Moved", "Older"]);
    assert_eq!(labels(Facet::Kind)[..2], ["Professional Certificate", "MicroMasters"]);
    assert!(found.values(Facet::Field).is_sorted_by(|a, b| (b.count, &a.label) < (a.count, &b.label)));
}

#[test]
fn a_chosen_value_stays_listed_at_nought() {
    let (catalog, index) = shipped();
    let mut view = asked("cooking");
    view.filters.toggle(Facet::Language, "Arabic");
    view.filters.toggle(Facet::Institution, "Nowhere University");
    let found = index.find(catalog, &view);
    let languages = found.values(Facet::Language);
    assert_eq!(languages.iter().map(|v| (v.label.as_str(), v.count)).collect::<Vec<_>>(), [("Arabic", 0)]);
    let institutions = found.values(Facet::Institution);
    assert!(institutions.iter().any(|v| v.value == "Nowhere University" && v.is_chosen && v.count == 0));
}

#[test]
fn unknown_stands_last_in_every_order() {
    let (catalog, index) = shipped();
    let listed = |sort| rows(&index.search(catalog, &View { sort, ..asked("") }));
    let known_first = |sort, is_known: &dyn Fn(ProgramIx) -> bool| {
        let known: Vec<bool> = listed(sort).iter().map(|hit| is_known(hit.program)).collect();
        assert!(known.is_sorted_by(|a, b| a >= b), "{sort:?}");
    };
    known_first(Sort::Length, &|ix| catalog.program(ix).length.is_known());
    known_first(Sort::Effort, &|ix| catalog.program(ix).effort.is_known());
    known_first(Sort::Courses, &|ix| catalog.program(ix).courses.is_known());
    known_first(Sort::Institution, &|ix| !catalog.program(ix).institutions().is_empty());
    known_first(Sort::LengthDown, &|ix| catalog.program(ix).length.is_known());
    known_first(Sort::PriceDown, &|ix| catalog.program(ix).comparable.is_some());
    known_first(Sort::InstitutionDown, &|ix| !catalog.program(ix).institutions().is_empty());
    let months = |ix| catalog.program(ix).length.value().map_or(f64::INFINITY, |length| length.months().low);
    assert!(listed(Sort::Length).is_sorted_by(|a, b| months(a.program) <= months(b.program)));
    let known: Vec<f64> =
        listed(Sort::LengthDown).iter().map(|hit| months(hit.program)).filter(|m| m.is_finite()).collect();
    assert!(known.is_sorted_by(|a, b| a >= b), "the longest first");
}

#[test]
fn chips_are_the_chosen_values_in_the_order_of_facets() {
    let (catalog, _) = shipped();
    let mut filters = Filters::default();
    for (facet, typed) in
        [(Facet::Institution, "mit"), (Facet::Level, "graduate"), (Facet::Level, "intro"), (Facet::Kind, "mm")]
    {
        filters.choose(catalog, facet, typed).expect("a known name");
    }
    let chips: Vec<String> = filters.chips(catalog).into_iter().map(|chip| chip.label).collect();
    assert_eq!(chips, ["MicroMasters", "MIT", "Introductory", "Graduate", "In the May 2026 list"]);
}

#[test]
fn fields_are_the_filters_that_they_name() {
    let (catalog, index) = shipped();
    let cases = [
        ("inst:mit", "MIT"),
        ("institution:\"Massachusetts Institute of Technology\"", "MIT"),
        ("kind:mm,mb", "MicroBachelors, MicroMasters"),
        ("kind:mm kind:mb", "MicroBachelors, MicroMasters"),
        ("level:intro", "Introductory"),
        ("lang:es", "Spanish"),
        ("idioma:español", "Spanish"),
        ("field:\"data analysis\"", "Data Analysis & Statistics"),
        ("credit:yes", "credit yes"),
        (
            "months:<6 hours:<=100 price:<$1,500 courses:3..",
            "under 6 months, up to 100 hours, under US$1,500, from 3 courses",
        ),
        ("months:>3 months:<9", "over 3 and under 9 months"),
        ("-inst:ibm -lang:en", "not IBM, not English"),
        ("status:current,older unknown:drop", "Current, Older, no unknowns"),
        ("status:older status:all months:any", ""),
    ];
    for (query, wanted) in cases {
        let reading = asked(query).read(catalog);
        let chips: Vec<String> = reading.view.filters.chips(catalog).into_iter().map(|chip| chip.label).collect();
        assert_eq!(chips.join(", "), wanted, "{query}: {:?}", reading.complaints);
        assert_eq!(reading.view.query.trim(), "", "{query}");
        let typed = index.search(catalog, &asked(query));
        assert_eq!(rows(&typed), rows(&index.search(catalog, &reading.view)), "{query}");
        assert!(!typed.is_empty(), "{query}");
    }
}

#[test]
fn what_is_typed_about_the_status_stands_in_place_of_what_was_chosen() {
    let (catalog, _) = shipped();
    let view = View { query: "status:older".into(), ..View::default() };
    let chips = view.read(catalog).view.filters.chips(catalog);
    assert_eq!(chips.iter().map(|chip| chip.label.as_str()).collect::<Vec<_>>(), ["Older"]);
}

#[test]
fn a_second_status_is_added_to_the_first() {
    let (catalog, _) = shipped();
    let reading = asked("status:older status:current").read(catalog);
    let chips: Vec<String> = reading.view.filters.chips(catalog).into_iter().map(|chip| chip.label).collect();
    assert_eq!(chips, ["Current", "Older"]);
}

#[test]
fn an_unknown_field_or_value_is_said_and_the_rest_still_holds() {
    let (catalog, index) = shipped();
    let rest = rows(&index.search(catalog, &asked("python")));
    for (query, said) in [
        ("python kind:mastres", "no kind is called `mastres`. Did you mean `Master's`?"),
        ("python inst:havard", "no institution is called `havard`. Did you mean `Harvard University`?"),
        (
            "python months:six",
            "`months` takes a number or a range, not `six`: `months:<6`, `months:3..8`, `months:3..`",
        ),
        ("python price:<1.500", "`1.500` can be read in two ways: write 1500, or 1.50 for the small amount."),
        ("python -months:<6", "`months` cannot be left out; say what it may be, such as `months:>=6`"),
    ] {
        let hits = index.search(catalog, &asked(query));
        assert_eq!(rows(&hits), rest, "{query}");
        assert_eq!(hits.notice.as_deref(), Some(said), "{query}");
    }
    let hits = index.search(catalog, &asked("lnag:data python"));
    assert_eq!(rows(&hits), rows(&index.search(catalog, &asked("lnag data python"))), "it is searched as text");
    assert!(hits.notice.is_some_and(|notice| { notice.starts_with("`lnag:` is not a field; did you mean `lang:`?") }));
}

#[test]
fn a_facet_value_that_is_left_out_is_counted_as_if_it_were_not() {
    let (catalog, index) = shipped();
    let (without, all) = (index.find(catalog, &asked("-kind:mm")), index.find(catalog, &asked("")));
    let (without, all) = (without.values(Facet::Kind), all.values(Facet::Kind));
    assert!(without.iter().any(|value| value.value == "micromasters" && value.is_without && !value.is_chosen));
    assert_eq!(without.iter().map(|v| v.count).collect::<Vec<_>>(), all.iter().map(|v| v.count).collect::<Vec<_>>());
}

#[test]
fn a_limit_keeps_what_is_unknown_unless_told_otherwise() {
    let (catalog, index) = shipped();
    let unknown = |query: &str| {
        let hits = rows(&index.search(catalog, &asked(query)));
        hits.iter().filter(|hit| Quantity::Months.of(catalog.program(hit.program)).is_none()).count()
    };
    assert!(unknown("status:all months:<12") > 0);
    assert_eq!(unknown("status:all months:<12 unknown:drop"), 0);
}

#[test]
fn removing_a_chip_lets_go_of_what_it_stands_for() {
    let (catalog, _) = shipped();
    let mut filters = asked("inst:mit -lang:es months:<6 unknown:drop").read(catalog).view.filters;
    let chips = filters.chips(catalog);
    assert_eq!(chips.len(), 4);
    assert_eq!(chips[2].choice, Choice::Limit(Quantity::Months));
    for chip in &chips {
        filters.remove(&chip.choice);
    }
    assert_eq!(filters, Filters::none());
}

#[test]
fn the_orders_of_amounts_are_by_what_is_likely_and_not_by_the_low_end_of_a_guess() {
    let (catalog, index) = shipped();
    for (up, down, quantity) in [
        (Sort::Price, Sort::PriceDown, Quantity::Price),
        (Sort::Effort, Sort::EffortDown, Quantity::Hours),
        (Sort::Length, Sort::LengthDown, Quantity::Months),
    ] {
        let likely = |sort: Sort| -> Vec<f64> {
            let view = View { sort, filters: Filters::none(), ..View::default() };
            let found = index.find(catalog, &view);
            let amount = |ix| quantity.of(catalog.program(ix)).map(|range| range.middle());
            found.hits.iter().filter_map(|hit| amount(hit.program)).collect()
        };
        assert!(likely(up).is_sorted(), "{up:?}");
        assert!(likely(down).iter().rev().is_sorted(), "{down:?}");
    }
}
