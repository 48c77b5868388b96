//! The drawer of filters: where the sign of the cursor is, and the amounts that are typed for a range.

use std::ops::Bound;

use prospectus::app::{App, FilterCursor, FilterRow};
use prospectus::search::Quantity;
use prospectus::width;

use crate::script::Script;

#[test]
fn the_sign_of_the_cursor_is_on_the_row_that_enter_takes() {
    for (cols, keys) in [(80, "f<Down>"), (100, "fmit<Down>"), (120, "fspan"), (160, "f<Tab><Down>"), (40, "f")] {
        let script = Script::at(cols, 30).press(keys);
        let marked: Vec<String> = script.screen().into_iter().filter(|line| line.contains('▌')).collect();
        assert_eq!(marked.len(), 1, "{cols} {keys}: {marked:?}");
        let Some(FilterCursor::Value(facet, value)) = script.app.filter_under_cursor() else { panic!("a value") };
        let name = facet.short_label_of(&script.app.world.catalog, &value);
        assert!(marked[0].starts_with("▌□") && marked[0].contains(&name), "{cols} {keys}: {marked:?} {name}");
    }
    let back = Script::at(120, 30).press("fspan<Esc>");
    assert!(back.screen().iter().any(|line| line.starts_with('▌')), "the list has its sign again");
}

fn ends(app: &App, quantity: Quantity) -> (Bound<f64>, Bound<f64>) {
    let span = app.view.filters.limits.span(quantity);
    (span.low, span.high)
}

#[test]
fn digits_type_the_end_of_a_range() {
    use Bound::{Included, Unbounded};
    let table = [
        ("750", (Unbounded, Included(750.0))),
        ("7503<Backspace>", (Unbounded, Included(750.0))),
        ("7<Backspace>", (Unbounded, Unbounded)),
        ("900<Tab>120", (Included(120.0), Included(900.0))),
        ("300<Tab>1000", (Included(1000.0), Unbounded)),
        ("12345678", (Unbounded, Included(123_456.0))),
        ("900<Left>", (Unbounded, Included(800.0))),
    ];
    for (typed, expected) in table {
        let script = Script::at(100, 40).press(&format!("fprice<Enter>{typed}"));
        assert_eq!(ends(&script.app, Quantity::Price), expected, "{typed}");
        let kept = script.press("<Enter>");
        assert!(kept.app.drawer.range.is_none());
        assert_eq!(ends(&kept.app, Quantity::Price), expected, "{typed}");
    }
    let left = Script::at(100, 40).press("fprice<Enter>750<Esc>");
    assert_eq!(ends(&left.app, Quantity::Price), (Unbounded, Unbounded), "Esc puts it back");
}

#[test]
fn an_end_that_cannot_move_further_says_so() {
    for keys in ["fprice<Enter><Right>", "fprice<Enter><Tab><Left>", "flength<Enter><Right>"] {
        let script = Script::at(100, 40).press(keys);
        assert!(script.app.notice.as_ref().is_some_and(|notice| notice.contains("limit")), "{keys}");
    }
    assert!(Script::at(100, 40).press("fprice<Enter><Left>").app.notice.is_none());
}

#[test]
fn an_amount_has_a_comma_between_thousands() {
    let script = Script::at(100, 40).press("fprice<Enter>1800");
    assert!(script.text().contains("up to US$1,800"), "{}", script.text());
}

#[test]
fn an_end_is_typed_digit_by_digit_and_the_other_end_stays_if_the_whole_amount_leaves_it() {
    use Bound::Included;
    let table =
        [("price", Quantity::Price, 3, 1500), ("price", Quantity::Price, 8, 1240), ("length", Quantity::Months, 2, 12)];
    for (name, quantity, low, high) in table {
        let lowest = format!("f{name}<Enter><Tab>{low}<Tab>");
        for upper in [high, low * 10, low + 7] {
            let script = Script::at(100, 40).press(&format!("{lowest}{upper}"));
            assert_eq!(
                ends(&script.app, quantity),
                (Included(f64::from(low)), Included(f64::from(upper))),
                "{name} {upper}"
            );
            let typed = script.press(&format!("<Tab>{}", low + 1));
            assert_eq!(
                ends(&typed.app, quantity).1,
                Included(f64::from(upper)),
                "the lower end of {name} after {upper}"
            );
        }
    }
}

#[test]
fn erased_digits_give_the_limit_back_that_was_there_before_them() {
    use Bound::Included;
    let script = Script::at(100, 40).press("fprice<Enter>900<Tab>120<Tab>");
    let before = (Included(120.0), Included(900.0));
    for digits in ["1", "15", "5000", "0"] {
        let script = Script { app: script.app.clone(), effect: script.effect.clone() };
        let erased = script.press(&format!("{digits}{}", "<Backspace>".repeat(digits.len())));
        assert_eq!(ends(&erased.app, Quantity::Price), before, "{digits}");
    }
}

#[test]
fn facets_with_values_of_the_same_name_say_what_their_numbers_count() {
    for (cols, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        for keys in ["fbusiness", "fcomputer"] {
            let script = Script::at(cols, rows).press(keys);
            let heading = |name: &str| script.screen().into_iter().find(|line| line.contains(name)).unwrap_or_default();
            assert!(heading("FIELD").contains("FIELD  programs listed under it"), "{}", script.text());
            assert!(heading("TOPIC").contains("TOPIC  programs about it"), "{}", script.text());
        }
    }
}

#[test]
fn a_value_that_is_found_by_another_name_keeps_its_own_name() {
    let mut cut = 0;
    for keys in ["fcomp", "frun a", "fmaschin", "fcompetencias", "fwissen", "fverwalt"] {
        let script = Script::at(80, 40).press(keys);
        let catalog = &script.app.world.catalog;
        let screen = script.screen();
        for row in script.app.filter_rows().iter().take(30) {
            let FilterRow::Value(facet, value) = row else { continue };
            let name = facet.short_label_of(catalog, &value.value);
            if width::cols(&name) <= 25 {
                assert!(screen.iter().any(|line| line.contains(&name)), "{keys}: {name}");
                cut += usize::from(value.found_as.is_some());
            }
        }
    }
    assert!(cut > 12, "{cut} values have another name");
}
