//! The titles of courses in a cell: without the bullets and numbers of a list, and without the times that some lists
//! put in brackets after them.

use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::measure::{self, Measure, Unit};

/// What lists begin their items with.
pub(super) const BULLETS: [char; 5] = ['•', '▪', '●', '‣', '◦'];

/// The courses with these titles.
pub(super) fn courses(titles: &[String], at: &str) -> Vec<Draft> {
    let are_numbered = titles.len() > 1 && titles.iter().all(|title| after_number(title).is_some());
    let bare = |title: &str| {
        let title = title.trim_start_matches(BULLETS).trim_start_matches(['-', '–', '*']).trim();
        let bare = after_number(title).filter(|_| are_numbered);
        course(bare.unwrap_or(title), at)
    };
    titles.iter().map(|title| bare(title)).collect()
}

/// What follows the number of an item, as in `1. Law` and `2) Ethics`.
fn after_number(title: &str) -> Option<&str> {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = title.len() - rest.len();
    let rest = rest.strip_prefix(['.', ')']).filter(|_| (1..=2).contains(&digits))?;
    rest.starts_with(' ').then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// The course with a title, and with the weeks and hours a week in brackets after it.
fn course(text: &str, at: &str) -> Draft {
    let plain = || Draft::course(text.to_owned());
    let Some((title, times)) = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) else { return plain() };
    let weeks = measure::only(times, Measure::calendar).filter(|weeks| weeks.unit == Unit::Week);
    let hours = measure::only(times, Measure::hours_a_week);
    if weeks.is_none() && hours.is_none() {
        return plain();
    }
    let mut course = Draft::course(title.to_owned());
    course.read("weeks", weeks.and_then(|weeks| draft::positive(weeks.low, weeks.high)), at, times, None);
    course.read("workload", hours.and_then(|hours| draft::positive(hours.low, hours.high)), at, times, None);
    course
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(items: &[&str]) -> Vec<String> {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        courses(&items, "Courses").into_iter().map(|course| course.title).collect()
    }

    #[test]
    fn titles_stand_without_the_marks_of_their_list() {
        assert_eq!(titles(&["1. Law", "2. Ethics"]), ["Law", "Ethics"]);
        assert_eq!(titles(&["• Law", "- Ethics"]), ["Law", "Ethics"]);
        assert_eq!(titles(&["21. Century Law", "Ethics"]), ["21. Century Law", "Ethics"]);
        assert_eq!(titles(&["3D Printing", "5G Networks"]), ["3D Printing", "5G Networks"]);
        assert_eq!(titles(&["Law (advanced)", "Ethics (4 weeks)"]), ["Law (advanced)", "Ethics"]);
    }

    #[test]
    fn times_in_brackets_are_those_of_the_course() {
        let course = course("Data (6 weeks, 5-7 h/week)", "Courses");
        let number = |field| course.said(field).and_then(crate::catalog::import::stated::Stated::band);
        assert_eq!(
            (course.title.as_str(), number("weeks"), number("workload")),
            ("Data", Some((6.0, 6.0)), Some((5.0, 7.0)))
        );
    }
}
