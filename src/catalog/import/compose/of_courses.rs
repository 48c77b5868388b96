//! What the rows of its courses say of a program, taken together: languages, skills and subjects are those of any course,
//! the commonest first; paces and levels those of all courses, if each course has one.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Claim, Composer, Held, Item};
use crate::catalog::import::stated::{self, Stated};
use crate::catalog::{Basis, Level, Text};
use crate::english::counted;

/// The facts that are known only if every course has them.
const OF_ALL: [&str; 2] = ["pacing", "level"];

impl Composer<'_> {
    /// Whether a course says it of itself.
    pub(super) fn is_of_a_course(&self, said: &Held) -> bool {
        self.of_a_course.is_some() && said.note == self.of_a_course && said.basis == Basis::Derived
    }

    /// A claim for each source whose rows are courses of the program.
    pub(super) fn of_courses<'i>(&'i self, field: &'static str, items: &[&'i Item]) -> Vec<Claim<'i>> {
        if self.of_a_course.is_none() {
            return Vec::new();
        }
        let mut sources: Vec<&str> = Vec::new();
        for item in items.iter().filter(|item| self.said_of_course(item, field).is_some()) {
            let source = self.cited_by(item).source.as_str();
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources.into_iter().filter_map(|source| self.of_courses_in(source, field, items)).collect()
    }

    fn of_courses_in<'i>(&'i self, source: &str, field: &'static str, items: &[&'i Item]) -> Option<Claim<'i>> {
        let rows = items.iter().filter(|item| !item.is_base && !item.courses.is_empty());
        let rows: Vec<&&Item> = rows.filter(|item| self.cited_by(item).source == source).collect();
        let saying: Vec<(&&Item, &Held)> =
            rows.iter().filter_map(|item| Some((*item, self.said_of_course(item, field)?))).collect();
        if OF_ALL.contains(&field) && saying.len() < rows.len() {
            return None;
        }
        let values: Vec<Cow<'_, Stated>> = saying.iter().map(|(_, said)| self.spelled(said)).collect();
        let value = together(field, &values)?;
        let (newest, _) = *saying.iter().rev().max_by_key(|(item, _)| self.when(item))?;
        let (_, first) = saying.first()?;
        let note = format!("of its courses in {}", counted(saying.len(), "row"));
        let at = self.gathered.words.text(first.at);
        Some(self.dated(newest, Cow::Owned(value), Basis::Derived, Some(&note), at))
    }

    fn said_of_course<'i>(&self, item: &'i Item, field: &str) -> Option<&'i Held> {
        item.says.iter().find(|said| said.field == field && self.is_of_a_course(said))
    }
}

/// The values of several courses as one: levels from the lowest, everything else from the commonest.
fn together(field: &str, values: &[Cow<'_, Stated>]) -> Option<Stated> {
    let names: Vec<_> = values.iter().flat_map(|value| value.names()).collect();
    if field == "level" {
        let mut levels: Vec<Level> = names.iter().filter_map(|slug| Level::from_slug(slug)).collect();
        levels.sort();
        return stated::texts(levels.iter().map(|level| level.slug()));
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &names {
        *counts.entry(name.as_str()).or_default() += 1;
    }
    let mut sorted: Vec<&str> = names.iter().map(Text::as_str).collect();
    // The sort is stable: of equally common ones, the first stays first.
    sorted.sort_by_key(|name| Reverse(counts[name]));
    stated::texts(sorted)
}
