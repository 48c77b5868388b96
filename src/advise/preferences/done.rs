//! Finished courses: which courses of the catalogue are meant, and what they leave of the programs that have them.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, CourseIx, Program};
use crate::names::spaced;

/// Finished courses, and the programs that have any of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Done {
    /// As they were named.
    pub(crate) names: Vec<String>,
    /// Names that are no course of the catalogue.
    pub(crate) unknown: Vec<String>,
    /// By row: how many courses are finished, of how many.
    programs: BTreeMap<usize, (usize, usize)>,
}

impl Done {
    /// Finds the courses of these ids or titles, and the programs that have them.
    pub(crate) fn of(names: &[String], catalog: &Catalog) -> Self {
        if names.is_empty() {
            return Self::default();
        }
        let (courses, unknown) = find(names, catalog);
        let programs =
            catalog.programs().enumerate().filter_map(|(row, program)| Some((row, count(&program, &courses)?)));
        Self { names: names.to_vec(), unknown, programs: programs.collect() }
    }

    /// How many courses of a program are finished, of how many; nothing where none is.
    pub(crate) fn finished(&self, row: usize) -> Option<(usize, usize)> {
        self.programs.get(&row).copied()
    }

    /// The share of a program that is left. Courses count alike: how much each costs and takes is seldom on record.
    pub(crate) fn left(&self, row: usize) -> f64 {
        self.finished(row).map_or(1.0, |(done, all)| (all - done) as f64 / all as f64)
    }
}

/// The courses that are meant, each with all others of its title, and the names that mean none.
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
