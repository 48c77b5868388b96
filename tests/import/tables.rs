//! Tables as people keep them: headings and cells in several languages, rows that are no records, and prices, times and
//! states that say less than they seem to.

use serde_json::{Value, json};

use crate::run::{file, import_with, program_of_row, records, table, value, values};

#[test]
fn a_word_that_is_no_status_leaves_the_status_presumed() {
    for (status, expected) in
        [("listed 2026-05", "current"), ("Enrolling", "current"), ("Actif", "current"), ("Archiviert", "older")]
    {
        let program = program_of_row("Title,School,Status", &format!("A,U,{status}"));
        assert_eq!(program["status"][0]["value"], expected, "{status}: {program}");
        assert!(program["status"][0].get("basis").is_none(), "it is stated: {program}");
    }
    let run = table("Title,School,State\nA,U,Texas\n");
    assert_eq!(run.program("A")["status"][0]["basis"], "presumed");
    assert!(run.has_remark("Texas"), "{}", run.stderr);
    let both = program_of_row("Title,School,State,Status", "A,U,Texas,Retired");
    assert_eq!(both["status"][0]["value"], "older", "{both}");
}

#[test]
fn the_unit_of_a_length_may_have_a_column_or_a_heading_of_its_own() {
    for (headings, row, length) in [
        ("Title,School,duration,duration_unit", "A,U,4,weeks", json!({"value": 4, "unit": "weeks"})),
        ("Titel;Anbieter;Dauer;Einheit", "A;U;3;Monate", json!({"value": 3, "unit": "months"})),
        ("Title,School,Length (years)", "A,U,2", json!({"value": 24, "unit": "months"})),
        ("Titre;École;Durée (semaines)", "A;U;6-8", json!({"low": 6, "high": 8, "unit": "weeks"})),
        ("Title,School,Min weeks,Max weeks", "A,U,4,8", json!({"low": 4, "high": 8, "unit": "weeks"})),
        ("Title,School,Length", "A,U,6½ months", json!({"value": 6.5, "unit": "months"})),
    ] {
        assert_eq!(value(&program_of_row(headings, row), "length"), length, "{headings}");
    }
    let hours = program_of_row("Title,School,Duration (hours)", "A,U,40");
    assert_eq!((value(&hours, "effort"), value(&hours, "length")), (json!(40), Value::Null));
}

#[test]
fn a_bound_is_kept_in_its_words() {
    for length in ["6+ months", "up to 6 months", "ca. 6 Monate"] {
        let program = program_of_row("Title,School,Length", &format!("A,U,{length}"));
        assert!(program["length"][0]["note"].as_str().is_some_and(|note| note.contains(length)), "{program}");
    }
    let program = program_of_row("Title,School,Price", "A,U,from $500");
    assert!(program["price"][0]["note"].as_str().is_some_and(|note| note.contains("from $500")), "{program}");
}

#[test]
fn what_is_paid_for_a_part_is_not_the_price_of_the_whole() {
    let nursing = program_of_row(
        "Program,University,Tuition,Application Fee,Price per credit,Currency",
        "A,U Texas,12000,75,400,USD",
    );
    assert_eq!(values(&nursing, "price"), [json!({"value": 12000, "currency": "USD"})]);
    let remarks = values(&nursing, "remark");
    assert!(remarks.contains(&json!("Application Fee: 75 USD")), "{remarks:?}");
    assert!(remarks.contains(&json!("Price per credit: 400 USD")), "{remarks:?}");
    for price in ["500 €/semestre", "€400 per credit", "$2,400 per year", "$99 deposit", "1.200 € par an"] {
        let program = program_of_row("Title;School;Price", &format!("A;U;{price}"));
        assert!(program.get("price").is_none() && program.get("other_price").is_none(), "{price}: {program}");
        assert!(value(&program, "remark").as_str().is_some_and(|remark| remark.contains(price)), "{program}");
    }
    for (headings, row) in [
        ("Title;School;Price", "A;U;49 €/Monat"),
        ("Title;School;Price", "A;U;39 € mensuel"),
        ("Titre;École;Prix mensuel (EUR)", "A;U;49"),
        ("Titel;Anbieter;Monatspreis (EUR)", "A;U;49"),
    ] {
        assert_eq!(value(&program_of_row(headings, row), "other_price")["what"], "month", "{headings} {row}");
    }
}

