//! Changes to the courses of a program: the list itself, and the facts of courses that are on both lists.

use super::{Change, facts};
use crate::catalog::{Catalog, Cell, Course, Program};

/// The change of the list of courses, and the changed facts of each course on both lists.
pub(super) fn changes(old: (&Catalog, &Program), new: (&Catalog, &Program)) -> Vec<Change> {
    let list = Change::of("course_list", "Its courses", titles(old), titles(new));
    let mut changes: Vec<Change> = list.into_iter().collect();
    for part in &new.1.course_list {
        let is = new.0.course(part.course);
        let mut before = old.1.course_list.iter().map(|part| old.0.course(part.course));
        if let Some(was) = before.find(|was| was.id == is.id) {
            changes.extend(of_course(was, is));
        }
    }
    changes
}

fn titles((catalog, program): (&Catalog, &Program)) -> String {
    let titles: Vec<&str> = program.course_list.iter().map(|part| catalog.course(part.course).title.as_str()).collect();
    if titles.is_empty() { Cell::UNKNOWN.to_owned() } else { titles.join("; ") }
}

fn of_course(was: &Course, is: &Course) -> Vec<Change> {
    let url = |course: &Course| course.url.as_ref().map_or_else(|| Cell::UNKNOWN.to_owned(), ToString::to_string);
    let changes = [
        facts::of_course("course.weeks", "weeks", (&was.weeks, &is.weeks), ToString::to_string),
        facts::of_course("course.workload", "hours a week", (&was.workload, &is.workload), ToString::to_string),
        facts::price("course.price", "price", was.price.shown(), is.price.shown()),
        facts::of_course("course.pacing", "pace", (&was.pacing, &is.pacing), |pacing| pacing.name().to_owned()),
        facts::of_course("course.level", "level", (&was.level, &is.level), |level| level.name().to_owned()),
        Change::of("course.url", "address", url(was), url(is)),
    ];
    let named = |change: Change| Change { label: format!("“{}”, {}", is.title, change.label).into(), ..change };
    changes.into_iter().flatten().map(named).collect()
}
