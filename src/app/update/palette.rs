//! The palette: opening it over any page, and applying the action under its cursor.

use super::notices::not_possible;
use super::reach::Reach;
use crate::app::palette::{Palette, PaletteRow};
use crate::app::{Action, App, Bound, Context, Overlay, Spot};

pub(super) fn open(app: &mut App) {
    app.overlays.close(|open| matches!(open, Overlay::Palette(_)));
    app.overlays.show(Overlay::Palette(Palette::new(rows(app))));
}

/// The steps that an action means while the palette is open: those of the row under the cursor, if that is possible.
/// `None` if the action is not about a row.
pub(super) fn asked(app: &mut App, action: &Action) -> Option<Vec<Action>> {
    let Some(Overlay::Palette(palette)) = app.overlays.last() else { return None };
    let is_asked = *action == Action::Open || *action == Action::Point(Spot::Row(app.overlays.cursor()));
    let row = palette.found().nth(app.overlays.cursor()).filter(|_| is_asked)?;
    match row.way.clone() {
        Ok(steps) => {
            app.overlays.close(|open| matches!(open, Overlay::Palette(_) | Overlay::Help(_)));
            Some(steps)
        }
        Err(reason) => {
            app.notice = Some(not_possible(&reason));
            Some(Vec::new())
        }
    }
}

/// Returns a row for each action that keys can trigger. An action with the same meaning in several contexts is one row;
/// with different meanings it has several. If the palette is opened from the page of keys, the rows are for the context
/// from which that was opened.
fn rows(app: &App) -> Vec<PaletteRow> {
    let mut under = app.clone();
    under.overlays.close(|open| matches!(open, Overlay::Help(_)));
    let here = Context::of(&under);
    let reach = Reach::from(&under);
    let others = Context::ALL.into_iter().filter(|context| *context != here);
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
    groups.into_iter().map(|(bound, places)| row(app, bound, &places, here, &reach)).collect()
}

fn row(app: &App, bound: &Bound, places: &[Context], here: Context, reach: &Reach) -> PaletteRow {
    let action = match bound.action {
        Action::ShowHelp(_) => Action::ShowHelp(here.title()),
        ref action => action.clone(),
    };
    let keys = app.world.keymap.all_spelled(&bound.keys);
    let way = reach.to_one_of(&action, places);
    PaletteRow { action, keys, help: bound.help, way }
}
