//! The sources cited by anything on record about a program, collected without rendering a value. Every claim that a
//! page shows cites one of them.

use std::collections::BTreeSet;

use super::{AsOf, Catalog, Claim, Fact, Program, SourceIx};

/// The origins of facts of different types, each with the name of its fact.
macro_rules! origins_of {
    ($record:expr => $($fact:ident),+ $(,)?) => {
        [$(origins(stringify!($fact), &$record.$fact)),+].into_iter().flatten()
    };
}

/// The origin of a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct ClaimOrigin<'c> {
    /// The name of its fact.
    pub(super) field: &'static str,
    pub(super) source: SourceIx,
    pub(super) as_of: &'c AsOf,
}

fn origins<'f, T>(field: &'static str, fact: &'f Fact<T>) -> Vec<ClaimOrigin<'f>> {
    let of = |claim: &'f Claim<T>| ClaimOrigin { field, source: claim.source, as_of: &claim.as_of };
    fact.claims().iter().map(of).collect()
}

impl Program {
    /// The origins of all claims about the program.
    pub(super) fn origins(&self) -> impl Iterator<Item = ClaimOrigin<'_>> {
        origins_of!(self => kind, institutions, fields, topics, level, languages, status, platform, seen, successors,
            courses, length, study_weeks, effort, workload, price, course_price, exam_price, other_price, credit, pacing,
            exam, proctored, pass_mark, prerequisites, capstone, former_name, remark, skills, url)
    }

    /// All sources that anything on record about the program cites, in the order of the catalogue: its facts, its
    /// pathways, and the shown claims of its courses.
    pub fn citations(&self, catalog: &Catalog) -> BTreeSet<SourceIx> {
        let mut used: BTreeSet<SourceIx> = self.pathways.iter().map(|pathway| pathway.source).collect();
        used.extend(self.origins().map(|origin| origin.source));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::FactKey;

    #[test]
    fn no_fact_that_a_page_shows_rests_on_a_source_that_is_not_cited() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        for program in catalog.programs() {
            let cited = program.citations(&catalog);
            for key in FactKey::ALL {
                for origin in program.claims(key, &catalog).iter().filter_map(|cell| cell.origin) {
                    assert!(cited.contains(&origin.source), "{}: {}", program.id, key.slug());
                }
            }
        }
    }
}