#[test]
fn a_heading_that_only_contains_a_word_for_a_price_is_no_price() {
    let run = table("Title,School,Feedback,Cost center,Coffee,Currency\nA,U,4.7,4711,3,USD\n");
    assert!(run.program("A").get("price").is_none());
    assert!(run.has_remark("Feedback, Cost center, Coffee"), "{}", run.stderr);
}

#[test]
fn a_dollar_sign_means_the_dollar_that_is_stated() {
    for (row, price) in [
        ("A;U;$1,200;CAD", json!({"value": 1200, "currency": "CAD"})),
        ("A;U;$1,500 (AUD);", json!({"value": 1500, "currency": "AUD"})),
        ("A;U;$1,500;", json!({"value": 1500, "currency": "USD"})),
        ("A;U;500 kr;NOK", json!({"value": 500, "currency": "NOK"})),
        ("A;U;CHF 1'250.00;", json!({"value": 1250, "currency": "CHF"})),
        ("A;U;US$ 1.2k;", json!({"value": 1200, "currency": "USD"})),
        ("A;U;Kostenlos;EUR", json!({"value": 0, "currency": "EUR"})),
    ] {
        assert_eq!(value(&program_of_row("Title;School;Price;Currency", row), "price"), price, "{row}");
    }
}

#[test]
fn two_columns_for_one_price_are_one_price() {
    let taxed = program_of_row("Title,School,Price excl. VAT (EUR),Price incl. VAT (EUR)", "A,U,1000,1190");
    assert_eq!(values(&taxed, "price"), [json!({"value": 1190, "currency": "EUR", "tax": "in"})]);
    assert!(value(&taxed, "remark").as_str().is_some_and(|remark| remark.contains("1000")), "{taxed}");
    let net = program_of_row("Title,School,Price (excl. tax),Currency", "A,U,1000,EUR");
    assert_eq!(value(&net, "price"), json!({"value": 1000, "currency": "EUR", "tax": "out"}));
    let range = program_of_row("Title,School,Price min,Price max,Currency", "A,U,100,200,USD");
    assert_eq!(values(&range, "price"), [json!({"low": 100, "high": 200, "currency": "USD"})]);
    let reduced = program_of_row("Title,School,Price,Price after discount,Currency", "A,U,1000,900,USD");
    assert_eq!(values(&reduced, "price"), [json!({"value": 1000, "currency": "USD"})]);
    assert_eq!(value(&reduced, "remark"), json!("Price after discount: 900 USD"));
}

#[test]
fn rows_that_are_no_records_are_left_out() {
    for row in [
        "Total,,,\"2,330.50\"",
        "Gesamt,,,",
        "\"Source: website, accessed 2026\",,,",
        "XSeries,,,",
        "Title,School,Type,Price",
    ] {
        let run = table(&format!("Title,School,Type,Price\nA,U,XSeries,$5\n{row}\n"));
        assert_eq!((run.count("read"), run.count("added"), run.count("left_out")), (2, 1, 1), "{row}: {}", run.stderr);
    }
    let kept = table("Title,School,Type,Price\nTotal Quality Management,U,XSeries,$5\nSum,U,,\n");
    assert_eq!(kept.count("added"), 2, "{}", kept.stderr);
}

#[test]
fn a_second_row_of_headings_belongs_to_the_first() {
    let run = table("Program,,Provider,,Price,\nTitle,Kind,School,Country,USD,EUR\nA,XSeries,U,FR,100,90\n");
    let program = run.program("A");
    assert_eq!(value(&program, "kind"), "xseries");
    assert_eq!(values(&program, "price").len(), 2, "{program}");
    assert_eq!(run.count("read"), 1);
}

