//! What a price buys, wherever the source says it: in the name of its field in any spelling, beside its amount, or by there
//! being several of them.

use serde_json::{Value, json};

use crate::run::{import_text, program_of_row, table, value, values, with_members};

/// A program with these members, as a list of plain JSON has it.
fn plain(more: &Value) -> Value {
    let program = json!({"title": "Sails", "school": "Loft", "type": "MicroMasters"});
    import_text("p.json", json!([with_members(program, more)]).to_string()).program("Sails")
}

fn dollars(amount: u32, what: &str) -> Value {
    json!({"value": amount, "currency": "USD", "what": what})
}

#[test]
fn names_in_camel_case_say_what_a_price_buys() {
    for (fact, what, names) in [
        ("other_price", "month", &["monthlyPrice", "monthlyFee", "priceMonthly", "feePerMonth"][..]),
        (
            "course_price",
            "course",
            &["pricePerCourse", "perCourseCost", "courseFee", "coursePrice", "price_per_course"],
        ),
        ("exam_price", "exam", &["examFee", "exam_fee"]),
        ("other_price", "renewal", &["renewalFee", "Renewal fee"]),
    ] {
        for name in names {
            let program = plain(&json!({*name: "49 USD"}));
            assert_eq!((value(&program, fact), program.get("price")), (dollars(49, what), None), "{name}");
        }
    }
    let cents = plain(&json!({"price_cents": 50_000, "currency": "USD"}));
    assert_eq!((cents.get("price"), value(&cents, "remark")), (None, json!("price_cents: 50000 USD")));
}

#[test]
fn a_period_beside_an_amount_belongs_to_the_amount() {
    for beside in [
        json!({"interval": "month"}),
        json!({"billing": "monthly"}),
        json!({"unitText": "MONTH"}),
        json!({"period": "per month"}),
    ] {
        let program = plain(&json!({"price": with_members(json!({"amount": 49, "currency": "USD"}), &beside)}));
        assert_eq!((value(&program, "other_price"), program.get("price")), (dollars(49, "month"), None), "{beside}");
    }
    for (heading, period) in
        [("Cost unit", "per month"), ("Payment", "monthly"), ("Per", "month"), ("Billing", "Monthly")]
    {
        let program = program_of_row(&format!("Title,School,Cost,{heading}"), &format!("A,Loft,49 USD,{period}"));
        assert_eq!((value(&program, "other_price"), program.get("price")), (dollars(49, "month"), None), "{heading}");
    }
    let whole = plain(&json!({"price": {"value": 1200, "currency": "USD", "period": "total"}}));
    assert_eq!(value(&whole, "price"), json!({"value": 1200, "currency": "USD"}));
}

#[test]
fn several_variants_of_a_price_are_no_price() {
    for (headings, amounts, remarks) in [
        ("Price course 1,Price course 2", "100,120", 2),
        ("Fee 1,Fee 2", "100,120", 2),
        ("Online price,On campus price", "100,120", 2),
        ("Verified price,Audit price", "100,0", 2),
    ] {
        let program = program_of_row(&format!("Title,School,Currency,{headings}"), &format!("A,Loft,USD,{amounts}"));
        assert_eq!(program.get("price"), None, "{headings}: {program}");
        assert_eq!(values(&program, "remark").len(), remarks, "{headings}: {program}");
    }
    for (headings, amounts) in [
        ("Price,Premium price", "100,150"),
        ("Price (USD),Old price", "100,150"),
        ("Online price,Campus price", "100,100"),
        ("Online price,Campus price", "100,"),
    ] {
        let program = program_of_row(&format!("Title,School,Currency,{headings}"), &format!("A,Loft,USD,{amounts}"));
        assert_eq!(value(&program, "price"), json!({"value": 100, "currency": "USD"}), "{headings}: {program}");
    }
}

#[test]
fn nothing_without_a_currency_is_no_price() {
    let program = program_of_row("Title,School,Price,Currency", "A,Loft,0,");
    assert_eq!((program.get("price"), program.get("remark")), (None, None));
    let free = program_of_row("Title,School,Price,Currency", "A,Loft,Free,EUR");
    assert_eq!(value(&free, "price"), json!({"value": 0, "currency": "EUR"}));
}

#[test]
fn hours_of_the_whole_are_no_hours_a_week() {
    for (effort, fact, expected) in [
        ("PT40H", "effort", json!(40)),
        ("120 hours", "effort", json!(120)),
        ("4 hours", "workload", json!(4)),
        ("40 hours per week", "workload", json!(40)),
    ] {
        let program = program_of_row("Title,School,Weeks,Effort", &format!("A,Loft,10,{effort}"));
        assert_eq!(value(&program, fact), expected, "{effort}: {program}");
        let other = if fact == "effort" { "workload" } else { "effort" };
        assert_eq!(program.get(other), None, "{effort}: {program}");
    }
    let unclear = table("Title,School,Weeks,Effort\nSails,Loft,10,approx. 40 hours\n");
    let program = unclear.program("Sails");
    assert_eq!((program.get("workload"), program.get("effort")), (None, None), "{program}");
    assert!(unclear.has_remark("may be hours a week or in all"), "{}", unclear.stderr);
}

#[test]
fn hours_beside_more_weeks_are_hours_a_week() {
    for (headings, row, expected) in [
        ("Weeks,Hours", "10,4", json!(4)),
        ("Min hours,Max hours,Min weeks,Max weeks", "3,5,10,12", json!({"low": 3, "high": 5})),
    ] {
        let run = table(&format!("Title,School,{headings}\nSails,Loft,{row}\n"));
        let program = run.program("Sails");
        assert_eq!((value(&program, "workload"), program.get("effort")), (expected, None), "{headings}: {program}");
        assert_eq!(program["workload"][0]["basis"], "presumed");
        assert!(run.has_remark("read as hours a week"), "{}", run.stderr);
    }
    let whole = program_of_row("Title,School,Weeks,Hours", "A,Loft,10,40");
    assert_eq!(value(&whole, "effort"), 40);
    let total = program_of_row("Title,School,Weeks,Total hours", "A,Loft,10,4");
    assert_eq!(value(&total, "effort"), 4);
}
