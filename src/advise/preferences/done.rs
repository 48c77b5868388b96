//! Finished courses: which courses of the catalogue they are, and how much of each program they leave.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, CourseIx, Program};
use crate::names::spaced;

/// Finished courses, and the programs that contain any of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Done {
    /// The courses as they were named.
    pub(crate) names: Vec<String>,
    /// The courses of the catalogue that are meant, all of one title among them.
    pub(crate) courses: Vec<CourseIx>,
    /// The names that match no course of the catalogue.
    pub(crate) unknown: Vec<String>,
    /// By row: the number of finished courses and of all courses.
    programs: BTreeMap<usize, (usize, usize)>,
}

impl Done {
    /// Finds the courses with these ids or titles, and the programs that contain them.
    pub(crate) fn of(names: &[String], catalog: &Catalog) -> Self {
        if names.is_empty() {
            return Self::default();
        }
        let (courses, unknown) = find(names, catalog);
        let programs =
            catalog.programs().enumerate().filter_map(|(row, program)| Some((row, count(&program, &courses)?)));
        let programs = programs.collect();
        Self { names: names.to_vec(), courses, unknown, programs }
    }

    /// Returns the number of finished courses and of all courses of a program, or `None` if none is finished.
    pub(crate) fn finished(&self, row: usize) -> Option<(usize, usize)> {
        self.programs.get(&row).copied()
    }

    /// Whether all courses of a program are finished.
    pub(crate) fn leaves_nothing(&self, row: usize) -> bool {
        self.finished(row).is_some_and(|(done, all)| done == all)
    }

    /// Returns the share of a program that is left. All courses count the same, because the cost and hours of each are
    /// seldom on record.
    pub(crate) fn left(&self, row: usize) -> f64 {
        self.finished(row).map_or(1.0, |(done, all)| (all - done) as f64 / all as f64)
    }
}

/// Returns the courses that are meant, including all with the same title, and the names that match none.
fn find(names: &[String], catalog: &Catalog) -> (Vec<CourseIx>, Vec<String>) {
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    let courses: Vec<(CourseIx, String, String)> = (0..catalog.course_count() as u32)
        .map(CourseIx)
        .map(|ix| (ix, spaced(&catalog.course(ix).id), spaced(&catalog.course(ix).title)))
        .collect();
    for name in names {
        let wanted = spaced(name);
        let before = found.len();
        let is_meant = |(_, id, title): &&(CourseIx, String, String)| *id == wanted || *title == wanted;
        found.extend(courses.iter().filter(is_meant).map(|(ix, ..)| *ix));
        if found.len() == before {
            unknown.push(name.clone());
        }
    }
    (found, unknown)
}

fn count(program: &Program, courses: &[CourseIx]) -> Option<(usize, usize)> {
    let done = program.course_list.iter().filter(|used| courses.contains(&used.course)).count();
    let listed = program.course_list.len();
    let all = program.courses.value().map_or(listed, |count| (*count as usize).max(listed));
    (done > 0).then_some((done.min(all), all))
}
