//! What a table is, from its headings: programs, facts, or something that is refused, such as a list of persons.

use super::Form;
use super::rows::{cells_of, heading_lines, headings};

/// Headings of the person that a row is about, without blanks and signs, in the languages of headings.
const PERSONS: [&str; 40] = [
    "student",
    "studentid",
    "studentname",
    "studentemail",
    "learner",
    "learnerid",
    "learnername",
    "learneremail",
    "username",
    "user",
    "userid",
    "useremail",
    "email",
    "emailaddress",
    "firstname",
    "lastname",
    "givenname",
    "familyname",
    "surname",
    "fullname",
    "recipient",
    "recipientname",
    "recipientemail",
    "candidate",
    "candidateid",
    "matricule",
    "matrikelnummer",
    "schüler",
    "studierende",
    "teilnehmer",
    "vorname",
    "nachname",
    "étudiant",
    "prénom",
    "estudiante",
    "alumno",
    "apellidos",
    "studente",
    "cognome",
    "aluno",
];

/// Headings that identify a person, whatever stands beside them.
const IDENTITIES: [&str; 12] = [
    "username",
    "useremail",
    "studentid",
    "studentemail",
    "learnerid",
    "learneremail",
    "email",
    "emailaddress",
    "userid",
    "matricule",
    "matrikelnummer",
    "recipientemail",
];

/// What a person achieved, as words of a heading, in the languages of headings.
const RESULTS: [&str; 26] = [
    "grade",
    "grades",
    "mark",
    "marks",
    "score",
    "scores",
    "passed",
    "completed",
    "completion",
    "awarded",
    "certificate",
    "issued",
    "result",
    "gpa",
    "note",
    "noten",
    "ergebnis",
    "bestanden",
    "résultat",
    "nota",
    "notas",
    "calificación",
    "voto",
    "ocena",
    "známka",
    "grad",
];

/// What a table with one fact a row calls the name of the fact, and its value.
const FACT_NAMES: [&str; 7] = ["fact", "field", "property", "attribute", "factname", "fieldname", "merkmal"];
const FACT_VALUES: [&str; 6] = ["value", "values", "low", "text", "factvalue", "wert"];

/// The form of a table.
pub(super) fn table(text: &str) -> Form {
    let Some(cells) = heading_lines(text).next().and_then(cells_of) else { return Form::Refused("plain text") };
    let names: Vec<String> =
        cells.iter().map(|cell| cell.trim().trim_start_matches('\u{feff}').to_lowercase()).collect();
    let has_any = |all: &[&str]| all.iter().any(|name| names.iter().any(|other| other == name));
    let is_about = |all: &[&str]| names.iter().any(|name| all.contains(&compact(name).as_str()));
    let of_facts = has_any(&["program_id"]) && has_any(&["field"]) && has_any(&["value", "low"]);
    // A table of sources describes what the facts in other files cite.
    let of_sources = has_any(&["source_id", "id", "source"])
        && has_any(&["title", "name"])
        && has_any(&["licence", "license", "licence_remark", "license_remark", "terms"]);
    if of_facts || of_sources {
        Form::Facts
    } else if is_about(&["sourcedid"]) {
        Form::Refused("a OneRoster table")
    } else if is_of_persons(&names) {
        Form::Refused("a class list or a transcript, the record of persons; personal data is never kept")
    } else if is_about(&FACT_NAMES) && is_about(&FACT_VALUES) {
        Form::Refused("a table with one fact in each row; a facts file has the columns program_id, field and value")
    } else {
        let found = headings(text).map(|(delimiter, above)| Form::Table(delimiter, above));
        found.unwrap_or(Form::Refused("text, or a table whose headings name no programs"))
    }
}

/// Whether the rows are persons: one is named, beside what they achieved or with what identifies them alone.
fn is_of_persons(names: &[String]) -> bool {
    let is_about = |all: &[&str]| names.iter().any(|name| all.contains(&compact(name).as_str()));
    let words = |name: &str| name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<String>>();
    let has_result = names.iter().flat_map(|name| words(name)).any(|word| RESULTS.contains(&word.as_str()));
    // An address for questions may stand in a list of programs.
    let is_of_offers = is_about(&["school", "institution", "provider", "university", "partner", "price", "duration"]);
    (is_about(&PERSONS) && has_result) || (is_about(&IDENTITIES) && !is_of_offers)
}

fn compact(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_persons_are_refused() {
        for text in [
            "Student,Course,Grade\n",
            "Username,Email,Course,Final Grade,Certificate Type\n",
            "Student ID,Email,Username,Course ID,Program Title,Letter Grade\n",
            "Title;First name;Last name;Passed\n",
            "Vorname;Nachname;Kurs;Note\n",
            "E-mail\tProgram\tSchool year\n",
        ] {
            assert!(matches!(table(text), Form::Refused(reason) if reason.contains("persons")), "{text}");
        }
        for text in ["Title,School,Email,Price\n", "course_title,course_organization,course_students_enrolled\n"] {
            assert!(matches!(table(text), Form::Table(..)), "{text}");
        }
    }

    #[test]
    fn one_fact_in_each_row_is_no_list_of_programs() {
        let long = "program_title,program_institution,kind,fact,low,high,text\n";
        assert!(matches!(table(long), Form::Refused(reason) if reason.contains("one fact")));
        assert_eq!(table("title,field,school\n"), Form::Table(b',', 0));
    }
}
