//! Which sources anything on record about a program rests on.

use std::collections::BTreeSet;

use super::{Catalog, FactKey, Program, SourceIx};

impl Program {
    /// Every source that anything on record about the program cites, in the order of the catalogue: its facts, where it
    /// is accepted, and what is shown of its courses.
    pub fn citations(&self, catalog: &Catalog) -> BTreeSet<SourceIx> {
        let mut used: BTreeSet<SourceIx> = self.pathways.iter().map(|pathway| pathway.source).collect();
        for key in FactKey::ALL {
            used.extend(self.claims(key, catalog).iter().filter_map(|cell| cell.origin).map(|origin| origin.source));
        }
        for course_use in &self.course_list {
            let course = catalog.course(course_use.course);
            used.extend(course.weeks.shown().map(|claim| claim.source));
            used.extend(course.workload.shown().map(|claim| claim.source));
            used.extend(course.price.shown().map(|claim| claim.source));
            used.extend(course.pacing.shown().map(|claim| claim.source));
            used.extend(course.level.shown().map(|claim| claim.source));
        }
        used
    }
}
