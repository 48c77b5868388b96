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

#[test]
fn lists_of_one_kind_are_titled_by_it() {
    let run = table(
        "MicroMasters program,University,# of courses,Total cost,Time,Hours/wk\n\
         Supply Chain,MIT,5,\"$1,350\",10 months,8-12\n",
    );
    let facts = [
        ("kind", json!("micromasters")),
        ("courses", json!(5)),
        ("price", money(1350.0, "USD")),
        ("length", length(10, "months")),
    ];
    assert_facts(&run, "programs", "Supply Chain", &facts);
}

#[test]
fn headings_in_two_languages_are_read() {
    let run = table(
        "Program name / Nom du programme,Institution / Établissement,Duration / Durée,Cost / Coût (CAD),Language / Langue\n\
         Analytique,UQAM,8 mois,\"$4,200\",French\n",
    );
    let facts = [
        ("institutions", json!(["uqam"])),
        ("length", length(8, "months")),
        ("price", money(4200.0, "CAD")),
        ("languages", json!(["French"])),
    ];
    assert_facts(&run, "programs", "Analytique", &facts);
}

#[test]
fn lists_of_degrees_ask_different_fees_at_home_and_abroad() {
    let run = table(
        "Course title,Provider,Qualification,Study mode,Duration,Tuition fee (UK),Tuition fee (International)\n\
         Data Science,Leeds,MSc,Online,2 years,\"£14,500\",\"£31,000\"\n",
    );
    let facts = [("kind", json!("masters")), ("length", length(24, "months")), ("price", Value::Null)];
    assert_facts(&run, "programs", "Data Science", &facts);
    let run = table(
        "Studiengang;Hochschule;Abschluss;Regelstudienzeit;Studiengebühren;Zulassungsvoraussetzung\n\
         Informatik;IU;Master of Science;24 Monate;13.800 €;Bachelor\n",
    );
    let facts = [
        ("kind", json!("masters")),
        ("length", length(24, "months")),
        ("price", money(13_800.0, "EUR")),
        ("prerequisites", json!("Bachelor")),
    ];
    assert_facts(&run, "programs", "Informatik", &facts);
}

#[test]
fn lists_of_courses_with_their_programs_and_numbers() {
    let run = table(
        "Program ID,Program,Type,School,Course #,Course,Weeks,Effort (hrs/wk),Price (USD),Level\n\
         P1,Robotics,MicroMasters,Penn,1,Kinematics,10,8-10,300,Advanced\n\
         P1,Robotics,MicroMasters,Penn,2,Dynamics,8,8-10,300,Advanced\n\
         P2,Nursing,XSeries,Duke,1,Care,4,2-3,50,Beginner\n",
    );
    let facts = [
        ("kind", json!("micromasters")),
        ("length", length(18, "weeks")),
        ("price", json!({"value": 600, "currency": "USD", "what": "courses"})),
        ("level", json!(["advanced"])),
    ];
    assert_facts(&run, "programs", "Robotics", &facts);
    // One course of an unknown number says nothing of the whole.
    assert_facts(&run, "programs", "Nursing", &[("kind", json!("xseries")), ("length", Value::Null)]);
    assert_facts(&run, "courses", "Dynamics", &[("weeks", json!(8))]);
    assert_eq!(run.program("Robotics")["identifiers"], json!(["id:P1"]));
    let run = table(
        "Program name,Program type,Program price,Program URL,School,Course,Course URL,Course price\n\
         Robotics,MicroMasters,$500,https://u.example/p/r,Penn,Kinematics,https://u.example/c/k,$300\n\
         Robotics,MicroMasters,$500,https://u.example/p/r,Penn,Dynamics,https://u.example/c/d,$300\n",
    );
    assert_facts(
        &run,
        "programs",
        "Robotics",
        &[("price", money(500.0, "USD")), ("url", json!("https://u.example/p/r"))],
    );
    assert_eq!(run.record("courses", "Dynamics")["url"], "https://u.example/c/d");
    let run = table("Course Name,Institute,Duration,Type of course\nMachine Learning,IIT Madras,12 weeks,Elective\n");
    assert_facts(&run, "courses", "Machine Learning", &[("weeks", json!(12))]);
}

#[test]
fn what_a_price_buys_stands_in_its_heading() {
    let run = table(
        "Title,School,Type,List price,Sale price,Price per course,# courses,Subscription/month\n\
         A,U,Professional Certificate,\"$1,000\",$800,$250,4,$49\n",
    );
    let facts = [
        ("price", money(1000.0, "USD")),
        ("course_price", json!({"value": 250, "currency": "USD", "what": "course"})),
        ("other_price", json!({"value": 49, "currency": "USD", "what": "subscription"})),
        ("courses", json!(4)),
    ];
    assert_facts(&run, "programs", "A", &facts);
}

