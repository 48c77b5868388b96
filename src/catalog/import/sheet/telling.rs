//! Whether headings say that what stands under them are programs or courses, and not anything else with a title.

use super::column::{Column, compact};
use super::heading::Headings;

impl Headings {
    /// Whether the headings say enough to take a single object for a row, under other names than these: what is taught
    /// where, or a title with what it takes.
    pub(in super::super) fn are_telling(&self, besides: &[&str], names_kind: bool) -> bool {
        let has = |column: Column| self.of(column).any(|(_, name)| !besides.contains(&name));
        let has_any = |columns: &[Column]| columns.iter().any(|column| has(*column));
        let takes = has_any(&[Column::Length, Column::Workload, Column::Price]);
        let is_school = |name: &str| !besides.contains(&name) && (has(Column::Kind) || !is_seller(name));
        let has_school = self.of(Column::School).any(|(_, name)| is_school(name));
        let is_at_school =
            has_school && (takes || has_any(&[Column::Kind, Column::Type, Column::TotalHours, Column::CourseCount]));
        let is_of_kind = has(Column::Kind) && has_any(&[Column::Length, Column::TotalHours, Column::Workload]);
        let is_offer = takes && self.has(Column::Title) && self.are_of_offers(names_kind, false);
        self.is_readable() && self.known() >= 3 && (is_at_school || is_of_kind || is_offer)
    }

    /// Whether the headings say that the rows are programs or courses: the one of the titles by its name, or else others that
    /// only these have. A title with a price may be that of anything that is sold, and outside a table one with a length too.
    /// `names_kind` tells whether a column that is called type counts.
    pub(in super::super) fn are_of_offers(&self, names_kind: bool, is_table: bool) -> bool {
        use Column::{CourseCount, Credit, Key, Kind, Pacing, Platform, Prerequisites, ProgramName, SchoolKey, Uuid};
        let has_any = |columns: &[Column]| columns.iter().any(|column| self.has(*column));
        let is_named = self.title().is_some_and(|title| !PLAIN_TITLES.contains(&title.as_str()));
        let has_school = || self.of(Column::School).any(|(_, name)| !is_seller(name));
        let has_bounds = || self.columns.iter().any(|(meaning, _)| matches!(meaning, Some(Column::Least(_))));
        let own = [CourseCount, Credit, Key, Kind, Pacing, Platform, Prerequisites, ProgramName, SchoolKey, Uuid];
        let takes_time = || has_any(&[Column::Length, Column::TotalHours]);
        let is_about = || has_any(&[Column::Level, Column::Fields, Column::Languages, Column::Skills]);
        let is_sold = self.has(Column::Price);
        is_named
            || has_school()
            || has_any(&own)
            || has_any(&[Column::Workload, Column::Record])
            || has_bounds()
            || (names_kind && self.has(Column::Type))
            || (takes_time() && (is_about() || (is_table && is_sold)))
            || (self.has(Column::Fields) && !is_sold)
    }
}

/// Headings of titles that may be those of anything.
const PLAIN_TITLES: [&str; 8] = ["title", "name", "productname", "titel", "titre", "título", "titolo", "bezeichnung"];

/// Whether a heading is that of who sells something, which schools do too.
fn is_seller(heading: &str) -> bool {
    ["publisher", "vendor", "brand", "company", "owner", "owners", "host"].contains(&compact(heading).as_str())
}