#[test]
fn an_open_quotation_mark_is_reported() {
    for rows in
        ["A,U,XSeries,4 months\n\"B,U,XSeries,4 months\nC,U,XSeries,4 months\n", "A,U,X,1\n\"B,U,X,2\n\"C\",U,X,3\n"]
    {
        let run = table(&format!("Title,School,Type,Length\n{rows}"));
        assert_eq!((run.count("added"), run.count("rejected")), (1, 1), "{}", run.stderr);
        assert!(run.reasons("rejected").iter().any(|reason| reason.contains("quotation mark")), "{}", run.stderr);
    }
    let whole = table("Title,School,Type,Length\n\"A,\nwhole\",U,XSeries,4 months\n");
    assert_eq!(whole.count("added"), 1, "{}", whole.stderr);
}

#[test]
fn a_number_of_courses_is_never_a_course() {
    for (cell, courses) in [
        ("5 courses", json!(5)),
        ("cinco", json!(5)),
        ("4.0", json!(4)),
        ("3-5", Value::Null),
        ("4 of 6", Value::Null),
        ("A, B and C", Value::Null),
    ] {
        let run = table(&format!("Title,School,Courses\nA,U,\"{cell}\"\n"));
        assert_eq!(value(&run.program("A"), "courses"), courses, "{cell}");
        assert_eq!(records(&run.catalog(), "courses").count(), 0, "{cell}");
        assert_eq!(run.count("remarks"), u64::from(courses.is_null()), "{cell}: {}", run.stderr);
    }
    let both = table("Title,School,Number of courses,Courses\nA,U,3,One; Two; Three\n");
    assert_eq!((value(&both.program("A"), "courses"), records(&both.catalog(), "courses").count()), (json!(3), 3));
}

#[test]
fn whole_hours_are_not_hours_a_week() {
    for (cell, effort, workload) in [
        ("60 hours total", json!(60), Value::Null),
        ("120 Stunden", json!(120), Value::Null),
        ("5 hrs", Value::Null, json!(5)),
        ("8-10 h/w", Value::Null, json!({"low": 8, "high": 10})),
        ("900 hours per week", Value::Null, Value::Null),
        ("120", Value::Null, Value::Null),
    ] {
        let run = table(&format!("Title,School,Effort\nA,U,{cell}\n"));
        let program = run.program("A");
        assert_eq!(
            (value(&program, "effort"), value(&program, "workload")),
            (effort.clone(), workload.clone()),
            "{cell}"
        );
        assert_eq!(run.count("remarks"), u64::from(effort.is_null() && workload.is_null()), "{}", run.stderr);
    }
    let glued = program_of_row("Title,School,Effort", "A,U,9 months6 - 8 hours per week");
    assert_eq!(value(&glued, "length"), json!({"value": 9, "unit": "months"}));
    assert_eq!(value(&glued, "workload"), json!({"low": 6, "high": 8}));
}

#[test]
fn lists_of_courses_are_no_programs() {
    for text in [
        "title,institution,course_type,link\nA,U,Verified,https://a.org/x\n",
        "title,institution,url\nA,U,https://www.edx.org/course/a\n",
        "title,institution,programs\nA,U,\n",
        "Course,Institution,Level,Price\nA,U,Beginner,$99\n",
        "Titel;Anbieter;Typ\nA;U;Kurs\n",
        "Curso;Institución;Precio\nA;U;99 €\n",
    ] {
        let run = table(text);
        let catalog = run.catalog();
        let counts = (records(&catalog, "programs").count(), records(&catalog, "courses").count());
        assert_eq!(counts, (0, 1), "{text}: {}", run.stderr);
    }
    let program =
        program_of_row("title,institution,url", "A,U,https://www.edx.org/certificates/professional-certificate/a");
    assert_eq!(value(&program, "kind"), "other:Program");
}

