//! Keys that have no effect on a page although nothing forbids them: a step in a list of one row, or in a text that is
//! entirely visible.

use super::{Action, App, CompareAction, MapAction, Overlay, Pane, Screen, Step, choices, page};

/// Whether a step has nowhere to go, because there is one row, one program, or a text that is entirely visible. The
/// footer then leaves out its key, but pressing it is not reported as a mistake.
pub fn is_idle(app: &App, action: &Action) -> bool {
    match action {
        Action::Move(Step::Up | Step::Down) => !has_steps(app),
        Action::Compare(CompareAction::Column(_)) => app.basket.len() < 2,
        Action::Map(MapAction::Go(_)) => app.map.as_ref().is_none_or(|map| map.points.len() < 2),
        _ => false,
    }
}

fn has_steps(app: &App) -> bool {
    if let Some(layer) = app.overlays.topmost() {
        return match &layer.overlay {
            Overlay::Program(_) | Overlay::Prompt(_) => true,
            overlay if overlay.is_picker() => choices::row_count(app, overlay) > 1,
            _ => is_longer(page::overlay_size(app, layer)),
        };
    }
    match (app.screen, app.focus) {
        _ if app.drawer.range.is_some() => true,
        (Screen::Explore, Pane::List) => app.found.hits.len() > 1,
        (Screen::Explore, Pane::Filters | Pane::Detail) | (Screen::Review | Screen::WhatIf, _) => true,
        (Screen::Explore, Pane::Compare) | (Screen::Compare, _) => is_longer(page::compare_size(app)),
        (Screen::Question, _) if app.interview.has_line => app.interview.offers(&app.world).len() > 1,
        (Screen::Question, _) => app.interview.choice_count(&app.world) > 1,
        (Screen::Result, _) => app.interview.result_rows().len() > 1 || is_longer(page::result_size(app)),
        (Screen::Map, _) => is_longer(page::map_size(app)),
    }
}

/// Whether there are more lines than rows to show them.
fn is_longer((lines, rows): (usize, usize)) -> bool {
    lines > rows
}
