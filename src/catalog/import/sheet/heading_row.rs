//! Rows that hold headings: a second row of those of a table, or the first of another table further down.

use super::bound::is_unit_or_bound;
use super::column::{Column, compact};
use super::heading::Headings;
use super::loose::listed;
use crate::catalog::import::clean;

impl Headings {
    /// Whether the row below these headings belongs to them: it holds headings, and other ones.
    pub(in super::super) fn has_row_below(&self, cells: &csv::StringRecord) -> bool {
        (is_heading_row(cells) || self.is_continued_in(cells)) && !self.are_repeated_in(cells)
    }

    /// Whether a row without a title says no more than bounds, units and currencies of the columns above it.
    fn is_continued_in(&self, cells: &csv::StringRecord) -> bool {
        let titles = self.of(Column::Title).chain(self.of(Column::Name));
        let has_title = titles.into_iter().any(|(at, _)| cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
        let filled: Vec<&str> = cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let telling = filled.iter().filter(|cell| is_unit_or_bound(cell)).count();
        !has_title && telling > 1 && telling * 2 >= filled.len()
    }

    /// Whether a row further down holds the headings of another table.
    pub(in super::super) fn give_way_to(&self, cells: &csv::StringRecord) -> bool {
        let is_other = || is_heading_row(cells) && Self::of_row(cells).is_readable();
        !self.are_repeated_in(cells) && (self.begin_again_in(cells) || is_other())
    }

    /// Whether a row has the heading of the titles in their column, and others beside it.
    fn begin_again_in(&self, cells: &csv::StringRecord) -> bool {
        let title = self.of(Column::Title).chain(self.of(Column::Name)).next();
        let is_there = |(at, name): (usize, &str)| cells.get(at).is_some_and(|cell| compact(cell) == compact(name));
        title.is_some_and(is_there) && cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1
    }

    fn are_repeated_in(&self, cells: &csv::StringRecord) -> bool {
        self.columns.iter().zip(cells).all(|((_, name), cell)| compact(name) == compact(cell))
    }
}

/// Whether a row repeats headings, or is a second row of them: at least half of its cells are in the lists.
pub(super) fn is_heading_row<'c>(cells: impl IntoIterator<Item = &'c str>) -> bool {
    let are_listed: Vec<bool> = cells
        .into_iter()
        .filter_map(clean::text)
        .map(|cell| listed(&compact(cell.split(['(', '[']).next().unwrap_or_default())).is_some())
        .collect();
    let headings = are_listed.iter().filter(|is_listed| **is_listed).count();
    headings >= 2 && headings * 2 >= are_listed.len()
}
