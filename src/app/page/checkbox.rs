//! The box before something that can be chosen. In ASCII it takes three columns, so rows are laid out with it.

use crate::app::App;

/// The state of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// It is chosen.
    Chosen,
    /// It can be chosen.
    Open,
    /// Whatever has this value is left out.
    LeftOut,
}

impl Tick {
    /// Returns the box of something that is chosen or not.
    pub fn of(is_chosen: bool) -> Self {
        if is_chosen { Self::Chosen } else { Self::Open }
    }
}

/// Returns the box as it is drawn.
pub fn checkbox(app: &App, tick: Tick) -> &'static str {
    match (tick, app.world.is_ascii) {
        (Tick::Chosen, false) => "■",
        (Tick::Open, false) => "□",
        (Tick::LeftOut, false) => "⊘",
        (Tick::Chosen, true) => "[x]",
        (Tick::Open, true) => "[ ]",
        (Tick::LeftOut, true) => "[-]",
    }
}
