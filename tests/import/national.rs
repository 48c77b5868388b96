//! Lists of programs as states, countries and course sites publish them, each under its own headings.

use serde_json::{Value, json};

use crate::run::{Run, import_text, table, value};

fn assert_facts(run: &Run, list: &str, title: &str, expected: &[(&str, Value)]) {
    let record = run.record(list, title);
    for (field, expected) in expected {
        assert_eq!(value(&record, field), *expected, "{title}, {field}: {record}");
    }
}

fn money(amount: f64, currency: &str) -> Value {
    if amount.fract() == 0.0 {
        json!({"value": amount as i64, "currency": currency})
    } else {
        json!({"value": amount, "currency": currency})
    }
}

fn length(amount: u32, unit: &str) -> Value {
    json!({"value": amount, "unit": unit})
}

#[test]
fn lists_of_training_in_american_states() {
    let run = table(
        "Provider Name,Program Name,CIP Code,Program Length (Weeks),Total Clock Hours,Tuition & Fees,Books & Supplies,\
         Other Costs,Total Program Cost,Credential Type,City,State\n\
         Austin CC,Medical Assisting,51.0801,24,720,\"$3,200.00\",$450.00,$120.00,\"$3,770.00\",Certificate,Austin,TX\n\
         Lone Star,Cyber Defence,11.1003,12,240,\"$9,500\",$0,$0,\"$9,500\",Boot Camp,Houston,TX\n",
    );
    let facts = [
        ("price", money(3770.0, "USD")),
        ("length", length(24, "weeks")),
        ("effort", json!(720)),
        ("kind", json!("other:Certificate")),
    ];
    assert_facts(&run, "programs", "Medical Assisting", &facts);
    let facts = [("price", money(9500.0, "USD")), ("effort", json!(240)), ("kind", json!("boot-camp"))];
    assert_facts(&run, "programs", "Cyber Defence", &facts);
    assert!(!run.has_remark("TX"), "{}", run.stderr);
}

#[test]
fn lists_of_further_education_in_german() {
    let run = table(
        "Bildungsangebot;Bildungsanbieter;Abschluss;Unterrichtsform;Dauer;Unterrichtssprache;Gesamtkosten (€)\n\
         Büroleitung;IHK Akademie;IHK-Zertifikat;Teilzeit;18 Monate;Deutsch;3.450,00\n",
    );
    let facts = [
        ("institutions", json!(["ihk-akademie"])),
        ("length", length(18, "months")),
        ("languages", json!(["German"])),
        ("price", money(3450.0, "EUR")),
    ];
    assert_facts(&run, "programs", "Büroleitung", &facts);
    let run = table(
        "Titel;Hochschule;Abschluss;Dauer;Arbeitsaufwand;Kosten\nDatenanalyse;ETH Zürich;CAS;9 Monate;12 Std./Woche;CHF 8'900.–\n",
    );
    let facts = [("price", money(8900.0, "CHF")), ("workload", json!(12)), ("kind", json!("other:CAS"))];
    assert_facts(&run, "programs", "Datenanalyse", &facts);
}

#[test]
fn lists_of_further_education_in_french_and_italian() {
    let text = "Intitulé de la formation;Organisme de formation;Certification visée;Durée;Nombre d’heures;Prix (€);\
        Langue d’enseignement\nAnalyste;OpenClassrooms;Master;12 mois;400;7 450,00;Français\n";
    let run = import_text("t.csv", encoding_rs::WINDOWS_1252.encode(text).0);
    let facts = [
        ("institutions", json!(["openclassrooms"])),
        ("kind", json!("masters")),
        ("effort", json!(400)),
        ("price", money(7450.0, "EUR")),
        ("languages", json!(["French"])),
    ];
    assert_facts(&run, "programs", "Analyste", &facts);
    let run = table(
        "Denominazione corso;Ente erogatore;Tipo di attestato;Durata (ore);Costo totale;Lingua\n\
         Master Universitario in AI;Università di Pisa;Master;1500;€ 7.000;Inglese\n",
    );
    let facts = [
        ("institutions", json!(["universita-di-pisa"])),
        ("kind", json!("masters")),
        ("effort", json!(1500)),
        ("price", money(7000.0, "EUR")),
        ("languages", json!(["English"])),
    ];
    assert_facts(&run, "programs", "Master Universitario in AI", &facts);
}

#[test]
fn a_table_that_a_polish_spreadsheet_saved_as_unicode_text() {
    let text = "Nazwa programu\tUczelnia\tRodzaj\tCzas trwania\tCzesne\tJęzyk\r\n\
        Analiza danych\tPolitechnika Warszawska\tStudia podyplomowe\t9 miesięcy\t8 900,00 zł\tpolski\r\n";
    let bytes: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let run = import_text("t.txt", bytes);
    let facts = [
        ("institutions", json!(["politechnika-warszawska"])),
        ("length", length(9, "months")),
        ("price", money(8900.0, "PLN")),
        ("languages", json!(["Polish"])),
    ];
    assert_facts(&run, "programs", "Analiza danych", &facts);
}

#[test]
fn lists_of_course_sites_hold_programs_and_courses() {
    let run = table(
        "s.no,course_title,course_organization,course_Certificate_type,course_rating,course_difficulty,course_students_enrolled\n\
         1,Python for Everybody,University of Michigan,SPECIALIZATION,4.8,Beginner,2350000\n\
         2,Machine Learning,Stanford University,COURSE,4.9,Intermediate,4.5m\n\
         3,Data Science,IBM,PROFESSIONAL CERTIFICATE,4.6,Mixed,320k\n",
    );
    assert_facts(&run, "programs", "Python for Everybody", &[("kind", json!("other:Specialization"))]);
    assert_facts(&run, "programs", "Data Science", &[("kind", json!("professional-certificate"))]);
    assert_facts(&run, "courses", "Machine Learning", &[("level", json!("intermediate"))]);
    let run = table(
        "title,summary,n_enrolled,course_type,institution,Level,language,course_effort,course_length,price,course_url\n\
         Learning Online,x,\"124,980\",Self-paced on your time,edX,Introductory,English,2–3 hours per week,2 Weeks,\
         FREE-Add a Verified Certificate for $49 USD,https://www.edx.org/course/how-to-learn-online\n",
    );
    let facts = [("weeks", json!(2)), ("workload", json!({"low": 2, "high": 3})), ("pacing", json!("self-paced"))];
    assert_facts(&run, "courses", "Learning Online", &facts);
}
