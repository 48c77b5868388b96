//! Pages and lists over the screen: a stack, in which each keeps what it shows, its cursor and its scroll offset for as
//! long as it is open.

use std::mem::discriminant;

use super::{AskAbout, Palette, Prompt, TextInput};
use crate::catalog::{FactKey, ProgramIx};
use crate::compare::Similar;
use crate::guide::GuidePage;

/// A page or list that covers the screen until it is closed.
#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    /// All keys, those of the context with this title first.
    Help(&'static str),
    /// The claims about the current program: about some of its facts, or all.
    Sources(Option<&'static [FactKey]>),
    /// A page of the guide to the kinds of credential.
    Guide(GuidePage),
    /// The active filters, to remove one.
    RemoveFilter,
    /// The orders of the list, to choose one.
    Orders,
    /// The facts of a program.
    Program(ProgramIx),
    /// The programs similar to a given one.
    Similar {
        /// The given program.
        to: ProgramIx,
        /// The programs, the most similar first.
        found: Vec<Similar>,
    },
    /// The plan of a program: finish date, cost, and where it leads.
    Plan {
        /// The index of the route whose steps are shown; `None` if the steps of all are folded.
        route: Option<usize>,
    },
    /// Why a program is not recommended, or not first.
    WhyNot,
    /// Programs to ask about, to choose one.
    AskAbout(AskAbout),
    /// The active limits, to lift one or restore it.
    Limits,
    /// The answers that would change the recommendation.
    Changes,
    /// A notice that is too long for one line.
    Notice,
    /// All actions, to find one by typing.
    Palette(Palette),
    /// The shortlist.
    Kept,
    /// The decisions that are kept.
    Decisions,
    /// The decision with this id.
    Decision(String),
    /// The log of changes of the kept data.
    History,
    /// The courses of a program, to mark those that are finished.
    Courses,
    /// The profiles.
    Profiles,
    /// An input line.
    Prompt(Prompt),
}

impl Overlay {
    /// Whether it is a list whose rows can be selected, and not a text.
    pub fn is_picker(&self) -> bool {
        matches!(
            self,
            Self::RemoveFilter
                | Self::AskAbout(_)
                | Self::Orders
                | Self::Limits
                | Self::Changes
                | Self::Palette(_)
                | Self::Kept
                | Self::Decisions
                | Self::Courses
                | Self::Profiles
                | Self::Similar { .. }
        )
    }
}

/// An open overlay with its cursor and scroll offset.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The overlay.
    pub overlay: Overlay,
    /// The row under the cursor, if it is a list.
    pub cursor: usize,
    /// The first line that is shown.
    pub top: usize,
}

impl Layer {
    fn is_prompt(&self) -> bool {
        matches!(self.overlay, Overlay::Prompt(_))
    }
}

/// The open overlays; the topmost is last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlays(Vec<Layer>);

impl Overlays {
    /// Opens an overlay on top of the others. An open one of the same sort is closed.
    pub(super) fn show(&mut self, overlay: Overlay) {
        self.close(|open| discriminant(open) == discriminant(&overlay));
        self.0.push(Layer { overlay, cursor: 0, top: 0 });
    }

    /// Closes every overlay for which the condition holds.
    pub(crate) fn close(&mut self, is_meant: impl Fn(&Overlay) -> bool) {
        self.0.retain(|layer| !is_meant(&layer.overlay));
    }

    /// Closes the topmost overlay; returns whether there was one.
    pub(super) fn pop(&mut self) -> bool {
        self.0.pop().is_some()
    }

    /// Closes all overlays.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether none is open.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of open overlays.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns the open overlays, the topmost last.
    pub fn layers(&self) -> &[Layer] {
        &self.0
    }

    /// Returns the topmost overlay with its cursor and scroll offset.
    pub fn topmost(&self) -> Option<&Layer> {
        self.0.last()
    }

    /// Returns the topmost overlay.
    pub fn last(&self) -> Option<&Overlay> {
        self.0.last().map(|layer| &layer.overlay)
    }

    /// Returns the topmost overlay with its cursor and scroll offset.
    pub(super) fn topmost_mut(&mut self) -> Option<&mut Layer> {
        self.0.last_mut()
    }

    /// Returns the row under the cursor of the topmost overlay; 0 if none is open.
    pub fn cursor(&self) -> usize {
        self.0.last().map_or(0, |layer| layer.cursor)
    }

    /// Sets the cursor and the scroll offset of the topmost overlay.
    pub(super) fn put(&mut self, (cursor, top): (usize, usize)) {
        if let Some(layer) = self.topmost_mut() {
            (layer.cursor, layer.top) = (cursor, top);
        }
    }

    pub(super) fn set_cursor(&mut self, row: usize) {
        if let Some(layer) = self.topmost_mut() {
            layer.cursor = row;
        }
    }

    pub(super) fn set_top(&mut self, line: usize) {
        if let Some(layer) = self.topmost_mut() {
            layer.top = line;
        }
    }

    /// Puts the topmost overlay back to its first row and line.
    pub(super) fn rewind(&mut self) {
        self.put((0, 0));
    }

    /// Returns the topmost layer that is no input line.
    pub(super) fn under_prompt(&self) -> Option<&Layer> {
        self.0.iter().rev().find(|layer| !layer.is_prompt())
    }

    pub(super) fn under_prompt_mut(&mut self) -> Option<&mut Layer> {
        self.0.iter_mut().rev().find(|layer| !layer.is_prompt())
    }

    /// Whether the topmost overlay has an input line.
    pub(super) fn is_typed_in(&self) -> bool {
        matches!(self.last(), Some(Overlay::Palette(_) | Overlay::AskAbout(_) | Overlay::Prompt(_)))
    }

    /// Returns the open input line.
    pub fn prompt(&self) -> Option<&Prompt> {
        if let Overlay::Prompt(prompt) = self.last()? { Some(prompt) } else { None }
    }

    /// Returns the input line of the topmost overlay.
    pub(super) fn line_mut(&mut self) -> Option<&mut TextInput> {
        match &mut self.0.last_mut()?.overlay {
            Overlay::Palette(palette) => Some(&mut palette.input),
            Overlay::AskAbout(choice) => Some(&mut choice.input),
            Overlay::Prompt(prompt) => Some(&mut prompt.input),
            _ => None,
        }
    }

    /// Returns the open input line, to be changed.
    pub(super) fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match &mut self.0.last_mut()?.overlay {
            Overlay::Prompt(prompt) => Some(prompt),
            _ => None,
        }
    }

    /// Returns the program that the topmost overlays are about; `None` if it is that of the screen.
    pub(super) fn program(&self) -> Option<ProgramIx> {
        self.0.iter().rev().find_map(|layer| match layer.overlay {
            Overlay::Program(program) | Overlay::Similar { to: program, .. } => Some(program),
            _ => None,
        })
    }
}
