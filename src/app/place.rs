//! Where the user can be: the screens, the panes of the explorer, the pages over the screen, and how far each is scrolled.

/// What fills the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Facets, list, facts and comparison.
    Explore,
    /// The comparison alone.
    Compare,
    /// A question of the adviser.
    Question,
    /// All answers.
    Review,
    /// The recommendation.
    Result,
    /// Other answers, to try their effect on the recommendation.
    WhatIf,
    /// The map: the programs of the view as points.
    Map,
}

/// A part of the explorer that can have the keyboard focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The facets.
    Filters,
    /// The list of programs.
    List,
    /// The facts of the selected program.
    Detail,
    /// The comparison.
    Compare,
}

/// A page or list that covers the screen until it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
    /// All keys.
    Help,
    /// The claims about the current program: about some of its facts, or all.
    Sources,
    /// The guide to the kinds of credential.
    Guide,
    /// The active filters, to remove one.
    RemoveFilter,
    /// The orders of the list, to choose one.
    Orders,
    /// The facts of a program.
    Program,
    /// The programs similar to a given one.
    Similar,
    /// The plan of a program: finish date, cost, and where it leads.
    Plan,
    /// Why a program is not recommended, or not first.
    WhyNot,
    /// Programs to ask about, to choose one.
    AskAbout,
    /// The active limits, to lift one or restore it.
    Limits,
    /// The answers that would change the recommendation.
    Changes,
    /// A notice that is too long for one line.
    Notice,
    /// All actions, to find one by typing.
    Palette,
    /// The shortlist.
    Kept,
    /// The decisions that are kept.
    Decisions,
    /// One of them.
    Decision,
    /// What was done to what is kept.
    History,
    /// The courses of a program, to mark those that are finished.
    Courses,
    /// The profiles.
    Profiles,
    /// An input line.
    Prompt,
}

impl Overlay {
    /// Whether it is a list whose rows can be selected, and not a text.
    pub fn is_picker(self) -> bool {
        matches!(
            self,
            Self::RemoveFilter
                | Self::AskAbout
                | Self::Orders
                | Self::Limits
                | Self::Changes
                | Self::Palette
                | Self::Kept
                | Self::Decisions
                | Self::Courses
                | Self::Profiles
                | Self::Similar
        )
    }
}

/// The scroll offsets: the first row or line that each part shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tops {
    /// The offset of the facets.
    pub filters: usize,
    /// The offset of the list of programs.
    pub list: usize,
    /// The offset of the facts.
    pub detail: usize,
    /// The offset of the comparison.
    pub compare: usize,
    /// The offset of the topmost overlay.
    pub overlay: usize,
    /// The offset of a page that fills the screen.
    pub page: usize,
}
