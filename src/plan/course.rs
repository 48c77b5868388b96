//! The courses of a program as parts of a plan. A course that is counted but not on record is listed without facts, so
//! that a sum over some courses is never taken for the whole.

use crate::catalog::{Catalog, Claim, Course, CourseUse, Currency, Fact, Grade, Money, Pacing, Price, Program, Range};
use crate::names::words;

use super::derived;

/// More courses than any program has; bounds the list if the stated number is wrong.
const MAX_COURSES: usize = 200;

/// One course of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct CoursePlan {
    /// The position in the program, counted from 1.
    pub number: usize,
    /// The title, or `Course 3, not on record`.
    pub title: String,
    /// The stable id; `None` if the course is not on record.
    pub id: Option<String>,
    /// Whether the course certainly belongs to the program.
    pub is_certain: bool,
    /// The length in weeks.
    pub weeks: Option<Claim<Range>>,
    /// The hours a week.
    pub workload: Option<Claim<Range>>,
    /// The total hours: weeks times hours a week.
    pub hours: Option<Claim<Range>>,
    /// Who sets the pace.
    pub pacing: Option<Pacing>,
    /// The prices, one for each currency, the preferred one first.
    pub prices: Vec<Claim<Money>>,
}

impl CoursePlan {
    /// Whether the title names an exam, which takes a day and not weeks.
    pub fn is_exam(&self) -> bool {
        Closing::of(&self.title) == Some(Closing::Exam)
    }
}

/// Returns the courses of a program in order. The list is filled up to the stated number of courses.
pub(super) fn courses(catalog: &Catalog, program: &Program) -> Vec<CoursePlan> {
    let mut known = numbered(catalog, program).into_iter().peekable();
    let next = |number| match known.next_if(|(own, _)| *own == number) {
        Some((_, used)) => on_record(catalog, used, number),
        None => not_on_record(number),
    };
    (1..=count(program)).map(next).collect()
}

/// Returns the number of courses: the stated one, or that of the courses on record if these are more.
fn count(program: &Program) -> usize {
    let stated = program.courses.value().map_or(0, |count| *count as usize).min(MAX_COURSES);
    stated.max(program.course_list.len())
}

/// Returns the courses on record with their numbers in the program. Courses that close the program come last, wherever
/// they are listed, and after the courses that are not on record: first a capstone or final project, then an exam.
pub fn numbered(catalog: &Catalog, program: &Program) -> Vec<(usize, CourseUse)> {
    let closing = |used: &CourseUse| Closing::of(&catalog.course_title(used.course));
    let mut listed: Vec<(Option<Closing>, CourseUse)> =
        program.course_list.iter().map(|used| (closing(used), *used)).collect();
    listed.sort_by_key(|(closing, _)| *closing);
    let missing = count(program) - listed.len();
    let number = |at: usize, closing: Option<Closing>| at + if closing.is_some() { missing } else { 0 };
    (1..).zip(listed).map(|(at, (closing, used))| (number(at, closing), used)).collect()
}

/// How a course closes its program. `None` sorts before the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Closing {
    /// A capstone or final project, which uses what was taught before.
    Project,
    /// An exam on what was taught before.
    Exam,
}

impl Closing {
    /// Reads the role from a title; `None` if the title does not say that the course closes a program.
    fn of(title: &str) -> Option<Self> {
        const PROJECTS: [&str; 6] = ["proyecto", "project", "projet", "projeto", "progetto", "trabajo"];
        const FINAL: [&str; 3] = ["final", "finale", "integrador"];
        let words = words(title);
        let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
        if is_exam(title) {
            return Some(Self::Exam);
        }
        (has(&["capstone"]) || has(&PROJECTS) && has(&FINAL)).then_some(Self::Project)
    }
}

/// Whether a title names an exam: its last word does, or two adjacent words do, as in *Capstone Exam in Statistics* or
/// *Examen final*.
fn is_exam(title: &str) -> bool {
    const EXAMS: [&str; 5] = ["exam", "exams", "examination", "examinations", "examen"];
    const CLOSING: [&str; 4] = ["final", "comprehensive", "capstone", "proctored"];
    let words = words(title);
    let is = |word: Option<&String>, any: &[&str]| word.is_some_and(|word| any.contains(&word.as_str()));
    let named = |pair: &[String]| {
        is(pair.first(), &CLOSING) && is(pair.last(), &EXAMS) || is(pair.first(), &EXAMS) && is(pair.last(), &CLOSING)
    };
    is(words.last(), &EXAMS) || words.windows(2).any(named)
}

/// Returns the midpoint of the hours of each course; `None` where they are unknown.
pub(super) fn hours_of(courses: &[CoursePlan]) -> Vec<Option<f64>> {
    courses.iter().map(|course| Some(course.hours.as_ref()?.value.middle())).collect()
}

fn on_record(catalog: &Catalog, course_use: CourseUse, number: usize) -> CoursePlan {
    let course = catalog.course(course_use.course);
    let trust = |claim: Claim<Range>| if course_use.is_certain { claim } else { Claim { grade: Grade::C, ..claim } };
    let hours = course.weeks.shown().zip(course.workload.shown()).map(|(weeks, workload)| {
        let value = Range::between(weeks.value.low * workload.value.low, weeks.value.high * workload.value.high);
        trust(derived::from_two(value, weeks, workload, "weeks times hours a week"))
    });
    CoursePlan {
        number,
        title: course.title.to_string(),
        id: Some(course.id.to_string()),
        is_certain: course_use.is_certain,
        weeks: course.weeks.shown().cloned(),
        workload: course.workload.shown().cloned(),
        hours,
        pacing: course.pacing.value().copied(),
        prices: prices(catalog, course),
    }
}

fn not_on_record(number: usize) -> CoursePlan {
    CoursePlan {
        number,
        title: format!("Course {number}, not on record"),
        id: None,
        is_certain: false,
        weeks: None,
        workload: None,
        hours: None,
        pacing: None,
        prices: Vec::new(),
    }
}

/// Returns the comparable price in US dollars, then the claimed prices in other currencies.
fn prices(catalog: &Catalog, course: &Course) -> Vec<Claim<Money>> {
    let mut prices: Vec<Claim<Money>> = course.dollars(&catalog.as_of).into_iter().collect();
    let is_converted = !prices.is_empty();
    let claimed = by_currency(&course.price).into_iter();
    prices.extend(claimed.filter(|claim| !is_converted || claim.value.currency != Currency::USD));
    prices
}

/// Returns the first claim in each currency.
pub(super) fn by_currency(price: &Fact<Price>) -> Vec<Claim<Money>> {
    let mut found: Vec<Claim<Money>> = Vec::new();
    for claim in price.claims() {
        if !found.iter().any(|known| known.value.currency == claim.value.money.currency) {
            found.push(claim.money());
        }
    }
    found
}
