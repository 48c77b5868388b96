//! What the first lines say of a wish that was met only in part, or that names a form: what was typed is given as the
//! reason, and nothing is said to be missing from the catalogue that was only not found.

use prospectus::advise::Outcome;

use crate::desk::Desk;

fn wants(field: &str) -> String {
    serde_json::json!({
        "goal": "apply_now", "credit": "no", "depth": "practical", "language": ["English"], "field": [field],
    })
    .to_string()
}

/// The first line and the notes of a result.
fn first_and_notes(desk: &Desk, answers: &str) -> (String, Vec<String>) {
    let advice = desk.advise(answers);
    let notes = desk.adviser.explainer(&desk.catalog, &advice.asked).notes(&advice);
    (desk.told(&advice).headline, notes)
}

#[test]
fn a_kind_that_was_typed_is_the_reason_why_only_it_is_left() {
    let desk = Desk::open();
    for field in ["data science micromasters", "micromasters in supply chain", "micromasters statistics"] {
        let (headline, _) = first_and_notes(&desk, &wants(field));
        assert!(headline.starts_with("You asked for a MicroMasters by name; "), "{field}: {headline}");
    }
}

#[test]
fn a_language_that_was_typed_is_the_reason_where_the_answers_leave_it_out() {
    let desk = Desk::open();
    for (field, language) in [("python in spanish", "Spanish"), ("data science in french", "French")] {
        let advice = desk.advise(&wants(field));
        let headline = desk.told(&advice).headline;
        let is_told = headline.starts_with("You asked for programs ") && headline.contains(language);
        assert!(advice.outcome != Outcome::None || is_told, "{field}: {headline}");
    }
}

#[test]
fn the_first_line_says_when_only_part_of_a_wish_was_understood_or_met() {
    let desk = Desk::open();
    for field in ["garden design", "blood supply", "sound engineering", "plumbing statistics"] {
        let advice = desk.advise(&wants(field));
        let headline = desk.told(&advice).headline;
        let is_said =
            ["only part of what you typed", "is about all of what you typed", "only in part", "was not found"];
        assert!(advice.top().is_none() || is_said.iter().any(|said| headline.contains(said)), "{field}: {headline}");
    }
}

#[test]
fn a_result_without_programs_does_not_say_that_some_are_shown() {
    let desk = Desk::open();
    for field in ["garden design", "sound engineering", "AI for farmers"] {
        let answers = serde_json::json!({"goal": "apply_now", "field": [field]}).to_string();
        let advice = desk.advise(&answers);
        let (_, notes) = first_and_notes(&desk, &answers);
        let says = notes.iter().find(|note| note.contains("shown"));
        assert!(!advice.programs.is_empty() || says.is_none(), "{field}: {says:?}");
    }
}

#[test]
fn words_of_level_price_length_and_degree_are_said_not_to_be_used_unless_answered() {
    let desk = Desk::open();
    for (field, word, question) in [
        ("advanced statistics", "advanced", "your level"),
        ("beginner python", "beginner", "your level"),
        ("free course in welding and python", "free", "your budget"),
        ("learn accounting quickly", "quickly", "the deadline"),
    ] {
        let (_, notes) = first_and_notes(&desk, &wants(field));
        let is_said = |note: &String| note.starts_with(&format!("`{word}` was not used")) && note.contains(question);
        assert!(notes.iter().any(is_said), "{field}: {notes:?}");
    }
    let answered = r#"{"goal":"apply_now","credit":"no","level":"beginner","field":["beginner python"]}"#;
    let (_, notes) = first_and_notes(&desk, answered);
    assert!(notes.iter().all(|note| !note.contains("not used")), "{notes:?}");
}

#[test]
fn what_is_denied_in_unknown_words_is_not_taken_for_a_refusal() {
    let desk = Desk::open();
    for (field, word) in [("nursing without zzyzx", "zzyzx"), ("marketing sin qwertling", "qwertling")] {
        let (_, notes) = first_and_notes(&desk, &wants(field));
        assert!(notes.contains(&format!("`{word}` was not understood, so nothing is left out for it.")), "{notes:?}");
        assert!(!desk.text(&desk.advise(&wants(field))).contains("but not"), "{field}");
    }
}

#[test]
fn a_subject_is_not_left_out_for_what_it_is_a_part_of() {
    let desk = Desk::open();
    for (field, own) in [("statistics without maths", "statistics"), ("machine learning, not AI", "machine learning")] {
        let (denied, plain) = (desk.advise(&wants(field)), desk.advise(&wants(own)));
        assert_eq!(denied.ranking.len(), plain.ranking.len(), "{field}");
    }
}

#[test]
fn a_nickname_of_a_school_that_stands_for_a_topic_asks_for_the_topic() {
    let desk = Desk::open();
    let sentence = &desk.advise(&wants("CS50")).understood[0].sentence;
    assert!(sentence.starts_with("CS50: Computer science"), "{sentence}");
    let sentence = &desk.advise(&wants("MIT")).understood[0].sentence;
    assert!(sentence.contains("the school MIT"), "{sentence}");
}

#[test]
fn a_number_tells_one_course_of_a_series() {
    let desk = Desk::open();
    let shown = desk.shown(&desk.advise(&wants("Mandarin 3")));
    assert_eq!(shown.len(), 1, "{shown:?}");
}

#[test]
fn a_program_with_a_part_on_what_is_not_wanted_is_not_said_to_be_without_it() {
    let desk = Desk::open();
    let mut seen = 0;
    for field in [
        "full stack without python",
        "web design, avoid javascript",
        "front end without react",
        "data analysis but not python",
    ] {
        let advice =
            desk.advise(&format!(r#"{{"goal":"apply_now","credit":"no","depth":"practical","field":["{field}"]}}"#));
        let words = desk.adviser.explainer(&desk.catalog, &advice.asked);
        for (at, one) in advice.programs.iter().enumerate() {
            let unwanted = field.rsplit(' ').next().expect("a word");
            let courses = &desk.catalog.program(one.program).course_list;
            let mut titles = courses.iter().map(|used| desk.catalog.course(used.course).title.to_lowercase());
            if titles.any(|title| title.contains(unwanted)) {
                let pros = words.short(&advice, at).pros.join(" ").to_lowercase();
                assert!(pros.contains(&format!("part of it is about {unwanted}")), "{field}: {pros}");
                seen += 1;
            }
        }
        let first = &desk.told(&advice).headline;
        assert!(!first.contains("only in part about") || !first.contains("but not"), "{field}: {first}");
    }
    assert!(seen > 0);
}
