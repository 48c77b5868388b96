//! Programs, courses and schools that share an address, a key or a title and are not the same: each stays what its own
//! record says, and the report tells what they share.

use serde_json::{Value, json};

use crate::run::{Run, file, import, import_text, import_with, records, table, value};

fn titles(run: &Run, list: &str) -> Vec<Value> {
    records(&run.catalog(), list).map(|record| record["title"].clone()).collect()
}

/// The name of the first school of a program.
fn school_of(run: &Run, title: &str) -> Value {
    let key = value(&run.program(title), "institutions")[0].clone();
    let school = records(&run.catalog(), "institutions").find(|school| school["key"] == key).cloned();
    school.expect("a school")["name"].clone()
}

#[test]
fn a_program_of_another_site_is_no_edx_program_with_the_same_path() {
    let path = "professional-certificate/ibm-data-science";
    let edx = file("edx.csv", format!("Title,School,URL\nIBM Data Science,IBM,https://www.edx.org/{path}\n"));
    let acme = file("acme.csv", format!("Title,School,URL\nData Science with Ibex,Acme,https://acme.example/{path}\n"));
    let base = import(&[&edx]);
    let run = import_with(&[&acme], &["--into", base.out.to_str().expect("a path")]);
    assert_eq!(titles(&run, "programs"), ["Data Science with Ibex", "IBM Data Science"], "{}", run.stderr);
    let moved = file(
        "m.csv",
        "Title,School,URL\nIBM Data Science,IBM,edx.org/certificates/professional-certificate/ibm-data-science\n",
    );
    assert_eq!(records(&import(&[&edx, &moved]).catalog(), "programs").count(), 1);
}

#[test]
fn the_host_and_the_query_tell_programs_apart() {
    for (first, second) in [
        ("https://ashford.example/programs/data", "https://bexley.example/programs/data"),
        ("https://s.example/program?id=17", "https://s.example/program?id=18"),
        ("https://w.example/en/", "https://x.example/en"),
    ] {
        let run = import(&[
            &file("a.csv", format!("Title,School,URL\nTides,A College,{first}\n")),
            &file("b.csv", format!("Title,School,URL\nSands,B College,{second}\n")),
        ]);
        assert_eq!(titles(&run, "programs"), ["Tides", "Sands"], "{first}: {}", run.stderr);
    }
    let same = import(&[
        &file("a.csv", "Title,School,URL\nTides,A College,https://s.example/p?id=17&utm_source=x\n"),
        &file("b.csv", "Title,School,URL\nTides and Sands,A College,https://www.s.example/p/?id=17\n"),
    ]);
    assert_eq!(records(&same.catalog(), "programs").count(), 1, "{}", same.stderr);
}

#[test]
fn an_address_beside_several_titles_of_one_source_identifies_none() {
    let program = |name: &str, years: u32| {
        json!({"@type": "EducationalOccupationalProgram", "name": name, "url": "https://x.example/programs",
            "provider": {"name": "X College"}, "timeToComplete": format!("P{years}Y")})
    };
    let graph = json!({"@context": "https://schema.org", "@graph": [program("Nursing", 3), program("Physics", 4)]});
    let run = import_text("p.json", graph.to_string());
    for (title, months) in [("Nursing", 36), ("Physics", 48)] {
        assert_eq!(value(&run.program(title), "length"), json!({"value": months, "unit": "months"}), "{}", run.stderr);
    }
    assert_eq!((run.count("added"), run.count("conflicts")), (2, 0), "{}", run.stderr);
    assert!(run.has_remark("beside several titles"), "{}", run.stderr);
    let run = table(
        "Title,School,URL\nA,S,https://s.example/apply\nB,S,https://s.example/apply\nC,S,https://s.example/apply\n",
    );
    assert_eq!(titles(&run, "programs"), ["A", "B", "C"], "{}", run.stderr);
}

fn discovered(number: u32, title: &str, school: &Value, course: &Value) -> Value {
    json!({"uuid": format!("eeeeeeee-0000-4000-8000-{number:012}"), "title": title, "type": "MicroMasters",
        "status": "active", "authoring_organizations": [school], "courses": [course]})
}

