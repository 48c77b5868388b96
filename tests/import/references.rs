//! Programs, courses and schools that refer to each other from file to file, as registries and sites keep them.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::run::{Run, folder, import, value};

/// Imports these documents, each as a file of its own, in the order of the names that `order` gives them.
fn run(documents: &[Value], order: &[usize]) -> Run {
    let folder = folder();
    let write = |(at, document): (&usize, &Value)| {
        let is_page = document["@context"].as_str().is_some_and(|context| context.contains("schema.org"));
        let (name, text) = if is_page {
            (format!("{at}.html"), format!("<script type=\"application/ld+json\">{document}</script>"))
        } else {
            (format!("{at}.json"), document.to_string())
        };
        let path = folder.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let paths: Vec<PathBuf> = order.iter().zip(documents).map(write).collect();
    import(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>())
}

fn resource(class: &str, id: &str, name: &str, more: &Value) -> Value {
    let base = json!({"@context": "https://credreg.net/ctdl/schema/context/json", "@id": id,
        "@type": format!("ceterms:{class}"), "ceterms:name": {"en": name}});
    crate::run::with_members(base, more)
}

fn titles_of(run: &Run, program: &Value) -> Vec<String> {
    let uses = program["course_list"].as_array().into_iter().flatten();
    let catalog = run.catalog();
    let title = |id: &Value| {
        let found = crate::run::records(&catalog, "courses").find(|course| course["id"] == *id)?;
        Some(found["title"].as_str()?.to_owned())
    };
    uses.filter_map(|entry| title(&entry["course"])).collect()
}

#[test]
fn resources_in_files_of_their_own_are_one_graph() {
    let at = |number: u32| format!("https://registry.example/graph/ce-99999999-aaaa-4bbb-8ccc-{number:012}");
    let other = |number: u32| format!("http://registry.example/resources/CE-99999999-aaaa-4bbb-8ccc-{number:012}");
    let owner = json!({"ceterms:offeredBy": [at(9)]});
    let documents = [
        resource(
            "LearningProgram",
            &at(1),
            "Glass",
            &json!({"ceterms:ownedBy": [other(9)], "ceterms:hasPart": [at(2), other(3)]}),
        ),
        resource("Course", &at(2), "Blowing", &owner),
        resource("Course", &at(3), "Cutting", &json!({})),
        resource("CredentialOrganization", &at(9), "Kiln College", &json!({})),
    ];
    let mut outcomes = Vec::new();
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let run = run(&documents, &order);
        let program = run.program("Glass");
        assert_eq!(value(&program, "institutions"), json!(["kiln-college"]), "{}", run.stderr);
        assert_eq!(titles_of(&run, &program), ["Blowing", "Cutting"]);
        assert_eq!((value(&program, "courses"), program["courses"][0].get("basis")), (json!(2), None), "{program}");
        assert!(!run.has_remark("unknown") && !run.has_remark("describe"), "{}", run.stderr);
        outcomes.push(run.count("added"));
    }
    assert_eq!(outcomes, [3, 3, 3]);
}

#[test]
fn what_no_file_describes_is_told() {
    let program = resource(
        "Certificate",
        "https://registry.example/p",
        "Glass",
        &json!({
        "ceterms:offeredBy": ["https://registry.example/o"], "ceterms:hasPart": ["https://registry.example/c"]}),
    );
    let run = run(&[program], &[0]);
    assert!(run.has_remark("the school is unknown"), "{}", run.stderr);
    let program = run.program("Glass");
    assert_eq!((value(&program, "courses"), &program["courses"][0]["basis"]), (json!(1), &json!("presumed")));
}

#[test]
fn pages_of_courses_belong_to_the_page_of_their_program() {
    let context = "https://schema.org";
    let page = |more: &Value| crate::run::with_members(json!({"@context": context}), more);
    let documents = [
        page(
            &json!({"@type": "EducationalOccupationalProgram", "name": "Glass", "provider": {"@id": "https://kiln.example/#us"},
            "hasCourse": [{"@id": "https://kiln.example/cutting"}, "https://kiln.example/blowing/", {"@id": "https://kiln.example/gone"}]}),
        ),
        page(&json!({"@type": "Course", "name": "Blowing", "url": "https://www.kiln.example/blowing"})),
        page(&json!({"@type": "Course", "@id": "https://kiln.example/cutting", "name": "Cutting"})),
        page(&json!({"@type": "Course", "name": "Gone", "url": "https://elsewhere.example/gone"})),
        page(
            &json!({"@type": "WebSite", "publisher": {"@type": "EducationalOrganization", "@id": "https://kiln.example/#us", "name": "Kiln College"}}),
        ),
    ];
    for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0]] {
        let run = run(&documents, &order);
        let program = run.program("Glass");
        assert_eq!(value(&program, "institutions"), json!(["kiln-college"]), "{}", run.stderr);
        assert_eq!(titles_of(&run, &program), ["Cutting", "Blowing"]);
        assert!(run.has_remark("no file describes"), "{}", run.stderr);
    }
}

#[test]
fn courses_that_name_their_program_are_its_courses() {
    let at = |number: u32| format!("https://registry.example/graph/ce-88888888-aaaa-4bbb-8ccc-{number:012}");
    let part = |of: u32| json!({"ceterms:isPartOf": [at(of)]});
    let documents = [
        resource("LearningProgram", &at(1), "Glass", &json!({})),
        resource("Course", &at(2), "Blowing", &part(1)),
        resource("Course", &at(3), "Cutting", &part(1)),
        resource("Course", &at(4), "Throwing", &part(9)),
    ];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0]] {
        let run = run(&documents, &order);
        let mut titles = titles_of(&run, &run.program("Glass"));
        titles.sort();
        assert_eq!(titles, ["Blowing", "Cutting"], "{}", run.stderr);
        assert_eq!(run.program("Glass").get("courses"), None, "nothing says that these are all");
        assert!(run.has_remark("is a part of something that no file describes"), "{}", run.stderr);
    }
}
