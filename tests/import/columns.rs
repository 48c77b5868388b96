//! Columns that say what others mean: a course beside its program, a platform beside a school, and what a price buys.

use serde_json::{Value, json};

use crate::run::{program_of_row, table, value, values};

#[test]
fn a_row_for_each_course_under_its_program_makes_one_program() {
    let run = table(
        "Program,Program type,School,Course,Course weeks,Hours/week,Course price\n\
         Supply Chain,MicroMasters,U,SC0x,13,8-12,210 USD\n\
         Supply Chain,MicroMasters,U,SC1x,13,8-12,210 USD\n\
         Supply Chain,MicroMasters,U,SC2x,13,8-12,210 USD\n",
    );
    let program = run.program("Supply Chain");
    assert_eq!(value(&program, "kind"), "micromasters");
    assert_eq!(program["course_list"].as_array().map(Vec::len), Some(3), "{program}");
    let course = run.record("courses", "SC1x");
    assert_eq!((value(&course, "weeks"), value(&course, "workload")), (json!(13), json!({"low": 8, "high": 12})));
    assert_eq!(value(&course, "price")["value"], 210);
}

#[test]
fn courses_may_stand_in_numbered_columns() {
    let program = program_of_row("Title,School,Course 1,Course 2,Course 3", "A,U,\"Flows, Part 1\",Buffers,");
    assert_eq!(value(&program, "courses"), json!(2));
    assert_eq!(program["course_list"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_stated_kind_makes_a_program_in_a_list_of_courses() {
    let run = table(
        "Course,Institution,Certificate type,Duration\nData,U,Specialization,3-6 months\nRust,U,Course,4 weeks\n",
    );
    let data = run.program("Data");
    assert_eq!(value(&data, "kind"), "other:Specialization");
    assert_eq!(value(&data, "length"), json!({"low": 3, "high": 6, "unit": "months"}));
    assert_eq!(value(&run.record("courses", "Rust"), "weeks"), json!(4));
    assert_eq!(
        value(&table("Curso;Universidade;Tipo;Duração\nGestão;U;MBA;18 meses\n").program("Gestão"), "kind"),
        "other:MBA"
    );
}

#[test]
fn a_provider_beside_an_institution_is_the_platform() {
    let both = program_of_row("Title,Provider,Institution", "A,Coursera,\"Stanford University; DeepLearning.AI\"");
    assert_eq!(value(&both, "institutions"), json!(["stanford-university", "deeplearning-ai"]));
    assert_eq!(value(&both, "platform"), "Coursera");
    assert_eq!(value(&program_of_row("Title,School,Platform", "A,U,edx"), "platform"), "edX");
    assert_eq!(value(&program_of_row("Title,Provider", "A,Coursera"), "institutions"), json!(["coursera"]));
}

#[test]
fn a_sum_is_no_program_whatever_it_adds() {
    for title in ["Total: 3 programas", "Subtotal MITx", "Total", "Average of 12"] {
        let run = table(&format!("Title,School,Price\nA,U,100 USD\n{title},,300 USD\n"));
        assert_eq!((run.count("added"), run.count("left_out")), (1, 1), "{title}: {}", run.stderr);
    }
    assert_eq!(table("Title,School,Price\nTotal Quality Management,U,100 USD\n").count("added"), 1);
}

#[test]
fn a_column_may_say_what_the_prices_buy() {
    for (basis, fact) in [
        ("per month", "other_price"),
        ("Monthly", "other_price"),
        ("per course", "course_price"),
        ("Members", "other_price"),
    ] {
        let program = program_of_row("Title,School,Price,Price type", &format!("A,U,300 USD,{basis}"));
        assert!(program.get("price").is_none() && program.get(fact).is_some(), "{basis}: {program}");
    }
    assert_eq!(value(&program_of_row("Title,School,Price,Price type", "A,U,300 USD,one-time"), "price")["value"], 300);
}

#[test]
fn of_several_price_columns_the_main_one_is_the_price() {
    for (headings, row, price) in [
        ("Title,School,Fee (incl. VAT),Certificate fee,Currency", "A,U,1071,99,EUR", 1071),
        ("Title,School,Price 2024 (USD),Price 2025 (USD),Price 2026 (USD)", "A,U,300,320,350", 350),
        ("Title,School,Certificate price,Currency", "A,U,99,USD", 99),
        ("Titre;École;Frais d'inscription", "A;U;3 900 €", 3900),
    ] {
        let program = program_of_row(headings, row);
        assert_eq!(values(&program, "price").len(), 1, "{headings}: {program}");
        assert_eq!(value(&program, "price")["value"], price, "{headings}");
    }
    let thousands = program_of_row("Title,School,Tuition (in 000 USD)", "A,U,12.5");
    assert!(thousands.get("price").is_none() && value(&thousands, "remark").is_string(), "{thousands}");
    let free = program_of_row("Title,School,Price", "A,U,kostenlos");
    assert!(free.get("price").is_none() && value(&free, "remark").is_string(), "no currency is named: {free}");
    assert_eq!(value(&program_of_row("Title,School,Price (GBP)", "A,U,kostenlos"), "price")["currency"], "GBP");
    let beside = table("Title,School,Price\nA,U,Gratuit\nB,U,99 €\n").program("A");
    assert_eq!(value(&beside, "price"), json!({"value": 0, "currency": "EUR"}));
}

#[test]
fn what_else_a_time_says_makes_it_unreadable() {
    for (length, expected) in [
        ("4 courses x 6 weeks", Value::Null),
        ("4 courses, 6 weeks each", Value::Null),
        ("-6 months", Value::Null),
        ("999 months", Value::Null),
        ("1 año y medio", json!({"value": 18, "unit": "months"})),
        ("18 months (1.5 years)", json!({"value": 18, "unit": "months"})),
        ("6 months to 1 year", json!({"low": 6, "high": 12, "unit": "months"})),
        ("six months", json!({"value": 6, "unit": "months"})),
    ] {
        let run = table(&format!("Title,School,Length\nA,U,\"{length}\"\n"));
        assert_eq!(value(&run.program("A"), "length"), expected, "{length}");
        assert!(!expected.is_null() || run.has_remark(""), "{length}");
    }
    for part in ["6 weeks of 5 hours", "8 Wochen zu 4 Stunden", "3 months of 20-25 hours", "6 semanas de 5 horas"] {
        let program = program_of_row("Title,School,Total hours", &format!("A,U,{part}"));
        assert_eq!(program.get("effort"), None, "{part}");
    }
    let weekly = program_of_row("Title,School,Effort", "A,U,12 weeks of 5-7 hours per week");
    assert_eq!(value(&weekly, "workload"), json!({"low": 5, "high": 7}));
    let both = program_of_row("Title,School,Length", "A,U,\"5 weeks, 40 hours\"");
    assert_eq!((value(&both, "length")["value"].clone(), value(&both, "effort")), (json!(5), json!(40)));
    for (effort, expected) in [
        ("5 weekly hours", json!(5)),
        ("2 hours daily", Value::Null),
        ("5 hours per module", Value::Null),
        ("\"5 hours, 3 days a week\"", Value::Null),
        ("3 hours on 2 days per week", Value::Null),
    ] {
        let program = program_of_row("Title,School,Effort", &format!("A,U,{effort}"));
        assert_eq!((value(&program, "workload"), value(&program, "length")), (expected, Value::Null), "{effort}");
    }
}

#[test]
fn a_column_may_ask_whether_a_program_gives_credit() {
    for heading in ["Credit-bearing?", "Credit eligibility", "For credit", "Offers credit?"] {
        let [yes, no] =
            ["Yes", "FALSE"].map(|word| program_of_row(&format!("Title,School,{heading}"), &format!("A,U,{word}")));
        assert_eq!((value(&yes, "credit"), value(&no, "credit")), (json!("possible"), json!("none")), "{heading}");
    }
}

#[test]
fn a_heading_with_a_slash_is_named_as_it_is() {
    let run = table("Title,School,Fee 2026/27\nA,U,several\n");
    assert_eq!(run.report["remarks"][0]["field"], "Fee 2026/27", "{}", run.report);
}

#[test]
fn only_known_languages_are_languages() {
    let bilingual = program_of_row("Title,School,Language", "A,U,Bilingual (English/French)");
    assert_eq!(value(&bilingual, "languages"), json!(["English", "French"]));
    let mixed = table("Title;School;Language\nA;U;\"English, Spanish; Portuguese, Multiple\"\n");
    assert_eq!(value(&mixed.program("A"), "languages"), json!(["English", "Spanish", "Portuguese"]));
    assert!(mixed.has_remark("`Multiple` is not a known language"), "{}", mixed.stderr);
    let paces = program_of_row("Title,School,Pace", "A,U,Self-paced / instructor-led");
    assert_eq!(value(&paces, "pacing"), json!(["self-paced", "instructor-paced"]));
}
