//! The subject of a report file, and its markup, which follows from the file name.

use crate::catalog::ProgramIx;

/// The subject of a report file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The facts of a program.
    Program(ProgramIx),
    /// The plan of a program.
    Plan(ProgramIx),
    /// The comparison.
    Comparison,
    /// The shortlist.
    Shortlist,
    /// The recommendation.
    Result,
    /// The decision with this id.
    Decision(String),
}

/// The markup of a file, given by the extension of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// A page for a browser.
    Html,
    /// A text that can be edited further.
    Markdown,
}

impl Markup {
    /// The extensions of each markup; the first one is used for new names.
    const ENDS: [(Self, &'static str); 4] =
        [(Self::Html, ".html"), (Self::Html, ".htm"), (Self::Markdown, ".md"), (Self::Markdown, ".markdown")];

    /// Returns the markup for a file name, and the name without its extension; `None` if the extension is not known.
    pub(super) fn of(name: &str) -> Option<(Self, &str)> {
        let lower = name.to_ascii_lowercase();
        let has = |(_, end): &&(Self, &str)| lower.ends_with(end) && lower.len() > end.len();
        Self::ENDS.iter().find(has).map(|(markup, end)| (*markup, &name[..name.len() - end.len()]))
    }

    /// Returns the other markup.
    #[must_use]
    pub(super) fn other(self) -> Self {
        match self {
            Self::Html => Self::Markdown,
            Self::Markdown => Self::Html,
        }
    }

    /// Returns a name with the extension of this markup.
    pub(super) fn name(self, stem: &str) -> String {
        let end = Self::ENDS.iter().find(|(markup, _)| *markup == self).map_or("", |(_, end)| end);
        format!("{stem}{end}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_name_says_the_markup() {
        assert_eq!(Markup::of("plan.html"), Some((Markup::Html, "plan")));
        assert_eq!(Markup::of("/tmp/Ana é.MD"), Some((Markup::Markdown, "/tmp/Ana é")));
        assert_eq!(Markup::of("x.htm").map(|(markup, stem)| markup.other().name(stem)), Some("x.md".to_owned()));
        for name in ["", "plan", "plan.pdf", ".html", "é"] {
            assert_eq!(Markup::of(name), None, "{name}");
        }
    }
}
