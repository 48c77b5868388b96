//! The courses of a program as one source lists them, and what all records say of each. The catalogue that is added to
//! counts as a source only if no other lists the courses and one of them has a new record.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::{Course, Known};
use crate::catalog::import::compose::{Composer, Item, Members};
use crate::catalog::import::draft::Listing;
use crate::catalog::import::item::Held;
use crate::catalog::import::own;
use crate::catalog::import::source;
use crate::catalog::import::stated::{Band, Stated};
use crate::catalog::import::words::Word;

/// The facts of courses from which something is worked out, or that a program has of them.
const OF_COURSES: [&str; 8] = ["weeks", "workload", "price", "pacing", "level", "languages", "fields", "skills"];

/// The courses of a program in one source.
#[derive(Debug, Default)]
pub(super) struct List<'i> {
    pub(super) courses: Vec<Course<'i>>,
    /// Whether these are exactly the courses that the program consists of.
    pub(super) is_whole: bool,
    /// Whether a source says how many courses the program has.
    pub(super) is_counted: bool,
    /// The hours a week that the program states for all courses.
    pub(super) workload: Option<Band>,
    /// The facts that the source states of the program.
    stated: Vec<&'static str>,
    /// The record that lists the courses, if it is a new one.
    pub(super) record: Option<&'i Item>,
}

impl List<'_> {
    /// Whether the source leaves a fact to be worked out.
    pub(super) fn lacks(&self, field: &str) -> bool {
        !self.stated.contains(&field)
    }

    /// The place of the list, if it is in this record.
    pub(super) fn place_in(&self, record: u32) -> Option<Word> {
        self.record.filter(|item| item.record == record)?.said("courses").map(|said| said.at)
    }
}

impl Composer<'_> {
    /// The lists of courses of a program, one for each source, without those of which a course is unknown.
    pub(super) fn lists<'i>(&'i self, items: &[&'i Item], written: &Members) -> Vec<List<'i>> {
        // A record of another catalogue keeps what was worked out there.
        let is_written = |item: &Item| item.says.iter().any(|said| matches!(said.value, Stated::Written(_)));
        let lists = |item: &&&'i Item| !item.is_base && !item.courses().is_empty() && !is_written(item);
        let listing: Vec<&'i Item> = items.iter().filter(lists).copied().collect();
        if listing.is_empty() {
            return self.list_of_base(items, written).into_iter().collect();
        }
        let mut sources: Vec<&str> = listing.iter().map(|item| self.cited_by(item).source.as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.into_iter().filter_map(|source| self.list_in(source, &listing, items, written)).collect()
    }

    fn list_in<'i>(
        &'i self,
        source: &str,
        listing: &[&'i Item],
        items: &[&'i Item],
        written: &Members,
    ) -> Option<List<'i>> {
        let is_here = |item: &&&Item| !item.is_base && self.cited_by(item).source == source;
        let here: Vec<&Item> = items.iter().filter(is_here).copied().collect();
        let mut courses: Vec<(&'i [u32], Vec<u32>)> = Vec::new();
        for course in listing.iter().filter(is_here).flat_map(|item| item.courses()) {
            let items = self.course_ids.like(*course);
            if items.is_empty() || self.gathered.courses[*course as usize].is_likely {
                return None;
            }
            match courses.iter_mut().find(|(known, _)| known.first() == items.first()) {
                Some((_, listed)) => listed.push(*course),
                None => courses.push((items, vec![*course])),
            }
        }
        let count = count_in(&here).or_else(|| count_in(items)).or_else(|| written.count());
        let lists_all = listing.iter().filter(is_here).any(|item| item.listing() == Listing::Whole);
        let number = courses.len() as f64;
        // A single course says too little of a program whose number of courses is unknown.
        let is_known = count.is_some() || (lists_all && courses.len() > 1);
        if count.is_some_and(|count| count > number) || !is_known {
            return None;
        }
        let stated = here.iter().flat_map(|item| item.says.iter().filter(|said| !self.is_fallback(said)));
        Some(List {
            is_whole: count.is_none_or(|count| count >= number),
            is_counted: count.is_some(),
            courses: courses.into_iter().map(|(items, listed)| self.course(items, &listed)).collect(),
            workload: here.iter().find_map(|item| item.said("workload")?.value.band()),
            stated: stated.map(Held::field).collect(),
            record: listing.iter().find(is_here).copied(),
        })
    }

    /// The list in the catalogue that is added to.
    fn list_of_base<'i>(&'i self, items: &[&'i Item], written: &Members) -> Option<List<'i>> {
        let ids = own::certain_courses(written.list("course_list"))?;
        let is_renewed = ids.iter().any(|id| self.renewed.contains(id));
        let count = count_in(items).or_else(|| written.count());
        if !is_renewed || count.is_some_and(|count| count > ids.len() as f64) {
            return None;
        }
        Some(List {
            is_whole: count.is_none_or(|count| count >= ids.len() as f64),
            is_counted: true,
            courses: ids.iter().map(|id| self.course(self.course_ids.members_of(id), &[])).collect(),
            stated: written.stated(),
            ..List::default()
        })
    }

    /// A course with all that its records say, those in the list first.
    fn course<'i>(&'i self, items: &[u32], listed: &[u32]) -> Course<'i> {
        let mut known: Vec<(bool, Known<'i>)> = Vec::new();
        for number in items {
            let item = &self.gathered.courses[*number as usize];
            let is_listed = listed.contains(number);
            if item.is_base {
                let record = self.base_courses.get(*number as usize).map(|record| record.get()).unwrap_or_default();
                known.extend(own::claims_of_course(record, &self.base_dates).into_iter().map(
                    |(field, value, basis, as_of)| {
                        (false, Known { field, value: Cow::Owned(value), basis, as_of: as_of.into(), at: None })
                    },
                ));
            }
            let is_of_value = |value: &Stated| !matches!(value, Stated::Written(_));
            let says = item.says.iter().filter(|said| OF_COURSES.contains(&said.field()) && is_of_value(&said.value));
            known.extend(says.map(|said| {
                let as_of = said.as_of.map_or_else(|| self.as_of(item), |as_of| self.gathered.words.text(as_of));
                let at = Some((item, self.gathered.words.text(said.at)));
                let (field, value, basis) = (said.field(), self.spelled(said), said.basis);
                (is_listed, Known { field, value, basis, as_of: as_of.into(), at })
            }));
        }
        // Of equally old ones, a new record comes before the catalogue, so that it is cited however often it is added;
        // else the first stays first.
        known.sort_by_key(|(is_listed, known)| {
            (Reverse(*is_listed), Reverse(source::day(&known.as_of)), known.at.is_none())
        });
        Course(known.into_iter().map(|(_, known)| known).collect())
    }
}

/// The number of courses that these records state, the first of them.
fn count_in(items: &[&Item]) -> Option<f64> {
    items.iter().find_map(|item| item.said("courses")?.value.band()).map(|(_, most)| most)
}