#[test]
fn a_course_and_its_program_have_a_title_each() {
    let run = table(
        "program_title,program_institution,program_kind,course_title\n\
        Data,IBM,professional_certificate,Tools\nData,IBM,professional_certificate,Methods\n",
    );
    let catalog = run.catalog();
    assert_eq!(
        records(&catalog, "courses").map(|course| course["title"].clone()).collect::<Vec<_>>(),
        ["Methods", "Tools"]
    );
    let program = run.program("Data");
    assert_eq!(
        (value(&program, "kind"), value(&program, "institutions")),
        (json!("professional-certificate"), json!(["ibm"]))
    );
    assert_eq!(records(&catalog, "programs").count(), 1);
}

#[test]
fn tables_of_facts_and_of_persons_are_refused() {
    for (text, reason) in [
        ("program_title,kind,fact,low,high,text\nData,xseries,price,5,5,\n", "one fact in each row"),
        ("Username,Email,Course,Final Grade,Certificate Type\nada,ada@x.org,Alg,0.9,verified\n", "record of person"),
        ("Vorname;Nachname;Titel;Note\nAda;L;Alg;1\n", "record of person"),
    ] {
        let run = table(text);
        assert!(run.reasons("rejected").iter().any(|own| own.contains(reason)), "{text}: {}", run.stderr);
        assert!(!String::from_utf8_lossy(&run.bytes()).to_lowercase().contains("ada"), "{text}");
    }
}

#[test]
fn a_table_is_not_read_as_another_format() {
    let table = file("t.csv", "Title,School\nA,U\n");
    let run = import_with(&[&table], &["--format", "discovery"]);
    assert!(run.reasons("rejected").iter().any(|reason| reason.contains("--format")), "{}", run.stderr);
}

#[test]
fn placeholders_and_failed_formulas_say_nothing() {
    let program = program_of_row(
        "Title,School,Type,Length,Level,Language,Courses,URL",
        "A,TBD,TBA,To be announced,???,#REF!,#VALUE!,#N/A",
    );
    for fact in ["institutions", "length", "level", "languages", "courses", "url"] {
        assert!(program.get(fact).is_none(), "{fact}: {program}");
    }
    assert_eq!(program["kind"][0]["basis"], "presumed", "{program}");
    let run = table("Title,School,Price,Currency,Length\nA,U,9999,USD,0\n");
    assert!(run.has_remark("9999 may stand for a price"), "{}", run.stderr);
    assert!(run.has_remark("is no length of time"), "{}", run.stderr);
}

#[test]
fn languages_and_levels_are_told_apart_in_one_cell() {
    for (cell, languages) in [
        ("English/French", json!(["English", "French"])),
        ("\"English, with Spanish subtitles\"", json!(["English"])),
        ("fr-CA & en-CA", json!(["French", "English"])),
        ("zh-Hant; pt_BR", json!(["Chinese", "Portuguese"])),
    ] {
        let program = program_of_row("Title,School,Language", &format!("A,U,{cell}"));
        assert_eq!(value(&program, "languages"), languages, "{cell}");
    }
    for (cell, levels) in [
        ("Introductory - Intermediate", json!(["introductory", "intermediate"])),
        ("Débutant", json!(["introductory"])),
        ("Fortgeschrittene", json!(["advanced"])),
    ] {
        assert_eq!(value(&program_of_row("Title,School,Level", &format!("A,U,{cell}")), "level"), levels, "{cell}");
    }
}

#[test]
fn lists_that_programs_write_into_cells_are_read() {
    let program = program_of_row(
        "title;program_type;authoring_organizations;languages;skills",
        "A;MicroMasters;[{\"key\": \"GU\", \"name\": \"Globe U\"}];['en', 'fr'];['R', \"Dan's\"]",
    );
    assert_eq!(value(&program, "institutions"), json!(["globe-u"]));
    assert_eq!(value(&program, "languages"), json!(["English", "French"]));
    assert_eq!(value(&program, "skills"), json!(["R", "Dan's"]));
}

#[test]
fn entities_of_all_western_letters_are_decoded() {
    let text = "Title,School\n&Eacute;t&eacute; &Uuml;ber &szlig; &Oslash; 2&frac12; &laquo;x&raquo; &Ccaron;,&Uuml;ni &amp; Co\n";
    let run = table(text);
    assert_eq!(value(&run.program("Été Über ß Ø 2½ «x» Č"), "institutions"), json!(["uni-co"]));
}