#[test]
fn one_key_of_two_schools_or_two_courses_joins_neither() {
    let [manukau, boston] = ["Manukau", "Massachusetts"]
        .map(|place| json!({"key": "MIT", "name": format!("{place} Institute of Technology")}));
    let surf = discovered(1, "Surf Science", &manukau, &json!({"key": "MIT+1", "title": "Capstone"}));
    let robots = discovered(2, "Robot Arms", &boston, &json!({"key": "MIT+1", "title": "Kinematics"}));
    let files = [file("k1.json", json!([surf]).to_string()), file("k2.json", json!([robots]).to_string())];
    let run = import(&[&files[0], &files[1]]);
    assert_eq!(school_of(&run, "Surf Science"), manukau["name"], "{}", run.stderr);
    assert_eq!(school_of(&run, "Robot Arms"), boston["name"], "{}", run.stderr);
    assert_eq!(titles(&run, "courses"), ["Capstone", "Kinematics"], "{}", run.stderr);
    for (title, course) in [("Surf Science", "Capstone"), ("Robot Arms", "Kinematics")] {
        let listed = run.program(title)["course_list"].clone();
        assert_eq!(listed, json!([{"course": run.record("courses", course)["id"], "match": "certain"}]));
    }
    assert!(run.has_remark("a key of “Man") || run.has_remark("a key of “Mas"), "{}", run.stderr);
    assert!(run.has_remark("the key of another course"), "{}", run.stderr);
    let base = import(&[&files[1]]);
    let added = import_with(&[&files[0]], &["--into", base.out.to_str().expect("a path")]);
    assert_eq!(school_of(&added, "Surf Science"), manukau["name"], "{}", added.stderr);
}

#[test]
fn a_key_whose_titles_are_alike_is_that_of_one_course() {
    let school = json!({"key": "ZX", "name": "Z University"});
    let other = json!({"key": "ZX", "name": "The Z University"});
    let run = import_text(
        "p.json",
        json!([
            discovered(1, "P1", &school, &json!({"key": "ZX+1", "title": "Statistics & Data"})),
            discovered(2, "P2", &other, &json!({"key": "ZX+1", "title": "Statistics and Data (2027)"})),
        ])
        .to_string(),
    );
    assert_eq!(records(&run.catalog(), "courses").count(), 1, "{}", run.stderr);
    assert_eq!(records(&run.catalog(), "institutions").count(), 1, "{}", run.stderr);
}

#[test]
fn courses_of_two_schools_are_not_joined_by_their_title() {
    let run = table(
        "Program,School,Type,Courses\nAlpha,S U,MicroMasters,Intro; Capstone\nBeta,T U,MicroMasters,Start; Capstone\n\
         Gamma,S U,MicroMasters,Intro; Other\n",
    );
    assert_eq!(titles(&run, "courses"), ["Capstone", "Intro", "Other", "Capstone", "Start"], "{}", run.stderr);
    let program = |name: &str, provider: &str, course: &Value| {
        json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": name,
            "provider": provider, "hasCourse": [course]})
    };
    let paid = json!({"@type": "Course", "name": "Capstone", "offers": {"price": 99, "priceCurrency": "USD"}});
    let listed = json!([
        program("PA", "A College", &json!({"@type": "Course", "name": "Capstone"})),
        program("PB", "B College", &paid)
    ]);
    let run = import_text("ck.json", listed.to_string());
    let prices: Vec<Value> = records(&run.catalog(), "courses").map(|course| value(course, "price")).collect();
    assert_eq!(prices, [Value::Null, json!({"value": 99, "currency": "USD", "what": "course"})], "{}", run.stderr);
}

#[test]
fn an_ampersand_and_capitals_make_no_new_name() {
    let run = import(&[
        &file("a.csv", "Title,School,URL,As of\nCoral & Care,S,https://s.example/c,2026-01-01\n"),
        &file("b.csv", "Title,School,URL,As of\nCORAL and Care,S,https://s.example/c,2026-05-01\n"),
    ]);
    let program = run.program("CORAL and Care");
    assert_eq!((program.get("former_name"), run.count("conflicts")), (None, 0), "{}", run.stderr);
}
