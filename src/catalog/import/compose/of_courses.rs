//! Computes facts of a program from its courses, once it is known which records describe which course: a program and
//! its courses may be in different files, or the courses in the base catalogue. A fact is computed only if a source
//! that lists the courses does not state it itself, and only if it is stated for every course.

mod lists;
mod work_out;

use std::borrow::Cow;

use lists::List;
use work_out::Worked;

use super::claim::{Claim, Standing};
use super::members::Members;
use super::{Composer, Item};
use crate::catalog::Basis;
use crate::catalog::import::own;
use crate::catalog::import::source;
use crate::catalog::import::stated::Stated;

/// What a record states about a course.
#[derive(Debug)]
struct Known<'i> {
    field: &'static str,
    value: Cow<'i, Stated>,
    basis: Basis,
    as_of: Cow<'i, str>,
    /// The record, and the place in it; `None` for the catalogue that is added to.
    at: Option<(&'i Item, &'i str)>,
}

/// A course with everything stated about it: in the list first, then from the newest record to the oldest.
#[derive(Debug)]
struct Course<'i>(Vec<Known<'i>>);

impl<'i> Course<'i> {
    fn all<'c>(&'c self, field: &'c str) -> impl Iterator<Item = &'c Known<'i>> {
        self.0.iter().filter(move |known| known.field == field)
    }
}

impl Composer<'_> {
    /// The facts that follow from the courses of a program, each with a claim for every source that lists them.
    /// `written` is the program in the catalogue that is added to.
    pub(super) fn of_courses<'i>(&'i self, items: &[&'i Item], written: &Members) -> Vec<(&'static str, Claim<'i>)> {
        let lists = self.lists(items, written);
        let claims = lists.iter().flat_map(|list| {
            let number = if list.is_counted { None } else { work_out::number(&list.courses) };
            let worked = work_out::all(&list.courses, list.is_whole, list.workload).into_iter().chain(number);
            let missing = worked.filter(|worked| list.lacks(worked.field));
            missing.filter_map(|worked| self.cite(list, worked)).collect::<Vec<_>>()
        });
        claims.collect()
    }

    /// A claim that is as old as the oldest value that it was computed from, and cites the record of the oldest new
    /// value, or else the one that lists the courses; `None` if neither is new.
    fn cite<'i>(&'i self, list: &List<'i>, worked: Worked<'_, 'i>) -> Option<(&'static str, Claim<'i>)> {
        let day = |known: &&&Known<'_>| source::day(&known.as_of);
        let as_of = worked.from.iter().min_by_key(day).map(|oldest| oldest.as_of.clone())?;
        let new = worked.from.iter().filter(|known| known.at.is_some()).min_by_key(day).and_then(|known| known.at);
        let (item, at) = new.or_else(|| Some((list.record?, "")))?;
        let at = list.place_in(item.record).map_or(at, |word| self.gathered.words.text(word));
        let (value, second) = (Cow::Owned(worked.value), item.second);
        // What follows from a bound or an estimate is itself only an estimate.
        let is_guess = worked.from.iter().any(|known| known.basis == Basis::Inferred);
        let basis = if is_guess { Basis::Inferred } else { Basis::Derived };
        let claim = self.claim_of(item, (&as_of, second), value, basis, Some(&worked.how), at);
        Some((worked.field, Claim { standing: Standing::OfCourses, ..claim }))
    }

    /// Whether a program of the catalogue that is added to lists a course that a new record describes.
    pub(in super::super) fn lists_a_renewed_course(&self, program: &str) -> bool {
        let is_renewed = |id: &String| self.renewed.contains(id.as_str());
        !self.renewed.is_empty() && own::courses_of(program).is_some_and(|ids| ids.iter().any(is_renewed))
    }
}
