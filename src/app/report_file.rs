//! What is written to a report file, and its markup, which follows from the file name.

use super::subject::Subject;
use super::{App, Overlay, Pane, Screen};

impl Subject {
    /// Returns the subject of the current page; `None` if it cannot be written.
    pub(super) fn of(app: &App) -> Option<Self> {
        let compared = || (!app.basket.is_empty()).then_some(Self::Comparison);
        match (app.overlays.last(), app.screen) {
            (Some(Overlay::Plan { .. }), _) => app.current().map(Self::Plan),
            (Some(Overlay::Program(_)), _) => app.current().map(Self::Program),
            (Some(Overlay::Kept), _) => (!app.personal.listed().is_empty()).then_some(Self::Shortlist),
            (Some(Overlay::Decisions), _) => {
                let record = app.personal.notebook.records.get(app.overlays.cursor());
                record.map(|record| Self::Decision(record.id.clone()))
            }
            (Some(Overlay::Decision(id)), _) => Some(Self::Decision(id.clone())),
            (Some(_), _) | (None, Screen::Question | Screen::Review | Screen::WhatIf) => None,
            (None, Screen::Compare) => compared(),
            (None, Screen::Explore) if app.focus == Pane::Compare => compared(),
            (None, Screen::Result) => app.interview.advice.as_ref().map(|_| Self::Result),
            (None, Screen::Explore | Screen::Map) => app.current().map(Self::Program),
        }
    }
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
