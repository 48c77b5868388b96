//! The courses of a program in a row: their number, or a list of their titles. A number is read as one, in digits or in
//! a word, and never as the title of a course.

use super::cell::parts;
use super::column::Quantity;
use super::{Column, Row, compact, titles};
use crate::catalog::import::digits;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::identity::Identity;
use crate::catalog::import::measure;
use crate::catalog::import::signal_words::{JOINS, denies};
use crate::catalog::import::vocabulary::{self, folded};

/// What courses are called behind their number, by beginning, in the languages of headings.
const COURSES: [&str; 11] =
    ["course", "class", "module", "kurs", "modul", "cours", "curso", "corso", "corsi", "kurz", "předmět"];

/// Parts of the address of a course, and of a program; the last one in an address tells.
const COURSE_PATHS: [&str; 11] =
    ["course", "courses", "learn", "kurs", "kurse", "curso", "cursos", "cours", "corso", "corsi", "mooc"];
const PROGRAM_PATHS: [&str; 8] =
    ["program", "programs", "programme", "programmes", "certificates", "specializations", "masters", "degrees"];

/// Whether an address is that of a course.
pub(super) fn is_address(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let is_of = |all: &[&str]| path.split('/').skip(3).any(|part| all.contains(&part.to_lowercase().as_str()));
    is_of(&COURSE_PATHS) && !is_of(&PROGRAM_PATHS)
}

impl Row<'_> {
    /// Reads the number of courses, a list of them, or both from two columns.
    pub(super) fn say_courses(&self, draft: &mut Draft) {
        let columns: Vec<(usize, &str)> = self.headings.of(Column::CourseCount).collect();
        let (numbered, others): (Vec<_>, Vec<_>) = columns.into_iter().partition(|(_, name)| is_numbered(name));
        for (at, name) in others {
            if let Some(text) = self.lines(at) {
                self.say_courses_of(draft, &text, name);
            }
        }
        let titles: Vec<String> = numbered.iter().filter_map(|(at, _)| self.text(*at)).collect();
        if let Some((_, name)) = numbered.first().filter(|_| !titles.is_empty()) {
            self.say_titles(draft, &titles, name);
        }
        if let Some((text, at)) = self.between(Quantity::CourseCount).filter(|_| !draft.has("courses")) {
            match number_of(&text) {
                Some(number) => draft.say("courses", draft::count(number), at),
                None => self.remarks.add(at, format!("`{text}` is not one number of courses")),
            }
        }
    }

    fn say_courses_of(&self, draft: &mut Draft, text: &str, at: &str) {
        if folded(text) == "none" {
            return;
        }
        if let Some(number) = number_of(text) {
            if !draft.has("courses") {
                draft.say("courses", draft::count(number), at);
            }
            return;
        }
        let is_count = text.starts_with(|c: char| c.is_ascii_digit()) || is_count(text) || names_a_number(at);
        let is_of_bullets = text.trim_start().starts_with(titles::BULLETS);
        let is_list = text.contains([';', '|']) || is_of_bullets;
        // One title may contain commas, and so may a list of several.
        if !is_list && (is_count || text.contains(',')) {
            return self.remarks.add(at, format!("`{text}` is neither a number of courses nor a list with `;`"));
        }
        let separators: &[char] = match () {
            () if text.contains('|') => &['|'],
            () if is_of_bullets => &titles::BULLETS,
            () => &[';'],
        };
        let titles = parts(text, separators);
        self.say_titles(draft, &titles, at);
    }

    fn say_titles(&self, draft: &mut Draft, titles: &[String], at: &str) {
        if !draft.has("courses") {
            draft.say("courses", draft::count(titles.len() as f64), at);
        }
        if titles.iter().all(|title| is_identifier(title)) {
            self.remarks.add(at, "names its courses by identifiers, which are no titles");
            let known = titles.iter().filter_map(|title| Identity::uuid(title));
            draft.courses =
                known.map(|uuid| Draft { identities: vec![uuid], ..Draft::course(String::new()) }).collect();
        } else {
            draft.courses = titles::courses(titles, at);
        }
        draft.courses.iter_mut().for_each(|course| course.schools.clone_from(&draft.schools));
    }
}

