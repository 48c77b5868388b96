//! Which of several claims comes first: the newest to the second, then the one that its source makes first.

use serde_json::{Value, json};

use crate::run::{file, import, import_text, value, values, with_members};

fn record(more: &Value) -> Value {
    with_members(json!({"uuid": "e3000000-aaaa-4bbb-8ccc-000000000001", "title": "Tides", "type": "XSeries"}), more)
}

#[test]
fn of_two_records_of_one_day_the_later_hour_wins() {
    let of = |hour: &str, length: &str, title: &str| {
        record(
            &json!({"data_modified_timestamp": format!("2026-05-01T{hour}"), "program_duration_override": length, "title": title}),
        )
    };
    let (early, late) = (of("08:00:00Z", "3 months", "Tides"), of("20:00:00Z", "4 months", "Currents"));
    for list in [json!([early, late]), json!([late, early])] {
        let program = import_text("p.json", list.to_string()).program("Currents");
        assert_eq!(value(&program, "length"), json!({"value": 4, "unit": "months"}), "{list}");
        assert_eq!(value(&program, "former_name"), "Tides");
        assert_eq!(program["length"][0]["as_of"], "2026-05-01");
    }
}

#[test]
fn claims_of_one_record_keep_their_order_whatever_their_digits() {
    let ranges = |ranges: Value| {
        let text = record(&json!({"price_ranges": ranges, "data_modified_timestamp": "2026-05-01T08:00:00Z"}));
        values(&import_text("p.json", text.to_string()).program("Tides"), "price")
    };
    let (pounds, euros) = (json!({"currency": "GBP", "total": "75.00"}), json!({"currency": "EUR", "total": "400.00"}));
    let dollars = json!({"currency": "USD", "total": "500.00"});
    let currencies = |prices: Vec<Value>| prices.iter().map(|price| price["currency"].clone()).collect::<Vec<_>>();
    assert_eq!(currencies(ranges(json!([pounds, euros]))), ["GBP", "EUR"]);
    assert_eq!(currencies(ranges(json!([euros, pounds]))), ["EUR", "GBP"]);
    assert_eq!(
        currencies(ranges(json!([euros, dollars, pounds]))),
        ["USD", "EUR", "GBP"],
        "no conversion where none is needed"
    );
}

#[test]
fn records_of_one_day_keep_the_order_of_their_file_and_not_of_the_command_line() {
    let of =
        |length: &str| record(&json!({"program_duration_override": length, "data_modified_timestamp": "2026-05-01"}));
    let first = file("b.json", json!([of("9 months"), of("10 months")]).to_string());
    let second = file("a.json", json!([of("8 months")]).to_string());
    let run = import(&[&first, &second]);
    let lengths: Vec<Value> =
        values(&run.program("Tides"), "length").iter().map(|length| length["value"].clone()).collect();
    assert_eq!(lengths, [8, 9, 10]);
    assert!(import(&[&second, &first]).bytes() == run.bytes());
}

#[test]
fn a_date_that_is_still_to_come_is_told_and_not_used() {
    let of = |date: &str, length: &str| {
        record(&json!({"data_modified_timestamp": date, "program_duration_override": length}))
    };
    let list = json!([of("2099-05-01T08:00:00Z", "3 months"), of("2026-05-01T08:00:00Z", "4 months")]);
    let run = import_text("p.json", list.to_string());
    assert!(run.has_remark("2099-05-01"), "{}", run.stderr);
    assert!(!String::from_utf8_lossy(&run.bytes()).contains("2099"));
}
