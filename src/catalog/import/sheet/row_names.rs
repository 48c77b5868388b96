//! Headings that show what the rows of a table are, and to what each of several names belongs. All are in lower-case
//! letters and digits.

use super::meaning::words;

/// Headings that occur together only in a list of this program.
pub(super) const OWN: [&str; 5] = ["id", "title", "fields_basis", "hours_basis", "price_usd_median"];

/// Headings of the title of a course, and of the program that it belongs to.
#[rustfmt::skip] // a table reads by its rows
pub(super) const COURSE_TITLES: [&str; 9] =
    ["coursetitle", "coursename", "course", "kurs", "kursname", "kurstitel", "curso", "corso", "kurz"];
pub(super) const PROGRAM_TITLES: [&str; 6] =
    ["programtitle", "programmetitle", "program", "programme", "programname", "programmename"];
pub(super) const PROGRAMS: [&str; 8] =
    ["program", "programme", "programs", "programmes", "programm", "programa", "programas", "programu"];

/// Headings of the full and the short name of a course in exports of learning platforms. Alone, a full name may be a
/// person's.
pub(super) const FULL_NAMES: [&str; 2] = ["fullname", "longname"];
pub(super) const SHORT_NAME: &str = "shortname";

/// Headings of who provides a program: its school, or else the site that it is taught on.
#[rustfmt::skip] // a table reads by its rows
pub(super) const PROVIDERS: [&str; 9] = [
    "provider", "providername", "providers", "host", "vendor", "anbieter", "proveedor", "organizator", "publisher",
];

/// What rows may be, as the heading of their titles.
#[rustfmt::skip] // a table reads by its rows
pub(super) const OFFERS: [&str; 20] = [
    "degree", "certificate", "certification", "specialization", "specialisation", "diploma", "qualification", "award",
    "major", "credential", "offering", "learningpath", "studiengang", "weiterbildung", "diplôme", "carrera", "máster",
    "corsodilaurea", "kierunek", "obor",
];

/// Headings that only lists of courses have.
pub(super) const COURSE_COLUMNS: [&str; 4] = ["coursetitle", "coursename", "coursekey", "courseenrollmenttrack"];

/// What a list of courses states about its rows, after `course`.
#[rustfmt::skip] // a table reads by its rows
pub(super) const COURSE_MARKS: [&str; 16] = [
    "", "id", "key", "code", "number", "title", "name", "url", "link", "type", "rating", "description", "slug",
    "summary", "image", "format",
];

/// Whether a heading in a list of courses is about the program of each, as `Program ID` and `Program price` are.
pub(super) fn is_of_program(heading: &str) -> bool {
    let words = words(heading);
    words.len() > 1 && ["program", "programme", "programm", "programa"].contains(&words[0].as_str())
}