/// Whether what stands for a course is its number or its uuid, and no title.
fn is_identifier(title: &str) -> bool {
    Identity::uuid(title).is_some() || title.bytes().all(|byte| byte.is_ascii_digit())
}

/// The most courses that a program has; what is more is a list of their numbers.
const MAX_COURSES: f64 = 500.0;

/// The number in `5`, `5 courses` and `five`; none in `5+`.
fn number_of(text: &str) -> Option<f64> {
    if measure::is_inexact(text) {
        return None;
    }
    if let Some(number) = digits::clear_number(text) {
        return Some(number).filter(|number| *number <= MAX_COURSES);
    }
    let folded = folded(text);
    let is_course = |word: &str| COURSES.iter().any(|start| word.starts_with(start));
    let bare = folded.rsplit_once(' ').filter(|(_, last)| is_course(last)).map_or(folded.as_str(), |(bare, _)| bare);
    bare.parse::<u32>().ok().map(f64::from).or_else(|| vocabulary::number_word(bare))
}

/// Whether a text speaks of a number and of nothing but courses, as `approx. 5` and `at least three courses` do.
fn is_count(text: &str) -> bool {
    let folded = folded(text);
    let is_number =
        |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()) || vocabulary::number_word(word).is_some();
    let is_of_count = |word: &str| {
        let is_course = COURSES.iter().any(|start| word.starts_with(start));
        is_course
            || measure::is_guess_word(word)
            || denies(word)
            || JOINS.contains(&word)
            || matches!(word, "and" | "or" | "of" | "between")
    };
    folded.split(' ').any(is_number) && folded.split(' ').all(|word| is_number(word) || is_of_count(word))
}

/// Whether a heading is that of one course of several, as `Course 2` is.
pub(super) fn is_numbered(heading: &str) -> bool {
    let compact = compact(heading);
    let bare = compact.trim_end_matches(|c: char| c.is_ascii_digit());
    bare.len() < compact.len() && COURSES.iter().any(|course| bare.trim_end_matches('s') == *course)
}

/// Whether a heading asks for a number.
fn names_a_number(heading: &str) -> bool {
    let folded = folded(heading);
    let mut words = folded.split(' ');
    words.any(|word| {
        ["n", "no", "num", "number", "count", "anzahl", "número", "numero", "nombre", "liczba", "počet"].contains(&word)
    }) || heading.contains('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_courses_is_read_in_digits_and_words() {
        for (text, number) in [
            ("5", Some(5.0)),
            ("4.0", Some(4.0)),
            ("5 courses", Some(5.0)),
            ("5 Kurse", Some(5.0)),
            ("cinco", Some(5.0)),
            ("three courses", Some(3.0)),
            ("3-5", None),
            ("5+", None),
            ("~5", None),
            ("4 of 6", None),
            ("3D Printing", None),
            ("Alpha; Beta", None),
            ("1.000", None),
            ("101,102,103", None),
            ("101, 102", None),
        ] {
            assert_eq!(number_of(text), number, "{text}");
        }
    }

    #[test]
    fn a_number_with_a_guess_is_no_title() {
        for text in
            ["approx. 5", "ca. fünf Kurse", "at least three courses", "up to 6", "not 5", "between 4 and 6 courses"]
        {
            assert!(is_count(text), "{text}");
        }
        for text in ["Introduction to 5G", "Calculus 1", "About Rome", "Course on Logic", "Machine Learning"] {
            assert!(!is_count(text), "{text}");
        }
    }

    #[test]
    fn the_address_of_a_course_is_known() {
        for url in
            ["https://www.edx.org/course/sc", "https://www.edx.org/learn/law/u-torts?x=1", "https://a.es/cursos/x"]
        {
            assert!(is_address(url), "{url}");
        }
        for url in ["https://www.edx.org/micromasters/sc", "https://learn.org/x", "https://a.org/courses/program/x"] {
            assert!(!is_address(url), "{url}");
        }
    }
}
