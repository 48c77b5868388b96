//! What an amount pays for, by any words beside it: in its cell, in the column next to it, in the object around it. What
//! is included, denied or only possible says nothing of it.

use serde_json::{Value, json};

use crate::run::{import_text, table, value};

fn price(cell: &str) -> Value {
    let program =
        table(&format!("Program|School|Kind|Price\nPorts|Clyde University|MicroMasters|{cell}\n")).program("Ports");
    value(&program, "price")
}

#[test]
fn what_is_included_or_denied_says_nothing_of_an_amount() {
    for cell in [
        "€900 (incl. exam)",
        "€900 including membership",
        "€900 (no subscription)",
        "€900, no monthly fees",
        "€900 inkl. Prüfungsgebühr",
        "900 € frais d'examen inclus",
        "€900 one-off, not per year",
        "€900 per participant",
        "€900 p.P.",
        "€900 incl. application fee",
    ] {
        assert_eq!(price(cell), json!({"value": 900, "currency": "EUR"}), "{cell}");
    }
    for cell in ["€900 incl. 19% VAT", "900 € inkl. 19 % MwSt."] {
        assert_eq!(price(cell), json!({"value": 900, "currency": "EUR", "tax": "in"}), "{cell}");
    }
}

#[test]
fn an_amount_beside_a_charge_or_for_each_of_anything_is_not_the_whole() {
    for cell in [
        "€900 excl. exam",
        "€900 plus exam",
        "€900 (member discount available)",
        "€900 mtl.",
        "€900 / Sem.",
        "€1,200 p.a.",
        "€50 per badge",
        "€300 / Block",
    ] {
        let run = table(&format!("Program|School|Kind|Price\nPorts|Clyde University|MicroMasters|{cell}\n"));
        let program = run.program("Ports");
        assert_eq!((program.get("price"), program.get("exam_price")), (None, None), "{cell}");
        let is_kept = value(&program, "remark").as_str().is_some_and(|remark| remark.contains(cell));
        assert!(is_kept || value(&program, "other_price")["what"] == "month", "{cell}: {program}");
    }
}

#[test]
fn a_note_in_the_next_column_counts_as_one_in_the_cell() {
    for heading in ["Price note", "Fee details", "Notes"] {
        for (note, is_whole) in [
            ("per semester", false),
            ("members only", false),
            ("registration fee only", false),
            ("incl. VAT", true),
            ("Taught in Oslo", true),
        ] {
            let text =
                format!("Program;School;Kind;Price;{heading}\nPorts;Clyde University;MicroMasters;900 EUR;{note}\n");
            assert_eq!(table(&text).program("Ports").get("price").is_some(), is_whole, "{heading}: {note}");
        }
    }
}

#[test]
fn only_the_amount_in_the_object_of_a_price_is_the_price() {
    let record = |price: Value| json!([{"title": "Ports", "institution": "Clyde University", "type": "Diploma", "price": price}]);
    for (object, amount) in [
        (json!({"amount": 1200, "tax_rate": 19, "currency": "EUR"}), Some(1200)),
        (json!({"value": 129_900, "scale": 2, "currency": "EUR"}), None),
        (json!({"amountMinor": 129_900, "currency": "EUR", "exponent": 2}), None),
        (json!({"currency": "EUR", "version": 3}), None),
        (json!({"regular": 900, "sale": 700, "currency": "EUR"}), Some(900)),
        (json!({"amount": 300, "installments": 6, "currency": "EUR"}), Some(300)),
    ] {
        let run = import_text("p.json", record(object.clone()).to_string());
        let read = value(&run.program("Ports"), "price");
        assert_eq!(read.get("value").cloned(), amount.map(|amount| json!(amount)), "{object}");
        assert!(amount.is_some() || run.has_remark("price"), "{object}: {}", run.stderr);
    }
}

#[test]
fn a_total_is_the_price_and_what_is_beside_it_its_parts() {
    for text in [
        "Program;School;Tuition;Registration;Books;Total;Currency\nPorts;Clyde University;900;50;120;1070;EUR\n",
        "Program;School;Deposit;Balance;Total;Currency\nPorts;Clyde University;500;570;1070;EUR\n",
        "Program;School;Tuition EUR;Total EUR\nPorts;Clyde University;900;1070\n",
    ] {
        let program = table(text).program("Ports");
        assert_eq!(value(&program, "price"), json!({"value": 1070, "currency": "EUR"}), "{text}");
    }
}

#[test]
fn a_price_that_is_over_is_dated_with_its_last_day() {
    let text = "Title,School,Kind,Price,Price valid until\nA,Clyde University,Diploma,€900,31.12.2025\nB,Clyde University,Diploma,€950,2099-12-31\n";
    let run = table(text);
    assert_eq!(run.program("A")["price"][0]["as_of"], "2025-12-31");
    assert_ne!(run.program("B")["price"][0]["as_of"], "2099-12-31");
}

#[test]
fn a_ruble_is_known_by_its_letter() {
    let program = table("Программа;School;Стоимость\nПорты;Clyde University;25 500 р.\n").program("Порты");
    assert_eq!(value(&program, "price"), json!({"value": 25500, "currency": "RUB"}));
}

#[test]
fn an_amount_of_which_a_note_counts_payments_is_one_of_them() {
    let record = json!([{"title": "Ports", "institution": "Clyde University", "type": "Diploma", "price": "R$ 150,00",
        "payment": "1 matrícula de R$ 150,00 + 16x de R$ 155,00"}]);
    let program = import_text("p.json", record.to_string()).program("Ports");
    assert_eq!(program.get("price"), None);
    assert_eq!(value(&program, "remark"), "price: R$ 150,00");
}
