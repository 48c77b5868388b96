//! `guide`, and questions about the kinds that `list` answers.

use crate::printed::{json, out};
use crate::program;

#[test]
fn the_guide_has_its_rows_with_flags_and_what_was_measured() {
    let guide = json(&["guide"]);
    let rows = guide["rows"].as_array().unwrap();
    assert_eq!(
        rows.iter().map(|row| row["id"].as_str().unwrap()).collect::<Vec<_>>(),
        ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"]
    );
    for row in rows {
        for key in ["id", "row", "professional_certificate", "micromasters", "flag"] {
            assert!(row[key].is_string(), "{row}");
        }
    }
    assert_eq!(rows[4]["flag"], "contradicted");
    assert!(guide["measured"].as_array().unwrap().iter().all(|median| median["with_estimates"]["n"].is_number()));
    for format in ["table", "plain", "md"] {
        let text = out(&["guide", "--format", format]);
        for words in ["What employers see", "Is a Professional Certificate worth it?", "Columbia"] {
            assert!(text.contains(words), "{format}: {words}");
        }
        assert!(!text.contains("T9") && !text.contains("FAQ3") && !text.contains("V20"), "codes are for programs");
        assert!(text.contains("typically 4 months ("), "{format}");
    }
}

#[test]
fn a_question_about_the_kinds_is_answered_and_no_list_is_printed() {
    for question in [
        "will employers accept it",
        "¿cuánto cuesta un micromasters?",
        "how long does it take",
        "will i get a job",
        "what happens if i fail",
    ] {
        let output = program::command().args(["list", question]).assert().code(0).get_output().clone();
        // Programs that happen to have the words of the question are not listed.
        assert!(output.stdout.is_empty(), "{question}: {}", String::from_utf8_lossy(&output.stdout));
        let said = String::from_utf8(output.stderr).expect("words");
        assert!(said.contains("`prospectus guide` has the whole guide"), "{question}: {said}");
        assert!(!said.contains("No program matches"), "{question}: {said}");
    }
}
