//! Programs and courses in different files that name each other: by identifiers, and by the name of the program. What all
//! courses of a program say is worked out once they are together.

use std::fs;

use serde_json::{Value, json};

use crate::run::{Run, folder, import, records, table, value};

/// Imports a folder with a table of programs and one of courses.
fn joined(programs: &str, courses: &str) -> Run {
    let folder = folder();
    fs::write(folder.join("programs.csv"), programs).expect("a file");
    fs::write(folder.join("courses.csv"), courses).expect("a file");
    import(&[&folder])
}

#[test]
fn courses_find_their_program_by_its_identifier_in_another_table() {
    let uuid = "11111111-aaaa-4bbb-8ccc-000000000001";
    for (heading, id, school) in [("Program ID", "P1", ""), ("Program UUID", uuid, ""), ("Program ID", "17", "Quay")] {
        let run = joined(
            &format!("{heading},Title,School,Program Type\n{id},Ports,Quay,MicroMasters\nP9,Rails,Quay,XSeries\n"),
            &format!(
                "Course ID,{heading},Course title,School,Weeks,Hours per week,Price (USD)\n\
                 C1,{id},Cranes,{school},6,4-6,200\nC2,{id},Quays,{school},4,5,250\nC4,,Alone,{school},2,1,50\n"
            ),
        );
        let ports = run.program("Ports");
        assert_eq!(ports["course_list"].as_array().map(Vec::len), Some(2), "{heading} {id}: {}", run.stderr);
        assert_eq!(value(&ports, "length"), json!({"value": 10, "unit": "weeks"}), "{heading} {id}");
        assert_eq!(
            value(&ports, "price"),
            json!({"value": 450, "currency": "USD", "what": "courses"}),
            "{heading} {id}"
        );
        assert_eq!(value(&ports, "effort"), json!({"low": 44, "high": 56}), "{heading} {id}");
        assert!(run.program("Rails").get("course_list").is_none(), "{heading} {id}");
        assert_eq!(records(&run.catalog(), "courses").count(), 3, "{heading} {id}");
        assert_eq!((run.count("read"), run.count("added")), (5, 5), "{heading} {id}: {}", run.stderr);
    }
}

#[test]
fn a_program_that_no_file_describes_is_told() {
    let run = table("Course ID,Program ID,Course title,School,Weeks\nC1,P1,Cranes,U,6\n");
    assert_eq!((run.count("read"), run.count("added")), (1, 1));
    assert_eq!(records(&run.catalog(), "programs").count(), 0);
    assert!(run.has_remark("belongs to a program that no file describes"), "{}", run.stderr);
    let numbered = table("Course ID,Program ID,Course title,Weeks\nC1,12,Cranes,6\n");
    assert!(numbered.has_remark("`12` identifies no program without a school"), "{}", numbered.stderr);
}

#[test]
fn courses_find_their_program_by_its_name_in_another_table() {
    let run = joined(
        "Title,School,Program Type\nPorts,Quay,MicroMasters\n",
        "Title,School,Program Name,Program Type,Weeks,Price\n\
         Cranes,Quay,Ports,MicroMasters,6,$200\nQuays,Quay,Ports,MicroMasters,4,$250\n",
    );
    let ports = run.program("Ports");
    assert_eq!(value(&ports, "length"), json!({"value": 10, "unit": "weeks"}), "{}", run.stderr);
    assert_eq!(value(&ports, "price"), json!({"value": 450, "currency": "USD", "what": "courses"}));
    assert_eq!(records(&run.catalog(), "programs").count(), 1);
}

#[test]
fn a_list_of_courses_with_their_programs_is_one_of_courses() {
    let run = table("Course,School,Programs,Weeks\nWind,U,Energy; Climate,6\nSun,U,Energy,4\n");
    let titles: Vec<Value> = records(&run.catalog(), "courses").map(|course| course["title"].clone()).collect();
    assert_eq!(titles, ["Sun", "Wind"], "{}", run.stderr);
    assert!(run.has_remark("has no kind beside it, so only the course was taken"), "{}", run.stderr);
}

#[test]
fn kinds_under_an_unknown_heading_tell_programs_from_courses() {
    let run = table(
        "What it is,Title,University,Duration,Fee\nMicroMasters Program,Sea,U,9 months,$900\n\
         Individual course,Tide,U,6 weeks,$150\nProfessional Certificate Program,Sand,U,4 months,$400\n\
         Stand-alone course,Rock,U,5 weeks,$99\n",
    );
    assert_eq!(value(&run.program("Sea"), "kind"), "micromasters");
    assert_eq!(value(&run.program("Sand"), "kind"), "professional-certificate");
    for (title, weeks) in [("Tide", 6), ("Rock", 5)] {
        assert_eq!(value(&run.record("courses", title), "weeks"), weeks, "{title}");
    }
    let kept = table("Remark,Title,School\nMicroMasters,Sea,U\nnew,Sand,U\n");
    assert_eq!(value(&kept.program("Sea"), "kind"), "other:Program", "one cell is no kind: {}", kept.stderr);
}
