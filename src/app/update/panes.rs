//! The size of the panes: zooming the focused one, and moving the line beside it. The layout alone
//! decides how far a line can move.

use super::explore;
use crate::app::layout::{Arrangement, Breadth, breadth, layout, shows_one_pane};
use crate::app::{Action, App, Nudge, Pane, PaneAction, Toward};

/// How far a line moves at a time, in columns or rows.
const STEP: i16 = 2;
/// The farthest that a line is moved from its default place, in columns or rows.
pub(in crate::app) const FURTHEST: i16 = 400;

pub(super) fn perform(app: &mut App, action: PaneAction) {
    match action {
        PaneAction::Next => explore::next_pane(app, Toward::Next),
        PaneAction::Previous => explore::next_pane(app, Toward::Previous),
        PaneAction::Zoom => zoom(app),
        PaneAction::Resize(change) => resize(app, change),
    }
}

pub(super) fn zoom(app: &mut App) {
    if breadth(app.size.0) == Breadth::One {
        let key = app.key(&Action::Panes(PaneAction::Next));
        app.notice = Some(format!("There is room for one pane only; {key} goes to the next."));
        return;
    }
    app.arrangement.is_zoomed = !app.arrangement.is_zoomed;
}

/// Moves the line beside the pane until the layout changes. If it cannot change, the line stays and the user is told.
pub(super) fn resize(app: &mut App, change: Nudge) {
    let before = (layout(app), app.arrangement);
    let mut far = 0;
    while layout(app) == before.0 && far < FURTHEST && !shows_one_pane(app) {
        let (line, step) = line_of(app);
        let step = if change == Nudge::More { step } else { -step };
        *line = line.saturating_add(step).clamp(-FURTHEST, FURTHEST);
        far += STEP;
    }
    if layout(app) == before.0 {
        app.arrangement = before.1;
        let way = if change == Nudge::More { "larger" } else { "smaller" };
        app.notice = Some(format!("The pane cannot be {way} here."));
    }
}

/// The line that bounds the pane, and the step that makes the pane larger. The list has a line of its own if the facts
/// are under it, and shares the line of the facts if they are beside it.
fn line_of(app: &mut App) -> (&mut i16, i16) {
    let is_beside = breadth(app.size.0) >= Breadth::Three;
    let Arrangement { filters, detail, compare, list, .. } = &mut app.arrangement;
    match app.focus {
        Pane::Filters => (filters, STEP),
        Pane::Detail => (detail, STEP),
        Pane::Compare => (compare, STEP),
        Pane::List if is_beside => (detail, -STEP),
        Pane::List => (list, STEP),
    }
}
