//! Which program one asks about at the result: found by typing over it, so that asking leads nowhere else. With nothing
//! typed it offers what the result ranks behind its first program.

use super::{App, Typed};
use crate::catalog::ProgramIx;
use crate::search::{Filters, View};

/// The most programs that are offered.
const MAX_FOUND: usize = 50;

/// The choice of a program as it stands over the result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskAbout {
    /// What is typed.
    pub input: Typed,
    /// The programs that it may mean, the best first.
    pub found: Vec<ProgramIx>,
}

impl AskAbout {
    /// Nothing typed yet: the ranked programs but for the first, the one under the cursor of the result before all.
    pub(super) fn of(app: &App) -> Self {
        let selected = app.interview.selected_program();
        let ranking = app.interview.advice.iter().flat_map(|advice| &advice.ranking).map(|place| place.program);
        let mut found: Vec<ProgramIx> = ranking.skip(1).take(MAX_FOUND).collect();
        found.sort_by_key(|program| Some(*program) != selected);
        Self { input: Typed::default(), found }
    }

    /// Finds what is typed among all programs, whether they are still taught or not.
    pub(super) fn find(app: &App) -> Vec<ProgramIx> {
        let query = app.interview.ask_about.input.value().to_owned();
        if query.trim().is_empty() {
            return Self::of(app).found;
        }
        let view = View { query, filters: Filters::none(), ..View::default() };
        let hits = app.world.index.search(app.catalog(), &view);
        let first = hits.iter().take(MAX_FOUND).map(|hit| hit.program);
        first.collect()
    }
}