#[test]
fn schools_and_their_short_names_come_in_the_same_order() {
    let run = table("Title,Organizations Name,Organizations Abbr\nA,\"Uni of A, Uni of B\",\"AX, BX\"\n");
    assert_eq!(value(&run.program("A"), "institutions").as_array().map(Vec::len), Some(2), "{}", run.stderr);
}

#[test]
fn what_a_table_says_twice_or_under_no_heading_is_in_the_report() {
    let run = table("Title,School,Months,Weeks,\nA,U,6,26,extra\n");
    assert!(run.has_remark("repeat an earlier one") && run.has_remark("`extra`"), "{}", run.stderr);
    let dated = table("Title,School,Last updated\nA,U,8/9/2025\n");
    assert!(dated.has_remark("not a date"), "{}", dated.stderr);
    for date in ["3 December 2025", "45994", "3.12.2025"] {
        let program = program_of_row("Title,School,Last updated", &format!("A,U,{date}"));
        assert_eq!(program["institutions"][0]["as_of"], "2025-12-03", "{date}");
    }
}

#[test]
fn headings_are_known_with_fillers_and_in_other_languages() {
    let french = program_of_row(
        "Intitulé;École;Type de formation;Niveau;Durée;Prix (€)",
        "A;Lyon;Certificat professionnel;Intermédiaire;4 mois;1 350,50",
    );
    assert_eq!(value(&french, "kind"), "professional-certificate");
    assert_eq!(value(&french, "level"), json!(["intermediate"]));
    assert_eq!(value(&french, "price"), json!({"value": 1350.5, "currency": "EUR"}));
    let bulk = program_of_row(
        "Credential Name,Owned By,Exact Duration,Subject Webpage,Est. total hours",
        "A,Weld Inst,9 Months,https://w.edu/1,40",
    );
    assert_eq!(value(&bulk, "length"), json!({"value": 9, "unit": "months"}));
    assert_eq!((value(&bulk, "effort"), value(&bulk, "url")), (json!(40), json!("https://w.edu/1")));
}

#[test]
fn two_columns_may_hold_the_bounds_of_a_quantity() {
    for (headings, row, field, expected) in [
        ("Title,School,hours_low,hours_high", "A,U,40,60", "effort", json!({"low": 40, "high": 60})),
        ("Title,School,Total hours (min),Total hours (max)", "A,U,40,60", "effort", json!({"low": 40, "high": 60})),
        ("Titel;Anbieter;Stunden von;Stunden bis", "A;U;40;60", "effort", json!({"low": 40, "high": 60})),
        ("Title,School,hours_per_week_low,hours_per_week_high", "A,U,5,8", "workload", json!({"low": 5, "high": 8})),
        ("Title,School,weeks_from,weeks_to", "A,U,6,9", "length", json!({"low": 6, "high": 9, "unit": "weeks"})),
        (
            "Título;Universidad;Meses (mín);Meses (máx)",
            "A;U;6;9",
            "length",
            json!({"low": 6, "high": 9, "unit": "months"}),
        ),
        (
            "Title,School,Duration min,Duration max",
            "A,U,6 weeks,9 weeks",
            "length",
            json!({"low": 6, "high": 9, "unit": "weeks"}),
        ),
        ("Title,School,courses_low,courses_high", "A,U,5,5", "courses", json!(5)),
        (
            "Title,School,price_low_usd,price_high_usd",
            "A,U,100,200",
            "price",
            json!({"low": 100, "high": 200, "currency": "USD"}),
        ),
        (
            "Titre;École;Prix de (EUR);Prix à (EUR)",
            "A;U;100;200",
            "price",
            json!({"low": 100, "high": 200, "currency": "EUR"}),
        ),
    ] {
        assert_eq!(value(&program_of_row(headings, row), field), expected, "{headings}");
    }
    let open = program_of_row("Title,School,hours_low,hours_high", "A,U,40,");
    assert_eq!(value(&open, "effort"), json!(40));
    assert!(open["effort"][0]["note"].as_str().is_some_and(|note| note.contains("from 40")), "{open}");
    let courses = table("Title,School,courses_low,courses_high\nA,U,3,5\n");
    assert!(courses.program("A").get("courses").is_none() && courses.has_remark("3-5"), "{}", courses.stderr);
    let reversed = table("Title,School,hours_low,hours_high\nA,U,60,40\n");
    assert_eq!(value(&reversed.program("A"), "effort"), json!({"low": 40, "high": 60}));
}

