//! Tests of what a comparison promises, on the shipped catalogue and on small made-up ones.

use proptest::prelude::*;

use super::*;
use crate::catalog::{Basis, Catalog, FactKey};

/// Builds a catalogue of programs `a`, `b`, … with the given facts in addition to kind and status.
fn catalogue(facts: &[&str]) -> Catalog {
    let claim = |value: &str| format!(r#"[{{"value": "{value}", "source": "s"}}]"#);
    let programs: Vec<String> = facts
        .iter()
        .zip('a'..)
        .map(|(facts, id)| {
            let comma = if facts.is_empty() { "" } else { "," };
            format!(
                r#"{{"id": "{id}", "title": "{id}", "kind": {}, "status": {}{comma}{facts}}}"#,
                claim("micromasters"),
                claim("current")
            )
        })
        .collect();
    let text = format!(
        r#"{{"format": "prospectus-catalog/1", "name": "t", "as_of": "2026", "institutions": [], "courses": [],
        "sources": [{{"id": "s", "title": "s", "as_of": "2026", "grade": "A", "licence": "own"}}],
        "programs": [{}]}}"#,
        programs.join(",")
    );
    Catalog::from_text(text).expect("a right catalogue")
}

fn row_of(catalog: &Catalog, key: RowKey) -> Option<FactRow<'_>> {
    let programs: Vec<ProgramIx> = catalog.all().collect();
    compare(catalog, &programs).rows.into_iter().find(|row| row.key == key)
}

fn price(facts: &[&str]) -> FactRow<'static> {
    let catalog = Box::leak(Box::new(catalogue(facts)));
    row_of(catalog, RowKey::Fact(FactKey::Price)).expect("a price row always stands")
}

const USD_100: &str = r#""price": [{"value": 100, "currency": "USD", "source": "s"}]"#;
const USD_200: &str = r#""price": [{"value": 200, "currency": "USD", "source": "s"}]"#;
const USD_90_150: &str =
    r#""price": [{"low": 90, "high": 150, "currency": "USD", "basis": "estimated", "source": "s"}]"#;
const GBP_50: &str = r#""price": [{"value": 50, "currency": "GBP", "source": "s"}]"#;

const CZK_50: &str = r#""price": [{"value": 50, "currency": "CZK", "source": "s"}]"#;

#[test]
fn the_lower_price_is_best_only_where_it_is_certain() {
    assert_eq!(price(&[USD_200, USD_100]).best, Some(1));
    assert_eq!(price(&[USD_100, USD_90_150]).best, None, "the ranges overlap");
    assert_eq!(price(&[USD_90_150, USD_200]).best, Some(0));
    assert_eq!(price(&[USD_100, GBP_50]).best, Some(1), "£50 are US$64");
    assert_eq!(price(&[USD_100, CZK_50]).best, None, "without a rate nothing is known of it in dollars");
    assert_eq!(price(&[USD_100, USD_100]).best, None, "a tie has no winner");
    assert_eq!(price(&[USD_100, USD_200, ""]).best, None, "what is unknown could be less");
}

#[test]
fn unknown_differs_from_what_is_known_and_not_from_unknown() {
    assert!(price(&[USD_100, ""]).differs());
    assert!(!price(&["", ""]).differs());
    assert!(price(&[USD_100, GBP_50]).differs());
    assert!(!price(&[USD_100, USD_100]).differs());
}

#[test]
fn only_known_values_stand_against_each_other() {
    assert_eq!(price(&[USD_100, ""]).contrast, Contrast::KnownForSome);
    assert_eq!(price(&[USD_100, USD_200, ""]).contrast, Contrast::Differs);
    assert_eq!(price(&["", ""]).contrast, Contrast::Same);
}

#[test]
fn prices_stand_on_one_scale_whatever_their_currency_and_unknown_has_no_place_on_it() {
    let scale = price(&[USD_100, GBP_50, ""]).scale;
    let [Some(dollars), Some(pounds), None] = scale.as_slice() else { panic!("{scale:?}") };
    assert!(pounds.high < dollars.low, "{scale:?}");
}

#[test]
fn the_same_price_of_another_year_does_not_differ() {
    let older = r#""price": [{"value": 100, "currency": "USD", "source": "s", "as_of": "2024"}]"#;
    let row = price(&[USD_100, older]);
    assert_ne!(row.cells[0].text, row.cells[1].text);
    assert!(!row.differs());
}

