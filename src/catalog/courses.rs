//! The courses of a catalogue, read with it or, to start sooner, each when it is first asked for: only the page of a
//! program, its plan and its export show them, a few at a time.

use std::sync::OnceLock;

use super::load::{self, ByName, Names};
use super::{Course, CourseId, Text};

/// Courses by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Courses {
    lines: &'static str,
    by_id: OnceLock<ByName<Entry>>,
}

/// The line of a course, and the course once somebody asked for it.
#[derive(Clone, Debug)]
struct Entry {
    line: &'static str,
    course: OnceLock<Box<Course>>,
}

impl Courses {
    /// Courses that were read and checked.
    pub(super) fn read(courses: Vec<Course>) -> Self {
        let entry = |course: Course| Entry { line: "", course: OnceLock::from(Box::new(course)) };
        let by_id: ByName<Entry> = courses.into_iter().map(|course| (course.id.clone(), entry(course))).collect();
        Self { lines: "", by_id: OnceLock::from(by_id) }
    }

    /// Courses to be read from their lines when they are asked for; every line is known to be a course that keeps every
    /// rule.
    pub(super) fn on_demand(lines: &'static str) -> Self {
        Self { lines, by_id: OnceLock::new() }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.by_id().len()
    }

    /// The course of an id that a program of the same catalogue cites; `names` are those of that catalogue.
    pub(super) fn course(&self, id: CourseId, names: &Names) -> &Course {
        let entry = self.by_id().get(id.0).expect("a program cites no course that is not in its catalogue");
        entry.course.get_or_init(|| Box::new(load::course(entry.line, names)))
    }

    fn by_id(&self) -> &ByName<Entry> {
        let entry = |line| Some((Text::from(load::leading_id(line)?), Entry { line, course: OnceLock::new() }));
        self.by_id.get_or_init(|| load::records(self.lines).filter_map(entry).collect())
    }
}