#[test]
fn tables_are_read_in_the_languages_of_their_country() {
    let weeks = |count: u32| json!({"value": count, "unit": "weeks"});
    let months = |count: u32| json!({"value": count, "unit": "months"});
    let price = |amount: u32, code: &str| json!({"value": amount, "currency": code});
    for (text, length, hours, cost) in [
        (
            "Opleiding;Instelling;Duur;Uren per week;Prijs\nA;U;6 maanden;8 uur;€ 1.250",
            months(6),
            8,
            price(1250, "EUR"),
        ),
        (
            "Utbildning;Lärosäte;Längd;Timmar per vecka;Pris\nA;U;12 veckor;10;4 500 SEK",
            weeks(12),
            10,
            price(4500, "SEK"),
        ),
        (
            "Koulutus;Yliopisto;Kesto;Tuntia viikossa;Hinta\nA;U;6 kuukautta;5 tuntia;490 €",
            months(6),
            5,
            price(490, "EUR"),
        ),
        (
            "Képzés;Intézmény;Időtartam;Heti órák;Díj\nA;U;12 hét;heti 6 óra;250 000 Ft",
            weeks(12),
            6,
            price(250_000, "HUF"),
        ),
        (
            "Program adı;Üniversite;Süre;Haftalık saat;Ücret\nA;U;16 hafta;6 saat;12.500 TL",
            weeks(16),
            6,
            price(12500, "TRY"),
        ),
        (
            "Название программы;Университет;Длительность;Нагрузка;Стоимость\nA;U;6 месяцев;10 часов в неделю;48 000 руб.",
            months(6),
            10,
            price(48000, "RUB"),
        ),
        ("講座名,大学,期間,学習時間,価格\nA,U,12週間,週5時間,\"30,000円\"", weeks(12), 5, price(30000, "JPY")),
        ("项目名称,学校,时长,学习时间,价格\nA,U,6个月,每周8小时,1200元", months(6), 8, price(1200, "CNY")),
        ("과정명,대학,기간,학습시간,수강료\nA,U,12주,주 5시간,\"150,000원\"", weeks(12), 5, price(150_000, "KRW")),
        (
            "Nama program;Universitas;Durasi;Jam per minggu;Biaya\nA;U;6 bulan;4;Rp 4.500.000",
            months(6),
            4,
            price(4_500_000, "IDR"),
        ),
    ] {
        let run = table(&format!("{text}\n"));
        let program = run.program("A");
        assert_eq!(value(&program, "length"), length, "{text}\n{}", run.stderr);
        assert_eq!(value(&program, "workload"), hours, "{text}\n{}", run.stderr);
        assert_eq!(value(&program, "price"), cost, "{text}\n{}", run.stderr);
        assert_eq!(value(&program, "institutions"), json!(["u"]), "{text}");
    }
}

#[test]
fn kinds_and_levels_are_known_in_the_languages_of_tables() {
    for (kind, level, slug, expected) in [
        ("Certyfikat zawodowy", "zaawansowany", "professional-certificate", "advanced"),
        ("Профессиональный сертификат", "Начальный", "professional-certificate", "introductory"),
        ("プロフェッショナル・サーティフィケート", "中級", "professional-certificate", "intermediate"),
        ("マイクロマスターズ", "初級", "micromasters", "introductory"),
        ("微硕士", "高级", "micromasters", "advanced"),
        ("专业证书", "入门", "professional-certificate", "introductory"),
        ("Profesyonel Sertifika", "İleri", "professional-certificate", "advanced"),
        ("Professioneel certificaat", "Gevorderd", "professional-certificate", "advanced"),
    ] {
        let run = table(&format!("Title,School,Type,Level\nA,U,{kind},{level}\n"));
        let program = run.program("A");
        assert_eq!(value(&program, "kind"), slug, "{kind}");
        assert_eq!(value(&program, "level"), json!([expected]), "{level}: {}", run.stderr);
    }
}

#[test]
fn wide_digits_of_japanese_and_chinese_are_digits() {
    let run = table("講座名,大学,期間,学習時間,価格\nＡＩ入門,大学,６か月,週５～８時間,４５，０００円\n");
    let program = run.program("ＡＩ入門");
    assert_eq!(value(&program, "length"), json!({"value": 6, "unit": "months"}), "{}", run.stderr);
    assert_eq!(value(&program, "workload"), json!({"low": 5, "high": 8}), "{}", run.stderr);
    assert_eq!(value(&program, "price"), json!({"value": 45000, "currency": "JPY"}), "{}", run.stderr);
}

#[test]
fn a_guess_takes_its_unit_from_the_heading() {
    let run = table("Titel;Anbieter;Stunden pro Woche;Dauer (Monate)\nA;U;ca. 5;etwa 6\n");
    let program = run.program("A");
    assert_eq!(value(&program, "workload"), 5, "{}", run.stderr);
    assert_eq!(value(&program, "length"), json!({"value": 6, "unit": "months"}), "{}", run.stderr);
    for (field, words) in [("workload", "ca. 5"), ("length", "etwa 6")] {
        assert!(program[field][0]["note"].as_str().is_some_and(|note| note.contains(words)), "{program}");
    }
}

#[test]
fn digits_levels_and_minutes_are_read_as_their_languages_write_them() {
    for (headings, row, fact, expected) in [
        ("العنوان,الجامعة,المدة", "A,U,٣ أشهر", "length", json!({"value": 3, "unit": "months"})),
        ("العنوان,الجامعة,اللغة", "A,U,الإنجليزية", "languages", json!(["English"])),
        ("Titel,Lärosäte,Nivå", "A,U,Grundnivå", "level", json!(["introductory"])),
        ("Titel,Lärosäte,Arbetsinsats", "A,U,4-6 tim/v", "workload", json!({"low": 4, "high": 6})),
        ("Titre,Organisme,Niveau", "A,U,Confirmé", "level", json!(["advanced"])),
        ("Titre,Organisme,Effort", "A,U,2h30 par semaine", "workload", json!(2.5)),
        ("Title,School,Effort", "A,U,120 minutes a week", "workload", json!(2)),
        ("Opleiding,Instelling,Studielast", "A,U,6 uur per week", "workload", json!(6)),
        ("Titel,Hochschule,Zeitaufwand", "A,U,5 Stunden pro Woche", "workload", json!(5)),
        ("שם התוכנית,אוניברסיטה,משך", "A,U,3 חודשים", "length", json!({"value": 3, "unit": "months"})),
    ] {
        assert_eq!(value(&table(&format!("{headings}\n{row}\n")).program("A"), fact), expected, "{headings}: {row}");
    }
}
