//! Every action with its key and what it does, found by typing and done from wherever one is. The rows are made when it
//! is opened, of the state that lies under it; while it is open only what is typed and the cursor change.

use std::borrow::Cow;

use super::reach::Reach;
use super::{Action, App, Bound, Context, Overlay, Typed};
use crate::search::fuzzy_score;

/// An action as the palette lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct PaletteRow {
    /// The action.
    pub action: Action,
    /// The names of its keys, where it is reached first.
    pub keys: String,
    /// What it does.
    pub help: &'static str,
    /// The steps that do it from where the palette was opened, or why it would do nothing.
    pub way: Result<Vec<Action>, Cow<'static, str>>,
}

/// The palette as it stands over the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Palette {
    /// What is typed.
    pub input: Typed,
    /// Every action: those that can be done first, and those of this place before others.
    rows: Vec<PaletteRow>,
    /// The places of the rows that what is typed may mean, the closest first.
    found: Vec<usize>,
    /// Cursor and first line of what lies under it.
    pub(super) under: (usize, usize),
}

impl Palette {
    /// Every action, as it can be done from a state.
    pub(super) fn of(app: &App) -> Self {
        let mut rows = rows(app);
        rows.sort_by_key(|row| row.way.is_err());
        let found = (0..rows.len()).collect();
        Self { input: Typed::default(), rows, found, under: (app.overlay_cursor, app.tops.overlay) }
    }

    /// The rows that what is typed may mean: those that can be done first.
    pub fn found(&self) -> impl Iterator<Item = &PaletteRow> {
        self.found.iter().map(|place| &self.rows[*place])
    }

    /// How many rows are found.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Finds anew what is typed.
    pub(super) fn find(&mut self) {
        let typed = self.input.value();
        let near = |row: &PaletteRow| fuzzy_score(typed, &row.text());
        let mut found: Vec<(bool, usize, usize)> = self
            .rows
            .iter()
            .enumerate()
            .filter_map(|(place, row)| Some((row.way.is_err(), usize::MAX - near(row)?, place)))
            .collect();
        found.sort_unstable();
        self.found = found.into_iter().map(|(_, _, place)| place).collect();
    }
}

impl PaletteRow {
    /// What it is found by.
    fn text(&self) -> String {
        format!("{} {} {}", self.action.name().unwrap_or_default(), self.help, self.keys)
    }
}

/// Every action that keys can cause. What one key means in several places is one row; another meaning is another. Who
/// comes from the page of keys is where that page was opened.
pub fn rows(app: &App) -> Vec<PaletteRow> {
    let mut under = app.clone();
    under.overlays.retain(|overlay| *overlay != Overlay::Help);
    let here = Context::of(&under);
    let reach = Reach::from(&under);
    let others = Context::ALL.into_iter().map(|(context, _)| context).filter(|context| *context != here);
    let mut groups: Vec<(&Bound, Vec<Context>)> = Vec::new();
    for context in std::iter::once(here).chain(others).filter(|context| *context != Context::Palette) {
        for bound in app.world.keymap.of_place(context).filter(|bound| bound.action != Action::ShowActions) {
            let is_same = |group: &&mut (&Bound, _)| (&group.0.action, group.0.help) == (&bound.action, bound.help);
            match groups.iter_mut().find(is_same) {
                Some((_, places)) => places.push(context),
                None => groups.push((bound, vec![context])),
            }
        }
    }
    groups.into_iter().map(|(bound, places)| row(bound, &places, here, &reach)).collect()
}

fn row(bound: &Bound, places: &[Context], here: Context, reach: &Reach) -> PaletteRow {
    let action = match bound.action {
        Action::ShowHelp(_) => Action::ShowHelp(here.title()),
        ref action => action.clone(),
    };
    let keys: Vec<String> = bound.keys.iter().map(|key| key.name()).collect();
    let way = reach.to_one_of(&action, places);
    PaletteRow { action, keys: keys.join(" "), help: bound.help, way }
}
