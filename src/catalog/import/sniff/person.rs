//! Tells records of persons, which are never kept: what they were awarded, lists of them, and persons themselves.

use super::{Shape, calls_itself, context};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::vocabulary::folded;

/// Why a person is left out.
pub(super) const PERSON: &str = "a record of a person; personal data is never kept";

/// What a record may call itself if it describes a person.
const PERSONS: [&str; 10] =
    ["person", "people", "instructor", "staff", "teacher", "author", "learner", "student", "user", "profile"];

/// Members that only records of persons have.
const NAMES: [&str; 8] =
    ["given_name", "family_name", "first_name", "last_name", "full_name", "salutation", "username", "user_name"];

/// Whether an object describes a person.
pub(super) fn is_person(map: &Map<'_>) -> bool {
    calls_itself(map, &PERSONS) || map.keys().any(|key| NAMES.contains(&key) || key.starts_with("field_person_"))
}

/// Members that name the holder of something.
const HOLDERS: [&str; 9] = [
    "username",
    "learner",
    "student",
    "recipient",
    "recipient_email",
    "recipient_name",
    "issued_to",
    "issued_to_first_name",
    "user",
];

/// Members of what was awarded to a holder, or of the result.
const AWARDED: [&str; 16] = [
    "grade",
    "grades",
    "letter_grade",
    "percent_grade",
    "certificate_type",
    "certificate_url",
    "credential",
    "credentials",
    "badge",
    "badgeclass",
    "badge_template",
    "download_url",
    "is_passing",
    "issued_at",
    "issuedOn",
    "achievements",
];

/// Members in which platforms list what was awarded.
const LISTS: [&str; 6] = ["result", "data", "badges", "assertions", "credentials", "certificates"];

/// Whether an object says what was awarded to somebody.
fn is_held(map: &Map<'_>) -> bool {
    let has_any = |keys: &[&str]| keys.iter().any(|key| map.contains_key(key));
    has_any(&HOLDERS) && has_any(&AWARDED)
}

/// Detects a credential awarded to a person, whoever signed it.
pub(super) fn award(map: &Map<'_>) -> Option<Shape> {
    let context = context(map);
    let says = |words: &[&str]| words.iter().any(|word| context.contains(word));
    let has = |key: &str| map.contains_key(key);
    if says(&["badgeclass"]) && !has("recipient") {
        return Some(Shape::Refused("the definition of an Open Badge"));
    }
    let is_badge = says(&[
        "openbadge",
        "spec/ob/",
        "\"assertion\"",
        "verifiablecredential",
        "www.w3.org/2018/credentials",
        "www.w3.org/ns/credentials",
    ]);
    if is_badge || has("credentialSubject") || (has("recipient") && has("badge")) {
        return Some(Shape::Refused("a badge or credential that was awarded to a person"));
    }
    let is_record = says(&["spec/clr", "clrcredential", "\"clr\"", "learnerrecord", "europass", "data.europa.eu/snb"]);
    let is_transcript = has("transcript")
        || ((has("student") || has("learner")) && (has("courses") || has("grades") || has("achievements")));
    let is_list = LISTS.iter().any(|key| {
        let first = map.get(key).and_then(Value::as_array).and_then(|items| items.first()?.as_object());
        first.is_some_and(is_held)
    });
    let is_record =
        is_record || is_list || map.get("record").and_then(Value::as_object).is_some_and(|inner| is_held(inner));
    (is_record || is_transcript || is_held(map)).then_some(Shape::Refused("a learner record or transcript of a person"))
}

/// Headings that name a person.
const PERSON_HEADINGS: [&str; 23] = [
    "student",
    "learner",
    "user",
    "recipient",
    "candidate",
    "participant",
    "first name",
    "last name",
    "given name",
    "family name",
    "surname",
    "matricule",
    "matrikelnummer",
    "vorname",
    "nachname",
    "teilnehmer",
    "étudiant",
    "prénom",
    "estudiante",
    "alumno",
    "apellidos",
    "studente",
    "cognome",
];

/// What follows such a word in a heading, as in `Student ID`.
const OF_PERSON: [&str; 5] = ["id", "name", "number", "email", "e mail"];

/// Words in headings of what persons achieved.
const RESULTS: [&str; 19] = [
    "grade",
    "grades",
    "mark",
    "marks",
    "score",
    "passed",
    "completed",
    "completion",
    "awarded",
    "issued",
    "attended",
    "enrolled",
    "note",
    "noten",
    "bestanden",
    "ergebnis",
    "résultat",
    "nota",
    "calificación",
];

/// Whether a table with these headings lists persons: it names them together with their results, or by user name.
pub(super) fn is_list_of_persons(cells: &csv::StringRecord) -> bool {
    let headings: Vec<String> = cells.iter().map(folded).collect();
    let names_user = headings.iter().any(|heading| matches!(heading.as_str(), "username" | "user name" | "user id"));
    let names_person = headings.iter().any(|heading| is_of_person(heading));
    let has_results = headings.iter().any(|heading| heading.split(' ').any(|word| RESULTS.contains(&word)));
    names_user || (names_person && has_results) || is_transcript(&headings)
}

/// Whether a table says which result was reached in a course and when, even if it names nobody.
fn is_transcript(headings: &[String]) -> bool {
    let has = |all: &[&str]| headings.iter().any(|heading| all.contains(&heading.as_str()));
    let has_grade = has(&["grade", "grades", "letter grade", "final grade", "mark", "marks", "noten", "nota"]);
    let has_time = has(&["term", "semester", "session", "academic year", "attempt", "date taken"]);
    has_grade && has_time && !has(&["price", "fee", "tuition", "school", "university", "institution", "provider"])
}

fn is_of_person(heading: &str) -> bool {
    PERSON_HEADINGS.contains(&heading)
        || matches!(heading, "email" | "e mail" | "email address")
        || heading
            .split_once(' ')
            .is_some_and(|(word, rest)| PERSON_HEADINGS.contains(&word) && OF_PERSON.contains(&rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists_persons(headings: &[&str]) -> bool {
        is_list_of_persons(&csv::StringRecord::from(headings))
    }

    #[test]
    fn class_lists_are_lists_of_persons_and_lists_of_programs_are_not() {
        for headings in [
            &["Username", "Course"][..],
            &["Student ID", "Program Title", "Letter Grade"],
            &["E-mail", "Course", "Passed"],
            &["Last name", "Title", "Final score"],
            &["Vorname", "Nachname", "Kurs", "Note"],
            &["Course", "Credits", "Grade", "Term", "Instructor"],
        ] {
            assert!(lists_persons(headings), "{headings:?}");
        }
        for headings in [
            &["Title", "School", "Contact email", "Price"][..],
            &["Title", "School", "Email", "Price"],
            &["Title", "Students enrolled", "Rating"],
            &["Name", "Student rating", "Score"],
        ] {
            assert!(!lists_persons(headings), "{headings:?}");
        }
    }
}