#[test]
fn a_price_of_long_ago_is_a_range_by_now_and_differs() {
    let old = r#""price": [{"value": 100, "currency": "USD", "source": "s", "as_of": "2019"}]"#;
    let row = price(&[USD_100, old]);
    assert!(row.differs() && row.best.is_none());
    assert!(row.cells[1].text.contains("(US$100 in 2019)"), "{}", row.cells[1].text);
}

#[test]
fn lists_in_another_order_and_lengths_in_another_unit_do_not_differ() {
    let a = r#""fields": [{"value": ["Law", "Music"], "source": "s"}],
               "length": [{"value": 12, "unit": "months", "source": "s"}]"#;
    let b = r#""fields": [{"value": ["Music", "Law"], "source": "s"}],
               "length": [{"value": 52, "unit": "weeks", "source": "s"}]"#;
    let catalog = catalogue(&[a, b]);
    for key in [FactKey::Fields, FactKey::Length] {
        assert!(!row_of(&catalog, RowKey::Fact(key)).expect("known").differs(), "{key:?}");
    }
}

#[test]
fn an_hour_costs_between_the_bounds_and_is_as_weak_as_its_weaker_part() {
    let facts = r#""price": [{"low": 100, "high": 200, "currency": "USD", "source": "s"}],
                   "effort": [{"low": 10, "high": 20, "basis": "estimated", "source": "s"}]"#;
    let catalog = catalogue(&[facts, USD_100]);
    let cost = cost_per_hour(catalog.program(ProgramIx(0))).expect("both are known");
    assert_eq!((cost.money.low, cost.money.high), (500, 2000));
    assert_eq!(cost.basis, Basis::Estimated);
    assert!(cost_per_hour(catalog.program(ProgramIx(1))).is_none(), "no hours, no cost of an hour");
    let row = row_of(&catalog, RowKey::CostPerHour).expect("always stands");
    assert_eq!(row.cells[1].text, "unknown");
    assert!(row.differs());
}

#[test]
fn prices_in_several_currencies_get_a_row_in_dollars() {
    let both = r#""price": [{"value": 50, "currency": "GBP", "source": "s"},
                            {"value": 90, "currency": "USD", "basis": "estimated", "source": "s"}]"#;
    let catalog = catalogue(&[both, USD_100]);
    let row = row_of(&catalog, RowKey::PriceInDollars).expect("two currencies are shown");
    assert_eq!(row.best, Some(0));
    assert!(row_of(&catalogue(&[USD_100, USD_200]), RowKey::PriceInDollars).is_none());
}

#[test]
fn nothing_is_called_best_of_kind_or_credit() {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let programs: Vec<ProgramIx> = catalog.all().take(MAX_PROGRAMS).collect();
    for row in compare(&catalog, &programs).rows {
        let may = matches!(row.key.slug(), "price" | "price_usd" | "effort" | "cost_per_hour");
        assert!(row.best.is_none() || may, "{:?}", row.key);
    }
}

fn shipped() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(|| Catalog::embedded().expect("the shipped catalogue"))
}

fn some_programs() -> impl Strategy<Value = Vec<ProgramIx>> {
    proptest::collection::vec(0..shipped().len() as u32, 1..=MAX_PROGRAMS)
        .prop_map(|all| all.into_iter().map(ProgramIx).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_best_is_known_and_its_row_differs_and_has_no_unknown(programs in some_programs()) {
        for row in compare(shipped(), &programs).rows {
            if row.best.is_some() {
                prop_assert!(row.differs());
                prop_assert!(row.cells.iter().all(Cell::is_known));
            }
        }
    }

    #[test]
    fn a_program_does_not_differ_from_itself(program in 0..shipped().len() as u32) {
        let twice = [ProgramIx(program), ProgramIx(program)];
        for row in compare(shipped(), &twice).rows {
            prop_assert!(!row.differs(), "{:?}", row.key);
            prop_assert!(row.best.is_none());
        }
    }

    #[test]
    fn the_order_of_programs_changes_no_difference_and_moves_the_best_along(programs in some_programs()) {
        let mut turned = programs.clone();
        turned.reverse();
        let (one, other) = (compare(shipped(), &programs), compare(shipped(), &turned));
        for (a, b) in one.rows.iter().zip(&other.rows) {
            prop_assert_eq!(a.differs(), b.differs());
            prop_assert_eq!(a.best, b.best.map(|place| programs.len() - 1 - place));
        }
    }

    #[test]
    fn known_and_unknown_never_stand_as_equal(programs in some_programs()) {
        for row in compare(shipped(), &programs).rows {
            let known = row.cells.iter().filter(|cell| cell.is_known()).count();
            if known > 0 && known < row.cells.len() {
                prop_assert!(row.differs(), "{:?}", row.key);
            }
        }
    }
}