#[test]
fn several_schools_in_one_cell_are_told_from_a_name_with_an_and() {
    for cell in ["MIT; Harvard", "MIT|Harvard", "\"MIT\nHarvard\"", "MIT and Harvard", "MIT / Harvard", "MIT & Harvard"]
    {
        let schools = value(&program_of_row("Title,School", &format!("A,{cell}")), "institutions");
        assert_eq!(schools, json!(["mit", "harvard"]), "{cell}");
    }
    let run = table(
        "Title,School\nA,Ocean College\nB,Hill Institute\nC,Ocean College and Hill Institute\nD,Hill Institute and Arts\n",
    );
    assert_eq!(value(&run.program("C"), "institutions"), json!(["ocean-college", "hill-institute"]));
    assert_eq!(value(&run.program("D"), "institutions"), json!(["hill-institute-and-arts"]));
    assert!(run.has_remark("`Ocean College and Hill Institute` names several institutions"), "{}", run.stderr);
    for name in ["Arts and Humanities School of Law", "Texas A&M", "Hong Kong University of Science and Technology"] {
        let run = table(&format!("Title,School\nA,{name}\n"));
        assert_eq!(value(&run.program("A"), "institutions").as_array().map(Vec::len), Some(1), "{name}");
        assert_eq!(run.catalog()["institutions"][0]["name"], name);
    }
}

#[test]
fn the_lines_of_a_cell_are_the_items_of_a_list() {
    let listed = program_of_row(
        "Title,School,Subjects,Languages,Courses",
        "A,U,\"Law\nData\",\"English,\nFrench\",\"One\nTwo\nThree\"",
    );
    assert_eq!(value(&listed, "fields"), json!(["Law", "Data"]));
    assert_eq!(value(&listed, "languages"), json!(["English", "French"]));
    assert_eq!(value(&listed, "courses"), json!(3));
}

#[test]
fn what_is_under_a_price_is_a_price() {
    let run = table("Programme,School,Price,,Length\nProgramme,School,Course,Total,Length\nFog,U,$90,$270,12 weeks\n");
    let fog = run.program("Fog");
    assert_eq!(value(&fog, "price"), json!({"value": 270, "currency": "USD"}), "{}", run.stderr);
    assert_eq!(value(&fog, "remark"), "Price Course: $90", "{fog}");
    assert!(!run.has_remark("repeat"), "{}", run.stderr);
}

#[test]
fn a_course_name_beside_a_kind_of_program_is_that_of_the_program() {
    let heading = "S.No,Course Name,Name of University,Programme Type,Fees (INR),Duration";
    let ports =
        table(&format!("{heading}\n1,PG Certificate in Ports,I U,Professional Certificate,\"1,25,000\",11 Months\n"));
    let program = ports.program("PG Certificate in Ports");
    assert_eq!(value(&program, "length"), json!({"value": 11, "unit": "months"}));
    assert_eq!(value(&program, "price"), json!({"value": 125_000, "currency": "INR"}));
    let named = table("Course Name,Program Name,Program Type,School\nArt 1,Art,Professional Certificate,U\n");
    assert_eq!(named.record("courses", "Art 1")["title"], "Art 1");
}

#[test]
fn a_kind_in_the_title_is_a_guess() {
    let tides = table("Title,School,Price (EUR)\nMSc Tides,U,5\n").program("MSc Tides");
    assert_eq!((value(&tides, "kind"), &tides["kind"][0]["basis"]), (json!("masters"), &json!("inferred")));
}
