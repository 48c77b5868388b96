//! Decides what headings mean that mean several things: which of several names is the title of a row, and which that of
//! its school.

use super::column::{Column, compact, words};
use super::heading::{Headings, kind_of_rows};
use super::loose::ROWS;
use super::row_names::{COURSE_TITLES, FULL_NAMES, OFFERS, PROGRAM_TITLES, PROGRAMS, PROVIDERS, SHORT_NAME};
use crate::catalog::import::amount;

impl Headings {
    /// Decides which of several names is the title of a row.
    pub(super) fn settle_titles(&mut self) {
        let is_of = |name: &str, all: &[&str]| all.contains(&compact(name).as_str());
        let has_course_title = self.columns.iter().any(|(_, name)| is_of(name, &COURSE_TITLES));
        self.settle_course_names();
        let has_title = self.has(Column::Title);
        for (meaning, name) in &mut self.columns {
            // Beside the title of a course, or of the row, a program is the one that the course belongs to.
            let is_beside = (has_course_title && is_of(name, &PROGRAM_TITLES))
                || ((has_title || has_course_title) && is_of(name, &PROGRAMS));
            if is_beside && matches!(meaning, Some(Column::Title | Column::Name)) {
                *meaning = Some(Column::ProgramName);
            }
        }
        if !self.has(Column::Title) && !self.has(Column::Name) {
            // In a table without titles of its own the name of the program is the title.
            let named = self.columns.iter().position(|(meaning, _)| *meaning == Some(Column::ProgramName));
            let named = named.or_else(|| self.columns.iter().position(|(meaning, _)| *meaning == Some(Column::Record)));
            // So is the first column that is called after what the rows are.
            let offered = || self.columns.iter().position(|(_, name)| is_of(name, &OFFERS));
            let of_kind = || self.columns.iter().position(|(_, name)| kind_of_rows(name).is_some());
            // As in `Short course` and `Online programme`.
            let called = || {
                self.columns.iter().position(|(meaning, name)| {
                    meaning.is_none() && words(name).last().is_some_and(|last| ROWS.contains(&last.as_str()))
                })
            };
            if let Some(at) = named.or_else(offered).or_else(of_kind).or_else(called) {
                self.columns[at].0 = Some(Column::Title);
            }
        }
    }

    /// Takes a column that is called a total and no more for the price of everything together, where the table has prices
    /// of several parts or a currency beside it, or where it names one itself.
    pub(super) fn settle_totals(&mut self) {
        let prices = self.of(Column::Price).count();
        let has_prices = prices > 1 || self.has(Column::Currency);
        for (meaning, name) in &mut self.columns {
            let words = words(name);
            let is_currency = |word: &String| amount::in_heading(&word.to_uppercase(), None).is_some();
            let is_total = |word: &String| ["total", "gesamt", "totale", "razem", "celkem"].contains(&word.as_str());
            let names_total =
                words.iter().any(is_total) && words.iter().all(|word| is_total(word) || is_currency(word));
            if meaning.is_none() && names_total && (has_prices || words.len() > 1) {
                *meaning = Some(Column::Price);
            }
        }
    }

    /// Takes the full and the short name of a course, as learning platforms export them, for its title and its code.
    fn settle_course_names(&mut self) {
        let at = |of: &str| self.columns.iter().position(|(_, name)| compact(name) == of);
        let full = FULL_NAMES.iter().find_map(|name| at(name));
        if let (Some(full), Some(short), false) = (full, at(SHORT_NAME), self.has(Column::Title)) {
            self.columns[full].0 = Some(Column::Title);
            self.columns[short].0 = Some(Column::Key);
        }
    }

    /// Decides which of several names is that of the school: beside an institution, a provider is the site that its
    /// programs are taught on.
    pub(super) fn settle_schools(&mut self) {
        let is_provider = |name: &str| PROVIDERS.contains(&compact(name).as_str());
        let has_other = self.of(Column::School).any(|(_, name)| !is_provider(name));
        let meaning = if self.has(Column::Platform) { Column::Ignored } else { Column::Platform };
        for (column, name) in &mut self.columns {
            if has_other && *column == Some(Column::School) && is_provider(name) {
                *column = Some(meaning);
            }
        }
    }
}
