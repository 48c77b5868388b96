//! Headings in the other languages in which tables of programs come, from one table: a row for each meaning.
//! They are compared without case, blanks and punctuation, as all headings are.

use super::column::{Column, Quantity};

/// The meanings of the table, as it names them.
#[rustfmt::skip] // a table reads by its rows
const MEANINGS: [(&str, Column); 22] = [
    ("title", Column::Title), ("name", Column::Name), ("type", Column::Type), ("kind", Column::Kind),
    ("school", Column::School), ("platform", Column::Platform), ("address", Column::Url),
    ("courses", Column::CourseCount), ("length", Column::Length), ("hours a week", Column::Workload),
    ("hours", Column::TotalHours), ("price", Column::Price), ("currency", Column::Currency),
    ("fields", Column::Fields), ("level", Column::Level), ("languages", Column::Languages),
    ("prerequisites", Column::Prerequisites), ("unit of length", Column::Unit(Quantity::Length)),
    ("status", Column::Status), ("skills", Column::Skills), ("as of", Column::AsOf), ("ignored", Column::Ignored),
];

/// All headings with their meanings.
pub(super) fn headings() -> impl Iterator<Item = (&'static str, Column)> {
    let rows = include_str!("../../../../assets/headings.tsv").lines().skip(1);
    rows.filter_map(|row| row.split_once('\t')).flat_map(|(name, headings)| {
        let meaning = MEANINGS.iter().find(|(known, _)| *known == name).map(|(_, column)| *column);
        headings.split_whitespace().filter_map(move |heading| Some((heading, meaning?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::import::sheet::compact;

    #[test]
    fn every_heading_of_the_table_is_compact_and_has_one_meaning() {
        let mut all: Vec<&str> = headings().map(|(heading, _)| heading).collect();
        assert!(all.iter().all(|heading| compact(heading) == *heading));
        let rows = include_str!("../../../../assets/headings.tsv").lines().skip(1).count();
        assert_eq!(rows, MEANINGS.len());
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
