//! The palette: every action with its key and description, found by typing and reachable from everywhere. The rows are
//! made when it is opened, from the state under it; while it is open, only the input line and the cursor change.

use std::borrow::Cow;

use super::{Action, TextInput};
use crate::names;
use crate::search::fuzzy_score;

/// An action as listed in the palette.
#[derive(Clone, Debug, PartialEq)]
pub struct PaletteRow {
    /// The action.
    pub action: Action,
    /// The names of its keys, in the nearest context that has it.
    pub keys: String,
    /// The description.
    pub help: &'static str,
    /// The steps that reach the action from where the palette was opened, or the reason why that is not possible.
    pub way: Result<Vec<Action>, Cow<'static, str>>,
}

/// The open palette.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// The input line.
    pub input: TextInput,
    /// All actions: possible ones first, and those of the current context before others.
    rows: Vec<PaletteRow>,
    /// The indices of the rows that match the input, the best first.
    found: Vec<usize>,
}

impl Palette {
    /// Returns a palette of these rows.
    pub(super) fn new(mut rows: Vec<PaletteRow>) -> Self {
        rows.sort_by_key(|row| row.way.is_err());
        let found = (0..rows.len()).collect();
        Self { input: TextInput::default(), rows, found }
    }

    /// Returns the matching rows, possible ones first.
    pub fn found(&self) -> impl Iterator<Item = &PaletteRow> {
        self.found.iter().map(|place| &self.rows[*place])
    }

    /// Returns the number of matching rows.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Searches the input again.
    pub(super) fn find(&mut self) {
        let typed = self.input.value();
        let near = |row: &PaletteRow| fuzzy_score(typed, &row.text());
        let fit = |row: &PaletteRow| Some((row.way.is_err(), !row.has_words(typed), usize::MAX - near(row)?));
        let mut found: Vec<_> =
            self.rows.iter().enumerate().filter_map(|(place, row)| Some((fit(row)?, place))).collect();
        found.sort_unstable();
        self.found = found.into_iter().map(|(_, place)| place).collect();
    }
}

impl PaletteRow {
    /// The text that is searched to find the row.
    fn text(&self) -> String {
        let name = self.action.name().unwrap_or_default();
        format!("{name} {} {} {}", self.help, self.keys, other_words(name))
    }

    /// Whether every typed word begins a word of the text.
    fn has_words(&self, typed: &str) -> bool {
        let own = names::words(&self.text());
        names::words(typed).iter().all(|word| own.iter().any(|own| own.starts_with(word.as_str())))
    }
}

/// Other words that people use for some actions, by the names of the actions. Words of the description need not be
/// repeated.
const OTHER_WORDS: [(&str, &str); 21] = [
    ("share", "export report print save pdf document download"),
    ("quit", "exit leave close end stop"),
    ("order", "sort by price length work cheap cheapest shortest ascending descending"),
    ("keys", "help shortcuts manual"),
    ("next-look", "theme colour color dark light contrast"),
    ("web-page", "link url website browser enrol"),
    ("copy-address", "link url clipboard"),
    ("keep", "bookmark save favourite favorite star"),
    ("kept", "bookmarks saved favourites favorites"),
    ("profiles", "client person account user"),
    ("forget-profile", "delete remove erase"),
    ("forget-answers", "delete reset start over again"),
    ("clear-filters", "reset remove all start over"),
    ("remove-filter", "delete clear"),
    ("filters", "school university subject credit language level"),
    ("plan", "calendar schedule dates deadline finish"),
    ("advise", "recommend quiz questions which deadline budget"),
    ("compare", "open the comparison side by side versus"),
    ("comparison", "open compare side by side versus"),
    ("search", "find look"),
    ("undo", "revert mistake"),
];

fn other_words(name: &str) -> &'static str {
    OTHER_WORDS.iter().find(|(own, _)| *own == name).map_or("", |(_, words)| words)
}
