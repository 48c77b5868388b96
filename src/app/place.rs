//! Where the user can be: the screens and the panes of the explorer, and how far each is scrolled.

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

/// The scroll offsets: the first row or line that each part shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ScrollOffsets {
    /// The offset of the facets.
    pub filters: usize,
    /// The offset of the list of programs.
    pub list: usize,
    /// The offset of the facts.
    pub detail: usize,
    /// The offset of the comparison.
    pub compare: usize,
    /// The offset of a page that fills the screen.
    pub page: usize,
}
