//! The wording of rows: each with its number and the total.

use crate::app::App;

/// The number of programs printed at a time.
pub(in crate::lines) const PAGE: usize = 10;

pub(super) fn numbered(heading: &str, items: &[String]) -> Vec<String> {
    let count = items.len();
    let lines = items.iter().zip(1..).map(|(item, number)| format!("{number} of {count}: {item}"));
    std::iter::once(heading.to_owned()).chain(lines).collect()
}

/// The active filters in words.
pub(super) fn chip_labels(app: &App) -> Vec<String> {
    app.chips().into_iter().map(|chip| chip.label).collect()
}
