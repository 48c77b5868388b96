//! Where the user is in the explorer. While that stays the same, only new lines are printed.

use std::mem::{Discriminant, discriminant};

use crate::app::{App, Overlay, Pane, Screen};

/// The user's place in the explorer. While it stays the same, only new lines are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct Place {
    overlay: Option<Discriminant<Overlay>>,
    screen: Screen,
    pane: Option<Pane>,
    question: Option<usize>,
}

impl Place {
    pub(in crate::lines) fn of(app: &App) -> Self {
        Self {
            overlay: app.overlays.last().map(discriminant),
            screen: app.screen,
            pane: (app.screen == Screen::Explore).then_some(app.focus),
            question: (app.screen == Screen::Question).then_some(app.interview.place),
        }
    }
}

/// Whether the page is about one program.
pub(in crate::lines) fn is_of_one_program(app: &App) -> bool {
    match app.overlays.last() {
        None => matches!((app.screen, app.focus), (Screen::Map, _) | (Screen::Explore, Pane::Detail)),
        Some(overlay) => matches!(
            overlay,
            Overlay::Program(_)
                | Overlay::Plan { .. }
                | Overlay::Sources(_)
                | Overlay::Courses
                | Overlay::Similar { .. }
                | Overlay::WhyNot
        ),
    }
}

/// Whether each line of the page can be understood without the others.
pub(in crate::lines) fn stands_by_line(app: &App) -> bool {
    match (app.overlays.last(), app.screen, app.focus) {
        (Some(overlay), ..) => matches!(overlay, Overlay::Plan { .. }) || overlay.is_picker(),
        (None, Screen::Question, _) | (None, Screen::Explore, Pane::Filters) => true,
        _ => false,
    }
}
