//! Where the user is in the explorer. While that stays the same, only new lines are printed.

use crate::app::{App, Overlay, Pane, Screen};

/// The user's place in the explorer. While it stays the same, only new lines are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lines) struct Place {
    overlay: Option<Overlay>,
    screen: Screen,
    pane: Option<Pane>,
    question: Option<usize>,
}

impl Place {
    pub(in crate::lines) fn of(app: &App) -> Self {
        Self {
            overlay: app.overlays.last().copied(),
            screen: app.screen,
            pane: (app.screen == Screen::Explore).then_some(app.focus),
            question: (app.screen == Screen::Question).then_some(app.interview.place),
        }
    }

    /// Whether the page is about one program.
    pub(in crate::lines) fn is_of_one_program(self) -> bool {
        match self.overlay {
            None => self.pane == Some(Pane::Detail) || self.screen == Screen::Map,
            Some(overlay) => matches!(
                overlay,
                Overlay::Program
                    | Overlay::Plan
                    | Overlay::Sources
                    | Overlay::Courses
                    | Overlay::Similar
                    | Overlay::WhyNot
            ),
        }
    }

    /// Whether no list to choose from is open.
    pub(in crate::lines) fn is_without_picker(self) -> bool {
        self.overlay.is_none_or(|overlay| !overlay.is_picker())
    }

    /// Whether each line of the page can be understood without the others.
    pub(in crate::lines) fn stands_by_line(self) -> bool {
        match (self.overlay, self.screen, self.pane) {
            (Some(overlay), ..) => overlay == Overlay::Plan || overlay.is_picker(),
            (None, Screen::Question, _) | (None, Screen::Explore, Some(Pane::Filters)) => true,
            _ => false,
        }
    }
}
