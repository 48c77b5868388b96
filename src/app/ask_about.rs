//! Choosing the program to ask about over the result: it is found by typing, without leaving the page. Before anything
//! is typed, the programs ranked behind the first are offered.

use super::{App, TextInput};
use crate::catalog::ProgramIx;
use crate::search::{Filters, View};

/// The greatest number of programs offered.
const MAX_FOUND: usize = 50;

/// The choice of a program to ask about.
#[derive(Clone, Debug, PartialEq)]
pub struct AskAbout {
    /// The input line.
    pub input: TextInput,
    /// The matching programs, the best first.
    pub found: Vec<ProgramIx>,
}

impl AskAbout {
    /// Returns the choice before anything is typed: the ranked programs except the first, with the one under the
    /// cursor of the result on top.
    pub(super) fn of(app: &App) -> Self {
        let selected = app.interview.selected_program();
        let ranking = app.interview.advice.iter().flat_map(|advice| &advice.ranking).map(|place| place.program);
        let mut found: Vec<ProgramIx> = ranking.skip(1).take(MAX_FOUND).collect();
        found.sort_by_key(|program| Some(*program) != selected);
        Self { input: TextInput::default(), found }
    }

    /// Searches the typed text in all programs, including those no longer taught.
    pub(super) fn find(app: &App, typed: &str) -> Vec<ProgramIx> {
        let query = typed.to_owned();
        if query.trim().is_empty() {
            return Self::of(app).found;
        }
        let view = View { query, filters: Filters::none(), ..View::default() };
        let hits = app.world.index.search(app.catalog(), &view);
        let first = hits.iter().take(MAX_FOUND).map(|hit| hit.program);
        first.collect()
    }
}
