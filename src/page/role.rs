//! What a piece of text is for.

/// The purpose of a piece of text; each look maps roles to colours and attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Plain,
    /// A title.
    Title,
    /// A heading within a pane.
    Heading,
    /// The name of a value.
    Label,
    /// Text of less importance.
    Dim,
    /// Characters that match the query.
    Match,
    /// The selected row.
    Selected,
    /// Characters of the selected row that match the query.
    SelectedMatch,
    /// The element that has the keyboard focus.
    Focus,
    /// A value that differs from its neighbours.
    Differs,
    /// The best value of its row.
    Best,
    /// A warning.
    Warning,
    /// A key that can be pressed.
    Key,
    /// The full part of a bar.
    Bar,
}

impl Role {
    /// Every role with its name in a user's look.
    pub const ALL: [(Self, &'static str); 14] = [
        (Self::Plain, "plain"),
        (Self::Title, "title"),
        (Self::Heading, "heading"),
        (Self::Label, "label"),
        (Self::Dim, "dim"),
        (Self::Match, "match"),
        (Self::Selected, "selected"),
        (Self::SelectedMatch, "selected-match"),
        (Self::Focus, "focus"),
        (Self::Differs, "differs"),
        (Self::Best, "best"),
        (Self::Warning, "warning"),
        (Self::Key, "key"),
        (Self::Bar, "bar"),
    ];
}
